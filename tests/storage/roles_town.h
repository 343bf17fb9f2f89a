// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/zone.h"
#include "layers/storage/roles/rolestore.h"
#include "layers/workspace/workspace.h"
#include "tests/storage/homes.h"

#include <map>
#include <set>

namespace loci::test {

/// A login as the shipped roles are meant, told once more by hand: the tests compare the server with this.
struct TownLogin
{
    QString name, role;
    std::set<QString> reads, writes;   ///< parts
    int readRank = -1, writeRank = -1; ///< sensitivity of heritage records: 0, 1, 2; -1: none
    QString area;                      ///< beginning of district codes
    bool isDesk() const { return !reads.empty() && reads != std::set<QString>{QStringLiteral("audit")}; }
    bool readsArea(int rank, const QString &district) const;
    bool writesArea(int rank, const QString &district) const;
};

/// A document of the town and what protects it.
struct TownRecord
{
    QString key;
    QString part; ///< of an ordinary document
    QString kind; ///< "asset", "zone", "medium" or empty
    int rank = 0;
    QString district;
    QByteArray bytes;
    std::vector<const TownRecord *> users; ///< of a medium
};

/// A workspace on a server with records of every area and sensitivity, an owner whom no desk uses, and a login for each
/// shipped role.
class RoleTown
{
public:
    QString begin(bool &isPossible); ///< starts the server once, and goes to a fresh place on it
    /// Makes the workspace as its owner, one half before roles are turned on and the other half after.
    QString make();

    storage::PostGisAddress address(const QString &login) const;
    Result<std::unique_ptr<storage::PostGisDatabase>>
    database(const QString &login,
             storage::PostGisDatabase::Mode mode = storage::PostGisDatabase::Mode::ReadWrite) const;
    Result<std::unique_ptr<workspace::Workspace>> open(const QString &login,
                                                       workspace::Access access = workspace::Access::ReadWrite) const;
    Homes &homes() { return m_homes; }

    const std::vector<TownLogin> &logins() const { return m_logins; }
    const TownLogin &login(const QString &name) const;
    const std::map<QString, TownRecord> &records() const { return m_records; }
    const TownRecord &record(const QString &kind, int rank, const QString &district) const;
    bool mayRead(const TownLogin &login, const QString &key) const;
    bool mayWrite(const TownLogin &login, const QString &key) const;

    static QString owner() { return QStringLiteral("keeper"); }
    static const QStringList &districts(); ///< the last one is unknown
    static QByteArray asset(const QString &id, int rank, const QString &district, double longitude);

private:
    void describe();
    void add(TownRecord record) { m_records.emplace(record.key, record); }
    Result<> fill(workspace::Workspace &town, bool first);
    std::vector<roles::RoleMember> members() const;

    Homes m_homes;
    bool m_hasLogins = false;
    std::vector<TownLogin> m_logins;
    std::map<QString, TownRecord> m_records;
};

} // namespace loci::test
