// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/ruleengine.h"
#include "layers/analysis/view/viewceiling.h"

#include <QCoreApplication>
#include <map>
#include <memory>

namespace loci::analysis {

/// What the checks of all kinds share during one run. One thread.
class CheckContext
{
public:
    explicit CheckContext(const CheckRequest &request);

    const CheckRequest &request() const { return m_request; }
    const BuildingSet &set() const { return *m_request.buildings; }
    const AreaIndex &areas() const { return *m_areas; }
    const Shape::Context &geos() const { return m_request.buildings->context(); }
    /// Areas of the rule that the building stands in, by at least a bit of ground. Those whose geometry is unusable
    /// come when their box meets the building's.
    std::vector<const PlacedArea *> areasOf(const planning::Rule &rule, const Building &building) const;
    /// Areas of the rule within `reach` of the building, by exact distance. Those whose geometry is unusable come when
    /// their box is within reach, without a distance.
    std::vector<std::pair<const PlacedArea *, std::optional<double>>>
    areasNear(const planning::Rule &rule, const Building &building, double reach) const;
    const ViewCeiling &ceiling() const { return m_ceiling->value; } ///< of the views of the request; empty without
    const Findings &ceilingFindings() const { return m_ceiling->findings; }
    const std::vector<Triangle3> &faces(const Building &building); ///< valid until the next call

private:
    CheckRequest m_request;
    std::shared_ptr<const AreaIndex> m_areas;             ///< its own, or borrowed from the request
    std::shared_ptr<const Loaded<ViewCeiling>> m_ceiling; ///< as well
    const Building *m_faced = nullptr;
    std::vector<Triangle3> m_faces;
};

using Rows = std::vector<planning::RuleResult>;

/// A row of a rule for a subject, with unit and no verdict yet.
planning::RuleResult rowOf(const planning::Rule &rule, const QString &subject, const PlacedArea *area);
/// Limit of a rule in an area; absent when the property it names is not there.
std::optional<double> limitOf(const planning::Rule &rule, const PlacedArea *area);
/// Fills margin and verdict from value and limit; unknown with `missing` when one is absent.
void judge(planning::RuleResult &row, const planning::Rule &rule);
void setUnknown(planning::RuleResult &row, const char *missing, const QString &note);
void setAreaUnknown(planning::RuleResult &row); ///< its area crosses itself or has no size
/// Tells of a body whose surface has a hole, so that its volume above the limit is not known.
void noteHole(planning::RuleResult &row, bool hasHole);
/// That heights of a rule, an area or a view in one height system cannot be compared with a model in another one.
QString datumSentence(const QString &wanted, const QString &model);
double parameter(const planning::Rule &rule, const char *name, double otherwise);

// Checks by kind; each appends the rows that apply.
void checkHeight(CheckContext &context, const planning::Rule &rule, const Building &building, Rows &rows);
void checkNeighbourHeight(CheckContext &context, const planning::Rule &rule, const Building &building, Rows &rows);
void checkProtection(CheckContext &context, const planning::Rule &rule, const Building &building, Rows &rows);
void checkSetback(CheckContext &context, const planning::Rule &rule, const Building &building, Rows &rows);
void checkHillView(CheckContext &context, const planning::Rule &rule, const Building &building, Rows &rows);
void checkViewCeiling(CheckContext &context, const planning::Rule &rule, const Building &building, Rows &rows);
void checkListed(CheckContext &context, const planning::Rule &rule, const Building &building, Rows &rows);
void checkParcel(CheckContext &context, const planning::Rule &rule, const PlacedArea &parcel, Rows &rows);
void checkStreet(CheckContext &context, const planning::Rule &rule, const PlacedArea &street, Rows &rows);

struct CheckTexts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::RuleCheck)
};

} // namespace loci::analysis
