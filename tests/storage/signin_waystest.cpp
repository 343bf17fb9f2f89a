// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/signin_fixture.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::storage;
using test::openingOf;
using test::PostgisServer;
using SignIn = PostGisAddress::SignIn;

namespace {
const QByteArray kScram = "hostssl all all all scram-sha-256\n";
const QByteArray kCertificate = "hostssl all all all cert\n";
const QByteArray kBoth = "hostssl all all all scram-sha-256 clientcert=verify-full\n";
} // namespace

/// The ways to sign in that are taken: SCRAM, a certificate, both, a password that the server hands on.
class SignInWaysTest : public QObject
{
    Q_OBJECT
private:
    test::TlsServer m_tls;

    PostGisAddress withCertificate(const QString &name, SignIn signIn) const
    {
        PostGisAddress address = m_tls.address();
        address.certificate = m_tls.authority.path(name + QStringLiteral(".crt"));
        address.key = m_tls.authority.path(name + QStringLiteral(".key"));
        address.signIn = signIn;
        return address;
    }

private slots:
    void initTestCase()
    {
        if (!PostgisServer::isInstalled() || !test::Authority::isInstalled()) {
            QSKIP("PostgreSQL with PostGIS, or openssl, is not installed");
        }
        QCOMPARE(m_tls.begin(), QString());
        using Wanted = test::Authority::Wanted;
        const QString person = PostgisServer::user();
        const Wanted all[] = {{QStringLiteral("mine"), person, false},
                              {QStringLiteral("locked"), person, false, false, -1, 30, "op3n-sesame"},
                              {QStringLiteral("other"), QStringLiteral("somebody"), false},
                              {QStringLiteral("late"), person, false, false, -20, -10},
                              {QStringLiteral("forged"), person, false, true}};
        for (const Wanted &wanted : all) {
            QCOMPARE(m_tls.authority.issue(wanted), QString());
        }
    }

