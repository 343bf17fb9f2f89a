// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspace.h"

#include "layers/storage/schema.h"
#include "layers/workspace/templates.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::workspace;

namespace {
using WorkspacePtr = std::unique_ptr<Workspace>;

Command set(const QString &title, const QString &key, std::optional<QByteArray> value)
{
    return {title, {{key, {}, std::move(value)}}};
}

class FixedClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return now; }
    QDateTime now{QDate(2026, 3, 1), QTime(9, 30), Qt::UTC};
};
const QString kA = QStringLiteral("test/a");
const QString kB = QStringLiteral("test/b");
} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_workspace.reset(); }
    void startsEmptyAndWritable();
    void refusesToOverwriteAFile();
    void undoesAndRedoesAfterARestart();
    void dropsTheRedoTailAtACommit();
    void jumpsInTheHistory();
    void ignoresCommandsThatChangeNothing();
    void tellsWhatChanged();
    void keepsTimeAndAuthorOfSteps();
    void keepsViewStateOutOfTheHistory();
    void keepsEmptyDocuments();
    void savesUnderAnotherName();
    void replacesAnotherWorkspaceWhenSaving();
    void movesUntitledWorkInto();
    void findsUntitledWorkAgain();
    void forgetsUntouchedUntitled();
    void makesEveryTemplate();

private:
    void reopen();
    QString file(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    WorkspacePtr m_workspace;
    FixedClock m_clock;
};

void TestWorkspace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = Workspace::create(file(QStringLiteral("Old town.loci")), {}, &m_clock);
    LOCI_VERIFY_RESULT(made);
    m_workspace = std::move(*made);
}

void TestWorkspace::reopen()
{
    const QString path = m_workspace->path();
    m_workspace.reset();
    auto opened = Workspace::open(path, Access::ReadWrite, &m_clock);
    LOCI_VERIFY_RESULT(opened);
    m_workspace = std::move(*opened);
}

void TestWorkspace::startsEmptyAndWritable()
{
    QCOMPARE(m_workspace->name(), QStringLiteral("Old town"));
    QVERIFY(!m_workspace->isReadOnly());
    QVERIFY(m_workspace->heldBy().isEmpty());
    QVERIFY(!m_workspace->isUntitled());
    QCOMPARE(m_workspace->schemaVersion(), storage::currentSchemaVersion());
    QVERIFY(m_workspace->keys().isEmpty());
    QVERIFY(!m_workspace->canUndo());
    QVERIFY(!m_workspace->undo());
    QVERIFY(m_workspace->check().empty());
    m_workspace.reset();
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("Old town.loci")});
}

void TestWorkspace::refusesToOverwriteAFile()
{
    const auto made = Workspace::create(m_workspace->path());
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::NotWritable);
    QVERIFY(made.error().message.contains(QStringLiteral("Old town.loci")));
    QVERIFY(!Workspace::create(file(QStringLiteral("absent/x.loci"))));
}

void TestWorkspace::undoesAndRedoesAfterARestart()
{
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("One"), kA, "1")));
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Two"), kA, "2")));
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Gone"), kA, std::nullopt)));
    reopen();
    QVERIFY(!m_workspace->document(kA));
    QCOMPARE(m_workspace->undoTitle(), QStringLiteral("Gone"));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    QCOMPARE(m_workspace->document(kA).value(), QByteArray("2"));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    reopen();
    QCOMPARE(m_workspace->document(kA).value(), QByteArray("1"));
    QCOMPARE(m_workspace->redoTitle(), QStringLiteral("Two"));
    LOCI_VERIFY_RESULT(m_workspace->redo());
    LOCI_VERIFY_RESULT(m_workspace->redo());
    QVERIFY(!m_workspace->document(kA));
    QVERIFY(!m_workspace->canRedo());
}

void TestWorkspace::dropsTheRedoTailAtACommit()
{
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("One"), kA, "1")));
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Two"), kA, "2")));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Three"), kA, "3")));
    QVERIFY(!m_workspace->canRedo());
    const auto history = m_workspace->history();
    QCOMPARE(history.size(), std::size_t(2));
    QCOMPARE(history[1].title, QStringLiteral("Three"));
    QVERIFY(m_workspace->check().empty());
}

