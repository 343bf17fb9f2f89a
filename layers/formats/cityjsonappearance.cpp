// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of CityJsonGeometry: semantics, materials and textures of the surfaces.
#include "layers/domain/city/jsontext.h"
#include "layers/formats/cityjsongeometry.h"

#include <algorithm>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr std::size_t kMostThemes = 64;

QString tooManyThemes()
{
    return QCoreApplication::translate("loci::formats", "There are more than %1 themes; the others are left out.")
        .arg(kMostThemes);
}

bool hasSolids(GeometryType type)
{
    return type == GeometryType::MultiSolid || type == GeometryType::CompositeSolid;
}

template <class Theme>
Theme &themeNamed(std::vector<Theme> &themes, std::string_view name)
{
    const auto found = std::find_if(themes.begin(), themes.end(), [&](const Theme &t) { return t.name == name; });
    if (found != themes.end()) {
        return *found;
    }
    if (themes.size() >= kMostThemes) {
        return themes.back(); // another one: each has arrays by surface, and a broken file might name thousands
    }
    themes.emplace_back().name = name;
    return themes.back();
}

std::string_view trimmed(std::string_view raw)
{
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\n' || raw.back() == '\r' || raw.back() == '\t')) {
        raw.remove_suffix(1);
    }
    return raw;
}

} // namespace

template <class Each>
bool CityJsonGeometry::eachShell(NestedArray &array, const Geometry &geometry, Each each)
{
    // `each` reads the list of one shell's surfaces; null may stand in place of any list.
    if (array.null()) {
        return true;
    }
    if (geometry.type != GeometryType::Solid && !hasSolids(geometry.type)) {
        return each(geometry.surfaces);
    }
    std::uint32_t shell = geometry.shells.begin;
    const auto oneShell = [&] { return shell < geometry.shells.end && each(m_store->shells[shell++].surfaces); };
    if (geometry.type == GeometryType::Solid) {
        return array.list(oneShell) && shell == geometry.shells.end;
    }
    std::uint32_t solid = 0;
    const auto oneSolid = [&] {
        const auto inSolid = [&] { return shell < geometry.shells.end && m_store->shells[shell].solid == solid; };
        bool good = true;
        if (array.null()) {
            while (inSolid()) {
                ++shell;
            }
        } else {
            good = array.list([&] { return inSolid() && oneShell(); }) && !inSolid();
        }
        ++solid;
        return good;
    };
    return array.list(oneSolid) && shell == geometry.shells.end;
}

template <class Sink>
bool CityJsonGeometry::spread(NestedArray &array, const Geometry &geometry, Sink sink)
{
    return eachShell(array, geometry,
                     [&](IndexRange surfaces) {
                         if (array.null()) {
                             return true;
                         }
                         SurfaceIndex s = surfaces.begin;
                         return array.list([&] {
                             std::int64_t value = 0;
                             if (s >= surfaces.end) {
                                 return false;
                             }
                             if (array.integer(value)) {
                                 sink(s, value);
                             } else if (!array.null()) {
                                 return false;
                             }
                             ++s;
                             return true;
                         }) && s == surfaces.end;
                     }) &&
           array.atEnd();
}

void CityJsonGeometry::addSemantics(const RawGeometry &raw, const Geometry &geometry)
{
    if (raw.semantics.empty() || raw.semantics == "null") {
        return;
    }
    simdjson::ondemand::document document;
    simdjson::ondemand::object members;
    const auto first = static_cast<std::uint32_t>(m_store->semantics.size());
    std::string_view values;
    bool readable = !open(raw.semantics, document) && !document.get_object().get(members);
    if (readable) {
        for (auto member : members) {
            simdjson::ondemand::raw_json_string key;
            simdjson::ondemand::value value;
            if (member.key().get(key) || member.value().get(value)) {
                readable = false;
                break;
            }
            simdjson::ondemand::array list;
            if (key == "surfaces") {
                readable = !value.get_array().get(list) && readSemanticSurfaces(list) && readable;
            } else if (key == "values") {
                readable = !simdjson::to_json_string(value).get(values) && readable;
            }
        }
    }
    const auto count = static_cast<std::int64_t>(m_store->semantics.size() - first);
    if (!readable || values.empty()) {
        m_context.report(Severity::Error, "semantics_arrays",
                         QCoreApplication::translate("loci::formats", "The semantics of a geometry cannot be read."));
        return;
    }
    bool inRange = true;
    NestedArray array(trimmed(values));
    const bool shaped = spread(array, geometry, [&](SurfaceIndex s, std::int64_t value) {
        if (value >= 0 && value < count) {
            m_store->surfaceSemantic[s] = first + static_cast<std::uint32_t>(value);
        } else {
            inRange = false;
        }
    });
    if (!shaped) {
        m_context.report(Severity::Error, "semantics_arrays",
                         QCoreApplication::translate("loci::formats",
                                                     "The semantic values do not have the shape of the boundaries."));
    }
    if (!inRange) {
        m_context.report(Severity::Error, "semantics_arrays",
                         QCoreApplication::translate("loci::formats",
                                                     "A semantic value points to a surface that is not in the list."));
    }
}

