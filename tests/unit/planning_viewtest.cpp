// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/sight.h"
#include "layers/analysis/view/viewceiling.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <random>

using namespace loci;
using namespace loci::analysis;
using planning::ProtectedView;
using planning::ViewSet;

namespace {

const QDate kDay(2026, 1, 1);

/// domain.md 7.6.
ProtectedView exampleView()
{
    ProtectedView view;
    view.id = QStringLiteral("v");
    view.eyes = {{0, 0, 11.6}};
    view.edge = {{-20, 1000, 60}, {20, 1000, 60}};
    return view;
}

std::vector<Triangle3> boxFaces(const test::BoxHouse &house)
{
    const city::CityModelPtr model = test::boxTown({house});
    return facesOf(*model, 0);
}

/// A surface through heights along x, 20 m wide to both sides.
OwnedFaces strip(const std::vector<Vec2> &profile)
{
    OwnedFaces faces;
    for (std::size_t i = 0; i + 1 < profile.size(); ++i) {
        const Vec3 a{profile[i].x, -20, profile[i].y}, b{profile[i + 1].x, -20, profile[i + 1].y};
        const Vec3 c{b.x, 20, b.z}, d{a.x, 20, a.z};
        faces.add(std::vector<Triangle3>{{a, b, c}, {a, c, d}}, static_cast<std::uint32_t>(i));
    }
    return faces;
}

/// Moeller and Trumbore in double precision, over all triangles: the reference for Embree.
double bruteForce(const OwnedFaces &faces, const Vec3 &o, const Vec3 &d)
{
    const auto minus = [](const Vec3 &a, const Vec3 &b) { return Vec3{a.x - b.x, a.y - b.y, a.z - b.z}; };
    const auto cross = [](const Vec3 &a, const Vec3 &b) {
        return Vec3{a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
    };
    const auto dot = [](const Vec3 &a, const Vec3 &b) { return a.x * b.x + a.y * b.y + a.z * b.z; };
    double nearest = std::numeric_limits<double>::infinity();
    for (const Triangle3 &t : faces.triangles) {
        const Vec3 u = minus(t[1], t[0]), v = minus(t[2], t[0]), p = cross(d, v);
        const double det = dot(u, p);
        if (std::abs(det) < 1e-12) {
            continue;
        }
        const Vec3 s = minus(o, t[0]), q = cross(s, u);
        const double a = dot(s, p) / det, b = dot(d, q) / det, at = dot(v, q) / det;
        if (a >= 0 && b >= 0 && a + b <= 1 && at > RayScene::kNearest) {
            nearest = std::min(nearest, at);
        }
    }
    return nearest;
}

} // namespace

class PlanningViewTest : public QObject
{
    Q_OBJECT

private slots:
    void equalsTheWorkedIntrusion()
    {
        const auto ceiling = ViewCeiling::of({{}, {exampleView()}}, kDay);
        const Shape::Context context;
        const test::BoxHouse house{QStringLiteral("b"), -5, 490, 5, 510, 0, 42};
        const std::vector<Vec2> ring{{-5, 490}, {5, 490}, {5, 510}, {-5, 510}};
        const Shape outline = Shape::ofRing(context, ring);
        const auto found = ceiling.value.against(boxFaces(house));
        QCOMPARE(found.size(), 1U);
        QVERIFY(std::abs(found[0].over - 6.684) < 1e-9);
        QVERIFY(std::abs(found[0].excess.area - 200) < 1e-9 * 200);
        QVERIFY(found[0].excess.volume && std::abs(*found[0].excess.volume - 1240.0) < 1e-9 * 1240);
        QVERIFY(std::abs(ceiling.value.lowestOver(outline, context)->height - 35.316) < 1e-9);
        QVERIFY(!ceiling.value.heightAt({50, 500}) && !ceiling.value.heightAt({0, 1001}));
    }

    void bendsWithTheEarth()
    {
        ProtectedView view = exampleView();
        const auto plain = ViewCeiling::of({{}, {view}}, kDay);
        view.refraction = 0.13;
        const auto bent = ViewCeiling::of({{}, {view}}, kDay);
        const double b = plain.value.heightAt({0, 500})->height - bent.value.heightAt({0, 500})->height;
        QVERIFY2(std::abs(b - 0.01707) < 1e-4, qPrintable(QString::number(b)));
        QVERIFY(std::abs(plain.value.heightAt({0, 1000})->height - bent.value.heightAt({0, 1000})->height) < 1e-9);
    }

