// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachehead.h"

#include "layers/formats/modelcache/bytestream.h"

#include <QCoreApplication>
#include <cmath>

namespace loci::formats::modelcache {

namespace {

using city::AttributeColumn;

std::vector<std::string> namesOf(const city::StringPool &pool)
{
    std::vector<std::string> names;
    for (std::uint32_t n = 0; n < pool.size(); ++n) {
        names.emplace_back(pool.at(n));
    }
    return names;
}

ThemeNames themesOf(const city::GeometryStore &store)
{
    ThemeNames names;
    for (const city::MaterialTheme &theme : store.materialThemes) {
        names.materials.push_back(theme.name);
    }
    for (const city::TextureTheme &theme : store.textureThemes) {
        names.textures.push_back(theme.name);
    }
    return names;
}

ByteWriter &operator<<(ByteWriter &out, const std::vector<std::string> &texts)
{
    out << static_cast<std::uint32_t>(texts.size());
    for (const std::string &text : texts) {
        out << std::string_view(text);
    }
    return out;
}

ByteReader &operator>>(ByteReader &in, std::vector<std::string> &texts)
{
    texts.resize(in.count());
    for (std::string &text : texts) {
        in >> text;
    }
    return in;
}

ByteWriter &operator<<(ByteWriter &out, const Box3 &box)
{
    return out << box.min.x << box.min.y << box.min.z << box.max.x << box.max.y << box.max.z;
}

ByteReader &operator>>(ByteReader &in, Box3 &box)
{
    return in >> box.min.x >> box.min.y >> box.min.z >> box.max.x >> box.max.y >> box.max.z;
}

void fill(city::StringPool &pool, const std::vector<std::string> &names)
{
    for (const std::string &name : names) {
        pool.intern(name);
    }
}

} // namespace

CacheHead CacheHead::of(const city::CityModel &m)
{
    CacheHead head;
    head.language = languageProbe();
    head.format = m.format;
    head.version = m.version;
    head.crsText = m.crsText;
    head.crs = m.crs;
    head.metadata = m.metadata;
    head.extensions = m.extensions;
    head.otherMembers = m.otherMembers;
    head.extent = m.extent;
    head.scale = m.vertices.scale;
    head.translate = m.vertices.translate;
    head.defaultMaterialTheme = m.defaultMaterialTheme;
    head.defaultTextureTheme = m.defaultTextureTheme;
    head.typeNames = namesOf(m.typeNames);
    head.lodNames = namesOf(m.lodNames);
    for (const auto &column : m.attributes.columns()) {
        head.columns.push_back({column->name(), column->kind()});
    }
    head.themes = {themesOf(m.geometry), themesOf(m.templates)};
    return head;
}

void CacheHead::apply(city::CityModel &m) const
{
    m.format = format;
    m.version = version;
    m.crsText = crsText;
    m.crs = crs;
    m.metadata = metadata;
    m.extensions = extensions;
    m.otherMembers = otherMembers;
    m.extent = extent;
    m.vertices.scale = scale;
    m.vertices.translate = translate;
    m.defaultMaterialTheme = defaultMaterialTheme;
    m.defaultTextureTheme = defaultTextureTheme;
    fill(m.typeNames, typeNames);
    fill(m.lodNames, lodNames);
}

std::string CacheHead::toBytes() const
{
    ByteWriter out;
    out << language << format << version << crsText << crs.value();
    out << std::string_view(metadata) << std::string_view(extensions) << std::string_view(otherMembers) << extent;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        out << scale[axis] << translate[axis];
    }
    out << std::string_view(defaultMaterialTheme) << std::string_view(defaultTextureTheme) << typeNames << lodNames;
    out << static_cast<std::uint32_t>(columns.size());
    for (const ColumnHead &column : columns) {
        out << std::string_view(column.name) << column.kind;
    }
    for (const ThemeNames &names : themes) {
        out << names.materials << names.textures;
    }
    return out.bytes();
}

std::optional<CacheHead> CacheHead::fromBytes(std::string_view bytes)
{
    ByteReader in(bytes);
    CacheHead head;
    int epsg = 0;
    in >> head.language >> head.format >> head.version >> head.crsText >> epsg;
    head.crs = EpsgCode(epsg);
    in >> head.metadata >> head.extensions >> head.otherMembers >> head.extent;
    bool sane = true;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        in >> head.scale[axis] >> head.translate[axis];
        sane = sane && std::isfinite(head.scale[axis]) && std::isfinite(head.translate[axis]);
    }
    in >> head.defaultMaterialTheme >> head.defaultTextureTheme >> head.typeNames >> head.lodNames;
    head.columns.resize(in.count());
    for (ColumnHead &column : head.columns) {
        in >> column.name >> column.kind;
        sane = sane && column.kind <= AttributeColumn::Kind::Json;
    }
    for (ThemeNames &names : head.themes) {
        in >> names.materials >> names.textures;
    }
    return in.good() && in.atEnd() && sane ? std::optional(std::move(head)) : std::nullopt;
}

QString languageProbe()
{
    return QCoreApplication::translate("loci::formats", "The id is used more than once.");
}

std::string toBytes(const Findings &findings, const QString &sourcePath)
{
    ByteWriter out;
    out << static_cast<std::uint32_t>(findings.size());
    for (const Finding &f : findings) {
        const bool ofModel = f.source == sourcePath;
        out << f.severity << f.code << f.object << f.where << f.message << ofModel << (ofModel ? QString() : f.source)
            << f.place.has_value() << f.place.value_or(Box3()) << f.placeCrs.value() << f.count;
    }
    return out.bytes();
}

std::optional<Findings> findingsFromBytes(std::string_view bytes, const QString &sourcePath)
{
    ByteReader in(bytes);
    Findings findings(in.count());
    for (Finding &f : findings) {
        std::uint8_t ofModel = 0, hasPlace = 0;
        Box3 place;
        int epsg = 0;
        in >> f.severity >> f.code >> f.object >> f.where >> f.message >> ofModel >> f.source >> hasPlace >> place >>
            epsg >> f.count;
        f.source = ofModel != 0 ? sourcePath : f.source;
        f.place = hasPlace != 0 ? std::optional(place) : std::nullopt;
        f.placeCrs = EpsgCode(epsg);
        if (f.severity > Severity::Error || !in.good()) {
            return std::nullopt;
        }
    }
    return in.good() && in.atEnd() ? std::optional(std::move(findings)) : std::nullopt;
}

} // namespace loci::formats::modelcache
