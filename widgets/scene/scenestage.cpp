// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/scenestage.h"

#include "layers/scene/picture.h"
#include "layers/scene/sceneimage.h"
#include "widgets/scene/proposaltiles.h"
#include "widgets/scene/sceneloader.h"
#include "widgets/scene/vtkimage.h"

#include <vtkImageData.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QOpenGLContext>
#include <QTimer>
#include <QtConcurrent/QtConcurrentRun>
#include <deque>
#include <map>

namespace loci::widgets {

namespace {

constexpr int kPart = 1024;              // pixels a side between two looks at the person's events
constexpr std::size_t kMoving = 1500000; // triangles of a frame of a flight
constexpr char kProposalModel[] = "proposal";

scene::Rgb rgb(const QColor &colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

QImage toImage(const scene::Picture &picture)
{
    return picture.isEmpty()
               ? QImage()
               : QImage(picture.rgb.data(), picture.width, picture.height, picture.width * 3, QImage::Format_RGB888)
                     .copy();
}

scene::Camera toCamera(const CameraPose &pose)
{
    return {pose.position, pose.focus};
}

void releaseQtContext()
{
    if (QOpenGLContext *current = QOpenGLContext::currentContext()) {
        current->doneCurrent(); // Qt must not believe that its context still is
    }
}

} // namespace

class SceneStage::Private
{
public:
    struct Job
    {
        StageView view;
        Done done;
        StagePicture answer;
        bool hasProposal = false; ///< it was built, or cannot be
    };
    using Built = Result<std::shared_ptr<const ProposalTiles>>;

    explicit Private(SceneStage &stage) : q(stage), loader(&stage)
    {
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &q, [this] { step(); });
    }

    SceneStage &q;
    SceneLoader loader;
    QTimer timer;
    std::unique_ptr<scene::CityScene> city;
    vtkSmartPointer<vtkRenderWindow> window;
    std::unique_ptr<scene::PictureDrawer> drawer;
    std::vector<SceneModel> models;
    std::deque<Job> jobs;
    std::map<QByteArray, Built> proposals;
    QByteArray shownProposal;
    int building = 0; ///< proposals and shadows under way
    bool drawing = false;

    Result<> open();
    void next();
    void step();
    void finish(const Result<StagePicture> &answer);
    void build(const QByteArray &json);
    void apply(Job &job);
    void showProposal(Job &job);
    std::vector<scene::ObjectKey> keysOf(const QStringList &ids, QStringList &missing) const;
    void placeLabels(Job &job) const;
    void shade(const scene::ShadowRequest &request);
};

Result<> SceneStage::Private::open()
{
    if (city) {
        return {};
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        return fail(ErrorCode::NotReadable,
                    SceneStage::tr("Pictures of the city are drawn on an X display, and there is none. Run "
                                   "the command with xvfb-run."));
    }
    city = std::make_unique<scene::CityScene>();
    window = vtkSmartPointer<vtkRenderWindow>::New();
    window->SetOffScreenRendering(1);
    window->SetMultiSamples(0);
    window->SetSize(64, 64);
    window->AddRenderer(city->renderer());
    return {};
}

SceneStage::SceneStage(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this))
{
    connect(&d->loader, &SceneLoader::tileReady, this,
            [this](const QString &id, const std::shared_ptr<const scene::TileMesh> &mesh,
                   const std::shared_ptr<const scene::TextureSet> &textures) {
                if (d->city) {
                    d->city->addTile(id, mesh, textures);
                }
            });
    connect(&d->loader, &SceneLoader::modelReady, this, [this] {
        if (d->loader.isIdle()) {
            d->city->updateGround();
            emit modelsReady();
            d->next();
        }
    });
}

SceneStage::~SceneStage()
{
    d->timer.stop();
    releaseQtContext();
    d->drawer.reset();
    if (d->window) {
        d->window->RemoveRenderer(d->city->renderer());
        d->window->ReleaseCurrent();
    }
}

