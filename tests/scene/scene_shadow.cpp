// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <QTest>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

/// Shadows lie where the sun says, to the pixel.
class TestSunShadow final : public QObject
{
    Q_OBJECT

    static constexpr int kSize = 400;

    /// One house, seen from straight above; answers the darkness at a place on the ground.
    struct Above
    {
        CityScene scene;
        GridCity grid{.buildings = 1, .corner = {1000, 2000, 0}};
        ShadowMask mask;

        explicit Above(double elevation, double azimuth, const SceneCut &cut = {})
        {
            if (!addModelNow(scene, QStringLiteral("m"), gridCity(grid), {}, {})) {
                return;
            }
            scene.setSun(elevation, azimuth);
            scene.setCut(cut);
            const Vec3 m = placeOf(grid, 0);
            scene.setCamera({{m.x, m.y - 0.01, 200}, {m.x, m.y, 0}});
            if (const auto request = scene.shadowRequest(kSize, kSize)) {
                mask = castShadows(*request).value_or(ShadowMask());
            }
        }
        int at(double east, double north) const
        {
            const Vec3 m = placeOf(grid, 0);
            const auto place =
                scene.project({m.x + east, m.y + north, scene.groundHeight(m.x + east, m.y + north)}, kSize, kSize);
            return mask.at(int(place.x), int(place.y));
        }
    };

private slots:
    void fallsAwayFromTheSunAndAsFarAsItShould()
    {
        const Above noon(45, 180); // sun in the south, shadows to the north as long as things are high
        QCOMPARE(noon.mask.width, kSize);
        // The northern wall stands at +5; the ridge (9 m, at 0) reaches to +9, the eaves (6 m, at +5) to +11.
        QVERIFY2(noon.at(0, 8) > 60, qPrintable(QString::number(noon.at(0, 8))));
        QVERIFY(noon.at(0, 10.6) > 60);
        QCOMPARE(noon.at(0, 12.2), 0);
        QCOMPARE(noon.at(0, -8), 0);
        QCOMPARE(noon.at(9, 8), 0);
        const Above evening(45, 270); // sun in the west
        QVERIFY(evening.at(8, 0) > 60);
        QCOMPARE(evening.at(-8, 0), 0);
    }

    void isLongerWhenTheSunIsLow()
    {
        const Above low(15, 180);
        QVERIFY(low.at(0, 25) > 20);
        QCOMPARE(low.at(0, 40), 0);
    }

    void whatIsCutAwayThrowsNone()
    {
        SceneCut cut;
        cut.highest = 3;
        const Above flat(45, 180, cut);
        QVERIFY(flat.at(0, 7) > 60); // the walls that are left are three metres high
        QCOMPARE(flat.at(0, 9.5), 0);
    }

    void whatIsHiddenThrowsNone()
    {
        Above noon(45, 180);
        noon.scene.hide({{QStringLiteral("m"), 0}});
        const auto request = noon.scene.shadowRequest(kSize, kSize);
        QVERIFY(request.has_value());
        const auto mask = castShadows(*request);
        LOCI_VERIFY_RESULT(mask);
        QVERIFY(std::all_of(mask->darkness.begin(), mask->darkness.end(), [](std::uint8_t d) { return d == 0; }));
    }

    void thereIsNoneAtNight()
    {
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity({.buildings = 1}), {}, {}));
        scene.setSun(-10, 0);
        QVERIFY(!scene.shadowRequest(100, 100).has_value());
    }

    void stopsWhenCancelled()
    {
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity({.buildings = 9}), {}, {}));
        scene.setCamera(scene.homeCamera(1));
        const CancelToken token;
        token.cancel();
        const auto mask = castShadows(*scene.shadowRequest(200, 200), token);
        QVERIFY(!mask.has_value());
        QCOMPARE(mask.error().code, ErrorCode::Cancelled);
    }

    void aPartIsAPartOfTheWhole()
    {
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity({.buildings = 25}), {}, {}));
        scene.setCamera(scene.homeCamera(1));
        auto request = *scene.shadowRequest(256, 256);
        const auto whole = castShadows(request);
        request.left = 64;
        request.top = 96;
        request.partWidth = 128;
        request.partHeight = 96;
        const auto part = castShadows(request);
        LOCI_VERIFY_RESULT(whole);
        LOCI_VERIFY_RESULT(part);
        QCOMPARE(part->width, 128);
        int shaded = 0;
        for (int y = 0; y < part->height; ++y) {
            for (int x = 0; x < part->width; ++x) {
                QCOMPARE(part->at(x, y), whole->at(x + 64, y + 96));
                shaded += part->at(x, y) > 0 ? 1 : 0;
            }
        }
        QVERIFY(shaded > 50);
    }
};

LOCI_TEST_CLASS(TestSunShadow)
#include "scene_shadow.moc"
