// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/wallpaint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::WallPaint)
};

/// Dashes of the line of scenes, the present one in the accent, and "Scene 4 of 9".
double paintProgress(QPainter &painter, const WallLayout &layout, const WallContent &content,
                     const WallColours &colours, const WallWords &words)
{
    const double u = layout.unit;
    const std::vector<int> line = content.briefing.line();
    const int scene = content.briefing.find(content.scene.id);
    const auto place = std::find(line.begin(), line.end(), scene);
    const QRectF box = layout.footer.adjusted(4.4 * u, 0, -4.4 * u, 0);
    const double dash =
        std::min(1.8 * u, box.width() * 0.16 / static_cast<double>(std::max<std::size_t>(1, line.size())));
    double x = box.left();
    painter.setPen(Qt::NoPen);
    for (auto one = line.begin(); one != line.end(); ++one) {
        const bool here = one == place;
        const QColor passed = one < place ? colours.quiet : colours.hairline;
        painter.setBrush(here ? colours.accent : passed);
        const double wide = here ? dash * 1.5 : dash;
        painter.drawRoundedRect(QRectF(x, box.center().y() - 0.28 * u, wide, 0.56 * u), 0.28 * u, 0.28 * u);
        x += wide + 0.5 * u;
    }
    x += 1.4 * u;
    const QString text =
        place == line.end()
            ? words.say(QT_TRANSLATE_NOOP("Wall", "Appendix"))
            : words.say(QT_TRANSLATE_NOOP("Wall", "Scene %1 of %2")).arg(place - line.begin() + 1).arg(line.size());
    const QFont font = wallFont(layout.small(), QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(QRectF(x, box.top(), box.right() - x, box.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
    return x + QFontMetricsF(font).horizontalAdvance(text);
}

QString sourcesOf(const WallContent &content, const WallWords &words)
{
    QStringList sources;
    const auto add = [&](const briefing::Words &source) {
        const QString text = source.in(words.language());
        const bool said =
            std::any_of(sources.begin(), sources.end(), [&text](const QString &other) { return other.contains(text); });
        if (!text.isEmpty() && !said) {
            sources << text;
        }
    };
    add(content.scene.source);
    for (const briefing::Shown &figure : content.figures) {
        add(figure.snapshot.source);
    }
    return sources.join(words.isChinese() ? QStringLiteral("；") : QStringLiteral("; "));
}

/// From the right: when the figures were frozen, the date, the source; a long source is shortened in its middle.
void paintFacts(QPainter &painter, const WallLayout &layout, const WallContent &content, const WallColours &colours,
                const WallWords &words, double from)
{
    const QFont font = wallFont(layout.small());
    const QFontMetricsF metrics(font);
    const double u = layout.unit;
    double right = layout.footer.right() - 4.4 * u;
    painter.setFont(font);
    painter.setPen(colours.quiet);
    const auto put = [&](const QString &text) {
        const double wide = metrics.horizontalAdvance(text);
        painter.drawText(QRectF(right - wide, layout.footer.top(), wide + 1, layout.footer.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        right -= wide + 3 * u;
    };
    QDate frozen;
    bool live = false;
    for (std::size_t i = 0; i < content.scene.figures.size(); ++i) {
        const auto &snapshot = content.scene.figures[i].frozen;
        live = live || !snapshot;
        frozen = snapshot ? snapshot->date : frozen;
    }
    if (frozen.isValid() && !live) {
        put(words.say(QT_TRANSLATE_NOOP("Wall", "Figures frozen on %1")).arg(frozen.toString(Qt::ISODate)));
    } else if (live) {
        put(words.say(QT_TRANSLATE_NOOP("Wall", "Live figures")));
    }
    put(words.date(content.today));
    const QString source = sourcesOf(content, words);
    if (!source.isEmpty()) {
        const QString text = words.say(QT_TRANSLATE_NOOP("Wall", "Source: %1")).arg(source);
        put(metrics.elidedText(text, Qt::ElideMiddle, std::max(0.0, right - from - 3 * u)));
    }
}

} // namespace

QStringList paintWall(QPainter &painter, const WallLayout &layout, const WallContent &content)
{
    const WallColours colours = wallColours(content.briefing.show);
    QStringList problems;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(QRect(QPoint(), layout.canvas), colours.panel);
    painter.fillRect(layout.footer, colours.footer);
    for (std::size_t i = 0; i < layout.places.size(); ++i) {
        paintPane(painter, layout.places[i], i < content.panes.size() ? content.panes[i] : PanePicture(), layout,
                  colours);
    }
    if (!layout.words.isEmpty()) {
        const WallWordsInput input{content.briefing, content.scene, content.figures, content.language};
        if (!paintWords(painter, layout, colours, input)) {
            problems << Texts::tr("The words are too many for letters that can be read from %1 m.")
                            .arg(content.briefing.wall.distance);
        }
    }
    const WallWords words(spoken(content.briefing, content.language).first());
    const double from = paintProgress(painter, layout, content, colours, words);
    paintFacts(painter, layout, content, colours, words, from);
    return problems;
}

void paintAskCard(QPainter &painter, const WallLayout &layout, const briefing::Briefing &briefing, const AskCard &card)
{
    if (card.isEmpty()) {
        return;
    }
    const WallColours colours = wallColours(briefing.show);
    const double u = layout.unit, letters = layout.text();
    const QRectF space = layout.picture.isEmpty() ? layout.words : layout.picture;
    const double line = letters * 1.5;
    const double high = letters * 4.6 + line * static_cast<double>(card.facts.size()) + 3 * u;
    QRectF box(space.left() + 3 * u, 0, std::min(space.width() - 6 * u, letters * 26), high);
    box.moveBottom(space.bottom() - 3 * u);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(QPen(colours.accent, 0.25 * u));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(box, 1.2 * u, 1.2 * u);
    QRectF inside = box.adjusted(2.4 * u, 1.8 * u, -2.4 * u, -1.8 * u);
    const QFont heading = wallFont(letters * 1.5, QFont::DemiBold);
    painter.setFont(heading);
    painter.setPen(colours.text);
    painter.drawText(QRectF(inside.topLeft(), QSizeF(inside.width(), letters * 2)), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(heading).elidedText(card.title, Qt::ElideRight, inside.width()));
    painter.setFont(wallFont(letters));
    painter.setPen(colours.quiet);
    painter.drawText(QRectF(inside.left(), inside.top() + letters * 2, inside.width(), letters * 1.5),
                     Qt::AlignLeft | Qt::AlignVCenter, card.subtitle);
    inside.setTop(inside.top() + letters * 4.2);
    for (const auto &[name, value] : card.facts) {
        painter.setPen(colours.quiet);
        painter.drawText(QRectF(inside.left(), inside.top(), inside.width() * 0.45, line),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setPen(colours.text);
        painter.drawText(QRectF(inside.left() + inside.width() * 0.45, inside.top(), inside.width() * 0.55, line),
                         Qt::AlignLeft | Qt::AlignVCenter, value);
        inside.setTop(inside.top() + line);
    }
}

} // namespace loci::widgets
