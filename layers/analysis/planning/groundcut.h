// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/shape.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace loci::analysis {

/// What of the ground under a face lies in an area.
struct Ground
{
    std::vector<Vec2> corners; ///< of all its pieces
    double area = 0;
    Vec2 middle; ///< centre of gravity
};

/// Cuts the ground under faces to an area of the map. What only touches the area is not in it.
class GroundCut
{
public:
    GroundCut() = default;
    GroundCut(const GroundCut &) = delete;
    GroundCut &operator=(const GroundCut &) = delete;
    virtual ~GroundCut() = default;

    /// Of a convex ring; nothing when it has none in common with the area.
    virtual std::optional<Ground> of(std::span<const Vec2> ring) const = 0;
    /// From and to which share of the way from `a` to `b` the area goes; nothing when the way stays outside.
    virtual std::optional<std::pair<double, double>> along(const Vec2 &a, const Vec2 &b) const = 0;
};

/// The whole map.
class EverywhereCut final : public GroundCut
{
public:
    std::optional<Ground> of(std::span<const Vec2> ring) const override;
    std::optional<std::pair<double, double>> along(const Vec2 &a, const Vec2 &b) const override;
};

/// A convex ring, turned either way.
class ConvexCut final : public GroundCut
{
public:
    explicit ConvexCut(std::span<const Vec2> ring);
    std::optional<Ground> of(std::span<const Vec2> ring) const override;
    std::optional<std::pair<double, double>> along(const Vec2 &a, const Vec2 &b) const override;

private:
    double inside(std::size_t side, const Vec2 &p) const; ///< metres from a side, positive towards the inside
    std::vector<Vec2> m_ring;                             ///< counter-clockwise
};

/// Any area, by GEOS: of the thread of its context.
class ShapeCut final : public GroundCut
{
public:
    ShapeCut(const Shape &shape, const Shape::Context &context)
        : m_shape(shape)
        , m_context(context)
        , m_bounds(shape.bounds())
    {}
    std::optional<Ground> of(std::span<const Vec2> ring) const override;
    std::optional<std::pair<double, double>> along(const Vec2 &a, const Vec2 &b) const override;

private:
    Shape m_shape;
    Shape::Context m_context;
    Box3 m_bounds;
};

} // namespace loci::analysis
