// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlappearance.h"

#include "layers/domain/city/jsontext.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr std::size_t kMostThemes = 64; ///< each has arrays by surface

std::string_view withoutHash(std::string_view id)
{
    return id.starts_with('#') ? id.substr(1) : id;
}

/// "0.2" or "0.9 0.9 0.9" as numbers; broken ones end the list.
std::vector<double> numbersOf(std::string_view text)
{
    std::vector<double> numbers;
    const char *p = text.data();
    const char *end = p + text.size();
    while (p < end) {
        double number = 0;
        const auto [stop, error] = std::from_chars(p, end, number);
        if (error == std::errc() && std::isfinite(number)) {
            numbers.push_back(number);
        } else if (*p != ' ' && *p != '\n' && *p != '\t' && *p != '\r') {
            break;
        }
        p = stop > p ? stop : p + 1;
    }
    return numbers;
}

bool isTrue(std::string_view text)
{
    return text == "true" || text == "1";
}

template <class Theme>
Theme &themeNamed(std::vector<Theme> &themes, const std::string &name)
{
    const auto found = std::find_if(themes.begin(), themes.end(), [&](const Theme &t) { return t.name == name; });
    if (found != themes.end()) {
        return *found;
    }
    themes.emplace_back().name = name;
    return themes.back();
}

} // namespace

std::uint32_t GmlAppearance::themeNumber(std::string_view name)
{
    const auto found = std::find(m_themes.begin(), m_themes.end(), name);
    if (found != m_themes.end()) {
        return static_cast<std::uint32_t>(found - m_themes.begin());
    }
    if (m_themes.size() >= kMostThemes) {
        m_context.report(
            Severity::Warning, "textures",
            QCoreApplication::translate("loci::formats", "There are more than %1 themes; the others are left out.")
                .arg(kMostThemes));
        return kNone;
    }
    m_themes.emplace_back(name);
    return static_cast<std::uint32_t>(m_themes.size() - 1);
}

void GmlAppearance::read(GmlTree &tree, GmlNode appearance)
{
    const GmlNode themeElement = tree.child(appearance, "theme");
    const std::uint32_t theme = themeNumber(themeElement == kNoNode ? std::string_view() : tree.text(themeElement));
    if (theme == kNone) {
        return;
    }
    for (const GmlNode member : tree.children(appearance)) {
        const std::string &local = tree.name(member).local;
        if (local != "surfaceDataMember" && local != "surfaceData") {
            continue;
        }
        if (const std::string_view link = tree.href(member); !link.empty()) {
            const GmlNode target = tree.find(link);
            target == kNoNode ? static_cast<void>(++m_notCarried) : readData(tree, target, theme);
        }
        for (const GmlNode data : tree.children(member)) {
            readData(tree, data, theme);
        }
    }
}

void GmlAppearance::readData(GmlTree &tree, GmlNode data, std::uint32_t theme)
{
    const std::string &kind = tree.name(data).local;
    const GmlNode front = tree.child(data, "isFront");
    if (front != kNoNode && !isTrue(tree.text(front))) {
        ++m_notCarried;
    } else if (kind == "X3DMaterial") {
        readMaterial(tree, data, theme);
    } else if (kind == "ParameterizedTexture") {
        readTexture(tree, data, theme);
    } else {
        ++m_notCarried;
    }
}

void GmlAppearance::readMaterial(const GmlTree &tree, GmlNode data, std::uint32_t theme)
{
    Material material;
    std::string members;
    for (const GmlNode member : tree.children(data)) {
        const std::string &local = tree.name(member).local;
        const std::string_view text = tree.text(member);
        const std::vector<double> numbers = numbersOf(text);
        if (local.ends_with("Color") && numbers.size() == 3) {
            std::array<double, 3> colour{};
            for (std::size_t i = 0; i < 3; ++i) {
                colour[i] = std::clamp(numbers[i], 0.0, 1.0);
            }
            if (local == "diffuseColor") {
                material.diffuse = colour;
            }
            appendJsonMember(members, local,
                             '[' + jsonNumber(colour[0]) + ',' + jsonNumber(colour[1]) + ',' + jsonNumber(colour[2]) +
                                 ']');
        } else if ((local == "ambientIntensity" || local == "shininess" || local == "transparency") &&
                   numbers.size() == 1) {
            const double value = std::clamp(numbers[0], 0.0, 1.0);
            material.transparency = local == "transparency" ? value : material.transparency;
            appendJsonMember(members, local, jsonNumber(value));
        } else if (local == "isSmooth") {
            appendJsonMember(members, local, isTrue(text) ? "true" : "false");
        } else if (local == "name") {
            material.name = text;
        }
    }
    std::string json;
    appendJsonMember(json, "name", jsonString(material.name));
    json += members.empty() ? "" : ',' + members.substr(1);
    closeJsonObject(json);
    std::vector<Material> &all = m_context.model.materials;
    const auto [known, isNew] = m_materials.try_emplace(json, static_cast<std::uint32_t>(all.size()));
    if (isNew) {
        material.json = json;
        all.push_back(std::move(material));
    }
    for (const GmlNode member : tree.children(data)) {
        if (tree.name(member).local == "target" && !tree.text(member).empty()) {
            m_materialTargets.push_back({gmlIdHash(withoutHash(tree.text(member))), known->second, theme});
        }
    }
}

