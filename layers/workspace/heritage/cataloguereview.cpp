// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/catalogue.h"

namespace loci::workspace {

using loci::heritage::Action;
using loci::heritage::Asset;
using loci::heritage::ReviewPolicy;
using storage::heritage::AssetQuery;
namespace keys = storage::heritage::key;

Result<> Catalogue::change(const QStringList &ids, const Step &step, const QString &reason, const QString &title)
{
    Command command{title, {}, reason, m_person};
    command.changes.reserve(std::size_t(ids.size()));
    for (const QString &id : ids) {
        LOCI_TRY(const auto known, store().asset(id));
        if (!known) {
            return fail(ErrorCode::Usage, tr("There is no record %1.").arg(id));
        }
        LOCI_TRY(const Asset asset, step(*known));
        command.changes.push_back({QLatin1String(keys::kAsset) + id, {}, asset.bytes()});
    }
    return m_workspace.commit(std::move(command));
}

Result<> Catalogue::submit(const QStringList &assetIds, const QString &reason)
{
    const ReviewPolicy rules = policy();
    const QDateTime now = m_workspace.clock().nowUtc();
    return change(
        assetIds, [&](const Asset &asset) { return loci::heritage::submitted(asset, rules, m_person, now); }, reason,
        tr("Submit %n records", nullptr, int(assetIds.size())));
}

Result<> Catalogue::sendBack(const QStringList &assetIds, const QString &remark)
{
    const ReviewPolicy rules = policy();
    const QDateTime now = m_workspace.clock().nowUtc();
    return change(
        assetIds, [&](const Asset &asset) { return loci::heritage::returned(asset, rules, m_person, remark, now); },
        remark, tr("Return %n records", nullptr, int(assetIds.size())));
}

Result<> Catalogue::approve(const QStringList &assetIds, const QString &reason)
{
    const ReviewPolicy rules = policy();
    const QDateTime now = m_workspace.clock().nowUtc();
    return change(
        assetIds, [&](const Asset &asset) { return loci::heritage::approved(asset, rules, m_person, now); }, reason,
        tr("Approve %n records", nullptr, int(assetIds.size())));
}

Result<Catalogue::BulkPreview> Catalogue::previewApproval(const AssetQuery &query) const
{
    const ReviewPolicy rules = policy();
    const QDateTime now = m_workspace.clock().nowUtc();
    LOCI_TRY(const QStringList ids, store().ids(query));
    BulkPreview preview;
    for (const QString &id : ids) {
        LOCI_TRY(const auto asset, store().asset(id));
        if (!asset) {
            continue;
        }
        const auto outcome = loci::heritage::approved(*asset, rules, m_person, now);
        if (outcome) {
            preview.ids << id;
        } else {
            preview.refused.push_back(
                {Severity::Warning, QStringLiteral("review_refused"), id, {}, outcome.error().message});
        }
    }
    return preview;
}

Result<> Catalogue::trash(const QStringList &assetIds, const QString &reason)
{
    const ReviewPolicy rules = policy();
    const QString now = m_workspace.clock().nowUtc().toString(Qt::ISODate);
    return change(
        assetIds,
        [&](Asset asset) -> Result<Asset> {
            if (!rules.allows(m_person, Action::Trash, asset)) {
                return fail(rules.refusal(m_person, Action::Trash, asset));
            }
            asset.set(QStringLiteral("/trashed"), QJsonObject{{QStringLiteral("at"), now},
                                                              {QStringLiteral("by"), m_person},
                                                              {QStringLiteral("reason"), reason}});
            return asset;
        },
        reason, tr("Put %n records into the trash", nullptr, int(assetIds.size())));
}

Result<> Catalogue::untrash(const QStringList &assetIds, const QString &reason)
{
    const ReviewPolicy rules = policy();
    return change(
        assetIds,
        [&](Asset asset) -> Result<Asset> {
            if (!rules.allows(m_person, Action::Trash, asset)) {
                return fail(rules.refusal(m_person, Action::Trash, asset));
            }
            asset.set(QStringLiteral("/trashed"), QJsonValue(QJsonValue::Undefined));
            return asset;
        },
        reason, tr("Take %n records out of the trash", nullptr, int(assetIds.size())));
}

Result<> Catalogue::restore(const QString &assetId, qint64 number, const QString &reason)
{
    const ReviewPolicy rules = policy();
    const QString key = QLatin1String(keys::kAsset) + assetId;
    LOCI_TRY(const auto state, store().stateAt(key, number));
    LOCI_TRY(const auto present, store().asset(assetId));
    if (!state) {
        return fail(ErrorCode::Usage, tr("The record did not exist then."));
    }
    LOCI_TRY(const Asset asset, Asset::parse(*state));
    for (const Asset &one : {present.value_or(asset), asset}) {
        if (!rules.allows(m_person, Action::Edit, one)) {
            return fail(rules.refusal(m_person, Action::Edit, one));
        }
    }
    // An approval does not come back by the back door: who restores an approved state has to be one who may approve.
    if (reviewState(asset) != (present ? reviewState(*present) : QStringLiteral("draft")) &&
        asset.text(QStringLiteral("/review/state")) == QLatin1String("approved") &&
        !rules.allows(m_person, Action::Approve, asset)) {
        return fail(rules.refusal(m_person, Action::Approve, asset));
    }
    return m_workspace.commit({tr("Restore “%1”").arg(asset.name()), {{key, {}, *state}}, reason, m_person});
}

Result<int> Catalogue::edit(const QStringList &assetIds, const std::function<Asset(Asset)> &change,
                            const QString &reason, const QString &title)
{
    std::vector<Asset> changed;
    changed.reserve(std::size_t(assetIds.size()));
    for (const QString &id : assetIds) {
        LOCI_TRY(const auto known, store().asset(id));
        if (!known) {
            return fail(ErrorCode::Usage, tr("There is no record %1.").arg(id));
        }
        Asset asset = change(*known);
        if (!(asset == *known)) {
            changed.push_back(std::move(asset));
        }
    }
    LOCI_CHECK(putAll(changed, {}, {}, reason, title));
    return int(changed.size());
}

} // namespace loci::workspace
