// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/feedlease.h"

#include <QCoreApplication>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::FeedLease)
};
} // namespace

Result<FeedDesk> FeedLease::holder(Database &database)
{
    FeedDesk desk;
    LOCI_CHECK(database.run("SELECT desk, person, computer FROM observation_lease WHERE until > clock_timestamp()", {},
                            [&desk](const Statement &row) {
                                desk = {row.text(0), row.text(1), row.text(2)};
                            }));
    return desk;
}

Result<FeedDesk> FeedLease::take(Database &database, const FeedDesk &us)
{
    LOCI_TRY(const FeedDesk known, holder(database)); // who waits writes nothing
    if (!known.id.isEmpty() && known.id != us.id) {
        return known;
    }
    LOCI_CHECK(database.run(
        "INSERT INTO observation_lease (one, desk, person, computer, until) VALUES (1, ?1, ?2, ?3, clock_timestamp() + "
        "CAST(?4 AS bigint) * interval '1 second') ON CONFLICT (one) DO UPDATE SET desk = excluded.desk, person = "
        "excluded.person, computer = excluded.computer, until = excluded.until WHERE observation_lease.desk = "
        "excluded.desk OR observation_lease.until <= clock_timestamp()",
        {us.id, us.person, us.computer, qint64(kSeconds)}));
    return holder(database);
}

Result<> FeedLease::release(Database &database, const QString &desk)
{
    return database.run("DELETE FROM observation_lease WHERE desk = ?1", {desk});
}

Result<> FeedLease::confirm(Database &database, const QString &desk)
{
    bool isOurs = false;
    LOCI_CHECK(database.run("SELECT 1 FROM observation_lease WHERE desk = ?1", {desk},
                            [&isOurs](const Statement &) { isOurs = true; }));
    if (!isOurs) {
        return fail(ErrorCode::NotWritable, Texts::tr("Another desk records the feeds of this workspace now."),
                    QStringLiteral("lease lost"));
    }
    return {};
}

} // namespace loci::storage
