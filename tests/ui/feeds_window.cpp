// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/boardroom.h"
#include "app/mainwindow/feedroom.h"
#include "app/mainwindow/workplaces.h"
#include "layers/feeds/streampublisher.h"
#include "layers/formats/observations/csvobservations.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/workspace/sidefiles.h"
#include "layers/workspace/workspace.h"
#include "tests/feeds/feedservers.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/feeds_gaugeboard.h"
#include "tests/ui/feeds_windowtown.h"
#include "widgets/board/boardcanvas.h"
#include "widgets/board/boardpanel.h"
#include "widgets/board/boardview.h"
#include "widgets/common/theme.h"
#include "widgets/common/timebar.h"
#include "widgets/feeds/alertlist.h"
#include "widgets/feeds/feedsession.h"
#include "widgets/feeds/feedspanel.h"
#include "widgets/feeds/streamcard.h"
#include "widgets/feeds/streamlist.h"
#include "widgets/feeds/streamviews.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <cmath>

using namespace loci;
using namespace loci::test;
using namespace loci::widgets;

namespace {
constexpr int kPatience = 60'000;
constexpr int kLongPatience = 120'000;
const QRegularExpression kLate(QStringLiteral("late · [2-4]\\d min"));
const QString kSimulated = QStringLiteral("sample/pm25-01");

} // namespace

/// Live feeds in the real program: list, map, 3D, card, board and time bar over one store.
class FeedsWindowTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<WindowTown> m_town;

    app::MainWindow &window() const { return m_town->window(); }
    app::FeedRoom &room() const { return window().feeds(); }
    QString stateOf(const QString &stream) const
    {
        const feeds::StreamStatus *status = room().session().stream(stream);
        return status != nullptr ? feeds::stateCode(status->state) : QString();
    }
    std::optional<indicators::StreamNow> onBoard(const QString &stream) const
    {
        const indicators::Outcome *outcome = window().boards().outcome();
        return outcome != nullptr && outcome->streams
                   ? outcome->streams->at(stream, QDateTime::fromMSecsSinceEpoch(m_town->now(), Qt::UTC))
                   : std::nullopt;
    }
    /// What the tile of the board says, as it is shown.
    QString tile(int index) const
    {
        const BoardTile *widget = window().boards().view().canvas().tileWidget(index);
        return widget != nullptr ? widget->accessibleName() : QString();
    }
    std::optional<double> indicator(const QString &code) const
    {
        const indicators::Outcome *outcome = window().boards().outcome();
        const indicators::Calculated *value =
            outcome != nullptr ? outcome->results->latest(code, outcome->results->areas().city()) : nullptr;
        return value != nullptr ? value->value : std::nullopt;
    }
