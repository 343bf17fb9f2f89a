// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/planstudy.h"
#include "layers/analysis/rays/modelfaces.h"
#include "layers/analysis/view/skyline.h"
#include "layers/formats/planplacing.h"
#include "layers/formats/pointtransform.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace loci;
using namespace loci::test;
using analysis::PlanStudy;
using planning::Verdict;

namespace {

const QDate kDay(2026, 1, 1);
constexpr double kX = 80000, kY = 450000; // The Hague

class Dice
{
public:
    explicit Dice(unsigned seed) : m_random(seed) {}
    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(m_random); }

private:
    std::mt19937 m_random;
};

std::vector<BoxHouse> housesOf(Dice &dice, int count)
{
    std::vector<BoxHouse> houses;
    houses.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double x = kX + dice.between(0, 600), y = kY + dice.between(0, 600);
        houses.push_back({QStringLiteral("h%1").arg(i), x, y, x + dice.between(8, 30), y + dice.between(8, 30), 2,
                          2 + dice.between(4, 60)});
    }
    return houses;
}

planning::ProtectedView viewOf(Dice &dice, int number)
{
    planning::ProtectedView view;
    view.id = QStringLiteral("v%1").arg(number);
    const double x = kX + dice.between(0, 600), z = dice.between(20, 60);
    view.eyes = {{kX + dice.between(0, 600), kY - 200, dice.between(2, 30)}};
    view.edge = {{x - 150, kY + 900, z}, {x + 150, kY + 900, z}};
    view.refraction = number % 2 == 0 ? std::optional(0.13) : std::nullopt;
    view.consultation = number % 3 == 0 ? 40 : 0;
    return view;
}

std::vector<QJsonObject> rulesOfTown()
{
    return {
        {{"id", "h"}, {"kind", "height"}, {"limit", QJsonObject{{"property", "max"}}}, {"areas", QJsonArray{"zone"}}},
        {{"id", "view"}, {"kind", "view_ceiling"}, {"unit", "m"}},
        {{"id", "next"},
         {"kind", "neighbour_height"},
         {"areas", QJsonArray{"protected_building"}},
         {"parameters", QJsonObject{{"within", 120}}}},
        {{"id", "hill"},
         {"kind", "hill_view"},
         {"limit", 0.66},
         {"areas", QJsonArray{"hill"}},
         {"parameters", QJsonObject{{"background", 500}}}},
        {{"id", "away"}, {"kind", "setback"}, {"limit", 15}, {"bound", "at_least"}, {"areas", QJsonArray{"line"}}},
        {{"id", "cover"}, {"kind", "coverage"}, {"limit", 20}, {"areas", QJsonArray{"parcel"}}}};
}

std::vector<QJsonObject> areasOfTown(Dice &dice)
{
    std::vector<QJsonObject> areas{feature({{"id", "eye"}, {"kind", "viewpoint"}, {"eye_elevation", 4}},
                                           QStringLiteral("Point"), QJsonArray{kX + 300, kY - 300}),
                                   feature({{"id", "hill"}, {"kind", "hill"}, {"elevation", 90}, {"half_width", 250}},
                                           QStringLiteral("Point"), QJsonArray{kX + 300, kY + 1500}),
                                   feature({{"id", "line"}, {"kind", "line"}}, QStringLiteral("LineString"),
                                           QJsonArray{QJsonArray{kX, kY + 300}, QJsonArray{kX + 600, kY + 280}}),
                                   boxFeature({{"id", "plot"}, {"kind", "parcel"}}, kX, kY, kX + 600, kY + 600)};
    for (int i = 0; i < 6; ++i) {
        const double x = kX + dice.between(0, 500), y = kY + dice.between(0, 500);
        areas.push_back(
            boxFeature({{"id", QStringLiteral("z%1").arg(i)}, {"max", dice.between(8, 50)}}, x, y, x + 120, y + 120));
        areas.push_back(boxFeature(
            {{"id", QStringLiteral("p%1").arg(i)}, {"kind", "protected_building"}, {"height", dice.between(8, 40)}}, x,
            y, x + 10, y + 10));
    }
    return areas;
}

