// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tokens.h"

#include "layers/base/logging.h"
#include "widgets/common/resources.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <cmath>

namespace loci::widgets {

namespace {

struct NamedColour
{
    const char *name;
    QColor Tokens::*member;
};
constexpr NamedColour kColours[] = {
    {"window", &Tokens::window},
    {"surface", &Tokens::surface},
    {"raised", &Tokens::raised},
    {"sunken", &Tokens::sunken},
    {"hover", &Tokens::hover},
    {"pressed", &Tokens::pressed},
    {"selected", &Tokens::selected},
    {"hairline", &Tokens::hairline},
    {"outline", &Tokens::outline},
    {"text", &Tokens::text},
    {"textMuted", &Tokens::textMuted},
    {"textFaint", &Tokens::textFaint},
    {"textOnAccent", &Tokens::textOnAccent},
    {"accent", &Tokens::accent},
    {"accentHover", &Tokens::accentHover},
    {"accentSoft", &Tokens::accentSoft},
    {"heritage", &Tokens::heritage},
    {"heritageSoft", &Tokens::heritageSoft},
    {"good", &Tokens::good},
    {"watch", &Tokens::watch},
    {"bad", &Tokens::bad},
    {"unknown", &Tokens::unknown},
    {"stale", &Tokens::stale},
    {"partial", &Tokens::partial},
};

struct NamedLength
{
    const char *group;
    const char *name;
    int Tokens::*member;
};
constexpr NamedLength kLengths[] = {
    {"lengths", "gap", &Tokens::gap},
    {"lengths", "padding", &Tokens::padding},
    {"lengths", "radius", &Tokens::radius},
    {"lengths", "row", &Tokens::row},
    {"lengths", "touchRow", &Tokens::touchRow},
    {"lengths", "icon", &Tokens::icon},
    {"lengths", "iconLarge", &Tokens::iconLarge},
    {"lengths", "hit", &Tokens::hit},
    {"type", "caption", &Tokens::fontCaption},
    {"type", "body", &Tokens::fontBody},
    {"type", "title", &Tokens::fontTitle},
    {"type", "heading", &Tokens::fontHeading},
    {"type", "display", &Tokens::fontDisplay},
    {"type", "hero", &Tokens::fontHero},
    {"motion", "short", &Tokens::motionShort},
    {"motion", "long", &Tokens::motionLong},
};

QByteArray embedded(const QString &path)
{
    initLociResources();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(logUi) << "The embedded file is missing:" << path;
        return {};
    }
    return file.readAll();
}

/// Families in order of preference; a family that is not installed is skipped by Qt itself.
QStringList fontFamilies()
{
    QStringList families{QStringLiteral("Loci Figures"), QStringLiteral("Inter"), QStringLiteral("Noto Sans")};
    const QLocale locale;
    const bool traditional = locale.script() == QLocale::TraditionalChineseScript;
    // Han characters are drawn in the forms of the reader's country; Simplified unless the reader is elsewhere.
    families << (traditional ? QStringLiteral("Noto Sans CJK TC") : QStringLiteral("Noto Sans CJK SC"));
    return families;
}

Tokens &current()
{
    static Tokens value = readTokens(ThemeMode::Light);
    return value;
}

QPalette paletteFrom(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.sunken);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.textFaint);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::ToolTipBase, t.text);
    palette.setColor(QPalette::ToolTipText, t.surface);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.textOnAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.hairline);
    palette.setColor(QPalette::Mid, t.outline);
    palette.setColor(QPalette::Dark, t.outline);
    palette.setColor(QPalette::Shadow, t.hairline);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, t.textFaint);
    }
    return palette;
}

double luminance(const QColor &colour)
{
    const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

} // namespace

