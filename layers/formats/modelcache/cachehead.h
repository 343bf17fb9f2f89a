// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/city/citymodel.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loci::formats::modelcache {

struct ColumnHead
{
    std::string name;
    city::AttributeColumn::Kind kind = city::AttributeColumn::Kind::Integer;
};
struct ThemeNames
{
    std::vector<std::string> materials, textures;
};

/// The small parts of a model: what is not one value an object, surface or vertex.
struct CacheHead
{
    QString language; ///< of the findings' sentences
    QString format, version, crsText;
    EpsgCode crs;
    std::string metadata, extensions, otherMembers;
    Box3 extent;
    std::array<double, 3> scale{1, 1, 1}, translate{0, 0, 0};
    std::string defaultMaterialTheme, defaultTextureTheme;
    std::vector<std::string> typeNames, lodNames;
    std::vector<ColumnHead> columns;
    std::array<ThemeNames, 2> themes; ///< of the model's store and the templates'

    static CacheHead of(const city::CityModel &model);
    void apply(city::CityModel &model) const; ///< all but columns and themes
    std::string toBytes() const;
    static std::optional<CacheHead> fromBytes(std::string_view bytes);
};

/// The sentence in today's language that tells whether kept findings still speak it.
QString languageProbe();

std::string toBytes(const Findings &findings, const QString &sourcePath);
/// Findings whose source was the model's file name `sourcePath` now.
std::optional<Findings> findingsFromBytes(std::string_view bytes, const QString &sourcePath);

} // namespace loci::formats::modelcache
