// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/planning/parcelmetrics.h"
#include "layers/analysis/planning/ruleengine.h"
#include "layers/analysis/planning/townmetrics.h"
#include "layers/domain/planning/proposal.h"
#include "layers/formats/planplacing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <map>

namespace loci::cli {

using analysis::BuildingSet;
using analysis::TownMetrics;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

struct Assumptions
{
    analysis::StoreyRule storeys;
    analysis::PeopleRule people;
};

Result<Assumptions> assumptionsOf(const PlanInput &input)
{
    Assumptions assumptions;
    if (input.has("assumptions")) {
        LOCI_TRY(const QByteArray bytes, input.file("assumptions"));
        const QJsonObject object = QJsonDocument::fromJson(bytes).object();
        LOCI_TRY(assumptions.storeys, analysis::StoreyRule::fromJson(object));
        assumptions.people = analysis::PeopleRule::fromJson(object);
    }
    return assumptions;
}

QJsonObject townJson(const TownMetrics &m)
{
    return {{QStringLiteral("buildings"), static_cast<qint64>(m.buildings)},
            {QStringLiteral("withoutOutline"), static_cast<qint64>(m.withoutOutline)},
            {QStringLiteral("withoutHeight"), static_cast<qint64>(m.withoutHeight)},
            {QStringLiteral("storeysEstimated"), static_cast<qint64>(m.storeysEstimated)},
            {QStringLiteral("builtArea"), m.builtArea},
            {QStringLiteral("floorArea"), jsonNumber(m.floorArea)},
            {QStringLiteral("highest"), jsonNumber(m.highest)},
            {QStringLiteral("meanHeight"), jsonNumber(m.meanHeight)},
            {QStringLiteral("dwellings"), jsonNumber(m.dwellings)},
            {QStringLiteral("population"), jsonNumber(m.population)}};
}

QJsonArray parcelsJson(const planning::PlanLayer &layer, const BuildingSet &set, const QDate &day)
{
    const analysis::AreaIndex areas(layer, set.context());
    QJsonArray parcels;
    for (const analysis::PlacedArea *parcel : areas.ofKinds({QStringLiteral("parcel")}, day)) {
        const analysis::ParcelMetrics m =
            analysis::measureParcel(*parcel, set, areas.ofKinds({QStringLiteral("green")}, day));
        parcels << QJsonObject{
            {QStringLiteral("parcel"), parcel->area->id},
            {QStringLiteral("siteArea"), m.siteArea},
            {QStringLiteral("builtArea"), m.builtArea},
            {QStringLiteral("floorArea"), jsonNumber(m.floorArea)},
            {QStringLiteral("floorAreaRatio"), jsonNumber(m.isConsistent() ? m.floorAreaRatio() : std::nullopt)},
            {QStringLiteral("coverage"), jsonNumber(m.coverage())},
            {QStringLiteral("greenRatio"), jsonNumber(m.greenRatio())},
            {QStringLiteral("meanStoreys"), jsonNumber(m.meanStoreys())},
            {QStringLiteral("highest"), jsonNumber(m.highest)},
            {QStringLiteral("estimated"), static_cast<qint64>(m.estimated.size())}};
    }
    return parcels;
}

struct Given
{
    PlanModel model;
    std::optional<planning::PlanLayer> layer;
    std::optional<planning::RulePack> pack;
    planning::ViewSet views;
    QDate day;
    QString datum;
    Findings findings;
};

template <class T>
const T *orNull(const std::optional<T> &value)
{
    return value ? &*value : nullptr;
}

/// A model with what is measured and judged on it.
struct Side
{
    QJsonObject town;
    QJsonArray parcels;
    std::map<QString, QString> verdicts;
};

Result<Side> measure(const PlanInput &input, const Given &all, const city::CityModelPtr &model,
                     const QSet<QString> &proposed, bool withRules)
{
    const planning::PlanLayer *layer = orNull(all.layer);
    const planning::RulePack *pack = withRules ? orNull(all.pack) : nullptr;
    LOCI_TRY(const Assumptions assumptions, assumptionsOf(input));
    const analysis::Shape::Context context;
    LOCI_TRY(const Loaded<BuildingSet> set,
             BuildingSet::of(model, context, proposed, assumptions.storeys, input.call().cancel));
    Side side;
    side.town = townJson(analysis::measureTown(set.value, assumptions.people));
    side.town.insert(QStringLiteral("hash"), QString::fromLatin1(planning::contentHash(*model).toHex()));
    if (layer != nullptr) {
        side.parcels = parcelsJson(*layer, set.value, all.day);
    }
    if (layer != nullptr && pack != nullptr) {
        analysis::CheckRequest request;
        request.buildings = &set.value;
        request.layer = layer;
        request.pack = pack;
        request.views = all.views.views.empty() ? nullptr : &all.views;
        request.day = all.day;
        request.datum = all.datum;
        LOCI_TRY(const analysis::CheckReport report, analysis::checkRules(request, input.call().cancel));
        for (const analysis::SubjectVerdict &verdict : analysis::subjectVerdicts(report.results)) {
            side.verdicts[verdict.subject] = planning::verdictKey(verdict.verdict);
        }
    }
    return side;
}

QJsonObject deltaJson(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject delta;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (it->isDouble() && after[it.key()].isDouble()) {
            delta.insert(it.key(), after[it.key()].toDouble() - it->toDouble());
        }
    }
    return delta;
}

