// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/readings.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

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

constexpr double kHead = 30, kRow = 22, kWord = 74, kAxis = 18, kDate = 44;
constexpr int kHours = 72, kLate = 3;

/// One stream over the last hours that any stream has.
struct Line
{
    QString name;
    std::vector<bool> has; ///< by hour
    int silent = 0;        ///< hours at the end without a value
};

struct Lines
{
    QDateTime start;
    std::vector<Line> rows;
};

/// One stream, those of a pollutant ("PM2.5"), or all that come by the hour.
bool isAsked(const Tile &tile, const QString &name)
{
    return tile.stream.isEmpty() || name == tile.stream || name.endsWith(QLatin1Char('/') + tile.stream);
}

Lines linesOf(const Tile &tile, const TileContext &context)
{
    Lines result;
    std::vector<std::pair<QString, HourlySeries>> all;
    QDateTime end;
    for (const auto &[name, series] : context.outcome.recent) {
        if (isAsked(tile, name) && series.stepHours == 1 && !series.values.empty()) {
            const QDateTime own = series.start.addSecs(3600LL * static_cast<qint64>(series.values.size()));
            end = end.isValid() ? std::max(end, own) : own;
            all.emplace_back(name, series);
        }
    }
    if (all.empty()) {
        return result;
    }
    result.start = end.addSecs(-3600LL * kHours);
    result.rows.reserve(all.size());
    for (const auto &[name, series] : all) {
        Line line{name, std::vector<bool>(kHours), 0};
        const qint64 offset = series.start.secsTo(result.start) / 3600;
        for (int hour = 0; hour < kHours; ++hour) {
            const qint64 at = offset + hour;
            const bool there = at >= 0 && at < static_cast<qint64>(series.values.size()) &&
                               std::isfinite(series.values[static_cast<std::size_t>(at)]);
            line.has[static_cast<std::size_t>(hour)] = there;
            line.silent = there ? 0 : line.silent + 1;
        }
        result.rows.push_back(std::move(line));
    }
    return result;
}

struct State
{
    Status status;
    QString word;
};

/// A live stream says itself how it stands; of hourly files only the silence at the end is known.
State stateOf(const Line &line, const TileContext &context)
{
    if (const StreamNow *reading = readingOf(context, line.name)) {
        return {readingStatus(*reading).status, reading->stateName};
    }
    if (line.silent == 0) {
        return {Status::Good, Texts::tr("live")};
    }
    if (line.silent < kLate) {
        return {Status::Watch, Texts::tr("late")};
    }
    return line.silent < 24 ? State{Status::Stale, Texts::tr("stale")} : State{Status::Bad, Texts::tr("broken")};
}

QString nameOf(const Line &line, const TileContext &context)
{
    const QString name = readingName(context, line.name);
    return name.isEmpty() ? line.name : name;
}

std::size_t fitting(const QRectF &box)
{
    return static_cast<std::size_t>(std::max(0.0, (box.height() - kHead - kAxis) / kRow));
}

void paintBar(QPainter &painter, const QRectF &bar, const Line &line)
{
    const Tokens &t = tokens();
    const double wide = bar.width() / kHours;
    QColor live = t.accent;
    live.setAlpha(150);
    for (std::size_t i = 0; i < line.has.size();) {
        std::size_t end = i;
        while (end < line.has.size() && line.has[end] == line.has[i]) {
            ++end;
        }
        const QRectF part(bar.left() + wide * static_cast<double>(i), bar.top(), wide * static_cast<double>(end - i),
                          bar.height());
        if (line.has[i]) {
            painter.fillRect(part, live);
        } else {
            const QRectF low = part.adjusted(0, part.height() / 2, 0, 0); // lower than live, and hatched
            painter.fillRect(low, t.sunken);
            paintHatch(painter, low, end == line.has.size() && end - i >= 24 ? t.bad : t.unknown);
        }
        i = end;
    }
}

void paintHours(QPainter &painter, const QRectF &box, double left, double wide, const QDateTime &start)
{
    const Tokens &t = tokens();
    double free = left - kDate;
    for (int hour = 0; hour < kHours; ++hour) {
        const QDateTime at = start.addSecs(3600LL * hour);
        if (at.time().hour() == 0) {
            const double x = left + wide * hour / kHours;
            painter.setPen(QPen(t.hairline, 1));
            painter.drawLine(QPointF(x, box.top() + kHead), QPointF(x, box.bottom() - kAxis + 4));
            if (x < free) {
                continue;
            }
            free = x + kDate;
            painter.setPen(t.textFaint);
            painter.drawText(QRectF(x - 30, box.bottom() - kAxis + 4, 60, 16), Qt::AlignCenter,
                             QLocale().toString(at.date(), QStringLiteral("d MMM")));
        }
    }
}

} // namespace

void paintStates(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const Lines lines = linesOf(tile, context);
    const auto broken = std::count_if(lines.rows.begin(), lines.rows.end(), [&context](const Line &line) {
        return stateOf(line, context).status != Status::Good;
    });
    const ValueStatus status{broken > 0 ? Status::Watch : Status::Good,
                             broken > 0 ? Texts::tr("%1 of %2 not live").arg(broken).arg(lines.rows.size())
                                        : Texts::tr("all live"),
                             !lines.rows.empty()};
    const QString own = tile.text.in(context.language);
    paintTileHead(painter, box, own.isEmpty() ? Texts::tr("Streams") : own, Texts::tr("last %1 hours").arg(kHours),
                  &status);
    if (lines.rows.empty()) {
        painter.setPen(t.textMuted);
        painter.drawText(box, Qt::AlignCenter, Texts::tr("no data"));
        return;
    }
    const double names = std::clamp(0.3 * box.width(), 64.0, 160.0);
    const double left = box.left() + names, wide = std::max(10.0, box.width() - names - kWord - 8);
    painter.setFont(tokenFont(t.fontCaption));
    paintHours(painter, box, left, wide, lines.start);
    const std::size_t shown = std::min(fitting(box), lines.rows.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const Line &line = lines.rows[i];
        const double top = box.top() + kHead + kRow * static_cast<double>(i);
        painter.setPen(t.text);
        painter.drawText(
            QRectF(box.left(), top, names - 8, kRow), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(nameOf(line, context), Qt::ElideMiddle, static_cast<int>(names - 8)));
        paintBar(painter, QRectF(left, top + 5, wide, kRow - 10), line);
        const State state = stateOf(line, context);
        drawStatus(painter, state.status, QRectF(left + wide + 8, top + 4, 14, 14));
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(left + wide + 26, top, kWord - 18, kRow), Qt::AlignVCenter, state.word);
    }
    if (shown < lines.rows.size()) {
        painter.setPen(t.textFaint);
        painter.drawText(QRectF(box.left(), box.bottom() - kAxis + 4, names - 8, 16), Qt::AlignVCenter,
                         Texts::tr("and %1 more").arg(lines.rows.size() - shown));
    }
}

QString statesWords(const Tile &tile, const TileContext &context)
{
    QStringList words;
    for (const Line &line : linesOf(tile, context).rows) {
        words << QStringLiteral("%1: %2").arg(nameOf(line, context), stateOf(line, context).word);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace loci::widgets
