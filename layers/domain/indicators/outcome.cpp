// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/outcome.h"

namespace loci::indicators {

std::vector<TargetState> Outcome::targetsOf(const QString &code, int area) const
{
    const Definition *definition = results ? results->definition(code) : nullptr;
    const auto plan = targets.find(code);
    if (definition == nullptr || plan == targets.end() || definition->direction == Direction::Band) {
        return {};
    }
    const Calculated *latest = results->latest(code, area);
    std::optional<Point> last;
    if (latest != nullptr && latest->value) {
        last = Point{decimalYear(latest->period, now), *latest->value};
    }
    return trackTargets(plan->second, last, definition->direction == Direction::HigherIsBetter,
                        latest != nullptr && latest->quality == Quality::Partial);
}

} // namespace loci::indicators
