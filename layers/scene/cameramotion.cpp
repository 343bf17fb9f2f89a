// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/cameramotion.h"

#include <algorithm>
#include <numbers>

namespace loci::scene {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

Vec3 sight(const ViewAngles &angles)
{
    const double flat = std::cos(angles.tilt * kDegree);
    return {flat * std::sin(angles.azimuth * kDegree), flat * std::cos(angles.azimuth * kDegree),
            -std::sin(angles.tilt * kDegree)};
}

Vec3 turnedAbout(const Vec3 &axis, const Vec3 &v, double angle)
{
    const double c = std::cos(angle * kDegree);
    const double s = std::sin(angle * kDegree);
    return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1 - c));
}

double shortWay(double angle)
{
    return std::remainder(angle, 360.0);
}

/// The same sight from farther away and turned up or down, so that the whole box is in the picture.
Camera showingAll(const Camera &camera, const Box3 &box, double tanX, double tanY)
{
    Camera shown = camera;
    const Vec3 forward = normalised(camera.focus - camera.position);
    const Vec3 right = normalised(cross(forward, {0, 0, 1}));
    const Vec3 up = cross(right, forward);
    for (int round = 0; round < 12; ++round) {
        double low = 1e9;
        double high = -1e9;
        double wide = 0;
        for (int corner = 0; corner < 8; ++corner) {
            const Vec3 p = Vec3{corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                corner & 4 ? box.max.z : box.min.z} -
                           shown.position;
            const double depth = std::max(0.1, dot(p, forward));
            low = std::min(low, dot(p, up) / depth);
            high = std::max(high, dot(p, up) / depth);
            wide = std::max(wide, std::abs(dot(p, right)) / depth);
        }
        const double distance = length(shown.focus - shown.position);
        shown = moved(shown, up * ((low + high) / 2 * distance));
        const double factor = std::max((high - low) / 2 / (0.9 * tanY), wide / (0.97 * tanX));
        if (factor <= 1) {
            break;
        }
        shown.position = shown.focus - forward * (distance * std::min(factor * 1.02, 4.0));
    }
    return shown;
}

} // namespace

ViewAngles anglesOf(const Camera &camera)
{
    const Vec3 d = normalised(camera.focus - camera.position);
    double azimuth = std::atan2(d.x, d.y) / kDegree;
    return {azimuth < 0 ? azimuth + 360 : azimuth, std::asin(std::clamp(-d.z, -1.0, 1.0)) / kDegree};
}

Camera fromAngles(const Vec3 &focus, double distance, const ViewAngles &angles)
{
    return {focus - sight({angles.azimuth, std::clamp(angles.tilt, -kMostTilt, kMostTilt)}) * distance, focus};
}

Camera orbited(const Camera &camera, const Vec3 &pivot, double azimuth, double tilt)
{
    const ViewAngles now = anglesOf(camera);
    const double allowed = std::clamp(now.tilt + tilt, std::min(kLeastTilt, now.tilt), kMostTilt) - now.tilt;
    // First tilt about the level axis to the right of the sight, then turn about the plumb line.
    const Vec3 right{std::cos(now.azimuth * kDegree), -std::sin(now.azimuth * kDegree), 0};
    const auto both = [&](const Vec3 &p) {
        const Vec3 tilted = turnedAbout(right, p - pivot, -allowed);
        return pivot + turnedAbout({0, 0, 1}, tilted, -azimuth);
    };
    return {both(camera.position), both(camera.focus)};
}

Camera turned(const Camera &camera, double azimuth, double tilt)
{
    const ViewAngles now = anglesOf(camera);
    const ViewAngles next{now.azimuth + azimuth, std::clamp(now.tilt + tilt, -30.0, kMostTilt)};
    return {camera.position, camera.position + sight(next) * length(camera.focus - camera.position)};
}

Camera moved(const Camera &camera, const Vec3 &by)
{
    return {camera.position + by, camera.focus + by};
}

Camera zoomed(const Camera &camera, const Vec3 &place, double factor)
{
    const Vec3 eye = place + (camera.position - place) * factor;
    const Vec3 direction = normalised(camera.focus - camera.position);
    const double distance = std::max(0.5, length(camera.focus - camera.position) * factor);
    return {eye, eye + direction * distance};
}

