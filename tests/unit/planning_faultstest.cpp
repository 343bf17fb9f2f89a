// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/planstudy.h"
#include "layers/domain/city/citymodelbuilder.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QJsonDocument>
#include <QTest>
#include <cmath>
#include <limits>

using namespace loci;
using namespace loci::test;
using planning::RuleResult;
using planning::Verdict;

namespace {

const QDate kDay(2026, 1, 1);

QJsonObject heightRule(const QJsonValue &limit, const char *reference = "ground")
{
    return {{"id", "h"},   {"kind", "height"},       {"limit", limit},
            {"unit", "m"}, {"reference", reference}, {"areas", QJsonArray{"zone"}}};
}

QJsonObject bow(const QString &kind)
{
    return feature({{"id", "bow"}, {"kind", kind}}, QStringLiteral("Polygon"),
                   QJsonArray{QJsonArray{QJsonArray{-5, -5}, QJsonArray{40, 40}, QJsonArray{40, -5}, QJsonArray{-5, 40},
                                         QJsonArray{-5, -5}}});
}

QJsonObject line(const QString &kind)
{
    return feature({{"id", "thin"}, {"kind", kind}}, QStringLiteral("Polygon"),
                   QJsonArray{QJsonArray{QJsonArray{0, 0}, QJsonArray{10, 0}, QJsonArray{5, 0}, QJsonArray{0, 0}}});
}

/// Faces of a box that a building is made of; the others are left out.
enum Face { Ground = 1, Roof = 2, Walls = 4, South = 8, Inverted = 16 };

city::CityModelPtr bodyOf(int wanted, double height, bool asSolid = false)
{
    city::CityModelBuilder b;
    b.model().crs = EpsgCode(28992);
    b.beginObject("b", "Building");
    b.beginGeometry(asSolid ? city::GeometryType::Solid : city::GeometryType::MultiSurface, "2");
    if (asSolid) {
        b.beginShell();
    }
    const Vec3 p[8] = {{0, 0, 0},      {10, 0, 0},      {10, 20, 0},      {0, 20, 0},
                       {0, 0, height}, {10, 0, height}, {10, 20, height}, {0, 20, height}};
    const auto add = [&](std::vector<Vec3> ring, const char *semantic) {
        if ((wanted & Inverted) != 0) {
            std::reverse(ring.begin(), ring.end());
        }
        b.surface(std::span<const Vec3>(ring), semantic);
    };
    if ((wanted & Ground) != 0) {
        add({p[0], p[3], p[2], p[1]}, "GroundSurface");
    }
    if ((wanted & Roof) != 0) {
        add({p[4], p[5], p[6], p[7]}, "RoofSurface");
    }
    for (int i = 0; i < 4 && (wanted & Walls) != 0; ++i) {
        const int j = (i + 1) % 4;
        if (i > 0 || (wanted & South) == 0) {
            add({p[i], p[j], p[j + 4], p[i + 4]}, "WallSurface");
        }
    }
    return b.finish();
}

city::CityModelPtr flatTown(const char *attribute, double value)
{
    city::CityModelBuilder b;
    b.model().crs = EpsgCode(28992);
    b.beginObject("flat", "Building");
    b.attribute(attribute, value);
    b.beginGeometry(city::GeometryType::MultiSurface, "0");
    b.surface({{{0, 0, 2}, {10, 0, 2}, {10, 10, 2}, {0, 10, 2}}});
    return b.finish();
}

/// A view along the y axis whose plane lies at 20 m over the houses of these tests.
planning::ProtectedView levelView()
{
    planning::ProtectedView view;
    view.id = QStringLiteral("v");
    view.eyes = {{5, -500, 20}};
    view.edge = {{-200, 500, 20}, {200, 500, 20}};
    return view;
}

struct Checked
{
    analysis::CheckReport report;
    const RuleResult *row(const char *subject, const char *rule) const
    {
        return rowIn(report, QLatin1String(subject), QLatin1String(rule));
    }
};

Checked checkViews(const city::CityModelPtr &model, const std::vector<planning::ProtectedView> &list,
                   const QString &datum = {})
{
    const analysis::Shape::Context context;
    const auto set = analysis::BuildingSet::of(model, context, {}, {});
    const planning::PlanLayer layer;
    const auto pack =
        planning::RulePack::fromJson(packOf({QJsonObject{{"id", "view"}, {"kind", "view_ceiling"}, {"unit", "m"}}}));
    const planning::ViewSet views{{}, list};
    if (!set || !pack) {
        return {};
    }
    analysis::CheckRequest request{&set->value, &layer, &*pack, &views, kDay, datum, {}};
    return {analysis::checkRules(request).value_or(analysis::CheckReport())};
}

bool isNear(const std::optional<double> &value, double wanted, double tolerance = 1e-6)
{
    return value && std::abs(*value - wanted) <= tolerance;
}

bool isUnknown(const RuleResult *row, const char *missing)
{
    return row != nullptr && row->verdict == Verdict::Unknown && row->missing == QLatin1String(missing) &&
           !row->note.isEmpty() && !row->margin;
}

} // namespace

