// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/rowwriter.h"

#include "layers/formats/heritage/delimitedtext.h"
#include "layers/formats/heritage/ogrsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

namespace loci::formats {

using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowWriter)
};

tl::unexpected<Error> cannotWrite(const QString &path, const QString &why)
{
    return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written: %2").arg(path, why));
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, Texts::tr("Writing was cancelled."));
}

Result<> writeCsv(const RowTable &table, const QString &path, const CancelToken &cancel)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return cannotWrite(path, file.errorString());
    }
    file.write("\xEF\xBB\xBF");
    file.write(csvLine(table.columns).toUtf8());
    for (const RowTable::Row &row : table.rows) {
        if (cancel.isCancelled()) {
            return cancelled();
        }
        file.write(csvLine(QStringList(row.values.begin(), row.values.end())).toUtf8());
    }
    if (!file.commit()) {
        return cannotWrite(path, file.errorString());
    }
    return {};
}

class SpatialWriter
{
public:
    SpatialWriter(const RowTable &table, int wktColumn, const char *driver)
        : m_table(table)
        , m_wkt(wktColumn)
        , m_driver(driver)
    {}

    Result<> write(const QString &path, const QString &layerName, const CancelToken &cancel)
    {
        GDALDriver *driver = GetGDALDriverManager()->GetDriverByName(m_driver);
        const Dataset data(
            driver == nullptr ? nullptr : driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        const std::unique_ptr<OGRSpatialReference> system = crsOf(m_table.crs);
        OGRLayer *layer = data == nullptr ? nullptr
                                          : data->CreateLayer(layerName.toUtf8().constData(), system.get(),
                                                              m_wkt < 0 ? wkbNone : wkbUnknown, nullptr);
        if (layer == nullptr || !makeFields(*layer)) {
            return cannotWrite(path, m_messages.last());
        }
        const bool inTransaction = layer->StartTransaction() == OGRERR_NONE;
        for (const RowTable::Row &row : m_table.rows) {
            if (cancel.isCancelled()) {
                return cancelled();
            }
            if (!writeRow(*layer, row)) {
                return cannotWrite(path, m_messages.last());
            }
        }
        const bool isDone = !inTransaction || layer->CommitTransaction() == OGRERR_NONE;
        data->FlushCache();
        return isDone && m_messages.last().isEmpty() ? Result<>() : cannotWrite(path, m_messages.last());
    }

private:
    struct Closer
    {
        void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
    };
    using Dataset = std::unique_ptr<GDALDataset, Closer>;

    bool makeFields(OGRLayer &layer) const
    {
        for (int i = 0; i < m_table.columns.size(); ++i) {
            if (i == m_wkt) {
                continue;
            }
            OGRFieldDefn field(m_table.columns[i].toUtf8().constData(), OFTString);
            if (layer.CreateField(&field) != OGRERR_NONE) {
                return false;
            }
        }
        return true;
    }
    bool writeRow(OGRLayer &layer, const RowTable::Row &row) const
    {
        OGRFeature feature(layer.GetLayerDefn());
        int field = 0;
        for (int i = 0; i < m_table.columns.size(); ++i) {
            const QString text = m_table.value(row, i);
            if (i == m_wkt) {
                OGRGeometry *geometry = nullptr;
                if (!text.isEmpty() &&
                    OGRGeometryFactory::createFromWkt(text.toUtf8().constData(), nullptr, &geometry) == OGRERR_NONE) {
                    feature.SetGeometryDirectly(geometry);
                }
                continue;
            }
            text.isNull() ? feature.SetFieldNull(field) : feature.SetField(field, text.toUtf8().constData());
            ++field;
        }
        return layer.CreateFeature(&feature) == OGRERR_NONE;
    }

    const RowTable &m_table;
    int m_wkt;
    const char *m_driver;
    OgrMessages m_messages;
};

/// Written beside the target, then put under its name: nobody sees half a file.
Result<> writeSpatial(const RowTable &table, int wktColumn, RowFormat format, const QString &path,
                      const CancelToken &cancel)
{
    prepareOgr();
    const QFileInfo target(path);
    const QTemporaryDir work(target.absoluteDir().filePath(QStringLiteral(".rows-XXXXXX")));
    if (!work.isValid()) {
        return cannotWrite(path, work.errorString());
    }
    const bool isPackage = format == RowFormat::GeoPackage;
    const QString part = work.filePath(isPackage ? QStringLiteral("a.gpkg") : QStringLiteral("a.geojson"));
    LOCI_CHECK(
        SpatialWriter(table, wktColumn, isPackage ? "GPKG" : "GeoJSON").write(part, target.completeBaseName(), cancel));
    if ((target.exists() && !QFile::remove(path)) || !QFile::rename(part, path)) {
        return cannotWrite(path, Texts::tr("it cannot be put under its name"));
    }
    return {};
}

} // namespace

Result<> writeRows(const RowTable &table, int wktColumn, RowFormat format, const QString &path,
                   const CancelToken &cancel)
{
    return format == RowFormat::Csv ? writeCsv(table, path, cancel)
                                    : writeSpatial(table, wktColumn, format, path, cancel);
}

} // namespace loci::formats