QJsonArray changesJson(const Side &before, const Side &after)
{
    QJsonArray changes;
    std::map<QString, std::pair<QString, QString>> both;
    for (const auto &[id, verdict] : before.verdicts) {
        both[id].first = verdict;
    }
    for (const auto &[id, verdict] : after.verdicts) {
        both[id].second = verdict;
    }
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    for (const auto &[id, verdicts] : both) {
        if (verdicts.first != verdicts.second) {
            changes << QJsonObject{{QStringLiteral("object"), id},
                                   {QStringLiteral("before"), orNull(verdicts.first)},
                                   {QStringLiteral("after"), orNull(verdicts.second)}};
        }
    }
    return changes;
}

Result<Given> given(const PlanInput &input)
{
    Given all;
    LOCI_TRY(all.day, input.day());
    LOCI_TRY(all.datum, input.datum());
    LOCI_TRY(const planning::PlanCase *known, input.planCase());
    LOCI_TRY(all.model, input.model());
    all.findings = all.model.findings;
    if (input.has("zones")) {
        LOCI_TRY(Loaded<planning::PlanLayer> layer, input.layer("zones", *all.model.model));
        all.findings.insert(all.findings.end(), layer.findings.begin(), layer.findings.end());
        all.layer = std::move(layer.value);
    } else if (!known->layers.empty()) {
        LOCI_TRY(planning::PlanBasis own, formats::placed(*known, all.model.model->crs));
        all.layer = std::move(own.areas);
        all.views = std::move(own.views);
    }
    if (input.has("rules")) {
        LOCI_TRY(all.pack, input.pack());
    } else if (!known->packs.empty()) {
        all.pack = planning::joined(known->packs);
    }
    return all;
}

} // namespace

Result<Answer> planMetrics(const PlanInput &input)
{
    LOCI_TRY(const Given all, given(input));
    LOCI_TRY(const Side side, measure(input, all, all.model.model, all.model.proposed, false));
    Answer answer;
    answer.findings = all.findings;
    answer.json = {{QStringLiteral("town"), side.town}, {QStringLiteral("parcels"), side.parcels}};
    answer.text = Texts::tr("%1 buildings cover %2 m².")
                      .arg(side.town[QLatin1String("buildings")].toInt())
                      .arg(side.town[QLatin1String("builtArea")].toDouble(), 0, 'f', 0);
    return answer;
}

Result<Answer> planCompare(const PlanInput &input)
{
    if (!input.has("scenario")) {
        LOCI_CHECK(input.need({"proposal"}));
    }
    LOCI_TRY(const Given all, given(input));
    LOCI_TRY(const Side before, measure(input, all, all.model.base, {}, true));
    LOCI_TRY(const Side after, measure(input, all, all.model.model, all.model.proposed, true));
    Answer answer;
    answer.findings = all.findings;
    const QJsonArray changes = changesJson(before, after);
    answer.json = {{QStringLiteral("before"), before.town},
                   {QStringLiteral("after"), after.town},
                   {QStringLiteral("delta"), deltaJson(before.town, after.town)},
                   {QStringLiteral("parcelsBefore"), before.parcels},
                   {QStringLiteral("parcelsAfter"), after.parcels},
                   {QStringLiteral("verdictsChanged"), changes}};
    answer.text = Texts::tr("Floor area changes by %1 m²; the verdict of %2 objects changes.")
                      .arg(answer.json[QLatin1String("delta")][QLatin1String("floorArea")].toDouble(), 0, 'f', 0)
                      .arg(changes.size());
    return answer;
}

} // namespace loci::cli
