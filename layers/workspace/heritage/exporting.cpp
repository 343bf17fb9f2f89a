// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/exporting.h"

#include "layers/domain/heritage/assettable.h"
#include "layers/formats/heritage/bagit.h"
#include "layers/formats/heritage/jsonld.h"
#include "layers/formats/heritage/rowwriter.h"
#include "layers/workspace/heritage/thesauri.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <QJsonDocument>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QSet>
#include <algorithm>

namespace loci::workspace {

using loci::heritage::Asset;
using storage::heritage::MediaFolder;
using storage::heritage::MediumFacts;
namespace stored = storage::heritage::key;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritageExport)
};

QByteArray indented(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QString idOf(const QString &documentKey)
{
    return documentKey.section(QLatin1Char('/'), -1);
}

Result<> writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    return {};
}

/// The name of a medium's file in a package: its hash, with the suffix of its kind for people.
QString mediumPath(const Workspace &workspace, const QString &hash)
{
    const MediumFacts facts =
        MediumFacts::fromJson(workspace.document(QLatin1String(stored::kMedium) + hash).value_or(QByteArray()));
    const QString suffix = QMimeDatabase().mimeTypeForName(facts.mime).preferredSuffix();
    return QStringLiteral("media/%1/%2%3")
        .arg(hash.left(2), hash, suffix.isEmpty() ? QString() : QLatin1Char('.') + suffix);
}

class Exporter
{
public:
    Exporter(const Catalogue &catalogue, const Workspace &workspace) : m_catalogue(catalogue), m_workspace(workspace) {}

    Result<> collect(const CancelToken &cancel)
    {
        const QStringList keys = m_workspace.keys(QLatin1String(stored::kAsset));
        m_assets.reserve(static_cast<std::size_t>(keys.size()));
        for (const QString &own : keys) {
            if (cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled, Texts::tr("The export was cancelled."));
            }
            collectOne(idOf(own));
        }
        m_report.records = static_cast<int>(m_assets.size());
        return {};
    }
    const std::vector<Asset> &assets() const { return m_assets; }
    ExportReport &report() { return m_report; }

    Result<> writeBag(const QString &folder, const QString &version, const CancelToken &cancel,
                      const ProgressFunction &progress)
    {
        std::vector<formats::BagFile> files;
        files.push_back({QStringLiteral("context.jsonld"), formats::jsonLdContext(), {}});
        for (const Asset &asset : m_assets) {
            files.push_back(
                {QStringLiteral("records/%1.jsonld").arg(asset.id()), indented(formats::jsonLdOf(asset, true)), {}});
        }
        addZones(files);
        addMedia(files);
        for (const auto &[name, bytes] : thesaurusFiles(m_workspace, m_catalogue.profileId())) {
            files.push_back({QLatin1String("thesauri/") + name, bytes, {}});
        }
        return formats::writeBag(
            folder, files,
            {{QStringLiteral("Source-Organization"), m_catalogue.person()},
             {QStringLiteral("Bag-Software-Agent"), QLatin1String("Loci ") + version},
             {QStringLiteral("Bagging-Date"), QDate::currentDate().toString(Qt::ISODate)},
             {QStringLiteral("External-Identifier"), m_workspace.name()},
             {QStringLiteral("External-Description"),
              QStringLiteral("Heritage catalogue: %1 records as JSON-LD (CIDOC CRM) with media").arg(m_assets.size())}},
            cancel, progress);
    }

private:
    void collectOne(const QString &id)
    {
        const std::optional<Asset> shown = m_catalogue.asset(id);
        const auto whole = m_catalogue.store().asset(id);
        if (!whole || !*whole || (*whole)->isTrashed()) {
            return;
        }
        const bool isShown = shown && m_catalogue.may(loci::heritage::Action::ExportData, **whole);
        m_report.withheld += !isShown || !(*shown == **whole) ? 1 : 0;
        if (isShown) {
            m_assets.push_back(*shown);
        }
    }
    void addZones(std::vector<formats::BagFile> &files) const
    {
        const QStringList keys = m_workspace.keys(QLatin1String(stored::kZone));
        for (const QString &own : keys) {
            if (const auto zone = m_catalogue.zone(idOf(own))) {
                files.push_back({QStringLiteral("zones/%1.json").arg(idOf(own)), indented(zone->json()), {}});
            }
        }
    }
    void addMedia(std::vector<formats::BagFile> &files)
    {
        const MediaFolder folder = m_catalogue.media();
        QSet<QString> done;
        for (const Asset &asset : m_assets) {
            const auto uses = asset.parts<loci::heritage::MediaUse>();
            for (const loci::heritage::MediaUse &use : uses) {
                if (done.contains(use.sha256) || use.rest.contains(QLatin1String("isWithheld"))) {
                    continue;
                }
                done.insert(use.sha256);
                if (folder.contains(use.sha256)) {
                    files.push_back({mediumPath(m_workspace, use.sha256), {}, folder.pathOf(use.sha256)});
                    ++m_report.media;
                } else {
                    missing(asset, use.sha256);
                }
            }
        }
    }
    void missing(const Asset &asset, const QString &hash)
    {
        Finding finding;
        finding.severity = Severity::Error;
        finding.code = QStringLiteral("medium_missing");
        finding.object = asset.id();
        finding.where = hash;
        finding.message = Texts::tr("A file of the record “%1” is missing; the package holds the record without it.")
                              .arg(asset.name());
        m_report.findings.push_back(std::move(finding));
    }

    const Catalogue &m_catalogue;
    const Workspace &m_workspace;
    std::vector<Asset> m_assets;
    ExportReport m_report;
};

