// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace loci::formats {

/// PROJ's register and transformations, with a context of its own: one per thread and task.
class ProjPlace
{
public:
    struct System
    {
        QString name;
        Vec2 low, high; ///< area of use, degrees; high.x < low.x when it crosses the date line
        bool isGeographic = false;
        double area() const;                     ///< square degrees
        bool contains(const Vec2 &lonLat) const; ///< with a rim: areas of use are drawn roughly
    };

    ProjPlace();
    ~ProjPlace();
    bool isUsable() const; ///< its database was found
    std::optional<System> system(EpsgCode code) const;
    /// x and y as maps have them (east, north) to longitude and latitude in the datum of the system; empty where the
    /// projection has no answer.
    std::optional<Vec2> lonLat(EpsgCode code, const Vec2 &xy) const;
    /// Projected systems in force whose area of use holds the place, the smallest area first.
    std::vector<int> systemsAt(const Vec2 &lonLat, std::size_t most) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace loci::formats
