// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/base/result.h"

#include <memory>
#include <optional>

namespace loci::formats {

/// Plan coordinates of one reference system in another, by PROJ, x east and y north on both sides. Of compound systems
/// the plan part counts. A value of one thread; uses no network.
class PointTransform
{
public:
    /// One sentence when PROJ knows one of the systems not, or no way between them.
    static Result<PointTransform> between(EpsgCode from, EpsgCode to);

    /// Nothing where the target has no place for it.
    std::optional<Vec2> operator()(const Vec2 &point) const;

private:
    struct Private;
    explicit PointTransform(std::shared_ptr<const Private> made) : m_d(std::move(made)) {}
    std::shared_ptr<const Private> m_d;
};

/// Whether two systems have the same plan part: EPSG:7415 is EPSG:28992 with heights.
bool samePlan(EpsgCode a, EpsgCode b);

} // namespace loci::formats
