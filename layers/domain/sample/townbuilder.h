// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sample/random.h"
#include "layers/domain/sample/town.h"

#include <optional>
#include <vector>

namespace loci::sample {

/// What a quarter's ordinary houses look like.
struct HouseStyle
{
    double widthMin = 6, widthMax = 10, depthMin = 9, depthMax = 12;
    int storeysMin = 1, storeysMax = 2;
    double storeyHeight = 3.1;
    double rise = 0.42; ///< of the roof, as a share of the depth
    std::vector<Roof> roofs{Roof::Gable};
    std::vector<Use> uses{Use::Residential};
    std::vector<std::string> materials{"brick"};
    int yearMin = 1900, yearMax = 1960;
    double gapChance = 0.04, wingChance = 0.5, dormerChance = 0, chimneyChance = 0;
};

/// Puts things into a town and keeps them apart: nothing overlaps, nothing stands in a street or in the water.
class TownBuilder
{
public:
    TownBuilder(Town &town, std::uint64_t seed);

    Town &town;
    Random random;

    /// Adds a street and blocks its width for buildings. Returns its row.
    int addStreet(Name name, StreetClass kind, double width, Line line, bool blocks = true);
    /// The same for a straight street through ground that may be built on: only the runs that are free.
    void addClearStreet(const Name &name, StreetClass kind, double width, Point from, Point to);
    Name nextStreetName(StreetClass kind); ///< from the list of names; each is given once
    void reserve(const Ring &convex);      ///< keeps buildings out: squares, ponds, parks
    bool isFree(const Ring &convex, double clearance = 0) const;
    bool clearOfBuildings(const Ring &convex) const;
    /// Adds a building when all of its parts are free, or always when `force`. Gives it its id and address.
    bool add(Building building, bool force = false, double clearance = 0);

    /// A part under a pitched roof; heights above its own ground.
    Part makePart(const Lot &lot, Roof roof, double wallHeight, double rise, int storeys, double lift = 0);
    Part makeBlock(const Ring &outer, std::vector<Ring> holes, double height, int storeys, int boxes = 0,
                   double lift = 0);
    /// A hall with upturned eaves; `doubleEaves` puts a second one below.
    Part makeHall(Point centre, Point along, double length, double width, double wallHeight, double rise,
                  bool doubleEaves = false, double lift = 0);
    Part makeTower(const std::vector<Level> &levels, Cap cap, double capZ, int storeys);
    static void completeLod1(Part &part, double height);
    static void finishSolids(Part &part);

    /// Houses in rows along the edges of a convex block.
    void rows(const Ring &block, const HouseStyle &style);
    bool addHouse(const Lot &lot, const HouseStyle &style, double clearance);
    /// Single houses in gardens along the edges.
    void gardens(const Ring &block, const HouseStyle &style, double frontage, double setback);
    /// Cuts a convex region into blocks with streets between them.
    std::vector<Ring> blocks(const Ring &region, double blockArea, double streetWidth, double jitter, StreetClass kind,
                             double edgeWidth);
    /// Cuts in two, with a street on the line; `first` is on the side of the normal.
    std::pair<Ring, Ring> split(const Ring &ring, Point p, Point normal, double width, StreetClass kind, double extend,
                                const Name &name = {});

private:
    bool tryRowHouse(Lot lot, const HouseStyle &style);
    Building plainHouse(const Lot &lot, const HouseStyle &style, bool corner);
    void addWing(Building &building, const Lot &lot, const HouseStyle &style, int storeys);
    void decorate(Solid &solid, const Lot &lot, Roof roof, const HouseStyle &style, double ridge);
    void fillFacts(Building &building, const HouseStyle &style);
    void giveAddress(Building &building);
    void index(const Ring &ring, int id, std::vector<std::vector<int>> &cells) const;
    bool collides(const Ring &ring, const std::vector<Ring> &rings, const std::vector<std::vector<int>> &cells,
                  double tolerance) const;

    std::vector<Ring> m_rings, m_blocked;
    std::vector<std::vector<int>> m_cells, m_blockedCells;
    std::vector<int> m_numbers; ///< last house number of each street, both sides
    std::size_t m_nextName = 0;
};

// The quarters, in the order in which they are built; each draws from a stream of its own.
void addMainRoads(TownBuilder &b);
void addOldTown(TownBuilder &b);
void addLandmarks(TownBuilder &b);
void addGridQuarter(TownBuilder &b);
void addSuburbs(TownBuilder &b);
void addModernQuarters(TownBuilder &b);
void addIndustry(TownBuilder &b);
void addVillages(TownBuilder &b);
void addBridges(TownBuilder &b);
void addGreen(TownBuilder &b);
void addDistricts(TownBuilder &b);
void addHeritage(TownBuilder &b);
void addStations(TownBuilder &b);

const std::vector<Name> &streetWords();
const std::vector<Name> &familyNames();

} // namespace loci::sample
