// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it:
// clang-format off
#include "tests/support/testmain.h"
// clang-format on

#include "layers/storage/schema.h"
#include "layers/storage/spatialitedatabase.h"
#include "layers/workspace/workspace.h"
#include "layers/workspace/workspacefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <sys/mount.h>
#include <unistd.h>

using namespace loci;
using namespace loci::workspace;

namespace {
const QString kA = QStringLiteral("test/a");

Command set(const QString &key, const QByteArray &value)
{
    return {QStringLiteral("Set"), {{key, {}, value}}};
}

/// The second program (storagechild.cpp).
class Child
{
public:
    explicit Child(const QStringList &arguments) { m_process.start(QStringLiteral(LOCI_STORAGE_CHILD), arguments); }
    ~Child() { finish(); }
    QString line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) {
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    void kill() { m_process.kill(); }
    int finish()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(60'000);
        return m_process.exitCode();
    }
    QStringList rest() { return QString::fromUtf8(m_process.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts); }

private:
    QProcess m_process;
};

/// A small disk of its own; needs root.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, const char *options) : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        m_mounted = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) {
            ::umount2(m_folder.constData(), MNT_DETACH);
        }
    }
    bool isMounted() const { return m_mounted; }
    bool protect() { return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0; }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    QByteArray m_folder;
    bool m_mounted = false;
};
} // namespace

class TestDurability : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void survivesFortyKills();
    void staysWholeWhenFilesMayNotGrow();
    void staysWholeOnAFullDisk();
    void savesWhollyOrNotAtAll();
    void cannotBeMadeOnAFullDisk();
    void opensReadOnlyInAProtectedFolder();
    void secondProgramReadsOnly();
    void takesOverFromADeadProgram();
    void noticesThatItsFileWasDeleted();
    void noticesThatItsFileWasReplaced();
    void refusesBrokenFiles_data();
    void refusesBrokenFiles();
    void findsDamageInside();
    void everyTruncationIsASentence();
    void refusesNewerSchema();
    void upgradesOlderSchemaAfterABackup();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<Workspace> opened(const QString &path, Access access = Access::ReadWrite) const;

    QTemporaryDir m_seed; // one workspace, copied for each test
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestDurability::initTestCase()
{
    const auto made = Workspace::create(m_seed.filePath(QStringLiteral("seed.loci")));
    LOCI_VERIFY_RESULT(made);
    LOCI_VERIFY_RESULT((*made)->commit(set(kA, "first")));
}

std::unique_ptr<Workspace> TestDurability::opened(const QString &path, Access access) const
{
    auto workspace = Workspace::open(path, access);
    if (!workspace) {
        qWarning("%s / %s", qPrintable(workspace.error().message), qPrintable(workspace.error().detail));
        return nullptr;
    }
    return std::move(*workspace);
}

void TestDurability::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = file(QStringLiteral("city.loci"));
    QVERIFY(QFile::copy(m_seed.filePath(QStringLiteral("seed.loci")), m_path));
}

void TestDurability::survivesFortyKills()
{
    int acknowledged = 0;
    for (int round = 0; round < 40; ++round) {
        Child child({QStringLiteral("commit"), m_path});
        QCOMPARE(child.line(), QStringLiteral("open readwrite"));
        const int before = acknowledged;
        const int some = QRandomGenerator::global()->bounded(1, 12);
        for (int commit = 0; commit < some; ++commit) {
            acknowledged = child.line().toInt();
        }
        child.kill(); // it works on meanwhile: death comes at an instant that nobody chose
        child.finish();
        for (const QString &line : child.rest()) {
            acknowledged = qMax(acknowledged, line.toInt());
        }
        QVERIFY(acknowledged > before);
        const auto workspace = opened(m_path);
        QVERIFY(workspace);
        QVERIFY(!workspace->isReadOnly());
        QVERIFY(workspace->check().empty());
        const int last = workspace->document(QStringLiteral("test/last")).value_or("0").toInt();
        QVERIFY2(last == acknowledged || last == acknowledged + 1,
                 qPrintable(QStringLiteral("%1 %2").arg(last).arg(acknowledged)));
        QCOMPARE(workspace->keys(QStringLiteral("test/")).size(), last + 2); // each of them, "a" and "last"
        QCOMPARE(workspace->history(0).size(), std::size_t(last + 1));
        acknowledged = last;
    }
}

