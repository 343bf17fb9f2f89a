// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/townbuilder.h"

#include <algorithm>
#include <cmath>

namespace loci::sample {

// Ordinary houses: rows along a block's edges, single houses in gardens, and the cutting of regions into blocks.

void TownBuilder::fillFacts(Building &building, const HouseStyle &style)
{
    building.use = random.pick(style.uses);
    building.material = random.pick(style.materials);
    building.year = random.chance(0.06) ? 0 : random.integer(style.yearMin, style.yearMax);
    double floorArea = 0;
    for (const Part &part : building.parts) {
        floorArea += area(part.footprint) * part.storeys;
    }
    const bool lived = building.use == Use::Residential || building.use == Use::Mixed;
    const double people = floorArea / (building.use == Use::Mixed ? 90 : 42) * random.range(0.6, 1.3);
    building.residents = !lived ? 0 : random.chance(0.03) ? -1 : static_cast<int>(people);
    building.heightKnown = !random.chance(0.02);
}

void TownBuilder::decorate(Solid &solid, const Lot &lot, Roof roof, const HouseStyle &style, double ridge)
{
    const bool sloped = roof == Roof::Gable || roof == Roof::Mansard || roof == Roof::HalfHip || roof == Roof::Hip;
    const double usable = lot.rightAt(lot.depth / 2) - lot.leftAt(lot.depth / 2) - 2;
    if (sloped && usable > 3 && random.chance(style.dormerChance)) {
        const int count = std::clamp(static_cast<int>(usable / 3.4), 1, 4);
        const double start = lot.leftAt(lot.depth / 2) + 1;
        for (int i = 0; i < count; ++i) {
            const double s = start + usable * (i + 0.5) / count - 0.75;
            const double front = roof == Roof::Mansard ? 0.35 : lot.depth * 0.13;
            addDormer(solid, lot, s, 1.5, front, roof == Roof::Mansard ? 1.0 : 1.25, false);
            if (i % 2 == 0) {
                addDormer(solid, lot, s, 1.5, front, roof == Roof::Mansard ? 1.0 : 1.25, true);
            }
        }
    }
    if (sloped && random.chance(style.chimneyChance)) {
        const double t = lot.depth * 0.62;
        const double s = lot.leftAt(t) + (random.chance(0.5) ? 0.9 : 0.8 * (lot.rightAt(t) - lot.leftAt(t)));
        addBox(solid, rectangle(lot.at(s, t), lot.along, 0.9, 0.7), ridge + 0.9);
    }
    if (roof == Roof::Flat && lot.width() > 7) {
        addBox(solid, rectangle(lot.at(lot.leftAt(lot.depth / 2) + 3.2, lot.depth * 0.6), lot.along, 3.2, 3),
               ridge + 2.4);
    }
}

void TownBuilder::addWing(Building &building, const Lot &lot, const HouseStyle &style, int storeys)
{
    const double d = lot.depth;
    const double wide = (lot.rightAt(d) - lot.leftAt(d)) * random.range(0.38, 0.55);
    if (wide < 2.6) {
        return;
    }
    Lot wing;
    wing.along = lot.along;
    const double s = random.chance(0.5) ? lot.leftAt(d) : lot.rightAt(d) - wide;
    wing.origin = lot.at(s, d);
    wing.right0 = wide;
    wing.depth = random.range(3.5, 8);
    const int floors = std::max(1, storeys - random.integer(1, 2));
    const Lot turned = wing.quarterTurned();
    const bool shed = random.chance(0.5);
    const double walls = floors * style.storeyHeight - (shed ? 0.5 : 0.2);
    Part part =
        makePart(turned, shed ? Roof::Shed : Roof::Gable, walls, turned.depth * (shed ? 0.22 : style.rise), floors);
    if (!isFree(part.footprint)) {
        return;
    }
    finishSolids(part);
    building.parts.push_back(std::move(part));
}

Building TownBuilder::plainHouse(const Lot &lot, const HouseStyle &style, bool corner)
{
    Roof roof = random.pick(style.roofs);
    if (corner && (roof == Roof::FireGable || roof == Roof::Pyramid)) {
        roof = Roof::Gable;
    }
    const int storeys = random.integer(style.storeysMin, style.storeysMax);
    const double walls = storeys * style.storeyHeight + random.range(0.2, 0.7);
    const double rise = roof == Roof::Flat ? 0
                                           : lot.depth * style.rise * random.range(0.85, 1.1) *
                                                 (roof == Roof::Mansard ? 0.85
                                                  : roof == Roof::Shed  ? 0.4
                                                                        : 1);
    Building building;
    Part part = makePart(lot, roof, walls, rise, storeys);
    decorate(part.lod2, lot, roof, style, part.top);
    finishSolids(part);
    building.parts.push_back(std::move(part));
    if (random.chance(style.wingChance)) {
        addWing(building, lot, style, storeys);
    }
    fillFacts(building, style);
    return building;
}

bool TownBuilder::tryRowHouse(Lot lot, const HouseStyle &style)
{
    while (lot.depth > 5 && lot.rightAt(lot.depth) - lot.leftAt(lot.depth) < 4) {
        lot.depth -= 1;
    }
    if (lot.depth <= 5 || !isFree(lot.footprint())) {
        return false;
    }
    return add(plainHouse(lot, style, !lot.isRectangle()));
}

void TownBuilder::rows(const Ring &block, const HouseStyle &style)
{
    const std::size_t n = block.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = block[i];
        const Point b = block[(i + 1) % n];
        const double l = distance(a, b);
        if (l < style.widthMin * 1.3) {
            continue;
        }
        const Point along = unitVector(b - a);
        const auto mitre = [](Point in, Point out) { // cotangent of half the inner angle
            const double c = dot(in, out);
            const double s = cross(in, out);
            return s <= 0.02 ? 0.0 : s / (1 + c);
        };
        // Turning angle d: the inner angle is a half turn less d, so cot(inner / 2) = tan(d / 2) = sin d / (1 + cos d).
        const double before = mitre(unitVector(a - block[(i + n - 1) % n]), along);
        const double after = mitre(along, unitVector(block[(i + 2) % n] - b));
        double s = before > 1.15 ? before * style.depthMax : 0;
        const double end = after > 1.15 ? l - after * style.depthMax : l;
        const double first = s;
        while (end - s > style.widthMin) {
            double width = random.range(style.widthMin, style.widthMax);
            // A corner lot is narrower at the back by its mitre; a last one takes what is left.
            width += s == first && before <= 1.15 ? before * style.depthMax * 0.6 : 0;
            const double last = style.widthMin + (after <= 1.15 ? after * style.depthMax * 0.6 : 0);
            width = end - s - width < last ? end - s : width;
            Lot lot;
            lot.origin = a;
            lot.along = along;
            lot.left0 = s;
            lot.right0 = s + width;
            lot.depth = random.range(style.depthMin, style.depthMax);
            lot.leftSlope = s == first && before <= 1.15 ? before : 0;
            lot.rightSlope = s + width >= end - 1e-6 && after <= 1.15 ? -after : 0;
            if (!random.chance(style.gapChance)) {
                tryRowHouse(lot, style);
            }
            s += width;
        }
    }
}

