// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/wordscolumn.h"

#include "widgets/briefing/panepaint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace loci::widgets {

namespace {

const QString kEnglish = QStringLiteral("en");
const QString kChinese = QStringLiteral("zh_CN");

/// Paints or only measures, from the top down.
class Column
{
public:
    Column(QPainter &painter, const WallLayout &layout, const WallColours &colours, const WallWordsInput &input,
           double scale, int textLanguages, bool measuring)
        : m_painter(painter)
        , m_layout(layout)
        , m_colours(colours)
        , m_input(input)
        , m_scale(scale)
        , m_textLanguages(textLanguages)
        , m_measuring(measuring)
        , m_box(boxOf(layout, input.scene.layout == briefing::Layout::Words))
    {
        if (input.scene.layout == briefing::Layout::Words) {
            m_scale *= 1.5;
        }
        m_y = m_box.top();
    }

    double fill();
    double available() const { return m_box.height(); }

private:
    double size(double units, double least) const { return std::max(units * m_layout.unit * m_scale, least); }
    void text(const QString &text, const QFont &font, const QColor &colour, double leading = 1.25);
    void gap(double units) { m_y += units * m_layout.unit * m_scale; }
    void titles();
    void keyNumber(const briefing::Figure &figure, const briefing::Shown &shown);
    void furtherNumber(const briefing::Figure &figure, const briefing::Shown &shown);
    void judgement(const briefing::Shown &shown, const WallWords &words);
    void paragraphs();
    void rule();
    static QString labelOf(const briefing::Figure &figure, const briefing::Shown &shown, const QString &language);

    static QRectF boxOf(const WallLayout &layout, bool wide)
    {
        const double u = layout.unit;
        return layout.words.adjusted(wide ? 12 * u : 4.4 * u, wide ? 12 * u : 5.6 * u, wide ? -12 * u : -4.4 * u,
                                     -4 * u);
    }

    QPainter &m_painter;
    const WallLayout &m_layout;
    const WallColours &m_colours;
    const WallWordsInput &m_input;
    double m_scale;
    int m_textLanguages;
    bool m_measuring;
    QRectF m_box;
    double m_y = 0;
};

void Column::text(const QString &text, const QFont &font, const QColor &colour, double leading)
{
    if (text.isEmpty()) {
        return;
    }
    QString separated = text;
    QTextLayout lines(separated.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)), font);
    lines.beginLayout();
    const double line = font.pixelSize() * leading;
    double y = 0;
    for (QTextLine one = lines.createLine(); one.isValid(); one = lines.createLine()) {
        one.setLineWidth(m_box.width());
        one.setPosition({0, y + (line - one.height()) / 2});
        y += line;
    }
    lines.endLayout();
    if (!m_measuring) {
        m_painter.setPen(colour);
        lines.draw(&m_painter, {m_box.left(), m_y});
    }
    m_y += y;
}

void Column::titles()
{
    const QStringList languages = spoken(m_input.briefing, m_input.language);
    text(m_input.scene.title.in(languages.first()), wallFont(size(5.1, m_layout.letter.text * 1.2), QFont::DemiBold),
         m_colours.text, 1.2);
    const briefing::Words &title = m_input.scene.title;
    if (languages.size() > 1 && title.zh != title.en && !title.zh.isEmpty() && !title.en.isEmpty()) {
        gap(1.6);
        text(title.in(languages.at(1)), wallFont(size(3.3, m_layout.letter.text)), m_colours.quiet, 1.35);
    }
}

QString Column::labelOf(const briefing::Figure &figure, const briefing::Shown &shown, const QString &language)
{
    const QString own = figure.label.in(language);
    return own.isEmpty() ? shown.name.in(language) : own;
}

