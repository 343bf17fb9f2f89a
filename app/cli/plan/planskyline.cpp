// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "app/cli/plan/planscene.h"
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
    LOCI_TRY(const analysis::RayScene town, analysis::RayScene::build(facesOfModel(model)));
    return analysis::visibleShare(alone, town, object, eye, alone.bounds());
}

} // namespace

Result<Answer> planSkyline(const PlanInput &input)
{
    LOCI_CHECK(input.need({"eye"}));
    LOCI_TRY(const std::vector<double> eyeNumbers, input.numbers("eye", 3));
    LOCI_TRY(const double bins, input.number("bins", 3600));
    constexpr double kMost = 360000;
    if (!(bins >= 8 && bins <= kMost)) {
        return fail(ErrorCode::Usage, Texts::tr("--bins wants a number from 8 to 360000."));
    }
    const Vec3 eye{eyeNumbers[0], eyeNumbers[1], eyeNumbers[2]};
    LOCI_TRY(const PlanModel model, input.model());
    const Skyline now = analysis::skylineFrom(facesOfModel(*model.model), eye, static_cast<std::size_t>(bins));
    Answer answer;
    answer.findings = model.findings;
    answer.json = {{QStringLiteral("bins"), static_cast<qint64>(now.bins.size())},
                   {QStringLiteral("figures"), figuresJson(now)},
                   {QStringLiteral("angles"), anglesJson(now)},
                   {QStringLiteral("shares"), sharesJson(now, *model.model)}};
    answer.text = Texts::tr("Skyline of %1 bins, mean %2 degrees.")
                      .arg(now.bins.size())
                      .arg(analysis::figuresOf(now).mean, 0, 'f', 2);
    const bool changed = model.base != model.model;
    if (changed) {
        const Skyline before = analysis::skylineFrom(facesOfModel(*model.base), eye, static_cast<std::size_t>(bins));
        const double share = analysis::changedShare(before, now);
        answer.json.insert(QStringLiteral("before"), figuresJson(before));
        answer.json.insert(QStringLiteral("changedShare"), share);
        constexpr double kPercent = 100;
        answer.text +=
            QLatin1Char('\n') + Texts::tr("The proposal changes %1 % of it.").arg(kPercent * share, 0, 'f', 2);
    }
    if (input.has("landmark")) {
        LOCI_TRY(const std::optional<double> share, landmarkShare(*model.model, input.option("landmark"), eye));
        answer.json.insert(QStringLiteral("landmarkVisible"), jsonNumber(share));
        if (changed && model.base->find(input.option("landmark").toStdString()) != city::kNone) {
            LOCI_TRY(const std::optional<double> old, landmarkShare(*model.base, input.option("landmark"), eye));
            answer.json.insert(QStringLiteral("landmarkVisibleBefore"), jsonNumber(old));
        }
    }
    return answer;
}

} // namespace loci::cli
