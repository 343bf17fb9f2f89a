// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "widgets/common/tokens.h"

#include <QApplication>
#include <QFile>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTest>

using namespace loci::widgets;

class TestTokens : public QObject
{
    Q_OBJECT
private slots:
    void textIsReadableOnEveryGround_data();
    void textIsReadableOnEveryGround();
    void bothThemesNameEveryColour();
    void styleSheetHasNoUnknownNames();
    void themeReachesPaletteAndSheet();
    void figuresAreAsWideAsEachOther();
};

namespace {
struct Pair
{
    const char *name;
    QColor Tokens::*ink;
    QColor Tokens::*ground;
};
constexpr Pair kPairs[] = {
    {"text on window", &Tokens::text, &Tokens::window},
    {"text on surface", &Tokens::text, &Tokens::surface},
    {"text on raised", &Tokens::text, &Tokens::raised},
    {"text on sunken", &Tokens::text, &Tokens::sunken},
    {"text on hover", &Tokens::text, &Tokens::hover},
    {"text on pressed", &Tokens::text, &Tokens::pressed},
    {"text on selected", &Tokens::text, &Tokens::selected},
    {"muted on window", &Tokens::textMuted, &Tokens::window},
    {"muted on surface", &Tokens::textMuted, &Tokens::surface},
    {"muted on sunken", &Tokens::textMuted, &Tokens::sunken},
    {"muted on selected", &Tokens::textMuted, &Tokens::selected},
    {"muted on hover", &Tokens::textMuted, &Tokens::hover},
    {"faint on surface", &Tokens::textFaint, &Tokens::surface},
    {"faint on window", &Tokens::textFaint, &Tokens::window},
    {"faint on sunken", &Tokens::textFaint, &Tokens::sunken},
    {"text on accent", &Tokens::textOnAccent, &Tokens::accent},
    {"text on accent hover", &Tokens::textOnAccent, &Tokens::accentHover},
    {"accent on surface", &Tokens::accent, &Tokens::surface},
    {"accent on window", &Tokens::accent, &Tokens::window},
    {"accent on accent soft", &Tokens::accent, &Tokens::accentSoft},
    {"heritage on surface", &Tokens::heritage, &Tokens::surface},
    {"heritage on its soft", &Tokens::heritage, &Tokens::heritageSoft},
    {"good", &Tokens::good, &Tokens::surface},
    {"watch", &Tokens::watch, &Tokens::surface},
    {"bad", &Tokens::bad, &Tokens::surface},
    {"unknown", &Tokens::unknown, &Tokens::surface},
    {"stale", &Tokens::stale, &Tokens::surface},
    {"partial", &Tokens::partial, &Tokens::surface},
};
} // namespace

void TestTokens::textIsReadableOnEveryGround_data()
{
    QTest::addColumn<int>("pair");
    QTest::addColumn<bool>("dark");
    for (int i = 0; i < static_cast<int>(std::size(kPairs)); ++i) {
        QTest::addRow("light, %s", kPairs[i].name) << i << false;
        QTest::addRow("dark, %s", kPairs[i].name) << i << true;
    }
}

void TestTokens::textIsReadableOnEveryGround()
{
    QFETCH(int, pair);
    QFETCH(bool, dark);
    const Tokens t = readTokens(dark ? ThemeMode::Dark : ThemeMode::Light);
    const double ratio = contrastRatio(t.*kPairs[pair].ink, t.*kPairs[pair].ground);
    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 is %2").arg(QLatin1String(kPairs[pair].name)).arg(ratio)));
}

void TestTokens::bothThemesNameEveryColour()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QVERIFY(readTokens(ThemeMode::Light).stale.isValid());
    QVERIFY(readTokens(ThemeMode::Dark).stale.isValid());
    QVERIFY(readTokens(ThemeMode::Dark).window != readTokens(ThemeMode::Light).window);
}

void TestTokens::styleSheetHasNoUnknownNames()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFile file(QStringLiteral(":/style/loci.qss"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString filled = filledStyleSheet(readTokens(ThemeMode::Dark), QString::fromUtf8(file.readAll()));
    QVERIFY(!filled.contains(QLatin1Char('@')));
    static const QRegularExpression url(QStringLiteral(R"(url\((:[^)]+)\))"));
    int pictures = 0;
    for (auto it = url.globalMatch(filled); it.hasNext(); ++pictures) {
        const QString path = it.next().captured(1);
        QVERIFY2(QFile::exists(path), qPrintable(path));
    }
    QVERIFY(pictures > 5);
}

void TestTokens::themeReachesPaletteAndSheet()
{
    applyTheme(*qApp, ThemeMode::Dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), readTokens(ThemeMode::Dark).window);
    QVERIFY(qApp->styleSheet().contains(readTokens(ThemeMode::Dark).accent.name()));
    applyTheme(*qApp, ThemeMode::Light);
    QCOMPARE(tokens().mode, ThemeMode::Light);
    QCOMPARE(qApp->font().pixelSize(), tokens().fontBody);
}

void TestTokens::figuresAreAsWideAsEachOther()
{
    const QFontMetricsF metrics(tokenFont(13));
    for (const char *text : {"0000", "2222", "5555", "7777"}) {
        QCOMPARE(metrics.horizontalAdvance(QLatin1String(text)), metrics.horizontalAdvance(QStringLiteral("1111")));
    }
}

LOCI_TEST_CLASS(TestTokens)
#include "common_tokens.moc"
