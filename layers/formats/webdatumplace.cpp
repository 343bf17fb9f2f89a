// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/webdatumplace.h"

#include "layers/domain/city/modelfinish.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>
#include <proj.h>

namespace loci::formats {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("loci::formats", source);
}

/// From a projected or geographic system to longitude and latitude in degrees, and back.
class Degrees
{
public:
    explicit Degrees(EpsgCode crs) : m_context(proj_context_create())
    {
        proj_context_set_enable_network(m_context.get(), 0);
        proj_log_func(m_context.get(), nullptr, [](void *, int, const char *) {});
        const std::string from = "EPSG:" + std::to_string(crs.value());
        const std::unique_ptr<PJ, Release> raw(
            crs.isKnown() ? proj_create_crs_to_crs(m_context.get(), from.c_str(), "EPSG:4326", nullptr) : nullptr);
        if (raw) {
            m_way.reset(proj_normalize_for_visualization(m_context.get(), raw.get()));
        }
    }
    bool isKnown() const { return m_way != nullptr; }
    std::optional<Vec2> lonLat(const Vec2 &xy) const { return moved(PJ_FWD, xy); }
    std::optional<Vec2> xy(const Vec2 &lonLat) const { return moved(PJ_INV, lonLat); }

private:
    struct Release
    {
        void operator()(PJ *p) const { proj_destroy(p); }
        void operator()(PJ_CONTEXT *c) const { proj_context_destroy(c); }
    };
    std::optional<Vec2> moved(PJ_DIRECTION way, const Vec2 &place) const
    {
        const PJ_COORD there = proj_trans(m_way.get(), way, proj_coord(place.x, place.y, 0, HUGE_VAL));
        return std::isfinite(there.xy.x) && std::isfinite(there.xy.y) ? std::optional(Vec2{there.xy.x, there.xy.y})
                                                                      : std::nullopt;
    }

    std::unique_ptr<PJ_CONTEXT, Release> m_context;
    std::unique_ptr<PJ, Release> m_way;
};

std::int32_t stepsOf(double value, double scale, double translate)
{
    const double steps = std::round((value - translate) / scale);
    return static_cast<std::int32_t>(std::clamp(steps, double(std::numeric_limits<std::int32_t>::min()),
                                                double(std::numeric_limits<std::int32_t>::max())));
}

} // namespace

Result<city::CityModelPtr> shownModel(const city::CityModelPtr &model, const city::ModelAdjustment &adjustment,
                                      const CancelToken &cancel)
{
    const city::CityModelPtr taken = city::adjusted(model, adjustment);
    if (!taken || adjustment.webDatum == geodesy::WebDatum::None) {
        return taken;
    }
    const Degrees degrees(taken->crs);
    if (!degrees.isKnown()) {
        return fail(ErrorCode::Usage,
                    text(QT_TRANSLATE_NOOP("loci::formats", "The coordinates cannot be moved back from %1: the model "
                                                            "does not say which coordinate system it is in."))
                        .arg(geodesy::webDatumName(adjustment.webDatum)));
    }
    const std::shared_ptr<city::CityModel> copy = taken->copy();
    city::VertexStore &vertices = copy->vertices;
    for (std::uint32_t i = 0; i < vertices.size(); ++i) {
        if (i % 4096 == 0 && cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, {});
        }
        const Vec3 place = vertices.at(i);
        const auto shifted = degrees.lonLat({place.x, place.y});
        const auto back = shifted ? degrees.xy(geodesy::fromWebDatum(adjustment.webDatum, *shifted)) : std::nullopt;
        if (back) { // else it lies where the projection has no answer, and stays
            std::int32_t *xyz = vertices.xyz.data() + 3 * static_cast<std::size_t>(i);
            xyz[0] = stepsOf(back->x, vertices.scale[0], vertices.translate[0]);
            xyz[1] = stepsOf(back->y, vertices.scale[1], vertices.translate[1]);
        }
    }
    city::computeExtent(*copy);
    return city::CityModelPtr(copy);
}

} // namespace loci::formats
