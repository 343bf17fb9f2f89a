// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/sight.h"

#include <QCoreApplication>
#include <QtConcurrent/QtConcurrentMap>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::Sight)
};

constexpr double kEarthRadius = 6371000;

/// A point of the vertical plane through eye and target: distance along it, absolute height.
struct Cut
{
    double d = 0, z = 0;
};

class Profile
{
public:
    Profile(const Vec3 &eye, const Vec3 &target, std::optional<double> refraction)
        : m_eye(eye)
        , m_target(target)
        , m_length(std::hypot(target.x - eye.x, target.y - eye.y))
        , m_bend(refraction ? (1 - *refraction) / (2 * kEarthRadius) : 0)
    {
        m_along = m_length > 0 ? Vec2{(target.x - eye.x) / m_length, (target.y - eye.y) / m_length} : Vec2{1, 0};
        m_sight.distance = m_length;
        m_sight.clearance = std::numeric_limits<double>::infinity();
        m_sight.neededHeight = -std::numeric_limits<double>::infinity();
    }

    void add(const Triangle3 &t, std::uint32_t owner)
    {
        std::array<Cut, 2> ends;
        if (isUpright()) {
            addUpright(t, owner);
            return;
        }
        if (!crossing(t, ends) || !clip(ends)) {
            return;
        }
        for (const Cut &end : ends) {
            const double raised = end.z + bend(end.d);
            m_sight.clearance = std::min(m_sight.clearance, lineAt(end.d) - raised);
            m_sight.neededHeight = std::max(m_sight.neededHeight, m_eye.z + (raised - m_eye.z) / end.d * m_length);
        }
        block(ends, owner);
    }

    SightLine finish()
    {
        m_sight.isVisible = !m_sight.blockedAt;
        return m_sight;
    }

private:
    bool isUpright() const { return !(m_length > 2 * RayScene::kNearest); }

    void addUpright(const Triangle3 &t, std::uint32_t owner)
    {
        const auto z = heightIn(t, {m_eye.x, m_eye.y});
        const double low = std::min(m_eye.z, m_target.z), high = std::max(m_eye.z, m_target.z);
        if (!z || *z < low + RayScene::kNearest || *z > high - RayScene::kNearest) {
            return;
        }
        m_sight.clearance = std::min(m_sight.clearance, -std::abs(m_target.z - *z));
        m_sight.neededHeight = std::numeric_limits<double>::infinity();
        if (!m_sight.blockedAt || std::abs(*z - m_eye.z) < m_nearest) {
            m_nearest = std::abs(*z - m_eye.z);
            m_sight.blockedAt = 0;
            m_sight.blocker = owner;
        }
    }

    double lineAt(double d) const { return m_eye.z + (m_target.z - m_eye.z) * d / m_length; }
    double bend(double d) const { return d * (m_length - d) * m_bend; }

    bool crossing(const Triangle3 &t, std::array<Cut, 2> &ends) const
    {
        std::array<double, 3> side{}, along{};
        for (std::size_t i = 0; i < 3; ++i) {
            const Vec2 p{t[i].x - m_eye.x, t[i].y - m_eye.y};
            side[i] = m_along.x * p.y - m_along.y * p.x;
            along[i] = m_along.x * p.x + m_along.y * p.y;
        }
        std::size_t found = 0;
        for (std::size_t i = 0; i < 3 && found < 2; ++i) {
            const std::size_t j = (i + 1) % 3;
            if ((side[i] >= 0) == (side[j] >= 0)) {
                continue;
            }
            const double s = side[i] / (side[i] - side[j]);
            ends[found++] = {along[i] + s * (along[j] - along[i]), t[i].z + s * (t[j].z - t[i].z)};
        }
        return found == 2;
    }

    bool clip(std::array<Cut, 2> &ends) const
    {
        const double low = RayScene::kNearest, high = m_length - RayScene::kNearest;
        if (ends[0].d > ends[1].d) {
            std::swap(ends[0], ends[1]);
        }
        if (!(high > low) || ends[1].d < low || ends[0].d > high) {
            return false;
        }
        const Cut a = ends[0], b = ends[1];
        const auto at = [&](double d) {
            return b.d > a.d ? Cut{d, a.z + (b.z - a.z) * (d - a.d) / (b.d - a.d)} : Cut{d, std::max(a.z, b.z)};
        };
        ends[0] = a.d < low ? at(low) : a;
        ends[1] = b.d > high ? at(high) : b;
        return true;
    }

    void block(const std::array<Cut, 2> &ends, std::uint32_t owner)
    {
        const double before = lineAt(ends[0].d) - ends[0].z - bend(ends[0].d);
        const double after = lineAt(ends[1].d) - ends[1].z - bend(ends[1].d);
        if (before == after || (before > 0 && after > 0) || (before < 0 && after < 0)) {
            return;
        }
        // Touching from above is still seen: only a line that goes through is blocked.
        if (before >= 0 && after >= 0) {
            return;
        }
        const double at = ends[0].d + before / (before - after) * (ends[1].d - ends[0].d);
        if (!m_sight.blockedAt || at < *m_sight.blockedAt) {
            m_sight.blockedAt = at;
            m_sight.blocker = owner;
        }
    }

    Vec3 m_eye, m_target;
    double m_length, m_bend;
    double m_nearest = std::numeric_limits<double>::infinity(); ///< up or down, to what blocks an upright line
    Vec2 m_along;
    SightLine m_sight;
};

