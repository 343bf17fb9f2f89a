// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/signin_fixture.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <atomic>
#include <clocale>
#include <set>
#include <thread>

using namespace loci;
using namespace loci::storage;
using test::openingOf;
using test::PostgisServer;

namespace {
const QByteArray kScram = "hostssl all all all scram-sha-256\nhost all all all scram-sha-256\n";

/// Somebody who listens where a server should, asks for the password and keeps what he hears.
class Listener
{
public:
    explicit Listener(quint32 request) : m_request(request)
    {
        QTcpServer place; // only to find a port
        place.listen(QHostAddress::LocalHost);
        m_port = place.serverPort();
        place.close();
        m_thread = std::thread([this] { listen(); });
        while (!m_isListening) {
            std::this_thread::yield();
        }
    }
    ~Listener() { finish(); }
    Q_DISABLE_COPY_MOVE(Listener)
    int port() const { return m_port; }
    QByteArray finish()
    {
        m_isEnding = true;
        if (m_thread.joinable()) {
            m_thread.join();
        }
        return m_heard;
    }

private:
    void listen()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost, quint16(m_port));
        m_isListening = true;
        while (!m_isEnding) {
            if (server.waitForNewConnection(50)) {
                const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
                talk(*socket);
            }
        }
    }
    void talk(QTcpSocket &socket)
    {
        while (socket.waitForReadyRead(5000)) {
            const QByteArray words = socket.readAll();
            m_heard += words;
            if (words.size() == 8) { // shall we speak TLS?
                socket.write("N");
            } else if (words.startsWith('\0')) { // who signs in
                QByteArray answer("R\0\0\0\x0c\0\0\0\0salt", 13);
                answer[8] = char(m_request);
                socket.write(m_request == 5 ? answer : answer.left(9).replace(4, 1, QByteArray(1, 8)));
            }
            socket.flush();
        }
    }

    quint32 m_request;
    int m_port = 0;
    QByteArray m_heard;
    std::atomic_bool m_isListening = false, m_isEnding = false;
    std::thread m_thread;
};
} // namespace

