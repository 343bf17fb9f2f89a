// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/workspace/taskrunner.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#include "widgets/scene/sceneview.h"
#endif

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// Large pictures and films of the 3D view: a task beside the view, which stays alive.
class TestRecorder final : public QObject
{
    Q_OBJECT

    static constexpr int kPatience = 120000;
    Selection m_selection;
    std::unique_ptr<SceneView> m_view;
    workspace::TaskRunner m_tasks;

    /// Share of the pixels that a person would call different: the grain of the ambient shade is none.
    static double different(const QImage &a, const QImage &b)
    {
        if (a.size() != b.size()) {
            return 1;
        }
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24 ? 1 : 0;
            }
        }
        return double(count) / (a.width() * a.height());
    }
    static QStringList filesIn(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    }

private slots:
    void init()
    {
        m_view = std::make_unique<SceneView>(m_selection);
        m_view->resize(480, 320);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        SceneModel model;
        model.id = QStringLiteral("m");
        model.model = gridCity({.buildings = 25});
        m_view->setModels({model});
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isIdle(), kPatience);
    }
    void cleanup()
    {
        m_view.reset();
        QTRY_VERIFY_WITH_TIMEOUT(m_tasks.isIdle(), kPatience);
    }

    void savesALargePictureWhileThePersonGoesOn()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("view.png"));
        const QString beside = folder.filePath(QStringLiteral("beside.png"));
        const QSignalSpy recorded(m_view.get(), &SceneView::recorded);
        LOCI_VERIFY_RESULT(m_view->savePicture(beside, 1500));
        LOCI_VERIFY_RESULT(m_view->record(m_tasks, {.path = path, .width = 1500}));
        QVERIFY(!m_tasks.isIdle());
        QVERIFY(!m_view->record(m_tasks, {.path = path, .width = 1500})); // one at a time
        // Meanwhile the view is turned: the picture is that of the moment when it was asked for.
        const CameraPose pose = m_view->camera();
        m_view->setCamera({{pose.focus.x + 90, pose.focus.y, 60}, pose.focus}, false);
        QTRY_COMPARE_WITH_TIMEOUT(recorded.count(), 1, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->isIdle(), kPatience);
        const QImage picture(path);
        QCOMPARE(picture.width(), 1500);
        // Edges are smoothed as far as a busy computer has time; another direction differs in more than ten times as
        // much.
        QVERIFY2(different(picture, QImage(beside)) < 0.02,
                 qPrintable(QString::number(different(picture, QImage(beside)))));
        // And the view still draws itself.
        const double turned = different(m_view->picture(), picture.scaled(m_view->picture().size()));
        QVERIFY2(turned > 0.04, qPrintable(QString::number(turned)));
    }

    void savesAnOrbitAsNumberedPictures()
    {
        const QTemporaryDir folder;
        const QSignalSpy recorded(m_view.get(), &SceneView::recorded);
        SceneView::Recording orbit;
        orbit.kind = SceneView::Recording::Kind::Orbit;
        orbit.path = folder.filePath(QStringLiteral("round.png"));
        orbit.width = 240;
        orbit.frames = 4;
        LOCI_VERIFY_RESULT(m_view->record(m_tasks, orbit));
        QTRY_COMPARE_WITH_TIMEOUT(recorded.count(), 1, kPatience);
        QCOMPARE(filesIn(folder),
                 (QStringList{"round-0001.png", "round-0002.png", "round-0003.png", "round-0004.png"}));
        QCOMPARE(recorded.first().first().toStringList().size(), 4);
        const QImage first(folder.filePath(QStringLiteral("round-0001.png")));
        const QImage third(folder.filePath(QStringLiteral("round-0003.png")));
        QCOMPARE(first.width(), 240);
        QVERIFY(different(first, third) > 0.01); // from the other side
    }

    void fliesThroughTheStops()
    {
        const QTemporaryDir folder;
        const QSignalSpy recorded(m_view.get(), &SceneView::recorded);
        const CameraPose pose = m_view->camera();
        SceneView::Recording flight;
        flight.kind = SceneView::Recording::Kind::Flight;
        flight.path = folder.filePath(QStringLiteral("way.png"));
        flight.width = 160;
        flight.frames = 3;
        flight.stops = {pose, {{pose.focus.x, pose.focus.y - 40, 40}, pose.focus}};
        LOCI_VERIFY_RESULT(m_view->record(m_tasks, flight));
        QTRY_COMPARE_WITH_TIMEOUT(recorded.count(), 1, kPatience);
        QCOMPARE(filesIn(folder).size(), 3);
        flight.stops.clear();
        QVERIFY(!m_view->record(m_tasks, flight));
    }

    void aCancelledFilmLeavesNothing()
    {
        const QTemporaryDir folder;
        const QSignalSpy recorded(m_view.get(), &SceneView::recorded),
            failed(m_view.get(), &SceneView::recordingFailed);
        SceneView::Recording orbit;
        orbit.kind = SceneView::Recording::Kind::Orbit;
        orbit.path = folder.filePath(QStringLiteral("round.png"));
        orbit.width = 160;
        orbit.frames = 500;
        LOCI_VERIFY_RESULT(m_view->record(m_tasks, orbit));
        QTRY_VERIFY_WITH_TIMEOUT(filesIn(folder).size() >= 2, kPatience);
        QVERIFY(m_tasks.tasks().front().progress > 0 || m_tasks.tasks().back().progress > 0);
        m_tasks.cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_tasks.isIdle(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(filesIn(folder), QStringList(), kPatience);
        QVERIFY(recorded.isEmpty() && failed.isEmpty());
        orbit.frames = 2;
        LOCI_VERIFY_RESULT(m_view->record(m_tasks, orbit)); // and the next one may come
        QTRY_COMPARE_WITH_TIMEOUT(recorded.count(), 1, kPatience);
    }

    void saysWhyItCannotWrite()
    {
        const QTemporaryDir folder;
        const QSignalSpy failed(m_view.get(), &SceneView::recordingFailed);
        LOCI_VERIFY_RESULT(
            m_view->record(m_tasks, {.path = folder.filePath(QStringLiteral("no/view.png")), .width = 200}));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatience);
        QVERIFY(failed.first().first().toString().contains(QLatin1String("view.png")));
    }
};

LOCI_TEST_CLASS(TestRecorder)
#include "tst_recorder.moc"
