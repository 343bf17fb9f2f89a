// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/feedverb.h"
#include "layers/feeds/recorderwatch.h"
#include "layers/workspace/serverhome.h"
#include "tests/feeds/feedtestbase.h"
#include "tests/map/postgisserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <csignal>

using namespace loci;
using namespace loci::feeds;
using namespace loci::test;

namespace {
constexpr int kPatience = 30'000;
const QString kStream = QStringLiteral("f/s");

/// A desk in a process of its own.
class Desk
{
public:
    explicit Desk(const QString &address)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(LOCI_FEED_CHILD), {address, QStringLiteral("Anna")});
    }
    ~Desk() { kill(); }
    Q_DISABLE_COPY_MOVE(Desk)

    const QByteArray &said()
    {
        m_said += m_process.readAll();
        return m_said;
    }
    void signal(int number) { ::kill(pid_t(m_process.processId()), number); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(kPatience);
    }
    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }

private:
    QProcess m_process;
    QByteArray m_said;
};
} // namespace

/// The feeds of a workspace on a server: one desk records, the others follow it, and one of them takes over.
class FeedsSharedTest : public QObject
{
    Q_OBJECT
private:
    PostgisServer m_server;
    int m_places = 0;

    storage::PostGisAddress address() const
    {
        storage::PostGisAddress address;
        address.user = PostgisServer::user();
        address.host = m_server.host();
        address.port = m_server.port();
        address.database = PostgisServer::database();
        address.schema = QStringLiteral("town%1").arg(m_places);
        return address;
    }
    storage::ObservationHome home() const { return {address(), PostgisServer::password()}; }
    static storage::FeedDesk bo() { return {QStringLiteral("bo"), QStringLiteral("Bo"), QStringLiteral("pc8")}; }
    qint64 stored() const
    {
        const auto queries = home().openToRead();
        return queries && *queries ? (*queries)->count().value_or(-1) : -1;
    }

private slots:
    void initTestCase()
    {
        if (!PostgisServer::isInstalled()) {
            QSKIP("PostgreSQL is not installed");
        }
        QCOMPARE(m_server.create(), QString());
        qputenv("PGPASSWORD", PostgisServer::password().toUtf8());
    }
    void init()
    {
        ++m_places;
        LOCI_VERIFY_RESULT(workspace::makeOnServer(address().text(), PostgisServer::password()));
    }
    void cleanupTestCase() { qunsetenv("PGPASSWORD"); }

    void theOthersFollowAndOneTakesOver()
    {
        Desk anna(address().text());
        QTRY_VERIFY_WITH_TIMEOUT(anna.said().contains("stored 3"), kPatience);
        RecorderWatch watch(home(), bo(), true);
        QTRY_VERIFY_WITH_TIMEOUT(watch.isKnown(), kPatience);
        QVERIFY(!watch.isOurs());
        QCOMPARE(watch.recorder().person, QStringLiteral("Anna"));
        TurnedClock clock;
        auto runner = FeedRunner::create({home(), {}, bo().id, true}, clock);
        LOCI_VERIFY_RESULT(runner);
        LOCI_VERIFY_RESULT((*runner)->addFeed(mappedFeed(Transport::Mqtt, QUrl(QStringLiteral("mqtt://127.0.0.1:1")))));
        connect(&watch, &RecorderWatch::heard, runner->get(),
                [&runner](const std::shared_ptr<const SharedNews> &news) { (*runner)->follow(*news); });
        const auto seen = [&runner] {
            const auto streams = (*runner)->streams();
            return streams.empty() || !streams.front().tally.last ? 0.0
                                                                  : std::get<double>(streams.front().tally.last->value);
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen() >= 3, kPatience);
        const double before = seen();
        QTRY_VERIFY_WITH_TIMEOUT(seen() > before, kPatience);        // it goes on
        QCOMPARE((*runner)->feeds().front().contact, Contact::Idle); // nobody connects twice

        anna.kill();
        const qint64 acknowledged = anna.said().count("stored");
        QTRY_VERIFY_WITH_TIMEOUT(watch.isOurs(), kPatience);
        QVERIFY(stored() >= acknowledged);
        auto store = home().openToWrite(bo().id);
        LOCI_VERIFY_RESULT(store);
        LOCI_VERIFY_RESULT((*store)->append({{kStream, {}, 1, 1, 1.0, {}, {}}}));
        QVERIFY(stored() > acknowledged);
    }

