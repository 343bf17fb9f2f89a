// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/feedrunner.h"

#include <algorithm>

namespace loci::feeds {

namespace {
constexpr int kFrameMs = 33;
constexpr int kAgeMs = 1000;
constexpr int kUnreadableInARow = 5; // then the source has changed its form
} // namespace

FeedRunner::FeedRunner(Options options, const Clock &clock, std::unique_ptr<Intake> intake)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_intake(std::move(intake))
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        m_noticed = false;
        m_told.start();
        emit changed();
    });
    m_told.start();
    connect(&m_ages, &QTimer::timeout, this, &FeedRunner::changed);
    m_ages.start(kAgeMs);
    m_intake->changed = [this] {
        if (!m_noticed.exchange(true)) {
            QMetaObject::invokeMethod(this, &FeedRunner::notice, Qt::QueuedConnection);
        }
    };
}

FeedRunner::~FeedRunner()
{
    FeedRunner::stop();
}

void FeedRunner::notice()
{
    if (!m_soon.isActive()) { // at once after a rest, else with the next frame
        m_soon.start(static_cast<int>(std::max<qint64>(0, kFrameMs - m_told.elapsed())));
    }
}

Result<std::unique_ptr<FeedRunner>> FeedRunner::create(Options options, const Clock &clock)
{
    LOCI_TRY(Units units, Units::load());
    std::unique_ptr<storage::ObservationStore> store;
    if (!options.store.isNone() && !options.follows) {
        LOCI_TRY(store, options.store.openToWrite(options.desk));
    }
    auto intake = std::make_unique<Intake>(std::move(store), std::move(units));
    if (!options.store.isNone()) {
        LOCI_TRY(const auto queries, options.store.openToRead());
        LOCI_TRY(const auto known, queries ? queries->streams() : Result<std::vector<storage::StoredStream>>());
        for (const storage::StoredStream &stream : known) {
            intake->remember(stream.description, stream.last);
        }
    }
    return std::unique_ptr<FeedRunner>(new FeedRunner(std::move(options), clock, std::move(intake)));
}

Result<> FeedRunner::addFeed(const FeedDescription &feed)
{
    const auto same = std::find_if(m_feeds.begin(), m_feeds.end(),
                                   [&feed](const auto &running) { return running->status.feed.id == feed.id; });
    if (same != m_feeds.end()) {
        m_feeds.erase(same); // its connector ends here
    }
    m_intake->addFeed(feed);
    auto running = std::make_unique<Running>();
    running->status.feed = feed;
    LOCI_CHECK(connectFeed(*running));
    m_feeds.push_back(std::move(running));
    emit changed();
    return {};
}

Result<> FeedRunner::connectFeed(Running &running)
{
    const FeedDescription &feed = running.status.feed;
    if (m_options.follows) {
        return {};
    }
    ConnectorContext context;
    context.feed = feed;
    context.clock = &m_clock;
    context.sink = m_intake.get();
    context.instance = m_options.store.text();
    context.newest = m_intake->newestOf(feed.id);
    if (!feed.credentials.isEmpty()) {
        context.secret = m_options.secrets ? m_options.secrets(feed.credentials) : std::nullopt;
        if (!context.secret) {
            running.status.contact = Contact::Refused;
            running.status.sentence =
                tr("The key store of this computer does not know “%1”, which this feed needs.").arg(feed.credentials);
            return {};
        }
    }
    LOCI_TRY(running.connector, makeConnector(std::move(context)));
    Running *self = &running;
    connect(
        running.connector.get(), &Connector::contactChanged, this,
        [this, self](Contact contact, const QString &sentence) {
            const bool known =
                std::any_of(m_feeds.begin(), m_feeds.end(), [self](const auto &one) { return one.get() == self; });
            if (known && (self->status.contact != contact || self->status.sentence != sentence)) {
                self->status.contact = contact;
                self->status.sentence = sentence;
                notice();
            }
        },
        Qt::QueuedConnection);
    if (!feed.paused) {
        running.connector->start();
    }
    return {};
}

void FeedRunner::removeFeed(const QString &id)
{
    std::erase_if(m_feeds, [&id](const auto &running) { return running->status.feed.id == id; });
    m_intake->removeFeed(id);
    emit changed();
}

void FeedRunner::setPaused(const QString &feed, bool paused)
{
    for (const auto &running : m_feeds) {
        if (running->status.feed.id != feed || running->status.feed.paused == paused) {
            continue;
        }
        running->status.feed.paused = paused;
        if (running->connector && paused) {
            running->connector->stop();
            running->status.contact = Contact::Idle;
        } else if (running->connector) {
            running->connector->start();
        }
        notice();
    }
}

void FeedRunner::acknowledge(const QString &alert, const QString &person)
{
    m_intake->acknowledge(alert, person, m_clock.nowUtc().toMSecsSinceEpoch());
    notice();
}

void FeedRunner::follow(const SharedNews &news)
{
    m_intake->follow(news.streams);
    if (news.alerts) {
        m_intake->followAlerts(*news.alerts);
    }
    notice();
}

void FeedRunner::stop()
{
    if (!m_intake->storeProblem().isEmpty()) {
        m_intake->stop(); // a full disk must not hold back a connector, and with it the end of the program
    }
    for (const auto &running : m_feeds) {
        if (running->connector) {
            running->connector->stop();
        }
    }
    m_intake->stop();
}

bool FeedRunner::isRefused(const FeedStatus &status) const
{
    return status.contact == Contact::Refused || status.tally.unreadableInARow >= kUnreadableInARow;
}

std::vector<FeedStatus> FeedRunner::feeds() const
{
    const QHash<QString, FeedTally> tallies = m_intake->feeds();
    std::vector<FeedStatus> result;
    result.reserve(m_feeds.size());
    for (const auto &running : m_feeds) {
        result.push_back(running->status);
        result.back().tally = tallies.value(running->status.feed.id);
    }
    return result;
}

std::vector<StreamStatus> FeedRunner::streams() const
{
    QHash<QString, FeedStatus> sources;
    for (FeedStatus &status : feeds()) {
        sources.insert(status.feed.id, std::move(status));
    }
    const qint64 now = m_clock.nowUtc().toMSecsSinceEpoch();
    const QHash<QString, StreamTally> tallies = m_intake->streams();
    std::vector<StreamStatus> result;
    result.reserve(static_cast<std::size_t>(tallies.size()));
    for (const StreamTally &tally : tallies) {
        const FeedStatus source = sources.value(tally.description.feed);
        StreamFacts facts;
        facts.last = tally.last ? std::optional(tally.last->phenomenon) : std::nullopt;
        facts.cadenceMs = tally.description.cadenceMs;
        facts.skewMs = tally.skewMs;
        facts.paused = source.feed.paused;
        facts.refused = isRefused(source);
        result.push_back({tally, stateOf(facts, now), ageOf(facts, now), source.feed.isSimulated()});
    }
    std::sort(result.begin(), result.end(), [](const StreamStatus &a, const StreamStatus &b) {
        return a.tally.description.id < b.tally.description.id;
    });
    return result;
}

} // namespace loci::feeds