/// Input that is wrong gives a stated result or "unknown" with the reason, never a wrong verdict.
class PlanningFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void bodiesThatAreNotClosed_data();
    void bodiesThatAreNotClosed();
    void wallsWithoutARoofStillRiseIntoAView();
    void statedHeightsAreSeenByViewsAndZones();
    void heightsOfNothingOrLessAreUnknown();
    void overlappingBuildingsDoNotCountTwice();
    void aBuildingWithoutOutlineMakesItsParcelUnknown();
    void brokenAreasAreUnknownForEveryRule_data();
    void brokenAreasAreUnknownForEveryRule();
    void brokenGreenIsNotNoGreen();
    void otherHeightSystemsAreNotCompared();
    void datesThatCannotBeReadAreUnknown();
    void unitsThatDoNotFitAreRefused_data();
    void unitsThatDoNotFitAreRefused();
    void eyesInsideABuilding();
    void steepGroundIsStated();
    void coordinatesThatAreNoNumbers();
};

void PlanningFaultsTest::bodiesThatAreNotClosed_data()
{
    QTest::addColumn<int>("faces");
    QTest::addColumn<bool>("volumeKnown");
    QTest::newRow("closed") << (Ground | Roof | Walls) << true;
    QTest::newRow("wound inside out") << (Ground | Roof | Walls | Inverted) << true;
    QTest::newRow("without ground, which lies below the limit") << (Roof | Walls) << true;
    QTest::newRow("one wall missing") << (Ground | Roof | Walls | South) << false;
    QTest::newRow("roof over ground") << (Ground | Roof) << false;
}

void PlanningFaultsTest::bodiesThatAreNotClosed()
{
    QFETCH(int, faces);
    QFETCH(bool, volumeKnown);
    const Checked r{check({bodyOf(faces, 23.5), {boxFeature({{"id", "z"}}, -5, -5, 30, 10)}, {heightRule(20)}})};
    const RuleResult *row = r.row("b", "h");
    QVERIFY(row != nullptr && row->verdict == Verdict::Fail);
    QVERIFY(isNear(row->value, 23.5) && isNear(row->margin, -3.5));
    QVERIFY(isNear(row->excessArea, 100));
    QCOMPARE(row->excessVolume.has_value(), volumeKnown);
    QVERIFY(volumeKnown ? isNear(row->excessVolume, 350) : row->note.contains(QLatin1String("not closed")));
}

