// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "app/cli/heritageverb.h"
#include "layers/storage/schema.h"
#include "layers/storage/spatialitedatabase.h"
#include "tests/storage/heritage_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace loci;
using namespace loci::test;
using namespace loci::storage::heritage;

class TestHeritageCatalogue : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void auditsEveryFieldAndUndoAddsToIt();
    void restoresByteForByte();
    void putCannotForgeAReview();
    void reviewsWithFourEyesAndInBulk();
    void hidesSensitivePlaces();
    void migratesAVersionOneWorkspace();
    void refusesWhatIsNoRecord();
    void commandLineAnswers();

private:
    std::unique_ptr<HeritageFixture> m_town;
};

void TestHeritageCatalogue::init()
{
    m_town = std::make_unique<HeritageFixture>();
    QVERIFY(m_town->open());
}

void TestHeritageCatalogue::auditsEveryFieldAndUndoAddsToIt()
{
    heritage::Asset asset = place(QStringLiteral("塔"), 120, 31);
    LOCI_VERIFY_RESULT(m_town->catalogue->put(asset, QStringLiteral("first")));
    asset = *m_town->catalogue->asset(asset.id());
    asset.set(QStringLiteral("/level"), QStringLiteral("3"));
    asset.set(QStringLiteral("/names/0/text"), QStringLiteral("北塔"));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(asset, QStringLiteral("decree 7")));
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QCOMPARE(m_town->catalogue->asset(asset.id())->name(), QStringLiteral("塔"));
    LOCI_VERIFY_RESULT(m_town->workspace->redo());
    const auto states = m_town->catalogue->history(asset.id());
    LOCI_VERIFY_RESULT(states);
    QCOMPARE(states->size(), std::size_t(4));
    QCOMPARE((*states)[0].reason, QStringLiteral("first"));
    QCOMPARE((*states)[1].author, QStringLiteral("anna"));
    QCOMPARE((*states)[1].reason, QStringLiteral("decree 7"));
    QCOMPARE((*states)[2].action, QStringLiteral("undo"));
    QCOMPARE((*states)[3].action, QStringLiteral("redo"));
    QCOMPARE((*states)[1].hash, (*states)[3].hash);
    bool hasLevel = false;
    for (const heritage::FieldChange &change : (*states)[1].changes) {
        hasLevel =
            hasLevel || (change.path == QStringLiteral("/level") && change.after.toString() == QStringLiteral("3"));
    }
    QVERIFY(hasLevel);
    QVERIFY(m_town->open()); // a restart
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QVERIFY(!m_town->catalogue->asset(asset.id()));
    QCOMPARE(m_town->workspace->heritage().history(QLatin1String(key::kAsset) + asset.id())->size(), std::size_t(6));
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
}

void TestHeritageCatalogue::restoresByteForByte()
{
    heritage::Asset asset = place(QStringLiteral("塔"), 120, 31);
    LOCI_VERIFY_RESULT(m_town->catalogue->put(asset, {}));
    const QString documentKey = QLatin1String(key::kAsset) + asset.id();
    std::vector<QByteArray> wanted = {*m_town->workspace->document(documentKey)};
    for (int step = 0; step < 6; ++step) {
        asset.set(QStringLiteral("/surveys/%1").arg(step), QJsonObject{{QStringLiteral("id"), QString::number(step)}});
        asset.set(QStringLiteral("/surveys/0/text"), QString::number(step));
        if (step == 4) {
            asset.set(QStringLiteral("/surveys"), QJsonArray{QStringLiteral("odd"), 1.5});
        }
        LOCI_VERIFY_RESULT(m_town->catalogue->put(asset, {}));
        wanted.push_back(*m_town->workspace->document(documentKey));
    }
    const auto states = m_town->catalogue->history(asset.id());
    LOCI_VERIFY_RESULT(states);
    QCOMPARE(states->size(), wanted.size());
    const auto &store = m_town->workspace->heritage();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto state = store.stateAt(documentKey, (*states)[i].number);
        LOCI_VERIFY_RESULT(state);
        QCOMPARE(**state, wanted[i]);
    }
    QVERIFY(!*store.stateAt(documentKey, 0));
    LOCI_VERIFY_RESULT(m_town->catalogue->restore(asset.id(), (*states)[2].number, QStringLiteral("was right")));
    QCOMPARE(*m_town->workspace->document(documentKey), wanted[2]);
    QCOMPARE(m_town->catalogue->history(asset.id())->size(), wanted.size() + 1);
    QVERIFY(!store.compare(documentKey, (*states)[0].number, (*states)[2].number)->empty());
}

