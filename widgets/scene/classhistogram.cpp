// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/classhistogram.h"

#include "widgets/common/tokens.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kChart = 84, kAxis = 20;
constexpr std::size_t kBins = 48;

QString number(double value)
{
    const QLocale locale;
    return value == std::round(value) && std::abs(value) < 1e15 ? locale.toString(value, 'f', 0)
                                                                : locale.toString(value, 'g', 4);
}

QColor qtColour(const scene::Rgb &colour)
{
    return {colour.r, colour.g, colour.b};
}

} // namespace

ClassHistogram::ClassHistogram(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(kChart + 2 * kAxis);
}

QSize ClassHistogram::sizeHint() const
{
    return {280, kChart + 2 * kAxis};
}

void ClassHistogram::setNumbers(std::vector<double> numbers)
{
    m_numbers = std::move(numbers);
    m_statistics = city::statisticsOf(m_numbers, kBins);
    classify();
}

void ClassHistogram::setScale(const scene::ColourScale &scale)
{
    m_scale = scale;
    classify();
}

void ClassHistogram::classify()
{
    m_ends = m_scale.ends(m_numbers);
    m_counts.assign(m_ends.size(), 0);
    for (const double value : m_numbers) {
        ++m_counts[classOf(value)];
    }
    QStringList words;
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        words << rangeOf(i);
    }
    setAccessibleName(words.join(QStringLiteral("; ")));
    update();
}

std::size_t ClassHistogram::classOf(double value) const
{
    const auto place = std::lower_bound(m_ends.begin(), m_ends.end(), value) - m_ends.begin();
    return static_cast<std::size_t>(std::min<std::ptrdiff_t>(place, std::ssize(m_ends) - 1));
}

double ClassHistogram::placeOf(double value) const
{
    const double reach = m_statistics.most - m_statistics.least;
    return reach > 0 ? (value - m_statistics.least) / reach * width() : width() / 2.0;
}

QString ClassHistogram::rangeOf(std::size_t which) const
{
    const QString count = QLocale().toString(static_cast<qulonglong>(m_counts[which]));
    const double from = which == 0 ? m_statistics.least : m_ends[which - 1];
    return tr("%1 to %2: %3", "least and most of a class, how many are in it")
        .arg(number(from), number(m_ends[which]), count);
}

void ClassHistogram::paintEvent(QPaintEvent *)
{
    if (m_ends.empty() || m_statistics.histogram.empty()) {
        return;
    }
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &bins = m_statistics.histogram;
    const double most = static_cast<double>(std::max<std::size_t>(1, *std::max_element(bins.begin(), bins.end())));
    const double step = static_cast<double>(width()) / static_cast<double>(bins.size());
    const double binWide = (m_statistics.most - m_statistics.least) / static_cast<double>(bins.size());
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i] == 0) {
            continue;
        }
        const double middle = m_statistics.least + (static_cast<double>(i) + 0.5) * binWide;
        const double high = std::max(2.0, (kChart - 6.0) * static_cast<double>(bins[i]) / most);
        painter.setPen(QPen(t.hairline, 0.5));
        painter.setBrush(qtColour(m_scale.colourOf(classOf(middle), m_ends.size())));
        painter.drawRect(QRectF(step * static_cast<double>(i), kChart - high, std::max(1.0, step - 1), high));
    }
    painter.setPen(QPen(t.outline, 1));
    painter.drawLine(QPointF(0, kChart + 0.5), QPointF(width(), kChart + 0.5));
    painter.setPen(QPen(t.textMuted, 1, Qt::DotLine));
    for (std::size_t i = 0; i + 1 < m_ends.size(); ++i) {
        const double x = std::round(placeOf(m_ends[i])) + 0.5;
        painter.drawLine(QPointF(x, 0), QPointF(x, kChart));
    }
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    const QRect axis(0, kChart + 2, width(), kAxis - 2);
    painter.drawText(axis, Qt::AlignVCenter | Qt::AlignLeft, number(m_statistics.least));
    painter.drawText(axis, Qt::AlignVCenter | Qt::AlignRight, number(m_statistics.most));
    // The colours in a row of equal fields, each with its count.
    const double field = static_cast<double>(width()) / static_cast<double>(m_ends.size());
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        const QColor colour = qtColour(m_scale.colourOf(i, m_ends.size()));
        const QRectF place(field * static_cast<double>(i), kChart + kAxis, field, kAxis);
        painter.fillRect(place, colour);
        painter.setPen(qGray(colour.rgb()) > 128 ? Qt::black : Qt::white);
        const QString count = QLocale().toString(static_cast<qulonglong>(m_counts[i]));
        if (painter.fontMetrics().horizontalAdvance(count) + 2 < field) {
            painter.drawText(place, Qt::AlignCenter, count);
        }
    }
}

bool ClassHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_ends.empty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const double share = std::clamp(static_cast<double>(help->pos().x()) / std::max(1, width()), 0.0, 1.0);
        const bool inFields = help->pos().y() >= kChart + kAxis;
        const auto field =
            std::min(static_cast<std::size_t>(share * static_cast<double>(m_ends.size())), m_ends.size() - 1);
        const double value = m_statistics.least + share * (m_statistics.most - m_statistics.least);
        QToolTip::showText(help->globalPos(), rangeOf(inFields ? field : classOf(value)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace loci::widgets