Tokens readTokens(ThemeMode mode)
{
    const QJsonObject root = QJsonDocument::fromJson(embedded(QStringLiteral(":/style/tokens.json"))).object();
    const QJsonObject colours = root.value(mode == ThemeMode::Dark ? u"dark" : u"light").toObject();
    Tokens result;
    result.mode = mode;
    for (const NamedColour &entry : kColours) {
        const QColor colour(colours.value(QLatin1String(entry.name)).toString());
        if (!colour.isValid()) {
            qCCritical(logUi) << "tokens.json lacks the colour" << entry.name;
        }
        result.*entry.member = colour;
    }
    for (const NamedLength &entry : kLengths) {
        const QJsonObject group = root.value(QLatin1String(entry.group)).toObject();
        result.*entry.member = group.value(QLatin1String(entry.name)).toInt(result.*entry.member);
    }
    // No portable question for reduced motion exists in Qt 6.4; desktops that have the setting export it like this.
    if (qEnvironmentVariableIntValue("LOCI_REDUCED_MOTION") > 0 ||
        qEnvironmentVariable("GTK_ENABLE_ANIMATIONS") == u"0") {
        result.motionShort = 0;
        result.motionLong = 0;
    }
    result.fontFamily = QStringLiteral("Inter");
    result.monoFamily = QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return result;
}

const Tokens &tokens()
{
    return current();
}

TokensOf::TokensOf(ThemeMode mode) : m_before(current())
{
    if (current().mode != mode) {
        current() = readTokens(mode);
    }
}

TokensOf::~TokensOf()
{
    current() = m_before;
}

QString filledStyleSheet(const Tokens &t, QString sheet)
{
    QHash<QString, QString> values;
    for (const NamedColour &entry : kColours) {
        values.insert(QLatin1String(entry.name), (t.*entry.member).name());
    }
    for (const NamedLength &entry : kLengths) {
        values.insert(QLatin1String(entry.name), QString::number(t.*entry.member));
    }
    values.insert(QStringLiteral("mode"), t.mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));

    static const QRegularExpression comment(QStringLiteral(R"(/\*.*?\*/)"),
                                            QRegularExpression::DotMatchesEverythingOption);
    sheet.remove(comment);
    static const QRegularExpression name(QStringLiteral("@([a-zA-Z]+)"));
    QString result;
    qsizetype from = 0;
    for (auto it = name.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString key = match.captured(1);
        QString unit;
        if (!values.contains(key) && key.endsWith(u"px")) { // "@radiuspx": the unit stands right behind the name
            key.chop(2);
            unit = QStringLiteral("px");
        }
        if (!values.contains(key)) {
            qCWarning(logUi) << "The style sheet names an unknown token:" << match.captured(0);
            continue;
        }
        result += QStringView(sheet).mid(from, match.capturedStart() - from);
        result += values.value(key) + unit;
        from = match.capturedEnd();
    }
    return result + sheet.mid(from);
}

void applyFonts(QApplication &application)
{
    static const bool loaded = [] {
        for (const char *face : {"Regular", "Medium", "SemiBold", "Bold"}) {
            const QString path = QStringLiteral(":/fonts/LociFigures-%1.otf").arg(QLatin1String(face));
            if (QFile::exists(path)) {
                QFontDatabase::addApplicationFont(path);
            }
        }
        return true;
    }();
    Q_UNUSED(loaded)
    application.setFont(tokenFont(current().fontBody));
}

void applyTheme(QApplication &application, ThemeMode mode)
{
    static constexpr char kStyledProperty[] = "loci/styled";
    current() = readTokens(mode);
    // Once: with a style sheet on, the application's style is Qt's own wrapper and no longer says its name.
    if (!application.property(kStyledProperty).toBool()) {
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        application.setProperty(kStyledProperty, true);
    }
    applyFonts(application);
    application.setPalette(paletteFrom(current()));
    application.setStyleSheet(
        filledStyleSheet(current(), QString::fromUtf8(embedded(QStringLiteral(":/style/loci.qss")))));
}

ThemeMode systemThemeMode()
{
    const QPalette palette = QGuiApplication::palette();
    const bool dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return dark ? ThemeMode::Dark : ThemeMode::Light;
}

QFont tokenFont(int pixelSize, int weight)
{
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPixelSize(pixelSize);
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace loci::widgets