bool TownBuilder::addHouse(const Lot &lot, const HouseStyle &style, double clearance)
{
    return isFree(lot.footprint(), clearance) && add(plainHouse(lot, style, false));
}

void TownBuilder::gardens(const Ring &block, const HouseStyle &style, double frontage, double setback)
{
    const std::size_t n = block.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = block[i];
        const Point b = block[(i + 1) % n];
        const double l = distance(a, b);
        const Point along = l > 1 ? unitVector(b - a) : Point{1, 0};
        const int count = static_cast<int>(l / frontage);
        for (int k = 0; k < count; ++k) {
            const double s = l * (k + 0.5) / count + random.range(-1.5, 1.5);
            const double width = random.range(style.widthMin, style.widthMax);
            const double depth = random.range(style.depthMin, style.depthMax);
            const Point at = a + along * s + left(along) * (setback + random.range(0, 2.5) + depth / 2);
            const Lot lot = Lot::around(at, along, width, depth);
            if (!random.chance(style.gapChance)) {
                addHouse(random.chance(0.35) && width < depth * 1.3 ? lot.quarterTurned() : lot, style, 1.5);
            }
        }
    }
}

std::pair<Ring, Ring> TownBuilder::split(const Ring &ring, Point p, Point normal, double width, StreetClass kind,
                                         double extend, const Name &name)
{
    const Point along = left(normal) * -1.0;
    const auto ends = chord(ring, p, along);
    if (ends.size() == 2) {
        const Point u = unitVector(ends[1] - ends[0]);
        Point from = ends[0] - u * extend;
        Point to = ends[1] + u * extend;
        while (dot(to - from, u) > 10 && Terrain::fromWater(from) < 16) { // streets end at the quay
            from = from + u * 3;
        }
        while (dot(to - from, u) > 10 && Terrain::fromWater(to) < 16) {
            to = to - u * 3;
        }
        if (dot(to - from, u) > 10) {
            addClearStreet(name.isEmpty() ? nextStreetName(kind) : name, kind, width, from, to);
        }
    }
    const Point n = unitVector(normal);
    return {clipped(ring, p + n * (width / 2), n), clipped(ring, p - n * (width / 2), n * -1.0)};
}

std::vector<Ring> TownBuilder::blocks(const Ring &region, double blockArea, double streetWidth, double jitter,
                                      StreetClass kind, double edgeWidth)
{
    std::vector<Ring> done;
    std::vector<std::pair<Ring, double>> todo{{region, edgeWidth}};
    while (!todo.empty()) {
        auto [ring, around] = todo.back();
        todo.pop_back();
        if (ring.size() < 3 || area(ring) < blockArea * 0.25) {
            continue;
        }
        if (area(ring) < blockArea * random.range(0.85, 1.3)) {
            done.push_back(ring);
            continue;
        }
        std::size_t longest = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            if (distance(ring[i], ring[(i + 1) % ring.size()]) >
                distance(ring[longest], ring[(longest + 1) % ring.size()])) {
                longest = i;
            }
        }
        const Point u = unitVector(ring[(longest + 1) % ring.size()] - ring[longest]);
        double low[2] = {1e9, 1e9};
        double high[2] = {-1e9, -1e9};
        for (const Point q : ring) {
            const double v[2] = {dot(q, u), dot(q, left(u))};
            for (int k = 0; k < 2; ++k) {
                low[k] = std::min(low[k], v[k]);
                high[k] = std::max(high[k], v[k]);
            }
        }
        const bool across = high[0] - low[0] >= high[1] - low[1];
        const int k = across ? 0 : 1;
        const double cut = low[k] + (high[k] - low[k]) * (0.5 + random.range(-1, 1) * jitter);
        const Point axis = across ? u : left(u);
        const Point normal = turned(axis, random.range(-1, 1) * jitter * 0.12);
        const Point other = left(axis);
        const double mid = (low[1 - k] + high[1 - k]) / 2 * (across ? 1 : -1);
        const Point p = axis * cut + other * mid;
        auto [one, two] = split(ring, p, normal, streetWidth, kind, around / 2);
        todo.emplace_back(std::move(one), streetWidth);
        todo.emplace_back(std::move(two), streetWidth);
    }
    return done;
}

} // namespace loci::sample
