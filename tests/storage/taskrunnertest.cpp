// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/taskrunner.h"

#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <stdexcept>

using namespace loci;
using namespace loci::workspace;

namespace {
/// Works until somebody cancels.
Result<int> untilCancelled(const CancelToken &token, const ProgressFunction &)
{
    while (!token.isCancelled()) {
        QThread::yieldCurrentThread();
    }
    return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
}
} // namespace

class TestTaskRunner : public QObject
{
    Q_OBJECT
private slots:
    void runsTheSameTaskFiftyTimes();
    void cancelsWithinATenthOfASecond();
    void cancelsBeforeTheStart();
    void forgetsADeadOwner();
    void waitsWhenItDiesItself();
    void reportsFailureAndException();
    void showsProgressNotTooOften();
    void keepsTheLastFinished();
};

void TestTaskRunner::runsTheSameTaskFiftyTimes()
{
    TaskRunner runner;
    int sum = 0;
    const QThread *main = QThread::currentThread();
    std::atomic<int> elsewhere = 0;
    for (int i = 1; i <= 50; ++i) {
        runner.run(
            this, QStringLiteral("Square"),
            [i, main, &elsewhere](const CancelToken &, const ProgressFunction &) -> Result<int> {
                elsewhere += QThread::currentThread() != main ? 1 : 0;
                return i * i;
            },
            [&sum, main](Result<int> result) {
                QCOMPARE(QThread::currentThread(), main);
                sum += result.value();
            });
    }
    QTRY_VERIFY(runner.isIdle());
    QCOMPARE(sum, 42925);
    QCOMPARE(elsewhere.load(), 50);
}

void TestTaskRunner::cancelsWithinATenthOfASecond()
{
    TaskRunner runner;
    for (int round = 0; round < 10; ++round) {
        bool done = false;
        const quint64 id = runner.run(this, QStringLiteral("Wait"), untilCancelled, [&done](Result<int> result) {
            QCOMPARE(result.error().code, ErrorCode::Cancelled);
            done = true;
        });
        QElapsedTimer timer;
        timer.start();
        runner.cancel(id);
        QTRY_VERIFY_WITH_TIMEOUT(done, 100);
        QCOMPARE(runner.tasks().back().state, TaskInfo::State::Cancelled);
    }
}

void TestTaskRunner::cancelsBeforeTheStart()
{
    TaskRunner runner;
    int started = 0;
    int done = 0;
    for (int i = 0; i < 40; ++i) { // more than threads: most of them wait
        runner.run(this, QStringLiteral("Wait"), untilCancelled, [&done](Result<int>) { ++done; });
    }
    const quint64 last = runner.run(
        this, QStringLiteral("Never"),
        [&started](const CancelToken &, const ProgressFunction &) -> Result<int> { return ++started; },
        [&done](Result<int> result) {
            QCOMPARE(result.error().code, ErrorCode::Cancelled);
            ++done;
        });
    runner.cancel(last);
    runner.cancelAll();
    QTRY_COMPARE(done, 41);
    QCOMPARE(started, 0);
}

void TestTaskRunner::forgetsADeadOwner()
{
    TaskRunner runner;
    bool called = false;
    for (int round = 0; round < 50; ++round) {
        auto owner = std::make_unique<QObject>();
        runner.run(owner.get(), QStringLiteral("Orphan"), untilCancelled, [&called](Result<int>) { called = true; });
        owner.reset();
        auto quick = std::make_unique<QObject>();
        runner.run(
            quick.get(), QStringLiteral("Quick"),
            [](const CancelToken &, const ProgressFunction &) -> Result<int> { return 1; },
            [&called](Result<int>) { called = true; });
        quick.reset();
    }
    QTRY_VERIFY(runner.isIdle());
    QVERIFY(!called);
}

void TestTaskRunner::waitsWhenItDiesItself()
{
    for (int round = 0; round < 20; ++round) {
        std::atomic<bool> started = false;
        std::atomic<bool> ended = false;
        int done = 0;
        QObject owner;
        {
            TaskRunner runner;
            runner.run(
                &owner, QStringLiteral("Wait"),
                [&started, &ended](const CancelToken &token, const ProgressFunction &progress) {
                    started = true;
                    auto result = untilCancelled(token, progress);
                    ended = true;
                    return result;
                },
                [&done](Result<int>) { ++done; });
            while (round % 2 == 0 && !started) { // in the other rounds it dies at once
                QThread::yieldCurrentThread();
            }
        }
        QCOMPARE(ended.load(), started.load());
        QTRY_COMPARE(done, 1); // the owner lives and hears of it
    }
}

void TestTaskRunner::reportsFailureAndException()
{
    TaskRunner runner;
    int done = 0;
    runner.run(
        this, QStringLiteral("Fail"),
        [](const CancelToken &, const ProgressFunction &) -> Result<> {
            return fail(ErrorCode::NotReadable, QStringLiteral("x.json cannot be read."));
        },
        [&done](Result<> result) { done += result ? 0 : 1; });
    QTRY_VERIFY(runner.isIdle());
    QCOMPARE(runner.tasks().back().state, TaskInfo::State::Failed);
    QCOMPARE(runner.tasks().back().message, QStringLiteral("x.json cannot be read."));
    QTest::ignoreMessage(QtWarningMsg, "A task threw: boom");
    runner.run(
        this, QStringLiteral("Throw"),
        [](const CancelToken &, const ProgressFunction &) -> Result<int> { throw std::runtime_error("boom"); },
        [&done](Result<int> result) { done += result.error().code == ErrorCode::Internal ? 1 : 0; });
    QTRY_COMPARE(done, 2);
}

void TestTaskRunner::showsProgressNotTooOften()
{
    TaskRunner runner;
    QSignalSpy changed(&runner, &TaskRunner::tasksChanged);
    QElapsedTimer timer;
    timer.start();
    std::atomic<bool> enough = false;
    bool done = false;
    runner.run(
        this, QStringLiteral("Count"),
        [&enough](const CancelToken &, const ProgressFunction &progress) -> Result<int> {
            for (int i = 0; !enough; ++i) {
                progress(0.5 + i % 100 / 1000.0);
                QThread::yieldCurrentThread();
            }
            return 1;
        },
        [&done](Result<int>) { done = true; });
    QTRY_VERIFY(changed.count() >= 3);
    QVERIFY(runner.tasks().back().progress >= 0.5);
    QVERIFY2(changed.count() <= timer.elapsed() / 100 + 1, qPrintable(QString::number(changed.count())));
    enough = true;
    QTRY_VERIFY(done);
    QCOMPARE(runner.tasks().back().progress, 1.0);
}

void TestTaskRunner::keepsTheLastFinished()
{
    TaskRunner runner;
    for (int i = 0; i < 100; ++i) {
        runner.run(
            this, QString::number(i), [](const CancelToken &, const ProgressFunction &) -> Result<> { return {}; },
            [](Result<>) {});
    }
    QTRY_VERIFY(runner.isIdle());
    QVERIFY(runner.tasks().size() <= 20);
}

LOCI_TEST_CLASS(TestTaskRunner)
#include "taskrunnertest.moc"
