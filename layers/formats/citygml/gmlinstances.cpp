// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlinstances.h"

#include <algorithm>
#include <cmath>

namespace loci::formats {

using namespace loci::city;

std::uint32_t GmlInstances::templateOf(GmlTree &tree, GmlNode property, std::uint32_t lod)
{
    const GmlNode geometry = tree.firstChild(property);
    const std::uint64_t id = tree.id(geometry).empty() ? 0 : gmlIdHash(tree.id(geometry));
    if (id != 0) {
        if (const auto known = m_templates.find(id); known != m_templates.end()) {
            return known->second;
        }
    }
    const bool usedModel = m_collector.useModel(false); // a template stands by itself
    m_collector.collect(tree, property, m_shape);
    m_collector.useModel(usedModel);
    const std::uint32_t made = m_writer.addTemplate(m_shape, lod);
    if (id != 0 && made != kNone) {
        m_templates.emplace(id, made);
    }
    return made;
}

void GmlInstances::readMatrix(const GmlTree &tree, GmlNode implicit, Instance &instance)
{
    const GmlNode matrix = tree.child(implicit, "transformationMatrix");
    if (matrix == kNoNode) {
        return;
    }
    const std::span<const double> numbers = tree.numbers(matrix);
    const bool finite = std::all_of(numbers.begin(), numbers.end(), [](double n) { return std::isfinite(n); });
    if (numbers.size() == 16 && finite && !tree.isBroken(matrix)) {
        std::copy(numbers.begin(), numbers.end(), instance.matrix.begin());
        return;
    }
    m_context.report(Severity::Error, "coordinates",
                     QCoreApplication::translate(
                         "loci::formats", "The transformation matrix of a template instance must have 16 numbers."),
                     QStringLiteral("line %1").arg(tree.line(matrix)));
}

void GmlInstances::add(GmlTree &tree, GmlNode implicit, ObjectIndex object, std::uint32_t lod)
{
    CityModel &m = m_context.model;
    Instance instance;
    readMatrix(tree, implicit, instance);
    const GmlNode point = tree.child(implicit, "referencePoint");
    instance.referenceVertex = point == kNoNode ? kNone : m_writer.addPoint(tree, point);
    const QString where = QStringLiteral("line %1").arg(tree.line(implicit));
    if (instance.referenceVertex == kNone) {
        m_context.report(
            Severity::Error, "coordinates",
            QCoreApplication::translate("loci::formats", "A template instance must have exactly one reference point."),
            where);
    }
    const auto number = static_cast<std::uint32_t>(m.instances.size());
    GmlNode relative = tree.child(implicit, "relativeGMLGeometry");
    relative = relative == kNoNode ? tree.child(implicit, "relativeGeometry") : relative;
    const GmlNode library = tree.child(implicit, "libraryObject");
    if (relative != kNoNode && tree.firstChild(relative) != kNoNode) {
        instance.templateGeometry = templateOf(tree, relative, lod);
    } else if (relative != kNoNode && !tree.href(relative).empty()) {
        m_waiting.push_back({number, gmlIdHash(tree.href(relative)), tree.line(relative)});
    } else if (library != kNoNode) {
        m_context.report(
            Severity::Info, "library_object",
            QCoreApplication::translate("loci::formats", "Its shape lies in another file (\"%1\"), which is not read.")
                .arg(toText(tree.text(library))),
            where);
    }
    Geometry geometry;
    geometry.object = object;
    geometry.type = GeometryType::GeometryInstance;
    geometry.lod = lod;
    geometry.surfaces = {m.geometry.surfaceCount(), m.geometry.surfaceCount()};
    const auto shells = static_cast<std::uint32_t>(m.geometry.shells.size());
    geometry.shells = {shells, shells};
    geometry.instance = number;
    m.instances.push_back(instance);
    m.geometry.geometries.push_back(geometry);
    m.objectGeometries[object].end = static_cast<std::uint32_t>(m.geometry.geometries.size());
}

void GmlInstances::finish()
{
    m_context.currentObject.clear();
    for (const Waiting &waiting : m_waiting) {
        if (const auto found = m_templates.find(waiting.id); found != m_templates.end()) {
            m_context.model.instances[waiting.instance].templateGeometry = found->second;
        } else {
            m_context.report(
                Severity::Error, "xlink",
                QCoreApplication::translate("loci::formats", "It is an instance of a template that does not exist."),
                QStringLiteral("line %1").arg(waiting.line));
        }
    }
}

} // namespace loci::formats