void TestHeritageCatalogue::putCannotForgeAReview()
{
    heritage::Asset asset = place(QStringLiteral("塔"), 120, 31);
    asset.set(QStringLiteral("/review/state"), QStringLiteral("approved"));
    asset.set(QStringLiteral("/review/level"), QStringLiteral("province"));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(asset, {}));
    QCOMPARE(heritage::reviewState(*m_town->catalogue->asset(asset.id())), QStringLiteral("draft"));
}

void TestHeritageCatalogue::reviewsWithFourEyesAndInBulk()
{
    std::vector<heritage::Asset> assets;
    QStringList ids;
    for (int i = 0; i < 30; ++i) {
        assets.push_back(place(QStringLiteral("塔%1").arg(i), 120, 31));
        ids << assets.back().id();
    }
    LOCI_VERIFY_RESULT(m_town->catalogue->putAll(assets, {}, {}, {}, QStringLiteral("Add")));
    LOCI_VERIFY_RESULT(m_town->catalogue->submit(ids.mid(0, 20), {}));
    AssetQuery waiting;
    waiting.facets = {{Facet::Review, {QStringLiteral("submitted/county")}}};
    QCOMPARE(m_town->catalogue->search(waiting)->total, 20);
    QVERIFY(!m_town->catalogue->approve(ids.mid(0, 1), {})); // the submitter
    QCOMPARE(m_town->catalogue->previewApproval(waiting)->ids.size(), 0);
    m_town->catalogue->setPerson(QStringLiteral("ben"));
    const auto preview = m_town->catalogue->previewApproval({});
    LOCI_VERIFY_RESULT(preview);
    QCOMPARE(preview->ids.size(), 20);
    QCOMPARE(preview->refused.size(), std::size_t(10));
    QVERIFY(!m_town->catalogue->approve(ids, {})); // one that does not wait: none is changed
    QCOMPARE(m_town->catalogue->search(waiting)->total, 20);
    LOCI_VERIFY_RESULT(m_town->catalogue->approve(preview->ids, QStringLiteral("round of May")));
    waiting.facets = {{Facet::Review, {QStringLiteral("approved/county")}}};
    QCOMPARE(m_town->catalogue->search(waiting)->total, 20);
    LOCI_VERIFY_RESULT(m_town->workspace->undo()); // one step
    QCOMPARE(m_town->catalogue->search(waiting)->total, 0);
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
}

void TestHeritageCatalogue::hidesSensitivePlaces()
{
    heritage::Asset tomb = place(QStringLiteral("古墓"), 120.123456, 31.654321);
    tomb.set(QStringLiteral("/sensitivity/level"), QStringLiteral("restricted"));
    heritage::Asset secret = place(QStringLiteral("秘"), 120.2, 31.2);
    secret.set(QStringLiteral("/sensitivity/level"), QStringLiteral("withheld"));
    LOCI_VERIFY_RESULT(m_town->catalogue->putAll({tomb, secret}, {}, {}, {}, QStringLiteral("Add")));
    heritage::ReviewPolicy policy = heritage::ReviewPolicy::standard();
    policy.assignments = {{QStringLiteral("anna"), QStringLiteral("manager"), {}, {}},
                          {QStringLiteral("vic"), QStringLiteral("viewer"), {}, {}}};
    LOCI_VERIFY_RESULT(m_town->catalogue->setPolicy(policy, QStringLiteral("office")));
    const QByteArray exact = m_town->catalogue->asset(tomb.id())->bytes();
    QVERIFY2(exact.contains("120.123456"), exact.constData());
    m_town->catalogue->setPerson(QStringLiteral("vic"));
    const auto coarse = m_town->catalogue->asset(tomb.id());
    QVERIFY(coarse);
    QVERIFY(!coarse->bytes().contains("120.1234"));
    QVERIFY(!m_town->catalogue->asset(secret.id()));
    const auto page = m_town->catalogue->search({});
    LOCI_VERIFY_RESULT(page);
    QCOMPARE(page->total, 1);
    QVERIFY(page->rows.front().isCoarse);
    QVERIFY(qAbs(*page->rows.front().longitude - 120.123456) > 1e-7);
    QVERIFY(!m_town->catalogue->history(tomb.id()));
    QVERIFY(!m_town->catalogue->put(*coarse, {}));
    QVERIFY(!m_town->catalogue->trash({tomb.id()}, {}));
    QVERIFY(!m_town->catalogue->setPolicy(heritage::ReviewPolicy::standard(), {}));
}

