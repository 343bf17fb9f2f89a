// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/merge/threeway.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace loci;

namespace {
QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}
} // namespace

class TestThreeWay : public QObject
{
    Q_OBJECT
private slots:
    void bothSidesAreKept_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("merged");
        QTest::newRow("fields") << QByteArray(R"({"a":1,"b":1})") << QByteArray(R"({"a":2,"b":1})")
                                << QByteArray(R"({"a":1,"b":3})") << QByteArray(R"({"a":2,"b":3})");
        QTest::newRow("inner fields") << QByteArray(R"({"a":{"x":1,"y":1}})") << QByteArray(R"({"a":{"x":2,"y":1}})")
                                      << QByteArray(R"({"a":{"x":1,"y":2}})") << QByteArray(R"({"a":{"x":2,"y":2}})");
        QTest::newRow("new ones") << QByteArray("{}") << QByteArray(R"({"a":1})") << QByteArray(R"({"b":[1]})")
                                  << QByteArray(R"({"a":1,"b":[1]})");
        QTest::newRow("gone and changed") << QByteArray(R"({"a":1,"b":1})") << QByteArray(R"({"b":1})")
                                          << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"b":2})");
        QTest::newRow("items by id") << QByteArray(R"({"l":[{"id":"1","v":1},{"id":"2","v":1}]})")
                                     << QByteArray(R"({"l":[{"id":"1","v":2},{"id":"2","v":1}]})")
                                     << QByteArray(R"({"l":[{"id":"1","v":1},{"id":"2","v":3},{"id":"3","v":1}]})")
                                     << QByteArray(R"({"l":[{"id":"1","v":2},{"id":"2","v":3},{"id":"3","v":1}]})");
        QTest::newRow("the same on both") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":2})")
                                          << QByteArray(R"({"a":2})") << QByteArray(R"({"a":2})");
    }
    void bothSidesAreKept()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, merged);
        const merge::Outcome outcome = merge::threeWay(json(base), json(mine), json(theirs));
        QCOMPARE(outcome.merged, json(merged));
        QVERIFY(outcome.conflicts.empty());
        QCOMPARE(merge::threeWay(json(base), json(theirs), json(mine)).merged, json(merged));
    }

    void oneFieldTwiceIsAConflictAndMineStays()
    {
        const merge::Outcome outcome = merge::threeWay(json(R"({"name":"a","n":1})"), json(R"({"name":"b","n":1})"),
                                                       json(R"({"name":"c","n":2})"));
        QCOMPARE(outcome.merged, json(R"({"name":"b","n":2})"));
        QCOMPARE(outcome.conflicts.size(), std::size_t(1));
        const merge::Conflict &conflict = outcome.conflicts.front();
        QCOMPARE(conflict.path, QStringLiteral("/name"));
        QCOMPARE(merge::Conflict::fromJson(conflict.toJson()), conflict);
        QCOMPARE(merge::withField(outcome.merged, conflict.path, conflict.theirs).toObject(),
                 json(R"({"name":"c","n":2})"));
        QCOMPARE(merge::fieldAt(outcome.merged, conflict.path), QJsonValue(QStringLiteral("b")));
    }

    void deletedAgainstChangedIsAConflict()
    {
        const merge::Outcome outcome = merge::threeWay(json(R"({"a":1})"), json("{}"), json(R"({"a":2})"));
        QCOMPARE(outcome.conflicts.size(), std::size_t(1));
        QVERIFY(outcome.conflicts.front().mine.isUndefined());
        QCOMPARE(outcome.merged, QJsonObject());
    }

    void wholeMembersAreNotMixed()
    {
        const QJsonObject base = json(R"({"type":{"id":1,"label":"a"}})");
        const QJsonObject mine = json(R"({"type":{"id":2,"label":"a"}})");
        const QJsonObject theirs = json(R"({"type":{"id":1,"label":"b"}})");
        QVERIFY(merge::threeWay(base, mine, theirs).conflicts.empty());
        const merge::Outcome outcome = merge::threeWay(base, mine, theirs, {QStringLiteral("/type")});
        QCOMPARE(outcome.conflicts.size(), std::size_t(1));
        QCOMPARE(outcome.merged, mine);
    }

    void listsWithoutNamesConflictWhenBothRewriteThem()
    {
        const merge::Outcome outcome =
            merge::threeWay(json(R"({"p":[[1,1]]})"), json(R"({"p":[[2,2]]})"), json(R"({"p":[[3,3]]})"));
        QCOMPARE(outcome.conflicts.size(), std::size_t(1));
    }
};

LOCI_TEST_CLASS(TestThreeWay)
#include "merge_threewaytest.moc"
