// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshassembler.h"

#include "layers/domain/city/modelfinish.h"
#include "layers/formats/mesh/earthframe.h"
#include "layers/formats/mesh/modelappender.h"

#include <algorithm>
#include <cmath>

namespace loci::formats {

namespace {

bool isFinite(const Vec3 &p)
{
    return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
}

/// A look at some of the places: enough to tell the earth's surface from a drawing's own metres.
std::optional<EarthFrame> frameOf(const std::vector<MeshPart> &parts)
{
    constexpr std::size_t kSamplesOfPart = 16;
    Box3 box;
    std::optional<Vec3> first;
    std::size_t looked = 0, near = 0;
    const auto look = [&](const Vec3 &p) {
        if (isFinite(p)) {
            ++looked;
            if (EarthFrame::isNearSurface(p)) {
                ++near;
                first = first ? first : p;
                box.include(p);
            }
        }
    };
    for (const MeshPart &part : parts) {
        const std::size_t step = std::max<std::size_t>(1, part.points.size() / kSamplesOfPart);
        for (std::size_t i = 0; i < part.points.size(); i += step) {
            look(part.points[i]);
        }
        for (const MeshObject &object : part.objects) {
            if (object.shape != city::kNone) {
                look(object.placement.origin());
            }
        }
    }
    if (!first || near * 10 < looked * 9) { // a damaged tile does not decide
        return std::nullopt;
    }
    const std::optional<EarthFrame> around = EarthFrame::around(box.centre());
    return around ? around : EarthFrame::around(*first); // half the globe has its centre deep below
}

/// An instance's matrix turns in geocentric space; on the map it turns as the frame does at its place.
Affine onMap(const EarthFrame &frame, const Affine &placement)
{
    constexpr double kStep = 10;
    const Vec3 at = placement.origin();
    const Vec3 here = frame.toMap(at);
    std::array<Vec3, 3> axes;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Vec3 beside{at.x + (axis == 0 ? kStep : 0), at.y + (axis == 1 ? kStep : 0),
                          at.z + (axis == 2 ? kStep : 0)};
        const Vec3 there = frame.toMap(beside);
        axes[axis] = {(there.x - here.x) / kStep, (there.y - here.y) / kStep, (there.z - here.z) / kStep};
    }
    Affine turned = placement;
    turned.m[3] = turned.m[7] = turned.m[11] = 0;
    return Affine::translation(here) * Affine::columns(axes[0], axes[1], axes[2]) * turned;
}

Box3 boundsOf(const std::vector<MeshPart> &parts)
{
    Box3 box;
    for (const MeshPart &part : parts) {
        for (const std::uint32_t corner : part.corners) {
            if (isFinite(part.points[corner])) {
                box.include(part.points[corner]);
            }
        }
        for (const MeshObject &object : part.objects) {
            if (object.shape != city::kNone && isFinite(object.placement.origin())) {
                box.include(object.placement.origin());
            }
        }
    }
    return box;
}

/// Steps of a power of ten: a millionth of the size, at most a millimetre unless 32 bits ask for more.
double stepFor(double size)
{
    constexpr int kUsual = 3, kFinest = 9; // digits behind the point
    constexpr double kFraction = 1e-6, kRange = 2e9;
    int digits = kUsual;
    while (digits < kFinest && std::pow(10.0, -digits) > size * kFraction * 1.001) {
        ++digits;
    }
    while (size / 2 * std::pow(10.0, digits) > kRange) {
        --digits;
    }
    return digits >= 0 ? 1 / std::pow(10.0, digits) : std::pow(10.0, -digits);
}

void chooseIntegers(city::VertexStore &vertices, const Box3 &box)
{
    if (box.isEmpty()) {
        vertices.scale = {1e-3, 1e-3, 1e-3};
        return;
    }
    const double size = std::max({box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z, 1e-6});
    const double step = stepFor(size);
    vertices.scale = {step, step, step};
    // A whole number of metres where there are any, so that coordinates written out stay short.
    const Vec3 centre = box.centre();
    const auto round = [size](double value) { return size < 1 ? value : std::round(value); };
    vertices.translate = {round(centre.x), round(centre.y), round(centre.z)};
}

} // namespace

Result<LoadedModel> MeshAssembler::finish(const MeshSource &source)
{
    auto model = std::make_shared<city::CityModel>();
    model->sourcePath = m_context.source;
    model->format = source.format;
    model->version = source.version;
    model->crsText = source.crsText;
    model->crs = source.crs;
    const std::optional<EarthFrame> frame =
        source.placement == MeshPlacement::MaybeGeocentric ? frameOf(m_parts) : std::nullopt;
    if (frame) {
        for (MeshPart &part : m_parts) {
            if (m_context.cancel.isCancelled()) {
                return m_context.cancelled();
            }
            frame->toMap(part.points);
            for (MeshObject &object : part.objects) {
                if (object.shape != city::kNone) {
                    object.placement = onMap(*frame, object.placement);
                }
            }
        }
        model->crs = frame->crs();
        model->crsText = QStringLiteral("EPSG:%1").arg(frame->crs().value());
        m_context.report(Severity::Info, "crs_derived",
                         QCoreApplication::translate("loci::formats",
                                                     "The coordinates are geocentric (EPSG:4978); they are shown in %1 "
                                                     "(%2), with heights above the ellipsoid of WGS 84.")
                             .arg(frame->name(), model->crsText));
    } else if (source.placement != MeshPlacement::Stated || source.crsText.isEmpty()) {
        m_context.report(Severity::Info, "no_crs",
                         QCoreApplication::translate("loci::formats",
                                                     "The file states no coordinate reference system; its numbers are "
                                                     "taken as local metres."));
    }
    chooseIntegers(model->vertices, boundsOf(m_parts));
    ModelAppender appender(*model, m_context);
    for (MeshPart &part : m_parts) {
        if (m_context.cancel.isCancelled()) {
            return m_context.cancelled();
        }
        appender.append(part);
        part = {};
    }
    m_parts.clear();
    city::linkChildren(*model);
    city::computeExtent(*model);
    model->buildIndex();
    return LoadedModel{model, m_context.findings.take()};
}

} // namespace loci::formats
