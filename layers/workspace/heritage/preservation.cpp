// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/preservation.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace loci::workspace {

using heritage::Action;
using heritage::Asset;
using storage::heritage::MediaFolder;
namespace stored = storage::heritage::key;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritagePreservation)
};

constexpr char kFixityState[] = "heritage/fixity";
constexpr char kTrashSetting[] = "heritage/setting/trash";
constexpr int kStandardDays = 365;

QDateTime trashedAt(const Asset &asset)
{
    return QDateTime::fromString(asset.text(QStringLiteral("/trashed/at")), Qt::ISODate);
}

/// Hashes that records name; those of `without` left out.
Result<QSet<QString>> namedMedia(const Catalogue &catalogue, const Workspace &workspace, const QSet<QString> &without)
{
    QSet<QString> named;
    const QStringList keys = workspace.keys(QLatin1String(stored::kAsset));
    for (const QString &key : keys) {
        LOCI_TRY(const auto asset, catalogue.store().asset(key.mid(qstrlen(stored::kAsset))));
        if (!asset || without.contains(asset->id())) {
            continue;
        }
        for (const auto &use : asset->parts<heritage::MediaUse>()) {
            named << use.sha256;
        }
    }
    const QStringList zones = workspace.keys(QLatin1String(stored::kZone));
    for (const QString &key : zones) {
        LOCI_TRY(const auto zone, catalogue.store().zone(key.mid(qstrlen(stored::kZone))));
        for (const auto &version : zone ? zone->parts<heritage::ZoneVersion>() : std::vector<heritage::ZoneVersion>()) {
            named << version.decreeScan;
        }
    }
    return named;
}

} // namespace

QJsonObject FixityReport::json() const
{
    QJsonArray list;
    for (const Finding &finding : findings) {
        list.append(QJsonObject{{QStringLiteral("code"), finding.code},
                                {QStringLiteral("object"), finding.object},
                                {QStringLiteral("where"), finding.where},
                                {QStringLiteral("message"), finding.message}});
    }
    return {{QStringLiteral("checked"), checked.toString(Qt::ISODate)},
            {QStringLiteral("files"), files},
            {QStringLiteral("restored"), restored},
            {QStringLiteral("strangers"), strangers},
            {QStringLiteral("findings"), list}};
}

FixityReport FixityReport::fromJson(const QJsonObject &json)
{
    FixityReport report;
    report.checked = QDateTime::fromString(json.value(QLatin1String("checked")).toString(), Qt::ISODate);
    report.files = json.value(QLatin1String("files")).toInt();
    report.restored = json.value(QLatin1String("restored")).toInt();
    report.strangers = json.value(QLatin1String("strangers")).toInt();
    const QJsonArray list = json.value(QLatin1String("findings")).toArray();
    report.findings.reserve(std::size_t(list.size()));
    for (const auto &value : list) {
        const QJsonObject one = value.toObject();
        report.findings.push_back({Severity::Error, one.value(QLatin1String("code")).toString(),
                                   one.value(QLatin1String("object")).toString(),
                                   one.value(QLatin1String("where")).toString(),
                                   one.value(QLatin1String("message")).toString()});
    }
    return report;
}

QStringList mediaHashes(const Workspace &workspace)
{
    QStringList hashes = workspace.keys(QLatin1String(stored::kMedium));
    for (QString &hash : hashes) {
        hash = hash.mid(qstrlen(stored::kMedium));
    }
    return hashes;
}

FixityReport checkFixity(const MediaFolder &folder, const QStringList &hashes, const QDateTime &now,
                         const CancelToken &cancel, const ProgressFunction &progress)
{
    FixityReport report;
    report.checked = now;
    report.files = int(hashes.size());
    for (const QString &hash : hashes) {
        if (!folder.contains(hash) && folder.restore(hash)) {
            ++report.restored;
        }
    }
    report.findings = folder.checkFixity(hashes, cancel, progress);
    const QSet<QString> named(hashes.begin(), hashes.end());
    const QStringList there = folder.stored();
    report.strangers =
        int(std::count_if(there.begin(), there.end(), [&named](const QString &one) { return !named.contains(one); }));
    return report;
}

