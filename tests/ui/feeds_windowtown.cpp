// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/feeds_windowtown.h"

#include "app/mainwindow/feedroom.h"
#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/formats/samplewriter.h"
#include "layers/map/reprojection.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/prompts.h"
#include "widgets/feeds/feedsession.h"
#include "widgets/map/mapview.h"
#include "widgets/map/markeroverlay.h"
#include "widgets/scene/markerlayer.h"
#include "widgets/scene/scenecanvas.h"
#include "widgets/scene/sceneview.h"

#include <QDir>

namespace loci::test {

WindowTown::WindowTown() = default;

WindowTown::~WindowTown()
{
    if (m_window) {
        m_window->close();
    }
    m_window.reset();
    m_rooms.reset();
}

QString WindowTown::start()
{
    const auto report = formats::writeSample(m_folder.path(), {});
    auto rooms =
        app::Rooms::start(at(QStringLiteral("profile")), nullptr, nullptr, std::make_unique<TurnedClock>(m_ahead));
    if (!report || !rooms) {
        return QStringLiteral("the sample or the program cannot start");
    }
    m_rooms = std::move(*rooms);
    m_window = std::make_unique<app::MainWindow>(m_rooms->services());
    const Result<> created =
        m_rooms->services().host.create(app::sampleWorkspacePath(m_folder.path()), QStringLiteral("planning"));
    if (!created) {
        return created.error().message;
    }
    app::SampleWorkspace::fill(m_rooms->services(), report->files, [this](const Result<> &done) {
        m_problem = done ? QString() : done.error().message;
        m_filled = true;
    });
    m_window->resize(1280, 800);
    m_window->show();
    QObject::connect(&m_window->map(), &widgets::MapView::renderingFinished, m_window.get(),
                     [this] { ++m_mapRenders; });
    if (auto *canvas = m_window->scene().findChild<widgets::SceneCanvas *>()) {
        QObject::connect(canvas, &widgets::SceneCanvas::drawn, m_window.get(), [this] { ++m_sceneRenders; });
    }
    return {};
}

bool WindowTown::isReady() const
{
    return m_filled && m_problem.isEmpty() && m_window->isSettled() && !m_window->map().isRendering() &&
           m_window->scene().isIdle();
}

const app::Services &WindowTown::services() const
{
    return m_rooms->services();
}

workspace::Workspace &WindowTown::workspace() const
{
    return *m_rooms->services().host.current();
}

qint64 WindowTown::now() const
{
    return m_rooms->services().clock.nowUtc().toMSecsSinceEpoch();
}

QString WindowTown::sceneText(const QString &stream) const
{
    const auto *layer = m_window->scene().findChild<widgets::MarkerLayer *>();
    return layer != nullptr ? layer->textOf(stream) : QString();
}

QString WindowTown::mapText(const QString &stream) const
{
    const widgets::MapMarker *marker = m_window->map().marker(stream);
    return marker != nullptr ? marker->label : QString();
}

QImage WindowTown::mapAround(const QString &stream) const
{
    const widgets::MapMarker *marker = m_window->map().marker(stream);
    if (marker == nullptr) {
        return {};
    }
    const Box3 seen = m_window->map().viewExtent();
    const Vec2 place = map::reprojectPoint(marker->place, EpsgCode(4326), m_window->map().viewCrs());
    const QImage whole = m_window->map().picture();
    const int x = static_cast<int>((place.x - seen.min.x) / (seen.max.x - seen.min.x) * whole.width());
    const int y = static_cast<int>((seen.max.y - place.y) / (seen.max.y - seen.min.y) * whole.height());
    return whole.copy(x - 12, y - 12, 24, 24);
}

void WindowTown::picture(const char *name) const
{
    const QString folder = qEnvironmentVariable("LOCI_PICTURES");
    if (!folder.isEmpty()) {
        m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
}

std::pair<int, int> WindowTown::renders()
{
    return {std::exchange(m_mapRenders, 0), std::exchange(m_sceneRenders, 0)};
}

} // namespace loci::test
