// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/parcelmetrics.h"
#include "layers/analysis/planning/streetproportion.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace loci;
using namespace loci::test;
using planning::RuleResult;
using planning::Verdict;

namespace {

bool isNear(const std::optional<double> &value, double wanted, double tolerance = 1e-6)
{
    return value && std::abs(*value - wanted) <= tolerance;
}

QJsonObject heightRule(const char *id, const QJsonValue &limit, const char *reference = "ground")
{
    return {{"id", id},    {"kind", "height"},       {"limit", limit},
            {"unit", "m"}, {"reference", reference}, {"areas", QJsonArray{"zone"}}};
}

} // namespace

class PlanningEngineTest : public QObject
{
    Q_OBJECT

private slots:
    /// domain.md 7.13: a footprint of 300 m2 in two zones.
    void judgesEachZoneByThePartInIt()
    {
        const CheckReportHolder r(check({boxTown({{"b", 0, 0, 30, 10, 2, 23.3}}),
                                         {boxFeature({{"id", "z18"}, {"max", 18}}, -5, -5, 12, 20),
                                          boxFeature({{"id", "z24"}, {"max", 24}}, 12, -5, 50, 20)},
                                         {[] {
                                             QJsonObject rule = heightRule("h", QJsonObject{{"property", "max"}});
                                             rule["accuracy"] = 0.5;
                                             return rule;
                                         }()}}));
        const RuleResult *first = r.row("b", "h", "z18");
        const RuleResult *second = r.row("b", "h", "z24");
        QVERIFY(first != nullptr && second != nullptr);
        QVERIFY(first->verdict == Verdict::Fail && second->verdict == Verdict::Pass);
        QVERIFY(isNear(first->value, 21.3) && isNear(first->margin, -3.3) && isNear(second->margin, 2.7));
        QVERIFY(isNear(first->excessArea, 120) && isNear(first->excessVolume, 396));
        QVERIFY(first->governing && !second->governing && !first->marginal);
    }

    /// Only the part of the building that stands in the area counts for its height there.
    void theLowPartOfABuildingMayStandInALowZone()
    {
        std::vector<BoxHouse> parts{{"b", 0, 0, 10, 10, 0, 30}};
        const CheckReportHolder r(
            check({boxTown(parts), {boxFeature({{"id", "z"}}, 10, 0, 20, 10)}, {heightRule("h", 18)}}));
        QVERIFY2(r.row("b", "h") == nullptr, "what only touches an area is not in it");
    }

    void unknownIsNeverPass()
    {
        const QJsonObject undated{{"id", "undated"}, {"kind", "height"}, {"limit", 100}, {"unit", "m"}, {"from", ""}};
        QJsonObject absolute = heightRule("absolute", 100, "datum");
        absolute["parameters"] = QJsonObject{{"datum", "1985"}};
        const CheckInput input{
            boxTown({{"flat", 0, 0, 10, 10, 5, 5}, {"house", 20, 0, 30, 10, 5, 15}}),
            {boxFeature({{"id", "z"}}, -1, -1, 40, 20),
             feature({{"id", "bow"}, {"kind", "bow"}}, QStringLiteral("Polygon"),
                     QJsonArray{QJsonArray{QJsonArray{-1, -1}, QJsonArray{40, 20}, QJsonArray{40, -1},
                                           QJsonArray{-1, 20}, QJsonArray{-1, -1}}})},
            {heightRule("h", 18),
             heightRule("named", QJsonObject{{"property", "max"}}),
             undated,
             absolute,
             {{"id", "bow"}, {"kind", "height"}, {"limit", 18}, {"areas", QJsonArray{"bow"}}},
             {{"id", "roof"}, {"kind", "roof_form"}, {"allowed", QJsonArray{"gable"}}}}};
        const CheckReportHolder r(check(input));
        const std::pair<const char *, const char *> wanted[] = {{"named", "limit"},
                                                                {"undated", "dates"},
                                                                {"absolute", "datum"},
                                                                {"bow", "area_geometry"},
                                                                {"roof", "attribute"}};
        for (const auto &[rule, missing] : wanted) {
            const RuleResult *row = r.row("house", rule);
            QVERIFY2(row != nullptr && row->verdict == Verdict::Unknown, rule);
            QCOMPARE(row->missing, QLatin1String(missing));
            QVERIFY(!row->note.isEmpty() && !row->margin);
        }
        QVERIFY(r.row("house", "h")->verdict == Verdict::Pass);
        QCOMPARE(r.row("flat", "h")->missing, QStringLiteral("height"));
        for (const analysis::SubjectVerdict &verdict : analysis::subjectVerdicts(r.report.results)) {
            QVERIFY2(verdict.verdict == Verdict::Unknown, "one unknown makes the whole unknown");
        }
        CheckInput declared = input;
        declared.datum = QStringLiteral("1985");
        const CheckReportHolder known(check(declared));
        QVERIFY(known.row("house", "absolute")->verdict == Verdict::Pass);
        QVERIFY(isNear(known.row("house", "absolute")->value, 15));
    }

