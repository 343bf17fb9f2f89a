// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/mesh.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QgsMapLayer;
class QgsProject;
class QgsRectangle;
class QgsCoordinateReferenceSystem;
class QgsVectorLayer;

namespace loci::map {

/// A map source as the person gave it: a path, or a provider with its URI.
struct SourceSpec
{
    QString path;     ///< file of any supported format; empty when provider and uri are given
    QString provider; ///< "wms", "WFS", "postgres", "spatialite", "delimitedtext", ...
    QString uri;
    QString name; ///< wished layer name; default: from the source
};

/// The map side of a workspace: one QgsProject, kept in step with the workspace's documents without knowing the
/// workspace. Keys are those of layers/workspace/workspace.h: "map/layer/<id>", "map/tree", "map/settings".
/// Main thread only.
///
/// Every stored layer is in project and tree at once, as a placeholder that is not valid yet; its source is opened in a
/// worker and layerOpened() tells when it is there. Documents do not change by that. A layer that cannot be opened
/// stays a placeholder: name, place in the tree and style are kept for repairSource().
class MapDocument final : public QObject
{
    Q_OBJECT
public:
    using Reader = std::function<std::optional<QByteArray>(const QString &key)>;
    using Done = std::function<void(Result<Loaded<QStringList>>)>;
    struct DocumentChange
    {
        QString key;
        std::optional<QByteArray> value; ///< empty: removed
    };

    explicit MapDocument(QObject *parent = nullptr);
    ~MapDocument() override;
    QgsProject &project() const;

    /// Sources below this folder are written relative to it, so that the folder can move. Set before load().
    void setBaseFolder(const QString &folder);
    QString baseFolder() const;
    /// Layers that still have Loci's own quiet style follow the theme; their stored documents do not change by it.
    void setDark(bool dark);
    bool isDark() const;

    /// Replaces everything by the documents. Layers whose source is gone stay in the tree, marked, and are findings
    /// with a way to repair (repairSource); the rest opens. Remote sources never delay it: they open in the background.
    Findings load(const QStringList &keys, const Reader &reader);
    /// After a commit, undo or redo elsewhere: brings only these documents up to date (a style change restyles one
    /// layer, a tree change reorders, an absent layer document removes the layer).
    void apply(const QStringList &changedKeys, const Reader &reader);
    /// What the live project now holds differently from the documents last loaded, applied or taken.
    std::vector<DocumentChange> takeChanges();

    /// Opens a source in the background and adds its layers to the top of the tree (points over lines over polygons
    /// over rasters), quietly styled. `done` gets the ids of the new layers; sublayers become a group.
    void addSource(const SourceSpec &source, Done done);
    /// Layers and styles of a .qgs or .qgz project; macros, actions, form code and expression functions of it never
    /// run. Its layers on servers are added hidden and are not asked for anything before they are shown.
    void addProject(const QString &path, Done done);
    /// Points a layer to another file and opens it in the background.
    Result<> repairSource(const QString &layerId, const QString &newPath);
    /// Gives a layer another source, name and style kept, and opens it in the background. An edit, to be committed.
    Result<> changeSource(const QString &layerId, const QString &provider, const QString &uri);

    /// Files that open layers stand on, by layer; servers and databases of servers have none.
    QHash<QString, QString> files() const;
    /// Opens the source of a layer anew: its server may be back, its file was changed. What is open stays until then.
    void reopen(const QString &layerId);
    /// True when the server of a closed layer refused for want of a password; after a restart that is always so, as no
    /// document holds one. setPassword() keeps it for the session and opens all closed layers of that server.
    bool needsPassword(const QString &layerId) const;
    QString userOf(const QString &layerId) const; ///< that its source names; may be empty
    void setPassword(const QString &layerId, const QString &user, const QString &password);

    void report(const Findings &findings); ///< what somebody else noticed about its layers

    bool isOpening(const QString &layerId) const;
    bool isIdle() const; ///< nothing is being opened

    /// A map layer of building outlines made from a city model ("city/<modelId>"), with attributes `object` (row of the
    /// city object), `id`, `type`, `ground`, `height` and those of the model; kept out of the stored documents.
    QgsMapLayer *setCityFootprints(const QString &modelId, const QString &name, const city::CityModelPtr &model,
                                   const std::vector<city::Footprint> &footprints);
    void removeCityFootprints(const QString &modelId);
    city::CityModelPtr cityModel(const QString &modelId) const; ///< of its footprints; nullptr when there are none
    void setCityFootprintsVisible(const QString &modelId, bool visible); ///< nothing when there are none

    /// A layer that another room makes from what it keeps itself (heritage records, indicators by area); its id begins
    /// with "heritage/" or "indicator/".
    /// It is in project and tree as any other, and kept out of the stored documents. `rank` as themeRank().
    QgsMapLayer *addDerivedLayer(std::unique_ptr<QgsVectorLayer> layer, int rank);
    void removeDerivedLayer(const QString &layerId);

    /// Visible layers, top first, as a renderer wants them.
    QList<QgsMapLayer *> visibleLayers() const;
    QgsRectangle fullExtent() const; ///< of visible layers, in the project's CRS

signals:
    void layersChanged(); ///< added, removed, reordered, shown or hidden; coalesced
    void layerStyleChanged(const QString &layerId);
    void layerOpened(const QString &layerId); ///< the source of a placeholder was opened, or could not be
    void becameIdle();
    void crsChanged();
    void findingsReported(const loci::Findings &findings); ///< of background loading

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace loci::map
