// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/sceneview.h"

#include "layers/scene/camerapath.h"
#include "layers/scene/sceneimage.h"
#include "widgets/common/tokens.h"
#include "widgets/scene/colourpopover.h"
#include "widgets/scene/cutpopover.h"
#include "widgets/scene/markerlayer.h"
#include "widgets/scene/scenecanvas.h"
#include "widgets/scene/scenecontrols.h"
#include "widgets/scene/scenelegend.h"
#include "widgets/scene/sceneloader.h"
#include "widgets/scene/scenerecorder.h"
#include "widgets/scene/sceneviewprivate.h"
#include "widgets/scene/shadowlayer.h"
#include "widgets/scene/sunpopover.h"
#include "widgets/scene/vtkimage.h"

#include <vtkImageData.h>

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using scene::operator-;

namespace {

constexpr int kCameraTold = 120; // ms: movements are told together
constexpr int kGroundFitted = 400;

scene::Rgb rgb(const QColor &colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

bool wantsTextures(const SceneModel &model)
{
    return model.colourBy == QLatin1String(scene::Colouring::kTexture);
}

} // namespace

SceneView::Private::Private(SceneView &view, Selection &things)
    : q(view)
    , selection(things)
    , loader(new SceneLoader(this))
{
    if (const auto reason = SceneCanvas::whyNot()) {
        notice = new QLabel(*reason, &view);
        notice->setWordWrap(true);
        notice->setAlignment(Qt::AlignCenter);
        notice->setMargin(24);
    } else {
        canvas = new SceneCanvas(stage, &view);
        shadows = new ShadowLayer(canvas);
        markers = new MarkerLayer(stage, canvas);
        connect(canvas, &SceneCanvas::changing, shadows, &ShadowLayer::clear);
        connect(canvas, &SceneCanvas::clicked, this, &Private::onClicked);
        connect(canvas, &SceneCanvas::menuRequested, this, &Private::onMenu);
        connect(canvas, &SceneCanvas::cameraMoved, this, &Private::onCameraMoved);
        connect(canvas, &SceneCanvas::drawn, markers, qOverload<>(&QWidget::update));
        connect(canvas, &SceneCanvas::rested, this, &Private::onRested);
    }
    controls = new SceneControls(&view);
    sunPopover = new SunPopover(&view);
    cutPopover = new CutPopover(&view);
    colourPopover = new ColourPopover(&view);
    connect(controls, &SceneControls::cutWanted, this, &Private::openCut);
    connect(controls, &SceneControls::edgesChosen, &view, &SceneView::setEdgesShown);
    connect(cutPopover, &CutPopover::changed, &view, &SceneView::setCut);
    connect(sunPopover, &SunPopover::shadowsChosen, &view, &SceneView::setShadowsShown);
    connect(controls, &SceneControls::lodChosen, this, [this](const QString &lod) {
        const SceneModel now = models.empty() ? SceneModel() : models.front();
        chooseForAll(lod, now.colourBy, now.colourScale);
    });
    connect(controls, &SceneControls::coloursChosen, this, [this](const QString &colourBy) {
        const SceneModel now = models.empty() ? SceneModel() : models.front();
        chooseForAll(now.lod, colourBy, now.colourScale);
    });
    connect(controls, &SceneControls::scaleWanted, this, &Private::openColours);
    connect(colourPopover, &ColourPopover::changed, this, [this](const QString &colourScale) {
        const SceneModel now = models.empty() ? SceneModel() : models.front();
        chooseForAll(now.lod, now.colourBy, colourScale);
    });
    connect(controls, &SceneControls::homeWanted, &view, &SceneView::zoomToFull);
    connect(controls, &SceneControls::zoomWanted, this, [this](double factor) {
        if (canvas) {
            canvas->zoomBy(factor);
        }
    });
    connect(controls, &SceneControls::northWanted, this, [this] {
        if (canvas) {
            canvas->faceNorth();
        }
    });
    connect(controls, &SceneControls::sunWanted, this, &Private::openSun);
    connect(sunPopover, &SunPopover::changed, &view, &SceneView::setSun);
    recorder = new SceneRecorder(this);
    connect(recorder, &SceneRecorder::recorded, &view, &SceneView::recorded);
    connect(recorder, &SceneRecorder::failed, &view, &SceneView::recordingFailed);
    connect(loader, &SceneLoader::tileReady, this, &Private::onTile);
    connect(loader, &SceneLoader::modelReady, this, &Private::onModel);
    connect(&selection, &Selection::changed, this, &Private::onSelection);
    connect(&selection, &Selection::zoomRequested, &view, &SceneView::zoomTo);
    cameraTold.setSingleShot(true);
    cameraTold.setInterval(kCameraTold);
    connect(&cameraTold, &QTimer::timeout, &view, &SceneView::cameraChanged);
    groundFitted.setSingleShot(true);
    groundFitted.setInterval(kGroundFitted);
    connect(&groundFitted, &QTimer::timeout, this, [this] {
        stage.updateGround();
        frame();
    });
    applyTheme();
    updateControls();
}

SceneView::Private::~Private()
{
    delete loader; // no tile may come while the parts go
    loader = nullptr;
    delete canvas; // before the scene that it draws
}

void SceneView::Private::frame()
{
    if (canvas) {
        canvas->requestFrame();
    }
}

void SceneView::Private::applyTheme()
{
    const bool dark = tokens().mode == ThemeMode::Dark;
    stage.setTheme(dark ? scene::Theme::Dark : scene::Theme::Light, rgb(tokens().accent));
    controls->retint();
    updateControls();
    frame();
}

EpsgCode SceneView::Private::crs() const
{
    for (const SceneModel &model : models) {
        if (model.model->crs.isKnown()) {
            return model.model->crs;
        }
    }
    return {};
}

void SceneView::Private::applySun()
{
    if (sun.isValid()) {
        scene::applySun(stage, crs(), sun);
    }
    controls->setSun(sun);
    frame();
}

void SceneView::Private::load(const SceneModel &model)
{
    readyPending = true;
    loader->load(model.id, model.model, model.lod, wantsTextures(model));
}

void SceneView::Private::setModels(const std::vector<SceneModel> &wanted)
{
    const bool first = models.empty();
    for (const SceneModel &old : models) {
        if (std::none_of(wanted.begin(), wanted.end(), [&old](const SceneModel &m) { return m.id == old.id; })) {
            loader->cancel(old.id);
            stage.removeModel(old.id);
        }
    }
    const std::vector<SceneModel> before = std::exchange(models, wanted);
    for (const SceneModel &model : models) {
        const auto old =
            std::find_if(before.begin(), before.end(), [&model](const SceneModel &m) { return m.id == model.id; });
        const scene::ModelStyle style{isShown(model), model.opacity, model.colourBy, model.colourScale};
        if (old == before.end() || old->model != model.model) {
            stage.addModel(model.id, model.model, style);
            load(model);
            continue;
        }
        stage.setStyle(model.id, style);
        if (old->lod != model.lod || (wantsTextures(model) && !wantsTextures(*old))) {
            stage.removeTiles(model.id);
            load(model);
        }
    }
    applyComparison();
    if (first && !models.empty() && !cameraSet && canvas) {
        framed = canvas->target();
        frameAnew();
    }
    if (models.empty()) {
        cameraSet = false;
        framed.reset();
        lastGround = {};
    }
    applySun();
    updateControls();
    if (models.empty() || (loader->isIdle() && readyPending)) {
        onRested();
    }
}

void SceneView::Private::frameAnew()
{
    if (!canvas || !framed || !(canvas->target() == *framed)) {
        framed.reset();
        return;
    }
    canvas->setCamera(stage.homeCamera(canvas->aspect()));
    framed = canvas->target();
}

void SceneView::Private::onTile(const QString &id, const std::shared_ptr<const scene::TileMesh> &mesh,
                                const std::shared_ptr<const scene::TextureSet> &textures)
{
    stage.addTile(id, mesh, textures);
    if (!groundFitted.isActive()) {
        groundFitted.start();
    }
    frame();
}

void SceneView::Private::onModel(const QString &id, const Findings &findings)
{
    Q_UNUSED(id)
    groundFitted.stop();
    stage.updateGround();
    frameAnew();
    if (markers) {
        markers->settle();
    }
    if (!findings.empty()) {
        emit q.messageShown(
            SceneView::tr("Texture images that are missing: %1. Their surfaces are drawn plain.").arg(findings.size()));
    }
    if (!canvas) {
        onRested();
    } else if (loader->isIdle()) {
        canvas->requestCalibration();
    }
    frame();
}

void SceneView::Private::chooseForAll(const QString &lod, const QString &colourBy, const QString &colourScale)
{
    std::vector<SceneModel> next = models;
    for (SceneModel &model : next) {
        model.lod = lod;
        model.colourBy = colourBy;
        model.colourScale = colourScale;
    }
    setModels(next);
    for (const SceneModel &model : next) {
        emit q.modelChanged(model.id, lod, colourBy, colourScale);
    }
}

void SceneView::Private::updateControls()
{
    QStringList lods;
    QStringList attributes;
    bool textures = false;
    scene::Legend legend;
    for (const SceneModel &model : models) {
        for (const QString &lod : city::lodsOf(*model.model)) {
            if (!lods.contains(lod)) {
                lods.append(lod);
            }
        }
        for (const QString &name : scene::colourableAttributes(*model.model)) {
            if (!attributes.contains(name)) {
                attributes.append(name);
            }
        }
        textures =
            textures || !model.model->geometry.textureThemes.empty() || !model.model->geometry.materialThemes.empty();
        if (legend.isEmpty() && isShown(model)) {
            legend = stage.legend(model.id);
        }
    }
    std::sort(lods.begin(), lods.end());
    controls->setLods(lods, models.empty() ? QString() : models.front().lod);
    controls->setColours(attributes, textures, models.empty() ? QString() : models.front().colourBy);
    controls->setScaled(legend.isRamp && !comparison);
    controls->setEnabled(!models.empty());
    controls->legend()->setLegend(columnLegend.isEmpty() ? legend : columnLegend);
    controls->layOut();
}

void SceneView::Private::layOut()
{
    const QRect all = q.rect();
    if (canvas) {
        canvas->setGeometry(all);
        shadows->setGeometry(all);
        markers->setGeometry(all);
        canvas->lower();
    }
    if (notice) {
        notice->setGeometry(all);
    }
    controls->layOut();
}

SceneView::SceneView(Selection &selection, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, selection))
{
    setMinimumSize(160, 120);
    if (d->canvas) {
        setFocusProxy(d->canvas);
    }
}

