// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/rulechecks.h"

#include <algorithm>
#include <utility>

namespace loci::analysis {

using planning::Rule;
using planning::RuleResult;

namespace {

/// What stands for a view: to rise in the corridor is against the rule, whatever the consultation area says; next comes
/// an eye that nobody can judge from; then to rise beside the corridor, which is for consultation; then how much is
/// left.
int gravity(const ViewCeiling::Intrusion &found)
{
    if (found.facet->consultation) {
        return found.over > 0 ? 1 : -1;
    }
    constexpr int kAgainst = 3, kBlind = 2;
    return found.eyeInside ? kBlind : found.over > 0 ? kAgainst : 0;
}

std::vector<ViewCeiling::Intrusion> worstOfEachView(const std::vector<ViewCeiling::Intrusion> &all)
{
    std::vector<ViewCeiling::Intrusion> worst;
    for (const ViewCeiling::Intrusion &found : all) {
        if (gravity(found) < 0) {
            continue;
        }
        const auto known = std::find_if(worst.begin(), worst.end(), [&found](const ViewCeiling::Intrusion &other) {
            return other.facet->view == found.facet->view;
        });
        if (known == worst.end()) {
            worst.push_back(found);
        } else if (std::pair(gravity(found), found.over) > std::pair(gravity(*known), known->over)) {
            *known = found;
        }
    }
    return worst;
}

RuleResult viewRow(const Rule &rule, const Building &building, const planning::ProtectedView &view,
                   const ViewCeiling::Intrusion &found)
{
    RuleResult row = rowOf(rule, building.id, nullptr);
    row.area = view.id;
    row.value = found.limit + found.over;
    row.limit = found.limit;
    if (!building.height()) {
        row.value.reset();
        setUnknown(row, "height", CheckTexts::tr("The model does not tell the height."));
    } else if (gravity(found) == 2) {
        row.value.reset();
        setUnknown(row, "eye_inside", CheckTexts::tr("An eye of the view is inside or beneath this building."));
    } else if (found.facet->consultation) {
        setUnknown(row, "consultation",
                   CheckTexts::tr("It rises by %1 m in the consultation area of the view; to be judged by its effect.")
                       .arg(found.over, 0, 'f', 2));
    } else {
        judge(row, rule);
        row.excessArea = found.over > 0 ? std::optional(found.excess.area) : std::nullopt;
        row.excessVolume = found.over > 0 ? found.excess.volume : std::nullopt;
        noteHole(row, found.over > 0 && !found.excess.volume);
    }
    return row;
}

} // namespace

void checkViewCeiling(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    const planning::ViewSet *views = context.request().views;
    if (views == nullptr) {
        rows.push_back(rowOf(rule, building.id, nullptr));
        setUnknown(rows.back(), "views", CheckTexts::tr("No protected views were given."));
        return;
    }
    for (const ViewCeiling::Intrusion &found : worstOfEachView(context.ceiling().against(context.faces(building)))) {
        const planning::ProtectedView &view = views->views[found.facet->view];
        if (view.landmark != building.id) {
            rows.push_back(viewRow(rule, building, view, found));
        }
    }
    for (const std::size_t number : context.ceiling().incomparableOver(building.outline, context.geos())) {
        const planning::ProtectedView &view = views->views[number];
        if (view.landmark != building.id) {
            rows.push_back(rowOf(rule, building.id, nullptr));
            rows.back().area = view.id;
            setUnknown(rows.back(), "datum", datumSentence(view.datum, context.request().datum));
        }
    }
}

} // namespace loci::analysis
