// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/assetrow.h"
#include "layers/storage/heritage/heritagestore_p.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/storage/heritage/searchtext.h"
#include "layers/storage/heritage/verifier.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace loci::storage::heritage {

using loci::heritage::Asset;
using loci::heritage::Zone;
using loci::heritage::ZoneVersion;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::heritage::Verifier)
};

/// The spatial index rounds outwards to single precision.
bool isSameEdge(double stored, double wanted)
{
    return std::abs(stored - wanted) <= std::max(1e-4, std::abs(wanted) * 1e-6);
}

bool isSameBox(const Statement &row, const std::optional<GeoBox> &box)
{
    return box && isSameEdge(row.real(0), box->west) && isSameEdge(row.real(1), box->east) &&
           isSameEdge(row.real(2), box->south) && isSameEdge(row.real(3), box->north);
}

bool isSameNumber(const std::optional<double> &a, const std::optional<double> &b)
{
    return a.has_value() == b.has_value() && (!a || *a == *b);
}
} // namespace

Result<> Verifier::checkAssetText(qint64 no, const AssetIndexRow &wanted)
{
    bool isSame = false;
    LOCI_CHECK(m_database.run(
        "SELECT names, pinyin, body FROM heritage_text WHERE rowid = ?1", {no}, [&](const Statement &row) {
            isSame = row.text(0) == wanted.names && row.text(1) == wanted.pinyin && row.text(2) == wanted.body;
        }));
    if (!isSame) {
        addIndex("heritage_text", no, QLatin1String(key::kAsset) + wanted.row.facts.id);
    }
    return {};
}

Result<> Verifier::checkAssetPlace(qint64 no, const AssetIndexRow &wanted)
{
    bool isSame = !wanted.box;
    LOCI_CHECK(m_database.run("SELECT west, east, south, north FROM heritage_place WHERE no = ?1", {no},
                              [&](const Statement &row) { isSame = isSameBox(row, wanted.box); }));
    if (!isSame) {
        addIndex("heritage_place", no, QLatin1String(key::kAsset) + wanted.row.facts.id);
    }
    return {};
}

Result<> Verifier::checkAssetRow(qint64 no, const QByteArray &content)
{
    const auto asset = Asset::parse(content);
    if (!asset) {
        return {}; // told as a changed record
    }
    LOCI_TRY(const AssetIndexRow wanted, m_indexer.assetRow(*asset));
    LOCI_TRY(const auto stored, readAssetRow(m_database, no));
    QString nameKey;
    LOCI_CHECK(m_database.run("SELECT name_key FROM heritage_asset WHERE no = ?1", {no},
                              [&nameKey](const Statement &row) { nameKey = row.text(0); }));
    const loci::heritage::AssetFacts &facts = wanted.row.facts;
    if (!stored || stored->facts != facts || !isSameNumber(stored->longitude, wanted.row.longitude) ||
        !isSameNumber(stored->latitude, wanted.row.latitude) ||
        nameKey != orderKey(facts.name.isEmpty() ? facts.otherName : facts.name)) {
        addIndex("heritage_asset", no, QLatin1String(key::kAsset) + asset->id());
    }
    LOCI_CHECK(checkAssetText(no, wanted));
    return checkAssetPlace(no, wanted);
}

Result<> Verifier::checkAssets()
{
    Result<> done;
    LOCI_CHECK(m_database.run("SELECT no, content FROM heritage_record WHERE substr(key, 1, 15) = 'heritage/asset/' "
                              "ORDER BY no",
                              {}, [&](const Statement &row) {
                                  if (done) {
                                      done = checkAssetRow(row.integer(0), row.blob(1));
                                  }
                              }));
    return done;
}

Result<> Verifier::checkZoneRow(qint64 no, const QByteArray &content)
{
    const auto zone = Zone::parse(content);
    if (!zone) {
        return {};
    }
    const QString object = QLatin1String(key::kZone) + zone->id();
    const QString name = zone->text(QStringLiteral("/name"), {QStringLiteral("zh"), QStringLiteral("en")});
    const std::vector<ZoneVersion> versions = zone->parts<ZoneVersion>();
    std::vector<std::pair<qint64, std::size_t>> rows;
    bool isSame = true;
    LOCI_CHECK(m_database.run("SELECT no, id, version, kind, name, valid_from, valid_to FROM heritage_zone WHERE "
                              "record = ?1 ORDER BY version",
                              {no}, [&](const Statement &row) {
                                  const std::size_t at = std::size_t(row.integer(2));
                                  isSame = isSame && at == rows.size() && at < versions.size() &&
                                           row.text(1) == zone->id() && row.text(3) == zone->kind() &&
                                           row.text(4) == name && row.text(5) == versions[at].from &&
                                           row.text(6) == versions[at].to;
                                  rows.emplace_back(row.integer(0), at);
                              }));
    if (!isSame || rows.size() != versions.size()) {
        addIndex("heritage_zone", no, object);
        return {};
    }
    for (const auto &[row, at] : rows) {
        const auto box = m_indexer.boxOf(versions[at].wkt, versions[at].crs);
        bool isPlaced = !box;
        LOCI_CHECK(m_database.run("SELECT west, east, south, north FROM heritage_zone_place WHERE no = ?1", {row},
                                  [&](const Statement &found) { isPlaced = isSameBox(found, box); }));
        if (!isPlaced) {
            addIndex("heritage_zone_place", row, object);
        }
    }
    QStringList named = zone->assets();
    named.removeDuplicates();
    named.sort();
    QStringList stored;
    LOCI_CHECK(m_database.run("SELECT asset FROM heritage_zone_asset WHERE record = ?1", {no},
                              [&stored](const Statement &row) { stored << row.text(0); }));
    stored.sort();
    if (stored != named) {
        addIndex("heritage_zone_asset", no, object);
    }
    return {};
}

