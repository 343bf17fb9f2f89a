// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sample/plane.h"
#include "layers/domain/sample/solid.h"
#include "layers/domain/sample/terrain.h"

#include <cstdint>
#include <string>
#include <vector>

namespace loci::sample {

/// A name in both languages of the town.
struct Name
{
    std::string zh, en;
    bool isEmpty() const { return en.empty(); }
};

enum class Use : std::uint8_t {
    Residential,
    Mixed,
    Commercial,
    Office,
    Industrial,
    Storage,
    Civic,
    Education,
    Health,
    Religious,
    Culture,
    Transport,
    Agricultural
};
const char *useCode(Use use);

/// One BuildingPart, or the building itself when it has only one.
struct Part
{
    Ring footprint;          ///< counter-clockwise
    std::vector<Ring> holes; ///< courtyards
    Solid lod1, lod2;
    Roof roof = Roof::Flat;
    double base = 0, eaves = 0, top = 0; ///< absolute heights
    int storeys = 0;
};

struct Building
{
    std::string id;
    Name name;
    std::vector<Part> parts;
    Use use = Use::Residential;
    std::string material;
    int year = 0;      ///< 0: unknown
    int residents = 0; ///< -1: unknown
    int district = -1, neighbourhood = -1;
    int street = -1, number = 0; ///< address; -1 without
    int place = -1;              ///< heritage place
    bool heightKnown = true;

    Point middle() const { return centroid(parts.front().footprint); }
};

enum class StreetClass : std::uint8_t { Arterial, Collector, Local, Lane, Path, Rail, Bridge };
const char *streetClassCode(StreetClass c);
struct Street
{
    Name name;
    StreetClass kind = StreetClass::Local;
    double width = 6;
    Line line;
};

struct Zone
{
    Name name;
    std::string kind; ///< park, cemetery, square, field, forest, industrial ...
    Ring ring;
    std::vector<Ring> holes;
};

struct TreeSpecies
{
    Name name;
    const char *latin;
};
const std::vector<TreeSpecies> &treeSpecies();
struct Tree
{
    Point at;
    int species = 0; ///< row of treeSpecies()
    double height = 8;
};

/// Things of the city model that are no buildings: bridges, city wall, chimneys.
struct Structure
{
    std::string id, type; ///< CityObject type
    Name name;
    std::vector<Solid> solids;
    int year = 0;
    int place = -1;
};

struct District
{
    Name name;
    std::string code;
    Ring ring;
};
struct Neighbourhood
{
    Name name;
    std::string code;
    int district = 0;
    Ring ring;
    int buildings = 0, residents = 0, heritage = 0;
    double floorArea = 0, footprintArea = 0, greenArea = 0;
};

struct Era
{
    const char *zh, *en;
    int from, to;
};

struct HeritagePlace
{
    std::string ref;
    Name name;
    int level = 5;        ///< 1 national .. 5 ungraded
    std::string category; ///< code 0100 .. 0600
    Name categoryName, subcategory, era;
    int yearFrom = 0, yearTo = 0;
    int condition = 0; ///< 1 good .. 5 very bad; 0 not assessed
    std::string conditionDate, occupancy, ownership, useZh, designationDate, batch, cause;
    bool scope = false, sign = false, archive = false, keeper = false; ///< the four haves
    int storeyCount = 0;
    std::vector<std::string> objects; ///< ids in the city model
    Point at;
    double z = 0;
    Ring body, protection, control; ///< the last two empty for ungraded places
    double maxHeight = 0;           ///< metres above ground in the control zone
    int district = -1;
};

struct Station
{
    std::string id, kind; ///< stop kinds: bus, rail, ferry; sensor kinds: air, level, noise, traffic, weather
    Name name;
    Point at;
    double z = 0;
};

/// The whole town, in metres from its south-west corner.
struct Town
{
    std::uint64_t seed = 0;
    std::vector<Building> buildings;
    std::vector<Structure> structures;
    std::vector<Street> streets;
    std::vector<Zone> zones; ///< land use and parks
    std::vector<Zone> water;
    std::vector<Zone> areas; ///< historic districts: core and control
    std::vector<Tree> trees;
    std::vector<District> districts;
    std::vector<Neighbourhood> neighbourhoods;
    std::vector<HeritagePlace> heritage;
    std::vector<Station> stops, sensors;
    Terrain terrain;
};

inline constexpr double kOriginEast = 635200, kOriginNorth = 3287600; ///< in EPSG:4548, metres
inline constexpr int kEpsg = 4548;                                    ///< CGCS2000 / 3-degree Gauss-Kruger CM 117E

enum class Content { Everything, BuildingsOnly };
/// The town of a seed: about three thousand buildings. The same seed gives the same town on every computer.
Town makeTown(std::uint64_t seed, Content content = Content::Everything);

} // namespace loci::sample
