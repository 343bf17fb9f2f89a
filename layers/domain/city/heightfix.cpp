// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the height check proposes, done.
#include "layers/domain/city/heights.h"
#include "layers/domain/city/modelshift.h"

#include <algorithm>
#include <array>

namespace loci::city {

namespace {

bool isLand(std::string_view type)
{
    static constexpr std::array<std::string_view, 8> kLand{
        "TINRelief", "LandUse", "Road", "Railway", "WaterBody", "PlantCover", "TransportSquare", "Waterway"};
    return std::find(kLand.begin(), kLand.end(), type) != kLand.end();
}

} // namespace

bool HeightReport::proposesFixes() const
{
    return offset || std::any_of(issues.begin(), issues.end(), [](const HeightIssue &issue) { return issue.fix; });
}

CityModelPtr HeightReport::corrected(const CityModel &model) const
{
    std::vector<ObjectShift> shifts;
    for (const HeightIssue &issue : issues) {
        if (issue.fix) {
            shifts.push_back({issue.object, *issue.fix});
        }
    }
    const double dz = offset ? offset->dz : 0;
    if (dz == 0 || model.typeNames.find("TINRelief") == StringPool::kNotFound) {
        return withHeights(model, dz, shifts);
    }
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (model.objectParent[o] == kNone && !isLand(model.typeOf(o))) {
            shifts.push_back({o, dz});
        }
    }
    return withHeights(model, 0, shifts);
}

} // namespace loci::city