void TestHeritageCatalogue::migratesAVersionOneWorkspace()
{
    const QString old = m_town->folder.filePath(QStringLiteral("old.loci"));
    {
        auto database = storage::SpatiaLiteDatabase::open(old, storage::SpatiaLiteDatabase::Mode::Build);
        LOCI_VERIFY_RESULT(database);
        LOCI_VERIFY_RESULT((*database)->run("SELECT InitSpatialMetaData(1)"));
        LOCI_VERIFY_RESULT(storage::migrate(**database, {storage::migrations().front()}));
        QCOMPARE((*database)->schemaVersion().value(), 1);
        LOCI_VERIFY_RESULT(
            (*database)->run("INSERT INTO documents (key, value, updated) VALUES ('map/settings', '{}', '')"));
    }
    auto workspace = workspace::Workspace::open(old);
    LOCI_VERIFY_RESULT(workspace);
    QCOMPARE((*workspace)->document(QStringLiteral("map/settings")).value(), QByteArray("{}"));
    workspace::Catalogue catalogue(**workspace);
    LOCI_VERIFY_RESULT(catalogue.put(place(QStringLiteral("塔"), 120, 31), {}));
    QVERIFY((*workspace)->heritage().verifyChain()->isIntact);
}

void TestHeritageCatalogue::refusesWhatIsNoRecord()
{
    const QString id = heritage::newId();
    for (const QByteArray &bytes : {QByteArray("no json"), QByteArray("{}"), QByteArray("{\"id\":\"x\"}"),
                                    QByteArray("{\"id\":\"") + heritage::newId().toLatin1() + "\"}"}) {
        const auto done =
            m_town->workspace->commit({QStringLiteral("x"), {{QLatin1String(key::kAsset) + id, {}, bytes}}});
        QVERIFY(!done);
        QVERIFY(!done.error().message.isEmpty());
    }
    QVERIFY(m_town->workspace->history().empty());
    // Documents of other kinds are kept as they are, and audited.
    const QString other = QStringLiteral("heritage/letter/1");
    LOCI_VERIFY_RESULT(m_town->workspace->commit({QStringLiteral("x"), {{other, {}, QByteArray("\x00\x01", 2)}}}));
    LOCI_VERIFY_RESULT(m_town->workspace->commit({QStringLiteral("y"), {{other, {}, QByteArray("z")}}}));
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QCOMPARE(m_town->workspace->document(other).value(), QByteArray("\x00\x01", 2));
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
}

void TestHeritageCatalogue::commandLineAnswers()
{
    heritage::Asset asset = place(QStringLiteral("塔"), 120, 31);
    LOCI_VERIFY_RESULT(m_town->catalogue->put(asset, {}));
    m_town->close();
    const auto run = [this](const QStringList &arguments, const QHash<QString, QString> &options = {}) {
        cli::Call call;
        call.arguments = arguments;
        call.options = options;
        return cli::heritageVerb().run(call);
    };
    const auto verified = run({QStringLiteral("verify"), m_town->path});
    LOCI_VERIFY_RESULT(verified);
    QVERIFY(verified->json.value(QLatin1String("intact")).toBool());
    QVERIFY(verified->json.value(QLatin1String("firstBroken")).isNull());
    const auto listed = run({QStringLiteral("list"), m_town->path}, {{QStringLiteral("text"), QStringLiteral("塔")}});
    LOCI_VERIFY_RESULT(listed);
    QCOMPARE(listed->json.value(QLatin1String("total")).toInt(), 1);
    const auto shown = run({QStringLiteral("show"), m_town->path, QStringLiteral("塔")});
    LOCI_VERIFY_RESULT(shown);
    QCOMPARE(shown->json.value(QLatin1String("record")).toObject().value(QLatin1String("id")).toString(), asset.id());
    const auto past = run({QStringLiteral("history"), m_town->path, asset.id()});
    LOCI_VERIFY_RESULT(past);
    QCOMPARE(past->json.value(QLatin1String("states")).toArray().size(), 1);
    for (const QStringList &wrong : {QStringList{QStringLiteral("fly")}, QStringList{QStringLiteral("verify")},
                                     QStringList{QStringLiteral("show"), m_town->path, QStringLiteral("nothing")}}) {
        const auto answer = run(wrong);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Usage);
    }
    QVERIFY(!run({QStringLiteral("list"), m_town->path}, {{QStringLiteral("facet"), QStringLiteral("colour=red")}}));
    QVERIFY(!run({QStringLiteral("list"), m_town->path}, {{QStringLiteral("on"), QStringLiteral("2019-05-01")}}));
}

LOCI_TEST_CLASS(TestHeritageCatalogue)
#include "heritage_cataloguetest.moc"
