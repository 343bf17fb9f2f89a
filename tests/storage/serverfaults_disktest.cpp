// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "tests/storage/serverfaults.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <pwd.h>
#include <unistd.h>

using namespace loci;
using namespace loci::workspace;
using test::setStep;

namespace {
constexpr qint64 kMebibyte = 1024LL * 1024;
constexpr int kBig = 3 * 1024 * 1024;

QByteArray noise(quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray made(kBig, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(made.data()), made.size() / 4);
    return made;
}

/// The server's process and its children.
std::vector<pid_t> familyOf(qint64 process)
{
    std::vector<pid_t> family{pid_t(process)};
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : names) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (name.toInt() > 0 && file.open(QIODevice::ReadOnly)) {
            const QByteArray stat = file.readAll(); // number (name) state parent
            const QList<QByteArray> after = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
            if (after.size() > 1 && after[1].toLongLong() == process) {
                family.push_back(pid_t(name.toInt()));
            }
        }
    }
    return family;
}

/// A disk without room for files over so many bytes, as with a quota; none: room for all. Empty, or what went wrong.
QString limitFiles(qint64 server, std::optional<qint64> most)
{
    QStringList problems;
    for (const pid_t one : familyOf(server)) {
        QStringList command = test::PostgisServer::asServerUser(
            {QStringLiteral("prlimit"), QStringLiteral("--pid"), QString::number(one),
             QStringLiteral("--fsize=%1:").arg(most ? QString::number(*most) : QStringLiteral("unlimited"))});
        const QString program = command.takeFirst();
        const QString said = test::runProgram(program, command);
        if (!said.isEmpty() && QFile::exists(QStringLiteral("/proc/%1").arg(one))) {
            problems << said;
        }
    }
    return problems.join(QLatin1Char('\n'));
}
} // namespace

/// The server's disk is full: for its tables, and for the log that it writes before them.
class ServerFaultsDiskTest : public QObject
{
    Q_OBJECT
private:
    test::FaultDesks m_desks;
    QString m_mount;

    static QString key(int number) { return QStringLiteral("map/layer/%1").arg(number); }
    /// Writes until something is refused; the number of what was kept, and what was said then.
    static int fill(Workspace &desk, int from, QString &said)
    {
        for (int number = from; number < from + 60; ++number) {
            if (const auto done = desk.commit(setStep(key(number), noise(quint32(number)))); !done) {
                said = test::sentence(done.error());
                return number;
            }
        }
        return from + 60;
    }
    static bool hasFirst(const Workspace &desk, int count)
    {
        bool hasAll = true;
        for (int number = 0; number < count; ++number) {
            hasAll = hasAll && desk.document(key(number)) == std::optional(noise(quint32(number)));
        }
        return hasAll && desk.history(0).size() == std::size_t(count);
    }
    static bool goesOn(Workspace &desk, int number)
    {
        return desk.commit(setStep(key(number), noise(quint32(number)))).has_value();
    }

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_desks.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
    }
    void cleanup()
    {
        if (!m_mount.isEmpty()) {
            m_desks.server().stop();
            QCOMPARE(test::runProgram(QStringLiteral("umount"), {m_mount}), QString());
            QDir().rmdir(m_mount);
            m_mount.clear();
        }
    }

    void tablesWithoutRoomAreOneSentence()
    {
        auto desk = m_desks.open();
        LOCI_VERIFY_RESULT(desk);
        const qint64 server = m_desks.server().process().processId();
        QCOMPARE(limitFiles(server, 20 * kMebibyte), QString());
        QString said;
        const int kept = fill(**desk, 0, said);
        QVERIFY2(said.contains(QStringLiteral("disk")), qPrintable(said));
        QVERIFY(kept > 0);
        QVERIFY(hasFirst(**desk, kept)); // readable
        auto other = m_desks.open();
        LOCI_VERIFY_RESULT(other);
        QVERIFY(hasFirst(**other, kept));
        QCOMPARE(limitFiles(server, std::nullopt), QString());
        QVERIFY(goesOn(**desk, kept));
        QVERIFY(hasFirst(**other, kept + 1));
        qInfo("%d steps of 3 MiB kept, then: %s", kept, qPrintable(said));
    }

    void aLogWithoutRoomStopsTheServerAndLosesNothing()
    {
        auto desk = m_desks.open();
        LOCI_VERIFY_RESULT(desk);
        QVERIFY(goesOn(**desk, 0));
        QCOMPARE(limitFiles(m_desks.server().process().processId(), 8 * kMebibyte),
                 QString()); // its log's files have 16
        QString said;
        const int kept = fill(**desk, 1, said);
        QVERIFY2(!said.isEmpty(), "nothing was refused");
        qInfo("%d steps kept, then: %s", kept, qPrintable(said));
        m_desks.server().process().kill();
        QTRY_COMPARE_WITH_TIMEOUT(m_desks.server().start(), QString(), test::kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(hasFirst(**desk, kept), test::kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(goesOn(**desk, kept), test::kPatience);
        QVERIFY(hasFirst(**desk, kept + 1));
        QVERIFY((*desk)->heritage().verifyChain()->isIntact);
    }

    /// A disk of its own, which only root can make.
    void aFullDiskIsOneSentence()
    {
        if (geteuid() != 0) {
            QSKIP("only root makes a small disk");
        }
        m_mount = QDir::tempPath() + QStringLiteral("/loci-disk-%1").arg(QCoreApplication::applicationPid());
        QVERIFY(QDir().mkpath(m_mount));
        const QString refused = test::runProgram(
            QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                      QStringLiteral("size=16m,mode=0700,uid=%1").arg(getpwnam("postgres")->pw_uid),
                                      QStringLiteral("loci"), m_mount});
        if (!refused.isEmpty()) {
            QDir().rmdir(m_mount);
            m_mount.clear();
            QSKIP(qPrintable(QStringLiteral("no small disk here: ") + refused));
        }
        const QString schema = m_desks.homes().address().schema;
        const QString script =
            QStringLiteral("SET search_path TO %1; CREATE TABLESPACE small LOCATION '%2'; ALTER TABLE documents SET "
                           "TABLESPACE small; ALTER TABLE history_change SET TABLESPACE small;");
        QCOMPARE(m_desks.server().run(script.arg(schema, m_mount).toUtf8()), QString());
        auto desk = m_desks.open();
        LOCI_VERIFY_RESULT(desk);
        QString said;
        const int kept = fill(**desk, 0, said);
        QVERIFY2(said.contains(QStringLiteral("disk of the server is full")), qPrintable(said));
        QVERIFY(hasFirst(**desk, kept));
        QCOMPARE(test::runProgram(QStringLiteral("mount"),
                                  {QStringLiteral("-o"), QStringLiteral("remount,size=64m"), m_mount}),
                 QString());
        QVERIFY(goesOn(**desk, kept));
        QVERIFY(hasFirst(**desk, kept + 1));
        qInfo("%d steps of 3 MiB kept, then: %s", kept, qPrintable(said));
    }
};

LOCI_TEST_CLASS(ServerFaultsDiskTest)
#include "serverfaults_disktest.moc"