void GmlAppearance::readTexture(GmlTree &tree, GmlNode data, std::uint32_t theme)
{
    Texture texture;
    std::string others;
    for (const GmlNode member : tree.children(data)) {
        const std::string &local = tree.name(member).local;
        const std::string_view text = tree.text(member);
        if (local == "imageURI") {
            texture.image = text;
        } else if (local == "wrapMode" || local == "textureType") {
            appendJsonMember(others, local, jsonString(text));
        } else if (const std::vector<double> c = numbersOf(text); local == "borderColor" && c.size() >= 3) {
            std::string colour = "[";
            for (const double part : c) {
                colour += (colour.size() > 1 ? "," : "") + jsonNumber(std::clamp(part, 0.0, 1.0));
            }
            appendJsonMember(others, local, colour + ']');
        }
    }
    const std::size_t dot = texture.image.rfind('.');
    std::string ending = dot == std::string::npos ? std::string() : texture.image.substr(dot + 1);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    appendJsonMember(texture.json, "type", jsonString(ending == "JPEG" ? "JPG" : ending));
    appendJsonMember(texture.json, "image", jsonString(texture.image));
    texture.json += others.empty() ? "" : ',' + others.substr(1);
    closeJsonObject(texture.json);
    std::vector<Texture> &all = m_context.model.textures;
    const auto [known, isNew] = m_textures.try_emplace(texture.json, static_cast<std::uint32_t>(all.size()));
    if (isNew) {
        all.push_back(std::move(texture));
    }
    for (const GmlNode member : tree.children(data)) {
        const std::string &local = tree.name(member).local;
        if (local == "target" || local == "textureParameterization") {
            readTextureTargets(tree, member, known->second, theme);
        }
    }
}

void GmlAppearance::readTextureTargets(const GmlTree &tree, GmlNode node, std::uint32_t texture, std::uint32_t theme)
{
    if (!tree.href(node).empty()) {
        ++m_notCarried; // a parameterisation that another texture has
    }
    for (const GmlNode child : tree.children(node)) {
        const std::string &local = tree.name(child).local;
        if (local == "TexCoordList") {
            readCoordinates(tree, child, texture, theme);
        } else if (local == "TexCoordGen") {
            ++m_notCarried;
        } else {
            readTextureTargets(tree, child, texture, theme); // CityGML 3: TextureAssociation/textureParameterization
        }
    }
}

void GmlAppearance::readCoordinates(const GmlTree &tree, GmlNode list, std::uint32_t texture, std::uint32_t theme)
{
    std::vector<TextureTarget> found;
    std::size_t named = 0;
    for (const GmlNode member : tree.children(list)) {
        const std::string &local = tree.name(member).local;
        if (local == "textureCoordinates") {
            const std::span<const double> numbers = tree.numbers(member);
            TextureTarget target{0,
                                 texture,
                                 theme,
                                 static_cast<std::uint32_t>(m_uv.size()),
                                 static_cast<std::uint32_t>(numbers.size() / 2),
                                 tree.line(member)};
            for (const double number : numbers) {
                m_uv.push_back(static_cast<float>(number));
            }
            if (const std::string_view ring = tree.attribute(member, GmlAttribute::Ring); !ring.empty()) {
                target.ring = gmlIdHash(withoutHash(ring));
                ++named;
            }
            found.push_back(target);
        } else if (local == "ring" && named < found.size()) { // CityGML 3: beside the coordinates
            found[named++].ring = gmlIdHash(withoutHash(tree.text(member)));
        }
    }
    found.resize(std::min(found.size(), named));
    m_textureTargets.insert(m_textureTargets.end(), found.begin(), found.end());
}

