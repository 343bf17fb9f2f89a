// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of CityJsonText: geometries and their appearance.
#include "layers/domain/city/jsonmembers.h"
#include "layers/domain/city/jsontext.h"
#include "layers/formats/export/cityjsontext.h"
#include "layers/formats/export/nestedtext.h"

#include <QCoreApplication>
#include <algorithm>
#include <charconv>
#include <numeric>

namespace loci::formats {

using namespace loci::city;

namespace {

std::string floatText(float value)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return {digits, end};
}

std::string materialJson(const Material &material)
{
    if (!material.json.empty()) {
        return material.json;
    }
    std::string text;
    appendJsonMember(text, "name", jsonString(material.name));
    if (material.diffuse) {
        const auto &c = *material.diffuse;
        appendJsonMember(text, "diffuseColor",
                         '[' + jsonNumber(c[0]) + ',' + jsonNumber(c[1]) + ',' + jsonNumber(c[2]) + ']');
    }
    if (material.transparency > 0) {
        appendJsonMember(text, "transparency", jsonNumber(material.transparency));
    }
    closeJsonObject(text);
    return text;
}

std::string textureJson(const Texture &texture, const std::string &image)
{
    if (!texture.json.empty()) {
        return image == texture.image
                   ? texture.json
                   : changedJsonMember(texture.json, "image", [&](std::string_view) { return jsonString(image); });
    }
    const bool jpeg =
        texture.image.ends_with("jpg") || texture.image.ends_with("jpeg") || texture.image.ends_with("JPG");
    std::string text;
    appendJsonMember(text, "type", jpeg ? "\"JPG\"" : "\"PNG\"");
    appendJsonMember(text, "image", jsonString(image));
    closeJsonObject(text);
    return text;
}

} // namespace

bool CityJsonText::geometry(TextBuffer &out, const GeometryStore &store, GeometryIndex number)
{
    const Geometry &geometry = store.geometries[number];
    if (geometry.instance != kNone || geometry.type == GeometryType::GeometryInstance) {
        return instance(out, geometry);
    }
    out << "{\"type\":\"" << geometryTypeName(geometry.type) << '"';
    if (geometry.lod != kNone) {
        out << ",\"lod\":" << jsonString(m_model.lodNames.at(geometry.lod));
    }
    boundaries(out, store, geometry);
    semantics(out, store, number);
    materials(out, store, geometry);
    textures(out, store, geometry);
    out << '}';
    return true;
}

bool CityJsonText::instance(TextBuffer &out, const Geometry &geometry)
{
    const Instance &item = geometry.instance == kNone ? Instance() : m_model.instances[geometry.instance];
    if (item.templateGeometry >= m_model.templates.geometries.size() ||
        item.referenceVertex >= m_model.vertices.size()) {
        drop(geometry, QCoreApplication::translate("loci::formats", "an instance without template or point"));
        return false;
    }
    out << "{\"type\":\"GeometryInstance\",\"template\":" << item.templateGeometry << ",\"boundaries\":["
        << m_vertices(item.referenceVertex) << "],\"transformationMatrix\":[";
    for (std::size_t i = 0; i < item.matrix.size(); ++i) {
        out << (i > 0 ? "," : "") << jsonNumber(item.matrix[i]);
    }
    out << "]}";
    return true;
}

void CityJsonText::boundaries(TextBuffer &out, const GeometryStore &store, const Geometry &geometry)
{
    const auto writeRing = [&](std::uint32_t r) {
        out << '[';
        bool first = true;
        for (const std::uint32_t id : store.ring(r)) {
            if (!first) {
                out << ',';
            }
            first = false;
            out << numbered(m_vertices, id);
        }
        out << ']';
    };
    int lost = 0;
    for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
        lost += isWritten(store, s) ? 0 : 1;
    }
    drop(geometry, QCoreApplication::translate("loci::formats", "a surface without vertices"), lost);
    out << ",\"boundaries\":";
    writeNested(out, store, geometry, [&](SurfaceIndex s) {
        const std::uint32_t ring = store.rings(s).begin;
        if (geometry.type == GeometryType::MultiPoint) {
            out << numbered(m_vertices, store.ring(ring).front());
        } else if (geometry.type == GeometryType::MultiLineString) {
            writeRing(ring);
        } else {
            writeRings(out, store, s, writeRing);
        }
    });
}

void CityJsonText::semantics(TextBuffer &out, const GeometryStore &store, GeometryIndex number)
{
    const Geometry &geometry = store.geometries[number];
    const IndexRange range = (&store == &m_model.templates ? m_templateSemantics : m_semantics)[number];
    if (range.isEmpty()) {
        return;
    }
    out << ",\"semantics\":{\"surfaces\":[";
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const SemanticSurface &surface = store.semantics[i];
        out << (i > range.begin ? ",{" : "{") << "\"type\":"
            << (surface.type == kNone ? std::string("\"\"") : jsonString(m_model.typeNames.at(surface.type)));
        if (range.contains(surface.parent)) {
            out << ",\"parent\":" << surface.parent - range.begin;
        }
        if (surface.attributes.size() > 2) {
            const std::string text = compact(std::string(surface.attributes));
            if (text.size() > 2) {
                out << ',' << std::string_view(text).substr(1, text.size() - 2);
            } else if (text.empty()) {
                drop(geometry, QCoreApplication::translate("loci::formats", "damaged attributes of a surface"));
            }
        }
        out << '}';
    }
    out << "],\"values\":";
    writeNested(out, store, geometry, [&](SurfaceIndex s) {
        const std::uint32_t semantic = store.surfaceSemantic[s];
        range.contains(semantic) ? out << semantic - range.begin : out << "null";
    });
    out << '}';
}

