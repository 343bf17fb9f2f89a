// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/composite.h"
#include "layers/domain/indicators/target.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::indicators;

namespace {
bool near(Quantity value, double expected, double within)
{
    return value && qAbs(*value - expected) <= within;
}

TargetPlan planFrom(double year, double value, std::vector<Target> targets)
{
    TargetPlan plan;
    plan.baseline = Point{year, value};
    plan.targets = std::move(targets);
    return plan;
}

Matrix exampleMatrix()
{
    return {{{70.0, 20.0, 0.5}, {80.0, 35.0, 0.3}, {90.0, 50.0, 0.2}}, {true, false, true}};
}
} // namespace

/// The worked values of the design's domain notes, sections 4.5 and 4.6.
class IndicatorValueTest : public QObject
{
    Q_OBJECT

private slots:
    void tracksTheWorkedExample()
    {
        const auto states =
            trackTargets(planFrom(2023, 62, {{2027, 75, false}, {2030, 85, false}}), Point{2026, 70}, true);
        QCOMPARE(states.size(), std::size_t(2));
        const TargetState &first = states[0];
        QVERIFY(near(first.pathNow, 71.75, 1e-9));
        QVERIFY(near(first.progress, 0.6154, 5e-5));
        QVERIFY(near(first.timeShare, 0.75, 1e-12));
        QVERIFY(near(first.pace, 0.8205, 5e-5));
        QCOMPARE(first.light, Light::Watch);
        QVERIFY(near(first.perYear, 5.0, 1e-9));
        QVERIFY(near(first.perYearRelative, 0.0714, 5e-5));
        QVERIFY(near(first.growth, 0.04128, 5e-6));
        QVERIFY(near(first.growthNeeded, 0.04874, 5e-6));
        QVERIFY(near(first.growthRatio, 0.847, 5e-4));
        QCOMPARE(first.comparison, QStringLiteral("moderate"));
        QVERIFY(near(states[1].perYear, 3.75, 1e-9));
        QVERIFY(near(states[1].perYearRelative, 0.0497, 5e-5));
        QCOMPARE(first.method, QStringLiteral("linear"));
        QVERIFY(near(first.projected, 70 + 8.0 / 3, 1e-9));
    }

    void lightsHaveTheirReasons()
    {
        const Target goal{2027, 75, false};
        const auto light = [&goal](std::optional<Point> now, double base = 62, bool higher = true) {
            return trackTargets(planFrom(2023, base, {goal}), now, higher).front().light;
        };
        QCOMPARE(light(std::nullopt), Light::Unknown);
        QCOMPARE(light(Point{2026, 76}), Light::Good);
        QCOMPARE(light(Point{2026, 71.75}), Light::Good);
        QCOMPARE(light(Point{2026, 69}), Light::Bad);
        QCOMPARE(light(Point{2026, 61}), Light::Bad);
        QCOMPARE(light(Point{2026, 78}, 80), Light::Good);        // to be kept
        QCOMPARE(light(Point{2026, 74}, 80), Light::Bad);         // lost
        QCOMPARE(light(Point{2026, 70}, 90, false), Light::Good); // lower is better
        QCOMPARE(light(Point{2026, 91}, 90, false), Light::Bad);
        QCOMPARE(light(Point{2023, 62}), Light::Unknown); // one point is no trend
        // no baseline: what is needed is known, the pace is not
        TargetPlan bare;
        bare.targets = {goal};
        const auto state = trackTargets(bare, Point{2026, 70}, true).front();
        QCOMPARE(state.light, Light::Unknown);
        QVERIFY(near(state.perYear, 5, 1e-9));
        QVERIFY(!state.pace);
        QVERIFY(!state.sentence.isEmpty());
        // a binding limit that is breached in its year is bad whatever the trend
        const auto bound = trackTargets(planFrom(2023, 62, {{2027, 75, true}}), Point{2027, 74.9}, true).front();
        QCOMPARE(bound.light, Light::Bad);
    }

    void plansSurviveJson()
    {
        const TargetPlan plan = planFrom(2023, 62, {{2030, 85, true}, {2027, 75, false}});
        const TargetPlan again = TargetPlan::fromJson(plan.toJson());
        QCOMPARE(again.targets.size(), std::size_t(2));
        QCOMPARE(again.targets[0].year, 2027);
        QVERIFY(again.targets[1].binding);
        QCOMPARE(again.baseline->value, 62.0);
        QVERIFY(near(pathValue({2023, 62}, {2027, 75, false}, 2025, true), 62 * std::sqrt(75.0 / 62), 1e-9));
        QVERIFY(!pathValue({2023, -1}, {2027, 75, false}, 2025, true));
    }

