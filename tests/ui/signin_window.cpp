// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/serverroom.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/workspace/serverhome.h"
#include "layers/workspace/workspace.h"
#include "tests/storage/signin_fixture.h"
#include "tests/support/testmain.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/signin/signinsheet.h"

#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using test::PostgisServer;

namespace {
constexpr int kPatience = 30'000;
const QByteArray kScram = "hostssl all all all scram-sha-256\n";
} // namespace

/// Signing in by hand, in the real window, to a server that speaks TLS.
class TestSignInWindow : public QObject
{
    Q_OBJECT
private:
    test::TlsServer m_tls;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;

    SignInSheet &sheet() const { return m_window->servers().sheet(); }
    QLineEdit &line(const char *name) const { return *sheet().findChild<QLineEdit *>(QLatin1String(name)); }
    QString answer() const { return sheet().findChild<QLabel *>(QStringLiteral("answer"))->text(); }
    void type(const char *name, const QString &text) const
    {
        line(name).selectAll();
        QTest::keyClick(&line(name), Qt::Key_Delete);
        QTest::keyClicks(&line(name), text);
    }
    void click(const char *name) const
    {
        QTest::mouseClick(sheet().findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    }
    void picture(const char *name) const
    {
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        if (!folder.isEmpty()) {
            m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
        }
    }
    storage::PostGisAddress address() const
    {
        storage::PostGisAddress address = m_tls.address();
        address.schema = QStringLiteral("loci");
        return address;
    }

private slots:
    void initTestCase()
    {
        if (!PostgisServer::isInstalled() || !test::Authority::isInstalled()) {
            QSKIP("PostgreSQL with PostGIS, or openssl, is not installed");
        }
        QCOMPARE(m_tls.begin(), QString());
        QCOMPARE(m_tls.authority.issue({QStringLiteral("alone"), QStringLiteral("localhost"), true, true}), QString());
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kScram), QString());
        LOCI_VERIFY_RESULT(workspace::makeOnServer(address().text(), PostgisServer::password()));
        applyTheme(*qApp, ThemeMode::Light);
        QSettings().remove(QStringLiteral("server"));
        auto rooms = app::Rooms::start(m_folder.filePath(QStringLiteral("profile")));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        LOCI_VERIFY_RESULT(m_rooms->services().host.openUntitled(true));
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_rooms.reset();
    }

    void fieldsAndTextFollowEachOther()
    {
        m_window->actions().action("file.openServer")->trigger();
        QVERIFY(sheet().isVisible());
        type("address", QStringLiteral("postgresql://anna@db.example.org:5433/city?schema=old"));
        QCOMPARE(line("host").text(), QStringLiteral("db.example.org"));
        QCOMPARE(line("schema").text(), QStringLiteral("old"));
        QCOMPARE(line("user").text(), QStringLiteral("anna"));
        type("database", QStringLiteral("town"));
        QCOMPARE(line("address").text(), QStringLiteral("postgresql://anna@db.example.org:5433/town?schema=old"));
        type("address", QStringLiteral("postgresql://anna:secret@db.example.org/city"));
        click("test");
        QVERIFY2(answer().contains(QStringLiteral("Leave the password out")), qPrintable(answer()));
    }

    void refusesAServerThatCannotShowWhoItIs()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("alone"), kScram), QString());
        type("address", address().text());
        QCOMPARE(line("authority").text(), address().authority);
        line("secret").setText(PostgisServer::password()); // no key types its "ö"
        click("test");
        QTRY_VERIFY2_WITH_TIMEOUT(answer().contains(QStringLiteral("Nobody but itself")), qPrintable(answer()),
                                  kPatience);
        picture("signin-refused");
        m_rooms->services().translator.setLanguage(QStringLiteral("zh_CN"));
        applyTheme(*qApp, ThemeMode::Dark);
        click("test");
        QTRY_VERIFY2_WITH_TIMEOUT(answer().contains(QStringLiteral("自签名")), qPrintable(answer()), kPatience);
        picture("signin-refused-zh-dark");
        applyTheme(*qApp, ThemeMode::Light);
        m_rooms->services().translator.setLanguage(QStringLiteral("en"));
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kScram), QString());
    }

    void opensAfterTheTest()
    {
        type("address", address().text());
        line("secret").clear();
        click("test");
        QTRY_VERIFY2_WITH_TIMEOUT(answer().contains(QStringLiteral("asks for a password")), qPrintable(answer()),
                                  kPatience);
        type("secret", QStringLiteral("wr0ng"));
        click("open");
        QTRY_VERIFY2_WITH_TIMEOUT(answer().contains(QStringLiteral("refuses the name or the password")),
                                  qPrintable(answer()), kPatience);
        line("secret").setText(PostgisServer::password()); // no key types its "ö"
        click("test");
        QTRY_VERIFY2_WITH_TIMEOUT(answer().contains(QStringLiteral("valid certificate (TLSv1.")), qPrintable(answer()),
                                  kPatience);
        picture("signin-tested");
        click("open");
        QTRY_VERIFY_WITH_TIMEOUT(m_rooms->services().host.current()->isShared(), kPatience);
        QCOMPARE(m_rooms->services().host.current()->home(), address().text());
        QCOMPARE(line("secret").text(), QString());
        QVERIFY(!sheet().isVisible());
    }

    void remembersTheAddressAndNoSecret()
    {
        auto *recent = sheet().findChild<QComboBox *>(QStringLiteral("recent"));
        QCOMPARE(recent->count(), 1);
        QCOMPARE(recent->itemData(0).toString(), address().text());
        QVERIFY2(recent->itemText(0).contains(QStringLiteral("as mapmaker")), qPrintable(recent->itemText(0)));
        QSettings().sync();
        const QByteArray secret = PostgisServer::password().toUtf8();
        int files = 0;
        for (const QString &folder : {QDir::homePath(), m_folder.path()}) {
            QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                if (file.open(QIODevice::ReadOnly)) {
                    QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
                    ++files;
                }
            }
        }
        QVERIFY(files > 1);
    }

    void opensAgainWithoutBeingAsked()
    {
        LOCI_VERIFY_RESULT(m_rooms->services().host.openUntitled(true));
        m_window->servers().open(address().text());
        QTRY_VERIFY_WITH_TIMEOUT(m_rooms->services().host.current()->isShared(), kPatience);
        m_window->servers().ask();
        const QString placeholder = line("secret").placeholderText();
        QCOMPARE(placeholder, QStringLiteral("known already: leave it empty"));
        picture("signin-again");
        click("forget");
        QCOMPARE(line("secret").placeholderText(), QString());
        LOCI_VERIFY_RESULT(m_rooms->services().host.openUntitled(true));
        m_window->servers().open(address().text());
        QTRY_VERIFY2_WITH_TIMEOUT(answer().contains(QStringLiteral("asks for a password")), qPrintable(answer()),
                                  kPatience);
    }
};

LOCI_TEST_CLASS(TestSignInWindow)
#include "signin_window.moc"
