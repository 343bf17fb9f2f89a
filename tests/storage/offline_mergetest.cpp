// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/heritage/catalogue.h"
#include "layers/workspace/offline/offlinedesk.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/offline_desks.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace loci;
using namespace loci::test;
using storage::heritage::MediaFolder;
using workspace::Catalogue;
using workspace::TakeSide;
using workspace::Workspace;

namespace {
const QString kBookmark = QStringLiteral("bookmark/bridge");

QString assetKey(const heritage::Asset &asset)
{
    return QStringLiteral("heritage/asset/") + asset.id();
}

QByteArray with(const QByteArray &json, const QString &field, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.insert(field, value);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
} // namespace

/// What becomes of steps that were made offline when others changed the same in the meantime.
class OfflineMergeTest : public QObject
{
    Q_OBJECT
private:
    OfflineDesks m_desks;

    Workspace &away() const { return m_desks.away(); }
    Workspace &near() const { return m_desks.near(); }

    static Result<> change(Workspace &desk, const QString &key, const QString &field, const QJsonValue &value)
    {
        return desk.commit(
            put(QStringLiteral("Set %1").arg(field), key, with(desk.document(key).value_or("{}"), field, value)));
    }
    static QJsonValue field(const Workspace &desk, const QString &key, const char *name)
    {
        return desk.json(key).value(QLatin1String(name));
    }
    /// Both desks have the document, and the cable is cut.
    void cutWith(const QString &key, const QByteArray &value)
    {
        LOCI_VERIFY_RESULT(near().commit(put(QStringLiteral("Begin"), key, value)));
        LOCI_VERIFY_RESULT(m_desks.openAway());
        LOCI_TRY_READY(m_desks);
        m_desks.cable().cut();
        LOCI_TRY_AWAY(m_desks);
        QVERIFY(away().document(key).has_value());
    }
    workspace::ReturnReport comeBack()
    {
        QSignalSpy back(&away(), &Workspace::cameBack);
        m_desks.cable().mend();
        return QTest::qWaitFor([&] { return m_desks.isReady(); }, kDeskPatience) && back.count() == 1
                   ? back.first().first().value<workspace::ReturnReport>()
                   : workspace::ReturnReport{-1, -1, -1, -1};
    }
    std::vector<workspace::PendingConflict> conflicts() const
    {
        return workspace::pendingConflicts(Catalogue(near()), near());
    }
    void chainIsIntact() const
    {
        const auto report = near().heritage().verifyChain();
        LOCI_VERIFY_RESULT(report);
        QVERIFY2(report->isIntact && report->findings.empty(),
                 report->findings.empty() ? "" : qPrintable(report->findings.front().message));
    }

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_desks.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
    }
    void cleanup() { m_desks.end(); }

    void disjointFieldsAreMergedAndTold()
    {
        cutWith(kBookmark, R"({"name":"bridge","zoom":1})");
        LOCI_VERIFY_RESULT(change(away(), kBookmark, QStringLiteral("zoom"), 2));
        LOCI_VERIFY_RESULT(change(near(), kBookmark, QStringLiteral("name"), QStringLiteral("old bridge")));
        const auto report = comeBack();
        QCOMPARE(report.sent, 1);
        QCOMPARE(report.merged, 1);
        QCOMPARE(report.conflicts, 0);
        for (const Workspace *desk : {&away(), &near()}) {
            QCOMPARE(field(*desk, kBookmark, "zoom").toInt(), 2);
            QCOMPARE(field(*desk, kBookmark, "name").toString(), QStringLiteral("old bridge"));
        }
        QVERIFY(conflicts().empty());
    }

