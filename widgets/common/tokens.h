// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QApplication;

namespace loci::widgets {

enum class ThemeMode { Light, Dark };

/// The design tokens of the current theme, read from resources/style/tokens.json. Widgets that paint themselves take
/// every colour, length and duration from here; all others are styled by resources/style/loci.qss, which is filled
/// from the same names. A change of theme arrives as QEvent::PaletteChange.
struct Tokens
{
    ThemeMode mode = ThemeMode::Light;
    QColor window, surface, raised, sunken, hover, pressed, selected; ///< grounds, from the frame up
    QColor hairline, outline;
    QColor text, textMuted, textFaint, textOnAccent;
    QColor accent, accentHover, accentSoft, heritage, heritageSoft;
    QColor good, watch, bad, unknown, stale, partial; ///< status: always with shape and word
    int gap = 8, padding = 12, radius = 6, row = 32, touchRow = 40, icon = 16, iconLarge = 20, hit = 32;
    int fontCaption = 12, fontBody = 13, fontTitle = 15, fontHeading = 18, fontDisplay = 24,
        fontHero = 32;                       ///< px at 100 %
    int motionShort = 120, motionLong = 200; ///< ms; 0 when the system asks for reduced motion
    QString fontFamily, monoFamily;
};

/// Tokens of the theme in force. Main thread.
const Tokens &tokens();
/// tokens() of another theme for as long as it lives: for pictures that are painted in a theme of their own. Main
/// thread; not across a return to the event loop.
class TokensOf
{
public:
    explicit TokensOf(ThemeMode mode);
    ~TokensOf();
    TokensOf(const TokensOf &) = delete;
    TokensOf &operator=(const TokensOf &) = delete;

private:
    Tokens m_before;
};
/// Sets palette, style sheet, fonts and tokens for the whole application.
void applyTheme(QApplication &application, ThemeMode mode);
/// The mode the system asks for, Light when it does not say.
ThemeMode systemThemeMode();
/// Fonts again, after a change of language: Chinese glyph forms come first for Chinese.
void applyFonts(QApplication &application);
/// The style sheet's template filled with `tokens`; unknown @names are logged and left.
QString filledStyleSheet(const Tokens &tokens, QString sheet);
/// Tokens of a theme, read from the embedded tokens.json.
Tokens readTokens(ThemeMode mode);
/// Contrast of two colours as WCAG defines it, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);
/// Body font with tabular figures, at one of the token sizes; `weight` as QFont::Weight.
QFont tokenFont(int pixelSize, int weight = QFont::Normal);

} // namespace loci::widgets