SceneView::~SceneView() = default;

void SceneView::setModels(const std::vector<SceneModel> &models)
{
    d->setModels(models);
}

void SceneView::setGround(const QImage &map, const Box3 &extent)
{
    d->stage.setGroundImage(toVtk(map), extent);
    d->frame();
}

void SceneView::setSun(const QDateTime &utc)
{
    d->sun = utc;
    d->applySun();
}

void SceneView::setMarkers(const std::vector<SceneMarker> &markers)
{
    if (d->markers) {
        d->markers->setMarkers(markers);
        d->controls->layOut();
    }
}

Box3 SceneView::sceneExtent() const
{
    return d->stage.extent();
}

CameraPose SceneView::camera() const
{
    const scene::Camera camera = d->canvas ? d->canvas->target() : d->stage.camera();
    return {camera.position, camera.focus};
}

void SceneView::setCamera(const CameraPose &pose, bool fly)
{
    d->cameraSet = true;
    d->framed.reset();
    const scene::Camera camera{pose.position, pose.focus};
    if (!d->canvas) {
        d->stage.setCamera(camera);
    } else if (fly) {
        d->canvas->flyTo(camera);
    } else {
        d->canvas->setCamera(camera);
    }
}

void SceneView::zoomToFull()
{
    if (d->canvas) {
        d->canvas->goHome();
    }
}

