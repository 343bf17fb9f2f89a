// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/heritage/mergememory.h"
#include "layers/workspace/offline/keptconflicts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace loci::workspace {

using heritage::Action;
using heritage::Asset;
using heritage::MergeConflict;
namespace stored = storage::heritage::key;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritageCapture)
};

bool isAssetKey(const QString &key)
{
    return key.startsWith(QLatin1String(stored::kAsset));
}

/// The record as the person may see it; nothing for who may not see all of it.
std::optional<heritage::Record> shownRecord(const Catalogue &catalogue, const QString &key)
{
    const QString id = key.section(QLatin1Char('/'), -1);
    if (!isAssetKey(key)) {
        const auto zone = catalogue.zone(id);
        return zone ? std::optional<heritage::Record>(*zone) : std::nullopt;
    }
    const auto asset = catalogue.asset(id);
    return asset && !asset->json().contains(QLatin1String("isCoarse")) ? std::optional<heritage::Record>(*asset)
                                                                       : std::nullopt;
}

QString nameOf(const QString &key, const heritage::Record &record)
{
    return isAssetKey(key) ? Asset(record.json()).name()
                           : record.text(QStringLiteral("/name"), {QStringLiteral("zh"), QStringLiteral("en")});
}

bool mayEdit(const Catalogue &catalogue, const QString &key)
{
    return !key.startsWith(QLatin1String(stored::kPrefix)) ||
           catalogue.policy().allows(catalogue.person(), Action::Edit);
}

/// Of documents that have no memory of merges: settings, views, and records that one side deleted.
void addOthers(std::vector<PendingConflict> &list, const Catalogue &catalogue, const Workspace &workspace)
{
    for (OpenConflict &one : openConflicts(workspace)) {
        if (mayEdit(catalogue, one.kept.key)) {
            list.push_back(
                {one.kept.key, one.document, one.name, one.kept.person, one.kept.label, std::move(one.field)});
        }
    }
}

Result<> decideOther(const Catalogue &catalogue, Workspace &workspace, const PendingConflict &conflict, TakeSide side,
                     const QString &reason)
{
    if (!mayEdit(catalogue, conflict.record)) {
        return fail(catalogue.policy().refusal(catalogue.person(), Action::Edit, Asset()));
    }
    return decideOpenConflict(workspace, conflict.state, conflict.field.path, side == TakeSide::Theirs, reason,
                              catalogue.person());
}

} // namespace

std::vector<PendingConflict> pendingConflicts(const Catalogue &catalogue, const Workspace &workspace)
{
    std::vector<PendingConflict> list;
    const QStringList keys = workspace.keys(QLatin1String(kMergePrefix));
    for (const QString &own : keys) {
        const MergeMemory memory = MergeMemory::parse(workspace.document(own).value_or(QByteArray()));
        const QString key = MergeMemory::recordKeyOf(own);
        const auto record = memory.cases.empty() ? std::nullopt : shownRecord(catalogue, key);
        if (!record) {
            continue;
        }
        for (const MergeCase &one : memory.cases) {
            for (MergeConflict field : one.fields) {
                field.mine = heritage::mergeFieldAt(record->json(), field.path);
                list.push_back({key, one.name, nameOf(key, *record), one.person, one.bundle, std::move(field)});
            }
        }
    }
    addOthers(list, catalogue, workspace);
    return list;
}

Result<> decideConflict(const Catalogue &catalogue, Workspace &workspace, const PendingConflict &conflict,
                        TakeSide side, const QString &reason)
{
    if (conflict.state.startsWith(QLatin1String(kConflictPrefix))) {
        return decideOther(catalogue, workspace, conflict, side, reason);
    }
    const auto gone = [] { return fail(ErrorCode::Usage, Texts::tr("This conflict was decided already.")); };
    MergeMemory memory =
        MergeMemory::parse(workspace.document(MergeMemory::keyFor(conflict.record)).value_or(QByteArray()));
    const auto one = std::find_if(memory.cases.begin(), memory.cases.end(),
                                  [&](const MergeCase &known) { return known.name == conflict.state; });
    const auto record = shownRecord(catalogue, conflict.record);
    if (one == memory.cases.end() || !record || side == TakeSide::Ask) {
        return gone();
    }
    const auto field = std::find_if(one->fields.begin(), one->fields.end(),
                                    [&](const MergeConflict &known) { return known.path == conflict.field.path; });
    if (field == one->fields.end()) {
        return gone();
    }
    QJsonObject json = record->json();
    if (side == TakeSide::Theirs) {
        json = heritage::withMergeField(json, field->path, field->theirs).toObject();
    }
    if (isAssetKey(conflict.record)) {
        const heritage::ReviewPolicy rules = catalogue.policy();
        for (const Asset &state : {Asset(record->json()), Asset(json)}) {
            if (!rules.allows(catalogue.person(), Action::Edit, state)) {
                return fail(rules.refusal(catalogue.person(), Action::Edit, state));
            }
        }
        json = heritage::edited(Asset(json), catalogue.person(), workspace.clock().nowUtc()).json();
    } else if (!catalogue.policy().allows(catalogue.person(), Action::Edit)) {
        return fail(catalogue.policy().refusal(catalogue.person(), Action::Edit, Asset()));
    }
    one->fields.erase(field);
    if (one->fields.empty()) {
        const MergeCase closed = *one;
        memory.cases.erase(one);
        LOCI_TRY(const auto states, catalogue.store().history(conflict.record));
        memory.close(closed, states.empty() ? 0 : states.back().number, false);
    }
    Command command{Texts::tr("Decide a conflict of “%1”").arg(conflict.name), {}, reason, catalogue.person()};
    command.changes.push_back({conflict.record, {}, heritage::Record(json).bytes()});
    command.changes.push_back({MergeMemory::keyFor(conflict.record), {}, memory.bytes()});
    return workspace.commit(std::move(command));
}

} // namespace loci::workspace
