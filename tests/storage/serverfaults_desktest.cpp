// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/indicatorstore.h"
#include "layers/storage/schema.h"
#include "layers/storage/serversteps.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/serverfaults.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace loci;
using namespace loci::workspace;
using storage::Migration;
using storage::PostGisDatabase;
using storage::Statement;
using storage::Transaction;
using test::LongestCall;
using test::setStep;

namespace {
const QString kKey = QStringLiteral("bookmark/a");

/// A desk's clock, hours away from the others'.
class DeskClock final : public Clock
{
public:
    explicit DeskClock(qint64 hours) : m_hours(hours) {}
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addSecs(m_hours * 3600); }
    void jump(qint64 hours) { m_hours += hours; }

private:
    qint64 m_hours;
};

std::vector<Migration> stepsOfNextVersion(int more = 1)
{
    std::vector<Migration> steps = storage::migrations();
    const int known = steps.back().version;
    steps.push_back({known + 1, "", "CREATE TABLE next_version (no BIGINT); INSERT INTO next_version VALUES (1)"});
    if (more > 1) {
        steps.push_back({known + 2, "", "ALTER TABLE documents ADD COLUMN later TEXT NOT NULL DEFAULT 'x'"});
    }
    return steps;
}

/// As a newer program does when it opens a workspace.
Result<> takeNextServerStep(PostGisDatabase &database)
{
    std::vector<storage::ServerStep> steps = storage::serverSteps();
    steps.push_back({steps.back().version + 1, "CREATE TABLE next_step (no BIGINT)"});
    LOCI_TRY(Transaction transaction, Transaction::begin(database));
    LOCI_CHECK(storage::takeServerSteps(database, steps));
    return transaction.commit();
}

int number(storage::Database &database, storage::Sql sql)
{
    int found = -1;
    const auto done = database.run(sql, {}, [&found](const Statement &row) { found = int(row.integer(0)); });
    return done ? found : -1;
}
} // namespace

