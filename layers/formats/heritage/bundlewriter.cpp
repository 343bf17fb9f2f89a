// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bundledigest.h"
#include "layers/formats/heritage/bundleforms.h"
#include "layers/formats/heritage/bundlerows.h"
#include "layers/formats/heritage/ogrsupport.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QMimeDatabase>
#include <QTemporaryDir>
#include <algorithm>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::CaptureBundle)
};

tl::unexpected<Error> cannotWrite(const QString &path, const QString &why)
{
    return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), why));
}

struct Closer
{
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Closer>;

void setText(OGRFeature &feature, const char *name, const QString &text)
{
    const int field = feature.GetFieldIndex(name);
    if (field < 0) {
        return;
    }
    text.isEmpty() ? feature.SetFieldNull(field) : feature.SetField(field, text.toUtf8().constData());
}

QString fileNameOf(const QString &bundlePath, const QString &sha256, const QString &file)
{
    const QString suffix = QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchContent).preferredSuffix();
    return QFileInfo(bundleMediaFolder(bundlePath)).fileName() + QLatin1Char('/') + sha256 +
           (suffix.isEmpty() ? QString() : QLatin1Char('.') + suffix);
}

class Writer
{
public:
    Writer(const CaptureBundle &bundle, const heritage::Profile &profile, const QString &language, const QString &path)
        : m_bundle(bundle)
        , m_profile(profile)
        , m_language(language)
        , m_path(path)
    {}

