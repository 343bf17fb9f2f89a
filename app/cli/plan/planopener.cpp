// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planopener.h"

#include "layers/domain/city/modelshift.h"
#include "layers/storage/postgisaddress.h"
#include "layers/workspace/modelfetch.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/planning/planstore.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

bool isWorkspace(const QString &path)
{
    return path.endsWith(QLatin1String(".loci")) || storage::PostGisAddress::looksLikeOne(path);
}

city::ModelAdjustment adjustmentOf(const QJsonObject &json)
{
    city::ModelAdjustment adjustment;
    adjustment.dz = json[QLatin1String("heightOffset")].toDouble();
    adjustment.crs = EpsgCode(json[QLatin1String("crs")].toInt());
    adjustment.swapAxes = json[QLatin1String("swapAxes")].toBool();
    const double unit = json[QLatin1String("unit")].toDouble(1);
    adjustment.unit = unit > 0 ? unit : 1;
    return adjustment;
}

Result<formats::LoadedModel> openWorkspace(const QString &path, const CancelToken &cancel)
{
    LOCI_TRY(const auto opened, workspace::Workspace::open(path, workspace::Access::ReadOnly));
    const QStringList keys = opened->keys(QLatin1String(workspace::key::kCityModelPrefix));
    const QString wanted =
        QLatin1String(workspace::key::kCityModelPrefix) +
        opened->json(QLatin1String(workspace::key::kPlanSettings))[QLatin1String("model")].toString();
    const QString key = keys.contains(wanted) ? wanted : keys.value(0);
    if (keys.size() != 1 && key != wanted) {
        return fail(
            ErrorCode::Usage,
            Texts::tr("%1 has %2 city models; name the file of the one that is meant.").arg(path).arg(keys.size()));
    }
    const QJsonObject json = opened->json(key);
    LOCI_TRY(const QString file,
             workspace::modelFinder (*opened)(
                 workspace::resolvedPath(opened->path(), json[QLatin1String("path")].toString()), cancel));
    LOCI_TRY(formats::LoadedModel loaded, formats::readModel(file, cancel));
    loaded.value = city::adjusted(loaded.value, adjustmentOf(json));
    return loaded;
}

} // namespace

ModelOpener workspaceModelOpener()
{
    return [](const QString &path, const CancelToken &cancel) -> Result<formats::LoadedModel> {
        return isWorkspace(path) ? openWorkspace(path, cancel) : formats::readModel(path, cancel);
    };
}

CaseOpener workspaceCaseOpener()
{
    return [](const QString &path) -> Result<Loaded<planning::PlanCase>> {
        if (!isWorkspace(path)) {
            return Loaded<planning::PlanCase>();
        }
        LOCI_TRY(const auto opened, workspace::Workspace::open(path, workspace::Access::ReadOnly));
        return workspace::PlanStore::load(*opened);
    };
}

} // namespace loci::cli
