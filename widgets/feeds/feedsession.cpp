// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/feedsession.h"

#include "layers/storage/feeds/observationqueries.h"
#include "layers/workspace/sidefiles.h"
#include "layers/workspace/workspace.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace loci::widgets {

using feeds::FeedDescription;
using feeds::FeedRunner;

namespace {
constexpr std::size_t kPoints = 60;
constexpr int kTestMs = 10'000;
constexpr int kLookMs = 100;
const QString kPrefix = QStringLiteral("feed/");

std::optional<double> numberOf(const feeds::Reading &reading)
{
    const double *number = std::get_if<double>(&reading);
    return number ? std::optional(*number) : std::nullopt;
}
} // namespace

FeedSession::FeedSession(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_testEnd.setSingleShot(true);
}

FeedSession::~FeedSession() = default;

void FeedSession::setWorkspace(workspace::Workspace *workspace)
{
    if (m_workspace) {
        m_workspace->disconnect(this);
    }
    m_runner.reset(); // stores what has come
    m_recent.clear();
    m_workspace = workspace;
    if (m_workspace) {
        connect(m_workspace, &workspace::Workspace::changed, this, &FeedSession::onDocuments);
    }
    sync();
}

bool FeedSession::isReadOnly() const
{
    return !m_workspace || m_workspace->isReadOnly();
}

void FeedSession::onDocuments(const QStringList &keys)
{
    const bool ours = std::any_of(keys.begin(), keys.end(), [](const QString &key) { return key.startsWith(kPrefix); });
    if (ours) {
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
    emit changed();
}

void FeedSession::start()
{
    if (m_runner) {
        return;
    }
    const QString store = m_workspace->isReadOnly() ? QString() : workspace::observationsFile(m_workspace->path());
    auto runner = FeedRunner::create({store, feeds::environmentSecret}, m_clock);
    if (!runner) {
        emit failed(runner.error().message);
        return;
    }
    m_runner = std::move(*runner);
    connect(m_runner.get(), &FeedRunner::changed, this, [this] {
        remember();
        emit changed();
    });
    loadRecent();
}

void FeedSession::loadRecent()
{
    constexpr qint64 kSpanMs = 3'600'000;
    const QString path = m_runner->storePath();
    if (path.isEmpty()) {
        return;
    }
    const auto store = storage::ObservationQueries::open(path);
    if (!store) {
        return;
    }
    const auto streams = store->streams();
    if (!streams) {
        return;
    }
    const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    for (const storage::StoredStream &stream : *streams) {
        const auto window = store->window(stream.description.id, now - kSpanMs, now, static_cast<int>(kPoints));
        std::deque<StreamPoint> &points = m_recent[stream.description.id];
        for (const storage::ObservationSpan &span : window.value_or(storage::ObservationSpans())) {
            points.push_back({span.to, span.count > 0 ? std::optional(span.mean()) : std::nullopt});
        }
    }
}

void FeedSession::remember()
{
    for (const feeds::StreamStatus &status : m_runner->streams()) {
        if (!status.tally.last) {
            continue;
        }
        std::deque<StreamPoint> &points = m_recent[status.tally.description.id];
        if (points.empty() || points.back().time < status.tally.last->phenomenon) {
            points.push_back({status.tally.last->phenomenon, numberOf(status.tally.last->value)});
        }
        if (points.size() > kPoints) {
            points.pop_front();
        }
    }
}

StreamPoints FeedSession::recent(const QString &stream) const
{
    const auto found = m_recent.constFind(stream);
    return found == m_recent.constEnd() ? StreamPoints() : StreamPoints(found->begin(), found->end());
}

std::vector<feeds::StreamStatus> FeedSession::streams() const
{
    return m_runner ? m_runner->streams() : std::vector<feeds::StreamStatus>();
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
    auto runner = FeedRunner::create({QString(), feeds::environmentSecret}, m_clock);
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
