// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/audiencewindow.h"

#include "widgets/common/tokens.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QWindow>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kFadeMs = 140;
constexpr int kTickMs = 12;
constexpr int kMostFrames = 20000;
constexpr double kFlightPixels = 1.2e6; // of a frame that has to be quick; it is stretched to its place

scene::Camera toCamera(const CameraPose &pose)
{
    return {pose.position, pose.focus};
}

} // namespace

AudienceWindow::AudienceWindow(QWidget *parent) : QWidget(parent, Qt::Window | Qt::FramelessWindowHint)
{
    setObjectName(QStringLiteral("audience"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_NoSystemBackground);
    setCursor(Qt::BlankCursor);
    setContextMenuPolicy(Qt::NoContextMenu);
    setFocusPolicy(Qt::StrongFocus);
    setWindowTitle(QStringLiteral("Loci"));
    connect(&m_motion, &QTimer::timeout, this, &AudienceWindow::step);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &AudienceWindow::place);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this] {
        QTimer::singleShot(0, this, &AudienceWindow::place); // when Qt has moved what stood there
    });
}

void AudienceWindow::placeOn(const QString &screen, const QWidget *console)
{
    m_wanted = screen;
    m_console = console;
    place();
}

void AudienceWindow::place()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QScreen *target = nullptr;
    const QScreen *consoles = m_console != nullptr ? m_console->screen() : QGuiApplication::primaryScreen();
    for (QScreen *one : screens) {
        if (m_wanted.isEmpty() ? one != consoles : one->name() == m_wanted) {
            target = one;
        }
    }
    if (target != nullptr) {
        m_wanted = target->name();
        m_onScreen = true;
        setWindowFlag(Qt::FramelessWindowHint, true);
        setGeometry(target->geometry());
        showFullScreen();
        setGeometry(target->geometry());
        return;
    }
    // No screen of its own: a window beside the console, so that the show goes on.
    QScreen *home = QGuiApplication::primaryScreen();
    m_onScreen = false;
    if (home == nullptr) {
        return;
    }
    const QRect room = home->availableGeometry();
    const int width = room.width() * 3 / 5;
    showNormal();
    setGeometry(QRect(room.right() - width, room.top(), width, width * 9 / 16));
    show();
}

void AudienceWindow::setWall(const briefing::Wall &wall)
{
    if (!(wall == m_wall)) {
        m_wall = wall;
        emit canvasChanged();
    }
}

QSize AudienceWindow::canvas() const
{
    const QSize pixels(static_cast<int>(std::lround(width() * devicePixelRatioF())),
                       static_cast<int>(std::lround(height() * devicePixelRatioF())));
    return m_wall.isTiled() ? wallTiles(m_wall, {pixels.width() / m_wall.columns, pixels.height() / m_wall.rows}).canvas
                            : pixels;
}

QRect AudienceWindow::cityPlace() const
{
    return m_picture && m_picture->cityPane >= 0
               ? m_picture->layout.places.at(static_cast<std::size_t>(m_picture->cityPane))
               : QRect();
}

void AudienceWindow::showPicture(const WallPicturePtr &picture, briefing::Transition transition, const Frame &frame)
{
    const WallPicturePtr before = m_picture;
    const QRect from = cityPlace();
    m_picture = picture;
    m_fresh = true;
    m_flight.reset();
    m_frameImage = {};
    m_motion.stop();
    const bool sameCanvas = before && picture && before->image.size() == picture->image.size();
    if (transition == briefing::Transition::Flight && frame && sameCanvas && !from.isEmpty() && from == cityPlace() &&
        !(before->camera == picture->camera)) {
        const scene::CalmFlight flight(toCamera(before->camera), toCamera(picture->camera));
        beginFlight(flight, flight.seconds(), frame);
        return;
    }
    m_before = before;
    const bool calm = tokens().motionLong > 0;
    m_share = transition == briefing::Transition::Cut || !sameCanvas || !calm ? 1 : 0;
    m_clock.start();
    if (m_share < 1) {
        m_motion.start(kTickMs);
    } else {
        m_before.reset();
        QMetaObject::invokeMethod(this, &AudienceWindow::moved, Qt::QueuedConnection);
    }
    update();
}

void AudienceWindow::fly(const std::vector<CameraPose> &stops, double seconds, const Frame &frame)
{
    std::vector<scene::Camera> cameras;
    cameras.reserve(stops.size());
    for (const CameraPose &stop : stops) {
        cameras.push_back(toCamera(stop));
    }
    if (cameras.size() > 1 && frame && !cityPlace().isEmpty()) {
        const scene::CalmFlight flight{std::span<const scene::Camera>(cameras)};
        beginFlight(flight, std::max(seconds, flight.seconds()), frame);
    }
}

