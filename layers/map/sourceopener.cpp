// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/sourceopener.h"

#include "layers/base/logging.h"
#include "layers/map/background.h"
#include "layers/map/columnguess.h"
#include "layers/map/crscode.h"
#include "layers/map/services/databaselayers.h"
#include "layers/map/services/sessionpasswords.h"
#include "layers/map/webdatum/webdatumuri.h"

#include <qgscoordinatetransform.h>
#include <qgsdatasourceuri.h>
#include <qgsexception.h>
#include <qgsfeatureiterator.h>
#include <qgsproviderregistry.h>
#include <qgsprovidersublayerdetails.h>
#include <qgsrasterlayer.h>
#include <qgsrasterminmaxorigin.h>
#include <qgsvectorlayer.h>
#include <qgsvectortilelayer.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace loci::map {

namespace {

constexpr int kScanLimit = 200'000;

/// One opening: the pieces of work share what they know of the source.
class Opening
{
public:
    Opening(const SourceSpec &source, const OpenContext &context, const CancelToken &cancel)
        : m_source(source)
        , m_context(context)
        , m_cancel(cancel)
        , m_file(QFileInfo(source.path).fileName())
    {}

    Result<Loaded<OpenedSource>> run()
    {
        LOCI_CHECK(m_source.path.isEmpty() ? openService() : openFile());
        if (m_cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, QCoreApplication::translate("Map", "Opening was cancelled."));
        }
        for (const auto &layer : m_opened.layers) {
            Background::adopt(layer.get());
        }
        return Loaded<OpenedSource>{std::move(m_opened), m_findings.take()};
    }

private:
    Result<> openFile();
    Result<> openTable();
    Result<> openSublayers();
    Result<> openService();
    Result<> add(std::unique_ptr<QgsMapLayer> layer);
    void inspect(QgsVectorLayer &layer);
    void stateCrs(QgsMapLayer &layer);
    std::unique_ptr<QgsMapLayer> markWebDatum(std::unique_ptr<QgsMapLayer> layer);
    void note(Severity severity, const char *code, const QgsMapLayer *layer, const QString &message, int count = 1);
    tl::unexpected<Error> notAMap() const;
    std::unique_ptr<QgsMapLayer> make(const QString &provider, const QString &uri, const QString &name) const;

    const SourceSpec &m_source;
    const OpenContext &m_context;
    const CancelToken &m_cancel;
    QString m_file;
    OpenedSource m_opened;
    FindingList m_findings;
};

tl::unexpected<Error> Opening::notAMap() const
{
    return fail(
        ErrorCode::Invalid,
        QCoreApplication::translate("Map", "%1 is damaged or no map file: nothing in it can be shown.").arg(m_file),
        m_source.path);
}

void Opening::note(Severity severity, const char *code, const QgsMapLayer *layer, const QString &message, int count)
{
    Finding finding{severity, QLatin1String(code), layer != nullptr ? layer->name() : QString(), {}, message};
    finding.source = m_source.path.isEmpty() ? m_source.name : m_source.path;
    finding.count = count;
    m_findings.add(std::move(finding));
}

Result<> Opening::openFile()
{
    const QFileInfo info(m_source.path);
    if (!info.exists()) {
        return fail(ErrorCode::NotReadable, QCoreApplication::translate("Map", "%1 is not there any more.")
                                                .arg(QDir::toNativeSeparators(m_source.path)));
    }
    if (info.isFile() && !info.isReadable()) {
        return fail(ErrorCode::NotReadable, QCoreApplication::translate("Map", "%1 may not be read by you.")
                                                .arg(QDir::toNativeSeparators(m_source.path)));
    }
    if (info.isFile() && info.size() == 0) {
        return fail(ErrorCode::Invalid, QCoreApplication::translate("Map", "%1 is empty.").arg(m_file));
    }
    m_opened.name = m_source.name.isEmpty() ? info.completeBaseName() : m_source.name;
    const QString suffix = info.suffix().toLower();
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") || suffix == QLatin1String("txt")) {
        return openTable();
    }
    return openSublayers();
}

