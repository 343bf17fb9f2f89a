// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/signin_fixture.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <QMutex>
#include <QStandardPaths>
#include <QTest>

using namespace loci;
using namespace loci::storage;
using test::PostgisServer;

namespace {
constexpr int kConnections = 20;

QMutex s_guard;
QByteArray s_log;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    const QMutexLocker locker(&s_guard);
    s_log += text.toUtf8() + '\n';
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

/// A password is nowhere but in memory and on its way inside TLS.
class SignInSecretTest : public QObject
{
    Q_OBJECT
private slots:
    void isNowhereAfterManyConnections()
    {
        if (!PostgisServer::isInstalled() || !test::Authority::isInstalled()) {
            QSKIP("PostgreSQL with PostGIS, or openssl, is not installed");
        }
        test::TlsServer tls;
        QCOMPARE(tls.begin(), QString());
        QCOMPARE(tls.restart(QStringLiteral("server"), "hostssl all all all scram-sha-256\n",
                             "log_statement = all\nlog_min_messages = debug1\n"),
                 QString());
        const QByteArray secret = PostgisServer::password().toUtf8();
        const QtMessageHandler before = qInstallMessageHandler(keepLog);
        QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true"));
        std::vector<std::unique_ptr<PostGisDatabase>> open;
        QStringList problems;
        for (int i = 0; i < kConnections; ++i) {
            auto opened =
                PostGisDatabase::open(tls.address(), PostgisServer::password(), PostGisDatabase::Mode::ReadWrite);
            if (opened) {
                open.push_back(std::move(*opened));
            } else {
                problems << opened.error().message;
            }
            const QString wrong = test::openingOf(tls.address(), PostgisServer::password() + QStringLiteral("x"));
            QVERIFY(!wrong.isEmpty() && !wrong.contains(PostgisServer::password()));
        }
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QCOMPARE(problems, QStringList());
        QString connections;
        int count = 0;
        LOCI_VERIFY_RESULT(open.front()->run(
            "SELECT concat_ws(' ', datname, usename, application_name, query, client_hostname) FROM pg_stat_activity "
            "WHERE application_name = 'Loci'",
            {}, [&connections, &count](const Statement &row) {
                connections += row.text(0) + QLatin1Char('\n');
                ++count;
            }));
        QCOMPARE(count, kConnections);
        QVERIFY(!connections.toUtf8().contains(secret));
        QVERIFY(!s_log.contains(secret));
        QVERIFY(!contentsOf(QStringLiteral("/proc/self/environ")).contains(secret));
        QVERIFY(!contentsOf(QStringLiteral("/proc/self/cmdline")).contains(secret));
        for (char **entry = environ; *entry != nullptr; ++entry) {
            QVERIFY(!QByteArray(*entry).contains(secret));
        }
        QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QVERIFY2(!contentsOf(files.next()).contains(secret), qPrintable(files.filePath()));
        }
        QVERIFY(!tls.address().text().toUtf8().contains(secret));
        tls.server.stop();
        const QByteArray told = contentsOf(tls.server.dataFile(QStringLiteral("told/told.txt")));
        QVERIFY(told.contains("connection authenticated"));
        QVERIFY(!told.contains(secret));
    }
};

LOCI_TEST_CLASS(SignInSecretTest)
#include "signin_secrettest.moc"