void PlanningFaultsTest::wallsWithoutARoofStillRiseIntoAView()
{
    for (const int faces : {Ground | Walls, Ground | Roof | Walls, Ground | Roof | Walls | Inverted}) {
        const Checked r = checkViews(bodyOf(faces, 23.5), {levelView()});
        const RuleResult *row = r.row("b", "view");
        QVERIFY(row != nullptr && row->verdict == Verdict::Fail);
        QVERIFY(isNear(row->margin, -3.5));
        const bool isClosed = (faces & Roof) != 0;
        QCOMPARE(row->excessVolume.has_value(), isClosed);
        QVERIFY(!isClosed || isNear(row->excessVolume, 700));
    }
    const Checked low = checkViews(bodyOf(Ground | Walls, 19), {levelView()});
    QVERIFY(low.row("b", "view")->verdict == Verdict::Pass && isNear(low.row("b", "view")->margin, 1));
    // Walls alone have no outline, so nobody knows what they stand in.
    QVERIFY(isUnknown(checkViews(bodyOf(Walls, 23.5), {levelView()}).row("b", "view"), "outline"));
}

void PlanningFaultsTest::statedHeightsAreSeenByViewsAndZones()
{
    const city::CityModelPtr model = flatTown("measuredHeight", 21);
    const Checked seen = checkViews(model, {levelView()});
    QVERIFY(seen.row("flat", "view")->verdict == Verdict::Fail);
    QVERIFY(isNear(seen.row("flat", "view")->margin, -3) && isNear(seen.row("flat", "view")->excessVolume, 300));
    const Checked zoned{check({model, {boxFeature({{"id", "z"}}, 5, -5, 30, 30)}, {heightRule(18)}})};
    QVERIFY(zoned.row("flat", "h")->verdict == Verdict::Fail);
    QVERIFY(isNear(zoned.row("flat", "h")->excessArea, 50) && isNear(zoned.row("flat", "h")->excessVolume, 150));
}

void PlanningFaultsTest::heightsOfNothingOrLessAreUnknown()
{
    for (const double height : {-12.0, 0.0}) {
        const city::CityModelPtr model = flatTown("measuredHeight", height);
        const Checked r{check(
            {model,
             {boxFeature({{"id", "z"}}, -5, -5, 30, 30), boxFeature({{"id", "p"}, {"kind", "parcel"}}, -5, -5, 30, 30)},
             {heightRule(18),
              {{"id", "far"}, {"kind", "floor_area_ratio"}, {"limit", 1.5}, {"areas", QJsonArray{"parcel"}}}}})};
        QVERIFY(isUnknown(r.row("flat", "h"), "height"));
        QVERIFY(isUnknown(r.row("p", "far"), "storeys"));
        QVERIFY(isUnknown(checkViews(model, {levelView()}).row("flat", "view"), "height"));
    }
    const Checked storeys{
        check({flatTown("storeysAboveGround", -3),
               {boxFeature({{"id", "p"}, {"kind", "parcel"}}, -5, -5, 30, 30)},
               {{{"id", "far"}, {"kind", "floor_area_ratio"}, {"limit", 1.5}, {"areas", QJsonArray{"parcel"}}}}})};
    QVERIFY(isUnknown(storeys.row("p", "far"), "storeys"));
}

void PlanningFaultsTest::overlappingBuildingsDoNotCountTwice()
{
    const Checked r{check(
        {boxTown({{"a", 0, 0, 40, 40, 0, 9, {}, 3}, {"b", 20, 0, 60, 40, 0, 9, {}, 3}}),
         {boxFeature({{"id", "p"}, {"kind", "parcel"}}, 0, 0, 100, 100)},
         {{{"id", "far"}, {"kind", "floor_area_ratio"}, {"limit", 0.1}, {"areas", QJsonArray{"parcel"}}},
          {{"id", "cov"}, {"kind", "coverage"}, {"limit", 20}, {"unit", "%"}, {"areas", QJsonArray{"parcel"}}}}})};
    QVERIFY2(isUnknown(r.row("p", "far"), "overlap"), "floor area is not sure, even far above the limit");
    QVERIFY(isNear(r.row("p", "cov")->value, 24) && r.row("p", "cov")->verdict == Verdict::Fail);
}

