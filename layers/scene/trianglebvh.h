// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <functional>
#include <limits>
#include <optional>
#include <span>

namespace loci::scene {

/// A tree of boxes over triangles for exact ray queries. It borrows positions and triangles: they outlive it and do
/// not change. Built in a worker; questions from any thread.
class TriangleBvh
{
public:
    TriangleBvh() = default;
    TriangleBvh(std::span<const float> positions, std::span<const std::int32_t> triangles);

    struct Answer
    {
        std::uint32_t triangle = 0;
        double distance = 0;
    };
    /// The nearest triangle the ray meets before `farthest`; triangles that `ignored` names let it pass. Both sides of
    /// a triangle count.
    std::optional<Answer> nearest(const Ray &ray, double farthest = std::numeric_limits<double>::infinity(),
                                  const std::function<bool(std::uint32_t)> &ignored = {}) const;
    /// Whether any triangle is met before `farthest`: for shadows, where the first one found will do.
    bool meetsAny(const Ray &ray, double farthest, const std::function<bool(std::uint32_t)> &ignored = {}) const;
    /// How far the triangles are from a place, at least; `limit` when they are farther than that. To within a few
    /// triangles: it is the distance to the boxes of the leaves.
    double clearance(const Vec3 &place, double limit) const;
    bool isEmpty() const { return m_nodes.empty(); }
    std::size_t memoryBytes() const
    {
        return m_nodes.capacity() * sizeof(Node) + m_order.capacity() * sizeof(std::uint32_t);
    }

private:
    struct Node
    {
        float min[3], max[3];
        std::uint32_t first = 0; ///< first child (its sibling follows), or first place in m_order
        std::uint32_t count = 0; ///< triangles of a leaf; 0: an inner node
    };
    struct Builder;

    std::optional<double> meets(const Ray &ray, std::uint32_t triangle) const;

    std::span<const float> m_positions;
    std::span<const std::int32_t> m_triangles;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_order;
};

} // namespace loci::scene
