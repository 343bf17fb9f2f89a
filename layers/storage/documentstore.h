// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <QDateTime>
#include <QStringList>

namespace loci::storage {

/// The present documents: key -> bytes.
class DocumentStore
{
public:
    explicit DocumentStore(Database &database) : m_database(database) {}
    /// Sorted by code point.
    Result<QStringList> keys(const QString &prefix) const;
    Result<std::optional<QByteArray>> value(const QString &key) const;
    /// An empty value removes the document.
    Result<> set(const QString &key, const std::optional<QByteArray> &value, const QDateTime &now);
    Result<qint64> count(const QString &prefix) const;

private:
    Database &m_database;
};

} // namespace loci::storage