void TestWorkspace::jumpsInTheHistory()
{
    for (int i = 1; i <= 10; ++i) {
        LOCI_VERIFY_RESULT(m_workspace->commit(set(QString::number(i), kA, QByteArray::number(i))));
    }
    const auto history = m_workspace->history();
    LOCI_VERIFY_RESULT(m_workspace->goTo(history[3].id));
    QCOMPARE(m_workspace->document(kA).value(), QByteArray("4"));
    QCOMPARE(m_workspace->redoTitle(), QStringLiteral("5"));
    LOCI_VERIFY_RESULT(m_workspace->goTo(0));
    QVERIFY(!m_workspace->document(kA));
    LOCI_VERIFY_RESULT(m_workspace->goTo(history[9].id));
    QCOMPARE(m_workspace->document(kA).value(), QByteArray("10"));
    QVERIFY(!m_workspace->goTo(12345));
    QCOMPARE(m_workspace->history(3).size(), std::size_t(3));
    QCOMPARE(m_workspace->history(3).back().title, QStringLiteral("10"));
}

void TestWorkspace::ignoresCommandsThatChangeNothing()
{
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("One"), kA, "1")));
    QSignalSpy changed(m_workspace.get(), &Workspace::changed);
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Again"), kA, "1")));
    LOCI_VERIFY_RESULT(m_workspace->commit({QStringLiteral("Nothing"), {}}));
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Absent"), kB, std::nullopt)));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(m_workspace->history().size(), std::size_t(1));
}

void TestWorkspace::tellsWhatChanged()
{
    QSignalSpy changed(m_workspace.get(), &Workspace::changed);
    QSignalSpy history(m_workspace.get(), &Workspace::historyChanged);
    LOCI_VERIFY_RESULT(m_workspace->commit({QStringLiteral("Both"), {{kA, {}, "1"}, {kB, {}, "2"}}}));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    QCOMPARE(changed.count(), 2);
    QCOMPARE(history.count(), 2);
    QCOMPARE(changed[0][0].toStringList(), (QStringList{kA, kB}));
    QCOMPARE(changed[1][0].toStringList(), (QStringList{kA, kB}));
}

void TestWorkspace::keepsTimeAndAuthorOfSteps()
{
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("隐藏图层"), kA, "1")));
    reopen();
    const HistoryEntry entry = m_workspace->history().at(0);
    QCOMPARE(entry.title, QStringLiteral("隐藏图层"));
    QCOMPARE(entry.time, m_clock.now);
    QVERIFY(!entry.author.isEmpty());
}

void TestWorkspace::keepsViewStateOutOfTheHistory()
{
    m_workspace->setViewState(QStringLiteral("window/layout"), "mapOnly");
    QVERIFY(!m_workspace->canUndo());
    reopen();
    QCOMPARE(m_workspace->viewState(QStringLiteral("window/layout")).value(), QByteArray("mapOnly"));
    QVERIFY(!m_workspace->viewState(QStringLiteral("absent")));
}

void TestWorkspace::keepsEmptyDocuments()
{
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Empty"), kA, QByteArray())));
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Full"), kA, "x")));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    QVERIFY(m_workspace->document(kA).has_value());
    QVERIFY(m_workspace->document(kA)->isEmpty());
}

void TestWorkspace::savesUnderAnotherName()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("other/deep")));
    const QString key = QStringLiteral("city/model/1");
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Add"), key, R"({"path":"data/x.city.json"})")));
    LOCI_VERIFY_RESULT(m_workspace->commit(set(QStringLiteral("Remove"), key, std::nullopt)));
    const QString old = m_workspace->path();
    LOCI_VERIFY_RESULT(m_workspace->saveAs(file(QStringLiteral("other/deep/New.loci"))));
    QCOMPARE(m_workspace->name(), QStringLiteral("New"));
    QVERIFY(QFileInfo::exists(old));
    LOCI_VERIFY_RESULT(m_workspace->undo()); // the history knows the new place, too
    QCOMPARE(m_workspace->json(key).value(QStringLiteral("path")).toString(),
             QFileInfo(old).absolutePath() + QStringLiteral("/data/x.city.json"));
    const auto first = Workspace::open(old);
    LOCI_VERIFY_RESULT(first);
    QVERIFY(!(*first)->isReadOnly());
    QVERIFY(!(*first)->document(key));
}

