// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <QDateTime>
#include <vector>

namespace loci::storage {

/// A desk that has a shared workspace open, by the clock of the server.
struct DeskAtWork
{
    QString desk, person, computer;
    QString record; ///< key of the document that the person is changing; empty: none
    QDateTime since, seen;
    bool operator==(const DeskAtWork &) const = default;
};

/// Who is at a shared workspace. Written and read outside of the line of writers. Only on a server.
class DeskPresence
{
public:
    /// A desk that did not tell of itself for this long is gone.
    static constexpr qint64 kPatienceSeconds = 30;

    DeskPresence(Database &database, QString desk) : m_database(database), m_desk(std::move(desk)) {}
    /// The others hear of it when `isNews`.
    Result<> tell(const QString &person, const QString &computer, const QString &record, bool isNews);
    Result<> leave();
    Result<std::vector<DeskAtWork>> others() const; ///< who came first is first

private:
    Database &m_database;
    QString m_desk;
};

} // namespace loci::storage
