// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/viewceiling.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace loci;
using namespace loci::analysis;

namespace {

const QDate kDay(2026, 1, 1);
constexpr double kEarth = 6371000, kRefraction = 0.13;

/// domain.md 7.6: the plane is z = 11.6 + 0.0484 y.
planning::ProtectedView exampleView(bool curved)
{
    planning::ProtectedView view;
    view.id = QStringLiteral("v");
    view.eyes = {{0, 0, 11.6}};
    view.edge = {{-20, 1000, 60}, {20, 1000, 60}};
    view.refraction = curved ? std::optional(kRefraction) : std::nullopt;
    return view;
}

ViewCeiling::Intrusion intrusionOf(const test::BoxHouse &house, bool curved)
{
    static const auto plain = ViewCeiling::of({{}, {exampleView(false)}}, kDay);
    static const auto bent = ViewCeiling::of({{}, {exampleView(true)}}, kDay);
    const auto found = (curved ? bent : plain).value.against(facesOf(*test::boxTown({house}), 0));
    return found.empty() ? ViewCeiling::Intrusion() : found.front();
}

/// (x2 + y2) (1000 / y - 1) is d (D - d) of domain.md 3.4 for an edge at y = 1000; its integral over a rectangle that
/// is symmetrical in x, in closed form.
double bendIntegral(double halfWidth, double y0, double y1)
{
    const double square = 2 * halfWidth * halfWidth * halfWidth / 3, width = 2 * halfWidth;
    const auto whole = [&](double y) {
        return square * (1000 * std::log(y) - y) + width * (500 * y * y - y * y * y / 3);
    };
    return (1 - kRefraction) / (2 * kEarth) * (whole(y1) - whole(y0));
}

} // namespace

/// The worked intrusion of domain.md 7.6 has two volumes, and both are right: 1240.0 m3 above the plane, and 1243.4 m3
/// when the curvature of the earth lifts the building by 17 mm over 200 m2. Each is integrated here by hand.
class PlanningCurvatureTest : public QObject
{
    Q_OBJECT

private slots:
    void theWorkedVolumesAreBothRight()
    {
        const test::BoxHouse house{QStringLiteral("b"), -5, 490, 5, 510, 0, 42};
        const double plane = 10 * (20 * (42 - 11.6) - 0.0484 * (510.0 * 510 - 490.0 * 490) / 2);
        QVERIFY(std::abs(plane - 1240.0) < 1e-9);
        const double curved = plane + bendIntegral(5, 490, 510);
        QVERIFY2(std::abs(curved - 1243.4) < 0.05, qPrintable(QString::number(curved, 'g', 10)));

        const ViewCeiling::Intrusion straight = intrusionOf(house, false);
        QVERIFY(straight.excess.volume && std::abs(*straight.excess.volume - plane) < 1e-9 * plane);
        const ViewCeiling::Intrusion bent = intrusionOf(house, true);
        QVERIFY(bent.excess.volume.has_value());
        QVERIFY2(std::abs(*bent.excess.volume - curved) < 1e-5 * curved,
                 qPrintable(QString::number(*bent.excess.volume, 'g', 12)));
        // The highest point above the plane is at the near wall, at its corners: d (D - d) grows with x there.
        const double lift = (1 - kRefraction) / (2 * kEarth) * (25 + 490.0 * 490) * (1000.0 / 490 - 1);
        QVERIFY(std::abs(straight.over - 6.684) < 1e-9);
        QVERIFY(std::abs(bent.over - (6.684 + lift)) < 1e-4);
        QVERIFY(std::abs(bent.limit + bent.over - 42) < 1e-9);
    }

    /// A large roof, where one flat piece would miss the bend by centimetres, and only part of it above the plane.
    void largeRoofsAreBentToo()
    {
        const test::BoxHouse house{QStringLiteral("b"), -1.5, 100, 1.5, 900, 0, 36};
        // Where 36 + b(x, y) exceeds the plane, by Simpson's rule in steps of 5 cm along y and over the width.
        const double c = (1 - kRefraction) / (2 * kEarth);
        const auto over = [c](double x, double y) {
            return std::max(0.0, 36 + c * (x * x + y * y) * (1000 / y - 1) - 11.6 - 0.0484 * y);
        };
        double volume = 0;
        constexpr int kSteps = 16000;
        for (int i = 0; i <= kSteps; ++i) {
            const double y = 100 + 800.0 * i / kSteps;
            const double across = (over(-1.5, y) + 4 * over(0, y) + over(1.5, y)) * 3 / 6;
            volume += across * (i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2) * (800.0 / kSteps) / 3;
        }
        const ViewCeiling::Intrusion found = intrusionOf(house, true);
        QVERIFY(found.excess.volume.has_value());
        QVERIFY2(std::abs(*found.excess.volume - volume) < 1e-4 * volume,
                 qPrintable(QStringLiteral("%1 %2").arg(*found.excess.volume, 0, 'g', 12).arg(volume, 0, 'g', 12)));
    }

    /// Cutting faces to a triangle by hand equals GEOS, for random roofs and triangles.
    void cutsAsGeosDoes()
    {
        std::mt19937 random(17);
        std::uniform_real_distribution<double> place(0, 40), around(-40, 80), height(5, 15), slope(-0.2, 0.2);
        const Shape::Context context;
        int above = 0;
        for (int round = 0; round < 300; ++round) {
            const double x = 450000 + place(random), y = 4417000 + place(random);
            const auto faces = facesOf(
                *test::boxTown({{QStringLiteral("b"), x, y, x + place(random) + 1, y + place(random) + 1, 0, 10}}), 0);
            const std::vector<Vec2> ring{{450000 + around(random), 4417000 + around(random)},
                                         {450000 + around(random), 4417000 + around(random)},
                                         {450000 + around(random), 4417000 + around(random)}};
            const SlopedPlane plane{{450020, 4417020}, height(random), slope(random), slope(random)};
            const Shape triangle = Shape::ofRing(context, ring);
            const Excess byHand = excessOver(faces, plane, ring);
            const Excess byGeos = excessOver(faces, plane, &triangle, context);
            QCOMPARE(byHand.most.has_value(), byGeos.most.has_value());
            QVERIFY(byHand.volume && byGeos.volume);
            QVERIFY(!byHand.most || std::abs(*byHand.most - *byGeos.most) < 1e-6);
            QVERIFY(std::abs(byHand.area - byGeos.area) < 1e-5 && std::abs(*byHand.volume - *byGeos.volume) < 1e-4);
            above += byHand.area > 1 ? 1 : 0;
        }
        QVERIFY(above > 60);
    }
};

LOCI_TEST_CLASS(PlanningCurvatureTest)
#include "planning_curvaturetest.moc"
