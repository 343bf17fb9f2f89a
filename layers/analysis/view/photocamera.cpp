// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/photocamera.h"

#include "layers/analysis/view/directcamera.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <memory>

namespace loci::analysis {

using planning::ControlPoint;
using planning::PhotoCamera;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::SolvedCamera)
};

constexpr std::size_t kUnknowns = 7; ///< turn about three axes, eye, logarithm of the focal length

struct Search
{
    const std::vector<ControlPoint> *points;
    PhotoCamera start;
    double reach; ///< metres that one unit of the eye's unknowns means
};

Vec3 turned(const Vec3 &v, const Vec3 &turn)
{
    const double angle = std::sqrt(turn.x * turn.x + turn.y * turn.y + turn.z * turn.z);
    if (angle < 1e-15) {
        return v;
    }
    const Vec3 k{turn.x / angle, turn.y / angle, turn.z / angle};
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const double along = (k.x * v.x + k.y * v.y + k.z * v.z) * (1 - c);
    return {v.x * c + (k.y * v.z - k.z * v.y) * s + k.x * along, v.y * c + (k.z * v.x - k.x * v.z) * s + k.y * along,
            v.z * c + (k.x * v.y - k.y * v.x) * s + k.z * along};
}

PhotoCamera cameraAt(const Search &search, const gsl_vector *x)
{
    PhotoCamera camera = search.start;
    const Vec3 turn{gsl_vector_get(x, 0), gsl_vector_get(x, 1), gsl_vector_get(x, 2)};
    for (Vec3 &axis : camera.axes) {
        axis = turned(axis, turn);
    }
    camera.eye.x += search.reach * gsl_vector_get(x, 3);
    camera.eye.y += search.reach * gsl_vector_get(x, 4);
    camera.eye.z += search.reach * gsl_vector_get(x, 5);
    constexpr double kMost = 8; // e^8: no lens is that long
    camera.focal *= std::exp(std::clamp(gsl_vector_get(x, 6), -kMost, kMost));
    return camera;
}

int misses(const gsl_vector *x, void *data, gsl_vector *out)
{
    const auto &search = *static_cast<const Search *>(data);
    const PhotoCamera camera = cameraAt(search, x);
    for (std::size_t i = 0; i < search.points->size(); ++i) {
        const ControlPoint &point = (*search.points)[i];
        const auto seen = camera.project(point.place);
        const double far = 4.0 * camera.width; // behind the eye: worse than any place in the picture
        gsl_vector_set(out, 2 * i, seen ? seen->x - point.pixel.x : far);
        gsl_vector_set(out, 2 * i + 1, seen ? seen->y - point.pixel.y : far);
    }
    return GSL_SUCCESS;
}

SolvedCamera measured(const PhotoCamera &camera, const std::vector<ControlPoint> &points)
{
    SolvedCamera solved;
    solved.camera = camera;
    double sum = 0;
    for (const ControlPoint &point : points) {
        const auto seen = camera.project(point.place);
        const double error = seen ? std::hypot(seen->x - point.pixel.x, seen->y - point.pixel.y) : 4.0 * camera.width;
        solved.errors.push_back(error);
        solved.largest = std::max(solved.largest, error);
        sum += error * error;
    }
    solved.mean = std::sqrt(sum / static_cast<double>(points.size()));
    return solved;
}

/// Standard error of the eye; nothing when the points leave it open.
std::optional<double> eyeErrorOf(const gsl_multifit_nlinear_workspace *work, const Search &search)
{
    constexpr double kWorstCondition = 1e-7;
    double smallest = 1;
    if (gsl_multifit_nlinear_rcond(&smallest, work) != GSL_SUCCESS || !(smallest > kWorstCondition)) {
        return std::nullopt;
    }
    const std::unique_ptr<gsl_matrix, decltype(&gsl_matrix_free)> spread(gsl_matrix_alloc(kUnknowns, kUnknowns),
                                                                         gsl_matrix_free);
    gsl_multifit_nlinear_covar(gsl_multifit_nlinear_jac(work), 0, spread.get());
    double squares = 0;
    gsl_blas_ddot(gsl_multifit_nlinear_residual(work), gsl_multifit_nlinear_residual(work), &squares);
    const double freedom = std::max(1.0, 2.0 * static_cast<double>(search.points->size()) - kUnknowns);
    double variance = 0;
    for (std::size_t i = 3; i < 6; ++i) {
        variance += gsl_matrix_get(spread.get(), i, i);
    }
    return search.reach * std::sqrt(variance * squares / freedom);
}

std::optional<SolvedCamera> refined(const PhotoCamera &start, const std::vector<ControlPoint> &points)
{
    const Vec3 middle = middleOf(points);
    Search search{&points, start,
                  std::max(1.0, std::hypot(start.eye.x - middle.x, start.eye.y - middle.y, start.eye.z - middle.z))};
    gsl_multifit_nlinear_fdf problem{};
    problem.f = misses;
    problem.n = 2 * points.size();
    problem.p = kUnknowns;
    problem.params = &search;
    gsl_multifit_nlinear_parameters options = gsl_multifit_nlinear_default_parameters();
    options.fdtype = GSL_MULTIFIT_NLINEAR_CTRDIFF;
    const std::unique_ptr<gsl_multifit_nlinear_workspace, decltype(&gsl_multifit_nlinear_free)> work(
        gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &options, problem.n, kUnknowns),
        gsl_multifit_nlinear_free);
    const std::unique_ptr<gsl_vector, decltype(&gsl_vector_free)> zero(gsl_vector_calloc(kUnknowns), gsl_vector_free);
    if (gsl_multifit_nlinear_init(zero.get(), &problem, work.get()) != GSL_SUCCESS) {
        return std::nullopt;
    }
    constexpr std::size_t kSteps = 300;
    constexpr double kTolerance = 1e-12;
    int why = 0;
    gsl_multifit_nlinear_driver(kSteps, kTolerance, kTolerance, 0, nullptr, nullptr, &why, work.get());
    SolvedCamera solved = measured(cameraAt(search, gsl_multifit_nlinear_position(work.get())), points);
    const auto eyeError = eyeErrorOf(work.get(), search);
    if (!eyeError || !std::isfinite(solved.mean)) {
        return std::nullopt;
    }
    solved.eyeError = *eyeError;
    return solved;
}

} // namespace

Result<SolvedCamera> solveCamera(const std::vector<ControlPoint> &points, int width, int height,
                                 const std::optional<Vec3> &near)
{
    if (points.size() < static_cast<std::size_t>(planning::SitePhoto::kLeastPoints)) {
        return fail(ErrorCode::Usage, Texts::tr("The camera needs at least six points; there are %n.", nullptr,
                                                static_cast<int>(points.size())));
    }
    gsl_set_error_handler_off(); // answers are looked at instead
    std::optional<SolvedCamera> best;
    for (const PhotoCamera &start : startsFor(points, width, height, near)) {
        const auto found = refined(start, points);
        if (found && (!best || found->mean < best->mean)) {
            best = found;
        }
    }
    if (!best) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("These points do not decide where the camera stood; spread them over the picture, near "
                              "and far, high and low."));
    }
    if (best->mean > width / 20.0) {
        return fail(ErrorCode::Invalid, Texts::tr("No camera shows these points where they were clicked; at least one "
                                                  "of them must belong to another place."));
    }
    return *best;
}

} // namespace loci::analysis