Result<> Opening::openTable()
{
    LOCI_TRY(const TableGuess guess, guessTable(m_source.path));
    if (guess.columns.size() < 2 && !guess.hasCoordinates()) {
        return notAMap();
    }
    auto layer =
        make(QStringLiteral("delimitedtext"),
             tableUri(m_source.path, guess, guess.degrees ? QStringLiteral("EPSG:4326") : QString()), m_opened.name);
    if (!guess.hasCoordinates()) {
        note(Severity::Info, "no_coordinates", layer.get(),
             QCoreApplication::translate("Map", "%1 has no columns with coordinates: it was opened as a table.")
                 .arg(m_file));
    }
    if (guess.encoding != QLatin1String("UTF-8")) {
        note(Severity::Info, "encoding_assumed", layer.get(),
             QCoreApplication::translate("Map", "%1 is not UTF-8: it was read as %2.").arg(m_file, guess.encoding));
    }
    return add(std::move(layer));
}

Result<> Opening::openSublayers()
{
    QList<QgsProviderSublayerDetails> details =
        QgsProviderRegistry::instance()->querySublayers(m_source.path, Qgis::SublayerQueryFlag::ResolveGeometryType);
    const auto isBetter = [](const QString &provider) {
        return provider == QLatin1String("ogr") || provider == QLatin1String("gdal");
    };
    // A SpatiaLite file answers to two providers; the general ones know all that is needed and open faster.
    const bool general =
        std::any_of(details.cbegin(), details.cend(), [&](const auto &d) { return isBetter(d.providerKey()); });
    QStringList seen;
    for (const QgsProviderSublayerDetails &detail : std::as_const(details)) {
        if (m_cancel.isCancelled()) {
            return {};
        }
        const bool known = detail.type() == Qgis::LayerType::Vector || detail.type() == Qgis::LayerType::Raster;
        if (!known || (general && !isBetter(detail.providerKey())) || seen.contains(detail.uri())) {
            continue;
        }
        seen << detail.uri();
        QString name = detail.name();
        if (details.size() == 1 || name.isEmpty()) {
            name = m_opened.name;
        }
        if (auto added = add(make(detail.providerKey(), detail.uri(), name)); !added && details.size() == 1) {
            return added;
        }
    }
    return m_opened.layers.empty() ? Result<>(notAMap()) : Result<>();
}

Result<> Opening::openService()
{
    m_opened.name = m_source.name.isEmpty() ? m_source.provider : m_source.name;
    auto layer = make(m_source.provider, m_source.uri, m_opened.name);
    if (m_source.provider == QLatin1String("postgres") && (layer == nullptr || !layer->isValid()) &&
        !QgsDataSourceUri(m_source.uri).keyColumn().isEmpty()) {
        // The column of a view that looked like a key is none.
        layer = make(m_source.provider, withRowNumbers(m_source.uri), m_opened.name);
    }
    if (layer == nullptr || !layer->isValid()) {
        const QString why = layer != nullptr ? layer->error().summary() : QString();
        const SessionPasswords *passwords = SessionPasswords::current();
        if (passwords != nullptr && passwords->isWanted(m_source.provider, m_source.uri)) {
            return fail(ErrorCode::NotReadable,
                        QCoreApplication::translate(
                            "Map", "The server of %1 asks for a name and password, or refuses the ones given.")
                            .arg(m_opened.name),
                        why);
        }
        return fail(
            ErrorCode::NotReadable,
            QCoreApplication::translate("Map", "%1 could not be opened. Check the address and the name of the layer.")
                .arg(m_opened.name),
            why);
    }
    return add(std::move(layer));
}

