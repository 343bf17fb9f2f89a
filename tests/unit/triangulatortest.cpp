// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/polygontriangulator.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>
#include <numbers>
#include <random>

using namespace loci;
using namespace loci::city;

namespace {

struct Polygon
{
    std::vector<Vec3> points;
    std::vector<std::uint32_t> ends;

    void add(const std::vector<Vec3> &ring)
    {
        points.insert(points.end(), ring.begin(), ring.end());
        ends.push_back(static_cast<std::uint32_t>(points.size()));
    }
};

double length(const Vec3 &v)
{
    return std::sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
}

double polygonArea(const Polygon &polygon)
{
    double area = 0;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : polygon.ends) {
        const double ring = length(newellNormal(std::span(polygon.points).subspan(begin, end - begin))) / 2;
        area += begin == 0 ? ring : -ring;
        begin = end;
    }
    return area;
}

/// Area of the triangles along the exterior's normal: a triangle turned over would count negative.
double triangleArea(const Polygon &polygon, const std::vector<std::uint32_t> &triangles)
{
    const Vec3 normal = newellNormal(std::span(polygon.points).first(polygon.ends[0]));
    const double size = length(normal);
    double area = 0;
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        const std::vector<Vec3> corners{polygon.points[triangles[i]], polygon.points[triangles[i + 1]],
                                        polygon.points[triangles[i + 2]]};
        const Vec3 n = newellNormal(corners);
        const double along = (n.x * normal.x + n.y * normal.y + n.z * normal.z) / size / 2;
        if (along < 0) {
            return -1;
        }
        area += along;
    }
    return area;
}

std::vector<Vec3> blob(std::mt19937 &random, double cx, double cy, double radius, int count, double roughness)
{
    std::uniform_real_distribution<double> wobble(1 - roughness, 1);
    std::vector<Vec3> ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        const double r = radius * wobble(random);
        ring.push_back({cx + r * std::cos(angle), cy + r * std::sin(angle), 0});
    }
    return ring;
}

/// Turns a flat polygon into space and far away, as real walls and roofs are.
void tilt(Polygon &polygon, double a, double b)
{
    for (Vec3 &p : polygon.points) {
        const double y = p.y * std::cos(a) - p.z * std::sin(a), z = p.y * std::sin(a) + p.z * std::cos(a);
        const double x = p.x * std::cos(b) + z * std::sin(b);
        p = {x + 84000, y + 447000, -p.x * std::sin(b) + z * std::cos(b) + 12};
    }
}

} // namespace

class TriangulatorTest : public QObject
{
    Q_OBJECT

private slots:
    void coversTriangleQuadAndConcaveQuad()
    {
        for (const std::vector<Vec3> &ring : {std::vector<Vec3>{{0, 0, 0}, {4, 0, 0}, {0, 3, 0}},
                                              std::vector<Vec3>{{0, 0, 0}, {4, 0, 0}, {4, 0, 3}, {0, 0, 3}},
                                              std::vector<Vec3>{{0, 0, 0}, {4, 0, 0}, {1, 1, 0}, {0, 4, 0}},
                                              std::vector<Vec3>{{1, 1, 0}, {0, 4, 0}, {0, 0, 0}, {4, 0, 0}}}) {
            Polygon polygon;
            polygon.add(ring);
            std::vector<std::uint32_t> triangles;
            QVERIFY(triangulatePolygon(polygon.points, polygon.ends, triangles));
            QCOMPARE(triangles.size(), (ring.size() - 2) * 3);
            QVERIFY(std::abs(triangleArea(polygon, triangles) - polygonArea(polygon)) < 1e-9);
        }
    }