void GmlAppearance::resolve(std::size_t firstSurface, std::size_t firstRing)
{
    std::erase_if(m_materialTargets, [&](const MaterialTarget &t) { return resolveMaterial(t, firstSurface); });
    std::erase_if(m_textureTargets, [&](const TextureTarget &t) { return resolveTexture(t, firstRing); });
    if (m_textureTargets.empty()) {
        m_uv.clear();
    }
}

bool GmlAppearance::resolveMaterial(const MaterialTarget &target, std::size_t first)
{
    const GmlIds::Entry key{target.id, 0, false, false, false};
    const auto from = m_ids.surfaces.begin() + static_cast<std::ptrdiff_t>(first);
    auto [entry, end] = std::equal_range(from, m_ids.surfaces.end(), key);
    const bool found = entry != end;
    for (; entry != end; ++entry) {
        CityModel &m = m_context.model;
        GeometryStore &store = entry->isTemplate ? m.templates : m.geometry;
        MaterialTheme &theme = themeNamed(store.materialThemes, m_themes[target.theme]);
        if (theme.surface.size() <= entry->index) {
            theme.surface.resize(store.surfaceCount(), kNone);
        }
        std::uint32_t &material = theme.surface[entry->index];
        material = material == kNone ? target.material : material;
    }
    return found;
}

bool GmlAppearance::resolveTexture(const TextureTarget &target, std::size_t first)
{
    const GmlIds::Entry key{target.ring, 0, false, false, false};
    const auto from = m_ids.rings.begin() + static_cast<std::ptrdiff_t>(first);
    auto [entry, end] = std::equal_range(from, m_ids.rings.end(), key);
    const bool found = entry != end;
    bool fits = true;
    for (; entry != end; ++entry) {
        fits = setTexture(target, *entry) && fits;
    }
    if (!fits) {
        m_context.report(Severity::Error, "textures",
                         QCoreApplication::translate(
                             "loci::formats", "A ring does not have one texture coordinate for each of its vertices."),
                         QStringLiteral("line %1").arg(target.line));
    }
    return found;
}

bool GmlAppearance::setTexture(const TextureTarget &target, const GmlIds::Entry &ring)
{
    CityModel &m = m_context.model;
    GeometryStore &store = ring.isTemplate ? m.templates : m.geometry;
    const std::size_t size = store.ring(ring.index).size();
    if (target.count != size && target.count != size + 1) {
        return false;
    }
    TextureTheme &theme = themeNamed(store.textureThemes, m_themes[target.theme]);
    if (theme.ringTexture.size() <= ring.index) {
        theme.ringTexture.resize(store.ringVertices.size() - 1, kNone);
        theme.ringUv.resize(store.ringVertices.size() - 1, 0);
    }
    if (theme.ringTexture[ring.index] != kNone) {
        return true; // stated twice: the first one stays
    }
    theme.ringTexture[ring.index] = target.texture;
    theme.ringUv[ring.index] = static_cast<std::uint32_t>(theme.uv.size());
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t source = target.uv + 2 * (ring.reversed ? size - 1 - i : i);
        theme.uv.push_back(static_cast<std::uint32_t>(m.textureVertices.size()));
        m.textureVertices.push_back({m_uv[source], m_uv[source + 1]});
    }
    return true;
}

void GmlAppearance::finish()
{
    m_context.currentObject.clear();
    const std::size_t missing = m_materialTargets.size() + m_textureTargets.size();
    if (missing > 0) {
        m_context.report(
            Severity::Warning, "appearance_target",
            QCoreApplication::translate("loci::formats", "%1 materials or textures are for surfaces that do not exist.")
                .arg(missing));
    }
    if (m_notCarried > 0) {
        m_context.report(Severity::Info, "appearance_not_carried",
                         QCoreApplication::translate(
                             "loci::formats", "%1 entries of the appearance are of kinds that are not carried over: "
                                              "georeferenced textures, texture coordinates by matrix, back sides.")
                             .arg(m_notCarried));
    }
    CityModel &m = m_context.model;
    if (!m.geometry.materialThemes.empty()) {
        m.defaultMaterialTheme = m.geometry.materialThemes.front().name;
    }
    if (!m.geometry.textureThemes.empty()) {
        m.defaultTextureTheme = m.geometry.textureThemes.front().name;
    }
}

} // namespace loci::formats
