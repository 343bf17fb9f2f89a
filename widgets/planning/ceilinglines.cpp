// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/ceilinglines.h"

#include <algorithm>
#include <cmath>

namespace loci::widgets {

std::vector<CeilingLine> ceilingContours(const analysis::ViewCeiling &ceiling, double step)
{
    std::vector<CeilingLine> lines;
    for (const analysis::CeilingFacet &facet : ceiling.facets()) {
        if (facet.consultation) {
            continue;
        }
        const std::vector<Vec2> plan = facet.outline();
        Vec3 corners[3];
        double low = std::numeric_limits<double>::infinity(), high = -low;
        for (std::size_t i = 0; i < 3; ++i) {
            corners[i] = {plan[i].x, plan[i].y, facet.plane.heightAt(plan[i])};
            low = std::min(low, corners[i].z);
            high = std::max(high, corners[i].z);
        }
        const auto last = static_cast<int>(std::floor(high / step));
        for (auto n = static_cast<int>(std::ceil(low / step)); n <= last; ++n) {
            const double z = n * step;
            std::vector<Vec3> ends;
            for (std::size_t i = 0; i < 3; ++i) {
                const Vec3 &a = corners[i];
                const Vec3 &b = corners[(i + 1) % 3];
                if ((a.z <= z) != (b.z <= z)) {
                    const double t = (z - a.z) / (b.z - a.z);
                    ends.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), z});
                }
            }
            if (ends.size() == 2) {
                lines.push_back({z, ends[0], ends[1]});
            }
        }
    }
    return lines;
}

} // namespace loci::widgets
