// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/columncard.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr int kWidth = 280, kRow = 20, kChart = 72;
constexpr std::size_t kShownClasses = 8;

QString number(double value)
{
    const QLocale locale;
    return value == std::round(value) && std::abs(value) < 1e15 ? locale.toString(value, 'f', 0)
                                                                : locale.toString(value, 'g', 6);
}

} // namespace

ColumnCard::ColumnCard(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setProperty("role", "floating");
    setObjectName(QStringLiteral("columnCard"));
    setFixedWidth(kWidth);
}

void ColumnCard::open(const QPoint &globalTopLeft, const QString &title, const city::ColumnStatistics &statistics)
{
    m_title = title;
    m_statistics = statistics;
    fillFigures();
    const Tokens &t = tokens();
    setFixedHeight(2 * t.padding + 24 + static_cast<int>(m_figures.size()) * kRow + t.gap + heightOfChart());
    QStringList words{title};
    for (const auto &[name, value] : m_figures) {
        words.append(name + QLatin1Char(' ') + value);
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    move(globalTopLeft);
    show();
    update();
}

void ColumnCard::fillFigures()
{
    const QLocale locale;
    const city::ColumnStatistics &s = m_statistics;
    m_figures = {{tr("Values"), locale.toString(static_cast<qulonglong>(s.count))},
                 {tr("Missing"), locale.toString(static_cast<qulonglong>(s.missing))},
                 {tr("Different values"), locale.toString(static_cast<qulonglong>(s.distinct))}};
    if (s.numeric && s.count > 0) {
        m_figures.emplace_back(tr("Smallest"), number(s.least));
        m_figures.emplace_back(tr("Largest"), number(s.most));
        m_figures.emplace_back(tr("Mean"), number(s.mean));
        m_figures.emplace_back(tr("Median"), number(s.median));
        m_figures.emplace_back(tr("Standard deviation"), number(s.deviation));
        m_figures.emplace_back(tr("Sum"), number(s.sum));
    }
}

int ColumnCard::heightOfChart() const
{
    if (m_statistics.count == 0) {
        return 0;
    }
    const std::size_t shown = std::min(m_statistics.classes.size(), kShownClasses);
    const int more = m_statistics.distinct > shown ? kRow : 0;
    return m_statistics.numeric ? kChart + kRow : static_cast<int>(shown) * (kRow + 4) + more;
}

void ColumnCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int left = t.padding;
    const int wide = width() - 2 * t.padding;
    painter.setFont(tokenFont(t.fontBody, QFont::DemiBold));
    painter.setPen(t.text);
    painter.drawText(QRect(left, t.padding, wide, 20), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, wide));
    painter.setFont(tokenFont(t.fontCaption));
    int y = t.padding + 24;
    for (const auto &[name, value] : m_figures) {
        painter.setPen(t.textMuted);
        painter.drawText(QRect(left, y, wide, kRow), Qt::AlignVCenter | Qt::AlignLeft, name);
        painter.setPen(t.text);
        painter.drawText(QRect(left, y, wide, kRow), Qt::AlignVCenter | Qt::AlignRight, value);
        y += kRow;
    }
    y += t.gap;
    if (m_statistics.count > 0) {
        m_statistics.numeric ? drawHistogram(painter, y) : drawClasses(painter, y);
    }
}

int ColumnCard::drawHistogram(QPainter &painter, int top) const
{
    const Tokens &t = tokens();
    const int left = t.padding;
    const int wide = width() - 2 * t.padding;
    const auto &bins = m_statistics.histogram;
    const std::size_t most = std::max<std::size_t>(1, *std::max_element(bins.begin(), bins.end()));
    const double step = static_cast<double>(wide) / static_cast<double>(bins.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const double high = (kChart - 4.0) * static_cast<double>(bins[i]) / static_cast<double>(most);
        const double shown = bins[i] > 0 ? std::max(1.0, high) : 0;
        painter.drawRect(
            QRectF(left + step * static_cast<double>(i), top + kChart - shown, std::max(1.0, step - 1), shown));
    }
    painter.setPen(QPen(t.outline, 1));
    painter.drawLine(QPointF(left, top + kChart + 0.5), QPointF(left + wide, top + kChart + 0.5));
    painter.setPen(t.textMuted);
    const QRect axis(left, top + kChart, wide, kRow);
    painter.drawText(axis, Qt::AlignVCenter | Qt::AlignLeft, number(m_statistics.least));
    painter.drawText(axis, Qt::AlignVCenter | Qt::AlignRight, number(m_statistics.most));
    return top + kChart + kRow;
}

int ColumnCard::drawClasses(QPainter &painter, int top) const
{
    const Tokens &t = tokens();
    const int left = t.padding;
    const int wide = width() - 2 * t.padding;
    const std::size_t shown = std::min(m_statistics.classes.size(), kShownClasses);
    const double most = shown > 0 ? static_cast<double>(m_statistics.classes.front().second) : 1;
    int y = top;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &[name, count] = m_statistics.classes[i];
        const QString words = QLocale().toString(static_cast<qulonglong>(count));
        const int counted = painter.fontMetrics().horizontalAdvance(words);
        painter.setPen(t.text);
        painter.drawText(QRect(left, y, wide - counted - t.gap, kRow - 2), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(name.isEmpty() ? tr("(empty)") : name, Qt::ElideRight,
                                                          wide - counted - t.gap));
        painter.setPen(t.textMuted);
        painter.drawText(QRect(left, y, wide, kRow - 2), Qt::AlignVCenter | Qt::AlignRight, words);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(left, y + kRow - 2, std::max(2.0, wide * static_cast<double>(count) / most), 3),
                                1.5, 1.5);
        y += kRow + 4;
    }
    if (m_statistics.distinct > shown) {
        painter.setPen(t.textMuted);
        painter.drawText(
            QRect(left, y, wide, kRow), Qt::AlignVCenter | Qt::AlignLeft,
            tr("and %1 more").arg(QLocale().toString(static_cast<qulonglong>(m_statistics.distinct - shown))));
        y += kRow;
    }
    return y;
}

} // namespace loci::widgets
