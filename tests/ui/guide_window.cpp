// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "tests/support/testmain.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/guide/guidereader.h"
#include "widgets/guide/guidewindow.h"

#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextList>
#include <QToolButton>
#include <QTreeWidget>

using namespace loci;
using widgets::GuideBook;
using widgets::GuideWindow;

namespace {

QTreeWidgetItem *current(const GuideWindow &window)
{
    return window.findChild<QTreeWidget *>(QStringLiteral("guide.contents"))->currentItem();
}

int visiblePages(const GuideWindow &window)
{
    int count = 0;
    for (QTreeWidgetItemIterator it(window.findChild<QTreeWidget *>(QStringLiteral("guide.contents")),
                                    QTreeWidgetItemIterator::NotHidden);
         *it != nullptr; ++it) {
        count += (*it)->data(0, Qt::UserRole).toString().isEmpty() ? 0 : 1;
    }
    return count;
}

} // namespace

/// The user guide as a person meets it: opened from the main window, read, searched, switched.
class TestGuideWindow : public QObject
{
    Q_OBJECT
private slots:
    void bothLanguagesHaveTheSamePages();
    void everyPageShowsWithAllItsPictures();
    void stepsHaveTheNumbersOfTheSource();
    void aPictureShowsLargeAndBackReturns();
    void aLinkOpensItsPageAndBackReturns();
    void searchLeavesThePagesThatHaveTheWords();
    void typeFollowsTheTheme();
    void aMissingPageIsNoticed();
    void helpOpensTheGuideInTheLanguageOfTheWindow();
};

void TestGuideWindow::bothLanguagesHaveTheSamePages()
{
    const GuideBook english(QStringLiteral("en"));
    const GuideBook chinese(QStringLiteral("zh_CN"));
    QVERIFY(english.pages().size() > 3);
    QCOMPARE(chinese.pages().size(), english.pages().size());
    for (std::size_t i = 0; i < english.pages().size(); ++i) {
        QCOMPARE(chinese.pages()[i].name, english.pages()[i].name);
        QVERIFY(chinese.pages()[i].title != english.pages()[i].title);
    }
}

void TestGuideWindow::everyPageShowsWithAllItsPictures()
{
    for (const char *language : {"en", "zh_CN"}) {
        GuideWindow window{QLatin1String(language)};
        window.show();
        const GuideBook book{QLatin1String(language)};
        for (const widgets::GuidePage &page : book.pages()) {
            window.showPage(page.name);
            QCOMPARE(window.currentPage(), page.name);
            QVERIFY(window.reader().document()->size().height() > 0); // lays out, so that pictures are asked for
            QVERIFY2(window.reader().document()->firstBlock().blockFormat().headingLevel() == 1, qPrintable(page.name));
            QCOMPARE(current(window)->data(0, Qt::UserRole).toString(), page.name);
            QVERIFY(current(window)->isSelected());
        }
        QCOMPARE(window.reader().missing(), QStringList());
    }
}

