// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/indicatorstore.h"
#include "layers/storage/schema.h"
#include "layers/storage/spatialitedatabase.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::storage;

class TestIndicatorStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_workspace.reset(); }
    void keepsValuesAndWhatTheyRestOn();
    void unknownIsNull();
    void aNewCalculationBecomesCurrent();
    void refusesAsAWhole();
    void comesToAnOlderWorkspace();

private:
    static IndicatorRow row(const char *area, std::optional<double> value, const char *calculation);
    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
    int m_count = 0;
};

IndicatorRow TestIndicatorStore::row(const char *area, std::optional<double> value, const char *calculation)
{
    IndicatorRow row;
    row.code = QStringLiteral("LV-01");
    row.area = QLatin1String(area);
    row.period = QStringLiteral("2026");
    row.level = QStringLiteral("district");
    row.value = value;
    row.unit = QStringLiteral("%");
    row.quality = value ? QStringLiteral("partial") : QStringLiteral("unknown");
    row.have = 3;
    row.need = 5;
    row.calculation = QLatin1String(calculation);
    row.computed = QDateTime(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC);
    row.provenance = "{\"inputs\":[]}";
    return row;
}

void TestIndicatorStore::init()
{
    auto made = workspace::Workspace::create(m_folder.filePath(QStringLiteral("city %1.loci").arg(++m_count)));
    LOCI_VERIFY_RESULT(made);
    m_workspace = std::move(*made);
}

void TestIndicatorStore::keepsValuesAndWhatTheyRestOn()
{
    const double exact = 100.0 / 3;
    LOCI_VERIFY_RESULT(m_workspace->keepIndicatorValues({row("A", exact, "calc-1"), row("B", 0.0, "calc-2")}));
    const QString path = m_workspace->path();
    m_workspace.reset();
    auto again = workspace::Workspace::open(path);
    LOCI_VERIFY_RESULT(again);
    const auto rows = (*again)->indicatorValues(QStringLiteral("LV-01"));
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].value, std::optional(exact)); // to the last bit
    QCOMPARE(rows[1].value, std::optional(0.0));
    QCOMPARE(rows[0].provenance, QByteArray("{\"inputs\":[]}"));
    QCOMPARE(rows[0].computed, QDateTime(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC));
    QCOMPARE((*again)->indicatorValues().size(), std::size_t(2));
    QVERIFY((*again)->indicatorValues(QStringLiteral("none")).empty());
    QVERIFY(!(*again)->canUndo()); // no step of the history
}

void TestIndicatorStore::unknownIsNull()
{
    LOCI_VERIFY_RESULT(m_workspace->keepIndicatorValues({row("A", std::nullopt, "calc-1")}));
    const auto rows = m_workspace->indicatorValues();
    QCOMPARE(rows.size(), std::size_t(1));
    QVERIFY(!rows[0].value);
    // a number that calls itself unknown is refused by the table itself
    IndicatorRow wrong = row("B", 0.0, "calc-2");
    wrong.quality = QStringLiteral("unknown");
    QVERIFY(!m_workspace->keepIndicatorValues({wrong}));
}

void TestIndicatorStore::aNewCalculationBecomesCurrent()
{
    LOCI_VERIFY_RESULT(m_workspace->keepIndicatorValues({row("A", 1.0, "calc-1")}));
    LOCI_VERIFY_RESULT(m_workspace->keepIndicatorValues({row("A", 2.0, "calc-2")}));
    QCOMPARE(m_workspace->indicatorValues().size(), std::size_t(1));
    QCOMPARE(m_workspace->indicatorValues()[0].value, std::optional(2.0));
    LOCI_VERIFY_RESULT(m_workspace->keepIndicatorValues({row("A", 1.0, "calc-1")})); // the inputs went back
    QCOMPARE(m_workspace->indicatorValues()[0].calculation, QStringLiteral("calc-1"));
    const QString path = m_workspace->path();
    m_workspace.reset();
    const auto database = SpatiaLiteDatabase::open(path, SpatiaLiteDatabase::Mode::ReadWrite);
    LOCI_VERIFY_RESULT(database);
    const auto all =
        IndicatorStore(**database).history(QStringLiteral("LV-01"), QStringLiteral("A"), QStringLiteral("2026"));
    LOCI_VERIFY_RESULT(all);
    QCOMPARE(all->size(), std::size_t(2));
}

void TestIndicatorStore::refusesAsAWhole()
{
    IndicatorRow wrong = row("B", 1.0, "calc-2");
    wrong.quality = QStringLiteral("guessed");
    QVERIFY(!m_workspace->keepIndicatorValues({row("A", 1.0, "calc-1"), wrong}));
    QVERIFY(m_workspace->indicatorValues().empty());
}

void TestIndicatorStore::comesToAnOlderWorkspace()
{
    const QString path = m_folder.filePath(QStringLiteral("old.loci"));
    {
        const auto database = SpatiaLiteDatabase::open(path, SpatiaLiteDatabase::Mode::Build);
        LOCI_VERIFY_RESULT(database);
        LOCI_VERIFY_RESULT((*database)->runScript("SELECT InitSpatialMetaData(1)"));
        LOCI_VERIFY_RESULT(migrate(**database, {migrations().front()}));
        QCOMPARE((*database)->schemaVersion().value(), 1);
    }
    auto opened = workspace::Workspace::open(path);
    LOCI_VERIFY_RESULT(opened);
    QCOMPARE((*opened)->schemaVersion(), currentSchemaVersion());
    LOCI_VERIFY_RESULT((*opened)->keepIndicatorValues({row("A", 1.0, "calc-1")}));
}

LOCI_TEST_CLASS(TestIndicatorStore)
#include "indicatorstest.moc"