    void datesAndExceptionsDecideWhatApplies()
    {
        QJsonObject old = heightRule("old", 5), fresh = heightRule("new", 12);
        old["to"] = "2019-12-31";
        fresh["from"] = "2020-01-01";
        fresh["exceptions"] = QJsonArray{QJsonObject{{"text", QJsonObject{{"en", "church"}, {"zh", "教堂"}}},
                                                     {"attribute", "function"},
                                                     {"values", QJsonArray{"church"}}}};
        CheckInput input{boxTown({{"a", 0, 0, 10, 10, 0, 10}, {"b", 20, 0, 30, 10, 0, 40, {{"function", "church"}}}}),
                         {boxFeature({{"id", "z"}}, -1, -1, 40, 20)},
                         {old, fresh}};
        input.day = QDate(2019, 5, 20);
        const CheckReportHolder before(check(input));
        QVERIFY(before.row("a", "old")->verdict == Verdict::Fail && before.row("a", "new") == nullptr);
        input.day = QDate(2026, 1, 1);
        const CheckReportHolder after(check(input));
        QVERIFY(after.row("a", "old") == nullptr && after.row("a", "new")->verdict == Verdict::Pass);
        QVERIFY(after.row("b", "new") == nullptr);
    }

    /// domain.md 7.7.
    void hillsStayVisible()
    {
        const std::vector<QJsonObject> features{
            feature({{"id", "eye"}, {"kind", "viewpoint"}, {"eye_elevation", 11.6}}, QStringLiteral("Point"),
                    QJsonArray{0, 0}),
            feature({{"id", "hill"}, {"kind", "hill"}, {"elevation", 116}, {"half_width", 400}},
                    QStringLiteral("Point"), QJsonArray{0, 3000})};
        const QJsonObject rule{
            {"id", "hill"}, {"kind", "hill_view"},         {"limit", 2.0 / 3},
            {"unit", "m"},  {"areas", QJsonArray{"hill"}}, {"parameters", QJsonObject{{"background", 3000}}}};
        const CheckReportHolder r(check({boxTown({{"near", -5, 500, 5, 520, 0, 24.0},
                                                  {"low", 20, 500, 30, 520, 0, 22.5},
                                                  {"behind", -5, 4000, 5, 4020, 0, 151},
                                                  {"aside", 900, 500, 910, 520, 0, 90}}),
                                         features,
                                         {rule}}));
        QVERIFY(r.row("near", "hill")->verdict == Verdict::Fail);
        QVERIFY(isNear(r.row("near", "hill")->limit, 22.5556, 1e-3));
        QVERIFY(r.row("low", "hill")->verdict == Verdict::Pass);
        QVERIFY(isNear(r.row("behind", "hill")->limit, 11.6 + 104.4 * 4 / 3, 1e-6));
        QVERIFY(r.row("behind", "hill")->verdict == Verdict::Fail);
        QVERIFY(r.row("aside", "hill") == nullptr);
    }