/// Desks that differ: in their clocks, in their version, in being alive.
class ServerFaultsDeskTest : public QObject
{
    Q_OBJECT
private:
    test::FaultDesks m_desks;

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_desks.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
    }

    void clocksThatDifferDoNotChangeTheOrder()
    {
        DeskClock early(-7), late(5);
        auto anna = m_desks.open(0, &late);
        auto ben = m_desks.open(0, &early);
        LOCI_VERIFY_RESULT(anna);
        LOCI_VERIFY_RESULT(ben);
        (*anna)->setPerson(QStringLiteral("anna"));
        (*ben)->setPerson(QStringLiteral("ben"));
        QSignalSpy heard(ben->get(), &Workspace::othersChanged);
        const QDateTime begin = QDateTime::currentDateTimeUtc().addSecs(-60);
        auto garden = test::place(QStringLiteral("拙政园"), 120.62, 31.32);
        const QString record = QStringLiteral("heritage/asset/") + garden.id();
        for (int round = 0; round < 4; ++round) {
            garden.set(QStringLiteral("/notes/en"), QString::number(round));
            Workspace &desk = round % 2 == 0 ? **anna : **ben;
            QTRY_COMPARE_WITH_TIMEOUT(desk.history(0).size(), std::size_t(2 * round), test::kPatience);
            Command step{QString::number(round), {{record, {}, garden.bytes()}}};
            QTRY_VERIFY_WITH_TIMEOUT(desk.commit(step).has_value(), test::kPatience); // having heard of the other
            LOCI_VERIFY_RESULT(desk.commit(setStep(QStringLiteral("bookmark/%1").arg(round), "1")));
            late.jump(-24); // a clock that is set right, or wrong, in the middle of the day
        }
        const auto history = (*ben)->history(0);
        QCOMPARE(history.size(), 8U);
        QDateTime last = begin;
        for (std::size_t step = 0; step < history.size(); ++step) {
            QCOMPARE(history[step].author, step / 2 % 2 == 0 ? QStringLiteral("anna") : QStringLiteral("ben"));
            QVERIFY2(history[step].time >= last, qPrintable(history[step].time.toString(Qt::ISODateWithMs)));
            last = history[step].time;
        }
        QVERIFY(last < QDateTime::currentDateTimeUtc().addSecs(60)); // the server's time, on all desks
        const auto states = (*anna)->heritage().history(record);
        LOCI_VERIFY_RESULT(states);
        QCOMPARE(states->size(), 4U);
        for (std::size_t state = 1; state < states->size(); ++state) {
            QVERIFY((*states)[state].number != (*states)[state - 1].number);
            QVERIFY(((*states)[state].number > (*states)[state - 1].number) ==
                    ((*states)[state].time >= (*states)[state - 1].time));
        }
        QVERIFY((*anna)->heritage().verifyChain()->isIntact);
        QTRY_VERIFY_WITH_TIMEOUT(heard.size() >= 2, test::kPatience);
        LOCI_VERIFY_RESULT((*ben)->undo()); // the newest step is the last one kept
        QVERIFY(!(*ben)->document(QStringLiteral("bookmark/3")));
    }

    void aNewerWorkspaceIsNotOpened_data()
    {
        QTest::addColumn<bool>("isStep");
        QTest::newRow("schema") << false;
        QTest::newRow("server step") << true;
    }
    void aNewerWorkspaceIsNotOpened()
    {
        QFETCH(bool, isStep);
        auto newer = m_desks.connection();
        LOCI_VERIFY_RESULT(newer);
        LOCI_VERIFY_RESULT(isStep ? takeNextServerStep(**newer) : storage::migrate(**newer, stepsOfNextVersion()));
        const auto refused = m_desks.open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QVERIFY2(refused.error().message.contains(QStringLiteral("newer version of Loci")),
                 qPrintable(test::sentence(refused.error())));
    }

    void aRunningOlderDeskWritesNothingAfterAnUpgrade_data() { aNewerWorkspaceIsNotOpened_data(); }
    void aRunningOlderDeskWritesNothingAfterAnUpgrade()
    {
        QFETCH(bool, isStep);
        auto older = m_desks.open();
        LOCI_VERIFY_RESULT(older);
        LOCI_VERIFY_RESULT((*older)->commit(setStep(kKey, "1")));
        auto newer = m_desks.connection();
        LOCI_VERIFY_RESULT(newer);
        LOCI_VERIFY_RESULT(isStep ? takeNextServerStep(**newer) : storage::migrate(**newer, stepsOfNextVersion(2)));
        const Result<> tries[] = {(*older)->commit(setStep(kKey, "2")), (*older)->undo(),
                                  (*older)->keepIndicatorValues({storage::IndicatorRow{}})};
        for (const auto &refused : tries) {
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Unsupported);
            QVERIFY2(refused.error().message.contains(QStringLiteral("Update Loci")),
                     qPrintable(test::sentence(refused.error())));
        }
        QCOMPARE((*older)->document(kKey), std::optional(QByteArray("1"))); // reading goes on
        QCOMPARE((*older)->history(0).size(), 1U);
    }

    void twoDesksUpgradeOnce()
    {
        std::atomic<int> done = 0;
        const auto upgrade = [&] {
            auto database = m_desks.connection();
            done += database && storage::migrate(**database, stepsOfNextVersion()) ? 1 : 0;
        };
        std::vector<std::unique_ptr<QThread>> desks;
        desks.reserve(4);
        for (int desk = 0; desk < 4; ++desk) {
            desks.emplace_back(QThread::create(upgrade))->start();
        }
        std::for_each(desks.begin(), desks.end(), [](const auto &desk) { desk->wait(); });
        QCOMPARE(done.load(), 4);
        auto database = m_desks.connection();
        LOCI_VERIFY_RESULT(database);
        QCOMPARE(number(**database, "SELECT count(*) FROM next_version"), 1);
        QCOMPARE(number(**database, "SELECT count(*) FROM loci_schema"), 1);
        QCOMPARE((*database)->schemaVersion().value(), storage::currentSchemaVersion() + 1);
    }

    /// The older one found an old schema, too, and waits for the lock while the newer one upgrades.
    void aSlowerOlderUpgradeTakesNothingBack()
    {
        auto newer = m_desks.connection();
        LOCI_VERIFY_RESULT(newer);
        Result<> outcome;
        std::unique_ptr<QThread> older;
        {
            auto held = Transaction::begin(**newer);
            LOCI_VERIFY_RESULT(held);
            older.reset(QThread::create([&] {
                auto database = m_desks.connection();
                outcome = database ? storage::migrate(**database, stepsOfNextVersion()) : fail(database.error());
            }));
            older->start();
            QTRY_COMPARE_WITH_TIMEOUT(number(**newer, "SELECT count(*) FROM pg_locks WHERE NOT granted"), 1,
                                      storage::PostGisDatabase::kIdlePatience);
            const int newest = storage::currentSchemaVersion() + 2;
            LOCI_VERIFY_RESULT((*newer)->run("UPDATE loci_schema SET version = ?1", {qint64(newest)}));
            LOCI_VERIFY_RESULT(held->commit());
        }
        QVERIFY(older->wait(test::kPatience));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Unsupported);
        QCOMPARE((*newer)->schemaVersion().value(), storage::currentSchemaVersion() + 2);
    }

    /// As a laptop that is closed, or a process that is stopped, in the middle of a step.
    void aDeskThatStandsStillLetsOthersGoOn()
    {
        auto still = m_desks.connection();
        auto desk = m_desks.open();
        LOCI_VERIFY_RESULT(still);
        LOCI_VERIFY_RESULT(desk);
        LongestCall measure;
        QElapsedTimer since;
        since.start();
        {
            auto transaction = Transaction::begin(**still);
            LOCI_VERIFY_RESULT(transaction);
            LOCI_VERIFY_RESULT((*still)->run("INSERT INTO documents (key, value, updated) VALUES ('half', '', '')"));
            int refusals = 0;
            for (;;) {
                const auto done = measure([&] { return (*desk)->commit(setStep(kKey, "1")); });
                if (done) {
                    break;
                }
                ++refusals;
                QVERIFY2(done.error().message.contains(QStringLiteral("another desk")),
                         qPrintable(test::sentence(done.error())));
                QVERIFY(!since.hasExpired(test::kPatience));
            }
            QVERIFY(refusals >= 1);
            qInfo("refused %d times; longest wait %lld ms; the lock was free after %lld ms", refusals,
                  measure.milliseconds(), since.elapsed());
            const auto woken = transaction->commit();
            QVERIFY(!woken);
            QVERIFY2(woken.error().message.contains(QStringLiteral("stood still")),
                     qPrintable(test::sentence(woken.error())));
        }
        QVERIFY(measure.milliseconds() < 2LL * PostGisDatabase::kLockPatience);
        QVERIFY(!(*desk)->document(QStringLiteral("half")));
        LOCI_VERIFY_RESULT(Transaction::begin(**still)); // it goes on, too
    }

    void aStepOfWhichAPartFailedIsNotCalledKept()
    {
        auto database = m_desks.connection();
        LOCI_VERIFY_RESULT(database);
        auto transaction = Transaction::begin(**database);
        LOCI_VERIFY_RESULT(transaction);
        QVERIFY(!(*database)->run("INSERT INTO documents (key) VALUES ('a')"));
        const auto done = transaction->commit();
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(QStringLiteral("nothing of it was kept")),
                 qPrintable(test::sentence(done.error())));
    }
};

LOCI_TEST_CLASS(ServerFaultsDeskTest)
#include "serverfaults_desktest.moc"
