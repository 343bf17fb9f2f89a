// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/rulechecks.h"

namespace loci::analysis {

using planning::Rule;
using planning::RuleResult;

void checkViewCeiling(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    const planning::ViewSet *views = context.request().views;
    if (views == nullptr) {
        rows.push_back(rowOf(rule, building.id, nullptr));
        setUnknown(rows.back(), "views", CheckTexts::tr("No protected views were given."));
        return;
    }
    std::vector<bool> told(views->views.size(), false);
    for (const ViewCeiling::Intrusion &found :
         context.ceiling().against(context.faces(building), building.outline, context.geos())) {
        const planning::ProtectedView &view = views->views[found.facet->view];
        if (view.landmark == building.id || told[found.facet->view] || (found.facet->consultation && found.over <= 0)) {
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
        told[found.facet->view] = true;
        rows.push_back(std::move(row));
    }
}

} // namespace loci::analysis
