// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/appearancelinker.h"

#include "layers/domain/city/modelfindings.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace loci::formats {

using namespace loci::city;

namespace {

std::size_t ringsOf(const GeometryStore &store)
{
    return store.ringVertices.size() - 1;
}

bool readColour(simdjson::ondemand::value value, std::array<double, 3> &colour)
{
    simdjson::ondemand::array parts;
    if (value.get_array().get(parts)) {
        return false;
    }
    std::size_t count = 0;
    for (auto part : parts) {
        double number = 0;
        if (count == 3 || part.get_double().get(number)) {
            return false;
        }
        colour[count++] = std::clamp(number, 0.0, 1.0);
    }
    return count == 3;
}

Material materialFrom(std::string_view json, simdjson::ondemand::object object)
{
    Material material;
    material.json = json;
    for (auto member : object) {
        simdjson::ondemand::raw_json_string key;
        simdjson::ondemand::value value;
        if (member.key().get(key) || member.value().get(value)) {
            break;
        }
        std::string_view name;
        std::array<double, 3> colour{};
        double number = 0;
        if (key == "name" && !value.get_string().get(name)) {
            material.name = name;
        } else if (key == "diffuseColor" && readColour(value, colour)) {
            material.diffuse = colour;
        } else if (key == "transparency" && !value.get_double().get(number)) {
            material.transparency = std::clamp(number, 0.0, 1.0);
        }
    }
    return material;
}

} // namespace

void AppearanceLinker::begin()
{
    const CityModel &m = m_context.model;
    m_model = {m.geometry.surfaceCount(), ringsOf(m.geometry)};
    m_templates = {m.templates.surfaceCount(), ringsOf(m.templates)};
    m_ownMaterials = m_ownTextures = m_ownUv = false;
    m_materials.clear();
    m_textures.clear();
}

void AppearanceLinker::read(std::string_view raw)
{
    m_context.currentObject.clear();
    simdjson::ondemand::document document;
    simdjson::ondemand::object members;
    bool good = !m_parser.iterate(raw.data(), raw.size(), raw.size() + simdjson::SIMDJSON_PADDING).get(document) &&
                !document.get_object().get(members);
    if (good) {
        for (auto member : members) {
            simdjson::ondemand::raw_json_string key;
            simdjson::ondemand::value value;
            if (member.key().get(key) || member.value().get(value)) {
                good = false;
                break;
            }
            simdjson::ondemand::array list;
            std::string_view string;
            if (key == "materials" && !value.get_array().get(list)) {
                readMaterials(list);
            } else if (key == "textures" && !value.get_array().get(list)) {
                readTextures(list);
            } else if (key == "vertices-texture" && !value.get_array().get(list) && !list.raw_json().get(string)) {
                readTextureVertices(string);
            } else if (key == "default-theme-material" && !value.get_string().get(string)) {
                m_context.model.defaultMaterialTheme = string;
            } else if (key == "default-theme-texture" && !value.get_string().get(string)) {
                m_context.model.defaultTextureTheme = string;
            }
        }
    }
    if (!good) {
        m_context.report(Severity::Error, "json_syntax",
                         QCoreApplication::translate("loci::formats",
                                                     "The appearance is damaged; what could be read of it was kept."),
                         QStringLiteral("/appearance"));
    }
}

void AppearanceLinker::readMaterials(simdjson::ondemand::array list)
{
    m_ownMaterials = true;
    CityModel &m = m_context.model;
    for (auto item : list) {
        simdjson::ondemand::object object;
        std::string_view json;
        if (item.get_object().get(object) || object.raw_json().get(json)) {
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats", "A material is no JSON object."),
                             QStringLiteral("/appearance/materials"));
            return;
        }
        const auto next = static_cast<std::uint32_t>(m.materials.size());
        if (!m_first) {
            const auto [known, isNew] = m_knownMaterials.try_emplace(std::string(json), next);
            if (!isNew) {
                m_materials.push_back(known->second);
                continue;
            }
        }
        if (object.reset().error()) {
            return;
        }
        m.materials.push_back(materialFrom(json, object));
        m_materials.push_back(next);
    }
}

void AppearanceLinker::readTextures(simdjson::ondemand::array list)
{
    m_ownTextures = true;
    CityModel &m = m_context.model;
    for (auto item : list) {
        simdjson::ondemand::object object;
        std::string_view json, image;
        if (item.get_object().get(object) || object.raw_json().get(json)) {
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats", "A texture is no JSON object."),
                             QStringLiteral("/appearance/textures"));
            return;
        }
        const auto next = static_cast<std::uint32_t>(m.textures.size());
        if (!m_first) {
            const auto [known, isNew] = m_knownTextures.try_emplace(std::string(json), next);
            if (!isNew) {
                m_textures.push_back(known->second);
                continue;
            }
        }
        Texture texture;
        texture.json = json;
        if (!object.reset().error() && !object.find_field("image").get_string().get(image)) {
            texture.image = image;
        }
        m.textures.push_back(std::move(texture));
        m_textures.push_back(next);
    }
}

