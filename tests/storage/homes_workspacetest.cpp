// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspaceverb.h"
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/heritage/mediafolder.h"
#include "layers/storage/indicatorstore.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/sidefiles.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace loci;
using namespace loci::workspace;
using storage::heritage::MediaFolder;

namespace {
constexpr int kPatience = 20'000;
const QString kKey = QStringLiteral("bookmark/a");

Command set(const QString &key, std::optional<QByteArray> value)
{
    return {QStringLiteral("step"), {{key, {}, std::move(value)}}};
}
} // namespace

/// A whole workspace in both homes, on the way between them, and shared by several desks.
class HomesWorkspaceTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<QTemporaryDir> m_folder;

    QString server() const { return m_homes.address().text(); }
    static Result<std::unique_ptr<Workspace>> open(const QString &home)
    {
        return Workspace::open(home, Access::ReadWrite, nullptr, test::PostgisServer::password());
    }
    Result<MoveReport> move(const QString &from, const QString &to) const
    {
        const SystemClock clock;
        const QString password = test::PostgisServer::password();
        return moveWorkspace(from, to, clock, password, password);
    }
    /// A small town with something of everything.
    QString makeTown() const
    {
        const QString path = m_folder->filePath(QStringLiteral("town.loci"));
        auto made = Workspace::create(path);
        if (!made) {
            return {};
        }
        Workspace &town = **made;
        QFile model(m_folder->filePath(QStringLiteral("town.city.json")));
        const bool isWritten = model.open(QIODevice::WriteOnly) && model.write("{}") == 2;
        const QJsonObject entry{{QStringLiteral("id"), QStringLiteral("m")},
                                {QStringLiteral("path"), QStringLiteral("town.city.json")}};
        Catalogue catalogue(town);
        catalogue.setPerson(QStringLiteral("anna"));
        const auto medium =
            MediaFolder::besideWorkspace(path).importBytes(QByteArray(3'000'000, 'p'), QStringLiteral("photo.jpg"));
        const auto garden = test::place(QStringLiteral("拙政园"), 120.62, 31.32);
        bool isDone = isWritten && medium.has_value() &&
                      town.commit(set(QStringLiteral("city/model/m"), QJsonDocument(entry).toJson())).has_value();
        isDone =
            isDone && town.commit(set(QStringLiteral("heritage/asset/") + garden.id(), garden.bytes())).has_value();
        const auto zone = test::square(garden.id(), 120.61, 31.31, 0.02);
        isDone = isDone && town.commit(set(QStringLiteral("heritage/zone/") + zone.id(), zone.bytes())).has_value();
        isDone =
            isDone && town.commit(set(QStringLiteral("heritage/media/") + medium->sha256, medium->json())).has_value();
        isDone = isDone && town.commit(set(kKey, QByteArray("{}"))).has_value() && town.undo().has_value();
        storage::IndicatorRow value;
        value.code = QStringLiteral("LV-01");
        value.value = 0.1 + 0.2;
        value.quality = QStringLiteral("complete");
        value.calculation = QStringLiteral("c");
        value.computed = QDateTime::currentDateTimeUtc();
        value.provenance = "{}";
        isDone = isDone && town.keepIndicatorValues({value}).has_value();
        auto feeds = storage::ObservationStore::open(observationsFile(path));
        isDone = isDone && feeds.has_value();
        if (isDone) {
            feeds::Observations values;
            for (int i = 0; i < 500; ++i) {
                values.push_back(
                    {i % 2 ? QStringLiteral("s") : QStringLiteral("t"), {}, i * 60'000LL, 1, i * 0.1, {}, {}});
            }
            isDone = (*feeds)->append(values).has_value();
        }
        return isDone ? path : QString();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        bool isPossible = false;
        QCOMPARE(m_homes.begin(QStringLiteral("server"), isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
    }

    void movesThereAndBackWithoutLoss()
    {
        const QString town = makeTown();
        QVERIFY(!town.isEmpty());
        const auto there = move(town, server());
        LOCI_VERIFY_RESULT(there);
        QCOMPARE(there->media, 1);
        QCOMPARE(there->observations, 500);
        QVERIFY(there->auditEntries > 0);
        QVERIFY(!move(town, server())); // taken
        const QString back = m_folder->filePath(QStringLiteral("back.loci"));
        QVERIFY(QDir(MediaFolder::besideWorkspace(town).path()).removeRecursively());
        {
            auto opened = open(server());
            LOCI_VERIFY_RESULT(opened);
            QVERIFY((*opened)->isShared());
            QVERIFY(!(*opened)->home().contains(test::PostgisServer::password()));
            QVERIFY((*opened)->check().empty());
            QVERIFY((*opened)->history(0).back().undone);
            QCOMPARE((*opened)->history(0).size(), 5U);
            QCOMPARE((*opened)->indicatorValues().front().value, std::optional(0.1 + 0.2));
            QCOMPARE(
                resolvedPath((*opened)->path(),
                             (*opened)->json(QStringLiteral("city/model/m")).value(QStringLiteral("path")).toString()),
                m_folder->filePath(QStringLiteral("town.city.json")));
            QVERIFY((*opened)->heritage().verifyChain()->isIntact);
            QVERIFY(QDir(QFileInfo((*opened)->path()).absolutePath()).removeRecursively()); // another desk
        }
        const auto again = move(server(), back);
        LOCI_VERIFY_RESULT(again);
        QCOMPARE(again->media, 1);
        QCOMPARE(again->observations, 500);
        QVERIFY(again->tables == there->tables);
        QCOMPARE(again->auditHead, there->auditHead);
        auto opened = open(back);
        LOCI_VERIFY_RESULT(opened);
        QCOMPARE((*opened)->json(QStringLiteral("city/model/m")).value(QStringLiteral("path")).toString(),
                 QStringLiteral("town.city.json")); // beside the file again
        QVERIFY((*opened)->check().empty());
        LOCI_VERIFY_RESULT((*opened)->redo());
        auto feeds = storage::ObservationQueries::open(observationsFile(back));
        LOCI_VERIFY_RESULT(feeds);
        QCOMPARE(feeds->count().value(), 500);
        QCOMPARE(feeds->streams()->size(), std::size_t(2));
    }

    /// `loci workspace move`, and `check` that says the same of all three. LOCI_SAMPLE_WORKSPACE names a workspace to
    /// take instead of the small town.
    void theVerbMovesAndChecksEqual()
    {
        const QString sample = qEnvironmentVariable("LOCI_SAMPLE_WORKSPACE");
        const QString town = sample.isEmpty() ? makeTown() : sample;
        const QString back = m_folder->filePath(QStringLiteral("back.loci"));
        qputenv("PGPASSWORD", test::PostgisServer::password().toUtf8()); // as people do who have no key store
        const auto run = [](const QStringList &arguments) {
            cli::Call call;
            call.arguments = arguments;
            auto answer = cli::workspaceVerb().run(call);
            if (!answer) {
                qWarning("%s / %s", qPrintable(answer.error().message), qPrintable(answer.error().detail));
                return QJsonObject();
            }
            QJsonObject json = answer->json;
            json.remove(QStringLiteral("workspace"));
            json.remove(QStringLiteral("movedFrom"));
            return json;
        };
        const QJsonObject there = run({QStringLiteral("move"), town, server()});
        const QJsonObject again = run({QStringLiteral("move"), server(), back});
        const QJsonObject before = run({QStringLiteral("check"), town});
        const QJsonObject between = run({QStringLiteral("check"), server()});
        const QJsonObject after = run({QStringLiteral("check"), back});
        qunsetenv("PGPASSWORD");
        QVERIFY(!there.isEmpty());
        QCOMPARE(again, there);
        QCOMPARE(before.value(QStringLiteral("integrity")).toString(), QStringLiteral("ok"));
        QCOMPARE(between, before);
        QCOMPARE(after, before);
        if (!sample.isEmpty()) {
            qInfo("%s", QJsonDocument(there).toJson().constData());
        }
    }

    void aCommittedChangeArrivesAtTheOtherDesk()
    {
        LOCI_VERIFY_RESULT(m_homes.open());
        auto anna = open(server());
        auto ben = open(server());
        LOCI_VERIFY_RESULT(anna);
        LOCI_VERIFY_RESULT(ben);
        (*anna)->setPerson(QStringLiteral("anna"));
        QSignalSpy heard(ben->get(), &Workspace::changed);
        QSignalSpy who(ben->get(), &Workspace::othersChanged);
        QSignalSpy own(anna->get(), &Workspace::changed);
        LOCI_VERIFY_RESULT((*anna)->commit(set(kKey, QByteArray("1"))));
        QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, kPatience);
        QCOMPARE(heard.front().front().toStringList(), QStringList{kKey});
        QCOMPARE(who.front().back().toString(), QStringLiteral("anna"));
        QCOMPARE(*(*ben)->document(kKey), QByteArray("1"));
        QCOMPARE(own.size(), 1); // not told of her own once more
        const auto garden = test::place(QStringLiteral("拙政园"), 120.62, 31.32);
        QCOMPARE((*ben)->heritage().search({})->total, 0);
        LOCI_VERIFY_RESULT((*anna)->commit(set(QStringLiteral("heritage/asset/") + garden.id(), garden.bytes())));
        QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 2, kPatience);
        QCOMPARE((*ben)->heritage().search({})->total, 1);
        QVERIFY(!(*ben)->undo()); // it is hers
        LOCI_VERIFY_RESULT((*anna)->undo());
        QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 3, kPatience);
        QCOMPARE(own.size(), 3);
        QCOMPARE((*ben)->heritage().search({})->total, 0);
        QVERIFY((*anna)->heritage().verifyChain()->isIntact);
    }

    void aStaleWriteIsRefusedWithBothVersions()
    {
        LOCI_VERIFY_RESULT(m_homes.open());
        auto anna = open(server());
        auto ben = open(server());
        LOCI_VERIFY_RESULT(anna);
        LOCI_VERIFY_RESULT(ben);
        (*anna)->setPerson(QStringLiteral("anna"));
        LOCI_VERIFY_RESULT((*anna)->commit(set(kKey, QByteArray("hers")))); // ben's events are not processed
        QSignalSpy heard(ben->get(), &Workspace::changed);
        QVERIFY(!(*ben)->undo());
        QCOMPARE(*(*ben)->document(kKey), QByteArray("hers"));
        LOCI_VERIFY_RESULT((*anna)->commit(set(kKey, QByteArray("hers again"))));
        const auto refused = (*ben)->commit(set(kKey, QByteArray("his")));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("anna")), qPrintable(refused.error().message));
        QCOMPARE((*ben)->staleWrites().size(), 1U);
        QCOMPARE(*(*ben)->staleWrites().front().theirs, QByteArray("hers again"));
        QCOMPARE(*(*ben)->staleWrites().front().ours, QByteArray("his"));
        QCOMPARE(heard.back().front().toStringList(), QStringList{kKey}); // he sees it now
        QCOMPARE(*(*anna)->document(kKey), QByteArray("hers again"));
        LOCI_VERIFY_RESULT((*anna)->commit(set(QStringLiteral("bookmark/b"), QByteArray("other"))));
        LOCI_VERIFY_RESULT((*ben)->commit(set(kKey, QByteArray("his, having seen hers")))); // another document
        Command expecting = set(QStringLiteral("bookmark/b"), QByteArray("new"));
        expecting.changes.front().before = QByteArray("what a form had read");
        QVERIFY(!(*ben)->commit(expecting));
        QCOMPARE(*(*ben)->document(QStringLiteral("bookmark/b")), QByteArray("other"));
    }

    /// R9. LOCI_CONCURRENT_EDITS=2000 makes the 10,000 of the goal.
    void fiveUsersLoseNoUpdate()
    {
        constexpr int kUsers = 5;
        const int edits = std::max(1, qEnvironmentVariableIntValue("LOCI_CONCURRENT_EDITS")
                                          ? qEnvironmentVariableIntValue("LOCI_CONCURRENT_EDITS")
                                          : 20);
        LOCI_VERIFY_RESULT(m_homes.open());
        {
            auto first = open(server());
            LOCI_VERIFY_RESULT(first);
            for (int number = 0; number < 3; ++number) {
                LOCI_VERIFY_RESULT((*first)->commit(set(QStringLiteral("bookmark/%1").arg(number), QByteArray("0"))));
            }
        }
        std::atomic<int> applied = 0, refusals = 0, errors = 0;
        const auto work = [&, home = server()] {
            auto opened = open(home);
            if (!opened) {
                ++errors;
                return;
            }
            Workspace &desk = **opened;
            for (int edit = 0; edit < edits;) {
                const QString key = QStringLiteral("bookmark/%1").arg(edit % 3);
                const auto before = desk.document(key);
                Command command = set(key, QByteArray::number(before.value_or("0").toInt() + 1));
                command.changes.front().before = before;
                const auto done = desk.commit(command);
                if (!done && !done.error().detail.startsWith(QLatin1String("stale write"))) {
                    ++errors;
                    return;
                }
                done ? ++applied : ++refusals;
                edit += done ? 1 : 0;
            }
        };
        std::vector<std::unique_ptr<QThread>> users;
        users.reserve(kUsers);
        for (int user = 0; user < kUsers; ++user) {
            users.emplace_back(QThread::create(work))->start();
        }
        for (const auto &user : users) {
            user->wait();
        }
        QCOMPARE(errors.load(), 0);
        QCOMPARE(applied.load(), kUsers * edits);
        auto opened = open(server());
        LOCI_VERIFY_RESULT(opened);
        int sum = 0;
        for (int number = 0; number < 3; ++number) {
            sum += (*opened)->document(QStringLiteral("bookmark/%1").arg(number)).value_or("0").toInt();
        }
        QCOMPARE(sum, kUsers * edits); // none was lost
        QCOMPARE(int((*opened)->history(0).size()), kUsers * edits + 3);
        qInfo("%d edits of %d users, %d refused as stale and made again", applied.load(), kUsers, refusals.load());
    }
};

LOCI_TEST_CLASS(HomesWorkspaceTest)
#include "homes_workspacetest.moc"
