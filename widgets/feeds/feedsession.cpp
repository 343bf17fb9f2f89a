// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/feedsession.h"

#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/filelock.h"
#include "layers/workspace/workspace.h"

#include <QJsonDocument>
#include <QSysInfo>
#include <QUuid>

namespace loci::widgets {

using feeds::FeedDescription;
using feeds::FeedRunner;

namespace {
constexpr std::size_t kPoints = 60;
constexpr int kStartMs = 400; // the window comes first
constexpr int kTestMs = 10'000;
constexpr int kLookMs = 100;
const QString kPrefix = QLatin1String(feeds::kFeedPrefix);

std::optional<double> numberOf(const feeds::Reading &reading)
{
    const double *number = std::get_if<double>(&reading);
    return number ? std::optional(*number) : std::nullopt;
}
} // namespace

FeedSession::FeedSession(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_testEnd.setSingleShot(true);
    m_starting.setSingleShot(true);
    m_starting.setInterval(kStartMs);
    connect(&m_starting, &QTimer::timeout, this, &FeedSession::sync);
    connect(&m_secrets, &feeds::SecretKeeper::found, this, &FeedSession::onSecret);
    connect(&m_secrets, &feeds::SecretKeeper::notKept, this, &FeedSession::failed);
    connect(&m_replay, &StreamReplay::read, this,
            [this](const std::shared_ptr<const StreamsAtMoment> &streams) { showReplayed(*streams); });
}

FeedSession::~FeedSession() = default;

void FeedSession::setWorkspace(workspace::Workspace *workspace)
{
    if (m_workspace) {
        m_workspace->disconnect(this);
    }
    m_starting.stop();
    m_liveSince.reset();
    m_runner.reset(); // stores what has come
    m_watch.reset();
    m_recent.clear();
    m_streams.clear();
    m_alerts.clear();
    m_replayed.clear();
    m_replayedRecent.clear();
    m_moment.reset();
    m_replay.setStore({});
    m_workspace = workspace;
    if (m_workspace) {
        connect(m_workspace, &workspace::Workspace::changed, this, &FeedSession::onDocuments);
        m_starting.start();
    }
    emit changed();
}

feeds::SecretSource FeedSession::secretSource() const
{
    return [this](const QString &name) { return m_secrets.find(name); };
}

/// Feeds that had to wait for their password begin anew.
void FeedSession::onSecret(const QString &name)
{
    for (const feeds::FeedStatus &status : feeds()) {
        if (status.feed.credentials == name) {
            if (const Result<> added = m_runner->addFeed(status.feed); !added) {
                emit failed(added.error().message);
            }
        }
    }
}

qint64 FeedSession::now() const
{
    return m_moment.value_or(m_clock.nowUtc()).toMSecsSinceEpoch();
}

const feeds::StreamStatus *FeedSession::stream(const QString &id) const
{
    const auto &all = streams();
    const auto found =
        std::lower_bound(all.begin(), all.end(), id, [](const feeds::StreamStatus &status, const QString &wanted) {
            return status.tally.description.id < wanted;
        });
    return found != all.end() && found->tally.description.id == id ? &*found : nullptr;
}

void FeedSession::setMoment(const std::optional<QDateTime> &moment)
{
    if (moment) {
        m_replay.show(moment->toMSecsSinceEpoch());
        return; // what is shown stays until the moment is read
    }
    if (m_moment) {
        m_moment.reset();
        m_replayed.clear();
        look();
        emit changed();
    }
    m_replay.forget();
}

void FeedSession::showReplayed(const StreamsAtMoment &streams)
{
    m_moment = QDateTime::fromMSecsSinceEpoch(streams.moment, Qt::UTC);
    m_replayed = streams.streams;
    m_replayedRecent = streams.recent;
    emit changed();
}

int FeedSession::unseenAlerts() const
{
    const qint64 moment = now();
    return static_cast<int>(std::count_if(m_alerts.begin(), m_alerts.end(), [moment](const feeds::Alert &alert) {
        return alert.isActive(moment) && !alert.isAcknowledged();
    }));
}

void FeedSession::acknowledge(const QString &alert)
{
    if (m_runner) {
        m_runner->acknowledge(alert, storage::currentUser());
        if (m_watch && !m_watch->isOurs()) {
            m_watch->acknowledge(alert, storage::currentUser(), m_clock.nowUtc().toMSecsSinceEpoch());
        }
        look();
        emit changed();
    }
}

/// Takes down how all streams stand, once for all who show them.
void FeedSession::look()
{
    m_streams = m_runner ? m_runner->streams() : std::vector<feeds::StreamStatus>();
    m_alerts = m_runner ? m_runner->alerts() : feeds::Alerts();
    const auto isWell = [](const feeds::StreamStatus &stream) {
        return stream.state == feeds::StreamState::Live || stream.state == feeds::StreamState::Paused;
    };
    if (!m_liveSince && !m_streams.empty() && std::all_of(m_streams.begin(), m_streams.end(), isWell)) {
        m_liveSince = m_clock.nowUtc();
    }
}

bool FeedSession::isReadOnly() const
{
    return !m_workspace || m_workspace->isReadOnly();
}

void FeedSession::onDocuments(const QStringList &keys)
{
    const bool ours = std::any_of(keys.begin(), keys.end(), [](const QString &key) { return key.startsWith(kPrefix); });
    if (ours && !m_starting.isActive()) {
        sync();
    }
}

/// Runs exactly what the documents say; a feed that did not change goes on undisturbed.
void FeedSession::sync()
{
    const QStringList keys = m_workspace ? m_workspace->keys(kPrefix) : QStringList();
    QStringList wanted;
    for (const QString &key : keys) {
        const QByteArray bytes = m_workspace->document(key).value_or(QByteArray());
        const auto feed = FeedDescription::fromJson(QJsonDocument::fromJson(bytes).object());
        if (!feed) {
            emit failed(feed.error().message);
            continue;
        }
        m_secrets.fetch(feed->credentials);
        start();
        if (!m_runner) {
            return;
        }
        wanted << feed->id;
        const auto running = m_runner->feeds();
        const bool same = std::any_of(running.begin(), running.end(), [&feed](const feeds::FeedStatus &status) {
            return status.feed.id == feed->id && status.feed.toJson() == feed->toJson();
        });
        if (const Result<> added = same ? Result<>() : m_runner->addFeed(*feed); !added) {
            emit failed(added.error().message);
        }
    }
    if (m_runner) {
        for (const feeds::FeedStatus &status : m_runner->feeds()) {
            if (!wanted.contains(status.feed.id)) {
                m_runner->removeFeed(status.feed.id);
            }
        }
    }
    look();
    emit changed();
}

void FeedSession::start()
{
    if (m_runner) {
        return;
    }
    const storage::ObservationHome home = m_workspace->observations();
    if (isToWait()) {
        return;
    }
    const bool isKept = m_watch || !m_workspace->isReadOnly();
    const storage::ObservationHome store = isKept ? home : storage::ObservationHome();
    const bool follows = m_watch && !m_watch->isOurs();
    auto runner = FeedRunner::create({store, secretSource(), m_watch ? m_watch->us().id : QString(), follows}, m_clock);
    if (!runner) {
        emit failed(runner.error().message);
        return;
    }
    m_runner = std::move(*runner);
    connect(m_runner.get(), &FeedRunner::changed, this, [this] {
        look();
        remember();
        if (!m_moment) {
            emit changed();
        }
    });
    m_replay.setStore(store);
    loadRecent();
}

/// Asks who records a shared workspace.
bool FeedSession::isToWait()
{
    const storage::ObservationHome home = m_workspace->observations();
    if (!home.isShared()) {
        return false;
    }
    if (!m_watch) {
        const storage::FeedDesk us{QUuid::createUuid().toString(QUuid::WithoutBraces), storage::currentUser(),
                                   QSysInfo::machineHostName()};
        m_watch = std::make_unique<feeds::RecorderWatch>(home, us, !m_workspace->isReadOnly());
        connect(m_watch.get(), &feeds::RecorderWatch::recorderChanged, this, &FeedSession::onRecorder);
        connect(m_watch.get(), &feeds::RecorderWatch::failed, this, &FeedSession::failed);
        connect(m_watch.get(), &feeds::RecorderWatch::heard, this,
                [this](const std::shared_ptr<const feeds::SharedNews> &news) {
                    if (m_runner) {
                        m_runner->follow(*news);
                    }
                });
    }
    return !m_watch->isKnown();
}

/// This desk begins to record, or no longer does.
void FeedSession::onRecorder()
{
    m_runner.reset();
    sync();
}

QString FeedSession::recorder() const
{
    if (!m_watch || !m_watch->isKnown()) {
        return {};
    }
    const storage::FeedDesk &desk = m_watch->recorder();
    if (desk.id.isEmpty()) {
        return tr("No desk records the feeds");
    }
    return m_watch->isOurs() ? tr("This desk records the feeds")
                             : tr("%1 at %2 records the feeds").arg(desk.person, desk.computer);
}

void FeedSession::loadRecent()
{
    constexpr qint64 kSpanMs = 3'600'000;
    const auto opened = m_runner->store().openToRead();
    if (!opened || !*opened) {
        return;
    }
    const storage::ObservationQueries &store = **opened;
    const auto streams = store.streams();
    const bool isFar = m_runner->store().isShared();
    if (!streams || (isFar && streams->size() > StreamReplay::kMostCharts)) { // each would be a journey to the server
        return;
    }
    const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    for (const storage::StoredStream &stream : *streams) {
        const auto window = store.window(stream.description.id, now - kSpanMs, now, static_cast<int>(kPoints));
        std::deque<StreamPoint> &points = m_recent[stream.description.id];
        for (const storage::ObservationSpan &span : window.value_or(storage::ObservationSpans())) {
            points.push_back({span.to, span.count > 0 ? std::optional(span.mean()) : std::nullopt});
        }
    }
}

void FeedSession::remember()
{
    for (const feeds::StreamStatus &status : m_streams) {
        if (!status.tally.last) {
            continue;
        }
        std::deque<StreamPoint> &points = m_recent[status.tally.description.id];
        if (points.empty() || points.back().time < status.tally.last->phenomenon) {
            points.push_back({status.tally.last->phenomenon, numberOf(status.tally.last->value)});
        }
        // As far back as the points reach at the stream's own cadence: what is older belongs to the time bar.
        const qint64 span = static_cast<qint64>(2 * kPoints) * status.tally.description.cadenceMs;
        while (points.size() > kPoints || (span > 0 && points.back().time - points.front().time > span)) {
            points.pop_front();
        }
    }
}

StreamPoints FeedSession::recent(const QString &stream) const
{
    if (m_moment) {
        return m_replayedRecent.value(stream);
    }
    const auto found = m_recent.constFind(stream);
    return found == m_recent.constEnd() ? StreamPoints() : StreamPoints(found->begin(), found->end());
}

std::vector<feeds::FeedStatus> FeedSession::feeds() const
{
    return m_runner ? m_runner->feeds() : std::vector<feeds::FeedStatus>();
}

Result<> FeedSession::commit(const QString &id, const QString &title, const std::optional<QByteArray> &after)
{
    if (!m_workspace) {
        return fail(ErrorCode::Usage, tr("Open a workspace first: its feeds are kept in it."));
    }
    workspace::Command command;
    command.title = title;
    command.changes.push_back({kPrefix + id, m_workspace->document(kPrefix + id), after});
    return m_workspace->commit(std::move(command));
}

Result<> FeedSession::saveFeed(const FeedDescription &feed)
{
    return commit(feed.id, tr("Feed “%1”").arg(feed.name(false)),
                  QJsonDocument(feed.toJson()).toJson(QJsonDocument::Compact));
}

Result<> FeedSession::removeFeed(const QString &id)
{
    return commit(id, tr("Remove feed “%1”").arg(id), std::nullopt);
}

Result<> FeedSession::setPaused(const QString &id, bool paused)
{
    for (const feeds::FeedStatus &status : feeds()) {
        if (status.feed.id == id) {
            FeedDescription feed = status.feed;
            feed.paused = paused;
            return commit(id, paused ? tr("Pause feed “%1”").arg(id) : tr("Go on with feed “%1”").arg(id),
                          QJsonDocument(feed.toJson()).toJson(QJsonDocument::Compact));
        }
    }
    return {};
}

void FeedSession::testFeed(const FeedDescription &feed, std::function<void(const QString &, bool)> done)
{
    m_testEnd.disconnect(this);
    m_testLook.disconnect(this);
    auto runner = FeedRunner::create({QString(), secretSource()}, m_clock);
    Result<> added = runner ? (*runner)->addFeed(feed) : Result<>(fail(std::move(runner.error())));
    if (!added) {
        done(added.error().message, false);
        return;
    }
    m_test = std::move(*runner);
    const auto finish = [this, done](const QString &sentence, bool good) {
        m_testEnd.stop();
        m_testLook.stop();
        done(sentence, good);
        m_test.reset();
    };
    connect(&m_testLook, &QTimer::timeout, this, [this, finish] {
        const feeds::FeedStatus status = m_test->feeds().front();
        const auto streams = m_test->streams();
        const auto first = std::find_if(streams.begin(), streams.end(), [](const auto &one) { return one.tally.last; });
        if (status.contact == feeds::Contact::Refused) {
            finish(status.sentence, false);
        } else if (status.tally.unreadable > 0) {
            finish(status.tally.lastProblem, false);
        } else if (first != streams.end()) {
            const auto number = numberOf(first->tally.last->value);
            const QString *text = std::get_if<QString>(&first->tally.last->value);
            const QString value = number ? QString::number(*number) : text ? *text : tr("no value");
            finish(tr("%1 streams. %2: %3 %4")
                       .arg(streams.size())
                       .arg(first->tally.description.id, value, first->tally.description.unit),
                   true);
        } else if (status.tally.payloads > 0 && !status.tally.findings.empty()) {
            finish(status.tally.findings.front().message, false);
        }
    });
    connect(&m_testEnd, &QTimer::timeout, this, [this, finish] {
        const QString sentence = m_test->feeds().front().sentence;
        finish(sentence.isEmpty() ? tr("Nothing came within %1 seconds.").arg(kTestMs / 1000) : sentence, false);
    });
    m_testEnd.start(kTestMs);
    m_testLook.start(kLookMs);
}

} // namespace loci::widgets
