// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace loci::scene {

struct CutFaces;

/// The lines in which a plane meets the triangles of one body, joined to loops and filled. Corners that differ by less
/// than a millimetre are one.
class CutOutline
{
public:
    /// The plane of all p with dot(p, normal) == level; `normal` has length 1.
    CutOutline(const Vec3 &normal, double level);

    void clear();
    void addTriangle(const Vec3 &a, const Vec3 &b, const Vec3 &c);
    /// Appends the filled loops; nothing when the lines do not close. Loops within loops are holes, and so on.
    void fill(CutFaces &faces);

private:
    using Loop = std::vector<std::uint32_t>; ///< nodes
    std::uint32_t nodeAt(const Vec3 &place);
    std::vector<Loop> loops();
    Loop straightened(const Loop &loop) const;
    bool isInside(const Vec2 &place, const Loop &loop) const;
    double areaOf(const Loop &loop) const;
    void fillLoop(Loop outer, std::vector<Loop> holes, CutFaces &faces) const;
    std::vector<std::optional<std::size_t>> containers(const std::vector<Loop> &all, std::vector<int> &depths) const;

    Vec3 m_normal, m_u, m_v;
    double m_level;
    std::vector<Vec2> m_nodes;
    std::unordered_multimap<std::uint64_t, std::uint32_t> m_grid;
    std::unordered_map<std::uint64_t, std::uint32_t> m_lines; ///< by their two nodes: how often
};

} // namespace loci::scene