void TestWorkspace::replacesAnotherWorkspaceWhenSaving()
{
    const QString path = file(QStringLiteral("b.loci"));
    auto other = Workspace::create(path);
    LOCI_VERIFY_RESULT(other);
    LOCI_VERIFY_RESULT((*other)->commit(set(QStringLiteral("Other"), kB, "other")));
    QVERIFY(!m_workspace->saveAs(path)); // it is open
    other->reset();
    LOCI_VERIFY_RESULT(m_workspace->saveAs(path));
    QVERIFY(!m_workspace->document(kB));
    LOCI_VERIFY_RESULT(m_workspace->saveAs(path)); // itself: nothing to do
}

void TestWorkspace::movesUntitledWorkInto()
{
    auto untitled = Workspace::createUntitled();
    LOCI_VERIFY_RESULT(untitled);
    QVERIFY((*untitled)->isUntitled());
    LOCI_VERIFY_RESULT((*untitled)->commit(set(QStringLiteral("Work"), kA, "1")));
    const QString old = (*untitled)->path();
    LOCI_VERIFY_RESULT((*untitled)->saveAs(file(QStringLiteral("named.loci"))));
    QVERIFY(!QFileInfo::exists(old));
    QVERIFY(!(*untitled)->isUntitled());
    QCOMPARE((*untitled)->document(kA).value(), QByteArray("1"));
}

void TestWorkspace::findsUntitledWorkAgain()
{
    QString path;
    {
        auto first = Workspace::createUntitled();
        LOCI_VERIFY_RESULT(first);
        LOCI_VERIFY_RESULT((*first)->commit(set(QStringLiteral("Work"), kA, "kept")));
        path = (*first)->path();
        const auto second = Workspace::createUntitled(); // a second window meanwhile
        LOCI_VERIFY_RESULT(second);
        QVERIFY((*second)->path() != path);
    }
    const auto again = Workspace::createUntitled();
    LOCI_VERIFY_RESULT(again);
    QCOMPARE((*again)->path(), path);
    QCOMPARE((*again)->document(kA).value(), QByteArray("kept"));
    LOCI_VERIFY_RESULT((*again)->saveAs(file(QStringLiteral("kept.loci"))));
}

void TestWorkspace::forgetsUntouchedUntitled()
{
    auto untitled = Workspace::createUntitled();
    LOCI_VERIFY_RESULT(untitled);
    const QFileInfo info((*untitled)->path());
    untitled->reset();
    QVERIFY(!info.exists());
    QVERIFY(info.dir().entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void TestWorkspace::makesEveryTemplate()
{
    for (const QString &id : templateIds()) {
        const auto made = Workspace::create(file(id + QStringLiteral(".loci")), id);
        LOCI_VERIFY_RESULT(made);
        QCOMPARE((*made)->templateId(), id);
        QVERIFY(!(*made)->viewState(QStringLiteral("window/workplace")).value().isEmpty());
        QVERIFY(!(*made)->viewState(QStringLiteral("window/layout")).value().isEmpty());
        QVERIFY(!(*made)->json(QLatin1String(key::kMapSettings)).isEmpty());
        QVERIFY(!(*made)->canUndo());
        QVERIFY((*made)->check().empty());
    }
    const auto unknown = Workspace::create(file(QStringLiteral("x.loci")), QStringLiteral("../planning"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::Usage);
    QVERIFY(!QFileInfo::exists(file(QStringLiteral("x.loci"))));
}

LOCI_TEST_CLASS(TestWorkspace)
#include "workspacetest.moc"