/// Light, its word and the period, in one line.
void Column::judgement(const briefing::Shown &shown, const WallWords &words)
{
    const double letters = size(2.7, m_layout.letter.text);
    const briefing::Snapshot &snapshot = shown.snapshot;
    const bool judged = snapshot.isJudged || !snapshot.value;
    const briefing::Light light = snapshot.value ? snapshot.light : briefing::Light::Unknown;
    QString line = shown.isGone ? words.say(QT_TRANSLATE_NOOP("Wall", "not available")) : words.period(snapshot);
    if (judged && !shown.isGone) {
        line = words.lightWord(light) + QStringLiteral("  ·  ") + line;
    }
    double x = m_box.left();
    if (judged) {
        if (!m_measuring) {
            paintLight(m_painter, {x, m_y + letters * 0.22, letters * 0.86, letters * 0.86}, light,
                       m_colours.of(light));
        }
        x += letters * 1.3;
    }
    if (!m_measuring) {
        m_painter.setFont(wallFont(letters));
        m_painter.setPen(m_colours.quiet);
        m_painter.drawText(QRectF(x, m_y, m_box.right() - x, letters * 1.3), Qt::AlignLeft | Qt::AlignVCenter, line);
    }
    m_y += letters * 1.3;
}

void Column::keyNumber(const briefing::Figure &figure, const briefing::Shown &shown)
{
    const QStringList languages = spoken(m_input.briefing, m_input.language);
    const WallWords words(languages.first());
    const QString number = shown.isGone ? QStringLiteral("–") : words.number(shown.snapshot);
    const QString unit = shown.snapshot.value ? words.unit(shown.snapshot.unit) : QString();
    double digits = size(shown.snapshot.value ? 17.5 : 9, m_layout.letter.number);
    const auto width = [&](double pixels) {
        return QFontMetricsF(wallFont(pixels, QFont::Bold)).horizontalAdvance(number) +
               QFontMetricsF(wallFont(pixels * 0.42)).horizontalAdvance(unit) + pixels * 0.1;
    };
    while (width(digits) > m_box.width() && digits > 8) {
        digits *= 0.94;
    }
    const bool judged = shown.snapshot.isJudged && shown.snapshot.value;
    const QColor colour = judged ? m_colours.of(shown.snapshot.light) : m_colours.accent;
    if (!m_measuring) {
        const QFont bold = wallFont(digits, QFont::Bold);
        const QPointF base(m_box.left() - digits * 0.04, m_y + digits * 0.92);
        m_painter.setFont(bold);
        m_painter.setPen(shown.snapshot.value ? colour : m_colours.unknown);
        m_painter.drawText(base, number);
        m_painter.setFont(wallFont(digits * 0.42));
        m_painter.drawText(base + QPointF(QFontMetricsF(bold).horizontalAdvance(number) + digits * 0.08, 0), unit);
    }
    m_y += digits * 1.08;
    gap(0.6);
    for (const QString &language : languages) {
        text(labelOf(figure, shown, language), wallFont(size(2.7, m_layout.letter.text)),
             language == languages.first() ? m_colours.text : m_colours.quiet);
    }
    gap(0.9);
    judgement(shown, words);
}

void Column::furtherNumber(const briefing::Figure &figure, const briefing::Shown &shown)
{
    const QStringList languages = spoken(m_input.briefing, m_input.language);
    const WallWords words(languages.first());
    const QString number = shown.isGone ? QStringLiteral("–") : words.number(shown.snapshot);
    const double digits = size(5.2, m_layout.letter.text * 1.2);
    const double letters = size(2.4, m_layout.letter.text);
    const QColor colour = shown.snapshot.isJudged ? m_colours.of(shown.snapshot.light) : m_colours.text;
    const QString unit = shown.snapshot.value ? words.unit(shown.snapshot.unit) : QString();
    const QFont bold = wallFont(digits, QFont::Bold);
    const double indent =
        std::max(m_box.width() * 0.36, QFontMetricsF(bold).horizontalAdvance(number) +
                                           QFontMetricsF(wallFont(letters)).horizontalAdvance(unit) + letters * 1.2);
    if (!m_measuring) {
        m_painter.setPen(QPen(m_colours.hairline, std::max(1.0, m_layout.unit * 0.1)));
        m_painter.drawLine(QPointF(m_box.left(), m_y), QPointF(m_box.right(), m_y));
        const double base = m_y + digits * 1.12;
        m_painter.setFont(bold);
        m_painter.setPen(colour);
        m_painter.drawText(QPointF(m_box.left(), base), number);
        const double after = m_box.left() + QFontMetricsF(bold).horizontalAdvance(number) + letters * 0.3;
        m_painter.setFont(wallFont(letters));
        m_painter.drawText(QPointF(after, base), unit);
        m_painter.setPen(m_colours.text);
        m_painter.drawText(QRectF(m_box.left() + indent, m_y, m_box.width() - indent, digits * 1.5),
                           Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                           labelOf(figure, shown, languages.first()));
    }
    m_y += digits * 1.5;
}

