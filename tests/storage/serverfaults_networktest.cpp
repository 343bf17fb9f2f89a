// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/serverfaults.h"
#include "tests/support/tcpproxy.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace loci;
using namespace loci::workspace;
using storage::PostGisLink;
using test::LongestCall;
using test::setStep;
using test::TcpProxy;

namespace {
const QString kKey = QStringLiteral("bookmark/a");
const QByteArray kCommit("COMMIT\0", 7);
/// Twice what is promised: a computer that does other things as well is not what is measured.
constexpr qint64 kBound = 2LL * PostGisLink::kLongestSilence;

QByteArray noise(int bytes)
{
    QRandomGenerator random(7);
    QByteArray made(bytes, Qt::Uninitialized);
    std::generate(made.begin(), made.end(), [&random] { return char(random.bounded(256)); });
    return made;
}
} // namespace

/// The line between a desk and its server is cut, half cut, slow: how long a call of the window's thread may take, and
/// what is there afterwards.
class ServerFaultsNetworkTest : public QObject
{
    Q_OBJECT
private:
    test::FaultDesks m_desks;
    std::unique_ptr<TcpProxy> m_line;

    Result<std::unique_ptr<Workspace>> openOverLine() const { return m_desks.open(m_line->port()); }

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_desks.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        m_line = std::make_unique<TcpProxy>(m_desks.server().port());
        QVERIFY(m_line->port() != 0);
    }
    void cleanup() { m_line.reset(); }

    void aPulledCableStopsNobodyForLong_data()
    {
        QTest::addColumn<bool>("isHalfOpen");
        QTest::newRow("cut") << false;
        QTest::newRow("half open") << true;
    }
    void aPulledCableStopsNobodyForLong()
    {
        QFETCH(bool, isHalfOpen);
        auto desk = openOverLine();
        LOCI_VERIFY_RESULT(desk);
        LOCI_VERIFY_RESULT((*desk)->commit(setStep(kKey, "1")));
        isHalfOpen ? m_line->swallowAnswers() : m_line->swallow();
        LongestCall measure;
        const auto refused = measure([&] { return (*desk)->commit(setStep(kKey, "2")); });
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("not kept")),
                 qPrintable(test::sentence(refused.error())));
        QVERIFY2(measure.milliseconds() < kBound, qPrintable(QString::number(measure.milliseconds())));
        // While the line is cut a window that reads twenty things waits for one of them at most.
        LongestCall afterwards;
        const bool hasFailed = afterwards([&] {
            bool isNothing = true;
            for (int read = 0; read < 20; ++read) {
                isNothing = isNothing && !(*desk)->document(kKey) && (*desk)->keys().isEmpty();
            }
            return isNothing;
        });
        QVERIFY(hasFailed);
        QVERIFY2(afterwards.milliseconds() < kBound, qPrintable(QString::number(afterwards.milliseconds())));
        qInfo("a commit into a cut line: %lld ms; forty reads while it is cut: %lld ms in all", measure.milliseconds(),
              afterwards.milliseconds());
        m_line->pass();
        QTRY_VERIFY_WITH_TIMEOUT((*desk)->document(kKey).has_value(), test::kPatience);
        QCOMPARE(*(*desk)->document(kKey), QByteArray("1"));
        // What could not be read was taken for absent, and must not be overwritten by what was made of that.
        const auto blind = (*desk)->commit(setStep(kKey, "3"));
        QVERIFY(!blind);
        QVERIFY2(blind.error().message.contains(kKey), qPrintable(test::sentence(blind.error())));
        QTRY_VERIFY_WITH_TIMEOUT((*desk)->commit(setStep(kKey, "3")).has_value(), test::kPatience);
        auto server = m_desks.connection();
        LOCI_VERIFY_RESULT(server);
        QCOMPARE(test::timesKept(**server)->value(kKey), 2);
    }

    void aLineCutWhileAStepIsKeptSaysSo_data()
    {
        QTest::addColumn<bool>("arrives");
        QTest::newRow("the order to keep is lost") << false;
        QTest::newRow("the answer is lost") << true;
    }
    void aLineCutWhileAStepIsKeptSaysSo()
    {
        QFETCH(bool, arrives);
        auto desk = openOverLine();
        auto other = m_desks.open();
        LOCI_VERIFY_RESULT(desk);
        LOCI_VERIFY_RESULT(other);
        LongestCall measure;
        QSignalSpy told(desk->get(), &Workspace::changed);
        m_line->swallowAt(kCommit, arrives);
        const auto undecided = measure([&] { return (*desk)->commit(setStep(kKey, "1")); });
        QVERIFY(!undecided);
        QVERIFY2(undecided.error().message.contains(QStringLiteral("look in the history")),
                 qPrintable(test::sentence(undecided.error())));
        QVERIFY(measure.milliseconds() < kBound);
        // The server still holds the lock for who lost the line; the others are told so, and soon go on.
        LongestCall waiting;
        int refusals = 0;
        QElapsedTimer since;
        since.start();
        for (;;) {
            const auto done = waiting([&] { return (*other)->commit(setStep(QStringLiteral("bookmark/b"), "x")); });
            if (done || since.hasExpired(test::kPatience)) {
                LOCI_VERIFY_RESULT(done);
                break;
            }
            ++refusals;
            QVERIFY2(done.error().message.contains(QStringLiteral("another desk")),
                     qPrintable(test::sentence(done.error())));
        }
        QVERIFY(waiting.milliseconds() < 2LL * storage::PostGisDatabase::kLockPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!(*desk)->keys().isEmpty(), test::kPatience);
        QCOMPARE((*desk)->document(kKey).has_value(), arrives);
        QCOMPARE(test::timesKept(**m_desks.connection())->value(kKey), arrives ? 1 : 0);
        if (arrives) { // the desk hears of its own step, as it could not know
            QTRY_VERIFY_WITH_TIMEOUT(
                std::any_of(told.begin(), told.end(),
                            [](const auto &one) { return one.front().toStringList().contains(kKey); }),
                test::kPatience);
        }
        qInfo("refused %d times before the server gave the lost desk up", refusals);
    }

    void anEndOfTheLineBetweenTwoStepsIsNotFelt()
    {
        auto desk = openOverLine();
        LOCI_VERIFY_RESULT(desk);
        LOCI_VERIFY_RESULT((*desk)->commit(setStep(kKey, "1")));
        for (int round = 0; round < test::longOr(500, 10); ++round) {
            m_line->reset();
            QCOMPARE((*desk)->document(kKey), std::optional(QByteArray::number(2 * round + 1)));
            LOCI_VERIFY_RESULT((*desk)->commit(setStep(kKey, QByteArray::number(2 * round + 2))));
            m_line->reset();
            LOCI_VERIFY_RESULT((*desk)->commit(setStep(kKey, QByteArray::number(2 * round + 3))));
        }
    }

    void aSlowLineIsNotACutOne()
    {
        m_line->slow(100, 20'000);
        const QByteArray big = noise(test::longOr(400'000, 30'000));
        LongestCall measure;
        auto desk = measure([&] { return openOverLine(); });
        LOCI_VERIFY_RESULT(desk);
        const auto done = measure([&] { return (*desk)->commit(setStep(kKey, big)); });
        LOCI_VERIFY_RESULT(done);
        QCOMPARE((*desk)->document(kKey), std::optional(big));
        qInfo("the longest call over 100 ms and 20 kB/s: %lld ms", measure.milliseconds());
    }

    void aServerAtWorkIsWaitedFor()
    {
        auto database = m_desks.connection(m_line->port());
        LOCI_VERIFY_RESULT(database);
        const int before = m_line->connections();
        LOCI_VERIFY_RESULT((*database)->run("SELECT pg_sleep(5)"));
        QVERIFY(m_line->connections() > before); // it was asked whether it is there
    }

    void aSilentServerIsNotWaitedForWhenOpening()
    {
        m_line->swallow();
        LongestCall measure;
        const auto desk = measure([&] { return openOverLine(); });
        QVERIFY(!desk);
        QVERIFY2(desk.error().message.contains(QStringLiteral("does not answer")),
                 qPrintable(test::sentence(desk.error())));
        QVERIFY2(measure.milliseconds() < 2 * 8000, qPrintable(QString::number(measure.milliseconds())));
    }

    void aDeskLearnsThatItIsAloneAndCatchesUp()
    {
        auto desk = openOverLine();
        auto other = m_desks.open();
        LOCI_VERIFY_RESULT(desk);
        LOCI_VERIFY_RESULT(other);
        QSignalSpy line(desk->get(), &Workspace::connectionChanged);
        QSignalSpy heard(desk->get(), &Workspace::changed);
        LOCI_VERIFY_RESULT((*other)->commit(setStep(kKey, "1")));
        QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, test::kPatience);
        m_line->swallow();
        QTRY_COMPARE_WITH_TIMEOUT(line.size(), 1, test::kPatience);
        QCOMPARE(line.front().front().toBool(), false);
        LOCI_VERIFY_RESULT((*other)->commit(setStep(kKey, "2")));
        m_line->pass();
        QTRY_COMPARE_WITH_TIMEOUT(line.size(), 2, test::kPatience);
        QCOMPARE(line.back().front().toBool(), true);
        QTRY_VERIFY_WITH_TIMEOUT(heard.size() >= 2, test::kPatience);
        QCOMPARE((*desk)->document(kKey), std::optional(QByteArray("2")));
    }
};

LOCI_TEST_CLASS(ServerFaultsNetworkTest)
#include "serverfaults_networktest.moc"