    /// domain.md 7.10.
    void measuresParcels()
    {
        const CheckInput input{
            boxTown({{"a", 0, 0, 40, 15, 0, 18, {}, 6},
                     {"b", 50, 0, 80, 20, 0, 54, {}, 18},
                     {"c", 0, 40, 50, 70, 0, 8, {}, 2}}),
            {boxFeature({{"id", "p"}, {"kind", "parcel"}}, 0, 0, 100, 100),
             boxFeature({{"id", "g"}, {"kind", "green"}}, 60, 20, 100, 100)},
            {{{"id", "far"}, {"kind", "floor_area_ratio"}, {"limit", 1.5}, {"areas", QJsonArray{"parcel"}}},
             {{"id", "cov"}, {"kind", "coverage"}, {"limit", 30}, {"unit", "%"}, {"areas", QJsonArray{"parcel"}}},
             {{"id", "green"},
              {"kind", "green_ratio"},
              {"limit", 30},
              {"bound", "at_least"},
              {"areas", QJsonArray{"parcel"}}}}};
        const CheckReportHolder r(check(input));
        QVERIFY(isNear(r.row("p", "far")->value, 1.74) && r.row("p", "far")->verdict == Verdict::Fail);
        QVERIFY(isNear(r.row("p", "cov")->value, 27) && r.row("p", "cov")->verdict == Verdict::Pass);
        QVERIFY(isNear(r.row("p", "green")->value, 32) && r.row("p", "green")->verdict == Verdict::Pass);
        QVERIFY(r.row("p", "far")->governing);
        CheckInput bare = input;
        bare.features.pop_back();
        QVERIFY(check(bare).results.back().missing == QLatin1String("green"));
    }

    /// domain.md 7.16.
    void measuresStreets()
    {
        const CheckReportHolder r(
            check({boxTown({{"l", 0, 9, 100, 20, 0, 12}, {"r", 0, -20, 100, -9, 0, 9}}),
                   {feature({{"id", "s"}, {"kind", "street"}}, QStringLiteral("LineString"),
                            QJsonArray{QJsonArray{0, 0}, QJsonArray{120, 0}})},
                   {{{"id", "dh"}, {"kind", "street_proportion"}, {"limit", 2}, {"areas", QJsonArray{"street"}}}}}));
        QVERIFY(isNear(r.row("s", "dh")->value, 18 / 10.5, 1e-9));
        QVERIFY(r.row("s", "dh")->note.contains(QLatin1String("24")) &&
                r.row("s", "dh")->note.contains(QLatin1String("4")));
    }

    /// domain.md 7.14: relic [0,20]2, zones of 30 and 100 m.
    void protectsRelics()
    {
        const std::vector<QJsonObject> features{
            boxFeature({{"id", "core"}, {"kind", "protection_zone"}}, -30, -30, 50, 50),
            boxFeature({{"id", "control"}, {"kind", "construction_control"}}, -100, -100, 120, 120),
            boxFeature({{"id", "relic"}, {"kind", "protected_building"}, {"height", 12}}, 0, 0, 20, 20)};
        const QJsonObject limit18{{"id", "18"},
                                  {"kind", "height"},
                                  {"limit", 18},
                                  {"unit", "m"},
                                  {"areas", QJsonArray{"construction_control"}}};
        const QJsonObject core{{"id", "core"},
                               {"kind", "protection"},
                               {"newOnly", true},
                               {"unit", "m2"},
                               {"areas", QJsonArray{"protection_zone"}}};
        const QJsonObject neighbour{{"id", "near"},
                                    {"kind", "neighbour_height"},
                                    {"newOnly", true},
                                    {"unit", "m"},
                                    {"areas", QJsonArray{"protected_building"}},
                                    {"parameters", QJsonObject{{"within", 40}}}};
        const QJsonObject consent{{"id", "consent"},
                                  {"kind", "protection"},
                                  {"newOnly", true},
                                  {"unit", "m2"},
                                  {"areas", QJsonArray{"construction_control"}},
                                  {"parameters", QJsonObject{{"consent", true}}}};
        const CheckReportHolder r(check(
            {boxTown({{"new", 60, 0, 90, 20, 0, 24}, {"in", 45, 0, 55, 10, 0, 6}, {"old", 60, 30, 70, 40, 0, 24}}),
             features,
             {limit18, core, neighbour, consent},
             {"new", "in"}}));
        QVERIFY(isNear(r.row("new", "18")->margin, -6) && isNear(r.row("new", "18")->excessArea, 600));
        QVERIFY(r.row("new", "core") == nullptr);
        QVERIFY(isNear(r.row("in", "core")->value, 50) && r.row("in", "core")->verdict == Verdict::Fail);
        QVERIFY(isNear(r.row("new", "near")->margin, -12)); // exactly 40 m away
        QVERIFY(r.row("in", "near")->verdict == Verdict::Pass);
        QCOMPARE(r.row("new", "consent")->missing, QStringLiteral("consent"));
        QVERIFY(r.row("old", "near") == nullptr && r.row("old", "consent") == nullptr && r.row("old", "18") != nullptr);
    }

