// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/citygmldocument.h"

#include "layers/domain/city/cityobjecttypes.h"
#include "layers/domain/city/jsontext.h"
#include "layers/domain/city/modelfinish.h"

#include <algorithm>

namespace loci::formats {

using namespace loci::city;

namespace {

/// Properties of the root whose content is an object, whatever it is called.
bool holdsObjects(const std::string &local)
{
    return local == "cityObjectMember" || local == "featureMember" || local == "member" || local == "cellSpaceMember";
}

/// "2.0" of "http://www.opengis.net/citygml/building/2.0".
std::string versionIn(const std::string &space)
{
    const std::size_t slash = space.rfind('/');
    const std::string last = slash == std::string::npos ? std::string() : space.substr(slash + 1);
    const bool isVersion = last.size() == 3 && last[0] >= '0' && last[0] <= '9' && last[1] == '.';
    return space.find("/citygml/") != std::string::npos && isVersion ? last : std::string();
}

} // namespace

CityGmlDocument::CityGmlDocument(ReadContext &context, const CancelToken &cancel)
    : m_context(context)
    , m_frames(context)
    , m_collector(m_ids)
    , m_writer(context, m_frames, m_ids, cancel)
    , m_appearance(context, m_ids)
    , m_objects(context, m_collector, m_writer)
{}

void CityGmlDocument::readRootProperty(GmlTree &tree)
{
    const std::string &local = tree.name(0).local;
    if (local == "boundedBy") {
        if (const GmlNode envelope = tree.firstChild(0); envelope != kNoNode) {
            m_writer.setDefaultSystem(tree.attribute(envelope, GmlAttribute::SrsName));
            m_writer.setDefaultDimension(tree.attribute(envelope, GmlAttribute::SrsDimension));
        }
    } else if ((local == "name" || local == "description") && !tree.text(0).empty()) {
        appendJsonMember(m_context.model.metadata, local == "name" ? "title" : "description", jsonString(tree.text(0)));
    }
}

void CityGmlDocument::addMember(GmlTree &tree)
{
    m_context.currentObject.clear();
    readRootProperty(tree);
    if (needsOthers(tree)) {
        m_ids.waiting.push_back(tree.taken());
        return;
    }
    convert(tree);
}

bool CityGmlDocument::needsOthers(GmlTree &tree) const
{
    if (tree.linkCount() == 0) {
        return false;
    }
    for (GmlNode node = 0; node < tree.size(); ++node) {
        if (tree.firstChild(node) == kNoNode && tree.name(node).linksGeometry) {
            const std::string_view link = tree.href(node);
            if (!link.empty() && tree.find(link) == kNoNode) {
                return true;
            }
        }
    }
    return false;
}

void CityGmlDocument::convert(GmlTree &tree)
{
    const std::size_t surfaces = m_ids.surfaces.size();
    const std::size_t rings = m_ids.rings.size();
    addFeatures(tree);
    const bool wasPending = m_appearance.isPending();
    lookAtNodes(tree);
    if (!wasPending && m_appearance.isPending() && m_context.model.objectCount() > 0) {
        m_ids.sortFrom(surfaces, rings);
        m_appearance.resolve(surfaces, rings);
    }
}

void CityGmlDocument::addFeatures(GmlTree &tree)
{
    const auto isObject = [&](GmlNode node, bool anyName) {
        const GmlTag tag = tree.tag(node);
        const std::string &local = tree.name(node).local;
        return tag == GmlTag::CityObject || tag == GmlTag::ReliefFeature || isThematicSurface(tree, node) ||
               (anyName && tag == GmlTag::Other && !local.empty() && local.front() >= 'A' && local.front() <= 'Z');
    };
    std::vector<GmlNode> features;
    if (isObject(0, true)) {
        features.push_back(0); // of a collection
    } else {
        const bool anyName = holdsObjects(tree.name(0).local);
        for (const GmlNode child : tree.children(0)) {
            if (isObject(child, anyName)) {
                features.push_back(child);
            } else if (tree.tag(child) == GmlTag::Other && tree.name(0).local != "boundedBy" &&
                       tree.name(child).isForeign) {
                ++m_dropped[tree.name(child).local];
            }
        }
        if (!tree.href(0).empty() && anyName) {
            ++m_dropped["xlink:href"];
        }
    }
    if (features.empty()) {
        return;
    }
    m_objects.beginMember(tree);
    for (const GmlNode feature : features) {
        m_objects.add(feature);
    }
    m_context.currentObject.clear();
}

void CityGmlDocument::lookAtNodes(GmlTree &tree)
{
    for (GmlNode node = 0; node < tree.size(); ++node) {
        const GmlTag tag = tree.tag(node);
        if (tag == GmlTag::Appearance) {
            m_appearance.read(tree, node);
        } else if (tag == GmlTag::NotCarried || isTerrainIntersection(tree.name(node))) {
            ++m_dropped[tag == GmlTag::NotCarried ? tree.name(node).local : "TerrainIntersection"];
        }
    }
}

void CityGmlDocument::setVersion(const GmlScanner &scanner)
{
    CityModel &m = m_context.model;
    m.format = QStringLiteral("CityGML");
    std::string version = scanner.root() == nullptr ? std::string() : versionIn(scanner.root()->space);
    for (const auto &[prefix, space] : scanner.namespaces()) {
        version = version.empty() ? versionIn(space) : version;
        if (space.find("indoorgml") != std::string::npos && version.empty()) {
            m.format = QStringLiteral("IndoorGML");
            version = "1.0";
        }
    }
    m.version = QString::fromStdString(version.empty() ? std::string("1.0") : version);
    if (!scanner.rootId().empty()) {
        appendJsonMember(m.metadata, "identifier", jsonString(scanner.rootId()));
    }
}

void CityGmlDocument::reportDropped()
{
    m_context.currentObject.clear();
    for (const auto &[name, count] : m_dropped) {
        m_context.report(Severity::Info, "not_carried",
                         QCoreApplication::translate(
                             "loci::formats", "%1 elements of kind %2 have no place in the model and were left out.")
                             .arg(count)
                             .arg(toText(name)));
    }
}

void CityGmlDocument::checkTypes()
{
    const CityModel &m = m_context.model;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        if (m.objectParent[o] == kNone && needsParent(m.typeOf(o))) {
            m_context.currentObject = m.objectIds[o];
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats", "An object of type %1 must have a parent.")
                                 .arg(toText(m.typeOf(o))));
        }
    }
}

void CityGmlDocument::finish(const GmlScanner &scanner)
{
    CityModel &m = m_context.model;
    setVersion(scanner);
    if (!m_ids.waiting.empty()) {
        m_ids.sortFrom(0, 0);
        m_collector.useModel(true);
        for (GmlTree &tree : m_ids.waiting) {
            addFeatures(tree);
            lookAtNodes(tree);
        }
    }
    if (m_appearance.isPending()) {
        m_ids.sortFrom(0, 0);
        m_appearance.resolve(0, 0);
    }
    m_ids = {};
    m_objects.finish();
    m_appearance.finish();
    reportDropped();
    checkTypes();
    m_frames.finish();
    closeJsonObject(m.metadata);
    computeExtent(m);
}

} // namespace loci::formats
