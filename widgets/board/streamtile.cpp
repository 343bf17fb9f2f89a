// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/readings.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/common/unittext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

QString numberOf(const StreamNow &reading)
{
    return reading.value ? QLocale().toString(*reading.value, 'g', 5) : QStringLiteral("–");
}

bool isFresh(const StreamNow &reading)
{
    return reading.state == QLatin1String("live") || reading.state == QLatin1String("late");
}

/// When it was measured, and that it is invented when it is.
QString measuredText(const StreamNow &reading)
{
    QStringList words;
    if (reading.time.isValid()) {
        const QDateTime local = reading.time.toLocalTime();
        words << Texts::tr("measured %1")
                     .arg(isFresh(reading) ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                           : QLocale().toString(local, QStringLiteral("d MMM HH:mm")));
    } else {
        words << Texts::tr("nothing measured yet");
    }
    if (reading.simulated) {
        words << Texts::tr("simulated");
    }
    return words.join(QStringLiteral(" · "));
}

void paintUnknownStream(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const ValueStatus unknown{Status::Unknown, statusWord(Status::Unknown), true};
    const QRectF below = paintTileHead(painter, box, tileTitle(tile, context), {}, &unknown);
    painter.setPen(tokens().textMuted);
    painter.drawText(below, Qt::AlignCenter | Qt::TextWordWrap, Texts::tr("There is no such live stream."));
}

/// End of the scale: the limit with some room, else what the last days brought.
double mostOf(const Tile &tile, const StreamNow &reading, const TileContext &context)
{
    double most = std::max(tile.limit.value_or(0), reading.value.value_or(0));
    const auto recent = context.outcome.recent.find(tile.stream);
    if (recent != context.outcome.recent.end()) {
        for (const double value : recent->second.values) {
            most = std::isfinite(value) ? std::max(most, value) : most;
        }
    }
    return most > 0 ? 1.2 * most : 1;
}

} // namespace

void paintStreamValue(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const StreamNow *reading = readingOf(context, tile.stream);
    if (reading == nullptr) {
        paintUnknownStream(painter, box, tile, context);
        return;
    }
    const ValueStatus status = readingStatus(*reading);
    paintTileHead(painter, box, tileTitle(tile, context), {});
    painter.setFont(tokenFont(t.fontCaption));
    const QRectF second(box.left(), box.top() + 22, box.width(), 18);
    drawStatus(painter, status.status, QRectF(second.left(), second.top() + 1, 16, 16));
    painter.setPen(t.textMuted);
    painter.drawText(second.adjusted(22, 0, 0, 0), Qt::AlignVCenter, status.word);
    const QRectF third(box.left(), box.top() + 44, box.width(), 42);
    painter.setFont(tokenFont(t.fontHero, QFont::DemiBold));
    painter.setPen(isFresh(*reading) ? t.text : t.textFaint); // an old value never looks like a new one
    const QString number = numberOf(*reading);
    painter.drawText(third, Qt::AlignVCenter, number);
    const double wide = painter.fontMetrics().horizontalAdvance(number) + 6;
    painter.setFont(tokenFont(t.fontTitle));
    painter.setPen(t.textMuted);
    painter.drawText(third.adjusted(wide, 6, 0, 0), Qt::AlignVCenter, shownUnit(reading->unit));
    painter.setFont(tokenFont(t.fontCaption));
    const QRectF fourth(box.left(), box.top() + 90, box.width(), 18);
    painter.drawText(
        fourth, Qt::AlignVCenter,
        painter.fontMetrics().elidedText(measuredText(*reading), Qt::ElideRight, static_cast<int>(fourth.width())));
    if (tile.limit && reading->value && box.height() >= 128) {
        const bool over = *reading->value > *tile.limit;
        painter.setPen(over ? t.bad : t.textMuted);
        const QString limit = QLocale().toString(*tile.limit, 'g', 5) + QLatin1Char(' ') + shownUnit(reading->unit);
        painter.drawText(fourth.translated(0, 20), Qt::AlignVCenter,
                         over ? Texts::tr("over the limit of %1").arg(limit.trimmed())
                              : Texts::tr("limit %1").arg(limit.trimmed()));
    }
}

void paintStreamGauge(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const StreamNow *reading = readingOf(context, tile.stream);
    if (reading == nullptr) {
        paintUnknownStream(painter, box, tile, context);
        return;
    }
    const ValueStatus status = readingStatus(*reading);
    const QRectF below = paintTileHead(painter, box, tileTitle(tile, context), {}, &status);
    const GaugeFrame frame = gaugeFrame(below);
    const double radius = frame.radius;
    if (radius < 16) {
        return;
    }
    const QPointF middle = frame.middle;
    const QRectF circle = frame.circle();
    const double most = mostOf(tile, *reading, context);
    const auto angle = [most](double v) { return 180 * (1 - std::clamp(v / most, 0.0, 1.0)); };
    const bool fresh = isFresh(*reading) && reading->value;
    QPen pen(fresh ? t.hairline : t.unknown, 12, Qt::SolidLine, Qt::FlatCap);
    if (!fresh) {
        pen.setDashPattern({0.3, 0.3}); // an old value never looks like a new one
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawArc(circle, 0, 180 * 16);
    if (fresh) {
        pen.setColor(tile.limit && *reading->value > *tile.limit ? t.bad : t.accent);
        painter.setPen(pen);
        painter.drawArc(circle, static_cast<int>(angle(*reading->value) * 16),
                        static_cast<int>((180 - angle(*reading->value)) * 16));
    }
    painter.setFont(tokenFont(t.fontCaption));
    if (tile.limit) {
        const double a = angle(*tile.limit) * M_PI / 180;
        const QPointF way(std::cos(a), -std::sin(a));
        painter.setPen(QPen(t.text, 2));
        painter.drawLine(middle + way * (radius - 9), middle + way * (radius + 9));
        painter.setPen(t.textMuted);
        const QPointF place = middle + way * (radius + 20);
        if (frame.words) {
            painter.drawText(QRectF(place.x() - 24, place.y() - 8, 48, 16), Qt::AlignCenter,
                             QLocale().toString(*tile.limit, 'g', 4));
        }
    }
    painter.setFont(tokenFont(radius < 70 ? t.fontTitle : t.fontDisplay, QFont::DemiBold));
    painter.setPen(fresh ? t.text : t.textFaint);
    painter.drawText(frame.number, Qt::AlignCenter,
                     (numberOf(*reading) + QLatin1Char(' ') + shownUnit(reading->unit)).trimmed());
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    painter.drawText(
        frame.below, Qt::AlignCenter,
        painter.fontMetrics().elidedText(measuredText(*reading), Qt::ElideRight, static_cast<int>(below.width())));
}

QString streamWords(const Tile &tile, const TileContext &context)
{
    const StreamNow *reading = readingOf(context, tile.stream);
    if (reading == nullptr) {
        return {};
    }
    return QStringList{(numberOf(*reading) + QLatin1Char(' ') + shownUnit(reading->unit)).trimmed(),
                       readingStatus(*reading).word, measuredText(*reading)}
        .join(QStringLiteral(", "));
}

} // namespace loci::widgets
