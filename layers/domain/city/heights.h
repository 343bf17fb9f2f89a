// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/heightrules.h"
#include "layers/domain/city/terrainsurface.h"

#include <optional>
#include <vector>

namespace loci::city {

/// What the heights of a model count from, as the person declares it.
enum class HeightReference { Unknown, Orthometric, Ellipsoidal, AboveGround };
QString heightReferenceKey(HeightReference reference); ///< "unknown", "orthometric", ...: stored, never translated
HeightReference heightReferenceFromKey(const QString &key);
QString heightReferenceName(HeightReference reference); ///< translated

enum class HeightFault { Floating, Buried, FarFromTerrain, NoHeight, Absurd };

struct HeightIssue
{
    ObjectIndex object = kNone;
    HeightFault fault = HeightFault::Floating;
    double amount = 0;         ///< metres: departure from the terrain, or the height that is wrong
    std::optional<double> fix; ///< dz to add to the object
};

/// A departure that the whole model shares.
struct ModelOffset
{
    enum class Kind {
        Constant,    ///< all feet are too high or too low by the same
        Datum,       ///< the same, of a size that two height systems differ by
        AboveGround, ///< all feet stand at one height: heights count from the ground
    };
    Kind kind = Kind::Constant;
    double dz = 0;      ///< to add to the model; for AboveGround the median height of the terrain
    double scatter = 0; ///< robust standard deviation of the departures
};

struct HeightReport
{
    enum class Ground { Terrain, Neighbours, None };
    Ground ground = Ground::None;
    std::size_t checked = 0;  ///< objects that stand
    std::size_t compared = 0; ///< of them, with ground below
    double tolerance = 0;     ///< that was used, metres
    std::vector<HeightIssue> issues;
    std::optional<ModelOffset> offset;

    Findings findings(const CityModel &model) const; ///< with codes, places and the proposed fix in words
    bool proposesFixes() const;
    /// The model with the offset and every proposed fix applied, to be written as a copy. A terrain that the model has
    /// of its own, and what covers it, stay: the objects were compared with it.
    CityModelPtr corrected(const CityModel &model) const;
};

/// Compares the feet of the objects that stand with the ground below them: the sampler's, else the model's own
/// TINRelief, else that of the nearest neighbours. Pure; any thread. Fails only when cancelled.
///
/// How a model puts feet on slopes (lowest, middle or highest ground) is learned from the model: the way with the least
/// scatter counts. So nothing is said of what all objects do, but for an offset that they share.
Result<HeightReport> checkHeights(const CityModel &model, const HeightRules &rules, const TerrainSampler &terrain = {},
                                  const CancelToken &cancel = {}, const ProgressFunction &progress = {});

} // namespace loci::city
