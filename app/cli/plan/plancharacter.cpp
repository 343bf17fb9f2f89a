// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/character/characterprofile.h"
#include "layers/formats/planplacing.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace loci::cli {

using analysis::BuildingSet;
using analysis::CharacterProfile;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

constexpr std::size_t kMostForeign = 50;

Result<analysis::CharacterRule> ruleOf(const PlanInput &input)
{
    if (input.has("rules")) {
        LOCI_TRY(const QByteArray bytes, input.file("rules"));
        return analysis::CharacterRule::fromJson(bytes);
    }
    return analysis::CharacterRule::shipped();
}

QJsonArray foreignJson(const std::vector<analysis::Conformity> &buildings)
{
    QJsonArray list;
    for (std::size_t i = 0; i < std::min(kMostForeign, buildings.size()); ++i) {
        QJsonObject parts;
        for (const auto &[name, value] : buildings[i].parts) {
            parts.insert(name, value);
        }
        list << QJsonObject{{QStringLiteral("id"), buildings[i].id},
                            {QStringLiteral("index"), jsonNumber(buildings[i].index)},
                            {QStringLiteral("parts"), parts}};
    }
    return list;
}

struct Towns
{
    std::optional<BuildingSet> before, now; ///< `before` only beside a proposal
    Findings findings;
};

Result<Towns> townsOf(const PlanInput &input, const PlanModel &model)
{
    const analysis::Shape::Context context;
    Towns towns;
    LOCI_TRY(Loaded<BuildingSet> now, BuildingSet::of(model.model, context, model.proposed, {}, input.call().cancel));
    towns.now = std::move(now.value);
    towns.findings = std::move(now.findings);
    if (model.base != model.model) {
        LOCI_TRY(Loaded<BuildingSet> before, BuildingSet::of(model.base, context, {}, {}, input.call().cancel));
        towns.before = std::move(before.value);
    }
    return towns;
}

/// A profile now, held against the same area before the proposal, or against itself.
Result<QJsonObject> areaJson(const PlanInput &input, const analysis::PlacedArea &area, const Towns &towns,
                             const analysis::CharacterRule &rule, const QDate &day)
{
    const CancelToken &cancel = input.call().cancel;
    LOCI_TRY(const CharacterProfile now, profileOf(area, *towns.now, rule, day, cancel));
    CharacterProfile usual = now;
    QJsonObject json = now.toJson();
    if (towns.before) {
        LOCI_TRY(usual, profileOf(area, *towns.before, rule, day, cancel));
        json.insert(QStringLiteral("before"), usual.toJson());
    }
    LOCI_TRY(const auto buildings, conformityOf(area, *towns.now, usual, rule, cancel));
    json.insert(QStringLiteral("index"), jsonNumber(analysis::meanIndex(buildings)));
    json.insert(QStringLiteral("mostForeign"), foreignJson(buildings));
    return json;
}

} // namespace

Result<Answer> planCharacter(const PlanInput &input)
{
    LOCI_TRY(const PlanModel model, input.model());
    LOCI_TRY(const QDate day, input.day());
    LOCI_TRY(const analysis::CharacterRule rule, ruleOf(input));
    Answer answer;
    answer.findings = model.findings;
    planning::PlanLayer layer;
    if (input.has("zones")) {
        LOCI_TRY(Loaded<planning::PlanLayer> read, input.layer("zones", *model.model));
        answer.findings.insert(answer.findings.end(), read.findings.begin(), read.findings.end());
        layer = std::move(read.value);
    } else {
        LOCI_TRY(const planning::PlanCase *known, input.planCase());
        LOCI_TRY(planning::PlanBasis own, formats::placed(*known, model.model->crs));
        layer = std::move(own.areas);
    }
    LOCI_TRY(const Towns towns, townsOf(input, model));
    answer.findings.insert(answer.findings.end(), towns.findings.begin(), towns.findings.end());
    const analysis::AreaIndex areas(layer, towns.now->context());
    const QStringList wanted = input.option("area").split(QLatin1Char(','), Qt::SkipEmptyParts);
    QJsonArray profiles;
    for (const analysis::PlacedArea &area : areas.areas()) {
        if ((!wanted.isEmpty() && !wanted.contains(area.area->id)) || area.area->polygons.empty()) {
            continue;
        }
        auto json = areaJson(input, area, towns, rule, day);
        if (!json && json.error().code != ErrorCode::Invalid) {
            return tl::unexpected<Error>(json.error());
        }
        if (!json) {
            answer.findings.push_back(
                {Severity::Warning, QStringLiteral("area_geometry"), area.area->id, {}, json.error().message});
            continue;
        }
        profiles << *json;
    }
    if (profiles.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("There is no area with an outline to profile."));
    }
    answer.json = {{QStringLiteral("profiles"), profiles},
                   {QStringLiteral("method"), rule.source},
                   {QStringLiteral("confirm"), rule.confirm}};
    answer.text = Texts::tr("%n areas profiled.", nullptr, static_cast<int>(profiles.size()));
    return answer;
}

} // namespace loci::cli