void PlanningFaultsTest::aBuildingWithoutOutlineMakesItsParcelUnknown()
{
    const std::vector<QJsonObject> rules{
        {{"id", "far"}, {"kind", "floor_area_ratio"}, {"limit", 1.5}, {"areas", QJsonArray{"parcel"}}},
        {{"id", "cov"}, {"kind", "coverage"}, {"limit", 30}, {"unit", "%"}, {"areas", QJsonArray{"parcel"}}},
        heightRule(18)};
    const Checked r{check({bodyOf(Walls, 23.5),
                           {boxFeature({{"id", "p"}, {"kind", "parcel"}}, 0, 0, 100, 100),
                            boxFeature({{"id", "q"}, {"kind", "parcel"}}, 200, 0, 300, 100)},
                           rules})};
    QVERIFY(isUnknown(r.row("p", "far"), "outline") && isUnknown(r.row("p", "cov"), "outline"));
    QVERIFY(r.row("q", "far")->verdict == Verdict::Pass && r.row("q", "cov")->verdict == Verdict::Pass);
    QVERIFY(isUnknown(r.row("b", "h"), "outline"));
}

void PlanningFaultsTest::brokenAreasAreUnknownForEveryRule_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("rule");
    const auto row = [](const char *kind, const QJsonObject &rule) {
        QTest::newRow(qPrintable(rule["kind"].toString())) << QString::fromLatin1(kind) << rule;
    };
    const QJsonArray zone{"zone"};
    row("zone", {{"id", "r"}, {"kind", "height"}, {"limit", 18}, {"areas", zone}});
    row("zone", {{"id", "r"}, {"kind", "protection"}, {"areas", zone}});
    row("zone", {{"id", "r"}, {"kind", "setback"}, {"limit", 5}, {"bound", "at_least"}, {"areas", zone}});
    row("zone", {{"id", "r"}, {"kind", "use"}, {"allowed", QJsonArray{"office"}}, {"areas", zone}});
    row("zone", {{"id", "r"}, {"kind", "hill_view"}, {"limit", 0.5}, {"unit", "m"}, {"areas", zone}});
    row("zone",
        {{"id", "r"}, {"kind", "neighbour_height"}, {"areas", zone}, {"parameters", QJsonObject{{"within", 50}}}});
    row("parcel", {{"id", "r"}, {"kind", "floor_area_ratio"}, {"limit", 1}, {"areas", QJsonArray{"parcel"}}});
    row("parcel", {{"id", "r"}, {"kind", "coverage"}, {"limit", 30}, {"areas", QJsonArray{"parcel"}}});
    row("parcel", {{"id", "r"}, {"kind", "green_ratio"}, {"limit", 30}, {"areas", QJsonArray{"parcel"}}});
}

void PlanningFaultsTest::brokenAreasAreUnknownForEveryRule()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, rule);
    const city::CityModelPtr model = boxTown({{"a", 1, -1, 9, 9, 0, 12, {{"function", "office"}}}});
    const QJsonObject eye = feature({{"id", "eye"}, {"kind", "viewpoint"}, {"eye_elevation", 10}},
                                    QStringLiteral("Point"), QJsonArray{500, 500});
    for (const QJsonObject &broken : {bow(kind), line(kind)}) {
        const CheckInput input{model, {broken, eye}, {rule}};
        const Checked r{check(input)};
        QCOMPARE(r.report.results.size(), 1U);
        QVERIFY2(isUnknown(&r.report.results.front(), "area_geometry"),
                 qPrintable(r.report.results.front().missing + r.report.results.front().note));
        QVERIFY(std::any_of(r.report.findings.begin(), r.report.findings.end(),
                            [](const Finding &f) { return f.code == QLatin1String("area_geometry"); }));
    }
}