Result<> writeTable(const std::vector<Asset> &assets, formats::RowFormat format, const QString &path,
                    const CancelToken &cancel)
{
    const auto table = loci::heritage::assetTable(assets);
    const int wkt = format == formats::RowFormat::Csv ? -1 : table.column(QStringLiteral("wkt"));
    return formats::writeRows(table, wkt, format, path, cancel);
}

} // namespace

std::optional<ExportFormat> exportFormatOf(const QString &name)
{
    static const QHash<QString, ExportFormat> formats{
        {QStringLiteral("csv"), ExportFormat::Csv},         {QStringLiteral("gpkg"), ExportFormat::GeoPackage},
        {QStringLiteral("geojson"), ExportFormat::GeoJson}, {QStringLiteral("jsonld"), ExportFormat::JsonLd},
        {QStringLiteral("skos"), ExportFormat::Skos},       {QStringLiteral("bagit"), ExportFormat::BagIt}};
    const auto found = formats.constFind(name);
    return found == formats.constEnd() ? std::nullopt : std::optional(*found);
}

Result<ExportReport> exportCatalogue(const Catalogue &catalogue, const Workspace &workspace, const QString &path,
                                     ExportFormat format, const QString &softwareVersion, const CancelToken &cancel,
                                     const ProgressFunction &progress)
{
    Exporter exporter(catalogue, workspace);
    if (format == ExportFormat::Skos) {
        LOCI_TRY(exporter.report().terms, writeThesauri(workspace, catalogue.profileId(), path));
        return std::move(exporter.report());
    }
    LOCI_CHECK(exporter.collect(cancel));
    Result<> done;
    switch (format) {
    case ExportFormat::Csv:
        done = writeTable(exporter.assets(), formats::RowFormat::Csv, path, cancel);
        break;
    case ExportFormat::GeoPackage:
        done = writeTable(exporter.assets(), formats::RowFormat::GeoPackage, path, cancel);
        break;
    case ExportFormat::GeoJson:
        done = writeTable(exporter.assets(), formats::RowFormat::GeoJson, path, cancel);
        break;
    case ExportFormat::JsonLd:
        done = writeBytes(path, indented(formats::jsonLdOf(exporter.assets())));
        break;
    case ExportFormat::BagIt:
        done = exporter.writeBag(path, softwareVersion, cancel, progress);
        break;
    case ExportFormat::Skos:
        break;
    }
    LOCI_CHECK(std::move(done));
    return std::move(exporter.report());
}

Result<ExportReport> importPackage(Catalogue &catalogue, const QString &folder, const QString &reason,
                                   const CancelToken &cancel, const ProgressFunction &progress)
{
    LOCI_TRY(formats::BagReport bag, formats::verifyBag(folder, cancel, progress));
    if (!bag.isValid) {
        const auto wrong = std::find_if(bag.findings.begin(), bag.findings.end(),
                                        [](const Finding &finding) { return finding.severity == Severity::Error; });
        return fail(ErrorCode::Invalid, Texts::tr("The package was refused, and nothing was written: %1")
                                            .arg(wrong == bag.findings.end() ? QString() : wrong->message));
    }
    ExportReport report;
    std::vector<Asset> changed;
    std::vector<MediumFacts> media;
    for (const QString &path : std::as_const(bag.payload)) {
        const QString file = folder + QLatin1Char('/') + path;
        if (path.startsWith(QLatin1String("data/media/"))) {
            LOCI_TRY(MediumFacts facts, catalogue.media().import(file, cancel));
            media.push_back(std::move(facts));
        } else if (path.startsWith(QLatin1String("data/records/"))) {
            QFile in(file);
            if (!in.open(QIODevice::ReadOnly)) {
                return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read: %2").arg(file, in.errorString()));
            }
            LOCI_TRY(std::vector<Asset> assets, formats::assetsOfJsonLd(in.readAll(), path));
            for (Asset &asset : assets) {
                LOCI_TRY(const auto there, catalogue.store().asset(asset.id()));
                if (!there || !(*there == asset)) {
                    changed.push_back(std::move(asset));
                }
            }
        }
    }
    report.records = static_cast<int>(changed.size());
    report.media = static_cast<int>(media.size());
    if (!changed.empty()) {
        LOCI_CHECK(catalogue.putAll(changed, {}, media, reason,
                                    Texts::tr("Read %1 records of a package").arg(changed.size())));
    }
    return report;
}

} // namespace loci::workspace
