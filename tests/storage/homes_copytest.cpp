// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspaceverb.h"
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/workspace/modelfetch.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/packaging.h"
#include "layers/workspace/servermodels.h"
#include "layers/workspace/sidefiles.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace loci;
using namespace loci::workspace;
using storage::heritage::MediaFolder;

namespace {
constexpr int kPatience = 20'000;
const QString kModel = QStringLiteral("city/model/m");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}
} // namespace

/// A workspace on a server does what a file does: it is saved elsewhere, backed up, packed, and its models are there
/// for desks that do not see their files.
class HomesCopyTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString server() const { return m_homes.address().text(); }
    QString at(const QString &name) const { return m_folder->filePath(name); }
    static Result<std::unique_ptr<Workspace>> open(const QString &home)
    {
        return Workspace::open(home, Access::ReadWrite, nullptr, test::PostgisServer::password());
    }
    static Result<> commit(Workspace &to, const QString &key, const QByteArray &value)
    {
        return to.commit({QStringLiteral("step"), {{key, {}, value}}});
    }
    /// A model of more than one piece with a texture beside it, a record with a photograph, observations; on the
    /// server.
    void makeTown()
    {
        QVERIFY(write(at(QStringLiteral("data/town.city.json")),
                      "{\"appearance\":{\"textures\":[{\"image\":\"skins/wall.png\"}]}}" + QByteArray(2'500'000, ' ')));
        QVERIFY(write(at(QStringLiteral("data/skins/wall.png")), QByteArray(1000, 'w')));
        auto made = Workspace::create(server());
        LOCI_VERIFY_RESULT(made);
        const QJsonObject model{{QStringLiteral("name"), QStringLiteral("Town")},
                                {QStringLiteral("path"), at(QStringLiteral("data/town.city.json"))}};
        LOCI_VERIFY_RESULT(commit(**made, kModel, QJsonDocument(model).toJson()));
        const auto garden = test::place(QStringLiteral("拙政园"), 120.62, 31.32);
        LOCI_VERIFY_RESULT(commit(**made, QStringLiteral("heritage/asset/") + garden.id(), garden.bytes()));
        const auto medium = MediaFolder::besideWorkspace((*made)->path())
                                .importBytes(QByteArray(1'500'000, 'p'), QStringLiteral("photo.jpg"));
        LOCI_VERIFY_RESULT(medium);
        LOCI_VERIFY_RESULT(commit(**made, QStringLiteral("heritage/media/") + medium->sha256, medium->json()));
        auto database = m_homes.open(storage::PostGisDatabase::Part::Observations);
        LOCI_VERIFY_RESULT(database);
        auto feeds = storage::ObservationStore::open(std::move(*database), QStringLiteral("here"));
        LOCI_VERIFY_RESULT(feeds);
        feeds::Observations values;
        for (int i = 0; i < 300; ++i) {
            values.push_back({QStringLiteral("s"), {}, i * 60'000LL, 1, i * 0.1, {}, {}});
        }
        LOCI_VERIFY_RESULT((*feeds)->append(values));
    }
    /// Another computer: neither the files nor what this one fetched.
    void moveToAnotherDesk() const
    {
        auto opened = open(server());
        LOCI_VERIFY_RESULT(opened);
        QVERIFY(QDir(QFileInfo((*opened)->path()).absolutePath()).removeRecursively());
        QVERIFY(!QFileInfo::exists(at(QStringLiteral("data"))) ||
                QDir().rename(at(QStringLiteral("data")), at(QStringLiteral("elsewhere"))));
    }

private slots:
    void initTestCase() { qputenv("PGPASSWORD", test::PostgisServer::password().toUtf8()); }
    void cleanupTestCase() { qunsetenv("PGPASSWORD"); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        bool isPossible = false;
        QCOMPARE(m_homes.begin(QStringLiteral("server"), isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        makeTown();
    }

    void aBackupIsEqualAndNobodyWaitsForIt()
    {
        auto writer = m_homes.open();
        LOCI_VERIFY_RESULT(writer);
        const QString copy = at(QStringLiteral("copy.loci"));
        {
            auto held = storage::Transaction::begin(**writer); // a desk in the middle of a step
            LOCI_VERIFY_RESULT(held);
            LOCI_VERIFY_RESULT((*writer)->run("DELETE FROM documents"));
            LOCI_VERIFY_RESULT(backup(server(), copy));
        }
        QVERIFY(!backup(server(), copy)); // it is there
        auto there = open(server());
        auto here = open(copy);
        LOCI_VERIFY_RESULT(there);
        LOCI_VERIFY_RESULT(here);
        QVERIFY(!(*here)->isShared());
        QCOMPARE((*here)->keys(), (*there)->keys());
        QCOMPARE((*here)->history(0).size(), (*there)->history(0).size());
        QVERIFY((*here)->check().empty());
        QCOMPARE((*here)->heritage().verifyChain()->head, (*there)->heritage().verifyChain()->head);
        QCOMPARE((*here)->json(kModel).value(QStringLiteral("path")).toString(), QStringLiteral("data/town.city.json"));
        QCOMPARE(MediaFolder::besideWorkspace(copy).stored().size(), 1);
        auto feeds = storage::ObservationQueries::open(observationsFile(copy));
        LOCI_VERIFY_RESULT(feeds);
        QCOMPARE(feeds->count().value(), 300);
        LOCI_VERIFY_RESULT((*here)->undo()); // it is a workspace like any other
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*-??????")}, QDir::AllEntries | QDir::Hidden),
                 QStringList());
    }

    void savedAsAFileTheWindowStaysOnTheServer()
    {
        auto opened = open(server());
        LOCI_VERIFY_RESULT(opened);
        const QString copy = at(QStringLiteral("copy.loci"));
        LOCI_VERIFY_RESULT((*opened)->saveAs(copy));
        QVERIFY((*opened)->isShared());
        LOCI_VERIFY_RESULT(commit(**opened, QStringLiteral("bookmark/later"), "{}"));
        {
            auto held = open(copy);
            LOCI_VERIFY_RESULT(held);
            QVERIFY(!(*held)->document(QStringLiteral("bookmark/later")));
            const auto refused = (*opened)->saveAs(copy); // somebody works in it
            QVERIFY(!refused);
            QVERIFY2(refused.error().message.contains(QStringLiteral("another program")),
                     qPrintable(refused.error().message));
        }
        LOCI_VERIFY_RESULT((*opened)->saveAs(copy)); // over the old copy, as the person said
        auto again = open(copy);
        LOCI_VERIFY_RESULT(again);
        QVERIFY((*again)->document(QStringLiteral("bookmark/later")));
        const auto absent = (*opened)->saveAs(at(QStringLiteral("no/such/copy.loci")));
        QVERIFY(!absent);
        QCOMPARE(absent.error().code, ErrorCode::NotWritable);
        LOCI_VERIFY_RESULT(commit(**opened, QStringLiteral("bookmark/still"), "{}"));
    }

    void packsWithWhatItRefersTo()
    {
        const QString package = at(QStringLiteral("town.locipack"));
        const auto packed = pack(server(), package);
        LOCI_VERIFY_RESULT(packed);
        QVERIFY(packed->findings.empty());
        QVERIFY(packed->files.filter(QStringLiteral("wall.png")).size() == 1);
        moveToAnotherDesk();
        const auto unpacked = unpack(package, at(QStringLiteral("unpacked")));
        LOCI_VERIFY_RESULT(unpacked);
        auto opened = open(*unpacked);
        LOCI_VERIFY_RESULT(opened);
        const QString model = (*opened)->json(kModel).value(QStringLiteral("path")).toString();
        QCOMPARE(bytesOf(QFileInfo(*unpacked).absolutePath() + QLatin1Char('/') + model),
                 bytesOf(at(QStringLiteral("elsewhere/town.city.json"))));
        QVERIFY(QFileInfo::exists(observationsFile(*unpacked)));
    }

    void modelsGoOntoTheServerAndToADeskWithoutTheirFiles()
    {
        const auto stored = storeModels(server());
        LOCI_VERIFY_RESULT(stored);
        QCOMPARE(stored->models, 1);
        QCOMPARE(stored->files, 2);
        QCOMPARE(stored->sent, stored->bytes);
        const auto again = storeModels(server());
        LOCI_VERIFY_RESULT(again);
        QCOMPARE(again->sent, 0);
        moveToAnotherDesk();
        auto opened = open(server());
        LOCI_VERIFY_RESULT(opened);
        const QString wanted = at(QStringLiteral("data/town.city.json"));
        const auto place = modelFinder(**opened)(wanted, {});
        LOCI_VERIFY_RESULT(place);
        QVERIFY(*place != wanted);
        QCOMPARE(bytesOf(*place), bytesOf(at(QStringLiteral("elsewhere/town.city.json"))));
        QCOMPARE(bytesOf(QFileInfo(*place).absolutePath() + QStringLiteral("/skins/wall.png")), QByteArray(1000, 'w'));
        QCOMPARE(*modelFinder(**opened)(wanted, {}), *place); // once
        QVERIFY(QFile::resize(*place, 5));                    // somebody cut it about
        QCOMPARE(*modelFinder(**opened)(wanted, {}), *place);
        QCOMPARE(QFileInfo(*place).size(), QFileInfo(at(QStringLiteral("elsewhere/town.city.json"))).size());
        const QString unknown = at(QStringLiteral("data/unknown.city.json"));
        QCOMPARE(*modelFinder(**opened)(unknown, {}), unknown); // the reader says that it is not there
        // A copy for this desk has them beside it.
        const QString copy = at(QStringLiteral("copy.loci"));
        LOCI_VERIFY_RESULT((*opened)->saveAs(copy));
        auto file = open(copy);
        LOCI_VERIFY_RESULT(file);
        const QString path = (*file)->json(kModel).value(QStringLiteral("path")).toString();
        QVERIFY2(path.startsWith(QStringLiteral("copy.models/")), qPrintable(path));
        QCOMPARE(bytesOf(at(path)), bytesOf(at(QStringLiteral("elsewhere/town.city.json"))));
        QCOMPARE((*opened)->json(kModel).value(QStringLiteral("path")).toString(), wanted);
    }

    void otherDesksHearOfModelsThatArrive()
    {
        auto opened = open(server());
        LOCI_VERIFY_RESULT(opened);
        QSignalSpy heard(opened->get(), &Workspace::changed);
        LOCI_VERIFY_RESULT(storeModels(server()));
        QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), kPatience);
        QCOMPARE(heard.front().front().toStringList(), QStringList{kModel});
    }

    void whatTheServerGivesIsNotBelieved()
    {
        LOCI_VERIFY_RESULT(storeModels(server()));
        moveToAnotherDesk();
        auto opened = open(server());
        LOCI_VERIFY_RESULT(opened);
        const QString wanted = at(QStringLiteral("data/town.city.json"));
        auto database = m_homes.open();
        LOCI_VERIFY_RESULT(database);
        LOCI_VERIFY_RESULT((*database)->run("UPDATE model_part SET bytes = ?1 WHERE part = 1", {QByteArray("x")}));
        const auto altered = modelFinder(**opened)(wanted, {});
        QVERIFY(!altered);
        QVERIFY2(altered.error().message.contains(QStringLiteral("--store")), qPrintable(altered.error().message));
        for (const char *name : {"../../evil.json", "/tmp/evil.json", "data/../../../evil.json"}) {
            LOCI_VERIFY_RESULT(
                (*database)->run("UPDATE model_file SET name = ?1 WHERE number = 0", {QString::fromLatin1(name)}));
            const auto refused = modelFinder(**opened)(wanted, {});
            QVERIFY(!refused);
            QVERIFY2(refused.error().message.contains(QStringLiteral("leaves its folder")),
                     qPrintable(refused.error().message));
        }
        QVERIFY(!QFileInfo::exists(QStringLiteral("/tmp/evil.json")));
        QDir models(modelsFolder((*opened)->path()));
        QCOMPARE(models.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void aMoveThatWasBrokenOffIsNoWorkspace()
    {
        const QString copy = at(QStringLiteral("copy.loci"));
        LOCI_VERIFY_RESULT(backup(server(), copy));
        storage::PostGisAddress second = m_homes.address();
        second.schema += QStringLiteral("_half");
        const CancelToken cancel;
        cancel.cancel();
        const SystemClock clock;
        const QString password = test::PostgisServer::password();
        QVERIFY(!moveWorkspace(copy, second.text(), clock, {}, password, cancel));
        const auto half = open(second.text());
        QVERIFY(!half);
        QVERIFY2(half.error().message.contains(QStringLiteral("broken off")), qPrintable(half.error().message));
        QVERIFY(!moveWorkspace(copy, second.text(), clock, {}, password)); // nothing is put over it either
        second.schema += QStringLiteral("_whole");
        LOCI_VERIFY_RESULT(moveWorkspace(copy, second.text(), clock, {}, password));
        LOCI_VERIFY_RESULT(open(second.text()));
    }

    void theVerbsTakeAnAddress()
    {
        const auto run = [](const QStringList &arguments, const QHash<QString, QString> &options = {}) {
            cli::Call call;
            call.arguments = arguments;
            call.options = options;
            auto answer = cli::workspaceVerb().run(call);
            return answer ? answer->json
                          : QJsonObject{{QStringLiteral("error"), answer.error().message},
                                        {QStringLiteral("code"), int(answer.error().code)}};
        };
        const auto text = [](const char *value) { return QString::fromUtf8(value); };
        const auto models = [&] {
            return run({text("models"), server()}).value(text("models")).toArray().at(0).toObject();
        };
        QCOMPARE(models().value(text("storedFiles")).toInt(-1), 0);
        QVERIFY(models().value(text("here")).toBool());
        QCOMPARE(run({text("models"), server()}, {{text("store"), {}}}).value(text("modelFiles")).toInt(), 2);
        QCOMPARE(models().value(text("storedFiles")).toInt(), 2);
        const QString copy = at(text("copy.loci"));
        QCOMPARE(run({text("backup"), server(), copy}).value(text("integrity")).toString(), text("ok"));
        QCOMPARE(run({text("pack"), server(), at(text("a.locipack"))}).value(text("layers")).toInt(-1), 0);
        QCOMPARE(run({text("models"), server()}, {{text("forget"), {}}}).value(text("forgotten")).toInt(), 1);
        QCOMPARE(models().value(text("storedFiles")).toInt(-1), 0);
        storage::PostGisAddress second = m_homes.address();
        second.schema += text("_back");
        const QJsonObject back = run({text("unpack"), at(text("a.locipack")), at(text("unpacked"))},
                                     {{text("to"), second.text()}, {text("with-models"), {}}});
        QCOMPARE(back.value(text("modelFiles")).toInt(), 2);
        QCOMPARE(run({text("check"), second.text()}).value(text("integrity")).toString(), text("ok"));
        // And refuses in one sentence.
        const std::vector<std::pair<QStringList, QHash<QString, QString>>> wrong = {
            {{text("backup"), copy, server()}, {}},
            {{text("pack"), copy, server()}, {}},
            {{text("unpack"), at(text("a.locipack")), server()}, {}},
            {{text("models"), copy}, {{text("store"), {}}}},
            {{text("models"), copy}, {{text("forget"), {}}}},
            {{text("models"), server()}, {{text("forget"), {}}, {text("store"), {}}}},
            {{text("move"), server(), at(text("b.loci"))}, {{text("with-models"), {}}}},
            {{text("check"), server()}, {{text("store"), {}}}},
            {{text("compact"), server()}, {}}};
        for (const auto &[arguments, options] : wrong) {
            const QJsonObject refused = run(arguments, options);
            QVERIFY2(refused.value(text("code")).toInt(-1) == int(ErrorCode::Usage), qPrintable(arguments.join(u' ')));
        }
    }
};

LOCI_TEST_CLASS(HomesCopyTest)
#include "homes_copytest.moc"