std::unique_ptr<QgsMapLayer> Opening::make(const QString &provider, const QString &uri, const QString &name) const
{
    qCDebug(logMap, "Open source with provider %s.", qPrintable(provider));
    static const QStringList rasters = {QStringLiteral("gdal"), QStringLiteral("wms"), QStringLiteral("wcs")};
    if (rasters.contains(provider)) {
        QgsRasterLayer::LayerOptions options(true, m_context.transforms);
        return std::make_unique<QgsRasterLayer>(uri, name, provider, options);
    }
    if (provider == QLatin1String("vectortile")) {
        return std::make_unique<QgsVectorTileLayer>(uri, name, QgsVectorTileLayer::LayerOptions(m_context.transforms));
    }
    // Styles stored beside a file may carry code and remote pictures: only ours are applied.
    QgsVectorLayer::LayerOptions options(m_context.transforms);
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    return std::make_unique<QgsVectorLayer>(uri, name, provider, options);
}

Result<> Opening::add(std::unique_ptr<QgsMapLayer> layer)
{
    if (layer == nullptr || !layer->isValid()) {
        return notAMap();
    }
    if (auto *vector = qobject_cast<QgsVectorLayer *>(layer.get())) {
        if (const auto encoding = m_source.path.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive)
                                      ? guessDbfEncoding(m_source.path)
                                      : std::nullopt) {
            vector->setProviderEncoding(*encoding);
        }
        if (!m_source.path.isEmpty()) {
            inspect(*vector);
        }
    }
    if (layer->isSpatial() && !layer->crs().isValid()) {
        stateCrs(*layer);
    } else if (const QgsCoordinateReferenceSystem coded = withEpsgCode(layer->crs()); coded != layer->crs()) {
        layer->setCrs(coded);
    }
    m_opened.layers.push_back(markWebDatum(std::move(layer)));
    return {};
}

std::unique_ptr<QgsMapLayer> Opening::markWebDatum(std::unique_ptr<QgsMapLayer> layer)
{
    const geodesy::WebDatum datum =
        webDatumHint(m_source.path.isEmpty() ? m_source.uri + m_source.name : m_file + layer->name());
    const QString name = geodesy::webDatumName(datum);
    if (datum == geodesy::WebDatum::None || !layer->isSpatial()) {
        return layer;
    }
    if (layer->type() != Qgis::LayerType::Vector) {
        note(Severity::Warning, "web_datum", layer.get(),
             QCoreApplication::translate(
                 "Map", "%1 is in %2: in China its pictures lie 100 to 700 m beside the truth. Do not draw by it.")
                 .arg(layer->name(), name));
        return layer;
    }
    const WebDatumUri uri{datum, layer->providerType(), layer->source()};
    auto marked = make(QLatin1String(kWebDatumProvider), uri.toText(), layer->name());
    if (marked == nullptr || !marked->isValid()) {
        return layer; // its coordinates are no degrees
    }
    note(Severity::Info, "web_datum", marked.get(),
         QCoreApplication::translate(
             "Map", "%1 is marked as %2: it is shown where it truly lies, within about %3 m. The file stays as it is.")
             .arg(layer->name(), name)
             .arg(geodesy::kWebDatumAccuracy));
    return marked;
}

