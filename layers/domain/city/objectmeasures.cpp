// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/objectmeasures.h"

#include "layers/domain/city/mesh.h"
#include "layers/domain/city/polygontriangulator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace loci::city {

namespace {

class Measurer
{
public:
    explicit Measurer(const CityModel &model) : m_model(model) {}

    void add(ObjectIndex object)
    {
        for (const GeometryIndex g : chooseGeometries(m_model, object, {})) {
            const Geometry &geometry = m_model.geometry.geometries[g];
            for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                addRoof(s);
            }
            for (std::uint32_t i = geometry.shells.begin; i < geometry.shells.end; ++i) {
                const bool exterior = i == geometry.shells.begin ||
                                      m_model.geometry.shells[i].solid != m_model.geometry.shells[i - 1].solid;
                addShell(m_model.geometry.shells[i], exterior);
            }
        }
    }

    ObjectMeasures take() const
    {
        ObjectMeasures measures;
        if (m_solids > 0 && m_open == 0) {
            measures.volume = m_volume;
        }
        if (m_roofs > 0) {
            measures.roofArea = m_roof;
        }
        return measures;
    }

private:
    std::vector<Vec3> ringOf(std::uint32_t r) const
    {
        std::vector<Vec3> points;
        for (const std::uint32_t id : m_model.geometry.ring(r)) {
            points.push_back(m_model.vertices.at(id));
        }
        return points;
    }

    void addRoof(SurfaceIndex s)
    {
        if (m_model.semanticOf(s) != "RoofSurface") {
            return;
        }
        ++m_roofs;
        const IndexRange rings = m_model.geometry.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            const Vec3 n = newellNormal(ringOf(r)); // twice the area
            m_roof += (r == rings.begin ? 1 : -1) * std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z) / 2;
        }
    }

    /// The same number for vertices at the same place: sequences and other files repeat them.
    static std::uint32_t cornerOf(const std::int32_t *xyz,
                                  std::map<std::array<std::int32_t, 3>, std::uint32_t> &corners)
    {
        const auto number = static_cast<std::uint32_t>(corners.size());
        return corners.try_emplace({xyz[0], xyz[1], xyz[2]}, number).first->second;
    }

    /// Closed: every edge is walked once in each direction.
    void addShell(const Shell &shell, bool exterior)
    {
        std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
        std::map<std::array<std::int32_t, 3>, std::uint32_t> corners;
        const auto corner = [&](std::uint32_t id) {
            return cornerOf(m_model.vertices.xyz.data() + 3 * static_cast<std::size_t>(id), corners);
        };
        double sum = 0;
        Vec3 origin;
        bool first = true;
        for (SurfaceIndex s = shell.surfaces.begin; s < shell.surfaces.end; ++s) {
            const IndexRange rings = m_model.geometry.rings(s);
            for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
                const auto ids = m_model.geometry.ring(r);
                for (std::size_t i = 0; i < ids.size(); ++i) {
                    const std::uint32_t a = corner(ids[i]), b = corner(ids[(i + 1) % ids.size()]);
                    edges[{std::min(a, b), std::max(a, b)}] += a < b ? 1 : -1;
                }
                if (ids.empty()) {
                    continue;
                }
                origin = first ? m_model.vertices.at(ids[0]) : origin;
                first = false;
                sum += coneOver(r, origin);
            }
        }
        bool closed = !edges.empty();
        for (const auto &[edge, balance] : edges) {
            closed = closed && (balance == 0 || edge.first == edge.second);
        }
        m_open += closed ? 0 : 1;
        m_solids += exterior ? 1 : 0;
        m_volume += (exterior ? 1 : -1) * std::abs(sum);
    }

    /// Signed volume of the cone from the origin over a flat ring: a hole, turned the other way, takes away.
    double coneOver(std::uint32_t r, const Vec3 &origin) const
    {
        const std::vector<Vec3> points = ringOf(r);
        const Vec3 n = newellNormal(points);
        const Vec3 &p = points.front();
        return (n.x * (p.x - origin.x) + n.y * (p.y - origin.y) + n.z * (p.z - origin.z)) / 6;
    }

    const CityModel &m_model;
    double m_volume = 0, m_roof = 0;
    int m_solids = 0, m_open = 0, m_roofs = 0;
};

} // namespace

ObjectMeasures measuresOf(const CityModel &model, ObjectIndex object)
{
    Measurer measurer(model);
    for (const ObjectIndex member : model.withDescendants(object)) {
        measurer.add(member);
    }
    return measurer.take();
}

} // namespace loci::city