void PlanningFaultsTest::brokenGreenIsNotNoGreen()
{
    const Checked r{check({boxTown({{"a", 60, 60, 70, 70, 0, 9}}),
                           {boxFeature({{"id", "p"}, {"kind", "parcel"}}, 0, 0, 100, 100), bow(QStringLiteral("green")),
                            boxFeature({{"id", "g"}, {"kind", "green"}}, 80, 80, 100, 100)},
                           {{{"id", "r"},
                             {"kind", "green_ratio"},
                             {"limit", 30},
                             {"bound", "at_least"},
                             {"areas", QJsonArray{"parcel"}}}}})};
    QVERIFY(isUnknown(r.row("p", "r"), "green"));
}

void PlanningFaultsTest::otherHeightSystemsAreNotCompared()
{
    const city::CityModelPtr model = bodyOf(Ground | Roof | Walls, 23.5);
    planning::ProtectedView view = levelView();
    view.datum = QStringLiteral("Huanghai 1956");
    QVERIFY(isUnknown(checkViews(model, {view}).row("b", "view"), "datum"));
    QVERIFY(isUnknown(checkViews(model, {view}, QStringLiteral("1985")).row("b", "view"), "datum"));
    const Checked mixed = checkViews(model, {view, levelView()}, QStringLiteral("1985"));
    QCOMPARE(mixed.report.results.size(), 2U);
    QVERIFY(std::any_of(mixed.report.findings.begin(), mixed.report.findings.end(),
                        [](const Finding &f) { return f.code == QLatin1String("view_datum"); }));
    const Checked same = checkViews(model, {view}, view.datum);
    QVERIFY(same.row("b", "view")->verdict == Verdict::Fail && same.report.findings.empty());
    QVERIFY(!analysis::ViewCeiling::of({{}, {view}}, kDay, QStringLiteral("1985")).value.heightAt({5, 5}));

    // A zone that says its own system wins over the rule's.
    QJsonObject rule = heightRule(QJsonObject{{"property", "max"}}, "datum");
    rule["parameters"] = QJsonObject{{"datum", "1985"}};
    CheckInput input{model, {boxFeature({{"id", "z"}, {"max", 30}, {"datum", "local"}}, -5, -5, 30, 30)}, {rule}};
    input.datum = QStringLiteral("1985");
    QVERIFY(isUnknown(Checked{check(input)}.row("b", "h"), "datum"));
    input.datum = QStringLiteral("local");
    QVERIFY(Checked{check(input)}.row("b", "h")->verdict == Verdict::Pass);

    const std::vector<QJsonObject> hill{
        feature({{"id", "eye"}, {"kind", "viewpoint"}, {"eye_elevation", 10}, {"datum", "1985"}},
                QStringLiteral("Point"), QJsonArray{5, -500}),
        feature({{"id", "hill"}, {"kind", "hill"}, {"elevation", 60}, {"half_width", 100}}, QStringLiteral("Point"),
                QJsonArray{5, 500})};
    const QJsonObject hidden{
        {"id", "hill"}, {"kind", "hill_view"}, {"limit", 0.66}, {"unit", "m"}, {"areas", QJsonArray{"hill"}}};
    QVERIFY(isUnknown(Checked{check({model, hill, {hidden}})}.row("b", "hill"), "datum"));
}

void PlanningFaultsTest::datesThatCannotBeReadAreUnknown()
{
    const CheckInput input{bodyOf(Ground | Roof | Walls, 10),
                           {boxFeature({{"id", "z"}, {"from", "spring 2020"}}, -5, -5, 30, 30)},
                           {heightRule(18)}};
    QVERIFY(isUnknown(Checked{check(input)}.row("b", "h"), "dates"));
    const auto layer = planning::PlanLayer::fromGeoJson(collection(input.features), QStringLiteral("zones"));
    LOCI_VERIFY_RESULT(layer);
    QVERIFY(layer->findings.size() == 1 && layer->findings[0].code == QLatin1String("zone_dates"));
    const QByteArray view = R"({"views":[{"id":"a","from":"2020-13-45","eyes":[[0,0,1]],"edge":[[0,9,2],[1,9,2]]}]})";
    const auto refused = planning::ViewSet::fromJson(view);
    QVERIFY(!refused && refused.error().message.contains(QLatin1String("dates")));
    QJsonObject undated = heightRule(18);
    undated["from"] = "";
    CheckInput without{bodyOf(Ground | Roof | Walls, 40), {boxFeature({{"id", "z"}}, -5, -5, 30, 30)}, {undated}};
    QVERIFY2(isUnknown(Checked{check(without)}.row("b", "h"), "dates"), "neither does it fail");
}

