// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/plandossier.h"

#include "app/cli/plan/planinput.h"
#include "app/planning/dossier.h"
#include "layers/scene/sceneimage.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

/// What a person sees from the eye of the view.
Result<QImage> pictureOf(const city::CityModelPtr &model, const planning::ProtectedView &view,
                         const CancelToken &cancel)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("view.png"));
    scene::ImageRequest request;
    request.models = {model};
    request.width = 1500;
    request.height = 800;
    request.camera = scene::Camera{view.eyes.front(), view.edge[view.edge.size() / 2]};
    LOCI_CHECK(scene::renderImage(request, path, cancel));
    QImage image;
    if (!image.load(path)) {
        return fail(ErrorCode::Internal, Texts::tr("The 3D picture could not be drawn."));
    }
    return image;
}

void addScenes(app::Dossier &dossier, const city::CityModelPtr &base, const CancelToken &cancel, Findings &findings)
{
    if (!dossier.view) {
        return;
    }
    for (const auto &[model, words] : {std::pair{base, Texts::tr("Today, from view %1.")},
                                       std::pair{dossier.changed, Texts::tr("With the proposal, from view %1.")}}) {
        auto picture = pictureOf(model, *dossier.view, cancel);
        if (!picture) {
            findings.push_back({Severity::Warning,
                                QStringLiteral("no_3d_picture"),
                                dossier.view->id,
                                {},
                                Texts::tr("The dossier has no 3D pictures: %1").arg(picture.error().message)});
            return;
        }
        dossier.report.scenes.push_back({*picture, words.arg(dossier.view->id)});
    }
}

} // namespace

Result<Answer> planDossier(const PlanInput &input)
{
    LOCI_CHECK(input.need({"scenario", "out"}));
    LOCI_TRY(const planning::PlanCase *known, input.planCase());
    LOCI_TRY(const PlanModel model, input.model());
    app::DossierInput wanted;
    wanted.planCase = *known;
    wanted.scenario = input.option("scenario");
    wanted.view = input.option("view");
    wanted.language = dataLanguage();
    wanted.source = QFileInfo(input.call().arguments.value(1)).completeBaseName();
    wanted.base = model.base;
    wanted.baseName = wanted.source;
    LOCI_TRY(wanted.day, input.day());
    LOCI_TRY(wanted.datum, input.datum());
    LOCI_TRY(app::Dossier dossier, app::computeDossier(wanted, input.call().cancel));
    Answer answer;
    answer.findings = model.findings;
    addScenes(dossier, model.base, input.call().cancel, answer.findings);
    const QString path = input.option("out");
    LOCI_TRY(const int pages, app::writeDossier(dossier.report, path));
    answer.json = {{QStringLiteral("output"), QFileInfo(path).absoluteFilePath()},
                   {QStringLiteral("pages"), pages},
                   {QStringLiteral("contentHash"), dossier.report.contentHash},
                   {QStringLiteral("numbers"), dossier.numbers}};
    answer.text = Texts::tr("%1 was written, content %2.").arg(path, dossier.report.contentHash);
    return answer;
}

} // namespace loci::cli