bool isPlace(const Vec3 &p)
{
    return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
}

/// Looks at a stretch of one row: its rays go nearly the same way.
void look(const RayScene &scene, const ViewshedRequest &request, const Vec2 &first, std::span<Viewshed::Seen> cells)
{
    constexpr double kLeast = 0.1, kAbove = 10;
    const double top = scene.bounds().max.z + kAbove;
    std::vector<RayScene::Ray> rays;
    rays.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double x = first.x + static_cast<double>(i) * request.cell;
        rays.push_back({{x, first.y, top}, {0, 0, -1}, request.farthest});
    }
    const auto surfaces = scene.nearestDistances(rays);
    std::vector<std::size_t> numbers;
    numbers.reserve(cells.size());
    rays.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = surfaces[i] ? Viewshed::Seen::No : Viewshed::Seen::NoSurface;
        if (!surfaces[i]) {
            continue;
        }
        const Vec3 to{first.x + static_cast<double>(i) * request.cell - request.eye.x, first.y - request.eye.y,
                      top - *surfaces[i] + std::max(kLeast, request.targetHeight) - request.eye.z};
        const double length = std::sqrt(to.x * to.x + to.y * to.y + to.z * to.z);
        if (length < RayScene::kNearest) {
            cells[i] = Viewshed::Seen::Yes;
        } else if (length <= request.farthest) {
            rays.push_back({request.eye, {to.x / length, to.y / length, to.z / length}, length});
            numbers.push_back(i);
        }
    }
    const std::vector<bool> blocked = scene.areBlocked(rays);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        cells[numbers[i]] = blocked[i] ? Viewshed::Seen::No : Viewshed::Seen::Yes;
    }
}

} // namespace

SightLine lineOfSight(const OwnedFaces &faces, const Vec3 &eye, const Vec3 &target, std::optional<double> refraction)
{
    if (!isPlace(eye) || !isPlace(target)) {
        SightLine nowhere;
        nowhere.clearance = -std::numeric_limits<double>::infinity();
        nowhere.neededHeight = std::numeric_limits<double>::infinity();
        return nowhere;
    }
    Profile profile(eye, target, refraction);
    for (std::size_t i = 0; i < faces.triangles.size(); ++i) {
        profile.add(faces.triangles[i], faces.owners[i]);
    }
    return profile.finish();
}

double skyViewFactor(const RayScene &scene, const Vec3 &place)
{
    // Equal shares of the weight: azimuths in the middle of their bins, and the square of the sine of the elevation.
    constexpr int kAzimuths = 72, kElevations = 64;
    int free = 0;
    for (int i = 0; i < kAzimuths; ++i) {
        const double azimuth = 2 * std::numbers::pi * (i + 0.5) / kAzimuths;
        for (int j = 0; j < kElevations; ++j) {
            const double up = std::sqrt((j + 0.5) / kElevations);
            const double flat = std::sqrt(1 - up * up);
            const Vec3 direction{flat * std::sin(azimuth), flat * std::cos(azimuth), up};
            free += scene.isBlocked(place, direction, std::numeric_limits<double>::infinity()) ? 0 : 1;
        }
    }
    return static_cast<double>(free) / (kAzimuths * kElevations);
}

std::size_t Viewshed::count(Seen seen) const
{
    return static_cast<std::size_t>(std::count(cells.begin(), cells.end(), seen));
}

Result<Viewshed> viewshed(const RayScene &scene, const ViewshedRequest &request, const CancelToken &cancel)
{
    constexpr double kMost = 1e8;
    const double columns = std::floor((request.high.x - request.low.x) / request.cell);
    const double rows = std::floor((request.high.y - request.low.y) / request.cell);
    if (!isPlace(request.eye)) {
        return fail(ErrorCode::Usage, Texts::tr("The eye is no place: its coordinates are not three numbers."));
    }
    if (!(request.cell > 0) || !(columns >= 1) || !(rows >= 1) || columns * rows > kMost) {
        return fail(ErrorCode::Usage, Texts::tr("The window and the size of a cell do not make a grid of at least one "
                                                "and at most 100 million cells."));
    }
    Viewshed seen;
    seen.cell = request.cell;
    seen.columns = static_cast<int>(columns);
    seen.rows = static_cast<int>(rows);
    seen.origin = {request.low.x + request.cell / 2, request.low.y + request.cell / 2};
    seen.cells.resize(static_cast<std::size_t>(seen.columns) * static_cast<std::size_t>(seen.rows));
    std::vector<int> lines(static_cast<std::size_t>(seen.rows));
    for (int row = 0; row < seen.rows; ++row) {
        lines[static_cast<std::size_t>(row)] = row;
    }
    QtConcurrent::blockingMap(lines, [&](int row) {
        constexpr int kStretch = 256;
        for (int column = 0; column < seen.columns && !cancel.isCancelled(); column += kStretch) {
            const std::size_t at = static_cast<std::size_t>(row) * static_cast<std::size_t>(seen.columns) +
                                   static_cast<std::size_t>(column);
            const int count = std::min(kStretch, seen.columns - column);
            look(scene, request, {seen.origin.x + column * seen.cell, seen.origin.y + row * seen.cell},
                 std::span(seen.cells).subspan(at, static_cast<std::size_t>(count)));
        }
    });
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The computation of what is seen was cancelled."));
    }
    return seen;
}

} // namespace loci::analysis
