// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/common_demo.h"
#include "widgets/common/headerbar.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/common/welcomepage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>

using namespace loci::widgets;

class TestLanguage : public QObject
{
    Q_OBJECT
private slots:
    void cleanup();
    void loadsEveryFileOfTheLanguage();
    void switchReachesEveryPiece();
    void noEnglishStaysBehind();
    void choiceIsRememberedAndResolved();
    void eachSwitchTellsAWidgetOnceOrTwice();
    void chineseIsDrawnInChineseForms();

private:
    Translator m_translator;
};

void TestLanguage::cleanup()
{
    m_translator.setLanguage(QStringLiteral("en"));
}

void TestLanguage::loadsEveryFileOfTheLanguage()
{
    m_translator.setLanguage(QStringLiteral("zh_CN"));
    QVERIFY(m_translator.loadedFiles().contains(QStringLiteral(":/i18n/shell_zh_CN.qm")));
    m_translator.setLanguage(QStringLiteral("en"));
    QVERIFY(m_translator.loadedFiles().contains(QStringLiteral(":/i18n/plurals_en.qm")));
    QVERIFY(!m_translator.loadedFiles().contains(QStringLiteral(":/i18n/shell_zh_CN.qm")));
    QCOMPARE(QCoreApplication::translate("loci::widgets::FacetBar", "%n more", nullptr, 2), QStringLiteral("2 more"));
    QCOMPARE(QCoreApplication::translate("loci::widgets::CharacterCard", "%n buildings", nullptr, 1),
             QStringLiteral("1 building"));
    QCOMPARE(QCoreApplication::translate("loci::widgets::CharacterCard", "%n buildings", nullptr, 3),
             QStringLiteral("3 buildings"));
}

void TestLanguage::switchReachesEveryPiece()
{
    loci::test::ShellDemo demo;
    const QString english = demo.header->searchField()->placeholderText();
    const QString command = demo.actions.action("map.zoomIn")->text();
    m_translator.setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(demo.header->searchField()->placeholderText() != english); // Qt posts the event to top-level windows
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    auto *planning = demo.findChild<QAbstractButton *>(QStringLiteral("rail.planning"));
    QCOMPARE(planning->text(), QStringLiteral("规划"));
    QCOMPARE(demo.findChild<QAbstractButton *>(QStringLiteral("task.button"))->text(), QStringLiteral("任务"));
    m_translator.setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(demo.header->searchField()->placeholderText(), english);
    QCOMPARE(demo.actions.action("map.zoomIn")->text(), command);
}

void TestLanguage::noEnglishStaysBehind()
{
    // The pages whose every word is ours: after the switch no label or button may hold two Latin words in a row.
    const std::unique_ptr<WelcomePage> page = std::make_unique<WelcomePage>();
    page->resize(1280, 800);
    m_translator.setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(page->findChild<QLabel *>()->text().contains(QStringLiteral("欢迎")));
    static const QRegularExpression english(QStringLiteral("[a-z]{2,} [a-z]{2,}"));
    for (const QLabel *label : page->findChildren<QLabel *>()) {
        QVERIFY2(!english.match(label->text()).hasMatch(), qPrintable(label->text()));
    }
    for (const QAbstractButton *button : page->findChildren<QAbstractButton *>()) {
        QVERIFY2(!english.match(button->text()).hasMatch(), qPrintable(button->text()));
        QVERIFY2(!english.match(button->accessibleDescription()).hasMatch(),
                 qPrintable(button->accessibleDescription()));
    }
}

void TestLanguage::choiceIsRememberedAndResolved()
{
    m_translator.setLanguage(QStringLiteral("zh_CN"));
    Translator next;
    next.restore();
    QCOMPARE(next.language(), QStringLiteral("zh_CN"));
    QCOMPARE(Translator::resolved(QStringLiteral("zh_TW")), QStringLiteral("zh_CN"));
    QCOMPARE(Translator::resolved(QStringLiteral("fr")), QStringLiteral("en"));
    m_translator.setLanguage(QStringLiteral("system"));
    QCOMPARE(QSettings().value(QStringLiteral("language")).toString(), QStringLiteral("system"));
    QCOMPARE(m_translator.language(), Translator::resolved(QLocale::system().name()));
}

namespace {
class Counter final : public QWidget
{
public:
    int seen = 0;

protected:
    void changeEvent(QEvent *event) override { seen += event->type() == QEvent::LanguageChange ? 1 : 0; }
};
} // namespace

void TestLanguage::eachSwitchTellsAWidgetOnceOrTwice()
{
    Counter counter;
    m_translator.setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(counter.seen >= 1);
    QCoreApplication::sendPostedEvents(&counter, QEvent::LanguageChange);
    QVERIFY(counter.seen <= 2);
}

void TestLanguage::chineseIsDrawnInChineseForms()
{
    m_translator.setLanguage(QStringLiteral("zh_CN"));
    const QStringList families = tokenFont(13).families();
    QVERIFY(families.contains(QStringLiteral("Noto Sans CJK SC")));
    QVERIFY(!families.contains(QStringLiteral("Noto Sans CJK JP")));
}

LOCI_TEST_CLASS(TestLanguage)
#include "common_language.moc"
