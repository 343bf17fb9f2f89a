// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/mesh.h"
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/cachewriter.h"

#include <memory>
#include <vector>

namespace loci::formats::modelcache {

/// Writes outlines as flat arrays; false when there are more points than 32 bits count.
bool writeFootprints(CacheWriter &out, const std::vector<city::Footprint> &footprints);

/// The outlines again; null when none were kept, when they are damaged, or when one names an object that the model does
/// not have.
std::shared_ptr<const std::vector<city::Footprint>> readFootprints(const CacheFile &file, const city::CityModel &model);

} // namespace loci::formats::modelcache
