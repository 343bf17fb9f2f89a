// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawinputs.h"

#include "layers/formats/modelreader.h"
#include "layers/storage/postgisaddress.h"
#include "layers/workspace/modelfetch.h"
#include "widgets/city/citylibrary.h"

#include <QFileInfo>

namespace loci::cli {

bool isWorkspaceFile(const QString &path)
{
    return QFileInfo(path).suffix().compare(QLatin1String("loci"), Qt::CaseInsensitive) == 0 ||
           storage::PostGisAddress::looksLikeOne(path);
}

Result<std::unique_ptr<workspace::Workspace>> openForDrawing(const QString &path)
{
    return workspace::Workspace::open(path, workspace::Access::ReadOnly);
}

Result<DrawnModel> readDrawn(const QString &path, const Call &call, Findings &findings)
{
    LOCI_TRY(formats::LoadedModel loaded, formats::readModel(path, call.cancel));
    findings.insert(findings.end(), loaded.findings.begin(), loaded.findings.end());
    return DrawnModel{QFileInfo(path).completeBaseName(), std::move(loaded.value)};
}

Result<std::vector<DrawnModel>> shownModels(const workspace::Workspace &workspace, const Call &call, Findings &findings)
{
    std::vector<DrawnModel> models;
    const QStringList keys = workspace.keys(QLatin1String(workspace::key::kCityModelPrefix));
    const workspace::ModelFinder find = workspace::modelFinder(workspace);
    for (const QString &key : keys) {
        const widgets::CityEntry entry = widgets::cityEntryOf(workspace, key);
        if (!entry.visible) {
            continue;
        }
        const Result<QString> place = find(entry.path, call.cancel);
        Result<DrawnModel> read = place ? readDrawn(*place, call, findings) : Result<DrawnModel>(fail(place.error()));
        if (!read && read.error().code == ErrorCode::Cancelled) {
            return fail(std::move(read.error()));
        }
        if (!read) {
            findings.push_back(
                {Severity::Warning, QStringLiteral("model_unreadable"), entry.name, entry.path, read.error().message});
            continue;
        }
        models.push_back({entry.name, city::adjusted(read->model, entry.adjustment)});
    }
    return models;
}

} // namespace loci::cli