bool CityJsonGeometry::readSemanticSurfaces(simdjson::ondemand::array surfaces)
{
    const auto first = static_cast<std::uint32_t>(m_store->semantics.size());
    for (auto item : surfaces) {
        simdjson::ondemand::object surface;
        if (item.get_object().get(surface)) {
            return false;
        }
        readSemanticSurface(surface, first);
    }
    for (std::size_t s = first; s < m_store->semantics.size(); ++s) {
        SemanticSurface &surface = m_store->semantics[s];
        if (surface.parent != kNone && surface.parent >= m_store->semantics.size()) {
            surface.parent = kNone;
            m_context.report(
                Severity::Error, "semantics_arrays",
                QCoreApplication::translate("loci::formats", "The parent of a semantic surface is not in the list."));
        }
    }
    return true;
}

void CityJsonGeometry::readSemanticSurface(simdjson::ondemand::object object, std::uint32_t first)
{
    SemanticSurface surface;
    std::string attributes;
    for (auto member : object) {
        std::string_view key, raw;
        simdjson::ondemand::value value;
        std::int64_t parent = 0;
        if (member.unescaped_key().get(key) || member.value().get(value)) {
            break;
        }
        if (key == "type") {
            std::string_view type;
            if (!value.get_string().get(type)) {
                surface.type = m_context.model.typeNames.intern(type);
            }
        } else if (key == "parent" && !value.get_int64().get(parent)) {
            surface.parent =
                parent >= 0 && parent < 0x7fffffff ? first + static_cast<std::uint32_t>(parent) : 0x7fffffffU;
        } else if (!simdjson::to_json_string(value).get(raw)) {
            appendJsonMember(attributes, key, trimmed(raw));
        }
    }
    closeJsonObject(attributes);
    surface.attributes = attributes;
    if (surface.type == kNone) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats", "A semantic surface has no type."));
    }
    m_store->semantics.push_back(std::move(surface));
}

void CityJsonGeometry::addMaterials(const RawGeometry &raw, const Geometry &geometry)
{
    if (raw.material.empty() || raw.material == "null") {
        return;
    }
    simdjson::ondemand::document document;
    simdjson::ondemand::object themes;
    if (open(raw.material, document) || document.get_object().get(themes)) {
        m_context.report(Severity::Error, "materials",
                         QCoreApplication::translate("loci::formats", "The materials of a geometry cannot be read."));
        return;
    }
    for (auto member : themes) {
        std::string_view name;
        simdjson::ondemand::object theme;
        if (member.unescaped_key().get(name) || member.value().get_object().get(theme)) {
            m_context.report(
                Severity::Error, "materials",
                QCoreApplication::translate("loci::formats", "The materials of a geometry cannot be read."));
            return;
        }
        addMaterialTheme(name, theme, geometry);
    }
}

void CityJsonGeometry::addMaterialTheme(std::string_view name, simdjson::ondemand::object members,
                                        const Geometry &geometry)
{
    MaterialTheme &materials = themeNamed(m_store->materialThemes, name);
    if (materials.name != name) {
        m_context.report(Severity::Error, "materials", tooManyThemes());
        return;
    }
    std::vector<std::uint32_t> &numbers = materials.surface;
    const auto setNumber = [&](SurfaceIndex s, std::int64_t value) {
        if (numbers.size() <= s) {
            numbers.resize(s + 1, kNone);
        }
        numbers[s] = value >= 0 && value < 0x7fffffff ? static_cast<std::uint32_t>(value) : 0x7fffffffU;
    };
    bool good = true;
    bool any = false;
    for (auto member : members) {
        simdjson::ondemand::raw_json_string key;
        simdjson::ondemand::value value;
        if (member.key().get(key) || member.value().get(value)) {
            good = false;
            break;
        }
        std::string_view raw;
        std::int64_t number = 0;
        if (key == "value") {
            any = true;
            if (!value.get_int64().get(number)) {
                for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                    setNumber(s, number);
                }
            } else {
                bool null = false;
                good = !value.is_null().get(null) && null && good;
            }
        } else if (key == "values") {
            any = true;
            good = !simdjson::to_json_string(value).get(raw) && good;
            NestedArray array(trimmed(raw));
            good = good && spread(array, geometry, setNumber);
        }
    }
    if (!good || !any) {
        m_context.report(Severity::Error, "materials",
                         QCoreApplication::translate("loci::formats",
                                                     "The material values do not have the shape of the boundaries."));
    }
}

