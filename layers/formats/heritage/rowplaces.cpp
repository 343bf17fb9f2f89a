// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/rowplaces.h"

#include "layers/domain/geodesy/gcj02.h"
#include "layers/formats/heritage/ogrsupport.h"

#include <QCoreApplication>
#include <cmath>

namespace loci::formats {

using geodesy::WebDatum;
using heritage::PlaceRule;
using heritage::RowPlace;
using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowPlaces)
};

constexpr int kDegreeDecimals = 9; ///< a tenth of a millimetre
constexpr int kMetreDecimals = 4;

/// Moves every vertex back to WGS 84.
class DatumShift final : public OGRDefaultGeometryVisitor
{
public:
    explicit DatumShift(WebDatum datum) : m_datum(datum) {}
    using OGRDefaultGeometryVisitor::visit;
    void visit(OGRPoint *point) override
    {
        const Vec2 moved = geodesy::fromWebDatum(m_datum, {point->getX(), point->getY()});
        point->setX(moved.x);
        point->setY(moved.y);
    }

private:
    WebDatum m_datum;
};

WebDatum datumOf(const QString &crs)
{
    const QString key = crs.toLower().remove(QLatin1Char('-'));
    return geodesy::webDatumFromKey(key);
}

class Placer
{
public:
    Placer(const RowTable &table, const PlaceRule &rule) : m_table(table), m_rule(rule) {}
    Result<Loaded<std::vector<RowPlace>>> place(const CancelToken &cancel);

private:
    using GeometryPtr = std::unique_ptr<OGRGeometry>;
    Result<> prepare();
    Result<int> needColumn(const QString &name) const;
    RowPlace placeRow(const RowTable::Row &row);
    GeometryPtr shapeOf(const RowTable::Row &row, RowPlace &place) const;
    GeometryPtr pointOf(const RowTable::Row &row, RowPlace &place) const;
    GeometryPtr wktShape(const RowTable::Row &row, RowPlace &place) const;
    bool convert(OGRGeometry &geometry);
    bool isUnknownPlace(const OGRGeometry &geometry) const;
    void checkRange(const OGRGeometry &geometry, RowPlace &place) const;
    void finish();

    const RowTable &m_table;
    const PlaceRule &m_rule;
    QString m_crs;
    WebDatum m_datum = WebDatum::None;
    bool m_isGeographic = true;
    std::unique_ptr<OGRCoordinateTransformation> m_transform;
    int m_first = -1, m_second = -1;
    int m_shifted = 0, m_without = 0;
    QStringList m_zero; ///< rows with coordinates of nought
    FindingList m_findings;
    OgrMessages m_messages;
};

Result<int> Placer::needColumn(const QString &name) const
{
    const int column = m_table.column(name);
    if (column < 0) {
        return fail(ErrorCode::Usage,
                    Texts::tr("The mapping takes the place from the column “%1”, which is not there.").arg(name));
    }
    return column;
}

Result<> Placer::prepare()
{
    if (m_rule.source == PlaceRule::Source::Columns) {
        LOCI_TRY(m_first, needColumn(m_rule.longitude));
        LOCI_TRY(m_second, needColumn(m_rule.latitude));
    } else if (m_rule.source == PlaceRule::Source::Wkt) {
        LOCI_TRY(m_first, needColumn(m_rule.wkt));
    }
    m_crs = m_rule.crs.isEmpty() ? m_table.crs : m_rule.crs;
    m_datum = datumOf(m_crs);
    if (m_datum != WebDatum::None) {
        m_crs = geodesy::webDatumName(m_datum);
        return {};
    }
    if (m_crs.isEmpty()) {
        m_crs = QStringLiteral("EPSG:4326");
        Finding finding;
        finding.severity = Severity::Warning;
        finding.code = QStringLiteral("crs_assumed");
        finding.message =
            Texts::tr("Neither the file nor the mapping states a reference system; longitude and latitude were taken "
                      "for WGS 84.");
        m_findings.add(std::move(finding));
    }
    const std::unique_ptr<OGRSpatialReference> from = crsOf(m_crs);
    const std::unique_ptr<OGRSpatialReference> to = crsOf(QStringLiteral("EPSG:4326"));
    if (from == nullptr || to == nullptr) {
        return fail(ErrorCode::Usage, Texts::tr("The reference system “%1” is not known.").arg(m_crs.left(60)));
    }
    m_isGeographic = from->IsGeographic() != 0;
    if (m_crs != QLatin1String("EPSG:4326")) {
        m_transform.reset(OGRCreateCoordinateTransformation(from.get(), to.get()));
        if (m_transform == nullptr) {
            return fail(ErrorCode::Unsupported,
                        Texts::tr("There is no way from the reference system “%1” to WGS 84.").arg(m_crs.left(60)),
                        m_messages.last());
        }
    }
    return {};
}

