// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/indicators/ogrtable.h"

#include "layers/map/indicators/tablereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <cmath>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace loci::map {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::map::OgrTable)
};

using GeometryPtr = std::unique_ptr<OGRGeometry>;

struct TransformDeleter
{
    void operator()(OGRCoordinateTransformation *transform) const { OGRCoordinateTransformation::DestroyCT(transform); }
};
using TransformPtr = std::unique_ptr<OGRCoordinateTransformation, TransformDeleter>;

std::vector<Vec2> pointsOf(const OGRLinearRing &ring)
{
    std::vector<Vec2> points;
    const int count = std::max(0, ring.getNumPoints() - 1); // open, as everywhere in Loci
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        points.push_back({ring.getX(i), ring.getY(i)});
    }
    return points;
}

void addPolygon(const OGRPolygon &polygon, std::vector<std::vector<std::vector<Vec2>>> &polygons)
{
    if (polygon.getExteriorRing() == nullptr) {
        return;
    }
    std::vector<std::vector<Vec2>> rings;
    rings.push_back(pointsOf(*polygon.getExteriorRing()));
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
        rings.push_back(pointsOf(*polygon.getInteriorRing(i)));
    }
    polygons.push_back(std::move(rings));
}

} // namespace

class OgrTable::Private
{
public:
    GDALDatasetUniquePtr dataset;
    OGRLayer *layer = nullptr;
    QString path;
    QHash<QString, int> fields;
    TransformPtr placed, measured; ///< null: as it is
    OGRSpatialReference placeSystem, measureSystem;
    std::vector<GeometryPtr> near;
    double nearMetres = 0;
    OGRFeatureUniquePtr feature;

    const OGRSpatialReference *system() const { return layer->GetSpatialRef(); }

    GeometryPtr geometry(OGRCoordinateTransformation *transform) const
    {
        const OGRGeometry *own = feature ? feature->GetGeometryRef() : nullptr;
        if (own == nullptr || own->IsEmpty()) {
            return nullptr;
        }
        GeometryPtr copy(own->clone());
        if (transform != nullptr && copy->transform(transform) != OGRERR_NONE) {
            return nullptr;
        }
        return copy;
    }

    static TransformPtr between(const OGRSpatialReference *from, OGRSpatialReference &to)
    {
        to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (from == nullptr || from->IsSame(&to)) {
            return nullptr;
        }
        return TransformPtr(OGRCreateCoordinateTransformation(from, &to));
    }

    /// Lengths and areas are taken in metres: in the layer's own projection, else on an equal-area plane around it.
    void prepareMeasuring()
    {
        if (system() == nullptr || !system()->IsGeographic()) {
            return;
        }
        OGREnvelope box;
        if (layer->GetExtent(&box, TRUE) != OGRERR_NONE) {
            return;
        }
        const QByteArray plane = QStringLiteral("+proj=laea +lat_0=%1 +lon_0=%2 +datum=WGS84 +units=m")
                                     .arg((box.MinY + box.MaxY) / 2, 0, 'f', 6)
                                     .arg((box.MinX + box.MaxX) / 2, 0, 'f', 6)
                                     .toLatin1();
        if (measureSystem.importFromProj4(plane.constData()) == OGRERR_NONE) {
            measured = between(system(), measureSystem);
        }
    }

    double metresPerUnit() const
    {
        return measured == nullptr && system() != nullptr ? system()->GetLinearUnits(static_cast<char **>(nullptr)) : 1;
    }

    bool isNear() const
    {
        if (near.empty()) {
            return nearMetres <= 0;
        }
        const GeometryPtr own = geometry(measured.get());
        if (!own) {
            return false;
        }
        const double reach = nearMetres / metresPerUnit();
        OGREnvelope box;
        own->getEnvelope(&box);
        for (const GeometryPtr &other : near) {
            OGREnvelope otherBox;
            other->getEnvelope(&otherBox);
            const bool far = otherBox.MinX - box.MaxX > reach || box.MinX - otherBox.MaxX > reach ||
                             otherBox.MinY - box.MaxY > reach || box.MinY - otherBox.MaxY > reach;
            if (!far && own->Distance(other.get()) <= reach) {
                return true;
            }
        }
        return false;
    }
};

