// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/indexer.h"

#include "layers/domain/heritage/wkt.h"
#include "layers/storage/heritage/assetrow.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/storage/heritage/searchtext.h"

#include <QSet>

namespace loci::storage::heritage {

using loci::heritage::Asset;
using loci::heritage::Geometry;
using loci::heritage::Zone;
using loci::heritage::ZoneVersion;

namespace {
/// WGS 84 and CGCS2000 differ by centimetres: the same for finding things on a map.
bool isDegrees(int crs)
{
    return crs == 4326 || crs == 4490 || crs == 4979 || crs == 4480;
}

bool isOnEarth(const GeoBox &box)
{
    return box.west >= -180 && box.east <= 180 && box.south >= -90 && box.north <= 90;
}

void include(std::optional<GeoBox> &whole, const GeoBox &box)
{
    if (!whole) {
        whole = box;
        return;
    }
    whole = GeoBox{std::min(whole->west, box.west), std::min(whole->south, box.south), std::max(whole->east, box.east),
                   std::max(whole->north, box.north)};
}

Value optional(const std::optional<double> &number)
{
    return number ? Value(*number) : Value();
}
} // namespace

std::optional<GeoBox> Indexer::transformed(const QString &wkt, int crs) const
{
    std::optional<GeoBox> box;
    const auto done = m_database.run(
        "SELECT MbrMinX(g), MbrMinY(g), MbrMaxX(g), MbrMaxY(g) FROM (SELECT Transform(GeomFromText(?1, ?2), 4326) "
        "AS g) AS moved",
        {wkt, qint64(crs)}, [&box](const Statement &row) {
            if (!row.isNull(0)) {
                box = GeoBox{row.real(0), row.real(1), row.real(2), row.real(3)};
            }
        });
    return done ? box : std::nullopt;
}

std::optional<GeoBox> Indexer::boxOf(const QString &wkt, int crs) const
{
    const auto own = loci::heritage::boxOfWkt(wkt);
    if (!own) {
        return std::nullopt;
    }
    const auto box =
        isDegrees(crs) ? std::optional(GeoBox{own->min.x, own->min.y, own->max.x, own->max.y}) : transformed(wkt, crs);
    return box && isOnEarth(*box) ? box : std::nullopt;
}

Result<AssetIndexRow> Indexer::assetRow(const Asset &asset) const
{
    AssetIndexRow index;
    index.row.facts = factsOf(asset);
    index.names = segmented(index.row.facts.searchNames);
    index.pinyin = pinyinWords(index.row.facts.searchNames);
    index.body = segmented(index.row.facts.searchText);
    index.row.facts.searchNames.clear();
    index.row.facts.searchText.clear();
    for (const Geometry &shape : asset.parts<Geometry>()) {
        const auto box = boxOf(shape.wkt, shape.crs);
        if (!box) {
            continue;
        }
        include(index.box, *box);
        if (!index.row.longitude || shape.role == QLatin1String("point")) {
            index.row.longitude = (box->west + box->east) / 2;
            index.row.latitude = (box->south + box->north) / 2;
        }
    }
    LOCI_CHECK(m_database.run("SELECT count(*) FROM heritage_zone_asset WHERE asset = ?1", {index.row.facts.id},
                              [&index](const Statement &row) { index.row.facts.zones = int(row.integer(0)); }));
    return index;
}

Result<AssetIndexRow> Indexer::putAsset(qint64 no, const Asset &asset) const
{
    LOCI_TRY(AssetIndexRow index, assetRow(asset));
    LOCI_CHECK(writeAssetRow(m_database, no, index.row));
    bool isThere = false;
    bool isSameText = false; // a step of the review changes no word, and many rows out of order are slow to write
    LOCI_CHECK(m_database.run(
        "SELECT names, pinyin, body FROM heritage_text WHERE rowid = ?1", {no}, [&](const Statement &row) {
            isThere = true;
            isSameText = row.text(0) == index.names && row.text(1) == index.pinyin && row.text(2) == index.body;
        }));
    if (!isThere) {
        LOCI_CHECK(m_database.run("INSERT INTO heritage_text (rowid, names, pinyin, body) VALUES (?1, ?2, ?3, ?4)",
                                  {no, index.names, index.pinyin, index.body}));
    } else if (!isSameText) {
        LOCI_CHECK(m_database.run("UPDATE heritage_text SET names = ?2, pinyin = ?3, body = ?4 WHERE rowid = ?1",
                                  {no, index.names, index.pinyin, index.body}));
    }
    LOCI_CHECK(m_database.run("DELETE FROM heritage_place WHERE no = ?1", {no})); // an R-tree knows no ON CONFLICT
    if (index.box) {
        LOCI_CHECK(m_database.run("INSERT INTO heritage_place (no, west, east, south, north) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5)",
                                  {no, index.box->west, index.box->east, index.box->south, index.box->north}));
    }
    return index;
}

Result<> Indexer::removeAsset(qint64 no) const
{
    LOCI_CHECK(m_database.run("DELETE FROM heritage_asset WHERE no = ?1", {no}));
    LOCI_CHECK(m_database.run("DELETE FROM heritage_text WHERE rowid = ?1", {no}));
    return m_database.run("DELETE FROM heritage_place WHERE no = ?1", {no});
}

Result<QStringList> Indexer::removeZone(qint64 no) const
{
    QStringList assets;
    LOCI_CHECK(m_database.run("SELECT asset FROM heritage_zone_asset WHERE record = ?1", {no},
                              [&assets](const Statement &row) { assets << row.text(0); }));
    LOCI_CHECK(m_database.run("DELETE FROM heritage_zone_place WHERE no IN (SELECT no FROM heritage_zone "
                              "WHERE record = ?1)",
                              {no}));
    LOCI_CHECK(m_database.run("DELETE FROM heritage_zone WHERE record = ?1", {no}));
    LOCI_CHECK(m_database.run("DELETE FROM heritage_zone_asset WHERE record = ?1", {no}));
    return assets;
}

Result<QStringList> Indexer::putZone(qint64 no, const Zone &zone) const
{
    LOCI_TRY(QStringList assets, removeZone(no));
    const QString name = zone.text(QStringLiteral("/name"), {QStringLiteral("zh"), QStringLiteral("en")});
    const std::vector<ZoneVersion> versions = zone.parts<ZoneVersion>();
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const ZoneVersion &version = versions[i];
        qint64 row = 0;
        LOCI_CHECK(m_database.run("INSERT INTO heritage_zone (record, id, version, kind, name, valid_from, valid_to) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING no",
                                  {no, zone.id(), qint64(i), zone.kind(), name, version.from, version.to},
                                  [&row](const Statement &made) { row = made.integer(0); }));
        if (const auto box = boxOf(version.wkt, version.crs)) {
            LOCI_CHECK(m_database.run("INSERT INTO heritage_zone_place (no, west, east, south, north) "
                                      "VALUES (?1, ?2, ?3, ?4, ?5)",
                                      {row, box->west, box->east, box->south, box->north}));
        }
    }
    const QStringList named = zone.assets();
    for (const QString &asset : named) {
        LOCI_CHECK(m_database.run(
            "INSERT INTO heritage_zone_asset (record, asset) VALUES (?1, ?2) ON CONFLICT DO NOTHING", {no, asset}));
    }
    assets << named;
    assets.removeDuplicates();
    return assets;
}

Result<> Indexer::putMedium(qint64 no, const QByteArray &json) const
{
    const MediumFacts facts = MediumFacts::fromJson(json);
    return m_database.run("INSERT INTO heritage_media (no, sha256, name, mime, size, taken, longitude, latitude) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (no) DO UPDATE SET sha256 = "
                          "excluded.sha256, name = excluded.name, mime = excluded.mime, size = excluded.size, taken = "
                          "excluded.taken, longitude = excluded.longitude, latitude = excluded.latitude",
                          {no, facts.sha256, facts.name, facts.mime, facts.size, facts.taken, optional(facts.longitude),
                           optional(facts.latitude)});
}

Result<> Indexer::removeMedium(qint64 no) const
{
    return m_database.run("DELETE FROM heritage_media WHERE no = ?1", {no});
}

} // namespace loci::storage::heritage
