// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"
#include "layers/analysis/rays/modelfaces.h"
#include "layers/analysis/sun/sunlight.h"
#include "layers/base/clock.h"
#include "layers/domain/planning/verdict.h"
#include "layers/formats/projplace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace loci::cli {

using analysis::SunCount;
using analysis::SunHours;
using analysis::SunReceiver;
using planning::Rule;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

/// What is computed: where, on which day, by which rule.
struct SunTask
{
    sun::GeoPlace place;
    QDate day;
    SunCount count;
    std::optional<Rule> rule;
    double sill = 0.9;
};

Result<sun::GeoPlace> placeOf(const PlanInput &input, const city::CityModel &model)
{
    if (input.has("place")) {
        LOCI_TRY(const std::vector<double> numbers, input.numbers("place", 2));
        return sun::GeoPlace{numbers[0], numbers[1]};
    }
    const Vec3 middle = model.extent.centre();
    const auto lonLat =
        model.crs.isKnown() ? formats::ProjPlace().lonLat(model.crs, {middle.x, middle.y}) : std::nullopt;
    if (!lonLat) {
        return fail(ErrorCode::Usage,
                    Texts::tr("Where the model lies is not known; say --place LATITUDE,LONGITUDE in degrees."));
    }
    return sun::GeoPlace{lonLat->y, lonLat->x};
}

/// The rule of the pack for a climate zone and a size of city, in force on the day.
Result<Rule> ruleOf(const PlanInput &input, const QDate &day)
{
    LOCI_TRY(const planning::RulePack pack, input.pack());
    for (const Rule &rule : pack.rules) {
        const QJsonObject &p = rule.parameters;
        if (rule.kind == planning::RuleKind::Sunlight && rule.isInForce(day) &&
            p[QLatin1String("zones")].toArray().contains(input.option("climate-zone")) &&
            p[QLatin1String("city")].toString() == input.option("city-size")) {
            return rule;
        }
    }
    return fail(ErrorCode::Usage,
                Texts::tr("The pack has no sunlight rule in force for climate zone “%1” and city “%2”; "
                          "say --climate-zone I to VII and --city-size large or small.")
                    .arg(input.option("climate-zone"), input.option("city-size")));
}

Result<> applyRule(const PlanInput &input, SunTask &task)
{
    LOCI_TRY(task.rule, ruleOf(input, input.date("date", SystemClock().nowUtc().date()).value_or(QDate())));
    const QJsonObject &p = task.rule->parameters;
    task.day = QDate::fromString(
        QStringLiteral("%1-%2").arg(p[QLatin1String("referenceYear")].toInt()).arg(p[QLatin1String("day")].toString()),
        Qt::ISODate);
    task.count.begin = p[QLatin1String("window")].toArray().at(0).toDouble();
    task.count.end = p[QLatin1String("window")].toArray().at(1).toDouble();
    task.sill = p[QLatin1String("sill")].toDouble(task.sill);
    return {};
}

Result<SunTask> taskOf(const PlanInput &input, const city::CityModel &model)
{
    SunTask task;
    LOCI_CHECK(input.date("date", {}));
    LOCI_TRY(task.place, placeOf(input, model));
    LOCI_TRY(task.day, input.date("day", {}));
    if (input.has("rules")) {
        LOCI_CHECK(applyRule(input, task));
    }
    if (input.has("window")) {
        LOCI_TRY(const std::vector<double> hours, input.numbers("window", 2));
        task.count.begin = hours[0];
        task.count.end = hours[1];
    }
    if (!task.day.isValid()) {
        return fail(ErrorCode::Usage, Texts::tr("Sunlight needs a day: --day 2026-01-20, or --rules with a pack."));
    }
    LOCI_TRY(task.count.sweep, input.number("sweep", 0));
    LOCI_TRY(task.count.leastRun, input.number("least-run", 0));
    LOCI_TRY(task.count.step, input.number("step", 1));
    task.count.latitude = task.place.latitude;
    task.count.declination = analysis::declinationAtNoon(task.day, task.place.longitude);
    return task;
}

Result<std::vector<SunReceiver>> receiversOf(const PlanInput &input, const city::CityModel &model, double sill)
{
    std::vector<SunReceiver> receivers;
    if (input.has("receivers")) {
        LOCI_TRY(const Loaded<planning::PlanLayer> layer, input.layer("receivers", model));
        for (const planning::PlanArea &area : layer.value.areas) {
            const auto z = area.number(QStringLiteral("z"));
            if (area.points.empty() || !z) {
                return fail(ErrorCode::Invalid, Texts::tr("Receiver %1 needs a point and a height “z”.").arg(area.id));
            }
            const Vec2 &p = area.points.front();
            receivers.push_back({area.id, {p.x, p.y, *z}, area.number(QStringLiteral("facing"))});
        }
        return receivers;
    }
    LOCI_CHECK(input.need({"object"}));
    LOCI_TRY(const double spacing, input.number("spacing", 1));
    if (!(spacing > 0)) {
        return fail(ErrorCode::Usage, Texts::tr("--spacing wants metres above 0."));
    }
    LOCI_TRY(const city::TerrainSurface terrain, city::TerrainSurface::of(model, input.call().cancel));
    const auto ground = [&terrain](const Vec2 &p) { return terrain.heightAt(p); };
    for (const QString &id : input.option("object").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const city::ObjectIndex object = model.find(id.toStdString());
        if (object == city::kNone) {
            return fail(ErrorCode::Usage, Texts::tr("The model has no object “%1”.").arg(id));
        }
        const auto found = analysis::wallReceivers(analysis::facesOf(model, object), sill, spacing, id, ground);
        receivers.insert(receivers.end(), found.begin(), found.end());
    }
    return receivers;
}

