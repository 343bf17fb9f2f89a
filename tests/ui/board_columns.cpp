// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/cityscene.h"
#include "layers/scene/columns.h"
#include "tests/support/testmain.h"
#include "widgets/board/seriesline.h"

#include <vtkNew.h>
#include <vtkRenderer.h>

#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::scene;

/// Columns of numbers, and the thinned lines of dense series.
class TestBoardDrawing : public QObject
{
    Q_OBJECT

private slots:
    void aColumnIsHitWhereItStands()
    {
        vtkNew<vtkRenderer> renderer;
        ColumnLayer layer(renderer);
        const auto ground = [](double, double) { return 12.0; };
        layer.show({{QStringLiteral("a"), {100, 100}, 80, 10, {1, 2, 3}, Column::Look::Plain},
                    {QStringLiteral("b"), {200, 100}, 0, 10, {}, Column::Look::Frame},
                    {QStringLiteral("c"), {300, 100}, 40, 10, {9, 9, 9}, Column::Look::Striped}},
                   QStringLiteral("a"), {0, 200, 150}, {0, 0, 0}, ground);
        const auto hit = layer.pick({{0, 100, 50}, {1, 0, 0}});
        QVERIFY(hit);
        QCOMPARE(hit->first, QStringLiteral("a"));
        QVERIFY(std::abs(hit->second - 90) < 2);
        QVERIFY(!layer.pick({{0, 100, 120}, {1, 0, 0}})); // above all of them
        const auto behind = layer.pick({{250, 100, 40}, {1, 0, 0}});
        QVERIFY(behind && behind->first == QStringLiteral("c"));
        QCOMPARE(layer.topOf(QStringLiteral("a"))->z, 92.0);
        QVERIFY(layer.topOf(QStringLiteral("b"))->z < 22); // low: there is no number
        QVERIFY(!layer.topOf(QStringLiteral("none")));
        QVERIFY(renderer->GetActors()->GetNumberOfItems() > 0);
        layer.show({}, {}, {}, {}, ground);
        QCOMPARE(renderer->GetActors()->GetNumberOfItems(), 0);
        QVERIFY(!std::isfinite(layer.nearest({0, 0, 0})));
    }

    void aThinnedLineLosesNoExtremeAndCrossesNoGap()
    {
        std::vector<double> values(100'000, 10);
        values[43'210] = 99;
        values[70'001] = -5;
        for (std::size_t i = 50'000; i < 60'000; ++i) {
            values[i] = std::nan("");
        }
        const widgets::SeriesFrame frame{0, 0, 1000, 500, -10, 100, values.size()};
        const auto columns = widgets::seriesColumns(values, frame);
        double highest = 1e9, lowest = -1e9;
        for (const QLineF &column : columns) {
            highest = std::min(highest, column.y1());
            lowest = std::max(lowest, column.y2());
            QVERIFY(column.x1() < frame.x(50'000) + 1.5 || column.x1() > frame.x(60'000) - 1.5);
        }
        QVERIFY(std::abs(highest - frame.y(99)) < 1e-6);
        QVERIFY(std::abs(lowest - frame.y(-5)) < 1e-6);
        QVERIFY(columns.size() <= 1001);
        const auto stretches = widgets::seriesStretches(values, frame);
        QCOMPARE(stretches.size(), std::size_t(2));
        QVERIFY(stretches[0].size() < 5000);
    }
};
LOCI_TEST_CLASS(TestBoardDrawing)
#include "board_columns.moc"
