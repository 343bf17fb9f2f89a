// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/feedroom.h"

#include "app/mainwindow/boardroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/storage/feeds/observationhome.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/timebar.h"
#include "widgets/feeds/alertlist.h"
#include "widgets/feeds/feedsession.h"
#include "widgets/feeds/feedspanel.h"
#include "widgets/feeds/streamcard.h"
#include "widgets/feeds/streamviews.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"

namespace loci::app {

using namespace widgets; // assembly only

namespace {
constexpr int kTickMs = 1000;
constexpr int kOrder = 30; // place in the rail
constexpr qint64 kGapsMs = 7LL * 86'400'000;
} // namespace

const QString FeedRoom::kWorkplace = QStringLiteral("feeds");

FeedRoom::FeedRoom(MainWindow &window, const Services &services, TimeBar &time)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_time(time)
    , m_session(new FeedSession(services.clock, this))
    , m_panel(new FeedsPanel(*m_session, &window.workplaces()))
    , m_views(new StreamViews(*m_session, window.map(), window.scene(), this))
    , m_card(new StreamCard(*m_session))
{
    window.workplaces().add(kWorkplace, "service", QT_TRANSLATE_NOOP("Workplaces", "Live feeds"), m_panel, false,
                            kOrder);
    window.addBeside(m_card);
    connectParts();
    m_clockTick.start(kTickMs);
}

void FeedRoom::connectParts()
{
    Workplaces &places = m_window.workplaces();
    connect(m_session, &FeedSession::failed, &places, &Workplaces::failed);
    connect(m_panel, &FeedsPanel::failed, &places, &Workplaces::failed);
    connect(m_card, &StreamCard::failed, &places, &Workplaces::failed);
    connect(m_panel, &FeedsPanel::closeRequested, this, [this] { m_window.setWorkplace(QStringLiteral("layers")); });
    connect(m_panel, &FeedsPanel::streamChosen, this, [this](const QString &id) {
        openStream(id);
        m_views->goTo(id);
    });
    connect(m_panel, &FeedsPanel::alertChosen, this, [this](const QString &id, const QString &stream) {
        if (!stream.isEmpty()) {
            openStream(stream);
        }
        m_views->goTo(stream.isEmpty() ? QString(QLatin1String(StreamViews::kAlertPrefix) + id) : stream);
    });
    connect(m_views, &StreamViews::alertClicked, this, [this](const QString &id) {
        m_window.setWorkplace(kWorkplace);
        m_panel->showPart(QStringLiteral("alerts"));
        m_panel->alerts().choose(id);
    });
    connect(m_session, &FeedSession::changed, this,
            [this] { m_window.workplaces().setCount(kWorkplace, m_session->unseenAlerts()); });
    connect(m_panel, &FeedsPanel::streamEntered, m_views, &StreamViews::pulse);
    connect(m_views, &StreamViews::streamClicked, this, &FeedRoom::openStream);
    connect(m_card, &StreamCard::goToRequested, m_views, &StreamViews::goTo);
    connect(m_card, &StreamCard::boardRequested, this, [this](const QString &id) { m_window.boards().addStream(id); });
    connect(m_card, &StreamCard::closeRequested, this, &FeedRoom::closeCard);
    connect(&m_services.selection, &Selection::changed, this, [this] {
        if (!m_services.selection.isEmpty() && !m_views->chosen().isEmpty()) {
            m_views->choose({}); // one selection in all views
        }
    });
    connect(m_session, &FeedSession::changed, &m_window.boards(), &BoardRoom::onStreams);
    connect(&m_time, &TimeBar::timeChanged, this, &FeedRoom::onTime);
    connect(&m_clockTick, &QTimer::timeout, this, [this] { m_time.setNow(m_services.clock.nowUtc()); });
    connect(&m_services.host, &WorkspaceHost::aboutToChange, this, [this] {
        m_session->setWorkspace(nullptr);
        closeCard();
    });
    connect(&m_services.host, &WorkspaceHost::workspaceChanged, this,
            [this] { m_session->setWorkspace(m_services.host.current()); });
}

void FeedRoom::openStream(const QString &id)
{
    m_services.selection.clear();
    m_views->choose(id);
    m_panel->markStream(id);
    m_card->showStream(id);
    m_window.showBeside(m_card);
    showGaps(id);
}

void FeedRoom::closeCard()
{
    m_views->choose({});
    m_time.axis().setGaps({});
    if (m_card->isVisible()) {
        m_window.showBeside(nullptr);
    }
}

/// What has not come yet nobody knows: a moment of the future (of the sun, of a plan) shows the present of the streams.
void FeedRoom::onTime(const QDateTime &time)
{
    const bool past = !m_time.isAtNow() && time < m_services.clock.nowUtc();
    m_session->setMoment(past ? std::optional(time) : std::nullopt);
}

void FeedRoom::showGaps(const QString &stream)
{
    std::vector<TimeSpan> spans;
    const workspace::Workspace *workspace = m_services.host.current();
    const qint64 now = m_session->now();
    const auto store =
        workspace != nullptr ? workspace->observations().openToRead() : std::optional<storage::ObservationQueries>();
    if (store && *store) {
        const auto gaps = (*store)->gaps(stream, now - kGapsMs, now);
        for (const storage::ObservationGap &gap : gaps.value_or(std::vector<storage::ObservationGap>())) {
            spans.push_back({QDateTime::fromMSecsSinceEpoch(gap.from), QDateTime::fromMSecsSinceEpoch(gap.to)});
        }
    }
    m_time.axis().setGaps(std::move(spans));
}

} // namespace loci::app