    /// "Height up to the ceiling" and "the landmark's edge is seen" are the same, for 10,000 random places.
    void neverContradictsTheRay()
    {
        std::mt19937 random(11);
        std::uniform_real_distribution<double> share(0.02, 0.98), around(-6, 6), place(-300, 300), height(5, 80);
        int blocked = 0;
        for (int scene = 0; scene < 100; ++scene) {
            ProtectedView view = exampleView();
            view.eyes = {{place(random), place(random), height(random)}};
            view.edge = {{place(random), 1500 + place(random), height(random)},
                         {place(random) + 400, 1500 + place(random), height(random)}};
            const auto ceiling = ViewCeiling::of({{}, {view}}, kDay);
            const Vec3 eye = view.eyes[0];
            for (int i = 0; i < 100; ++i) {
                // A ray to a point of the edge, and a thin mast that stands in its way.
                const double t = share(random), s = share(random);
                const Vec3 seen{view.edge[0].x + t * (view.edge[1].x - view.edge[0].x),
                                view.edge[0].y + t * (view.edge[1].y - view.edge[0].y),
                                view.edge[0].z + t * (view.edge[1].z - view.edge[0].z)};
                const Vec2 mast{eye.x + s * (seen.x - eye.x), eye.y + s * (seen.y - eye.y)};
                const double ray = eye.z + s * (seen.z - eye.z);
                const double top = ray + around(random);
                const auto at = ceiling.value.heightAt(mast);
                QVERIFY(at.has_value());
                QVERIFY2(std::abs(at->height - ray) < 1e-6, "a ceiling is right to a micrometre here");
                if (std::abs(top - ray) > 1e-6) {
                    OwnedFaces faces;
                    faces.add(std::vector<Triangle3>{{Vec3{mast.x - 1, mast.y, -100}, Vec3{mast.x + 1, mast.y, -100},
                                                      Vec3{mast.x, mast.y, top}}},
                              7);
                    const SightLine sight = lineOfSight(faces, eye, seen);
                    blocked += sight.isVisible ? 0 : 1;
                    QCOMPARE(top <= at->height, sight.isVisible);
                }
            }
        }
        QVERIFY(blocked > 3000 && blocked < 7000);
    }

    void anotherViewNeverRaisesTheCeiling()
    {
        std::mt19937 random(3);
        std::uniform_real_distribution<double> place(-500, 500), height(5, 80);
        ViewSet set;
        std::vector<std::pair<Vec2, std::optional<double>>> places;
        for (int i = 0; i < 400; ++i) {
            places.push_back({{place(random), place(random)}, std::nullopt});
        }
        for (int v = 0; v < 30; ++v) {
            ProtectedView view = exampleView();
            view.eyes = {{place(random), place(random), height(random)}};
            view.edge = {{place(random), place(random), height(random)},
                         {place(random), place(random), height(random)},
                         {place(random), place(random), height(random)}};
            view.background = v % 3 == 0 ? 200 : 0;
            set.views.push_back(view);
            const auto ceiling = ViewCeiling::of(set, kDay);
            for (auto &[at, before] : places) {
                const auto now = ceiling.value.heightAt(at);
                QVERIFY(!before || (now && now->height <= *before));
                before = now ? std::optional(now->height) : std::nullopt;
            }
        }
        QVERIFY(std::count_if(places.begin(), places.end(), [](const auto &p) { return p.second.has_value(); }) > 100);
    }

    void consultationAndBackgroundAreTheirOwn()
    {
        ProtectedView view = exampleView();
        view.consultation = 30;
        view.background = 500;
        const auto ceiling = ViewCeiling::of({{}, {view}}, kDay);
        QVERIFY(!ceiling.value.heightAt({20, 500}) && ceiling.value.heightAt({20, 500}, true));
        QVERIFY(std::abs(ceiling.value.heightAt({20, 500}, true)->height - 35.8) < 1e-9);
        QVERIFY(std::abs(ceiling.value.heightAt({0, 1400})->height - (11.6 + 0.0484 * 1400)) < 1e-9);
        view.from = kDay.addDays(1);
        QVERIFY(ViewCeiling::of({{}, {view}}, kDay).value.facets().empty());
        view.from = {};
        view.eyes = {{-100, 1000, 20}};
        QCOMPARE(ViewCeiling::of({{}, {view}}, kDay).findings.size(), 1U);
    }