void TestGuideWindow::stepsHaveTheNumbersOfTheSource()
{
    GuideWindow window(QStringLiteral("zh_CN"));
    static const QRegularExpression number(QStringLiteral("^(\\d+\\.) "), QRegularExpression::MultilineOption);
    for (const char *name : {"index", "planning-hour", "heritage-hour", "briefing-hour"}) {
        window.showPage(QLatin1String(name));
        QFile file(QStringLiteral(":/guide/zh/%1.md").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList wanted;
        QRegularExpressionMatchIterator it = number.globalMatch(QString::fromUtf8(file.readAll()));
        while (it.hasNext()) {
            wanted << it.next().captured(1);
        }
        QVERIFY(!wanted.isEmpty());
        QStringList shown;
        for (QTextBlock block = window.reader().document()->begin(); block.isValid(); block = block.next()) {
            if (block.textList() != nullptr && block.textList()->format().style() == QTextListFormat::ListDecimal) {
                shown << block.textList()->itemText(block);
            }
        }
        QCOMPARE(shown, wanted);
    }
}

void TestGuideWindow::aPictureShowsLargeAndBackReturns()
{
    GuideWindow window(QStringLiteral("en"));
    window.show();
    window.showPage(QStringLiteral("planning-hour"));
    window.reader().setSource(QUrl(QStringLiteral("../pictures/en/planning.png")));
    QCOMPARE(window.currentPage(), QString());
    QVERIFY(window.reader().document()->idealWidth() > widgets::GuideReader::kColumn);
    window.reader().backward();
    QCOMPARE(window.currentPage(), QStringLiteral("planning-hour"));
    QCOMPARE(window.reader().lineWrapColumnOrWidth(), widgets::GuideReader::kColumn);
    QVERIFY(window.reader().document()->idealWidth() <= widgets::GuideReader::kColumn);
    QCOMPARE(window.reader().missing(), QStringList());
}

void TestGuideWindow::aLinkOpensItsPageAndBackReturns()
{
    GuideWindow window(QStringLiteral("en"));
    window.show();
    window.reader().setSource(QUrl(QStringLiteral("planning-hour.md")));
    QCOMPARE(window.currentPage(), QStringLiteral("planning-hour"));
    window.reader().backward();
    QCOMPARE(window.currentPage(), QStringLiteral("index"));
    const QTextBlock title = window.reader().document()->firstBlock();
    QCOMPARE(title.begin().fragment().charFormat().font().pixelSize(), widgets::tokens().fontDisplay);
    window.reader().forward();
    QCOMPARE(window.currentPage(), QStringLiteral("planning-hour"));
}

void TestGuideWindow::searchLeavesThePagesThatHaveTheWords()
{
    GuideWindow window(QStringLiteral("en"));
    window.show();
    const int all = visiblePages(window);
    QCOMPARE(all, static_cast<int>(GuideBook(QStringLiteral("en")).pages().size()));
    auto *search = window.findChild<widgets::SearchField *>(QStringLiteral("guide.search"));
    search->setText(QStringLiteral("heritage"));
    QVERIFY(visiblePages(window) > 0);
    search->setText(QStringLiteral("zzzyx"));
    QCOMPARE(visiblePages(window), 0);
    search->clear();
    QCOMPARE(visiblePages(window), all);
}

void TestGuideWindow::typeFollowsTheTheme()
{
    GuideWindow window(QStringLiteral("en"));
    window.show();
    const auto colour = [&window] {
        return window.reader().document()->firstBlock().begin().fragment().charFormat().foreground().color();
    };
    widgets::applyTheme(*qApp, widgets::ThemeMode::Light);
    QTRY_COMPARE_WITH_TIMEOUT(colour(), widgets::tokens().text, 20000);
    const QColor light = colour();
    widgets::applyTheme(*qApp, widgets::ThemeMode::Dark);
    QTRY_COMPARE_WITH_TIMEOUT(colour(), widgets::tokens().text, 20000);
    QVERIFY(colour() != light);
    widgets::applyTheme(*qApp, widgets::ThemeMode::Light);
}

void TestGuideWindow::aMissingPageIsNoticed()
{
    GuideWindow window(QStringLiteral("en"));
    window.reader().loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("../pictures/en/none.png")));
    window.reader().loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("https://example.org/a.png")));
    QCOMPARE(window.reader().missing().size(), 2);
}

void TestGuideWindow::helpOpensTheGuideInTheLanguageOfTheWindow()
{
    const QTemporaryDir folder;
    auto rooms = app::Rooms::start(folder.filePath(QStringLiteral("profile")));
    LOCI_VERIFY_RESULT(rooms);
    const app::Services &services = (*rooms)->services();
    services.translator.use(QStringLiteral("en"));
    {
        app::MainWindow window(services);
        LOCI_VERIFY_RESULT(services.host.openUntitled(true));
        window.show();
        QAction *action = window.actions().action("help.guide");
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_F1));
        const auto *button = window.findChild<QToolButton *>(QStringLiteral("header.help"));
        QVERIFY(button->isVisible() && button->menu()->actions().contains(action));
        action->trigger();
        auto *guide = window.findChild<GuideWindow *>();
        QVERIFY(guide != nullptr && guide->isVisible());
        guide->showPage(QStringLiteral("heritage-hour"));
        const QString english = guide->reader().toPlainText();
        services.translator.use(QStringLiteral("zh_CN"));
        QCOMPARE(guide->currentPage(), QStringLiteral("heritage-hour"));
        QVERIFY(guide->reader().toPlainText() != english);
        QTRY_VERIFY_WITH_TIMEOUT(guide->windowTitle().startsWith(QStringLiteral("用户指南")), 20000);
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(guide, &escape);
        QVERIFY(!guide->isVisible());
        action->trigger();
        QCOMPARE(window.findChildren<GuideWindow *>().size(), 1);
        services.translator.use(QStringLiteral("en"));
    }
}

LOCI_TEST_CLASS(TestGuideWindow)
#include "guide_window.moc"
