// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/indicators/indicatorrun.h"
#include "app/mainwindow/boardroom.h"
#include "app/mainwindow/levelroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/packroom.h"
#include "app/rooms.h"
#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/formats/samplewriter.h"
#include "layers/map/mapdocument.h"
#include "layers/workspace/workspace.h"
#include "tests/plugin/packfixture.h"
#include "tests/support/testmain.h"
#include "widgets/board/boardpanel.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/levels/levelpanel.h"
#include "widgets/map/mapsession.h"
#include "widgets/packs/packcard.h"
#include "widgets/packs/packpanel.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTreeWidget>

using namespace loci;
using namespace loci::widgets;

namespace {
constexpr int kPatience = 120'000;
const QString kHealth = QStringLiteral("org.loci.health");
const QString kPreservation = QStringLiteral("org.loci.preservation");
const QString kGuest = QStringLiteral("org.test.guest");
QString g_path; // what the file prompts answer

struct OnePath final : FilePrompt
{
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {g_path}; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return g_path;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return {}; }
};

struct SameWords final : MessagePrompt
{
    int ask(QWidget *, const QString &, const QString &, const QStringList &) override { return 0; }
    std::optional<QString> text(QWidget *, const QString &, const QString &, const QString &) override
    {
        return QStringLiteral("42");
    }
    std::optional<QString> secret(QWidget *, const QString &, const QString &) override { return {}; }
};
} // namespace

