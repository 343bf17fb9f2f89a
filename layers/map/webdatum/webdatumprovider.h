// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/webdatum/webdatumuri.h"

#include <qgsprovidermetadata.h>
#include <qgsvectordataprovider.h>

namespace loci::map {

/// A source in GCJ-02 or BD-09, shown where it truly lies: reads another provider and moves every geometry to WGS 84
/// by the iterated inverse. Read-only: nothing is ever written back. Map, table, search and export all see WGS 84.
class WebDatumProvider final : public QgsVectorDataProvider
{
    Q_OBJECT
public:
    WebDatumProvider(const QString &uri, const ProviderOptions &options, Qgis::DataProviderReadFlags flags);

    QgsAbstractFeatureSource *featureSource() const override;
    QgsFeatureIterator getFeatures(const QgsFeatureRequest &request) const override;
    QString storageType() const override;
    Qgis::WkbType wkbType() const override;
    long long featureCount() const override;
    QgsFields fields() const override;
    QgsCoordinateReferenceSystem crs() const override;
    QgsRectangle extent() const override;
    bool isValid() const override { return m_inner != nullptr; }
    QString name() const override;
    QString description() const override;
    Qgis::VectorProviderCapabilities capabilities() const override;
    bool supportsSubsetString() const override;
    QString subsetString() const override;
    bool setSubsetString(const QString &subset, bool updateFeatureCount) override;

private:
    geodesy::WebDatum m_datum = geodesy::WebDatum::None;
    QgsVectorDataProvider *m_inner = nullptr; ///< a child: it changes threads with this one
};

class WebDatumMetadata final : public QgsProviderMetadata
{
    Q_OBJECT
public:
    WebDatumMetadata();
    QgsDataProvider *createProvider(const QString &uri, const QgsDataProvider::ProviderOptions &options,
                                    Qgis::DataProviderReadFlags flags) override;
    QList<Qgis::LayerType> supportedLayerTypes() const override;
    QVariantMap decodeUri(const QString &uri) const override;
    QString encodeUri(const QVariantMap &parts) const override;
    QString absoluteToRelativeUri(const QString &uri, const QgsReadWriteContext &context) const override;
    QString relativeToAbsoluteUri(const QString &uri, const QgsReadWriteContext &context) const override;
};

/// Makes the provider known to QGIS; once, at its start.
void registerWebDatumProvider();

} // namespace loci::map