void SceneStage::setModels(const std::vector<SceneModel> &models)
{
    if (!d->open()) {
        return; // draw() says why
    }
    std::vector<SceneModel> shown;
    shown.reserve(models.size());
    for (const SceneModel &model : models) {
        if (model.visible && model.model) {
            shown.push_back(model);
        }
    }
    const auto has = [](const std::vector<SceneModel> &list, const SceneModel &model) {
        return std::any_of(list.begin(), list.end(), [&model](const SceneModel &one) {
            return one.id == model.id && one.model == model.model && one.lod == model.lod;
        });
    };
    for (const SceneModel &old : d->models) {
        if (!has(shown, old)) {
            d->loader.cancel(old.id);
            d->city->removeModel(old.id);
            d->proposals.clear();
        }
    }
    for (const SceneModel &model : shown) {
        const scene::ModelStyle style{true, model.opacity, model.colourBy, model.colourScale};
        if (has(d->models, model)) {
            d->city->setStyle(model.id, style);
            continue;
        }
        d->city->addModel(model.id, model.model, style);
        d->loader.load(model.id, model.model, model.lod, model.colourBy == QLatin1String(scene::Colouring::kTexture));
    }
    d->models = std::move(shown);
}

bool SceneStage::isIdle() const
{
    return d->loader.isIdle() && d->jobs.empty() && d->building == 0;
}

Box3 SceneStage::extent() const
{
    return d->city ? d->city->extent() : Box3();
}

EpsgCode SceneStage::crs() const
{
    return d->models.empty() ? EpsgCode() : d->models.front().model->crs;
}

CameraPose SceneStage::homeCamera(double aspect) const
{
    const scene::Camera home = d->city ? d->city->homeCamera(aspect) : scene::Camera();
    return {home.position, home.focus};
}

void SceneStage::draw(StageView view, Done done)
{
    const Result<> opened = d->open();
    if (!opened) {
        done(tl::unexpected<Error>(opened.error()));
        return;
    }
    d->jobs.push_back({std::move(view), std::move(done), {}, false});
    d->next();
}

void SceneStage::Private::next()
{
    if (drawing || jobs.empty() || !loader.isIdle() || building > 0) {
        return;
    }
    Job &job = jobs.front();
    if (!job.view.proposal.isEmpty() && !models.empty() && !proposals.contains(job.view.proposal)) {
        build(job.view.proposal);
        return;
    }
    drawing = true;
    releaseQtContext();
    apply(job);
    const scene::PictureOptions options{job.view.size.width(), job.view.size.height(), job.view.sun.has_value(), kPart};
    drawer = std::make_unique<scene::PictureDrawer>(*city, window, options);
    timer.start(0);
}

void SceneStage::Private::build(const QByteArray &json)
{
    ++building;
    auto *watcher = new QFutureWatcher<std::shared_ptr<Built>>(&q);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &q, [this, watcher, json] {
        proposals.insert_or_assign(json, *watcher->result());
        watcher->deleteLater();
        --building;
        next();
    });
    watcher->setFuture(QtConcurrent::run(
        [model = models.front().model, json] { return std::make_shared<Built>(proposalTiles(model, json)); }));
}

std::vector<scene::ObjectKey> SceneStage::Private::keysOf(const QStringList &ids, QStringList &missing) const
{
    std::vector<scene::ObjectKey> keys;
    for (const QString &id : ids) {
        const std::string text = id.toStdString();
        bool found = false;
        for (const SceneModel &model : models) {
            const city::ObjectIndex object = model.model->find(text);
            if (object != city::kNone) {
                keys.push_back({model.id, object, city::kNone});
                found = true;
            }
        }
        const city::CityModelPtr proposed = city->model(QLatin1String(kProposalModel));
        if (!found && proposed && proposed->find(text) != city::kNone) {
            keys.push_back({QLatin1String(kProposalModel), proposed->find(text), city::kNone});
            found = true;
        }
        if (!found) {
            missing << id;
        }
    }
    return keys;
}

