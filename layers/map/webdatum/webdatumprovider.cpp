// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/webdatum/webdatumprovider.h"

#include "layers/map/webdatum/webdatumsource.h"

#include <qgsproviderregistry.h>
#include <qgsreadwritecontext.h>

#include <QCoreApplication>
#include <QUrl>

namespace loci::map {

namespace {

constexpr char kOwnUri[] = "loci/uri";   ///< the whole URI, beside the parts of the inner one
constexpr char kOwnPath[] = "loci/path"; ///< the path it has

QgsProviderRegistry &registry()
{
    return *QgsProviderRegistry::instance();
}

} // namespace

WebDatumProvider::WebDatumProvider(const QString &uri, const ProviderOptions &options,
                                   Qgis::DataProviderReadFlags flags)
    : QgsVectorDataProvider(uri, options, flags)
{
    const auto parts = WebDatumUri::fromText(uri);
    if (!parts) {
        return;
    }
    m_datum = parts->datum;
    std::unique_ptr<QgsDataProvider> made(registry().createProvider(parts->provider, parts->uri, options, flags));
    auto *inner = qobject_cast<QgsVectorDataProvider *>(made.get());
    if (inner == nullptr || !inner->isValid()) {
        return;
    }
    if (inner->crs().isValid() && !inner->crs().isGeographic()) {
        appendError(QgsErrorMessage(
            QCoreApplication::translate("Map", "%1 is a shift of degrees, and this source has other coordinates.")
                .arg(geodesy::webDatumName(m_datum))));
        return;
    }
    m_inner = inner;
    made.release()->setParent(this);
    setNativeTypes(m_inner->nativeTypes());
}

QgsAbstractFeatureSource *WebDatumProvider::featureSource() const
{
    return new WebDatumSource(std::unique_ptr<QgsAbstractFeatureSource>(m_inner->featureSource()), m_datum, crs());
}

QgsFeatureIterator WebDatumProvider::getFeatures(const QgsFeatureRequest &request) const
{
    return QgsFeatureIterator(new WebDatumIterator(static_cast<WebDatumSource *>(featureSource()), true, request));
}

QString WebDatumProvider::storageType() const
{
    return m_inner != nullptr ? m_inner->storageType() : QString();
}

Qgis::WkbType WebDatumProvider::wkbType() const
{
    return m_inner != nullptr ? m_inner->wkbType() : Qgis::WkbType::Unknown;
}

long long WebDatumProvider::featureCount() const
{
    return m_inner != nullptr ? m_inner->featureCount() : 0;
}

QgsFields WebDatumProvider::fields() const
{
    return m_inner != nullptr ? m_inner->fields() : QgsFields();
}

QgsCoordinateReferenceSystem WebDatumProvider::crs() const
{
    return m_inner != nullptr && m_inner->crs().isValid() ? m_inner->crs()
                                                          : QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326"));
}

QgsRectangle WebDatumProvider::extent() const
{
    const QgsRectangle shifted = m_inner != nullptr ? m_inner->extent() : QgsRectangle();
    if (shifted.isNull() || !shifted.isFinite()) {
        return shifted;
    }
    QgsRectangle truth;
    for (const double x : {shifted.xMinimum(), shifted.xMaximum()}) {
        for (const double y : {shifted.yMinimum(), shifted.yMaximum()}) {
            const Vec2 corner = geodesy::fromWebDatum(m_datum, {x, y});
            truth.combineExtentWith(corner.x, corner.y);
        }
    }
    constexpr double kSlack = 1e-3; // degrees: the shift is not the same all along a side
    return truth.buffered(kSlack);
}

QString WebDatumProvider::name() const
{
    return QLatin1String(kWebDatumProvider);
}

QString WebDatumProvider::description() const
{
    return QStringLiteral("GCJ-02 and BD-09 sources at their true place");
}

Qgis::VectorProviderCapabilities WebDatumProvider::capabilities() const
{
    return Qgis::VectorProviderCapability::SelectAtId;
}

bool WebDatumProvider::supportsSubsetString() const
{
    return m_inner != nullptr && m_inner->supportsSubsetString();
}

QString WebDatumProvider::subsetString() const
{
    return m_inner != nullptr ? m_inner->subsetString() : QString();
}

bool WebDatumProvider::setSubsetString(const QString &subset, bool updateFeatureCount)
{
    if (m_inner == nullptr || !m_inner->setSubsetString(subset, updateFeatureCount)) {
        return false;
    }
    clearMinMaxCache();
    emit dataChanged();
    return true;
}

WebDatumMetadata::WebDatumMetadata()
    : QgsProviderMetadata(QLatin1String(kWebDatumProvider), QStringLiteral("GCJ-02 and BD-09"))
{}

QgsDataProvider *WebDatumMetadata::createProvider(const QString &uri, const QgsDataProvider::ProviderOptions &options,
                                                  Qgis::DataProviderReadFlags flags)
{
    return new WebDatumProvider(uri, options, flags);
}

QList<Qgis::LayerType> WebDatumMetadata::supportedLayerTypes() const
{
    return {Qgis::LayerType::Vector};
}

QVariantMap WebDatumMetadata::decodeUri(const QString &uri) const
{
    const auto parts = WebDatumUri::fromText(uri);
    if (!parts) {
        return {};
    }
    QVariantMap map = registry().decodeUri(parts->provider, parts->uri);
    map.insert(QLatin1String(kOwnUri), uri);
    map.insert(QLatin1String(kOwnPath), map.value(QStringLiteral("path")));
    return map;
}

QString WebDatumMetadata::encodeUri(const QVariantMap &map) const
{
    // The inner URI may say more than its parts: only a changed path is put in.
    auto parts = WebDatumUri::fromText(map.value(QLatin1String(kOwnUri)).toString());
    if (!parts) {
        return {};
    }
    const QString before = map.value(QLatin1String(kOwnPath)).toString();
    const QString now = map.value(QStringLiteral("path")).toString();
    if (!before.isEmpty() && before != now) {
        if (parts->uri.startsWith(QLatin1String("file:"))) {
            QUrl url(parts->uri);
            url.setPath(now);
            parts->uri = url.toString(QUrl::FullyEncoded);
        } else {
            parts->uri.replace(before, now);
        }
    }
    return parts->toText();
}

QString WebDatumMetadata::absoluteToRelativeUri(const QString &uri, const QgsReadWriteContext &context) const
{
    auto parts = WebDatumUri::fromText(uri);
    if (!parts) {
        return uri;
    }
    parts->uri = registry().absoluteToRelativeUri(parts->provider, parts->uri, context);
    return parts->toText();
}

QString WebDatumMetadata::relativeToAbsoluteUri(const QString &uri, const QgsReadWriteContext &context) const
{
    auto parts = WebDatumUri::fromText(uri);
    if (!parts) {
        return uri;
    }
    parts->uri = registry().relativeToAbsoluteUri(parts->provider, parts->uri, context);
    return parts->toText();
}

void registerWebDatumProvider()
{
    if (registry().providerMetadata(QLatin1String(kWebDatumProvider)) == nullptr) {
        registry().registerProvider(new WebDatumMetadata); // which owns it
    }
}

} // namespace loci::map