QImage SceneView::picture()
{
    QImage picture = d->canvas ? d->canvas->picture() : QImage();
    if (picture.isNull() || !d->shadowsShown) {
        return picture;
    }
    QImage shade = d->shadows->image();
    if (shade.isNull()) { // not yet on screen: whoever asks for the picture wants it whole
        const auto request = d->stage.shadowRequest(picture.width(), picture.height());
        const auto mask = request ? scene::castShadows(*request) : Result<scene::ShadowMask>();
        shade = mask ? ShadowLayer::toImage(*mask) : QImage();
    }
    if (!shade.isNull()) {
        QPainter painter(&picture);
        painter.drawImage(QRectF(QPointF(), picture.deviceIndependentSize()), shade, QRectF(shade.rect()));
    }
    return picture;
}

Result<> SceneView::savePicture(const QString &path, int width)
{
    if (!d->canvas) {
        return fail(ErrorCode::NotReadable, d->notice->text());
    }
    scene::PictureOptions options;
    options.width = width;
    options.height = std::max(1, static_cast<int>(std::lround(width / d->canvas->aspect())));
    options.shadows = d->shadowsShown;
    LOCI_TRY(const scene::Picture picture, d->canvas->largePicture(options));
    return scene::writePng(picture, path);
}

Result<> SceneView::record(workspace::TaskRunner &tasks, const Recording &recording)
{
    if (!d->canvas) {
        return fail(ErrorCode::NotReadable, d->notice->text());
    }
    SceneRecorder::Plan plan;
    plan.path = recording.path;
    plan.width = recording.width;
    plan.height = std::max(1, static_cast<int>(std::lround(recording.width / d->canvas->aspect())));
    plan.shadows = d->shadowsShown;
    const scene::Camera camera = d->stage.camera();
    switch (recording.kind) {
    case Recording::Kind::Picture:
        plan.title = tr("Save the 3D picture");
        plan.cameras = {camera};
        break;
    case Recording::Kind::Orbit: {
        plan.title = tr("Save an orbit");
        const scene::Ray sight{camera.position, scene::normalised(camera.focus - camera.position)};
        plan.cameras = scene::orbitPath(camera, d->stage.placeUnder(sight).value_or(camera.focus), recording.frames);
        break;
    }
    case Recording::Kind::Flight: {
        plan.title = tr("Save a flight");
        std::vector<scene::Camera> stops;
        stops.reserve(recording.stops.size());
        for (const CameraPose &pose : recording.stops) {
            stops.push_back({pose.position, pose.focus});
        }
        plan.cameras = scene::pathThrough(stops, recording.frames);
        break;
    }
    }
    return d->recorder->record(tasks, d->stage, std::move(plan));
}