    void coversRandomPolygonsWithHoles()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            Polygon polygon;
            polygon.add(blob(random, 0, 0, 100, 5 + round % 120, round % 3 == 0 ? 0.0 : 0.3));
            const int holes = round % 9;
            for (int h = 0; h < holes; ++h) {
                auto hole = blob(random, -28 + 28 * (h % 3), -28 + 28 * (h / 3), 12, 3 + (round + h) % 17, 0.6);
                if (h % 2 == 0) {
                    std::reverse(hole.begin(), hole.end()); // either direction is met in real files
                }
                polygon.add(hole);
            }
            tilt(polygon, 0.1 * (round % 60), 0.07 * (round % 50));
            std::vector<std::uint32_t> triangles;
            QVERIFY(triangulatePolygon(polygon.points, polygon.ends, triangles));
            const double expected = polygonArea(polygon);
            const double got = triangleArea(polygon, triangles);
            QVERIFY2(std::abs(got - expected) < 1e-6 * expected,
                     qPrintable(QStringLiteral("round %1: %2 instead of %3").arg(round).arg(got).arg(expected)));
        }
    }

    void coversGridOfSquareHolesOnOneLine()
    {
        Polygon polygon;
        polygon.add({{0, 0, 0}, {100, 0, 0}, {100, 50, 0}, {0, 50, 0}});
        for (int row = 0; row < 9; ++row) {
            for (int column = 0; column < 19; ++column) {
                const double x = 2 + 5 * column, y = 2 + 5 * row;
                polygon.add({{x, y, 0}, {x, y + 3, 0}, {x + 3, y + 3, 0}, {x + 3, y, 0}});
            }
        }
        std::vector<std::uint32_t> triangles;
        QVERIFY(triangulatePolygon(polygon.points, polygon.ends, triangles));
        QCOMPARE(triangleArea(polygon, triangles), 5000.0 - 9 * 19 * 9.0);
    }

    void coversHoleThatTouchesTheExterior()
    {
        Polygon polygon;
        polygon.add({{0, 0, 0}, {10, 0, 0}, {10, 10, 0}, {0, 10, 0}});
        polygon.add({{0, 5, 0}, {3, 7, 0}, {3, 3, 0}});
        std::vector<std::uint32_t> triangles;
        QVERIFY(triangulatePolygon(polygon.points, polygon.ends, triangles));
        QCOMPARE(triangleArea(polygon, triangles), 100.0 - 6.0);
    }

    void refusesPolygonsWithoutArea()
    {
        for (const std::vector<Vec3> &ring : {std::vector<Vec3>{}, std::vector<Vec3>{{1, 1, 1}, {2, 2, 2}},
                                              std::vector<Vec3>{{0, 0, 0}, {1, 1, 1}, {2, 2, 2}, {3, 3, 3}},
                                              std::vector<Vec3>{{5, 5, 5}, {5, 5, 5}, {5, 5, 5}, {5, 5, 5}},
                                              std::vector<Vec3>{{NAN, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}},
                                              std::vector<Vec3>{{1e308, 0, 0}, {-1e308, 0, 0}, {1, 1e308, 0}}}) {
            Polygon polygon;
            polygon.add(ring);
            std::vector<std::uint32_t> triangles;
            QVERIFY(!triangulatePolygon(polygon.points, polygon.ends, triangles));
            QVERIFY(triangles.empty());
        }
    }

    void endsOnDirtyPolygons()
    {
        std::mt19937 random(11);
        std::uniform_int_distribution<int> place(0, 12);
        for (int round = 0; round < 10000; ++round) {
            Polygon polygon;
            for (int ring = 0; ring < 1 + round % 3; ++ring) {
                std::vector<Vec3> points;
                for (int i = 0; i < 3 + (round + ring) % 40; ++i) {
                    points.push_back({double(place(random)), double(place(random)), double(round % 2) * i});
                }
                polygon.add(points);
            }
            std::vector<std::uint32_t> triangles;
            triangulatePolygon(polygon.points, polygon.ends, triangles);
            for (const std::uint32_t index : triangles) {
                QVERIFY(index < polygon.points.size());
            }
        }
    }

    void cutsRingsOfAMillionVerticesInSeconds_data()
    {
        QTest::addColumn<double>("roughness");
        QTest::newRow("circle with small waves") << 0.001;
        QTest::newRow("star of thin spikes") << 0.5;
    }

    void cutsRingsOfAMillionVerticesInSeconds()
    {
        QFETCH(double, roughness);
        std::mt19937 random(3);
        Polygon polygon;
        polygon.add(blob(random, 0, 0, 1000, 1000000, roughness));
        std::vector<std::uint32_t> triangles;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(triangulatePolygon(polygon.points, polygon.ends, triangles));
        qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
        const double expected = polygonArea(polygon);
        QVERIFY(std::abs(triangleArea(polygon, triangles) - expected) < 1e-6 * expected);
        QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    }

    void endsOnHugeDirtyRing()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> place(0, 1000);
        Polygon polygon;
        std::vector<Vec3> points;
        for (int i = 0; i < 100000; ++i) {
            points.push_back({place(random), place(random), 0});
        }
        polygon.add(points);
        std::vector<std::uint32_t> triangles;
        QElapsedTimer timer;
        timer.start();
        triangulatePolygon(polygon.points, polygon.ends, triangles);
        qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    }
};

LOCI_TEST_CLASS(TriangulatorTest)
#include "triangulatortest.moc"