QJsonObject hoursJson(const SunReceiver &receiver, const SunHours &hours, const SunTask &task)
{
    QJsonArray runs;
    for (const analysis::SunInterval &run : hours.runs) {
        runs << QJsonArray{run.begin, run.end};
    }
    QJsonObject json{{QStringLiteral("receiver"), receiver.id},
                     {QStringLiteral("place"), QJsonArray{receiver.place.x, receiver.place.y, receiver.place.z}},
                     {QStringLiteral("facing"), jsonNumber(receiver.facing)},
                     {QStringLiteral("minutes"), hours.minutes},
                     {QStringLiteral("runs"), runs}};
    if (task.rule) {
        const double limit = *task.rule->limit.value * 60;
        json.insert(QStringLiteral("rule"), task.rule->id);
        json.insert(QStringLiteral("clause"), task.rule->clause);
        json.insert(QStringLiteral("limit"), limit);
        json.insert(QStringLiteral("confirm"), task.rule->confirm);
        if (analysis::isEverUp(task.count)) {
            json.insert(QStringLiteral("margin"), hours.minutes - limit);
            json.insert(
                QStringLiteral("verdict"),
                planning::verdictKey(hours.minutes >= limit ? planning::Verdict::Pass : planning::Verdict::Fail));
        } else { // no building is to blame
            json.insert(QStringLiteral("margin"), QJsonValue());
            json.insert(QStringLiteral("verdict"), planning::verdictKey(planning::Verdict::Unknown));
            json.insert(QStringLiteral("missing"), QStringLiteral("sun_below_horizon"));
        }
    }
    return json;
}

QJsonArray lossJson(const SunHours &hours, const city::CityModel &model)
{
    QJsonArray losses;
    for (const auto &[owner, minutes] : hours.lostTo) {
        losses << QJsonObject{{QStringLiteral("object"), model.idOf(owner)}, {QStringLiteral("minutes"), minutes}};
    }
    return losses;
}

QString utc(const SunTask &task, double hour)
{
    return analysis::utcOf(task.day, hour, task.place.longitude).toString(Qt::ISODate);
}

Answer answerOf(const SunTask &task, const QJsonArray &rows, const QString &polar)
{
    Answer answer;
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const QJsonValue &row : rows) {
        least = std::min(least, row[QLatin1String("minutes")].toDouble());
        most = std::max(most, row[QLatin1String("minutes")].toDouble());
    }
    answer.json = {{QStringLiteral("day"), task.day.toString(Qt::ISODate)},
                   {QStringLiteral("latitude"), task.place.latitude},
                   {QStringLiteral("longitude"), task.place.longitude},
                   {QStringLiteral("declination"), task.count.declination},
                   {QStringLiteral("window"), QJsonArray{task.count.begin, task.count.end}},
                   {QStringLiteral("timeBase"), QStringLiteral("true solar time")},
                   {QStringLiteral("windowUtc"), QJsonArray{utc(task, task.count.begin), utc(task, task.count.end)}},
                   {QStringLiteral("polar"), polar.isEmpty() ? QJsonValue() : QJsonValue(polar)},
                   {QStringLiteral("receivers"), rows}};
    answer.text = rows.isEmpty()
                      ? Texts::tr("There is no place to be lit.")
                      : Texts::tr("%1 places, %2 to %3 minutes of sun on %4 between %5 and %6 h true solar time.")
                            .arg(rows.size())
                            .arg(qRound(least))
                            .arg(qRound(most))
                            .arg(task.day.toString(Qt::ISODate))
                            .arg(task.count.begin)
                            .arg(task.count.end);
    return answer;
}

} // namespace

Result<Answer> planSunlight(const PlanInput &input)
{
    QElapsedTimer timer;
    timer.start();
    LOCI_TRY(const PlanModel model, input.model());
    LOCI_TRY(const SunTask task, taskOf(input, *model.model));
    LOCI_TRY(const std::vector<SunReceiver> receivers, receiversOf(input, *model.model, task.sill));
    LOCI_TRY(const analysis::RayScene scene, analysis::RayScene::build(analysis::facesOfModel(*model.model)));
    std::vector<SunHours> hours, before;
    if (model.base != model.model) {
        LOCI_TRY(const analysis::RayScene old, analysis::RayScene::build(analysis::facesOfModel(*model.base)));
        LOCI_TRY(before, analysis::sunHours(old, receivers, task.count, input.call().cancel));
        LOCI_TRY(hours, analysis::sunHoursAfter(old, scene, receivers, task.count, input.call().cancel));
    } else {
        LOCI_TRY(hours, analysis::sunHours(scene, receivers, task.count, input.call().cancel));
    }
    QJsonArray rows;
    for (std::size_t i = 0; i < receivers.size(); ++i) {
        QJsonObject row = hoursJson(receivers[i], hours[i], task);
        if (!before.empty()) {
            row.insert(QStringLiteral("minutesBefore"), before[i].minutes);
            row.insert(QStringLiteral("lostTo"), lossJson(hours[i], *model.model));
        }
        rows << row;
    }
    Answer answer = answerOf(task, rows, analysis::polarState(task.count.latitude, task.count.declination));
    answer.findings = model.findings;
    const Findings flat = analysis::withoutBody(*model.model);
    answer.findings.insert(answer.findings.end(), flat.begin(), flat.end());
    if (!analysis::isEverUp(task.count)) {
        answer.findings.push_back(
            {Severity::Warning,
             QStringLiteral("sun_below_horizon"),
             {},
             QStringLiteral("window"),
             Texts::tr("The sun is below the horizon during all of these hours: 0 minutes, whatever is built.")});
    }
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(timer.nsecsElapsed()) / 1e9);
    return answer;
}

} // namespace loci::cli
