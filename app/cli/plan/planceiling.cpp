// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/planning/buildingset.h"
#include "layers/analysis/view/viewceiling.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <iterator>

namespace loci::cli {

using analysis::Building;
using analysis::ViewCeiling;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

QJsonObject heightJson(const std::optional<ViewCeiling::At> &at, const planning::ViewSet &views)
{
    return {{QStringLiteral("ceiling"), at ? QJsonValue(at->height) : QJsonValue()},
            {QStringLiteral("governing"), at ? QJsonValue(views.views[at->facet->view].id) : QJsonValue()}};
}

/// One building under the ceiling; empty when no view concerns it.
QJsonObject buildingJson(const analysis::BuildingSet &set, const Building &building, const ViewCeiling &ceiling,
                         const planning::ViewSet &views)
{
    std::vector<ViewCeiling::Intrusion> found = ceiling.against(set.faces(building));
    std::erase_if(found, [&](const ViewCeiling::Intrusion &one) {
        return one.facet->consultation || views.views[one.facet->view].landmark == building.id;
    });
    if (found.empty()) {
        return {};
    }
    // Nobody looks from an eye inside the building: what it would say comes after all others.
    std::stable_partition(found.begin(), found.end(), [](const auto &one) { return !one.eyeInside; });
    const ViewCeiling::Intrusion &worst = found.front();
    const bool isBlind = found.back().eyeInside && (worst.eyeInside || !(worst.over > 0));
    const bool isKnown = building.height().has_value() && !isBlind;
    QJsonObject json = heightJson(ceiling.lowestOver(building.outline, set.context()), views);
    json.insert(QStringLiteral("object"), building.id);
    json.insert(QStringLiteral("governing"), views.views[worst.facet->view].id);
    json.insert(QStringLiteral("headroom"), isKnown ? QJsonValue(-worst.over) : QJsonValue());
    json.insert(QStringLiteral("verdict"), !isKnown         ? QStringLiteral("unknown")
                                           : worst.over > 0 ? QStringLiteral("fail")
                                                            : QStringLiteral("pass"));
    json.insert(QStringLiteral("intrusionVolume"), isKnown ? jsonNumber(worst.excess.volume) : QJsonValue());
    return json;
}

QJsonArray buildingsJson(const PlanInput &input, const analysis::BuildingSet &set, const ViewCeiling &ceiling,
                         const planning::ViewSet &views)
{
    std::vector<QJsonObject> rows;
    const QStringList only = input.option("object").split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const Building &building : set.buildings()) {
        if (!building.outline.isEmpty() && (only.isEmpty() || only.contains(building.id))) {
            QJsonObject row = buildingJson(set, building, ceiling, views);
            if (!row.isEmpty()) {
                rows.push_back(std::move(row));
            }
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a[QLatin1String("headroom")].toDouble(0) < b[QLatin1String("headroom")].toDouble(0);
    });
    QJsonArray array;
    std::copy(rows.begin(), rows.end(), std::back_inserter(array));
    return array;
}

/// Triangles of the ceiling with heights, for maps and 3D.
QJsonArray facetsJson(const ViewCeiling &ceiling, const planning::ViewSet &views)
{
    QJsonArray facets;
    for (const analysis::CeilingFacet &facet : ceiling.facets()) {
        QJsonArray ring;
        for (const Vec2 &p : facet.outline()) {
            ring << QJsonArray{p.x, p.y, facet.plane.heightAt(p)};
        }
        facets << QJsonObject{{QStringLiteral("view"), views.views[facet.view].id},
                              {QStringLiteral("eye"), static_cast<qint64>(facet.eye)},
                              {QStringLiteral("consultation"), facet.consultation},
                              {QStringLiteral("triangle"), ring}};
    }
    return facets;
}

QString textOf(const QJsonArray &rows)
{
    QStringList lines;
    int over = 0;
    for (const QJsonValue &row : rows) {
        over += row[QLatin1String("verdict")] == QLatin1String("fail") ? 1 : 0;
        const QJsonValue headroom = row[QLatin1String("headroom")];
        lines << Texts::tr("%1 %2: ceiling %3 m, headroom %4 m, by view %5")
                     .arg(row[QLatin1String("verdict")].toString(), row[QLatin1String("object")].toString())
                     .arg(row[QLatin1String("ceiling")].toDouble(), 0, 'f', 2)
                     .arg(headroom.isNull() ? QStringLiteral("?") : QString::number(headroom.toDouble(), 'f', 2),
                          row[QLatin1String("governing")].toString());
    }
    lines
        << Texts::tr("%1 buildings stand under protected views, %2 rise above the ceiling.").arg(rows.size()).arg(over);
    return lines.join(QLatin1Char('\n'));
}

/// An eye below the roof of a building sees nothing: its view cannot judge.
Findings eyesInBuildings(const analysis::BuildingSet &set, const planning::ViewSet &views)
{
    Findings findings;
    for (const planning::ProtectedView &view : views.views) {
        for (const Vec3 &eye : view.eyes) {
            const analysis::Shape place = analysis::Shape::ofPoint(set.context(), {eye.x, eye.y});
            for (const Building *building : set.touching(place.bounds())) {
                if (building->top && eye.z < *building->top && building->outline.covers(place)) {
                    findings.push_back(
                        {Severity::Error, QStringLiteral("eye_in_building"), view.id, building->id,
                         Texts::tr("An eye of view %1 stands inside building %2.").arg(view.id, building->id)});
                }
            }
        }
    }
    return findings;
}

} // namespace

Result<Answer> planCeiling(const PlanInput &input)
{
    LOCI_TRY(const QDate day, input.day());
    LOCI_TRY(const PlanModel model, input.model());
    LOCI_TRY(const planning::ViewSet views, input.views(*model.model));
    LOCI_TRY(const QString datum, input.datum());
    const Loaded<ViewCeiling> ceiling = ViewCeiling::of(views, day, datum);
    Answer answer;
    answer.findings = model.findings;
    answer.findings.insert(answer.findings.end(), ceiling.findings.begin(), ceiling.findings.end());
    answer.json = {{QStringLiteral("date"), day.toString(Qt::ISODate)},
                   {QStringLiteral("facets"), facetsJson(ceiling.value, views)}};
    if (input.has("at")) {
        LOCI_TRY(const std::vector<double> place, input.numbers("at", 2));
        const Vec2 at{place[0], place[1]};
        QJsonObject json = heightJson(ceiling.value.heightAt(at), views);
        json.insert(QStringLiteral("consultation"), heightJson(ceiling.value.heightAt(at, true), views));
        answer.json.insert(QStringLiteral("at"), json);
        answer.text = json[QLatin1String("ceiling")].isNull()
                          ? Texts::tr("No protected view passes over this place.")
                          : Texts::tr("Highest permitted height %1 m, by view %2.")
                                .arg(json[QLatin1String("ceiling")].toDouble(), 0, 'f', 3)
                                .arg(json[QLatin1String("governing")].toString());
        return answer;
    }
    const analysis::Shape::Context context;
    LOCI_TRY(const Loaded<analysis::BuildingSet> set,
             analysis::BuildingSet::of(model.model, context, model.proposed, {}, input.call().cancel));
    const Findings inside = eyesInBuildings(set.value, views);
    answer.findings.insert(answer.findings.end(), inside.begin(), inside.end());
    const QJsonArray rows = buildingsJson(input, set.value, ceiling.value, views);
    answer.json.insert(QStringLiteral("objects"), rows);
    answer.text = textOf(rows);
    return answer;
}

} // namespace loci::cli