void TestDurability::staysWholeWhenFilesMayNotGrow()
{
    const qint64 limit = QFileInfo(m_path).size() + 3'000'000;
    Child child({QStringLiteral("fill"), m_path, QString::number(limit)});
    child.line();
    QVERIFY(child.line().startsWith(QStringLiteral("refused ")));
    QVERIFY(child.line().contains(QStringLiteral("city.loci")));
    QVERIFY2(child.finish() == 0, qPrintable(child.rest().join(QLatin1Char('\n'))));
    const auto workspace = opened(m_path);
    QVERIFY(workspace);
    QVERIFY(workspace->check().empty());
    LOCI_VERIFY_RESULT(workspace->commit(set(kA, "and on")));
}

void TestDurability::staysWholeOnAFullDisk()
{
    const QString folder = file(QStringLiteral("disk"));
    SmallDisk disk(folder, "size=14m");
    if (!disk.isMounted()) {
        QSKIP("mounting a small disk needs root");
    }
    const QString path = folder + QStringLiteral("/small.loci");
    LOCI_VERIFY_RESULT(Workspace::create(path));
    Child child({QStringLiteral("fill"), path});
    child.line();
    QCOMPARE(child.line().section(QLatin1Char(' '), 0, 0), QStringLiteral("refused"));
    const QString sentence = child.line();
    QVERIFY2(sentence.contains(QStringLiteral("disk is full")), qPrintable(sentence));
    QCOMPARE(child.finish(), 0);
    const auto workspace = opened(path);
    QVERIFY(workspace);
    QVERIFY(workspace->check().empty());
    const QString elsewhere = file(QStringLiteral("rescued.loci"));
    LOCI_VERIFY_RESULT(workspace->saveAs(elsewhere));
    LOCI_VERIFY_RESULT(workspace->commit(set(kA, "room again")));
    QVERIFY(!workspace->saveAs(folder + QStringLiteral("/copy.loci"))); // no room: stays where it is
    QCOMPARE(workspace->path(), elsewhere);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).filter(QStringLiteral("copy")), QStringList());
}

void TestDurability::savesWhollyOrNotAtAll()
{
    const qint64 size = QFileInfo(m_path).size();
    const QString target = file(QStringLiteral("copy.loci"));
    LOCI_VERIFY_RESULT(Workspace::create(target)); // a save over it that fails leaves it, too
    int saved = 0;
    for (int percent = 0; percent <= 104; percent += 4) {
        Child child({QStringLiteral("saveas"), m_path, target, QString::number(size * percent / 100)});
        QCOMPARE(child.line(), QStringLiteral("open readwrite"));
        const QString answer = child.line();
        const bool done = child.finish() == 0;
        saved += done ? 1 : 0;
        QVERIFY2(done || answer.contains(QStringLiteral("loci")), qPrintable(answer));
        const auto original = opened(m_path);
        QVERIFY(original && original->check().empty());
        const auto copy = opened(target);
        QVERIFY(copy && copy->check().empty());
        QCOMPARE(copy->document(kA).has_value(), saved > 0);
    }
    QVERIFY(saved >= 1 && saved <= 2);
    QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*.new-*")}, QDir::Files | QDir::Hidden).isEmpty());
}

