// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/city/citymodel.h"
#include "layers/formats/modelreader.h"

#include <QString>
#include <algorithm>
#include <tuple>

namespace loci::test {

/// Name of the first part in which two models differ, empty when they are the same in everything: every array, every
/// text, every attribute. Header only, so that benchmarks use it too.
class ModelComparison
{
public:
    explicit ModelComparison(const city::CityModel &a, const city::CityModel &b)
    {
        const auto texts = [](const city::CityModel &m) {
            return std::tie(m.sourcePath, m.format, m.version, m.crsText, m.crs, m.metadata, m.extensions,
                            m.otherMembers, m.defaultMaterialTheme, m.defaultTextureTheme);
        };
        check("head", texts(a) == texts(b));
        check("extent", a.extent == b.extent || (a.extent.isEmpty() && b.extent.isEmpty()));
        check("objectIds", a.objectIds == b.objectIds);
        check("objectType", a.objectType == b.objectType);
        check("objectGeometries", same(a.objectGeometries, b.objectGeometries, sameRange));
        check("objectChildren", same(a.objectChildren, b.objectChildren, sameRange));
        check("objectParent", a.objectParent == b.objectParent);
        check("children", a.children == b.children);
        check("objectExtra", a.objectExtra == b.objectExtra);
        check("typeNames", same(a.typeNames, b.typeNames));
        check("lodNames", same(a.lodNames, b.lodNames));
        compareAttributes(a.attributes, b.attributes);
        check("vertices", a.vertices.xyz == b.vertices.xyz && a.vertices.scale == b.vertices.scale &&
                              a.vertices.translate == b.vertices.translate);
        compareStores(a.geometry, b.geometry);
        compareStores(a.templates, b.templates);
        check("instances", same(a.instances, b.instances, [](const city::Instance &x, const city::Instance &y) {
                  return x.templateGeometry == y.templateGeometry && x.referenceVertex == y.referenceVertex &&
                         x.matrix == y.matrix;
              }));
        check("templateVertices", a.templateVertices == b.templateVertices);
        check("materials", same(a.materials, b.materials, [](const city::Material &x, const city::Material &y) {
                  return x.name == y.name && x.diffuse == y.diffuse && x.transparency == y.transparency &&
                         x.json == y.json;
              }));
        check("textures", same(a.textures, b.textures, [](const city::Texture &x, const city::Texture &y) {
                  return x.image == y.image && x.json == y.json && !x.bytes == !y.bytes &&
                         (!x.bytes || *x.bytes == *y.bytes);
              }));
        check("textureVertices", a.textureVertices == b.textureVertices);
        bool found = true;
        for (const std::string &id : a.objectIds) {
            found = found && a.find(id) == b.find(id);
        }
        check("find", found && b.find("there is no such object") == city::kNone);
    }
    const QString &difference() const { return m_difference; }

private:
    void check(const char *part, bool same)
    {
        if (!same && m_difference.isEmpty()) {
            m_difference = QString::fromLatin1(part);
        }
    }
    template <class Items, class Same>
    static bool same(const Items &a, const Items &b, const Same &equal)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
    }
    static bool sameRange(const city::IndexRange &a, const city::IndexRange &b)
    {
        return a.begin == b.begin && a.end == b.end;
    }
    static bool same(const city::StringPool &a, const city::StringPool &b)
    {
        bool equal = a.size() == b.size();
        for (std::uint32_t n = 0; equal && n < a.size(); ++n) {
            equal = a.at(n) == b.at(n) && a.find(a.at(n)) == b.find(a.at(n));
        }
        return equal;
    }
    void compareAttributes(const city::AttributeTable &a, const city::AttributeTable &b)
    {
        check("columns", a.columns().size() == b.columns().size());
        for (std::size_t c = 0; c < std::min(a.columns().size(), b.columns().size()); ++c) {
            const city::AttributeColumn &x = *a.columns()[c], &y = *b.columns()[c];
            check("column",
                  x.name() == y.name() && x.kind() == y.kind() && x.rows() == y.rows() && b.find(x.name()) == &y);
            check("attributes", same(x.rows(), y.rows(), [&](std::uint32_t row, std::uint32_t) {
                      return x.json(row) == y.json(row) && x.value(row) == y.value(row);
                  }));
        }
    }
    void compareStores(const city::GeometryStore &a, const city::GeometryStore &b)
    {
        using namespace city;
        check("geometries", same(a.geometries, b.geometries, [](const Geometry &x, const Geometry &y) {
                  return x.object == y.object && x.type == y.type && x.lod == y.lod &&
                         sameRange(x.surfaces, y.surfaces) && sameRange(x.shells, y.shells) && x.instance == y.instance;
              }));
        check("shells", same(a.shells, b.shells, [](const Shell &x, const Shell &y) {
                  return sameRange(x.surfaces, y.surfaces) && x.solid == y.solid;
              }));
        check("surfaceRings", a.surfaceRings == b.surfaceRings);
        check("ringVertices", a.ringVertices == b.ringVertices);
        check("vertexIds", a.vertexIds == b.vertexIds);
        check("surfaceSemantic", a.surfaceSemantic == b.surfaceSemantic);
        check("surfaceGeometry", a.surfaceGeometry == b.surfaceGeometry);
        check("semantics", same(a.semantics, b.semantics, [](const SemanticSurface &x, const SemanticSurface &y) {
                  return x.type == y.type && x.parent == y.parent && x.attributes == y.attributes;
              }));
        check("materialThemes", same(a.materialThemes, b.materialThemes, [](const auto &x, const auto &y) {
                  return x.name == y.name && x.surface == y.surface;
              }));
        check("textureThemes", same(a.textureThemes, b.textureThemes, [](const auto &x, const auto &y) {
                  return x.name == y.name && x.ringTexture == y.ringTexture && x.ringUv == y.ringUv && x.uv == y.uv;
              }));
    }

    QString m_difference;
};

inline QString differenceOf(const city::CityModel &a, const city::CityModel &b)
{
    return ModelComparison(a, b).difference();
}

inline bool sameFindings(const Findings &a, const Findings &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Finding &x, const Finding &y) {
        return toJson(x) == toJson(y) && x.source == y.source && x.place == y.place && x.placeCrs == y.placeCrs &&
               x.count == y.count;
    });
}

inline QString differenceOf(const formats::LoadedModel &a, const formats::LoadedModel &b)
{
    const QString difference = differenceOf(*a.value, *b.value);
    return difference.isEmpty() && !sameFindings(a.findings, b.findings) ? QStringLiteral("findings") : difference;
}

} // namespace loci::test
