// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/townverdicts.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>

using namespace loci;
using namespace loci::test;
using planning::Verdict;

namespace {

/// Houses of 6, 10 and 14 m in a zone of 10 m, and one without a height; a parcel around the first two.
city::CityModelPtr fourHouses()
{
    return boxTown({{QStringLiteral("low"), 0, 0, 10, 10, 0, 6},
                    {QStringLiteral("level"), 20, 0, 30, 10, 0, 10},
                    {QStringLiteral("high"), 40, 0, 50, 10, 0, 14},
                    {QStringLiteral("flat"), 60, 0, 70, 10, 0, 0}});
}

planning::PlanBasis basis()
{
    planning::PlanBasis made;
    const auto layer = planning::PlanLayer::fromGeoJson(
        collection({boxFeature({{"id", "zone"}}, -10, -10, 90, 20),
                    boxFeature({{"id", "plot"}, {"kind", "parcel"}, {"name", "Plot"}}, -2, -2, 32, 12)}),
        QStringLiteral("zones"));
    const auto pack = planning::RulePack::fromJson(packOf(
        {{{"id", "h"}, {"kind", "height"}, {"limit", 10}, {"unit", "m"}, {"areas", QJsonArray{"zone"}}},
         {{"id", "cover"}, {"kind", "coverage"}, {"limit", 30}, {"unit", "%"}, {"areas", QJsonArray{"parcel"}}}}));
    made.areas = layer->value;
    made.rules = *pack;
    return made;
}

planning::Proposal tower(double x, double floors)
{
    planning::Proposal proposal;
    planning::PlanChange change;
    change.id = QStringLiteral("tower");
    change.footprint = {{{x, 0}, {x + 8, 0}, {x + 8, 8}, {x, 8}}};
    change.floors = floors;
    proposal.changes = {change};
    return proposal;
}

} // namespace

/// The verdict of every building and parcel, with its place.
class PlanningVerdictTest : public QObject
{
    Q_OBJECT
private slots:
    void everySubjectHasItsVerdictAndPlace();
    void aProposalIsJudgedWithTheTownAndChangesItsParcel();
    void removedBuildingsAreNotJudged();
    void anUnfitProposalAndACancelledCheckSayWhy();
};

void PlanningVerdictTest::everySubjectHasItsVerdictAndPlace()
{
    const auto judged = analysis::judgeTown(fourHouses(), basis(), QDate(2026, 1, 1), {}, {});
    LOCI_VERIFY_RESULT(judged);
    QCOMPARE(judged->subjects.size(), std::size_t(5));
    QCOMPARE(judged->subjects.front().id, QStringLiteral("high")); // the worst first
    QCOMPARE(judged->find(QStringLiteral("low"))->verdict, Verdict::Pass);
    QCOMPARE(judged->find(QStringLiteral("level"))->verdict, Verdict::Pass);
    QCOMPARE(judged->find(QStringLiteral("high"))->verdict, Verdict::Fail);
    QCOMPARE(judged->find(QStringLiteral("flat"))->verdict, Verdict::Unknown); // never zero
    QCOMPARE(judged->count(Verdict::Fail) + judged->count(Verdict::Unknown) + judged->count(Verdict::Pass), 5);
    const analysis::JudgedSubject *parcel = judged->find(QStringLiteral("plot"));
    QVERIFY(parcel != nullptr && !parcel->isBuilding);
    QCOMPARE(parcel->name, QStringLiteral("Plot"));
    // 200 of 476 m2: 42 % of 30 % allowed.
    QCOMPARE(parcel->verdict, Verdict::Fail);
    QCOMPARE(parcel->bounds.max.x, 32.0);
    QCOMPARE(judged->find(QStringLiteral("high"))->polygons.size(), std::size_t(1));
    QCOMPARE(judged->find(QStringLiteral("high"))->bounds.max.z, 14.0);
    for (const analysis::JudgedSubject &subject : judged->subjects) {
        for (std::size_t i = subject.first; i < subject.first + subject.rows; ++i) {
            QCOMPARE(judged->results[i].subject, subject.id);
        }
        QVERIFY(judged->results[subject.governing].governing);
    }
}

void PlanningVerdictTest::aProposalIsJudgedWithTheTownAndChangesItsParcel()
{
    const auto judged = analysis::judgeTown(fourHouses(), basis(), QDate(2026, 1, 1), {}, tower(11, 4));
    LOCI_VERIFY_RESULT(judged);
    const analysis::JudgedSubject *own = judged->find(QStringLiteral("tower"));
    QVERIFY(own != nullptr && own->isProposed);
    QCOMPARE(own->verdict, Verdict::Fail);
    QVERIFY(!judged->find(QStringLiteral("low"))->isProposed);
    const auto before = analysis::judgeTown(fourHouses(), basis(), QDate(2026, 1, 1), {}, {});
    const auto margin = [](const analysis::TownVerdicts &all) {
        return *all.results[all.find(QStringLiteral("plot"))->governing].margin;
    };
    QVERIFY(std::abs(margin(*before) - margin(*judged) - 64.0 / 476 * 100) < 1e-6);
}

void PlanningVerdictTest::removedBuildingsAreNotJudged()
{
    planning::Proposal proposal;
    proposal.changes.push_back({planning::PlanChange::Kind::Remove, QStringLiteral("high"), {}, 0, 0, 3, {}});
    const auto judged = analysis::judgeTown(fourHouses(), basis(), QDate(2026, 1, 1), {}, proposal);
    LOCI_VERIFY_RESULT(judged);
    QVERIFY(judged->find(QStringLiteral("high")) == nullptr);
    QCOMPARE(judged->subjects.size(), std::size_t(4));
}

void PlanningVerdictTest::anUnfitProposalAndACancelledCheckSayWhy()
{
    planning::Proposal proposal;
    proposal.changes.push_back({planning::PlanChange::Kind::Remove, QStringLiteral("nobody"), {}, 0, 0, 3, {}});
    QVERIFY(!analysis::judgeTown(fourHouses(), basis(), QDate(2026, 1, 1), {}, proposal));
    const CancelToken cancel;
    cancel.cancel();
    const auto stopped = analysis::judgeTown(fourHouses(), basis(), QDate(2026, 1, 1), {}, {}, cancel);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

LOCI_TEST_CLASS(PlanningVerdictTest)
#include "planning_verdicttest.moc"
