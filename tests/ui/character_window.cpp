// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planopener.h"
#include "app/cli/plan/planverb.h"
#include "app/mainwindow/characterroom.h"
#include "app/mainwindow/planningroom.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/feeds_windowtown.h"
#include "widgets/character/charactercard.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/models/selection.h"
#include "widgets/planning/plandesk.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace loci;
using namespace loci::test;
using namespace loci::widgets;

namespace {
constexpr int kPatience = 120'000;
const QString kOldTown = QStringLiteral("HA-old-core");
} // namespace

/// The character of an area in the real window over the sample city, against the command line.
class TestCharacterWindow : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<WindowTown> m_town;

    app::MainWindow &window() const { return m_town->window(); }
    CharacterCard &card() const { return window().character().card(); }
    QJsonObject verbProfile(const QString &area) const
    {
        const auto answer = cli::planVerb({cli::workspaceModelOpener(), cli::workspaceCaseOpener()})
                                .run({{QStringLiteral("character"), m_town->workspace().path()},
                                      {{QStringLiteral("area"), area}},
                                      {},
                                      {}});
        return answer ? answer->json[QLatin1String("profiles")].toArray().first().toObject() : QJsonObject();
    }
    void choose(const QString &area)
    {
        auto *areas = card().findChild<QComboBox *>(QStringLiteral("character.areas"));
        areas->setCurrentIndex(areas->findData(area));
        QTRY_VERIFY_WITH_TIMEOUT(card().view() && card().view()->profile.area == area && window().isSettled(),
                                 kPatience);
    }

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light);
        m_town = std::make_unique<WindowTown>();
        QCOMPARE(m_town->start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
    }
    void cleanupTestCase() { m_town.reset(); }

    void theCardSaysWhatTheCommandLineSays()
    {
        window().actions().action("planning.character")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(card().isVisible() && window().planning().desk().study() != nullptr, kPatience);
        window().character().open();
        QTRY_VERIFY_WITH_TIMEOUT(card().view().has_value() && window().isSettled(), kPatience);
        choose(kOldTown);
        const QJsonObject told = verbProfile(kOldTown);
        const CharacterView &view = *card().view();
        QCOMPARE(static_cast<qint64>(view.profile.buildings), told[QLatin1String("buildings")].toInteger());
        QVERIFY(view.profile.buildings > 800);
        QCOMPARE(view.profile.height.at(0.5).value_or(-1),
                 told[QLatin1String("height")][QLatin1String("p50")].toDouble());
        QCOMPARE(view.profile.roof.counts.at(QStringLiteral("gable")),
                 static_cast<std::size_t>(
                     told[QLatin1String("roof")][QLatin1String("counts")][QLatin1String("gable")].toInteger()));
        QVERIFY(std::abs(analysis::meanIndex(view.buildings).value_or(-1) - told[QLatin1String("index")].toDouble()) <
                1e-12);
        QVERIFY2(card().words().contains(QLatin1String("878 buildings")), qPrintable(card().words()));
        QVERIFY(card().words().contains(QLatin1String("to be confirmed")));
        m_town->picture("character-light");
    }

    void aBuildingOfTheListIsChosenEverywhere()
    {
        auto *list = card().findChild<QTreeWidget *>(QStringLiteral("character.buildings"));
        QVERIFY(list->topLevelItemCount() > 1);
        list->setCurrentItem(list->topLevelItem(0));
        QTRY_COMPARE_WITH_TIMEOUT(m_town->services().selection.things().size(), std::size_t(1), kPatience);
        QVERIFY(card().isVisible()); // its details do not push the card away
        QTest::mouseClick(card().findChild<QPushButton *>(QStringLiteral("character.foreign")), Qt::LeftButton);
        std::size_t foreign = 0;
        for (const analysis::Conformity &building : card().view()->buildings) {
            foreign += building.index && *building.index < 0.5 ? 1 : 0;
        }
        QCOMPARE(m_town->services().selection.things().size(), std::max<std::size_t>(foreign, 1));
    }

    void aReferenceIsKeptAndUndone()
    {
        const auto isKept = [this] {
            return card().view() && card().words().contains(QLatin1String("Held against the reference of"));
        };
        QVERIFY(!isKept());
        QTest::mouseClick(card().findChild<QPushButton *>(QStringLiteral("character.keep")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isKept(), kPatience);
        QCOMPARE(card().view()->reference->toJson(), card().view()->profile.toJson());
        QVERIFY(!m_town->workspace().json(QStringLiteral("planning/character/") + kOldTown).isEmpty());
        LOCI_VERIFY_RESULT(m_town->workspace().undo());
        window().character().open();
        QTRY_VERIFY_WITH_TIMEOUT(card().view() && !isKept(), kPatience);
    }

    void aScenarioIsHeldAgainstTheTownWithoutIt()
    {
        const auto &scenarios = window().planning().desk().planCase().scenarios;
        QVERIFY(!scenarios.empty());
        window().planning().desk().setCurrent(scenarios.front().id);
        QTRY_VERIFY_WITH_TIMEOUT(card().view() && card().view()->reference && window().isSettled(), kPatience);
        QVERIFY2(card().words().contains(QLatin1String("held against the town without it")),
                 qPrintable(card().words()));
    }

    void itSpeaksChinese()
    {
        m_town->services().translator.setLanguage(QStringLiteral("zh_CN"));
        QTRY_VERIFY_WITH_TIMEOUT(window().isSettled(), kPatience);
        window().character().open();
        QTRY_VERIFY_WITH_TIMEOUT(card().view() && window().isSettled(), kPatience);
        QVERIFY2(card().words().contains(QStringLiteral("栋建筑")), qPrintable(card().words()));
        QVERIFY(!card().words().contains(QLatin1String("Height")));
        m_town->picture("character-zh");
        m_town->services().translator.setLanguage(QStringLiteral("en"));
    }
};

LOCI_TEST_CLASS(TestCharacterWindow)
#include "character_window.moc"
