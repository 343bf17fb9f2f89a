// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/photocamera.h"
#include "layers/analysis/view/photolayer.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>
#include <random>

using namespace loci;
using namespace loci::test;
using analysis::PhotoLayer;
using planning::ControlPoint;
using planning::PhotoCamera;

namespace {

constexpr int kWidth = 3000, kHeight = 2000;
constexpr double kEast = 636000, kNorth = 3288600; // far from zero, as projected coordinates are

Vec3 unit(const Vec3 &a)
{
    const double length = std::sqrt(a.x * a.x + a.y * a.y + a.z * a.z);
    return {a.x / length, a.y / length, a.z / length};
}

/// Looks north-east, a little down, held a little crooked.
PhotoCamera trueCamera(double focal = 2600, double roll = 0.02)
{
    PhotoCamera camera;
    camera.width = kWidth;
    camera.height = kHeight;
    camera.focal = focal;
    camera.eye = {kEast, kNorth, 27.5};
    const Vec3 forward = unit({0.6, 0.8, -0.06});
    const Vec3 level = unit({forward.y, -forward.x, 0});
    const Vec3 sink{forward.y * level.z - forward.z * level.y, forward.z * level.x - forward.x * level.z,
                    forward.x * level.y - forward.y * level.x};
    const double c = std::cos(roll), s = std::sin(roll);
    const Vec3 right{c * level.x + s * sink.x, c * level.y + s * sink.y, c * level.z + s * sink.z};
    const Vec3 down{c * sink.x - s * level.x, c * sink.y - s * level.y, c * sink.z - s * level.z};
    camera.axes = {right, down, forward};
    return camera;
}

/// Corners of houses that the camera sees, near and far.
std::vector<ControlPoint> seenPoints(const PhotoCamera &camera, int count, unsigned seed, double noise)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> away(80, 600), side(-0.4, 0.4), height(0, 45);
    std::normal_distribution<double> blur(0, noise);
    std::vector<ControlPoint> points;
    while (static_cast<int>(points.size()) < count) {
        const double d = away(random), across = side(random) * d;
        const Vec3 place{camera.eye.x + 0.6 * d + 0.8 * across, camera.eye.y + 0.8 * d - 0.6 * across, height(random)};
        const auto pixel = camera.project(place);
        if (pixel && pixel->x > 0 && pixel->x < kWidth && pixel->y > 0 && pixel->y < kHeight) {
            points.push_back(
                {{pixel->x + (noise > 0 ? blur(random) : 0), pixel->y + (noise > 0 ? blur(random) : 0)}, place});
        }
    }
    return points;
}

double apart(const Vec3 &a, const Vec3 &b)
{
    return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

} // namespace

/// The camera of a photograph from control points, and what it sees of the model.
class PlanningPhotoTest : public QObject
{
    Q_OBJECT
private slots:
    void exactPointsGiveTheCameraBack_data();
    void exactPointsGiveTheCameraBack();
    void blurredPointsStayUnderTwoPixels();
    void aWrongPointShowsItself();
    void pointsOfOneFacadeDecideWithAPlaceNearTheEye();
    void whatDecidesNothingIsRefused();
    void pixelsAndDirectionsAgree();
    void aPhotographSurvivesJson();
    void theProposalIsHiddenByWhatStandsBeforeIt();
};

void PlanningPhotoTest::exactPointsGiveTheCameraBack_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("focal");
    QTest::addColumn<double>("roll");
    QTest::newRow("six points") << 6 << 2600.0 << 0.02;
    QTest::newRow("twelve points, wide lens") << 12 << 1700.0 << -0.05;
    QTest::newRow("long lens, level") << 10 << 6000.0 << 0.0;
}

