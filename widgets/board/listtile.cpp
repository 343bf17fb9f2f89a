// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles that are lists: alerts, and the problem ledger.
#include "widgets/board/boarddata.h"
#include "widgets/board/tilepaint.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

constexpr double kHead = 28, kRow = 26;

/// One line of a list with its three columns.
struct ListRow
{
    Status status = Status::Watch;
    QString what, where, when;
    bool quiet = false; ///< acknowledged, closed
    QString area, code, item;
};

QString shortDate(QDate date)
{
    return date.isValid() ? QLocale().toString(date, QLocale::ShortFormat) : QString();
}

std::vector<ListRow> alertRows(const TileContext &context)
{
    std::vector<ListRow> rows;
    rows.reserve(context.data->alerts.size());
    for (const Alert &alert : context.data->alerts) {
        const Status status = alert.kind == Alert::Kind::Data     ? Status::Partial
                              : alert.kind == Alert::Kind::Stream ? (alert.bad ? Status::Bad : Status::Stale)
                              : alert.bad                         ? Status::Bad
                                                                  : Status::Watch;
        rows.push_back(
            {status, alert.what, alert.where,
             alert.seen ? Texts::tr("seen %1").arg(shortDate(alert.seen->at.date())) : shortDate(alert.since),
             alert.seen.has_value(), alert.area, alert.indicator, alert.id});
    }
    return rows;
}

std::vector<ListRow> problemRows(const TileContext &context)
{
    std::vector<ListRow> rows;
    const AreaTree &areas = context.outcome.results->areas();
    const QDate today = context.data->today;
    rows.reserve(context.data->problems.size());
    for (const Problem &problem : context.data->problems) {
        const int area = areas.findAny(problem.area);
        const bool closed = problem.stage == Problem::Stage::Closed;
        const bool overdue = problem.isOverdue(today);
        const QString when = overdue  ? Texts::tr("%n days overdue", nullptr, problem.daysOverdue(today))
                             : closed ? stageWord(problem.stage)
                                      : shortDate(problem.due());
        const QString where =
            QStringList{area >= 0 ? areas.at(area).name.in(context.language) : QString(), problem.responsible}.join(
                area >= 0 && !problem.responsible.isEmpty() ? QStringLiteral(" · ") : QString());
        rows.push_back({closed    ? Status::Good
                        : overdue ? Status::Bad
                                  : Status::Watch,
                        problem.finding, where, when, closed, problem.area, problem.indicator, problem.id});
    }
    return rows;
}

std::vector<ListRow> rowsOf(const Tile &tile, const TileContext &context)
{
    if (context.data == nullptr) {
        return {};
    }
    return tile.kind == Tile::Kind::Alerts ? alertRows(context) : problemRows(context);
}

QRectF rowBox(const QRectF &box, std::size_t index)
{
    return {box.left(), box.top() + kHead + kRow * static_cast<double>(index), box.width(), kRow};
}

std::size_t fitting(const QRectF &box)
{
    return static_cast<std::size_t>(std::max(0.0, (box.height() - kHead) / kRow));
}

void paintRow(QPainter &painter, const QRectF &line, const ListRow &row, bool marked)
{
    const Tokens &t = tokens();
    if (marked) {
        painter.fillRect(line, t.selected);
    }
    drawStatus(painter, row.status, QRectF(line.left(), line.top() + 5, 16, 16));
    const double when = 104, where = line.width() > 380 ? line.width() * 0.3 : 0;
    const double what = line.width() - 24 - when - where;
    const auto cell = [&](double left, double wide, const QString &text, const QColor &colour, int align) {
        painter.setPen(colour);
        painter.drawText(QRectF(left, line.top(), wide, line.height()), Qt::AlignVCenter | align,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(wide)));
    };
    cell(line.left() + 24, what - 8, row.what, row.quiet ? t.textFaint : t.text, Qt::AlignLeft);
    if (where > 0) {
        cell(line.left() + 24 + what, where - 8, row.where, t.textMuted, Qt::AlignLeft);
    }
    cell(line.right() - when, when, row.when, t.textMuted, Qt::AlignRight);
    painter.setPen(QPen(t.hairline, 1));
    painter.drawLine(line.bottomLeft(), line.bottomRight());
}

} // namespace

void paintList(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const std::vector<ListRow> rows = rowsOf(tile, context);
    const auto open = std::count_if(rows.begin(), rows.end(), [](const ListRow &row) { return !row.quiet; });
    const QString own = tile.text.in(context.language);
    const bool alerts = tile.kind == Tile::Kind::Alerts;
    paintTileHead(painter, box,
                  !own.isEmpty() ? own
                  : alerts       ? Texts::tr("Alerts")
                                 : Texts::tr("Problem ledger"),
                  Texts::tr("%1 open").arg(open));
    if (rows.empty()) {
        painter.setFont(tokenFont(t.fontBody));
        painter.setPen(t.textMuted);
        painter.drawText(box.adjusted(0, kHead, 0, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         alerts ? Texts::tr("Nothing asks for attention.") : Texts::tr("No problem is recorded."));
        return;
    }
    const std::size_t shown = std::min(rows.size(), fitting(box));
    painter.setFont(tokenFont(t.fontCaption));
    for (std::size_t i = 0; i < shown; ++i) {
        paintRow(painter, rowBox(box, i), rows[i], !rows[i].area.isEmpty() && rows[i].area == context.marked);
    }
    if (shown < rows.size()) {
        painter.setPen(t.textFaint);
        painter.drawText(QRectF(box.left(), box.top(), box.width(), 20), Qt::AlignVCenter | Qt::AlignRight,
                         Texts::tr("and %1 more").arg(rows.size() - shown));
    }
}

std::vector<TileSpot> listSpots(const QRectF &box, const Tile &tile, const TileContext &context)
{
    const std::vector<ListRow> rows = rowsOf(tile, context);
    std::vector<TileSpot> spots;
    const std::size_t shown = std::min(rows.size(), fitting(box));
    spots.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        TileSpot spot;
        spot.box = rowBox(box, i);
        spot.area = rows[i].area;
        spot.code = rows[i].code;
        spot.item = rows[i].item;
        spot.tip = QStringList{rows[i].what, rows[i].where, rows[i].when}.join(QLatin1Char('\n'));
        spots.push_back(std::move(spot));
    }
    return spots;
}

QString listWords(const Tile &tile, const TileContext &context)
{
    QStringList words;
    for (const ListRow &row : rowsOf(tile, context)) {
        words << QStringList{row.what, row.where, row.when}.join(QLatin1Char(' '));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace loci::widgets
