// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlframes.h"

#include "layers/domain/city/jsontext.h"
#include "layers/formats/crstext.h"

#include <charconv>
#include <cmath>
#include <proj.h>

namespace loci::formats {

namespace {

struct PjDeleter
{
    void operator()(PJ *pj) const { proj_destroy(pj); }
};
using Pj = std::unique_ptr<PJ, PjDeleter>;

struct AdvRow
{
    std::string_view part;
    int code;
};
/// The German surveyors' own names ("urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH"), by their horizontal part.
constexpr AdvRow kAdv[] = {{"ETRS89_UTM31", 25831}, {"ETRS89_UTM32", 25832}, {"ETRS89_UTM33", 25833},
                           {"DE_DHDN_3GK2", 31466}, {"DE_DHDN_3GK3", 31467}, {"DE_DHDN_3GK4", 31468},
                           {"DE_DHDN_3GK5", 31469}, {"ETRS89_LAT-LON", 4258}};

int utmZone(double longitude)
{
    return std::clamp(static_cast<int>(std::floor((longitude + 180) / 6)) + 1, 1, 60);
}

/// A projected system of the same datum that holds the place.
int projectedFor(int geographic, double longitude, double latitude)
{
    const int zone = utmZone(longitude);
    switch (geographic) {
    case 6668: // JGD2011
    case 6667:
        if (zone >= 51 && zone <= 55) {
            return 6688 + zone - 51;
        }
        break;
    case 4612: // JGD2000
    case 4947:
        if (zone >= 51 && zone <= 55) {
            return 3097 + zone - 51;
        }
        break;
    case 4258: // ETRS89
    case 4937:
        if (zone >= 28 && zone <= 38) {
            return 25800 + zone;
        }
        break;
    case 4490: // CGCS2000
    case 4480: {
        const int meridian = static_cast<int>(std::lround(longitude / 3)) * 3;
        if (meridian >= 75 && meridian <= 135) {
            return 4534 + (meridian - 75) / 3;
        }
        break;
    }
    default:
        break;
    }
    return (latitude < 0 ? 32700 : 32600) + zone;
}

bool isLongitude(double value)
{
    return std::abs(value) <= 360;
}
bool isLatitude(double value)
{
    return std::abs(value) <= 90;
}

} // namespace

struct GmlFrames::Projection
{
    Projection() : context(proj_context_create())
    {
        proj_context_set_enable_network(context, 0);
        proj_log_level(context, PJ_LOG_NONE);
    }
    ~Projection() { proj_context_destroy(context); }
    Projection(const Projection &) = delete;
    Projection &operator=(const Projection &) = delete;

    Pj create(int code) const { return Pj(proj_create(context, ("EPSG:" + std::to_string(code)).c_str())); }
    /// Longitude or easting first on both sides.
    Pj between(const PJ *from, const PJ *to) const
    {
        Pj raw(proj_create_crs_to_crs_from_pj(context, const_cast<PJ *>(from), const_cast<PJ *>(to), nullptr, nullptr));
        return raw ? Pj(proj_normalize_for_visualization(context, raw.get())) : Pj();
    }

    PJ_CONTEXT *context;
};

struct GmlFrames::System
{
    EpsgCode code;
    Pj crs; ///< its horizontal part; empty when unknown
    int horizontal = 0;
    bool isGeographic = false;
};

class GmlFrames::Frame
{
public:
    bool swap = false;
    Pj transform; ///< empty: the coordinates stay
};

GmlFrames::GmlFrames(ReadContext &context) : m_context(context), m_proj(std::make_unique<Projection>()) {}

GmlFrames::~GmlFrames()
{
    m_frames.clear(); // before PROJ's context
}

EpsgCode epsgFromSrsName(std::string_view srsName)
{
    std::string upper(srsName);
    for (char &c : upper) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (upper.find(":ADV:") != std::string::npos) {
        for (const AdvRow &row : kAdv) {
            if (upper.find(row.part) != std::string::npos) {
                return EpsgCode(row.code);
            }
        }
        return {};
    }
    if (const std::size_t at = upper.find("EPSG.XML#"); at != std::string::npos) {
        int code = 0;
        std::from_chars(upper.data() + at + 9, upper.data() + upper.size(), code);
        return EpsgCode(std::clamp(code, 0, 999999));
    }
    return epsgFromText(srsName.substr(0, srsName.find('&')));
}

GmlFrames::System GmlFrames::describe(std::string_view srsName) const
{
    System system;
    system.code = epsgFromSrsName(srsName);
    if (!system.code.isKnown()) {
        return system;
    }
    Pj crs = m_proj->create(system.code.value());
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) {
        crs.reset(proj_crs_get_sub_crs(m_proj->context, crs.get(), 0));
    }
    if (!crs) {
        return system;
    }
    const PJ_TYPE type = proj_get_type(crs.get());
    system.isGeographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    if (!system.isGeographic && type != PJ_TYPE_PROJECTED_CRS) {
        return system;
    }
    const char *number = proj_get_id_code(crs.get(), 0);
    system.horizontal = number == nullptr ? system.code.value() : std::atoi(number);
    system.crs = std::move(crs);
    return system;
}

