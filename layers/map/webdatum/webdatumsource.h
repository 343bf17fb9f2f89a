// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/geodesy/gcj02.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>

#include <memory>

namespace loci::map {

/// Features of another source with their geometries moved from a web datum to WGS 84. Any thread.
class WebDatumSource final : public QgsAbstractFeatureSource
{
public:
    WebDatumSource(std::unique_ptr<QgsAbstractFeatureSource> inner, geodesy::WebDatum datum,
                   const QgsCoordinateReferenceSystem &crs);
    QgsFeatureIterator getFeatures(const QgsFeatureRequest &request) override;

private:
    friend class WebDatumIterator;
    std::unique_ptr<QgsAbstractFeatureSource> m_inner;
    geodesy::WebDatum m_datum;
    QgsCoordinateReferenceSystem m_crs;
};

class WebDatumIterator final : public QgsAbstractFeatureIteratorFromSource<WebDatumSource>
{
public:
    WebDatumIterator(WebDatumSource *source, bool ownSource, const QgsFeatureRequest &request);
    ~WebDatumIterator() override;
    bool rewind() override;
    bool close() override;

protected:
    bool fetchFeature(QgsFeature &feature) override;

private:
    bool fits(const QgsGeometry &geometry) const;

    QgsFeatureIterator m_features;
    QgsCoordinateTransform m_transform;
    QgsRectangle m_window; ///< in WGS 84; null: everywhere
};

} // namespace loci::map
