// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/walllayout.h"

#include "widgets/common/tokens.h"

#include <algorithm>
#include <cmath>

namespace loci::widgets {

using briefing::Layout;

namespace {

constexpr double kNarrow = 1.3;       // width to height: below it words go under the picture
constexpr double kWordsShare = 0.334; // of the width
constexpr double kWordsMost = 0.78;   // of the height
constexpr double kWordsBelow = 0.44;  // of the height

bool hasWords(const briefing::Scene &scene)
{
    return !scene.title.en.isEmpty() || !scene.title.zh.isEmpty() || !scene.figures.empty() ||
           !scene.text.en.isEmpty() || !scene.text.zh.isEmpty();
}

QRect wholePixels(const QRectF &box)
{
    const QPoint from(static_cast<int>(std::lround(box.left())), static_cast<int>(std::lround(box.top())));
    const QPoint to(static_cast<int>(std::lround(box.right())), static_cast<int>(std::lround(box.bottom())));
    return {from, QSize(to.x() - from.x(), to.y() - from.y())};
}

} // namespace

double WallLayout::text() const
{
    return std::max(2.7 * unit, letter.text);
}

double WallLayout::small() const
{
    return std::max(2.1 * unit, std::min(letter.text, 2.6 * unit));
}

WallLayout layOutWall(const briefing::Briefing &briefing, const briefing::Scene &scene, QSize canvas)
{
    WallLayout layout;
    layout.canvas = canvas;
    layout.unit = canvas.height() / 100.0;
    layout.letter = letterSizes(briefing.wall, canvas.height());
    const double width = canvas.width(), height = canvas.height();
    const double footer = std::max(7.0 * layout.unit, layout.small() * 2.2);
    layout.footer = {0, height - footer, width, footer};
    const QRectF body(0, 0, width, height - footer);
    layout.picture = body;
    if (scene.layout == Layout::Words) {
        layout.words = body;
        layout.picture = {};
    } else if (hasWords(scene) && width / height >= kNarrow) {
        const double words = std::min(width * kWordsShare, height * kWordsMost);
        layout.picture.setWidth(std::round(width - words));
        layout.words = {layout.picture.right(), 0, width - layout.picture.width(), body.height()};
    } else if (hasWords(scene)) {
        layout.picture.setHeight(std::round(body.height() * (1 - kWordsBelow)));
        layout.words = {0, layout.picture.bottom(), width, body.height() - layout.picture.height()};
    }
    layout.panes = panesOf(scene);
    const double gap = std::round(0.5 * layout.unit);
    for (const briefing::Pane &pane : layout.panes) {
        const double w = (layout.picture.width() - gap * (pane.columns - 1)) / pane.columns;
        const double h = (layout.picture.height() - gap * (pane.rows - 1)) / pane.rows;
        layout.places.push_back(wholePixels(
            {layout.picture.left() + pane.column * (w + gap), layout.picture.top() + pane.row * (h + gap), w, h}));
    }
    return layout;
}

QColor readable(QColor colour, const QColor &ground)
{
    const bool lighter = contrastRatio(QColor(Qt::white), ground) > contrastRatio(QColor(Qt::black), ground);
    for (int step = 0; step < 40 && contrastRatio(colour, ground) < kWallContrast; ++step) {
        float h = 0, s = 0, l = 0;
        colour.getHslF(&h, &s, &l);
        colour = QColor::fromHslF(std::max(0.0F, h), s, std::clamp(l + (lighter ? 0.02F : -0.02F), 0.0F, 1.0F));
    }
    return colour;
}

QColor WallColours::of(briefing::Light light) const
{
    switch (light) {
    case briefing::Light::Good:
        return good;
    case briefing::Light::Watch:
        return watch;
    case briefing::Light::Bad:
        return bad;
    case briefing::Light::Unknown:
        break;
    }
    return unknown;
}

WallColours wallColours(briefing::Show show)
{
    const bool dark = show == briefing::Show::Dark;
    const Tokens t = readTokens(dark ? ThemeMode::Dark : ThemeMode::Light);
    WallColours c;
    c.picture = dark ? t.sunken : t.window;
    c.panel = dark ? t.sunken : t.surface;
    c.footer = dark ? t.sunken.darker(150) : t.sunken;
    c.hairline = t.outline;
    const auto on = [&c](const QColor &colour) { return readable(readable(colour, c.panel), c.footer); };
    c.text = on(t.text);
    c.quiet = on(t.textMuted);
    c.accent = on(t.accent);
    c.heritage = on(t.heritage);
    c.good = on(t.good);
    c.watch = on(t.watch);
    c.bad = on(t.bad);
    c.unknown = on(t.unknown);
    return c;
}

QFont wallFont(double pixels, int weight)
{
    // Proportional figures: large numbers stand alone, and tabular ones would fall apart.
    QFont font = tokenFont(std::max(6, static_cast<int>(std::lround(pixels))), weight);
    QStringList families = font.families();
    families.removeAll(QStringLiteral("Loci Figures"));
    font.setFamilies(families);
    return font;
}

} // namespace loci::widgets
