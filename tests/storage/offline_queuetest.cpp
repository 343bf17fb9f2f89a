// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/indicatorstore.h"
#include "tests/storage/offline_desks.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QSignalSpy>

using namespace loci;
using namespace loci::test;
using workspace::Workspace;

namespace {
const QString kNorth = QStringLiteral("bookmark/north");
const QString kSouth = QStringLiteral("bookmark/south");
} // namespace

/// Steps that were made without the server: kept, taken back, sent, and each of them once.
class OfflineQueueTest : public QObject
{
    Q_OBJECT
private:
    OfflineDesks m_desks;

    /// A desk at the end of the cable with one bookmark on the server, and the cable cut.
    void cutWithOneBookmark()
    {
        LOCI_VERIFY_RESULT(m_desks.openAway());
        LOCI_TRY_READY(m_desks);
        LOCI_VERIFY_RESULT(m_desks.away().commit(put(QStringLiteral("North"), kNorth, "{\"name\":\"north\"}")));
        m_desks.cable().cut();
    }
    void commitSteps(int first, int last)
    {
        for (int i = first; i <= last; ++i) {
            LOCI_VERIFY_RESULT(m_desks.away().commit(
                put(QStringLiteral("Step %1").arg(i), QStringLiteral("test/%1").arg(i % 7), QByteArray::number(i))));
        }
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
    void cleanup() { m_desks.end(); }

    void goesOnWithoutTheServerAndComesBack()
    {
        cutWithOneBookmark();
        Workspace &away = m_desks.away();
        QSignalSpy back(&away, &Workspace::cameBack);
        QSignalSpy connection(&away, &Workspace::connectionChanged);
        LOCI_VERIFY_RESULT(away.commit(put(QStringLiteral("South"), kSouth, "{\"name\":\"south\"}")));
        QVERIFY(away.offline().isAway);
        QCOMPARE(away.offline().steps, 1);
        QVERIFY(away.offline().since.isValid());
        QVERIFY(away.isShared());
        QCOMPARE(away.json(kNorth).value(QStringLiteral("name")).toString(), QStringLiteral("north"));
        QCOMPARE(away.json(kSouth).value(QStringLiteral("name")).toString(), QStringLiteral("south"));
        QVERIFY(!m_desks.near().document(kSouth));
        const auto values = away.keepIndicatorValues({});
        QVERIFY(!values);
        QVERIFY(!values.error().message.isEmpty());
        QVERIFY(!away.saveAs(QStringLiteral("copy.loci")));

        m_desks.cable().mend();
        LOCI_TRY_READY(m_desks);
        QCOMPARE(back.count(), 1);
        QCOMPARE(back.first().first().value<workspace::ReturnReport>().sent, 1);
        QVERIFY(!connection.isEmpty());
        QCOMPARE(connection.last().first().toBool(), true);
        QCOMPARE(away.offline().steps, 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_desks.near().document(kSouth).has_value(), kDeskPatience);
        const auto history = m_desks.near().history();
        QCOMPARE(history.back().title, QStringLiteral("South"));
        QCOMPARE(history.back().author, QStringLiteral("anna"));
        LOCI_VERIFY_RESULT(away.commit(put(QStringLiteral("On"), kNorth, "{}"))); // on the server again
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.near().document(kNorth).value_or(""), QByteArray("{}"), kDeskPatience);
    }

    void noticesWithoutBeingAsked()
    {
        cutWithOneBookmark();
        LOCI_TRY_AWAY(m_desks);
        QCOMPARE(m_desks.away().offline().steps, 0);
        m_desks.cable().mend();
        LOCI_TRY_READY(m_desks);
    }

