// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/serverfaults.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QThread>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace loci;
using namespace loci::workspace;
using storage::PostGisDatabase;
using storage::PostGisLink;
using test::LongestCall;
using test::setStep;

namespace {
constexpr int kDesks = 4;
/// A call meets a silent server, or another desk's lock, and then a new connection.
constexpr qint64 kBound = 2LL * (PostGisLink::kLongestSilence + PostGisDatabase::kLockPatience);

enum class Outcome { Kept, Refused, Undecided };

struct Kept
{
    QString key;
    Outcome outcome;
};

/// What several desks were told, from their threads.
struct Told
{
    std::mutex mutex;
    std::vector<Kept> steps;
    std::vector<QString> sentences; ///< of refusals
    std::atomic<int> kept = 0;
    std::atomic<bool> isOver = false;
    std::condition_variable over;
    qint64 longest = 0;

    void add(const QString &key, const Result<> &done)
    {
        const bool isUndecided = !done && done.error().cause != nullptr;
        const std::scoped_lock lock(mutex);
        steps.push_back({key, done ? Outcome::Kept : isUndecided ? Outcome::Undecided : Outcome::Refused});
        if (!done && sentences.size() < 500) {
            sentences.push_back(done.error().message);
        }
        kept += done ? 1 : 0;
    }
    /// As a person who reads the sentence before the next try.
    void readSentence()
    {
        std::unique_lock lock(mutex);
        over.wait_for(lock, std::chrono::milliseconds(100), [this] { return isOver.load(); });
    }
};
} // namespace

/// The server is killed while desks write, and started again.
class ServerFaultsCrashTest : public QObject
{
    Q_OBJECT
private:
    test::FaultDesks m_desks;

    void write(Told &told, int desk) const
    {
        std::unique_ptr<Workspace> workspace;
        LongestCall measure;
        for (int step = 0; !told.isOver;) {
            if (!workspace) {
                auto opened = m_desks.open();
                if (!opened) {
                    told.readSentence();
                    continue;
                }
                workspace = std::move(*opened);
            }
            const auto garden = test::place(QStringLiteral("拙政园 %1").arg(step), 120.62, 31.32);
            const QString key = step % 4 == 0 ? QStringLiteral("heritage/asset/") + garden.id()
                                              : QStringLiteral("bookmark/%1-%2").arg(desk).arg(step);
            Command command = setStep(key, step % 4 == 0 ? garden.bytes() : "{}");
            const auto done = measure([&] { return workspace->commit(command); });
            told.add(key, done);
            ++step;
            if (!done) {
                told.readSentence();
            }
        }
        const std::scoped_lock lock(told.mutex);
        told.longest = std::max(told.longest, measure.milliseconds());
    }
    static void waitForSteps(const Told &told, int steps)
    {
        QTRY_VERIFY_WITH_TIMEOUT(told.kept >= steps, test::kPatience);
    }
    bool startAgain()
    {
        QElapsedTimer since;
        since.start();
        QString problem;
        do { // the children of a killed server leave a moment later
            problem = m_desks.server().start();
        } while (!problem.isEmpty() && !since.hasExpired(test::kPatience));
        return problem.isEmpty();
    }
    void hasWhatWasTold(const Told &told)
    {
        auto opened = m_desks.open();
        auto database = m_desks.connection();
        LOCI_VERIFY_RESULT(opened);
        LOCI_VERIFY_RESULT(database);
        const auto times = test::timesKept(**database);
        LOCI_VERIFY_RESULT(times);
        int refused = 0, undecided = 0, arrived = 0;
        for (const Kept &step : told.steps) {
            const int isThere = (*opened)->document(step.key) ? 1 : 0;
            QCOMPARE(times->value(step.key), isThere); // once or not at all
            if (step.outcome != Outcome::Undecided) {
                QVERIFY2(isThere == (step.outcome == Outcome::Kept ? 1 : 0), qPrintable(step.key));
            }
            refused += step.outcome == Outcome::Refused ? 1 : 0;
            undecided += step.outcome == Outcome::Undecided ? 1 : 0;
            arrived += step.outcome == Outcome::Undecided ? isThere : 0;
        }
        const auto chain = (*opened)->heritage().verifyChain();
        LOCI_VERIFY_RESULT(chain);
        QVERIFY(chain->isIntact);
        QVERIFY((*opened)->check().empty());
        qInfo("%d kept, %d refused, %d undecided of which %d arrived; longest call %lld ms", told.kept.load(), refused,
              undecided, arrived, told.longest);
        QStringList sentences(told.sentences.begin(), told.sentences.end());
        sentences.removeDuplicates();
        qInfo("%s", qPrintable(sentences.join(QLatin1Char('\n'))));
    }

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_desks.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
    }

    void aKilledServerLosesNothingAndDoublesNothing()
    {
        Told told;
        std::vector<std::unique_ptr<QThread>> desks;
        desks.reserve(kDesks);
        for (int desk = 0; desk < kDesks; ++desk) {
            desks.emplace_back(QThread::create([this, &told, desk] { write(told, desk); }))->start();
        }
        bool isUp = true;
        for (int round = 0; isUp && round < test::longOr(50, 5); ++round) {
            waitForSteps(told, told.kept + 10);
            m_desks.server().process().kill();
            isUp = startAgain() && !QTest::currentTestFailed();
        }
        told.isOver = true;
        std::for_each(desks.begin(), desks.end(), [](const auto &desk) { desk->wait(); });
        QVERIFY(isUp);
        QVERIFY2(told.longest < kBound, qPrintable(QString::number(told.longest)));
        hasWhatWasTold(told);
    }
};

LOCI_TEST_CLASS(ServerFaultsCrashTest)
#include "serverfaults_crashtest.moc"
