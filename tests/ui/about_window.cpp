// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about/diagnostics.h"
#include "app/about/personalwords.h"
#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "widgets/about/aboutsheet.h"
#include "widgets/about/diagnosticsheet.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/common/propertylist.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::widgets;

namespace {

struct OnePath final : FilePrompt
{
    explicit OnePath(const QString &file) : path(file) {}
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {}; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return path;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return {}; }
    QString path;
};

QString valueOf(const app::DiagnosticPart &part, const QString &name)
{
    for (const auto &[key, value] : part.rows) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace

/// About and diagnostics in the real window over a workspace.
class TestAboutWindow : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;

    template <class Sheet>
    Sheet *opened(const char *action)
    {
        m_window->actions().action(action)->trigger();
        auto *sheet = m_window->findChild<Sheet *>();
        return sheet != nullptr && sheet->isVisible() ? sheet : nullptr;
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        if (!folder.isEmpty()) {
            QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
        }
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationVersion(QStringLiteral("9.8.7"));
        applyTheme(*qApp, ThemeMode::Light);
        QSettings settings;
        settings.setValue(QStringLiteral("feeds/password"), QStringLiteral("hunter2"));
        settings.setValue(QStringLiteral("servers/Meis server/url"), QStringLiteral("https://mei:geheim@city.example"));
        settings.setValue(QStringLiteral("map/showScaleBar"), true);
        auto rooms = app::Rooms::start(m_folder.filePath(QStringLiteral("profile")),
                                       std::make_unique<OnePath>(m_folder.filePath(QStringLiteral("told.txt"))),
                                       std::make_unique<DialogMessagePrompt>());
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        m_window->show();
        LOCI_VERIFY_RESULT(m_rooms->services().host.create(m_folder.filePath(QStringLiteral("Secret quarter.loci")),
                                                           QStringLiteral("planning")));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_rooms.reset();
    }

    void aboutTellsVersionBuildAndLibraries()
    {
        qApp->setProperty("build", QStringLiteral("abc1234567"));
        auto *sheet = opened<AboutSheet>("help.about");
        QVERIFY(sheet != nullptr);
        QCOMPARE(sheet->findChild<QLabel *>(QStringLiteral("version"))->text(),
                 QStringLiteral("Version 9.8.7 (build abc1234567)"));
        const QString told = sheet->findChild<PropertyList *>(QStringLiteral("libraries"))->asText();
        for (const char *name : {"Qt", "QGIS core", "GDAL", "PROJ", "GEOS", "VTK", "SQLite", "SpatiaLite", "libpq"}) {
            QVERIFY2(QRegularExpression(QStringLiteral("^%1\\t\\d+\\.\\d").arg(QLatin1String(name)),
                                        QRegularExpression::MultilineOption)
                         .match(told)
                         .hasMatch(),
                     name);
        }
        QVERIFY(told.contains(QStringLiteral("Qt\t") + QLatin1String(qVersion())));
        picture("about");
        m_rooms->services().translator.setLanguage(QStringLiteral("zh_CN"));
        QTRY_COMPARE_WITH_TIMEOUT(sheet->findChild<QLabel *>(QStringLiteral("version"))->text(),
                                  QStringLiteral("版本 9.8.7 (build abc1234567)"), 20'000);
        m_rooms->services().translator.setLanguage(QStringLiteral("en"));
    }

    void aboutLeadsToDiagnosticsAndBothClose()
    {
        auto *about = opened<AboutSheet>("help.about");
        QVERIFY(about != nullptr);
        QTest::mouseClick(about->findChild<QPushButton *>(QStringLiteral("diagnostics")), Qt::LeftButton);
        auto *sheet = m_window->findChild<DiagnosticSheet *>();
        QVERIFY(sheet != nullptr && sheet->isVisible() && !about->isVisible());
        emit sheet->closed();
        QVERIFY(!sheet->isVisible());
    }

    void diagnosticsTellWhatHelps()
    {
        auto *sheet = opened<DiagnosticSheet>("help.diagnostics");
        QVERIFY(sheet != nullptr);
        const QString told = sheet->text();
        for (const char *line : {"version: 9.8.7", "QGIS core: 3", "threads: ", "screen 1: ", "renderer: ", "free of ",
                                 "schema: ", "map/showScaleBar: true", "feeds: (", "servers: ("}) {
            QVERIFY2(told.contains(QLatin1String(line)),
                     qPrintable(QLatin1String(line) + QStringLiteral(" is not in\n") + told));
        }
        QVERIFY(!told.contains(QStringLiteral("renderer: unknown")));
        picture("diagnostics");
    }

    void diagnosticsNameNobodyAndNoFile()
    {
        const QString told = opened<DiagnosticSheet>("help.diagnostics")->text();
        for (const char *secret : {"hunter2", "geheim", "Meis", "password", "Secret quarter", "city.example"}) {
            QVERIFY2(!told.contains(QLatin1String(secret)), secret);
        }
        QVERIFY(!told.contains(QDir::homePath()));
        QVERIFY(!told.contains(m_folder.path()));
        const app::PersonalWords words = app::PersonalWords::ofThisSession();
        QCOMPARE(app::withoutPersonalWords(told, words), told); // nothing is left to take out
    }

    void copiesAndSavesWhatIsShown()
    {
        auto *sheet = opened<DiagnosticSheet>("help.diagnostics");
        QSignalSpy saved(sheet, &DiagnosticSheet::saved);
        QTest::mouseClick(sheet->findChild<QPushButton *>(QStringLiteral("copy")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), sheet->text());
        QTest::mouseClick(sheet->findChild<QPushButton *>(QStringLiteral("save")), Qt::LeftButton);
        QCOMPARE(saved.count(), 1);
        QFile file(m_folder.filePath(QStringLiteral("told.txt")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), sheet->text());
    }

    void saysWhatCannotBeWritten()
    {
        OnePath nowhere(m_folder.filePath(QStringLiteral("no/such/folder/told.txt")));
        DiagnosticSheet sheet(nowhere);
        QSignalSpy failed(&sheet, &DiagnosticSheet::failed);
        sheet.save();
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("told.txt")));
    }

    void takesOutPersonalWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("folder") << "at /house/mei/maps"
                                << "at ~/maps";
        QTest::newRow("user") << "user mei, Mei"
                              << "user (user), (user)";
        QTest::newRow("part of a word") << "meine meiosis"
                                        << "meine meiosis";
        QTest::newRow("full name") << "by Mei Lin."
                                   << "by (user).";
        QTest::newRow("Chinese name") << "by 林梅 here"
                                      << "by (user) here";
        QTest::newRow("computer") << "on desk7.bureau or desk7"
                                  << "on (computer) or (computer)";
        QTest::newRow("address") << "https://a:b@host/x"
                                 << "https://(user)@host/x";
        QTest::newRow("nothing") << "GDAL 3.6.2"
                                 << "GDAL 3.6.2";
    }
    void takesOutPersonalWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, wanted);
        const app::PersonalWords words{
            {QStringLiteral("/house/mei"), QStringLiteral("/")},
            {QStringLiteral("mei"), QStringLiteral("Mei Lin"), QStringLiteral("林梅"), QString()},
            {QStringLiteral("desk7.bureau"), QStringLiteral("desk7")}};
        QCOMPARE(app::withoutPersonalWords(text, words), wanted);
    }

    void showsOnlyHarmlessSettings()
    {
        QSettings settings(m_folder.filePath(QStringLiteral("some.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/theme"), QStringLiteral("dark"));
        settings.setValue(QStringLiteral("scene/edges"), false);
        settings.setValue(QStringLiteral("feeds/phone"), QStringLiteral("13800138000"));
        settings.setValue(QStringLiteral("recents/one"), QStringLiteral("secret.loci"));
        settings.setValue(QStringLiteral("recents/two"), QStringLiteral("other.loci"));
        settings.setValue(QStringLiteral("servers/mine/on"), true);
        const app::DiagnosticPart part = app::harmlessSettings(settings);
        QCOMPARE(part.rows.size(), std::size_t(5));
        QCOMPARE(valueOf(part, QStringLiteral("window/theme")), QStringLiteral("dark"));
        QCOMPARE(valueOf(part, QStringLiteral("scene/edges")), QStringLiteral("false"));
        QCOMPARE(valueOf(part, QStringLiteral("feeds")), QStringLiteral("(set)"));
        QCOMPARE(valueOf(part, QStringLiteral("recents")), QStringLiteral("(2 entries)"));
        QCOMPARE(valueOf(part, QStringLiteral("servers")), QStringLiteral("(set)"));
    }
};

LOCI_TEST_CLASS(TestAboutWindow)
#include "about_window.moc"
