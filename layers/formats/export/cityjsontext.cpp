// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/cityjsontext.h"

#include "layers/domain/city/jsontext.h"
#include "layers/domain/city/objectextra.h"
#include "layers/domain/city/semanticowners.h"

#include <QCoreApplication>
#include <algorithm>
#include <simdjson.h>

namespace loci::formats {

using namespace loci::city;

struct CityJsonText::Parsers
{
    simdjson::dom::parser checker;
};

std::uint32_t TargetNumbers::operator()(std::uint32_t number)
{
    if (!m_local || number >= m_new.size()) {
        return number;
    }
    if (m_new[number] == kNone) {
        m_new[number] = static_cast<std::uint32_t>(m_used.size());
        m_used.push_back(number);
    }
    return m_new[number];
}

void TargetNumbers::reset()
{
    for (const std::uint32_t number : m_used) {
        m_new[number] = kNone;
    }
    m_used.clear();
}

CityJsonText::CityJsonText(const CityModel &model, bool local, ImagePath image, DroppedList &dropped)
    : m_model(model)
    , m_image(std::move(image))
    , m_dropped(dropped)
    , m_upgrade(model, dropped)
    , m_parsers(std::make_unique<Parsers>())
    , m_vertices(model.vertices.size(), local)
    , m_materials(model.materials.size(), local)
    , m_textures(model.textures.size(), local)
    , m_uv(model.textureVertices.size(), local)
    , m_local(local)
    , m_semantics(semanticRanges(model.geometry))
    , m_templateSemantics(semanticRanges(model.templates))
    , m_cursor(model.attributes.columns().size(), 0)
{
    for (const auto &column : model.attributes.columns()) {
        m_keys.push_back(jsonString(column->name()) + ':');
    }
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        for (const ObjectIndex child : model.childrenOf(o)) {
            if (model.objectParent[child] != o) {
                m_moreParents[child].push_back(o);
            }
        }
    }
}

CityJsonText::~CityJsonText() = default;

std::string CityJsonText::compact(std::string_view json)
{
    if (json.empty() || m_parsers->checker.parse(json.data(), json.size(), true).error()) {
        return {};
    }
    std::string text(json.size() + simdjson::SIMDJSON_PADDING, '\0');
    std::size_t length = 0;
    if (simdjson::minify(json.data(), json.size(), text.data(), length)) {
        return {};
    }
    text.resize(length);
    return text;
}

std::string CityJsonText::writtenId(ObjectIndex object) const
{
    const std::string &id = m_model.objectIds[object];
    if (m_model.find(id) == object) {
        return jsonString(id);
    }
    return jsonString(id + '~' + std::to_string(object)); // a second one of that name
}

void CityJsonText::reset()
{
    m_vertices.reset();
    m_materials.reset();
    m_textures.reset();
    m_uv.reset();
}

void CityJsonText::drop(const Geometry &geometry, const QString &reason, int count)
{
    const std::string_view type =
        geometry.object == kNone ? std::string_view("template") : m_model.typeOf(geometry.object);
    m_dropped.add(QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())), reason, count);
}

std::uint32_t CityJsonText::numbered(TargetNumbers &numbers, std::uint32_t number) const
{
    return m_inTemplates ? number : numbers(number); // templates stand in the head and count as the model does
}

void CityJsonText::object(TextBuffer &out, ObjectIndex object)
{
    out << writtenId(object) << ":{\"type\":" << jsonString(m_upgrade.objectType(m_model.typeOf(object)));
    attributes(out, object);
    const IndexRange range = m_model.objectGeometries[object];
    if (!range.isEmpty()) {
        out << ",\"geometry\":[";
        for (GeometryIndex g = range.begin; g < range.end; ++g) {
            if (out.last() == '}') {
                out << ',';
            }
            geometry(out, m_model.geometry, g);
        }
        if (out.last() == ',') {
            out.text().pop_back();
        }
        out << ']';
    }
    links(out, object);
    extra(out, object);
    out << '}';
}

