// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/bodyimport.h"

#include "layers/analysis/planar/shape.h"
#include "layers/formats/modelreader.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

double areaOf(const planning::Ring &ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 &a = ring[i];
        const Vec2 &b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

/// The largest of the areas that the faces cover together, seen from above.
planning::Ring outlineOf(const planning::PlanBody &body)
{
    constexpr double kLine = 1e-4;
    std::vector<planning::Polygon> faces;
    for (const planning::PlanBody::Surface &surface : body.surfaces) {
        planning::Polygon polygon;
        for (const std::vector<Vec3> &ring : surface.rings) {
            polygon.emplace_back();
            for (const Vec3 &p : ring) {
                polygon.back().push_back({p.x, p.y});
            }
        }
        if (std::abs(areaOf(polygon.front())) > kLine) {
            faces.push_back(std::move(polygon));
        }
    }
    const analysis::Shape::Context context;
    planning::Ring largest;
    for (const planning::Polygon &polygon : analysis::Shape::covered(context, faces).polygons()) {
        if (largest.empty() || std::abs(areaOf(polygon.front())) > std::abs(areaOf(largest))) {
            largest = polygon.front();
        }
    }
    if (areaOf(largest) < 0) {
        std::reverse(largest.begin(), largest.end());
    }
    return largest;
}

} // namespace

Result<planning::PlacedBody> readBody(const QString &path, const CancelToken &cancel, const ProgressFunction &progress)
{
    LOCI_TRY(const formats::LoadedModel loaded, formats::readModel(path, cancel, progress));
    LOCI_TRY(planning::PlacedBody placed, planning::bodyOf(*loaded.value, QFileInfo(path).fileName()));
    if (planning::Ring outline = outlineOf(placed.body); outline.size() >= 3) {
        placed.body.outline = std::move(outline);
    }
    return placed;
}

} // namespace loci::widgets
