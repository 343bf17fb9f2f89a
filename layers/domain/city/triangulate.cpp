// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/reserve.h"
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/polygontriangulator.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::city {

namespace {

/// Collects the triangles of one call of triangulate().
class MeshBuilder
{
public:
    MeshBuilder(const CityModel &model, const MeshOptions &options) : m_model(model), m_options(options)
    {
        if (options.origin) {
            m_mesh.origin = *options.origin;
        } else if (!model.extent.isEmpty()) {
            m_mesh.origin = model.extent.centre();
            m_mesh.origin.z = model.extent.min.z;
        }
        if (options.textureTheme) {
            m_theme = themeOf(model.geometry);
            m_templateTheme = themeOf(model.templates);
        }
    }

    void addObject(ObjectIndex object)
    {
        for (const GeometryIndex g : chooseGeometries(m_model, object, m_options.lod)) {
            const Geometry &geometry = m_model.geometry.geometries[g];
            if (geometry.instance != kNone) {
                addInstance(m_model.instances[geometry.instance], object);
            } else if (isFaces(geometry.type)) {
                addGeometry(geometry, object);
            }
        }
    }

    /// Room for what all geometries of an object would give: an upper bound of those that are chosen.
    void count(ObjectIndex object)
    {
        const GeometryStore &store = m_model.geometry;
        for (GeometryIndex g = m_model.objectGeometries[object].begin; g < m_model.objectGeometries[object].end; ++g) {
            const Geometry &geometry = store.geometries[g];
            if (geometry.surfaces.isEmpty() || !isFaces(geometry.type)) {
                continue;
            }
            const IndexRange rings{store.surfaceRings[geometry.surfaces.begin],
                                   store.surfaceRings[geometry.surfaces.end]};
            const std::size_t points = store.ringVertices[rings.end] - store.ringVertices[rings.begin];
            m_expectedPoints += points;
            // n points in r rings make n + 2r - 4 triangles, at most; a damaged surface may have fewer points.
            m_expectedTriangles +=
                points + 2 * std::size_t(rings.size()) - std::min(points, 4 * std::size_t(geometry.surfaces.size()));
        }
    }
    void reserve()
    {
        reserveIfPossible(m_mesh.positions, 3 * m_expectedPoints);
        reserveIfPossible(m_mesh.triangles, 3 * m_expectedTriangles);
        reserveIfPossible(m_mesh.triangleSurface, m_expectedTriangles);
        reserveIfPossible(m_mesh.triangleObject, m_expectedTriangles);
        reserveIfPossible(m_mesh.triangleSemantic, m_expectedTriangles);
    }

    TriangleMesh take() { return std::move(m_mesh); }

private:
    static bool isFaces(GeometryType type)
    {
        return type != GeometryType::MultiPoint && type != GeometryType::MultiLineString &&
               type != GeometryType::GeometryInstance;
    }

    const TextureTheme *themeOf(const GeometryStore &store) const
    {
        const auto found = std::find_if(store.textureThemes.begin(), store.textureThemes.end(),
                                        [this](const TextureTheme &t) { return t.name == *m_options.textureTheme; });
        return found == store.textureThemes.end() ? nullptr : &*found;
    }

    void addGeometry(const Geometry &geometry, ObjectIndex object)
    {
        for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            gather(m_model.geometry, s, [this](std::uint32_t id) { return m_model.vertices.at(id); });
            addSurface(m_model.geometry, s, m_theme, s, object);
        }
    }

    void addInstance(const Instance &instance, ObjectIndex object)
    {
        if (!m_options.flattenInstances || instance.templateGeometry >= m_model.templates.geometries.size() ||
            instance.referenceVertex >= m_model.vertices.size()) {
            return;
        }
        const Geometry &shape = m_model.templates.geometries[instance.templateGeometry];
        const Vec3 at = m_model.vertices.at(instance.referenceVertex);
        const std::array<double, 16> &m = instance.matrix;
        const auto place = [&](std::uint32_t id) {
            const std::array<double, 3> &v = m_model.templateVertices[id];
            const double w = m[12] * v[0] + m[13] * v[1] + m[14] * v[2] + m[15];
            const double scale = w != 0 ? 1 / w : 1;
            return Vec3{(m[0] * v[0] + m[1] * v[1] + m[2] * v[2] + m[3]) * scale + at.x,
                        (m[4] * v[0] + m[5] * v[1] + m[6] * v[2] + m[7]) * scale + at.y,
                        (m[8] * v[0] + m[9] * v[1] + m[10] * v[2] + m[11]) * scale + at.z};
        };
        if (!isFaces(shape.type)) {
            return;
        }
        for (SurfaceIndex s = shape.surfaces.begin; s < shape.surfaces.end; ++s) {
            gather(m_model.templates, s, place);
            addSurface(m_model.templates, s, m_templateTheme, kNone, object);
        }
    }

    template <class VertexAt>
    void gather(const GeometryStore &store, SurfaceIndex s, const VertexAt &vertexAt)
    {
        m_points.clear();
        m_ringEnds.clear();
        const IndexRange rings = store.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            for (const std::uint32_t id : store.ring(r)) {
                m_points.push_back(vertexAt(id));
            }
            m_ringEnds.push_back(static_cast<std::uint32_t>(m_points.size()));
        }
    }

    void addSurface(const GeometryStore &store, SurfaceIndex s, const TextureTheme *theme, SurfaceIndex reported,
                    ObjectIndex object)
    {
        m_triangles.clear();
        if (!m_triangulator.triangulate(m_points, m_ringEnds, m_triangles)) {
            ++m_mesh.degenerateSurfaces;
            return;
        }
        const auto base = static_cast<std::uint32_t>(m_mesh.positions.size() / 3);
        for (const Vec3 &p : m_points) {
            m_mesh.positions.push_back(static_cast<float>(p.x - m_mesh.origin.x));
            m_mesh.positions.push_back(static_cast<float>(p.y - m_mesh.origin.y));
            m_mesh.positions.push_back(static_cast<float>(p.z - m_mesh.origin.z));
        }
        for (const std::uint32_t index : m_triangles) {
            m_mesh.triangles.push_back(base + index);
        }
        const std::uint32_t semantic = s < store.surfaceSemantic.size() ? store.surfaceSemantic[s] : kNone;
        const std::uint32_t type = semantic == kNone ? kNone : store.semantics[semantic].type;
        const std::size_t total = m_mesh.triangleObject.size() + m_triangles.size() / 3;
        m_mesh.triangleSurface.resize(total, reported);
        m_mesh.triangleObject.resize(total, object);
        m_mesh.triangleSemantic.resize(total, type);
        if (m_options.textureTheme) {
            m_mesh.triangleTexture.resize(total, addUv(store, s, theme));
        }
    }

    /// Texture coordinates of the points just added; returns the texture of the surface.
    std::uint32_t addUv(const GeometryStore &store, SurfaceIndex s, const TextureTheme *theme)
    {
        std::uint32_t texture = kNone;
        const IndexRange rings = store.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            const std::size_t count = store.ring(r).size();
            const bool textured = theme != nullptr && r < theme->ringTexture.size() && theme->ringTexture[r] != kNone;
            for (std::size_t i = 0; i < count; ++i) {
                const std::uint32_t id = textured ? theme->uv[theme->ringUv[r] + i] : kNone;
                const bool known = id < m_model.textureVertices.size();
                m_mesh.uv.push_back(known ? m_model.textureVertices[id][0] : 0.0F);
                m_mesh.uv.push_back(known ? m_model.textureVertices[id][1] : 0.0F);
            }
            if (textured && texture == kNone) {
                texture = theme->ringTexture[r];
            }
        }
        return texture;
    }

    const CityModel &m_model;
    const MeshOptions &m_options;
    const TextureTheme *m_theme = nullptr;
    const TextureTheme *m_templateTheme = nullptr;
    TriangleMesh m_mesh;
    std::size_t m_expectedPoints = 0, m_expectedTriangles = 0;
    PolygonTriangulator m_triangulator;
    std::vector<Vec3> m_points;
    std::vector<std::uint32_t> m_ringEnds;
    std::vector<std::uint32_t> m_triangles;
};

} // namespace

Result<TriangleMesh> triangulate(const CityModel &model, const MeshOptions &options, const CancelToken &cancel)
{
    constexpr std::uint32_t kCancelEvery = 256;
    MeshBuilder builder(model, options);
    const bool all = options.all && options.objects.empty();
    const auto count = all ? model.objectCount() : static_cast<std::uint32_t>(options.objects.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        builder.count(all ? i : options.objects[i]);
    }
    builder.reserve();
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i % kCancelEvery == 0 && cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("loci::city", "The preparation of the 3D view was cancelled."));
        }
        builder.addObject(all ? i : options.objects[i]);
    }
    return builder.take();
}

} // namespace loci::city