void CityJsonText::attributes(TextBuffer &out, ObjectIndex object)
{
    bool any = false;
    const auto &columns = m_model.attributes.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::vector<std::uint32_t> &rows = columns[c]->rows();
        std::size_t &at = m_cursor[c];
        if (at >= rows.size() || rows[at] != object) {
            const bool between = (at == rows.size() || rows[at] > object) && (at == 0 || rows[at - 1] < object);
            if (!between) {
                at = static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), object) - rows.begin());
            }
            if (at == rows.size() || rows[at] != object) {
                continue;
            }
        }
        out << (any ? "," : ",\"attributes\":{") << m_keys[c];
        any = true;
        if (columns[c]->kind() == AttributeColumn::Kind::Json) {
            std::string json;
            columns[c]->appendJsonTo(json, at);
            json = compact(json);
            out << (json.empty() ? "null" : json);
        } else {
            columns[c]->appendJsonTo(out.text(), at);
        }
        ++at;
    }
    if (m_emptyColumns) {
        emptyColumns(out, any);
    }
    if (any) {
        out << '}';
    }
}

void CityJsonText::emptyColumns(TextBuffer &out, bool &any)
{
    m_emptyColumns = false;
    for (const auto &column : m_model.attributes.columns()) {
        if (column->count() == 0) { // null everywhere: it is known by name
            out << (any ? "," : ",\"attributes\":{") << jsonString(column->name()) << ":null";
            any = true;
        }
    }
}

void CityJsonText::links(TextBuffer &out, ObjectIndex object)
{
    const auto children = m_model.childrenOf(object);
    for (std::size_t i = 0; i < children.size(); ++i) {
        out << (i == 0 ? ",\"children\":[" : ",") << writtenId(children[i]);
    }
    out << (children.empty() ? "" : "]");
    const auto more = m_moreParents.find(object);
    const ObjectIndex first = m_model.objectParent[object];
    if (first == kNone && more == m_moreParents.end()) {
        return;
    }
    out << ",\"parents\":[";
    if (first != kNone) {
        out << writtenId(first);
    }
    if (more != m_moreParents.end()) {
        for (const ObjectIndex parent : more->second) {
            out << (out.last() == '[' ? "" : ",") << writtenId(parent);
        }
    }
    out << ']';
}

void CityJsonText::extra(TextBuffer &out, ObjectIndex object)
{
    const auto &extras = m_model.objectExtra;
    if (m_extraCursor >= extras.size() || extras[m_extraCursor].first != object) {
        const auto found = std::lower_bound(extras.begin(), extras.end(), object,
                                            [](const auto &item, ObjectIndex o) { return item.first < o; });
        m_extraCursor = static_cast<std::size_t>(found - extras.begin());
        if (found == extras.end() || found->first != object) {
            return;
        }
    }
    std::string text = m_upgrade.extra(extras[m_extraCursor].second);
    ++m_extraCursor;
    if (m_model.format == QLatin1String("CityJSONSeq")) {
        int lost = 0;
        text = withoutAddressLocations(text, lost);
        const std::string_view type = m_model.typeOf(object);
        m_dropped.add(QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())),
                      QCoreApplication::translate("loci::formats",
                                                  "the point of an address, which a sequence counts by "
                                                  "lines, is not known here any more"),
                      lost);
    } else if (m_local) {
        text = withAddressVertices(text, [this](std::uint32_t v) { return m_vertices(v); });
    }
    text = compact(text);
    if (text.size() > 2) {
        out << ',' << std::string_view(text).substr(1, text.size() - 2);
    }
}

void CityJsonText::templates(TextBuffer &out)
{
    m_inTemplates = true;
    out << "{\"templates\":[";
    for (GeometryIndex g = 0; g < m_model.templates.geometries.size(); ++g) {
        out << (g > 0 ? "," : "");
        if (!geometry(out, m_model.templates, g)) { // a place holder: the numbers of the others must not shift
            out << R"({"type":"MultiSurface","lod":"0","boundaries":[]})";
        }
    }
    out << "],\"vertices-templates\":[";
    for (std::size_t i = 0; i < m_model.templateVertices.size(); ++i) {
        const std::array<double, 3> &v = m_model.templateVertices[i];
        out << (i > 0 ? ",[" : "[") << jsonNumber(v[0]) << ',' << jsonNumber(v[1]) << ',' << jsonNumber(v[2]) << ']';
    }
    out << "]}";
    m_inTemplates = false;
}

void CityJsonText::vertex(TextBuffer &out, std::uint32_t number) const
{
    const std::int32_t *v = m_model.vertices.xyz.data() + 3 * static_cast<std::size_t>(number);
    out << '[' << v[0] << ',' << v[1] << ',' << v[2] << ']';
}

void CityJsonText::localVertices(TextBuffer &out)
{
    out << '[';
    for (const std::uint32_t number : m_vertices.used()) {
        out << (out.last() == ']' ? "," : "");
        vertex(out, number);
    }
    out << ']';
}

} // namespace loci::formats
