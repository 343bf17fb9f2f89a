// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/pinyin.h"
#include "tests/support/testmain.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/fuzzymatch.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/translator.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace loci::widgets;

namespace {

class LateProvider final : public PaletteProvider
{
public:
    QString heading() const override { return QStringLiteral("Places"); }
    void query(const QString &text, int limit, PaletteAnswer answer) override
    {
        Q_UNUSED(limit)
        asked << text;
        answers.push_back(std::move(answer));
    }
    QStringList asked;
    std::vector<PaletteAnswer> answers;
};

PaletteItem place(const QString &title)
{
    PaletteItem item;
    item.title = title;
    item.score = 0.9;
    return item;
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void pinyinGivesFullAndInitials();
    void pinyinKnowsSecondReadings();
    void textWithoutChineseHasNoPinyin();
    void scoresWordStartsAboveStrewnLetters();
    void findsChineseCommandByInitials();
    void keyboardChoosesAndRuns();
    void escapeClosesFirstThenLeavesField();
    void dropsLateAnswerToOldQuestion();
    void disabledCommandDoesNotRun();
    void registryRefusesSameIdTwice();

private:
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ActionRegistry> m_actions;
    SearchField *m_field = nullptr;
    CommandPalette *m_palette = nullptr;
    int m_zoomed = 0;
    bool m_enabled = true;
};

void TestPalette::init()
{
    m_zoomed = 0;
    m_enabled = true;
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 600);
    m_actions = std::make_unique<ActionRegistry>();
    m_actions->add(
        {"map.zoomIn", "Map", "Zoom in", "plus", QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { ++m_zoomed; }});
    m_actions->add({"map.zoomOut", "Map", "Zoom out", "minus", {}, [] {}});
    m_actions->add({"scene.fly", "Scene", "飞到镜头", "camera", {}, [this] { m_zoomed += 100; }});
    m_actions->add({"app.never",
                    "App",
                    "Never possible",
                    "error",
                    {},
                    [this] { m_zoomed = -1; },
                    false,
                    {},
                    [this] { return m_enabled; }});
    m_field = new SearchField(m_window.get());
    m_field->setGeometry(200, 8, 400, 32);
    m_palette = new CommandPalette(*m_field, *m_actions, m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestPalette::cleanup()
{
    m_window.reset();
    m_actions.reset();
}

void TestPalette::pinyinGivesFullAndInitials()
{
    QCOMPARE(loci::pinyinKeys(QStringLiteral("望江楼")).mid(0, 2), QStringList({"wangjianglou", "wjl"}));
    QCOMPARE(loci::pinyinKeys(QStringLiteral("鼓楼街 12 号")).mid(0, 2), QStringList({"guloujie12hao", "glj12h"}));
    QCOMPARE(loci::pinyinKeys(QStringLiteral("LoD 切换")).at(1), QStringLiteral("lodqh"));
}

void TestPalette::pinyinKnowsSecondReadings()
{
    const QStringList keys = loci::pinyinKeys(QStringLiteral("重庆"));
    QVERIFY(keys.contains(QStringLiteral("chongqing")));
    QVERIFY(keys.contains(QStringLiteral("cq")));
    QVERIFY(loci::pinyinKeys(QString(QStringLiteral("长")).repeated(40)).size() <= 8);
}

void TestPalette::textWithoutChineseHasNoPinyin()
{
    QVERIFY(loci::pinyinKeys(QStringLiteral("Delft")).isEmpty());
    QVERIFY(!loci::hasHan(QStringLiteral("Ä 12")));
    QVERIFY(loci::hasHan(QStringLiteral("桥")));
}

void TestPalette::scoresWordStartsAboveStrewnLetters()
{
    QVERIFY(fuzzyScore(QStringLiteral("zi"), QStringLiteral("Zoom in")) >
            fuzzyScore(QStringLiteral("zi"), QStringLiteral("Resize it")));
    QVERIFY(fuzzyScore(QStringLiteral("zoom"), QStringLiteral("Zoom in")) >
            fuzzyScore(QStringLiteral("zoin"), QStringLiteral("Zoom in")));
    QCOMPARE(fuzzyScore(QStringLiteral("zoom in"), QStringLiteral("Zoom in")), 1.0);
    QCOMPARE(fuzzyScore(QStringLiteral("xq"), QStringLiteral("Zoom in")), 0.0);
    QCOMPARE(fuzzyScore(QString(), QStringLiteral("Zoom in")), 0.0);
    QVERIFY(SearchKeys(QStringLiteral("望江楼")).score(QStringLiteral("wjl")) > 0.9);
    QVERIFY(SearchKeys(QStringLiteral("望江楼")).score(QStringLiteral("wangj")) > 0.8);
}

void TestPalette::findsChineseCommandByInitials()
{
    m_palette->open();
    QTest::keyClicks(m_field, QStringLiteral("fdjt"));
    QTRY_COMPARE(m_palette->titles(), QStringList{QStringLiteral("飞到镜头")});
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_zoomed, 100);
}

void TestPalette::keyboardChoosesAndRuns()
{
    QSignalSpy ran(m_palette, &CommandPalette::ran);
    QTest::keyClicks(m_field, QStringLiteral("zoom"));
    QTRY_COMPARE(m_palette->titles(), QStringList({QStringLiteral("Zoom in"), QStringLiteral("Zoom out")}));
    QVERIFY(m_palette->isVisible());
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Up);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_zoomed, 1);
    QCOMPARE(ran.size(), 1);
    QVERIFY(!m_palette->isVisible());
    QVERIFY(m_field->text().isEmpty());
}

void TestPalette::escapeClosesFirstThenLeavesField()
{
    m_palette->open();
    QTest::keyClicks(m_field, QStringLiteral("zoom"));
    QTRY_VERIFY(m_palette->titles().size() == 2);
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!m_palette->isVisible());
    QCOMPARE(m_field->text(), QStringLiteral("zoom"));
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(m_field->text().isEmpty());
    QVERIFY(!m_field->hasFocus());
}

void TestPalette::dropsLateAnswerToOldQuestion()
{
    auto owned = std::make_unique<LateProvider>();
    LateProvider *provider = owned.get();
    m_palette->addProvider(std::move(owned));
    QTest::keyClicks(m_field, QStringLiteral("gate"));
    QTRY_COMPARE(provider->asked.size(), 1);
    QTest::keyClicks(m_field, QStringLiteral("s"));
    QTRY_COMPARE(provider->asked.size(), 2);
    provider->answers[1]({place(QStringLiteral("Gates of the town"))});
    provider->answers[0]({place(QStringLiteral("Water gate"))});
    QCOMPARE(m_palette->titles(), QStringList{QStringLiteral("Gates of the town")});
}

void TestPalette::disabledCommandDoesNotRun()
{
    m_enabled = false;
    QTest::keyClicks(m_field, QStringLiteral("never"));
    QTRY_COMPARE(m_palette->titles(), QStringList{QStringLiteral("Never possible")});
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_zoomed, 0);
}

void TestPalette::registryRefusesSameIdTwice()
{
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("map.zoomIn")));
    QAction *again = m_actions->add({"map.zoomIn", "Map", "Another", nullptr, {}, [] {}});
    QCOMPARE(again->text(), QStringLiteral("Zoom in"));
    QCOMPARE(m_actions->actions().size(), std::size_t(4));
    QCOMPARE(m_actions->action("map.unknown"), nullptr);
}

LOCI_TEST_CLASS(TestPalette)
#include "common_palette.moc"
