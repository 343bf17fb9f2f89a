// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <span>
#include <vector>

namespace loci::city {

/// New numbers of things of which only the used ones stay, in their old order.
class Renumbering
{
public:
    explicit Renumbering(std::size_t count) : m_new(count, kNone) {}
    void use(std::uint32_t number)
    {
        if (number < m_new.size()) {
            m_new[number] = 0;
        }
    }
    std::uint32_t finish(); ///< gives the numbers; returns how many there are
    std::uint32_t operator[](std::uint32_t number) const { return number < m_new.size() ? m_new[number] : kNone; }
    std::size_t size() const { return m_new.size(); }

private:
    std::vector<std::uint32_t> m_new;
};

/// Chosen geometries of a store with all that belongs to them. Objects, instances, vertices, materials and textures
/// still have their old numbers.
GeometryStore copyGeometries(const GeometryStore &from, std::span<const GeometryIndex> chosen);

/// Marks what a store uses, then gives it the new numbers.
struct AppearanceNumbers
{
    Renumbering materials, textures, uv;
};
void useAppearance(const GeometryStore &store, AppearanceNumbers &numbers);
void renumberAppearance(GeometryStore &store, const AppearanceNumbers &numbers);
void useVertices(const GeometryStore &store, Renumbering &vertices);
void renumberVertices(GeometryStore &store, const Renumbering &vertices);

/// The elements that have a number, in the new order.
template <class T>
std::vector<T> kept(const std::vector<T> &items, const Renumbering &numbers)
{
    std::vector<T> left;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (numbers[i] != kNone) {
            left.push_back(items[i]);
        }
    }
    return left;
}

} // namespace loci::city