    void theSameFieldWaitsForAPerson()
    {
        cutWith(kBookmark, R"({"name":"bridge","zoom":1})");
        LOCI_VERIFY_RESULT(change(away(), kBookmark, QStringLiteral("name"), QStringLiteral("north bridge")));
        LOCI_VERIFY_RESULT(change(away(), kBookmark, QStringLiteral("zoom"), 2));
        LOCI_VERIFY_RESULT(change(away(), kBookmark, QStringLiteral("name"), QStringLiteral("northern bridge")));
        LOCI_VERIFY_RESULT(change(near(), kBookmark, QStringLiteral("name"), QStringLiteral("south bridge")));
        const auto report = comeBack();
        QCOMPARE(report.sent, 3);
        QVERIFY(report.conflicts > 0);
        QCOMPARE(field(near(), kBookmark, "name").toString(), QStringLiteral("south bridge"));
        QCOMPARE(field(near(), kBookmark, "zoom").toInt(), 2);
        const auto open = conflicts();
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().record, kBookmark);
        QCOMPARE(open.front().person, QStringLiteral("anna"));
        QCOMPARE(open.front().field.base.toString(), QStringLiteral("bridge"));
        QCOMPARE(open.front().field.mine.toString(), QStringLiteral("south bridge"));
        QCOMPARE(open.front().field.theirs.toString(), QStringLiteral("northern bridge"));
        LOCI_VERIFY_RESULT(workspace::decideConflict(Catalogue(near()), near(), open.front(), TakeSide::Theirs, {}));
        QCOMPARE(field(near(), kBookmark, "name").toString(), QStringLiteral("northern bridge"));
        QVERIFY(conflicts().empty());
        QVERIFY(!workspace::decideConflict(Catalogue(near()), near(), open.front(), TakeSide::Theirs, {}));
        LOCI_VERIFY_RESULT(near().undo()); // one step: the question is back
        QCOMPARE(conflicts().size(), std::size_t(1));
    }

    void recordsMergeByTheRulesOfTheCatalogue()
    {
        heritage::Asset asset = place(QStringLiteral("拙政园"), 120.62, 31.32);
        const QString key = assetKey(asset);
        cutWith(key, asset.bytes());
        Catalogue here(away());
        here.setPerson(QStringLiteral("anna"));
        LOCI_VERIFY_RESULT(change(away(), key, QStringLiteral("description"), QStringLiteral("offline")));
        LOCI_VERIFY_RESULT(change(away(), key, QStringLiteral("remarks"), QStringLiteral("mine")));
        LOCI_VERIFY_RESULT(change(near(), key, QStringLiteral("remarks"), QStringLiteral("theirs")));
        const auto report = comeBack();
        QCOMPARE(report.sent, 2);
        QCOMPARE(report.merged, 1);
        QCOMPARE(report.conflicts, 1);
        QCOMPARE(field(near(), key, "description").toString(), QStringLiteral("offline"));
        QCOMPARE(field(near(), key, "remarks").toString(), QStringLiteral("theirs"));
        const auto open = conflicts();
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open.front().field.path, QStringLiteral("/remarks"));
        const auto states = near().heritage().history(key);
        LOCI_VERIFY_RESULT(states);
        QVERIFY(std::any_of(states->begin(), states->end(), [](const auto &state) {
            return state.author == QLatin1String("anna") && state.reason.contains(QStringLiteral("made offline at"));
        }));
        chainIsIntact();
        LOCI_VERIFY_RESULT(workspace::decideConflict(Catalogue(near()), near(), open.front(), TakeSide::Theirs, {}));
        QCOMPARE(field(near(), key, "remarks").toString(), QStringLiteral("mine"));
        QVERIFY(conflicts().empty());
        chainIsIntact();
    }

    void aZoneIsNeverOverwritten()
    {
        const heritage::Zone zone = square(QStringLiteral("a"), 120.61, 31.31, 0.02);
        const QString key = QStringLiteral("heritage/zone/") + zone.id();
        cutWith(key, zone.bytes());
        const QJsonObject first{{QStringLiteral("zh"), QStringLiteral("甲")}};
        const QJsonObject second{{QStringLiteral("zh"), QStringLiteral("乙")}};
        LOCI_VERIFY_RESULT(change(near(), key, QStringLiteral("name"), first));
        LOCI_VERIFY_RESULT(change(away(), key, QStringLiteral("name"), second));
        QCOMPARE(comeBack().conflicts, 1);
        QCOMPARE(near().json(key).value(QStringLiteral("name")).toObject(), first);
        QCOMPARE(conflicts().size(), std::size_t(1));
        QCOMPARE(conflicts().front().field.path, QStringLiteral("/name/zh"));
        chainIsIntact();
    }

    void deletedAgainstChanged_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isDeletedAway");
        for (const bool isAway : {false, true}) {
            const char *where = isAway ? "deleted away" : "deleted near";
            QTest::addRow("bookmark, %s", where) << kBookmark << isAway;
            QTest::addRow("search, %s", where) << QStringLiteral("heritage/search/a") << isAway;
        }
    }
    void deletedAgainstChanged()
    {
        QFETCH(QString, key);
        QFETCH(bool, isDeletedAway);
        cutWith(key, R"({"name":"a"})");
        Workspace &deleting = isDeletedAway ? away() : near();
        Workspace &changing = isDeletedAway ? near() : away();
        LOCI_VERIFY_RESULT(change(changing, key, QStringLiteral("name"), QStringLiteral("b")));
        LOCI_VERIFY_RESULT(deleting.commit(put(QStringLiteral("Delete"), key, std::nullopt)));
        QCOMPARE(comeBack().conflicts, 1);
        QCOMPARE(near().document(key).has_value(), isDeletedAway); // as it was there
        const auto open = conflicts();
        QCOMPARE(open.size(), std::size_t(1));
        LOCI_VERIFY_RESULT(workspace::decideConflict(Catalogue(near()), near(), open.front(), TakeSide::Theirs, {}));
        QCOMPARE(near().document(key).has_value(), !isDeletedAway);
        QVERIFY(conflicts().empty());
        chainIsIntact();
    }

    void documentsThatAreNoJsonWaitWhole()
    {
        const QString key = QStringLiteral("map/tree");
        cutWith(key, "<tree/>");
        LOCI_VERIFY_RESULT(near().commit(put(QStringLiteral("Tree"), key, "<tree><a/></tree>")));
        LOCI_VERIFY_RESULT(away().commit(put(QStringLiteral("Tree"), key, "<tree><b/></tree>")));
        LOCI_VERIFY_RESULT(away().commit(put(QStringLiteral("Tree"), key, "<tree><c/></tree>")));
        QVERIFY(comeBack().conflicts > 0);
        QCOMPARE(near().document(key).value_or(""), QByteArray("<tree><a/></tree>"));
        const auto open = conflicts();
        QCOMPARE(open.size(), std::size_t(1));
        LOCI_VERIFY_RESULT(workspace::decideConflict(Catalogue(near()), near(), open.front(), TakeSide::Theirs, {}));
        QCOMPARE(near().document(key).value_or(""), QByteArray("<tree><c/></tree>"));
    }

    void newRecordsAndTheirMediaGoUp()
    {
        cutWith(kBookmark, "{}");
        const auto medium = MediaFolder::besideWorkspace(away().path())
                                .importBytes(QByteArray(1'500'000, 'p'), QStringLiteral("photo.jpg"));
        LOCI_VERIFY_RESULT(medium);
        const heritage::Asset asset = place(QStringLiteral("狮子林"), 120.62, 31.33);
        workspace::Command command{QStringLiteral("New place"), {}};
        command.changes.push_back({assetKey(asset), {}, asset.bytes()});
        command.changes.push_back({QStringLiteral("heritage/media/") + medium->sha256, {}, medium->json()});
        LOCI_VERIFY_RESULT(away().commit(command));
        QCOMPARE(away().heritage().assetCount().value_or(0), 1);
        storage::heritage::AssetQuery query;
        query.text = QStringLiteral("狮子");
        QCOMPARE(away().heritage().ids(query).value_or(QStringList()), QStringList{asset.id()});
        QCOMPARE(comeBack().sent, 1);
        const MediaFolder folder = MediaFolder::besideWorkspace(near().path());
        QTRY_VERIFY_WITH_TIMEOUT(folder.contains(medium->sha256), kDeskPatience);
        QCOMPARE(near().heritage().ids(query).value_or(QStringList()), QStringList{asset.id()});
        QCOMPARE(away().heritage().ids(query).value_or(QStringList()), QStringList{asset.id()});
        chainIsIntact();
    }

    void aStepThatTheServerRefusesIsKept()
    {
        cutWith(kBookmark, "{}");
        LOCI_VERIFY_RESULT(away().commit(put(QStringLiteral("Refused"), QStringLiteral("test/locked"), "1")));
        LOCI_VERIFY_RESULT(away().commit(put(QStringLiteral("Accepted"), QStringLiteral("test/free"), "1")));
        const auto database = m_desks.openDatabase();
        LOCI_VERIFY_RESULT(database);
        LOCI_VERIFY_RESULT(
            (*database)->runScript("ALTER TABLE documents ADD CONSTRAINT no_locked CHECK (key <> 'test/locked')"));
        const auto report = comeBack();
        QCOMPARE(report.sent, 1);
        QCOMPARE(report.refused, 1);
        QCOMPARE(away().offline().refused, 1);
        const auto refused = away().offlineDesk().refused();
        QCOMPARE(refused.size(), std::size_t(1));
        QCOMPARE(refused.front().step.title, QStringLiteral("Refused"));
        QVERIFY(!refused.front().message.isEmpty());
        QVERIFY(near().document(QStringLiteral("test/free")).has_value());
        QVERIFY(!away().document(QStringLiteral("test/locked")));
        LOCI_VERIFY_RESULT((*database)->runScript("ALTER TABLE documents DROP CONSTRAINT no_locked"));
        m_desks.cable().cut();
        LOCI_TRY_AWAY(m_desks);
        QCOMPARE(comeBack().sent, 1); // what stood in the way is gone
        QCOMPARE(away().offline().refused, 0);
        QCOMPARE(near().document(QStringLiteral("test/locked")).value_or(""), QByteArray("1"));
    }

    /// Whatever both do: each step is on the server once, and each field has the value of somebody; where the two did
    /// not agree, the other one is in the list.
    void everyStepIsSomewhereOnce_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 4; ++seed) {
            QTest::addRow("seed %d", seed) << seed;
        }
    }
    void everyStepIsSomewhereOnce()
    {
        QFETCH(int, seed);
        QRandomGenerator random(static_cast<quint32>(seed));
        const heritage::Asset asset = place(QStringLiteral("园"), 120.6, 31.3);
        const QStringList keys{kBookmark, assetKey(asset)};
        LOCI_VERIFY_RESULT(near().commit(put(QStringLiteral("Begin"), keys.at(1), asset.bytes())));
        cutWith(kBookmark, "{}");
        const int arrived = m_desks.arrivedSteps();
        QHash<QString, std::pair<QString, QString>> last; // what near and away wrote last
        for (int i = 0; i < 30; ++i) {
            const bool isAway = random.bounded(2) == 0;
            const QString key = keys.at(random.bounded(2));
            const QString name = QStringLiteral("f%1").arg(random.bounded(4));
            const QString value =
                QStringLiteral("%1%2").arg(isAway ? QStringLiteral("away") : QStringLiteral("near")).arg(i);
            LOCI_VERIFY_RESULT(change(isAway ? away() : near(), key, name, value));
            auto &pair = last[key + QLatin1Char('/') + name];
            (isAway ? pair.second : pair.first) = value;
        }
        const int nearSteps = m_desks.arrivedSteps() - arrived;
        const auto report = comeBack();
        QCOMPARE(report.sent, 30 - nearSteps);
        QCOMPARE(m_desks.arrivedSteps(), arrived + 30);
        QHash<QString, QString> open;
        for (const auto &one : conflicts()) {
            QVERIFY(!open.contains(one.record + one.field.path));
            open.insert(one.record + one.field.path, one.field.theirs.toString());
        }
        for (auto pair = last.constBegin(); pair != last.constEnd(); ++pair) {
            const auto &[theirs, ours] = pair.value();
            const QString key = pair.key().section(QLatin1Char('/'), 0, -2);
            const QString there = near().json(key).value(pair.key().section(QLatin1Char('/'), -1)).toString();
            QCOMPARE(there, theirs.isEmpty() ? ours : theirs);
            QCOMPARE(open.value(pair.key()), theirs.isEmpty() ? QString() : ours);
            QCOMPARE(away().json(key).value(pair.key().section(QLatin1Char('/'), -1)).toString(), there);
        }
        chainIsIntact();
    }
};

LOCI_TEST_CLASS(OfflineMergeTest)
#include "offline_mergetest.moc"