bool SceneView::isIdle() const
{
    return d->loader->isIdle() && !d->groundFitted.isActive() &&
           (!d->canvas || (d->canvas->isAtRest() && !d->shadows->isBusy()));
}

bool SceneView::Private::isShown(const SceneModel &model) const
{
    return model.visible || (comparison && (model.id == comparison->before || model.id == comparison->after));
}

void SceneView::Private::applyComparison()
{
    for (const SceneModel &model : models) {
        stage.setStyle(model.id, {isShown(model), model.opacity, model.colourBy, model.colourScale});
        const bool before = comparison && model.id == comparison->before;
        const bool after = comparison && model.id == comparison->after;
        stage.setClasses(model.id,
                         before  ? comparison->beforeClasses
                         : after ? comparison->afterClasses
                                 : classesOf(model.id),
                         before ? comparison->gone : std::vector<std::uint8_t>());
    }
}

std::shared_ptr<const scene::ObjectClasses> SceneView::Private::classesOf(const QString &modelId) const
{
    for (const std::vector<SceneClasses> *list : {&classesOver, &classes}) {
        const auto found = std::find_if(list->begin(), list->end(),
                                        [&modelId](const SceneClasses &each) { return each.modelId == modelId; });
        if (found != list->end()) {
            return found->classes;
        }
    }
    return nullptr;
}

void SceneView::setClassesOver(std::vector<SceneClasses> classes)
{
    d->classesOver = std::move(classes);
    d->applyComparison();
    d->updateControls();
    d->frame();
}

const std::vector<SceneClasses> &SceneView::classesOver() const
{
    return d->classesOver;
}

void SceneView::setClasses(std::vector<SceneClasses> classes)
{
    d->classes = std::move(classes);
    d->applyComparison();
    d->updateControls();
    d->frame();
}

void SceneView::setComparison(std::optional<SceneComparison> comparison)
{
    d->comparison = std::move(comparison);
    d->applyComparison();
    d->updateControls();
    d->frame();
}

void SceneView::setCut(const scene::SceneCut &cut)
{
    d->stage.setCut(cut);
    d->controls->setCutting(!(cut == scene::SceneCut()));
    if (d->markers) {
        d->markers->settle();
    }
    d->frame();
}

scene::SceneCut SceneView::cut() const
{
    return d->stage.cut();
}

void SceneView::setEdgesShown(bool shown)
{
    d->stage.setEdgesShown(shown);
    d->controls->setEdges(shown);
    d->frame();
}

bool SceneView::edgesShown() const
{
    return d->stage.edgesShown();
}

void SceneView::setShadowsShown(bool shown)
{
    d->shadowsShown = shown;
    if (!shown && d->shadows) {
        d->shadows->clear();
    }
    d->frame();
}

bool SceneView::shadowsShown() const
{
    return d->shadowsShown;
}

std::optional<CityObjectRef> SceneView::pick(const QPoint &position)
{
    if (!d->canvas) {
        return std::nullopt;
    }
    const auto hit = d->stage.pick(d->canvas->rayAt(position));
    return hit ? std::optional(CityObjectRef{hit->modelId, hit->object, hit->surface}) : std::nullopt;
}

bool SceneView::event(QEvent *event)
{
    if (!d) {
        return QWidget::event(event); // still being made
    }
    switch (event->type()) {
    case QEvent::PaletteChange:
        d->applyTheme();
        break;
    case QEvent::LanguageChange:
        d->controls->retranslate();
        d->sunPopover->retranslate();
        d->cutPopover->retranslate();
        d->colourPopover->retranslate();
        d->updateControls();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void SceneView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->layOut();
    d->frameAnew();
}

} // namespace loci::widgets
