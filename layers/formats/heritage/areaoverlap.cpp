// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/areaoverlap.h"

#include "layers/formats/heritage/ogrsupport.h"

namespace loci::formats {

struct GroundArea::Private
{
    std::unique_ptr<OGRGeometry> shape;
    OGREnvelope box;
};

namespace {
double areaOf(const OGRGeometry *shape)
{
    return shape ? OGR_G_Area(OGRGeometry::ToHandle(const_cast<OGRGeometry *>(shape))) : 0;
}
} // namespace

std::optional<GroundArea> GroundArea::of(const QString &wkt, int crs, int toCrs)
{
    const OgrMessages messages;
    OGRGeometry *raw = nullptr;
    if (wkt.isEmpty() || OGRGeometryFactory::createFromWkt(wkt.toUtf8().constData(), nullptr, &raw) != OGRERR_NONE) {
        return std::nullopt;
    }
    auto made = std::make_shared<Private>();
    made->shape.reset(raw);
    if (crs > 0 && toCrs > 0 && crs != toCrs) {
        const auto from = crsOf(QStringLiteral("EPSG:%1").arg(crs));
        const auto to = crsOf(QStringLiteral("EPSG:%1").arg(toCrs));
        const std::unique_ptr<OGRCoordinateTransformation> way(
            from && to ? OGRCreateCoordinateTransformation(from.get(), to.get()) : nullptr);
        if (!way || made->shape->transform(way.get()) != OGRERR_NONE) {
            return std::nullopt;
        }
    }
    made->shape->flattenTo2D();
    if (!made->shape->IsValid()) { // parts of buildings meet and overlap
        made->shape.reset(made->shape->Buffer(0));
    }
    if (areaOf(made->shape.get()) <= 0) {
        return std::nullopt;
    }
    made->shape->getEnvelope(&made->box);
    return GroundArea(made);
}

double GroundArea::overlap(const GroundArea &other) const
{
    if (!m_d->box.Intersects(other.m_d->box)) {
        return 0;
    }
    const OgrMessages messages;
    const std::unique_ptr<OGRGeometry> shared(m_d->shape->Intersection(other.m_d->shape.get()));
    const double common = areaOf(shared.get());
    const double all = areaOf(m_d->shape.get()) + areaOf(other.m_d->shape.get()) - common;
    return all > 0 ? common / all : 0;
}

double GroundArea::west() const
{
    return m_d->box.MinX;
}
double GroundArea::east() const
{
    return m_d->box.MaxX;
}
double GroundArea::south() const
{
    return m_d->box.MinY;
}
double GroundArea::north() const
{
    return m_d->box.MaxY;
}

} // namespace loci::formats
