// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlnames.h"

#include <algorithm>

namespace loci::formats {

namespace {

struct TagRow
{
    std::string_view local;
    GmlTag tag;
    std::string_view type = {};
};

constexpr TagRow kGml[] = {
    {"Polygon", GmlTag::Polygon},
    {"Triangle", GmlTag::Polygon},
    {"Rectangle", GmlTag::Polygon},
    {"PolygonPatch", GmlTag::Polygon},
    {"OrientableSurface", GmlTag::OrientableSurface},
    {"MultiSurface", GmlTag::SurfaceAggregate},
    {"MultiPolygon", GmlTag::SurfaceAggregate},
    {"Surface", GmlTag::SurfaceAggregate},
    {"Shell", GmlTag::SurfaceAggregate},
    {"TriangulatedSurface", GmlTag::SurfaceAggregate},
    {"Tin", GmlTag::SurfaceAggregate},
    {"PolyhedralSurface", GmlTag::SurfaceAggregate},
    {"CompositeSurface", GmlTag::CompositeSurface},
    {"Solid", GmlTag::Solid},
    {"MultiSolid", GmlTag::MultiSolid},
    {"CompositeSolid", GmlTag::CompositeSolid},
    {"LineString", GmlTag::Line},
    {"LineStringSegment", GmlTag::Line},
    {"MultiCurve", GmlTag::CurveAggregate},
    {"MultiLineString", GmlTag::CurveAggregate},
    {"CompositeCurve", GmlTag::CurveAggregate},
    {"Curve", GmlTag::CurveAggregate},
    {"OrientableCurve", GmlTag::CurveAggregate},
    {"Point", GmlTag::Point},
    {"MultiPoint", GmlTag::MultiPoint},
    {"MultiGeometry", GmlTag::MultiGeometry},
    {"GeometricComplex", GmlTag::MultiGeometry},
    {"LinearRing", GmlTag::Ring},
    {"Ring", GmlTag::Ring},
    {"exterior", GmlTag::Exterior},
    {"outerBoundaryIs", GmlTag::Exterior},
    {"interior", GmlTag::Interior},
    {"innerBoundaryIs", GmlTag::Interior},
    {"pos", GmlTag::Coordinates},
    {"posList", GmlTag::Coordinates},
    {"coordinates", GmlTag::Coordinates},
    {"lowerCorner", GmlTag::Coordinates},
    {"upperCorner", GmlTag::Coordinates},
};

constexpr TagRow kCity[] = {
    {"Building", GmlTag::CityObject, "Building"},
    {"BuildingPart", GmlTag::CityObject, "BuildingPart"},
    {"BuildingInstallation", GmlTag::CityObject, "BuildingInstallation"},
    {"IntBuildingInstallation", GmlTag::CityObject, "BuildingInstallation"},
    {"BuildingConstructiveElement", GmlTag::CityObject, "BuildingConstructiveElement"},
    {"BuildingFurniture", GmlTag::CityObject, "BuildingFurniture"},
    {"Room", GmlTag::CityObject, "BuildingRoom"},
    {"BuildingRoom", GmlTag::CityObject, "BuildingRoom"},
    {"Storey", GmlTag::CityObject, "BuildingStorey"},
    {"BuildingUnit", GmlTag::CityObject, "BuildingUnit"},
    {"Bridge", GmlTag::CityObject, "Bridge"},
    {"BridgePart", GmlTag::CityObject, "BridgePart"},
    {"BridgeInstallation", GmlTag::CityObject, "BridgeInstallation"},
    {"IntBridgeInstallation", GmlTag::CityObject, "BridgeInstallation"},
    {"BridgeConstructionElement", GmlTag::CityObject, "BridgeConstructiveElement"},
    {"BridgeConstructiveElement", GmlTag::CityObject, "BridgeConstructiveElement"},
    {"BridgeRoom", GmlTag::CityObject, "BridgeRoom"},
    {"BridgeFurniture", GmlTag::CityObject, "BridgeFurniture"},
    {"Tunnel", GmlTag::CityObject, "Tunnel"},
    {"TunnelPart", GmlTag::CityObject, "TunnelPart"},
    {"TunnelInstallation", GmlTag::CityObject, "TunnelInstallation"},
    {"IntTunnelInstallation", GmlTag::CityObject, "TunnelInstallation"},
    {"TunnelConstructiveElement", GmlTag::CityObject, "TunnelConstructiveElement"},
    {"HollowSpace", GmlTag::CityObject, "TunnelHollowSpace"},
    {"TunnelFurniture", GmlTag::CityObject, "TunnelFurniture"},
    {"OtherConstruction", GmlTag::CityObject, "OtherConstruction"},
    {"Road", GmlTag::CityObject, "Road"},
    {"Railway", GmlTag::CityObject, "Railway"},
    {"Square", GmlTag::CityObject, "TransportSquare"},
    {"Waterway", GmlTag::CityObject, "Waterway"},
    {"Track", GmlTag::CityObject, "+Track"},
    {"TransportationComplex", GmlTag::CityObject, "+TransportationComplex"},
    {"Section", GmlTag::CityObject, "+Section"},
    {"Intersection", GmlTag::CityObject, "+Intersection"},
    {"TrafficSpace", GmlTag::CityObject, "+TrafficSpace"},
    {"AuxiliaryTrafficSpace", GmlTag::CityObject, "+AuxiliaryTrafficSpace"},
    {"ClearanceSpace", GmlTag::CityObject, "+ClearanceSpace"},
    {"WaterBody", GmlTag::CityObject, "WaterBody"},
    {"LandUse", GmlTag::CityObject, "LandUse"},
    {"PlantCover", GmlTag::CityObject, "PlantCover"},
    {"SolitaryVegetationObject", GmlTag::CityObject, "SolitaryVegetationObject"},
    {"CityFurniture", GmlTag::CityObject, "CityFurniture"},
    {"GenericCityObject", GmlTag::CityObject, "GenericCityObject"},
    {"GenericOccupiedSpace", GmlTag::CityObject, "GenericCityObject"},
    {"GenericUnoccupiedSpace", GmlTag::CityObject, "GenericCityObject"},
    {"GenericLogicalSpace", GmlTag::CityObject, "GenericCityObject"},
    {"CityObjectGroup", GmlTag::CityObject, "CityObjectGroup"},
    {"TINRelief", GmlTag::CityObject, "TINRelief"},
    {"MassPointRelief", GmlTag::CityObject, "+MassPointRelief"},
    {"BreaklineRelief", GmlTag::CityObject, "+BreaklineRelief"},
    {"ReliefFeature", GmlTag::ReliefFeature},
    {"RoofSurface", GmlTag::ThematicSurface, "RoofSurface"},
    {"GroundSurface", GmlTag::ThematicSurface, "GroundSurface"},
    {"WallSurface", GmlTag::ThematicSurface, "WallSurface"},
    {"ClosureSurface", GmlTag::ThematicSurface, "ClosureSurface"},
    {"OuterCeilingSurface", GmlTag::ThematicSurface, "OuterCeilingSurface"},
    {"OuterFloorSurface", GmlTag::ThematicSurface, "OuterFloorSurface"},
    {"InteriorWallSurface", GmlTag::ThematicSurface, "InteriorWallSurface"},
    {"CeilingSurface", GmlTag::ThematicSurface, "CeilingSurface"},
    {"FloorSurface", GmlTag::ThematicSurface, "FloorSurface"},
    {"Window", GmlTag::ThematicSurface, "Window"},
    {"WindowSurface", GmlTag::ThematicSurface, "Window"},
    {"Door", GmlTag::ThematicSurface, "Door"},
    {"DoorSurface", GmlTag::ThematicSurface, "Door"},
    {"WaterSurface", GmlTag::ThematicSurface, "WaterSurface"},
    {"WaterGroundSurface", GmlTag::ThematicSurface, "WaterGroundSurface"},
    {"WaterClosureSurface", GmlTag::ThematicSurface, "WaterClosureSurface"},
    {"TrafficArea", GmlTag::ThematicSurface, "TrafficArea"},
    {"AuxiliaryTrafficArea", GmlTag::ThematicSurface, "AuxiliaryTrafficArea"},
    {"Marking", GmlTag::ThematicSurface, "TransportationMarking"},
    {"HoleSurface", GmlTag::ThematicSurface, "TransportationHole"},
    {"Hole", GmlTag::CityObject, "+Hole"},
    {"GenericThematicSurface", GmlTag::ThematicSurface, "+GenericThematicSurface"},
    {"Appearance", GmlTag::Appearance},
    {"Address", GmlTag::Address},
    {"ImplicitGeometry", GmlTag::ImplicitGeometry},
    {"TexturedSurface", GmlTag::OrientableSurface},
    {"textureCoordinates", GmlTag::Coordinates},
    {"transformationMatrix", GmlTag::Coordinates},
    {"tin", GmlTag::LodGeometry},
    {"reliefPoints", GmlTag::LodGeometry},
    {"breaklines", GmlTag::LodGeometry},
    {"ridgeOrValleyLines", GmlTag::LodGeometry},
    {"stringAttribute", GmlTag::GenericAttribute},
    {"intAttribute", GmlTag::GenericAttribute},
    {"doubleAttribute", GmlTag::GenericAttribute},
    {"dateAttribute", GmlTag::GenericAttribute},
    {"uriAttribute", GmlTag::GenericAttribute},
    {"measureAttribute", GmlTag::GenericAttribute},
    {"genericAttributeSet", GmlTag::GenericAttribute},
    {"StringAttribute", GmlTag::GenericAttribute},
    {"IntAttribute", GmlTag::GenericAttribute},
    {"DoubleAttribute", GmlTag::GenericAttribute},
    {"DateAttribute", GmlTag::GenericAttribute},
    {"UriAttribute", GmlTag::GenericAttribute},
    {"MeasureAttribute", GmlTag::GenericAttribute},
    {"CodeAttribute", GmlTag::GenericAttribute},
    {"GenericAttributeSet", GmlTag::GenericAttribute},
    {"externalReference", GmlTag::ExternalReference},
    {"Dynamizer", GmlTag::NotCarried},
    {"Version", GmlTag::NotCarried},
    {"VersionTransition", GmlTag::NotCarried},
    {"PointCloud", GmlTag::NotCarried},
    {"RasterRelief", GmlTag::NotCarried},
};

template <std::size_t N>
const TagRow *rowOf(const TagRow (&rows)[N], std::string_view local)
{
    const auto *found = std::find_if(rows, rows + N, [&](const TagRow &row) { return row.local == local; });
    return found == rows + N ? nullptr : found;
}

constexpr std::string_view kLinking[] = {"baseSurface", "surfaceMember",  "surfaceMembers", "solidMember",
                                         "curveMember", "geometryMember", "pointMember",    "patches",
                                         "exterior",    "interior"};

struct AttributeRow
{
    std::string_view local;
    GmlAttribute attribute;
};
constexpr AttributeRow kAttributes[] = {
    {"id", GmlAttribute::Id},
    {"href", GmlAttribute::Href},
    {"srsName", GmlAttribute::SrsName},
    {"srsDimension", GmlAttribute::SrsDimension},
    {"codeSpace", GmlAttribute::CodeSpace},
    {"uom", GmlAttribute::Uom},
    {"orientation", GmlAttribute::Orientation},
    {"name", GmlAttribute::Name},
    {"ring", GmlAttribute::Ring},
    {"uri", GmlAttribute::Uri},
    {"ts", GmlAttribute::Ts},
    {"cs", GmlAttribute::Cs},
    {"decimal", GmlAttribute::Decimal},
    {"role", GmlAttribute::Role},
};

} // namespace

GmlAttribute gmlAttribute(std::string_view local)
{
    for (const AttributeRow &row : kAttributes) {
        if (row.local == local) {
            return row.attribute;
        }
    }
    return GmlAttribute::Other;
}

std::uint32_t GmlNames::intern(std::string_view triplet)
{
    if (const auto found = m_index.find(triplet); found != m_index.end()) {
        return found->second;
    }
    const auto number = static_cast<std::uint32_t>(m_names.size());
    m_names.push_back(classified(triplet));
    m_index.emplace(m_keys.emplace_back(triplet), number);
    return number;
}

GmlName GmlNames::classified(std::string_view triplet)
{
    GmlName name;
    const std::size_t first = triplet.find(kSeparator);
    if (first == std::string_view::npos) {
        name.local = triplet;
    } else {
        name.space = triplet.substr(0, first);
        const std::string_view rest = triplet.substr(first + 1);
        const std::size_t second = rest.find(kSeparator);
        name.local = rest.substr(0, second);
        name.prefix = second == std::string_view::npos ? std::string_view() : rest.substr(second + 1);
    }
    const bool isGml = name.space.empty() || name.space.find("/gml") != std::string::npos;
    const bool isCity =
        name.space.empty() || name.space.find("/citygml/") != std::string::npos || name.space.ends_with("/citygml");
    name.isForeign = !isGml && !isCity;
    name.linksGeometry = std::find(std::begin(kLinking), std::end(kLinking), name.local) != std::end(kLinking);
    const TagRow *row = isGml ? rowOf(kGml, name.local) : nullptr;
    row = row == nullptr && isCity ? rowOf(kCity, name.local) : row;
    if (row != nullptr) {
        name.tag = row->tag;
        name.type = row->type;
        return name;
    }
    const std::string_view local = name.local;
    if (local.size() > 4 && local.starts_with("lod") && local[3] >= '0' && local[3] <= '4' && !isGml) {
        name.tag = GmlTag::LodGeometry;
        name.lod = static_cast<std::int8_t>(local[3] - '0');
        name.linksGeometry = local.find("Implicit") == std::string_view::npos;
    }
    return name;
}

} // namespace loci::formats
