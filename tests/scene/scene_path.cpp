// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/cameramotion.h"
#include "layers/scene/camerapath.h"
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

/// Ways of the camera, frame by frame.
class TestCameraPath final : public QObject
{
    Q_OBJECT
private slots:
    void anOrbitClosesWithoutRepeating()
    {
        const Camera start{{0, -100, 50}, {0, 0, 0}};
        const auto path = orbitPath(start, {0, 0, 0}, 8);
        QCOMPARE(path.size(), std::size_t(8));
        QVERIFY(length(path[0].position - start.position) < 1e-9);
        for (const Camera &camera : path) {
            QVERIFY(std::abs(length(camera.position) - length(start.position)) < 1e-6);
            QVERIFY(std::abs(camera.position.z - 50) < 1e-6);
        }
        const double step = length(path[1].position - path[0].position);
        QVERIFY(std::abs(length(path[0].position - path[7].position) - step) < 1e-6);
        QVERIFY(orbitPath(start, {}, 0).empty());
    }

    void aPathGoesThroughItsStops()
    {
        const std::vector<Camera> stops{
            {{0, 0, 10}, {10, 0, 0}}, {{100, 0, 30}, {110, 0, 0}}, {{100, 200, 30}, {100, 300, 0}}};
        const auto path = pathThrough(stops, 201);
        QCOMPARE(path.size(), std::size_t(201));
        QVERIFY(length(path.front().position - stops[0].position) < 1e-9);
        QVERIFY(length(path.back().focus - stops[2].focus) < 1e-9);
        double nearest = 1e9;
        double longest = 0;
        for (std::size_t i = 0; i < path.size(); ++i) {
            nearest = std::min(nearest, length(path[i].position - stops[1].position));
            longest = i == 0 ? 0 : std::max(longest, length(path[i].position - path[i - 1].position));
        }
        QVERIFY2(nearest < 2, qPrintable(QString::number(nearest)));
        QVERIFY2(longest < 6, qPrintable(QString::number(longest)));        // no jumps
        QVERIFY(length(path[1].position - path[0].position) < longest / 4); // it starts gently
        QCOMPARE(pathThrough({stops.data(), 1}, 5).size(), std::size_t(1));
        QVERIFY(pathThrough({}, 5).empty());
    }

    void framesAreWrittenOneByOne()
    {
        QTemporaryDir folder;
        ImageRequest request;
        request.models = {gridCity({.buildings = 9})};
        request.width = 200;
        request.height = 120;
        request.orbit = 3;
        const auto answer = renderImage(request, folder.filePath(QStringLiteral("way.png")));
        LOCI_VERIFY_RESULT(answer);
        QCOMPARE(answer->files.size(), 3);
        QCOMPARE(answer->files.last(), folder.filePath(QStringLiteral("way-0003.png")));
        const QImage first(answer->files[0]);
        const QImage second(answer->files[1]);
        QCOMPARE(first.size(), QSize(200, 120));
        QVERIFY(first != second);
        const CancelToken token;
        token.cancel();
        QCOMPARE(renderImage(request, folder.filePath(QStringLiteral("no.png")), token).error().code,
                 ErrorCode::Cancelled);
    }
};

LOCI_TEST_CLASS(TestCameraPath)
#include "scene_path.moc"
