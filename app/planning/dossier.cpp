// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/planning/dossier.h"

#include "app/planning/dossiertables.h"
#include "layers/formats/planplacing.h"
#include "layers/formats/projplace.h"
#include "layers/map/report/planpictures.h"
#include "layers/map/report/recordsheet.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace loci::app {

using analysis::PlanStudy;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::Dossier)
};

const QDate kGreatCold(2001, 1, 20); // of the reference year of GB/T 50947

const planning::ProtectedView *viewOf(const planning::ViewSet &views, const QString &wanted,
                                      const analysis::PlanOutcome &outcome)
{
    const analysis::ProposedBlock *block = outcome.blocks.empty() ? nullptr : &outcome.blocks.front();
    const QString id = !wanted.isEmpty() ? wanted : block != nullptr ? block->viewGoverning : QString();
    for (const planning::ProtectedView &view : views.views) {
        if (view.id == id) {
            return &view;
        }
    }
    return views.views.empty() || !wanted.isEmpty() ? nullptr : &views.views.front();
}

QImage planOf(const PlanStudy &study, const planning::Proposal &proposal, const std::vector<city::Footprint> &outlines)
{
    constexpr double kAround = 180;
    map::PlanPicture picture;
    picture.outlines = &outlines;
    picture.areas = &study.basis().areas;
    picture.proposal = &proposal;
    for (const planning::PlanChange &change : proposal.changes) {
        for (const planning::Ring &ring : change.footprint) {
            for (const Vec2 &p : ring) {
                picture.extent.include(Vec3{p.x - kAround, p.y - kAround * 0.62, 0});
                picture.extent.include(Vec3{p.x + kAround, p.y + kAround * 0.62, 0});
            }
        }
    }
    for (const analysis::CeilingFacet &facet : study.ceiling().facets()) {
        if (!facet.consultation) {
            picture.corridors.push_back(facet.outline());
        }
    }
    return picture.extent.isEmpty() ? QImage() : map::drawPlan(picture, {1500, 930});
}

