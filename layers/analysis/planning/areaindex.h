// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/shape.h"
#include "layers/base/finding.h"
#include "layers/domain/planning/planlayer.h"
#include "layers/domain/planning/rule.h"

#include <QDate>
#include <QStringList>
#include <optional>
#include <vector>

namespace loci::analysis {

/// One area of a plan with its geometry.
struct PlacedArea
{
    const planning::PlanArea *area = nullptr;
    std::optional<Shape> shape; ///< nothing when the area crosses itself or has no size
    Box3 bounds;                ///< of the points as written, also without a shape
};

/// The areas of a layer, made ready once. Borrows the layer.
class AreaIndex
{
public:
    AreaIndex(const planning::PlanLayer &layer, const Shape::Context &context);

    const std::vector<PlacedArea> &areas() const { return m_areas; }
    /// Areas of these kinds (empty: all) that are in force on the day and whose box, widened by `reach`, meets the box.
    std::vector<const PlacedArea *> near(const Box3 &box, const QStringList &kinds, const QDate &day,
                                         double reach = 0) const;
    std::vector<const PlacedArea *> ofKinds(const QStringList &kinds, const QDate &day) const;
    Findings findings(const QString &source) const; ///< area_geometry for each without a shape

private:
    std::vector<PlacedArea> m_areas;
};

} // namespace loci::analysis