Result<> Verifier::checkZones()
{
    Result<> done;
    LOCI_CHECK(m_database.run("SELECT no, content FROM heritage_record WHERE substr(key, 1, 14) = 'heritage/zone/' "
                              "ORDER BY no",
                              {}, [&](const Statement &row) {
                                  if (done) {
                                      done = checkZoneRow(row.integer(0), row.blob(1));
                                  }
                              }));
    return done;
}

Result<> Verifier::checkMedia()
{
    return m_database.run(
        "SELECT r.no, r.key, r.content, m.sha256, m.name, m.mime, m.size, m.taken, m.longitude, m.latitude "
        "FROM heritage_record AS r LEFT JOIN heritage_media AS m ON m.no = r.no "
        "WHERE substr(r.key, 1, 15) = 'heritage/media/' ORDER BY r.no",
        {}, [this](const Statement &row) {
            const MediumFacts facts = MediumFacts::fromJson(row.blob(2));
            const auto number = [&row](int column) {
                return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
            };
            if (row.text(3) != facts.sha256 || row.text(4) != facts.name || row.text(5) != facts.mime ||
                row.integer(6) != facts.size || row.text(7) != facts.taken ||
                !isSameNumber(number(8), facts.longitude) || !isSameNumber(number(9), facts.latitude)) {
                addIndex("heritage_media", row.integer(0), row.text(1));
            }
        });
}

/// Rows that no record stands behind.
Result<> Verifier::checkStrays()
{
    const auto stray = [this](const char *table) {
        return [this, table](const Statement &row) { addIndex(table, row.integer(0), {}); };
    };
    LOCI_CHECK(m_database.run("SELECT no FROM heritage_asset WHERE no NOT IN (SELECT no FROM heritage_record WHERE "
                              "substr(key, 1, 15) = 'heritage/asset/')",
                              {}, stray("heritage_asset")));
    LOCI_CHECK(m_database.run("SELECT rowid FROM heritage_text WHERE rowid NOT IN (SELECT no FROM heritage_asset)", {},
                              stray("heritage_text")));
    LOCI_CHECK(m_database.run("SELECT no FROM heritage_place WHERE no NOT IN (SELECT no FROM heritage_asset)", {},
                              stray("heritage_place")));
    LOCI_CHECK(m_database.run("SELECT no FROM heritage_zone WHERE record NOT IN (SELECT no FROM heritage_record WHERE "
                              "substr(key, 1, 14) = 'heritage/zone/')",
                              {}, stray("heritage_zone")));
    LOCI_CHECK(m_database.run("SELECT no FROM heritage_zone_place WHERE no NOT IN (SELECT no FROM heritage_zone)", {},
                              stray("heritage_zone_place")));
    LOCI_CHECK(m_database.run("SELECT record FROM heritage_zone_asset WHERE record NOT IN (SELECT no FROM "
                              "heritage_record WHERE substr(key, 1, 14) = 'heritage/zone/')",
                              {}, stray("heritage_zone_asset")));
    return m_database.run("SELECT no FROM heritage_media WHERE no NOT IN (SELECT no FROM heritage_record WHERE "
                          "substr(key, 1, 15) = 'heritage/media/')",
                          {}, stray("heritage_media"));
}

/// What SQLite itself can say of its indexes; a server keeps its own (Database::integrity()).
Result<> Verifier::checkEngine()
{
    if (!m_database.capabilities().fileBacked) {
        return {};
    }
    const auto checkTree = [this](const char *table) {
        return [this, table](const Statement &row) {
            if (row.text(0) != QStringLiteral("ok")) {
                add("index_changed", {}, QLatin1String(table),
                    Texts::tr("The spatial index %1 is damaged.").arg(QLatin1String(table)));
            }
        };
    };
    LOCI_CHECK(m_database.run("SELECT rtreecheck('heritage_place')", {}, checkTree("heritage_place")));
    LOCI_CHECK(m_database.run("SELECT rtreecheck('heritage_zone_place')", {}, checkTree("heritage_zone_place")));
    // SQLite's own check does not look where an entry of the full text's index points: to a segment that is there.
    LOCI_CHECK(m_database.run("SELECT count(*) FROM heritage_text_idx WHERE segid NOT IN (SELECT id >> 37 FROM "
                              "heritage_text_data)",
                              {}, [this](const Statement &row) {
                                  if (row.integer(0) > 0) {
                                      add("index_changed", {}, QStringLiteral("heritage_text"),
                                          Texts::tr("The full-text index is damaged."));
                                  }
                              }));
    if (m_database.capabilities().readOnly) {
        return {}; // the check of the full text is a command that wants to write
    }
    if (auto done = m_database.run("INSERT INTO heritage_text (heritage_text) VALUES ('integrity-check')"); !done) {
        add("index_changed", {}, QStringLiteral("heritage_text"), Texts::tr("The full-text index is damaged."));
    }
    return {};
}

} // namespace loci::storage::heritage