void CityJsonText::materials(TextBuffer &out, const GeometryStore &store, const Geometry &geometry)
{
    bool any = false;
    for (const MaterialTheme &theme : store.materialThemes) {
        const auto of = [&](SurfaceIndex s) { return s < theme.surface.size() ? theme.surface[s] : kNone; };
        bool used = false, one = true;
        for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            used = used || of(s) != kNone;
            one = one && of(s) == of(geometry.surfaces.begin);
        }
        if (!used) {
            continue;
        }
        out << (any ? "," : ",\"material\":{") << jsonString(theme.name);
        any = true;
        if (one) {
            out << ":{\"value\":" << numbered(m_materials, of(geometry.surfaces.begin)) << '}';
            continue;
        }
        out << ":{\"values\":";
        writeNested(out, store, geometry,
                    [&](SurfaceIndex s) { of(s) == kNone ? out << "null" : out << numbered(m_materials, of(s)); });
        out << '}';
    }
    out << (any ? "}" : "");
}

void CityJsonText::textures(TextBuffer &out, const GeometryStore &store, const Geometry &geometry)
{
    bool any = false;
    for (const TextureTheme &theme : store.textureThemes) {
        const auto of = [&](std::uint32_t r) { return r < theme.ringTexture.size() ? theme.ringTexture[r] : kNone; };
        const std::uint32_t firstRing = store.surfaceRings[geometry.surfaces.begin];
        const std::uint32_t lastRing = store.surfaceRings[geometry.surfaces.end];
        bool used = false;
        for (std::uint32_t r = firstRing; r < lastRing && !used; ++r) {
            used = of(r) != kNone;
        }
        if (!used) {
            continue;
        }
        out << (any ? "," : ",\"texture\":{") << jsonString(theme.name) << ":{\"values\":";
        any = true;
        writeNested(out, store, geometry, [&](SurfaceIndex s) {
            writeRings(out, store, s, [&](std::uint32_t r) {
                if (of(r) == kNone) {
                    out << "[null]";
                    return;
                }
                out << '[' << numbered(m_textures, of(r));
                for (std::size_t i = 0; i < store.ring(r).size(); ++i) {
                    out << ',' << numbered(m_uv, theme.uv[theme.ringUv[r] + i]);
                }
                out << ']';
            });
        });
        out << '}';
    }
    out << (any ? "}" : "");
}

void CityJsonText::appearance(TextBuffer &out, const std::vector<std::uint32_t> &materials,
                              const std::vector<std::uint32_t> &textures, const std::vector<std::uint32_t> &uv)
{
    out << '{';
    const auto next = [&out] { out << (out.last() == '{' ? "" : ","); };
    if (!materials.empty()) {
        out << "\"materials\":[";
        for (const std::uint32_t i : materials) {
            const std::string text = compact(materialJson(m_model.materials[i]));
            out << (out.last() == '[' ? "" : ",") << (text.empty() ? "{\"name\":\"\"}" : text);
        }
        out << ']';
    }
    if (!textures.empty()) {
        next();
        out << "\"textures\":[";
        for (const std::uint32_t i : textures) {
            const std::string text = compact(textureJson(m_model.textures[i], m_image(i)));
            out << (out.last() == '[' ? "" : ",") << (text.empty() ? R"({"type":"PNG","image":""})" : text);
        }
        out << ']';
    }
    if (!uv.empty()) {
        next();
        out << "\"vertices-texture\":[";
        for (const std::uint32_t i : uv) {
            const std::array<float, 2> &at = m_model.textureVertices[i];
            out << (out.last() == '[' ? "[" : ",[") << floatText(at[0]) << ',' << floatText(at[1]) << ']';
        }
        out << ']';
    }
    const auto theme = [&](const char *key, const std::string &name) {
        if (!name.empty()) {
            next();
            out << '"' << key << "\":" << jsonString(name);
        }
    };
    theme("default-theme-material", m_model.defaultMaterialTheme);
    theme("default-theme-texture", m_model.defaultTextureTheme);
    out << '}';
}

void CityJsonText::wholeAppearance(TextBuffer &out)
{
    const auto all = [](std::size_t count) {
        std::vector<std::uint32_t> numbers(count);
        std::iota(numbers.begin(), numbers.end(), 0U);
        return numbers;
    };
    appearance(out, all(m_model.materials.size()), all(m_model.textures.size()), all(m_model.textureVertices.size()));
}

bool CityJsonText::localAppearance(TextBuffer &out)
{
    if (m_materials.used().empty() && m_textures.used().empty()) {
        return false;
    }
    appearance(out, m_materials.used(), m_textures.used(), m_uv.used());
    return true;
}

} // namespace loci::formats
