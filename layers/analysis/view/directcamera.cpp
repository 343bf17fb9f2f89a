// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/directcamera.h"

#include <cmath>
#include <gsl/gsl_linalg.h>
#include <memory>

namespace loci::analysis {

using planning::ControlPoint;
using planning::PhotoCamera;

namespace {

using Matrix = std::unique_ptr<gsl_matrix, decltype(&gsl_matrix_free)>;
using Vector = std::unique_ptr<gsl_vector, decltype(&gsl_vector_free)>;

Vec3 minus(const Vec3 &a, const Vec3 &b)
{
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}

Vec3 scaled(const Vec3 &a, double s)
{
    return {a.x * s, a.y * s, a.z * s};
}

double dot(const Vec3 &a, const Vec3 &b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

Vec3 cross(const Vec3 &a, const Vec3 &b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

double lengthOf(const Vec3 &a)
{
    return std::sqrt(dot(a, a));
}

Vec3 unit(const Vec3 &a)
{
    const double length = lengthOf(a);
    return length > 0 ? scaled(a, 1 / length) : a;
}

double spreadOf(const std::vector<ControlPoint> &points, const Vec3 &middle)
{
    double sum = 0;
    for (const ControlPoint &point : points) {
        sum += lengthOf(minus(point.place, middle));
    }
    return sum / static_cast<double>(points.size());
}

PhotoCamera lookingAt(const Vec3 &eye, const Vec3 &focus, double focal, int width, int height)
{
    PhotoCamera camera;
    camera.width = width;
    camera.height = height;
    camera.focal = focal;
    camera.eye = eye;
    const Vec3 forward = unit(minus(focus, eye));
    Vec3 right = cross(forward, {0, 0, 1});
    right = lengthOf(right) > 1e-9 ? unit(right) : Vec3{1, 0, 0};
    camera.axes = {right, cross(forward, right), forward};
    return camera;
}

/// Rows of three of the projection matrix with its last column, for pixels from the middle of the picture in halves of
/// its width, and places around `middle` in units of `spread`.
struct Projection
{
    Vec3 rows[3];
    double shift[3] = {};
};

std::optional<Projection> projectionOf(const std::vector<ControlPoint> &points, const Vec3 &middle, double spread,
                                       int width, int height)
{
    constexpr std::size_t kEntries = 12;
    const Matrix system(gsl_matrix_calloc(std::max<std::size_t>(2 * points.size(), kEntries), kEntries),
                        gsl_matrix_free);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Vec3 p = scaled(minus(points[i].place, middle), 1 / spread);
        const double place[4] = {p.x, p.y, p.z, 1};
        const double pixel[2] = {(points[i].pixel.x - width / 2.0) * 2 / width,
                                 (points[i].pixel.y - height / 2.0) * 2 / width};
        for (std::size_t axis = 0; axis < 2; ++axis) {
            for (std::size_t k = 0; k < 4; ++k) {
                gsl_matrix_set(system.get(), 2 * i + axis, 4 * axis + k, place[k]);
                gsl_matrix_set(system.get(), 2 * i + axis, 8 + k, -pixel[axis] * place[k]);
            }
        }
    }
    const Matrix directions(gsl_matrix_alloc(kEntries, kEntries), gsl_matrix_free);
    const Vector values(gsl_vector_alloc(kEntries), gsl_vector_free);
    const Vector work(gsl_vector_alloc(kEntries), gsl_vector_free);
    if (gsl_linalg_SV_decomp(system.get(), directions.get(), values.get(), work.get()) != 0) {
        return std::nullopt;
    }
    constexpr double kOpen = 1e-6; // two directions without weight: the points decide nothing
    if (gsl_vector_get(values.get(), kEntries - 2) < kOpen * gsl_vector_get(values.get(), 0)) {
        return std::nullopt;
    }
    Projection found;
    for (std::size_t row = 0; row < 3; ++row) {
        const auto entry = [&](std::size_t k) { return gsl_matrix_get(directions.get(), 4 * row + k, kEntries - 1); };
        found.rows[row] = {entry(0), entry(1), entry(2)};
        found.shift[row] = entry(3);
    }
    return found;
}

/// Where all three rows give zero: the eye.
std::optional<Vec3> eyeOf(const Projection &p)
{
    const double determinant = dot(p.rows[0], cross(p.rows[1], p.rows[2]));
    if (determinant == 0 || !std::isfinite(determinant)) {
        return std::nullopt;
    }
    const Vec3 a = scaled(cross(p.rows[1], p.rows[2]), -p.shift[0] / determinant);
    const Vec3 b = scaled(cross(p.rows[2], p.rows[0]), -p.shift[1] / determinant);
    const Vec3 c = scaled(cross(p.rows[0], p.rows[1]), -p.shift[2] / determinant);
    return Vec3{a.x + b.x + c.x, a.y + b.y + c.y, a.z + b.z + c.z};
}

} // namespace

Vec3 middleOf(const std::vector<ControlPoint> &points)
{
    Vec3 sum;
    for (const ControlPoint &point : points) {
        const double share = 1 / static_cast<double>(points.size());
        sum = {sum.x + share * point.place.x, sum.y + share * point.place.y, sum.z + share * point.place.z};
    }
    return sum;
}

std::optional<PhotoCamera> directCamera(const std::vector<ControlPoint> &points, int width, int height)
{
    const Vec3 middle = middleOf(points);
    const double spread = spreadOf(points, middle);
    if (!(spread > 0) || width <= 0) {
        return std::nullopt;
    }
    auto found = projectionOf(points, middle, spread, width, height);
    const auto eye = found ? eyeOf(*found) : std::nullopt;
    if (!eye) {
        return std::nullopt;
    }
    // Depth is positive where the points are.
    double depth = 0;
    for (const ControlPoint &point : points) {
        depth += dot(found->rows[2], scaled(minus(point.place, middle), 1 / spread)) + found->shift[2];
    }
    const double size = lengthOf(found->rows[2]) * (depth < 0 ? -1 : 1);
    if (size == 0) {
        return std::nullopt;
    }
    for (Vec3 &row : found->rows) {
        row = scaled(row, 1 / size);
    }
    PhotoCamera camera;
    camera.width = width;
    camera.height = height;
    camera.eye = {middle.x + spread * eye->x, middle.y + spread * eye->y, middle.z + spread * eye->z};
    const Vec3 forward = unit(found->rows[2]);
    const Vec3 right = unit(minus(found->rows[0], scaled(forward, dot(found->rows[0], forward))));
    const Vec3 down = cross(forward, right);
    camera.axes = {right, down, forward};
    camera.focal = dot(found->rows[0], right) * width / 2.0;
    return camera.focal > 0 && std::isfinite(camera.focal) ? std::optional(camera) : std::nullopt;
}

std::vector<PhotoCamera> startsFor(const std::vector<ControlPoint> &points, int width, int height,
                                   const std::optional<Vec3> &near)
{
    std::vector<PhotoCamera> starts;
    if (const auto direct = directCamera(points, width, height)) {
        starts.push_back(*direct);
    }
    const Vec3 middle = middleOf(points);
    std::vector<Vec3> eyes;
    if (near) {
        eyes.push_back(*near);
    } else {
        constexpr int kSides = 8;
        const double away = 4 * spreadOf(points, middle);
        for (int i = 0; i < kSides; ++i) {
            const double angle = 2 * M_PI * i / kSides;
            eyes.push_back({middle.x + away * std::cos(angle), middle.y + away * std::sin(angle), middle.z});
        }
    }
    for (const Vec3 &eye : eyes) {
        for (const double lens : {0.7, 1.2, 2.5}) {
            starts.push_back(lookingAt(eye, middle, lens * width, width, height));
        }
    }
    return starts;
}

} // namespace loci::analysis
