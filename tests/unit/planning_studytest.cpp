// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/planstudy.h"
#include "layers/formats/planplacing.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QJsonDocument>
#include <QTest>
#include <random>

using namespace loci;
using namespace loci::test;
using analysis::PlanStudy;
using planning::PlanChange;
using planning::Scenario;

namespace {

/// Rows of houses with gaps, 40 by 40 metres each.
city::CityModelPtr rowTown(int side)
{
    std::vector<BoxHouse> houses;
    for (int i = 0; i < side * side; ++i) {
        const double x = 40.0 * (i % side), y = 40.0 * (i / side);
        houses.push_back({QStringLiteral("h%1").arg(i), x, y, x + 20, y + 20, 0, 6.0 + i % 7, {}, 2.0 + i % 3});
    }
    return boxTown(houses);
}

PlanChange tower(double x, double y, double floors, const QString &id = QStringLiteral("tower"))
{
    PlanChange change;
    change.id = id;
    change.footprint = {{{x, y}, {x + 12, y}, {x + 12, y + 12}, {x, y + 12}}};
    change.floors = floors;
    change.floorHeight = 3;
    return change;
}

planning::PlanBasis basisOf(double size)
{
    planning::PlanBasis basis;
    const auto layer = planning::PlanLayer::fromGeoJson(
        collection({boxFeature({{"id", "low"}, {"max", 12}}, -10, -10, size / 2, size),
                    boxFeature({{"id", "high"}, {"max", 30}}, size / 2, -10, size, size),
                    boxFeature({{"id", "plot"}, {"kind", "parcel"}}, 0, 0, size, size),
                    boxFeature({{"id", "keep"}, {"kind", "protected_building"}, {"object", "h1"}}, 40, 0, 60, 20)}),
        QStringLiteral("zones"));
    const auto pack = planning::RulePack::fromJson(
        packOf({{{"id", "h"},
                 {"kind", "height"},
                 {"limit", QJsonObject{{"property", "max"}}},
                 {"unit", "m"},
                 {"areas", QJsonArray{"zone"}}},
                {{"id", "far"}, {"kind", "floor_area_ratio"}, {"limit", 1.5}, {"areas", QJsonArray{"parcel"}}},
                {{"id", "cover"}, {"kind", "coverage"}, {"limit", 40}, {"unit", "%"}, {"areas", QJsonArray{"parcel"}}},
                {{"id", "next"},
                 {"kind", "neighbour_height"},
                 {"unit", "m"},
                 {"newOnly", true},
                 {"areas", QJsonArray{"protected_building"}},
                 {"parameters", QJsonObject{{"within", 60}}}},
                {{"id", "view"}, {"kind", "view_ceiling"}, {"unit", "m"}}}));
    basis.areas = layer->value;
    basis.rules = *pack;
    planning::ProtectedView view;
    view.id = QStringLiteral("V");
    view.eyes = {{size / 2, -200, 2}};
    view.edge = {{0, size + 50, 60}, {size, size + 50, 60}};
    basis.views.views = {view};
    return basis;
}

bool same(const planning::RuleResult &a, const planning::RuleResult &b)
{
    const auto near = [](const std::optional<double> &x, const std::optional<double> &y) {
        return x.has_value() == y.has_value() && (!x || std::abs(*x - *y) < 1e-9);
    };
    return a.subject == b.subject && a.rule == b.rule && a.area == b.area && a.verdict == b.verdict &&
           a.missing == b.missing && near(a.value, b.value) && near(a.limit, b.limit) && near(a.margin, b.margin) &&
           near(a.excessArea, b.excessArea) && near(a.excessVolume, b.excessVolume) && a.governing == b.governing;
}

} // namespace

/// What the window asks while a building is dragged equals what the command line computes over the applied model.
class PlanningStudyTest : public QObject
{
    Q_OBJECT
private slots:
    void quickLooksEqualTheWholeCheck_data();
    void quickLooksEqualTheWholeCheck();
    void theIndexFindsWhatALinearSearchFinds();
    void theCeilingOfAProposalIsTheLowestLimit();
    void groundComesFromTheNearestHouse();
    void aCancelledLookGivesNothing();
    void scenariosLayTheirChangesOverTheirParents();
    void conflictsStopAMerge();
    void aCircleOfScenariosIsRefused();
    void changesSurviveJson();
};

void PlanningStudyTest::quickLooksEqualTheWholeCheck_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

