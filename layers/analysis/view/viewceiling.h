// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/shape.h"
#include "layers/analysis/planning/bodyfaces.h"
#include "layers/base/finding.h"
#include "layers/domain/planning/protectedview.h"

#include <QDate>
#include <optional>
#include <span>
#include <vector>

namespace loci::analysis {

/// One flat piece of a ceiling: the plane through an eye and a stretch of the landmark's edge, over the triangle
/// between them, continued behind the edge as far as the view says.
struct CeilingFacet
{
    std::size_t view = 0, eye = 0; ///< numbers in the set and in the view
    bool consultation = false;     ///< beside the corridor: above it is for consultation, not against the rule
    Vec3 from, left, right;        ///< eye and the ends of the stretch
    SlopedPlane plane;
    double reach = 1;     ///< how far the triangle goes, 1: to the edge
    double curvature = 0; ///< (1 - k) / 2R, 0 without curvature

    /// The highest permitted height at a place; nothing outside the triangle.
    std::optional<double> heightAt(const Vec2 &place) const;
    std::vector<Vec2> outline() const; ///< corners of the triangle
    /// What an object at a place seems to rise by, because the earth bends between eye and edge; negative behind it.
    double bendAt(const Vec2 &place) const;
};

/// Highest permitted absolute heights under a set of protected views: exact planes, no raster. Where corridors overlap
/// the lowest plane governs, so another view never raises it. Immutable; any thread for heights, one for shapes.
class ViewCeiling
{
public:
    /// Views in force on the day. Findings: view_without_width when eye and edge stand in one line.
    static Loaded<ViewCeiling> of(const planning::ViewSet &set, const QDate &day);

    struct At
    {
        double height = 0;
        const CeilingFacet *facet = nullptr; ///< the governing one
    };
    /// The lowest plane at a place, of the corridors or of the consultation areas; nothing where no view is.
    std::optional<At> heightAt(const Vec2 &place, bool consultation = false) const;
    /// The lowest height over an area. With curvature within 0.1 mm of the lowest.
    std::optional<At> lowestOver(const Shape &area, const Shape::Context &context, bool consultation = false) const;

    struct Intrusion
    {
        const CeilingFacet *facet = nullptr;
        Excess excess;    ///< `most` is the headroom with the sign turned; with curvature of the planes alone
        double over = 0;  ///< metres above the ceiling at the point that is most above; negative: headroom
        double limit = 0; ///< the ceiling there
    };
    /// Each facet that a body stands under, with how much it rises above. Most above first.
    std::vector<Intrusion> against(std::span<const Triangle3> faces, const Shape &outline,
                                   const Shape::Context &context) const;

    const std::vector<CeilingFacet> &facets() const { return m_facets; }

private:
    std::vector<CeilingFacet> m_facets;
};

} // namespace loci::analysis
