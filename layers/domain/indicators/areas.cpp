// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/areas.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace loci::indicators {

namespace {
QString keyOf(int level, const QString &code)
{
    return QString::number(level) + QLatin1Char('/') + code;
}

bool crosses(Vec2 a, Vec2 b, Vec2 p)
{
    return (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x;
}
} // namespace

AreaTree::AreaTree()
{
    m_levels << QStringLiteral("city");
    m_levelNames.push_back({QStringLiteral("市"), QStringLiteral("City")});
    Area city;
    city.code = QStringLiteral("city");
    city.name = m_levelNames.front();
    m_areas.push_back(std::move(city));
}

int AreaTree::addLevel(const QString &id, const Words &name)
{
    const int level = cityLevel();
    m_levels.insert(level, id);
    m_levelNames.insert(m_levelNames.begin() + level, name);
    m_areas.front().level = cityLevel();
    return level;
}

int AreaTree::addArea(int level, Area area)
{
    area.level = level;
    area.parent = city();
    m_byCode.insert(keyOf(level, area.code), static_cast<int>(m_areas.size()));
    m_areas.push_back(std::move(area));
    return static_cast<int>(m_areas.size()) - 1;
}

void AreaTree::link(int area, const QString &parentCode)
{
    Area &child = m_areas[static_cast<std::size_t>(area)];
    for (int level = child.level + 1; level < cityLevel(); ++level) {
        const int parent = find(level, parentCode);
        if (parent >= 0) {
            child.parent = parent;
            return;
        }
    }
}

void AreaTree::setCity(const QString &code, const Words &name)
{
    m_areas.front().code = code;
    m_areas.front().name = name;
}

int AreaTree::levelOf(const QString &id) const
{
    return static_cast<int>(m_levels.indexOf(id));
}

int AreaTree::find(int level, const QString &code) const
{
    return level == cityLevel() && code == m_areas.front().code ? city() : m_byCode.value(keyOf(level, code), -1);
}

int AreaTree::findAny(const QString &code) const
{
    for (int level = cityLevel(); level >= 0; --level) {
        if (const int area = find(level, code); area >= 0) {
            return area;
        }
    }
    return -1;
}

std::vector<int> AreaTree::atLevel(int level) const
{
    return within(city(), level);
}

std::vector<int> AreaTree::within(int area, int level) const
{
    std::vector<int> found;
    for (int i = 0; i < static_cast<int>(m_areas.size()); ++i) {
        if (at(i).level != level) {
            continue;
        }
        int up = i;
        while (up >= 0 && up != area) {
            up = at(up).parent;
        }
        if (up == area) {
            found.push_back(i);
        }
    }
    return found;
}

int AreaTree::areaAt(int level, Vec2 place) const
{
    if (level == cityLevel()) {
        return city();
    }
    for (int i = 1; i < static_cast<int>(m_areas.size()); ++i) {
        if (at(i).level == level && contains(at(i).polygons, place)) {
            return i;
        }
    }
    return -1;
}

bool contains(const std::vector<std::vector<std::vector<Vec2>>> &polygons, Vec2 place)
{
    bool inside = false;
    for (const auto &polygon : polygons) {
        for (const auto &ring : polygon) {
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                inside = crosses(ring[i], ring[j], place) != inside;
            }
        }
    }
    return inside;
}

namespace {

double distanceToEdge(Vec2 a, Vec2 b, Vec2 p)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

double distanceToEdges(const std::vector<std::vector<std::vector<Vec2>>> &polygons, Vec2 p)
{
    double least = std::numeric_limits<double>::infinity();
    for (const auto &rings : polygons) {
        for (const auto &ring : rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                least = std::min(least, distanceToEdge(ring[i], ring[(i + 1) % ring.size()], p));
            }
        }
    }
    return least;
}

} // namespace

std::optional<Vec2> innermost(const std::vector<std::vector<std::vector<Vec2>>> &polygons)
{
    Box3 box;
    for (const auto &rings : polygons) {
        for (const Vec2 &point : rings.empty() ? std::vector<Vec2>() : rings.front()) {
            box.include(Vec3{point.x, point.y, 0});
        }
    }
    if (box.isEmpty()) {
        return std::nullopt;
    }
    constexpr int kSteps = 12;
    Vec2 best{box.centre().x, box.centre().y};
    double most = -1;
    for (int row = 1; row < kSteps; ++row) {
        for (int column = 1; column < kSteps; ++column) {
            const Vec2 place{box.min.x + (box.max.x - box.min.x) * column / kSteps,
                             box.min.y + (box.max.y - box.min.y) * row / kSteps};
            const double room = contains(polygons, place) ? distanceToEdges(polygons, place) : -1;
            if (room > most) {
                most = room;
                best = place;
            }
        }
    }
    return best;
}

} // namespace loci::indicators