/// The pack workplace of the real program over the sample city.
class PackWindowTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    app::PackRoom &room() const { return m_window->packs(); }
    workspace::Workspace &workspace() const { return *m_rooms->services().host.current(); }
    QPushButton *button(const QString &pack, const char *name) const
    {
        const auto cards = room().panel().findChildren<PackCard *>(QStringLiteral("pack.card.") + pack);
        for (const PackCard *card : cards) {
            if (!card->isHidden()) { // those of before wait to be deleted
                return card->findChild<QPushButton *>(QLatin1String(name));
            }
        }
        return nullptr;
    }
    void press(const QString &pack, const char *name)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(button(pack, name) != nullptr, qPrintable(pack), kPatience);
        QTest::mouseClick(button(pack, name), Qt::LeftButton);
    }
    qsizetype count(const char *prefix) const { return workspace().keys(QLatin1String(prefix)).size(); }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        if (!folder.isEmpty()) {
            QCoreApplication::processEvents();
            QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
        }
    }
    void makeGuest()
    {
        const QDir packs(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                         QStringLiteral("/packs/guest"));
        QVERIFY(QDir().mkpath(packs.path()));
        const auto write = [&packs](const char *name, const QByteArray &bytes) {
            QFile file(packs.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write("pack.json", PackFixture::manifest(kGuest, R"(,"contributes":{"layers":["layers.json"]})")));
        QVERIFY(write("layers.json",
                      R"({"layers":{"wells":{"title":{"zh":"水井","en":"Wells"},"file":"wells.geojson"}}})"));
        QVERIFY(write("wells.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
            "geometry":{"type":"Point","coordinates":[118.4,29.7]}}]})"));
    }
    void openWindow()
    {
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        m_window->resize(1440, 900);
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(room().host().isSettled(), kPatience);
    }

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light);
        makeGuest();
        LOCI_VERIFY_RESULT(formats::writeSample(m_folder.path(), {}));
        auto rooms = app::Rooms::start(at(QStringLiteral("profile")), std::make_unique<OnePath>(),
                                       std::make_unique<SameWords>());
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        openWindow();
        LOCI_VERIFY_RESULT(
            m_rooms->services().host.create(app::sampleWorkspacePath(m_folder.path()), QStringLiteral("planning")));
        bool filled = false;
        app::SampleWorkspace::fill(m_rooms->services(),
                                   {at(QStringLiteral("districts.geojson")), at(QStringLiteral("linjiang.city.json"))},
                                   [&filled](const Result<> &done) {
                                       LOCI_VERIFY_RESULT(done);
                                       filled = true;
                                   });
        QTRY_VERIFY_WITH_TIMEOUT(filled, kPatience);
        m_window->setWorkplace(app::PackRoom::kWorkplace);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_rooms.reset();
    }

    void listsWhatIsInstalled()
    {
        const auto &rows = room().panel().packs();
        QCOMPARE(rows.size(), std::size_t(8));
        for (const PackRow &row : rows) {
            QCOMPARE(row.runs, row.id != kGuest);
            QVERIFY(!row.name.isEmpty() && !row.state.isEmpty());
        }
        QVERIFY(button(kHealth, "pack.switch") != nullptr);
        picture("packs");
    }

    void turnsOnAndOffAtOnce()
    {
        const qsizetype boards = count("board/");
        const qsizetype indicators = count("indicator/def/");
        press(kHealth, "pack.switch");
        QCOMPARE(count("board/"), boards + 1);
        QCOMPARE(count("indicator/def/"), indicators + 3);
        press(kHealth, "pack.switch");
        QCOMPARE(count("board/"), boards);
        QCOMPARE(count("indicator/def/"), indicators);
        LOCI_VERIFY_RESULT(workspace().undo()); // back on
        QCOMPARE(count("board/"), boards + 1);
        LOCI_VERIFY_RESULT(workspace().redo());
        QCOMPARE(count("board/"), boards);
    }

    void everyPackComputesOnTheSample()
    {
        QStringList codes;
        for (const PackRow &row : std::vector<PackRow>(room().panel().packs())) {
            if (row.runs) {
                room().setOn(row.id, true);
                codes << room().host().pack(row.id)->everything().names.at(packs::Kind::Indicators);
            }
        }
        const auto snapshot = app::indicatorSnapshot(workspace());
        QVERIFY2(snapshot.findings.empty(),
                 snapshot.findings.empty() ? "" : qPrintable(snapshot.findings.front().message));
        const auto outcome = app::runIndicators(snapshot, m_rooms->services().clock.nowUtc());
        LOCI_VERIFY_RESULT(outcome);
        QVERIFY(codes.size() >= 21);
        for (const QString &code : std::as_const(codes)) {
            const auto *city = outcome->results->latest(code, outcome->results->areas().city());
            QVERIFY2(city != nullptr && city->value, qPrintable(code + (city != nullptr ? city->reason : QString())));
            qInfo("%s %.2f", qPrintable(code), *city->value);
        }
        m_window->setWorkplace(app::BoardRoom::kWorkplace);
        emit m_window->boards().panel().boardChosen(QStringLiteral("pack-character"));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->boards().outcome() != nullptr && !m_window->boards().isComputing(),
                                 kPatience);
        picture("packs-board");
        m_window->setWorkplace(app::PackRoom::kWorkplace);
    }

    void opensTheDeskOfAPackWithCode()
    {
        press(kPreservation, "pack.open");
        auto *tasks = room().panel().findChild<QTreeWidget *>(QStringLiteral("preservationTasks"));
        QVERIFY(tasks != nullptr);
        QVERIFY(tasks->topLevelItemCount() > 20);
        const int asked = tasks->topLevelItemCount();
        picture("packs-desk");
        auto *run = room().panel().findChild<QPushButton *>(QStringLiteral("pack.part.tasks"));
        QVERIFY(run != nullptr);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(room().panel().findChild<QTreeWidget *>(QStringLiteral("pack.answer")) != nullptr,
                                 kPatience);
        QCOMPARE(room().panel().findChild<QTreeWidget *>(QStringLiteral("pack.answer"))->topLevelItemCount(), asked);
        room().panel().showList();
    }

    void asksOnceAndAddsItsLayer()
    {
        QVERIFY(button(kGuest, "pack.switch") == nullptr);
        press(kGuest, "pack.agree");
        QTRY_VERIFY_WITH_TIMEOUT(room().host().pack(kGuest)->isRunning(), kPatience);
        const qsizetype layers = count(workspace::key::kMapLayerPrefix);
        QSignalSpy switched(&room(), &app::PackRoom::switched);
        press(kGuest, "pack.switch");
        QTRY_COMPARE_WITH_TIMEOUT(switched.size(), 1, kPatience);
        QCOMPARE(count(workspace::key::kMapLayerPrefix), layers + 1);
        const map::MapDocument &document = m_rooms->services().session.document();
        const auto shown = [&document] {
            return document.files().values().join(QLatin1Char(' ')).contains(QLatin1String("wells"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(shown(), kPatience);
        press(kGuest, "pack.switch");
        QCOMPARE(count(workspace::key::kMapLayerPrefix), layers);
        QTRY_VERIFY_WITH_TIMEOUT(!shown(), kPatience);
        press(kGuest, "pack.switch"); // and back, from the shelf
        QTRY_COMPARE_WITH_TIMEOUT(switched.size(), 3, kPatience);
        QCOMPARE(count(workspace::key::kMapLayerPrefix), layers + 1);
        QTRY_VERIFY_WITH_TIMEOUT(shown(), kPatience);
    }

    void aPackageGoesUpAndRemarksComeBack()
    {
        // This workspace stands for both levels: what it sends it also receives.
        const auto &levels = m_window->levels();
        m_window->setWorkplace(app::LevelRoom::kWorkplace);
        const auto press = [&levels](const char *name) {
            auto *button = levels.panel().findChild<QPushButton *>(QLatin1String(name));
            QTest::mouseClick(button, Qt::LeftButton);
        };
        const auto said = [&levels] {
            return levels.panel().findChild<QLabel *>(QStringLiteral("level.report"))->text();
        };
        g_path = at(QStringLiteral("up.locilevel"));
        press("level.send");
        QVERIFY2(QFile::exists(g_path), qPrintable(said()));
        press("level.receive");
        auto *tree = levels.panel().findChild<QTreeWidget *>(QStringLiteral("level.tree"));
        QCOMPARE(tree->topLevelItemCount(), 1);
        QVERIFY(tree->topLevelItem(0)->childCount() >= 17); // indicators, each with its areas
        QVERIFY(tree->topLevelItem(0)->child(0)->childCount() > 50);
        picture("levels");
        press("level.receive");
        QVERIFY(said().contains(QLatin1String("nothing was changed")));
        tree->topLevelItem(0)->child(0)->child(0)->setSelected(true);
        press("level.remark");
        tree->topLevelItem(0)->setSelected(true);
        g_path = at(QStringLiteral("remarks.json"));
        press("level.return");
        press("level.take");
        QVERIFY2(said().startsWith(QLatin1Char('1')), qPrintable(said()));
        QCOMPARE(tree->topLevelItemCount(), 2);
        m_window->setWorkplace(app::PackRoom::kWorkplace);
    }

    void remembersAfterARestart()
    {
        room().setOn(kHealth, false);
        const QString path = workspace().path();
        m_window.reset();
        openWindow();
        LOCI_VERIFY_RESULT(m_rooms->services().host.open(path));
        for (const PackRow &row : room().panel().packs()) {
            QVERIFY2(row.runs, qPrintable(row.id)); // the guest was agreed to
            QCOMPARE(row.on, row.id != kHealth);
        }
        m_rooms->services().translator.use(QStringLiteral("zh_CN"));
        applyTheme(*qApp, ThemeMode::Dark);
        m_window->setWorkplace(app::PackRoom::kWorkplace);
        picture("packs-zh-dark");
        m_rooms->services().translator.use(QStringLiteral("en"));
    }
};

LOCI_TEST_CLASS(PackWindowTest)
#include "packs_window.moc"
