// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/textfile.h"

namespace loci::formats {

/// Whether a surface has anything to write: a damaged ring of the input was emptied by the reader.
inline bool isWritten(const city::GeometryStore &store, city::SurfaceIndex s)
{
    const city::IndexRange rings = store.rings(s);
    return !rings.isEmpty() && !store.ring(rings.begin).empty();
}

template <class Leaf>
void writeSurfaceList(TextBuffer &out, const city::GeometryStore &store, city::IndexRange surfaces, const Leaf &leaf)
{
    out << '[';
    bool first = true;
    for (city::SurfaceIndex s = surfaces.begin; s < surfaces.end; ++s) {
        if (isWritten(store, s)) {
            if (!first) {
                out << ',';
            }
            first = false;
            leaf(s);
        }
    }
    out << ']';
}

/// The lists in lists of a geometry's type, down to its surfaces (points, lines); `leaf(s)` writes one. Boundaries,
/// semantic values, materials and textures all have this shape.
template <class Leaf>
void writeNested(TextBuffer &out, const city::GeometryStore &store, const city::Geometry &geometry, const Leaf &leaf)
{
    using city::GeometryType;
    const bool solids = geometry.type == GeometryType::MultiSolid || geometry.type == GeometryType::CompositeSolid;
    if (geometry.type != GeometryType::Solid && !solids) {
        writeSurfaceList(out, store, geometry.surfaces, leaf);
        return;
    }
    out << (solids ? "[[" : "[");
    for (std::uint32_t i = geometry.shells.begin; i < geometry.shells.end; ++i) {
        if (i > geometry.shells.begin) {
            out << (solids && store.shells[i].solid != store.shells[i - 1].solid ? "],[" : ",");
        }
        writeSurfaceList(out, store, store.shells[i].surfaces, leaf);
    }
    out << (solids ? "]]" : "]");
}

/// The lists of a surface's rings that have vertices.
template <class Ring>
void writeRings(TextBuffer &out, const city::GeometryStore &store, city::SurfaceIndex s, const Ring &ring)
{
    out << '[';
    const city::IndexRange rings = store.rings(s);
    bool first = true;
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        if (!store.ring(r).empty()) {
            if (!first) {
                out << ',';
            }
            first = false;
            ring(r);
        }
    }
    out << ']';
}

} // namespace loci::formats
