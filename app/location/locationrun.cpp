// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/location/locationrun.h"

#include "layers/formats/catalogue/sourcefacts.h"
#include "layers/formats/projplace.h"
#include "layers/map/indicators/tablereader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <cmath>

namespace loci::app {

using analysis::DemandPlace;
using analysis::ServiceSite;
using indicators::Condition;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::app::LocationRun)
};

/// A system with metres for the place where people live.
Result<QString> metricSystem(const PlaceTable &table, const CancelToken &cancel)
{
    LOCI_TRY(const auto facts, formats::readSourceFacts(table.path, table.table, catalogue::Kind::Layer, cancel));
    const formats::ProjPlace place;
    const int code = facts.crs.startsWith(QLatin1String("EPSG:")) ? facts.crs.mid(5).toInt() : 0;
    const auto system = code > 0 ? place.system(EpsgCode(code)) : std::nullopt;
    if (system && !system->isGeographic) {
        return facts.crs;
    }
    if (!facts.extent) {
        return fail(ErrorCode::Invalid, Texts::tr("Nobody says where the places of %1 are.").arg(table.path));
    }
    constexpr int kNorth = 32600, kSouth = 32700, kZones = 60;
    constexpr double kZoneDegrees = 6;
    const double east = (facts.extent->west + facts.extent->east) / 2;
    const int zone = std::clamp(static_cast<int>(std::floor((east + 180) / kZoneDegrees)) + 1, 1, kZones);
    return QStringLiteral("EPSG:%1").arg((facts.extent->south + facts.extent->north < 0 ? kSouth : kNorth) + zone);
}

std::optional<double> numberOf(const indicators::Field &field)
{
    if (const auto *number = std::get_if<double>(&field)) {
        return *number;
    }
    bool good = false;
    const auto *text = std::get_if<QString>(&field);
    const double number = text != nullptr ? text->toDouble(&good) : 0;
    return good ? std::optional(number) : std::nullopt;
}

template <class Take>
Result<> eachPlace(const PlaceTable &table, const QString &crs, const CancelToken &cancel, Take take)
{
    return map::eachTableRow(
        {table.path, table.table}, crs, {},
        [&](const indicators::Row &row) {
            const auto place = row.place();
            if (place && indicators::passes(table.where, row)) {
                take(row, *place);
            }
        },
        cancel);
}

QString people(double number)
{
    return QLocale().toString(std::llround(number));
}

} // namespace