std::vector<planning::RuleResult> ordered(const analysis::PlanOutcome &outcome)
{
    std::vector<planning::RuleResult> rows = outcome.results;
    const planning::RuleResult *first = outcome.governing();
    for (planning::RuleResult &row : rows) {
        row.governing =
            first != nullptr && row.rule == first->rule && row.area == first->area && row.subject == first->subject;
    }
    const auto rank = [](const planning::RuleResult &row) {
        return std::pair(row.governing                               ? -1
                         : row.verdict == planning::Verdict::Fail    ? 0
                         : row.verdict == planning::Verdict::Unknown ? 1
                                                                     : 2,
                         row.margin.value_or(0));
    };
    std::stable_sort(rows.begin(), rows.end(), [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return rows;
}

QString summaryOf(const analysis::PlanOutcome &outcome, const planning::RulePack &rules, const QString &language)
{
    const planning::RuleResult *row = outcome.governing();
    const planning::Rule *rule = row != nullptr ? rules.find(row->rule) : nullptr;
    if (rule == nullptr) {
        return Texts::tr("No rule speaks about this proposal.");
    }
    const int fails = outcome.count(planning::Verdict::Fail);
    const QString name = rule->title.in(language) + (row->area.isEmpty() ? QString() : QLatin1Char(' ') + row->area);
    if (row->verdict == planning::Verdict::Fail && row->margin) {
        return Texts::tr("%n rules fail. The governing one is %1: it fails by %2 %3.", nullptr, fails)
            .arg(name)
            .arg(-*row->margin, 0, 'f', 2)
            .arg(row->unit);
    }
    return row->verdict == planning::Verdict::Unknown
               ? Texts::tr("No rule fails, and %n cannot be judged. The governing one is %1.", nullptr,
                           outcome.count(planning::Verdict::Unknown))
                     .arg(name)
               : Texts::tr("All %n rules pass. The closest one is %1.", nullptr,
                           static_cast<int>(outcome.results.size()))
                     .arg(name);
}

void addChart(Dossier &dossier)
{
    if (!dossier.effects.skyline || !dossier.view) {
        return;
    }
    dossier.report.charts.push_back(
        {skylinePicture(*dossier.effects.skyline, *dossier.view, {1500, 460}),
         Texts::tr("Skyline from view %1, elevation angle by azimuth.").arg(dossier.view->id)});
}

} // namespace

Result<analysis::PlanEffects> computeEffects(const city::CityModelPtr &base, const city::CityModelPtr &changed,
                                             const planning::Proposal &proposal, const planning::ProtectedView *view,
                                             const CancelToken &cancel, const ProgressFunction &progress)
{
    analysis::EffectRequest request;
    request.base = base;
    request.changed = changed;
    request.proposal = proposal;
    request.view = view;
    request.sunDay = kGreatCold;
    const Vec3 middle = base->extent.centre();
    const auto lonLat =
        base->crs.isKnown() ? formats::ProjPlace().lonLat(base->crs, {middle.x, middle.y}) : std::nullopt;
    if (lonLat) {
        request.count.latitude = lonLat->y;
        request.count.declination = analysis::declinationAtNoon(kGreatCold, lonLat->x);
    } else {
        request.reach = -1e9; // nobody is asked
    }
    return analysis::effectsOf(request, cancel, progress);
}

QImage skylinePicture(const analysis::SkylineEffect &effect, const planning::ProtectedView &view, const QSize &size)
{
    constexpr double kHalf = 30; // degrees to either side of the landmark
    constexpr double kTurn = 360;
    map::SkylinePicture picture;
    const auto angles = [](const analysis::Skyline &skyline) {
        std::vector<std::optional<double>> list;
        list.reserve(skyline.bins.size());
        for (const analysis::Skyline::Bin &bin : skyline.bins) {
            list.push_back(bin.angle);
        }
        return list;
    };
    picture.before = angles(effect.before);
    picture.after = angles(effect.after);
    const Vec3 &aim = view.edge[view.edge.size() / 2];
    double azimuth = std::atan2(aim.x - effect.eye.x, aim.y - effect.eye.y) * 180 / M_PI;
    azimuth = azimuth < 0 ? azimuth + kTurn : azimuth;
    picture.from = std::clamp(azimuth - kHalf, 0.0, kTurn - 2 * kHalf);
    picture.to = picture.from + 2 * kHalf;
    picture.landmark = azimuth;
    return map::drawSkyline(picture, size);
}

Result<Dossier> computeDossier(const DossierInput &input, const CancelToken &cancel, const ProgressFunction &progress)
{
    Dossier dossier;
    LOCI_TRY(const planning::Proposal proposal, planning::resolved(input.planCase.scenarios, input.scenario));
    LOCI_TRY(const planning::PlanBasis basis, formats::placed(input.planCase, input.base->crs));
    LOCI_TRY(const auto study, PlanStudy::make(input.base, basis, input.day, input.datum, {}, cancel));
    LOCI_TRY(dossier.outcome, study->check(proposal, PlanStudy::Depth::Full, cancel));
    LOCI_TRY(dossier.changed, planning::applied(input.base, proposal));
    const planning::ProtectedView *view = viewOf(basis.views, input.view, dossier.outcome);
    if (view != nullptr) {
        dossier.view = *view;
    } else if (!input.view.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("There is no view “%1”.").arg(input.view));
    }
    LOCI_TRY(dossier.effects, computeEffects(input.base, dossier.changed, proposal, view, cancel, progress));
    LOCI_TRY(std::vector<city::Footprint> outlines, city::footprints(*input.base, cancel));
    std::erase_if(outlines,
                  [&input](const city::Footprint &one) { return input.base->typeOf(one.object) != "Building"; });
    const planning::Scenario *scenario = planning::findScenario(input.planCase.scenarios, input.scenario);
    map::PlanReport &report = dossier.report;
    report.language = input.language;
    report.title = bilingual(scenario->name, input.language);
    report.subtitle = Texts::tr("Evidence dossier · %1 · scenario %2").arg(input.source, input.scenario);
    report.summary = summaryOf(dossier.outcome, basis.rules, input.language);
    report.day = input.day;
    report.rules = basis.rules;
    report.results = ordered(dossier.outcome);
    report.studies = {blockTable(dossier.outcome), sunTable(dossier.effects), skylineTable(dossier.effects),
                      townTable(dossier.outcome)};
    dossier.numbers = numbersOf(dossier, input);
    report.contentHash =
        QString::fromLatin1(QCryptographicHash::hash(QJsonDocument(dossier.numbers).toJson(QJsonDocument::Compact),
                                                     QCryptographicHash::Sha256)
                                .toHex());
    report.sources = sourceTable(input, dossier);
    report.signatures = signatureLines(*scenario);
    if (const QImage plan = planOf(*study, proposal, outlines); !plan.isNull()) {
        report.maps.push_back({plan, Texts::tr("Plan of the place, north up, %1.").arg(systemName(input.base->crs))});
    }
    addChart(dossier);
    return dossier;
}

Result<int> writeDossier(const map::PlanReport &report, const QString &path)
{
    const std::unique_ptr<QTextDocument> document = map::planDocument(report);
    LOCI_CHECK(map::writeSheet(*document, map::planPageTexts(report), path));
    return document->pageCount();
}

} // namespace loci::app
