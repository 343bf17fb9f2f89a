// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspace.h"
#include "tests/bench/serverbench.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>
#include <memory>

namespace loci::bench {

using workspace::Workspace;

namespace {
constexpr int kRecords = 200;
constexpr int kStartMs = 15'000; // all desks are open by then
const QString kPrefix = QStringLiteral("bookmark/");
const QString kCount = QStringLiteral("count");
const QString kTime = QStringLiteral("time");

double now()
{
    return double(QDateTime::currentMSecsSinceEpoch());
}

QJsonArray arrayOf(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values) {
        array.append(value);
    }
    return array;
}

/// Counts records up: each commit reads one, adds one, and must not lose another desk's.
class Desk final : public QObject
{
public:
    Desk(Workspace &town, double pause, quint32 seed) : m_town(town), m_pause(pause), m_random(seed)
    {
        connect(&m_town, &Workspace::othersChanged, this, [this](const QStringList &keys) { hear(keys); });
        m_next.setSingleShot(true);
        connect(&m_next, &QTimer::timeout, this, [this] { edit(); });
    }
    void start(double from, double until)
    {
        m_until = until;
        m_next.start(int(std::max(0.0, from - now() + m_random.generateDouble() * m_pause * 1000)));
    }
    QJsonObject said() const
    {
        return {{QStringLiteral("commits"), arrayOf(m_commits)},
                {QStringLiteral("refused"), m_refused},
                {QStringLiteral("failed"), m_failed},
                {QStringLiteral("delays"), arrayOf(m_delays)}};
    }

private:
    void edit()
    {
        if (now() >= m_until) {
            return;
        }
        const QString key = kPrefix + QString::number(m_random.bounded(kRecords));
        const auto before = m_town.document(key);
        QJsonObject record = before ? QJsonDocument::fromJson(*before).object() : QJsonObject();
        record[kCount] = record[kCount].toInt() + 1;
        record[kTime] = now();
        record[QStringLiteral("text")] = QString(300, QLatin1Char('x'));
        workspace::Command command;
        command.title = QStringLiteral("edit");
        command.changes.push_back({key, before, QJsonDocument(record).toJson(QJsonDocument::Compact)});
        QElapsedTimer timer;
        timer.start();
        const auto done = m_town.commit(std::move(command));
        if (done) {
            m_commits.push_back(double(timer.nsecsElapsed()) / 1e6);
        } else {
            ++(m_town.staleWrites().empty() ? m_failed : m_refused);
        }
        m_next.start(int(m_pause * 1000 * (0.5 + m_random.generateDouble())));
    }
    void hear(const QStringList &keys)
    {
        for (const QString &key : keys) {
            m_delays.push_back(now() - m_town.json(key)[kTime].toDouble());
        }
    }

    Workspace &m_town;
    double m_pause;
    QRandomGenerator m_random;
    QTimer m_next;
    double m_until = 0;
    std::vector<double> m_commits, m_delays;
    int m_refused = 0;
    int m_failed = 0;
};

void add(std::vector<double> &all, const QJsonValue &more)
{
    for (const QJsonValue &value : more.toArray()) {
        all.push_back(value.toDouble());
    }
}
} // namespace

int benchDesk(const QStringList &arguments)
{
    const QString password = test::PostgisServer::password();
    const auto town = need(Workspace::open(arguments.at(0), workspace::Access::ReadWrite, nullptr, password), "desk");
    const double from = arguments.at(1).toDouble();
    const double until = arguments.at(2).toDouble();
    Desk desk(*town, arguments.at(3).toDouble(), arguments.at(4).toUInt());
    desk.start(from, until);
    QTimer::singleShot(int(until - now() + 3000), qApp, &QCoreApplication::quit); // what the others did at the end, too
    QCoreApplication::exec();
    print(desk.said());
    return 0;
}

int benchDesks(const QStringList &arguments)
{
    const int count = arguments.value(0, QStringLiteral("40")).toInt();
    const double seconds = arguments.value(1, QStringLiteral("60")).toDouble();
    const QString pause = arguments.value(2, QStringLiteral("10"));
    test::PostgisServer server;
    server.setOptions(serverSettings());
    need(server.create(), "server");
    makeWorkspace(server, QStringLiteral("town"));
    const QString home = addressOf(server, QStringLiteral("town")).text();
    const double from = now() + kStartMs;
    const double until = from + seconds * 1000;
    std::vector<std::unique_ptr<QProcess>> desks;
    std::vector<std::unique_ptr<QTemporaryDir>> homes; // each desk is a computer of its own
    for (int i = 0; i < count; ++i) {
        homes.push_back(std::make_unique<QTemporaryDir>());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), homes.back()->path());
        environment.insert(QStringLiteral("HOME"), homes.back()->path());
        auto desk = std::make_unique<QProcess>();
        desk->setProcessEnvironment(environment);
        desk->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        desk->start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("desk"), home, QString::number(from, 'f', 0), QString::number(until, 'f', 0), pause,
                     QString::number(i + 1)});
        desks.push_back(std::move(desk));
    }
    QTimer::singleShot(int(from - now()), qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    const double used = serverSeconds(server);
    QTimer::singleShot(int(until - now()), qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    const double share = (serverSeconds(server) - used) / seconds;
    std::vector<double> commits, delays;
    int refused = 0, failed = 0;
    for (const auto &desk : desks) {
        need(desk->waitForFinished(120'000) && desk->exitCode() == 0 ? QString() : QStringLiteral("it failed"), "desk");
        const QJsonObject said = QJsonDocument::fromJson(desk->readAllStandardOutput()).object();
        add(commits, said[QStringLiteral("commits")]);
        add(delays, said[QStringLiteral("delays")]);
        refused += said[QStringLiteral("refused")].toInt();
        failed += said[QStringLiteral("failed")].toInt();
    }
    const auto town =
        need(Workspace::open(home, workspace::Access::ReadOnly, nullptr, test::PostgisServer::password()), "workspace");
    qint64 counted = 0;
    for (const QString &key : town->keys(kPrefix)) {
        counted += town->json(key)[kCount].toInt();
    }
    print({{QStringLiteral("goal"), QStringLiteral("desks")},
           {QStringLiteral("desks"), count},
           {QStringLiteral("pause"), pause},
           {QStringLiteral("commitsPerSecond"), double(commits.size()) / seconds},
           {QStringLiteral("lostUpdates"), qint64(commits.size()) - counted},
           {QStringLiteral("refusedAsStale"), refused},
           {QStringLiteral("failed"), failed},
           {QStringLiteral("serverShareOfACore"), share},
           {QStringLiteral("commitMs"), percentiles(commits)},
           {QStringLiteral("seenByAnotherMs"), percentiles(delays)},
           {QStringLiteral("load"), loadNow()}});
    return qint64(commits.size()) == counted ? 0 : 1;
}

} // namespace loci::bench
