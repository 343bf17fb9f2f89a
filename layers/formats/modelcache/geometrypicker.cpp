// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/geometrypicker.h"

#include "layers/domain/city/modelfinish.h"
#include "layers/formats/modelcache/indexcheck.h"
#include "layers/formats/modelcache/modelstore.h"

#include <algorithm>

namespace loci::formats::modelcache {

using namespace loci::city;

std::uint32_t GeometryPicker::lodOf(const Geometry &geometry)
{
    if (geometry.lod != kNone || geometry.instance == kNone) {
        return geometry.lod;
    }
    const auto instance = m_rows.at<Instance>(Section::Instances, 0, geometry.instance);
    return instance.templateGeometry == kNone
               ? kNone
               : m_rows.at<Geometry>(Section::Geometries, 1, instance.templateGeometry).lod;
}

void GeometryPicker::add(const Geometry &geometry, ObjectIndex object)
{
    copy(geometry, 0, object);
}

void GeometryPicker::copy(const Geometry &geometry, std::uint32_t number, ObjectIndex object)
{
    GeometryStore &to = store(number);
    Geometry made;
    made.object = object;
    made.type = geometry.type;
    made.lod = geometry.lod;
    const std::uint32_t firstSurface = to.surfaceCount();
    const auto firstRing = static_cast<std::uint32_t>(to.ringVertices.size() - 1);
    const auto firstShell = static_cast<std::uint32_t>(to.shells.size());
    if (geometry.type > GeometryType::GeometryInstance || (number == 1 && geometry.instance != kNone) ||
        (made.lod != kNone && made.lod >= m_head.lodNames.size()) || geometry.surfaces.begin > geometry.surfaces.end ||
        geometry.shells.begin > geometry.shells.end || !copyRings(geometry, number)) {
        m_rows.fail();
        return;
    }
    made.surfaces = {firstSurface, to.surfaceCount()};
    m_rows.append(Section::Shells, number, geometry.shells.begin, geometry.shells.size(), to.shells);
    made.shells = {firstShell, static_cast<std::uint32_t>(to.shells.size())};
    for (std::uint32_t s = firstShell; s < to.shells.size(); ++s) {
        IndexRange &surfaces = to.shells[s].surfaces;
        if (surfaces.begin < geometry.surfaces.begin || !isRangeIn(surfaces, geometry.surfaces.end)) {
            m_rows.fail();
            return;
        }
        surfaces = {surfaces.begin - geometry.surfaces.begin + firstSurface,
                    surfaces.end - geometry.surfaces.begin + firstSurface};
    }
    to.surfaceGeometry.resize(to.surfaceCount(), static_cast<GeometryIndex>(to.geometries.size()));
    copySemantics(geometry, number);
    copyMaterials(geometry, number, firstSurface);
    copyTextures(number, m_fileRings, firstRing);
    if (geometry.instance != kNone) {
        auto instance = m_rows.at<Instance>(Section::Instances, 0, geometry.instance);
        instance.templateGeometry = instance.templateGeometry == kNone ? kNone : m_templates(instance.templateGeometry);
        made.instance = static_cast<std::uint32_t>(m.instances.size());
        m.instances.push_back(instance);
    }
    to.geometries.push_back(made);
}

bool GeometryPicker::copyRings(const Geometry &geometry, std::uint32_t number)
{
    GeometryStore &to = store(number);
    m_fileRings = {};
    if (geometry.surfaces.isEmpty()) {
        return true;
    }
    // Rings that begin where the ones before end: the ends, shifted, are the new ends.
    const auto shifted = [this, number](Section section, IndexRange range, std::vector<std::uint32_t> &ends,
                                        std::uint32_t base) {
        IndexRange inner{m_rows.at<std::uint32_t>(section, number, range.begin), 0};
        const std::size_t before = ends.size();
        m_rows.append(section, number, std::uint64_t(range.begin) + 1, range.size(), ends);
        inner.end = ends.back();
        std::uint32_t last = inner.begin;
        for (std::size_t i = before; i < ends.size(); ++i) {
            if (ends[i] < last) {
                m_rows.fail();
            }
            last = ends[i];
            ends[i] = ends[i] - inner.begin + base;
        }
        return inner;
    };
    const auto rings = static_cast<std::uint32_t>(to.ringVertices.size() - 1);
    m_fileRings = shifted(Section::SurfaceRings, geometry.surfaces, to.surfaceRings, rings);
    if (!m_rows.good() || m_fileRings.isEmpty()) {
        return m_rows.good();
    }
    const auto vertices = static_cast<std::uint32_t>(to.vertexIds.size());
    const IndexRange ids = shifted(Section::RingVertices, m_fileRings, to.ringVertices, vertices);
    // Geometries do not share surfaces: what is copied cannot be more than what is there.
    const bool fits = m_rows.good() &&
                      to.vertexIds.size() + ids.size() <= m_rows.count<std::uint32_t>(Section::VertexIds, number) &&
                      to.ringVertices.size() <= m_rows.count<std::uint32_t>(Section::RingVertices, number) &&
                      to.surfaceRings.size() <= m_rows.count<std::uint32_t>(Section::SurfaceRings, number);
    if (fits) {
        m_rows.append(Section::VertexIds, number, ids.begin, ids.size(), to.vertexIds);
    }
    return fits && m_rows.good();
}

void GeometryPicker::copySemantics(const Geometry &geometry, std::uint32_t number)
{
    GeometryStore &to = store(number);
    const std::size_t first = to.surfaceSemantic.size();
    m_rows.append(Section::SurfaceSemantic, number, geometry.surfaces.begin, geometry.surfaces.size(),
                  to.surfaceSemantic);
    std::uint32_t lastOld = kNone, lastNew = kNone; // runs of the same one are common
    for (std::size_t s = first; s < to.surfaceSemantic.size(); ++s) {
        if (to.surfaceSemantic[s] != lastOld) {
            lastOld = to.surfaceSemantic[s];
            lastNew = lastOld == kNone ? kNone : m_semantics[number](lastOld);
        }
        to.surfaceSemantic[s] = lastNew;
    }
}

void GeometryPicker::copyMaterials(const Geometry &geometry, std::uint32_t number, std::uint32_t firstSurface)
{
    GeometryStore &to = store(number);
    for (std::uint32_t t = 0; t < to.materialThemes.size(); ++t) {
        const auto known = static_cast<std::uint32_t>(
            std::min<std::size_t>(m_rows.count<std::uint32_t>(Section::ThemeMaterials, 2 * t + number), kNone));
        if (geometry.surfaces.begin >= known) {
            continue;
        }
        std::vector<std::uint32_t> &surface = to.materialThemes[t].surface;
        surface.resize(firstSurface, kNone);
        m_rows.append(Section::ThemeMaterials, 2 * t + number, geometry.surfaces.begin,
                      std::min(geometry.surfaces.end, known) - geometry.surfaces.begin, surface);
        for (std::size_t s = firstSurface; s < surface.size(); ++s) {
            surface[s] = surface[s] == kNone ? kNone : m_materials(surface[s]);
        }
    }
}

void GeometryPicker::copyTextures(std::uint32_t number, IndexRange fileRings, std::uint32_t firstRing)
{
    GeometryStore &to = store(number);
    for (std::uint32_t t = 0; t < to.textureThemes.size(); ++t) {
        TextureTheme &theme = to.textureThemes[t];
        const auto known = static_cast<std::uint32_t>(
            std::min<std::size_t>(m_rows.count<std::uint32_t>(Section::ThemeRingTexture, 2 * t + number), kNone));
        if (fileRings.begin >= known || !m_rows.good()) {
            continue;
        }
        theme.ringTexture.resize(firstRing, kNone);
        theme.ringUv.resize(firstRing, 0);
        const std::uint32_t count = std::min(fileRings.end, known) - fileRings.begin;
        m_rows.append(Section::ThemeRingTexture, 2 * t + number, fileRings.begin, count, theme.ringTexture);
        m_rows.append(Section::ThemeRingUv, 2 * t + number, fileRings.begin, count, theme.ringUv);
        for (std::uint32_t r = firstRing; m_rows.good() && r < theme.ringTexture.size(); ++r) {
            if (theme.ringTexture[r] == kNone) {
                theme.ringUv[r] = 0;
                continue;
            }
            const auto first = static_cast<std::uint32_t>(theme.uv.size());
            m_rows.append(Section::ThemeUv, 2 * t + number, theme.ringUv[r], to.ring(r).size(), theme.uv);
            theme.ringTexture[r] = m_textures(theme.ringTexture[r]);
            theme.ringUv[r] = first;
            for (std::size_t i = first; i < theme.uv.size(); ++i) {
                theme.uv[i] = theme.uv[i] == kNone ? kNone : m_textureVertices(theme.uv[i]);
            }
        }
    }
}

void GeometryPicker::finishSemantics(std::uint32_t number)
{
    GeometryStore &to = store(number);
    Renumbering &numbers = m_semantics[number];
    for (std::size_t s = 0; s < numbers.old().size() && m_rows.good(); ++s) { // grows by the parents
        const std::uint32_t old = numbers.old()[s];
        const auto row = m_rows.at<SemanticRow>(Section::Semantics, number, old);
        SemanticSurface surface{row.type, row.parent == kNone ? kNone : numbers(row.parent), {}};
        if (row.type != kNone && row.type >= m_head.typeNames.size()) {
            m_rows.fail();
            return;
        }
        const std::uint64_t text = m_rows.lowerBound(Section::SemanticTextRows, number, 0, old);
        if (text < m_rows.count<std::uint32_t>(Section::SemanticTextRows, number) &&
            m_rows.at<std::uint32_t>(Section::SemanticTextRows, number, text) == old) {
            surface.attributes = m_rows.text(Section::SemanticTextEnds, Section::SemanticTextBytes, text, number);
        }
        to.semantics.push_back(std::move(surface));
    }
}

namespace {

/// New numbers for vertices, ascending as the old ones. In pages, so that a few near each other in a large file cost
/// what they are.
class VertexNumbers
{
public:
    explicit VertexNumbers(std::size_t vertices) : m_pages(vertices / kPage + 1) {}

