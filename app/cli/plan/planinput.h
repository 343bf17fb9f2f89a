// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/plan/planverb.h"
#include "layers/domain/planning/planlayer.h"
#include "layers/domain/planning/protectedview.h"
#include "layers/domain/planning/rule.h"

#include <QDate>
#include <QSet>

namespace loci::cli {

/// The model that a plan command works on, and what was said while it was read.
struct PlanModel
{
    city::CityModelPtr model;    ///< with the proposal of --proposal
    city::CityModelPtr base;     ///< without it; the same pointer when there is none
    planning::Proposal proposal; ///< empty when there is none
    QSet<QString> proposed;      ///< ids of buildings that a proposal adds or changes
    Findings findings;
};

/// The inputs that the commands of `plan` share. Errors are one sentence with the option's name.
class PlanInput
{
public:
    PlanInput(const Call &call, const PlanSources &sources) : m_call(call), m_sources(sources) {}

    const Call &call() const { return m_call; }
    QString option(const char *name) const { return m_call.options.value(QLatin1String(name)); }
    bool has(const char *name) const { return m_call.options.contains(QLatin1String(name)); }
    /// Fails with the name of the first option that is missing.
    Result<> need(std::initializer_list<const char *> names) const;
    Result<double> number(const char *name, double otherwise) const;
    Result<QDate> date(const char *name, const QDate &otherwise) const;
    Result<std::vector<double>> numbers(const char *name, std::size_t count) const;

    /// What the workspace keeps for planning; an empty case for a model file.
    Result<const planning::PlanCase *> planCase() const;
    /// Areas, views and rules of the options, and of the case where an option is missing.
    Result<Loaded<planning::PlanBasis>> basis(const city::CityModel &model) const;
    Result<QDate> day() const;     ///< of --date, else of the case, else today
    Result<QString> datum() const; ///< of --datum, else of the case
    /// The model in a projected system, with the proposal of --proposal or --scenario.
    Result<PlanModel> model() const;
    /// A file of features in the coordinates of the model.
    Result<Loaded<planning::PlanLayer>> layer(const char *name, const city::CityModel &model) const;
    /// The file of --views, or the views of the case, in the coordinates of the model.
    Result<planning::ViewSet> views(const city::CityModel &model) const;
    Result<QByteArray> file(const char *name) const;
    /// A pack by file, or by the name of one that is built in ("qingdao").
    Result<planning::RulePack> pack() const;

private:
    const Call &m_call;
    const PlanSources &m_sources;
    mutable std::optional<Loaded<planning::PlanCase>> m_case; ///< read when first asked for
};

/// Commands, one source each.
Result<Answer> planCheck(const PlanInput &input);
Result<Answer> planCeiling(const PlanInput &input);
Result<Answer> planView(const PlanInput &input);
Result<Answer> planSunlight(const PlanInput &input);
Result<Answer> planSkyline(const PlanInput &input);
Result<Answer> planMetrics(const PlanInput &input);
Result<Answer> planCompare(const PlanInput &input);
Result<Answer> planScenario(const PlanInput &input);
Result<Answer> planCharacter(const PlanInput &input);

QJsonValue jsonNumber(const std::optional<double> &value); ///< null when absent
/// Language of texts that come with data: that of the program.
QString dataLanguage();

} // namespace loci::cli
