// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/ogrrows.h"

#include "layers/formats/heritage/columnnames.h"
#include "layers/formats/heritage/ogrsupport.h"
#include "layers/formats/heritage/textencoding.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QLocale>
#include <QTime>
#include <algorithm>

namespace loci::formats {

using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowReader)
};

struct FormatNames
{
    const char *driver;
    const char *shown;
};

FormatNames namesOf(OgrFormat format)
{
    switch (format) {
    case OgrFormat::Xlsx:
        return {"XLSX", "XLSX"};
    case OgrFormat::Ods:
        return {"ODS", "ODS"};
    case OgrFormat::GeoPackage:
        return {"GPKG", "GeoPackage"};
    case OgrFormat::Shapefile:
        return {"ESRI Shapefile", "Shapefile"};
    case OgrFormat::GeoJson:
        break;
    }
    return {"GeoJSON", "GeoJSON"};
}

/// Settings of this thread while a data set is open, put back afterwards.
class ThreadSetting
{
public:
    ThreadSetting(const char *key, const char *value) : m_key(key)
    {
        const char *old = CPLGetThreadLocalConfigOption(key, nullptr);
        m_hadOld = old != nullptr;
        m_old = m_hadOld ? old : "";
        CPLSetThreadLocalConfigOption(key, value);
    }
    ~ThreadSetting() { CPLSetThreadLocalConfigOption(m_key, m_hadOld ? m_old.constData() : nullptr); }
    ThreadSetting(const ThreadSetting &) = delete;
    ThreadSetting &operator=(const ThreadSetting &) = delete;

private:
    const char *m_key;
    QByteArray m_old;
    bool m_hadOld = false;
};

QString dateText(const OGRFeature &feature, int field, OGRFieldType type)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    const QString date = QDate(year, month, day).toString(Qt::ISODate);
    const QString time = QTime(hour, minute, static_cast<int>(second)).toString(Qt::ISODate);
    if (type == OFTDate) {
        return date;
    }
    return type == OFTTime ? time : date + QLatin1Char('T') + time;
}

class Reader
{
public:
    Reader(const RowSource &source, OgrFormat format) : m_source(source), m_format(format) {}
    Result<Loaded<RowTable>> read(const CancelToken &cancel, const ProgressFunction &progress);

private:
    struct DatasetCloser
    {
        void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
    };
    Result<> open();
    OGRLayer *chooseLayer();
    void readHeader(OGRLayer &layer);
    QString textOf(const OGRFeature &feature, int field);
    void decodeRaw();
    bool isRaw() const { return m_raw; }

    const RowSource &m_source;
    OgrFormat m_format;
    OgrMessages m_messages;
    std::unique_ptr<GDALDataset, DatasetCloser> m_dataset;
    RowTable m_table;
    FindingList m_findings;
    bool m_raw = false; ///< texts of a Shapefile without a stated encoding: bytes as Latin-1, decoded at the end
};

Result<> Reader::open()
{
    const FormatNames names = namesOf(m_format);
    m_table.format = QString::fromLatin1(names.shown);
    m_table.encoding = QStringLiteral("UTF-8");
    const char *const drivers[] = {names.driver, nullptr};
    std::vector<const char *> options;
    if (m_format == OgrFormat::GeoJson) {
        options = {"DATE_AS_STRING=YES", "NATIVE_DATA=NO"};
    } else if (m_format == OgrFormat::Shapefile) {
        const QFileInfo file(m_source.path);
        m_raw = !QFileInfo::exists(file.path() + QLatin1Char('/') + file.completeBaseName() + QLatin1String(".cpg"));
        if (m_raw) {
            options = {"ENCODING="};
        } else {
            m_table.encoding = Texts::tr("as its .cpg file says");
        }
    }
    options.push_back(nullptr);
    m_dataset.reset(GDALDataset::Open(m_source.path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers,
                                      options.data(), nullptr));
    if (m_dataset == nullptr) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read as %2.").arg(m_source.path, m_table.format),
                    m_messages.last());
    }
    return {};
}

OGRLayer *Reader::chooseLayer()
{
    OGRLayer *chosen = nullptr;
    for (OGRLayer *layer : m_dataset->GetLayers()) {
        const QString name = QString::fromUtf8(layer->GetName());
        m_table.layers << name;
        const bool fits = m_source.layer.isEmpty() ? layer->GetFeatureCount() > 0 : name == m_source.layer;
        if (chosen == nullptr && fits) {
            chosen = layer;
        }
    }
    if (chosen == nullptr && m_source.layer.isEmpty() && m_dataset->GetLayerCount() > 0) {
        chosen = m_dataset->GetLayer(0);
    }
    return chosen;
}