void CityJsonGeometry::addTextures(const RawGeometry &raw, const Geometry &geometry)
{
    if (raw.texture.empty() || raw.texture == "null") {
        return;
    }
    simdjson::ondemand::document document;
    simdjson::ondemand::object themes;
    if (open(raw.texture, document) || document.get_object().get(themes)) {
        m_context.report(Severity::Error, "textures",
                         QCoreApplication::translate("loci::formats", "The textures of a geometry cannot be read."));
        return;
    }
    for (auto member : themes) {
        std::string_view name, values;
        simdjson::ondemand::object theme;
        simdjson::ondemand::value value;
        if (member.unescaped_key().get(name) || member.value().get_object().get(theme) ||
            theme.find_field("values").get(value) || simdjson::to_json_string(value).get(values)) {
            m_context.report(
                Severity::Error, "textures",
                QCoreApplication::translate("loci::formats", "The textures of a geometry cannot be read."));
            return;
        }
        addTextureTheme(name, trimmed(values), geometry);
    }
}

void CityJsonGeometry::addTextureTheme(std::string_view name, std::string_view values, const Geometry &geometry)
{
    TextureTheme &theme = themeNamed(m_store->textureThemes, name);
    if (theme.name != name) {
        m_context.report(Severity::Error, "textures", tooManyThemes());
        return;
    }
    theme.ringTexture.resize(m_store->ringVertices.size() - 1, kNone);
    theme.ringUv.resize(m_store->ringVertices.size() - 1, 0);
    NestedArray array(values);
    bool lengths = true;
    const bool shaped =
        eachShell(array, geometry,
                  [&](IndexRange surfaces) {
                      if (array.null()) {
                          return true;
                      }
                      SurfaceIndex s = surfaces.begin;
                      return array.list([&] {
                          if (s >= surfaces.end) {
                              return false;
                          }
                          const IndexRange rings = m_store->rings(s++);
                          std::uint32_t ring = rings.begin;
                          return array.null() || (array.list([&] {
                                     return ring < rings.end && readRingTexture(array, ring++, theme, lengths);
                                 }) && ring == rings.end);
                      }) && s == surfaces.end;
                  }) &&
        array.atEnd();
    if (!shaped) {
        m_context.report(Severity::Error, "textures",
                         QCoreApplication::translate("loci::formats",
                                                     "The texture values do not have the shape of the boundaries."));
    }
    if (!lengths) {
        m_context.report(Severity::Error, "textures",
                         QCoreApplication::translate(
                             "loci::formats", "A ring does not have one texture coordinate for each of its vertices."));
    }
}

bool CityJsonGeometry::readRingTexture(NestedArray &array, std::uint32_t ring, TextureTheme &theme, bool &lengths)
{
    if (array.null()) {
        return true;
    }
    const auto firstUv = static_cast<std::uint32_t>(theme.uv.size());
    std::uint32_t texture = kNone;
    std::size_t count = 0;
    const bool good = array.list([&] {
        std::int64_t number = 0;
        const bool isNumber = array.integer(number);
        if (!isNumber && !array.null()) {
            return false;
        }
        const std::uint32_t index = !isNumber                            ? kNone
                                    : number >= 0 && number < 0x7fffffff ? static_cast<std::uint32_t>(number)
                                                                         : 0x7fffffffU;
        if (count++ == 0) {
            texture = index;
        } else {
            theme.uv.push_back(index);
        }
        return true;
    });
    const std::size_t wanted = m_store->ring(ring).size();
    if (good && texture != kNone && count == wanted + 1) {
        theme.ringTexture[ring] = texture;
        theme.ringUv[ring] = firstUv;
        return true;
    }
    theme.uv.resize(firstUv);
    lengths = lengths && (!good || texture == kNone);
    return good;
}

} // namespace loci::formats
