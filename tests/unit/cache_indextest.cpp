// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/objectindex.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

using namespace loci;
using namespace loci::city;

namespace {

/// Flat rectangles here and there, some of them objects without geometry.
CityModelPtr scattered(int count, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 1000), size(0.1, 40);
    CityModelBuilder builder({0.001, 0.001, 0.001}, {500000, 3400000, 0});
    for (int i = 0; i < count; ++i) {
        builder.beginObject("o" + std::to_string(i), "Building");
        if (i % 11 == 3) {
            continue;
        }
        const double x = 500000 + place(random), y = 3400000 + place(random), w = size(random), d = size(random);
        builder.beginGeometry(GeometryType::MultiSurface, "1");
        builder.surface({{{x, y, 0}, {x + w, y, 0}, {x + w, y + d, 0}, {x, y + d, 0}}});
    }
    return builder.finish();
}

double distance(const Box3 &box, Vec2 p)
{
    const double x = std::max({box.min.x - p.x, 0.0, p.x - box.max.x});
    const double y = std::max({box.min.y - p.y, 0.0, p.y - box.max.y});
    return std::hypot(x, y);
}

} // namespace

class TestObjectIndex : public QObject
{
    Q_OBJECT
private slots:
    void queryFindsWhatLookingAtAllFinds_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 16, 17, 18, 256, 257, 5000}) {
            QTest::addRow("%d", count) << count;
        }
    }
    void queryFindsWhatLookingAtAllFinds()
    {
        QFETCH(int, count);
        const CityModelPtr model = scattered(count, 7);
        const ObjectIndexTree tree = ObjectIndexTree::build(*model);
        QCOMPARE(tree.size(), static_cast<std::size_t>(count - (count + 7) / 11));
        std::mt19937 random(8);
        std::uniform_real_distribution<double> place(-50, 1050), size(0, 300);
        std::size_t all = 0;
        for (int i = 0; i < 200; ++i) {
            Box3 window;
            window.include(Vec3{500000 + place(random), 3400000 + place(random), 0});
            window.include(Vec3{window.min.x + size(random), window.min.y + size(random), 0});
            std::vector<ObjectIndex> expected;
            for (ObjectIndex o = 0; o < model->objectCount(); ++o) {
                if (model->boundsOf(o).intersects2d(window)) {
                    expected.push_back(o);
                }
            }
            QCOMPARE(tree.query(window), expected);
            all += expected.size();
        }
        QVERIFY(count < 256 || all > 500);
        QVERIFY(tree.query(Box3()).empty());
    }

    void nearestFindsWhatLookingAtAllFinds()
    {
        const CityModelPtr model = scattered(3000, 9);
        const ObjectIndexTree tree = ObjectIndexTree::build(*model);
        std::mt19937 random(10);
        std::uniform_real_distribution<double> place(-200, 1200);
        for (int i = 0; i < 100; ++i) {
            const Vec2 p{500000 + place(random), 3400000 + place(random)};
            std::vector<std::pair<double, ObjectIndex>> expected;
            for (ObjectIndex o = 0; o < model->objectCount(); ++o) {
                const Box3 box = model->boundsOf(o);
                if (!box.isEmpty()) {
                    expected.emplace_back(distance(box, p), o);
                }
            }
            std::sort(expected.begin(), expected.end());
            const std::vector<ObjectIndex> found = tree.nearest(p, 7);
            QCOMPARE(found.size(), std::size_t(7));
            for (std::size_t k = 0; k < found.size(); ++k) {
                QCOMPARE(found[k], expected[k].second);
            }
            const double reach = expected[3].first * (1 + 1e-12) + 1e-9; // what hypot rounds away
            QVERIFY(tree.nearest(p, 100, reach).size() >= 4);
            for (const ObjectIndex o : tree.nearest(p, 100, reach)) {
                QVERIFY(distance(model->boundsOf(o), p) <= reach + 1e-6);
            }
        }
        QVERIFY(tree.nearest({0, 0}, 1, 10).empty());
        QVERIFY(ObjectIndexTree().nearest({0, 0}).empty());
    }

    void arraysMakeTheSameTreeOrNone()
    {
        const CityModelPtr model = scattered(500, 11);
        const ObjectIndexTree tree = ObjectIndexTree::build(*model);
        const auto again = ObjectIndexTree::fromArrays(tree.boxes(), tree.objects(), model->objectCount());
        QVERIFY(again);
        QCOMPARE(again->query(model->extent), tree.query(model->extent));
        QVERIFY(!ObjectIndexTree::fromArrays(tree.boxes(), tree.objects(), 400)); // an object that is not there
        std::vector<Box2> fewer(tree.boxes().begin(), tree.boxes().end() - 1);
        QVERIFY(!ObjectIndexTree::fromArrays(fewer, tree.objects(), model->objectCount()));
    }
};

LOCI_TEST_CLASS(TestObjectIndex)
#include "cache_indextest.moc"