Placer::GeometryPtr Placer::pointOf(const RowTable::Row &row, RowPlace &place) const
{
    const QString x = m_table.value(row, m_first).trimmed();
    const QString y = m_table.value(row, m_second).trimmed();
    if (x.isEmpty() && y.isEmpty()) {
        return nullptr;
    }
    bool okX = false;
    bool okY = false;
    const double east = x.toDouble(&okX);
    const double north = y.toDouble(&okY);
    if (!okX || !okY || !std::isfinite(east) || !std::isfinite(north)) {
        place.field = okX ? m_rule.latitude : m_rule.longitude;
        place.problem = Texts::tr("“%1” is no coordinate.").arg(okX ? y : x);
        return nullptr;
    }
    return std::make_unique<OGRPoint>(east, north);
}

Placer::GeometryPtr Placer::wktShape(const RowTable::Row &row, RowPlace &place) const
{
    const QString text = m_table.value(row, m_first).trimmed();
    if (text.isEmpty()) {
        return nullptr;
    }
    OGRGeometry *geometry = nullptr;
    const OGRErr error = OGRGeometryFactory::createFromWkt(text.toUtf8().constData(), nullptr, &geometry);
    GeometryPtr owned(geometry);
    if (error != OGRERR_NONE || owned == nullptr || owned->IsEmpty() != 0) {
        place.field = m_rule.wkt;
        place.problem = Texts::tr("“%1” is no shape in WKT.").arg(text.left(40));
        return nullptr;
    }
    return owned;
}

Placer::GeometryPtr Placer::shapeOf(const RowTable::Row &row, RowPlace &place) const
{
    switch (m_rule.source) {
    case PlaceRule::Source::Columns:
        return pointOf(row, place);
    case PlaceRule::Source::Wkt:
        return wktShape(row, place);
    case PlaceRule::Source::Shape:
        break;
    case PlaceRule::Source::None:
        return nullptr;
    }
    if (row.wkb.isEmpty()) {
        return nullptr;
    }
    OGRGeometry *geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(row.wkb.constData(), nullptr, &geometry,
                                          static_cast<size_t>(row.wkb.size())) != OGRERR_NONE) {
        return nullptr;
    }
    geometry->flattenTo2D();
    return GeometryPtr(geometry);
}

bool Placer::convert(OGRGeometry &geometry)
{
    if (m_datum != WebDatum::None) {
        DatumShift shift(m_datum);
        geometry.accept(&shift);
        return true;
    }
    return m_transform == nullptr || geometry.transform(m_transform.get()) == OGRERR_NONE;
}

/// Nobody's monument lies on the equator in the Gulf of Guinea: both zero means that nothing was known.
bool Placer::isUnknownPlace(const OGRGeometry &geometry) const
{
    OGREnvelope box;
    geometry.getEnvelope(&box);
    return box.MinX == 0 && box.MaxX == 0 && box.MinY == 0 && box.MaxY == 0;
}

