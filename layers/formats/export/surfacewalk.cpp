// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/surfacewalk.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::formats {

using namespace loci::city;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("loci::formats", text);
}

template <class Theme>
const Theme *chosen(const std::vector<Theme> &themes, const std::string &name)
{
    const auto found = std::find_if(themes.begin(), themes.end(), [&](const Theme &t) { return t.name == name; });
    return found != themes.end() ? &*found : themes.empty() ? nullptr : &themes.front();
}

Vec3 placed(const std::array<double, 16> &m, const std::array<double, 3> &v, const Vec3 &at)
{
    const double w = m[12] * v[0] + m[13] * v[1] + m[14] * v[2] + m[15];
    const double scale = w != 0 ? 1 / w : 1;
    return {(m[0] * v[0] + m[1] * v[1] + m[2] * v[2] + m[3]) * scale + at.x,
            (m[4] * v[0] + m[5] * v[1] + m[6] * v[2] + m[7]) * scale + at.y,
            (m[8] * v[0] + m[9] * v[1] + m[10] * v[2] + m[11]) * scale + at.z};
}

bool isFaces(GeometryType type)
{
    return type != GeometryType::MultiPoint && type != GeometryType::MultiLineString &&
           type != GeometryType::GeometryInstance;
}

} // namespace

SurfaceWalk::SurfaceWalk(const CityModel &model, const QString &lod)
    : m_model(model)
    , m_lod{lod}
    , m_themes(themesOf(model.geometry))
    , m_templateThemes(themesOf(model.templates))
{}

SurfaceWalk::Themes SurfaceWalk::themesOf(const GeometryStore &store) const
{
    return {chosen(store.materialThemes, m_model.defaultMaterialTheme),
            chosen(store.textureThemes, m_model.defaultTextureTheme)};
}

void SurfaceWalk::object(ObjectIndex object, const Visit &visit)
{
    Losses &losses = m_losses[m_model.objectType[object]];
    const std::vector<GeometryIndex> geometries = chooseGeometries(m_model, object, m_lod);
    losses.otherLods += static_cast<int>(m_model.objectGeometries[object].size() - geometries.size());
    for (const GeometryIndex g : geometries) {
        const Geometry &geometry = m_model.geometry.geometries[g];
        if (geometry.instance != kNone) {
            const Instance &instance = m_model.instances[geometry.instance];
            const bool known = instance.templateGeometry < m_model.templates.geometries.size() &&
                               instance.referenceVertex < m_model.vertices.size();
            if (known && isFaces(m_model.templates.geometries[instance.templateGeometry].type)) {
                surfaces(m_model.templates, m_model.templates.geometries[instance.templateGeometry], m_templateThemes,
                         object, &instance, visit);
                ++losses.instances;
            } else {
                ++losses.pointsOrLines;
            }
        } else if (isFaces(geometry.type)) {
            surfaces(m_model.geometry, geometry, m_themes, object, nullptr, visit);
        } else {
            ++losses.pointsOrLines;
        }
    }
}

bool SurfaceWalk::gather(const GeometryStore &store, SurfaceIndex s, const Instance *instance)
{
    m_points.clear();
    m_ringEnds.clear();
    m_triangles.clear();
    const IndexRange rings = store.rings(s);
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        for (const std::uint32_t id : store.ring(r)) {
            m_points.push_back(instance == nullptr ? m_model.vertices.at(id)
                                                   : placed(instance->matrix, m_model.templateVertices[id],
                                                            m_model.vertices.at(instance->referenceVertex)));
        }
        m_ringEnds.push_back(static_cast<std::uint32_t>(m_points.size()));
    }
    return m_triangulator.triangulate(m_points, m_ringEnds, m_triangles);
}

void SurfaceWalk::surfaces(const GeometryStore &store, const Geometry &geometry, const Themes &themes,
                           ObjectIndex object, const Instance *instance, const Visit &visit)
{
    for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
        if (!gather(store, s, instance)) {
            ++m_losses[m_model.objectType[object]].noArea;
            continue;
        }
        WalkedSurface surface;
        surface.object = object;
        surface.points = m_points;
        surface.triangles = m_triangles;
        dress(store, s, themes, surface);
        visit(surface);
    }
}

void SurfaceWalk::dress(const GeometryStore &store, SurfaceIndex s, const Themes &themes, WalkedSurface &surface)
{
    const std::uint32_t semantic = store.surfaceSemantic[s];
    surface.semanticType = semantic == kNone ? kNone : store.semantics[semantic].type;
    if (themes.material != nullptr && s < themes.material->surface.size()) {
        surface.material = themes.material->surface[s];
    }
    if (themes.texture == nullptr) {
        return;
    }
    const TextureTheme &theme = *themes.texture;
    const IndexRange rings = store.rings(s);
    m_uv.clear();
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        const bool textured = r < theme.ringTexture.size() && theme.ringTexture[r] != kNone;
        for (std::size_t i = 0; i < store.ring(r).size(); ++i) {
            const std::uint32_t id = textured ? theme.uv[theme.ringUv[r] + i] : kNone;
            m_uv.push_back(id < m_model.textureVertices.size() ? m_model.textureVertices[id]
                                                               : std::array<float, 2>{0, 0});
        }
        if (textured && surface.texture == kNone) {
            surface.texture = theme.ringTexture[r];
        }
    }
    if (surface.texture != kNone) {
        surface.uv = m_uv;
    }
}

void SurfaceWalk::report(DroppedList &dropped) const
{
    for (const auto &[type, losses] : m_losses) {
        const std::string_view name = m_model.typeNames.at(type);
        const QString kind = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        dropped.add(kind, translated(QT_TRANSLATE_NOOP("loci::formats", "a geometry of another level of detail")),
                    losses.otherLods);
        dropped.add(kind, translated(QT_TRANSLATE_NOOP("loci::formats", "a geometry of points or lines")),
                    losses.pointsOrLines);
        dropped.add(kind, translated(QT_TRANSLATE_NOOP("loci::formats", "a surface without area")), losses.noArea);
        dropped.add(kind, translated(QT_TRANSLATE_NOOP("loci::formats", "an instance, written as geometry of its own")),
                    losses.instances);
    }
    int attributes = 0;
    for (const SemanticSurface &surface : m_model.geometry.semantics) {
        attributes += surface.attributes.size() > 2 ? 1 : 0;
    }
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "surfaces")),
                translated(QT_TRANSLATE_NOOP("loci::formats", "the attributes of a surface")), attributes);
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "objects")),
                translated(QT_TRANSLATE_NOOP("loci::formats", "an address or another member beside the attributes")),
                static_cast<int>(m_model.objectExtra.size()));
    reportThemes(dropped);
}

void SurfaceWalk::reportThemes(DroppedList &dropped) const
{
    const auto others = [](std::size_t count) { return static_cast<int>(count > 1 ? count - 1 : 0); };
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "materials")),
                translated(QT_TRANSLATE_NOOP("loci::formats", "a theme beside the first")),
                others(m_model.geometry.materialThemes.size()));
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "textures")),
                translated(QT_TRANSLATE_NOOP("loci::formats", "a theme beside the first")),
                others(m_model.geometry.textureThemes.size()));
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "model")),
                translated(QT_TRANSLATE_NOOP("loci::formats", "the metadata beside the reference system")),
                m_model.metadata.size() > 2 ? 1 : 0);
    dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "model")),
                translated(QT_TRANSLATE_NOOP("loci::formats", "extensions and other members of the file")),
                m_model.extensions.size() + m_model.otherMembers.size() > 2 ? 1 : 0);
}

} // namespace loci::formats