private slots:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light);
        m_town = std::make_unique<WindowTown>();
        QCOMPARE(m_town->start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kLongPatience);
    }
    void cleanupTestCase() { m_town.reset(); }

    void theSampleIsLiveByItself()
    {
        window().setWorkplace(app::FeedRoom::kWorkplace);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(kSimulated), QStringLiteral("live"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(room().panel().model().rowCount(), 40, kPatience);
        const QModelIndex first = room().panel().model().index(0);
        QVERIFY(first.data(StreamListModel::SimulatedRole).toBool());
        QTRY_VERIFY_WITH_TIMEOUT(window().map().marker(kSimulated) != nullptr, kPatience);
        QVERIFY(window().map().marker(kSimulated)->simulated);
        QVERIFY(window().map().marker(kSimulated)->tip.contains(QLatin1String("simulated")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_town->sceneText(kSimulated).isEmpty(), kPatience);
        room().openStream(kSimulated);
        QVERIFY(room().card().isVisible());
        QVERIFY2(room().card().words().contains(QLatin1String("Simulated")), qPrintable(room().card().words()));
        m_town->picture("feeds-1280-light");
    }

    /// Forty streams move for some rounds: markers change, and neither the layers of the map nor the scene are drawn.
    void newValuesDrawNothingElse()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kLongPatience);
        m_town->renders();
        const QString before = m_town->mapText(kSimulated);
        m_town->turnClock(30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->mapText(kSimulated) != before, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->sceneText(kSimulated) != before, kPatience);
        // A view that was still settling may draw once more; new values would make it draw in every round.
        std::pair<int, int> drawn(1, 1);
        for (int round = 2; round < 8 && drawn != std::pair(0, 0); ++round) {
            m_town->renders();
            const int updates = room().views().updates();
            m_town->turnClock(30'000 * round);
            QTRY_VERIFY_WITH_TIMEOUT(room().views().updates() > updates + 2, kPatience);
            drawn = m_town->renders();
        }
        QCOMPARE(drawn, std::pair(0, 0));
        m_town->turnClock(0);
    }

    void aClickOnAMarkerOpensItsCardAndAHoverInTheListPulses()
    {
        window().map().setViewExtent(window().map().viewExtent());
        room().card().showStream(QString());
        QSignalSpy clicked(&window().map(), &MapView::markerClicked);
        emit window().map().markerClicked(kSimulated);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(room().card().stream(), kSimulated);
        QCOMPARE(room().views().chosen(), kSimulated);
        const QImage still = m_town->mapAround(kSimulated);
        emit room().panel().streamEntered(kSimulated);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->mapAround(kSimulated) != still, kPatience);
        emit room().panel().streamEntered({});
    }

    void aBrokerThatStopsMakesTheGaugeLateThenStaleEverywhere()
    {
        if (!MosquittoServer::isInstalled()) {
            QSKIP("mosquitto is not installed");
        }
        MosquittoServer broker;
        QCOMPARE(broker.create(), QString());
        LOCI_VERIFY_RESULT(addGaugeBoard(m_town->workspace()));
        LOCI_VERIFY_RESULT(room().session().saveFeed(gaugeFeed(broker.address())));
        const auto contact = [this] {
            for (const feeds::FeedStatus &status : room().session().feeds()) {
                if (status.feed.id == QLatin1String("town")) {
                    return status.contact;
                }
            }
            return feeds::Contact::Idle;
        };
        QTRY_COMPARE_WITH_TIMEOUT(contact(), feeds::Contact::Connected, kPatience);
        LOCI_VERIFY_RESULT(tell(broker.address(), m_town->now(), "7.25"));
        QTRY_COMPARE_WITH_TIMEOUT(m_town->mapText(kGauge), QStringLiteral("7.25 m"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_town->sceneText(kGauge), QStringLiteral("7.25 m"), kPatience);
        window().setWorkplace(app::BoardRoom::kWorkplace);
        QTRY_VERIFY_WITH_TIMEOUT(indicator(QStringLiteral("T-01")) == 7.25, kLongPatience);
        LOCI_VERIFY_RESULT(tell(broker.address(), m_town->now(), "9.25"));
        QTRY_COMPARE_WITH_TIMEOUT(m_town->mapText(kGauge), QStringLiteral("9.25 m"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(indicator(QStringLiteral("T-01")) == 8.25, kLongPatience); // mean of the hour so far
        QTRY_VERIFY_WITH_TIMEOUT(onBoard(kGauge) && onBoard(kGauge)->value == 9.25, kLongPatience);
        QCOMPARE(onBoard(kGauge)->state, QStringLiteral("live"));
        emit window().boards().panel().boardChosen(QStringLiteral("zz-live"));
        for (const int index : {kChartTile, kValueTile, kGaugeTile}) {
            QTRY_VERIFY2_WITH_TIMEOUT(tile(index).contains(QLatin1String("9.25 m, live")), qPrintable(tile(index)),
                                      kPatience);
            QVERIFY2(tile(index).startsWith(QLatin1String("Gauge at the bridge")), qPrintable(tile(index)));
        }
        QVERIFY2(!tile(kIndicatorTile).contains(QLatin1String("late")), qPrintable(tile(kIndicatorTile)));
        m_town->picture("feeds-board-live");
        const QImage gaugeLive = window().boards().view().canvas().tileWidget(kGaugeTile)->grab().toImage();
        window().setWorkplace(app::FeedRoom::kWorkplace);
        window().map().goToMarker(kGauge);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kLongPatience);
        const QImage live = m_town->mapAround(kGauge);

        broker.stop();
        m_town->turnClock(1'500'000);
        const QRegularExpression late(
            QStringLiteral("^9\\.25 m · late [2-4]\\d min")); // and what the test itself takes
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(kGauge), QStringLiteral("late"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->mapText(kGauge).contains(late), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->sceneText(kGauge).contains(late), kPatience);
        QCOMPARE(onBoard(kGauge)->state, QStringLiteral("late"));
        QVERIFY(m_town->mapAround(kGauge) != live); // another shape and colour

        window().setWorkplace(app::BoardRoom::kWorkplace);
        for (const int index : {kChartTile, kValueTile, kGaugeTile}) {
            QTRY_VERIFY2_WITH_TIMEOUT(tile(index).contains(kLate) &&
                                          tile(index).contains(QLatin1String("9.25 m, late")),
                                      qPrintable(tile(index)), kPatience);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(tile(kIndicatorTile).contains(kLate), qPrintable(tile(kIndicatorTile)), kPatience);
        QTRY_VERIFY2_WITH_TIMEOUT(tile(kStatesTile).contains(QLatin1String("late")), qPrintable(tile(kStatesTile)),
                                  kPatience);
        const auto *list = window().boards().panel().findChild<QTreeWidget *>();
        const auto listed = [list](const QString &name) {
            const auto found = list->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
            return found.isEmpty() ? QString() : found.front()->toolTip(0);
        };
        QTRY_VERIFY_WITH_TIMEOUT(listed(QStringLiteral("Level")).contains(QLatin1String("late")), kPatience);
        m_town->picture("feeds-board-late");

        m_town->turnClock(3'900'000);
        for (const int index : {kIndicatorTile, kChartTile, kValueTile, kGaugeTile}) {
            QTRY_VERIFY2_WITH_TIMEOUT(tile(index).contains(QStringLiteral("stale · 1 h")), qPrintable(tile(index)),
                                      kPatience);
        }
        QVERIFY(window().boards().view().canvas().tileWidget(kGaugeTile)->grab().toImage() != gaugeLive);
        m_town->picture("feeds-board-stale");
        window().setWorkplace(app::FeedRoom::kWorkplace);
        const QString stale = QStringLiteral("9.25 m · stale 1 h");
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(kGauge), QStringLiteral("stale"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_town->mapText(kGauge), stale, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_town->sceneText(kGauge), stale, kPatience);
        QCOMPARE(onBoard(kGauge)->state, QStringLiteral("stale"));
        QCOMPARE(onBoard(kGauge)->age, QStringLiteral("1 h"));
        QCOMPARE(onBoard(kGauge)->value, std::optional(9.25)); // the last good one stays
        room().openStream(kGauge);
        QVERIFY(room().card().words().contains(QStringLiteral("stale · 1 h")));
        QTest::mouseClick(room().card().findChild<QPushButton *>(QStringLiteral("feeds.card.board")), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(tile(kGaugeTiles).contains(QLatin1String("9.25 m, stale")),
                                  qPrintable(tile(kGaugeTiles)), kPatience);
        m_town->picture("feeds-stale");
        QVERIFY(QApplication::activeModalWidget() == nullptr); // a lost feed opens no dialog
        LOCI_VERIFY_RESULT(room().session().removeFeed(QStringLiteral("town")));
        m_town->turnClock(0);
    }

    void theTimeBarReplaysThePastEverywhere()
    {
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(kSimulated), QStringLiteral("live"), kPatience);
        TimeBar &time = window().timeBar();
        const QDateTime past = QDateTime::fromMSecsSinceEpoch((m_town->now() / 600'000 - 12) * 600'000, Qt::UTC);
        time.setTime(past);
        emit time.timeChanged(past);
        QTRY_COMPARE_WITH_TIMEOUT(room().session().moment(), std::optional(past), kPatience);
        const feeds::StreamStatus *then = room().session().stream(kSimulated);
        QVERIFY(then != nullptr && then->tally.last->phenomenon <= past.toMSecsSinceEpoch());
        const QString value = valueText(*then);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->mapText(kSimulated).startsWith(value), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->sceneText(kSimulated).startsWith(value), kPatience);
        time.setSpeed(600);
        time.step(1);
        QTRY_COMPARE_WITH_TIMEOUT(room().session().moment(), std::optional(past.addSecs(600)), kPatience);
        time.setPlaying(true);
        QTRY_VERIFY_WITH_TIMEOUT(room().session().moment() > past.addSecs(700), kPatience);
        time.setPlaying(false);
        QTest::mouseClick(time.findChild<QToolButton *>(QStringLiteral("timebar.now")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!room().session().moment(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(kSimulated), QStringLiteral("live"), kPatience);
    }

    /// A warning of the weather service: on the map with its area, in the list, taken note of, and over when cancelled.
    void aWarningIsOnTheMapAndInTheList()
    {
        QFile file(m_town->at(QStringLiteral("warning.xml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>w1</identifier><sender>met"
                   "</sender><sent>2026-11-20T08:00:01+08:00</sent><status>Actual</status><msgType>Alert</msgType>"
                   "<scope>Public</scope><info><category>Met</category><event>Rain</event><urgency>Expected</urgency>"
                   "<severity>Severe</severity><certainty>Likely</certainty><expires>2099-01-01T00:00:00Z</expires>"
                   "<headline>Heavy rain</headline><area><areaDesc>Old town</areaDesc><polygon>29.705,118.405 "
                   "29.705,118.415 29.712,118.415 29.712,118.405 29.705,118.405</polygon></area></info></alert>");
        file.close();
        feeds::FeedDescription feed;
        feed.id = QStringLiteral("met");
        feed.transport = feeds::Transport::File;
        feed.format = feeds::Format::Cap;
        feed.address = QUrl::fromLocalFile(file.fileName());
        LOCI_VERIFY_RESULT(room().session().saveFeed(feed));
        const QString id = QStringLiteral("cap:met:met,w1,1795132801000");
        const QString marker = QStringLiteral("alert:") + id;
        QTRY_VERIFY_WITH_TIMEOUT(window().map().marker(marker) != nullptr, kPatience);
        QCOMPARE(window().map().marker(marker)->label, QStringLiteral("Heavy rain"));
        QCOMPARE(window().map().marker(marker)->shapes.size(), std::size_t(1));
        window().setWorkplace(QStringLiteral("layers"));
        emit window().map().markerClicked(marker);
        QCOMPARE(window().workplaces().current(), app::FeedRoom::kWorkplace);
        auto *list = room().panel().findChild<QListView *>(QStringLiteral("feeds.alerts"));
        QVERIFY(list->isVisible());
        QCOMPARE(list->currentIndex().data(AlertListModel::IdRole).toString(), id);
        const int unseen = room().session().unseenAlerts();
        m_town->picture("feeds-alerts");
        QTest::mouseClick(room().panel().findChild<QPushButton *>(QStringLiteral("feeds.acknowledge")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(room().session().unseenAlerts(), unseen - 1, kPatience);
        QVERIFY(list->currentIndex().data(AlertListModel::NotedRole).toBool());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        LOCI_VERIFY_RESULT(room().session().removeFeed(QStringLiteral("met")));
        room().panel().showPart(QStringLiteral("streams"));
    }

    void fiveThousandStreamsStayUsable()
    {
        QJsonArray list;
        for (int i = 0; i < 5000; ++i) {
            list.append(QJsonObject{{QStringLiteral("sensor"), QStringLiteral("s%1").arg(i)},
                                    {QStringLiteral("t"), static_cast<double>(m_town->now())},
                                    {QStringLiteral("v"), i},
                                    {QStringLiteral("x"), 118.4 + 0.0004 * (i % 70)},
                                    {QStringLiteral("y"), 29.7 + 0.0004 * (i / 70)}});
        }
        QFile file(m_town->at(QStringLiteral("many.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(list).toJson()) > 0);
        file.close();
        feeds::FeedDescription feed;
        feed.id = QStringLiteral("many");
        feed.transport = feeds::Transport::File;
        feed.address = QUrl::fromLocalFile(file.fileName());
        feed.mapping.stream = QStringLiteral("/sensor");
        feed.mapping.time = QStringLiteral("/t");
        feed.mapping.value = QStringLiteral("/v");
        feed.mapping.longitude = QStringLiteral("/x");
        feed.mapping.latitude = QStringLiteral("/y");
        feed.cadenceMs = 60'000;
        LOCI_VERIFY_RESULT(room().session().saveFeed(feed));
        QTRY_VERIFY_WITH_TIMEOUT(window().map().marker(QStringLiteral("many/s4999")) != nullptr, kLongPatience);
        window().map().setViewExtent(window().map().viewExtent());
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kLongPatience);
        QElapsedTimer clock;
        clock.start();
        const QImage picture = window().map().picture();
        qInfo("5000 streams: a picture of the map with its markers in %lld ms", clock.elapsed());
        // A map that was still settling may draw once more; new values would make it draw in every round.
        std::pair<int, int> drawn(1, 1);
        for (int round = 0; round < 8 && drawn != std::pair(0, 0); ++round) {
            m_town->renders();
            const int updates = room().views().updates();
            emit room().session().changed();
            QTRY_VERIFY_WITH_TIMEOUT(room().views().updates() > updates, kPatience);
            drawn = m_town->renders();
        }
        QCOMPARE(drawn, std::pair(0, 0));
        m_town->picture("feeds-5000");
        LOCI_VERIFY_RESULT(room().session().removeFeed(QStringLiteral("many")));
    }

    /// A day of the Beijing stations, on map and list: what the files say of each hour, and a gap that grows old.
    void replaysADayOfBeijing()
    {
        const QString path = sharedData(QStringLiteral("indicators/beijing_prsa"));
        QDir folder(path);
        const QStringList files = folder.entryList({QStringLiteral("PRSA_*")}, QDir::Files);
        if (files.isEmpty()) {
            QSKIP("the shared data are not here");
        }
        std::vector<formats::ObservationFile> sources;
        for (const QString &name : files) {
            formats::ObservationFile source;
            source.path = folder.filePath(name);
            source.units.insert(QStringLiteral("PM2.5"), QStringLiteral("ug/m3"));
            sources.push_back(source);
        }
        const auto read = formats::CsvObservations::read(sources, {});
        LOCI_VERIFY_RESULT(read);
        QStringList streams;
        for (const QString &stream : read->value->streams()) {
            if (stream.endsWith(QLatin1String("/PM2.5"))) {
                streams << stream;
            }
        }
        QCOMPARE(streams.size(), 8);
        const qint64 cityOffset = 8 * 3'600'000LL;
        const qint64 day = QDateTime(QDate(2014, 2, 24), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() - cityOffset;
        room().session().setWorkspace(nullptr);
        QHash<QString, std::vector<double>> hours;
        {
            auto store = storage::ObservationStore::open(workspace::observationsFile(m_town->workspace().path()));
            LOCI_VERIFY_RESULT(store);
            feeds::StreamDescriptions descriptions;
            feeds::Observations observations;
            int place = 0;
            for (const QString &stream : streams) {
                const auto series = read->value->hourly(stream);
                LOCI_VERIFY_RESULT(series);
                // The files tell the clock of the city; the store keeps UTC.
                const qint64 first = (day + cityOffset - series->start.toMSecsSinceEpoch()) / 3'600'000;
                feeds::StreamDescription description;
                description.id = QStringLiteral("prsa/") + stream;
                description.feed = QStringLiteral("prsa");
                description.unit = QStringLiteral("ug/m3");
                description.cadenceMs = 3'600'000;
                description.place = feeds::GeoPoint{118.40 + 0.002 * place++, 29.71};
                descriptions.push_back(description);
                for (int hour = 0; hour < 24; ++hour) {
                    const double value = series->values[static_cast<std::size_t>(first + hour)];
                    hours[description.id].push_back(value);
                    if (std::isfinite(value)) {
                        feeds::Observation observation;
                        observation.stream = description.id;
                        observation.phenomenon = day + hour * 3'600'000LL;
                        observation.arrival = observation.phenomenon;
                        observation.value = value;
                        observations.push_back(observation);
                    }
                }
            }
            LOCI_VERIFY_RESULT((*store)->describe(descriptions));
            LOCI_VERIFY_RESULT((*store)->append(observations));
        }
        room().session().setWorkspace(&m_town->workspace());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(kSimulated), QStringLiteral("live"), kPatience);
        TimeBar &time = window().timeBar();
        int shown = 0, old = 0;
        for (int hour = 0; hour < 24; ++hour) {
            const QDateTime moment = QDateTime::fromMSecsSinceEpoch(day + hour * 3'600'000LL + 1'800'000, Qt::UTC);
            time.setTime(moment);
            emit time.timeChanged(moment);
            QTRY_COMPARE_WITH_TIMEOUT(room().session().moment(), std::optional(moment), kPatience);
            for (auto it = hours.cbegin(); it != hours.cend(); ++it) {
                const feeds::StreamStatus *status = room().session().stream(it.key());
                QVERIFY(status != nullptr);
                const double value = it.value()[static_cast<std::size_t>(hour)];
                if (std::isfinite(value)) {
                    QCOMPARE(std::get<double>(status->tally.last->value), value);
                    QCOMPARE(status->state, feeds::StreamState::Live);
                    ++shown;
                } else { // a gap shows the value before it with its age, never a zero
                    QVERIFY(!status->tally.last || *status->ageMs >= 5'400'000);
                    ++old;
                }
            }
        }
        qInfo("%d hours shown as measured, %d as gaps", shown, old);
        QVERIFY(shown > 150);
        m_town->picture("feeds-replay");
        QTest::mouseClick(time.findChild<QToolButton *>(QStringLiteral("timebar.now")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!room().session().moment(), kPatience);
    }
};

LOCI_TEST_CLASS(FeedsWindowTest)
#include "feeds_window.moc"
