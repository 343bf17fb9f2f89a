// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/rays/modelfaces.h"
#include "layers/analysis/view/sight.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cmath>

namespace loci::cli {

using analysis::Viewshed;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

Result<Vec3> place(const PlanInput &input, const char *name)
{
    LOCI_TRY(const std::vector<double> numbers, input.numbers(name, 3));
    return Vec3{numbers[0], numbers[1], numbers[2]};
}

Result<Answer> sightLine(const PlanInput &input, const city::CityModel &model, const Vec3 &eye)
{
    LOCI_TRY(const Vec3 target, place(input, "target"));
    std::optional<double> refraction;
    if (input.has("refraction")) {
        LOCI_TRY(refraction, input.number("refraction", 0));
    }
    const analysis::SightLine sight = analysis::lineOfSight(analysis::facesOfModel(model), eye, target, refraction);
    const QString blocker = sight.blocker ? model.idOf(*sight.blocker) : QString();
    Answer answer;
    answer.json = {
        {QStringLiteral("visible"), sight.isVisible},
        {QStringLiteral("distance"), sight.distance},
        {QStringLiteral("clearance"), std::isfinite(sight.clearance) ? QJsonValue(sight.clearance) : QJsonValue()},
        {QStringLiteral("neededHeight"),
         std::isfinite(sight.neededHeight) ? QJsonValue(sight.neededHeight) : QJsonValue()},
        {QStringLiteral("blockedAt"), jsonNumber(sight.blockedAt)},
        {QStringLiteral("blocker"), blocker.isEmpty() ? QJsonValue() : QJsonValue(blocker)}};
    answer.text = sight.isVisible
                      ? Texts::tr("The target is seen, over a distance of %1 m.").arg(sight.distance, 0, 'f', 1)
                      : Texts::tr("The target is hidden by %1 at %2 m; from %3 m on it would be seen.")
                            .arg(blocker)
                            .arg(sight.blockedAt.value_or(0), 0, 'f', 1)
                            .arg(sight.neededHeight, 0, 'f', 2);
    return answer;
}

Result<Answer> seenFrom(const PlanInput &input, const analysis::RayScene &scene, const Vec3 &eye)
{
    analysis::ViewshedRequest request;
    request.eye = eye;
    LOCI_TRY(request.cell, input.number("grid", 1));
    LOCI_TRY(request.targetHeight, input.number("target-height", 0));
    request.low = {scene.bounds().min.x, scene.bounds().min.y};
    request.high = {scene.bounds().max.x, scene.bounds().max.y};
    if (input.has("bbox")) {
        LOCI_TRY(const std::vector<double> box, input.numbers("bbox", 4));
        request.low = {box[0], box[1]};
        request.high = {box[2], box[3]};
    }
    LOCI_TRY(const Viewshed seen, analysis::viewshed(scene, request, input.call().cancel));
    const auto count = [&seen](Viewshed::Seen kind) { return static_cast<qint64>(seen.count(kind)); };
    Answer answer;
    answer.json = {
        {QStringLiteral("columns"), seen.columns},
        {QStringLiteral("rows"), seen.rows},
        {QStringLiteral("cell"), seen.cell},
        {QStringLiteral("visible"), count(Viewshed::Seen::Yes)},
        {QStringLiteral("hidden"), count(Viewshed::Seen::No)},
        {QStringLiteral("noSurface"), count(Viewshed::Seen::NoSurface)},
        {QStringLiteral("visibleArea"), seen.cell * seen.cell * static_cast<double>(count(Viewshed::Seen::Yes))}};
    answer.text = Texts::tr("%1 of %2 cells are seen, %3 have no surface.")
                      .arg(count(Viewshed::Seen::Yes))
                      .arg(seen.cells.size())
                      .arg(count(Viewshed::Seen::NoSurface));
    return answer;
}

} // namespace

Result<Answer> planView(const PlanInput &input)
{
    QElapsedTimer timer;
    timer.start();
    LOCI_CHECK(input.need({"eye"}));
    LOCI_TRY(const Vec3 eye, place(input, "eye"));
    LOCI_TRY(const PlanModel model, input.model());
    Answer answer;
    if (input.has("target")) {
        LOCI_TRY(answer, sightLine(input, *model.model, eye));
    } else {
        LOCI_TRY(const analysis::RayScene scene, analysis::RayScene::build(analysis::facesOfModel(*model.model)));
        if (input.has("grid")) {
            LOCI_TRY(answer, seenFrom(input, scene, eye));
        } else {
            const double sky = analysis::skyViewFactor(scene, eye);
            answer.json = {{QStringLiteral("skyViewFactor"), sky}};
            answer.text = Texts::tr("Sky view factor %1.").arg(sky, 0, 'f', 3);
        }
    }
    answer.findings = model.findings;
    const Findings flat = analysis::withoutBody(*model.model);
    answer.findings.insert(answer.findings.end(), flat.begin(), flat.end());
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(timer.nsecsElapsed()) / 1e9);
    return answer;
}

} // namespace loci::cli
