// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <functional>
#include <optional>
#include <vector>

namespace loci::city {

/// Height of the ground at a place, in the CRS of the model that asks; empty where it is not known.
using TerrainSampler = std::function<std::optional<double>(const Vec2 &)>;

/// The TINRelief objects of a model, to be asked for heights.
class TerrainSurface
{
public:
    /// Empty when the model has no terrain. Fails only when cancelled.
    static Result<TerrainSurface> of(const CityModel &model, const CancelToken &cancel = {});

    bool isEmpty() const { return m_corners.empty(); }
    /// Where triangles lie on top of each other, the highest.
    std::optional<double> heightAt(const Vec2 &place) const;

private:
    void index();
    int column(double x) const;
    int row(double y) const;

    std::vector<Vec3> m_corners; ///< three a triangle
    Box3 m_box;
    int m_columns = 0, m_rows = 0;
    std::vector<std::uint32_t> m_cellStart, m_cellTriangles; ///< cell c holds [m_cellStart[c], m_cellStart[c + 1])
};

} // namespace loci::city