    bool write(const QString &part, const CancelToken &cancel)
    {
        CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF"); // it gets its name when it is whole
        GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        m_data.reset(driver ? driver->Create(part.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
        const bool isDone = m_data && writeAll(cancel);
        m_data.reset();
        CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", nullptr);
        return isDone && messages.last().isEmpty();
    }
    OgrMessages messages;

private:
    bool writeAll(const CancelToken &cancel)
    {
        if (m_data->StartTransaction() != OGRERR_NONE || !writeHead()) {
            return false;
        }
        for (const BundleTable &table : bundleTables()) {
            if (cancel.isCancelled() || !writeTable(table)) {
                return false;
            }
        }
        return writeStyles() && writeMapFiles() && m_data->CommitTransaction() == OGRERR_NONE;
    }

    OGRLayer *makeLayer(const char *name, OGRwkbGeometryType type, const std::vector<QByteArray> &columns)
    {
        const auto system = crsOf(QStringLiteral("EPSG:4326"));
        OGRLayer *layer = m_data->CreateLayer(name, type == wkbNone ? nullptr : system.get(), type, nullptr);
        for (const QByteArray &column : columns) {
            OGRFieldDefn field(column.constData(), OFTString);
            if (!layer || layer->CreateField(&field) != OGRERR_NONE) {
                return nullptr;
            }
        }
        return layer;
    }

    bool writeHead()
    {
        OGRLayer *head = makeLayer(kBundleTable, wkbNone, {"name", "value"});
        OGRLayer *base = makeLayer(kBaseTable, wkbNone, {"key", "document", "ancestors", "coarse"});
        if (!head || !base) {
            return false;
        }
        const std::vector<std::pair<QString, QString>> values = {
            {QStringLiteral("id"), m_bundle.id},
            {QStringLiteral("catalogue"), m_bundle.catalogue},
            {QStringLiteral("person"), m_bundle.person},
            {QStringLiteral("created"), m_bundle.created},
            {QStringLiteral("version"), QString::number(kBundleVersion)},
            {QStringLiteral("digest"), bundleDigest(m_bundle)}};
        for (const auto &[name, value] : values) {
            OGRFeature feature(head->GetLayerDefn());
            setText(feature, "name", name);
            setText(feature, "value", value);
            if (head->CreateFeature(&feature) != OGRERR_NONE) {
                return false;
            }
        }
        return std::all_of(m_bundle.documents.begin(), m_bundle.documents.end(), [base](const BundleDocument &one) {
            OGRFeature feature(base->GetLayerDefn());
            setText(feature, "key", one.key);
            setText(feature, "document", QString::fromUtf8(one.base));
            setText(feature, "ancestors", one.ancestors.join(QLatin1Char(' ')));
            setText(feature, "coarse", one.isCoarse ? QStringLiteral("1") : QString());
            return base->CreateFeature(&feature) == OGRERR_NONE;
        });
    }

    /// Lists as GeoPackage column constraints, for tools that read no style.
    void addDomain(const BundleFormField &field)
    {
        if (!field.choices || m_data->GetFieldDomain(field.choices->id.toStdString())) {
            return;
        }
        std::vector<OGRCodedValue> values;
        values.reserve(field.choices->choices.size());
        for (const heritage::Choice &choice : field.choices->choices) {
            values.push_back({CPLStrdup(choice.code.toUtf8().constData()),
                              CPLStrdup(choice.label.in(m_language).toUtf8().constData())});
        }
        std::string why;
        m_data->AddFieldDomain(std::make_unique<OGRCodedFieldDomain>(field.choices->id.toStdString(), std::string(),
                                                                     OFTString, OFSTNone, std::move(values)),
                               why);
    }

    bool writeTable(const BundleTable &table)
    {
        const OGRwkbGeometryType type = table.shape == BundleShape::Point  ? wkbPoint
                                        : table.shape == BundleShape::Line ? wkbMultiLineString
                                        : table.shape == BundleShape::Area ? wkbMultiPolygon
                                                                           : wkbNone;
        OGRLayer *layer = makeLayer(table.name.constData(), type, {});
        const std::vector<BundleFormField> form = bundleFormOf(table, m_profile, m_language);
        for (const BundleFormField &one : form) {
            OGRFieldDefn field(one.name.constData(), OFTString);
            addDomain(one);
            if (one.choices && !one.choices->choices.empty()) {
                field.SetDomainName(one.choices->id.toStdString());
            }
            if (!one.label.isEmpty()) {
                field.SetAlternativeName(one.label.toUtf8().constData());
            }
            if (!layer || layer->CreateField(&field) != OGRERR_NONE) {
                return false;
            }
        }
        m_styles.push_back(
            {table.name, type == wkbNone ? QByteArray() : QByteArray("geom"), bundleStyle(form, m_language)});
        for (const BundleDocument &document : m_bundle.documents) {
            const bool isZone = document.key.startsWith(QLatin1String("heritage/zone/"));
            const bool isAsset = document.key.startsWith(QLatin1String("heritage/asset/"));
            if ((table.isOfZones ? isZone : isAsset) && !writeRows(*layer, table, document)) {
                return false;
            }
        }
        return true;
    }

    bool writeRows(OGRLayer &layer, const BundleTable &table, const BundleDocument &document)
    {
        const auto rows = bundleRowsOf(table, QJsonDocument::fromJson(document.base).object());
        return std::all_of(rows.begin(), rows.end(), [&](const BundleRow &row) {
            OGRFeature feature(layer.GetLayerDefn());
            setText(feature, kRowColumn, row.number);
            setText(feature, kOwnerColumn, row.owner);
            for (qsizetype i = 0; i < qsizetype(table.columns.size()); ++i) {
                setText(feature, table.columns[std::size_t(i)].name.constData(), row.values[i]);
            }
            const int hash = table.column("sha256");
            if (const QString own = hash < 0 ? QString() : row.values[hash]; m_bundle.files.contains(own)) {
                setText(feature, "file", fileNameOf(m_path, own, m_bundle.files.value(own)));
            }
            OGRGeometry *shape = nullptr;
            if (!row.wkt.isEmpty() &&
                OGRGeometryFactory::createFromWkt(row.wkt.toUtf8().constData(), nullptr, &shape) == OGRERR_NONE) {
                feature.SetGeometryDirectly(shape);
            }
            return layer.CreateFeature(&feature) == OGRERR_NONE;
        });
    }

    bool writeStyles()
    {
        OGRLayer *layer = makeLayer("layer_styles", wkbNone,
                                    {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column",
                                     "styleName", "styleQML", "styleSLD"});
        OGRFieldDefn isDefault("useAsDefault", OFTInteger);
        isDefault.SetSubType(OFSTBoolean);
        OGRFieldDefn updated("update_time", OFTDateTime);
        if (!layer || layer->CreateField(&isDefault) != OGRERR_NONE) {
            return false;
        }
        for (const char *name : {"description", "owner", "ui"}) {
            OGRFieldDefn field(name, OFTString);
            if (layer->CreateField(&field) != OGRERR_NONE) {
                return false;
            }
        }
        if (layer->CreateField(&updated) != OGRERR_NONE) {
            return false;
        }
        return std::all_of(m_styles.begin(), m_styles.end(), [layer](const Style &style) {
            OGRFeature feature(layer->GetLayerDefn());
            for (const char *empty : {"f_table_catalog", "f_table_schema", "styleSLD", "description", "owner"}) {
                feature.SetField(empty, "");
            }
            feature.SetField("f_table_name", style.table.constData());
            feature.SetField("f_geometry_column", style.geometry.constData());
            feature.SetField("styleName", style.table.constData());
            feature.SetField("styleQML", style.qml.constData());
            feature.SetField("useAsDefault", 1);
            return layer->CreateFeature(&feature) == OGRERR_NONE;
        });
    }

    /// Layers of other files, to be looked at.
    bool writeMapFiles()
    {
        return std::all_of(m_bundle.mapFiles.begin(), m_bundle.mapFiles.end(), [this](const QString &file) {
            const Dataset other(
                GDALDataset::Open(file.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr));
            for (int i = 0; other && i < other->GetLayerCount(); ++i) {
                const QByteArray name = "map_" + QByteArray(other->GetLayer(i)->GetName());
                if (!m_data->CopyLayer(other->GetLayer(i), name.constData())) {
                    return false;
                }
            }
            return other != nullptr;
        });
    }

    struct Style
    {
        QByteArray table, geometry, qml;
    };
    const CaptureBundle &m_bundle;
    const heritage::Profile &m_profile;
    QString m_language, m_path;
    Dataset m_data;
    std::vector<Style> m_styles;
};

Result<> copyFiles(const CaptureBundle &bundle, const QString &path, const CancelToken &cancel)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    for (auto file = bundle.files.constBegin(); file != bundle.files.constEnd(); ++file) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The bundle was cancelled."));
        }
        const QString target = folder.filePath(fileNameOf(path, file.key(), file.value()));
        if (QFileInfo(target).size() == QFileInfo(file.value()).size() && QFileInfo::exists(target)) {
            continue;
        }
        QFile::remove(target);
        if (!folder.mkpath(QFileInfo(target).absolutePath()) || !QFile::copy(file.value(), target)) {
            return cannotWrite(target, Texts::tr("the file could not be copied"));
        }
    }
    return {};
}

} // namespace

