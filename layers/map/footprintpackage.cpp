// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/footprintpackage.h"

#include "layers/domain/city/mesh.h"
#include "layers/domain/city/objectmeasures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <memory>
#include <ogr_api.h>
#include <ogr_srs_api.h>

namespace loci::map {

namespace {

constexpr int kMaxColumns = 1900; // SQLite holds 2000
constexpr int kFixedFields = 8;

struct DatasetCloser
{
    void operator()(void *dataset) const { GDALClose(dataset); }
};
struct FeatureCloser
{
    void operator()(void *feature) const { OGR_F_Destroy(feature); }
};
using Dataset = std::unique_ptr<void, DatasetCloser>;
using Feature = std::unique_ptr<void, FeatureCloser>;
using Spatial = std::unique_ptr<void, decltype(&OSRDestroySpatialReference)>;

QString translated(const char *text)
{
    return QCoreApplication::translate("loci::map", text);
}

/// GDAL reports on standard error unless it is told otherwise.
class QuietErrors
{
public:
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors &) = delete;
    QuietErrors &operator=(const QuietErrors &) = delete;
};

OGRFieldType fieldType(city::AttributeColumn::Kind kind)
{
    switch (kind) {
    case city::AttributeColumn::Kind::Integer:
        return OFTInteger64;
    case city::AttributeColumn::Kind::Real:
        return OFTReal;
    case city::AttributeColumn::Kind::Boolean:
        return OFTInteger;
    default:
        return OFTString;
    }
}

OGRGeometryH shapeOf(const city::Footprint &footprint)
{
    OGRGeometryH shape = OGR_G_CreateGeometry(wkbMultiPolygon);
    for (const auto &rings : footprint.polygons) {
        OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
        for (const auto &ring : rings) {
            OGRGeometryH line = OGR_G_CreateGeometry(wkbLinearRing);
            for (std::size_t i = 0; i <= ring.size(); ++i) {
                OGR_G_AddPoint_2D(line, ring[i % ring.size()].x, ring[i % ring.size()].y);
            }
            OGR_G_AddGeometryDirectly(polygon, line);
        }
        OGR_G_AddGeometryDirectly(shape, polygon);
    }
    return shape;
}

class PackageWriter
{
public:
    PackageWriter(const city::CityModel &model, const QString &path) : m_model(model), m_path(path) {}

    Result<PackagedFootprints> run(const CancelToken &cancel, const ProgressFunction &progress)
    {
        const QuietErrors quiet;
        LOCI_TRY(const std::vector<city::Footprint> footprints, city::footprints(m_model, cancel));
        const QFileInfo target(QFileInfo(m_path).absoluteFilePath());
        const QTemporaryDir folder(target.absolutePath() + QStringLiteral("/.footprints-XXXXXX"));
        if (!folder.isValid()) {
            return cannotWrite(folder.errorString());
        }
        const QString file = folder.filePath(QStringLiteral("footprints.gpkg"));
        LOCI_CHECK(create(file));
        LOCI_CHECK(write(footprints, cancel, progress));
        CPLErrorReset();
        m_dataset.reset();
        if (CPLGetLastErrorType() >= CE_Failure) {
            return cannotWrite(QString::fromUtf8(CPLGetLastErrorMsg()));
        }
        if (cancel.isCancelled()) {
            return cancelled();
        }
        // Replaces what is there in one step, within one file system.
        if (::rename(QFile::encodeName(file).constData(), QFile::encodeName(target.absoluteFilePath()).constData()) !=
            0) {
            return cannotWrite(qt_error_string());
        }
        return counts(footprints);
    }

private:
    tl::unexpected<Error> cannotWrite(const QString &reason) const
    {
        return fail(ErrorCode::NotWritable,
                    translated(QT_TRANSLATE_NOOP("loci::map", "%1 cannot be written: %2")).arg(m_path, reason));
    }
    tl::unexpected<Error> cannotWrite() const { return cannotWrite(QString::fromUtf8(CPLGetLastErrorMsg())); }
    tl::unexpected<Error> cancelled() const
    {
        return fail(ErrorCode::Cancelled,
                    translated(QT_TRANSLATE_NOOP("loci::map", "Writing %1 was cancelled.")).arg(m_path));
    }