    void whoSleptIsRefused()
    {
        Desk anna(address().text());
        QTRY_VERIFY_WITH_TIMEOUT(anna.said().contains("stored 1"), kPatience);
        RecorderWatch watch(home(), bo(), true);
        anna.signal(SIGSTOP);
        QTRY_VERIFY_WITH_TIMEOUT(watch.isKnown() && watch.isOurs(), kPatience);
        anna.signal(SIGCONT);
        QTRY_VERIFY_WITH_TIMEOUT(anna.said().contains("refused lease lost"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(anna.hasEnded(), kPatience);
        QVERIFY(watch.isOurs());
    }

    void whoLeavesGivesTheLeaseBack()
    {
        auto first = std::make_unique<RecorderWatch>(home(), storage::FeedDesk{QStringLiteral("a"), {}, {}}, true);
        QTRY_VERIFY_WITH_TIMEOUT(first->isKnown() && first->isOurs(), kPatience);
        RecorderWatch reader(home(), bo(), false); // may only read
        QTRY_COMPARE_WITH_TIMEOUT(reader.recorder().id, QStringLiteral("a"), kPatience);
        first.reset();
        QTRY_COMPARE_WITH_TIMEOUT(reader.recorder().id, QString(), kPatience);
        QVERIFY(!reader.isOurs());
    }

    /// A login that the server lets read and no more.
    void whoHasNoRightFollows()
    {
        auto store = home().openToWrite();
        LOCI_VERIFY_RESULT(store);
        const QByteArray town = address().schema.toUtf8();
        const QByteArray guest = "guest" + QByteArray::number(m_places);
        QByteArray sql = "CREATE ROLE @guest LOGIN PASSWORD 'g'; GRANT USAGE ON SCHEMA @town TO @guest; "
                         "GRANT SELECT ON ALL TABLES IN SCHEMA @town TO @guest";
        sql.replace("@guest", guest).replace("@town", town); // names of this file
        QCOMPARE(m_server.run(sql), QString());
        storage::PostGisAddress theirs = address();
        theirs.user = QString::fromUtf8(guest);
        RecorderWatch watch({theirs, QStringLiteral("g")}, bo(), true);
        QStringList sentences;
        connect(&watch, &RecorderWatch::failed, &watch, [&sentences](const QString &words) { sentences << words; });
        QTRY_COMPARE_WITH_TIMEOUT(sentences.size(), 1, kPatience);
        QVERIFY2(sentences.front().contains(QStringLiteral("right")), qPrintable(sentences.front()));
        QTRY_VERIFY_WITH_TIMEOUT(watch.isKnown(), kPatience);
        QVERIFY(!watch.isOurs());
        RecorderWatch owner(home(), {QStringLiteral("o"), QStringLiteral("Owner"), {}}, true);
        QTRY_COMPARE_WITH_TIMEOUT(watch.recorder().person, QStringLiteral("Owner"), kPatience);
        QCOMPARE(sentences.size(), 1);
    }

    void anAlertIsNotedAtAnotherDesk()
    {
        auto store = home().openToWrite();
        LOCI_VERIFY_RESULT(store);
        Alert alert;
        alert.id = QStringLiteral("1");
        alert.headline = QStringLiteral("Flood");
        alert.from = 1;
        LOCI_VERIFY_RESULT((*store)->putAlerts({alert}));
        RecorderWatch watch(home(), bo(), true);
        std::optional<Alerts> heard;
        connect(&watch, &RecorderWatch::heard, &watch, [&heard](const std::shared_ptr<const SharedNews> &news) {
            heard = news->alerts ? news->alerts : heard;
        });
        QTRY_VERIFY_WITH_TIMEOUT(heard && heard->size() == 1, kPatience);
        watch.acknowledge(alert.id, QStringLiteral("Bo"), 2);
        QTRY_VERIFY_WITH_TIMEOUT(heard->front().isAcknowledged(), kPatience);
        QCOMPARE(heard->front().acknowledgedBy, QStringLiteral("Bo"));
    }

    void theVerbTellsOfAServer()
    {
        const auto run = [this](const QString &word) {
            cli::Call call;
            call.arguments = {word, address().text()};
            return cli::feedVerb().run(call);
        };
        QVERIFY(!run(QStringLiteral("status"))); // nothing stored: a sentence
        auto store = home().openToWrite();
        LOCI_VERIFY_RESULT(store);
        LOCI_VERIFY_RESULT((*store)->append({{kStream, {}, 1'790'000'000'000, 1'790'000'000'001, 4.5, {}, {}}}));
        const auto answer = run(QStringLiteral("status"));
        LOCI_VERIFY_RESULT(answer);
        const QJsonObject stream = answer->json.value(QStringLiteral("streams")).toArray().at(0).toObject();
        QCOMPARE(stream.value(QStringLiteral("value")).toDouble(), 4.5);
        QCOMPARE(stream.value(QStringLiteral("stored")).toInt(), 1);
    }
};

LOCI_TEST_CLASS(FeedsSharedTest)
#include "feeds_sharedtest.moc"