void TestDurability::cannotBeMadeOnAFullDisk()
{
    const QString folder = file(QStringLiteral("tiny"));
    SmallDisk disk(folder, "size=1m");
    if (!disk.isMounted()) {
        QSKIP("mounting a small disk needs root");
    }
    const auto made = Workspace::create(folder + QStringLiteral("/x.loci"));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::NotWritable);
    QVERIFY2(made.error().message.contains(QStringLiteral("disk is full")), qPrintable(made.error().message));
    QVERIFY(QDir(folder).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestDurability::opensReadOnlyInAProtectedFolder()
{
    const QString folder = file(QStringLiteral("protected"));
    SmallDisk disk(folder, "size=40m");
    if (!disk.isMounted()) {
        QSKIP("a folder that even root cannot write needs a mount");
    }
    const QString path = folder + QStringLiteral("/x.loci");
    QVERIFY(QFile::copy(m_path, path));
    QVERIFY(disk.protect());
    const auto workspace = opened(path);
    QVERIFY(workspace);
    QVERIFY(workspace->isReadOnly());
    QVERIFY(workspace->heldBy().contains(QStringLiteral("write-protected")));
    QCOMPARE(workspace->document(kA).value(), QByteArray("first"));
    const auto refused = workspace->commit(set(kA, "no"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotWritable);
    workspace->setViewState(kA, "ignored");
    QVERIFY(!Workspace::create(folder + QStringLiteral("/new.loci")));
    LOCI_VERIFY_RESULT(workspace->saveAs(file(QStringLiteral("copy.loci"))));
    LOCI_VERIFY_RESULT(workspace->commit(set(kA, "yes")));
}

void TestDurability::secondProgramReadsOnly()
{
    Child child({QStringLiteral("hold"), m_path});
    QCOMPARE(child.line(), QStringLiteral("open readwrite"));
    {
        const auto second = opened(m_path);
        QVERIFY(second);
        QVERIFY(second->isReadOnly());
        QVERIFY2(second->heldBy().contains(QStringLiteral("storagechild")), qPrintable(second->heldBy()));
        QCOMPARE(second->document(kA).value(), QByteArray("first"));
        const auto refused = second->commit(set(kA, "no"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, second->heldBy());
        QVERIFY(!second->undo());
        QVERIFY(!second->canUndo());
    }
    child.finish();
    const auto later = opened(m_path);
    QVERIFY(later);
    QVERIFY(!later->isReadOnly());
    Child third({QStringLiteral("hold"), m_path});
    QCOMPARE(third.line(), QStringLiteral("open readonly"));
}

void TestDurability::takesOverFromADeadProgram()
{
    {
        Child child({QStringLiteral("hold"), m_path});
        child.line();
        QVERIFY(QFileInfo::exists(m_path + QStringLiteral("-lock")));
        child.kill();
    }
    QVERIFY(QFileInfo::exists(m_path + QStringLiteral("-lock"))); // left behind, and without meaning
    const auto workspace = opened(m_path);
    QVERIFY(workspace);
    QVERIFY(!workspace->isReadOnly());
}

void TestDurability::noticesThatItsFileWasDeleted()
{
    const auto workspace = opened(m_path);
    QVERIFY(workspace);
    QVERIFY(QFile::remove(m_path));
    const auto refused = workspace->commit(set(kA, "lost"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("deleted")));
    QCOMPARE(workspace->document(kA).value(), QByteArray("first"));
    LOCI_VERIFY_RESULT(workspace->saveAs(file(QStringLiteral("saved.loci"))));
    LOCI_VERIFY_RESULT(workspace->commit(set(kA, "kept")));
    QVERIFY(workspace->check().empty());
}

void TestDurability::noticesThatItsFileWasReplaced()
{
    const QString other = file(QStringLiteral("other.loci"));
    {
        const auto made = Workspace::create(other);
        LOCI_VERIFY_RESULT(made);
        LOCI_VERIFY_RESULT((*made)->commit(set(kA, "other")));
    }
    {
        const auto workspace = opened(m_path);
        QVERIFY(workspace);
        LOCI_VERIFY_RESULT(workspace->commit(set(kA, "in the log")));
        QCOMPARE(::rename(QFile::encodeName(other).constData(), QFile::encodeName(m_path).constData()), 0);
        const auto refused = workspace->commit(set(kA, "lost"));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(QStringLiteral("replaced")));
    }
    const auto replacement = opened(m_path); // our log was not played into it
    QVERIFY(replacement);
    QCOMPARE(replacement->document(kA).value(), QByteArray("other"));
    QVERIFY(replacement->check().empty());
}

void TestDurability::refusesBrokenFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("text") << QByteArray("{\"type\":\"CityJSON\"}") << QStringLiteral("not a Loci workspace");
    QTest::newRow("zeros") << QByteArray(5000, '\0') << QStringLiteral("not a Loci workspace");
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16) << QStringLiteral("not a Loci workspace");
    QTest::newRow("magic and noise") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x')
                                     << QStringLiteral("city.loci");
}