    void isARuleOfTheEngine()
    {
        const city::CityModelPtr model = test::boxTown({{QStringLiteral("in"), -5, 490, 5, 510, 0, 42},
                                                        {QStringLiteral("low"), -5, 600, 5, 610, 0, 30},
                                                        {QStringLiteral("beside"), 14, 490, 24, 510, 0, 80},
                                                        {QStringLiteral("flat"), -3, 700, 3, 710, 5, 5},
                                                        {QStringLiteral("far"), 200, 490, 210, 510, 0, 80}});
        ViewSet views{{}, {exampleView()}};
        views.views[0].consultation = 30;
        const Shape::Context context;
        const auto set = BuildingSet::of(model, context, {}, {});
        LOCI_VERIFY_RESULT(set);
        const planning::PlanLayer layer;
        const auto pack = planning::RulePack::fromJson(
            test::packOf({QJsonObject{{"id", "view"}, {"kind", "view_ceiling"}, {"unit", "m"}}}));
        LOCI_VERIFY_RESULT(pack);
        CheckRequest request{&set->value, &layer, &*pack, &views, kDay, {}, {}};
        const auto report = checkRules(request);
        LOCI_VERIFY_RESULT(report);
        const auto row = [&report](const char *id) {
            return test::rowIn(*report, QLatin1String(id), QStringLiteral("view"));
        };
        QVERIFY(row("in")->verdict == planning::Verdict::Fail && std::abs(*row("in")->margin + 6.684) < 1e-9);
        QVERIFY(std::abs(*row("in")->excessVolume - 1240) < 1e-6);
        QVERIFY(row("low")->verdict == planning::Verdict::Pass && *row("low")->margin > 10);
        QCOMPARE(row("beside")->missing, QStringLiteral("consultation"));
        QCOMPARE(row("flat")->missing, QStringLiteral("height"));
        QVERIFY(row("far") == nullptr);
        request.views = nullptr;
        const auto blind = checkRules(request);
        LOCI_VERIFY_RESULT(blind);
        QVERIFY(blind->results.size() == 5 && blind->results[0].missing == QLatin1String("views"));
    }

    void readsViewsAndRefusesHalfOnes()
    {
        const QByteArray good =
            R"({"crs":"EPSG:28992","views":[{"id":"a","eyes":[[0,0,1]],"edge":[[0,9,2],[1,9,2]]}]})";
        LOCI_VERIFY_RESULT(ViewSet::fromJson(good));
        QCOMPARE(ViewSet::fromJson(good)->crs.value(), 28992);
        for (const char *bad : {"{}", "[", R"({"views":[{"id":"a","eyes":[[0,0]],"edge":[[0,9,2],[1,9,2]]}]})",
                                R"({"views":[{"id":"a","eyes":[[0,0,1]],"edge":[[0,9,2]]}]})"}) {
            QVERIFY2(!ViewSet::fromJson(bad), bad);
        }
    }

    /// Embree against every triangle by hand; where they differ the ray grazes an edge.
    void raysAgreeWithBruteForce()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> place(0, 400), size(5, 30), height(3, 60), direction(-1, 1);
        OwnedFaces faces;
        for (std::uint32_t i = 0; i < 60; ++i) {
            const double x = 80000 + place(random), y = 450000 + place(random);
            faces.add(boxFaces({QStringLiteral("b"), x, y, x + size(random), y + size(random), 0, height(random)}), i);
        }
        const auto scene = RayScene::build(faces);
        LOCI_VERIFY_RESULT(scene);
        int differ = 0, hits = 0;
        for (int i = 0; i < 20000; ++i) {
            const Vec3 from{80000 + place(random), 450000 + place(random), height(random)};
            Vec3 d{direction(random), direction(random), direction(random) / 2};
            const double length = std::sqrt(d.x * d.x + d.y * d.y + d.z * d.z);
            d = {d.x / length, d.y / length, d.z / length};
            const double wanted = bruteForce(faces, from, d);
            const auto hit = scene->nearest(from, d, std::numeric_limits<double>::infinity());
            QCOMPARE(hit.has_value(), scene->isBlocked(from, d, std::numeric_limits<double>::infinity()));
            hits += hit ? 1 : 0;
            differ +=
                hit.has_value() != std::isfinite(wanted) || (hit && std::abs(hit->distance - wanted) > 0.005) ? 1 : 0;
        }
        QVERIFY(hits > 5000);
        QVERIFY2(differ <= 4, qPrintable(QString::number(differ)));
        QVERIFY(!RayScene::build({})->isBlocked({0, 0, 0}, {0, 0, 1}, 1e9));
    }

