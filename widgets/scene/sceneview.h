// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/base/geometry.h"
#include "layers/base/result.h"
#include "layers/domain/city/mesh.h"
#include "layers/scene/colouring.h"
#include "layers/scene/columns.h"
#include "layers/scene/glasslayer.h"
#include "layers/scene/scenecut.h"
#endif
#include "widgets/common/actionregistry.h"
#include "widgets/common/status.h"
#include "widgets/models/selection.h"

#include <QDateTime>
#include <QImage>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

namespace loci::workspace {
class TaskRunner;
}

namespace loci::widgets {

/// One city model as the 3D view shows it.
struct SceneModel
{
    QString id; ///< of the workspace's city-model reference
    QString name;
    city::CityModelPtr model;
    bool visible = true;
    double opacity = 1;
    QString lod;              ///< empty: automatic
    QString colourBy;         ///< empty: semantic surface type; "texture"; or an attribute name
    QString colourScale = {}; ///< of the numbers of an attribute (scene::ColourScale as text)
};

/// World position of camera and focus, in the CRS of the scene.
struct CameraPose
{
    Vec3 position, focus;
    bool operator==(const CameraPose &) const = default;
};

/// A label or marker that stands on a roof or on the ground.
struct SceneMarker
{
    QString id;
    QString text;
    Vec3 place;                        ///< z ignored when onRoof
    bool onRoof = true;                ///< z is taken from the geometry below or above it
    std::optional<Status> status = {}; ///< of a live stream: its shape stands before the text
    bool simulated = false;            ///< a dashed frame
    bool operator==(const SceneMarker &other) const = default;
};

/// A column with the words above it.
struct SceneColumn
{
    scene::Column column;
    QString text;
    bool operator==(const SceneColumn &) const = default;
};

/// Two versions of a model, shown in one picture: the later one by its classes, of the earlier one only what is gone.
struct SceneComparison
{
    QString before, after; ///< ids of models
    std::shared_ptr<const scene::ObjectClasses> beforeClasses, afterClasses;
    std::vector<std::uint8_t> gone; ///< by object of the earlier one: 1 is shown
};

/// Classes of one model's objects.
struct SceneClasses
{
    QString modelId;
    std::shared_ptr<const scene::ObjectClasses> classes;
};

/// The 3D view on VTK: batched tiles, exact picking, sun, draped ground, floating controls (LoD, sun, colour, home).
/// Main thread; meshes are built in the worker pool.
class SceneView final : public QWidget
{
    Q_OBJECT
public:
    explicit SceneView(Selection &selection, QWidget *parent = nullptr);
    ~SceneView() override;

    void registerActions(ActionRegistry &actions); ///< "scene.*"

    /// The whole list; unchanged models (same id and pointer) keep their meshes. All in one CRS, that of the first.
    void setModels(const std::vector<SceneModel> &models);
    void setGround(const QImage &map, const Box3 &extent); ///< rendered map; z from the terrain or the lowest ground
    void setSun(const QDateTime &utc);                     ///< position from date, time and the place of the scene
    void setMarkers(const std::vector<SceneMarker> &markers);
    /// Live streams, beside the other markers. A new text or state paints the labels only, never the scene.
    void setStreamMarkers(std::vector<SceneMarker> markers);
    void chooseStreamMarker(const QString &id); ///< framed with the accent; empty: none
    EpsgCode crs() const;                       ///< of the models; unknown without any

    /// Numbers by area as columns with labels and a legend of their own; an empty list takes them off.
    void setColumns(const std::vector<SceneColumn> &columns, const scene::Legend &legend);
    void markColumn(const QString &id); ///< outlined; empty: none
    QString markedColumn() const;
    void setComparison(std::optional<SceneComparison> comparison); ///< empty: the models as they are
    /// Classes of objects by model, from what is known beside the models (heritage records); a comparison goes before.
    void setClasses(std::vector<SceneClasses> classes);
    /// Classes that go before those of setClasses() while somebody looks at them; an empty list takes them off.
    void setClassesOver(std::vector<SceneClasses> classes);
    const std::vector<SceneClasses> &classesOver() const;
    void setGlass(std::vector<scene::GlassBody> bodies); ///< see-through things beside the models: proposals, ceilings
    const std::vector<scene::GlassBody> &glass() const;
    void setCut(const scene::SceneCut &cut); ///< heights, section, box, see-through terrain
    scene::SceneCut cut() const;
    void setEdgesShown(bool shown); ///< crisp edges in the still picture
    bool edgesShown() const;
    void setShadowsShown(bool shown); ///< of the sun, in the still picture
    bool shadowsShown() const;

    Box3 sceneExtent() const;
    CameraPose camera() const;
    void setCamera(const CameraPose &pose, bool fly = true);
    void zoomTo(const SelectedThing &thing);
    void zoomToFull();
    QImage picture();
    /// What the view shows as a PNG file of any size; the height follows from the shape of the view.
    Result<> savePicture(const QString &path, int width);
    /// What to draw as a task, beside the view.
    struct Recording
    {
        enum class Kind { Picture, Orbit, Flight } kind = Kind::Picture;
        QString path = {};                  ///< a PNG file; frames get numbers behind its name
        int width = 1920;                   ///< the height follows from the shape of the view
        int frames = 1;                     ///< of an orbit or flight
        std::vector<CameraPose> stops = {}; ///< of a flight
    };
    /// Starts; recorded() or recordingFailed() tell how it ended. Fails with a sentence when it cannot start.
    Result<> record(workspace::TaskRunner &tasks, const Recording &recording);
    bool isIdle() const; ///< nothing is being built or waiting to be drawn

    /// What is under a widget position; exact (object and semantic surface).
    std::optional<CityObjectRef> pick(const QPoint &position);
    void hideObjects(const std::vector<CityObjectRef> &objects);
    void isolateObjects(const std::vector<CityObjectRef> &objects);
    void showAllObjects();

signals:
    void cameraChanged();                        ///< after each movement, coalesced
    void modelsReady();                          ///< all meshes of the last setModels are on screen
    void groundWanted(const loci::Box3 &extent); ///< the ground that is seen, when it changed enough
    void modelChanged(const QString &id, const QString &lod, const QString &colourBy,
                      const QString &colourScale); ///< chosen in the view's controls
    void streamMarkerClicked(const QString &id);
    void messageShown(const QString &text);
    void columnClicked(const QString &id);
    void savePictureWanted(int width); ///< somebody asks where to
    void saveFilmWanted(bool flight);  ///< an orbit, or a flight through stops; somebody asks where to
    void recorded(const QStringList &files);
    void recordingFailed(const QString &message);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace loci::widgets
