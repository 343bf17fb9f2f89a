// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/calmflight.h"
#include "tests/support/testmain.h"
#include "tests/ui/briefing_fixture.h"
#include "widgets/briefing/showstate.h"
#include "widgets/briefing/walllayout.h"
#include "widgets/common/tokens.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// The program as a person starts it, killed in the middle; and what a wall promises to the eye.
class TestBriefingProgram : public QObject
{
    Q_OBJECT
private slots:
    void aKilledShowGoesOnAtTheSameScene()
    {
        const BriefingCity city;
        QVERIFY2(city.error().isEmpty(), qPrintable(city.error()));
        const QString data = city.folder() + QStringLiteral("/data");
        const QString stateFile = data + QStringLiteral("/Loci/Loci/briefing-show.json");
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), data);
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), city.folder() + QStringLiteral("/config"));
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        program.start(
            QStringLiteral(LOCI_BINARY_DIR "/bin/loci"),
            {QStringLiteral("--briefing"), QStringLiteral("river"), QStringLiteral("--kiosk"), city.workspacePath()});
        const auto state = [&stateFile] { return ShowState::read(stateFile); };
        QTRY_VERIFY_WITH_TIMEOUT(state().has_value(), kPatience);
        const QString first = state()->scene;
        QTRY_VERIFY_WITH_TIMEOUT(state() && state()->scene != first, kPatience); // the loop went on
        const ShowState before = *state();
        QVERIFY(before.isRunning());
        QVERIFY(before.process > 1 && before.process != program.processId()); // somebody watches over it
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(::kill(static_cast<pid_t>(before.process), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(state() && state()->process != before.process, kPatience);
        qInfo("shown again after %lld ms", static_cast<long long>(clock.elapsed()));
        QCOMPARE(state()->scene, before.scene);
        QCOMPARE(state()->briefing, before.briefing);
        QVERIFY(state()->kiosk);
        program.terminate();
        QVERIFY(program.waitForFinished(kPatience));
    }

    void theStateFileIsWholeOrAbsent()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a/b/state.json"));
        QVERIFY(!ShowState::read(path));
        const ShowState state{
            QStringLiteral("w"), QStringLiteral("b"), QStringLiteral("s"), true, QStringLiteral("HDMI"), 1, {}};
        LOCI_VERIFY_RESULT(state.write(path));
        QCOMPARE(ShowState::read(path)->scene, QStringLiteral("s"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\"briefing\": \"b");
        file.close();
        QVERIFY(!ShowState::read(path));
    }

    void coloursOfAWallHaveContrastSeven()
    {
        for (const briefing::Show show : {briefing::Show::Dark, briefing::Show::Light}) {
            const WallColours c = wallColours(show);
            for (const QColor &colour : {c.text, c.quiet, c.accent, c.heritage, c.good, c.watch, c.bad, c.unknown}) {
                QVERIFY2(contrastRatio(colour, c.panel) >= kWallContrast, qPrintable(colour.name()));
                QVERIFY2(contrastRatio(colour, c.footer) >= kWallContrast, qPrintable(colour.name()));
            }
        }
    }

    void flightsTurnCalmly()
    {
        const scene::Camera north{{0, -300, 120}, {0, 0, 0}};
        for (const scene::Camera &to :
             {scene::Camera{{0, 300, 120}, {0, 0, 0}}, scene::Camera{{5000, 100, 40}, {5200, 400, 0}},
              scene::Camera{{1, 1, 900}, {0, 0, 0}}, north}) {
            const scene::CalmFlight flight(north, to);
            QVERIFY2(flight.fastestTurn() <= scene::kCalmTurn * 1.001,
                     qPrintable(QString::number(flight.fastestTurn())));
            QVERIFY(flight.seconds() >= 0.8);
            QCOMPARE(flight.at(1), to);
        }
        const std::vector<scene::Camera> stops{north, {{300, 0, 100}, {0, 0, 0}}, {{0, 300, 100}, {0, 0, 0}}};
        const scene::CalmFlight way{std::span<const scene::Camera>(stops)};
        QVERIFY(way.fastestTurn() <= scene::kCalmTurn * 1.001);
        QCOMPARE(way.at(1), stops.back());
    }
};

LOCI_TEST_CLASS(TestBriefingProgram)
#include "briefing_window.moc"
