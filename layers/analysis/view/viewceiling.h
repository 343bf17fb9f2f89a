// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/shape.h"
#include "layers/analysis/planning/excess.h"
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
    Box3 bounds;          ///< of the outline; heights are 0

    /// The highest permitted height at a place; nothing outside the triangle.
    std::optional<double> heightAt(const Vec2 &place) const;
    std::vector<Vec2> outline() const; ///< corners of the triangle
    /// What an object at a place seems to rise by, because the earth bends between eye and edge; negative behind it.
    double bendAt(const Vec2 &place) const;
};

/// Highest permitted absolute heights under a set of protected views: exact planes, no raster. Where corridors overlap
/// the lowest plane governs, so another view never raises it. Immutable; any thread, but for what takes shapes.
class ViewCeiling
{
public:
    /// Views in force on the day. `datum`: name of the height system of the model, empty when not stated. Findings:
    /// view_without_width when eye and edge stand in one line, view_datum when a view counts its heights in another
    /// system than the model: it gives no ceiling.
    static Loaded<ViewCeiling> of(const planning::ViewSet &set, const QDate &day, const QString &datum = {});

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
        Excess excess;    ///< with curvature within 0.02 mm of height; `most` is the headroom with the sign turned
        double over = 0;  ///< metres above the ceiling at the point that is most above; negative: headroom
        double limit = 0; ///< the ceiling there
        bool eyeInside = false; ///< the eye is inside or beneath the body: nobody looks from there
    };
    /// Each facet that a body stands under, with how much it rises above. Most above first. Any thread.
    std::vector<Intrusion> against(std::span<const Triangle3> faces) const;
    /// Whether a body within the box may rise above a corridor; false only when none does.
    bool mayRise(const Box3 &box) const;
    /// Numbers of the views over an area whose heights cannot be compared (view_datum).
    std::vector<std::size_t> incomparableOver(const Shape &area, const Shape::Context &context) const;

    const std::vector<CeilingFacet> &facets() const { return m_facets; }

private:
    std::vector<CeilingFacet> m_facets;
    std::vector<CeilingFacet> m_incomparable; ///< of views in another height system
};

} // namespace loci::analysis