void PlanningFaultsTest::unitsThatDoNotFitAreRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("fits");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char *kind, const char *fits, const char *wrong) {
        QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromUtf8(fits) << QString::fromLatin1(wrong);
    };
    row("height", "m", "ft");
    row("view_ceiling", "m", "km");
    row("setback", "m", "%");
    row("floor_area_ratio", "1", "m2");
    row("coverage", "%", "m2");
    row("green_ratio", "%", "1");
    row("protection", "m²", "ha");
    row("sunlight", "h", "min");
}

void PlanningFaultsTest::unitsThatDoNotFitAreRefused()
{
    QFETCH(QString, kind);
    QFETCH(QString, fits);
    QFETCH(QString, wrong);
    QJsonObject rule{{"id", "feet"}, {"kind", kind}, {"limit", 60}, {"unit", fits}};
    LOCI_VERIFY_RESULT(planning::RulePack::fromJson(packOf({rule})));
    rule["unit"] = wrong;
    const auto refused = planning::RulePack::fromJson(packOf({rule}));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QLatin1String("feet")) &&
            refused.error().message.contains(QLatin1String("unit")));
}

void PlanningFaultsTest::eyesInsideABuilding()
{
    const city::CityModelPtr model = bodyOf(Ground | Roof | Walls, 23.5);
    planning::ProtectedView view = levelView();
    view.eyes = {{5, 10, 20}};
    QVERIFY(isUnknown(checkViews(model, {view}).row("b", "view"), "eye_inside"));
    // Another eye that looks from outside finds it too high all the same.
    view.eyes.push_back({5, -500, 20});
    QVERIFY(checkViews(model, {view}).row("b", "view")->verdict == Verdict::Fail);
    view.eyes = {{5, 10, 25}}; // on its roof, level
    view.edge = {{-200, 500, 25}, {200, 500, 25}};
    QVERIFY(checkViews(model, {view}).row("b", "view")->verdict == Verdict::Pass);

    view.eyes = {{5, 10, 20}};
    planning::PlanBasis basis;
    basis.views.views = {view};
    const auto study = analysis::PlanStudy::make(model, basis, kDay, {});
    LOCI_VERIFY_RESULT(study);
    const auto over = (*study)->overshoots();
    LOCI_VERIFY_RESULT(over);
    QVERIFY(over->empty());

    const std::vector<QJsonObject> hill{
        feature({{"id", "eye"}, {"kind", "viewpoint"}, {"eye_elevation", 10}}, QStringLiteral("Point"),
                QJsonArray{5, 10}),
        feature({{"id", "hill"}, {"kind", "hill"}, {"elevation", 60}, {"half_width", 100}}, QStringLiteral("Point"),
                QJsonArray{5, 500})};
    const QJsonObject hidden{
        {"id", "hill"}, {"kind", "hill_view"}, {"limit", 0.66}, {"unit", "m"}, {"areas", QJsonArray{"hill"}}};
    QVERIFY(isUnknown(Checked{check({model, hill, {hidden}})}.row("b", "hill"), "eye_inside"));
}

