// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "layers/map/webdatum/webdatumrasters.h"

#include <qgsmaplayer.h>
#include <qgsmaprendererparalleljob.h>

#include <QImage>
#include <QObject>
#include <QPointer>
#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace loci::widgets {

/// Pictures of the map for those who have no view of it: any extent, light or dark whatever the window is, all shown
/// layers that are open, or chosen ones. One after the other, in the background. Main thread.
class ViewPainter final : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        Box3 extent;  ///< empty: everything
        EpsgCode crs; ///< of the extent and the picture; unknown: the map's
        QSize size;
        double scale = 1; ///< of letters and lines, for pictures that are read from afar
        bool dark = false;
        bool outlines = true; ///< of city models
        bool labels = true;   ///< words lie badly on the ground of a 3D view
        QStringList layers;   ///< ids; empty: the shown ones
    };
    /// The picture, what it shows, and wished layers that are gone.
    using Done = std::function<void(const QImage &, const Box3 &, const QStringList &)>;

    explicit ViewPainter(map::MapDocument &document, QObject *parent = nullptr);
    ~ViewPainter() override;
    void paint(Wish wish, Done done);
    bool isIdle() const { return m_wishes.empty(); }

private:
    void next();
    QList<QgsMapLayer *> layersOf(const Wish &wish, QStringList &missing);
    QgsMapLayer *inTheme(QgsMapLayer *layer, bool dark);

    map::MapDocument &m_document;
    map::WebDatumRasters m_rasters;
    std::deque<std::pair<Wish, Done>> m_wishes;
    QPointer<QgsMapRendererParallelJob> m_job;
    std::map<QString, std::unique_ptr<QgsMapLayer>> m_copies; ///< in the theme that the window does not have
};

} // namespace loci::widgets
