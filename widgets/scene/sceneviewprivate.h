// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/cityscene.h"
#endif
#include "widgets/scene/sceneview.h"

#include <QLabel>
#include <QTimer>

namespace loci::widgets {

class ColourPopover;
class ColumnView;
class CutPopover;
class MarkerLayer;
class SceneCanvas;
class SceneControls;
class SceneLoader;
class SceneRecorder;
class ShadowLayer;
class SunPopover;

/// Parts of a SceneView. `stage` lives longer than the canvas that draws it.
class SceneView::Private final : public QObject
{
    Q_OBJECT
public:
    Private(SceneView &view, Selection &selection);
    ~Private() override;

    // What is shown
    void setModels(const std::vector<SceneModel> &models);
    void load(const SceneModel &model);
    void onTile(const QString &id, const std::shared_ptr<const scene::TileMesh> &mesh,
                const std::shared_ptr<const scene::TextureSet> &textures);
    void onModel(const QString &id, const Findings &findings);
    void applyComparison();
    bool isShown(const SceneModel &model) const; ///< by itself, or for a comparison
    void chooseForAll(const QString &lod, const QString &colourBy, const QString &colourScale);
    void openColours(); ///< ramp and classes of the attribute that is shown
    void updateControls();
    void applyTheme();
    void applySun();

    // What is done
    void onClicked(const std::optional<scene::Hit> &hit, Qt::KeyboardModifiers modifiers);
    void onMenu(const std::optional<scene::Hit> &hit, const QPoint &globalPosition);
    void onSelection();
    void onCameraMoved();
    void onRested();
    void openSun();
    void openCut();
    void nextAppearance();
    void castShadows(); ///< or takes them off, as the switch and the moment say
    void frame();       ///< something changed: draw
    void layOut();
    std::vector<CityObjectRef> selectedObjects() const;
    void copyPicture();
    int savedWidth() const; ///< of a picture that is saved, pixels
    std::optional<Box3> boundsOf(const SelectedThing &thing) const;
    EpsgCode crs() const;

    SceneView &q;
    Selection &selection;
    scene::CityScene stage;
    SceneLoader *loader = nullptr;
    SceneRecorder *recorder = nullptr;
    SceneCanvas *canvas = nullptr; ///< null when the display has no OpenGL
    QLabel *notice = nullptr;
    MarkerLayer *markers = nullptr;
    ColumnView *columns = nullptr; ///< made with the first columns
    scene::Legend columnLegend;
    SceneControls *controls = nullptr;
    SunPopover *sunPopover = nullptr;
    CutPopover *cutPopover = nullptr;
    ColourPopover *colourPopover = nullptr;
    ShadowLayer *shadows = nullptr; ///< null without a canvas
    bool shadowsShown = false;
    std::optional<SceneComparison> comparison;
    std::vector<SceneClasses> classes, classesOver;
    std::shared_ptr<const scene::ObjectClasses> classesOf(const QString &modelId) const;
    QTimer cameraTold, groundFitted;
    std::vector<SceneModel> models;
    QDateTime sun;                       ///< UTC; invalid: the studio's light
    std::optional<scene::Camera> framed; ///< where we put the camera ourselves; nobody has moved it while it is there
    void frameAnew();                    ///< when what is to be seen or the size of the view changed
    bool cameraSet = false, readyPending = false;
    Box3 lastGround;
};

inline std::vector<scene::ObjectKey> keysOf(const std::vector<CityObjectRef> &objects)
{
    std::vector<scene::ObjectKey> keys;
    for (const CityObjectRef &object : objects) {
        keys.push_back({object.modelId, object.object, object.surface});
    }
    return keys;
}

} // namespace loci::widgets