void PlanningPhotoTest::exactPointsGiveTheCameraBack()
{
    QFETCH(int, count);
    QFETCH(double, focal);
    QFETCH(double, roll);
    const PhotoCamera truth = trueCamera(focal, roll);
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const auto solved = analysis::solveCamera(seenPoints(truth, count, seed, 0), kWidth, kHeight);
        LOCI_VERIFY_RESULT(solved);
        QVERIFY2(solved->mean < 0.01, qPrintable(QString::number(solved->mean)));
        QVERIFY2(apart(solved->camera.eye, truth.eye) < 0.05,
                 qPrintable(QString::number(apart(solved->camera.eye, truth.eye))));
        QVERIFY(std::abs(solved->camera.focal / truth.focal - 1) < 1e-3);
    }
}

void PlanningPhotoTest::blurredPointsStayUnderTwoPixels()
{
    const PhotoCamera truth = trueCamera();
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto solved = analysis::solveCamera(seenPoints(truth, 10, seed, 1.0), kWidth, kHeight);
        LOCI_VERIFY_RESULT(solved);
        QVERIFY2(solved->mean < 2, qPrintable(QString::number(solved->mean)));
        QVERIFY(solved->eyeError > 0);
        QVERIFY2(apart(solved->camera.eye, truth.eye) < 6 * solved->eyeError, "The error it states is too small.");
        // Places that were no control points are shown where the true camera shows them.
        double sum = 0;
        const auto others = seenPoints(truth, 30, seed + 100, 0);
        for (const ControlPoint &other : others) {
            const auto shown = solved->camera.project(other.place);
            QVERIFY(shown.has_value());
            sum += std::pow(shown->x - other.pixel.x, 2) + std::pow(shown->y - other.pixel.y, 2);
        }
        QVERIFY(std::sqrt(sum / static_cast<double>(others.size())) < 4);
    }
}

void PlanningPhotoTest::aWrongPointShowsItself()
{
    auto points = seenPoints(trueCamera(), 12, 5, 0.3);
    points[4].pixel.x += 90;
    const auto solved = analysis::solveCamera(points, kWidth, kHeight);
    LOCI_VERIFY_RESULT(solved);
    const auto worst = std::max_element(solved->errors.begin(), solved->errors.end()) - solved->errors.begin();
    QCOMPARE(worst, std::ptrdiff_t(4));
    QVERIFY(solved->mean > 5);
}

void PlanningPhotoTest::pointsOfOneFacadeDecideWithAPlaceNearTheEye()
{
    const PhotoCamera truth = trueCamera();
    std::vector<ControlPoint> points;
    for (const double along : {-60.0, -15.0, 30.0}) {
        for (const double z : {2.0, 18.0, 34.0}) {
            const Vec3 place{kEast + 150 + along, kNorth + 200, z}; // a wall that faces south
            points.push_back({*truth.project(place), place});
        }
    }
    const auto solved = analysis::solveCamera(points, kWidth, kHeight, Vec3{kEast - 20, kNorth + 15, 30});
    LOCI_VERIFY_RESULT(solved);
    QVERIFY(solved->mean < 0.05);
    QVERIFY(apart(solved->camera.eye, truth.eye) < 0.5);
}

void PlanningPhotoTest::whatDecidesNothingIsRefused()
{
    const PhotoCamera truth = trueCamera();
    const auto few = analysis::solveCamera(seenPoints(truth, 5, 1, 0), kWidth, kHeight);
    QVERIFY(!few);
    QVERIFY(few.error().message.contains(QLatin1Char('5')));
    auto same = seenPoints(truth, 6, 1, 0);
    std::fill(same.begin(), same.end(), same.front());
    QVERIFY(!analysis::solveCamera(same, kWidth, kHeight));
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(0, kWidth), y(0, kHeight);
    auto nonsense = seenPoints(truth, 14, 1, 0);
    for (ControlPoint &point : nonsense) {
        point.pixel = {x(random), y(random)};
    }
    QVERIFY(!analysis::solveCamera(nonsense, kWidth, kHeight));
}