Camera fitting(const Box3 &box, double aspect, const ViewAngles &angles)
{
    const Vec3 forward = sight(angles);
    const Vec3 right{std::cos(angles.azimuth * kDegree), -std::sin(angles.azimuth * kDegree), 0};
    const Vec3 up = cross(right, forward);
    const double tanY = std::tan(kViewAngle / 2 * kDegree);
    const double tanX = tanY * std::max(aspect, 0.2);
    // The focus lies low: a city is wide and flat.
    Vec3 focus = box.centre();
    const double height = std::isfinite(box.max.z - box.min.z) ? box.max.z - box.min.z : 0;
    focus.z = (std::isfinite(box.min.z) ? box.min.z : 0) + std::min(height / 3, 12.0);
    // An ellipse inside the box stands for the city: its corners are mostly empty.
    const double a = (box.max.x - box.min.x) / 2;
    const double b = (box.max.y - box.min.y) / 2;
    double distance = 30;
    double low = 0;
    double high = 0;
    for (int round = 0; round < 3; ++round) {
        distance = 30;
        low = high = 0;
        for (int i = 0; i < 24; ++i) {
            const double t = i * 15 * kDegree;
            const Vec3 p = Vec3{box.centre().x + a * std::cos(t), box.centre().y + b * std::sin(t), focus.z} - focus;
            const double depth = dot(p, forward);
            distance = std::max({distance, std::abs(dot(p, right)) / (0.97 * tanX) - depth,
                                 (std::abs(dot(p, up)) + height / 3) / (0.92 * tanY) - depth});
        }
        // Perspective moves the middle of what is seen away from the middle of the box: look there next.
        for (int i = 0; i < 24; ++i) {
            const double t = i * 15 * kDegree;
            const Vec3 p = Vec3{box.centre().x + a * std::cos(t), box.centre().y + b * std::sin(t), focus.z} - focus;
            const double slope = dot(p, up) / std::max(1.0, distance + dot(p, forward));
            high = std::max(high, slope);
            low = std::min(low, slope);
        }
        const double shift = (high + low) / 2 * distance / std::max(0.2, std::sin(angles.tilt * kDegree));
        focus = focus + Vec3{std::sin(angles.azimuth * kDegree), std::cos(angles.azimuth * kDegree), 0} * shift;
    }
    const Camera found = fromAngles(focus, distance, angles);
    constexpr double kTower = 0.5; // its height to its width: then it is the top that must not be cut off
    return height > kTower * 2 * std::max(a, b) ? showingAll(found, box, tanX, tanY) : found;
}

Flight::Flight(const Camera &from, const Camera &to) : m_from(from), m_to(to)
{
    const double way = length(to.focus - from.focus) + length(to.position - from.position);
    const double scale = std::max(1.0, (length(from.focus - from.position) + length(to.focus - to.position)) / 2);
    const double turn = std::abs(shortWay(anglesOf(to).azimuth - anglesOf(from).azimuth)) / 180;
    m_seconds = std::clamp(0.8 + 0.45 * std::log2(1 + way / scale) + 0.6 * turn, 0.8, 2.5);
    m_rise = std::max(0.0, length(to.focus - from.focus) - 2 * scale) * 0.3;
}

Camera Flight::at(double share) const
{
    if (share >= 1) {
        return m_to;
    }
    const double t = std::clamp(share, 0.0, 1.0);
    const double eased = t * t * t * (t * (6 * t - 15) + 10);
    const ViewAngles a = anglesOf(m_from);
    const ViewAngles b = anglesOf(m_to);
    const double from = std::max(0.1, length(m_from.focus - m_from.position));
    const double to = std::max(0.1, length(m_to.focus - m_to.position));
    // Distances go by ratio: zooming from 2 km to 20 m is even to the eye.
    const double distance = from * std::pow(to / from, eased) + m_rise * 4 * eased * (1 - eased);
    const Vec3 focus = m_from.focus + (m_to.focus - m_from.focus) * eased;
    return fromAngles(focus, distance,
                      {a.azimuth + shortWay(b.azimuth - a.azimuth) * eased, a.tilt + (b.tilt - a.tilt) * eased});
}

} // namespace loci::scene
