// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/bodyfaces.h"
#include "layers/base/result.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace loci::analysis {

/// Triangles of a town, each with a number that tells whose it is.
struct OwnedFaces
{
    std::vector<Triangle3> triangles;
    std::vector<std::uint32_t> owners;

    void add(std::span<const Triangle3> faces, std::uint32_t owner); ///< those whose coordinates are numbers
};

/// Triangles made ready for many rays, by Embree. Distances in metres; single precision around the middle of the
/// scene, so a few millimetres in a city. Immutable; questions from any thread, equal ones have equal answers.
class RayScene
{
public:
    struct Hit
    {
        double distance = 0;
        std::uint32_t owner = 0;
    };
    /// Hits nearer than this are the surface that a ray starts on.
    static constexpr double kNearest = 0.05;

    /// Fails when there is no memory for it. Without triangles nothing is ever hit.
    static Result<RayScene> build(const OwnedFaces &faces);

    /// `direction` has length 1.
    bool isBlocked(const Vec3 &from, const Vec3 &direction, double farthest) const;
    std::optional<Hit> nearest(const Vec3 &from, const Vec3 &direction, double farthest) const;
    const Box3 &bounds() const;

    /// A ray of many that go nearly the same way.
    struct Ray
    {
        Vec3 from, direction;
        double farthest = 0;
    };
    /// isBlocked() and the distance of nearest() for many rays at once, which is faster the more they are alike.
    std::vector<bool> areBlocked(std::span<const Ray> rays) const;
    std::vector<std::optional<double>> nearestDistances(std::span<const Ray> rays) const;

private:
    struct Private;
    explicit RayScene(std::shared_ptr<const Private> made) : m_d(std::move(made)) {}
    std::shared_ptr<const Private> m_d;
};

} // namespace loci::analysis
