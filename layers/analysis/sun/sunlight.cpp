// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/sun/sunlight.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <QtConcurrent/QtConcurrentMap>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <span>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::Sunlight)
};

constexpr double kDegree = std::numbers::pi / 180;
constexpr double kSecond = 1.0 / 3600; // of an hour

class Looker
{
public:
    Looker(const RayScene &scene, const SunReceiver &receiver, const SunCount &count)
        : m_scene(scene)
        , m_receiver(receiver)
        , m_count(count)
    {
        if (receiver.facing) {
            m_normal = {std::sin(*receiver.facing * kDegree), std::cos(*receiver.facing * kDegree), 0};
        }
    }

    bool isLit(double hour) const
    {
        const Vec3 sun = sunDirection(m_count.latitude, m_count.declination, hour);
        return faces(sun) && !m_scene.isBlocked(m_receiver.place, sun, std::numeric_limits<double>::infinity());
    }

    /// Owner of what hides the sun; nothing when the sun is down or behind the wall, or when it is lit.
    std::optional<std::uint32_t> hiddenBy(double hour) const
    {
        const Vec3 sun = sunDirection(m_count.latitude, m_count.declination, hour);
        const auto hit =
            faces(sun) ? m_scene.nearest(m_receiver.place, sun, std::numeric_limits<double>::infinity()) : std::nullopt;
        return hit ? std::optional(hit->owner) : std::nullopt;
    }

    /// `lit`: at the begin and at each of hours(), as isLit() has it.
    std::vector<SunInterval> runs(const std::vector<bool> &lit) const
    {
        std::vector<SunInterval> found;
        double before = m_count.begin;
        double start = before;
        std::size_t look = 0;
        for (const double hour : hours()) {
            const bool wasLit = lit[look++];
            if (lit[look] != wasLit) {
                const double turn = turning(before, hour, wasLit);
                if (wasLit) {
                    found.push_back({start, turn});
                }
                start = turn;
            }
            before = hour;
        }
        if (lit.back() && m_count.end > start) {
            found.push_back({start, m_count.end});
        }
        return found;
    }

    /// Middles of the steps, and the end.
    std::vector<double> hours() const
    {
        const double span = m_count.end - m_count.begin;
        const int steps = std::max(1, static_cast<int>(std::ceil(span * 60 / m_count.step - 1e-9)));
        std::vector<double> found;
        found.reserve(static_cast<std::size_t>(steps) + 1);
        for (int i = 0; i < steps; ++i) {
            found.push_back(m_count.begin + span * (i + 0.5) / steps);
        }
        found.push_back(m_count.end);
        return found;
    }

    /// Whether the sun is up and before the wall.
    bool faces(const Vec3 &sun) const
    {
        if (sun.z <= 0) {
            return false;
        }
        if (!m_receiver.facing) {
            return true;
        }
        const double towards = sun.x * m_normal.x + sun.y * m_normal.y;
        return towards > 0 && towards >= std::sin(m_count.sweep * kDegree);
    }

private:
    double turning(double low, double high, bool lowLit) const
    {
        while (high - low > kSecond / 2) {
            const double middle = (low + high) / 2;
            (isLit(middle) == lowLit ? low : high) = middle;
        }
        return (low + high) / 2;
    }

    const RayScene &m_scene;
    const SunReceiver &m_receiver;
    const SunCount &m_count;
    Vec3 m_normal;
};

/// For each receiver whether it is lit at the begin and at each of the hours of Looker::hours().
std::vector<std::vector<bool>> litTogether(const RayScene &scene, std::span<const SunReceiver> receivers,
                                           const SunCount &count)
{
    std::vector<Looker> lookers;
    lookers.reserve(receivers.size());
    for (const SunReceiver &receiver : receivers) {
        lookers.emplace_back(scene, receiver, count);
    }
    std::vector<double> looks = lookers.front().hours();
    looks.insert(looks.begin(), count.begin);
    std::vector<std::vector<bool>> lit(receivers.size(), std::vector<bool>(looks.size(), false));
    std::vector<RayScene::Ray> rays;
    std::vector<std::size_t> numbers;
    for (std::size_t look = 0; look < looks.size(); ++look) {
        const Vec3 sun = sunDirection(count.latitude, count.declination, looks[look]);
        rays.clear();
        numbers.clear();
        for (std::size_t i = 0; i < receivers.size(); ++i) {
            if (lookers[i].faces(sun)) {
                rays.push_back({receivers[i].place, sun, std::numeric_limits<double>::infinity()});
                numbers.push_back(i);
            }
        }
        const std::vector<bool> blocked = scene.areBlocked(rays);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            lit[numbers[i]][look] = !blocked[i];
        }
    }
    return lit;
}