    Result<> create(const QString &file)
    {
        GDALAllRegister();
        GDALDriverH driver = GDALGetDriverByName("GPKG");
        if (driver == nullptr) {
            return cannotWrite(translated(QT_TRANSLATE_NOOP("loci::map", "GDAL has no GeoPackage driver here")));
        }
        m_dataset.reset(GDALCreate(driver, file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        if (m_dataset == nullptr) {
            return cannotWrite();
        }
        const Spatial crs = planeCrs();
        m_layer = GDALDatasetCreateLayer(m_dataset.get(), "footprints", crs.get(), wkbMultiPolygon, nullptr);
        if (m_layer == nullptr) {
            return cannotWrite();
        }
        return addFields();
    }

    Spatial planeCrs() const
    {
        Spatial crs(nullptr, &OSRDestroySpatialReference);
        if (m_model.crs.isKnown()) {
            crs.reset(OSRNewSpatialReference(nullptr));
            if (OSRImportFromEPSG(crs.get(), m_model.crs.value()) != OGRERR_NONE) {
                crs.reset();
            } else {
                OSRStripVertical(crs.get());
            }
        }
        return crs;
    }

    Result<> addField(const QString &name, OGRFieldType type, bool isBoolean = false)
    {
        QString unique = name;
        while (m_names.contains(unique.toLower())) {
            unique += QLatin1Char('_');
        }
        m_names.insert(unique.toLower());
        OGRFieldDefnH field = OGR_Fld_Create(unique.toUtf8().constData(), type);
        if (isBoolean) {
            OGR_Fld_SetSubType(field, OFSTBoolean);
        }
        const OGRErr made = OGR_L_CreateField(m_layer, field, 1);
        OGR_Fld_Destroy(field);
        if (made != OGRERR_NONE) {
            return cannotWrite();
        }
        return {};
    }

    Result<> addFields()
    {
        m_names = {QStringLiteral("fid"), QStringLiteral("geom")};
        LOCI_CHECK(addField(QStringLiteral("id"), OFTString));
        LOCI_CHECK(addField(QStringLiteral("type"), OFTString));
        LOCI_CHECK(addField(QStringLiteral("height"), OFTReal));
        LOCI_CHECK(addField(QStringLiteral("ground_height"), OFTReal));
        LOCI_CHECK(addField(QStringLiteral("roof_height"), OFTReal));
        LOCI_CHECK(addField(QStringLiteral("volume"), OFTReal));
        LOCI_CHECK(addField(QStringLiteral("roof_area"), OFTReal));
        LOCI_CHECK(addField(QStringLiteral("parts"), OFTInteger));
        for (const auto &column : m_model.attributes.columns()) {
            if (static_cast<int>(m_columns.size()) == kMaxColumns) {
                break;
            }
            m_columns.push_back(column.get());
            LOCI_CHECK(addField(QString::fromStdString(column->name()), fieldType(column->kind()),
                                column->kind() == city::AttributeColumn::Kind::Boolean));
        }
        return {};
    }

    Result<> write(const std::vector<city::Footprint> &footprints, const CancelToken &cancel,
                   const ProgressFunction &progress)
    {
        constexpr std::size_t kLookEvery = 256;
        if (GDALDatasetStartTransaction(m_dataset.get(), 0) != OGRERR_NONE) {
            return cannotWrite();
        }
        for (std::size_t i = 0; i < footprints.size(); ++i) {
            if (i % kLookEvery == 0) {
                if (cancel.isCancelled()) {
                    return cancelled();
                }
                if (progress) {
                    progress(static_cast<double>(i) / static_cast<double>(footprints.size()));
                }
            }
            LOCI_CHECK(writeOne(footprints[i]));
        }
        if (GDALDatasetCommitTransaction(m_dataset.get()) != OGRERR_NONE) {
            return cannotWrite();
        }
        return {};
    }

    Result<> writeOne(const city::Footprint &footprint)
    {
        const Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(m_layer)));
        OGRFeatureH row = feature.get();
        const city::ObjectIndex o = footprint.object;
        const std::string type(m_model.typeOf(o));
        OGR_F_SetFieldString(row, 0, m_model.objectIds[o].c_str());
        OGR_F_SetFieldString(row, 1, type.c_str());
        OGR_F_SetFieldDouble(row, 2, footprint.roofHeight - footprint.groundHeight);
        OGR_F_SetFieldDouble(row, 3, footprint.groundHeight);
        OGR_F_SetFieldDouble(row, 4, footprint.roofHeight);
        const city::ObjectMeasures measures = city::measuresOf(m_model, o);
        measures.volume ? OGR_F_SetFieldDouble(row, 5, *measures.volume) : OGR_F_SetFieldNull(row, 5);
        measures.roofArea ? OGR_F_SetFieldDouble(row, 6, *measures.roofArea) : OGR_F_SetFieldNull(row, 6);
        const std::vector<city::ObjectIndex> family = m_model.withDescendants(o);
        OGR_F_SetFieldInteger(row, 7, static_cast<int>(family.size()) - 1);
        for (int c = 0; c < static_cast<int>(m_columns.size()); ++c) {
            setAttribute(row, kFixedFields + c, *m_columns[static_cast<std::size_t>(c)], family);
        }
        OGR_F_SetGeometryDirectly(row, shapeOf(footprint));
        if (OGR_L_CreateFeature(m_layer, row) != OGRERR_NONE) {
            return cannotWrite();
        }
        return {};
    }