    /// Random towns: what passes a height rule passes it lower too.
    void loweringNeverFails()
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> place(0, 200), size(5, 30), height(3, 60), share(0, 1);
        int passed = 0;
        for (int round = 0; round < 20; ++round) {
            CheckInput high{{},
                            {},
                            {heightRule("g", QJsonObject{{"property", "max"}}), heightRule("d", 25, "datum"),
                             heightRule("e", QJsonObject{{"property", "max"}}, "eaves")}};
            std::vector<BoxHouse> town;
            for (int i = 0; i < 10; ++i) {
                const double x = place(random), y = place(random);
                town.push_back({QString::number(i), x, y, x + size(random), y + size(random), 3, 3 + height(random)});
                const double zx = place(random), zy = place(random);
                high.features.push_back(boxFeature({{"id", "z" + QString::number(i)}, {"max", height(random)}}, zx, zy,
                                                   zx + 3 * size(random), zy + 3 * size(random)));
            }
            high.model = boxTown(town);
            CheckInput low = high;
            for (BoxHouse &house : town) {
                house.z1 = house.z0 + 0.1 + (house.z1 - house.z0 - 0.1) * share(random);
            }
            low.model = boxTown(town);
            const CheckReportHolder before(check(high)), after(check(low));
            QCOMPARE(after.report.results.size(), before.report.results.size());
            for (std::size_t i = 0; i < before.report.results.size(); ++i) {
                passed += before.report.results[i].verdict == Verdict::Pass ? 1 : 0;
                QVERIFY(before.report.results[i].verdict != Verdict::Pass ||
                        after.report.results[i].verdict == Verdict::Pass);
            }
        }
        QVERIFY2(passed > 20, "the towns must have something to say");
    }

    void onlyNamedObjectsAndUnknownIdsAreRefused()
    {
        const analysis::Shape::Context context;
        const auto set =
            analysis::BuildingSet::of(boxTown({{"a", 0, 0, 1, 1, 0, 1}, {"b", 5, 5, 6, 6, 0, 1}}), context, {}, {});
        LOCI_VERIFY_RESULT(set);
        const planning::PlanLayer layer;
        const auto pack = planning::RulePack::fromJson(
            packOf({QJsonObject{{"id", "h"}, {"kind", "height"}, {"limit", 18}, {"unit", "m"}}}));
        LOCI_VERIFY_RESULT(pack);
        analysis::CheckRequest request{&set->value, &layer, &*pack, nullptr, QDate(2026, 1, 1), {}, {"b"}};
        const auto report = analysis::checkRules(request);
        LOCI_VERIFY_RESULT(report);
        QCOMPARE(report->results.size(), 1U);
        request.only = QStringList{"nobody"};
        QVERIFY(analysis::checkRules(request).error().code == ErrorCode::Usage);
        CancelToken cancel;
        cancel.cancel();
        request.only.clear();
        QVERIFY(analysis::checkRules(request, cancel).error().code == ErrorCode::Cancelled);
    }

private:
    struct CheckReportHolder
    {
        explicit CheckReportHolder(analysis::CheckReport made) : report(std::move(made)) {}
        const RuleResult *row(const char *subject, const char *rule, const char *area = "") const
        {
            return rowIn(report, QLatin1String(subject), QLatin1String(rule), QLatin1String(area));
        }
        analysis::CheckReport report;
    };
};

LOCI_TEST_CLASS(PlanningEngineTest)
#include "planning_enginetest.moc"
