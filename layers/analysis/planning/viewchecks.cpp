// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/rulechecks.h"

#include <algorithm>
#include <utility>

namespace loci::analysis {

using planning::Rule;
using planning::RuleResult;

namespace {

/// What stands for a view: to rise in the corridor is against the rule, whatever the consultation area says; to rise
/// beside it is for consultation; then how much is left in the corridor.
int gravity(const ViewCeiling::Intrusion &found)
{
    return found.facet->consultation ? (found.over > 0 ? 1 : -1) : (found.over > 0 ? 2 : 0);
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

} // namespace

void checkViewCeiling(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    const planning::ViewSet *views = context.request().views;
    if (views == nullptr) {
        rows.push_back(rowOf(rule, building.id, nullptr));
        setUnknown(rows.back(), "views", CheckTexts::tr("No protected views were given."));
        return;
    }
    for (const ViewCeiling::Intrusion &found :
         worstOfEachView(context.ceiling().against(context.faces(building), building.outline, context.geos()))) {
        const planning::ProtectedView &view = views->views[found.facet->view];
        if (view.landmark == building.id) {
            continue;
        }
        RuleResult row = rowOf(rule, building.id, nullptr);
        row.area = view.id;
        row.value = found.limit + found.over;
        row.limit = found.limit;
        if (!building.height()) {
            row.value.reset();
            setUnknown(row, "height", CheckTexts::tr("The model does not tell the height."));
        } else if (found.facet->consultation) {
            setUnknown(
                row, "consultation",
                CheckTexts::tr("It rises by %1 m in the consultation area of the view; to be judged by its effect.")
                    .arg(found.over, 0, 'f', 2));
        } else {
            judge(row, rule);
            row.excessArea = found.over > 0 ? std::optional(found.excess.area) : std::nullopt;
            row.excessVolume = found.over > 0 ? std::optional(found.excess.volume) : std::nullopt;
        }
        rows.push_back(std::move(row));
    }
}

} // namespace loci::analysis
