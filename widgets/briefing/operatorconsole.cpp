// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/operatorconsole.h"

#include "widgets/briefing/briefingshow.h"
#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr int kSceneRole = Qt::UserRole;
constexpr QSize kThumb(176, 99);
constexpr int kAnswers = 8;

QString fontRule(int pixels, int weight)
{
    return QStringLiteral("font-size: %1px; font-weight: %2;").arg(pixels).arg(weight);
}

} // namespace

WallPreview::WallPreview(QWidget *parent) : QWidget(parent)
{
    setMinimumSize(240, 135);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QRect WallPreview::place() const
{
    const QSize shape = m_image.isNull() ? QSize(16, 9) : m_image.size();
    const QSize fitting = shape.scaled(size(), Qt::KeepAspectRatio);
    return {QPoint((width() - fitting.width()) / 2, 0), fitting};
}

void WallPreview::setImage(const QImage &image)
{
    if (m_image.cacheKey() != image.cacheKey()) {
        m_image = image;
        m_scaled = {};
        update();
    }
}

void WallPreview::setPointing(bool pointing)
{
    m_pointing = pointing;
    setMouseTracking(pointing);
    setCursor(pointing ? Qt::CrossCursor : Qt::ArrowCursor);
    if (!pointing) {
        emit pointed(std::nullopt);
    }
}

void WallPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const QRect box = place();
    if (m_scaled.isNull() && !m_image.isNull()) {
        m_scaled = QPixmap::fromImage(
            m_image.scaled(box.size() * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    painter.fillRect(box, t.sunken);
    if (!m_scaled.isNull()) {
        painter.drawPixmap(box, m_scaled);
    }
    painter.setPen(t.hairline);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}

void WallPreview::resizeEvent(QResizeEvent *)
{
    m_scaled = {};
}

void WallPreview::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF box = place();
    if (m_pointing && !box.isEmpty()) {
        const QPointF at = event->position() - box.topLeft();
        emit pointed(QPointF(at.x() / box.width(), at.y() / box.height()));
    }
}

void WallPreview::leaveEvent(QEvent *)
{
    emit pointed(std::nullopt);
}

OperatorConsole::OperatorConsole(BriefingShow &show, QWidget *parent) : Panel(parent), m_show(show)
{
    setObjectName(QStringLiteral("console"));
    setProperty("role", QStringLiteral("window"));
    setWindowFlag(Qt::Window);
    resize(1280, 800);
    build();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &OperatorConsole::showTime);
    connect(&m_show, &BriefingShow::changed, this, &OperatorConsole::refresh);
    connect(&m_show, &BriefingShow::pictureReady, this, &OperatorConsole::showPictures);
    connect(&m_show, &BriefingShow::told, this, &OperatorConsole::tell);
    connect(&m_show, &BriefingShow::ended, this, &QWidget::hide);
    m_tick.start();
}

OperatorConsole::~OperatorConsole() = default;

void OperatorConsole::build()
{
    const Tokens &t = tokens();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(t.padding * 2, t.padding * 2, t.padding * 2, t.padding * 2);
    row->setSpacing(t.padding * 2);
    row->addWidget(buildLeft(), 3);
    row->addWidget(buildRight(), 2);
    onLanguage([this] {
        setWindowTitle(tr("Briefing console"));
        refresh();
    });
}

QWidget *OperatorConsole::buildLeft()
{
    const Tokens &t = tokens();
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.gap);
    m_title = makeLabel(side, "title");
    m_title->setStyleSheet(fontRule(t.fontHeading, 600));
    m_title->setWordWrap(true);
    m_now = new WallPreview(side);
    m_now->setObjectName(QStringLiteral("presentScene"));
    connect(m_now, &WallPreview::pointed, &m_show, &BriefingShow::setPointer);
    m_problems = makeLabel(side, "error");
    m_problems->setWordWrap(true);
    m_problems->setObjectName(QStringLiteral("problems"));
    m_notes = new QTextBrowser(side);
    m_notes->setObjectName(QStringLiteral("notes"));
    m_notes->setStyleSheet(fontRule(t.fontHeading, 400));
    auto *buttons = new QHBoxLayout;
    auto *back = makeButton(side);
    auto *forward = makeButton(side, "primary");
    m_black = makeButton(side);
    m_black->setCheckable(true);
    m_black->setObjectName(QStringLiteral("blackout"));
    m_point = makeButton(side);
    m_point->setCheckable(true);
    m_loop = makeButton(side);
    m_loop->setCheckable(true);
    auto *end = makeButton(side);
    for (QPushButton *button : {back, forward, m_black, m_point, m_loop}) {
        button->setMinimumHeight(t.touchRow);
        button->setFocusPolicy(Qt::NoFocus);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    end->setMinimumHeight(t.touchRow);
    end->setFocusPolicy(Qt::NoFocus);
    buttons->addWidget(end);
    connect(back, &QPushButton::clicked, &m_show, &BriefingShow::previous);
    connect(forward, &QPushButton::clicked, &m_show, &BriefingShow::next);
    connect(m_black, &QPushButton::clicked, &m_show, &BriefingShow::setBlackout);
    connect(m_point, &QPushButton::toggled, m_now, &WallPreview::setPointing);
    connect(m_loop, &QPushButton::clicked, &m_show, &BriefingShow::setKiosk);
    connect(end, &QPushButton::clicked, &m_show, &BriefingShow::stop);
    column->addWidget(m_title);
    column->addWidget(m_now, 5);
    column->addWidget(m_problems);
    column->addWidget(m_notes, 2);
    column->addLayout(buttons);
    onLanguage([this, back, forward, end] {
        back->setText(tr("Back"));
        forward->setText(tr("Next"));
        m_black->setText(tr("Blackout"));
        m_point->setText(tr("Pointer"));
        m_loop->setText(tr("Loop"));
        end->setText(tr("End the show"));
        m_notes->setAccessibleName(tr("Notes for the speaker"));
    });
    return side;
}

QWidget *OperatorConsole::buildRight()
{
    const Tokens &t = tokens();
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.gap);
    auto *times = new QHBoxLayout;
    m_timer = makeLabel(side);
    m_timer->setObjectName(QStringLiteral("timer"));
    m_clock = makeLabel(side);
    m_timer->setStyleSheet(fontRule(t.fontHero, 600));
    m_clock->setStyleSheet(fontRule(t.fontHero, 400));
    times->addWidget(m_timer);
    times->addStretch(1);
    times->addWidget(m_clock);
    m_nextTitle = makeLabel(side, "muted");
    m_nextTitle->setWordWrap(true);
    m_next = new WallPreview(side);
    m_next->setObjectName(QStringLiteral("nextScene"));
    m_search = new QLineEdit(side);
    m_search->setObjectName(QStringLiteral("sceneSearch"));
    m_search->setClearButtonEnabled(true);
    m_scenes = new QListWidget(side);
    m_scenes->setObjectName(QStringLiteral("scenes"));
    m_scenes->setIconSize(kThumb);
    m_scenes->setWordWrap(true);
    m_scenes->setFocusPolicy(Qt::NoFocus);
    m_ask = new QLineEdit(side);
    m_ask->setObjectName(QStringLiteral("askTheCity"));
    m_ask->setClearButtonEnabled(true);
    m_answers = new QListWidget(side);
    m_answers->setObjectName(QStringLiteral("answers"));
    m_answers->setMaximumHeight(t.row * 5);
    m_answers->hide();
    m_ask->installEventFilter(this);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &OperatorConsole::filterScenes);
    connect(m_scenes, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { m_show.goTo(item->data(kSceneRole).toInt()); });
    connect(m_ask, &QLineEdit::textChanged, this, &OperatorConsole::ask);
    connect(m_answers, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        const int row = m_answers->row(item);
        if (row >= 0 && row < static_cast<int>(m_found.size()) && m_found[static_cast<std::size_t>(row)].run) {
            m_found[static_cast<std::size_t>(row)].run();
        }
    });
    column->addLayout(times);
    column->addWidget(m_nextTitle);
    column->addWidget(m_next, 2);
    column->addWidget(m_ask);
    column->addWidget(m_answers);
    column->addWidget(m_search);
    column->addWidget(m_scenes, 3);
    onLanguage([this] {
        m_search->setPlaceholderText(tr("Search the scenes"));
        m_ask->setPlaceholderText(tr("Ask the city: a building, a place"));
        m_scenes->setAccessibleName(tr("Scenes"));
    });
    return side;
}

