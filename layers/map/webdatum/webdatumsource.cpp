// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/webdatum/webdatumsource.h"

#include <qgsexception.h>
#include <qgsgeometry.h>
#include <qgspoint.h>

namespace loci::map {

namespace {

constexpr double kLongestShift = 0.03; ///< degrees; no web datum moves a place farther

} // namespace

WebDatumSource::WebDatumSource(std::unique_ptr<QgsAbstractFeatureSource> inner, geodesy::WebDatum datum,
                               const QgsCoordinateReferenceSystem &crs)
    : m_inner(std::move(inner))
    , m_datum(datum)
    , m_crs(crs)
{}

QgsFeatureIterator WebDatumSource::getFeatures(const QgsFeatureRequest &request)
{
    return QgsFeatureIterator(new WebDatumIterator(this, false, request));
}

WebDatumIterator::WebDatumIterator(WebDatumSource *source, bool ownSource, const QgsFeatureRequest &request)
    : QgsAbstractFeatureIteratorFromSource<WebDatumSource>(source, ownSource, request)
{
    // cppcheck-suppress useInitializationList // the base class takes the request first
    m_transform = mRequest.calculateTransform(source->m_crs);
    try {
        m_window = filterRectToSourceCrs(m_transform);
    } catch (const QgsCsException &) {
        close();
        return;
    }
    QgsFeatureRequest inner;
    Qgis::FeatureRequestFlags flags = mRequest.flags();
    flags.setFlag(Qgis::FeatureRequestFlag::ExactIntersect, false);
    if (!m_window.isNull()) {
        flags.setFlag(Qgis::FeatureRequestFlag::NoGeometry, false);
        inner.setFilterRect(m_window.buffered(kLongestShift));
    }
    inner.setFlags(flags);
    if (mRequest.flags().testFlag(Qgis::FeatureRequestFlag::SubsetOfAttributes)) {
        inner.setSubsetOfAttributes(mRequest.subsetOfAttributes());
    }
    if (mRequest.filterType() == Qgis::FeatureRequestFilterType::Fid) {
        inner.setFilterFid(mRequest.filterFid());
    } else if (mRequest.filterType() == Qgis::FeatureRequestFilterType::Fids) {
        inner.setFilterFids(mRequest.filterFids());
    }
    m_features = source->m_inner->getFeatures(inner);
    mValid = m_features.isValid();
}

WebDatumIterator::~WebDatumIterator()
{
    close();
}

bool WebDatumIterator::fits(const QgsGeometry &geometry) const
{
    if (m_window.isNull()) {
        return true;
    }
    if (geometry.isNull()) {
        return false;
    }
    if (mRequest.spatialFilterType() == Qgis::SpatialFilterType::DistanceWithin) {
        return geometry.distance(mRequest.referenceGeometry()) <= mRequest.distanceWithin();
    }
    return mRequest.flags().testFlag(Qgis::FeatureRequestFlag::ExactIntersect)
               ? geometry.intersects(m_window)
               : geometry.boundingBoxIntersects(m_window);
}

bool WebDatumIterator::fetchFeature(QgsFeature &feature)
{
    feature.setValid(false);
    while (!mClosed && m_features.nextFeature(feature)) {
        if (feature.hasGeometry()) {
            QgsGeometry geometry = feature.geometry();
            geometry.transformVertices([datum = mSource->m_datum](const QgsPoint &point) {
                const Vec2 truth = geodesy::fromWebDatum(datum, {point.x(), point.y()});
                QgsPoint moved(point);
                moved.setX(truth.x);
                moved.setY(truth.y);
                return moved;
            });
            feature.setGeometry(geometry);
        }
        if (fits(feature.geometry())) {
            geometryToDestinationCrs(feature, m_transform);
            return true;
        }
    }
    feature.setValid(false);
    close();
    return false;
}

bool WebDatumIterator::rewind()
{
    return !mClosed && m_features.rewind();
}

bool WebDatumIterator::close()
{
    if (mClosed) {
        return false;
    }
    m_features.close();
    iteratorClosed();
    mClosed = true;
    return true;
}

} // namespace loci::map
