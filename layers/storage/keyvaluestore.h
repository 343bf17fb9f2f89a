// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

namespace loci::storage {

/// Facts about the workspace (template, time of making).
class MetaStore
{
public:
    explicit MetaStore(Database &database) : m_database(database) {}
    QString value(const QString &key) const; ///< empty when absent
    Result<> set(const QString &key, const QString &value);

private:
    Database &m_database;
};

/// Cameras, splitters, windows: durable, outside the history.
class ViewStateStore
{
public:
    explicit ViewStateStore(Database &database) : m_database(database) {}
    Result<std::optional<QByteArray>> value(const QString &key) const;
    Result<> set(const QString &key, const QByteArray &value);

private:
    Database &m_database;
};

} // namespace loci::storage
