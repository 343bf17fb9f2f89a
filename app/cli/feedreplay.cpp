// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/feedverb.h"
#include "layers/base/clock.h"
#include "layers/feeds/simulation.h"
#include "layers/feeds/streampublisher.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThread>

namespace loci::cli {

using namespace loci::feeds;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::FeedVerb)
};

/// Where messages go: a broker, or a file with one {"topic", "message"} a line.
class Target
{
public:
    static Result<std::unique_ptr<Target>> open(const QString &to)
    {
        auto target = std::make_unique<Target>();
        const QUrl url(to);
        if (url.scheme() == QStringLiteral("mqtt") || url.scheme() == QStringLiteral("mqtts")) {
            LOCI_TRY(target->m_publisher, StreamPublisher::connect(url));
            return target;
        }
        target->m_file.setFileName(to);
        if (to.isEmpty() || !target->m_file.open(QIODevice::WriteOnly)) {
            return fail(ErrorCode::NotWritable,
                        Texts::tr("--to needs a broker (mqtt://host) or a file that can be written."));
        }
        return target;
    }
    Result<> send(const QString &topic, const QByteArray &message)
    {
        ++m_sent;
        if (m_publisher) {
            return m_publisher->publish(topic, message);
        }
        const QJsonObject line{{QStringLiteral("topic"), topic},
                               {QStringLiteral("message"), QJsonDocument::fromJson(message).object()}};
        if (m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n') < 0) {
            return fail(ErrorCode::NotWritable, Texts::tr("The messages cannot be written."), m_file.errorString());
        }
        return {};
    }
    Result<> finish()
    {
        if (m_publisher) {
            return m_publisher->finish();
        }
        return m_file.commit() ? Result<>()
                               : Result<>(fail(ErrorCode::NotWritable, Texts::tr("The messages cannot be written.")));
    }
    qint64 sent() const { return m_sent; }

private:
    std::unique_ptr<StreamPublisher> m_publisher;
    QSaveFile m_file;
    qint64 m_sent = 0;
};

/// Every stream once a cadence, as the clock goes; into a file at once.
Result<> replaySample(const Call &call, Target &target, double seconds, bool live)
{
    const StreamDescriptions streams = Simulation::streams();
    const qint64 start = SystemClock().nowUtc().toMSecsSinceEpoch();
    const auto rounds = static_cast<qint64>(seconds * 1000 / static_cast<double>(Simulation::kCadenceMs)) + 1;
    QElapsedTimer timer;
    timer.start();
    for (qint64 round = 0; round < rounds && !call.cancel.isCancelled(); ++round) {
        const qint64 time = start + round * Simulation::kCadenceMs;
        const qint64 sequence = time / Simulation::kCadenceMs;
        for (int i = 0; i < Simulation::kStreams; ++i) {
            const StreamDescription &stream = streams[static_cast<std::size_t>(i)];
            LOCI_CHECK(target.send(Simulation::topic(stream),
                                   Simulation::message(stream, time, Simulation::value(i, time), sequence)));
        }
        constexpr unsigned long kNapMs = 50;
        while (live && round + 1 < rounds && !call.cancel.isCancelled() &&
               timer.elapsed() < (round + 1) * Simulation::kCadenceMs) {
            QThread::msleep(kNapMs);
        }
    }
    return {};
}

/// The lines of a file, as fast as the target takes them.
Result<> replayFile(const Call &call, Target &target, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(path)));
    }
    constexpr qint64 kLongestLine = 16'777'216;
    for (qint64 number = 1; !file.atEnd() && !call.cancel.isCancelled(); ++number) {
        const QByteArray line = file.readLine(kLongestLine);
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString topic = object.value(QStringLiteral("topic")).toString();
        if (topic.isEmpty()) {
            return fail(ErrorCode::Invalid, Texts::tr("Line %1 of the messages has no topic.").arg(number));
        }
        const QJsonObject message = object.value(QStringLiteral("message")).toObject();
        LOCI_CHECK(target.send(topic, QJsonDocument(message).toJson(QJsonDocument::Compact)));
    }
    return {};
}

Result<> describe(const QString &path, const QUrl &broker)
{
    QSaveFile file(path);
    const QByteArray json = QJsonDocument(Simulation::feed(broker).toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)));
    }
    return {};
}
} // namespace

Result<Answer> replayFeed(const Call &call)
{
    const QString set = call.arguments.value(1);
    const QString to = call.options.value(QStringLiteral("to"));
    bool number = true;
    const QString wanted = call.options.value(QStringLiteral("seconds"), QStringLiteral("60"));
    const double seconds = wanted.toDouble(&number);
    if (!number || !(seconds >= 0) || seconds > 1e7) {
        return fail(ErrorCode::Usage, Texts::tr("--seconds needs a number above zero."));
    }
    if (call.options.contains(QStringLiteral("describe"))) {
        LOCI_CHECK(describe(call.options.value(QStringLiteral("describe")), QUrl(to)));
    }
    LOCI_TRY(const auto target, Target::open(to));
    const bool live = to.startsWith(QStringLiteral("mqtt"));
    const bool sample = set == QStringLiteral("sample");
    LOCI_CHECK(sample ? replaySample(call, *target, seconds, live) : replayFile(call, *target, set));
    LOCI_CHECK(target->finish());
    Answer answer;
    answer.json = {{QStringLiteral("sent"), target->sent()},
                   {QStringLiteral("streams"), sample ? QJsonValue(Simulation::kStreams) : QJsonValue()}};
    answer.text = Texts::tr("%1 messages sent.").arg(target->sent());
    return answer;
}

} // namespace loci::cli
