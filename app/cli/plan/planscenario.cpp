// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planinput.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace loci::cli {

using planning::Scenario;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::PlanVerb)
};

Result<QJsonObject> scenarioJson(const Scenario &scenario, const std::vector<Scenario> &all)
{
    QJsonObject json = scenario.toJson();
    json.insert(QStringLiteral("id"), scenario.id);
    QJsonObject conflicts;
    for (const Scenario &other : all) {
        LOCI_TRY(const QStringList ids, planning::conflictsOf(all, scenario.id, other.id));
        if (other.id != scenario.id && !ids.isEmpty()) {
            conflicts.insert(other.id, QJsonArray::fromStringList(ids));
        }
    }
    json.insert(QStringLiteral("conflicts"), conflicts);
    return json;
}

QString hashText(const city::CityModel &model)
{
    return QString::fromLatin1(planning::contentHash(model).toHex());
}

/// Applies and takes back again: the town must be what it was.
Result<QJsonObject> hashesJson(const PlanModel &model)
{
    LOCI_TRY(const city::CityModelPtr back, planning::reverted(model.model, model.base, model.proposal));
    return QJsonObject{{QStringLiteral("base"), hashText(*model.base)},
                       {QStringLiteral("applied"), hashText(*model.model)},
                       {QStringLiteral("reverted"), hashText(*back)}};
}

} // namespace

Result<Answer> planScenario(const PlanInput &input)
{
    LOCI_TRY(const planning::PlanCase *known, input.planCase());
    Answer answer;
    QJsonArray list;
    QStringList lines;
    for (const Scenario &scenario : known->scenarios) {
        LOCI_TRY(const QJsonObject json, scenarioJson(scenario, known->scenarios));
        list << json;
        lines << Texts::tr("%1  %2, %n change(s)%3", nullptr, static_cast<int>(scenario.changes.size()))
                     .arg(scenario.id, scenario.name, scenario.isFrozen() ? Texts::tr(", locked") : QString());
    }
    answer.json.insert(QStringLiteral("scenarios"), list);
    if (input.has("scenario")) {
        LOCI_TRY(const PlanModel model, input.model());
        answer.findings = model.findings;
        LOCI_TRY(const QJsonObject hashes, hashesJson(model));
        answer.json.insert(QStringLiteral("hash"), hashes);
        lines << (hashes[QLatin1String("base")] == hashes[QLatin1String("reverted")]
                      ? Texts::tr("Taken back, the scenario leaves the town as it was.")
                      : Texts::tr("Taken back, the scenario does not leave the town as it was."));
    }
    answer.text = lines.isEmpty() ? Texts::tr("The workspace has no scenarios.") : lines.join(QLatin1Char('\n'));
    return answer;
}

} // namespace loci::cli