    void normalisesTheWorkedExample()
    {
        const auto rows = normalised(exampleMatrix(), Normalisation::MinMax);
        const double expected[3][3] = {{0, 1, 1}, {0.5, 0.5, 1.0 / 3}, {1, 0, 0}};
        for (std::size_t r = 0; r < 3; ++r) {
            for (std::size_t c = 0; c < 3; ++c) {
                QVERIFY(near(rows[r][c], expected[r][c], 1e-12));
            }
        }
        const auto weights = entropyWeights(rows);
        LOCI_VERIFY_RESULT(weights);
        QVERIFY(near(weights->at(0), 0.31640, 5e-6));
        QVERIFY(near(weights->at(1), 0.31640, 5e-6));
        QVERIFY(near(weights->at(2), 0.36719, 6e-6));
        const double composites[] = {0.6836, 0.4388, 0.3164};
        const double geometric[] = {21.54, 44.26, 4.64};
        const std::vector<double> equal{1 / 3.0, 1 / 3.0, 1 / 3.0};
        for (std::size_t r = 0; r < 3; ++r) {
            QVERIFY(near(aggregate(rows[r], *weights, Aggregation::Arithmetic).value, composites[r], 5e-5));
            QVERIFY(near(aggregate(rows[r], equal, Aggregation::Geometric).value, geometric[r], 5e-3));
        }
    }

    void weighsJudgements()
    {
        const auto ahp = analyticHierarchy({{1, 3, 5}, {1 / 3.0, 1, 2}, {0.2, 0.5, 1}});
        LOCI_VERIFY_RESULT(ahp);
        QVERIFY(near(ahp->weights[0], 0.64833, 5e-6));
        QVERIFY(near(ahp->weights[1], 0.22965, 5e-6));
        QVERIFY(near(ahp->weights[2], 0.12202, 5e-6));
        QVERIFY(near(ahp->lambdaMax, 3.003695, 5e-7));
        QVERIFY(near(ahp->consistencyIndex, 0.001847, 1e-6));
        QVERIFY(near(ahp->consistencyRatio, 0.00318, 1e-5));
        QVERIFY(ahp->acceptable());
        const auto bad = analyticHierarchy({{1, 9, 1 / 9.0}, {1 / 9.0, 1, 9}, {9, 1 / 9.0, 1}});
        LOCI_VERIFY_RESULT(bad);
        QVERIFY(!bad->acceptable());
        QVERIFY(!analyticHierarchy({{1, 3}, {3, 1}}));
        QVERIFY(!analyticHierarchy({{1, 0}, {0, 1}}));
        QVERIFY(!analyticHierarchy({{1, 2}}));
    }

    void missingPartsAreNoZeros()
    {
        const std::vector<double> weights{0.5, 0.3, 0.2};
        const auto most = aggregate({1.0, 0.5, std::nullopt}, weights, Aggregation::Arithmetic);
        QVERIFY(near(most.value, (0.5 + 0.15) / 0.8, 1e-12));
        QVERIFY(!aggregate({1.0, std::nullopt, std::nullopt}, weights, Aggregation::Arithmetic).value);
        QVERIFY(!most.contributions[2]);
        Matrix flat{{{1.0}, {1.0}}, {true}};
        QVERIFY(!normalised(flat, Normalisation::MinMax)[0][0]);
        QVERIFY(!normalised(flat, Normalisation::ZScore)[0][0]);
        QVERIFY(!entropyWeights({{0.0}, {0.0}}));
        const auto clamped = normalised({{{12.0}, {-3.0}}, {true}}, Normalisation::MinMax, {{0, 10}});
        QVERIFY(near(clamped[0][0], 1, 0));
        QVERIFY(near(clamped[1][0], 0, 0));
    }

    void ranksWithTiesAndTellsTheirInterval()
    {
        const auto placed = ranks({3.0, 5.0, 3.0, std::nullopt});
        QVERIFY(near(placed[0], 2.5, 0));
        QVERIFY(near(placed[1], 1, 0));
        QVERIFY(!placed[3]);
        const auto rows = normalised(exampleMatrix(), Normalisation::MinMax);
        const auto intervals = sensitivity(rows, {0.3, 0.3, 0.4}, Aggregation::Arithmetic, 0.25, 500, 7);
        QCOMPARE(intervals[0].rank, 1.0);
        QCOMPARE(intervals[0].worst, 1.0);
        QCOMPARE(intervals[2].best, 3.0); // with any of these weights
        const auto again = sensitivity(rows, {0.3, 0.3, 0.4}, Aggregation::Arithmetic, 0.25, 500, 7);
        QCOMPARE(again[1].worst, intervals[1].worst);
        const auto wide = sensitivity(rows, {0.34, 0.33, 0.33}, Aggregation::Arithmetic, 0.99, 500, 7);
        QVERIFY(wide[0].worst > 1); // weights that vary wildly change the order
    }
};
LOCI_TEST_CLASS(IndicatorValueTest)
#include "indicators_valuetest.moc"
