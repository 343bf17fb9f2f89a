// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/roles_town.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>

using namespace loci;
using storage::Database;
using storage::Sql;
using storage::Statement;

namespace {
struct Question
{
    const char *name;
    Sql ask;
    Sql explain;
};

constexpr Question kQuestions[] = {
    {"by name", "SELECT no FROM heritage_asset WHERE name_key >= 'name 05000' AND name_key < 'name 05001'",
     "EXPLAIN SELECT no FROM heritage_asset WHERE name_key >= 'name 05000' AND name_key < 'name 05001'"},
    {"by box",
     "SELECT no FROM heritage_place WHERE west <= 112.105 AND east >= 112.1 AND south <= 31.5 AND north >= 31.0",
     "EXPLAIN SELECT no FROM heritage_place WHERE west <= 112.105 AND east >= 112.1 AND south <= 31.5 AND north >= "
     "31.0"},
    {"by text", "SELECT rowid FROM heritage_text('\"word500\"')", "EXPLAIN SELECT rowid FROM heritage_text('\"w\"')"},
    {"all", "SELECT count(*) FROM heritage_asset", "EXPLAIN SELECT count(*) FROM heritage_asset"},
};

double milliseconds(Database &database, Sql sql)
{
    std::vector<double> times;
    times.reserve(20);
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!database.run(sql)) {
            return -1;
        }
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    // The first ones are planned anew each time, on any connection.
    std::sort(times.begin() + 8, times.end());
    return times[14];
}

QString planOf(Database &database, Sql sql)
{
    QString plan;
    const auto done = database.run(sql, {}, [&plan](const Statement &row) { plan += row.text(0) + QLatin1Char('\n'); });
    return done ? plan : done.error().detail;
}
} // namespace

/// Policies do not keep the server from its indexes. LOCI_ROLE_ASSETS=100000 gives the figures of the benchmarks.
class RolesPlanTest : public QObject
{
    Q_OBJECT
private:
    test::RoleTown m_town;

private slots:
    void searchesUseTheirIndexes()
    {
        bool isPossible = false;
        QCOMPARE(m_town.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(m_town.make(), QString());
        const int wanted = qEnvironmentVariableIntValue("LOCI_ROLE_ASSETS");
        const qint64 assets = wanted > 0 ? wanted : 10'000;
        auto owner = m_town.database(test::RoleTown::owner());
        LOCI_VERIFY_RESULT(owner);
        Database &base = **owner;
        QElapsedTimer timer;
        timer.start();
        // Rows as an import leaves them; the audit has its own tests.
        LOCI_VERIFY_RESULT(base.runScript("ALTER TABLE heritage_record DISABLE TRIGGER role_audited"));
        LOCI_VERIFY_RESULT(base.run("INSERT INTO heritage_record (key, content, entry) SELECT 'heritage/asset/n' || n, "
                                    "convert_to('{\"id\":\"n' || n || '\",\"district\":\"3205' || CASE WHEN n % 2 = 0 "
                                    "THEN '08' ELSE '07' END || "
                                    "'\"}', 'UTF8'), 1 FROM generate_series(1, ?1) AS n",
                                    {assets}));
        LOCI_VERIFY_RESULT(base.runScript(
            "INSERT INTO heritage_asset (no, id, reference, name, name_key, other_name, parent, category, type, "
            "type_label, grade, level, district, condition, review, sensitivity, updated, last_survey, photographs, "
            "zones, four_haves, trashed) SELECT no, key, '', key, 'name ' || lpad(no::text, 5, '0'), '', '', '', '', "
            "'', '', '', '', '', '', '', '', '', 0, 0, 0, 0 FROM heritage_record WHERE key LIKE 'heritage/asset/n%';"
            "INSERT INTO heritage_place (no, west, east, south, north) SELECT no, 110 + no / 1000.0, 110 + no / "
            "1000.0, "
            "31.2, 31.2 FROM heritage_record WHERE key LIKE 'heritage/asset/n%';"
            "INSERT INTO heritage_text (rowid, names, pinyin, body) SELECT no, 'word' || no % 1000, '', 'body' FROM "
            "heritage_record WHERE key LIKE 'heritage/asset/n%';"
            "ALTER TABLE heritage_record ENABLE TRIGGER role_audited; ANALYZE"));
        qInfo("%lld assets written in %lld ms", assets, timer.elapsed());
        for (const char *login : {"ad_min", "officer", "office"}) {
            auto desk = m_town.database(QLatin1String(login));
            LOCI_VERIFY_RESULT(desk);
            for (const Question &question : kQuestions) {
                const double free = milliseconds(base, question.ask);
                const double held = milliseconds(**desk, question.ask);
                QVERIFY(free >= 0 && held >= 0);
                qInfo("%s, %s: %.2f ms for the owner, %.2f ms by policy: factor %.2f", question.name, login, free, held,
                      held / free);
            }
            if (wanted > 0) {
                qInfo("%s", qPrintable(planOf(**desk, kQuestions[0].explain)));
            }
            const QString name = planOf(**desk, kQuestions[0].explain);
            QVERIFY2(name.contains(QStringLiteral("heritage_asset_name")), qPrintable(name));
            const QString box = planOf(**desk, kQuestions[1].explain);
            QVERIFY2(box.contains(QStringLiteral("heritage_place_box")), qPrintable(box));
        }
    }
};

LOCI_TEST_CLASS(RolesPlanTest)
#include "roles_plantest.moc"
