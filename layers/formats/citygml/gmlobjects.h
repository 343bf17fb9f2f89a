// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmlinstances.h"
#include "layers/formats/citygml/gmllinks.h"
#include "layers/formats/citygml/gmlsemantics.h"

namespace loci::formats {

/// Turns features of one member after the other into city objects.
class GmlObjects
{
public:
    GmlObjects(ReadContext &context, GmlShapeCollector &collector, GmlGeometryWriter &writer);

    void beginMember(GmlTree &tree);
    void add(GmlNode feature, city::ObjectIndex parent = city::kNone);
    void finish(); ///< templates, links, ids

private:
    void addRelief(GmlNode relief, city::ObjectIndex parent);
    city::ObjectIndex addRow(GmlNode feature, city::ObjectIndex parent);
    void addAttributes(GmlNode feature, const GmlParts &parts, city::ObjectIndex row);
    void addGeometries(GmlNode feature, const GmlParts &parts, city::ObjectIndex row);
    void addGeometry(GmlNode property, std::uint32_t lod, city::ObjectIndex row, bool isTin);
    void addShape(const GmlShape &shape, std::uint32_t lod, city::ObjectIndex row, bool isTin);
    void addBoundaries(const std::vector<GmlNode> &surfaces, city::ObjectIndex row);
    void gather(const std::vector<GmlNode> &surfaces, std::vector<GmlNode> &all) const;
    void addMembers(const GmlParts &parts, city::ObjectIndex row);
    std::uint32_t lodOf(GmlNode property, std::string_view ownLod);
    void reportLinks();

    ReadContext &m_context;
    GmlShapeCollector &m_collector;
    GmlGeometryWriter &m_writer;
    GmlAttributes m_attributes;
    GmlSemantics m_semantics;
    GmlInstances m_instances;
    GmlLinks m_links;
    GmlTree *m_tree = nullptr;
    GmlNode m_relief = kNoNode; ///< the relief whose components are added: they take over its attributes
    GmlShape m_shape;
    std::map<std::string, std::string> m_extensions; ///< prefix to namespace of types that CityJSON does not have
    std::uint32_t m_unnamed = 0;
};

} // namespace loci::formats
