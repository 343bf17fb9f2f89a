// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/host/packhost.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// A pack made from the template, built outside the source tree against the installed SDK, is checked and runs.
class PackSdkTest : public QObject
{
    Q_OBJECT

private slots:
    void aPackOfOthersIsBuiltAndRuns()
    {
        const QTemporaryDir folder;
        const QString sdk = folder.filePath(QStringLiteral("sdk"));
        const QString source = folder.filePath(QStringLiteral("source"));
        const QString build = folder.filePath(QStringLiteral("build"));
        run(QStringLiteral(LOCI_CMAKE),
            {QStringLiteral("--install"), QStringLiteral(LOCI_BINARY_DIR), QStringLiteral("--component"),
             QStringLiteral("sdk"), QStringLiteral("--prefix"), sdk});
        QVERIFY2(m_good, m_output.constData());
        run(QStringLiteral(LOCI_PROGRAM),
            {QStringLiteral("pack"), QStringLiteral("new"), source, QStringLiteral("--id"),
             QStringLiteral("org.elsewhere.schools"), QStringLiteral("--code")});
        QVERIFY2(m_good, m_output.constData());
        run(QStringLiteral(LOCI_CMAKE),
            {QStringLiteral("-S"), source, QStringLiteral("-B"), build, QStringLiteral("-DCMAKE_PREFIX_PATH=") + sdk,
             QStringLiteral("-DCMAKE_BUILD_TYPE=Release")});
        QVERIFY2(m_good, m_output.constData());
        run(QStringLiteral(LOCI_CMAKE), {QStringLiteral("--build"), build});
        QVERIFY2(m_good, m_output.constData());
        const QString pack = build + QStringLiteral("/schools-pack");
        run(QStringLiteral(LOCI_PROGRAM),
            {QStringLiteral("pack"), QStringLiteral("check"), pack, QStringLiteral("--json")});
        QVERIFY2(m_good, m_output.constData());
        const QJsonObject checked = QJsonDocument::fromJson(m_output).object();
        QCOMPARE(checked.value(QStringLiteral("indicators")).toInt(), 1);
        QCOMPARE(checked.value(QStringLiteral("layers")).toInt(), 1);
        QCOMPARE(checked.value(QStringLiteral("findings")).toArray().size(), 0);
        loci::packs::PackHost::Options options;
        options.roots.push_back({build, true});
        options.memoryFolder = folder.filePath(QStringLiteral("memory"));
        options.program = QStringLiteral(LOCI_PACK_CHILD);
        options.waits = true;
        loci::packs::PackHost host(options, {});
        host.start();
        const loci::packs::HostedPack *schools = host.pack(QStringLiteral("org.elsewhere.schools"));
        QVERIFY(schools != nullptr);
        QVERIFY2(schools->isRunning(), qPrintable(schools->reason));
        QCOMPARE(schools->ledger->panels().size(), std::size_t(1));
        QVERIFY(schools->everything().documents.contains(QStringLiteral("indicator/def/SCHOOLS-01")));
        QCOMPARE(schools->contents.layers.size(), std::size_t(1));
    }

    void theSevenPacksRun()
    {
        run(QStringLiteral(LOCI_PROGRAM), {QStringLiteral("pack"), QStringLiteral("list"), QStringLiteral("--json")});
        QVERIFY2(m_good, m_output.constData());
        const QJsonArray packs = QJsonDocument::fromJson(m_output).object().value(QStringLiteral("packs")).toArray();
        QCOMPARE(packs.size(), 7);
        for (const auto &pack : packs) {
            QCOMPARE(pack[QStringLiteral("state")].toString(), QStringLiteral("running"));
        }
        run(QStringLiteral(LOCI_PROGRAM),
            {QStringLiteral("pack"), QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--no-packs")});
        const QJsonArray safe = QJsonDocument::fromJson(m_output).object().value(QStringLiteral("packs")).toArray();
        QCOMPARE(safe.size(), 7);
        QCOMPARE(safe.at(0)[QStringLiteral("state")].toString(), QStringLiteral("disabled"));
    }

private:
    void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        m_good = process.waitForFinished(300'000) && process.exitCode() == 0;
        m_output = process.readAllStandardOutput();
        if (!m_good) {
            m_output += process.readAllStandardError();
        }
    }

    bool m_good = false;
    QByteArray m_output;
};

LOCI_TEST_CLASS(PackSdkTest)
#include "sdktest.moc"
