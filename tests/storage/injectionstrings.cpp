// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/injectionstrings.h"

#include <QRandomGenerator>

namespace loci::test {

namespace {
QStringList known()
{
    QStringList list = {
        QStringLiteral("'; DROP TABLE documents; --"),
        QStringLiteral("' OR '1'='1"),
        QStringLiteral("\" OR \"\"=\""),
        QStringLiteral("1; DELETE FROM heritage_asset"),
        QStringLiteral("') UNION SELECT sql FROM sqlite_master --"),
        QStringLiteral("') UNION SELECT usename, passwd FROM pg_shadow --"),
        QStringLiteral("x'; ATTACH DATABASE '/tmp/evil' AS evil; --"),
        QStringLiteral("x'; SELECT load_extension('/tmp/evil'); --"),
        QStringLiteral("'; PRAGMA writable_schema=ON; --"),
        QStringLiteral("'; COPY documents TO PROGRAM 'id'; --"),
        QStringLiteral("$$; DROP SCHEMA public CASCADE; $$"),
        QStringLiteral("$a$ ' $a$"),
        QStringLiteral("$1"),
        QStringLiteral("?1"),
        QStringLiteral("?2 $2 :a @b"),
        QStringLiteral("\\'; DROP TABLE history; --"),
        QStringLiteral("\\"),
        QStringLiteral("%"),
        QStringLiteral("_%_"),
        QStringLiteral("*"),
        QStringLiteral("NEAR(a b, 9)"),
        QStringLiteral("name: a"),
        QStringLiteral("a* AND NOT b"),
        QStringLiteral("^a + b"),
        QStringLiteral("{name} : a"),
        QStringLiteral("env('HOME')"),
        QStringLiteral("eval('env(''HOME'')')"),
        QStringLiteral("aggregate('other','array_agg',\"secret\")"),
        QStringLiteral("@user_account_name"),
        QStringLiteral("load_layer('/etc/passwd','delimitedtext')"),
        QStringLiteral("file_exists('/etc/passwd')"),
        QStringLiteral("\u2019 OR \uFF07\u02BC"),
        QStringLiteral("\u202E;--"),
        QStringLiteral("\uFEFF'"),
        QStringLiteral("' || pg_sleep(9) || '"),
        QStringLiteral("/*! OR 1 */"),
        QStringLiteral("E'\\047'"),
        QStringLiteral("U&'\\0027'"),
        QStringLiteral("0x27"),
        QStringLiteral("CHAR(39)"),
        QStringLiteral("'; SET ROLE postgres; --"),
        QStringLiteral("'; NOTIFY loci_change; --"),
        QStringLiteral("../../etc/passwd"),
    };
    list << QString(QChar(0)) << QStringLiteral("a") + QChar(0) + QStringLiteral("' OR 1 --") << QString(QChar(0xD800));
    return list;
}

const QStringList &parts()
{
    static const QStringList kParts = {QStringLiteral("'"),
                                       QStringLiteral("''"),
                                       QStringLiteral("\""),
                                       QStringLiteral("`"),
                                       QStringLiteral("\\"),
                                       QStringLiteral(";"),
                                       QStringLiteral("--"),
                                       QStringLiteral("/*"),
                                       QStringLiteral("*/"),
                                       QStringLiteral("#"),
                                       QStringLiteral("("),
                                       QStringLiteral(")"),
                                       QStringLiteral(" OR 1=1"),
                                       QStringLiteral(" AND "),
                                       QStringLiteral(" NOT "),
                                       QStringLiteral(" UNION SELECT "),
                                       QStringLiteral(" FROM "),
                                       QStringLiteral("documents"),
                                       QStringLiteral("history"),
                                       QStringLiteral("sqlite_master"),
                                       QStringLiteral("pg_catalog."),
                                       QStringLiteral("DROP TABLE "),
                                       QStringLiteral("DELETE FROM "),
                                       QStringLiteral("UPDATE "),
                                       QStringLiteral("INSERT INTO "),
                                       QStringLiteral("ATTACH "),
                                       QStringLiteral("PRAGMA "),
                                       QStringLiteral("COPY "),
                                       QStringLiteral("load_extension("),
                                       QStringLiteral("$$"),
                                       QStringLiteral("$tag$"),
                                       QStringLiteral("$1"),
                                       QStringLiteral("?1"),
                                       QStringLiteral("%"),
                                       QStringLiteral("_"),
                                       QStringLiteral("*"),
                                       QStringLiteral("^"),
                                       QStringLiteral(":"),
                                       QStringLiteral("\n"),
                                       QStringLiteral("\t"),
                                       QStringLiteral("\r"),
                                       QStringLiteral("\u2019"),
                                       QStringLiteral("\uFF07"),
                                       QStringLiteral("\u202E"),
                                       QStringLiteral("\u0301"),
                                       QStringLiteral("env("),
                                       QStringLiteral("eval("),
                                       QStringLiteral("aggregate("),
                                       QStringLiteral("@var"),
                                       QStringLiteral("NEAR"),
                                       QStringLiteral("NULL"),
                                       QStringLiteral("x'27'"),
                                       QStringLiteral("||"),
                                       QStringLiteral("::text"),
                                       QStringLiteral("1e308"),
                                       QStringLiteral("0"),
                                       QStringLiteral("\U0001F3EF")};
    return kParts;
}
} // namespace

QStringList injectionStrings(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QStringList list = known();
    list.reserve(count);
    while (list.size() < count) {
        QString made;
        for (int part = random.bounded(2, 9); part > 0; --part) {
            made += parts()[random.bounded(int(parts().size()))];
        }
        if (random.bounded(25) == 0) {
            made.insert(random.bounded(int(made.size())), QChar(0));
        }
        list << made;
    }
    return list;
}

} // namespace loci::test
