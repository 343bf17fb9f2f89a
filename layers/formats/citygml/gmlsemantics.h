// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmlattributes.h"
#include "layers/formats/citygml/gmlgeometrywriter.h"

namespace loci::formats {

/// The properties of a feature, sorted by what they hold. Appearances, envelopes and what is not carried over are in
/// none.
struct GmlParts
{
    std::vector<GmlNode> geometries; ///< properties whose child (or xlink) is a geometry or an implicit geometry
    std::vector<GmlNode> surfaces;   ///< thematic surfaces
    std::vector<GmlNode> features;   ///< city objects that are parts
    std::vector<GmlNode> links;      ///< properties that name a part by xlink
    std::vector<GmlNode> members;    ///< of a group: by xlink or with the feature inside
    std::vector<GmlNode> addresses;
    std::vector<GmlNode> attributes;

    static GmlParts of(const GmlTree &tree, GmlNode feature);
};

bool isTerrainIntersection(const GmlName &name);
/// A thematic surface: one of CityGML's, or one of an extension in the place of such.
bool isThematicSurface(const GmlTree &tree, GmlNode node);
/// CityJSON's name of an object or surface type; "+Name" for what it does not have.
std::string cityTypeOf(const GmlTree &tree, GmlNode node);

/// Which thematic surface each polygon of a member belongs to, and the semantic surfaces of the model that come of it:
/// one for each thematic surface, shared by the geometries that use it.
class GmlSemantics
{
public:
    GmlSemantics(ReadContext &context, GmlShapeCollector &collector, GmlAttributes &attributes)
        : m_context(context)
        , m_collector(collector)
        , m_attributes(attributes)
    {}

    void beginMember(GmlTree &tree);
    /// Semantic surface of the polygon; kNone when it has none.
    std::uint32_t semanticOf(const GmlSurfaceUse &use);
    /// A polygon that a solid or another geometry of the member takes: it is drawn there, not once more.
    bool isTaken(const GmlSurfaceUse &use) const { return use.tree == m_tree && m_taken[use.polygon]; }
    /// Thematic surfaces that no geometry uses keep their attributes and count.
    void keepUnused(std::span<const GmlNode> surfaces);

private:
    std::uint32_t make(GmlNode surface);
    std::uint32_t parentOf(GmlNode surface);

    ReadContext &m_context;
    GmlShapeCollector &m_collector;
    GmlAttributes &m_attributes;
    GmlTree *m_tree = nullptr;
    std::vector<GmlNode> m_owner;          ///< by node: thematic surface or kNoNode
    std::vector<bool> m_taken;             ///< by node
    std::vector<std::uint32_t> m_semantic; ///< by node of a thematic surface
    GmlShape m_shape;
};

} // namespace loci::formats