    void use(std::uint32_t old)
    {
        std::unique_ptr<std::uint32_t[]> &page = m_pages[old / kPage];
        if (!page) {
            page = std::make_unique<std::uint32_t[]>(kPage);
        }
        page[old % kPage] = 1;
    }
    /// Numbers those in use and gives the old ones, ascending.
    std::vector<std::uint32_t> number()
    {
        std::vector<std::uint32_t> used;
        for (std::size_t p = 0; p < m_pages.size(); ++p) {
            for (std::size_t i = 0; m_pages[p] && i < kPage; ++i) {
                if (m_pages[p][i] != 0) {
                    m_pages[p][i] = static_cast<std::uint32_t>(used.size());
                    used.push_back(static_cast<std::uint32_t>(p * kPage + i));
                }
            }
        }
        return used;
    }
    std::uint32_t operator()(std::uint32_t old) const { return m_pages[old / kPage][old % kPage]; }

private:
    static constexpr std::size_t kPage = 256;
    std::vector<std::unique_ptr<std::uint32_t[]>> m_pages;
};

} // namespace

void GeometryPicker::finishVertices()
{
    using Row = std::array<std::int32_t, 3>;
    const std::size_t all = m_rows.count<Row>(Section::Vertices);
    const auto known = [all](std::uint32_t id) { return id < all; };
    const auto knownPlace = [all](const Instance &i) { return i.referenceVertex == kNone || i.referenceVertex < all; };
    if (!std::all_of(m.geometry.vertexIds.begin(), m.geometry.vertexIds.end(), known) ||
        !std::all_of(m.instances.begin(), m.instances.end(), knownPlace)) {
        m_rows.fail();
        return;
    }
    VertexNumbers numbers(all);
    for (const std::uint32_t id : m.geometry.vertexIds) {
        numbers.use(id);
    }
    for (const Instance &instance : m.instances) {
        if (instance.referenceVertex != kNone) {
            numbers.use(instance.referenceVertex);
        }
    }
    const std::vector<std::uint32_t> used = numbers.number();
    std::vector<std::int32_t> &xyz = m.vertices.xyz;
    xyz.reserve(3 * used.size());
    for (std::size_t i = 0; i < used.size();) { // runs of neighbours at once
        std::size_t end = i + 1;
        while (end < used.size() && used[end] == used[end - 1] + 1) {
            ++end;
        }
        m_rows.append(Section::Vertices, 0, std::uint64_t(3) * used[i], 3 * (end - i), xyz);
        i = end;
    }
    for (std::uint32_t &id : m.geometry.vertexIds) {
        id = numbers(id);
    }
    for (Instance &instance : m.instances) {
        instance.referenceVertex = instance.referenceVertex == kNone ? kNone : numbers(instance.referenceVertex);
    }
}

void GeometryPicker::finishAppearance()
{
    for (const std::uint32_t old : m_materials.old()) {
        const auto row = m_rows.at<MaterialRow>(Section::Materials, 0, old);
        Material material;
        material.name = m_rows.text(Section::MaterialEnds, Section::MaterialBytes, 2 * std::uint64_t(old));
        material.json = m_rows.text(Section::MaterialEnds, Section::MaterialBytes, 2 * std::uint64_t(old) + 1);
        material.transparency = row.transparency;
        if (row.hasDiffuse != 0) {
            material.diffuse = {row.red, row.green, row.blue};
        }
        m.materials.push_back(std::move(material));
    }
    for (const std::uint32_t old : m_textures.old()) {
        m.textures.push_back({m_rows.text(Section::TextureEnds, Section::TextureBytes, 2 * std::uint64_t(old)),
                              m_rows.text(Section::TextureEnds, Section::TextureBytes, 2 * std::uint64_t(old) + 1)});
        if (const std::size_t bytes = m_rows.count<std::byte>(Section::TextureImages, old)) {
            auto image = std::make_shared<std::vector<std::byte>>();
            m_rows.append(Section::TextureImages, old, 0, bytes, *image);
            m.textures.back().bytes = std::move(image);
        }
    }
    for (const std::uint32_t old : m_textureVertices.old()) {
        m.textureVertices.push_back(m_rows.at<std::array<float, 2>>(Section::TextureVertices, 0, old));
    }
}

void GeometryPicker::finish()
{
    for (const std::uint32_t old : std::vector(m_templates.old())) {
        copy(m_rows.at<Geometry>(Section::Geometries, 1, old), 1, kNone);
    }
    finishSemantics(0);
    finishSemantics(1);
    finishVertices();
    Renumbering vertices; // of the templates, in order of use
    for (std::uint32_t &id : m.templates.vertexIds) {
        id = vertices(id);
    }
    for (const std::uint32_t old : vertices.old()) {
        m.templateVertices.push_back(m_rows.at<std::array<double, 3>>(Section::TemplateVertices, 0, old));
    }
    finishAppearance();
    if (m_rows.good()) {
        computeExtent(m);
    }
}

} // namespace loci::formats::modelcache