void PlanningPhotoTest::pixelsAndDirectionsAgree()
{
    const PhotoCamera camera = trueCamera();
    for (const Vec2 pixel : {Vec2{10, 20}, Vec2{1500, 1000}, Vec2{2900, 1700}}) {
        const Vec3 ray = camera.direction(pixel);
        const auto back =
            camera.project({camera.eye.x + 300 * ray.x, camera.eye.y + 300 * ray.y, camera.eye.z + 300 * ray.z});
        QVERIFY(back && std::hypot(back->x - pixel.x, back->y - pixel.y) < 1e-4);
    }
    const Vec3 &forward = camera.axes[2];
    QVERIFY(!camera.project({camera.eye.x - forward.x, camera.eye.y - forward.y, camera.eye.z - forward.z}));
    const PhotoCamera half = camera.scaledTo(kWidth / 2);
    const Vec3 place{kEast + 100, kNorth + 140, 20};
    QVERIFY(std::abs(half.project(place)->x * 2 - camera.project(place)->x) < 1e-9);
    QCOMPARE(half.height, kHeight / 2);
}

void PlanningPhotoTest::aPhotographSurvivesJson()
{
    planning::SitePhoto photo{QStringLiteral("p1"),
                              QStringLiteral("From the quay"),
                              QStringLiteral("photos/quay.jpg"),
                              QStringLiteral("V1"),
                              kWidth,
                              kHeight,
                              EpsgCode(4548),
                              seenPoints(trueCamera(), 6, 1, 0)};
    const auto back = planning::SitePhoto::fromJson(photo.id, photo.toJson());
    LOCI_VERIFY_RESULT(back);
    QVERIFY(*back == photo);
    QJsonObject broken = photo.toJson();
    broken.insert(QStringLiteral("points"), QJsonArray{QJsonObject{{"pixel", QJsonArray{1}}}});
    QVERIFY(!planning::SitePhoto::fromJson(photo.id, broken));
    broken = photo.toJson();
    broken.remove(QStringLiteral("path"));
    QVERIFY(!planning::SitePhoto::fromJson(photo.id, broken));
}

void PlanningPhotoTest::theProposalIsHiddenByWhatStandsBeforeIt()
{
    const auto look = [](bool wall) {
        std::vector<BoxHouse> houses{{QStringLiteral("tower"), -10, 90, 10, 110, 0, 40}};
        if (wall) {
            houses.push_back({QStringLiteral("wall"), -30, 40, 30, 45, 0, 12});
        }
        PhotoCamera camera;
        camera.width = 300;
        camera.height = 200;
        camera.focal = 200;
        camera.eye = {0, 0, 2};
        return analysis::photoLayer(*boxTown(houses), {QStringLiteral("tower")}, camera);
    };
    const auto open = look(false);
    const auto hidden = look(true);
    LOCI_VERIFY_RESULT(open);
    LOCI_VERIFY_RESULT(hidden);
    QCOMPARE(open->count(PhotoLayer::Kind::Town), std::size_t(0));
    const std::size_t whole = open->count(PhotoLayer::Kind::Proposal);
    const std::size_t left = hidden->count(PhotoLayer::Kind::Proposal);
    QVERIFY(left > 0 && left < whole);
    // The wall's upper rim, 10 m above the eye at 40 m, covers the tower up to 24.5 m of its 40 at 90 m.
    const double share = static_cast<double>(left) / static_cast<double>(whole);
    QVERIFY2(std::abs(share - (38.0 - 22.5) / 40) < 0.05, qPrintable(QString::number(share)));
    QVERIFY(std::count(open->isEdge.begin(), open->isEdge.end(), 1) > 100);
    const CancelToken cancel;
    cancel.cancel();
    QVERIFY(!analysis::photoLayer(*boxTown({{QStringLiteral("a"), 0, 5, 5, 9, 0, 4}}), {},
                                  PhotoCamera{{}, {}, 1, 10, 10}, cancel));
}

LOCI_TEST_CLASS(PlanningPhotoTest)
#include "planning_phototest.moc"
