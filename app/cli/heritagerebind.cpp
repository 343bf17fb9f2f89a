// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritagecapture.h"
#include "app/cli/heritageread.h"
#include "layers/formats/modelreader.h"
#include "layers/workspace/heritage/rebinding.h"
#include "layers/workspace/modelfetch.h"
#include "layers/workspace/paths.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace loci::cli {

using workspace::Access;
using workspace::Workspace;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageRebind)
};

/// By id, or by the file that it is read from.
Result<QString> modelIdOf(const Workspace &opened, const QString &wanted)
{
    const QString prefix = QLatin1String(workspace::key::kCityModelPrefix);
    const QStringList keys = opened.keys(prefix);
    for (const QString &key : keys) {
        const QString path = opened.json(key).value(QLatin1String("path")).toString();
        if (key == prefix + wanted || QFileInfo(workspace::resolvedPath(opened.path(), path)) == QFileInfo(wanted)) {
            return key.mid(prefix.size());
        }
    }
    return fail(ErrorCode::Usage, Texts::tr("The workspace has no city model “%1”.").arg(wanted));
}

Result<double> overlapOf(const Call &call)
{
    const QString text = call.options.value(QStringLiteral("overlap"));
    bool isNumber = text.isEmpty();
    const double value = text.isEmpty() ? workspace::kSameBuilding : text.toDouble(&isNumber);
    if (!isNumber || !(value > 0 && value <= 1)) {
        return fail(ErrorCode::Usage, Texts::tr("--overlap is a share above 0 and up to 1, not “%1”.").arg(text));
    }
    return value;
}

Result<Answer> runRebind(const Call &call)
{
    const bool isDryRun = call.options.contains(QStringLiteral("dry-run"));
    LOCI_TRY(const double overlap, overlapOf(call));
    LOCI_TRY(const OpenedCatalogue opened, openCatalogue(call, isDryRun ? Access::ReadOnly : Access::ReadWrite));
    LOCI_TRY(const QString id, modelIdOf(*opened.workspace, call.options.value(QStringLiteral("model"))));
    const QString stored = opened.workspace->json(QLatin1String(workspace::key::kCityModelPrefix) + id)
                               .value(QLatin1String("path"))
                               .toString();
    LOCI_TRY(const QString file,
             workspace::modelFinder (*opened.workspace)(
                 call.options.value(QStringLiteral("file"), workspace::resolvedPath(opened.workspace->path(), stored)),
                 call.cancel));
    LOCI_TRY(const formats::LoadedModel loaded, formats::readModel(file, call.cancel));
    workspace::BindableModel model{id, loaded.value, {}};
    LOCI_TRY(model.footprints, city::footprints(*loaded.value, call.cancel));
    LOCI_TRY(const auto bound, workspace::recordsBoundTo(opened.catalogue->store(), id, call.cancel));
    const workspace::RebindPlan plan =
        workspace::planRebinding(bound, model, opened.workspace->clock().nowUtc(), overlap, call.cancel);
    int written = 0;
    if (!isDryRun) {
        LOCI_TRY(written, workspace::applyRebinding(
                              *opened.catalogue, bound, plan,
                              Texts::tr("The city model was replaced by %1").arg(QFileInfo(file).fileName())));
    }
    Answer answer;
    answer.json = {{QStringLiteral("model"), id},        {QStringLiteral("records"), qint64(bound.size())},
                   {QStringLiteral("kept"), plan.kept},  {QStringLiteral("rebound"), plan.rebound},
                   {QStringLiteral("lost"), plan.lost},  {QStringLiteral("overlap"), overlap},
                   {QStringLiteral("written"), written}, {QStringLiteral("dryRun"), isDryRun}};
    answer.findings = plan.findings;
    answer.text = Texts::tr("%1 bindings kept by id, %2 bound again by their ground, %3 unbound.")
                      .arg(plan.kept)
                      .arg(plan.rebound)
                      .arg(plan.lost);
    return answer;
}

} // namespace

HeritageCommand heritageRebindCommand()
{
    return {QStringLiteral("rebind"),
            QStringLiteral("rebind WORKSPACE --model ID|FILE [--file FILE] [--overlap 0.5] [--dry-run] [--as PERSON]"),
            {QStringLiteral("model"), QStringLiteral("file"), QStringLiteral("overlap"), QStringLiteral("as")},
            {QStringLiteral("dry-run")},
            1,
            1,
            runRebind};
}

} // namespace loci::cli
