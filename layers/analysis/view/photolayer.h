// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"
#include "layers/domain/planning/sitephoto.h"

#include <QSet>
#include <QString>
#include <cstdint>
#include <vector>

namespace loci::analysis {

/// What the camera of a photograph sees of a model, pixel by pixel, by rays: what stands in front hides what is behind.
struct PhotoLayer
{
    enum class Kind : std::uint8_t { Nothing, Ground, Town, Proposal };
    int width = 0, height = 0;
    std::vector<Kind> kind;           ///< rows from above
    std::vector<std::uint8_t> shade;  ///< 0 dark to 255 lit, by the slope of what is seen
    std::vector<std::uint8_t> isEdge; ///< 1 where another surface begins

    std::size_t count(Kind which) const;
};

/// The model as the camera sees it. `proposed`: ids of the buildings of a proposal. Pure; any thread, and works on
/// several. Fails when cancelled or without memory.
Result<PhotoLayer> photoLayer(const city::CityModel &model, const QSet<QString> &proposed,
                              const planning::PhotoCamera &camera, const CancelToken &cancel = {});

} // namespace loci::analysis