planning::PlanBasis basisOf(const std::vector<QJsonObject> &areas, std::vector<planning::ProtectedView> views)
{
    planning::PlanBasis basis;
    const auto layer = planning::PlanLayer::fromGeoJson(collection(areas), QStringLiteral("areas"));
    const auto pack = planning::RulePack::fromJson(packOf(rulesOfTown()));
    basis.areas = layer ? layer->value : planning::PlanLayer();
    basis.rules = pack.value_or(planning::RulePack());
    basis.views.crs = EpsgCode(28992);
    basis.views.views = std::move(views);
    return basis;
}

Result<analysis::CheckReport> checkAll(const city::CityModelPtr &model, const planning::PlanBasis &basis)
{
    const analysis::Shape::Context context;
    LOCI_TRY(const Loaded<analysis::BuildingSet> set, analysis::BuildingSet::of(model, context, {}, {}));
    analysis::CheckRequest request{&set.value, &basis.areas, &basis.rules, &basis.views, kDay, {}, {}};
    return analysis::checkRules(request);
}

bool isClose(const std::optional<double> &a, const std::optional<double> &b, double tolerance)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) <= tolerance);
}

/// Areas and views through PROJ into another system.
planning::PlanCase movedTo(const planning::PlanBasis &basis, EpsgCode areas, EpsgCode views)
{
    planning::PlanCase moved;
    moved.layers = {basis.areas};
    moved.views = {basis.views};
    moved.packs = {basis.rules};
    const auto there = formats::PointTransform::between(EpsgCode(28992), areas);
    const auto seen = formats::PointTransform::between(EpsgCode(28992), views);
    const bool fine = there && seen && moved.layers[0].transform(areas, [&](const Vec2 &p) { return (*there)(p); }) &&
                      moved.views[0].transform(views, [&](const Vec2 &p) { return (*seen)(p); });
    return fine ? moved : planning::PlanCase();
}

} // namespace

/// What must hold for every town, over many random ones.
class PlanningPropertyTest : public QObject
{
    Q_OBJECT

private slots:
    /// Whatever the kind of height rule: a lower building passes what the higher one passed.
    void loweringABuildingNeverFailsAHeightRule()
    {
        Dice dice(23);
        int passed = 0, failed = 0;
        for (int round = 0; round < 12; ++round) {
            std::vector<BoxHouse> houses = housesOf(dice, 25);
            const planning::PlanBasis basis =
                basisOf(areasOfTown(dice), {viewOf(dice, 0), viewOf(dice, 1), viewOf(dice, 2)});
            const auto before = checkAll(boxTown(houses), basis);
            for (BoxHouse &house : houses) {
                house.z1 = house.z0 + 0.5 + (house.z1 - house.z0 - 0.5) * dice.between(0, 1);
            }
            const auto after = checkAll(boxTown(houses), basis);
            LOCI_VERIFY_RESULT(before);
            LOCI_VERIFY_RESULT(after);
            QVERIFY(before->results.size() > 40);
            for (const planning::RuleResult &high : before->results) {
                // What is said of the consultation area goes away with what rose into it.
                const planning::RuleResult *low = rowIn(*after, high.subject, high.rule, high.area);
                QVERIFY2(low != nullptr || high.missing == QLatin1String("consultation"), qPrintable(high.rule));
                QVERIFY2(high.verdict != Verdict::Pass || low->verdict == Verdict::Pass,
                         qPrintable(high.subject + QLatin1Char(' ') + high.rule));
                passed += high.verdict == Verdict::Pass ? 1 : 0;
                failed += high.verdict == Verdict::Fail ? 1 : 0;
            }
        }
        QVERIFY2(passed > 200 && failed > 200, "the towns must have something to say");
    }

