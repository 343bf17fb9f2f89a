// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/canonicaljson.h"
#include "layers/domain/heritage/review.h"
#include "layers/formats/heritage/bundledigest.h"
#include "layers/formats/heritage/bundlerows.h"
#include "layers/formats/heritage/ogrsupport.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUuid>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::CaptureBundle)
};

struct Closer
{
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Closer>;
using Rows = QHash<QString, std::vector<BundleRow>>; ///< by owner

QString textOf(const OGRFeature &feature, const char *name)
{
    const int field = feature.GetFieldIndex(name);
    return field < 0 || !feature.IsFieldSetAndNotNull(field) ? QString()
                                                             : QString::fromUtf8(feature.GetFieldAsString(field));
}

Result<QString> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    }
    return QString::fromLatin1(hash.result().toHex());
}

class Reader
{
public:
    explicit Reader(const QString &path) : m_path(path), m_folder(QFileInfo(path).absoluteDir()) {}

    Result<CaptureBundle> read(const CancelToken &cancel)
    {
        if (!QFileInfo(m_path).isFile()) {
            return fail(ErrorCode::NotReadable, Texts::tr("%1 does not exist.").arg(name()));
        }
        static const char *const kDrivers[] = {"GPKG", nullptr};
        m_data.reset(GDALDataset::Open(m_path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, kDrivers));
        OGRLayer *head = m_data ? m_data->GetLayerByName(kBundleTable) : nullptr;
        OGRLayer *base = m_data ? m_data->GetLayerByName(kBaseTable) : nullptr;
        if (!head || !base) {
            return fail(ErrorCode::Invalid, Texts::tr("%1 is no bundle of Loci.").arg(name()), m_messages.last());
        }
        LOCI_CHECK(readHead(*head));
        LOCI_CHECK(readBase(*base));
        LOCI_CHECK(readTables(cancel));
        if (!isWhole() || !m_messages.last().isEmpty()) {
            return damaged();
        }
        return std::move(m_bundle);
    }

private:
    QString name() const { return QDir::toNativeSeparators(m_path); }
    tl::unexpected<Error> damaged() const
    {
        return fail(ErrorCode::Invalid, Texts::tr("The bundle %1 is damaged; nothing was read from it.").arg(name()),
                    m_messages.last());
    }
    void add(const char *code, const QString &object, const QString &where, const QString &message)
    {
        m_bundle.findings.push_back({Severity::Warning, QLatin1String(code), object, where, message});
    }

    bool isWhole()
    {
        OGRLayer *answer = m_data->ExecuteSQL("PRAGMA integrity_check", nullptr, nullptr);
        bool isOk = false;
        if (answer) {
            const std::unique_ptr<OGRFeature> row(answer->GetNextFeature());
            isOk = row && QByteArray(row->GetFieldAsString(0)) == "ok";
            m_data->ReleaseResultSet(answer);
        }
        return isOk;
    }

    Result<> readHead(OGRLayer &layer)
    {
        QHash<QString, QString> values;
        for (const auto &feature : layer) {
            values.insert(textOf(*feature, "name"), textOf(*feature, "value"));
        }
        const int version = values.value(QStringLiteral("version")).toInt();
        if (version > kBundleVersion) {
            return fail(ErrorCode::Unsupported,
                        Texts::tr("The bundle %1 was made by a newer Loci; this one cannot read it.").arg(name()));
        }
        m_bundle.id = values.value(QStringLiteral("id"));
        m_bundle.catalogue = values.value(QStringLiteral("catalogue"));
        m_bundle.person = values.value(QStringLiteral("person"));
        m_bundle.created = values.value(QStringLiteral("created"));
        m_digest = values.value(QStringLiteral("digest"));
        return version < 1 || m_bundle.id.isEmpty() ? Result<>(damaged()) : Result<>();
    }

    Result<> readBase(OGRLayer &layer)
    {
        for (const auto &feature : layer) {
            BundleDocument one;
            one.key = textOf(*feature, "key");
            one.base = textOf(*feature, "document").toUtf8();
            one.ancestors = textOf(*feature, "ancestors").split(QLatin1Char(' '), Qt::SkipEmptyParts);
            one.isCoarse = !textOf(*feature, "coarse").isEmpty();
            m_places.insert(one.key.section(QLatin1Char('/'), -1), m_bundle.documents.size());
            m_bundle.documents.push_back(std::move(one));
        }
        return bundleDigest(m_bundle) == m_digest ? Result<>() : Result<>(damaged());
    }

