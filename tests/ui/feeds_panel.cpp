// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/simulation.h"
#include "layers/workspace/sidefiles.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "widgets/common/resources.h"
#include "widgets/common/theme.h"
#include "widgets/feeds/feedsession.h"
#include "widgets/feeds/feedspanel.h"
#include "widgets/feeds/sparkline.h"
#include "widgets/feeds/streamlist.h"
#include "widgets/map/markeroverlay.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using feeds::Simulation;

namespace {

constexpr int kPatience = 30'000;

class TurnedClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addMSecs(ahead.load()); }
    std::atomic<qint64> ahead = 0;
};

/// A workspace whose feed is a file with the sensors of the sample city.
struct Town
{
    QTemporaryDir folder;
    TurnedClock clock;
    std::unique_ptr<workspace::Workspace> workspace;
    FeedSession session{clock};
    FeedsPanel panel{session};

    QString start()
    {
        auto made = workspace::Workspace::create(folder.filePath(QStringLiteral("town.loci")));
        if (!made) {
            return made.error().message;
        }
        workspace = std::move(*made);
        session.setWorkspace(workspace.get());
        panel.resize(320, 640);
        panel.show();
        return {};
    }
    ~Town() { session.setWorkspace(nullptr); }

    /// Every sensor once every five seconds until now, but for a gap in the first one.
    bool write(int rounds)
    {
        QJsonArray list;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const feeds::StreamDescriptions streams = Simulation::streams();
        for (int round = 0; round < rounds; ++round) {
            const qint64 time = now - (rounds - 1 - round) * Simulation::kCadenceMs;
            for (int i = 0; i < Simulation::kStreams; ++i) {
                if (i == 0 && round > 4 && round < 9) {
                    continue;
                }
                list.append(QJsonDocument::fromJson(Simulation::message(streams[static_cast<std::size_t>(i)], time,
                                                                        Simulation::value(i, time), time))
                                .object());
            }
        }
        QFile file(source());
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(list).toJson()) > 0;
    }
    QString source() const { return folder.filePath(QStringLiteral("values.json")); }
    feeds::FeedDescription feed() const
    {
        feeds::FeedDescription feed = Simulation::feed(QUrl::fromLocalFile(source()));
        feed.transport = feeds::Transport::File;
        feed.pollMs = 200;
        return feed;
    }
    QString stateOf(int row) const
    {
        return panel.model().data(panel.model().index(row), StreamListModel::StateTextRole).toString();
    }
};

} // namespace

class FeedsPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initLociResources();
        applyTheme(*qApp, ThemeMode::Light);
    }

    void showsStreamsThatGrowOld()
    {
        Town town;
        QCOMPARE(town.start(), QString());
        QVERIFY(town.write(20));
        QCOMPARE(town.panel.model().rowCount(), 0);
        LOCI_VERIFY_RESULT(town.session.saveFeed(town.feed()));
        QTRY_COMPARE_WITH_TIMEOUT(town.stateOf(0), QStringLiteral("live"), kPatience);
        QCOMPARE(town.panel.model().rowCount(), Simulation::kStreams);
        QTRY_VERIFY_WITH_TIMEOUT(town.panel.findChild<QLabel *>(QStringLiteral("feeds.counts"))->text() ==
                                     QStringLiteral("40 live"),
                                 kPatience);
        save(town.panel, QStringLiteral("feeds-live"));
        town.clock.ahead = 15'000;
        QTRY_COMPARE_WITH_TIMEOUT(town.stateOf(0), QStringLiteral("late"), kPatience);
        town.clock.ahead = 600'000;
        QTRY_COMPARE_WITH_TIMEOUT(town.stateOf(0), QStringLiteral("stale"), kPatience);
        QVERIFY(town.panel.model()
                    .data(town.panel.model().index(0), StreamListModel::AgeRole)
                    .toString()
                    .contains(QLatin1String("10 min")));
        save(town.panel, QStringLiteral("feeds-stale"));
        LOCI_VERIFY_RESULT(town.session.setPaused(QStringLiteral("sample"), true));
        QTRY_COMPARE_WITH_TIMEOUT(town.stateOf(0), QStringLiteral("paused"), kPatience);
        LOCI_VERIFY_RESULT(town.workspace->undo());
        QTRY_VERIFY_WITH_TIMEOUT(town.stateOf(0) != QStringLiteral("paused"), kPatience);
        LOCI_VERIFY_RESULT(town.session.removeFeed(QStringLiteral("sample")));
        QTRY_COMPARE_WITH_TIMEOUT(town.panel.model().rowCount(), 0, kPatience);
        QVERIFY(QFileInfo::exists(workspace::observationsFile(town.workspace->path()))); // what was measured stays
    }

    void goesOnWhereItWasAfterReopening()
    {
        Town town;
        QCOMPARE(town.start(), QString());
        QVERIFY(town.write(20));
        LOCI_VERIFY_RESULT(town.session.saveFeed(town.feed()));
        QTRY_COMPARE_WITH_TIMEOUT(town.stateOf(0), QStringLiteral("live"), kPatience);
        town.session.setWorkspace(nullptr);
        QCOMPARE(town.session.streams().size(), std::size_t(0));
        town.session.setWorkspace(town.workspace.get());
        QTRY_VERIFY_WITH_TIMEOUT(town.session.recent(QStringLiteral("sample/noise-01")).size() > 10,
                                 kPatience); // from the store
        QTRY_COMPARE_WITH_TIMEOUT(town.stateOf(0), QStringLiteral("live"), kPatience);
    }

    void aFormTestsBeforeItSaves()
    {
        Town town;
        QCOMPARE(town.start(), QString());
        QVERIFY(town.write(1));
        town.panel.addFeed();
        const auto line = [&town](const char *name) { return town.panel.findChild<QLineEdit *>(QLatin1String(name)); };
        const auto press = [&town](const char *name) {
            QTest::mouseClick(town.panel.findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
        };
        auto *result = town.panel.findChild<QLabel *>(QStringLiteral("feed.result"));
        press("feed.save");
        QVERIFY(!result->text().isEmpty()); // one sentence for what is missing
        QCOMPARE(town.session.feeds().size(), std::size_t(0));
        line("feed.id")->setText(QStringLiteral("air"));
        town.panel.findChild<QComboBox *>(QStringLiteral("feed.transport"))->setCurrentText(QStringLiteral("file"));
        line("feed.address")->setText(QUrl::fromLocalFile(town.source()).toString());
        line("feed.stream")->setText(QStringLiteral("/sensor"));
        line("feed.time")->setText(QStringLiteral("/phenomenonTime"));
        result->clear();
        press("feed.test");
        QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith(QLatin1String("40 streams")), kPatience);
        save(town.panel, QStringLiteral("feeds-form"));
        line("feed.address")->setText(QStringLiteral("https://ann:secret@host/x"));
        press("feed.test");
        QVERIFY(result->text().contains(QLatin1String("password")));
        line("feed.address")->setText(QUrl::fromLocalFile(town.source()).toString());
        press("feed.save");
        QTRY_COMPARE_WITH_TIMEOUT(town.panel.model().rowCount(), Simulation::kStreams, kPatience);
        QVERIFY(town.workspace->document(QStringLiteral("feed/air")).has_value());
    }

    void aGapBreaksTheSmallLine()
    {
        StreamPoints points;
        for (int i = 0; i < 10; ++i) {
            points.push_back({i * 1000 + (i > 4 ? 5000 : 0), i == 8 ? std::nullopt : std::optional(double(i))});
        }
        const auto pieces = sparklinePieces(points, 1000);
        QCOMPARE(pieces.size(), std::size_t(3)); // the gap in time, and the missing value
        QCOMPARE(pieces[0].size(), std::size_t(5));
        QCOMPARE(pieces[1].size(), std::size_t(3));
        QCOMPARE(pieces[2].size(), std::size_t(1));
        QVERIFY(sparklinePieces({}, 1000).empty());
    }

    void markersShowTheStateOnTheMap()
    {
        MarkerOverlay overlay;
        const std::vector<MapMarker> markers{{QStringLiteral("a"), {0, 0}, Status::Good, QStringLiteral("1 m")}};
        QVERIFY(overlay.setMarkers(markers, EpsgCode(4326)));
        QVERIFY(!overlay.setMarkers(markers, EpsgCode(4326))); // nothing new, nothing drawn
        const auto draw = [&overlay] {
            QImage image(100, 100, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            overlay.paint(painter, {{0, 0}, 10, {100, 100}});
            painter.end();
            return image;
        };
        const QImage good = draw();
        auto old = markers;
        old[0].status = Status::Stale;
        QVERIFY(overlay.setMarkers(old, EpsgCode(4326)));
        QVERIFY(good != draw());
        QVERIFY(good.pixelColor(50, 50) != QColor(Qt::white));
        QCOMPARE(good.pixelColor(5, 5), QColor(Qt::white));
    }

private:
    static void save(QWidget &widget, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("LOCI_SCREENS"); !folder.isEmpty()) {
            QVERIFY(widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, name)));
        }
    }
};

LOCI_TEST_CLASS(FeedsPanelTest)
#include "feeds_panel.moc"
