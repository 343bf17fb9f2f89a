// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/webdatum/webdatumrasters.h"
#include "widgets/map/mapviewport.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsmaprendererparalleljob.h>

#include <QColor>
#include <QElapsedTimer>
#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <memory>

class QgsMapLayer;
class QgsMapRendererCache;
class QgsMapSettings;
class QgsProject;

namespace loci::widgets {

/// A picture of the map and the piece of the world it shows.
struct MapPicture
{
    QImage image;
    Box3 extent;
    bool isEmpty() const { return image.isNull(); }
};

/// Draws the map in the background: the wanted view first and exactly, with looks at the work every 100 ms; then, when
/// that was quick and nothing else is wanted, a wider picture around it, so that a pan shows no blank edge. A new wish
/// cancels the old one without waiting for it. A layer whose server fails meanwhile keeps its last picture, moved to
/// where it belongs now. Main thread; the drawing itself is QGIS's pool.
class MapPainter final : public QObject
{
    Q_OBJECT
public:
    explicit MapPainter(QgsProject &project, QObject *parent = nullptr);
    ~MapPainter() override;

    void setGround(const QColor &colour) { m_ground = colour; }
    void paint(const MapViewport &viewport, double devicePixelRatio, const QList<QgsMapLayer *> &layers);
    /// The next paint() draws this layer anew; all of them when nullptr.
    void forget(const QgsMapLayer *layer);
    void cancel();
    bool isPainting() const { return m_job != nullptr; }

    const MapPicture &picture() const { return m_picture; } ///< newest, perhaps unfinished
    const MapPicture &surroundings() const { return m_surroundings; }
    qint64 lastMilliseconds() const { return m_lastMs; } ///< of the last finished view

    /// Settings for any picture of this map.
    static QgsMapSettings settingsFor(const QgsProject &project, const Box3 &extent, const QSize &size,
                                      double devicePixelRatio, const QList<QgsMapLayer *> &layers, const QColor &ground,
                                      const QgsCoordinateReferenceSystem &crs);

signals:
    void pictureChanged();
    void finished();
    /// Layers that could not be drawn (again) in the picture that is finished now; empty when all were drawn.
    void layersFailed(const QStringList &layerIds);

private:
    void look();
    void onFinished();
    void retire();
    void start(const QgsMapSettings &settings);
    QStringList failedLayers() const;
    void keepGoodPictures(const QStringList &failed);
    bool showOldInstead(const QStringList &failed);
    void paintSurroundings();

    QgsProject &m_project;
    map::WebDatumRasters m_rasters, m_wideRasters;
    std::unique_ptr<QgsMapRendererCache> m_cache;
    QPointer<QgsMapRendererParallelJob> m_job, m_wideJob;
    QColor m_ground{Qt::white};
    MapPicture m_picture, m_surroundings;
    MapViewport m_viewport;
    double m_ratio = 1;
    QList<QPointer<QgsMapLayer>> m_layers;
    QHash<QString, MapPicture> m_good; ///< of layers on servers, the last that was whole
    QSet<QString> m_silent;            ///< servers (host:port) that did not answer during the drawing under way
    QStringList m_failed;              ///< shown with their old pictures in the drawing under way
    QTimer m_look, m_idle;
    QElapsedTimer m_clock;
    qint64 m_lastMs = 0;
    double m_lookMs = 0; ///< what the last look cost
};

} // namespace loci::widgets