QString bundleMediaFolder(const QString &bundlePath)
{
    const QFileInfo info(bundlePath);
    return info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QLatin1String("_media");
}

QString bundleDigest(const CaptureBundle &bundle)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {bundle.id, bundle.catalogue, bundle.person, bundle.created}) {
        hash.addData(part.toUtf8() + '\n');
    }
    for (const BundleDocument &one : bundle.documents) {
        hash.addData(one.key.toUtf8() + '\n' + one.base + '\n' + one.ancestors.join(QLatin1Char(' ')).toUtf8() +
                     (one.isCoarse ? "\n1\n" : "\n0\n"));
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<> writeCaptureBundle(const CaptureBundle &bundle, const heritage::Profile &profile, const QString &language,
                            const QString &path, const CancelToken &cancel)
{
    prepareOgr();
    const QFileInfo target(path);
    const QTemporaryDir work(target.absoluteDir().filePath(QStringLiteral(".bundle-XXXXXX")));
    if (!work.isValid()) {
        return cannotWrite(path, work.errorString());
    }
    const QString part = work.filePath(QStringLiteral("a.gpkg"));
    Writer writer(bundle, profile, language, path);
    if (!writer.write(part, cancel)) {
        return cancel.isCancelled() ? fail(ErrorCode::Cancelled, Texts::tr("The bundle was cancelled."))
                                    : cannotWrite(path, writer.messages.last());
    }
    LOCI_CHECK(copyFiles(bundle, path, cancel));
    if ((target.exists() && !QFile::remove(path)) || !QFile::rename(part, path)) {
        return cannotWrite(path, Texts::tr("it cannot be put under its name"));
    }
    return {};
}

} // namespace loci::formats
