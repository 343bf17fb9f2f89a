// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/saveas.h"
#include "app/workspacehost.h"
#include "layers/workspace/modelfetch.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/servermodels.h"
#include "tests/storage/homes.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/feeds_windowtown.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace loci;
using namespace loci::test;
using namespace loci::widgets;
using workspace::Workspace;

namespace {
constexpr int kPatience = 120'000;

class ScriptedFiles final : public FilePrompt
{
public:
    explicit ScriptedFiles(QString answer) : m_answer(std::move(answer)) {}
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {}; }
    std::optional<QString> saveFile(QWidget *, const QString &title, const QString &suggested, const QString &) override
    {
        asked = title;
        name = QFileInfo(suggested).fileName();
        return m_answer;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return {}; }
    QString asked, name;

private:
    QString m_answer;
};
} // namespace

/// The sample city on a server, in the window of a desk that has none of its files.
class TestSharedModels : public QObject
{
    Q_OBJECT
private:
    Homes m_homes;
    std::unique_ptr<WindowTown> m_town;
    QTemporaryDir m_otherHome;
    QString m_model; ///< its path, as the documents name it

    app::WorkspaceHost &host() const { return m_town->services().host; }
    QString address() const { return m_homes.address().text(); }
    const CityEntry *entry() const
    {
        const auto entries = m_town->services().cities.entries();
        return entries.empty() ? nullptr : m_town->services().cities.entry(entries.front().id);
    }

private slots:
    void initTestCase()
    {
        bool possible = false;
        const QString problem = m_homes.begin(QStringLiteral("server"), possible);
        if (!possible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(problem, QString());
        applyTheme(*qApp, ThemeMode::Light);
        m_town = std::make_unique<WindowTown>();
        QCOMPARE(m_town->start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        QVERIFY(entry() != nullptr);
        m_model = entry()->path;
        const QString file = m_town->workspace().path();
        LOCI_VERIFY_RESULT(host().openUntitled(true)); // the file is free then
        const SystemClock clock;
        LOCI_VERIFY_RESULT(workspace::moveWorkspace(file, address(), clock, {}, PostgisServer::password()));
    }
    void cleanupTestCase() { m_town.reset(); }

    void aDeskWithoutTheFileSaysSo()
    {
        QVERIFY(QFile::rename(m_model, m_model + QStringLiteral(".away")));
        qputenv("XDG_DATA_HOME", m_otherHome.path().toUtf8()); // another desk, another home
        LOCI_VERIFY_RESULT(host().openServer(address(), PostgisServer::password()));
        QTRY_VERIFY_WITH_TIMEOUT(entry() != nullptr && !entry()->problem.isEmpty(), kPatience);
        QVERIFY(entry()->model == nullptr);
        QVERIFY(host().current()->path().startsWith(m_otherHome.path()));
    }

    void itIsThereAsSoonAsSomebodyPutsItOntoTheServer()
    {
        QVERIFY(QFile::rename(m_model + QStringLiteral(".away"), m_model)); // at the desk that has it
        const auto stored = workspace::storeModels(address(), PostgisServer::password());
        QVERIFY(QFile::rename(m_model, m_model + QStringLiteral(".away")));
        LOCI_VERIFY_RESULT(stored);
        QCOMPARE(stored->models, 1);
        QTRY_VERIFY_WITH_TIMEOUT(entry() != nullptr && entry()->model != nullptr, kPatience);
        QVERIFY(entry()->problem.isEmpty());
        QCOMPARE(entry()->path, m_model); // documents go on naming it as everybody does
        QVERIFY(entry()->source->sourcePath.startsWith(workspace::modelsFolder(host().current()->path())));
        QVERIFY(entry()->model->objectCount() > 1000);
        m_town->window().views().setLayoutMode(ViewArea::Layout::Scene);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        m_town->picture("shared-models");
    }

    void saveAsWritesACopyAndStaysOnTheServer()
    {
        const QString copy = m_town->at(QStringLiteral("copy.loci"));
        ScriptedFiles files(copy);
        const app::Services &s = m_town->services();
        const app::Services scripted{s.clock,      s.tasks, s.session,  s.cities, s.selection,
                                     s.translator, files,   s.messages, s.host};
        app::saveWorkspaceAs(m_town->window(), scripted);
        QCOMPARE(files.asked, QStringLiteral("Save a copy as a file"));
        QCOMPARE(files.name, m_homes.address().schema + QStringLiteral(".loci"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(copy), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(s.tasks.isIdle(), kPatience);
        QVERIFY(host().current()->isShared());
        auto opened = Workspace::open(copy);
        LOCI_VERIFY_RESULT(opened);
        QCOMPARE((*opened)->keys(), host().current()->keys());
        QVERIFY((*opened)->check().empty());
        const CityEntry there = cityEntryOf(**opened, (*opened)->keys(QStringLiteral("city/model/")).value(0));
        QVERIFY2(QFileInfo::exists(there.path), qPrintable(there.path)); // it came along
    }
};

LOCI_TEST_CLASS(TestSharedModels)
#include "shared_models.moc"
