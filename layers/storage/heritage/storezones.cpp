// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore_p.h"

#include <algorithm>

namespace loci::storage::heritage {

using loci::heritage::Zone;
using loci::heritage::ZoneVersion;

namespace {
struct Candidate
{
    QString zone;
    qint64 version = 0;
};
} // namespace

Result<bool> HeritageStore::Private::covers(const ZoneVersion &version, double longitude, double latitude) const
{
    bool covers = false;
    const bool isDegrees = version.crs == 4326 || version.crs == 4490;
    const auto see = [&covers](const Statement &row) { covers = !row.isNull(0) && row.integer(0) == 1; };
    if (isDegrees) {
        LOCI_CHECK(database.run("SELECT Intersects(GeomFromText(?1, 4326), MakePoint(?2, ?3, 4326))",
                                {version.wkt, longitude, latitude}, see));
    } else {
        LOCI_CHECK(database.run("SELECT Intersects(GeomFromText(?1, ?2), "
                                "Transform(MakePoint(?3, ?4, 4326), ?2))",
                                {version.wkt, qint64(version.crs), longitude, latitude}, see));
    }
    return covers;
}

Result<std::vector<ZoneHit>> HeritageStore::zonesAt(double longitude, double latitude, QDate day) const
{
    constexpr double kSlack = 1e-5; // the spatial index holds single precision
    std::vector<Candidate> candidates;
    LOCI_CHECK(d->database.run("SELECT id, version FROM heritage_zone WHERE no IN (SELECT no FROM heritage_zone_place "
                               "WHERE west <= ?1 AND east >= ?2 AND south <= ?3 AND north >= ?4) ORDER BY kind, id, "
                               "version",
                               {longitude + kSlack, longitude - kSlack, latitude + kSlack, latitude - kSlack},
                               [&candidates](const Statement &row) {
                                   candidates.push_back({row.text(0), row.integer(1)});
                               }));
    std::vector<ZoneHit> hits;
    for (const Candidate &candidate : candidates) {
        LOCI_TRY(const auto zone, this->zone(candidate.zone));
        const std::vector<ZoneVersion> versions = zone ? zone->parts<ZoneVersion>() : std::vector<ZoneVersion>();
        if (std::size_t(candidate.version) >= versions.size()) {
            continue;
        }
        const ZoneVersion &version = versions[std::size_t(candidate.version)];
        if (!version.isInForce(day)) {
            continue;
        }
        LOCI_TRY(const bool isInside, d->covers(version, longitude, latitude));
        if (isInside) {
            hits.push_back({zone->id(), zone->kind(),
                            zone->text(QStringLiteral("/name"), {QStringLiteral("zh"), QStringLiteral("en")}),
                            version});
        }
    }
    return hits;
}

Result<std::vector<ZoneHit>> HeritageStore::zonesOf(const QString &asset, QDate day) const
{
    std::vector<ZoneHit> hits;
    QStringList named;
    LOCI_CHECK(d->database.run("SELECT DISTINCT kind, id FROM heritage_zone WHERE record IN (SELECT record FROM "
                               "heritage_zone_asset WHERE asset = ?1) ORDER BY kind, id",
                               {asset}, [&named](const Statement &row) { named << row.text(1); }));
    for (const QString &id : named) {
        LOCI_TRY(const auto zone, this->zone(id));
        const auto version = zone ? zone->on(day) : std::nullopt;
        if (version) {
            hits.push_back({id, zone->kind(),
                            zone->text(QStringLiteral("/name"), {QStringLiteral("zh"), QStringLiteral("en")}),
                            *version});
        }
    }
    std::optional<std::pair<double, double>> place;
    LOCI_CHECK(d->database.run("SELECT longitude, latitude FROM heritage_asset WHERE id = ?1 AND longitude IS NOT NULL",
                               {asset}, [&place](const Statement &row) {
                                   place = {row.real(0), row.real(1)};
                               }));
    if (!place) {
        return hits;
    }
    LOCI_TRY(const std::vector<ZoneHit> around, zonesAt(place->first, place->second, day));
    for (const ZoneHit &hit : around) {
        if (!named.contains(hit.zone)) {
            hits.push_back(hit);
        }
    }
    return hits;
}

} // namespace loci::storage::heritage
