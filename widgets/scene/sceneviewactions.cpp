// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SceneView that acts on objects: selection, hiding, flights, menu and commands.
#include "layers/scene/sceneplace.h"
#include "widgets/common/icons.h"
#include "widgets/scene/colourpopover.h"
#include "widgets/scene/cutpopover.h"
#include "widgets/scene/markerlayer.h"
#include "widgets/scene/scenecanvas.h"
#include "widgets/scene/scenecontrols.h"
#include "widgets/scene/sceneloader.h"
#include "widgets/scene/sceneview.h"
#include "widgets/scene/sceneviewprivate.h"
#include "widgets/scene/shadowlayer.h"
#include "widgets/scene/sunpopover.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

namespace loci::widgets {

using scene::operator+;
using scene::operator-;
using scene::length;

std::vector<CityObjectRef> SceneView::Private::selectedObjects() const
{
    std::vector<CityObjectRef> objects;
    for (const SelectedThing &thing : selection.things()) {
        if (const auto *object = std::get_if<CityObjectRef>(&thing)) {
            objects.push_back(*object);
        }
    }
    return objects;
}

void SceneView::Private::onSelection()
{
    stage.setSelected(keysOf(selectedObjects()));
    frame();
}

void SceneView::Private::onClicked(const std::optional<scene::Hit> &hit, Qt::KeyboardModifiers modifiers)
{
    if (const QString stream = markers->streamAt(canvas->pressedAt()); !stream.isEmpty()) {
        emit q.streamMarkerClicked(stream);
        return;
    }
    if (!hit) {
        if (!(modifiers & Qt::ControlModifier)) {
            selection.clear();
        }
        return;
    }
    const CityObjectRef thing{hit->modelId, hit->object, hit->surface};
    if (modifiers & Qt::ControlModifier) {
        // The same object again, at whatever surface, leaves the selection.
        for (const CityObjectRef &selected : selectedObjects()) {
            if (selected.modelId == thing.modelId && selected.object == thing.object) {
                selection.toggle(selected);
                return;
            }
        }
        selection.toggle(thing);
    } else {
        selection.set({thing});
    }
}

void SceneView::Private::onMenu(const std::optional<scene::Hit> &hit, const QPoint &globalPosition)
{
    std::vector<CityObjectRef> objects = selectedObjects();
    if (hit) {
        const bool among = std::any_of(objects.begin(), objects.end(), [&hit](const CityObjectRef &o) {
            return o.modelId == hit->modelId && o.object == hit->object;
        });
        if (!among) {
            objects = {CityObjectRef{hit->modelId, hit->object, hit->surface}};
        }
    }
    auto *menu = new QMenu(&q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, bool enabled, auto action) {
        QAction *entry = menu->addAction(icon(name), text);
        entry->setEnabled(enabled);
        connect(entry, &QAction::triggered, &q, action);
    };
    const bool any = !objects.empty();
    add(QStringLiteral("target"), SceneView::tr("Zoom to it"), any, [this, objects] { q.zoomTo(objects.front()); });
    add(QStringLiteral("eye-off"), SceneView::tr("Hide"), any, [this, objects] { q.hideObjects(objects); });
    add(QStringLiteral("isolate"), SceneView::tr("Show only this"), any,
        [this, objects] { q.isolateObjects(objects); });
    add(QStringLiteral("eye"), SceneView::tr("Show everything again"), stage.isAnythingHidden(),
        [this] { q.showAllObjects(); });
    menu->addSeparator();
    add(QStringLiteral("copy"), SceneView::tr("Copy the picture"), true, [this] { copyPicture(); });
    add(QStringLiteral("save"), SceneView::tr("Save the picture…"), true,
        [this] { emit q.savePictureWanted(savedWidth()); });
    menu->popup(globalPosition);
}

int SceneView::Private::savedWidth() const
{
    constexpr int kPrinted = 3840; // sharp on a page and on a wall
    return std::max(kPrinted, q.width());
}

void SceneView::Private::copyPicture()
{
    QGuiApplication::clipboard()->setImage(q.picture());
    emit q.messageShown(SceneView::tr("The 3D picture is on the clipboard."));
}

void SceneView::Private::onCameraMoved()
{
    controls->setNorth(scene::anglesOf(stage.camera()).azimuth);
    if (!cameraTold.isActive()) {
        cameraTold.start();
    }
}

void SceneView::Private::onRested()
{
    if (readyPending && loader->isIdle() && !groundFitted.isActive()) {
        readyPending = false;
        emit q.modelsReady();
    }
    castShadows();
    const Box3 all = stage.extent();
    if (all.isEmpty()) {
        return;
    }
    // What of the ground is seen: around the focus, as wide as the eye is far; the whole place from afar.
    const double margin = 0.35 * std::max({all.max.x - all.min.x, all.max.y - all.min.y, 80.0});
    Box3 sheet = all;
    sheet.min = all.min - Vec3{margin, margin, 0};
    sheet.max = all.max + Vec3{margin, margin, 0};
    const scene::Camera camera = stage.camera();
    const double reach = 2.2 * length(camera.focus - camera.position);
    Box3 wanted = sheet;
    if (2 * reach < 0.6 * std::max(sheet.max.x - sheet.min.x, sheet.max.y - sheet.min.y)) {
        wanted.min = {std::max(sheet.min.x, camera.focus.x - reach), std::max(sheet.min.y, camera.focus.y - reach), 0};
        wanted.max = {std::min(sheet.max.x, camera.focus.x + reach), std::min(sheet.max.y, camera.focus.y + reach), 0};
    }
    const double width = wanted.max.x - wanted.min.x;
    const double lastWidth = lastGround.isEmpty() ? 0 : lastGround.max.x - lastGround.min.x;
    const bool covered = !lastGround.isEmpty() && lastGround.contains2d({camera.focus.x, camera.focus.y}) &&
                         lastWidth >= 0.65 * width && lastWidth <= 2.2 * width;
    if (width > 0 && wanted.max.y > wanted.min.y && !covered) {
        lastGround = wanted;
        emit q.groundWanted(wanted);
    }
}

void SceneView::Private::openSun()
{
    const QDateTime shown = sun.isValid() ? sun : QDateTime::currentDateTimeUtc();
    const Box3 box = stage.extent();
    const auto reference = scene::geoReference(crs(), box.isEmpty() ? stage.origin() : box.centre());
    SunPopover::Position position;
    if (reference) {
        position = [place = reference->place](const QDateTime &utc) { return sun::solarPosition(utc, place); };
    }
    QToolButton *button = controls->sunButton();
    sunPopover->open(button->mapToGlobal(QPoint(0, button->height() + 8)), shown, shadowsShown, position);
}

void SceneView::Private::nextAppearance()
{
    if (models.empty()) {
        return;
    }
    QStringList order{QString(), QLatin1String(scene::Colouring::kPlain)};
    if (std::any_of(models.begin(), models.end(),
                    [](const SceneModel &model) { return !model.model->geometry.textureThemes.empty(); })) {
        order.prepend(QLatin1String(scene::Colouring::kTexture));
    }
    const qsizetype now = order.indexOf(models.front().colourBy); // coloured by an attribute: the first
    chooseForAll(models.front().lod, order[(now + 1) % order.size()], models.front().colourScale);
}

void SceneView::Private::openColours()
{
    std::vector<double> numbers;
    const QString attribute = models.empty() ? QString() : models.front().colourBy;
    for (const SceneModel &model : models) {
        if (isShown(model)) {
            numbers = scene::statedNumbers(*model.model, attribute);
        }
        if (!numbers.empty()) {
            break; // the legend is that of the first model, too
        }
    }
    if (!numbers.empty()) {
        QToolButton *button = controls->colourButton();
        colourPopover->open(button->mapToGlobal(QPoint(0, button->height() + 8)), attribute, std::move(numbers),
                            models.front().colourScale);
    }
}

void SceneView::Private::openCut()
{
    CutPopover::Place place;
    place.extent = stage.extent();
    const scene::Camera eye = stage.camera();
    place.focus = eye.focus;
    place.azimuth = scene::anglesOf(eye).azimuth;
    for (const CityObjectRef &object : selectedObjects()) {
        place.selection.include(stage.boundsOf({object.modelId, object.object, city::kNone}));
    }
    QToolButton *button = controls->cutButton();
    cutPopover->open(button->mapToGlobal(QPoint(0, button->height() + 8)), stage.cut(), place);
}

void SceneView::Private::castShadows()
{
    if (!shadows || !shadowsShown) {
        return;
    }
    const qreal scale = canvas->devicePixelRatioF();
    auto request =
        stage.shadowRequest(static_cast<int>(canvas->width() * scale), static_cast<int>(canvas->height() * scale));
    if (request) {
        shadows->cast(std::move(*request));
    } else {
        shadows->clear();
    }
}

std::optional<Box3> SceneView::Private::boundsOf(const SelectedThing &thing) const
{
    const auto *object = std::get_if<CityObjectRef>(&thing);
    if (!object) {
        return std::nullopt;
    }
    const Box3 box = stage.boundsOf({object->modelId, object->object, object->surface});
    return box.isEmpty() ? std::nullopt : std::optional(box);
}

void SceneView::zoomTo(const SelectedThing &thing)
{
    const auto box = d->boundsOf(thing);
    if (!box || !d->canvas) {
        return;
    }
    Box3 wide = *box;
    const double around = std::max(20.0, 0.6 * std::max(box->max.x - box->min.x, box->max.z - box->min.z));
    wide.min = box->min - Vec3{around, around, 0};
    wide.max = box->max + Vec3{around, around, 0};
    scene::ViewAngles angles = scene::anglesOf(d->canvas->target());
    angles.tilt = std::clamp(angles.tilt, 24.0, 50.0);
    d->canvas->flyTo(scene::fitting(wide, d->canvas->aspect(), angles));
}

void SceneView::hideObjects(const std::vector<CityObjectRef> &objects)
{
    d->stage.hide(keysOf(objects));
    d->frame();
}

void SceneView::isolateObjects(const std::vector<CityObjectRef> &objects)
{
    d->stage.isolate(keysOf(objects));
    d->frame();
}

void SceneView::showAllObjects()
{
    d->stage.showAll();
    d->frame();
}

void SceneView::registerActions(ActionRegistry &actions)
{
    const auto hasSelection = [this] { return !d->selectedObjects().empty(); };
    actions.add({.id = "scene.home",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Show everything in 3D"),
                 .icon = "home",
                 .run = [this] { zoomToFull(); }});
    actions.add({.id = "scene.north",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Turn the 3D view to the north"),
                 .icon = "north",
                 .run = [this] {
                     if (d->canvas) {
                         d->canvas->faceNorth();
                     }
                 }});
    actions.add({.id = "scene.zoomToSelection",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Fly to the selected object"),
                 .icon = "fly",
                 .run =
                     [this] {
                         if (const auto objects = d->selectedObjects(); !objects.empty()) {
                             zoomTo(objects.front());
                         }
                     },
                 .enabled = hasSelection});
    actions.add({.id = "scene.hide",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Hide the selected objects in 3D"),
                 .icon = "eye-off",
                 .run = [this] { hideObjects(d->selectedObjects()); },
                 .enabled = hasSelection});
    actions.add({.id = "scene.isolate",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Show only the selected objects in 3D"),
                 .icon = "isolate",
                 .run = [this] { isolateObjects(d->selectedObjects()); },
                 .enabled = hasSelection});
    actions.add({.id = "scene.showAll",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Show all hidden objects in 3D again"),
                 .icon = "eye",
                 .run = [this] { showAllObjects(); },
                 .enabled = [this] { return d->stage.isAnythingHidden(); }});
    actions.add({.id = "scene.sun",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Set date and time of the sun"),
                 .icon = "sun",
                 .run = [this] { d->openSun(); }});
    actions.add({.id = "scene.shadows",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Show or hide the shadows of the sun"),
                 .icon = "shadow",
                 .run = [this] { setShadowsShown(!shadowsShown()); }});
    actions.add({.id = "scene.edges",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Show or hide the edges of the buildings"),
                 .icon = "cube-3d",
                 .run = [this] { setEdgesShown(!edgesShown()); }});
    actions.add({.id = "scene.appearance",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Switch between textures, surface types and plain"),
                 .icon = "palette",
                 .run = [this] { d->nextAppearance(); }});
    actions.add({.id = "scene.colours",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Choose ramp and classes of the colours in 3D"),
                 .icon = "palette",
                 .run = [this] { d->openColours(); },
                 .enabled = [this] { return d->controls->isScaled(); }});
    actions.add({.id = "scene.cut",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Cut the 3D view by heights, a section or a box"),
                 .icon = "section",
                 .run = [this] { d->openCut(); }});
    actions.add({.id = "scene.uncut",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Show everything that is cut away in 3D"),
                 .icon = "eye",
                 .run = [this] { setCut({}); },
                 .enabled = [this] { return !(cut() == scene::SceneCut()); }});
    actions.add({.id = "scene.savePicture",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Save the 3D picture"),
                 .icon = "save",
                 .run = [this] { emit savePictureWanted(d->savedWidth()); }});
    actions.add({.id = "scene.saveOrbit",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Save an orbit as numbered pictures…"),
                 .icon = "save",
                 .run = [this] { emit saveFilmWanted(false); }});
    actions.add({.id = "scene.saveFlight",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Save a flight through the bookmarks as numbered pictures…"),
                 .icon = "save",
                 .run = [this] { emit saveFilmWanted(true); }});
    actions.add({.id = "scene.copyPicture",
                 .context = "Scene",
                 .name = QT_TRANSLATE_NOOP("Scene", "Copy the 3D picture"),
                 .icon = "copy",
                 .run = [this] { d->copyPicture(); }});
}

void SceneView::setStreamMarkers(std::vector<SceneMarker> markers)
{
    if (d->markers) {
        const bool appears = d->markers->setStreams(std::move(markers));
        if (appears) {
            d->controls->layOut();
        }
    }
}

void SceneView::chooseStreamMarker(const QString &id)
{
    if (d->markers) {
        d->markers->setChosen(id);
    }
}

EpsgCode SceneView::crs() const
{
    return d->crs();
}

} // namespace loci::widgets
