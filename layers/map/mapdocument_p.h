// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/background.h"
#include "layers/map/mapdocument.h"
#include "layers/map/sourceopener.h"
#include "layers/map/sourceprobe.h"

#include <qgsdataprovider.h>
#include <qgsproject.h>
#include <qgsreadwritecontext.h>

#include <QDomElement>
#include <QHash>
#include <QSet>
#include <QTimer>

class QgsLayerTreeGroup;
class QgsLayerTreeNode;

namespace loci::map {

inline constexpr char kLayerPrefix[] = "map/layer/";
inline constexpr char kTreeKey[] = "map/tree";
inline constexpr char kSettingsKey[] = "map/settings";
inline constexpr char kCityPrefix[] = "city/";
inline constexpr char kDerivedPrefix[] = "heritage/";
inline constexpr char kIndicatorPrefix[] = "indicator/";
/// Made by another room from what it keeps itself.
inline bool isDerivedLayer(const QString &layerId)
{
    return layerId.startsWith(QLatin1String(kDerivedPrefix)) || layerId.startsWith(QLatin1String(kIndicatorPrefix));
}
/// From "EPSG:n", WKT or a PROJ string; not valid when it is none of these.
inline QgsCoordinateReferenceSystem crsFromText(const QString &text)
{
    QgsCoordinateReferenceSystem crs;
    if (!text.isEmpty()) {
        crs.createFromUserInput(text);
    }
    return crs;
}
inline constexpr char kDeferredProperty[] = "loci/deferred"; ///< opened when first shown

/// Documents here and live layers there; the public class only forwards.
class MapDocument::Private
{
public:
    explicit Private(MapDocument *document);

    // Documents
    QByteArray layerBytes(const QgsMapLayer &layer) const;
    QByteArray treeBytes() const;
    QByteArray settingsBytes() const;
    QHash<QString, QByteArray> liveDocuments() const;
    void loadSettings(const QByteArray &bytes);
    void loadTree(const QByteArray &bytes);
    /// An empty key keeps the id that stands in the document.
    QgsMapLayer *addPlaceholder(const QByteArray &bytes, FindingList &findings, const QString &key);
    void restoreLayer(QgsMapLayer &layer, const QByteArray &bytes);
    void removeEverything();
    void applyLayer(const QString &id, const std::optional<QByteArray> &bytes, FindingList &findings);

    // Sources
    bool openPlaceholder(QgsMapLayer &layer, FindingList &findings); ///< false: its file is gone
    void openInWorker(const QString &layerId);
    void attachProvider(const QString &layerId, std::unique_ptr<QgsDataProvider> provider);
    void giveUp(const QString &layerId, const QString &why);
    void finishOpening(const QString &layerId);
    void openShownDeferred();

    // Tree
    QStringList insertOpened(OpenedSource opened);
    void insertNode(QgsLayerTreeGroup &group, std::unique_ptr<QgsLayerTreeNode> node, int rank);
    void adoptCrs(const QgsMapLayer &layer);
    void watch(QgsMapLayer &layer);
    void changed() { coalesce.start(); }

    QgsReadWriteContext context() const;
    QgsDataProvider::ProviderOptions providerOptions() const;
    static bool isStored(const QString &layerId)
    {
        return !layerId.startsWith(QLatin1String(kCityPrefix)) && !isDerivedLayer(layerId);
    }
    OpenContext openContext() const;

    MapDocument *q;
    QgsProject project;
    Background background;
    SourceProbe probe;
    QTimer coalesce;
    QString baseFolder;
    bool dark = false;
    QHash<QString, QByteArray> baseline; ///< key -> live document when last loaded, applied or taken
    QHash<QString, QByteArray> stored;   ///< layer id -> document of layers that are not open
    QHash<QString, quint64> opening;     ///< layer id -> ticket; an answer with another ticket is late
    quint64 lastTicket = 0;
    int sources = 0; ///< addSource and addProject under way
    QJsonObject settings;
    QHash<QString, city::CityModelPtr> cityModels;
};

} // namespace loci::map
