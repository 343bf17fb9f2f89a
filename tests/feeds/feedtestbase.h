// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/feedrunner.h"
#include "layers/storage/feeds/observationqueries.h"
#include "tests/feeds/feedservers.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

namespace loci::test {

/// A clock that a test turns.
class TurnedClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addMSecs(ahead.load()); }
    std::atomic<qint64> ahead = 0;
};

/// A runner with a store in a folder of its own.
struct RunningFeeds
{
    QTemporaryDir folder;
    TurnedClock clock;
    std::unique_ptr<feeds::FeedRunner> runner;

    Result<> start(const feeds::SecretSource &secrets = {})
    {
        LOCI_TRY(runner, feeds::FeedRunner::create({path(), secrets}, clock));
        return {};
    }
    QString path() const { return folder.filePath(QStringLiteral("t.observations")); }
    qint64 rows() const
    {
        const auto store = storage::ObservationQueries::open(path());
        return store ? store->count().value_or(-1) : -1;
    }
    feeds::FeedStatus feed() const
    {
        const auto all = runner->feeds();
        return all.empty() ? feeds::FeedStatus() : all.front();
    }
    feeds::StreamStatus stream(const QString &id) const
    {
        for (const feeds::StreamStatus &status : runner->streams()) {
            if (status.tally.description.id == id) {
                return status;
            }
        }
        return {};
    }
    qint64 total(qint64 feeds::StreamTally::*member) const
    {
        qint64 sum = 0;
        for (const feeds::StreamStatus &status : runner->streams()) {
            sum += status.tally.*member;
        }
        return sum;
    }
};

/// A feed of messages {"id","sensor","t","v","unit"}.
inline feeds::FeedDescription mappedFeed(feeds::Transport transport, const QUrl &address)
{
    feeds::FeedDescription feed;
    feed.id = QStringLiteral("f");
    feed.transport = transport;
    feed.address = address;
    feed.topics = QStringList{QStringLiteral("town/#")};
    feed.mapping.stream = QStringLiteral("/sensor");
    feed.mapping.time = QStringLiteral("/t");
    feed.mapping.value = QStringLiteral("/v");
    feed.mapping.id = QStringLiteral("/id");
    feed.mapping.unit = QStringLiteral("/unit");
    feed.cadenceMs = 1000;
    feed.pollMs = 200;
    return feed;
}

inline QByteArray message(qint64 number, qint64 time, const QByteArray &value = "1", int sensors = 1)
{
    return "{\"id\":\"m" + QByteArray::number(number) + "\",\"sensor\":\"s" + QByteArray::number(number % sensors) +
           "\",\"t\":" + QByteArray::number(time) + ",\"v\":" + value + "}";
}

inline QByteArray sharedBytes(const QString &path)
{
    QFile file(sharedData(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace loci::test
