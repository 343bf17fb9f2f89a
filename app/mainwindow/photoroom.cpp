// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/photoroom.h"

#include "app/mainwindow/belowpane.h"
#include "app/mainwindow/mainwindow.h"
#include "layers/analysis/planning/bodyfaces.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/detailscard.h"
#include "widgets/common/prompts.h"
#include "widgets/models/selection.h"
#include "widgets/planning/photopanel.h"
#include "widgets/planning/photoview.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/scene/scenecanvas.h"
#include "widgets/scene/sceneview.h"

#include <QStackedWidget>
#include <cmath>

namespace loci::app {

using namespace widgets; // assembly only

namespace {

/// The corner of an object that is nearest to a place on it, when one is near enough to be meant.
Vec3 meantCorner(const city::CityModel &model, city::ObjectIndex object, const Vec3 &place)
{
    double nearest = 2.5; // metres
    Vec3 meant = place;
    for (const analysis::Triangle3 &triangle : analysis::facesOf(model, model.rootOf(object))) {
        for (const Vec3 &corner : triangle) {
            const double away = std::hypot(corner.x - place.x, corner.y - place.y, corner.z - place.z);
            if (away < nearest) {
                nearest = away;
                meant = corner;
            }
        }
    }
    return meant;
}

} // namespace

PhotoRoom::PhotoRoom(MainWindow &window, const Services &services, PlanDesk &desk, PlanningPanel &tools,
                     QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_services(services)
    , m_desk(desk)
    , m_tools(tools)
    , m_photos(new PhotoDesk(desk, services.tasks, this))
    , m_panel(new PhotoPanel(desk, *m_photos, window.details().parentWidget()))
    , m_view(new PhotoView(window.views().parentWidget()))
{
    if (auto *right = qobject_cast<QStackedWidget *>(window.details().parentWidget())) {
        right->addWidget(m_panel);
    }
    m_view->hide();
    connect(&m_tools, &PlanningPanel::photoToggled, this, &PhotoRoom::setShown);
    connect(m_panel, &PhotoPanel::closeRequested, this, [this] { setShown(false); });
    connect(m_panel, &PhotoPanel::openRequested, this, [this] {
        const QStringList files = m_services.files.openFiles(&m_window, tr("Open a site photograph"),
                                                             tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)"));
        if (!files.isEmpty()) {
            open(files.front());
        }
    });
    connect(m_panel, &PhotoPanel::exportRequested, this, &PhotoRoom::write);
    connect(m_panel, &PhotoPanel::standRequested, this, &PhotoRoom::stand);
    connect(m_view, &PhotoView::pixelPicked, this, [this](const QPointF &at) { m_photos->setPixel({at.x(), at.y()}); });
    if (auto *canvas = window.scene().findChild<SceneCanvas *>()) { // none without OpenGL
        connect(canvas, &SceneCanvas::clicked, this, [this](const std::optional<scene::Hit> &hit) {
            if (m_applied && hit) {
                takePlace(hit->place, {hit->modelId, hit->object, hit->surface});
            }
        });
    }
    connect(m_photos, &PhotoDesk::failed, &m_window, &MainWindow::sayProblem);
    connect(m_photos, &PhotoDesk::changed, this, &PhotoRoom::refreshView);
    connect(m_photos, &PhotoDesk::pictureChanged, this, &PhotoRoom::refreshView);
}

bool PhotoRoom::open(const QString &path)
{
    const std::size_t before = m_photos->photos().size();
    m_photos->open(path, m_panel->viewId());
    return m_photos->photos().size() > before;
}

void PhotoRoom::setShown(bool shown)
{
    if (shown == m_wanted) {
        return;
    }
    m_wanted = shown;
    m_tools.setPhotoShown(shown);
    emit shownChanged(); // who else stands below the 3D view leaves first
    apply();
}

void PhotoRoom::setWorkplaceShown(bool shown)
{
    m_workplace = shown;
    apply();
}

void PhotoRoom::apply()
{
    const bool shown = m_wanted && m_workplace;
    if (shown == m_applied) {
        return;
    }
    m_applied = shown;
    m_photos->setActive(shown);
    showBelowScene(m_window, m_view, shown);
    refreshView();
}

void PhotoRoom::takePlace(const Vec3 &place, const CityObjectRef &object)
{
    if (!m_photos->pixel()) {
        m_window.say(tr("Click the corner in the photograph first, then the same corner in 3D."));
        return;
    }
    const CityEntry *city = m_services.cities.entry(object.modelId);
    const bool known = city != nullptr && city->model && object.object < city->model->objectCount();
    m_photos->addPlace(known ? meantCorner(*city->model, object.object, place) : place);
}

void PhotoRoom::refreshView()
{
    if (!m_applied) {
        return;
    }
    const planning::SitePhoto *photo = m_photos->current();
    m_view->setPicture(m_photos->picture(), photo != nullptr ? QSize(photo->width, photo->height) : QSize());
    std::vector<PhotoView::Mark> marks;
    const auto &camera = m_photos->camera();
    if (photo != nullptr && m_photos->fade() < kFadeProposal) {
        marks.reserve(photo->points.size() + 1);
        for (const planning::ControlPoint &point : photo->points) {
            marks.push_back({point.pixel, camera && *camera ? (*camera)->camera.project(point.place) : std::nullopt});
        }
    }
    if (m_photos->pixel()) {
        marks.push_back({*m_photos->pixel(), {}, true});
    }
    m_view->setMarks(std::move(marks));
    m_view->setHint(photo == nullptr    ? tr("No photograph is open.")
                    : m_photos->pixel() ? tr("Now click the same corner in 3D.")
                    : camera && *camera ? QString()
                                        : tr("Click a corner in the photograph."));
}

void PhotoRoom::write()
{
    const planning::SitePhoto *photo = m_photos->current();
    if (photo == nullptr) {
        return;
    }
    const auto path = m_services.files.saveFile(
        &m_window, tr("Save the photomontage"),
        photo->name + QStringLiteral("-") + m_desk.current() + QStringLiteral(".png"), tr("Picture (*.png)"));
    if (!path) {
        return;
    }
    const Result<> written = m_photos->write(*path);
    written ? m_window.say(tr("Written: %1").arg(*path)) : m_window.sayProblem(written.error().message);
}

void PhotoRoom::stand()
{
    const auto &camera = m_photos->camera();
    if (!camera || !*camera) {
        return;
    }
    constexpr double kAhead = 100;
    const planning::PhotoCamera &found = (*camera)->camera;
    const Vec3 &ahead = found.axes[2];
    m_window.scene().setCamera(
        {found.eye, {found.eye.x + kAhead * ahead.x, found.eye.y + kAhead * ahead.y, found.eye.z + kAhead * ahead.z}});
}

} // namespace loci::app
