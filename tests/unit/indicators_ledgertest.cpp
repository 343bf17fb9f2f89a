// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/accessibility.h"
#include "layers/domain/indicators/areas.h"
#include "layers/domain/indicators/composite.h"
#include "layers/domain/indicators/problem.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::indicators;

/// The problem ledger, accessibility and the measures of a composite's robustness.
class IndicatorLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void aProblemSurvivesJson()
    {
        Problem problem;
        problem.id = QStringLiteral("p1");
        problem.finding = QStringLiteral("积水点");
        problem.area = QStringLiteral("9900102");
        problem.place = Vec2{118.4, 29.7};
        problem.found = QDate(2026, 3, 1);
        problem.deadline = QDate(2026, 9, 30);
        problem.stage = Problem::Stage::Working;
        QVERIFY(Problem::fromJson(problem.id, problem.toJson()) == problem);
        QJsonObject hostile = problem.toJson();
        hostile[QStringLiteral("place")] = QJsonArray{1e9, QStringLiteral("x")};
        hostile[QStringLiteral("deadline")] = QStringLiteral("soon");
        hostile[QStringLiteral("stage")] = QStringLiteral("?");
        const Problem read = Problem::fromJson(problem.id, hostile);
        QVERIFY(!read.place && !read.deadline.isValid() && read.stage == Problem::Stage::Found);
    }

    void saysWhatIsOverdue()
    {
        const QDate today(2026, 11, 26);
        Problem problem;
        QVERIFY(!problem.isOverdue(today)); // no day was said
        problem.deadline = today;
        QVERIFY(!problem.isOverdue(today)); // until the end of the day
        problem.deadline = today.addDays(-3);
        QCOMPARE(problem.daysOverdue(today), 3);
        problem.stage = Problem::Stage::Done; // now the re-check counts
        QVERIFY(!problem.isOverdue(today));
        problem.recheck = today.addDays(-1);
        QCOMPARE(problem.daysOverdue(today), 1);
        problem.stage = Problem::Stage::Closed;
        QVERIFY(!problem.isOverdue(today));

        std::vector<Problem> all(4);
        all[0].id = QStringLiteral("closed");
        all[0].stage = Problem::Stage::Closed;
        all[0].deadline = today.addDays(-99);
        all[1].id = QStringLiteral("unsaid");
        all[2].id = QStringLiteral("later");
        all[2].deadline = today.addDays(9);
        all[3].id = QStringLiteral("late");
        all[3].deadline = today.addDays(-9);
        sortByUrgency(all, today);
        QCOMPARE(all[0].id, QStringLiteral("late"));
        QCOMPARE(all[1].id, QStringLiteral("later"));
        QCOMPARE(all[3].id, QStringLiteral("closed"));
    }

    void catchmentSharesOutWhatThereIs()
    {
        const std::vector<Located> people{{{0, 0}, 100}, {{300, 0}, 300}, {{2000, 0}, 50}};
        const std::vector<Located> beds{{{100, 0}, 20}, {{5000, 0}, 99}};
        for (const Decay decay : {Decay::None, Decay::Stepwise, Decay::Gaussian}) {
            const auto access = twoStepCatchment(people, beds, 500, decay);
            QCOMPARE(access.size(), people.size());
            double sum = 0;
            for (std::size_t i = 0; i < people.size(); ++i) {
                sum += people[i].amount * access[i];
            }
            QVERIFY(std::abs(sum - 20) < 1e-9); // the second hospital has nobody near it
            QCOMPARE(access[2], 0.0);
            QVERIFY(decay == Decay::None ? access[0] == access[1] : access[0] > access[1]);
        }
        QCOMPARE(decayWeight(Decay::Gaussian, 0, 500), 1.0);
        QVERIFY(std::abs(decayWeight(Decay::Gaussian, 500, 500)) < 1e-12);
        QCOMPARE(decayWeight(Decay::None, 501, 500), 0.0);
        QVERIFY(twoStepCatchment(people, beds, 0, Decay::None) == std::vector<double>(3, 0));
    }

    void innermostLiesInside()
    {
        // a horseshoe: its middle is outside
        const std::vector<std::vector<std::vector<Vec2>>> shoe{
            {{{0, 0}, {30, 0}, {30, 30}, {20, 30}, {20, 10}, {10, 10}, {10, 30}, {0, 30}}}};
        const auto inside = innermost(shoe);
        QVERIFY(inside && contains(shoe, *inside));
        QVERIFY(!innermost({}));
    }

    void alphaAndCorrelationOfKnownTables()
    {
        using Rows = std::vector<std::vector<Quantity>>;
        const Rows same{{1.0, 1.0}, {2.0, 2.0}, {3.0, 3.0}, {4.0, 4.0}};
        QVERIFY(std::abs(*cronbachAlpha(same) - 1) < 1e-12);
        QVERIFY(std::abs(*correlations(same)[0][1] - 1) < 1e-12);
        const Rows opposed{{1.0, 4.0}, {2.0, 3.0}, {3.0, 2.0}, {4.0, std::nullopt}};
        QVERIFY(std::abs(*correlations(opposed)[0][1] + 1) < 1e-12);
        QVERIFY(!cronbachAlpha({{1.0, 2.0}, {2.0, std::nullopt}, {3.0, 1.0}})); // too few whole rows
        // variances 2/3 and 8/3 of the two, 6 of the sums: alpha = 2 * (1 - (10/3) / 6)
        const Rows mixed{{-1.0, -2.0}, {0.0, 0.0}, {1.0, 2.0}, {0.0, 0.0}};
        QVERIFY(std::abs(*cronbachAlpha(mixed) - 2 * (1 - (10 / 3.0) / 6)) < 1e-12);
    }
};
LOCI_TEST_CLASS(IndicatorLedgerTest)
#include "indicators_ledgertest.moc"