void PlanningStudyTest::quickLooksEqualTheWholeCheck()
{
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto pick = [&random](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    const city::CityModelPtr model = rowTown(9);
    const QDate day(2026, 1, 1);
    const auto study = PlanStudy::make(model, basisOf(360), day, {});
    LOCI_VERIFY_RESULT(study);
    planning::Proposal proposal;
    proposal.changes.push_back(tower(40.0 * pick(8) + 21, 40.0 * pick(8) + 21, 1 + pick(14)));
    PlanChange reshape;
    reshape.kind = PlanChange::Kind::Reshape;
    reshape.id = QStringLiteral("h%1").arg(10 + pick(20));
    reshape.floors = 1 + pick(12);
    proposal.changes.push_back(reshape);
    PlanChange remove;
    remove.kind = PlanChange::Kind::Remove;
    remove.id = QStringLiteral("h%1").arg(40 + pick(20));
    proposal.changes.push_back(remove);

    const auto quick = (*study)->check(proposal);
    LOCI_VERIFY_RESULT(quick);
    const auto applied = planning::applied(model, proposal);
    LOCI_VERIFY_RESULT(applied);
    const analysis::Shape::Context context;
    const auto set = analysis::BuildingSet::of(*applied, context, proposal.touched(), {});
    LOCI_VERIFY_RESULT(set);
    const planning::PlanBasis basis = basisOf(360);
    analysis::CheckRequest request;
    request.buildings = &set->value;
    request.layer = &basis.areas;
    request.pack = &basis.rules;
    request.views = &basis.views;
    request.day = day;
    const auto whole = analysis::checkRules(request);
    LOCI_VERIFY_RESULT(whole);
    QVERIFY(quick->results.size() >= 5);
    for (const planning::RuleResult &row : quick->results) {
        const bool found = std::any_of(whole->results.begin(), whole->results.end(),
                                       [&row](const planning::RuleResult &other) { return same(row, other); });
        QVERIFY2(found, qPrintable(row.subject + QLatin1Char(' ') + row.rule));
    }
    const auto mine = std::count_if(whole->results.begin(), whole->results.end(), [&](const auto &row) {
        return proposal.touched().contains(row.subject) || row.subject == QLatin1String("plot");
    });
    QCOMPARE(quick->results.size(), static_cast<std::size_t>(mine));
    const analysis::TownMetrics after = analysis::measureTown(set->value, {});
    QCOMPARE(quick->after->buildings, after.buildings);
    QVERIFY(std::abs(*quick->after->floorArea - *after.floorArea) < 1e-6);
}

void PlanningStudyTest::theIndexFindsWhatALinearSearchFinds()
{
    const analysis::Shape::Context context;
    const auto set = analysis::BuildingSet::of(rowTown(20), context, {}, {});
    LOCI_VERIFY_RESULT(set);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(-50, 850);
    for (int i = 0; i < 300; ++i) {
        Box3 box;
        box.include(Vec3{anywhere(random), anywhere(random), 0});
        box.include(Vec3{anywhere(random), anywhere(random), 0});
        std::vector<const analysis::Building *> linear;
        for (const analysis::Building &building : set->value.buildings()) {
            if (building.bounds.intersects2d(box)) {
                linear.push_back(&building);
            }
        }
        QVERIFY(set->value.touching(box) == linear);
    }
    QVERIFY(set->value.touching(Box3()).empty());
}

void PlanningStudyTest::theCeilingOfAProposalIsTheLowestLimit()
{
    const auto study = PlanStudy::make(rowTown(4), basisOf(160), QDate(2026, 1, 1), {});
    LOCI_VERIFY_RESULT(study);
    planning::Proposal proposal;
    proposal.changes = {tower(22, 101, 10)};
    const auto high = (*study)->check(proposal, PlanStudy::Depth::Live);
    LOCI_VERIFY_RESULT(high);
    const analysis::ProposedBlock *block = high->block(QStringLiteral("tower"));
    QVERIFY(block != nullptr && block->ceiling);
    QCOMPARE(*block->top, 30.0);
    QVERIFY(std::abs(*block->ceiling - 12) < 1e-9); // the zone is lower than the view there
    QVERIFY(block->viewCeiling && *block->viewCeiling > 12);
    QVERIFY(!high->after);
    QVERIFY(high->governing() != nullptr && high->governing()->rule == QLatin1String("h"));
    proposal.changes = {tower(22, 101, 4)};
    const auto cut = (*study)->check(proposal);
    LOCI_VERIFY_RESULT(cut);
    QCOMPARE(cut->count(planning::Verdict::Fail), 0);
}

void PlanningStudyTest::groundComesFromTheNearestHouse()
{
    const auto study = PlanStudy::make(boxTown({{"low", 0, 0, 10, 10, 3, 9}, {"high", 100, 0, 110, 10, 8, 20}}), {},
                                       QDate(2026, 1, 1), {});
    LOCI_VERIFY_RESULT(study);
    QCOMPARE((*study)->groundAt({20, 5}).value_or(-1), 3.0);
    QCOMPARE((*study)->groundAt({90, 5}).value_or(-1), 8.0);
    QVERIFY(!(*study)->groundAt({9000, 5}));
}

void PlanningStudyTest::aCancelledLookGivesNothing()
{
    const auto study = PlanStudy::make(rowTown(4), basisOf(160), QDate(2026, 1, 1), {});
    LOCI_VERIFY_RESULT(study);
    const CancelToken cancelled;
    cancelled.cancel();
    planning::Proposal proposal;
    proposal.changes = {tower(22, 101, 10)};
    const auto answer = (*study)->check(proposal, PlanStudy::Depth::Live, cancelled);
    QVERIFY(!answer && answer.error().code == ErrorCode::Cancelled);
    QVERIFY(!PlanStudy::make(rowTown(4), basisOf(160), QDate(2026, 1, 1), {}, {}, cancelled));
}

void PlanningStudyTest::scenariosLayTheirChangesOverTheirParents()
{
    Scenario base{
        QStringLiteral("a"), QStringLiteral("A"), {}, false, {}, {tower(22, 101, 10), tower(62, 101, 3, "other")}};
    Scenario child{QStringLiteral("b"), QStringLiteral("B"), QStringLiteral("a"), false, {}, {tower(22, 141, 10)}};
    PlanChange lower;
    lower.kind = PlanChange::Kind::Reshape;
    lower.id = QStringLiteral("other");
    lower.floors = 2;
    child.changes.push_back(lower);
    const auto proposal = planning::resolved({base, child}, QStringLiteral("b"));
    LOCI_VERIFY_RESULT(proposal);
    QCOMPARE(proposal->changes.size(), std::size_t(2));
    QCOMPARE(proposal->changes[0].footprint.front().front().y, 141.0);
    QVERIFY(proposal->changes[1].kind == PlanChange::Kind::Add);
    QCOMPARE(proposal->changes[1].floors, 2.0);
    PlanChange gone;
    gone.kind = PlanChange::Kind::Remove;
    gone.id = QStringLiteral("other");
    child.changes.back() = gone;
    QCOMPARE(planning::resolved({base, child}, QStringLiteral("b"))->changes.size(), std::size_t(1));
}

void PlanningStudyTest::conflictsStopAMerge()
{
    const Scenario a{QStringLiteral("a"), QStringLiteral("A"), {}, false, {}, {tower(22, 101, 10)}};
    Scenario b{
        QStringLiteral("b"), QStringLiteral("B"), {}, false, {}, {tower(22, 101, 12), tower(62, 101, 3, "other")}};
    QCOMPARE(*planning::conflictsOf({a, b}, a.id, b.id), QStringList{QStringLiteral("tower")});
    QVERIFY(!planning::merged({a, b}, a.id, b.id));
    b.changes.front() = a.changes.front();
    const auto merged = planning::merged({a, b}, a.id, b.id);
    LOCI_VERIFY_RESULT(merged);
    QCOMPARE(merged->changes.size(), std::size_t(2));
    Scenario frozen = a;
    frozen.locked = true;
    QVERIFY(!planning::merged({frozen, b}, a.id, b.id));
}

void PlanningStudyTest::aCircleOfScenariosIsRefused()
{
    const Scenario a{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("b"), false, {}, {}};
    const Scenario b{QStringLiteral("b"), QStringLiteral("B"), QStringLiteral("a"), false, {}, {}};
    QVERIFY(!planning::resolved({a, b}, a.id));
    QVERIFY(!planning::resolved({a}, a.id));
    QVERIFY(!planning::resolved({}, QStringLiteral("nobody")));
}

void PlanningStudyTest::changesSurviveJson()
{
    Scenario one{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("p"), true, {}, {tower(22.5, 101.25, 10)}};
    one.changes.front().attributes[QStringLiteral("function")] = QStringLiteral("office");
    one.approval = Scenario::Approval{QStringLiteral("Wang"), QStringLiteral("fine"),
                                      QDateTime(QDate(2026, 3, 4), QTime(5, 6), Qt::UTC)};
    const auto back = Scenario::fromJson(one.id, one.toJson());
    LOCI_VERIFY_RESULT(back);
    QVERIFY(*back == one);
    QVERIFY(!Scenario::fromJson(one.id, QJsonObject{{"changes", QJsonArray{QJsonObject{{"op", "add"}}}}}));
}

LOCI_TEST_CLASS(PlanningStudyTest)
#include "planning_studytest.moc"