    void undoTakesBackWhatWasMadeOffline()
    {
        cutWithOneBookmark();
        LOCI_TRY_AWAY(m_desks);
        Workspace &away = m_desks.away();
        QVERIFY(!away.canUndo()); // the bookmark is on the server
        QVERIFY(!away.undo());
        LOCI_VERIFY_RESULT(away.commit(put(QStringLiteral("South"), kSouth, "1")));
        LOCI_VERIFY_RESULT(away.commit(put(QStringLiteral("South 2"), kSouth, "2")));
        LOCI_VERIFY_RESULT(away.undo());
        QCOMPARE(away.document(kSouth).value_or(""), QByteArray("1"));
        QCOMPARE(away.offline().steps, 1);
        LOCI_VERIFY_RESULT(away.redo());
        QCOMPARE(away.offline().steps, 2);
        LOCI_VERIFY_RESULT(away.undo());
        LOCI_VERIFY_RESULT(away.undo());
        QVERIFY(!away.canUndo());
        LOCI_VERIFY_RESULT(away.commit(put(QStringLiteral("South 3"), kSouth, "3")));
        m_desks.cable().mend();
        LOCI_TRY_READY(m_desks);
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.near().document(kSouth).value_or(""), QByteArray("3"), kDeskPatience);
        QCOMPARE(m_desks.titles().value(QStringLiteral("South")), 0);
        QCOMPARE(m_desks.titles().value(QStringLiteral("South 3")), 1);
        LOCI_VERIFY_RESULT(away.undo()); // now it is the server's history
        QVERIFY(!away.document(kSouth));
    }

    void theProgramIsRestartedOffline()
    {
        cutWithOneBookmark();
        commitSteps(1, 5);
        const QDateTime since = m_desks.away().offline().since;
        m_desks.closeAway();
        LOCI_VERIFY_RESULT(m_desks.openAway());
        QVERIFY(m_desks.isAway());
        QCOMPARE(m_desks.away().offline().steps, 5);
        QCOMPARE(m_desks.away().offline().since, since);
        QVERIFY(m_desks.away().document(kNorth).has_value());
        QVERIFY(m_desks.away().canUndo());
        commitSteps(6, 8);
        m_desks.closeAway();
        m_desks.cable().mend();
        LOCI_VERIFY_RESULT(m_desks.openAway()); // the server is there, and the steps wait
        LOCI_TRY_READY(m_desks);
        for (int i = 1; i <= 8; ++i) {
            QCOMPARE(m_desks.titles().value(QStringLiteral("Step %1").arg(i)), 1);
        }
        QCOMPARE(m_desks.near().document(QStringLiteral("test/1")).value_or(""), QByteArray("8"));
    }

    void withoutACacheTheServerIsMissed()
    {
        m_desks.cable().cut();
        const auto opened = m_desks.openAway();
        QVERIFY(!opened);
        QVERIFY2(opened.error().message.contains(QStringLiteral("does not answer")),
                 qPrintable(opened.error().message));
    }

    void twoHundredStepsArriveInOrderOnceEach()
    {
        cutWithOneBookmark();
        commitSteps(1, 200);
        QCOMPARE(m_desks.away().offline().steps, 200);
        const int before = m_desks.arrivedSteps();
        m_desks.cable().mend();
        LOCI_TRY_READY(m_desks);
        QCOMPARE(m_desks.arrivedSteps(), before + 200);
        QStringList steps;
        for (const workspace::HistoryEntry &entry : m_desks.near().history(0)) {
            steps << entry.title;
        }
        for (int i = 1; i <= 200; ++i) {
            QCOMPARE(steps.at(steps.size() - 201 + i), QStringLiteral("Step %1").arg(i));
        }
    }

    void theServerIsKilledUnderACommit()
    {
        LOCI_VERIFY_RESULT(m_desks.openAway());
        LOCI_TRY_READY(m_desks);
        for (int round = 0; round < 3; ++round) {
            LOCI_VERIFY_RESULT(
                m_desks.away().commit(put(QStringLiteral("Online %1").arg(round), kNorth, QByteArray::number(round))));
            m_desks.server().process().kill();
            LOCI_VERIFY_RESULT(
                m_desks.away().commit(put(QStringLiteral("Offline %1").arg(round), kSouth, QByteArray::number(round))));
            QVERIFY(m_desks.isAway());
            QCOMPARE(m_desks.away().document(kNorth).value_or(""), QByteArray::number(round));
            QTRY_VERIFY_WITH_TIMEOUT(m_desks.server().start().isEmpty(), kDeskPatience); // its old children end first
            LOCI_TRY_READY(m_desks);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.titles().size(), qsizetype(6), kDeskPatience);
        for (const int count : m_desks.titles()) {
            QCOMPARE(count, 1);
        }
    }

    void theCableIsCutWhileTheStepsAreSent()
    {
        cutWithOneBookmark();
        commitSteps(1, 40);
        int cuts = 0;
        const auto cut = [&] {
            const auto state = m_desks.away().offline();
            if (state.isReturning && cuts < 3 && state.steps < 40 - 10 * cuts) {
                ++cuts;
                m_desks.cable().cut();
            }
        };
        connect(&m_desks.away(), &Workspace::offlineChanged, this, cut);
        for (int round = 0; round < 3; ++round) {
            m_desks.cable().mend();
            QTRY_VERIFY_WITH_TIMEOUT(cuts > round && !m_desks.away().offline().isReturning, kDeskPatience);
            QVERIFY(m_desks.isAway());
        }
        m_desks.cable().mend();
        LOCI_TRY_READY(m_desks);
        for (int i = 1; i <= 40; ++i) {
            QCOMPARE(m_desks.titles().value(QStringLiteral("Step %1").arg(i)), 1);
        }
    }

    void theProgramIsKilledWhileTheStepsAreSent()
    {
        cutWithOneBookmark();
        commitSteps(1, 60);
        m_desks.closeAway();
        m_desks.cable().mend();
        bool isDone = false;
        for (int round = 1; round <= 12 && !isDone; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QStringLiteral(LOCI_OFFLINE_CHILD),
                        {m_desks.awayAddress(), PostgisServer::password(), QCoreApplication::applicationName(),
                         QCoreApplication::organizationName()});
            QVERIFY(child.waitForStarted());
            QByteArray heard;
            while (!isDone && heard.count("left") < round && child.waitForReadyRead(kDeskPatience)) {
                heard += child.readAll();
                isDone = heard.contains("back");
            }
            child.kill();
            QVERIFY(child.waitForFinished());
            QVERIFY2(!heard.isEmpty(), "the child said nothing");
        }
        LOCI_VERIFY_RESULT(m_desks.openAway());
        LOCI_TRY_READY(m_desks);
        for (int i = 1; i <= 60; ++i) {
            QCOMPARE(m_desks.titles().value(QStringLiteral("Step %1").arg(i)), 1);
        }
    }
};

LOCI_TEST_CLASS(OfflineQueueTest)
#include "offline_queuetest.moc"
