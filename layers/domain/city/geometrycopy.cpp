// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/geometrycopy.h"

#include "layers/domain/city/semanticowners.h"

namespace loci::city {

namespace {

class Copier
{
public:
    Copier(const GeometryStore &from) : m_from(from), m_semantics(semanticRanges(from))
    {
        for (const MaterialTheme &theme : from.materialThemes) {
            m_to.materialThemes.emplace_back().name = theme.name;
        }
        for (const TextureTheme &theme : from.textureThemes) {
            m_to.textureThemes.emplace_back().name = theme.name;
        }
    }

    void add(GeometryIndex g)
    {
        Geometry geometry = m_from.geometries[g];
        const IndexRange old = geometry.surfaces;
        const std::uint32_t shift = m_to.surfaceCount() - old.begin; // may wrap around: it is added again
        const auto shells = static_cast<std::uint32_t>(m_to.shells.size());
        for (std::uint32_t i = geometry.shells.begin; i < geometry.shells.end; ++i) {
            Shell shell = m_from.shells[i];
            shell.surfaces = {shell.surfaces.begin + shift, shell.surfaces.end + shift};
            m_to.shells.push_back(shell);
        }
        const auto number = static_cast<GeometryIndex>(m_to.geometries.size());
        const std::uint32_t semanticShift = addSemantics(m_semantics[g]);
        for (SurfaceIndex s = old.begin; s < old.end; ++s) {
            addSurface(s, number, semanticShift);
        }
        geometry.surfaces = {old.begin + shift, old.end + shift};
        geometry.shells = {shells, static_cast<std::uint32_t>(m_to.shells.size())};
        m_to.geometries.push_back(geometry);
    }

    GeometryStore take()
    {
        std::erase_if(m_to.materialThemes, [](const MaterialTheme &theme) { return theme.surface.empty(); });
        std::erase_if(m_to.textureThemes, [](const TextureTheme &theme) { return theme.ringTexture.empty(); });
        return std::move(m_to);
    }

private:
    std::uint32_t addSemantics(IndexRange range)
    {
        const std::uint32_t shift = static_cast<std::uint32_t>(m_to.semantics.size()) - range.begin;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            SemanticSurface surface = m_from.semantics[i];
            surface.parent = range.contains(surface.parent) ? surface.parent + shift : kNone;
            m_to.semantics.push_back(std::move(surface));
        }
        return shift;
    }

    void addSurface(SurfaceIndex s, GeometryIndex geometry, std::uint32_t semanticShift)
    {
        const SurfaceIndex made = m_to.surfaceCount();
        const IndexRange rings = m_from.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            const auto ring = m_from.ring(r);
            m_to.vertexIds.insert(m_to.vertexIds.end(), ring.begin(), ring.end());
            m_to.ringVertices.push_back(static_cast<std::uint32_t>(m_to.vertexIds.size()));
            addTexture(r, static_cast<std::uint32_t>(m_to.ringVertices.size() - 2), ring.size());
        }
        m_to.surfaceRings.push_back(static_cast<std::uint32_t>(m_to.ringVertices.size() - 1));
        const std::uint32_t semantic = m_from.surfaceSemantic[s];
        m_to.surfaceSemantic.push_back(semantic == kNone ? kNone : semantic + semanticShift);
        m_to.surfaceGeometry.push_back(geometry);
        for (std::size_t t = 0; t < m_from.materialThemes.size(); ++t) {
            const MaterialTheme &theme = m_from.materialThemes[t];
            if (s < theme.surface.size() && theme.surface[s] != kNone) {
                m_to.materialThemes[t].surface.resize(made + 1, kNone);
                m_to.materialThemes[t].surface[made] = theme.surface[s];
            }
        }
    }

    void addTexture(std::uint32_t ring, std::uint32_t made, std::size_t points)
    {
        for (std::size_t t = 0; t < m_from.textureThemes.size(); ++t) {
            const TextureTheme &theme = m_from.textureThemes[t];
            if (ring >= theme.ringTexture.size() || theme.ringTexture[ring] == kNone) {
                continue;
            }
            TextureTheme &copy = m_to.textureThemes[t];
            copy.ringTexture.resize(made + 1, kNone);
            copy.ringUv.resize(made + 1, 0);
            copy.ringTexture[made] = theme.ringTexture[ring];
            copy.ringUv[made] = static_cast<std::uint32_t>(copy.uv.size());
            const auto uv = theme.uv.begin() + theme.ringUv[ring];
            copy.uv.insert(copy.uv.end(), uv, uv + static_cast<std::ptrdiff_t>(points));
        }
    }

    const GeometryStore &m_from;
    std::vector<IndexRange> m_semantics;
    GeometryStore m_to;
};

} // namespace

std::uint32_t Renumbering::finish()
{
    std::uint32_t next = 0;
    for (std::uint32_t &number : m_new) {
        number = number == kNone ? kNone : next++;
    }
    return next;
}

GeometryStore copyGeometries(const GeometryStore &from, std::span<const GeometryIndex> chosen)
{
    Copier copier(from);
    for (const GeometryIndex g : chosen) {
        copier.add(g);
    }
    return copier.take();
}

void useAppearance(const GeometryStore &store, AppearanceNumbers &numbers)
{
    for (const MaterialTheme &theme : store.materialThemes) {
        for (const std::uint32_t material : theme.surface) {
            numbers.materials.use(material);
        }
    }
    for (const TextureTheme &theme : store.textureThemes) {
        for (const std::uint32_t texture : theme.ringTexture) {
            numbers.textures.use(texture);
        }
        for (const std::uint32_t uv : theme.uv) {
            numbers.uv.use(uv);
        }
    }
}

void renumberAppearance(GeometryStore &store, const AppearanceNumbers &numbers)
{
    for (MaterialTheme &theme : store.materialThemes) {
        for (std::uint32_t &material : theme.surface) {
            material = numbers.materials[material];
        }
    }
    for (TextureTheme &theme : store.textureThemes) {
        for (std::uint32_t &texture : theme.ringTexture) {
            texture = numbers.textures[texture];
        }
        for (std::uint32_t &uv : theme.uv) {
            uv = numbers.uv[uv];
        }
    }
}

void useVertices(const GeometryStore &store, Renumbering &vertices)
{
    for (const std::uint32_t id : store.vertexIds) {
        vertices.use(id);
    }
}

void renumberVertices(GeometryStore &store, const Renumbering &vertices)
{
    for (std::uint32_t &id : store.vertexIds) {
        id = vertices[id];
    }
}

} // namespace loci::city