void AudienceWindow::beginFlight(const scene::CalmFlight &flight, double seconds, const Frame &frame)
{
    m_flight = flight;
    m_seconds = tokens().motionLong > 0 ? seconds : 0;
    m_frame = frame;
    m_frames.clear();
    m_before.reset();
    m_share = 1;
    m_clock.start();
    m_motion.start(kTickMs);
    step();
}

void AudienceWindow::step()
{
    if (m_flight) {
        const double share = m_seconds > 0 ? static_cast<double>(m_clock.elapsed()) / 1000 / m_seconds : 1;
        QElapsedTimer clock;
        clock.start();
        const QSize place = cityPlace().size();
        const double shrink =
            std::min(1.0, std::sqrt(kFlightPixels / std::max(1.0, 1.0 * place.width() * place.height())));
        const scene::Camera camera = m_flight->at(share);
        m_frameImage = share < 1 ? m_frame({camera.position, camera.focus}, place * shrink) : QImage();
        if (m_frameImage.isNull()) {
            m_flight.reset();
            m_motion.stop();
            emit moved();
        } else if (m_frames.size() < kMostFrames) {
            m_frames.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        }
        update();
        return;
    }
    m_share = std::min(1.0, static_cast<double>(m_clock.elapsed()) / kFadeMs);
    update();
    if (m_share >= 1) {
        m_motion.stop();
        m_before.reset();
        emit moved();
    }
}

void AudienceWindow::setBlackout(bool black)
{
    m_black = black;
    update();
}

void AudienceWindow::setPointer(const std::optional<QPointF> &share)
{
    m_pointer = share;
    update();
}

void AudienceWindow::setCard(const AskCard &card)
{
    m_card = card;
    update();
}

void AudienceWindow::paintCanvas(QPainter &painter)
{
    if (!m_picture) {
        return;
    }
    if (m_before && m_share < 1) {
        painter.drawImage(0, 0, m_before->image);
        painter.setOpacity(m_share);
    }
    painter.drawImage(0, 0, m_picture->image);
    painter.setOpacity(1);
    if (!m_frameImage.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(cityPlace(), m_frameImage);
    }
    paintAskCard(painter, m_picture->layout, m_picture->briefing, m_card);
    if (m_pointer) {
        const WallColours colours = wallColours(m_picture->briefing.show);
        const QSize canvas = m_picture->image.size();
        const QPointF at(m_pointer->x() * canvas.width(), m_pointer->y() * canvas.height());
        const double u = m_picture->layout.unit;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.picture, 0.9 * u));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 2.2 * u, 2.2 * u);
        painter.setPen(QPen(colours.accent, 0.5 * u));
        painter.drawEllipse(at, 2.2 * u, 2.2 * u);
    }
}

void AudienceWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (m_black) {
        return;
    }
    painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF());
    if (m_wall.isTiled() && m_picture) {
        const QSize pixels = QSizeF(QSizeF(size()) * devicePixelRatioF()).toSize();
        const QSize panel(pixels.width() / m_wall.columns, pixels.height() / m_wall.rows);
        const briefing::WallTiles tiles = wallTiles(m_wall, panel);
        for (std::size_t i = 0; i < tiles.tiles.size(); ++i) {
            const int column = static_cast<int>(i) % m_wall.columns, row = static_cast<int>(i) / m_wall.columns;
            const QPoint at(column * panel.width(), row * panel.height());
            painter.save();
            painter.setClipRect(QRect(at, panel));
            painter.translate(at - tiles.tiles[i].topLeft());
            paintCanvas(painter);
            painter.restore();
        }
    } else {
        paintCanvas(painter);
    }
    painter.end();
    if (m_fresh) {
        m_fresh = false;
        QMetaObject::invokeMethod(this, &AudienceWindow::firstShown, Qt::QueuedConnection);
    }
}

void AudienceWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    emit canvasChanged();
}

void AudienceWindow::keyPressEvent(QKeyEvent *event)
{
    emit keyPressed(event->key(), event->text());
}

void AudienceWindow::mouseReleaseEvent(QMouseEvent *event)
{
    emit tapped(event->position().x() / std::max(1, width()));
}

void AudienceWindow::closeEvent(QCloseEvent *event)
{
    event->ignore(); // the show ends it, nothing else
}

bool AudienceWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip || event->type() == QEvent::WhatsThis) {
        return true;
    }
    return QWidget::event(event);
}

} // namespace loci::widgets
