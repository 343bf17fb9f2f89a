// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/explanation.h"
#include "widgets/board/readings.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

QString periodText(const Calculated &value)
{
    return value.period.isEmpty() ? QLocale().toString(value.computedAt.date(), QLocale::ShortFormat) : value.period;
}

/// The past as a thin line; unknown periods break it.
void paintSparkline(QPainter &painter, const QRectF &box, const std::vector<const Calculated *> &series,
                    const QColor &dot)
{
    double low = 1e300, high = -1e300;
    int known = 0;
    for (const Calculated *value : series) {
        if (value->value) {
            low = std::min(low, *value->value);
            high = std::max(high, *value->value);
            ++known;
        }
    }
    if (known < 2 || box.width() < 40) {
        return;
    }
    const double span = high > low ? high - low : 1;
    QPainterPath path;
    QPointF last;
    bool down = false;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (!series[i]->value) {
            down = false;
            continue;
        }
        last = {box.left() + box.width() * static_cast<double>(i) / static_cast<double>(series.size() - 1),
                box.bottom() - box.height() * (*series[i]->value - low) / span};
        down ? path.lineTo(last) : path.moveTo(last);
        down = true;
    }
    painter.setPen(QPen(tokens().textMuted, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dot);
    painter.drawEllipse(last, 3, 3);
}

QString changeText(const std::vector<const Calculated *> &series, const Definition &definition)
{
    const Calculated *last = nullptr, *before = nullptr;
    for (const Calculated *value : series) {
        if (value->value) {
            before = last;
            last = value;
        }
    }
    if (before == nullptr) {
        return Texts::tr("no earlier value");
    }
    const double change = *last->value - *before->value;
    const QString number = QLocale().toString(std::abs(change), 'f', definition.decimals);
    return (change < 0 ? QStringLiteral("−") : QStringLiteral("+")) + number + QLatin1Char(' ') +
           Texts::tr("since %1").arg(before->period);
}

/// From the baseline to the last target: how far the value has come, and the targets as marks with year and value.
void paintTargetBar(QPainter &painter, const QRectF &box, const Definition &definition, const TargetPlan &plan,
                    double value, const QColor &colour)
{
    const Tokens &t = tokens();
    const double from = plan.baseline ? plan.baseline->value : std::min(value, plan.targets.front().value);
    const double to = plan.targets.back().value;
    const auto at = [&](double v) {
        const double share = to == from ? 0 : (v - from) / (to - from);
        return box.left() + 8 + (box.width() - 16) * std::clamp(share, -0.03, 1.03);
    };
    const double y = box.top() + 5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.hairline);
    painter.drawRoundedRect(QRectF(box.left(), y - 2, box.width(), 4), 2, 2);
    painter.setBrush(colour);
    const double left = std::min(at(from), at(value));
    painter.drawRoundedRect(QRectF(left, y - 2, std::abs(at(value) - at(from)), 4), 2, 2);
    painter.setFont(tokenFont(t.fontCaption));
    const auto label = [&](double x, const QString &text, bool fromRight) {
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        const double start = std::clamp(fromRight ? x - wide / 2 : x, box.left(), box.right() - wide);
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(start, y + 8, wide + 1, 16), Qt::AlignVCenter, text);
        return start;
    };
    double occupied = box.right() + 100;
    for (auto target = plan.targets.rbegin(); target != plan.targets.rend(); ++target) {
        painter.setPen(QPen(t.text, 1.5));
        painter.drawLine(QPointF(at(target->value), y - 6), QPointF(at(target->value), y + 6));
        const QString text = QStringLiteral("%1  %2")
                                 .arg(target->year)
                                 .arg(QLocale().toString(target->value, 'f', std::min(definition.decimals, 1)));
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        if (at(target->value) + wide / 2 + 8 < occupied) {
            occupied = label(at(target->value), text, true);
        }
    }
    if (plan.baseline && box.left() + 40 < occupied) {
        label(box.left(), QString::number(static_cast<int>(plan.baseline->time)), false);
    }
    painter.setPen(QPen(colour, 2));
    painter.setBrush(t.surface);
    painter.drawEllipse(QPointF(at(value), y), 5, 5);
}

} // namespace

