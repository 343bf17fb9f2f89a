// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/rulechecks.h"
#include "layers/analysis/planning/streetproportion.h"

namespace loci::analysis {

using planning::Rule;
using planning::RuleResult;

void checkStreet(CheckContext &context, const Rule &rule, const PlacedArea &street, Rows &rows)
{
    RuleResult row = rowOf(rule, street.area->id, &street);
    row.limit = limitOf(rule, &street);
    StreetProportion all;
    for (const planning::Line &line : street.area->lines) {
        const StreetProportion one =
            measureStreet(line, context.set(), parameter(rule, "step", 5), parameter(rule, "reach", 60));
        all.samples.insert(all.samples.end(), one.samples.begin(), one.samples.end());
        all.open += one.open;
    }
    row.value = all.quantile(0.5);
    if (!row.value) {
        setUnknown(row, "facades", CheckTexts::tr("No part of the street has facades of known height on both sides."));
    } else {
        constexpr double kLow = 0.1, kHigh = 0.9;
        judge(row, rule);
        row.note = CheckTexts::tr("Median of %1 samples; 10 to 90 % lie between %2 and %3; %4 have an open side.")
                       .arg(all.samples.size())
                       .arg(all.quantile(kLow).value_or(0), 0, 'f', 2)
                       .arg(all.quantile(kHigh).value_or(0), 0, 'f', 2)
                       .arg(all.open);
    }
    rows.push_back(std::move(row));
}

} // namespace loci::analysis
