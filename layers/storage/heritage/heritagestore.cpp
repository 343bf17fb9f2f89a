// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"

#include "layers/domain/heritage/canonicaljson.h"
#include "layers/domain/heritage/review.h"
#include "layers/storage/heritage/heritagestore_p.h"
#include "layers/storage/roles/notallowed.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace loci::storage::heritage {

using loci::heritage::Asset;
using loci::heritage::Zone;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::heritage::HeritageStore)
};

QString idIn(const QString &key, const char *prefix)
{
    return key.startsWith(QLatin1String(prefix)) ? key.mid(qstrlen(prefix)) : QString();
}

Result<> checkId(const QString &key, const QString &wanted, const QString &id)
{
    if (wanted != id) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 cannot be kept: the record in it has the id “%2”.").arg(key, id));
    }
    return {};
}

Result<> checkContent(const QString &key, const QByteArray &bytes)
{
    if (const QString id = idIn(key, key::kAsset); !id.isEmpty()) {
        LOCI_TRY(const Asset asset, Asset::parse(bytes));
        return checkId(key, id, asset.id());
    }
    if (const QString id = idIn(key, key::kZone); !id.isEmpty()) {
        LOCI_TRY(const Zone zone, Zone::parse(bytes));
        return checkId(key, id, zone.id());
    }
    if (const QString hash = idIn(key, key::kMedium); !hash.isEmpty()) {
        return checkId(key, hash, QJsonDocument::fromJson(bytes).object().value(QLatin1String("sha256")).toString());
    }
    if (key == QLatin1String(key::kReview)) {
        LOCI_TRY(const auto policy, loci::heritage::ReviewPolicy::parse(bytes));
    }
    return {};
}
} // namespace

Result<qint64> HeritageStore::Private::noOf(const QString &key) const
{
    qint64 no = 0;
    LOCI_CHECK(database.run("SELECT no FROM heritage_record WHERE key = ?1", {key},
                            [&no](const Statement &row) { no = row.integer(0); }));
    return no;
}

Result<> HeritageStore::Private::writeRecord(const QString &key, const std::optional<QByteArray> &content, qint64 entry,
                                             qint64 &no) const
{
    if (!content) {
        LOCI_CHECK(database.run("DELETE FROM heritage_record WHERE key = ?1 RETURNING no", {key},
                                [&no](const Statement &row) { no = row.integer(0); }));
        return no != 0 ? Result<>() : fail(notAllowed());
    }
    return database.run("INSERT INTO heritage_record (key, content, entry) VALUES (?1, ?2, ?3) "
                        "ON CONFLICT (key) DO UPDATE SET content = excluded.content, entry = excluded.entry "
                        "RETURNING no",
                        {key, *content, entry}, [&no](const Statement &row) { no = row.integer(0); });
}

Result<> HeritageStore::Private::indexAsset(qint64 no, const QByteArray &content)
{
    LOCI_TRY(const Asset asset, Asset::parse(content));
    LOCI_TRY(const AssetIndexRow row, indexer.putAsset(no, asset));
    if (facets.isLoaded()) {
        facets.put(no, row.row.facts, row.row.longitude.has_value());
    }
    return {};
}

/// The number of zones of assets that a zone names or named.
Result<> HeritageStore::Private::recount(const QStringList &assets)
{
    for (const QString &id : assets) {
        qint64 no = 0;
        QByteArray content;
        LOCI_CHECK(database.run("SELECT no, content FROM heritage_record WHERE key = ?1",
                                {QLatin1String(key::kAsset) + id}, [&](const Statement &row) {
                                    no = row.integer(0);
                                    content = row.blob(1);
                                }));
        if (no != 0) {
            LOCI_CHECK(indexAsset(no, content));
        }
    }
    return {};
}

Result<> HeritageStore::Private::index(const QString &key, qint64 no, const std::optional<QByteArray> &content)
{
    rankings.clear();
    if (key.startsWith(QLatin1String(key::kAsset))) {
        if (content) {
            return indexAsset(no, *content);
        }
        facets.remove(no);
        return indexer.removeAsset(no);
    }
    if (key.startsWith(QLatin1String(key::kZone))) {
        QStringList assets;
        if (content) {
            LOCI_TRY(const Zone zone, Zone::parse(*content));
            LOCI_TRY(assets, indexer.putZone(no, zone));
        } else {
            LOCI_TRY(assets, indexer.removeZone(no));
        }
        return recount(assets);
    }
    if (key.startsWith(QLatin1String(key::kMedium))) {
        return content ? indexer.putMedium(no, *content) : indexer.removeMedium(no);
    }
    return {};
}

HeritageStore::HeritageStore(Database &database) : d(std::make_unique<Private>(database)) {}
HeritageStore::~HeritageStore() = default;

QString HeritageStore::prefix() const
{
    return QLatin1String(key::kPrefix);
}

Result<QStringList> HeritageStore::keys(const QString &prefix) const
{
    QStringList keys;
    LOCI_CHECK(d->database.run("SELECT key FROM heritage_record WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key",
                               {prefix}, [&keys](const Statement &row) { keys << row.text(0); }));
    return keys;
}

