// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/catalogue/sourcefacts.h"

#include "layers/formats/heritage/ogrsupport.h"
#include "layers/formats/modelreader.h"

#include <QCoreApplication>
#include <QDir>
#include <array>

namespace loci::formats {

using catalogue::GeographicBox;
using catalogue::SourceFacts;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::SourceFacts)
};

struct CloseDataset
{
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// The box around a box in degrees, edges densified; nothing where the system has no way there.
std::optional<GeographicBox> inDegrees(const OGRSpatialReference *system, const OGREnvelope &box)
{
    if (system == nullptr || !box.IsInit()) {
        return std::nullopt;
    }
    const std::unique_ptr<OGRSpatialReference> from(system->Clone());
    from->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRSpatialReference> to = crsOf(QStringLiteral("EPSG:4326"));
    const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(from.get(), to.get()));
    GeographicBox made;
    constexpr int kDensify = 21;
    if (way == nullptr || to == nullptr ||
        way->TransformBounds(box.MinX, box.MinY, box.MaxX, box.MaxY, &made.west, &made.south, &made.east, &made.north,
                             kDensify) == 0) {
        return std::nullopt;
    }
    return made;
}

SourceFacts factsOf(OGRLayer &layer)
{
    SourceFacts facts;
    OGRFeatureDefn *fields = layer.GetLayerDefn();
    facts.items.reserve(fields->GetFieldCount());
    for (int i = 0; i < fields->GetFieldCount(); ++i) {
        facts.items << QString::fromUtf8(fields->GetFieldDefn(i)->GetNameRef());
    }
    if (layer.GetGeomType() == wkbNone) {
        return facts;
    }
    facts.crs = crsName(layer.GetSpatialRef());
    OGREnvelope box;
    if (layer.GetExtent(&box, 1) == OGRERR_NONE) {
        facts.extent = inDegrees(layer.GetSpatialRef(), box);
    }
    return facts;
}

SourceFacts factsOf(GDALDataset &raster)
{
    SourceFacts facts;
    std::array<double, 6> at{};
    facts.crs = crsName(raster.GetSpatialRef());
    if (raster.GetGeoTransform(at.data()) != CE_None) {
        return facts;
    }
    OGREnvelope box;
    for (const auto &[column, row] : {std::pair{0, 0}, std::pair{1, 0}, std::pair{0, 1}, std::pair{1, 1}}) {
        const double x = column * raster.GetRasterXSize();
        const double y = row * raster.GetRasterYSize();
        box.Merge(at[0] + x * at[1] + y * at[2], at[3] + x * at[4] + y * at[5]);
    }
    facts.extent = inDegrees(raster.GetSpatialRef(), box);
    return facts;
}

Result<SourceFacts> modelFacts(const QString &path, const CancelToken &cancel)
{
    LOCI_TRY(const LoadedModel loaded, readModel(path, cancel));
    const city::CityModel &model = *loaded.value;
    SourceFacts facts;
    if (!model.crs.isKnown()) {
        facts.crs = model.crsText;
        return facts;
    }
    facts.crs = QStringLiteral("EPSG:%1").arg(model.crs.value());
    OGREnvelope box;
    if (!model.extent.isEmpty()) {
        box.Merge(model.extent.min.x, model.extent.min.y);
        box.Merge(model.extent.max.x, model.extent.max.y);
    }
    facts.extent = inDegrees(crsOf(facts.crs).get(), box);
    return facts;
}

} // namespace

Result<SourceFacts> readSourceFacts(const QString &path, const QString &table, catalogue::Kind kind,
                                    const CancelToken &cancel)
{
    prepareOgr();
    const OgrMessages messages;
    if (kind == catalogue::Kind::Model) {
        return modelFacts(path, cancel);
    }
    const Dataset file(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (file == nullptr) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)),
                    messages.last());
    }
    if (file->GetLayerCount() == 0) {
        return factsOf(*file);
    }
    OGRLayer *layer = table.isEmpty() ? file->GetLayer(0) : file->GetLayerByName(table.toUtf8().constData());
    if (layer == nullptr) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 has no table “%2”.").arg(QDir::toNativeSeparators(path), table));
    }
    return factsOf(*layer);
}

} // namespace loci::formats
