// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/colouring.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <QTest>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

/// Classes and colours of numbers, as the person chooses them.
class TestColourScale final : public QObject
{
    Q_OBJECT

private slots:
    void isStoredAndReadAgain()
    {
        QCOMPARE(ColourScale().text(), QString());
        QVERIFY(ColourScale::fromText({}) == ColourScale());
        for (const Ramp ramp : allRamps()) {
            const ColourScale scale{ramp, true, 4, ColourScale::Cut::EqualSteps};
            QVERIFY2(ColourScale::fromText(scale.text()) == scale, qPrintable(scale.text()));
        }
        QVERIFY(ColourScale::fromText(QStringLiteral("nonsense,99,-3")).classes >= ColourScale::kFewest);
        QVERIFY(ColourScale::fromText(QStringLiteral("99")).classes <= ColourScale::kMost);
    }

    void cutsByCountsOrBySteps()
    {
        std::vector<double> values;
        for (int i = 0; i < 90; ++i) {
            values.push_back(i);
        }
        values.push_back(990); // far from all others
        ColourScale scale;
        scale.classes = 3;
        const std::vector<double> counts = scale.ends(values);
        QCOMPARE(counts.size(), std::size_t(3));
        QVERIFY(std::abs(counts[0] - 29) <= 1 && std::abs(counts[1] - 59) <= 1);
        QCOMPARE(counts[2], 990.0);
        scale.cut = ColourScale::Cut::EqualSteps;
        QCOMPARE(scale.ends(values), (std::vector<double>{330, 660, 990}));
        QCOMPARE(scale.ends({4, 4, 7}), (std::vector<double>{4, 7}));
        QVERIFY(scale.ends({}).empty());
        QVERIFY(scale.ends({std::numeric_limits<double>::quiet_NaN()}).empty());
    }

    void coloursTheCityAndCountsItsClasses()
    {
        const city::CityModelPtr city = gridCity({.buildings = 100});
        const Colouring usual(*city, Theme::Light, QStringLiteral("number"));
        ColourScale scale{Ramp::Heat, false, 4, ColourScale::Cut::EqualSteps};
        const Colouring chosen(*city, Theme::Light, QStringLiteral("number"), scale);
        QCOMPARE(usual.legend().entries.size(), std::size_t(7));
        QCOMPARE(chosen.legend().entries.size(), std::size_t(4));
        std::size_t sum = 0;
        for (const LegendEntry &entry : chosen.legend().entries) {
            sum += entry.count;
            QVERIFY(entry.count >= 24 && entry.count <= 26);
        }
        QCOMPARE(sum, std::size_t(100));
        QVERIFY(chosen.of(0, SurfaceClass::Roof) == rampColour(Ramp::Heat, 0));
        QVERIFY(chosen.of(99, SurfaceClass::Roof) == rampColour(Ramp::Heat, 1));
        scale.reversed = true;
        const Colouring turned(*city, Theme::Light, QStringLiteral("number"), scale);
        QVERIFY(turned.of(0, SurfaceClass::Roof) == rampColour(Ramp::Heat, 1));
        QCOMPARE(statedNumbers(*city, QStringLiteral("number")).size(), std::size_t(100));
        QVERIFY(statedNumbers(*city, QStringLiteral("kind")).empty());
    }
};

LOCI_TEST_CLASS(TestColourScale)
#include "scene_colourscale.moc"