    /// domain.md 7.4.
    void equalsTheWorkedSightLine()
    {
        const OwnedFaces faces = strip({{0, 10}, {100, 12}, {200, 25}, {300, 14}, {400, 13}, {500, 13}});
        const SightLine sight = lineOfSight(faces, {0, 0, 11.6}, {500, 0, 40});
        QVERIFY(!sight.isVisible && sight.blockedAt && *sight.blockedAt > 100 && *sight.blockedAt < 200);
        QVERIFY(std::abs(sight.clearance + 2.04) < 1e-6);
        QVERIFY2(std::abs(sight.neededHeight - 45.10) < 1e-6, qPrintable(QString::number(sight.neededHeight)));
        QVERIFY(lineOfSight(faces, {0, 0, 11.6}, {500, 0, 45.2}).isVisible);
        const double bend = lineOfSight(faces, {0, 0, 11.6}, {500, 0, 40}, 0.13).clearance - sight.clearance;
        QVERIFY(std::abs(bend + 0.0041) < 1e-4);
    }

    /// domain.md 7.5.
    void equalsTheWorkedViewshed()
    {
        const double z[] = {0, 0, 5, 0, 0, 0, 12, 0, 0};
        std::vector<Vec2> profile;
        for (int i = 0; i < 9; ++i) {
            profile.push_back({10.0 * i, z[i]});
        }
        const OwnedFaces faces = strip(profile);
        const double needed[] = {0, 0, 0, 6.5, 8.0, 9.5, 0, 13.667, 15.333};
        for (int i : {3, 4, 5, 7, 8}) {
            const SightLine sight = lineOfSight(faces, {0, 0, 2}, {10.0 * i, 0, z[i]});
            QVERIFY(!sight.isVisible);
            QVERIFY2(std::abs(sight.neededHeight - needed[i]) < 0.06, qPrintable(QString::number(sight.neededHeight)));
        }
        const auto scene = RayScene::build(faces);
        LOCI_VERIFY_RESULT(scene);
        ViewshedRequest request{{0, 0, 2}, {-5, -5}, {85, 5}, 10, 0, 1e5};
        const auto seen = viewshed(*scene, request);
        LOCI_VERIFY_RESULT(seen);
        QCOMPARE(seen->cells.size(), 9U);
        for (std::size_t i = 1; i < 8; ++i) {
            QCOMPARE(seen->cells[i] == Viewshed::Seen::Yes, i == 1 || i == 2 || i == 6);
        }
        CancelToken cancel;
        cancel.cancel();
        QVERIFY(!viewshed(*scene, request, cancel));
        request.cell = 0;
        QVERIFY(!viewshed(*scene, request));
    }

    /// domain.md 7.9: a street as wide as its walls are high.
    void seesTheSkyOfACanyon_data()
    {
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("wanted");
        QTest::newRow("0.5") << 10.0 << 0.7071;
        QTest::newRow("1") << 20.0 << 0.4472;
        QTest::newRow("2") << 40.0 << 0.2425;
    }
    void seesTheSkyOfACanyon()
    {
        QFETCH(double, height);
        QFETCH(double, wanted);
        OwnedFaces faces;
        faces.add(boxFaces({QStringLiteral("l"), -30, -5000, -10, 5000, 0, height}), 0);
        faces.add(boxFaces({QStringLiteral("r"), 10, -5000, 30, 5000, 0, height}), 1);
        const auto scene = RayScene::build(faces);
        LOCI_VERIFY_RESULT(scene);
        QVERIFY2(std::abs(skyViewFactor(*scene, {0, 0, 0}) - wanted) < 0.01,
                 qPrintable(QString::number(skyViewFactor(*scene, {0, 0, 0}))));
        QCOMPARE(skyViewFactor(*RayScene::build({}), {0, 0, 0}), 1.0);
    }
};

LOCI_TEST_CLASS(PlanningViewTest)
#include "planning_viewtest.moc"