/// Servers that Loci must not sign in to: each is refused with a sentence of its own, and hears nothing of the secret.
class SignInRefusedTest : public QObject
{
    Q_OBJECT
private:
    test::TlsServer m_tls;
    std::set<QString> m_sentences;

private slots:
    void initTestCase()
    {
        if (!PostgisServer::isInstalled() || !test::Authority::isInstalled()) {
            QSKIP("PostgreSQL with PostGIS, or openssl, is not installed");
        }
        QCOMPARE(m_tls.begin(), QString());
        using Wanted = test::Authority::Wanted;
        const QString host = QStringLiteral("localhost");
        const Wanted all[] = {{QStringLiteral("expired"), host, true, false, -20, -10},
                              {QStringLiteral("early"), host, true, false, 10, 20},
                              {QStringLiteral("alone"), host, true, true},
                              {QStringLiteral("elsewhere"), QStringLiteral("db.example.org")},
                              {QStringLiteral("revoked"), host}};
        for (const Wanted &wanted : all) {
            QCOMPARE(m_tls.authority.issue(wanted), QString());
        }
        QCOMPARE(m_tls.authority.revoke(QStringLiteral("revoked")), QString());
        QCOMPARE(m_tls.authority.listRevoked(), QString());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QByteArray>("access");
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *certificate, const char *words,
                            const QByteArray &access = kScram, const QByteArray &settings = {}) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << access << settings << QString::fromLatin1(words);
        };
        row("expired", "expired", "has expired");
        row("not yet valid", "early", "not valid yet");
        row("self-signed", "alone", "Nobody but itself");
        row("other host", "elsewhere", "another name than localhost");
        row("revoked", "revoked", "was revoked");
        row("no TLS", "", "speaks no TLS");
        row("TLS 1.1", "server", "old versions of TLS", kScram,
            "ssl_min_protocol_version = 'TLSv1'\nssl_max_protocol_version = 'TLSv1.1'\n"
            "ssl_ciphers = 'ALL:@SECLEVEL=0'\n");
        row("no cipher", "server", "cannot prove", kScram,
            "ssl_max_protocol_version = 'TLSv1.2'\nssl_ciphers = 'eNULL:@SECLEVEL=0'\n");
        row("password in the clear", "server", "can be stolen", "hostssl all all all password\n");
        row("MD5", "server", "can be stolen", "hostssl all all all md5\n", "password_encryption = md5\n");
        row("everybody", "server", "without your password", "hostssl all all all trust\n");
    }
    void refuses()
    {
        QFETCH(QString, certificate);
        QFETCH(QByteArray, access);
        QFETCH(QByteArray, settings);
        QFETCH(QString, words);
        QCOMPARE(m_tls.restart(certificate, access, settings), QString());
        if (settings.startsWith("password_encryption")) { // the secret is kept as MD5, so the server asks for that
            QCOMPARE(m_tls.restart(certificate, "host all all all trust\n", settings), QString());
            QCOMPARE(m_tls.server.run("ALTER ROLE mapmaker PASSWORD 'old-secret'"), QString());
            QCOMPARE(m_tls.restart(certificate, access, settings), QString());
        }
        PostGisAddress address = m_tls.address();
        if (certificate == QLatin1String("alone")) {
            address.authority = m_tls.authority.path(QStringLiteral("ca.crt"));
        } else if (certificate == QLatin1String("revoked")) {
            address.revoked = m_tls.authority.path(QStringLiteral("revoked.crl"));
        }
        const QString said = openingOf(address, PostgisServer::password());
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY(!said.contains(PostgisServer::password()));
        const bool isWeak = words == QLatin1String("can be stolen");
        QVERIFY2(isWeak || m_sentences.insert(said).second, "each has a sentence of its own");
        m_tls.server.stop(); // so that its log is whole
        QFile log(m_tls.server.dataFile(QStringLiteral("told/told.txt")));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray told = log.readAll();
        QVERIFY2(!told.contains("connection authenticated: identity=\"mapmaker\""), told.constData());
    }

    void refusesAnAuthorityThatIsNotTrusted()
    {
        test::Authority other;
        QCOMPARE(other.create(QStringLiteral("Somebody else")), QString());
        QCOMPARE(m_tls.restart(QStringLiteral("server"), kScram), QString());
        PostGisAddress address = m_tls.address();
        address.authority = other.path(QStringLiteral("ca.crt"));
        const QString said = openingOf(address, PostgisServer::password());
        QVERIFY2(said.contains(QStringLiteral("authority that you do not trust")), qPrintable(said));
        address.authority = other.path(QStringLiteral("absent.crt"));
        QVERIFY(openingOf(address, {}).contains(QStringLiteral("absent.crt")));
    }

    void tellsTheSameWhenLibrariesSpeakAnotherLanguage()
    {
        QCOMPARE(m_tls.restart(QStringLiteral("server"), "hostssl all all all password\n"), QString());
        qputenv("LANGUAGE", "zh_CN");
        std::setlocale(LC_ALL, "C.UTF-8"); // that of "C" knows no languages
        const QString said = openingOf(m_tls.address(), PostgisServer::password());
        std::setlocale(LC_ALL, "C");
        qunsetenv("LANGUAGE");
        QVERIFY2(said.contains(QStringLiteral("can be stolen")), qPrintable(said));
    }

    void givesNothingToWhoOnlyListens_data()
    {
        QTest::addColumn<quint32>("request");
        QTest::addColumn<bool>("isFar");
        QTest::newRow("the password, here") << 3U << false;
        QTest::newRow("MD5, here") << 5U << false;
        QTest::newRow("the password, elsewhere") << 3U << true;
    }
    void givesNothingToWhoOnlyListens()
    {
        QFETCH(quint32, request);
        QFETCH(bool, isFar);
        Listener listener(request);
        PostGisAddress address = m_tls.address();
        address.host = QStringLiteral("127.0.0.1");
        address.port = listener.port();
        if (!isFar) {
            address.authority.clear();
        }
        const QString said = openingOf(address, PostgisServer::password());
        const QByteArray heard = listener.finish();
        QVERIFY2(said.contains(isFar ? QStringLiteral("no TLS") : QStringLiteral("can be stolen")), qPrintable(said));
        if (isFar) { // the question for TLS: by libpq, and by who explains
            QVERIFY2(heard.size() == 16 && !heard.contains("mapmaker"), heard.toHex().constData());
        } else { // who wants to sign in, nothing after that
            QVERIFY2(heard.contains("mapmaker") && heard.endsWith(QByteArray(2, '\0')), heard.toHex().constData());
        }
        QVERIFY(!heard.contains(PostgisServer::password().toUtf8()) && !heard.contains("md5"));
    }
};

LOCI_TEST_CLASS(SignInRefusedTest)
#include "signin_refusedtest.moc"