void Column::paragraphs()
{
    const QStringList languages = spoken(m_input.briefing, m_input.language);
    for (int i = 0; i < languages.size() && i < m_textLanguages; ++i) {
        const QString &words = m_input.scene.text.in(languages.at(i));
        if (words.isEmpty() || (i > 0 && words == m_input.scene.text.in(languages.first()))) {
            continue;
        }
        text(words, wallFont(size(2.8, m_layout.letter.text)), i == 0 ? m_colours.text : m_colours.quiet, 1.4);
        gap(0.8);
    }
}

void Column::rule()
{
    const QStringList languages = spoken(m_input.briefing, m_input.language);
    if (m_input.scene.rule.in(languages.first()).isEmpty()) {
        return;
    }
    gap(2.6);
    if (!m_measuring) {
        m_painter.setPen(QPen(m_colours.hairline, std::max(1.0, m_layout.unit * 0.12)));
        m_painter.drawLine(QPointF(m_box.left(), m_y), QPointF(m_box.right(), m_y));
    }
    gap(1.6);
    text(m_input.scene.rule.in(languages.first()), wallFont(size(2.5, m_layout.letter.text), QFont::DemiBold),
         m_colours.text, 1.35);
    if (languages.size() > 1) {
        text(m_input.scene.rule.in(languages.at(1)), wallFont(size(2.3, m_layout.letter.text)), m_colours.quiet, 1.35);
    }
}

double Column::fill()
{
    titles();
    const auto &figures = m_input.scene.figures;
    for (std::size_t i = 0; i < figures.size() && i < m_input.figures.size() && i < 5; ++i) {
        gap(i == 0 ? 2.4 : 1.4);
        i == 0 ? keyNumber(figures[i], m_input.figures[i]) : furtherNumber(figures[i], m_input.figures[i]);
    }
    if (m_textLanguages > 0 && !m_input.scene.text.in(kEnglish).isEmpty()) {
        gap(2.4);
        paragraphs();
    }
    rule();
    return m_y - m_box.top();
}

} // namespace

QStringList spoken(const briefing::Briefing &briefing, const QString &first)
{
    switch (briefing.tongue) {
    case briefing::Tongue::Chinese:
        return {kChinese};
    case briefing::Tongue::English:
        return {kEnglish};
    case briefing::Tongue::Both:
        break;
    }
    return first.startsWith(QLatin1String("zh")) ? QStringList{kChinese, kEnglish} : QStringList{kEnglish, kChinese};
}

bool paintWords(QPainter &painter, const WallLayout &layout, const WallColours &colours, const WallWordsInput &input)
{
    const int all = static_cast<int>(spoken(input.briefing, input.language).size());
    for (int languages = all; languages >= 0; --languages) {
        for (const double scale : {1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62}) {
            Column measured(painter, layout, colours, input, scale, languages, true);
            if (measured.fill() <= measured.available()) {
                Column(painter, layout, colours, input, scale, languages, false).fill();
                return languages == all;
            }
        }
    }
    Column(painter, layout, colours, input, 0.62, 0, false).fill();
    return false;
}

} // namespace loci::widgets