void OperatorConsole::setProviders(std::vector<std::unique_ptr<PaletteProvider>> providers)
{
    m_providers = std::move(providers);
}

void OperatorConsole::setLanguage(const QString &language)
{
    m_language = language;
    refresh();
}

void OperatorConsole::tell(const QString &sentence)
{
    m_told = sentence;
    refresh();
}

void OperatorConsole::ask(const QString &text)
{
    const quint64 question = ++m_question;
    m_found.clear();
    m_answers->clear();
    m_answers->setVisible(false);
    if (text.trimmed().isEmpty()) {
        m_show.setCard({});
        return;
    }
    for (const auto &provider : m_providers) {
        provider->query(text.trimmed(), kAnswers, [this, question](const std::vector<PaletteItem> &items) {
            if (question != m_question) {
                return;
            }
            m_found.insert(m_found.end(), items.begin(), items.end());
            std::stable_sort(m_found.begin(), m_found.end(),
                             [](const PaletteItem &a, const PaletteItem &b) { return a.score > b.score; });
            m_answers->clear();
            for (const PaletteItem &item : m_found) {
                m_answers->addItem(item.title + QStringLiteral("  ·  ") + item.place);
            }
            m_answers->setVisible(!m_found.empty());
        });
    }
}

void OperatorConsole::filterScenes(const QString &text)
{
    for (int row = 0; row < m_scenes->count(); ++row) {
        m_scenes->item(row)->setHidden(!m_scenes->item(row)->text().contains(text, Qt::CaseInsensitive));
    }
}

