// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>

namespace loci::formats {

/// An area as WKT, taken into another system; of one thread.
class GroundArea
{
public:
    /// Nothing for what is no area, or cannot be taken from `crs` to `toCrs` (EPSG; 0: unknown, taken as the same).
    static std::optional<GroundArea> of(const QString &wkt, int crs, int toCrs);

    /// Shared ground divided by all ground that one of them covers, 0 to 1.
    double overlap(const GroundArea &other) const;
    double west() const, east() const, south() const, north() const;

private:
    struct Private;
    explicit GroundArea(std::shared_ptr<const Private> made) : m_d(std::move(made)) {}
    std::shared_ptr<const Private> m_d;
};

} // namespace loci::formats
