// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "widgets/common/icons.h"
#include "widgets/common/resources.h"
#include "widgets/common/tokens.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace loci::widgets;

class TestIcons : public QObject
{
    Q_OBJECT
private slots:
    void everyIconNamedInCodeExists();
    void everyDrawingIsOfTheFamily();
    void unknownNameIsEmptyAndLoggedOnce();
    void iconFollowsThemeWithoutBeingMadeAnew();
};

void TestIcons::everyIconNamedInCodeExists()
{
    initLociResources();
    // Calls that take an icon's name, and the fourth member of an ActionSpec.
    static const QRegularExpression patterns[] = {
        // the arguments of a call, with one level of parentheses inside: icon(dark ? QStringLiteral("moon") : ...)
        QRegularExpression(QStringLiteral(
            R"re(\b(?:icon|iconPixmap|makeIconButton|addButton|EmptyState|WelcomeTile)\(([^()]*(?:\([^()]*\)[^()]*)*)\))re")),
        QRegularExpression(QStringLiteral(R"re(\baddAction\(\s*QStringLiteral\(("[a-z0-9-]+")\))re")),
        QRegularExpression(QStringLiteral(R"re(QT_TRANSLATE_NOOP\(\s*"[^"]*",\s*"[^"]*"\),\s*("[a-z0-9-]+"))re")),
        QRegularExpression(QStringLiteral(R"re(\.icon\s*=\s*(?:QStringLiteral\()?("[a-z0-9-]+"))re")),
    };
    static const QRegularExpression literal(QStringLiteral(R"re("([a-z0-9-]+)")re"));
    int seen = 0;
    QStringList missing;
    for (const char *folder : {"app", "widgets", "plugins"}) {
        QDirIterator files(QDir(QStringLiteral(LOCI_SOURCE_DIR "/") + QLatin1String(folder)).canonicalPath(),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (const QRegularExpression &pattern : patterns) {
                for (auto it = pattern.globalMatch(text); it.hasNext();) {
                    const QString arguments = it.next().captured(1);
                    for (auto name = literal.globalMatch(arguments); name.hasNext(); ++seen) {
                        const QString icon = name.next().captured(1);
                        if (!QFile::exists(QStringLiteral(":/icons/%1.svg").arg(icon))) {
                            missing << icon + QStringLiteral(" in ") + file.fileName();
                        }
                    }
                }
            }
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    QVERIFY2(seen > 20, "the patterns no longer find icon names in the sources");
}

void TestIcons::everyDrawingIsOfTheFamily()
{
    const QDir folder(QStringLiteral(":/icons"));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(names.size() >= 60);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY2(svg.contains("viewBox=\"0 0 24 24\""), qPrintable(name));
        QVERIFY2(svg.contains("currentColor"), qPrintable(name));
        const QImage drawn = iconPixmap(name.chopped(4), Qt::black, 24, 1).toImage();
        bool ink = false;
        for (int y = 0; y < drawn.height() && !ink; ++y) {
            for (int x = 0; x < drawn.width() && !ink; ++x) {
                ink = qAlpha(drawn.pixel(x, y)) > 100;
            }
        }
        QVERIFY2(ink, qPrintable(name + QStringLiteral(" draws nothing")));
    }
}

void TestIcons::unknownNameIsEmptyAndLoggedOnce()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no-such-icon")));
    QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    QTest::failOnWarning(QRegularExpression(QStringLiteral("no-such-icon")));
    QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
}

void TestIcons::iconFollowsThemeWithoutBeingMadeAnew()
{
    applyTheme(*qApp, ThemeMode::Light);
    const QIcon made = icon(QStringLiteral("plus"));
    const QImage light = made.pixmap(QSize(24, 24)).toImage();
    applyTheme(*qApp, ThemeMode::Dark);
    const QImage dark = made.pixmap(QSize(24, 24)).toImage();
    applyTheme(*qApp, ThemeMode::Light);
    QVERIFY(light != dark);
    QVERIFY(QColor(dark.pixel(12, 12)).lightness() > QColor(light.pixel(12, 12)).lightness());
    QCOMPARE(made.pixmap(QSize(24, 24), 2.0).width(), 48);
}

LOCI_TEST_CLASS(TestIcons)
#include "common_icons.moc"