void OperatorConsole::fillScenes()
{
    const auto &scenes = m_show.briefing().scenes;
    if (m_scenes->count() != static_cast<int>(scenes.size())) {
        m_scenes->clear();
        for (int i = 0; i < static_cast<int>(scenes.size()); ++i) {
            auto *item = new QListWidgetItem(m_scenes);
            item->setData(kSceneRole, i);
        }
    }
    int number = 0;
    for (int i = 0; i < m_scenes->count(); ++i) {
        const briefing::Scene &scene = scenes[static_cast<std::size_t>(i)];
        const QString mark = scene.isAppendix() ? scene.key.toUpper() : QString::number(++number);
        m_scenes->item(i)->setText(mark + QStringLiteral("  ") + scene.title.in(m_language));
        const QImage thumbnail = m_show.thumbnail(i);
        if (!thumbnail.isNull()) {
            m_scenes->item(i)->setIcon(
                QPixmap::fromImage(thumbnail.scaled(kThumb, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
        }
    }
    m_scenes->setCurrentRow(m_show.current());
    filterScenes(m_search->text());
}

void OperatorConsole::showPictures()
{
    const auto imageOf = [this](int scene) {
        const WallPicturePtr picture = m_show.picture(scene);
        return picture ? picture->image : m_show.thumbnail(scene);
    };
    m_now->setImage(m_show.current() >= 0 ? imageOf(m_show.current()) : QImage());
    m_next->setImage(m_show.current() >= 0 ? imageOf(m_show.upcoming()) : QImage());
    fillScenes();
}

void OperatorConsole::refresh()
{
    if (m_scenes == nullptr) {
        return;
    }
    const briefing::Briefing &briefing = m_show.briefing();
    const int current = m_show.current();
    const bool any = current >= 0 && current < static_cast<int>(briefing.scenes.size());
    const briefing::Scene scene = any ? briefing.scenes[static_cast<std::size_t>(current)] : briefing::Scene();
    m_title->setText(any ? scene.title.in(m_language) : tr("The first scene is being prepared."));
    m_notes->setPlainText(scene.notes.in(m_language));
    const bool last = any && m_show.upcoming() == current;
    m_nextTitle->setText(
        last || !any
            ? tr("This is the last scene.")
            : tr("Next: %1").arg(briefing.scenes[static_cast<std::size_t>(m_show.upcoming())].title.in(m_language)));
    QStringList problems = m_show.problems();
    if (!m_told.isEmpty()) {
        problems.prepend(m_told);
    }
    if (any && m_show.audience() != nullptr && !m_show.audience()->isOnItsScreen()) {
        problems << tr("The audience's screen is gone: the show is in a window here, and goes back by itself.");
    }
    showSentence(m_problems, problems.join(QLatin1Char('\n')));
    m_black->setChecked(m_show.isBlack());
    m_loop->setChecked(m_show.isKiosk());
    showPictures();
    showTime();
}

void OperatorConsole::showTime()
{
    m_clock->setText(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm")));
    const qint64 seconds = m_show.isRunning() ? m_show.began().secsTo(QDateTime::currentDateTimeUtc()) : 0;
    m_timer->setText(
        QStringLiteral("%1:%2").arg(seconds / 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

void OperatorConsole::keyPressEvent(QKeyEvent *event)
{
    if (!m_show.press(event->key(), event->text())) {
        Panel::keyPressEvent(event);
    }
}

bool OperatorConsole::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool clicker = key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
        if (clicker && m_show.press(key->key(), {})) {
            return true; // also while somebody types
        }
        if (key->key() == Qt::Key_Escape) {
            qobject_cast<QLineEdit *>(watched)->clear();
            setFocus();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void OperatorConsole::closeEvent(QCloseEvent *event)
{
    m_show.stop();
    Panel::closeEvent(event);
}

} // namespace loci::widgets
