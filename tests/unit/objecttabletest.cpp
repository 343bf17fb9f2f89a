// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/objecttable.h"

#include "layers/domain/city/citymodelbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <limits>
#include <numeric>

using namespace loci;
using namespace loci::city;

/// The objects of a model as a table: sorted, searched, summed up.
class TestObjectTable : public QObject
{
    Q_OBJECT

    static CityModelPtr model()
    {
        CityModelBuilder b;
        const auto object = [&b](const char *id, double height, ObjectIndex parent = kNone) {
            b.beginObject(id, parent == kNone ? "Building" : "BuildingPart", parent);
            if (height > 0) {
                b.beginGeometry(GeometryType::MultiSurface, "1.2");
                b.surface({{{0, 0, 1}, {1, 0, 1}, {1, 1, 1 + height}}});
            }
        };
        object("house 10", 3);
        b.attribute("storeys", 2);
        b.attribute("use", "shop");
        object("house 9", 8);
        b.attribute("use", "Home");
        object("house 11", 0);
        b.attribute("storeys", 5);
        b.attribute("use", "shop");
        b.attribute("id", "own");
        object("part", 4, 2);
        return b.finish();
    }
    static std::vector<std::uint32_t> all(const ObjectTable &table)
    {
        std::vector<std::uint32_t> rows(table.rowCount());
        std::iota(rows.begin(), rows.end(), 0U);
        return rows;
    }

private slots:
    void namesAndValues()
    {
        const ObjectTable table(model());
        QCOMPARE(table.rowCount(), 4U);
        QCOMPARE(table.name(ObjectTable::Height), QStringLiteral("measured_height"));
        QVERIFY(table.columnOf(QStringLiteral("id_")) >= ObjectTable::FirstAttribute); // the attribute, not the id
        QCOMPARE(table.value(0, ObjectTable::Height).toDouble(), 3.0);
        QCOMPARE(table.value(0, ObjectTable::Lods).toString(), QStringLiteral("1.2"));
        QCOMPARE(table.value(2, ObjectTable::Height).toDouble(), 4.0); // that of its part
        QCOMPARE(table.value(3, ObjectTable::Parent).toString(), QStringLiteral("house 11"));
        QVERIFY(!table.value(0, ObjectTable::Parent).isValid());
        QVERIFY(!table.number(1, table.columnOf(QStringLiteral("storeys"))).has_value()); // unknown is not zero
        QCOMPARE(table.columnOf(QStringLiteral("nothing")), -1);
    }

    void sortsAsPeopleDo()
    {
        const ObjectTable table(model());
        auto rows = all(table);
        table.sort(rows, ObjectTable::Id, false);
        QCOMPARE(rows, (std::vector<std::uint32_t>{1, 0, 2, 3})); // 9 before 10
        const int storeys = table.columnOf(QStringLiteral("storeys"));
        table.sort(rows, storeys, true);
        QCOMPARE(rows[0], 2U);
        QCOMPARE(rows[1], 0U); // those without stay last
        table.sort(rows, storeys, false);
        QCOMPARE(rows[0], 0U);
        QCOMPARE(rows[1], 2U);
        table.sort(rows, table.columnOf(QStringLiteral("use")), false);
        QCOMPARE(rows[0], 1U);
        QCOMPARE(rows.back(), 3U);
    }

    void findsWords()
    {
        const ObjectTable table(model());
        QCOMPARE(table.search(QStringLiteral("SHOP 11")), (std::vector<std::uint32_t>{2}));
        QCOMPARE(table.search({}).size(), std::size_t(4));
        QVERIFY(table.search(QStringLiteral("castle")).empty());
    }

    void sumsUpNumbers()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        const std::vector<double> values{1e9 + 1, none, 1e9 + 3, 1e9 + 5, 1e9 + 3};
        const ColumnStatistics s = statisticsOf(values, 4);
        QVERIFY(s.numeric);
        QCOMPARE(s.count, std::size_t(4));
        QCOMPARE(s.missing, std::size_t(1));
        QCOMPARE(s.distinct, std::size_t(3));
        QCOMPARE(s.mean, 1e9 + 3);
        QCOMPARE(s.median, 1e9 + 3);
        QVERIFY(std::abs(s.deviation - std::sqrt(2.0)) < 1e-6);
        QCOMPARE(s.histogram, (std::vector<std::size_t>{1, 0, 2, 1}));
        const ColumnStatistics empty = statisticsOf(std::vector<double>{none}, 4);
        QCOMPARE(empty.count, std::size_t(0));
        QCOMPARE(empty.missing, std::size_t(1));
    }

    void countsClasses()
    {
        const ObjectTable table(model());
        const ColumnStatistics s = table.statistics(all(table), table.columnOf(QStringLiteral("use")));
        QVERIFY(!s.numeric);
        QCOMPARE(s.count, std::size_t(3));
        QCOMPARE(s.missing, std::size_t(1));
        QCOMPARE(s.classes.front().first, QStringLiteral("shop"));
        QCOMPARE(s.classes.front().second, std::size_t(2));
        const ColumnStatistics storeys = table.statistics(all(table), table.columnOf(QStringLiteral("storeys")));
        QCOMPARE(storeys.sum, 7.0);
    }
};

LOCI_TEST_CLASS(TestObjectTable)
#include "objecttabletest.moc"
