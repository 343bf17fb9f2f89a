// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/workspace/packaging.h"
#include "layers/workspace/sidefiles.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace loci;
using namespace loci::feeds;
using namespace loci::storage;

namespace {

constexpr qint64 kHour = 3'600'000;
constexpr qint64 kStart = 500'000 * kHour; // a whole hour, and midnight of no day in particular

Observation value(qint64 time, const Reading &reading, const QString &id = {})
{
    return {QStringLiteral("s"), id, time, time + 1000, reading, {}, {}};
}

/// What the roll-ups must say, from all that was stored last.
ObservationSpan summed(const Observations &all, qint64 from, qint64 to)
{
    ObservationSpan span{from, to};
    for (const Observation &one : all) {
        if (one.phenomenon < from || one.phenomenon >= to || (one.flags & Quality::Future)) {
            continue;
        }
        if (const double *number = std::get_if<double>(&one.value)) {
            span.minimum = span.count == 0 ? *number : std::min(span.minimum, *number);
            span.maximum = span.count == 0 ? *number : std::max(span.maximum, *number);
            span.sum += *number;
            ++span.count;
        } else {
            ++(isMissing(one.value) ? span.missing : span.texts);
        }
    }
    return span;
}

void compare(const ObservationSpan &ours, const ObservationSpan &expected)
{
    QCOMPARE(ours.from, expected.from);
    QCOMPARE(ours.count, expected.count);
    QCOMPARE(ours.texts, expected.texts);
    QCOMPARE(ours.missing, expected.missing);
    if (expected.count > 0) {
        QCOMPARE(ours.minimum, expected.minimum);
        QCOMPARE(ours.maximum, expected.maximum);
        QVERIFY(std::abs(ours.sum - expected.sum) < 1e-6);
    }
}

} // namespace

class FeedsStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a town.observations"));
        auto store = ObservationStore::open(m_path);
        LOCI_VERIFY_RESULT(store);
        m_store = std::move(*store);
    }

    void cleanup() { m_store.reset(); }

    void storesOnceAndKeepsRevisions()
    {
        const auto first =
            m_store->append({value(kStart, 1.0, QStringLiteral("a")), value(kStart, 1.0, QStringLiteral("a")),
                             value(kStart, 2.0, QStringLiteral("b"))});
        LOCI_VERIFY_RESULT(first);
        QCOMPARE(first->stored, 2);
        QCOMPARE(first->duplicates, 1);
        const auto again =
            m_store->append({value(kStart, 1.0, QStringLiteral("a")), value(kStart, 9.0, QStringLiteral("b"))});
        LOCI_VERIFY_RESULT(again);
        QCOMPARE(again->stored, 0);
        QCOMPARE(again->duplicates, 1);
        QCOMPARE(again->corrected, 1);
        const auto hours = queries().hours(QStringLiteral("s"), kStart, kStart + 1);
        LOCI_VERIFY_RESULT(hours);
        compare(hours->at(0), {kStart, kStart + kHour, 2, 0, 0, 1, 9, 10});
        const auto values = queries().values(QStringLiteral("s"), 0, kStart + 1, 10);
        LOCI_VERIFY_RESULT(values);
        QCOMPARE(values->size(), std::size_t(2));
    }

    void aMissingValueIsNoZeroAndAFutureOneInNoSum()
    {
        Observation future = value(kStart + 2000, 1000.0);
        future.flags = Quality::Future;
        LOCI_VERIFY_RESULT(m_store->append({value(kStart, 5.0), value(kStart + 1000, Reading()), future}));
        const auto streams = queries().streams();
        LOCI_VERIFY_RESULT(streams);
        QVERIFY(isMissing(streams->at(0).last->value));
        const auto hours = queries().hours(QStringLiteral("s"), kStart, kStart + kHour);
        compare(hours->at(0), {kStart, kStart + kHour, 1, 0, 1, 5, 5, 5});
        const auto now = queries().valueAt(QStringLiteral("s"), kStart + 500);
        QCOMPARE(std::get<double>((*now)->value), 5.0);
        QVERIFY(!*queries().valueAt(QStringLiteral("s"), kStart - 1));
    }

    void rollupsEqualTheRowsWhateverOrderTheyComeIn()
    {
        QRandomGenerator random(99);
        QHash<qint64, Observation> newest;
        for (int batch = 0; batch < 20; ++batch) {
            Observations observations;
            for (int i = 0; i < 200; ++i) {
                const qint64 time = kStart + static_cast<qint64>(random.bounded(96U)) * kHour / 2;
                const quint32 kind = random.bounded(10U);
                Reading reading = random.bounded(1000) - 500.0;
                if (kind == 0) {
                    reading = Reading();
                } else if (kind == 1) {
                    reading = QStringLiteral("open");
                }
                observations.push_back(value(time, reading));
                newest.insert(time, observations.back());
            }
            LOCI_VERIFY_RESULT(m_store->append(observations));
        }
        Observations all(newest.constBegin(), newest.constEnd());
        const auto hours = queries().hours(QStringLiteral("s"), kStart, kStart + 48 * kHour);
        LOCI_VERIFY_RESULT(hours);
        QCOMPARE(hours->size(), std::size_t(48));
        for (const ObservationSpan &hour : *hours) {
            compare(hour, summed(all, hour.from, hour.to));
        }
        const auto days = queries().days(QStringLiteral("s"), kStart, kStart + 48 * kHour);
        LOCI_VERIFY_RESULT(days);
        QVERIFY(days->size() >= 2);
        for (const ObservationSpan &day : *days) {
            QCOMPARE((day.from + 8 * kHour) % (24 * kHour), 0); // midnight of the city
            compare(day, summed(all, day.from, day.to));
        }
    }

    void goesOnAfterARestart()
    {
        LOCI_VERIFY_RESULT(m_store->append({value(kStart, 1.0)}));
        m_store.reset();
        auto store = ObservationStore::open(m_path);
        LOCI_VERIFY_RESULT(store);
        QCOMPARE((*store)->newest().value(QStringLiteral("s")), kStart);
        LOCI_VERIFY_RESULT((*store)->append({value(kStart - kHour, 2.0)}));
        QCOMPARE((*store)->newest().value(QStringLiteral("s")), kStart); // an older value is not the newest
        const auto streams = queries().streams();
        QCOMPARE(std::get<double>(streams->at(0).last->value), 1.0);
    }

    void keepsWhatItKnowsOfAStream()
    {
        StreamDescription stream{
            QStringLiteral("s"),   QStringLiteral("River"), QStringLiteral("河"), QStringLiteral("m"), 60'000,
            GeoPoint{116.4, 39.9}, QStringLiteral("f")};
        LOCI_VERIFY_RESULT(m_store->describe({stream}, 30));
        LOCI_VERIFY_RESULT(m_store->describe({{QStringLiteral("s"), {}, {}, {}, 0, {}, {}}}, 30));
        const auto streams = queries().streams();
        QVERIFY(streams->at(0).description == stream);
        QCOMPARE(streams->at(0).retentionDays, 30);
        LOCI_VERIFY_RESULT(m_store->append({value(kStart, 1.0), value(kStart + 40 * 24 * kHour, 2.0)}));
        QCOMPARE(m_store->prune(kStart + 41 * 24 * kHour).value(), 1);
        QCOMPARE(queries().count().value(), 1);
        QCOMPARE(queries().hours(QStringLiteral("s"), kStart, kStart + kHour)->size(), std::size_t(1)); // the sums stay
    }

    void drawsLongWindowsWithFewPointsAndKeepsTheirExtremes()
    {
        StreamDescription stream;
        stream.id = QStringLiteral("s");
        stream.cadenceMs = 60'000;
        LOCI_VERIFY_RESULT(m_store->describe({stream}));
        Observations observations;
        for (int minute = 0; minute < 60 * 24 * 10; ++minute) {
            if (minute / 60 != 50) { // an hour without values
                observations.push_back(value(kStart + minute * 60'000LL, minute == 7777 ? 1e6 : minute % 100 * 1.0));
            }
        }
        LOCI_VERIFY_RESULT(m_store->append(observations));
        const ObservationQueries reading = queries();
        for (const int points : {10, 100, 2000, 100'000}) {
            const auto window = reading.window(QStringLiteral("s"), kStart, kStart + 240 * kHour, points);
            LOCI_VERIFY_RESULT(window);
            QVERIFY(static_cast<int>(window->size()) <= points);
            qint64 count = 0;
            double highest = 0;
            for (const ObservationSpan &span : *window) {
                count += span.count;
                highest = std::max(highest, span.maximum);
                QVERIFY(span.from <= span.to && span.from >= kStart);
            }
            QCOMPARE(count, static_cast<qint64>(observations.size()));
            QCOMPARE(highest, 1e6);
        }
        const auto gaps = reading.gaps(QStringLiteral("s"), kStart, kStart + 240 * kHour);
        LOCI_VERIFY_RESULT(gaps);
        QCOMPARE(gaps->size(), std::size_t(1));
        QCOMPARE(gaps->at(0).from, kStart + 50 * kHour - 60'000);
        QCOMPARE(gaps->at(0).to, kStart + 51 * kHour);
    }

    void refusesOtherFiles()
    {
        QFile other(m_folder->filePath(QStringLiteral("other")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(QByteArray("no database at all").repeated(100));
        other.close();
        QVERIFY(!ObservationStore::open(other.fileName()));
        const auto workspace = workspace::Workspace::create(m_folder->filePath(QStringLiteral("w.loci")));
        LOCI_VERIFY_RESULT(workspace);
        QVERIFY(!ObservationStore::open(m_folder->filePath(QStringLiteral("w.loci"))));
        QVERIFY(!ObservationQueries::open(m_folder->filePath(QStringLiteral("nothing"))));
        QVERIFY(!ObservationStore::open(m_folder->filePath(QStringLiteral("no/such/folder"))));
    }

    void travelsWithItsWorkspace()
    {
        const QString workspace = m_folder->filePath(QStringLiteral("a town.loci"));
        LOCI_VERIFY_RESULT(workspace::Workspace::create(workspace));
        QCOMPARE(workspace::observationsFile(workspace), m_path);
        LOCI_VERIFY_RESULT(m_store->append({value(kStart, 1.0)})); // still open: in the log, not in the file
        const QString copy = m_folder->filePath(QStringLiteral("copy.loci"));
        LOCI_VERIFY_RESULT(workspace::backup(workspace, copy));
        const auto copied = ObservationQueries::open(workspace::observationsFile(copy));
        LOCI_VERIFY_RESULT(copied);
        QCOMPARE(copied->count().value(), 1);
        const QString package = m_folder->filePath(QStringLiteral("p.locipack"));
        const auto report = workspace::pack(workspace, package);
        LOCI_VERIFY_RESULT(report);
        QVERIFY(report->files.contains(QStringLiteral("a town.observations")));
        const auto unpacked = workspace::unpack(package, m_folder->filePath(QStringLiteral("new home")));
        LOCI_VERIFY_RESULT(unpacked);
        const auto there = ObservationQueries::open(workspace::observationsFile(*unpacked));
        LOCI_VERIFY_RESULT(there);
        QCOMPARE(there->count().value(), 1);
    }

    /// Also a measurement: LOCI_FEED_ROWS rows of 500 streams.
    void staysUsableWithManyRows()
    {
        const int asked = qEnvironmentVariableIntValue("LOCI_FEED_ROWS");
        const int rows = asked > 0 ? asked : 100'000;
        constexpr int kStreams = 500;
        QElapsedTimer timer;
        qint64 slowest = 0;
        timer.start();
        for (int row = 0; row < rows;) {
            Observations observations;
            observations.reserve(5000);
            for (int i = 0; i < 5000 && row < rows; ++i, ++row) {
                Observation one = value(kStart + row / kStreams * 10'000LL, row % 97 * 0.5, QString::number(row));
                one.stream = QStringLiteral("stream %1").arg(row % kStreams);
                observations.push_back(one);
            }
            const qint64 before = timer.elapsed();
            LOCI_VERIFY_RESULT(m_store->append(observations));
            slowest = std::max(slowest, timer.elapsed() - before);
        }
        const qint64 wrote = std::max<qint64>(1, timer.elapsed());
        const ObservationQueries reading = queries();
        timer.restart();
        const auto window =
            reading.window(QStringLiteral("stream 7"), kStart, kStart + rows / kStreams * 10'000LL, 2000);
        LOCI_VERIFY_RESULT(window);
        const qint64 read = timer.elapsed();
        timer.restart();
        const auto streams = reading.streams();
        QCOMPARE(streams->size(), std::size_t(kStreams));
        qint64 counted = 0;
        for (const ObservationSpan &span : *window) {
            counted += span.count;
        }
        QCOMPARE(counted, rows / kStreams);
        qInfo("%d rows: %lld rows/s, slowest batch %lld ms, window of %d points %lld ms, %lld bytes a row", rows,
              rows * 1000LL / wrote, slowest, static_cast<int>(window->size()), read, QFileInfo(m_path).size() / rows);
    }

private:
    ObservationQueries queries() const { return std::move(*ObservationQueries::open(m_path)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<ObservationStore> m_store;
};

LOCI_TEST_CLASS(FeedsStoreTest)
#include "feeds_storetest.moc"
