// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/common_demo.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/headerbar.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/taskbutton.h"
#include "widgets/common/toast.h"
#include "widgets/common/tokens.h"
#include "widgets/common/tour.h"
#include "widgets/common/translator.h"
#include "widgets/common/welcomepage.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>
#include <QToolButton>

using namespace loci::test;
using namespace loci::widgets;

/// Draws everything at the sizes, themes and languages that matter, and leaves the pictures in build/screens.
class TestScreens : public QObject
{
    Q_OBJECT
private slots:
    void drawsTheFrame_data();
    void drawsTheFrame();
    void drawsTheWelcomePage_data();
    void drawsTheWelcomePage();
    void cleanup();

private:
    void prepare(bool dark, const QString &language);
    void save(QWidget &widget, const QString &name, double scale) const;
    Translator m_translator;
};

void TestScreens::prepare(bool dark, const QString &language)
{
    applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
    m_translator.setLanguage(language);
}

void TestScreens::cleanup()
{
    m_translator.setLanguage(QStringLiteral("en"));
    applyTheme(*qApp, ThemeMode::Light);
}

void TestScreens::save(QWidget &widget, const QString &name, double scale) const
{
    QImage picture(widget.size() * scale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    picture.fill(Qt::magenta); // what nothing paints shows up
    widget.render(&picture, {}, {}, QWidget::DrawChildren | QWidget::DrawWindowBackground);
    QDir().mkpath(QStringLiteral(LOCI_BINARY_DIR "/screens"));
    QVERIFY(picture.save(QStringLiteral(LOCI_BINARY_DIR "/screens/%1.png").arg(name)));
    int holes = 0;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7) {
            holes += picture.pixelColor(x, y) == QColor(Qt::magenta) ? 1 : 0;
        }
    }
    QCOMPARE(holes, 0);
}

void TestScreens::drawsTheFrame_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    const QSize sizes[] = {{1280, 800}, {1920, 1080}, {1920, 1080}};
    const double scales[] = {1, 1, 2};
    for (int i = 0; i < 3; ++i) {
        for (const bool dark : {false, true}) {
            for (const char *language : {"en", "zh_CN"}) {
                QTest::addRow("%d-%s-%s", qRound(sizes[i].width() * scales[i]), dark ? "dark" : "light", language)
                    << sizes[i] << scales[i] << dark << QString::fromLatin1(language);
            }
        }
    }
}

void TestScreens::drawsTheFrame()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    prepare(dark, language);
    ShellDemo demo;
    demo.resize(size);
    demo.header->setLanguage(language);
    demo.show();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    QVERIFY(QTest::qWaitForWindowExposed(&demo));
    save(demo, QStringLiteral("frame-") + QLatin1String(QTest::currentDataTag()), scale);
    QCOMPARE(demo.size(), size); // nothing forces the window to be larger
    for (QToolButton *button : demo.findChildren<QToolButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->toolButtonStyle() != Qt::ToolButtonIconOnly) {
            QVERIFY2(button->width() >= button->sizeHint().width(),
                     qPrintable(button->text() + QStringLiteral(" is cut")));
        }
        if (button->isVisible() && button->text().isEmpty() && !button->parentWidget()->inherits("QLineEdit")) {
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName() + button->icon().name()));
        }
    }
    if (size.width() == 1280) {
        demo.palette->open();
        demo.header->searchField()->setText(QStringLiteral("m"));
        demo.palette->open();
        demo.toast->showMessage(QStringLiteral("Layer Trees was removed"), QStringLiteral("Undo"), [] {});
        save(demo, QStringLiteral("palette-") + QLatin1String(QTest::currentDataTag()), scale);
        demo.palette->close();
        demo.toast->showProblem(QStringLiteral("The file delft.city.json could not be read: it is not JSON."));
        demo.tasks->popover().openAbove(*demo.tasks);
        save(demo, QStringLiteral("tasks-") + QLatin1String(QTest::currentDataTag()), scale);
        demo.tasks->popover().hide();
        demo.toast->hide();
        demo.tour->start();
        QTest::keyClick(demo.tour, Qt::Key_Right);
        save(demo, QStringLiteral("tour-") + QLatin1String(QTest::currentDataTag()), scale);
    }
}

void TestScreens::drawsTheWelcomePage_data()
{
    drawsTheFrame_data();
}

void TestScreens::drawsTheWelcomePage()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    prepare(dark, language);
    const std::unique_ptr<WelcomePage> page = makeDemoWelcome();
    page->resize(size);
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    save(*page, QStringLiteral("welcome-") + QLatin1String(QTest::currentDataTag()), scale);
}

LOCI_TEST_CLASS(TestScreens)
#include "common_screens.moc"
