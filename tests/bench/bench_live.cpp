// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a message to the changed marker in the real window, and what the window feels of it (D2, D3). Another process
// publishes RATE messages a second over a hundred sensors through mosquitto; the value of each is the second at which
// it was sent, so that the marker's own text tells how old the picture is when it has been painted. mosquitto_sub
// listens beside us for one of the sensors. bench_live [RATE [SECONDS]] prints one line of JSON. Needs a display.
#ifndef Q_MOC_RUN
#include "app/mainwindow/feedroom.h"
#include "layers/feeds/streampublisher.h"
#include "tests/feeds/feedservers.h"
#include "tests/support/testenvironment.h"
#include "tests/ui/feeds_windowtown.h"
#include "widgets/common/theme.h"
#include "widgets/feeds/feedsession.h"
#include "widgets/map/mapcanvas.h"
#include "widgets/map/mapview.h"
#include "widgets/map/markeroverlay.h"
#include "widgets/scene/surfaceformat.h"
#endif

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSemaphore>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace loci;

namespace {

constexpr int kSensors = 100, kTickMs = 10, kPatience = 300'000;
const QString kStream = QStringLiteral("town/s0");

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

double share(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? -1 : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void settle(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    static_cast<void>(QTest::qWaitFor([&] { return clock.elapsed() > milliseconds; }, kPatience));
}

int publish(const QStringList &arguments)
{
    const QUrl broker(arguments.value(2));
    const qint64 start = arguments.value(3).toLongLong();
    const int rate = arguments.value(4).toInt(), seconds = arguments.value(5).toInt();
    auto publisher = feeds::StreamPublisher::connect(broker);
    if (!publisher) {
        return 1;
    }
    QSemaphore rest;
    qint64 sent = 0;
    const qint64 begin = nowMs();
    while (nowMs() - begin < seconds * 1000LL) {
        for (; sent < (nowMs() - begin) * rate / 1000; ++sent) {
            const QByteArray sensor = QByteArray::number(sent % kSensors);
            const qint64 time = nowMs();
            const QByteArray text = "{\"id\":\"m" + QByteArray::number(sent) + "\",\"sensor\":\"s" + sensor +
                                    "\",\"t\":" + QByteArray::number(time) +
                                    ",\"v\":" + QByteArray::number(static_cast<double>(time - start) / 1000, 'f', 3) +
                                    ",\"note\":\"a town by the river\"}";
            if (!(*publisher)->publish(QStringLiteral("town/") + QString::fromLatin1(sensor), text)) {
                return 1;
            }
        }
        rest.tryAcquire(1, kTickMs / 2); // nobody releases it
    }
    return (*publisher)->finish(kPatience) ? 0 : 1;
}

feeds::FeedDescription described(const QUrl &broker)
{
    feeds::FeedDescription feed;
    feed.id = QStringLiteral("town");
    feed.transport = feeds::Transport::Mqtt;
    feed.address = broker;
    feed.topics = QStringList{QStringLiteral("town/#")};
    feed.mapping.stream = QStringLiteral("/sensor");
    feed.mapping.time = QStringLiteral("/t");
    feed.mapping.value = QStringLiteral("/v");
    feed.mapping.id = QStringLiteral("/id");
    feed.cadenceMs = 1000;
    feed.streams.reserve(kSensors);
    for (int i = 0; i < kSensors; ++i) {
        feeds::StreamDescription stream;
        stream.id = QStringLiteral("s%1").arg(i);
        stream.cadenceMs = 1000;
        stream.place = feeds::GeoPoint{118.408 + 0.0006 * (i % 10), 29.709 + 0.0006 * (i / 10)};
        feed.streams.push_back(std::move(stream));
    }
    return feed;
}

/// Looks at the map after each of its paintings.
class PaintWatch final : public QObject
{
public:
    PaintWatch(widgets::MapView &map, qint64 start) : m_map(map), m_start(start)
    {
        if (auto *canvas = map.findChild<widgets::MapCanvas *>()) {
            canvas->installEventFilter(this);
        }
    }
    const std::vector<double> &ages() const { return m_ages; }
    int paints() const { return m_paints; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            ++m_paints;
            QMetaObject::invokeMethod(
                this, [this] { look(); }, Qt::QueuedConnection); // when it is done
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void look()
    {
        const widgets::MapMarker *marker = m_map.marker(kStream);
        if (marker == nullptr || marker->label == m_last) {
            return;
        }
        m_last = marker->label;
        bool number = false;
        const double sent = QLocale().toDouble(m_last.section(QLatin1Char(' '), 0, 0), &number);
        if (number) {
            m_ages.push_back(static_cast<double>(nowMs() - m_start) - 1000 * sent);
        }
    }
    widgets::MapView &m_map;
    qint64 m_start;
    QString m_last;
    std::vector<double> m_ages;
    int m_paints = 0;
};

std::vector<double> agesOf(const QByteArray &lines, qint64 start)
{
    std::vector<double> ages;
    for (const QByteArray &line : lines.split('\n')) {
        const QByteArray sent = line.mid(line.indexOf("\"v\":") + 4);
        const double received = line.left(line.indexOf(' ')).toDouble() * 1000;
        if (received > 0) {
            ages.push_back(received - static_cast<double>(start) - 1000 * sent.left(sent.indexOf(',')).toDouble());
        }
    }
    return ages;
}

int measure(const QString &program, int rate, int seconds)
{
    test::MosquittoServer broker;
    test::WindowTown town;
    if (!broker.create().isEmpty() || !town.start().isEmpty() ||
        !QTest::qWaitFor([&] { return town.isReady(); }, kPatience)) {
        std::fprintf(stderr, "The broker or the window cannot be had.\n");
        return 1;
    }
    town.window().setWorkplace(app::FeedRoom::kWorkplace);
    if (!town.window().feeds().session().saveFeed(described(broker.address())) ||
        !QTest::qWaitFor([&] { return town.window().map().marker(kStream) != nullptr; }, kPatience)) {
        std::fprintf(stderr, "The feed does not start.\n");
        return 1;
    }
    settle(2000);
    const qint64 start = nowMs();
    QProcess peer;
    peer.start(QStringLiteral("mosquitto_sub"),
               {QStringLiteral("-h"), broker.address().host(), QStringLiteral("-p"),
                QString::number(broker.address().port()), QStringLiteral("-q"), QStringLiteral("1"),
                QStringLiteral("-t"), QStringLiteral("town/0"), QStringLiteral("-F"), QStringLiteral("%U %p")});
    peer.waitForStarted();
    PaintWatch watch(town.window().map(), start);
    std::vector<double> lags;
    QElapsedTimer lag;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        lags.push_back(std::max(0.0, static_cast<double>(lag.nsecsElapsed()) / 1e6 - kTickMs));
        lag.restart();
    });
    QProcess sender;
    sender.start(program, {QStringLiteral("--publish"), broker.address().toString(), QString::number(start),
                           QString::number(rate), QString::number(seconds)});
    const double before = processorSeconds();
    QElapsedTimer whole;
    whole.start();
    lag.start();
    beat.start(kTickMs);
    const bool ended = QTest::qWaitFor([&] { return sender.state() == QProcess::NotRunning; }, kPatience);
    const double used = processorSeconds() - before, passed = static_cast<double>(whole.elapsed()) / 1000;
    beat.stop();
    settle(1000);
    peer.terminate();
    peer.waitForFinished();
    const std::vector<double> theirs = agesOf(peer.readAllStandardOutput(), start);
    if (!ended || sender.exitCode() != 0 || watch.ages().empty() || theirs.empty()) {
        std::fprintf(stderr, "Nothing was measured.\n");
        return 1;
    }
    std::printf("{\"goal\":\"D2\",\"rate\":%d,\"seconds\":%d,\"ours\":{\"p50\":%.0f,\"p99\":%.0f,\"n\":%zu},"
                "\"mosquitto_sub\":{\"p50\":%.0f,\"p99\":%.0f,\"n\":%zu},\"lag\":{\"p50\":%.1f,\"p99\":%.1f},"
                "\"paintsPerSecond\":%.1f,\"processor\":%.2f,\"unit\":\"ms\"}\n",
                rate, seconds, share(watch.ages(), 0.5), share(watch.ages(), 0.99), watch.ages().size(),
                share(theirs, 0.5), share(theirs, 0.99), theirs.size(), share(lags, 0.5), share(lags, 0.99),
                watch.paints() / passed, used / passed);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && qstrcmp(argv[1], "--publish") == 0) {
        const QCoreApplication application(argc, argv);
        return publish(QCoreApplication::arguments());
    }
    const test::TestEnvironment environment;
    widgets::prepareSceneSurfaces();
    const QApplication application(argc, argv);
    widgets::applyTheme(*qApp, widgets::ThemeMode::Light);
    const QStringList arguments = QApplication::arguments();
    const int rate = arguments.size() > 1 ? arguments[1].toInt() : 1000;
    const int seconds = arguments.size() > 2 ? arguments[2].toInt() : 30;
    return measure(arguments.front(), rate, seconds);
}
