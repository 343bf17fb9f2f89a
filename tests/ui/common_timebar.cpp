// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "widgets/common/timebar.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace loci::widgets;

class TestTimeBar : public QObject
{
    Q_OBJECT
private slots:
    void ticksAreRoundAtEveryZoom_data();
    void ticksAreRoundAtEveryZoom();
    void zoomKeepsTheMomentUnderTheMouse();
    void zoomHasLimits();
    void draggingSaysTheTimeInUtc();
    void playingMovesTimeAndPausesAtNow();
    void countsEventsInView();
    void keysMoveTheCursor();
};

namespace {
QDateTime at(int year, int month, int day, int hour = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, 0), Qt::UTC);
}
} // namespace

void TestTimeBar::ticksAreRoundAtEveryZoom_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("a day") << at(2026, 5, 15) << at(2026, 5, 16) << "Fri 15"
                           << "03:00";
    QTest::newRow("a week") << at(2026, 11, 16) << at(2026, 11, 23) << "16 Nov"
                            << "17 Nov";
    QTest::newRow("a year") << at(2026, 1, 1) << at(2027, 1, 1) << "2026"
                            << "Apr";
    QTest::newRow("a millennium") << at(1000, 1, 1) << at(2000, 1, 1) << "1000"
                                  << "1100";
    QTest::newRow("before our era") << QDateTime(QDate(-500, 1, 1), QTime(0, 0), Qt::UTC) << at(500, 1, 1) << "500 BC"
                                    << "400 BC";
}

void TestTimeBar::ticksAreRoundAtEveryZoom()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    QFETCH(QString, first);
    QFETCH(QString, second);
    const TimeScale scale(from, to, 0, 800);
    const auto ticks = scale.ticks(72, QLocale(QLocale::English));
    QVERIFY(ticks.size() >= 2);
    QCOMPARE(ticks[0].label, first);
    QCOMPARE(ticks[1].label, second);
    QVERIFY(scale.toX(ticks[1].time) - scale.toX(ticks[0].time) >= 66); // months differ in length
    QVERIFY(ticks.size() < 15);
}

void TestTimeBar::zoomKeepsTheMomentUnderTheMouse()
{
    const TimeScale scale(at(2026, 1, 1), at(2026, 2, 1), 10, 500);
    const QDateTime moment = scale.toTime(210);
    const TimeScale closer = scale.zoomed(0.25, 210);
    QVERIFY(std::abs(closer.toX(moment) - 210) < 0.01);
    QVERIFY(std::abs(closer.secondsPerPixel() * 4 - scale.secondsPerPixel()) < 0.1);
}

void TestTimeBar::zoomHasLimits()
{
    TimeScale scale(at(2026, 1, 1), at(2026, 1, 2), 0, 500);
    for (int i = 0; i < 100; ++i) {
        scale = scale.zoomed(0.5, 250);
    }
    QVERIFY(scale.from().secsTo(scale.to()) >= 119);
    for (int i = 0; i < 100; ++i) {
        scale = scale.zoomed(2, 250);
    }
    QVERIFY(scale.from().daysTo(scale.to()) < 4000000);
    QVERIFY(!scale.ticks(72, QLocale()).empty());
}

void TestTimeBar::draggingSaysTheTimeInUtc()
{
    TimeBar bar;
    bar.resize(1200, TimeBar::kHeight);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    bar.axis().setRange(at(2026, 5, 15), at(2026, 5, 16));
    QSignalSpy changed(&bar, &TimeBar::timeChanged);
    const int x = qRound(bar.axis().scale().toX(at(2026, 5, 15, 12)));
    QTest::mouseClick(&bar.axis(), Qt::LeftButton, {}, QPoint(x, 30));
    QCOMPARE(changed.size(), 1);
    const QDateTime time = changed.at(0).at(0).toDateTime();
    QCOMPARE(time.timeSpec(), Qt::UTC);
    QVERIFY(std::abs(time.secsTo(at(2026, 5, 15, 12))) < 120);
    QVERIFY(!bar.isAtNow());
}

void TestTimeBar::playingMovesTimeAndPausesAtNow()
{
    TimeBar bar;
    bar.resize(1200, TimeBar::kHeight);
    bar.setNow(at(2026, 5, 15, 10));
    bar.axis().setRange(at(2026, 5, 15), at(2026, 5, 16));
    QVERIFY(bar.isAtNow());
    QSignalSpy changed(&bar, &TimeBar::timeChanged);
    bar.setSpeed(3600);
    bar.setPlaying(true);
    QTRY_VERIFY(changed.size() >= 3);
    QVERIFY(bar.time() > at(2026, 5, 15, 10));
    bar.setPlaying(false);
    bar.setTime(at(2026, 5, 15, 3));
    QCOMPARE(bar.time(), at(2026, 5, 15, 3));
}

void TestTimeBar::countsEventsInView()
{
    TimeAxis axis;
    axis.resize(600, 56);
    axis.setRange(at(2026, 5, 15), at(2026, 5, 16));
    axis.setEvents(
        {{at(2026, 5, 15, 3), Status::Good}, {at(2026, 5, 14), Status::Bad}, {at(2026, 5, 15, 1), Status::Watch}});
    QCOMPARE(axis.eventsInView(), 2);
    axis.setRange(at(2026, 5, 13), at(2026, 5, 16));
    QCOMPARE(axis.eventsInView(), 3);
}

void TestTimeBar::keysMoveTheCursor()
{
    TimeAxis axis;
    axis.resize(620, 56);
    axis.setRange(at(2026, 5, 15), at(2026, 5, 16));
    axis.setTime(at(2026, 5, 15, 12));
    QSignalSpy dragged(&axis, &TimeAxis::timeDragged);
    QTest::keyClick(&axis, Qt::Key_Right);
    QCOMPARE(dragged.size(), 1);
    QVERIFY(axis.time() > at(2026, 5, 15, 12));
    const double before = axis.scale().secondsPerPixel();
    QTest::keyClick(&axis, Qt::Key_Plus);
    QVERIFY(axis.scale().secondsPerPixel() < before);
}

LOCI_TEST_CLASS(TestTimeBar)
#include "common_timebar.moc"
