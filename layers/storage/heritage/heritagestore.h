// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/zone.h"
#include "layers/storage/database.h"
#include "layers/storage/documenthandler.h"
#include "layers/storage/heritage/assetquery.h"
#include "layers/storage/heritage/audit.h"

#include <QDate>
#include <memory>
#include <vector>

namespace loci::storage::heritage {

/// Keys of the catalogue's documents; the id follows.
namespace key {
inline constexpr char kPrefix[] = "heritage/";
inline constexpr char kAsset[] = "heritage/asset/";
inline constexpr char kZone[] = "heritage/zone/";
inline constexpr char kMedium[] = "heritage/media/";           ///< + SHA-256: JSON, see mediafolder.h
inline constexpr char kSearch[] = "heritage/search/";          ///< + id: JSON {name, query}
inline constexpr char kReview[] = "heritage/setting/review";   ///< ReviewPolicy
inline constexpr char kProfile[] = "heritage/setting/profile"; ///< JSON {"id": "china"}
/// Every other key below the prefix is kept and audited as well: JSON objects field by field, other bytes by hash.
} // namespace key

/// A state of a record in its history.
struct RecordState
{
    qint64 number = 0; ///< of the last audit entry that made it
    QDateTime time;
    QString author, action, reason, title;
    QString hash;                                     ///< SHA-256 of the document; empty: it was not there
    std::vector<loci::heritage::FieldChange> changes; ///< from the state before
};

/// Two records that may be one.
struct DuplicatePair
{
    QString first, second; ///< ids
    QString firstName, secondName;
    double metres = -1;    ///< between them; -1: unknown
    double similarity = 0; ///< of the names, 0 to 1
};

/// A zone and the version of it that was asked for.
struct ZoneHit
{
    QString zone; ///< id
    QString kind, name;
    loci::heritage::ZoneVersion version;
};

/// The catalogue's tables. Reading: anything, at any time, on the database's thread. Writing goes through the workspace
/// (a Command with heritage/ keys), which calls set() inside its transaction. Nothing here asks for rights: that is
/// the catalogue's part (layers/workspace/heritage/catalogue.h), through which people are served.
class HeritageStore final : public DocumentHandler
{
public:
    explicit HeritageStore(Database &database);
    ~HeritageStore() override;
    Q_DISABLE_COPY_MOVE(HeritageStore)

    QString prefix() const override;
    Result<QStringList> keys(const QString &prefix) const override;
    Result<std::optional<QByteArray>> value(const QString &key) const override;
    Result<QStringList> keysContaining(const QString &prefix, const QString &text) const; ///< of documents with a text
    Result<QByteArray> accepted(const QString &key, const QByteArray &bytes) const override;
    Result<> set(const QString &key, const std::optional<QByteArray> &before, const std::optional<QByteArray> &after,
                 const ChangeContext &context) override;
    void forget() override;
    /// A record as another copy of this catalogue has it, under its number there and with its last entry there (the
    /// entries are copied as they are): no entry of its own. Inside a transaction.
    Result<> take(const QString &key, const std::optional<QByteArray> &content, qint64 no, qint64 entry);

    Result<std::optional<loci::heritage::Asset>> asset(const QString &id) const;
    Result<std::optional<loci::heritage::Zone>> zone(const QString &id) const;
    Result<qint64> assetCount() const; ///< without those in the trash

    Result<AssetPage> search(const AssetQuery &query, int offset = 0, int limit = 100) const;
    Result<QStringList> ids(const AssetQuery &query) const; ///< all of them, in the query's order
    Result<FacetCounts> facetCounts(const AssetQuery &query) const;

    /// Zones in force on a day at a place (WGS 84), or that an asset lies in or is named by.
    Result<std::vector<ZoneHit>> zonesAt(double longitude, double latitude, QDate day) const;
    Result<std::vector<ZoneHit>> zonesOf(const QString &asset, QDate day) const;

    /// What copies of this catalogue have in common and other catalogues have not: the hash of the first audit entry;
    /// empty when nothing was ever kept.
    Result<QString> origin() const;
    Result<std::vector<RecordState>> history(const QString &key) const;
    /// The document as it was after an audit entry; nullopt: not there then. Fails when the log does not give the
    /// state whose hash it names.
    Result<std::optional<QByteArray>> stateAt(const QString &key, qint64 number) const;
    Result<std::vector<loci::heritage::FieldChange>> compare(const QString &key, qint64 first, qint64 second) const;

    /// The chain, and every row of every table of the catalogue held against it. `withIndex`: derived tables too.
    Result<ChainReport> verifyChain(bool withIndex = true) const;
    Result<std::vector<DuplicatePair>> duplicates(double metres = 200, double similarity = 0.8) const;
    /// Makes the derived tables (columns, full text, spatial index) anew from the records.
    Result<> rebuildIndex();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace loci::storage::heritage