    /// More views: nobody gets more room, and nobody who rose above the ceiling comes down.
    void anotherViewNeverGivesRoom()
    {
        Dice dice(5);
        const city::CityModelPtr model = boxTown(housesOf(dice, 60));
        std::vector<planning::ProtectedView> views;
        std::map<QString, double> before;
        for (int i = 0; i < 12; ++i) {
            views.push_back(viewOf(dice, i));
            const auto study = PlanStudy::make(model, basisOf({}, views), kDay, {});
            LOCI_VERIFY_RESULT(study);
            const auto over = (*study)->overshoots();
            LOCI_VERIFY_RESULT(over);
            std::map<QString, double> now;
            for (const PlanStudy::Overshoot &one : *over) {
                now[one.building] = one.over;
            }
            for (const auto &[id, height] : before) {
                QVERIFY(now.count(id) == 1 && now[id] >= height);
            }
            before = now;
        }
        QVERIFY(before.size() > 10);
    }

    /// The list of a whole town, on all cores and with its shortcuts, is what one gets by asking of each building.
    void overshootsAreWhatEachBuildingSays()
    {
        Dice dice(31);
        const city::CityModelPtr model = boxTown(housesOf(dice, 200));
        std::vector<planning::ProtectedView> views;
        for (int i = 0; i < 9; ++i) {
            views.push_back(viewOf(dice, i));
        }
        const auto study = PlanStudy::make(model, basisOf({}, views), kDay, {});
        LOCI_VERIFY_RESULT(study);
        std::vector<double> progress;
        std::mutex guard;
        const auto listed = (*study)->overshoots({}, [&](double part) {
            const std::lock_guard lock(guard);
            progress.push_back(part);
        });
        LOCI_VERIFY_RESULT(listed);
        QCOMPARE(*std::max_element(progress.begin(), progress.end()), 1.0);
        std::map<QString, double> wanted;
        for (city::ObjectIndex o = 0; o < model->objectCount(); ++o) {
            for (const auto &one : (*study)->ceiling().against(analysis::facesOf(*model, o))) {
                if (!one.facet->consultation && one.over > 0 && !one.eyeInside) {
                    wanted[model->idOf(o)] = std::max(wanted[model->idOf(o)], one.over);
                }
            }
        }
        QCOMPARE(listed->size(), wanted.size());
        QVERIFY(wanted.size() > 20 && wanted.size() < 200);
        for (std::size_t i = 0; i < listed->size(); ++i) {
            QCOMPARE((*listed)[i].over, wanted[(*listed)[i].building]);
            QVERIFY(i == 0 || (*listed)[i].over <= (*listed)[i - 1].over);
        }
        const CancelToken cancelled;
        cancelled.cancel();
        const auto none = (*study)->overshoots(cancelled);
        QVERIFY(!none && none.error().code == ErrorCode::Cancelled);
    }

    /// Whatever stands in the shadow of a screen, as the eye sees it, changes no skyline and hides no landmark.
    void aHiddenProposalChangesNoSkyline()
    {
        Dice dice(41);
        const Vec3 eye{kX + 300, kY - 300, 2};
        for (int round = 0; round < 30; ++round) {
            std::vector<BoxHouse> houses = housesOf(dice, 15);
            const double top = dice.between(30, 60);
            houses.push_back({QStringLiteral("screen"), kX + 200, kY - 150, kX + 400, kY - 140, 0, top});
            houses.push_back({QStringLiteral("mark"), kX + 250, kY + 900, kX + 350, kY + 920, 0, 400});
            const city::CityModelPtr base = boxTown(houses);
            // Within the sector of the screen's far edge, below the line over its near top edge.
            const double y = kY + dice.between(-130, 500), far = y + 20 - eye.y;
            const double reach = 0.95 * 100 * (y - eye.y) / (kY - 140 - eye.y);
            const double x = eye.x + dice.between(-reach, reach - 12);
            const double line = eye.z + (top - eye.z) * (y - eye.y) / (kY - 140 - eye.y);
            planning::PlanChange tower;
            tower.id = QStringLiteral("new");
            tower.footprint = {{{x, y}, {x + 12, y}, {x + 12, y + 20}, {x, y + 20}}};
            tower.floors = 1;
            tower.floorHeight = line - 0.05;
            QVERIFY(far > 0 && x + 12 <= eye.x + reach);
            planning::Proposal proposal;
            proposal.changes = {tower};
            const auto changed = planning::applied(base, proposal);
            LOCI_VERIFY_RESULT(changed);
            const auto before = analysis::facesOfModel(*base), after = analysis::facesOfModel(**changed);
            QCOMPARE(changedShare(analysis::skylineFrom(before, eye), analysis::skylineFrom(after, eye)), 0.0);
            proposal.changes[0].floorHeight = 3 * line;
            const auto seen = planning::applied(base, proposal);
            LOCI_VERIFY_RESULT(seen);
            const auto high = analysis::facesOfModel(**seen);
            QVERIFY2(changedShare(analysis::skylineFrom(before, eye), analysis::skylineFrom(high, eye)) > 0 ||
                         3 * line < 400.0 * far / 1200,
                     "what is higher is seen");
        }
    }

