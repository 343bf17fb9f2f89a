// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/catalogue.h"

#include "layers/formats/pointtransform.h"
#include "layers/storage/filelock.h"
#include "layers/storage/heritage/heritagedata.h"

#include <QJsonDocument>
#include <algorithm>

namespace loci::workspace {

using loci::heritage::Action;
using loci::heritage::Asset;
using loci::heritage::ReviewPolicy;
using loci::heritage::Zone;
using storage::heritage::AssetPage;
using storage::heritage::AssetQuery;
using storage::heritage::AssetRow;
using storage::heritage::FacetCounts;
using storage::heritage::MediaFolder;
using storage::heritage::MediumFacts;
using storage::heritage::RecordState;
namespace keys = storage::heritage::key;

namespace {
constexpr std::size_t kLargeImport = 1000;

QString assetKey(const QString &id)
{
    return QLatin1String(keys::kAsset) + id;
}

QString sensitivityOf(const Asset &asset)
{
    return asset.text(QStringLiteral("/sensitivity/level"));
}

bool isSensitive(const QString &level)
{
    return level == QLatin1String("restricted") || level == QLatin1String("withheld");
}

/// The asset of a list's line, as far as rights depend on it.
Asset rightsOf(const loci::heritage::AssetFacts &facts)
{
    Asset asset;
    asset.set(QStringLiteral("/district"), facts.district);
    asset.set(QStringLiteral("/sensitivity/level"), facts.sensitivity);
    return asset;
}

std::optional<Vec2> toDegrees(Vec2 place, int crs)
{
    const auto way = formats::PointTransform::between(EpsgCode(crs), EpsgCode(4326));
    return way ? (*way)(place) : std::nullopt;
}

/// The middle of the cell of a kilometre that the place lies in.
void coarsen(AssetRow &row)
{
    if (!row.longitude || !row.latitude) {
        return;
    }
    Asset probe;
    loci::heritage::Geometry point;
    point.wkt = QStringLiteral("POINT(%1 %2)").arg(*row.longitude, 0, 'f', 9).arg(*row.latitude, 0, 'f', 9);
    probe.setParts<loci::heritage::Geometry>({point});
    const auto coarse = loci::heritage::coarsened(probe).parts<loci::heritage::Geometry>();
    const QStringList numbers = coarse.front().wkt.mid(6).chopped(1).split(QLatin1Char(' '));
    row.longitude = numbers.value(0).toDouble();
    row.latitude = numbers.value(1).toDouble();
    row.isCoarse = true;
}
} // namespace

Catalogue::Catalogue(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_person(storage::currentUser())
{}

void Catalogue::setPerson(const QString &person)
{
    m_person = person;
    m_workspace.setPerson(person);
}

ReviewPolicy Catalogue::policy() const
{
    const auto bytes = m_workspace.document(QLatin1String(keys::kReview));
    const auto policy = bytes ? ReviewPolicy::parse(*bytes) : ReviewPolicy::standard();
    return policy.value_or(ReviewPolicy::standard());
}

Result<> Catalogue::setPolicy(const ReviewPolicy &policy, const QString &reason)
{
    if (!this->policy().allows(m_person, Action::ManageRoles)) {
        return fail(ErrorCode::Usage, tr("%1 has no role that may change roles and levels.").arg(m_person));
    }
    return m_workspace.commit(
        {tr("Change roles of the review"), {{QLatin1String(keys::kReview), {}, policy.bytes()}}, reason, m_person});
}

QString Catalogue::profileId() const
{
    const QString id = m_workspace.json(QLatin1String(keys::kProfile)).value(QLatin1String("id")).toString();
    return id.isEmpty() ? QStringLiteral("china") : id;
}

Result<> Catalogue::setProfile(const QString &id)
{
    LOCI_TRY(const auto profile, storage::heritage::loadProfile(id));
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("id"), profile.id}}).toJson();
    return m_workspace.commit(
        {tr("Change the record profile"), {{QLatin1String(keys::kProfile), {}, json}}, {}, m_person});
}

bool Catalogue::may(Action action, const Asset &asset) const
{
    return policy().allows(m_person, action, asset);
}

std::optional<Asset> Catalogue::asset(const QString &id) const
{
    const auto found = store().asset(id);
    if (!found || !*found) {
        return std::nullopt;
    }
    const Asset &asset = **found;
    const QString level = sensitivityOf(asset);
    const ReviewPolicy rules = policy();
    if (!rules.allows(m_person, Action::View, asset)) {
        return std::nullopt;
    }
    if (!isSensitive(level) || rules.allows(m_person, Action::SeeExactPlace, asset)) {
        return asset;
    }
    return level == QLatin1String("withheld") ? std::nullopt
                                              : std::optional(loci::heritage::coarsened(asset, toDegrees));
}

/// The zones of a place tell where it is.
std::optional<Zone> Catalogue::zone(const QString &id) const
{
    const auto found = store().zone(id);
    if (!found || !*found) {
        return std::nullopt;
    }
    const ReviewPolicy rules = policy();
    const QStringList named = (*found)->assets();
    const bool isHidden = std::any_of(named.begin(), named.end(), [&](const QString &own) {
        const auto asset = store().asset(own);
        return asset && *asset && isSensitive(sensitivityOf(**asset)) &&
               !rules.allows(m_person, Action::SeeExactPlace, **asset);
    });
    return isHidden ? std::nullopt : *found;
}

