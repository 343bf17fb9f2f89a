// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/briefing/briefingjson.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "tests/ui/briefing_fixture.h"
#include "tests/ui/film_reader.h"
#include "widgets/briefing/briefingexport.h"
#include "widgets/common/theme.h"
#include "widgets/common/tokens.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// What goes out as files, against what is shown, by the real program.
class TestBriefingExport : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<BriefingCity> m_city;

    QString at(const QString &name) const { return m_city->folder() + QLatin1Char('/') + name; }

    QJsonObject verb(const QStringList &arguments, int status = 0) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), at(QStringLiteral("data")));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LOCI_BINARY_DIR "/bin/loci"),
                      QStringList{QStringLiteral("brief")} + arguments + QStringList{QStringLiteral("--json")});
        const bool ended = process.waitForFinished(kPatience);
        const QByteArray errors = process.readAllStandardError();
        if (!ended || process.exitCode() != status) {
            qWarning("status %d: %s", process.exitCode(), errors.constData());
            return {};
        }
        const QByteArray out = process.readAllStandardOutput();
        return status == 0 ? QJsonDocument::fromJson(out).object()
                           : QJsonObject{{QStringLiteral("said"), QString::fromUtf8(errors + out)}};
    }

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Dark); // the program's fonts
        m_city = std::make_unique<BriefingCity>();
        QVERIFY2(m_city->error().isEmpty(), qPrintable(m_city->error()));
    }

    void listsScenesWithTheirSnapshots()
    {
        const QJsonObject all = verb({QStringLiteral("list"), m_city->workspacePath()});
        QCOMPARE(all.value(QStringLiteral("briefings")).toArray().size(), 3);
        const QJsonObject first = all.value(QStringLiteral("scenes")).toArray().first().toObject();
        for (const char *member : {"id", "title", "frozen", "snapshot"}) {
            QVERIFY2(first.contains(QLatin1String(member)), member);
        }
    }

    void picturesEqualWhatIsShown()
    {
        const QJsonObject made =
            verb({QStringLiteral("export"), m_city->workspacePath(), QStringLiteral("tower"), QStringLiteral("--png"),
                  at(QStringLiteral("tower.png")), QStringLiteral("--scene"), QStringLiteral("proposal"),
                  QStringLiteral("--size"), QStringLiteral("1280x720")});
        const QString file = made.value(QStringLiteral("files")).toArray().first().toString();
        const QImage exported(file);
        QCOMPARE(exported.size(), QSize(1280, 720));
        QVERIFY(exported.text(QStringLiteral("Provenance")).contains(QStringLiteral("117")));
        auto rooms = app::Rooms::start(at(QStringLiteral("profile")));
        LOCI_VERIFY_RESULT(rooms);
        const app::Services &services = (*rooms)->services();
        LOCI_VERIFY_RESULT(services.host.open(m_city->workspacePath()));
        BriefingStage stage(services.session, services.cities);
        const briefing::Briefing briefing = BriefingDesk::load(*services.host.current(), QStringLiteral("tower")).value;
        WallPicturePtr shown;
        stage.compose({briefing,
                       briefing.find(QStringLiteral("proposal")),
                       {1280, 720},
                       QStringLiteral("en"),
                       QDate::currentDate()},
                      [&shown](const WallPicturePtr &picture) { shown = picture; });
        QTRY_VERIFY_WITH_TIMEOUT(shown != nullptr, kPatience);
        const double differs = difference(shown->image, exported.convertToFormat(QImage::Format_RGB32), 8);
        qInfo("exported by the verb against shown here: %.4f %% of the pixels differ", differs * 100);
        QVERIFY(differs < 0.002); // two processes: text may be smoothed by another platform plugin
    }

    void tilesAreTheOnePictureWithoutTheFrames()
    {
        const QJsonObject made =
            verb({QStringLiteral("export"), m_city->workspacePath(), QStringLiteral("tower"), QStringLiteral("--png"),
                  at(QStringLiteral("wall.png")), QStringLiteral("--scene"), QStringLiteral("proposal"),
                  QStringLiteral("--size"), QStringLiteral("640x360"), QStringLiteral("--wall"),
                  QStringLiteral("3x3 bezel 8mm height 2.1 distance 6")});
        const QJsonArray files = made.value(QStringLiteral("files")).toArray();
        QCOMPARE(files.size(), 10);
        const QImage whole(files.first().toString());
        QVERIFY(whole.width() > 3 * 640);
        const int frame = (whole.width() - 3 * 640) / 2;
        for (int i = 0; i < 9; ++i) {
            const QImage tile(files.at(i + 1).toString());
            QCOMPARE(tile.size(), QSize(640, 360));
            const QImage part = whole.copy(QRect(QPoint(i % 3 * (640 + frame), i / 3 * (360 + frame)), tile.size()));
            QCOMPARE(difference(tile, part, 0), 0.0);
        }
        QVERIFY(
            verb({QStringLiteral("export"), m_city->workspacePath(), QStringLiteral("tower"), QStringLiteral("--png"),
                  at(QStringLiteral("x.png")), QStringLiteral("--wall"), QStringLiteral("0x3")},
                 2)
                .value(QStringLiteral("said"))
                .toString()
                .contains(QStringLiteral("1 to 16")));
    }

    void thePdfHasAPageAScene()
    {
        const QString file = at(QStringLiteral("river.pdf"));
        const QJsonObject made =
            verb({QStringLiteral("export"), m_city->workspacePath(), QStringLiteral("river"), QStringLiteral("--pdf"),
                  file, QStringLiteral("--size"), QStringLiteral("1280x720")});
        QCOMPARE(made.value(QStringLiteral("files")).toArray().size(), 1);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF"));
        QCOMPARE(static_cast<int>(bytes.count("/Type /Page\n")),
                 static_cast<int>(made.value(QStringLiteral("scenes")).toArray().size()));
    }

    void frozenNumbersStayWhenTheDataMovesOn()
    {
        verb({QStringLiteral("freeze"), m_city->workspacePath(), QStringLiteral("monthly")});
        const auto pictureOf = [this](const char *name) {
            const QJsonObject made =
                verb({QStringLiteral("export"), m_city->workspacePath(), QStringLiteral("monthly"),
                      QStringLiteral("--png"), at(QLatin1String(name)), QStringLiteral("--scene"),
                      QStringLiteral("smart"), QStringLiteral("--size"), QStringLiteral("640x360")});
            return QImage(made.value(QStringLiteral("files")).toArray().first().toString());
        };
        const QImage before = pictureOf("before.png");
        QFile sensors(at(QStringLiteral("sensors.geojson")));
        QVERIFY(sensors.open(QIODevice::ReadOnly));
        QJsonObject json = QJsonDocument::fromJson(sensors.readAll()).object();
        sensors.close();
        QJsonArray features = json.value(QStringLiteral("features")).toArray();
        const int all = static_cast<int>(features.size());
        for (int i = 0; i < all / 2; ++i) {
            QJsonObject copy = features.at(i).toObject();
            features.append(copy);
        }
        json.insert(QStringLiteral("features"), features);
        QVERIFY(sensors.open(QIODevice::WriteOnly));
        sensors.write(QJsonDocument(json).toJson());
        sensors.close();
        const QJsonObject scenes = verb({QStringLiteral("show"), m_city->workspacePath(), QStringLiteral("monthly")});
        const QImage after = pictureOf("after.png");
        // The words are equal to the pixel; the map beside them follows its layers.
        const QRect words(before.width() * 2 / 3 + 4, 0, before.width() / 3 - 4, before.height() * 9 / 10);
        QCOMPARE(difference(before.copy(words), after.copy(words), 0), 0.0);
        const QJsonObject again = verb({QStringLiteral("freeze"), m_city->workspacePath(), QStringLiteral("monthly")});
        const QJsonArray changes = again.value(QStringLiteral("changes")).toArray();
        QVERIFY(!changes.isEmpty());
        const QJsonObject change = changes.first().toObject();
        QVERIFY(change.value(QStringLiteral("before")).toObject().value(QStringLiteral("value")).toDouble() <
                change.value(QStringLiteral("after")).toObject().value(QStringLiteral("value")).toDouble());
        QVERIFY(scenes.contains(QStringLiteral("scenes")));
    }

    /// The whole briefing at a brisk pace: flights, fades and each scene for its time, the last frame as the wall shows
    /// it.
    void theFilmShowsEveryScene()
    {
        double seconds = 0;
        {
            auto opened = workspace::Workspace::open(m_city->workspacePath(), workspace::Access::ReadWrite);
            LOCI_VERIFY_RESULT(opened);
            workspace::Command quicker{QStringLiteral("pace"), {}};
            for (const QString &key : (*opened)->keys(briefing::sceneKey(QStringLiteral("tower"), {}))) {
                QJsonObject scene = (*opened)->json(key);
                scene.insert(QStringLiteral("seconds"), 1.0);
                seconds += 1.0;
                quicker.changes.push_back({key, {}, QJsonDocument(scene).toJson()});
            }
            LOCI_VERIFY_RESULT((*opened)->commit(quicker));
        }
        const QString path = at(QStringLiteral("tower.webm"));
        const QStringList size{QStringLiteral("--size"), QStringLiteral("480x270")};
        const QJsonObject made = verb(QStringList{QStringLiteral("export"), m_city->workspacePath(),
                                                  QStringLiteral("tower"), QStringLiteral("--film"), path} +
                                      size);
        QCOMPARE(made.value(QStringLiteral("files")).toArray(), QJsonArray{path});
        const FilmRead film = readFilm(path);
        QCOMPARE(film.problem, QString());
        QVERIFY2(film.seconds >= seconds, qPrintable(QString::number(film.seconds)));
        QVERIFY2(film.frames > seconds * 25 && film.seconds < 3 * seconds, qPrintable(QString::number(film.frames)));
        QVERIFY(film.comment.contains(QLatin1String("Loci ")));
        const QJsonObject pictures =
            verb(QStringList{QStringLiteral("export"), m_city->workspacePath(), QStringLiteral("tower"),
                             QStringLiteral("--png"), at(QStringLiteral("film.png"))} +
                 size);
        const QJsonArray files = pictures.value(QStringLiteral("files")).toArray();
        const QImage last = QImage(files.last().toString()).convertToFormat(QImage::Format_RGB32);
        const QImage end = film.last.copy(QRect(QPoint(0, 0), last.size()));
        const double differs = difference(end, last, 48); // a lossy codec
        qInfo("%d frames, %.1f s; the end against the picture of the last scene: %.2f %% differ", film.frames,
              film.seconds, differs * 100);
        QVERIFY(differs < 0.05);
        QVERIFY(difference(film.first.copy(QRect(QPoint(0, 0), last.size())), last, 48) > 0.2); // it moved
    }

    void theWebPageOpensInABrowser()
    {
        const QString file = at(QStringLiteral("tower.html"));
        verb({QStringLiteral("export"), m_city->workspacePath(), QStringLiteral("tower"), QStringLiteral("--web"), file,
              QStringLiteral("--size"), QStringLiteral("960x540")});
        QFile page(file);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(!html.contains("http://") && !html.contains("https://"));
        QCOMPARE(static_cast<int>(html.count("<section ")), 6);
        const QString chromium = QStandardPaths::findExecutable(QStringLiteral("chromium"));
        if (chromium.isEmpty()) {
            QSKIP("chromium is not installed: the page was read, but not opened.");
        }
        // A profile of its own, and no shared memory, which containers have little of; the sandbox refuses root.
        QProcess browser;
        browser.start(chromium,
                      {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"),
                       QStringLiteral("--disable-dev-shm-usage"), QStringLiteral("--no-first-run"),
                       QStringLiteral("--disable-extensions"), QStringLiteral("--disable-background-networking"),
                       QStringLiteral("--user-data-dir=") + at(QStringLiteral("browser")), QStringLiteral("--dump-dom"),
                       QStringLiteral("file://") + file + QStringLiteral("#scene-proposal")});
        const bool finished = browser.waitForFinished(kPatience);
        if (!finished) {
            browser.kill();
            browser.waitForFinished();
        }
        QVERIFY2(finished, browser.readAllStandardError().right(2000).constData());
        const QByteArray dom = browser.readAllStandardOutput();
        QVERIFY(dom.contains("id=\"scene-proposal\" data-key=\"\" class=\"shown\""));
    }
};

LOCI_TEST_CLASS(TestBriefingExport)
#include "briefing_export.moc"
