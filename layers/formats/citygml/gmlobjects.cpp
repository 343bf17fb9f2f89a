// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlobjects.h"

#include "layers/domain/city/jsontext.h"

#include <algorithm>

namespace loci::formats {

using namespace loci::city;

namespace {

GeometryType surfaceTypeOf(const GmlShape &shape, bool isTin)
{
    const bool allInSolids = std::all_of(shape.surfaces.begin(), shape.surfaces.end(),
                                         [](const GmlSurfaceUse &use) { return use.shell != kNone; });
    if (allInSolids) {
        switch (shape.outer) {
        case GmlTag::Solid:
            return GeometryType::Solid;
        case GmlTag::CompositeSolid:
            return GeometryType::CompositeSolid;
        default:
            return GeometryType::MultiSolid;
        }
    }
    return isTin || shape.outer == GmlTag::CompositeSurface ? GeometryType::CompositeSurface
                                                            : GeometryType::MultiSurface;
}

void append(GmlShape &all, const GmlShape &more)
{
    const auto shift = static_cast<std::uint32_t>(all.surfaces.size());
    all.surfaces.insert(all.surfaces.end(), more.surfaces.begin(), more.surfaces.end());
    for (std::size_t i = shift; i < all.surfaces.size(); ++i) {
        all.surfaces[i].shell = kNone;
    }
    for (GmlShape::Aggregate aggregate : more.aggregates) {
        all.aggregates.push_back({aggregate.id, aggregate.begin + shift, aggregate.end + shift});
    }
    all.lines.insert(all.lines.end(), more.lines.begin(), more.lines.end());
    all.points.insert(all.points.end(), more.points.begin(), more.points.end());
}

} // namespace

GmlObjects::GmlObjects(ReadContext &context, GmlShapeCollector &collector, GmlGeometryWriter &writer)
    : m_context(context)
    , m_collector(collector)
    , m_writer(writer)
    , m_attributes(context)
    , m_semantics(context, collector, m_attributes)
    , m_instances(context, collector, writer)
    , m_links(context)
{}

void GmlObjects::beginMember(GmlTree &tree)
{
    m_tree = &tree;
    m_semantics.beginMember(tree);
    m_writer.beginMember();
    if (tree.srsNameCount() == 0) {
        return;
    }
    for (GmlNode node = 0; node < tree.size(); ++node) { // a document may state its system in its features only
        if (tree.name(node).local == "Envelope") {
            m_writer.setDefaultSystem(tree.attribute(node, GmlAttribute::SrsName));
        }
    }
}

void GmlObjects::add(GmlNode feature, ObjectIndex parent)
{
    if (m_tree->tag(feature) == GmlTag::ReliefFeature) {
        addRelief(feature, parent);
        return;
    }
    const GmlParts parts = GmlParts::of(*m_tree, feature);
    const ObjectIndex row = addRow(feature, parent);
    addAttributes(feature, parts, row);
    addGeometries(feature, parts, row);
    std::vector<GmlNode> surfaces;
    gather(parts.surfaces, surfaces);
    m_semantics.keepUnused(surfaces);
    reportLinks();
    addMembers(parts, row);
    const GmlNode relief = std::exchange(m_relief, kNoNode);
    for (const GmlNode part : parts.features) {
        add(part, row);
    }
    m_relief = relief;
}

void GmlObjects::addRelief(GmlNode relief, ObjectIndex parent)
{
    m_relief = relief;
    for (const GmlNode component : GmlParts::of(*m_tree, relief).features) {
        add(component, parent);
    }
    m_relief = kNoNode;
}

ObjectIndex GmlObjects::addRow(GmlNode feature, ObjectIndex parent)
{
    CityModel &m = m_context.model;
    const ObjectIndex row = m.objectCount();
    std::string id(m_tree->id(feature));
    if (id.empty()) {
        id = m_tree->name(feature).local + '_' + std::to_string(++m_unnamed);
    }
    const std::string type = cityTypeOf(*m_tree, feature);
    if (const GmlName &name = m_tree->name(feature); type.front() == '+') {
        m_extensions.try_emplace(name.prefix.empty() ? name.local : name.prefix, name.space);
    }
    const auto geometries = static_cast<std::uint32_t>(m.geometry.geometries.size());
    m.objectType.push_back(m.typeNames.intern(type));
    m.objectGeometries.push_back({geometries, geometries});
    m.objectParent.push_back(parent);
    m_context.currentObject = id;
    m.objectIds.push_back(std::move(id));
    return row;
}

void GmlObjects::addAttributes(GmlNode feature, const GmlParts &parts, ObjectIndex row)
{
    m_attributes.begin();
    const bool isRelief = m_tree->name(feature).local.ends_with("Relief");
    for (const GmlNode property : parts.attributes) {
        if (!isRelief || m_tree->name(property).local != "lod") {
            m_attributes.add(*m_tree, property);
        }
    }
    m_attributes.writeTo(m_context.model.attributes, row);
    if (m_relief != kNoNode) {
        m_attributes.begin();
        for (const GmlNode property : GmlParts::of(*m_tree, m_relief).attributes) {
            if (m_tree->name(property).local != "lod") {
                m_attributes.add(*m_tree, property);
            }
        }
        m_attributes.writeTo(m_context.model.attributes, row); // what the component says of itself stays
    }
    if (parts.addresses.empty()) {
        return;
    }
    std::string list = "[";
    for (const GmlNode address : parts.addresses) {
        list += (list.size() > 1 ? "," : "") + m_attributes.address(*m_tree, address);
    }
    std::string extra;
    appendJsonMember(extra, "address", list + ']');
    closeJsonObject(extra);
    m_context.model.objectExtra.emplace_back(row, std::move(extra));
}

std::uint32_t GmlObjects::lodOf(GmlNode property, std::string_view ownLod)
{
    const GmlName &name = m_tree->name(property);
    std::string lod = name.lod >= 0 ? std::to_string(name.lod) : std::string(ownLod);
    if (lod == "4") {
        lod = "3";
        m_context.report(
            Severity::Info, "lod4",
            QCoreApplication::translate("loci::formats", "Level of detail 4 is kept as 3: newer versions have no 4."),
            QStringLiteral("line %1").arg(m_tree->line(property)));
    }
    return lod.empty() ? kNone : m_context.model.lodNames.intern(lod);
}

void GmlObjects::addGeometries(GmlNode feature, const GmlParts &parts, ObjectIndex row)
{
    const GmlNode lodElement = m_tree->child(feature, "lod");
    const std::string_view ownLod = lodElement == kNoNode ? std::string_view() : m_tree->text(lodElement);
    const bool isTin = m_context.model.typeOf(row) == "TINRelief";
    for (const GmlNode property : parts.geometries) {
        addGeometry(property, lodOf(property, ownLod), row, isTin);
    }
    addBoundaries(parts.surfaces, row);
}

void GmlObjects::addGeometry(GmlNode property, std::uint32_t lod, ObjectIndex row, bool isTin)
{
    for (const GmlNode child : m_tree->children(property)) {
        if (m_tree->tag(child) == GmlTag::ImplicitGeometry) {
            m_instances.add(*m_tree, child, row, lod);
            return;
        }
    }
    m_collector.collect(*m_tree, property, m_shape);
    if (m_shape.isEmpty() && m_tree->firstChild(property) != kNoNode) {
        m_context.report(Severity::Warning, "empty_geometry",
                         QCoreApplication::translate("loci::formats",
                                                     "A geometry holds no polygon, line or point that can be used."),
                         QStringLiteral("line %1").arg(m_tree->line(property)));
    }
    addShape(m_shape, lod, row, isTin);
}

void GmlObjects::addShape(const GmlShape &shape, std::uint32_t lod, ObjectIndex row, bool isTin)
{
    if (!shape.surfaces.empty()) {
        m_writer.addSurfaces(shape, row, lod, surfaceTypeOf(shape, isTin),
                             [this](const GmlSurfaceUse &use) { return m_semantics.semanticOf(use); });
    }
    if (!shape.lines.empty()) {
        m_writer.addLines(shape, row, lod);
    }
    if (!shape.points.empty()) {
        m_writer.addPoints(shape, row, lod);
    }
}

void GmlObjects::gather(const std::vector<GmlNode> &surfaces, std::vector<GmlNode> &all) const
{
    for (const GmlNode surface : surfaces) {
        all.push_back(surface);
        gather(GmlParts::of(*m_tree, surface).surfaces, all);
    }
}

void GmlObjects::addBoundaries(const std::vector<GmlNode> &surfaces, ObjectIndex row)
{
    std::vector<GmlNode> all;
    gather(surfaces, all);
    std::map<std::uint32_t, GmlShape> byLod;
    GmlShape own;
    for (const GmlNode surface : all) {
        for (const GmlNode property : GmlParts::of(*m_tree, surface).geometries) {
            const GmlNode child = m_tree->firstChild(property);
            if (child != kNoNode && m_tree->tag(child) == GmlTag::ImplicitGeometry) {
                addGeometry(property, lodOf(property, {}), row, false);
                continue;
            }
            m_collector.collect(*m_tree, property, own);
            const bool isDrawnElsewhere =
                own.lines.empty() && own.points.empty() &&
                std::all_of(own.surfaces.begin(), own.surfaces.end(),
                            [this](const GmlSurfaceUse &use) { return m_semantics.isTaken(use); });
            if (!isDrawnElsewhere) {
                append(byLod[lodOf(property, {})], own);
            }
        }
    }
    for (const auto &[lod, shape] : byLod) {
        m_writer.addSurfaces(shape, row, lod, GeometryType::MultiSurface, [this](const GmlSurfaceUse &use) {
            return m_semantics.isTaken(use) ? GmlGeometryWriter::kSkip : m_semantics.semanticOf(use);
        });
        if (!shape.lines.empty()) {
            m_writer.addLines(shape, row, lod);
        }
        if (!shape.points.empty()) {
            m_writer.addPoints(shape, row, lod);
        }
    }
}

void GmlObjects::addMembers(const GmlParts &parts, ObjectIndex row)
{
    for (const GmlNode link : parts.links) {
        m_links.addPart(row, m_tree->href(link), m_tree->line(link));
    }
    for (const GmlNode member : parts.members) {
        const GmlNode role = m_tree->firstChild(member);
        if (const std::string_view id = m_tree->href(member); !id.empty()) {
            m_links.addGroupMember(row, id, m_tree->attribute(member, GmlAttribute::Role), m_tree->line(member));
        } else if (role != kNoNode && m_tree->name(role).local == "Role") { // CityGML 3: grp:Role/grp:groupMember
            const GmlNode inner = m_tree->child(role, "groupMember");
            const GmlNode name = m_tree->child(role, "role");
            if (inner != kNoNode && !m_tree->href(inner).empty()) {
                m_links.addGroupMember(row, m_tree->href(inner),
                                       name == kNoNode ? std::string_view() : m_tree->text(name), m_tree->line(inner));
            }
        } else if (role != kNoNode) {
            const ObjectIndex first = m_context.model.objectCount();
            add(role);
            m_links.addMemberRow(row, first);
        }
    }
}

void GmlObjects::reportLinks()
{
    for (const auto &[id, line] : m_collector.takeMissing()) {
        m_context.report(Severity::Error, "xlink",
                         QCoreApplication::translate("loci::formats",
                                                     "The geometry \"%1\", which it refers to, does not "
                                                     "exist.")
                             .arg(toText(id)),
                         QStringLiteral("line %1").arg(line));
    }
    if (m_collector.takeOverflow()) {
        m_context.report(Severity::Error, "xlink",
                         QCoreApplication::translate(
                             "loci::formats",
                             "Its geometries refer to each other in a circle, or without end; some were left out."));
    }
}

void GmlObjects::finish()
{
    m_instances.finish();
    CityModel &m = m_context.model;
    if (!m_extensions.empty()) {
        for (const auto &[prefix, space] : m_extensions) {
            std::string object;
            appendJsonMember(object, "url", jsonString(space));
            appendJsonMember(object, "version", jsonString(m.version.toStdString()));
            closeJsonObject(object);
            appendJsonMember(m.extensions, prefix, object);
        }
        closeJsonObject(m.extensions);
    }
    m_links.finish();
}

} // namespace loci::formats