class OgrTable::OgrRow final : public indicators::Row
{
public:
    explicit OgrRow(const Private &table) : m_table(table) {}
    QString id() const override
    {
        for (const char *name : {"id", "code", "ref_no", "ID", "编号"}) {
            const auto found = m_table.fields.constFind(QString::fromUtf8(name));
            if (found != m_table.fields.constEnd() && m_table.feature->IsFieldSetAndNotNull(*found)) {
                return QString::fromUtf8(m_table.feature->GetFieldAsString(*found));
            }
        }
        return QString::number(m_table.feature->GetFID());
    }
    indicators::Field field(const QString &name) const override
    {
        const auto found = m_table.fields.constFind(name);
        if (found == m_table.fields.constEnd() || !m_table.feature->IsFieldSetAndNotNull(*found)) {
            return {};
        }
        const OGRFieldType type = m_table.feature->GetFieldDefnRef(*found)->GetType();
        if (type == OFTInteger || type == OFTInteger64 || type == OFTReal) {
            const double value = m_table.feature->GetFieldAsDouble(*found);
            return std::isfinite(value) ? indicators::Field(value) : indicators::Field();
        }
        const QString text = QString::fromUtf8(m_table.feature->GetFieldAsString(*found)).trimmed();
        return text.isEmpty() ? indicators::Field() : indicators::Field(text); // an empty cell is no text
    }
    indicators::Quantity area() const override
    {
        const GeometryPtr geometry = m_table.geometry(m_table.measured.get());
        const double unit = m_table.metresPerUnit();
        return geometry && geometry->getDimension() == 2
                   ? indicators::Quantity(OGR_G_Area(OGRGeometry::ToHandle(geometry.get())) * unit * unit)
                   : std::nullopt;
    }
    indicators::Quantity length() const override
    {
        const GeometryPtr geometry = m_table.geometry(m_table.measured.get());
        return geometry && geometry->getDimension() == 1
                   ? indicators::Quantity(OGR_G_Length(OGRGeometry::ToHandle(geometry.get())) * m_table.metresPerUnit())
                   : std::nullopt;
    }
    std::optional<Vec2> place() const override
    {
        const GeometryPtr geometry = m_table.geometry(m_table.placed.get());
        OGRPoint middle;
        if (!geometry || geometry->Centroid(&middle) != OGRERR_NONE || middle.IsEmpty()) {
            return std::nullopt;
        }
        return Vec2{middle.getX(), middle.getY()};
    }

private:
    const Private &m_table;
};

std::function<Vec2(Vec2)> placer(const QString &from, const QString &to)
{
    OGRSpatialReference source, target;
    if (from.isEmpty() || to.isEmpty() || source.SetFromUserInput(from.toUtf8().constData()) != OGRERR_NONE ||
        target.SetFromUserInput(to.toUtf8().constData()) != OGRERR_NONE) {
        return [](Vec2 place) { return place; };
    }
    source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    target.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (source.IsSame(&target)) {
        return [](Vec2 place) { return place; };
    }
    const std::shared_ptr<OGRCoordinateTransformation> transform(OGRCreateCoordinateTransformation(&source, &target),
                                                                 TransformDeleter());
    return [transform](Vec2 place) {
        if (transform) {
            transform->Transform(1, &place.x, &place.y);
        }
        return place;
    };
}

OgrTable::OgrTable(std::unique_ptr<Private> data) : d(std::move(data)) {}
OgrTable::~OgrTable() = default;