Result<AssetPage> Catalogue::search(const AssetQuery &query, int offset, int limit) const
{
    const ReviewPolicy rules = policy();
    AssetQuery asked = query;
    asked.withheldToo = query.withheldToo && rules.allows(m_person, Action::SeeExactPlace);
    LOCI_TRY(AssetPage page, store().search(asked, offset, limit));
    for (AssetRow &row : page.rows) {
        if (isSensitive(row.facts.sensitivity) && !rules.allows(m_person, Action::SeeExactPlace, rightsOf(row.facts))) {
            coarsen(row);
        }
    }
    return page;
}

Result<FacetCounts> Catalogue::facetCounts(const AssetQuery &query) const
{
    AssetQuery asked = query;
    asked.withheldToo = query.withheldToo && policy().allows(m_person, Action::SeeExactPlace);
    return store().facetCounts(asked);
}

Result<std::vector<RecordState>> Catalogue::history(const QString &assetId) const
{
    LOCI_TRY(const auto found, store().asset(assetId));
    if (found && isSensitive(sensitivityOf(*found)) && !may(Action::SeeExactPlace, *found)) {
        return fail(ErrorCode::Usage,
                    tr("The history of this record tells its exact place, which %1 may not see.").arg(m_person));
    }
    return store().history(assetKey(assetId));
}

Result<> Catalogue::put(Asset asset, const QString &reason, const QString &title)
{
    const QString name = asset.name();
    return putAll({std::move(asset)}, {}, {}, reason, title.isEmpty() ? tr("Edit “%1”").arg(name) : title);
}

Result<> Catalogue::put(const Zone &zone, const QString &reason, const QString &title)
{
    return putAll({}, {zone}, {}, reason, title.isEmpty() ? tr("Edit a zone") : title);
}

Result<> Catalogue::put(Asset asset, const Asset &seen, const QString &reason, const QString &title)
{
    LOCI_TRY(Command command, edits({std::move(asset)}, {}, {}, reason, title));
    for (Change &change : command.changes) {
        change.before = seen.bytes();
    }
    return m_workspace.commit(std::move(command));
}

Result<> Catalogue::putAll(const std::vector<Asset> &assets, const std::vector<Zone> &zones,
                           const std::vector<MediumFacts> &media, const QString &reason, const QString &title)
{
    LOCI_TRY(Command command, edits(assets, zones, media, reason, title));
    return m_workspace.commit(std::move(command));
}

Result<Command> Catalogue::edits(const std::vector<Asset> &assets, const std::vector<Zone> &zones,
                                 const std::vector<MediumFacts> &media, const QString &reason,
                                 const QString &title) const
{
    const ReviewPolicy rules = policy();
    const QDateTime now = m_workspace.clock().nowUtc();
    Command command{title, {}, reason, m_person};
    command.changes.reserve(assets.size() + zones.size() + media.size());
    for (const Asset &wanted : assets) {
        LOCI_TRY(const auto known, store().asset(wanted.id()));
        Asset asset = wanted;
        // Only the steps of a review change its state, and what is coarse for this person stays exact.
        asset.set(QStringLiteral("/review"),
                  known ? known->value(QStringLiteral("/review")) : QJsonValue(QJsonValue::Undefined));
        if (wanted.json().contains(QLatin1String("isCoarse"))) {
            return fail(ErrorCode::Usage,
                        tr("“%1” is shown without its exact place and cannot be changed.").arg(wanted.name()));
        }
        for (const Asset &state : {known.value_or(asset), asset}) { // nobody edits across the border of their area
            if (!rules.allows(m_person, Action::Edit, state)) {
                return fail(rules.refusal(m_person, Action::Edit, state));
            }
        }
        if (known && *known == asset) {
            continue;
        }
        asset = loci::heritage::edited(std::move(asset), m_person, now);
        command.changes.push_back({assetKey(asset.id()), {}, asset.bytes()});
    }
    if (!(zones.empty() && media.empty()) && !rules.allows(m_person, Action::Edit)) {
        return fail(rules.refusal(m_person, Action::Edit, assets.empty() ? Asset() : assets.front()));
    }
    for (const Zone &zone : zones) {
        command.changes.push_back({QLatin1String(keys::kZone) + zone.id(), {}, zone.bytes()});
    }
    for (const MediumFacts &medium : media) {
        command.changes.push_back({QLatin1String(keys::kMedium) + medium.sha256, {}, medium.json()});
    }
    if (command.changes.size() > kLargeImport) { // neighbours in the indexes are written together
        std::sort(command.changes.begin(), command.changes.end(),
                  [](const Change &a, const Change &b) { return a.key < b.key; });
    }
    return command;
}

Result<> Catalogue::saveSearch(const QString &id, const QString &name, const AssetQuery &query)
{
    const QByteArray json =
        QJsonDocument(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("query"), query.json()}}).toJson();
    return m_workspace.commit(
        {tr("Keep the search “%1”").arg(name), {{QLatin1String(keys::kSearch) + id, {}, json}}, {}, m_person});
}

MediaFolder Catalogue::media() const
{
    return MediaFolder::besideWorkspace(m_workspace.path());
}

Findings Catalogue::checkMedia(const CancelToken &cancel) const
{
    QStringList hashes = m_workspace.keys(QLatin1String(keys::kMedium));
    for (QString &hash : hashes) {
        hash = hash.mid(qstrlen(keys::kMedium));
    }
    return media().checkFixity(hashes, cancel);
}

const storage::heritage::HeritageStore &Catalogue::store() const
{
    return m_workspace.heritage();
}

} // namespace loci::workspace