void keepFixityReport(Workspace &workspace, const FixityReport &report)
{
    workspace.setViewState(QLatin1String(kFixityState), QJsonDocument(report.json()).toJson(QJsonDocument::Compact));
}

std::optional<FixityReport> lastFixityReport(const Workspace &workspace)
{
    const auto kept = workspace.viewState(QLatin1String(kFixityState));
    return kept ? std::optional(FixityReport::fromJson(QJsonDocument::fromJson(*kept).object())) : std::nullopt;
}

bool isFixityDue(const Workspace &workspace)
{
    if (mediaHashes(workspace).isEmpty()) {
        return false;
    }
    const auto last = lastFixityReport(workspace);
    const QDateTime now = workspace.clock().nowUtc();
    return !last || !last->checked.isValid() || last->checked > now || last->checked.addDays(kFixityDays) < now;
}

int trashDays(const Workspace &workspace)
{
    const int days = workspace.json(QLatin1String(kTrashSetting)).value(QLatin1String("days")).toInt(kStandardDays);
    return days > 0 ? days : kStandardDays;
}

Result<> setTrashDays(const Catalogue &catalogue, Workspace &workspace, int days)
{
    if (days < 1) {
        return fail(ErrorCode::Usage, Texts::tr("The trash keeps for at least one day."));
    }
    if (!catalogue.policy().allows(catalogue.person(), Action::ManageRoles)) {
        return fail(catalogue.policy().refusal(catalogue.person(), Action::ManageRoles, Asset()));
    }
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("days"), days}}).toJson();
    return workspace.commit({Texts::tr("Change how long the trash keeps"),
                             {{QLatin1String(kTrashSetting), {}, json}},
                             {},
                             catalogue.person()});
}

Result<TrashReport> emptyTrash(const Catalogue &catalogue, Workspace &workspace, const CancelToken &cancel)
{
    TrashReport report;
    const QDateTime now = workspace.clock().nowUtc();
    const QDateTime limit = now.addDays(-trashDays(workspace));
    storage::heritage::AssetQuery query;
    query.trashed = true;
    query.withheldToo = true;
    LOCI_TRY(const QStringList ids, catalogue.store().ids(query));
    Command command{Texts::tr("Empty the trash"), {}, {}, catalogue.person()};
    QSet<QString> going;
    QSet<QString> media;
    for (const QString &id : ids) {
        LOCI_TRY(const auto asset, catalogue.store().asset(id));
        const QDateTime at = asset ? trashedAt(*asset) : QDateTime();
        if (!at.isValid() || at > limit || !catalogue.may(Action::Trash, *asset)) {
            ++report.waiting;
            continue;
        }
        going << id;
        command.changes.push_back({QLatin1String(stored::kAsset) + id, {}, std::nullopt});
        for (const auto &use : asset->parts<heritage::MediaUse>()) {
            media << use.sha256;
        }
    }
    if (!going.isEmpty()) {
        LOCI_TRY(const QSet<QString> named, namedMedia(catalogue, workspace, going));
        media -= named;
        for (const QString &hash : std::as_const(media)) {
            command.changes.push_back({QLatin1String(stored::kMedium) + hash, {}, std::nullopt});
        }
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        LOCI_CHECK(workspace.commit(std::move(command)));
        report.records = int(going.size());
    }
    const MediaFolder folder = catalogue.media();
    for (const QString &hash : std::as_const(media)) {
        if (folder.contains(hash)) {
            LOCI_CHECK(folder.trash(hash, now));
            ++report.files;
        }
    }
    LOCI_TRY(report.purged, folder.purge(limit));
    return report;
}

} // namespace loci::workspace
