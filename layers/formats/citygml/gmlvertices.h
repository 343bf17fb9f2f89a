// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <vector>

namespace loci::formats {

/// Puts world coordinates into a VertexStore: a tenth of a millimetre is kept while the extent allows it, else the step
/// grows tenfold and what is there is rounded to it. Equal coordinates of one top-level object share a vertex.
class GmlVertices
{
public:
    explicit GmlVertices(city::VertexStore &store) : m_store(store) { beginObject(); }

    void beginObject();
    /// Number of the vertex; city::kNone for what lies beyond every map or is no number.
    std::uint32_t add(const Vec3 &world);

private:
    bool toSteps(const Vec3 &world, std::array<std::int32_t, 3> &steps) const;
    void start(const Vec3 &world);
    void coarsen();
    std::uint32_t shared(const std::array<std::int32_t, 3> &steps);
    void growSlots();

    city::VertexStore &m_store;
    std::vector<std::uint32_t> m_slots; ///< open hash of vertex numbers + 1; size is a power of two
    std::uint32_t m_used = 0;
    bool m_started = false;
};

} // namespace loci::formats
