// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/analyseverb.h"

#include "app/location/locationrun.h"
#include "layers/map/qgisruntime.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::AnalyseVerb)
};

QString option(const Call &call, const char *name)
{
    return call.options.value(QLatin1String(name));
}

Result<std::optional<double>> numberOption(const Call &call, const char *name)
{
    if (!call.options.contains(QLatin1String(name))) {
        return std::optional<double>();
    }
    bool good = false;
    const double number = option(call, name).toDouble(&good);
    if (!good) {
        return fail(ErrorCode::Usage,
                    Texts::tr("--%1 takes a number, not “%2”.").arg(QLatin1String(name), option(call, name)));
    }
    return std::optional(number);
}

Result<app::PlaceTable> tableOption(const Call &call, const char *name)
{
    app::PlaceTable table;
    const QStringList parts = option(call, name).split(QLatin1Char('|'));
    table.path = parts.value(0);
    table.table = parts.value(1);
    const QByteArray where = QByteArray(name) + "-where";
    LOCI_TRY(table.where, app::conditionsFrom(option(call, where.constData())));
    return table;
}

Result<app::LocationRequest> requestOf(const Call &call)
{
    app::LocationRequest request;
    LOCI_TRY(request.demand, tableOption(call, "demand"));
    LOCI_TRY(request.sites, tableOption(call, "sites"));
    LOCI_TRY(request.existing, tableOption(call, "existing"));
    request.peopleField = option(call, "people");
    request.costField = option(call, "cost");
    if (request.demand.path.isEmpty() || request.sites.path.isEmpty() || request.peopleField.isEmpty()) {
        return fail(ErrorCode::Usage, Texts::tr("--demand, --people and --sites are needed."));
    }
    const QString goal = call.options.value(QStringLiteral("goal"), QStringLiteral("cover"));
    if (goal != QLatin1String("cover") && goal != QLatin1String("median")) {
        return fail(ErrorCode::Usage, Texts::tr("--goal is cover or median, not “%1”.").arg(goal));
    }
    request.goal =
        goal == QLatin1String("median") ? analysis::LocationGoal::Median : analysis::LocationGoal::MaximalCovering;
    LOCI_TRY(const auto reach, numberOption(call, "reach"));
    request.reach = reach.value_or(request.reach);
    LOCI_TRY(request.budget, numberOption(call, "budget"));
    LOCI_TRY(const auto count, numberOption(call, "count"));
    request.mostNew = count ? std::optional(static_cast<int>(*count)) : std::nullopt;
    LOCI_TRY(const auto seconds, numberOption(call, "seconds"));
    request.secondsLimit = seconds.value_or(request.secondsLimit);
    return request;
}

Result<Answer> run(const Call &call)
{
    if (call.arguments.value(0) != QLatin1String("locate")) {
        return fail(ErrorCode::Usage, Texts::tr("There is no “analyse %1”.").arg(call.arguments.value(0)));
    }
    LOCI_TRY(const app::LocationRequest request, requestOf(call));
    LOCI_TRY(const app::LocationRun made, app::runLocation(request, call.cancel));
    Answer answer;
    answer.json = app::toJson(made);
    answer.text = app::summaryOf(made);
    if (const QString out = option(call, "out"); !out.isEmpty()) {
        LOCI_CHECK(app::writeLocation(made, out));
    }
    if (const QString into = option(call, "into"); !into.isEmpty()) {
        LOCI_TRY(const auto runtime,
                 map::QgisRuntime::start(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                         QStringLiteral("/qgis")));
        LOCI_TRY(const auto workspace, workspace::Workspace::open(into));
        LOCI_TRY(const QString layer,
                 app::addLocation(*workspace, made,
                                  call.options.value(QStringLiteral("name"), Texts::tr("Where the next one goes"))));
        answer.json.insert(QStringLiteral("layer"), layer);
    }
    return answer;
}

} // namespace

VerbSpec analyseVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("analyse");
    verb.usage = QStringLiteral(
        "analyse locate --demand FILE[|TABLE] --people FIELD --sites FILE[|TABLE] [--existing FILE[|TABLE]] [--goal "
        "cover|median] [--reach METRES] [--count N] [--budget B --cost FIELD] [--demand-where|--sites-where|"
        "--existing-where FIELD=VALUE|VALUE,...] [--seconds S] [--out OUT.gpkg] [--into FILE.loci --name NAME]");
    verb.summary = Texts::tr("Finds where the next schools, clinics, shelters or parks should go, and who gains");
    for (const char *name : {"demand", "demand-where", "people", "sites", "sites-where", "existing", "existing-where",
                             "goal", "reach", "count", "budget", "cost", "seconds", "out", "into", "name"}) {
        verb.valueOptions << QLatin1String(name);
    }
    verb.minArguments = 1;
    verb.maxArguments = 1;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
