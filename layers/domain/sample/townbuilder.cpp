// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/townbuilder.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace loci::sample {

namespace {
constexpr double kHash = 40;
constexpr int kHashColumns = 76, kHashRows = 61;
constexpr double kTouch = 0.02; // neighbours share walls; rounding moves them by less than this

template <class Visit>
void eachCell(const Ring &ring, Visit visit)
{
    double x0 = ring[0].x, x1 = x0, y0 = ring[0].y, y1 = y0;
    for (const Point p : ring) {
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    const auto cell = [](double v, int count) { return std::clamp(static_cast<int>(v / kHash), 0, count - 1); };
    for (int row = cell(y0, kHashRows); row <= cell(y1, kHashRows); ++row) {
        for (int column = cell(x0, kHashColumns); column <= cell(x1, kHashColumns); ++column) {
            visit(static_cast<std::size_t>(row) * kHashColumns + column);
        }
    }
}
} // namespace

TownBuilder::TownBuilder(Town &t, std::uint64_t seed)
    : town(t)
    , random(seed)
    , m_cells(kHashColumns * kHashRows)
    , m_blockedCells(kHashColumns * kHashRows)
{}

void TownBuilder::index(const Ring &ring, int id, std::vector<std::vector<int>> &cells) const
{
    eachCell(ring, [&](std::size_t cell) { cells[cell].push_back(id); });
}

bool TownBuilder::collides(const Ring &ring, const std::vector<Ring> &rings, const std::vector<std::vector<int>> &cells,
                           double tolerance) const
{
    bool hit = false;
    eachCell(ring, [&](std::size_t cell) {
        for (const int id : cells[cell]) {
            hit = hit || overlap(ring, rings[id], tolerance);
        }
    });
    return hit;
}

int TownBuilder::addStreet(Name name, StreetClass kind, double width, Line line, bool blocks)
{
    for (std::size_t i = 0; blocks && i + 1 < line.size(); ++i) {
        const double l = distance(line[i], line[i + 1]);
        if (l > 0.5) {
            reserve(rectangle(mix(line[i], line[i + 1], 0.5), unitVector(line[i + 1] - line[i]), l, width));
        }
    }
    town.streets.push_back({std::move(name), kind, width, std::move(line)});
    m_numbers.push_back(0);
    return static_cast<int>(town.streets.size() - 1);
}

void TownBuilder::addClearStreet(const Name &name, StreetClass kind, double width, Point from, Point to)
{
    const double l = distance(from, to);
    const int pieces = std::max(1, static_cast<int>(l / 6));
    int start = -1;
    for (int i = 0; i <= pieces; ++i) {
        bool clear = i < pieces;
        if (clear) {
            const Point a = mix(from, to, static_cast<double>(i) / pieces);
            const Point b = mix(from, to, static_cast<double>(i + 1) / pieces);
            clear = clearOfBuildings(rectangle(mix(a, b, 0.5), unitVector(b - a), distance(a, b), width));
        }
        if (clear && start < 0) {
            start = i;
        } else if (!clear && start >= 0) {
            const Line run{mix(from, to, static_cast<double>(start) / pieces),
                           mix(from, to, static_cast<double>(i) / pieces)};
            if (distance(run[0], run[1]) > std::min(12.0, l - 0.1)) {
                addStreet(name, kind, width, run);
            }
            start = -1;
        }
    }
}

void TownBuilder::reserve(const Ring &convex)
{
    index(convex, static_cast<int>(m_blocked.size()), m_blockedCells);
    m_blocked.push_back(convex);
}

bool TownBuilder::isFree(const Ring &convex, double clearance) const
{
    const Ring grown = clearance > 0 ? outset(convex, clearance) : convex;
    for (const Point p : grown) {
        if (p.x < 8 || p.y < 8 || p.x > Terrain::kWidth - 8 || p.y > Terrain::kHeight - 8 ||
            Terrain::fromWater(p) < 7) {
            return false;
        }
    }
    return !collides(grown, m_rings, m_cells, kTouch) && !collides(grown, m_blocked, m_blockedCells, 0.05);
}

bool TownBuilder::clearOfBuildings(const Ring &convex) const
{
    return !collides(convex, m_rings, m_cells, kTouch);
}

bool TownBuilder::add(Building building, bool force, double clearance)
{
    for (const Part &part : building.parts) {
        if (!force && !isFree(part.footprint, clearance)) {
            return false;
        }
    }
    for (const Part &part : building.parts) {
        index(part.footprint, static_cast<int>(m_rings.size()), m_cells);
        m_rings.push_back(part.footprint);
    }
    char id[24];
    std::snprintf(id, sizeof id, "LJ-%06d", static_cast<int>(town.buildings.size()) + 1);
    building.id = id;
    giveAddress(building);
    town.buildings.push_back(std::move(building));
    return true;
}

void TownBuilder::giveAddress(Building &building)
{
    const Point p = building.middle();
    double best = 60;
    for (std::size_t i = 0; i < town.streets.size(); ++i) {
        const Street &street = town.streets[i];
        if (street.kind == StreetClass::Rail || street.kind == StreetClass::Bridge || street.name.isEmpty()) {
            continue;
        }
        const double d = distanceToLine(p, street.line) - street.width / 2;
        if (d < best) {
            best = d;
            building.street = static_cast<int>(i);
        }
    }
    if (building.street >= 0) {
        building.number = ++m_numbers[building.street];
    }
}

Name TownBuilder::nextStreetName(StreetClass kind)
{
    static const Name suffixes[3][2] = {
        {{"大道", "Avenue"}, {"路", "Road"}}, {{"街", "Street"}, {"路", "Road"}}, {{"巷", "Lane"}, {"弄", "Alley"}}};
    const int row = kind == StreetClass::Arterial ? 0 : kind == StreetClass::Lane || kind == StreetClass::Path ? 2 : 1;
    const auto &words = streetWords();
    const Name &word = words[m_nextName % words.size()];
    const Name &suffix = suffixes[row][(m_nextName / words.size()) % 2];
    const std::size_t round = m_nextName++ / (2 * words.size());
    Name name{word.zh + suffix.zh, word.en + " " + suffix.en};
    if (round > 0) {
        static const Name sides[] = {{"东", "East "}, {"西", "West "}, {"南", "South "}, {"北", "North "}};
        const Name &side = sides[(round - 1) % 4];
        name = {side.zh + name.zh, side.en + name.en};
    }
    return name;
}

void TownBuilder::finishSolids(Part &part)
{
    if (!part.lod2.finish()) {
        part.lod2 = prism(part.footprint, part.holes, part.base, part.top);
        part.lod2.finish();
        part.roof = Roof::Flat;
    }
}

void TownBuilder::completeLod1(Part &part, double height)
{
    part.lod1 = prism(part.footprint, part.holes, part.base, part.base + height);
    part.lod1.finish();
}

Part TownBuilder::makePart(const Lot &lot, Roof roof, double wallHeight, double rise, int storeys, double lift)
{
    Part part;
    part.footprint = lot.footprint();
    part.roof = roof;
    part.storeys = storeys;
    part.base = std::floor(town.terrain.lowest(part.footprint) * 100) / 100 + lift;
    part.eaves = part.base + wallHeight;
    part.top = part.eaves + rise;
    part.lod2 = roofed(lot, roof, part.base, part.eaves, part.top);
    completeLod1(part, wallHeight + rise * 0.5);
    return part;
}

Part TownBuilder::makeBlock(const Ring &outer, std::vector<Ring> holes, double height, int storeys, int boxes,
                            double lift)
{
    Part part;
    part.footprint = outer;
    part.holes = std::move(holes);
    part.storeys = storeys;
    part.base = std::floor(town.terrain.lowest(outer) * 100) / 100 + lift;
    part.eaves = part.top = part.base + height;
    part.lod2 = prism(outer, part.holes, part.base, part.top);
    const Point along = unitVector(outer[1] - outer[0]);
    const double wide = distance(outer[0], outer[1]);
    const Point mid = centroid(outer);
    for (int i = 0; i < boxes; ++i) {
        const double s = (i + 0.5) / boxes - 0.5;
        Point at = mid + along * (s * wide);
        if (!part.holes.empty()) { // on the wing along the first side
            at = mix(mix(outer[0], outer[1], (i + 0.5) / boxes), mid, 0.14);
        }
        addBox(part.lod2, rectangle(at, along, 5.2, 3.4), part.top + 2.7);
    }
    finishSolids(part);
    completeLod1(part, height);
    return part;
}

Part TownBuilder::makeHall(Point centre, Point along, double length, double width, double wallHeight, double rise,
                           bool doubleEaves, double lift)
{
    Part part;
    const Ring foot = rectangle(centre, along, length, width);
    part.footprint = foot;
    part.roof = Roof::HipAndGable;
    part.storeys = doubleEaves ? 2 : 1;
    part.base = std::floor(town.terrain.lowest(foot) * 100) / 100 + lift;
    const double over = std::min(1.5, width * 0.14);
    std::vector<Level> levels{{foot, part.base}};
    Ring body = foot;
    double z = part.base + wallHeight;
    if (doubleEaves) {
        const double low = part.base + wallHeight * 0.55;
        body = outset(foot, -width * 0.11);
        levels.insert(
            levels.end(),
            {{foot, low}, {outset(foot, over), low}, {outset(foot, over), low + 0.3}, {body, low + wallHeight * 0.2}});
    }
    const Ring eaves = outset(body, over);
    const double w = distance(body[1], body[2]);
    levels.insert(levels.end(), {{body, z},
                                 {eaves, z},
                                 {eaves, z + 0.3},
                                 {outset(body, -w * 0.14), z + rise * 0.36},
                                 {outset(body, -w * 0.24), z + rise * 0.56}});
    part.eaves = z;
    part.top = z + rise;
    part.lod2 = lofted(levels, Cap::Ridge, part.top, 0);
    finishSolids(part);
    completeLod1(part, wallHeight + rise * 0.5);
    return part;
}

Part TownBuilder::makeTower(const std::vector<Level> &levels, Cap cap, double capZ, int storeys)
{
    Part part;
    part.footprint = levels.front().ring;
    part.roof = cap == Cap::Flat ? Roof::Flat : Roof::Spire;
    part.storeys = storeys;
    part.base = levels.front().z;
    part.eaves = levels.back().z;
    part.top = capZ;
    part.lod2 = lofted(levels, cap, capZ);
    finishSolids(part);
    completeLod1(part, (part.eaves - part.base) * 0.95);
    return part;
}

} // namespace loci::sample
