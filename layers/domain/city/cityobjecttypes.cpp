// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/cityobjecttypes.h"

#include <algorithm>

namespace loci::city {

namespace {

constexpr unsigned bit(GeometryType type)
{
    return 1U << static_cast<unsigned>(type);
}

constexpr unsigned kSurfaces = bit(GeometryType::MultiSurface) | bit(GeometryType::CompositeSurface);
constexpr unsigned kBodies = kSurfaces | bit(GeometryType::Solid) | bit(GeometryType::CompositeSolid);
constexpr unsigned kLines = bit(GeometryType::MultiLineString) | kSurfaces;
constexpr unsigned kAny = 0xff;

struct TypeRow
{
    std::string_view name;
    bool second;
    unsigned geometry;
};

constexpr TypeRow kTypes[] = {
    {"Building", false, kBodies},
    {"BuildingPart", true, kBodies},
    {"BuildingInstallation", true, kAny},
    {"BuildingConstructiveElement", true, kAny},
    {"BuildingFurniture", true, kAny},
    {"BuildingRoom", true, kBodies},
    {"BuildingStorey", true, kBodies},
    {"BuildingUnit", true, kBodies},
    {"Bridge", false, kBodies},
    {"BridgePart", true, kBodies},
    {"BridgeInstallation", true, kAny},
    {"BridgeConstructiveElement", true, kAny},
    {"BridgeConstructionElement", true, kAny},
    {"BridgeRoom", true, kBodies},
    {"BridgeFurniture", true, kAny},
    {"Tunnel", false, kBodies},
    {"TunnelPart", true, kBodies},
    {"TunnelInstallation", true, kAny},
    {"TunnelConstructiveElement", true, kAny},
    {"TunnelHollowSpace", true, kBodies},
    {"TunnelFurniture", true, kAny},
    {"Road", false, kLines},
    {"Railway", false, kLines},
    {"TransportSquare", false, kLines},
    {"Waterway", false, kLines},
    {"WaterBody", false, kBodies | kLines},
    {"LandUse", false, kSurfaces},
    {"PlantCover", false, kBodies | bit(GeometryType::MultiSolid)},
    {"SolitaryVegetationObject", false, kAny},
    {"CityFurniture", false, kAny},
    {"OtherConstruction", false, kAny},
    {"TINRelief", false, bit(GeometryType::CompositeSurface)},
    {"GenericCityObject", false, kAny},
    {"CityObjectGroup", false, kAny},
};

constexpr std::string_view kSemantics[] = {
    "RoofSurface",           "GroundSurface",       "WallSurface",  "ClosureSurface",
    "OuterCeilingSurface",   "OuterFloorSurface",   "Window",       "Door",
    "InteriorWallSurface",   "CeilingSurface",      "FloorSurface", "WaterSurface",
    "WaterGroundSurface",    "WaterClosureSurface", "TrafficArea",  "AuxiliaryTrafficArea",
    "TransportationMarking", "TransportationHole"};

const TypeRow *rowOf(std::string_view type)
{
    const auto *found =
        std::find_if(std::begin(kTypes), std::end(kTypes), [&](const TypeRow &row) { return row.name == type; });
    return found == std::end(kTypes) ? nullptr : found;
}

} // namespace

bool isKnownObjectType(std::string_view type)
{
    return type.starts_with('+') || rowOf(type) != nullptr;
}

bool needsParent(std::string_view type)
{
    const TypeRow *row = rowOf(type);
    return row != nullptr && row->second;
}

bool allowsGeometry(std::string_view type, GeometryType geometry)
{
    const TypeRow *row = rowOf(type);
    return row == nullptr || (row->geometry & bit(geometry)) != 0;
}

bool isTypeOfVersion(std::string_view type, std::string_view version)
{
    static constexpr std::string_view kSince11[] = {"BuildingConstructiveElement",
                                                    "BuildingFurniture",
                                                    "BuildingRoom",
                                                    "BuildingStorey",
                                                    "BuildingUnit",
                                                    "BridgeConstructiveElement",
                                                    "BridgeRoom",
                                                    "BridgeFurniture",
                                                    "TunnelConstructiveElement",
                                                    "TunnelHollowSpace",
                                                    "TunnelFurniture",
                                                    "Waterway",
                                                    "OtherConstruction"};
    const bool old = version.starts_with("1.0") || version.starts_with("0.");
    if (type == "GenericCityObject") {
        return !version.starts_with("1.1");
    }
    if (type == "BridgeConstructionElement") {
        return old;
    }
    return !old || std::find(std::begin(kSince11), std::end(kSince11), type) == std::end(kSince11);
}

bool isKnownSemanticType(std::string_view type)
{
    return type.starts_with('+') ||
           std::find(std::begin(kSemantics), std::end(kSemantics), type) != std::end(kSemantics);
}

} // namespace loci::city
