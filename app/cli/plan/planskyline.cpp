// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/rays/modelfaces.h"
#include "layers/analysis/view/skyline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <map>

namespace loci::cli {

using analysis::Skyline;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

QJsonObject figuresJson(const Skyline &skyline)
{
    const analysis::SkylineFigures figures = analysis::figuresOf(skyline);
    return {{QStringLiteral("mean"), figures.mean},
            {QStringLiteral("deviation"), figures.deviation},
            {QStringLiteral("variation"), figures.variation},
            {QStringLiteral("entropy"), figures.entropy},
            {QStringLiteral("emptyBins"), static_cast<qint64>(figures.empty)}};
}

QJsonArray anglesJson(const Skyline &skyline)
{
    QJsonArray angles;
    for (const Skyline::Bin &bin : skyline.bins) {
        angles << jsonNumber(bin.angle);
    }
    return angles;
}

/// Share of the outline that each object makes, by id.
QJsonObject sharesJson(const Skyline &skyline, const city::CityModel &model)
{
    std::map<std::uint32_t, int> counts;
    for (const Skyline::Bin &bin : skyline.bins) {
        if (bin.angle) {
            ++counts[bin.owner];
        }
    }
    QJsonObject shares;
    for (const auto &[owner, count] : counts) {
        shares.insert(model.idOf(owner), static_cast<double>(count) / static_cast<double>(skyline.bins.size()));
    }
    return shares;
}

Result<std::optional<double>> landmarkShare(const city::CityModel &model, const QString &id, const Vec3 &eye)
{
    const city::ObjectIndex object = model.find(id.toStdString());
    if (object == city::kNone) {
        return fail(ErrorCode::Usage, Texts::tr("The model has no object “%1”.").arg(id));
    }
    analysis::OwnedFaces own;
    own.add(analysis::facesOf(model, object), object);
    LOCI_TRY(const analysis::RayScene alone, analysis::RayScene::build(own));
    LOCI_TRY(const analysis::RayScene town, analysis::RayScene::build(analysis::facesOfModel(model)));
    return analysis::visibleShare(alone, town, object, eye, alone.bounds());
}

/// Where one stands, and what one looks at.
struct Standpoint
{
    Vec3 eye;
    QString landmark; ///< empty: nothing in particular
};

Result<Standpoint> standpointOf(const PlanInput &input, const city::CityModel &model)
{
    if (!input.has("view")) {
        LOCI_CHECK(input.need({"eye"}));
        LOCI_TRY(const std::vector<double> eye, input.numbers("eye", 3));
        return Standpoint{{eye[0], eye[1], eye[2]}, input.option("landmark")};
    }
    LOCI_TRY(const planning::ViewSet views, input.views(model));
    for (const planning::ProtectedView &view : views.views) {
        if (view.id == input.option("view")) {
            return Standpoint{view.eyes.front(), input.has("landmark") ? input.option("landmark") : view.landmark};
        }
    }
    return fail(ErrorCode::Usage, Texts::tr("There is no view “%1”.").arg(input.option("view")));
}

} // namespace

Result<Answer> planSkyline(const PlanInput &input)
{
    LOCI_TRY(const double bins, input.number("bins", 3600));
    constexpr double kMost = 360000;
    if (!(bins >= 8 && bins <= kMost)) {
        return fail(ErrorCode::Usage, Texts::tr("--bins wants a number from 8 to 360000."));
    }
    LOCI_TRY(const PlanModel model, input.model());
    LOCI_TRY(const Standpoint from, standpointOf(input, *model.model));
    const Vec3 eye = from.eye;
    const Skyline now =
        analysis::skylineFrom(analysis::facesOfModel(*model.model), eye, static_cast<std::size_t>(bins));
    Answer answer;
    answer.findings = model.findings;
    const Findings flat = analysis::withoutBody(*model.model);
    answer.findings.insert(answer.findings.end(), flat.begin(), flat.end());
    answer.json = {{QStringLiteral("bins"), static_cast<qint64>(now.bins.size())},
                   {QStringLiteral("figures"), figuresJson(now)},
                   {QStringLiteral("angles"), anglesJson(now)},
                   {QStringLiteral("shares"), sharesJson(now, *model.model)}};
    answer.text = Texts::tr("Skyline of %1 bins, mean %2 degrees.")
                      .arg(now.bins.size())
                      .arg(analysis::figuresOf(now).mean, 0, 'f', 2);
    const bool changed = model.base != model.model;
    if (changed) {
        const Skyline before =
            analysis::skylineFrom(analysis::facesOfModel(*model.base), eye, static_cast<std::size_t>(bins));
        const double share = analysis::changedShare(before, now);
        answer.json.insert(QStringLiteral("before"), figuresJson(before));
        answer.json.insert(QStringLiteral("changedShare"), share);
        constexpr double kPercent = 100;
        answer.text +=
            QLatin1Char('\n') + Texts::tr("The proposal changes %1 % of it.").arg(kPercent * share, 0, 'f', 2);
    }
    if (!from.landmark.isEmpty()) {
        LOCI_TRY(const std::optional<double> share, landmarkShare(*model.model, from.landmark, eye));
        answer.json.insert(QStringLiteral("landmarkVisible"), jsonNumber(share));
        if (changed && model.base->find(from.landmark.toStdString()) != city::kNone) {
            LOCI_TRY(const std::optional<double> old, landmarkShare(*model.base, from.landmark, eye));
            answer.json.insert(QStringLiteral("landmarkVisibleBefore"), jsonNumber(old));
        }
    }
    return answer;
}

} // namespace loci::cli
