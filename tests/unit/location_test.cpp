// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/location/location.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace loci;
using namespace loci::analysis;

namespace {

/// The same numbers on every machine: only the engine is used, no distribution of the library.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    int below(int most) { return static_cast<int>(m_engine() % static_cast<unsigned>(most)); }

private:
    std::mt19937 m_engine;
};

/// The best worth of all choices that keep count and budget.
double bestOfAll(const LocationProblem &problem)
{
    std::vector<int> candidates;
    for (std::size_t s = 0; s < problem.sites.size(); ++s) {
        if (!problem.sites[s].existing) {
            candidates.push_back(static_cast<int>(s));
        }
    }
    double best = 0;
    for (unsigned chosen = 0; chosen < (1U << candidates.size()); ++chosen) {
        std::vector<int> opened;
        double cost = 0;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            if ((chosen >> c & 1U) != 0) {
                opened.push_back(candidates[c]);
                cost += problem.sites[static_cast<std::size_t>(candidates[c])].cost;
            }
        }
        const bool fits = static_cast<int>(opened.size()) <= problem.mostNew.value_or(99) &&
                          cost <= problem.budget.value_or(std::numeric_limits<double>::max());
        best = fits ? std::max(best, worthOf(problem, planOf(problem, opened))) : best;
    }
    return best;
}

LocationProblem town(unsigned seed, LocationGoal goal)
{
    Dice dice(seed);
    LocationProblem problem;
    problem.goal = goal;
    problem.reach = 150 + dice.below(200);
    for (int i = 0; i < 18 + dice.below(12); ++i) {
        DemandPlace place;
        place.place = {static_cast<double>(dice.below(1000)), static_cast<double>(dice.below(1000))};
        if (i % 7 != 0) {
            place.people = dice.below(300);
        }
        problem.demands.push_back(place);
    }
    const int existing = dice.below(3);
    for (int s = 0; s < 9; ++s) {
        ServiceSite site;
        site.place = {static_cast<double>(dice.below(1000)), static_cast<double>(dice.below(1000))};
        site.cost = 1 + dice.below(5);
        site.existing = s < existing;
        problem.sites.push_back(site);
    }
    return problem;
}

DemandPlace people(double x, std::optional<double> number)
{
    return {QString::number(x), {x, 0}, number};
}

ServiceSite site(double x, double cost = 1, bool existing = false)
{
    return {QString::number(x), {x, 0}, cost, existing};
}

} // namespace

class TestLocation : public QObject
{
    Q_OBJECT
private slots:
    void equalsBruteForce_data();
    void equalsBruteForce();
    void keepsWhatIsThereAlready();
    void leavesUnknownPeopleUnknown();
    void buildsNothingWhereNothingGains();
    void tellsWhoGains();
    void groupsWhatIsTooMuchAndSaysSo();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void stopsWhenCancelled();
};

void TestLocation::equalsBruteForce_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<bool>("median");
    for (unsigned seed = 1; seed <= 30; ++seed) {
        QTest::addRow("cover %u", seed) << seed << false;
        QTest::addRow("median %u", seed) << seed << true;
    }
}

void TestLocation::equalsBruteForce()
{
    QFETCH(unsigned, seed);
    QFETCH(bool, median);
    LocationProblem problem = town(seed, median ? LocationGoal::Median : LocationGoal::MaximalCovering);
    if (seed % 3 != 0) {
        problem.mostNew = static_cast<int>(seed % 5);
    }
    if (seed % 3 != 1) {
        problem.budget = static_cast<double>(seed % 11);
    }
    const auto plan = locate(problem);
    LOCI_VERIFY_RESULT(plan);
    QVERIFY(plan->proven);
    QVERIFY(static_cast<int>(plan->opened.size()) <= problem.mostNew.value_or(99));
    QVERIFY(plan->cost <= problem.budget.value_or(1e9));
    const double best = bestOfAll(problem);
    QVERIFY2(std::abs(worthOf(problem, *plan) - best) <= 1e-6 * std::max(1.0, best),
             qPrintable(QStringLiteral("%1, best %2").arg(worthOf(problem, *plan)).arg(best)));
}

void TestLocation::keepsWhatIsThereAlready()
{
    LocationProblem problem;
    problem.reach = 10;
    problem.mostNew = 1;
    problem.demands = {people(0, 100), people(100, 60)};
    problem.sites = {site(0, 1, true), site(1), site(100)};
    const auto plan = locate(problem);
    LOCI_VERIFY_RESULT(plan);
    QCOMPARE(plan->opened, std::vector<int>{2}); // the larger place is served already
    QCOMPARE(plan->peopleBefore, 100.0);
    QCOMPARE(plan->peopleCovered, 160.0);
}

