// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/heights.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace loci::city {

namespace {

struct Foot
{
    ObjectIndex object;
    Vec2 place;
    double base, top;
    bool isBody; ///< has a geometry that should have a height
    bool hasGround = false;
    std::array<double, 3> departure{}; ///< base minus lowest, median and highest ground
};

double median(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double scatterAround(double centre, std::vector<double> values)
{
    constexpr double kNormal = 1.4826; // median absolute deviation to standard deviation
    for (double &value : values) {
        value = std::abs(value - centre);
    }
    return kNormal * median(std::move(values));
}

class HeightCheck
{
public:
    HeightCheck(const CityModel &model, const HeightRules &rules, const CancelToken &cancel)
        : m_model(model)
        , m_rules(rules)
        , m_cancel(cancel)
    {}

    Result<HeightReport> run(const TerrainSampler &terrain, const ProgressFunction &progress);

private:
    bool collectFeet(const ProgressFunction &progress);
    std::vector<Vec3> cornersOf(ObjectIndex object, bool &isBody) const;
    void stand(Foot &foot, const std::vector<Vec3> &corners, const TerrainSampler &terrain) const;
    void standOnNeighbours();
    void judgeModel(HeightReport &report);
    void judge(HeightReport &report) const;
    bool countsFromGround() const;

    const CityModel &m_model;
    const HeightRules &m_rules;
    CancelToken m_cancel;
    const TerrainSampler *m_terrain = nullptr;
    std::vector<Foot> m_feet;
    std::size_t m_way = 0; ///< which departure the model keeps
    double m_shared = 0;   ///< departure that all share
    double m_scatter = 0;
};

std::vector<Vec3> HeightCheck::cornersOf(ObjectIndex object, bool &isBody) const
{
    std::vector<Vec3> corners;
    const GeometryStore &store = m_model.geometry;
    for (const ObjectIndex part : m_model.withDescendants(object)) {
        const IndexRange range = m_model.objectGeometries[part];
        for (GeometryIndex g = range.begin; g < range.end; ++g) {
            const Geometry &geometry = store.geometries[g];
            if (geometry.instance != kNone) {
                const std::uint32_t reference = m_model.instances[geometry.instance].referenceVertex;
                if (reference < m_model.vertices.size()) {
                    corners.push_back(m_model.vertices.at(reference));
                }
                continue;
            }
            const bool flat = geometry.lod != kNone && m_model.lodNames.at(geometry.lod).starts_with('0');
            if (geometry.surfaces.isEmpty() || flat) {
                continue; // outlines of LoD 0 may lie at the roof or at zero
            }
            isBody = isBody || !geometry.shells.isEmpty();
            const std::uint32_t first = store.ringVertices[store.surfaceRings[geometry.surfaces.begin]];
            const std::uint32_t last = store.ringVertices[store.surfaceRings[geometry.surfaces.end]];
            for (std::uint32_t i = first; i < last; ++i) {
                corners.push_back(m_model.vertices.at(store.vertexIds[i]));
            }
        }
    }
    return corners;
}

void HeightCheck::stand(Foot &foot, const std::vector<Vec3> &corners, const TerrainSampler &terrain) const
{
    constexpr std::size_t kMostSamples = 48;
    constexpr double kFoot = 0.5; // metres: eaves and balconies stand on nothing
    std::vector<Vec2> places;
    for (const Vec3 &corner : corners) {
        if (corner.z <= foot.base + kFoot) {
            places.push_back({corner.x, corner.y});
        }
    }
    std::vector<double> ground;
    const std::size_t step = places.size() / kMostSamples + 1;
    for (std::size_t i = 0; i < places.size(); i += step) {
        if (const auto height = terrain(places[i])) {
            ground.push_back(*height);
        }
    }
    if (const auto height = terrain(foot.place)) {
        ground.push_back(*height);
    }
    if (ground.empty()) {
        return;
    }
    const auto [lowest, highest] = std::minmax_element(ground.begin(), ground.end());
    foot.hasGround = true;
    foot.departure = {foot.base - *lowest, 0, foot.base - *highest};
    foot.departure[1] = foot.base - median(ground);
}

bool HeightCheck::collectFeet(const ProgressFunction &progress)
{
    constexpr ObjectIndex kLookEvery = 256;
    for (ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
        if (o % kLookEvery == 0) {
            if (m_cancel.isCancelled()) {
                return false;
            }
            if (progress) {
                progress(static_cast<double>(o) / m_model.objectCount());
            }
        }
        if (m_model.objectParent[o] != kNone && m_rules.standing.count(m_model.typeOf(m_model.objectParent[o])) > 0) {
            continue; // stands with its parent
        }
        if (m_rules.standing.count(m_model.typeOf(o)) == 0) {
            continue;
        }
        bool isBody = false;
        const std::vector<Vec3> corners = cornersOf(o, isBody);
        if (corners.empty()) {
            continue;
        }
        Box3 box;
        for (const Vec3 &corner : corners) {
            box.include(corner);
        }
        Foot foot{o, {box.centre().x, box.centre().y}, box.min.z, box.max.z, isBody};
        if (m_terrain != nullptr) {
            stand(foot, corners, *m_terrain);
        }
        m_feet.push_back(foot);
    }
    return true;
}

void HeightCheck::standOnNeighbours()
{
    // Feet by cells of about eight; the ground of one is the median foot of its cell and those around it.
    constexpr double kPerCell = 8;
    Box3 box;
    for (const Foot &foot : m_feet) {
        box.include(Vec3{foot.place.x, foot.place.y, 0});
    }
    const double area = std::max(1.0, (box.max.x - box.min.x) * (box.max.y - box.min.y));
    const double size = std::max(1.0, std::sqrt(area / static_cast<double>(m_feet.size()) * kPerCell));
    const auto columns = static_cast<long long>((box.max.x - box.min.x) / size) + 1;
    const auto cellOf = [&](const Vec2 &p, int dx, int dy) {
        const auto x = static_cast<long long>((p.x - box.min.x) / size) + dx;
        const auto y = static_cast<long long>((p.y - box.min.y) / size) + dy;
        return x < 0 || y < 0 || x >= columns ? -1LL : y * columns + x;
    };
    std::vector<std::pair<long long, double>> cells;
    for (const Foot &foot : m_feet) {
        cells.emplace_back(cellOf(foot.place, 0, 0), foot.base);
    }
    std::sort(cells.begin(), cells.end());
    for (Foot &foot : m_feet) {
        std::vector<double> around;
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const long long cell = cellOf(foot.place, dx, dy);
                auto at = std::lower_bound(cells.begin(), cells.end(), std::pair(cell, -1e300));
                for (; at != cells.end() && at->first == cell; ++at) {
                    around.push_back(at->second);
                }
            }
        }
        if (around.size() >= static_cast<std::size_t>(m_rules.fewest)) {
            foot.hasGround = true;
            foot.departure.fill(foot.base - median(std::move(around)));
        }
    }
}