Result<QStringList> HeritageStore::keysContaining(const QString &prefix, const QString &text) const
{
    QStringList keys;
    LOCI_CHECK(d->database.run("SELECT key FROM heritage_record WHERE substr(key, 1, length(?1)) = ?1 AND "
                               "instr(content, ?2) > 0 ORDER BY key",
                               {prefix, text.toUtf8()}, [&keys](const Statement &row) { keys << row.text(0); }));
    return keys;
}

Result<std::optional<QByteArray>> HeritageStore::value(const QString &key) const
{
    std::optional<QByteArray> value;
    LOCI_CHECK(d->database.run("SELECT content FROM heritage_record WHERE key = ?1", {key},
                               [&value](const Statement &row) { value = row.blob(0); }));
    return value;
}

Result<QByteArray> HeritageStore::accepted(const QString &key, const QByteArray &bytes) const
{
    LOCI_CHECK(checkContent(key, bytes));
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    return json.isObject() ? loci::heritage::canonicalJson(json.object()) : bytes;
}

Result<> HeritageStore::set(const QString &key, const std::optional<QByteArray> &before,
                            const std::optional<QByteArray> &after, const ChangeContext &context)
{
    if (before == after) {
        return {};
    }
    AuditLog log(d->database);
    LOCI_CHECK(log.append(key, before, after, context));
    qint64 entry = 0;
    LOCI_CHECK(d->database.run("SELECT number FROM heritage_head WHERE one = 1", {},
                               [&entry](const Statement &row) { entry = row.integer(0); }));
    qint64 no = 0;
    LOCI_CHECK(d->writeRecord(key, after, entry, no));
    return d->index(key, no, after);
}

Result<> HeritageStore::take(const QString &key, const std::optional<QByteArray> &content, qint64 no, qint64 entry)
{
    QStringList inTheWay; // the record under another number, and another one under this
    LOCI_CHECK(d->database.run("SELECT key FROM heritage_record WHERE (key = ?1 AND no <> ?2) OR (no = ?2 AND key <> "
                               "?1) OR (key = ?1 AND CAST(?3 AS INTEGER) = 1)",
                               {key, no, qint64(content ? 0 : 1)},
                               [&inTheWay](const Statement &row) { inTheWay << row.text(0); }));
    for (const QString &gone : std::as_const(inTheWay)) {
        qint64 number = 0;
        LOCI_CHECK(d->writeRecord(gone, std::nullopt, 0, number));
        LOCI_CHECK(d->index(gone, number, std::nullopt));
    }
    if (!content) {
        return {};
    }
    LOCI_CHECK(d->database.run("INSERT INTO heritage_record (no, key, content, entry) VALUES (?1, ?2, ?3, ?4) ON "
                               "CONFLICT (key) DO UPDATE SET content = excluded.content, entry = excluded.entry",
                               {no, key, *content, entry}));
    return d->index(key, no, content);
}

void HeritageStore::forget()
{
    d->facets.forget();
    d->rankings.clear();
}

Result<std::optional<Asset>> HeritageStore::asset(const QString &id) const
{
    LOCI_TRY(const auto bytes, value(QLatin1String(key::kAsset) + id));
    if (!bytes) {
        return std::nullopt;
    }
    LOCI_TRY(Asset asset, Asset::parse(*bytes));
    return std::optional(std::move(asset));
}

Result<std::optional<Zone>> HeritageStore::zone(const QString &id) const
{
    LOCI_TRY(const auto bytes, value(QLatin1String(key::kZone) + id));
    if (!bytes) {
        return std::nullopt;
    }
    LOCI_TRY(Zone zone, Zone::parse(*bytes));
    return std::optional(std::move(zone));
}

Result<qint64> HeritageStore::assetCount() const
{
    qint64 count = 0;
    LOCI_CHECK(d->database.run("SELECT count(*) FROM heritage_asset WHERE trashed = 0", {},
                               [&count](const Statement &row) { count = row.integer(0); }));
    return count;
}

Result<> HeritageStore::rebuildIndex()
{
    struct Stored
    {
        qint64 no;
        QString key;
    };
    std::vector<Stored> records;
    LOCI_CHECK(d->database.run("SELECT no, key FROM heritage_record ORDER BY no", {}, [&records](const Statement &row) {
        records.push_back({row.integer(0), row.text(1)});
    }));
    LOCI_TRY(Transaction transaction, Transaction::begin(d->database));
    LOCI_CHECK(
        d->database.runScript("DELETE FROM heritage_asset; DELETE FROM heritage_text; DELETE FROM heritage_place;"
                              "DELETE FROM heritage_zone; DELETE FROM heritage_zone_place;"
                              "DELETE FROM heritage_zone_asset; DELETE FROM heritage_media;"));
    forget();
    for (const Stored &record : records) {
        LOCI_TRY(const auto content, value(record.key));
        LOCI_CHECK(d->index(record.key, record.no, content));
    }
    return transaction.commit();
}

} // namespace loci::storage::heritage