double minutesOf(const std::vector<SunInterval> &runs, const SunCount &count)
{
    std::vector<double> lengths;
    for (const SunInterval &run : runs) {
        const double minutes = (run.end - run.begin) * 60;
        if (minutes >= count.leastRun) {
            lengths.push_back(minutes);
        }
    }
    std::sort(lengths.begin(), lengths.end(), std::greater<>());
    const std::size_t most = count.accumulation == SunAccumulation::Sum          ? lengths.size()
                             : count.accumulation == SunAccumulation::LongestRun ? 1
                                                                                 : 2;
    lengths.resize(std::min(most, lengths.size()));
    return std::accumulate(lengths.begin(), lengths.end(), 0.0);
}

bool makesSense(const SunCount &count)
{
    constexpr double kDay = 24;
    return std::abs(count.latitude) <= 90 && std::abs(count.declination) <= 24 && count.begin >= 0 &&
           count.end <= kDay && count.begin < count.end && count.step >= kSecond * 60 && count.sweep >= 0 &&
           count.sweep < 90;
}

/// Calls `each` for every number below `count` on all cores; each writes its own result only.
template <class Each>
Result<> forAll(std::size_t count, const CancelToken &cancel, Each each)
{
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t(0));
    QtConcurrent::blockingMap(numbers, [&](std::size_t number) {
        if (!cancel.isCancelled()) {
            each(number);
        }
    });
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The computation of sunlight was cancelled."));
    }
    return {};
}

/// Whether an upright face has the point in it, seen from its front.
bool isOnWall(const Triangle3 &t, const Vec3 &p)
{
    constexpr double kNear = 1e-3;
    Vec2 along;
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec2 edge{t[(i + 1) % 3].x - t[i].x, t[(i + 1) % 3].y - t[i].y};
        along = std::hypot(edge.x, edge.y) > std::hypot(along.x, along.y) ? edge : along;
    }
    const double length = std::hypot(along.x, along.y);
    if (!(length > 0)) {
        return false;
    }
    along = {along.x / length, along.y / length};
    const Vec2 to{p.x - t[0].x, p.y - t[0].y};
    if (std::abs(along.x * to.y - along.y * to.x) > kNear) {
        return false;
    }
    Triangle3 flat;
    for (std::size_t i = 0; i < 3; ++i) {
        flat[i] = {along.x * (t[i].x - t[0].x) + along.y * (t[i].y - t[0].y), t[i].z, 0};
    }
    return heightIn(flat, {along.x * to.x + along.y * to.y, p.z}).has_value();
}

/// A place lifted to the ground beside it; nothing where no wall is at that height.
std::optional<Vec3> aboveGround(std::span<const Triangle3> faces, const Vec3 &place, double facing, double height,
                                const city::TerrainSampler &ground)
{
    constexpr double kBeside = 0.05; // metres before the wall
    const Vec2 before{place.x + kBeside * std::sin(facing * kDegree), place.y + kBeside * std::cos(facing * kDegree)};
    const auto z = ground ? ground(before) : std::nullopt;
    if (!z || *z + height <= place.z) {
        return place;
    }
    const Vec3 lifted{place.x, place.y, *z + height};
    const bool isThere =
        std::any_of(faces.begin(), faces.end(), [&lifted](const Triangle3 &t) { return isOnWall(t, lifted); });
    return isThere ? std::optional(lifted) : std::nullopt;
}

tl::unexpected<Error> senseless()
{
    return fail(ErrorCode::Usage, Texts::tr("Sunlight needs a latitude up to 90 degrees, hours of one day in order, a "
                                            "step of at least a second and an angle to the wall below 90 degrees."));
}

} // namespace

Vec3 sunDirection(double latitude, double declination, double hour)
{
    const double phi = latitude * kDegree, delta = declination * kDegree, angle = 15 * (hour - 12) * kDegree;
    return {-std::cos(delta) * std::sin(angle),
            std::sin(delta) * std::cos(phi) - std::cos(delta) * std::sin(phi) * std::cos(angle),
            std::sin(phi) * std::sin(delta) + std::cos(phi) * std::cos(delta) * std::cos(angle)};
}

QString polarState(double latitude, double declination)
{
    if (sunDirection(latitude, declination, 12).z <= 0) {
        return QStringLiteral("night");
    }
    return sunDirection(latitude, declination, 0).z > 0 ? QStringLiteral("day") : QString();
}

bool isEverUp(const SunCount &count)
{
    const double highest = std::clamp(12.0, count.begin, count.end);
    return sunDirection(count.latitude, count.declination, highest).z > 0;
}