void Opening::inspect(QgsVectorLayer &layer)
{
    const long long stated = layer.featureCount();
    if (stated > kScanLimit) {
        return;
    }
    long long read = 0;
    int withoutGeometry = 0;
    int wrongText = 0;
    QgsFeatureIterator features = layer.getFeatures();
    QgsFeature feature;
    while (features.nextFeature(feature)) {
        if (++read % 500 == 0 && m_cancel.isCancelled()) {
            return;
        }
        withoutGeometry += layer.isSpatial() && feature.geometry().isEmpty() ? 1 : 0;
        for (const QVariant &value : feature.attributes()) {
            if (value.userType() == QMetaType::QString && value.toString().contains(QChar::ReplacementCharacter)) {
                ++wrongText;
                break;
            }
        }
    }
    if (read < stated) {
        note(Severity::Error, "features_unreadable", &layer,
             QCoreApplication::translate(
                 "Map", "%1 states %2 features, but only %3 can be read: the file is incomplete or damaged.")
                 .arg(m_file)
                 .arg(stated)
                 .arg(read),
             static_cast<int>(stated - read));
    }
    if (read == 0 && stated <= 0) {
        note(Severity::Warning, "no_features", &layer,
             QCoreApplication::translate("Map", "%1 has no features.").arg(layer.name()));
    }
    if (withoutGeometry > 0) {
        note(Severity::Warning, "no_geometry", &layer,
             QCoreApplication::translate("Map", "%n feature(s) of %1 have no geometry and are not on the map.")
                 .arg(layer.name())
                 .replace(QLatin1String("%n"), QString::number(withoutGeometry)),
             withoutGeometry);
    }
    if (wrongText > 0) {
        note(Severity::Warning, "wrong_encoding", &layer,
             QCoreApplication::translate("Map", "Some texts of %1 are in another encoding than the file states.")
                 .arg(layer.name()),
             wrongText);
    }
}

void Opening::stateCrs(QgsMapLayer &layer)
{
    const QgsRectangle extent = layer.extent();
    const bool degrees = !extent.isNull() && extent.xMinimum() >= -180.001 && extent.xMaximum() <= 180.001 &&
                         extent.yMinimum() >= -90.001 && extent.yMaximum() <= 90.001;
    if (degrees) {
        layer.setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")));
        note(Severity::Warning, "missing_crs", &layer,
             QCoreApplication::translate(
                 "Map", "%1 states no coordinate system. Its coordinates look like degrees: WGS 84 is assumed.")
                 .arg(layer.name()));
        return;
    }
    QgsRectangle near = m_context.mapExtent;
    near.grow(std::max(near.width(), near.height()));
    if (m_context.mapCrs.isValid() && !m_context.mapCrs.isGeographic() && near.intersects(extent)) {
        layer.setCrs(m_context.mapCrs);
        note(Severity::Warning, "missing_crs", &layer,
             QCoreApplication::translate(
                 "Map",
                 "%1 states no coordinate system. It lies on the map with that of the map (%2), which is assumed.")
                 .arg(layer.name(), m_context.mapCrs.authid()));
        return;
    }
    note(
        Severity::Warning, "missing_crs", &layer,
        QCoreApplication::translate(
            "Map", "%1 states no coordinate system and may lie in a wrong place. Choose one in the layer's properties.")
            .arg(layer.name()));
}

} // namespace

Result<Loaded<OpenedSource>> openSource(const SourceSpec &source, const OpenContext &context, const CancelToken &cancel)
{
    SourceSpec clean = source;
    if (SessionPasswords *passwords = SessionPasswords::current()) {
        clean.uri = passwords->takeSecrets(source.provider, source.uri);
    }
    try {
        return Opening(clean, context, cancel).run();
    } catch (const QgsException &error) {
        return fail(ErrorCode::Invalid, QCoreApplication::translate("Map", "The source could not be opened."),
                    error.what());
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, QCoreApplication::translate("Map", "The source could not be opened."),
                    QString::fromUtf8(error.what()));
    }
}

bool isRemote(const QString &provider, const QString &uri)
{
    static const QStringList remote = {QStringLiteral("wms"),
                                       QStringLiteral("WFS"),
                                       QStringLiteral("wfs"),
                                       QStringLiteral("OAPIF"),
                                       QStringLiteral("wcs"),
                                       QStringLiteral("postgres"),
                                       QStringLiteral("postgresraster"),
                                       QStringLiteral("vectortile"),
                                       QStringLiteral("arcgisfeatureserver"),
                                       QStringLiteral("arcgismapserver"),
                                       QStringLiteral("mssql"),
                                       QStringLiteral("oracle"),
                                       QStringLiteral("hana")};
    return remote.contains(provider) || uri.contains(QLatin1String("/vsicurl")) ||
           uri.contains(QLatin1String("http://")) || uri.contains(QLatin1String("https://"));
}

} // namespace loci::map
