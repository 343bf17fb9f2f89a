// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/areaindex.h"
#include "layers/analysis/planning/buildingset.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace loci::analysis {

/// Intensity of one parcel. Buildings are clipped to it: one on two parcels is split by area.
struct ParcelMetrics
{
    double siteArea = 0;             ///< m2; 0 when the parcel has no usable geometry
    double builtArea = 0;            ///< m2 of ground under buildings, overlaps once
    double overlap = 0;              ///< m2 counted twice where outlines overlap; above 1 the floor area is not sure
    std::optional<double> floorArea; ///< m2 above ground; absent when a building has neither storeys nor height
    std::optional<double> greenArea; ///< m2; absent when nothing tells where green is
    std::optional<double> highest;   ///< m, height of the highest building that stands on it
    std::size_t buildings = 0;
    QStringList estimated;      ///< ids whose storeys follow from the height
    QStringList withoutStoreys; ///< ids that have neither
    QStringList withoutOutline; ///< ids of what stands in its box and has no outline: nothing built is sure then
    bool greenBroken = false;   ///< a green area at it crosses itself or has no size

    std::optional<double> floorAreaRatio() const { return ratio(floorArea); }
    std::optional<double> coverage() const { return ratio(builtArea); }   ///< 0 to 1
    std::optional<double> greenRatio() const { return ratio(greenArea); } ///< 0 to 1
    std::optional<double> meanStoreys() const
    {
        return floorArea && builtArea > 0 ? std::optional(*floorArea / builtArea) : std::nullopt;
    }
    bool isConsistent() const { return overlap <= 1; }

private:
    std::optional<double> ratio(const std::optional<double> &part) const
    {
        return part && siteArea > 0 ? std::optional(*part / siteArea) : std::nullopt;
    }
};

/// `greens`: areas that count as green (clipped too, overlaps once); empty: not known.
ParcelMetrics measureParcel(const PlacedArea &parcel, const BuildingSet &buildings,
                            const std::vector<const PlacedArea *> &greens);

} // namespace loci::analysis