void TestDurability::refusesBrokenFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    QFile broken(m_path);
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.write(content);
    broken.close();
    const auto workspace = Workspace::open(m_path);
    QVERIFY(!workspace);
    QVERIFY2(workspace.error().message.contains(word), qPrintable(workspace.error().message));
    QCOMPARE(workspace.error().code, ErrorCode::Invalid);
    QVERIFY(broken.open(QIODevice::ReadOnly));
    QCOMPARE(broken.readAll(), content); // untouched
    QVERIFY(!Workspace::open(m_folder->path()));
    QCOMPARE(Workspace::open(file(QStringLiteral("absent.loci"))).error().code, ErrorCode::NotReadable);
}

void TestDurability::findsDamageInside()
{
    {
        const auto workspace = opened(m_path);
        QVERIFY(workspace);
        LOCI_VERIFY_RESULT(workspace->commit(set(QStringLiteral("city/model/x"), "{broken")));
        LOCI_VERIFY_RESULT(workspace->commit(set(QStringLiteral("map/layer/x"), "<maplayer><a></maplayer>")));
        const Findings findings = workspace->check();
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].code, QStringLiteral("document_invalid"));
    }
    QFile raw(m_path);
    QVERIFY(raw.open(QIODevice::ReadWrite));
    for (qint64 at = 8192; at < raw.size(); at += 4096 * 7) {
        raw.seek(at);
        raw.write(QByteArray(64, '\xA5'));
    }
    raw.close();
    const auto damaged = Workspace::open(m_path);
    QVERIFY(!damaged || hasErrors((*damaged)->check()));
}

void TestDurability::everyTruncationIsASentence()
{
    const qint64 size = QFileInfo(m_path).size();
    for (int part = 0; part < 50; ++part) {
        const QString path = file(QStringLiteral("cut%1.loci").arg(part));
        QVERIFY(QFile::copy(m_path, path));
        QVERIFY(QFile::resize(path, size * part / 50));
        const auto workspace = Workspace::open(path);
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().code, ErrorCode::Invalid);
        QVERIFY(workspace.error().message.contains(QStringLiteral("cut")));
    }
}

void TestDurability::refusesNewerSchema()
{
    {
        const auto database = storage::SpatiaLiteDatabase::open(m_path, storage::SpatiaLiteDatabase::Mode::ReadWrite);
        LOCI_VERIFY_RESULT(database);
        LOCI_VERIFY_RESULT((*database)->runScript("PRAGMA user_version = 99"));
    }
    const auto workspace = Workspace::open(m_path);
    QVERIFY(!workspace);
    QCOMPARE(workspace.error().code, ErrorCode::Unsupported);
    QVERIFY2(workspace.error().message.contains(QStringLiteral("99")), qPrintable(workspace.error().message));
}

void TestDurability::upgradesOlderSchemaAfterABackup()
{
    std::vector<storage::Migration> steps(storage::migrations().begin(), storage::migrations().end());
    const int known = storage::currentSchemaVersion();
    const int next = 90; // the SQL below says so, too
    QVERIFY(known < next);
    steps.push_back({next, "CREATE TABLE later (id INTEGER); PRAGMA user_version = 90;"});
    const SystemClock clock;
    {
        const auto readOnly = WorkspaceFile::open(m_path, Access::ReadOnly, clock, steps);
        QVERIFY(!readOnly);
        const auto upgraded = WorkspaceFile::open(m_path, Access::ReadWrite, clock, steps);
        LOCI_VERIFY_RESULT(upgraded);
        QCOMPARE(upgraded->database->schemaVersion().value(), next);
        LOCI_VERIFY_RESULT(upgraded->database->run("SELECT id FROM later"));
    }
    const QStringList backups =
        QDir(m_folder->path()).entryList({QStringLiteral("city.loci.schema%1-*.backup").arg(known)});
    QCOMPARE(backups.size(), 1);
    const auto backup = opened(file(backups.first()));
    QVERIFY(backup);
    QCOMPARE(backup->schemaVersion(), known);
    QCOMPARE(backup->document(kA).value(), QByteArray("first"));
    QVERIFY(!Workspace::open(m_path)); // the downgrade
}

LOCI_TEST_CLASS(TestDurability)
#include "durabilitytest.moc"