void AppearanceLinker::readTextureVertices(std::string_view raw)
{
    m_ownUv = true;
    m_uvBase = static_cast<std::uint32_t>(m_context.model.textureVertices.size());
    std::array<float, 2> uv{};
    std::size_t part = 0;
    const char *p = raw.data();
    const char *end = p + raw.size();
    while (p < end) {
        const char c = *p;
        if (c == '-' || (c >= '0' && c <= '9')) {
            double number = 0;
            const auto [stop, error] = std::from_chars(p, end, number);
            if (part < 2) {
                uv[part] = error == std::errc() ? static_cast<float>(number) : 0.0F;
            }
            ++part;
            p = stop > p ? stop : p + 1;
            continue;
        }
        if (c == '[') {
            part = 0;
        } else if (c == ']' && part > 0) {
            m_context.model.textureVertices.push_back(uv);
            part = 0;
        }
        ++p;
    }
    m_uvCount = static_cast<std::uint32_t>(m_context.model.textureVertices.size()) - m_uvBase;
}

void AppearanceLinker::end()
{
    CityModel &m = m_context.model;
    const auto identity = [](std::vector<std::uint32_t> &numbers, std::size_t count) {
        numbers.resize(count);
        std::iota(numbers.begin(), numbers.end(), 0U);
    };
    if (!m_ownMaterials) { // a feature without its own means the header's
        identity(m_materials, m.materials.size());
    }
    if (!m_ownTextures) {
        identity(m_textures, m.textures.size());
    }
    if (!m_ownUv) {
        m_uvBase = 0;
        m_uvCount = static_cast<std::uint32_t>(m.textureVertices.size());
    }
    link(m.geometry, m_model);
    link(m.templates, m_templates);
    if (m_first) {
        for (std::uint32_t i = 0; i < m.materials.size(); ++i) {
            m_knownMaterials.try_emplace(m.materials[i].json, i);
        }
        for (std::uint32_t i = 0; i < m.textures.size(); ++i) {
            m_knownTextures.try_emplace(m.textures[i].json, i);
        }
    }
    m_first = false;
}

void AppearanceLinker::link(GeometryStore &store, const Mark &mark)
{
    linkMaterials(store, mark.surfaces);
    linkTextures(store, mark.rings);
}

void AppearanceLinker::reportOnce(bool &reported, const char *code, const QString &message, const GeometryStore &store,
                                  std::size_t surface)
{
    if (reported) {
        return;
    }
    reported = true;
    const ObjectIndex object = store.geometries[store.surfaceGeometry[surface]].object;
    m_context.currentObject = object == kNone ? std::string() : m_context.model.objectIds[object];
    m_context.report(
        Severity::Error, code, message,
        geometryWhere(m_context.model, store, store.surfaceGeometry[surface], static_cast<SurfaceIndex>(surface)));
}

void AppearanceLinker::linkMaterials(GeometryStore &store, std::size_t first)
{
    GeometryIndex reportedGeometry = kNone; // one finding a geometry is enough
    for (MaterialTheme &theme : store.materialThemes) {
        for (std::size_t s = first; s < theme.surface.size(); ++s) {
            std::uint32_t &number = theme.surface[s];
            if (number == kNone) {
                continue;
            }
            if (number < m_materials.size()) {
                number = m_materials[number];
                continue;
            }
            bool reported = store.surfaceGeometry[s] == reportedGeometry;
            reportedGeometry = store.surfaceGeometry[s];
            reportOnce(reported, "materials",
                       QCoreApplication::translate("loci::formats", "Material %1 does not exist.").arg(number), store,
                       s);
            number = kNone;
        }
    }
}

void AppearanceLinker::linkTextures(GeometryStore &store, std::size_t first)
{
    GeometryIndex reportedGeometry = kNone;
    for (TextureTheme &theme : store.textureThemes) {
        for (std::size_t r = first; r < theme.ringTexture.size(); ++r) {
            std::uint32_t &number = theme.ringTexture[r];
            if (number == kNone) {
                continue;
            }
            const std::size_t count = store.ring(static_cast<std::uint32_t>(r)).size();
            const auto uv = theme.uv.begin() + theme.ringUv[r];
            const bool textureKnown = number < m_textures.size();
            const bool uvKnown = std::all_of(uv, uv + static_cast<std::ptrdiff_t>(count),
                                             [this](std::uint32_t i) { return i < m_uvCount; });
            if (textureKnown && uvKnown) {
                number = m_textures[number];
                std::for_each(uv, uv + static_cast<std::ptrdiff_t>(count), [this](std::uint32_t &i) { i += m_uvBase; });
                continue;
            }
            const auto next =
                std::upper_bound(store.surfaceRings.begin(), store.surfaceRings.end(), static_cast<std::uint32_t>(r));
            const auto surface = static_cast<std::size_t>(next - store.surfaceRings.begin()) - 1;
            bool reported = store.surfaceGeometry[surface] == reportedGeometry;
            reportedGeometry = store.surfaceGeometry[surface];
            reportOnce(reported, "textures",
                       textureKnown
                           ? QCoreApplication::translate("loci::formats", "A texture coordinate does not exist.")
                           : QCoreApplication::translate("loci::formats", "Texture %1 does not exist.").arg(number),
                       store, surface);
            number = kNone;
        }
    }
}

} // namespace loci::formats
