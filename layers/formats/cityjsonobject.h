// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/cityjsongeometry.h"
#include "layers/formats/objectlinks.h"

#include <simdjson.h>

namespace loci::formats {

/// Reads one city object, or one template geometry, from its text into the model.
class CityJsonObject
{
public:
    CityJsonObject(ReadContext &context, CityJsonGeometry &geometry, ObjectLinks &links)
        : m_context(context)
        , m_geometry(geometry)
        , m_links(links)
    {}

    /// `lodIsText`: the version wants LoDs as strings.
    void setLodIsText(bool lodIsText) { m_lodIsText = lodIsText; }
    /// Appends the object. `raw` has readable bytes behind it (JsonWindow gives such pieces).
    void read(std::string_view id, std::string_view raw);
    /// Reads the array of "templates" into model.templates.
    bool readTemplates(std::string_view raw);

private:
    using Object = simdjson::ondemand::object;
    using Value = simdjson::ondemand::value;
    bool readMembers(Object object, city::ObjectIndex row, std::string &extra);
    bool readMember(std::string_view key, Value value, city::ObjectIndex row, std::string &extra);
    bool readAttributes(Value value, city::ObjectIndex row);
    bool readAttribute(Value value, city::ObjectIndex row, city::AttributeColumn &column);
    city::AttributeColumn &columnFor(std::string_view name, std::size_t position);
    bool readGeometries(Value value, city::ObjectIndex row);
    bool readGeometry(Object object, city::ObjectIndex row, city::GeometryStore &store);
    bool collectGeometry(Object object, RawGeometry &raw);
    bool readLinks(Value value, city::ObjectIndex row, bool children);
    void keep(std::string &extra, std::string_view key, Value value);
    void reportLod();

    ReadContext &m_context;
    CityJsonGeometry &m_geometry;
    ObjectLinks &m_links;
    simdjson::ondemand::parser m_parser;
    simdjson::dom::parser m_checker;                ///< for nested JSON that is kept as text
    std::vector<city::AttributeColumn *> m_columns; ///< by place in the last object: most objects are alike
    std::string m_lod;
    bool m_lodIsText = false;
    bool m_lodReported = false;
};

} // namespace loci::formats
