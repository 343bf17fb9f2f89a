// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/joinedsource.h"
#include "layers/feeds/simulation.h"
#include "layers/storage/feeds/feedobservations.h"
#include "tests/feeds/feedtestbase.h"

#include <cmath>

using namespace loci;
using namespace loci::feeds;
using namespace loci::test;

namespace {
constexpr int kPatience = 30'000;
const QString kFirst = QStringLiteral("sample/pm25-01");

int liveCount(const RunningFeeds &feeds)
{
    int live = 0;
    for (const StreamStatus &status : feeds.runner->streams()) {
        live += status.state == StreamState::Live && status.simulated ? 1 : 0;
    }
    return live;
}
} // namespace

/// The sample city that is live without a server.
class FeedsSimulationTest : public QObject
{
    Q_OBJECT

private slots:
    void runsByItselfAndSaysThatItIsSimulated()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        const auto described = FeedDescription::fromJson(Simulation::ownFeed().toJson());
        LOCI_VERIFY_RESULT(described);
        QVERIFY(described->isSimulated());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(*described));
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
        const StreamDescriptions streams = Simulation::streams();
        for (int i = 0; i < Simulation::kStreams; ++i) {
            const StreamStatus status =
                feeds.stream(Intake::streamKey(QStringLiteral("sample"), streams[static_cast<std::size_t>(i)].id));
            QVERIFY(status.tally.last.has_value());
            QVERIFY(status.tally.last->flags & Quality::Simulated);
            QCOMPARE(std::get<double>(status.tally.last->value),
                     Simulation::value(i, status.tally.last->phenomenon)); // of the moment, and nothing else
        }
        const qint64 first = feeds.stream(kFirst).tally.last->phenomenon;
        feeds.clock.ahead = 60'000;
        QTRY_VERIFY_WITH_TIMEOUT(feeds.stream(kFirst).tally.last->phenomenon >= first + 50'000, kPatience);
        QCOMPARE(feeds.total(&StreamTally::rejected), 0);
    }

    void restsWhenPausedAndGoesOn()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(Simulation::ownFeed()));
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
        feeds.runner->setPaused(QStringLiteral("sample"), true);
        QVERIFY(feeds.runner->drain(kPatience));
        const qint64 received = feeds.total(&StreamTally::received);
        feeds.clock.ahead = 600'000;
        QCOMPARE(feeds.stream(kFirst).state, StreamState::Paused);
        QVERIFY(feeds.runner->drain(kPatience));
        QCOMPARE(feeds.total(&StreamTally::received), received);
        feeds.runner->setPaused(QStringLiteral("sample"), false);
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
    }

    void doublesNothingAfterARestartAndStaysSmall()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(Simulation::ownFeed()));
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
        QVERIFY(feeds.runner->drain(kPatience));
        feeds.runner.reset();
        const qint64 rows = feeds.rows();
        QVERIFY(rows >= 40 * 200); // the day that the loggers kept
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(Simulation::ownFeed()));
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
        QVERIFY(feeds.runner->drain(kPatience));
        QCOMPARE(feeds.total(&StreamTally::duplicates), 0); // it asked only for what the store has not
        for (int day = 1; day <= 5; ++day) {
            feeds.clock.ahead = day * 86'400'000LL;
            QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
            QVERIFY(feeds.runner->drain(kPatience));
        }
        feeds.clock.ahead += 3'700'000; // old values go once an hour
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(feeds.rows() < 2 * rows, kPatience);
    }

    void aClockThatWasSetBackStopsNothing()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        feeds.clock.ahead = 3'600'000;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(Simulation::ownFeed()));
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
        const qint64 before = feeds.total(&StreamTally::received);
        feeds.clock.ahead = 0;
        QTRY_VERIFY_WITH_TIMEOUT(feeds.total(&StreamTally::received) > before, kPatience);
    }

    void indicatorsReadTheStore()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(Simulation::ownFeed()));
        QTRY_COMPARE_WITH_TIMEOUT(liveCount(feeds), Simulation::kStreams, kPatience);
        QVERIFY(feeds.runner->drain(kPatience));
        const auto nothing = storage::FeedObservations::open(feeds.folder.filePath(QStringLiteral("none")), {});
        LOCI_VERIFY_RESULT(nothing);
        QVERIFY(*nothing == nullptr);
        const auto source = storage::FeedObservations::open(feeds.path(), {});
        LOCI_VERIFY_RESULT(source);
        QCOMPARE((*source)->streams().size(), Simulation::kStreams);
        const auto hours = (*source)->hourly(kFirst);
        LOCI_VERIFY_RESULT(hours);
        QCOMPARE(hours->unit, QStringLiteral("ug/m3"));
        QVERIFY(hours->values.size() >= 24 && hours->values.size() <= 26);
        QCOMPARE(hours->start.offsetFromUtc(), 8 * 3600); // natural days of the city
        for (const double value : hours->values) {
            QVERIFY(std::isfinite(value));
        }
        const auto days = (*source)->daily(kFirst);
        LOCI_VERIFY_RESULT(days);
        QVERIFY(days->values.size() == 1 || days->values.size() == 2);
        QVERIFY(!(*source)->hourly(QStringLiteral("sample/nobody")));

        const QDateTime now = feeds.clock.nowUtc();
        const auto live = (*source)->at(kFirst, now);
        QVERIFY(live.has_value());
        QCOMPARE(live->state, QStringLiteral("live"));
        QVERIFY(live->simulated && live->value);
        const auto late = (*source)->at(kFirst, live->time.addSecs(20));
        QCOMPARE(late->state, QStringLiteral("late"));
        QCOMPARE(late->age, QStringLiteral("20 s"));
        QCOMPARE((*source)->at(kFirst, live->time.addSecs(80))->state, QStringLiteral("stale"));
        const auto past = (*source)->at(kFirst, live->time.addSecs(-7));
        QCOMPARE(past->time, live->time.addSecs(-10)); // as it was known then
        const auto paused = storage::FeedObservations::open(feeds.path(), {QStringLiteral("sample")});
        QCOMPARE((*paused)->at(kFirst, now)->state, QStringLiteral("paused"));

        const indicators::JoinedSource joined({*source, *paused});
        QCOMPARE(joined.streams().size(), Simulation::kStreams);
        QCOMPARE(joined.at(kFirst, now)->state, QStringLiteral("live")); // of the first that has it
        indicators::Binding binding;
        binding.source = QStringLiteral("sample/pm25-*");
        binding.measure = indicators::Binding::Measure::Mean;
        binding.field = QStringLiteral("value");
        binding.periodField = QStringLiteral("day");
        const auto input =
            indicators::streamInput(binding, QStringLiteral("ug/m3"), joined, 0, [](const QString &) { return 0; });
        LOCI_VERIFY_RESULT(input);
        const QString today = now.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyy-MM-dd"));
        QVERIFY(input->periods.contains(today));
        QVERIFY(input->periods.at(today).at(0).rows >= 8); // eight sensors, an hour at least
    }
};

LOCI_TEST_CLASS(FeedsSimulationTest)
#include "feeds_simulationtest.moc"
