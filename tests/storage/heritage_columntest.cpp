// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "tests/storage/heritage_fixture.h"

#include <QFile>
#include <QTest>
#include <sqlite3.h>

using namespace loci;
using namespace loci::test;

namespace {
/// A file as the sqlite3 shell has it, written to without asking the program.
class Shell
{
public:
    explicit Shell(const QString &path) { sqlite3_open(QFile::encodeName(path).constData(), &m_database); }
    ~Shell() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(Shell)

    QList<QStringList> rows(const QByteArray &sql)
    {
        QList<QStringList> result;
        const auto add = [](void *to, int count, char **values, char **) {
            QStringList row;
            for (int i = 0; i < count; ++i) {
                row << QString::fromUtf8(values[i]);
            }
            static_cast<QList<QStringList> *>(to)->append(row);
            return 0;
        };
        sqlite3_exec(m_database, sql.constData(), add, &result, nullptr);
        return result;
    }
    /// How many rows it changed; -1 when it was refused.
    int change(const QByteArray &sql)
    {
        const int before = sqlite3_total_changes(m_database);
        return sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK
                   ? sqlite3_total_changes(m_database) - before
                   : -1;
    }

private:
    sqlite3 *m_database = nullptr;
};
} // namespace

class TestHeritageColumns : public QObject
{
    Q_OBJECT
private slots:
    void verifyNamesEveryChangedColumn();

private:
    bool isNamed(const QString &path, const QString &table, QString &told);
};

/// Whether the check names the table, or for what SQLite keeps behind a full-text or spatial index, that index.
bool TestHeritageColumns::isNamed(const QString &path, const QString &table, QString &told)
{
    auto opened = workspace::Workspace::open(path);
    if (!opened) {
        told = opened.error().message; // refused as a whole, and said so
        return !told.isEmpty();
    }
    const auto report = (*opened)->heritage().verifyChain();
    if (!report) {
        told = report.error().message;
        return !told.isEmpty();
    }
    QStringList places;
    for (const Finding &finding : report->findings) {
        places << finding.where;
    }
    told = places.join(QLatin1Char(' '));
    return std::any_of(places.begin(), places.end(), [&table](const QString &place) {
        const QString named = place.section(QLatin1Char(':'), 0, 0);
        return table == named || table.startsWith(named + QLatin1Char('_'));
    });
}

void TestHeritageColumns::verifyNamesEveryChangedColumn()
{
    HeritageFixture town;
    QVERIFY(town.open());
    heritage::Asset garden = place(QStringLiteral("拙政园"), 120.63, 31.325);
    garden.set(QStringLiteral("/references/0/number"), QStringLiteral("1-0103"));
    garden.set(QStringLiteral("/level"), QStringLiteral("1"));
    garden.set(QStringLiteral("/dating/edtf"), QStringLiteral("1509/1560"));
    LOCI_VERIFY_RESULT(town.catalogue->put(garden, {}));
    storage::heritage::MediumFacts medium;
    medium.sha256 = QString(64, QLatin1Char('a'));
    medium.name = QStringLiteral("a.jpg");
    medium.longitude = 120.5;
    medium.latitude = 31.5;
    LOCI_VERIFY_RESULT(
        town.catalogue->putAll({}, {square(garden.id(), 120.6, 31.3, 0.05)}, {medium}, {}, QStringLiteral("More")));
    town.close();
    QList<QStringList> columns;
    {
        Shell shell(town.path);
        shell.rows("PRAGMA wal_checkpoint(TRUNCATE)");
        columns = shell.rows("SELECT m.name, c.name, c.type FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
                             "WHERE m.type = 'table' AND m.name LIKE 'heritage_%'");
    }
    QFile file(town.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray seed = file.readAll();
    file.close();
    QVERIFY(columns.size() > 60);
    QSet<QString> tables;
    int changed = 0;
    QStringList silent;
    for (const QStringList &column : std::as_const(columns)) {
        QFile copy(town.path);
        QFile::remove(town.path + QStringLiteral("-wal"));
        QVERIFY(copy.open(QIODevice::WriteOnly | QIODevice::Truncate) && copy.write(seed) == seed.size());
        copy.close();
        const QByteArray table = column[0].toUtf8();
        const QByteArray name = column[1].toUtf8();
        int rows = 0;
        {
            Shell shell(town.path);
            for (const char *value :
                 {"CASE WHEN typeof(%) IN ('integer', 'real') THEN % + 1 ELSE coalesce(%, '') || 'x' END",
                  "coalesce(%, 0) + 1", "'x'", "7"}) {
                QByteArray expression(value);
                expression.replace("%", "\"@column\"");
                QByteArray statement("UPDATE @table SET \"@column\" = @value");
                statement.replace("@value", expression).replace("@column", name).replace("@table", table);
                rows = shell.change(statement);
                if (rows > 0) {
                    break;
                }
            }
        }
        if (rows <= 0) {
            continue; // no row to change, or SQLite itself refuses
        }
        ++changed;
        tables << column[0];
        QString told;
        if (!isNamed(town.path, column[0], told)) {
            silent << QStringLiteral("%1.%2: %3").arg(column[0], column[1], told);
        }
    }
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    for (const char *changedTable :
         {"heritage_record", "heritage_audit", "heritage_head", "heritage_asset", "heritage_zone",
          "heritage_zone_asset", "heritage_media", "heritage_text", "heritage_place", "heritage_zone_place"}) {
        QVERIFY2(tables.contains(QLatin1String(changedTable)), changedTable);
    }
    qInfo("%d columns of %d tables changed, each of them named", changed, int(tables.size()));
}

LOCI_TEST_CLASS(TestHeritageColumns)
#include "heritage_columntest.moc"