void paintValue(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    if (!tile.stream.isEmpty()) {
        paintStreamValue(painter, box, tile, context);
        return;
    }
    const Tokens &t = tokens();
    const Definition *definition = context.outcome.results->definition(tile.code);
    const Calculated *value = context.outcome.results->latest(tile.code, context.area);
    const ValueStatus status = statusOf(context, tile.code);
    painter.setFont(tokenFont(t.fontBody, QFont::DemiBold));
    painter.setPen(t.text);
    const QString title =
        painter.fontMetrics().elidedText(tileTitle(tile, context), Qt::ElideRight, static_cast<int>(box.width()));
    painter.drawText(QRectF(box.left(), box.top(), box.width(), 20), Qt::AlignVCenter, title);
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    const QRectF second(box.left(), box.top() + 22, box.width(), 18);
    if (status.hasStatus) {
        drawStatus(painter, status.status, QRectF(second.left(), second.top() + 1, 16, 16));
        painter.setPen(t.textMuted);
        painter.drawText(second.adjusted(22, 0, 0, 0), Qt::AlignVCenter, status.word);
    }
    if (definition == nullptr || value == nullptr) {
        painter.drawText(second.adjusted(0, 24, 0, 24), Qt::AlignVCenter, Texts::tr("There is no such indicator."));
        return;
    }
    const double statusWide = status.hasStatus ? 34 + painter.fontMetrics().horizontalAdvance(status.word) : 0;
    if (statusWide + painter.fontMetrics().horizontalAdvance(periodText(*value)) < second.width()) {
        painter.drawText(second, Qt::AlignVCenter | Qt::AlignRight, periodText(*value));
    }
    const auto series = context.outcome.results->series(tile.code, context.area);
    const QColor colour = status.hasStatus ? statusColour(status.status) : t.accent;
    const QRectF third(box.left(), box.top() + 42, box.width(), 42);
    painter.setFont(tokenFont(value->value ? t.fontHero : t.fontHeading, QFont::DemiBold));
    const bool old = status.status == Status::Stale || status.status == Status::Bad;
    painter.setPen(!value->value ? t.textMuted : old && inputStatus(context, *definition) ? t.textFaint : t.text);
    const QString number = shownNumber(*definition, value->value, QLocale());
    painter.drawText(third, Qt::AlignVCenter, number);
    const double wide = painter.fontMetrics().horizontalAdvance(number) + 6;
    if (value->value) {
        painter.setFont(tokenFont(t.fontTitle));
        painter.setPen(t.textMuted);
        painter.drawText(third.adjusted(wide, 6, 0, 0), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(shownUnit(definition->unit), Qt::ElideRight,
                                                          static_cast<int>(third.width() - wide)));
    }
    const double unitWide = painter.fontMetrics().horizontalAdvance(shownUnit(definition->unit)) + wide + 12;
    paintSparkline(painter, third.adjusted(std::max(unitWide, box.width() * 0.5), 10, -4, -8), series, colour);
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    const QRectF fourth(box.left(), box.top() + 86, box.width(), 18);
    painter.drawText(fourth, Qt::AlignVCenter, value->value ? changeText(series, *definition) : value->reason);
    const auto plan = context.outcome.targets.find(tile.code);
    if (plan != context.outcome.targets.end() && !plan->second.targets.empty() && value->value && box.height() >= 138) {
        const auto states = context.outcome.targetsOf(tile.code, context.area);
        const Status light = states.empty() ? Status::Unknown : statusOf(states.front().light);
        paintTargetBar(painter, QRectF(box.left(), box.top() + 110, box.width(), 28), *definition, plan->second,
                       *value->value, statusColour(light));
    }
}

void paintGauge(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    if (!tile.stream.isEmpty()) {
        paintStreamGauge(painter, box, tile, context);
        return;
    }
    const Tokens &t = tokens();
    const Definition *definition = context.outcome.results->definition(tile.code);
    const Calculated *value = context.outcome.results->latest(tile.code, context.area);
    const ValueStatus status = statusOf(context, tile.code);
    const QRectF below = paintTileHead(painter, box, tileTitle(tile, context), {}, &status);
    const GaugeFrame frame = gaugeFrame(below);
    const double radius = frame.radius;
    if (definition == nullptr || value == nullptr || radius < 16) {
        return;
    }
    const QPointF middle = frame.middle;
    const QRectF circle = frame.circle();
    const auto plan = context.outcome.targets.find(tile.code);
    const bool hasTargets = plan != context.outcome.targets.end() && !plan->second.targets.empty();
    double most = definition->unit == QLatin1String("%") ? 100 : 1;
    if (definition->unit != QLatin1String("%")) {
        most = 1.25 * std::max({1e-9, value->value.value_or(0), hasTargets ? plan->second.targets.back().value : 0});
    }
    const auto angle = [most](double v) { return 180 * (1 - std::clamp(v / most, 0.0, 1.0)); };
    painter.setBrush(Qt::NoBrush);
    QPen pen(value->value ? t.hairline : t.unknown, 12, value->value ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap);
    painter.setPen(pen);
    painter.drawArc(circle, 0, 180 * 16);
    if (value->value) {
        pen.setColor(status.hasStatus ? statusColour(status.status) : t.accent);
        painter.setPen(pen);
        painter.drawArc(circle, static_cast<int>(angle(*value->value) * 16),
                        static_cast<int>((180 - angle(*value->value)) * 16));
    }
    painter.setFont(tokenFont(t.fontCaption));
    if (hasTargets && frame.words) {
        for (const Target &target : plan->second.targets) {
            const double a = angle(target.value) * M_PI / 180;
            const QPointF way(std::cos(a), -std::sin(a));
            painter.setPen(QPen(t.text, 2));
            painter.drawLine(middle + way * (radius - 9), middle + way * (radius + 9));
            painter.setPen(t.textMuted);
            const QPointF place = middle + way * (radius + 20);
            painter.drawText(QRectF(place.x() - 22, place.y() - 8, 44, 16), Qt::AlignCenter,
                             QString::number(target.year));
        }
    }
    painter.setFont(tokenFont(radius < 70 ? t.fontTitle : t.fontDisplay, QFont::DemiBold));
    painter.setPen(value->value ? t.text : t.textMuted);
    const QString number = shownNumber(*definition, value->value, QLocale());
    painter.drawText(frame.number, Qt::AlignCenter,
                     value->value ? number + QLatin1Char(' ') + shownUnit(definition->unit) : number);
}

} // namespace loci::widgets