    void takesScramOverTls()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kScram), QString());
        QCOMPARE(openingOf(m_tls.address(), PostgisServer::password()), QString());
        QVERIFY(openingOf(m_tls.address(), {}).contains(QStringLiteral("[password needed]")));
        QVERIFY(openingOf(m_tls.address(), QStringLiteral("wr0ng")).contains(QStringLiteral("[sign-in refused]")));
        auto opened =
            PostGisDatabase::open(m_tls.address(), PostgisServer::password(), PostGisDatabase::Mode::ReadOnly);
        LOCI_VERIFY_RESULT(opened);
        QByteArray said;
        LOCI_VERIFY_RESULT((*opened)->run("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl", {},
                                          [&said](const Statement &row) { said = row.text(0).toLatin1(); }));
        QVERIFY2(said == "TLSv1.3" || said == "TLSv1.2", said.constData());
    }

    void comesBackTheSameWay()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kScram), QString());
        auto opened =
            PostGisDatabase::open(m_tls.address(), PostgisServer::password(), PostGisDatabase::Mode::ReadOnly);
        LOCI_VERIFY_RESULT(opened);
        QCOMPARE(m_tls.restart(QStringLiteral("server"), "hostssl all all all password\n"), QString());
        QVERIFY(!(*opened)->runScript("SELECT 1"));
        const Result<> weak = (*opened)->verifyHome();
        QVERIFY(!weak);
        QCOMPARE(weak.error().detail, QStringLiteral("weak sign-in"));
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kScram), QString());
        QTRY_VERIFY_WITH_TIMEOUT((*opened)->verifyHome().has_value(), 20'000);
    }

    void takesACertificate()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kCertificate), QString());
        QCOMPARE(openingOf(withCertificate(QStringLiteral("mine"), SignIn::Certificate), {}), QString());
        const PostGisAddress locked = withCertificate(QStringLiteral("locked"), SignIn::Certificate);
        QVERIFY(openingOf(locked, {}).contains(QStringLiteral("[passphrase needed]")));
        QVERIFY(openingOf(locked, QStringLiteral("wr0ng")).contains(QStringLiteral("[passphrase needed]")));
        QCOMPARE(openingOf(locked, QStringLiteral("op3n-sesame")), QString());
    }

    void refusesOtherCertificates()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kCertificate), QString());
        for (const char *name : {"other", "late", "forged"}) {
            const QString said = openingOf(withCertificate(QLatin1String(name), SignIn::Certificate), {});
            QVERIFY2(said.contains(QStringLiteral("[certificate refused]")), qPrintable(said));
        }
        const QString none = openingOf(m_tls.address(), PostgisServer::password());
        QVERIFY2(none.contains(QStringLiteral("[certificate needed]")), qPrintable(none));
        PostGisAddress mixed = withCertificate(QStringLiteral("mine"), SignIn::Certificate);
        mixed.key = m_tls.authority.path(QStringLiteral("other.key"));
        const QString apart = openingOf(mixed, {});
        QVERIFY2(apart.contains(QStringLiteral("[certificate file]")), qPrintable(apart));
    }

    void refusesAKeyThatOthersRead()
    {
        const PostGisAddress address = withCertificate(QStringLiteral("mine"), SignIn::Certificate);
        const QFile::Permissions before = QFile::permissions(address.key);
        QVERIFY(QFile::setPermissions(address.key, before | QFile::ReadOther));
        const QString said = openingOf(address, {});
        QVERIFY(QFile::setPermissions(address.key, before));
        QVERIFY2(said.contains(QStringLiteral("Other people of this computer can read the key")), qPrintable(said));
    }

    void takesCertificateAndPassword()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kBoth), QString());
        const PostGisAddress both = withCertificate(QStringLiteral("mine"), SignIn::Password);
        QCOMPARE(openingOf(both, PostgisServer::password()), QString());
        QVERIFY(openingOf(both, {}).contains(QStringLiteral("[password needed]")));
        QVERIFY(openingOf(m_tls.address(), PostgisServer::password()).contains(QStringLiteral("[certificate needed]")));
    }

    void givesNoPasswordWhereACertificateWasMeant()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), "hostssl all all all password\n"), QString());
        qputenv("PGPASSWORD", PostgisServer::password().toUtf8()); // which would open the door
        const QString said = openingOf(withCertificate(QStringLiteral("mine"), SignIn::Certificate), {});
        qunsetenv("PGPASSWORD");
        QVERIFY2(said.contains(QStringLiteral("[other sign-in]")), qPrintable(said));
    }

    void handsAPasswordOnOnlyWhenTheAddressSaysSo()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), "hostssl all all all password\n"), QString());
        PostGisAddress address = m_tls.address();
        QVERIFY(openingOf(address, PostgisServer::password()).contains(QStringLiteral("[weak sign-in]")));
        address.signIn = SignIn::Directory;
        QCOMPARE(openingOf(address, PostgisServer::password()), QString());
    }

    void readsAddressesWithFiles()
    {
        const auto address = PostGisAddress::parse(QStringLiteral(
            "postgresql://anna@db.example.org/city?schema=loci&sslrootcert=/a%20b/ca.crt&sslcrl=/a/c.crl&"
            "sslcert=/a/x.crt&sslkey=/a/x.key&signin=certificate"));
        LOCI_VERIFY_RESULT(address);
        QCOMPARE(address->authority, QStringLiteral("/a b/ca.crt"));
        QCOMPARE(address->signIn, SignIn::Certificate);
        QCOMPARE(*PostGisAddress::parse(address->text()), *address);
        QCOMPARE(address->withoutPerson().text(), QStringLiteral("postgresql://db.example.org/city?schema=loci"));
        for (const char *wrong : {"?sslcert=/a/x.crt", "?sslkey=/a/x.key", "?signin=certificate", "?signin=trust",
                                  "?sslpassword=x", "?sslmode=disable", "?password=x"}) {
            QVERIFY2(!PostGisAddress::parse(QStringLiteral("postgresql://db.example.org/city") + QLatin1String(wrong)),
                     wrong);
        }
    }
};

LOCI_TEST_CLASS(SignInWaysTest)
#include "signin_waystest.moc"