QDateTime utcOf(const QDate &day, double solarHour, double longitude)
{
    const QDateTime midnight(day, QTime(0, 0), Qt::UTC);
    double minutes = solarHour * 60 - 4 * longitude;
    for (int round = 0; round < 3; ++round) {
        const QDateTime guess = midnight.addMSecs(qRound64(minutes * 60000));
        minutes = solarHour * 60 - 4 * longitude - sun::solarPosition(guess, {0, longitude}).equationOfTime;
    }
    return midnight.addMSecs(qRound64(minutes * 60000));
}

double declinationAtNoon(const QDate &day, double longitude)
{
    return sun::solarPosition(utcOf(day, 12, longitude), {0, longitude}).declination;
}

Result<std::vector<SunHours>> sunHours(const RayScene &scene, const std::vector<SunReceiver> &receivers,
                                       const SunCount &count, const CancelToken &cancel)
{
    if (!makesSense(count)) {
        return senseless();
    }
    // Neighbours look at the same sun together: their rays go the same way.
    constexpr std::size_t kTogether = 64;
    std::vector<SunHours> hours(receivers.size());
    LOCI_CHECK(forAll((receivers.size() + kTogether - 1) / kTogether, cancel, [&](std::size_t group) {
        const std::size_t first = group * kTogether;
        const auto some = std::span(receivers).subspan(first, std::min(kTogether, receivers.size() - first));
        const std::vector<std::vector<bool>> lit = litTogether(scene, some, count);
        for (std::size_t i = 0; i < some.size(); ++i) {
            hours[first + i].runs = Looker(scene, some[i], count).runs(lit[i]);
            hours[first + i].minutes = minutesOf(hours[first + i].runs, count);
        }
    }));
    return hours;
}

Result<std::vector<SunHours>> sunHoursAfter(const RayScene &before, const RayScene &after,
                                            const std::vector<SunReceiver> &receivers, const SunCount &count,
                                            const CancelToken &cancel)
{
    LOCI_TRY(std::vector<SunHours> hours, sunHours(after, receivers, count, cancel));
    LOCI_CHECK(forAll(receivers.size(), cancel, [&](std::size_t i) {
        const Looker old(before, receivers[i], count), now(after, receivers[i], count);
        std::vector<double> middles = now.hours();
        middles.pop_back();
        const double each = (count.end - count.begin) * 60 / static_cast<double>(middles.size());
        for (const double hour : middles) {
            const auto owner = now.hiddenBy(hour);
            if (owner && old.isLit(hour)) {
                hours[i].lostTo[*owner] += each;
            }
        }
    }));
    return hours;
}

std::vector<SunReceiver> wallReceivers(std::span<const Triangle3> faces, double height, double spacing,
                                       const QString &id, const city::TerrainSampler &ground)
{
    std::vector<SunReceiver> receivers;
    double foot = std::numeric_limits<double>::infinity();
    for (const Triangle3 &t : faces) {
        foot = std::min({foot, t[0].z, t[1].z, t[2].z});
    }
    const double z = foot + height;
    for (const Triangle3 &t : faces) {
        const Vec3 u{t[1].x - t[0].x, t[1].y - t[0].y, t[1].z - t[0].z};
        const Vec3 v{t[2].x - t[0].x, t[2].y - t[0].y, t[2].z - t[0].z};
        const Vec3 n{u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x};
        const double flat = std::hypot(n.x, n.y);
        constexpr double kSteep = 0.3; // of the normal's length: what leans more is roof
        if (!(flat > 0) || std::abs(n.z) > kSteep * std::hypot(flat, n.z)) {
            continue;
        }
        std::array<Vec2, 2> ends{};
        std::size_t found = 0;
        for (std::size_t i = 0; i < 3 && found < 2; ++i) {
            const Vec3 &a = t[i];
            const Vec3 &b = t[(i + 1) % 3];
            if ((a.z >= z) != (b.z >= z)) {
                const double s = (z - a.z) / (b.z - a.z);
                ends[found++] = {a.x + s * (b.x - a.x), a.y + s * (b.y - a.y)};
            }
        }
        const double length = found == 2 ? std::hypot(ends[1].x - ends[0].x, ends[1].y - ends[0].y) : 0;
        const int count = length > 0 ? std::max(1, static_cast<int>(std::ceil(length / spacing))) : 0;
        const double facing = std::atan2(n.x, n.y) / kDegree;
        for (int i = 0; i < count; ++i) {
            const double s = (i + 0.5) / count;
            const Vec3 level{ends[0].x + s * (ends[1].x - ends[0].x), ends[0].y + s * (ends[1].y - ends[0].y), z};
            if (const auto place = aboveGround(faces, level, facing, height, ground)) {
                receivers.push_back({QStringLiteral("%1/%2").arg(id).arg(receivers.size()), *place,
                                     facing < 0 ? facing + 360 : facing});
            }
        }
    }
    return receivers;
}

} // namespace loci::analysis
