// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/catalogue/featurepage.h"

#include "layers/formats/heritage/ogrsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeaturePage)
};

struct CloseDataset
{
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
struct FreeText
{
    void operator()(char *text) const { CPLFree(text); }
};

QJsonValue valueOf(const OGRFeature &feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        return {};
    }
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTInteger:
        return feature.GetFieldAsInteger(field);
    case OFTInteger64:
        return static_cast<qint64>(feature.GetFieldAsInteger64(field));
    case OFTReal:
        return feature.GetFieldAsDouble(field);
    default:
        return QString::fromUtf8(feature.GetFieldAsString(field));
    }
}

class Page
{
public:
    explicit Page(OGRLayer &layer) : m_layer(layer), m_degrees(crsOf(QStringLiteral("EPSG:4326")))
    {
        if (const OGRSpatialReference *system = layer.GetSpatialRef(); system != nullptr && m_degrees != nullptr) {
            m_system.reset(system->Clone());
            m_system->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            m_way.reset(OGRCreateCoordinateTransformation(m_system.get(), m_degrees.get()));
        }
    }
    bool filter(const catalogue::GeographicBox &box);
    FeaturePage read(const FeatureWish &wish, const CancelToken &cancel);

private:
    QJsonObject feature(const OGRFeature &row) const;
    QJsonValue shape(const OGRFeature &row) const;

    OGRLayer &m_layer;
    std::unique_ptr<OGRSpatialReference> m_degrees, m_system;
    std::unique_ptr<OGRCoordinateTransformation> m_way;
};

bool Page::filter(const catalogue::GeographicBox &box)
{
    const std::unique_ptr<OGRCoordinateTransformation> back(m_way != nullptr ? m_way->GetInverse() : nullptr);
    OGREnvelope there;
    constexpr int kDensify = 21;
    if (back == nullptr || back->TransformBounds(box.west, box.south, box.east, box.north, &there.MinX, &there.MinY,
                                                 &there.MaxX, &there.MaxY, kDensify) == 0) {
        return false;
    }
    m_layer.SetSpatialFilterRect(there.MinX, there.MinY, there.MaxX, there.MaxY);
    return true;
}

QJsonValue Page::shape(const OGRFeature &row) const
{
    const OGRGeometry *geometry = row.GetGeometryRef();
    if (geometry == nullptr || m_way == nullptr) {
        return {};
    }
    const std::unique_ptr<OGRGeometry> copy(geometry->clone());
    if (copy->transform(m_way.get()) != OGRERR_NONE) {
        return {};
    }
    copy->assignSpatialReference(nullptr);
    const std::unique_ptr<char, FreeText> text(copy->exportToJson());
    return QJsonDocument::fromJson(QByteArray(text.get())).object();
}

QJsonObject Page::feature(const OGRFeature &row) const
{
    QJsonObject properties;
    for (int i = 0; i < row.GetFieldCount(); ++i) {
        properties.insert(QString::fromUtf8(row.GetFieldDefnRef(i)->GetNameRef()), valueOf(row, i));
    }
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("id"), static_cast<qint64>(row.GetFID())},
            {QStringLiteral("geometry"), shape(row)},
            {QStringLiteral("properties"), properties}};
}

FeaturePage Page::read(const FeatureWish &wish, const CancelToken &cancel)
{
    FeaturePage page;
    if (wish.id) {
        if (const OGRFeatureUniquePtr row(m_layer.GetFeature(*wish.id)); row != nullptr) {
            page.features.append(feature(*row));
        }
        page.matched = page.features.size();
        return page;
    }
    page.matched = m_layer.GetFeatureCount(1);
    m_layer.ResetReading();
    for (qint64 seen = 0; page.features.size() < wish.limit && !cancel.isCancelled(); ++seen) {
        const OGRFeatureUniquePtr row(m_layer.GetNextFeature());
        if (row == nullptr) {
            break;
        }
        if (seen >= wish.offset) {
            page.features.append(feature(*row));
        }
    }
    return page;
}

} // namespace

Result<FeaturePage> readFeatures(const QString &path, const QString &table, const FeatureWish &wish,
                                 const CancelToken &cancel)
{
    prepareOgr();
    const OgrMessages messages;
    const std::unique_ptr<GDALDataset, CloseDataset> file(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    OGRLayer *layer = file == nullptr   ? nullptr
                      : table.isEmpty() ? file->GetLayer(0)
                                        : file->GetLayerByName(table.toUtf8().constData());
    if (layer == nullptr) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)),
                    messages.last());
    }
    Page page(*layer);
    if (wish.box && !page.filter(*wish.box)) {
        return FeaturePage(); // nothing lies in a box that the system has no place for
    }
    return page.read(wish, cancel);
}

} // namespace loci::formats
