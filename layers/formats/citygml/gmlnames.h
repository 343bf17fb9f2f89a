// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace loci::formats {

/// What an element is to the reader, from its local name: versions of CityGML and GML differ in namespaces, not in
/// these.
enum class GmlTag : std::uint8_t {
    Other,
    // geometry
    Polygon, ///< and Triangle, Rectangle, PolygonPatch
    OrientableSurface,
    SurfaceAggregate, ///< MultiSurface, Surface, Shell, TriangulatedSurface, Tin, PolyhedralSurface
    CompositeSurface,
    Solid,
    MultiSolid,
    CompositeSolid,
    Line, ///< LineString, LineStringSegment
    CurveAggregate,
    Point,
    MultiPoint,
    MultiGeometry,
    ImplicitGeometry,
    Ring, ///< LinearRing, Ring
    Exterior,
    Interior,
    Coordinates, ///< pos, posList, coordinates, lowerCorner, ... : numbers
    // features
    CityObject,
    ThematicSurface,
    ReliefFeature,
    Appearance,
    Address,
    NotCarried, ///< Dynamizer, Version, VersionTransition, PointCloud, RasterRelief
    // properties
    LodGeometry, ///< lod2Solid, lod0FootPrint, ...; GmlName::lod says which
    GenericAttribute,
    ExternalReference
};

struct GmlName
{
    std::string local, prefix, space; ///< `space` is the namespace's URI
    GmlTag tag = GmlTag::Other;
    std::int8_t lod = -1;
    std::string_view type;      ///< CityJSON's name of the object or surface type; empty: has none
    bool isForeign = false;     ///< neither GML nor CityGML: an extension
    bool linksGeometry = false; ///< its xlink stands for a geometry: surfaceMember, baseSurface, lod2Solid, ...
};

/// Attributes the reader asks for.
enum class GmlAttribute : std::uint8_t {
    Other,
    Id,
    Href,
    SrsName,
    SrsDimension,
    CodeSpace,
    Uom,
    Orientation,
    Name,
    Ring,
    Uri,
    Ts,
    Cs,
    Decimal,
    Role
};
GmlAttribute gmlAttribute(std::string_view local);

/// Names of elements, interned and classified once.
class GmlNames
{
public:
    /// `triplet` is "URI|local|prefix".
    std::uint32_t intern(std::string_view triplet);
    const GmlName &at(std::uint32_t number) const { return m_names[number]; }

    static constexpr char kSeparator = '|';

private:
    static GmlName classified(std::string_view triplet);

    std::deque<GmlName> m_names;
    std::deque<std::string> m_keys;
    std::unordered_map<std::string_view, std::uint32_t> m_index; // views into m_keys
};

} // namespace loci::formats
