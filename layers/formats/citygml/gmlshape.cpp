// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlshape.h"

#include <algorithm>
#include <functional>

namespace loci::formats {

namespace {
constexpr int kDeepest = 48;
constexpr std::uint64_t kVisitsPerNode = 16;
constexpr std::uint64_t kVisitsAtLeast = 100000;
} // namespace

std::uint64_t gmlIdHash(std::string_view id)
{
    return std::hash<std::string_view>()(id);
}

bool isGmlGeometry(GmlTag tag)
{
    return tag >= GmlTag::Polygon && tag <= GmlTag::MultiGeometry;
}

void GmlShape::clear()
{
    outer = GmlTag::Other;
    surfaces.clear();
    lines.clear();
    points.clear();
    shellSolids.clear();
    aggregates.clear();
}

void GmlIds::sortFrom(std::size_t firstSurface, std::size_t firstRing)
{
    std::stable_sort(surfaces.begin() + static_cast<std::ptrdiff_t>(firstSurface), surfaces.end());
    std::stable_sort(rings.begin() + static_cast<std::ptrdiff_t>(firstRing), rings.end());
    sortedSurfaces = firstSurface == 0 ? surfaces.size() : sortedSurfaces;
}

void GmlShapeCollector::collect(GmlTree &tree, GmlNode property, GmlShape &shape)
{
    shape.clear();
    m_shape = &shape;
    m_shell = city::kNone;
    m_solids = 0;
    m_budget = kVisitsAtLeast + kVisitsPerNode * tree.size();
    member(tree, property, false, false, 0);
}

void GmlShapeCollector::member(GmlTree &tree, GmlNode property, bool reversed, bool linked, int depth)
{
    if (!tree.attribute(property, GmlAttribute::Href).empty() && tree.firstChild(property) == kNoNode) {
        follow(tree, property, reversed, depth);
        return;
    }
    for (const GmlNode child : tree.children(property)) {
        visit(tree, child, reversed, linked, depth + 1);
    }
}

void GmlShapeCollector::follow(GmlTree &tree, GmlNode property, bool reversed, int depth)
{
    const std::string_view id = tree.href(property);
    if (const GmlNode target = tree.find(id); target != kNoNode) {
        visit(tree, target, reversed, true, depth + 1);
        return;
    }
    if (m_useModel) {
        for (GmlTree &other : m_ids.waiting) {
            if (const GmlNode target = other.find(id); target != kNoNode) {
                visit(other, target, reversed, true, depth + 1);
                return;
            }
        }
        if (copyFromModel(id, reversed)) {
            return;
        }
    }
    m_missing.emplace_back(id, tree.line(property));
}

bool GmlShapeCollector::copyFromModel(std::string_view id, bool reversed)
{
    const GmlIds::Entry key{gmlIdHash(id), 0, false, false, false};
    bool found = false;
    const auto sorted = m_ids.surfaces.begin() + static_cast<std::ptrdiff_t>(m_ids.sortedSurfaces);
    auto [entry, end] = std::equal_range(m_ids.surfaces.begin(), sorted, key);
    for (; entry != end && m_budget > 0; ++entry) {
        if (entry->isTemplate) {
            continue;
        }
        --m_budget;
        m_shape->surfaces.push_back({nullptr, kNoNode, entry->index, m_shell, reversed != entry->reversed, true});
        found = true;
        if (!entry->isAggregate) {
            break; // further ones are other uses of the same polygon
        }
    }
    return found;
}

void GmlShapeCollector::visit(GmlTree &tree, GmlNode node, bool reversed, bool linked, int depth)
{
    if (m_budget == 0 || depth > kDeepest) {
        m_overflow = true;
        return;
    }
    --m_budget;
    const GmlTag tag = tree.tag(node);
    if (!isGmlGeometry(tag)) {
        return;
    }
    if (m_shape->outer == GmlTag::Other && tag != GmlTag::OrientableSurface) {
        m_shape->outer = tag;
    }
    const auto first = static_cast<std::uint32_t>(m_shape->surfaces.size());
    switch (tag) {
    case GmlTag::Polygon:
        m_shape->surfaces.push_back({&tree, node, city::kNone, m_shell, reversed, linked});
        return;
    case GmlTag::Line:
        m_shape->lines.push_back({&tree, node});
        return;
    case GmlTag::Point:
        m_shape->points.push_back({&tree, node});
        return;
    case GmlTag::Solid:
        visitSolid(tree, node, reversed, linked, depth);
        break;
    case GmlTag::OrientableSurface:
        reversed = reversed != (tree.attribute(node, GmlAttribute::Orientation) == "-");
        if (const GmlNode base = tree.child(node, "baseSurface"); base != kNoNode) {
            member(tree, base, reversed, linked, depth + 1);
        }
        break;
    default:
        for (const GmlNode property : tree.children(node)) {
            member(tree, property, reversed, linked, depth + 1);
        }
        break;
    }
    const std::string_view id = tree.id(node);
    if (const auto end = static_cast<std::uint32_t>(m_shape->surfaces.size()); !id.empty() && end > first) {
        m_shape->aggregates.push_back({gmlIdHash(id), first, end});
    }
}

void GmlShapeCollector::visitSolid(GmlTree &tree, GmlNode node, bool reversed, bool linked, int depth)
{
    const std::uint32_t solid = m_solids++;
    for (const GmlNode part : tree.children(node)) {
        if (tree.tag(part) == GmlTag::Exterior || tree.tag(part) == GmlTag::Interior) {
            m_shell = static_cast<std::uint32_t>(m_shape->shellSolids.size());
            m_shape->shellSolids.push_back(solid);
            member(tree, part, reversed, linked, depth + 1);
            m_shell = city::kNone;
        }
    }
}

} // namespace loci::formats