void TestLocation::leavesUnknownPeopleUnknown()
{
    LocationProblem problem;
    problem.reach = 10;
    problem.mostNew = 1;
    problem.demands = {people(0, std::nullopt), people(0, std::nullopt), people(100, 1)};
    problem.sites = {site(0), site(100)};
    const auto plan = locate(problem);
    LOCI_VERIFY_RESULT(plan);
    QCOMPARE(plan->opened, std::vector<int>{1}); // what nobody knows draws nothing
    QCOMPARE(plan->placesUnknown, 2);
    QCOMPARE(plan->people, 1.0);
    problem.demands.pop_back();
    const auto blind = locate(problem);
    LOCI_VERIFY_RESULT(blind);
    QVERIFY(blind->opened.empty());
    QVERIFY(!blind->meanWay); // not zero
}

void TestLocation::buildsNothingWhereNothingGains()
{
    LocationProblem problem;
    problem.reach = 10;
    problem.mostNew = 3;
    problem.demands = {people(0, 10)};
    problem.sites = {site(0, 1, true), site(500)};
    const auto plan = locate(problem);
    LOCI_VERIFY_RESULT(plan);
    QVERIFY(plan->opened.empty());
    QCOMPARE(plan->cost, 0.0);
    QVERIFY(plan->proven);
}

void TestLocation::tellsWhoGains()
{
    LocationProblem problem;
    problem.goal = LocationGoal::Median;
    problem.reach = 5;
    problem.mostNew = 1;
    problem.demands = {people(0, 10), people(100, 30)};
    problem.sites = {site(0, 1, true), site(98), site(50)};
    const auto plan = locate(problem);
    LOCI_VERIFY_RESULT(plan);
    QCOMPARE(plan->opened, std::vector<int>{1});
    QCOMPARE(plan->allocations[0].site, 0);
    QCOMPARE(plan->allocations[1].site, 1);
    QCOMPARE(plan->allocations[1].siteBefore, 0);
    QCOMPARE(plan->allocations[1].distance, 2.0);
    QCOMPARE(plan->allocations[1].distanceBefore, 100.0);
    QVERIFY(plan->allocations[1].covered && !plan->allocations[1].coveredBefore);
    QCOMPARE(*plan->meanBefore, 75.0);
    QCOMPARE(*plan->meanWay, 1.5);
}

void TestLocation::groupsWhatIsTooMuchAndSaysSo()
{
    LocationProblem problem;
    problem.goal = LocationGoal::Median;
    problem.mostNew = 1;
    for (int i = 0; i < 3000; ++i) { // two towns of very different size
        problem.demands.push_back(people(i < 2500 ? i % 50 : 10'000 + i % 50, 1));
    }
    for (int s = 0; s < 10; ++s) {
        problem.sites.push_back(site(s < 5 ? 10 * s : 10'000 + 10 * s));
    }
    const auto plan = locate(problem);
    LOCI_VERIFY_RESULT(plan);
    QVERIFY(plan->groupedMetres > 0);
    QVERIFY(!plan->proven); // of the places themselves nothing is proven
    QCOMPARE(plan->opened.size(), std::size_t(1));
    QVERIFY(plan->opened[0] < 5);
    QCOMPARE(plan->people, 3000.0);
    QCOMPARE(plan->allocations.size(), std::size_t(3000));
}

void TestLocation::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char *fault :
         {"no limit", "negative count", "no reach", "negative people", "no place", "negative cost"}) {
        QTest::newRow(fault) << QByteArray(fault);
    }
}

void TestLocation::refusesWhatMakesNoSense()
{
    LocationProblem problem = town(1, LocationGoal::MaximalCovering);
    problem.mostNew = 2;
    QFETCH(QByteArray, fault);
    if (fault == "no limit") {
        problem.mostNew.reset();
    } else if (fault == "negative count") {
        problem.mostNew = -1;
    } else if (fault == "no reach") {
        problem.reach = 0;
    } else if (fault == "negative people") {
        problem.demands[0].people = -5;
    } else if (fault == "no place") {
        problem.sites[0].place.x = std::numeric_limits<double>::quiet_NaN();
    } else {
        problem.sites[0].cost = -1;
    }
    const auto plan = locate(problem);
    QVERIFY(!plan);
    QVERIFY(!plan.error().message.isEmpty());
}

void TestLocation::stopsWhenCancelled()
{
    LocationProblem problem = town(1, LocationGoal::Median);
    problem.mostNew = 2;
    CancelToken cancel;
    cancel.cancel();
    const auto plan = locate(problem, cancel);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Cancelled);
}

LOCI_TEST_CLASS(TestLocation)
#include "location_test.moc"
