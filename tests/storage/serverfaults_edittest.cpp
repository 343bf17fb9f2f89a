// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/serverfaults.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>
#include <QThread>
#include <atomic>
#include <mutex>

using namespace loci;
using namespace loci::workspace;
using test::LongestCall;
using test::setStep;

namespace {
constexpr int kUsers = 5;
constexpr int kUndoEvery = 10; // edits
const QString kCount = QStringLiteral("/notes/en");

struct Tally
{
    std::atomic<int> applied = 0, stale = 0, undone = 0, undoRefused = 0;
    std::atomic<qint64> longest = 0;
    std::atomic<int> overFiveSeconds = 0;
    std::mutex mutex;
    QStringList errors;

    void error(const Error &error)
    {
        const std::scoped_lock lock(mutex);
        errors << test::sentence(error);
    }
    void took(qint64 milliseconds)
    {
        qint64 before = longest;
        while (milliseconds > before && !longest.compare_exchange_weak(before, milliseconds)) {
        }
        overFiveSeconds += milliseconds > 5000 ? 1 : 0;
    }
};

bool isAsset(const QString &key)
{
    return key.startsWith(QLatin1String(storage::heritage::key::kAsset));
}

bool isZone(const QString &key)
{
    return key.startsWith(QLatin1String(storage::heritage::key::kZone));
}

template <class Record>
int countOf(const Result<Record> &record)
{
    return record ? record->text(kCount).toInt() : -1;
}

int countIn(const QString &key, const QByteArray &document)
{
    return isAsset(key)  ? countOf(heritage::Asset::parse(document))
           : isZone(key) ? countOf(heritage::Zone::parse(document))
                         : QJsonDocument::fromJson(document)[QStringLiteral("n")].toInt(-1);
}

template <class Record>
QByteArray withCount(Result<Record> record, int count)
{
    if (record) {
        record->set(kCount, QString::number(count));
    }
    return record ? record->bytes() : QByteArray();
}

/// The document with one more in its count.
QByteArray counted(const QString &key, const QByteArray &document)
{
    const int next = countIn(key, document) + 1;
    return isAsset(key)  ? withCount(heritage::Asset::parse(document), next)
           : isZone(key) ? withCount(heritage::Zone::parse(document), next)
                         : "{\"n\":" + QByteArray::number(next) + "}";
}
} // namespace

/// R9: five people at the same records, of the catalogue too, who also take steps back.
class ServerFaultsEditTest : public QObject
{
    Q_OBJECT
private:
    test::FaultDesks m_desks;
    QStringList m_keys;

    void edit(Tally &tally, int edits) const
    {
        auto opened = m_desks.open();
        if (!opened) {
            tally.error(opened.error());
            return;
        }
        Workspace &desk = **opened;
        for (int edit = 0; edit < edits;) {
            const QString &key = m_keys[edit % m_keys.size()];
            const auto before = desk.document(key);
            if (!before) {
                tally.error({ErrorCode::Internal, key, QStringLiteral("not there"), nullptr});
                return;
            }
            Command command = setStep(key, counted(key, *before));
            command.changes.front().before = before;
            LongestCall measure;
            const auto done = measure([&] { return desk.commit(command); });
            tally.took(measure.milliseconds());
            if (!done && !done.error().detail.startsWith(QLatin1String("stale write"))) {
                tally.error(done.error());
                return;
            }
            done ? ++tally.applied : ++tally.stale;
            edit += done ? 1 : 0;
            if (done && edit % kUndoEvery == 0) {
                const auto undone = measure([&] { return desk.undo(); });
                tally.took(measure.milliseconds());
                undone ? ++tally.undone : ++tally.undoRefused;
                if (!undone && !undone.error().detail.startsWith(QLatin1String("stale write"))) {
                    tally.error(undone.error());
                }
            }
        }
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

    void fiveUsersLoseNoUpdateOfAnyRecord()
    {
        const int edits = test::longOr(2000, 20);
        {
            auto desk = m_desks.open();
            LOCI_VERIFY_RESULT(desk);
            auto garden = test::place(QStringLiteral("拙政园"), 120.62, 31.32);
            auto forest = test::place(QStringLiteral("狮子林"), 120.63, 31.32);
            auto zone = test::square(garden.id(), 120.61, 31.31, 0.02);
            garden.set(kCount, QStringLiteral("0"));
            forest.set(kCount, QStringLiteral("0"));
            zone.set(kCount, QStringLiteral("0"));
            const std::vector<std::pair<QString, QByteArray>> records = {
                {QLatin1String(storage::heritage::key::kAsset) + garden.id(), garden.bytes()},
                {QLatin1String(storage::heritage::key::kAsset) + forest.id(), forest.bytes()},
                {QLatin1String(storage::heritage::key::kZone) + zone.id(), zone.bytes()},
                {QStringLiteral("bookmark/a"), "{\"n\":0}"},
                {QStringLiteral("bookmark/b"), "{\"n\":0}"}};
            for (const auto &[key, document] : records) {
                LOCI_VERIFY_RESULT((*desk)->commit(setStep(key, document)));
                m_keys << key;
            }
        }
        Tally tally;
        std::vector<std::unique_ptr<QThread>> users;
        users.reserve(kUsers);
        for (int user = 0; user < kUsers; ++user) {
            users.emplace_back(QThread::create([&] { edit(tally, edits); }))->start();
        }
        std::for_each(users.begin(), users.end(), [](const auto &user) { user->wait(); });
        QVERIFY2(tally.errors.isEmpty(), qPrintable(tally.errors.join(QLatin1Char('\n'))));
        QCOMPARE(tally.applied.load(), kUsers * edits);
        auto desk = m_desks.open();
        auto database = m_desks.connection();
        LOCI_VERIFY_RESULT(desk);
        LOCI_VERIFY_RESULT(database);
        QHash<QString, int> applied; // what is in the history, less what was taken back
        LOCI_VERIFY_RESULT((*database)->run(
            "SELECT key, sum(CASE WHEN starts_with(h.title, 'Take back') THEN -1 ELSE 1 END) FROM history_change AS c "
            "JOIN history AS h ON h.id = c.entry GROUP BY key",
            {}, [&applied](const storage::Statement &row) { applied.insert(row.text(0), int(row.integer(1))); }));
        int sum = 0;
        for (const QString &key : m_keys) {
            const int count = countIn(key, (*desk)->document(key).value_or(QByteArray()));
            QCOMPARE(count, applied.value(key) - 1); // the first step made it
            sum += count;
        }
        QCOMPARE(sum, tally.applied.load() - tally.undone.load()); // none was lost, none came twice
        QVERIFY((*desk)->heritage().verifyChain()->isIntact);
        QVERIFY((*desk)->check().empty());
        qInfo(
            "%d edits of %d users, %d refused as stale and made again; %d undone, %d times refused as unseen; longest "
            "call %lld ms, %d over 5 s",
            tally.applied.load(), kUsers, tally.stale.load(), tally.undone.load(), tally.undoRefused.load(),
            tally.longest.load(), tally.overFiveSeconds.load());
        QVERIFY(tally.longest < 2LL * storage::PostGisDatabase::kLockPatience);
    }
};

LOCI_TEST_CLASS(ServerFaultsEditTest)
#include "serverfaults_edittest.moc"