void SceneStage::Private::showProposal(Job &job)
{
    if (shownProposal != job.view.proposal) {
        city->removeModel(QLatin1String(kProposalModel));
        shownProposal.clear();
    }
    const auto found = proposals.find(job.view.proposal);
    if (found == proposals.end()) {
        return;
    }
    if (!found->second) {
        job.answer.problem = found->second.error().message;
        return;
    }
    const ProposalTiles &made = **found->second;
    if (shownProposal.isEmpty()) {
        city->addModel(QLatin1String(kProposalModel), made.model, {});
        auto classes = std::make_shared<scene::ObjectClasses>();
        classes->ofObject.assign(made.model->objectCount(), scene::ObjectClasses::kNone);
        classes->restKeepsLook = true;
        classes->legend.entries.push_back({QStringLiteral("proposal"), rgb(job.view.proposalColour), false, false, 1});
        for (const city::ObjectIndex object : made.added) {
            classes->ofObject[object] = 0;
        }
        for (const auto &tile : made.tiles) {
            city->addTile(QLatin1String(kProposalModel), tile, nullptr);
        }
        city->setClasses(QLatin1String(kProposalModel), classes);
        shownProposal = job.view.proposal;
    }
    std::vector<scene::ObjectKey> gone;
    for (const city::ObjectIndex object : made.gone) {
        gone.push_back({models.front().id, object, city::kNone});
    }
    city->hide(gone);
}

void SceneStage::Private::apply(Job &job)
{
    const StageView &view = job.view;
    city->setTheme(view.dark ? scene::Theme::Dark : scene::Theme::Light, rgb(view.accent));
    city->showAll();
    showProposal(job);
    city->hide(keysOf(view.hidden, job.answer.missing));
    city->setSelected(keysOf(view.highlighted, job.answer.missing));
    city->setGroundImage(toVtk(view.ground), view.groundExtent);
    if (view.sun) {
        scene::applySun(*city, q.crs(), *view.sun);
    } else {
        city->setSun(42, 262);
    }
    const double aspect = static_cast<double>(view.size.width()) / std::max(1, view.size.height());
    city->setCamera(view.camera ? toCamera(*view.camera) : city->homeCamera(aspect));
}

void SceneStage::Private::placeLabels(Job &job) const
{
    for (const StageView::Label &label : job.view.labels) {
        Vec3 place = label.place;
        if (!label.object.isEmpty()) {
            const auto keys = keysOf({label.object}, job.answer.missing);
            if (keys.empty()) {
                job.answer.labels.emplace_back();
                continue;
            }
            const Box3 box = city->boundsOf(keys.front());
            place = {box.centre().x, box.centre().y, box.max.z};
        }
        const auto at = city->project(place, job.view.size.width(), job.view.size.height());
        const bool inside =
            at.inFront && at.x >= 0 && at.y >= 0 && at.x < job.view.size.width() && at.y < job.view.size.height();
        job.answer.labels.push_back(inside ? std::optional(QPointF(at.x, at.y)) : std::nullopt);
    }
}

void SceneStage::Private::step()
{
    if (!drawing || jobs.empty()) {
        return;
    }
    releaseQtContext();
    const Result<bool> done = drawer->step();
    window->ReleaseCurrent();
    if (!done) {
        finish(tl::unexpected<Error>(done.error()));
        return;
    }
    if (!*done) {
        timer.start(0);
        return;
    }
    Job &job = jobs.front();
    placeLabels(job);
    if (const auto request = drawer->shadows()) {
        shade(*request);
        return;
    }
    job.answer.image = toImage(drawer->take());
    finish(job.answer);
}

void SceneStage::Private::shade(const scene::ShadowRequest &request)
{
    ++building;
    auto picture = std::make_shared<scene::Picture>(drawer->take());
    auto *watcher = new QFutureWatcher<QImage>(&q);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &q, [this, watcher] {
        jobs.front().answer.image = watcher->result();
        watcher->deleteLater();
        --building;
        finish(jobs.front().answer);
    });
    watcher->setFuture(QtConcurrent::run([picture, request] {
        if (const auto mask = scene::castShadows(request)) {
            scene::applyShadows(*picture, *mask);
        }
        return toImage(*picture);
    }));
}

void SceneStage::Private::finish(const Result<StagePicture> &answer)
{
    drawer.reset();
    drawing = false;
    const Done done = std::move(jobs.front().done);
    const Result<StagePicture> copy = answer;
    jobs.pop_front();
    done(copy);
    next();
}

QImage SceneStage::frame(const CameraPose &pose, QSize size)
{
    if (!d->city || d->drawing || size.isEmpty()) {
        return {};
    }
    releaseQtContext();
    d->city->setCamera(toCamera(pose));
    const Result<scene::Picture> picture = scene::drawFrame(*d->city, d->window, size.width(), size.height(), kMoving);
    d->window->ReleaseCurrent();
    return picture ? toImage(*picture) : QImage();
}

} // namespace loci::widgets
