// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planverb.h"

#include "app/cli/plan/planinput.h"

#include <QCoreApplication>
#include <array>
#include <utility>

namespace loci::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

using Command = Result<Answer> (*)(const PlanInput &);
constexpr std::array kCommands{std::pair{"check", static_cast<Command>(planCheck)},
                               std::pair{"ceiling", static_cast<Command>(planCeiling)},
                               std::pair{"view", static_cast<Command>(planView)},
                               std::pair{"sunlight", static_cast<Command>(planSunlight)},
                               std::pair{"skyline", static_cast<Command>(planSkyline)},
                               std::pair{"metrics", static_cast<Command>(planMetrics)},
                               std::pair{"compare", static_cast<Command>(planCompare)},
                               std::pair{"scenario", static_cast<Command>(planScenario)},
                               std::pair{"character", static_cast<Command>(planCharacter)}};

Result<Answer> run(const Call &call, const PlanSources &sources)
{
    const PlanInput input(call, sources);
    QStringList known;
    for (const auto &[name, command] : kCommands) {
        if (call.arguments.value(0) == QLatin1String(name)) {
            return command(input);
        }
        known << QLatin1String(name);
    }
    if (sources.dossier && call.arguments.value(0) == QLatin1String("dossier")) {
        return sources.dossier(input);
    }
    return fail(ErrorCode::Usage, Texts::tr("There is no “plan %1”; there are %2.")
                                      .arg(call.arguments.value(0), known.join(QStringLiteral(", "))));
}

QStringList optionNames(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names) {
        list << QLatin1String(name);
    }
    return list;
}

} // namespace

VerbSpec planVerb(PlanSources sources)
{
    VerbSpec verb;
    verb.name = QStringLiteral("plan");
    verb.usage = QStringLiteral(
        "plan check MODEL|WORKSPACE --zones FILE.geojson --rules PACK [--views FILE] [--date DAY] [--object ID,...] "
        "[--datum NAME] [--csv] | ceiling MODEL --views FILE [--at X,Y] [--object ID,...] | view MODEL --eye X,Y,Z "
        "[--target X,Y,Z [--refraction K] | --grid CELL [--bbox W,S,E,N] [--target-height M]] | sunlight MODEL "
        "--object "
        "ID,...|--receivers FILE.geojson --day DAY [--window H,H]|--rules PACK --climate-zone Z --city-size "
        "large|small "
        "[--place LAT,LON] [--sweep DEG] [--least-run MIN] [--spacing M] | skyline MODEL --eye X,Y,Z [--bins N] "
        "[--landmark ID] | metrics MODEL [--zones FILE] [--assumptions FILE] | compare MODEL --proposal FILE [--zones "
        "FILE] [--rules PACK] | character MODEL [--zones FILE] [--area ID,...] | scenario WORKSPACE [--scenario ID] | "
        "dossier WORKSPACE --scenario ID --out "
        "FILE.pdf|.odt [--view ID]; all take --proposal FILE, or --scenario ID of a "
        "workspace; zones, rules and views of a workspace are taken where no option names others");
    verb.summary = Texts::tr("Checks planning rules, protected views, sunlight and skylines against a city model");
    verb.valueOptions = optionNames(
        {"zones",  "rules",      "views",        "date",      "object",        "datum",     "at",        "eye",
         "target", "refraction", "grid",         "bbox",      "target-height", "proposal",  "receivers", "day",
         "window", "place",      "climate-zone", "city-size", "sweep",         "least-run", "step",      "spacing",
         "bins",   "landmark",   "assumptions",  "scenario",  "view",          "out",       "area"});
    verb.flags = optionNames({"csv"});
    verb.minArguments = 2;
    verb.maxArguments = 2;
    verb.run = [sources = std::move(sources)](const Call &call) { return run(call, sources); };
    return verb;
}

} // namespace loci::cli