Result<std::vector<Condition>> conditionsFrom(const QString &text)
{
    std::vector<Condition> conditions;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    conditions.reserve(static_cast<std::size_t>(parts.size()));
    for (const QString &part : parts) {
        const qsizetype at = part.indexOf(QLatin1Char('='));
        Condition condition;
        condition.field = part.left(at).trimmed();
        condition.in = part.mid(at + 1).split(QLatin1Char('|'), Qt::SkipEmptyParts);
        if (at <= 0 || condition.in.isEmpty()) {
            return fail(ErrorCode::Usage,
                        Texts::tr("“%1” is no condition; write field=value or field=one|other.").arg(part));
        }
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

Result<LocationRun> runLocation(const LocationRequest &request, const CancelToken &cancel)
{
    LocationRun run;
    LOCI_TRY(run.crs, metricSystem(request.demand, cancel));
    analysis::LocationProblem &problem = run.problem;
    problem.goal = request.goal;
    problem.reach = request.reach;
    problem.mostNew = request.mostNew;
    problem.budget = request.budget;
    problem.secondsLimit = request.secondsLimit;
    LOCI_CHECK(eachPlace(request.demand, run.crs, cancel, [&](const indicators::Row &row, const Vec2 &place) {
        problem.demands.push_back({row.id(), place, numberOf(row.field(request.peopleField))});
    }));
    bool isPriced = true;
    LOCI_CHECK(eachPlace(request.sites, run.crs, cancel, [&](const indicators::Row &row, const Vec2 &place) {
        const auto cost = request.costField.isEmpty() ? std::optional(1.0) : numberOf(row.field(request.costField));
        isPriced = isPriced && (cost || !request.budget);
        problem.sites.push_back({row.id(), place, cost.value_or(0), false});
    }));
    if (!isPriced) {
        return fail(
            ErrorCode::Invalid,
            Texts::tr("A candidate has no cost in “%1”; a budget cannot be kept without it.").arg(request.costField));
    }
    if (problem.sites.empty() || problem.demands.empty()) {
        return fail(ErrorCode::Invalid, problem.demands.empty() ? Texts::tr("There is nobody to serve in these rows.")
                                                                : Texts::tr("There is no candidate in these rows."));
    }
    if (!request.existing.path.isEmpty()) {
        LOCI_CHECK(eachPlace(request.existing, run.crs, cancel, [&](const indicators::Row &row, const Vec2 &place) {
            problem.sites.push_back({row.id(), place, 0, true});
        }));
    }
    LOCI_TRY(run.plan, analysis::locate(problem, cancel));
    return run;
}

QJsonObject toJson(const LocationRun &run)
{
    QJsonArray opened;
    for (const int site : run.plan.opened) {
        const ServiceSite &one = run.problem.sites[static_cast<std::size_t>(site)];
        opened.append(QJsonObject{{QStringLiteral("site"), one.id},
                                  {QStringLiteral("x"), one.place.x},
                                  {QStringLiteral("y"), one.place.y},
                                  {QStringLiteral("cost"), one.cost}});
    }
    const auto orNull = [](const std::optional<double> &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    return {{QStringLiteral("crs"), run.crs},
            {QStringLiteral("goal"),
             run.problem.goal == analysis::LocationGoal::Median ? QStringLiteral("median") : QStringLiteral("cover")},
            {QStringLiteral("opened"), opened},
            {QStringLiteral("cost"), run.plan.cost},
            {QStringLiteral("people"), run.plan.people},
            {QStringLiteral("peopleCovered"), run.plan.peopleCovered},
            {QStringLiteral("peopleBefore"), run.plan.peopleBefore},
            {QStringLiteral("meanWay"), orNull(run.plan.meanWay)},
            {QStringLiteral("meanBefore"), orNull(run.plan.meanBefore)},
            {QStringLiteral("places"), static_cast<qint64>(run.problem.demands.size())},
            {QStringLiteral("placesUnknown"), run.plan.placesUnknown},
            {QStringLiteral("groupedMetres"), run.plan.groupedMetres},
            {QStringLiteral("proven"), run.plan.proven}};
}

QString summaryOf(const LocationRun &run)
{
    const analysis::LocationPlan &plan = run.plan;
    QStringList lines{Texts::tr("%n new places.", nullptr, static_cast<int>(plan.opened.size())),
                      Texts::tr("%1 of %2 people within %3 m; before %4.")
                          .arg(people(plan.peopleCovered), people(plan.people), QString::number(run.problem.reach),
                               people(plan.peopleBefore))};
    if (plan.meanWay) {
        lines << (plan.meanBefore
                      ? Texts::tr("Mean way %1 m; before %2 m.").arg(people(*plan.meanWay), people(*plan.meanBefore))
                      : Texts::tr("Mean way %1 m.").arg(people(*plan.meanWay)));
    }
    if (plan.placesUnknown > 0) {
        lines << Texts::tr("Of %n places nobody knows how many people live there; they are not weighed.", nullptr,
                           plan.placesUnknown);
    }
    if (plan.groupedMetres > 0) {
        lines
            << Texts::tr("Places nearer than about %1 m were taken as one to choose.").arg(people(plan.groupedMetres));
    } else {
        lines << (plan.proven ? Texts::tr("No better choice exists.")
                              : Texts::tr("The time was over: a better choice may exist."));
    }
    return lines.join(QLatin1Char(' '));
}

} // namespace loci::app