    Result<> readTables(const CancelToken &cancel)
    {
        for (BundleDocument &document : m_bundle.documents) {
            document.theirs = document.base;
        }
        QHash<QString, QJsonObject> edited;
        QSet<QString> placed;
        for (const BundleTable &table : bundleTables()) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, Texts::tr("Reading the bundle was cancelled."));
            }
            OGRLayer *layer = m_data->GetLayerByName(table.name.constData());
            if (!layer) {
                return damaged();
            }
            apply(table, rowsIn(*layer, table), edited, placed);
        }
        keep(edited, placed);
        return {};
    }

    Rows rowsIn(OGRLayer &layer, const BundleTable &table)
    {
        Rows rows;
        for (const auto &feature : layer) {
            BundleRow row;
            row.number = textOf(*feature, kRowColumn);
            row.owner = textOf(*feature, kOwnerColumn);
            for (const BundleColumn &column : table.columns) {
                row.values << textOf(*feature, column.name.constData());
            }
            const QString fallback = QStringLiteral("%1/%2").arg(QString::fromUtf8(table.name)).arg(feature->GetFID());
            if (table.member.isEmpty() && (row.number.isEmpty() || !m_places.contains(row.owner))) {
                row.number.clear();
                const QString own = row.values[table.column("uuid")];
                row.owner = QUuid::fromString(own).isNull() || m_places.contains(own)
                                ? idFor(fallback)
                                : QUuid::fromString(own).toString(QUuid::WithoutBraces);
            }
            if (const OGRGeometry *shape = feature->GetGeometryRef()) {
                row.wkt = bundleShapeOf(wktOf(*shape, 15), 4326);
            }
            if (table.column("file") >= 0 && !resolveFile(table, row)) {
                continue;
            }
            m_rowNames.insert(row.owner + row.number + row.values.join(QLatin1Char('\n')), fallback);
            rows[row.owner].push_back(std::move(row));
        }
        return rows;
    }

    /// The same id each time that the same bundle is read.
    QString idFor(const QString &row) const
    {
        return QUuid::createUuidV5(QUuid::createUuidV5(QUuid(), m_bundle.id), row).toString(QUuid::WithoutBraces);
    }

    /// The hash of a photograph's file; false for a row that says nothing that can be kept.
    bool resolveFile(const BundleTable &table, BundleRow &row)
    {
        QString &hash = row.values[table.column("sha256")];
        const QString file = row.values[table.column("file")];
        if (file.isEmpty()) {
            return !hash.isEmpty();
        }
        const QFileInfo info(m_folder.filePath(file));
        const QString real = info.canonicalFilePath();
        const bool isInside =
            !QDir::isAbsolutePath(file) && real.startsWith(m_folder.canonicalPath() + QLatin1Char('/'));
        if (!info.exists()) {
            add("bundle_file_missing", row.owner, file,
                Texts::tr("The file %1 of a photograph did not come back with the bundle.").arg(file));
            return !hash.isEmpty();
        }
        if (!isInside || !info.isFile()) {
            add("bundle_file_outside", row.owner, file,
                Texts::tr("The file %1 does not lie beside the bundle and was not read.").arg(file));
            return !hash.isEmpty();
        }
        if (hash.isEmpty() || !info.fileName().contains(hash)) {
            const auto found = hashOf(real);
            if (!found) {
                return false;
            }
            hash = *found;
        }
        m_bundle.files.insert(hash, real);
        return true;
    }

    void apply(const BundleTable &table, const Rows &rows, QHash<QString, QJsonObject> &edited, QSet<QString> &placed)
    {
        const auto newId = [this](const BundleRow &row) {
            return idFor(m_rowNames.value(row.owner + row.number + row.values.join(QLatin1Char('\n'))));
        };
        for (const BundleDocument &document : m_bundle.documents) {
            const QString id = document.key.section(QLatin1Char('/'), -1);
            if (document.key.startsWith(QLatin1String("heritage/zone/")) != table.isOfZones) {
                continue;
            }
            const QJsonObject before =
                edited.contains(id) ? edited.value(id) : QJsonDocument::fromJson(document.base).object();
            const auto found = rows.value(id);
            if (table.member.isEmpty() && !found.empty()) {
                placed << id;
            }
            edited.insert(id, withBundleRows(table, before, found, newId));
        }
        for (auto row = rows.constBegin(); row != rows.constEnd(); ++row) {
            if (!m_places.contains(row.key()) && !table.isOfZones) {
                addNew(table, row.key(), row.value(), edited, newId);
            }
        }
    }

    /// A place that was found in the field, and what was noted about it.
    void addNew(const BundleTable &table, const QString &id, const std::vector<BundleRow> &rows,
                QHash<QString, QJsonObject> &edited, const std::function<QString(const BundleRow &)> &newId)
    {
        if (!table.member.isEmpty() && !edited.contains(id)) {
            add("bundle_row_lost", id, QString::fromUtf8(table.name),
                Texts::tr("%n rows of the table %1 belong to no record of the bundle and were not read.", nullptr,
                          int(rows.size()))
                    .arg(QString::fromUtf8(table.name)));
            return;
        }
        QJsonObject record = edited.value(id);
        record.insert(QStringLiteral("id"), id);
        if (table.member.isEmpty()) {
            BundleRow own = rows.front();
            own.values[table.column("uuid")] = id;
            record = withNewPlace(table, record, own);
        } else {
            record = withBundleRows(table, record, rows, newId);
        }
        edited.insert(id, record);
    }
    static QJsonObject withNewPlace(const BundleTable &table, const QJsonObject &record, const BundleRow &row)
    {
        const BundleTable items{table.name, QStringLiteral("places"), table.shape, false, table.columns};
        const QJsonObject made = withBundleRows(items, {}, {row}, [](const BundleRow &) { return QString(); });
        QJsonObject result = made.value(QLatin1String("places")).toArray().at(0).toObject();
        result.insert(QStringLiteral("id"), record.value(QLatin1String("id")));
        return result;
    }

    void keep(const QHash<QString, QJsonObject> &edited, const QSet<QString> &placed)
    {
        const QDateTime changed = lastChange();
        const auto bytesOf = [&](const QJsonObject &json, bool isAsset) {
            return isAsset ? heritage::edited(heritage::Asset(json), m_bundle.person, changed).bytes()
                           : heritage::canonicalJson(json);
        };
        for (BundleDocument &document : m_bundle.documents) {
            const QString id = document.key.section(QLatin1Char('/'), -1);
            const bool isAsset = document.key.startsWith(QLatin1String("heritage/asset/"));
            if (isAsset && !placed.contains(id)) {
                document.theirs.clear();
                add("bundle_row_removed", id, document.key,
                    Texts::tr("A place was removed in the bundle; the record stays. Put it into the trash if that is "
                              "what is meant."));
            } else if (edited.value(id) != QJsonDocument::fromJson(document.base).object()) {
                document.theirs = bytesOf(edited.value(id), isAsset);
            }
        }
        QStringList added = edited.keys();
        added.sort();
        for (const QString &id : std::as_const(added)) {
            if (!m_places.contains(id)) {
                BundleDocument one;
                one.key = QLatin1String("heritage/asset/") + id;
                one.theirs = bytesOf(edited.value(id), true);
                m_bundle.documents.push_back(std::move(one));
            }
        }
    }

    /// When the bundle was edited last, as the tool that did it wrote down.
    QDateTime lastChange()
    {
        QDateTime last = QDateTime::fromString(m_bundle.created, Qt::ISODate);
        if (OGRLayer *answer = m_data->ExecuteSQL("SELECT max(last_change) FROM gpkg_contents", nullptr, nullptr)) {
            const std::unique_ptr<OGRFeature> row(answer->GetNextFeature());
            const QDateTime told =
                row ? QDateTime::fromString(
                          QString::fromUtf8(row->GetFieldAsString(0)).replace(QLatin1Char('/'), QLatin1Char('-')),
                          Qt::ISODateWithMs)
                    : QDateTime();
            last = told.isValid() && told > last ? told : last;
            m_data->ReleaseResultSet(answer);
        }
        return last.toUTC();
    }

    QString m_path, m_digest;
    QDir m_folder;
    OgrMessages m_messages;
    Dataset m_data;
    CaptureBundle m_bundle;
    QHash<QString, std::size_t> m_places; ///< by id
    QHash<QString, QString> m_rowNames;
};

} // namespace

Result<CaptureBundle> readCaptureBundle(const QString &path, const CancelToken &cancel)
{
    prepareOgr();
    return Reader(path).read(cancel);
}

} // namespace loci::formats