/// A house of 10 by 20 m whose ground surface follows a slope of 40 degrees: 16.8 m from its lowest to its highest
/// corner. Its height counts from the lowest, and the row says so.
void PlanningFaultsTest::steepGroundIsStated()
{
    const double rise = 20 * std::tan(40 * std::acos(-1.0) / 180);
    city::CityModelBuilder b;
    b.model().crs = EpsgCode(28992);
    b.beginObject("b", "Building");
    b.beginGeometry(city::GeometryType::Solid, "2");
    b.beginShell();
    const double top = 25;
    const Vec3 p[8] = {{0, 0, 0},   {10, 0, 0},   {10, 20, rise}, {0, 20, rise},
                       {0, 0, top}, {10, 0, top}, {10, 20, top},  {0, 20, top}};
    b.surface({{p[0], p[3], p[2], p[1]}}, "GroundSurface");
    b.surface({{p[4], p[5], p[6], p[7]}}, "RoofSurface");
    for (int i = 0; i < 4; ++i) {
        const int j = (i + 1) % 4;
        b.surface({{p[i], p[j], p[j + 4], p[i + 4]}}, "WallSurface");
    }
    const city::CityModelPtr model = b.finish();
    const std::vector<QJsonObject> zone{boxFeature({{"id", "z"}}, -5, -5, 30, 30)};
    const Checked low{check({model, zone, {heightRule(18)}})};
    const RuleResult *row = low.row("b", "h");
    QVERIFY(row->verdict == Verdict::Fail && isNear(row->value, 25) && isNear(row->margin, -7));
    QVERIFY2(row->marginal, "from its highest ground it is 8.2 m high and would pass");
    QVERIFY(row->note.contains(QLatin1String("16.78")));
    const Checked high{check({model, zone, {heightRule(5)}})};
    QVERIFY(high.row("b", "h")->verdict == Verdict::Fail && !high.row("b", "h")->marginal);
    // Absolute heights do not ask for the ground.
    const Checked absolute{check({model, zone, {heightRule(24, "datum")}})};
    QVERIFY(isNear(absolute.row("b", "h")->margin, -1) && absolute.row("b", "h")->note.isEmpty());
    // What stands above the limit is counted from there, slope or not.
    QVERIFY(isNear(row->excessVolume, 10 * 20 * 7));
}

void PlanningFaultsTest::coordinatesThatAreNoNumbers()
{
    constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    for (const QByteArray &number : {QByteArray("1e999"), QByteArray("null"), QByteArray("\"12\"")}) {
        const QByteArray zones = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"z"},)"
                                 R"("geometry":{"type":"Polygon","coordinates":[[[0,0],[)" +
                                 number + R"(,0],[5,5],[0,0]]]}}]})";
        const auto layer = planning::PlanLayer::fromGeoJson(zones, QStringLiteral("zones"));
        QVERIFY(!layer || (layer->value.areas.empty() && layer->findings.size() == 1));
        QVERIFY(!planning::ViewSet::fromJson(R"({"views":[{"id":"a","eyes":[[0,0,)" + number +
                                             R"(]],"edge":[[0,9,2],[1,9,2]]}]})"));
        QVERIFY(!planning::Proposal::fromJson(R"({"changes":[{"op":"add","id":"a","floors":3,"base":)" + number +
                                              R"(,"footprint":[[0,0],[9,0],[9,9]]}]})"));
    }
    const auto study = analysis::PlanStudy::make(bodyOf(Ground | Roof | Walls, 10), {}, kDay, {});
    LOCI_VERIFY_RESULT(study);
    for (const double wrong : {kNothing, kEndless}) {
        planning::PlanChange change;
        change.id = QStringLiteral("new");
        change.footprint = {{{50, 50}, {60, 50}, {wrong, 60}}};
        change.floors = 3;
        planning::Proposal proposal;
        proposal.changes = {change};
        QVERIFY(!(*study)->check(proposal));
        proposal.changes[0].footprint = {{{50, 50}, {60, 50}, {60, 60}}};
        proposal.changes[0].base = wrong;
        QVERIFY(!(*study)->check(proposal));
        planning::ProtectedView view = levelView();
        view.eyes[0].z = wrong;
        const auto ceiling = analysis::ViewCeiling::of({{}, {view}}, kDay);
        QVERIFY(!ceiling.value.heightAt({5, 5}) && ceiling.findings.size() == 1);
    }
}

LOCI_TEST_CLASS(PlanningFaultsTest)
#include "planning_faultstest.moc"