void Reader::readHeader(OGRLayer &layer)
{
    m_table.layer = QString::fromUtf8(layer.GetName());
    const OGRSpatialReference *system = layer.GetSpatialRef();
    m_table.crs = crsName(system);
    OGRFeatureDefn *definition = layer.GetLayerDefn();
    std::vector<QString> written;
    written.reserve(static_cast<std::size_t>(definition->GetFieldCount()));
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        const char *name = definition->GetFieldDefn(i)->GetNameRef();
        written.push_back(isRaw() ? QString::fromLatin1(name) : QString::fromUtf8(name));
    }
    m_table.columns = uniqueColumnNames(written, m_source.path, m_findings);
}

QString Reader::textOf(const OGRFeature &feature, int field)
{
    if (!feature.IsFieldSetAndNotNull(field)) {
        return {};
    }
    const OGRFieldDefn *definition = feature.GetFieldDefnRef(field);
    switch (definition->GetType()) {
    case OFTInteger:
        if (definition->GetSubType() == OFSTBoolean) {
            return feature.GetFieldAsInteger(field) != 0 ? QStringLiteral("true") : QStringLiteral("false");
        }
        return QString::number(feature.GetFieldAsInteger(field));
    case OFTReal:
        return QString::number(feature.GetFieldAsDouble(field), 'g', QLocale::FloatingPointShortest);
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        return dateText(feature, field, definition->GetType());
    case OFTStringList: {
        QStringList parts;
        char **list = feature.GetFieldAsStringList(field);
        for (int i = 0; list != nullptr && list[i] != nullptr; ++i) {
            parts << QString::fromUtf8(list[i]);
        }
        return parts.join(QLatin1String(", "));
    }
    default:
        break;
    }
    const char *text = feature.GetFieldAsString(field);
    return isRaw() ? QString::fromLatin1(text) : QString::fromUtf8(text);
}

/// All texts of a table speak one encoding: it is recognised by all of them together.
void Reader::decodeRaw()
{
    QByteArray all = m_table.columns.join(QLatin1Char('\n')).toLatin1();
    for (const RowTable::Row &row : m_table.rows) {
        for (const QString &value : row.values) {
            all += value.toLatin1();
            all += '\n';
        }
    }
    const QString encoding = m_source.encoding.isEmpty() ? recognisedEncoding(all) : m_source.encoding;
    m_table.encoding = encoding;
    const auto decode = [&encoding](QString &text) {
        if (!text.isEmpty()) {
            if (const auto decoded = decodeText(text.toLatin1(), encoding)) {
                text = decoded->text;
            }
        }
    };
    for (QString &column : m_table.columns) {
        decode(column);
    }
    for (RowTable::Row &row : m_table.rows) {
        for (QString &value : row.values) {
            decode(value);
        }
    }
}

QByteArray wkbOf(const OGRGeometry *geometry)
{
    if (geometry == nullptr || geometry->IsEmpty()) {
        return {};
    }
    QByteArray bytes(static_cast<qsizetype>(geometry->WkbSize()), Qt::Uninitialized);
    const bool good =
        geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char *>(bytes.data()), wkbVariantIso) == OGRERR_NONE;
    return good ? bytes : QByteArray();
}

Result<Loaded<RowTable>> Reader::read(const CancelToken &cancel, const ProgressFunction &progress)
{
    const ThreadSetting xlsxHeaders("OGR_XLSX_HEADERS", "FORCE");
    const ThreadSetting odsHeaders("OGR_ODS_HEADERS", "FORCE");
    LOCI_CHECK(open());
    OGRLayer *layer = chooseLayer();
    if (layer == nullptr) {
        return fail(ErrorCode::Invalid, m_source.layer.isEmpty() ? Texts::tr("%1 holds no table.").arg(m_source.path)
                                                                 : Texts::tr("%1 has no table “%2”; it has: %3.")
                                                                       .arg(m_source.path, m_source.layer,
                                                                            m_table.layers.join(QLatin1String(", "))));
    }
    readHeader(*layer);
    const auto total = static_cast<double>(std::max<GIntBig>(layer->GetFeatureCount(), 1));
    qint64 number = 0;
    for (const OGRFeatureUniquePtr &feature : *layer) {
        if (++number % 256 == 0) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
            }
            if (progress) {
                progress(static_cast<double>(number) / total);
            }
        }
        RowTable::Row row;
        row.number = number;
        row.values.reserve(static_cast<std::size_t>(m_table.columns.size()));
        for (int i = 0; i < m_table.columns.size(); ++i) {
            row.values.push_back(textOf(*feature, i));
        }
        row.wkb = wkbOf(feature->GetGeometryRef());
        m_table.rows.push_back(std::move(row));
    }
    if (isRaw()) {
        decodeRaw();
    }
    return Loaded<RowTable>{std::move(m_table), m_findings.take()};
}

} // namespace

Result<Loaded<RowTable>> readOgrRows(const RowSource &source, OgrFormat format, const CancelToken &cancel,
                                     const ProgressFunction &progress)
{
    prepareOgr();
    return Reader(source, format).read(cancel, progress);
}

} // namespace loci::formats