bool HeightCheck::countsFromGround() const
{
    std::vector<double> bases, grounds;
    for (const Foot &foot : m_feet) {
        if (foot.hasGround) {
            bases.push_back(foot.base);
            grounds.push_back(foot.base - foot.departure[1]);
        }
    }
    const double level = median(bases);
    const auto same = static_cast<double>(std::count_if(
        bases.begin(), bases.end(), [&](double base) { return std::abs(base - level) <= m_rules.zeroHeight; }));
    return same >= m_rules.zeroShare * static_cast<double>(bases.size()) &&
           (std::abs(level) <= m_rules.zeroHeight && std::abs(median(grounds)) > m_rules.modelOffset);
}

void HeightCheck::judgeModel(HeightReport &report)
{
    std::array<std::vector<double>, 3> departures;
    for (const Foot &foot : m_feet) {
        for (std::size_t way = 0; foot.hasGround && way < 3; ++way) {
            departures[way].push_back(foot.departure[way]);
        }
    }
    report.compared = departures[0].size();
    report.tolerance = m_rules.tolerance;
    if (report.compared < static_cast<std::size_t>(m_rules.fewest)) {
        return;
    }
    double best = -1;
    for (std::size_t way = 0; way < 3; ++way) {
        const double centre = median(departures[way]);
        const double scatter = scatterAround(centre, departures[way]);
        // On flat ground all ways agree: then the one that calls for no offset is the right one.
        const double price = scatter + 1e-3 * std::abs(centre);
        if (best < 0 || price < best) {
            best = price;
            m_way = way;
            m_shared = centre;
            m_scatter = scatter;
        }
    }
    report.tolerance = std::max(m_rules.tolerance, m_rules.scatterFactor * m_scatter);
    if (report.ground != HeightReport::Ground::Terrain) {
        return;
    }
    if (countsFromGround()) {
        report.offset = ModelOffset{ModelOffset::Kind::AboveGround, -median(departures[1]), m_scatter};
    } else if (std::abs(m_shared) > std::max(m_rules.modelOffset, m_scatter)) {
        const bool datum = std::abs(m_shared) >= m_rules.smallestDatumOffset &&
                           std::abs(m_shared) <= m_rules.largestDatumOffset && m_scatter < std::abs(m_shared) / 4;
        report.offset =
            ModelOffset{datum ? ModelOffset::Kind::Datum : ModelOffset::Kind::Constant, -m_shared, m_scatter};
    }
}

