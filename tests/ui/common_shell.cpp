// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/common_demo.h"
#include "widgets/common/headerbar.h"
#include "widgets/common/historypanel.h"
#include "widgets/common/rail.h"
#include "widgets/common/taskbutton.h"
#include "widgets/common/tour.h"
#include "widgets/common/welcomepage.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace loci::widgets;
using loci::workspace::TaskInfo;

class TestShell : public QObject
{
    Q_OBJECT
private slots:
    void railShowsPacksInTheirOrder();
    void railMarksOneAndSettingsOnlyAsks();
    void headerKeepsSearchInTheMiddle_data();
    void headerKeepsSearchInTheMiddle();
    void tasksShowProgressAndCancel();
    void historyGoesToTheStepClicked();
    void welcomeAsksForWhatIsClicked();
    void tourWalksLitPartsAndCanBeLeft();
    void everythingIsReachableByTab();
};

void TestShell::railShowsPacksInTheirOrder()
{
    Rail rail;
    rail.addItem({QStringLiteral("b"), QStringLiteral("map"), "Rail", "B", 20});
    rail.addItem({QStringLiteral("settings"), QStringLiteral("settings"), "Rail", "Settings", 1, true});
    rail.addItem({QStringLiteral("a"), QStringLiteral("map"), "Rail", "A", 10});
    rail.addItem({QStringLiteral("pack"), QStringLiteral("map"), "Rail", "Pack", 15});
    rail.addItem({QStringLiteral("a"), QStringLiteral("map"), "Rail", "Twice", 1});
    QCOMPARE(rail.ids(), QStringList({"a", "pack", "b", "settings"}));
    rail.removeItem(QStringLiteral("pack"));
    QCOMPARE(rail.ids(), QStringList({"a", "b", "settings"}));
}

void TestShell::railMarksOneAndSettingsOnlyAsks()
{
    loci::test::ShellDemo demo;
    demo.resize(1280, 800);
    demo.show();
    QVERIFY(QTest::qWaitForWindowExposed(&demo));
    QSignalSpy chosen(demo.rail, &Rail::chosen);
    QTest::mouseClick(demo.rail->findChild<QAbstractButton *>(QStringLiteral("rail.planning")), Qt::LeftButton);
    QCOMPARE(demo.rail->current(), QStringLiteral("planning"));
    QTest::mouseClick(demo.rail->findChild<QAbstractButton *>(QStringLiteral("rail.settings")), Qt::LeftButton);
    QCOMPARE(demo.rail->current(), QStringLiteral("planning"));
    QCOMPARE(chosen.size(), 2);
}

void TestShell::headerKeepsSearchInTheMiddle_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("1280") << 1280;
    QTest::newRow("1920") << 1920;
}

void TestShell::headerKeepsSearchInTheMiddle()
{
    QFETCH(int, width);
    HeaderBar header;
    header.setWorkspaceName(QStringLiteral("A workspace with a rather long name, for the town of Nowhere"),
                            QStringLiteral("read-only"));
    header.resize(width, HeaderBar::kHeight);
    header.show();
    QVERIFY(QTest::qWaitForWindowExposed(&header));
    const auto *field = header.findChild<QWidget *>(QStringLiteral("header.search"));
    const int off = std::abs(field->geometry().center().x() - width / 2);
    QVERIFY2(off <= width / 20, qPrintable(QString::number(off)));
    QVERIFY(field->width() >= 360);
    QCOMPARE(header.width(), width);
}

