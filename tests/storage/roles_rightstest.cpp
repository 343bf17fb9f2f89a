// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/roles/rolematrix.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace loci;
using namespace loci::roles;

namespace {
const QString kHeritage = QStringLiteral("heritage");
const QDate kToday(2026, 11, 26);

RoleRule rule(const QString &part, const QString &upTo, bool write, const QStringList &areas = {})
{
    RoleRule made;
    made.role = QStringLiteral("r");
    made.part = part;
    made.areas = areas;
    made.sensitivityUpTo = upTo;
    made.mayWrite = write;
    return made;
}

RoleMember member(const QStringList &areas = {}, const QDate &until = {})
{
    return {QStringLiteral("anna"),
            QStringLiteral("r"),
            QStringLiteral("culture"),
            QStringLiteral("district"),
            areas,
            until};
}
} // namespace

class RolesRightsTest : public QObject
{
    Q_OBJECT
private slots:
    void areasOfRuleAndMemberNarrowEachOther_data()
    {
        QTest::addColumn<QStringList>("ofRule");
        QTest::addColumn<QStringList>("ofMember");
        QTest::addColumn<QString>("district");
        QTest::addColumn<bool>("may");
        const QStringList none;
        const QStringList city = {QStringLiteral("3205")};
        const QStringList ward = {QStringLiteral("320508")};
        QTest::newRow("everywhere") << none << none << QStringLiteral("110101") << true;
        QTest::newRow("unknown district, everywhere") << none << none << QString() << true;
        QTest::newRow("unknown district, somewhere") << city << none << QString() << false;
        QTest::newRow("rule wider") << city << ward << QStringLiteral("320508") << true;
        QTest::newRow("rule wider, other ward") << city << ward << QStringLiteral("320507") << false;
        QTest::newRow("member wider") << ward << city << QStringLiteral("320507") << false;
        QTest::newRow("nothing in common")
            << QStringList{QStringLiteral("31")} << city << QStringLiteral("320508") << false;
        QTest::newRow("a beginning is no digit less") << ward << none << QStringLiteral("32050") << false;
    }
    void areasOfRuleAndMemberNarrowEachOther()
    {
        QFETCH(QStringList, ofRule);
        QFETCH(QStringList, ofMember);
        QFETCH(QString, district);
        const RoleRights rights({rule(kHeritage, QStringLiteral("open"), true, ofRule)}, {member(ofMember)}, kToday);
        QTEST(rights.mayWriteRecord(kHeritage, district, QString()), "may");
    }

    void sensitivityDepartmentLevelAndDay()
    {
        const RoleRule restricted = rule(kHeritage, QStringLiteral("restricted"), false);
        const RoleRights rights({restricted}, {member()}, kToday);
        QVERIFY(rights.mayReadRecord(kHeritage, {}, QStringLiteral("open")));
        QVERIFY(rights.mayReadRecord(kHeritage, {}, QStringLiteral("restricted")));
        QVERIFY(!rights.mayReadRecord(kHeritage, {}, QStringLiteral("withheld")));
        QVERIFY(!rights.mayReadRecord(kHeritage, {}, QStringLiteral("a word of another office")));
        QVERIFY(!rights.mayWriteAnything());
        RoleRule other = restricted;
        other.departments = {QStringLiteral("traffic")};
        QVERIFY(!RoleRights({other}, {member()}, kToday).mayRead(kHeritage));
        other = restricted;
        other.levels = {QStringLiteral("province")};
        QVERIFY(!RoleRights({other}, {member()}, kToday).mayRead(kHeritage));
        QVERIFY(RoleRights({restricted}, {member({}, kToday)}, kToday).mayRead(kHeritage)); // the last day counts
        QVERIFY(!RoleRights({restricted}, {member({}, kToday.addDays(-1))}, kToday).mayRead(kHeritage));
        QVERIFY(RoleRights::everything().mayWriteRecord(kHeritage, {}, QStringLiteral("withheld")));
    }

    void everyKeyHasAPart()
    {
        const std::pair<const char *, const char *> keys[] = {{"heritage/asset/x", "heritage"},
                                                              {"heritage/sharing/entry/x", "catalogue"},
                                                              {"contract/x", "catalogue"},
                                                              {"planning/scenario/x", "planning"},
                                                              {"board/x", "indicators"},
                                                              {"alert/x", "feeds"},
                                                              {"plugin/x", "map"}};
        for (const auto &[key, part] : keys) {
            QCOMPARE(partOf(QLatin1String(key)), QLatin1String(part));
            QVERIFY(parts().contains(QLatin1String(part)));
        }
    }

    void aMatrixIsReadAndRefused()
    {
        const QByteArray json = R"({"roles":[{"id":"a","name":{"zh":"甲","en":"A"},"rules":[{"part":"map","write":true},
            {"part":"heritage","read":true,"areas":["3205"],"levels":["city"],"sensitivity":"withheld"}]}]})";
        const auto matrix = RoleMatrix::fromJson(json);
        LOCI_VERIFY_RESULT(matrix);
        QCOMPARE(matrix->rules.size(), 2U);
        QVERIFY(matrix->rules.front().mayRead); // who writes reads
        QCOMPARE(matrix->rules.back().areas, QStringList{QStringLiteral("3205")});
        QCOMPARE(*RoleMatrix::fromJson(QJsonDocument(matrix->toJson()).toJson()), *matrix);
        const char *const wrong[] = {"",
                                     "[]",
                                     "{}",
                                     R"({"roles":[{"id":""}]})",
                                     R"({"roles":[{"id":"a"},{"id":"a"}]})",
                                     R"({"roles":[{"id":"a","rules":[{"part":"moon"}]}]})",
                                     R"({"roles":[{"id":"a","rules":[{"part":"map","sensitivity":"odd"}]}]})",
                                     R"({"roles":[{"id":"a","rules":[{"part":"map","levels":["moon"]}]}]})"};
        for (const char *text : wrong) {
            const auto refused = RoleMatrix::fromJson(text);
            QVERIFY2(!refused, text);
            QVERIFY(refused.error().message.endsWith(QLatin1Char('.')));
        }
    }
};

LOCI_TEST_CLASS(RolesRightsTest)
#include "roles_rightstest.moc"
