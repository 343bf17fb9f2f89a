// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlsemantics.h"

#include "layers/domain/city/jsontext.h"

#include <algorithm>

namespace loci::formats {

using namespace loci::city;

namespace {

bool holdsGeometry(const GmlTree &tree, GmlNode node, int depth = 0)
{
    constexpr int kDeepest = 6;
    for (const GmlNode child : tree.children(node)) {
        if (isGmlGeometry(tree.tag(child)) || tree.tag(child) == GmlTag::ImplicitGeometry ||
            (depth < kDeepest && holdsGeometry(tree, child, depth + 1))) {
            return true;
        }
    }
    return false;
}

bool isSurfaceProperty(const std::string &local)
{
    return local == "boundedBy" || local == "boundary" || local == "opening" || local == "fillingSurface";
}

bool isObjectName(const std::string &local)
{
    return !local.empty() && local.front() >= 'A' && local.front() <= 'Z';
}

/// xlinks of these name a part of the object.
bool namesPart(const std::string &local)
{
    return local.starts_with("consistsOf") || local.starts_with("interior") || local.starts_with("outer") ||
           local.ends_with("Part") || local == "buildingInstallation" || local == "buildingRoom" || local == "room";
}

/// A property that holds geometry without saying a LoD; of IndoorGML one element deeper.
GmlNode plainGeometry(const GmlTree &tree, GmlNode property)
{
    const std::string &local = tree.name(property).local;
    const GmlNode child = tree.firstChild(property);
    if (child == kNoNode || local == "extent" || local == "referencePoint" || local == "multiPoint" ||
        local == "location" || local == "relativeExtent") {
        return kNoNode;
    }
    if (isGmlGeometry(tree.tag(child)) || tree.tag(child) == GmlTag::ImplicitGeometry) {
        return property;
    }
    const GmlNode inner = tree.firstChild(child);
    return tree.name(child).local == "Geometry3D" && inner != kNoNode && isGmlGeometry(tree.tag(inner)) ? child
                                                                                                        : kNoNode;
}

void sortObjects(const GmlTree &tree, GmlNode property, GmlParts &parts)
{
    const std::string &local = tree.name(property).local;
    bool known = false;
    for (const GmlNode child : tree.children(property)) {
        const GmlTag tag = tree.tag(child);
        const bool foreign = tag == GmlTag::Other && isObjectName(tree.name(child).local) && holdsGeometry(tree, child);
        if (tag == GmlTag::Address) {
            parts.addresses.push_back(child);
        } else if (isThematicSurface(tree, child)) {
            parts.surfaces.push_back(child);
        } else if (tag == GmlTag::CityObject || tag == GmlTag::ReliefFeature || foreign) {
            parts.features.push_back(child);
        } else if (tag != GmlTag::Appearance && tag != GmlTag::NotCarried && tree.name(child).local != "Envelope") {
            continue;
        }
        known = true;
    }
    if (known) {
        return;
    }
    if (tree.firstChild(property) == kNoNode && !tree.href(property).empty() && namesPart(local)) {
        parts.links.push_back(property);
    } else if (local != "boundedBy" && local != "extent") {
        parts.attributes.push_back(property);
    }
}

} // namespace

bool isTerrainIntersection(const GmlName &name)
{
    return name.tag == GmlTag::LodGeometry && name.local.find("TerrainIntersection") != std::string::npos;
}

bool isThematicSurface(const GmlTree &tree, GmlNode node)
{
    if (tree.tag(node) == GmlTag::ThematicSurface) {
        return true;
    }
    const GmlNode property = tree.parent(node);
    return tree.tag(node) == GmlTag::Other && property != kNoNode && isObjectName(tree.name(node).local) &&
           isSurfaceProperty(tree.name(property).local) && holdsGeometry(tree, node);
}

std::string cityTypeOf(const GmlTree &tree, GmlNode node)
{
    const GmlName &name = tree.name(node);
    return name.type.empty() ? '+' + name.local : std::string(name.type);
}

GmlParts GmlParts::of(const GmlTree &tree, GmlNode feature)
{
    GmlParts parts;
    const bool isGroup = tree.name(feature).local == "CityObjectGroup";
    for (const GmlNode property : tree.children(feature)) {
        const GmlName &name = tree.name(property);
        const bool isLink = tree.firstChild(property) == kNoNode && !tree.href(property).empty();
        if (isGroup && (name.local == "groupMember" || name.local == "parent")) {
            if (name.local == "groupMember") {
                parts.members.push_back(property);
            }
        } else if (isTerrainIntersection(name)) {
            continue;
        } else if (name.tag == GmlTag::LodGeometry && isLink && name.linksGeometry) {
            parts.geometries.push_back(property);
        } else if (const GmlNode geometry = plainGeometry(tree, property); geometry != kNoNode) {
            parts.geometries.push_back(geometry);
        } else {
            sortObjects(tree, property, parts);
        }
    }
    return parts;
}

void GmlSemantics::beginMember(GmlTree &tree)
{
    m_tree = &tree;
    m_owner.assign(tree.size(), kNoNode);
    m_taken.assign(tree.size(), false);
    m_semantic.assign(tree.size(), kNone);
    for (GmlNode node = 0; node < tree.size(); ++node) { // parents come before their children
        const GmlNode parent = tree.parent(node);
        if (isThematicSurface(tree, node)) {
            m_owner[node] = node;
        } else if (tree.tag(node) != GmlTag::CityObject && parent != kNoNode) {
            m_owner[node] = m_owner[parent];
        }
    }
    if (tree.linkCount() == 0) {
        return;
    }
    for (GmlNode node = 0; node < tree.size(); ++node) {
        if (tree.tag(node) != GmlTag::LodGeometry || isTerrainIntersection(tree.name(node))) {
            continue;
        }
        m_collector.collect(tree, node, m_shape);
        const GmlNode surface = m_owner[node];
        for (const GmlSurfaceUse &use : m_shape.surfaces) {
            if (use.tree != &tree) {
                continue;
            }
            if (surface == kNoNode) {
                m_taken[use.polygon] = true;
            } else if (m_owner[use.polygon] == kNoNode) {
                m_owner[use.polygon] = surface;
            }
        }
    }
    m_collector.takeMissing(); // reported when the geometry is written
}

std::uint32_t GmlSemantics::semanticOf(const GmlSurfaceUse &use)
{
    if (use.tree != m_tree) {
        return kNone;
    }
    const GmlNode surface = m_owner[use.polygon];
    return surface == kNoNode ? kNone : make(surface);
}

std::uint32_t GmlSemantics::make(GmlNode surface)
{
    if (m_semantic[surface] != kNone) {
        return m_semantic[surface];
    }
    const std::uint32_t parent = parentOf(surface);
    SemanticSurface semantic;
    semantic.type = m_context.model.typeNames.intern(cityTypeOf(*m_tree, surface));
    semantic.parent = parent;
    std::string attributes;
    if (const std::string_view id = m_tree->id(surface); !id.empty()) {
        appendJsonMember(attributes, "id", jsonString(id));
    }
    const GmlParts parts = GmlParts::of(*m_tree, surface);
    m_attributes.begin();
    for (const GmlNode property : parts.attributes) {
        m_attributes.add(*m_tree, property);
    }
    m_attributes.writeTo(attributes);
    if (!parts.addresses.empty()) { // of a door
        appendJsonMember(attributes, "address", m_attributes.address(*m_tree, parts.addresses.front()));
    }
    closeJsonObject(attributes);
    semantic.attributes = attributes;
    std::vector<SemanticSurface> &all = m_context.model.geometry.semantics;
    const auto number = static_cast<std::uint32_t>(all.size());
    all.push_back(std::move(semantic));
    m_semantic[surface] = number;
    return number;
}

std::uint32_t GmlSemantics::parentOf(GmlNode surface)
{
    const GmlNode property = m_tree->parent(surface);
    const GmlNode parent = property == kNoNode ? kNoNode : m_owner[property];
    return parent == kNoNode ? kNone : make(parent);
}

void GmlSemantics::keepUnused(std::span<const GmlNode> surfaces)
{
    for (const GmlNode surface : surfaces) {
        make(surface);
    }
}

} // namespace loci::formats
