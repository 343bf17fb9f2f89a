// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingshow.h"

#include "widgets/scene/scenestage.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::widgets {

using briefing::Scene;

namespace {

constexpr QSize kThumbnail(480, 270);
constexpr int kResizedMs = 120;
constexpr std::size_t kMostTimes = 100000;

} // namespace

BriefingShow::BriefingShow(BriefingStage &stage, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_clock(clock)
{
    m_loop.setSingleShot(true);
    connect(&m_loop, &QTimer::timeout, this, [this] {
        const std::vector<int> line = m_briefing.line();
        if (!line.empty()) {
            goTo(m_current == line.back() ? line.front() : m_briefing.next(m_current));
        }
    });
    m_resized.setSingleShot(true);
    m_resized.setInterval(kResizedMs);
    connect(&m_resized, &QTimer::timeout, this, [this] {
        const WallPicturePtr shown = picture(m_current);
        if (m_audience != nullptr && (!shown || shown->image.size() != m_audience->canvas())) {
            update(m_briefing);
        }
    });
}

BriefingShow::~BriefingShow()
{
    delete m_audience;
}

void BriefingShow::start(const briefing::Briefing &briefing, const QString &scene, const Options &options,
                         const QWidget *console)
{
    stop();
    m_briefing = briefing;
    m_options = options;
    m_began = m_clock.nowUtc();
    m_thumbnails.clear();
    m_changeTimes.clear();
    m_current = -1;
    m_black = false;
    m_audience = new AudienceWindow;
    m_audience->setWall(briefing.wall);
    connect(m_audience, &AudienceWindow::keyPressed, this, &BriefingShow::press);
    connect(m_audience, &AudienceWindow::tapped, this, [this](double share) {
        if (share > 2.0 / 3) {
            next();
        } else if (share < 1.0 / 3) {
            previous();
        }
    });
    connect(m_audience, &AudienceWindow::moved, this, &BriefingShow::onMoved);
    connect(m_audience, &AudienceWindow::firstShown, this, [this] {
        if (m_measuring && m_changeTimes.size() < kMostTimes) {
            m_changeTimes.push_back(static_cast<double>(m_wish.nsecsElapsed()) / 1e6);
        }
        m_measuring = false;
    });
    m_audience->placeOn(options.screen, console);
    connect(m_audience, &AudienceWindow::canvasChanged, &m_resized, qOverload<>(&QTimer::start));
    m_guard.hold(tr("A briefing is shown."));
    const std::vector<int> line = m_briefing.line();
    const int wanted = m_briefing.find(scene);
    if (wanted >= 0 || !line.empty()) {
        goTo(wanted >= 0 ? wanted : line.front());
    }
    prepareThumbnails();
}

void BriefingShow::stop()
{
    if (m_audience == nullptr) {
        return;
    }
    ++m_generation;
    m_stage.forgetOrders();
    m_loop.stop();
    m_resized.stop();
    m_pictures.clear();
    m_guard.release();
    if (!m_options.stateFile.isEmpty()) {
        ShowState::remove(m_options.stateFile);
    }
    m_audience->disconnect(this);
    m_audience->hide();
    m_audience->deleteLater();
    m_audience = nullptr;
    emit ended();
}

void BriefingShow::update(const briefing::Briefing &briefing)
{
    if (m_audience == nullptr) {
        return;
    }
    const int going = m_wanted >= 0 ? m_wanted : m_current; // somebody may have pressed a key a moment ago
    const QString shown = going >= 0 ? m_briefing.scenes[static_cast<std::size_t>(going)].id : QString();
    m_briefing = briefing;
    m_audience->setWall(briefing.wall);
    ++m_generation;
    m_stage.forgetOrders();
    m_pictures.clear();
    m_thumbnails.clear();
    const int scene = std::max(0, m_briefing.find(shown));
    if (scene < static_cast<int>(m_briefing.scenes.size())) {
        goTo(scene);
    }
    prepareThumbnails();
}

WallPicturePtr BriefingShow::picture(int scene) const
{
    const auto found = m_pictures.find(scene);
    return found == m_pictures.end() ? nullptr : found->second;
}

QStringList BriefingShow::problems() const
{
    const WallPicturePtr shown = picture(m_current);
    return shown ? shown->problems : QStringList();
}

void BriefingShow::order(int scene, bool show)
{
    if (m_audience == nullptr || m_audience->canvas().isEmpty()) {
        return;
    }
    BriefingStage::Order order{m_briefing, scene, m_audience->canvas(), m_options.language,
                               m_clock.nowUtc().toLocalTime().date()};
    m_stage.compose(std::move(order), [this, scene, generation = m_generation](const WallPicturePtr &picture) {
        if (generation == m_generation) {
            take(scene, picture);
        }
    });
    if (show) {
        emit changed();
    }
}

void BriefingShow::take(int scene, const WallPicturePtr &picture)
{
    m_pictures[scene] = picture;
    if (!m_thumbnails.contains(scene)) {
        m_thumbnails.insert(scene, picture->image.scaled(kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    }
    if (picture->cityPane >= 0) {
        m_lastDrawn = scene;
    }
    if (scene == m_wanted) {
        present(scene);
    } else {
        forgetFar();
    }
    emit pictureReady(scene);
}

void BriefingShow::goTo(int scene)
{
    if (m_audience == nullptr || scene < 0 || scene >= static_cast<int>(m_briefing.scenes.size())) {
        return;
    }
    m_wanted = scene;
    m_wish.start();
    if (m_pictures.contains(scene)) {
        m_measuring = true;
        present(scene);
        return;
    }
    m_stage.forgetOrders(); // what was prepared for another way must not make anybody wait
    order(scene, true);
}

void BriefingShow::present(int scene)
{
    m_wanted = -1;
    m_current = scene;
    m_pathPlayed = false;
    const WallPicturePtr &picture = m_pictures[scene];
    const Scene &what = picture->scene;
    const bool mayFly = what.transition == briefing::Transition::Flight && m_lastDrawn == scene && m_stage.isIdle();
    m_audience->setCard({});
    m_audience->showPicture(
        picture, what.transition,
        mayFly ? [this](const CameraPose &pose, QSize size) { return m_stage.city().frame(pose, size); }
               : AudienceWindow::Frame());
    m_loop.stop();
    if (m_options.kiosk) {
        m_loop.start(static_cast<int>(what.seconds * 1000));
    }
    keepState();
    emit changed();
}

void BriefingShow::onMoved()
{
    if (m_current < 0) {
        return;
    }
    const WallPicturePtr shown = picture(m_current);
    if (shown && !shown->scene.path.empty() && !m_pathPlayed && m_lastDrawn == m_current && m_stage.isIdle()) {
        m_pathPlayed = true;
        std::vector<CameraPose> stops{shown->camera};
        for (const briefing::CameraView &stop : shown->scene.path) {
            stops.push_back({stop.position, stop.focus});
        }
        m_audience->fly(stops, shown->scene.seconds,
                        [this](const CameraPose &pose, QSize size) { return m_stage.city().frame(pose, size); });
        if (m_audience->isMoving()) {
            return;
        }
    }
    prepareAround();
}

void BriefingShow::prepareAround()
{
    forgetFar();
    std::vector<int> wanted{m_briefing.previous(m_current), upcoming()};
    const std::vector<int> line = m_briefing.line();
    if (m_options.kiosk && !line.empty() && m_current == line.back()) {
        wanted.back() = line.front();
    }
    for (const int scene : wanted) {
        if (scene != m_current && !m_pictures.contains(scene)) {
            order(scene, false);
        }
    }
}

void BriefingShow::forgetFar()
{
    const std::vector<int> line = m_briefing.line();
    const int first = line.empty() ? -1 : line.front();
    const bool atEnd = !line.empty() && m_current == line.back();
    std::erase_if(m_pictures, [&](const auto &entry) {
        const int scene = entry.first;
        return scene != m_current && scene != m_wanted && scene != upcoming() &&
               scene != m_briefing.previous(m_current) && !(m_options.kiosk && atEnd && scene == first);
    });
}

void BriefingShow::prepareThumbnails()
{
    for (int scene = 0; scene < static_cast<int>(m_briefing.scenes.size()); ++scene) {
        BriefingStage::Order order{m_briefing, scene, kThumbnail, m_options.language,
                                   m_clock.nowUtc().toLocalTime().date()};
        m_stage.compose(std::move(order), [this, scene, generation = m_generation](const WallPicturePtr &picture) {
            if (generation == m_generation) {
                m_lastDrawn = picture->cityPane >= 0 ? -1 : m_lastDrawn;
                m_thumbnails.insert(scene, picture->image);
                emit pictureReady(scene);
            }
        });
    }
}

void BriefingShow::keepState()
{
    if (m_options.stateFile.isEmpty() || m_current < 0) {
        return;
    }
    const ShowState state{m_options.workspace,
                          m_briefing.id,
                          m_briefing.scenes[static_cast<std::size_t>(m_current)].id,
                          m_options.kiosk,
                          m_audience->screenName(),
                          QCoreApplication::applicationPid(),
                          m_began};
    if (const Result<> written = state.write(m_options.stateFile); !written) {
        emit told(written.error().message);
    }
}

void BriefingShow::next()
{
    goTo(upcoming());
}

void BriefingShow::previous()
{
    goTo(m_briefing.previous(m_current));
}

void BriefingShow::setBlackout(bool black)
{
    m_black = black;
    if (m_audience != nullptr) {
        m_audience->setBlackout(black);
    }
    emit changed();
}

void BriefingShow::setCard(const AskCard &card)
{
    if (m_audience != nullptr) {
        m_audience->setCard(card);
    }
}

void BriefingShow::setPointer(const std::optional<QPointF> &share)
{
    if (m_audience != nullptr) {
        m_audience->setPointer(share);
    }
}

void BriefingShow::setKiosk(bool kiosk)
{
    m_options.kiosk = kiosk;
    m_loop.stop();
    if (kiosk && m_current >= 0) {
        m_loop.start(static_cast<int>(m_briefing.scenes[static_cast<std::size_t>(m_current)].seconds * 1000));
    }
    emit changed();
}

bool BriefingShow::press(int key, const QString &text)
{
    switch (key) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        next();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Backspace:
        previous();
        return true;
    case Qt::Key_Home:
        if (const std::vector<int> line = m_briefing.line(); !line.empty()) {
            goTo(line.front());
        }
        return true;
    case Qt::Key_End:
        if (const std::vector<int> line = m_briefing.line(); !line.empty()) {
            goTo(line.back());
        }
        return true;
    case Qt::Key_B:
    case Qt::Key_Period:
        setBlackout(!m_black);
        return true;
    case Qt::Key_Escape:
        m_black ? setBlackout(false) : stop();
        return true;
    default:
        break;
    }
    const int appendix = m_briefing.appendix(text);
    if (appendix >= 0) {
        goTo(appendix);
    }
    return appendix >= 0;
}

} // namespace loci::widgets