void HeightCheck::judge(HeightReport &report) const
{
    const bool above = report.offset && report.offset->kind == ModelOffset::Kind::AboveGround;
    for (const Foot &foot : m_feet) {
        const double height = foot.top - foot.base;
        if (foot.isBody && height <= m_rules.zeroHeight) {
            report.issues.push_back({foot.object, HeightFault::NoHeight, height, std::nullopt});
        } else if (height > m_rules.highestBuilding || foot.base < m_rules.lowestLand ||
                   foot.base > m_rules.highestLand) {
            const bool tall = height > m_rules.highestBuilding;
            report.issues.push_back({foot.object, HeightFault::Absurd, tall ? height : foot.base, std::nullopt});
        }
        if (!foot.hasGround || above) {
            continue;
        }
        const double departure = foot.departure[m_way] - m_shared;
        if (std::abs(departure) <= report.tolerance) {
            continue;
        }
        const HeightFault fault = std::abs(departure) > std::max(m_rules.far, report.tolerance)
                                      ? HeightFault::FarFromTerrain
                                  : departure > 0 ? HeightFault::Floating
                                                  : HeightFault::Buried;
        report.issues.push_back({foot.object, fault, departure, -departure});
    }
}

Result<HeightReport> HeightCheck::run(const TerrainSampler &terrain, const ProgressFunction &progress)
{
    LOCI_TRY(const TerrainSurface own,
             terrain ? Result<TerrainSurface>(TerrainSurface()) : TerrainSurface::of(m_model, m_cancel));
    const TerrainSampler ownSampler = [&own](const Vec2 &place) { return own.heightAt(place); };
    m_terrain = terrain ? &terrain : own.isEmpty() ? nullptr : &ownSampler;
    HeightReport report;
    if (!collectFeet(progress)) {
        return fail(ErrorCode::Cancelled, QCoreApplication::translate("loci::city", "The check was cancelled."));
    }
    report.checked = m_feet.size();
    if (m_terrain != nullptr) {
        report.ground = HeightReport::Ground::Terrain;
    } else if (m_feet.size() >= static_cast<std::size_t>(m_rules.fewest)) {
        report.ground = HeightReport::Ground::Neighbours;
        standOnNeighbours();
    }
    judgeModel(report);
    judge(report);
    return report;
}

} // namespace

Result<HeightReport> checkHeights(const CityModel &model, const HeightRules &rules, const TerrainSampler &terrain,
                                  const CancelToken &cancel, const ProgressFunction &progress)
{
    return HeightCheck(model, rules, cancel).run(terrain, progress);
}

} // namespace loci::city