void TestShell::tasksShowProgressAndCancel()
{
    QWidget window;
    window.resize(800, 600);
    TaskButton button(&window, &window);
    button.move(600, 560);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(button.count(), -1);
    const auto running = [](quint64 id, double progress) {
        TaskInfo task;
        task.id = id;
        task.title = QStringLiteral("Read a file");
        task.progress = progress;
        return task;
    };
    TaskInfo failed = running(3, 1);
    failed.state = TaskInfo::State::Failed;
    failed.message = QStringLiteral("The file is gone.");
    button.setTasks({running(1, 0.5), running(2, -1), failed});
    QCOMPARE(button.count(), 2);
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(button.popover().isVisible());
    QVERIFY(window.rect().contains(button.popover().geometry()));
    QSignalSpy cancelled(&button, &TaskButton::cancelRequested);
    QAbstractButton *cross = nullptr;
    for (auto *candidate : button.popover().findChildren<QAbstractButton *>()) {
        cross = cross == nullptr && candidate->isVisible() ? candidate : cross;
    }
    QVERIFY(cross != nullptr);
    button.setTasks({running(1, 0.6), running(2, 0.1), failed}); // the cross is still the same one
    QTest::mouseClick(cross, Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(cancelled.at(0).at(0).toULongLong(), 1ULL);
    QTest::keyClick(&button.popover(), Qt::Key_Escape);
    QVERIFY(!button.popover().isVisible());
}

void TestShell::historyGoesToTheStepClicked()
{
    HistoryPanel panel;
    panel.resize(320, 400);
    panel.setItems(
        {{11, QStringLiteral("Add layer"), {}, {}, false}, {12, QStringLiteral("Hide layer"), {}, {}, true}});
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy go(&panel, &HistoryPanel::goToRequested);
    auto *list = panel.findChild<QListWidget *>();
    QCOMPARE(list->count(), 3);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(go.takeFirst().at(0).toLongLong(), 12LL);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(2)).center());
    QCOMPARE(go.takeFirst().at(0).toLongLong(), 0LL);
}

void TestShell::welcomeAsksForWhatIsClicked()
{
    const std::unique_ptr<WelcomePage> page = loci::test::makeDemoWelcome();
    page->resize(1280, 900);
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    QSignalSpy sample(page.get(), &WelcomePage::sampleRequested);
    QSignalSpy made(page.get(), &WelcomePage::templateChosen);
    QTest::mouseClick(page->findChild<QWidget *>(QStringLiteral("welcome.sample")), Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
    QTest::mouseClick(page->findChild<QWidget *>(QStringLiteral("welcome.template.heritage")), Qt::LeftButton);
    QCOMPARE(made.at(0).at(0).toString(), QStringLiteral("heritage"));
}

void TestShell::tourWalksLitPartsAndCanBeLeft()
{
    loci::test::ShellDemo demo;
    demo.resize(1280, 800);
    demo.show();
    QVERIFY(QTest::qWaitForWindowExposed(&demo));
    QSignalSpy finished(demo.tour, &Tour::finished);
    QCOMPARE(Tour::mainWindowSteps().size(), std::size_t(6));
    demo.tour->start();
    int steps = 1;
    for (; demo.tour->currentStep() < 5 && steps < 10; ++steps) {
        QTest::keyClick(demo.tour, Qt::Key_Right);
    }
    QCOMPARE(steps, 6); // every step finds its widget
    QTest::keyClick(demo.tour, Qt::Key_Right);
    QCOMPARE(finished.size(), 1);
    demo.tour->start();
    QTest::keyClick(demo.tour, Qt::Key_Escape);
    QCOMPARE(finished.size(), 2);
    QVERIFY(!demo.tour->isVisible());
}

void TestShell::everythingIsReachableByTab()
{
    loci::test::ShellDemo demo;
    demo.resize(1280, 800);
    demo.show();
    QVERIFY(QTest::qWaitForWindowExposed(&demo));
    QStringList unreachable;
    for (QAbstractButton *button : demo.findChildren<QAbstractButton *>()) {
        const bool part = button->parentWidget()->inherits("QLineEdit") ||
                          button->parentWidget()->inherits("QTabBar") || button->parentWidget()->inherits("QTableView");
        if (button->isVisible() && button->isEnabled() && !part && (button->focusPolicy() & Qt::TabFocus) == 0) {
            unreachable << button->text() + button->accessibleName() + QLatin1String(button->metaObject()->className());
        }
    }
    QVERIFY2(unreachable.isEmpty(), qPrintable(unreachable.join(QStringLiteral(", "))));
}

LOCI_TEST_CLASS(TestShell)
#include "common_shell.moc"
