// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/crispedges.h"
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <vtkRenderer.h>

#include <QTest>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

/// The lines that a draughtsman would draw, and no seam of a triangle.
class TestCrispEdges final : public QObject
{
    Q_OBJECT
private slots:
    void aBoxHasTwelve()
    {
        const std::vector<float> p{0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1};
        const std::vector<std::int32_t> t{0, 2, 1, 0, 3, 2, 4, 5, 6, 4, 6, 7, 0, 1, 5, 0, 5, 4,
                                          1, 2, 6, 1, 6, 5, 2, 3, 7, 2, 7, 6, 3, 0, 4, 3, 4, 7};
        const std::vector<city::ObjectIndex> one(12, 3);
        const EdgeLines lines = crispEdges(p, t, one);
        QCOMPARE(lines.object.size(), std::size_t(12));
        QCOMPARE(lines.ends.size(), std::size_t(24));
        QCOMPARE(lines.object.front(), 3U);
    }

    void aSplitWallHasNoSeam()
    {
        // Two rectangles side by side in one plane, the second turned the other way round, vertices of their own.
        const std::vector<float> p{0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 2, 0, 0, 2, 0, 1, 1, 0, 1};
        const std::vector<std::int32_t> t{0, 1, 2, 0, 2, 3, 4, 6, 5, 4, 7, 6};
        QCOMPARE(crispEdges(p, t, std::vector<city::ObjectIndex>(4, 0)).object.size(), std::size_t(6));
        // Of two objects each keeps its own border.
        QCOMPARE(crispEdges(p, t, std::vector<city::ObjectIndex>{0, 0, 1, 1}).object.size(), std::size_t(8));
    }

    void aHouseHasItsRidgeAndNoDiagonals()
    {
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity({.buildings = 1}), {}, {}));
        // 4 of the floor, 4 upright, 4 of the eaves and gables' feet, 4 slopes, the ridge; the gable joins its wall
        // flatly, so its two feet are no lines.
        QCOMPARE(scene.tiles().front()->mesh().edges.object.size(), std::size_t(4 + 4 + 2 + 4 + 1));
    }

    void areDrawnInStillPicturesOnly()
    {
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity({.buildings = 9}), {}, {}));
        scene.setCamera(scene.homeCamera(1.6));
        scene.prepareFrame(640, 400, Quality::Moving);
        const int moving = scene.renderer()->VisibleActorCount();
        scene.prepareFrame(640, 400, Quality::Still);
        QCOMPARE(scene.renderer()->VisibleActorCount(), moving + 1);
        scene.setEdgesShown(false);
        scene.prepareFrame(640, 400, Quality::Still);
        QCOMPARE(scene.renderer()->VisibleActorCount(), moving);
        scene.setEdgesShown(true);
        scene.hide({{QStringLiteral("m"), 4}});
        scene.prepareFrame(640, 400, Quality::Still);
        QCOMPARE(scene.renderer()->VisibleActorCount(), moving + 1);
    }
};

LOCI_TEST_CLASS(TestCrispEdges)
#include "scene_edges.moc"