bool GmlFrames::swapsAxes(const System &system, double x, double y) const
{
    double west = 0, south = 0, east = 0, north = 0;
    if (!system.crs ||
        proj_get_area_of_use(m_proj->context, system.crs.get(), &west, &south, &east, &north, nullptr) == 0) {
        return false;
    }
    constexpr double kMargin = 2; // degrees: data reach over the edge of a zone
    const auto isInside = [&](double longitude, double latitude) {
        const bool between = west <= east ? longitude >= west - kMargin && longitude <= east + kMargin
                                          : longitude >= west - kMargin || longitude <= east + kMargin;
        return between && latitude >= south - kMargin && latitude <= north + kMargin;
    };
    if (system.isGeographic) { // the register says latitude first
        const bool asWritten = isLatitude(x) && isLongitude(y) && isInside(y, x);
        const bool otherWay = isLatitude(y) && isLongitude(x) && isInside(x, y);
        return asWritten || !otherWay;
    }
    const Pj base(proj_crs_get_geodetic_crs(m_proj->context, system.crs.get()));
    const Pj back = base ? m_proj->between(system.crs.get(), base.get()) : Pj();
    if (!back) {
        return false;
    }
    const auto fits = [&](double easting, double northing) {
        const PJ_COORD place = proj_trans(back.get(), PJ_FWD, proj_coord(easting, northing, 0, 0));
        return std::isfinite(place.xy.x) && std::isfinite(place.xy.y) && isInside(place.xy.x, place.xy.y);
    };
    return !fits(x, y) && fits(y, x);
}

void GmlFrames::projectGeographic(Frame &frame, const System &system, double x, double y)
{
    city::CityModel &model = m_context.model;
    const double longitude = frame.swap ? y : x;
    const double latitude = frame.swap ? x : y;
    const int code = projectedFor(system.horizontal, longitude, latitude);
    const Pj target = m_proj->create(code);
    frame.transform = target ? m_proj->between(system.crs.get(), target.get()) : Pj();
    if (!frame.transform) {
        return;
    }
    city::appendJsonMember(model.metadata, "sourceReferenceSystem", city::jsonString(model.crsText.toStdString()));
    const QString name = QString::fromUtf8(proj_get_name(target.get()));
    m_context.report(
        Severity::Info, "projected_coordinates",
        QCoreApplication::translate("loci::formats",
                                    "The file is in degrees (%1). Its coordinates were projected to EPSG:%2 (%3), so "
                                    "that lengths and heights are in metres.")
            .arg(model.crsText)
            .arg(code)
            .arg(name));
    model.crs = EpsgCode(code);
    model.crsText = QStringLiteral("https://www.opengis.net/def/crs/EPSG/0/%1").arg(code);
}

void GmlFrames::becomeModel(Frame &frame, const System &system, double x, double y)
{
    m_hasModel = true;
    m_context.currentObject.clear();
    m_context.model.crs = system.code;
    if (system.code.isKnown() && !system.crs) {
        m_context.report(Severity::Warning, "unknown_crs",
                         QCoreApplication::translate("loci::formats",
                                                     "The reference system %1 cannot be used here; the coordinates are "
                                                     "taken as metres, easting first.")
                             .arg(m_context.model.crsText));
    }
    frame.swap = swapsAxes(system, x, y);
    if (system.isGeographic && system.crs) {
        projectGeographic(frame, system, x, y);
    } else if (frame.swap) {
        m_context.report(Severity::Info, "swapped_axes",
                         QCoreApplication::translate("loci::formats",
                                                     "The coordinates are written with the northing first (%1); they "
                                                     "were exchanged.")
                             .arg(m_context.model.crsText));
    }
}

GmlFrames::Frame &GmlFrames::frame(std::string_view srsName, double x, double y)
{
    constexpr std::size_t kMost = 64; // systems of one document; each takes a while to set up
    if (const auto found = m_frames.find(srsName); found != m_frames.end()) {
        return *found->second;
    }
    if (m_frames.size() >= kMost) {
        return *m_frames.begin()->second;
    }
    Frame &made = *m_frames.emplace(srsName, std::make_unique<Frame>()).first->second;
    System system = describe(srsName);
    if (!m_hasModel) {
        m_context.model.crsText = QString::fromUtf8(srsName.data(), static_cast<qsizetype>(srsName.size()));
        becomeModel(made, system, x, y);
        return made;
    }
    made.swap = swapsAxes(system, x, y);
    const EpsgCode model = m_context.model.crs;
    if (srsName.empty() || system.code == model) {
        return made;
    }
    const Pj target = model.isKnown() ? m_proj->create(model.value()) : Pj();
    if (system.crs && target) {
        made.transform = m_proj->between(system.crs.get(), target.get());
    } else {
        m_context.report(
            Severity::Warning, "several_crs",
            QCoreApplication::translate("loci::formats",
                                        "A geometry is in another reference system (%1) than the model, and cannot be "
                                        "transformed; its coordinates are used as they are.")
                .arg(toText(srsName)));
    }
    return made;
}

bool GmlFrames::toModel(Frame &frame, double &x, double &y) const
{
    if (frame.swap) {
        std::swap(x, y);
    }
    if (!frame.transform) {
        return true;
    }
    const PJ_COORD place = proj_trans(frame.transform.get(), PJ_FWD, proj_coord(x, y, 0, 0));
    x = place.xy.x;
    y = place.xy.y;
    return std::isfinite(x) && std::isfinite(y);
}

void GmlFrames::noteName(std::string_view srsName)
{
    if (m_noted.empty()) {
        m_noted = srsName;
    }
}

void GmlFrames::finish()
{
    city::CityModel &model = m_context.model;
    m_context.currentObject.clear();
    if (!m_hasModel && !m_noted.empty()) {
        model.crsText = QString::fromStdString(m_noted);
        model.crs = epsgFromSrsName(m_noted);
    }
    m_context.reportUnknownCrs();
}

} // namespace loci::formats