    /// The object's own value, else the one that its parts agree on.
    static QVariant valueOf(const city::AttributeColumn &column, const std::vector<city::ObjectIndex> &family)
    {
        QVariant value = column.value(family.front());
        if (value.isValid()) {
            return value;
        }
        for (std::size_t i = 1; i < family.size(); ++i) {
            const QVariant other = column.value(family[i]);
            if (value.isValid() && other.isValid() && value != other) {
                return {};
            }
            value = other.isValid() ? other : value;
        }
        return value;
    }

    static void setAttribute(OGRFeatureH row, int field, const city::AttributeColumn &column,
                             const std::vector<city::ObjectIndex> &family)
    {
        const QVariant value = valueOf(column, family);
        if (!value.isValid()) {
            OGR_F_SetFieldNull(row, field);
            return;
        }
        switch (column.kind()) {
        case city::AttributeColumn::Kind::Integer:
            OGR_F_SetFieldInteger64(row, field, value.toLongLong());
            break;
        case city::AttributeColumn::Kind::Real:
            OGR_F_SetFieldDouble(row, field, value.toDouble());
            break;
        case city::AttributeColumn::Kind::Boolean:
            OGR_F_SetFieldInteger(row, field, value.toBool() ? 1 : 0);
            break;
        default:
            OGR_F_SetFieldString(row, field, value.toString().toUtf8().constData());
        }
    }

    PackagedFootprints counts(const std::vector<city::Footprint> &footprints) const
    {
        PackagedFootprints done;
        done.features = static_cast<qint64>(footprints.size());
        for (city::ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
            done.parts += m_model.objectParent[o] != city::kNone ? 1 : 0;
        }
        done.withoutOutline = static_cast<qint64>(m_model.objectCount()) - done.parts - done.features;
        return done;
    }

    const city::CityModel &m_model;
    QString m_path;
    Dataset m_dataset;
    OGRLayerH m_layer = nullptr;
    QSet<QString> m_names;
    std::vector<const city::AttributeColumn *> m_columns;
};

} // namespace

Result<PackagedFootprints> writeFootprintPackage(const city::CityModel &model, const QString &path,
                                                 const CancelToken &cancel, const ProgressFunction &progress)
{
    return PackageWriter(model, path).run(cancel, progress);
}

} // namespace loci::map
