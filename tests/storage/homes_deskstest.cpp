// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/mergeoffer.h"
#include "layers/workspace/presence.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace loci;
using namespace loci::workspace;

namespace {
constexpr int kPatience = 20'000;
const QString kAsset = QStringLiteral("heritage/asset/bell-tower");
const QString kBoard = QStringLiteral("board/council");
const QString kLayer = QStringLiteral("map/layer/roads");

QByteArray json(const char *text)
{
    return QJsonDocument::fromJson(text).toJson(QJsonDocument::Compact);
}

Command set(const QString &key, std::optional<QByteArray> value, std::optional<QByteArray> before = {})
{
    return {QStringLiteral("step"), {{key, std::move(before), std::move(value)}}};
}
} // namespace

/// Two desks at one workspace: who is there, and what becomes of two versions.
class HomesDesksTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<Workspace> m_anna, m_ben;

    std::unique_ptr<Workspace> open(const QString &person)
    {
        auto opened =
            Workspace::open(m_homes.address().text(), Access::ReadWrite, nullptr, test::PostgisServer::password());
        if (!opened) {
            qWarning("%s", qPrintable(opened.error().message));
            return nullptr;
        }
        (*opened)->setPerson(person);
        return std::move(*opened);
    }
    /// Ben writes `mine` before he has heard of Anna's `theirs`; what he is offered.
    std::optional<MergeOffer> offerAfter(const QString &key, const QByteArray &theirs, const QByteArray &mine,
                                         std::optional<QByteArray> seen = {})
    {
        QSignalSpy refused(m_ben.get(), &Workspace::stepRefused);
        if (!m_anna->commit(set(key, theirs)) || m_ben->commit(set(key, mine, std::move(seen)))) {
            return std::nullopt;
        }
        if (!QTest::qWaitFor([&refused] { return !refused.isEmpty(); }, kPatience)) {
            return std::nullopt;
        }
        return MergeOffer(refused.first().first().value<RefusedStep>());
    }
    QJsonObject stored(const QString &key) const { return m_anna->json(key); }

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_homes.begin(QStringLiteral("server"), isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        LOCI_VERIFY_RESULT(m_homes.open());
        m_anna = open(QStringLiteral("Anna"));
        m_ben = open(QStringLiteral("Ben"));
        QVERIFY(m_anna && m_ben);
    }
    void cleanup()
    {
        m_anna.reset();
        m_ben.reset();
    }

    void desksSeeEachOther()
    {
        QVERIFY(m_anna->presence() != nullptr);
        const auto people = [](const Workspace &desk) {
            QStringList names;
            for (const storage::DeskAtWork &one : desk.presence()->others()) {
                names << one.person;
            }
            return names;
        };
        QTRY_COMPARE_WITH_TIMEOUT(people(*m_anna), QStringList{QStringLiteral("Ben")}, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(people(*m_ben), QStringList{QStringLiteral("Anna")}, kPatience);
        m_ben->presence()->setRecord(kAsset);
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->presence()->editorsOf(kAsset), QStringList{QStringLiteral("Ben")}, kPatience);
        QVERIFY(m_anna->presence()->editorsOf(kBoard).isEmpty());
        m_ben->presence()->setRecord({});
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->presence()->editorsOf(kAsset).isEmpty(), kPatience);
        QVERIFY(m_anna->presence()->others().front().computer == QSysInfo::machineHostName());
        m_ben.reset();
        QTRY_VERIFY_WITH_TIMEOUT(people(*m_anna).isEmpty(), kPatience);
    }

    void whoIsSilentIsGone()
    {
        auto database = m_homes.open();
        LOCI_VERIFY_RESULT(database);
        LOCI_VERIFY_RESULT(storage::DeskPresence(**database, QStringLiteral("dead"))
                               .tell(QStringLiteral("Cyd"), QStringLiteral("pc"), kAsset, true));
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->presence()->editorsOf(kAsset), QStringList{QStringLiteral("Cyd")}, kPatience);
        LOCI_VERIFY_RESULT(
            (*database)->runScript("UPDATE desk_presence SET seen = seen - INTERVAL '1 hour' WHERE desk = 'dead'"));
        m_anna->presence()->look();
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->presence()->editorsOf(kAsset).isEmpty(), kPatience);
    }

    void fieldsOfOneSideAreMergedAndFieldsOfBothAreAsked()
    {
        const QByteArray base = json(R"({"title":"Council","tiles":[{"id":"a","w":1}],"note":"old","kept":1})");
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, base)));
        QTRY_COMPARE_WITH_TIMEOUT(m_ben->json(kBoard).value(QStringLiteral("kept")).toInt(), 1, kPatience);
        LOCI_VERIFY_RESULT(m_ben->commit({QStringLiteral("look"), {}})); // takes the news
        auto offer = offerAfter(
            kBoard, json(R"({"title":"Mayor","tiles":[{"id":"a","w":2}],"note":"old","kept":1})"),
            json(R"({"title":"Wall","tiles":[{"id":"a","w":1},{"id":"b","w":1}],"note":"new","kept":1})"), base);
        QVERIFY(offer);
        QCOMPARE(offer->items().size(), std::size_t(1));
        const MergeItem &item = offer->items().front();
        QVERIFY(item.isByField);
        QCOMPARE(item.write.author, QStringLiteral("Anna"));
        QCOMPARE(item.outcome.conflicts.size(), std::size_t(1));
        QCOMPARE(item.outcome.conflicts.front().path, QStringLiteral("/title"));
        QCOMPARE(offer->questions(), 1);
        QVERIFY(std::any_of(item.taken.begin(), item.taken.end(), [](const MergeItem::Taken &one) {
            return !one.isMine && one.path.contains(QLatin1String("tiles"));
        }));
        QVERIFY(std::any_of(item.taken.begin(), item.taken.end(), [](const MergeItem::Taken &one) {
            return one.isMine && one.path == QLatin1String("/note");
        }));
        offer->takeTheirs(0, 0, true);
        LOCI_VERIFY_RESULT(m_ben->commit(offer->decided()));
        const QJsonObject now = stored(kBoard);
        QCOMPARE(now.value(QStringLiteral("title")).toString(), QStringLiteral("Mayor"));
        QCOMPARE(now.value(QStringLiteral("note")).toString(), QStringLiteral("new"));
        QCOMPARE(QJsonDocument(now.value(QStringLiteral("tiles")).toArray()).toJson(QJsonDocument::Compact),
                 QByteArray(R"([{"id":"a","w":2},{"id":"b","w":1}])"));
    }

    void theCommonStateIsFoundWhenNobodyGaveIt()
    {
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, json(R"({"a":1,"b":1})"))));
        QTRY_COMPARE_WITH_TIMEOUT(m_ben->json(kBoard).value(QStringLiteral("b")).toInt(), 1, kPatience);
        QSignalSpy heard(m_ben.get(), &Workspace::changed);
        LOCI_VERIFY_RESULT(m_anna->commit(set(QStringLiteral("bookmark/x"), json("{}"))));
        QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), kPatience);
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, json(R"({"a":5,"b":1})"))));
        auto offer = offerAfter(kBoard, json(R"({"a":6,"b":1})"), json(R"({"a":1,"b":7})"));
        QVERIFY(offer);
        QVERIFY(offer->items().front().isByField);
        QCOMPARE(offer->questions(), 0);
        LOCI_VERIFY_RESULT(m_ben->commit(offer->decided()));
        QCOMPARE(QJsonDocument(stored(kBoard)).toJson(QJsonDocument::Compact), QByteArray(R"({"a":6,"b":7})"));
    }

    void anUndoneStepOfAnotherIsACommonStateToo()
    {
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, json(R"({"a":1,"b":1})"))));
        QSignalSpy heard(m_ben.get(), &Workspace::changed);
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, json(R"({"a":2,"b":1})"))));
        QTRY_COMPARE_WITH_TIMEOUT(m_ben->json(kBoard).value(QStringLiteral("a")).toInt(), 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(heard.size() >= 1, kPatience);
        QSignalSpy refused(m_ben.get(), &Workspace::stepRefused);
        LOCI_VERIFY_RESULT(m_anna->undo());
        const auto done = m_ben->commit(set(kBoard, json(R"({"a":2,"b":9})"), json(R"({"a":2,"b":1})")));
        QVERIFY(!done);
        QTRY_VERIFY_WITH_TIMEOUT(!refused.isEmpty(), kPatience);
        const MergeOffer offer(refused.first().first().value<RefusedStep>());
        LOCI_VERIFY_RESULT(m_ben->commit(offer.decided()));
        QCOMPARE(QJsonDocument(stored(kBoard)).toJson(QJsonDocument::Compact), QByteArray(R"({"a":1,"b":9})"));
    }

    void undoTakesBackWhatWasOnesOwn()
    {
        const QString mine = QStringLiteral("bookmark/ben");
        LOCI_VERIFY_RESULT(m_ben->commit(set(mine, json(R"({"a":1})"))));
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, json(R"({"a":1})"))));
        QTRY_COMPARE_WITH_TIMEOUT(m_ben->json(kBoard).value(QStringLiteral("a")).toInt(), 1, kPatience);
        QVERIFY(m_ben->canUndo());
        LOCI_VERIFY_RESULT(m_ben->undo()); // not Anna's board, which is newer
        QVERIFY(!m_ben->document(mine));
        QVERIFY(m_ben->document(kBoard));
        QVERIFY(m_ben->canRedo() && !m_ben->canUndo());
        LOCI_VERIFY_RESULT(m_ben->redo());
        QVERIFY(m_ben->document(mine));
        QVERIFY(!m_ben->canRedo() && m_ben->canUndo());
        const auto entries = m_ben->history();
        QCOMPARE(entries.size(), std::size_t(4)); // nothing is taken out of what was
        const auto across = m_anna->goTo(0);
        QVERIFY(!across);
        QVERIFY2(across.error().message.contains(QLatin1String("Ben")), qPrintable(across.error().message));
        QVERIFY(m_anna->document(mine));
    }

    void undoLeavesWhatOthersBuiltOnIt()
    {
        LOCI_VERIFY_RESULT(m_ben->commit(set(kBoard, json(R"({"a":1,"b":1})"))));
        LOCI_VERIFY_RESULT(m_ben->commit(set(kBoard, json(R"({"a":2,"b":1})"))));
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->json(kBoard).value(QStringLiteral("a")).toInt(), 2, kPatience);
        QSignalSpy heard(m_ben.get(), &Workspace::othersChanged);
        QTRY_VERIFY_WITH_TIMEOUT(m_anna->commit(set(kBoard, json(R"({"a":2,"b":9})"))).has_value(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), kPatience);
        QSignalSpy refused(m_ben.get(), &Workspace::stepRefused);
        QVERIFY(!m_ben->undo());
        QTRY_VERIFY_WITH_TIMEOUT(!refused.isEmpty(), kPatience);
        const MergeOffer offer(refused.first().first().value<RefusedStep>());
        QCOMPARE(offer.questions(), 0);
        LOCI_VERIFY_RESULT(m_ben->commit(offer.decided()));
        QCOMPARE(QJsonDocument(stored(kBoard)).toJson(QJsonDocument::Compact), QByteArray(R"({"a":1,"b":9})"));
    }

    void whatHasNoFieldsIsTakenWhole()
    {
        LOCI_VERIFY_RESULT(m_anna->commit(set(kLayer, QByteArray("<a/>"))));
        auto offer = offerAfter(kLayer, "<b/>", "<c/>");
        QVERIFY(offer);
        QVERIFY(!offer->items().front().isByField);
        QCOMPARE(offer->questions(), 1);
        offer->takeDocument(0, true);
        LOCI_VERIFY_RESULT(m_ben->commit(offer->decided()));
        QCOMPARE(*m_anna->document(kLayer), QByteArray("<b/>"));
        offer->takeDocument(0, false);
        LOCI_VERIFY_RESULT(m_ben->commit(offer->decided()));
        QCOMPARE(*m_anna->document(kLayer), QByteArray("<c/>"));
    }

    void aDecisionIsRefusedWhenTheOtherChangedItAgain()
    {
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, json(R"({"a":1})"))));
        auto offer = offerAfter(kBoard, json(R"({"a":2})"), json(R"({"a":3})"), json(R"({"a":1})"));
        QVERIFY(offer);
        LOCI_VERIFY_RESULT(m_anna->commit(set(kBoard, json(R"({"a":4})"))));
        QVERIFY(!m_ben->commit(offer->decided()));
        QCOMPARE(m_ben->staleWrites().size(), std::size_t(1));
        QCOMPARE(stored(kBoard).value(QStringLiteral("a")).toInt(), 4);
    }
};

LOCI_TEST_CLASS(HomesDesksTest)
#include "homes_deskstest.moc"
