// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packhost.h"
#include "tests/plugin/packfixture.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace loci;
using namespace loci::packs;

namespace {

struct Run
{
    bool crashed = false;
    QJsonObject states;
    QString stateOf(const QString &pack) const { return states.value(QStringLiteral("org.test.") + pack).toString(); }
};

/// One start of a program with packs, in a process of its own.
Run start(const PackFixture &packs, bool use, int patience = 60'000)
{
    QProcess process;
    QStringList arguments{packs.root(), packs.memory()};
    if (use) {
        arguments << QStringLiteral("use");
    }
    process.start(QStringLiteral(LOCI_PACK_CHILD), arguments);
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::CrashExit,
            QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
}

} // namespace

/// R20: whatever a pack does, Loci starts, names it, and runs the others.
class PackFaultTest : public QObject
{
    Q_OBJECT

private slots:
    void startsWhateverAPackDoes_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char *moment : {"load", "init", "unload"}) {
            for (const char *fault : {"throw", "abort", "segfault", "hang", "memory"}) {
                const QByteArray wish = QByteArray(fault) + " at " + moment;
                QTest::newRow(wish.constData()) << wish;
            }
        }
        QTest::newRow("refuse") << QByteArray("refuse");
    }

    void startsWhateverAPackDoes()
    {
        QFETCH(QByteArray, fault);
        const PackFixture packs;
        QVERIFY(packs.addFaulty(QStringLiteral("bad"), fault, LOCI_FAULTY_PACK));
        QVERIFY(packs.addFaulty(QStringLiteral("good"), "nothing", LOCI_FAULTY_PACK));
        const Run first = start(packs, false);
        QVERIFY(!first.crashed);
        QCOMPARE(first.stateOf(QStringLiteral("good")), QStringLiteral("running: "));
        QVERIFY2(first.stateOf(QStringLiteral("bad")).startsWith(QLatin1String("failed: ")),
                 qPrintable(first.stateOf(QStringLiteral("bad"))));
        QVERIFY(first.stateOf(QStringLiteral("bad")).size() > 10); // with a reason
        const Run second = start(packs, false, 30'000);            // known now: not even tried again
        QCOMPARE(second.states, first.states);
    }

    void namesWhoWasAtWorkWhenItEnded_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<bool>("survives");
        QTest::newRow("throw") << QByteArray("throw at use") << true;
        QTest::newRow("abort") << QByteArray("abort at use") << false;
        QTest::newRow("segfault") << QByteArray("segfault at use") << false;
        QTest::newRow("hang") << QByteArray("hang at use") << false;
        QTest::newRow("memory") << QByteArray("memory at use") << true;
    }

    void namesWhoWasAtWorkWhenItEnded()
    {
        QFETCH(QByteArray, fault);
        QFETCH(bool, survives);
        const PackFixture packs;
        QVERIFY(packs.addFaulty(QStringLiteral("bad"), fault, LOCI_FAULTY_PACK));
        QVERIFY(packs.addFaulty(QStringLiteral("good"), "nothing", LOCI_FAULTY_PACK));
        // Patience ends a hanging program, as a person would.
        const Run used = start(packs, true, fault.startsWith("hang") ? 12'000 : 60'000);
        QCOMPARE(!used.crashed, survives);
        const Run next = start(packs, false);
        QVERIFY(!next.crashed);
        QCOMPARE(next.stateOf(QStringLiteral("good")), QStringLiteral("running: "));
        QVERIFY(next.stateOf(QStringLiteral("bad"))
                    .startsWith(survives ? QLatin1String("running: ") : QLatin1String("disabled: Loci ended")));
    }

    void refusesWhatCannotWork()
    {
        const PackFixture packs;
        const QByteArray code = R"(,"library":"faulty")";
        QVERIFY(packs.add(QStringLiteral("missing"), code));
        QVERIFY(packs.add(QStringLiteral("foreign"), code));
        QVERIFY(QFile::copy(QStringLiteral(LOCI_FOREIGN_PACK), packs.of(QStringLiteral("foreign/libfaulty.so"))));
        QVERIFY(packs.add(QStringLiteral("nolibrary"), code));
        QVERIFY(packs.write(QStringLiteral("nolibrary"), QStringLiteral("libfaulty.so"), "no ELF at all"));
        QVERIFY(packs.add(QStringLiteral("lonely"), R"(,"requires":["org.test.nobody"])"));
        QVERIFY(packs.add(QStringLiteral("young"), R"(,"requires":["org.test.plain >= 1.9"])"));
        QVERIFY(packs.add(QStringLiteral("round"), R"(,"requires":["org.test.about"])"));
        QVERIFY(packs.add(QStringLiteral("about"), R"(,"requires":["org.test.round"])"));
        QVERIFY(packs.add(QStringLiteral("plain"), R"(,"requires":["org.test.zeta >= 1.2"])"));
        QVERIFY(packs.add(QStringLiteral("zeta")));
        QVERIFY(packs.write(QStringLiteral("twin1"), QStringLiteral("pack.json"),
                            PackFixture::manifest(QStringLiteral("org.test.twin"))));
        QVERIFY(packs.write(QStringLiteral("twin2"), QStringLiteral("pack.json"),
                            PackFixture::manifest(QStringLiteral("org.test.twin"))));
        QVERIFY(packs.write(
            QStringLiteral("future"), QStringLiteral("pack.json"),
            PackFixture::manifest(QStringLiteral("org.test.future")).replace(R"("api":"1.0")", R"("api":"2.0")")));
        const Run run = start(packs, false);
        QVERIFY(!run.crashed);
        for (const char *name :
             {"missing", "foreign", "nolibrary", "lonely", "young", "round", "about", "twin", "future"}) {
            const QString state = run.stateOf(QLatin1String(name));
            QVERIFY2(state.startsWith(QLatin1String("failed: ")) && state.size() > 20, name);
        }
        QCOMPARE(run.stateOf(QStringLiteral("plain")), QStringLiteral("running: "));
        QCOMPARE(run.stateOf(QStringLiteral("zeta")), QStringLiteral("running: "));
    }

    /// F2, as a figure in the log: what fifty idle packs cost a start.
    void fiftyPacksRun()
    {
        const PackFixture packs;
        for (int i = 0; i < 50; ++i) {
            const QString name = QStringLiteral("p%1").arg(i);
            QVERIFY(packs.add(name, R"(,"contributes":{"boards":["b.json"]})"));
            QVERIFY(
                packs.write(name, QStringLiteral("b.json"), R"({"boards":{")" + name.toUtf8() + R"(":{"name":"B"}}})"));
        }
        PackHost::Options options;
        options.roots.push_back({packs.root(), true});
        options.memoryFolder = packs.memory();
        PackHost host(options, {});
        QElapsedTimer timer;
        timer.start();
        host.start();
        QVERIFY(host.isSettled());
        qInfo("50 packs in %.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
        for (const auto &pack : host.packs()) {
            QVERIFY(pack->isRunning());
        }
    }

    void withdrawsAtOnceAndComesBack()
    {
        const PackFixture packs;
        QVERIFY(packs.addFaulty(QStringLiteral("good"), "nothing", LOCI_FAULTY_PACK));
        QVERIFY(packs.add(QStringLiteral("needs"), R"(,"requires":["org.test.good"])"));
        PackHost::Options options;
        options.roots.push_back({packs.root(), true});
        options.memoryFolder = packs.memory();
        options.program = QStringLiteral(LOCI_PACK_CHILD);
        PackHost host(options, {});
        host.start();
        QTRY_VERIFY_WITH_TIMEOUT(host.isSettled(), 60'000);
        const QString id = QStringLiteral("org.test.good");
        QVERIFY(host.pack(id)->isRunning());
        QCOMPARE(host.pack(id)->everything().count(Kind::Indicators), 1);
        host.disable(id);
        QCOMPARE(host.pack(id)->state, State::Disabled);
        QCOMPARE(host.pack(id)->everything().count(Kind::Indicators), 0);
        host.enable(id);
        QTRY_VERIFY_WITH_TIMEOUT(host.isSettled(), 60'000);
        QVERIFY(host.pack(id)->isRunning());
        QCOMPARE(host.pack(id)->everything().count(Kind::Indicators), 1);
    }
};

LOCI_TEST_CLASS(PackFaultTest)
#include "faulttest.moc"