    void otherCoordinateSystemsGiveTheSame_data()
    {
        QTest::addColumn<int>("areas");
        QTest::addColumn<int>("views");
        QTest::newRow("degrees and web mercator") << 4326 << 3857;
        QTest::newRow("UTM and degrees") << 32631 << 4326;
        QTest::newRow("the model's and UTM") << 28992 << 25831;
    }
    /// Rules, ceiling and volumes do not depend on what areas and views were written in: 5 mm and 0.1 %.
    void otherCoordinateSystemsGiveTheSame()
    {
        QFETCH(int, areas);
        QFETCH(int, views);
        Dice dice(13);
        const city::CityModelPtr model = boxTown(housesOf(dice, 40));
        const planning::PlanBasis basis =
            basisOf(areasOfTown(dice), {viewOf(dice, 0), viewOf(dice, 1), viewOf(dice, 2), viewOf(dice, 3)});
        const auto moved = formats::placed(movedTo(basis, EpsgCode(areas), EpsgCode(views)), EpsgCode(28992));
        LOCI_VERIFY_RESULT(moved);
        QCOMPARE(moved->views.views.size(), basis.views.views.size());
        const auto here = checkAll(model, basis), there = checkAll(model, *moved);
        LOCI_VERIFY_RESULT(here);
        LOCI_VERIFY_RESULT(there);
        QVERIFY(here->results.size() > 60);
        QCOMPARE(there->results.size(), here->results.size());
        for (std::size_t i = 0; i < here->results.size(); ++i) {
            const planning::RuleResult &a = here->results[i], &b = there->results[i];
            QVERIFY(a.subject == b.subject && a.rule == b.rule && a.area == b.area);
            QVERIFY2(a.verdict == b.verdict || (a.margin && std::abs(*a.margin) < 0.005), qPrintable(a.rule));
            QVERIFY2(isClose(a.value, b.value, 0.005) && isClose(a.limit, b.limit, 0.005), qPrintable(a.rule));
            QVERIFY2(isClose(a.excessVolume, b.excessVolume, 1 + 0.001 * a.excessVolume.value_or(0)),
                     qPrintable(a.rule));
        }
        const auto mine = analysis::ViewCeiling::of(basis.views, kDay).value;
        const auto theirs = analysis::ViewCeiling::of(moved->views, kDay).value;
        int under = 0;
        for (int i = 0; i < 500; ++i) {
            const Vec2 place{kX + dice.between(0, 600), kY + dice.between(0, 600)};
            const auto a = mine.heightAt(place), b = theirs.heightAt(place);
            QVERIFY(a.has_value() == b.has_value() && (!a || std::abs(a->height - b->height) < 0.005));
            under += a ? 1 : 0;
        }
        QVERIFY(under > 100);
    }
};

LOCI_TEST_CLASS(PlanningPropertyTest)
#include "planning_propertytest.moc"