Result<std::unique_ptr<OgrTable>> OgrTable::open(const QString &path, const QString &layer)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (!QFileInfo::exists(path)) {
        return fail(ErrorCode::NotReadable, Texts::tr("The table %1 is not there.").arg(shown));
    }
    GDALAllRegister();
    auto d = std::make_unique<Private>();
    d->path = path;
    d->dataset.reset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    if (!d->dataset) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 is no table that can be read.").arg(shown),
                    QString::fromUtf8(CPLGetLastErrorMsg()));
    }
    d->layer = layer.isEmpty() ? d->dataset->GetLayer(0) : d->dataset->GetLayerByName(layer.toUtf8().constData());
    if (d->layer == nullptr) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 has no table “%2”.").arg(shown, layer));
    }
    OGRFeatureDefn *definition = d->layer->GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        d->fields.insert(QString::fromUtf8(definition->GetFieldDefn(i)->GetNameRef()), i);
    }
    d->prepareMeasuring();
    return std::unique_ptr<OgrTable>(new OgrTable(std::move(d)));
}

QString OgrTable::crs() const
{
    const OGRSpatialReference *system = d->system();
    if (system == nullptr) {
        return {};
    }
    const char *authority = system->GetAuthorityName(nullptr);
    const char *code = system->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        return QLatin1String(authority) + QLatin1Char(':') + QLatin1String(code);
    }
    char *wkt = nullptr;
    system->exportToWkt(&wkt);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

Result<> OgrTable::placeIn(const QString &crs)
{
    if (crs.isEmpty() || d->system() == nullptr) {
        return {};
    }
    if (d->placeSystem.SetFromUserInput(crs.toUtf8().constData()) != OGRERR_NONE) {
        return fail(ErrorCode::Invalid, Texts::tr("“%1” is no reference system.").arg(crs.left(60)));
    }
    d->placed = Private::between(d->system(), d->placeSystem);
    return {};
}

Result<> OgrTable::keepNear(OgrTable &others, double metres, const std::vector<indicators::Condition> &where,
                            const CancelToken &cancel)
{
    const OgrRow other(*others.d);
    d->nearMetres = metres;
    OGRSpatialReference plane = d->measured ? d->measureSystem : OGRSpatialReference();
    if (!d->measured && d->system() != nullptr) {
        plane = *d->system();
    }
    const TransformPtr transform =
        others.d->system() != nullptr ? Private::between(others.d->system(), plane) : TransformPtr();
    OGRLayer *layer = others.d->layer;
    layer->ResetReading();
    for (;;) {
        others.d->feature.reset(layer->GetNextFeature());
        if (!others.d->feature) {
            return {};
        }
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
        }
        GeometryPtr geometry = others.d->geometry(transform.get());
        if (geometry && indicators::passes(where, other)) {
            d->near.push_back(std::move(geometry));
        }
    }
}

Result<> OgrTable::each(const std::function<void(const indicators::Row &)> &row, const CancelToken &cancel)
{
    const OgrRow handed(*d);
    d->layer->ResetReading();
    CPLErrorReset();
    for (;;) {
        d->feature.reset(d->layer->GetNextFeature());
        if (!d->feature) {
            break;
        }
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
        }
        if (d->isNear()) {
            row(handed);
        }
    }
    if (CPLGetLastErrorType() >= CE_Failure) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("%1 cannot be read to its end.").arg(QDir::toNativeSeparators(d->path)),
                    QString::fromUtf8(CPLGetLastErrorMsg()));
    }
    return {};
}

std::vector<std::vector<std::vector<Vec2>>> OgrTable::outlines() const
{
    std::vector<std::vector<std::vector<Vec2>>> polygons;
    const GeometryPtr geometry = d->geometry(d->placed.get());
    if (!geometry) {
        return polygons;
    }
    const OGRwkbGeometryType type = wkbFlatten(geometry->getGeometryType());
    if (type == wkbPolygon) {
        addPolygon(*geometry->toPolygon(), polygons);
    } else if (type == wkbMultiPolygon) {
        for (const OGRPolygon *polygon : *geometry->toMultiPolygon()) {
            addPolygon(*polygon, polygons);
        }
    }
    return polygons;
}

} // namespace loci::map