void Placer::checkRange(const OGRGeometry &geometry, RowPlace &place) const
{
    OGREnvelope box;
    geometry.getEnvelope(&box);
    const bool isFinite =
        std::isfinite(box.MinX) && std::isfinite(box.MaxX) && std::isfinite(box.MinY) && std::isfinite(box.MaxY);
    if (isFinite && box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90) {
        return;
    }
    const bool isSwapped = isFinite && box.MinX >= -90 && box.MaxX <= 90 && box.MinY >= -180 && box.MaxY <= 180;
    place.problem =
        isSwapped
            ? Texts::tr("The coordinates lie outside of the Earth; longitude and latitude may be swapped.")
            : Texts::tr("The coordinates lie outside of the Earth in the reference system %1.").arg(m_crs.left(60));
}

RowPlace Placer::placeRow(const RowTable::Row &row)
{
    RowPlace place;
    const GeometryPtr geometry = shapeOf(row, place);
    if (geometry == nullptr) {
        m_without += m_rule.source == PlaceRule::Source::None ? 0 : 1;
        return place;
    }
    if (isUnknownPlace(*geometry)) {
        m_zero << QString::number(row.number);
        return place;
    }
    const bool isConverted = m_datum != WebDatum::None || m_transform != nullptr;
    const QString written =
        isConverted ? wktOf(*geometry, m_isGeographic ? kDegreeDecimals : kMetreDecimals) : QString();
    place.field = m_rule.source == PlaceRule::Source::Columns ? m_rule.latitude
                  : m_rule.source == PlaceRule::Source::Wkt   ? m_rule.wkt
                                                              : QStringLiteral("geometry");
    if (!convert(*geometry)) {
        place.problem = Texts::tr("The coordinates do not fit the reference system %1.").arg(m_crs.left(60));
        return place;
    }
    checkRange(*geometry, place);
    if (place.problem.isEmpty()) {
        place.field.clear();
        place.wkt = wktOf(*geometry, kDegreeDecimals);
        place.original = written;
        place.originalCrs = isConverted ? m_crs : QString();
        m_shifted += m_datum != WebDatum::None ? 1 : 0;
    }
    return place;
}

void Placer::finish()
{
    if (m_shifted > 0) {
        Finding finding;
        finding.severity = Severity::Info;
        finding.code = QStringLiteral("web_map_datum");
        finding.message =
            Texts::tr("%1 places were given in %2 and were moved to WGS 84 by an approximate formula (about %3 m); the "
                      "coordinates of the file are kept in the records.")
                .arg(m_shifted)
                .arg(m_crs)
                .arg(geodesy::kWebDatumAccuracy);
        finding.count = m_shifted;
        m_findings.add(std::move(finding));
    }
    if (!m_zero.isEmpty()) {
        Finding finding;
        finding.severity = Severity::Warning;
        finding.code = QStringLiteral("zero_place");
        finding.where = Texts::tr("row %1").arg(m_zero.mid(0, 20).join(QLatin1String(", ")));
        finding.message =
            Texts::tr("The coordinates are both zero, which stands for “unknown”; the record gets no place.");
        finding.count = static_cast<int>(m_zero.size());
        m_findings.add(std::move(finding));
    }
    if (m_without > 0) {
        Finding finding;
        finding.severity = Severity::Info;
        finding.code = QStringLiteral("no_place");
        finding.message = Texts::tr("%1 rows state no place.").arg(m_without);
        finding.count = m_without;
        m_findings.add(std::move(finding));
    }
}

Result<Loaded<std::vector<RowPlace>>> Placer::place(const CancelToken &cancel)
{
    LOCI_CHECK(prepare());
    std::vector<RowPlace> places;
    places.reserve(m_table.rows.size());
    for (const RowTable::Row &row : m_table.rows) {
        if (places.size() % 256 == 0 && cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
        }
        places.push_back(placeRow(row));
    }
    finish();
    return Loaded<std::vector<RowPlace>>{std::move(places), m_findings.take()};
}

} // namespace

Result<Loaded<std::vector<RowPlace>>> placeRows(const RowTable &table, const PlaceRule &rule, const CancelToken &cancel)
{
    prepareOgr();
    return Placer(table, rule).place(cancel);
}

} // namespace loci::formats
