// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <QDateTime>

namespace loci::storage {

/// Steps that arrived on a server, by their names. Only on a server (Capabilities::notifications).
class DeskSteps
{
public:
    explicit DeskSteps(Database &database) : m_database(database) {}
    Result<bool> contains(const QString &id) const;
    /// Inside the transaction of the step; `made`: when the person did it.
    Result<> add(const QString &id, const QString &desk, const QString &author, const QDateTime &made);

private:
    Database &m_database;
};

} // namespace loci::storage
