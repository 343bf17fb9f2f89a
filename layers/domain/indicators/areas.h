// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/indicators/definition.h"

#include <QHash>
#include <vector>

namespace loci::indicators {

/// One area: a neighbourhood, block, district, or the city.
struct Area
{
    QString code;
    Words name;
    int level = 0;                                        ///< in AreaTree::levels()
    int parent = -1;                                      ///< index in areas(), of a coarser level; -1: the city itself
    std::vector<std::vector<std::vector<Vec2>>> polygons; ///< polygon, ring (first exterior); may be empty
};

/// The areas that indicators are computed for: levels from fine to coarse, "city" the last with one area.
class AreaTree
{
public:
    AreaTree(); ///< only the city
    /// Levels must be added from fine to coarse ("neighbourhood", "district"); the city is always there.
    int addLevel(const QString &id, const Words &name);
    /// `parentCode` of the next coarser level that has it; empty or unknown: the city. Returns the index.
    int addArea(int level, Area area);
    void link(int area, const QString &parentCode);
    void setCity(const QString &code, const Words &name);
    void setCrs(const QString &crs) { m_crs = crs; }
    QString crs() const { return m_crs; } ///< of the outlines, as PROJ reads it ("EPSG:4548"); empty: not known

    const std::vector<Area> &areas() const { return m_areas; }
    const Area &at(int index) const { return m_areas[static_cast<std::size_t>(index)]; }
    QStringList levels() const { return m_levels; } ///< fine to coarse, the city last
    Words levelName(int level) const { return m_levelNames[static_cast<std::size_t>(level)]; }
    int levelOf(const QString &id) const; ///< -1 when there is none
    int cityLevel() const { return static_cast<int>(m_levels.size()) - 1; }
    int city() const { return 0; }
    int find(int level, const QString &code) const; ///< -1
    int findAny(const QString &code) const;         ///< -1
    std::vector<int> atLevel(int level) const;
    /// Areas of `level` that lie in `area`, itself when it is of that level.
    std::vector<int> within(int area, int level) const;
    /// The area of `level` that holds the place; -1. Areas without outlines hold nothing.
    int areaAt(int level, Vec2 place) const;

private:
    QString m_crs;
    QStringList m_levels;
    std::vector<Words> m_levelNames;
    std::vector<Area> m_areas;    // 0 is the city
    QHash<QString, int> m_byCode; // level/code
};

/// A place well inside, for a label or a column: of a grid over the outline the one farthest from its edges. Nothing
/// when there is no outline.
std::optional<Vec2> innermost(const std::vector<std::vector<std::vector<Vec2>>> &polygons);
/// Even-odd rule over all rings.
bool contains(const std::vector<std::vector<std::vector<Vec2>>> &polygons, Vec2 place);

} // namespace loci::indicators
