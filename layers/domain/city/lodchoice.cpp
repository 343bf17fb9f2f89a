// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"

#include <algorithm>
#include <charconv>

namespace loci::city {

namespace {

/// LoD names as numbers; -1 for what is no number, so that it comes last of all.
double lodRank(std::string_view name)
{
    double rank = -1;
    std::from_chars(name.data(), name.data() + name.size(), rank);
    return rank;
}

std::uint32_t lodOf(const CityModel &model, const Geometry &geometry)
{
    if (geometry.lod != kNone || geometry.instance == kNone) {
        return geometry.lod;
    }
    const std::uint32_t shape = model.instances[geometry.instance].templateGeometry;
    return shape < model.templates.geometries.size() ? model.templates.geometries[shape].lod : kNone;
}

} // namespace

std::vector<GeometryIndex> chooseGeometries(const CityModel &model, ObjectIndex object, const LodChoice &choice)
{
    const double limit = choice.lod.isEmpty() ? 1e9 : lodRank(choice.lod.toStdString());
    double best = -2;
    std::vector<GeometryIndex> chosen;
    for (GeometryIndex g = model.objectGeometries[object].begin; g < model.objectGeometries[object].end; ++g) {
        const std::uint32_t lod = lodOf(model, model.geometry.geometries[g]);
        const double rank = lod == kNone ? -1 : lodRank(model.lodNames.at(lod));
        if (rank > limit || rank < best) {
            continue;
        }
        if (rank > best) {
            chosen.clear();
            best = rank;
        }
        chosen.push_back(g);
    }
    return chosen;
}

std::vector<QString> lodsOf(const CityModel &model)
{
    std::vector<bool> used(model.lodNames.size(), false);
    for (const Geometry &geometry : model.geometry.geometries) {
        const std::uint32_t lod = lodOf(model, geometry);
        if (lod != kNone) {
            used[lod] = true;
        }
    }
    std::vector<std::string_view> names;
    for (std::uint32_t lod = 0; lod < used.size(); ++lod) {
        if (used[lod]) {
            names.push_back(model.lodNames.at(lod));
        }
    }
    std::sort(names.begin(), names.end(), [](std::string_view a, std::string_view b) {
        return lodRank(a) < lodRank(b) || (lodRank(a) == lodRank(b) && a < b);
    });
    std::vector<QString> lods;
    for (const std::string_view name : names) {
        lods.push_back(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    }
    return lods;
}

} // namespace loci::city
