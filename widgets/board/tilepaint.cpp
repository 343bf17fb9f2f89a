// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/tilepaint.h"

#include "layers/domain/indicators/explanation.h"
#include "widgets/board/readings.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/colourramps.h"

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

constexpr int kClasses = 5;

void paintText(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    painter.setFont(tokenFont(t.fontBody));
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, tile.text.in(context.language));
}

QString listWordsOf(const Tile &tile, const TileContext &context)
{
    return tile.kind == Tile::Kind::Alerts || tile.kind == Tile::Kind::Problems ? listWords(tile, context) : QString();
}

void addBounds(Ranking &ranking, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    for (int i = 1; i < kClasses && !values.empty(); ++i) { // quantiles: as many areas in each class
        const double bound = values[values.size() * static_cast<std::size_t>(i) / kClasses];
        if (ranking.bounds.empty() || bound > ranking.bounds.back()) {
            ranking.bounds.push_back(bound);
        }
    }
    for (Ranked &row : ranking.rows) {
        if (row.value != nullptr && row.value->value) {
            const auto above = std::upper_bound(ranking.bounds.begin(), ranking.bounds.end(), *row.value->value);
            row.colour = static_cast<int>(above - ranking.bounds.begin());
        }
    }
}

} // namespace

Status statusOf(Light light)
{
    switch (light) {
    case Light::Good:
        return Status::Good;
    case Light::Watch:
        return Status::Watch;
    case Light::Bad:
        return Status::Bad;
    case Light::Unknown:
        break;
    }
    return Status::Unknown;
}

ValueStatus statusOf(const Outcome &outcome, const QString &code, int area)
{
    const Calculated *value = outcome.results->latest(code, area);
    if (value == nullptr || !value->value) {
        return {Status::Unknown, statusWord(Status::Unknown), true};
    }
    if (value->quality == Quality::Partial) {
        return {Status::Partial, value->have < value->need ? value->coverage() : statusWord(Status::Partial), true};
    }
    const auto targets = outcome.targetsOf(code, area);
    if (targets.empty() || targets.front().light == Light::Unknown) {
        return {Status::Good, {}, false};
    }
    const Status status = statusOf(targets.front().light);
    return {status, statusWord(status), true};
}

QString tileTitle(const Tile &tile, const TileContext &context)
{
    const QString own = tile.kind == Tile::Kind::Text ? QString() : tile.text.in(context.language);
    if (!own.isEmpty()) {
        return own;
    }
    if (!tile.stream.isEmpty()) {
        const QString name = readingName(context, tile.stream);
        return name.isEmpty() ? tile.stream : name;
    }
    const Definition *definition = context.outcome.results->definition(tile.code);
    return definition != nullptr ? definition->name.in(context.language) : tile.code;
}

QList<QColor> classColours(bool higherIsBetter)
{
    // the darker the more in the light theme, the lighter the more in the dark one
    const bool dark = tokens().mode == ThemeMode::Dark;
    QList<QColor> colours = rampColours(QStringLiteral("viridis"), kClasses + 1, !dark);
    Q_UNUSED(higherIsBetter)
    colours.removeFirst();
    return colours;
}

QString classLabel(const Ranking &ranking, const Definition &definition, int index)
{
    const QLocale locale;
    const auto number = [&](double v) { return locale.toString(v, 'f', definition.decimals); };
    const auto at = static_cast<std::size_t>(index);
    if (ranking.bounds.empty()) {
        return Texts::tr("all");
    }
    if (at >= ranking.bounds.size()) {
        return Texts::tr("%1 and over").arg(number(ranking.bounds.back()));
    }
    return at == 0 ? Texts::tr("under %1").arg(number(ranking.bounds.front()))
                   : Texts::tr("%1 to %2").arg(number(ranking.bounds[at - 1]), number(ranking.bounds[at]));
}

Ranking rankingOf(const Tile &tile, const TileContext &context)
{
    const Results &results = *context.outcome.results;
    const AreaTree &areas = results.areas();
    const Calculated *whole = results.latest(tile.code, areas.city());
    const QString period = whole != nullptr ? whole->period : QString();
    int level = areas.levelOf(tile.level);
    level = level < 0 ? std::max(0, areas.cityLevel() - 1) : level;
    Ranking ranking;
    std::vector<double> values;
    for (const int area : areas.atLevel(level)) {
        const Calculated *value = results.find(tile.code, area, period);
        ranking.rows.push_back({area, value, -1});
        if (value != nullptr && value->value) {
            values.push_back(*value->value);
        }
    }
    const auto known = [](const Ranked &row) { return row.value != nullptr && row.value->value; };
    std::stable_sort(ranking.rows.begin(), ranking.rows.end(), [&known](const Ranked &a, const Ranked &b) {
        return known(a) != known(b) ? known(a) : known(a) && *a.value->value > *b.value->value;
    });
    addBounds(ranking, std::move(values));
    return ranking;
}

GaugeFrame gaugeFrame(const QRectF &box)
{
    constexpr double kWordRoom = 24, kInside = 56, kNumber = 32, kCaption = 18;
    GaugeFrame frame;
    frame.words = box.width() >= 180;
    frame.radius = std::min(box.width() / 2 - (frame.words ? kWordRoom : 8), box.height() - kNumber - kCaption);
    frame.inside = frame.radius >= kInside;
    frame.middle = {box.center().x(), box.top() + frame.radius + 8};
    const double top = frame.middle.y() + (frame.inside ? 2 - kNumber : 6);
    frame.number = {box.left(), top, box.width(), kNumber};
    frame.below = {box.left(), frame.number.bottom() + (frame.inside ? 6 : 0), box.width(), kCaption};
    return frame;
}

QRectF paintTileHead(QPainter &painter, const QRectF &box, const QString &title, const QString &remark,
                     const ValueStatus *status)
{
    const Tokens &t = tokens();
    double right = box.right();
    if (status != nullptr && status->hasStatus) {
        painter.setFont(tokenFont(t.fontCaption));
        double wide = painter.fontMetrics().horizontalAdvance(status->word);
        if (wide + 28 < box.width() / 2) {
            painter.setPen(t.textMuted);
            painter.drawText(QRectF(right - wide, box.top(), wide + 1, 20), Qt::AlignVCenter, status->word);
        } else {
            wide = -4; // a narrow tile has room for the title and the sign; the word stands in its tip
        }
        drawStatus(painter, status->status, QRectF(right - wide - 20, box.top() + 2, 16, 16));
        right -= wide + 28;
    }
    painter.setFont(tokenFont(t.fontBody, QFont::DemiBold));
    painter.setPen(t.text);
    const QString shown = painter.fontMetrics().elidedText(title, Qt::ElideRight, static_cast<int>(right - box.left()));
    painter.drawText(QRectF(box.left(), box.top(), right - box.left(), 20), Qt::AlignVCenter, shown);
    const double used = box.left() + painter.fontMetrics().horizontalAdvance(shown) + t.gap;
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textFaint);
    painter.drawText(QRectF(used, box.top(), std::max(0.0, right - used), 20), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(remark, Qt::ElideRight, static_cast<int>(right - used)));
    return box.adjusted(0, 28, 0, 0);
}

void paintTile(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (tile.kind) {
    case Tile::Kind::Value:
        paintValue(painter, box, tile, context);
        break;
    case Tile::Kind::Gauge:
        paintGauge(painter, box, tile, context);
        break;
    case Tile::Kind::Series:
        paintSeries(painter, box, tile, context);
        break;
    case Tile::Kind::Ranking:
        paintRanking(painter, box, tile, context);
        break;
    case Tile::Kind::Map:
        paintMapTile(painter, box, tile, context);
        break;
    case Tile::Kind::Table:
        paintTable(painter, box, tile, context);
        break;
    case Tile::Kind::Text:
        paintText(painter, box, tile, context);
        break;
    case Tile::Kind::Distribution:
        paintDistribution(painter, box, tile, context);
        break;
    case Tile::Kind::States:
        paintStates(painter, box, tile, context);
        break;
    case Tile::Kind::Alerts:
    case Tile::Kind::Problems:
        paintList(painter, box, tile, context);
        break;
    case Tile::Kind::Picture:
    case Tile::Kind::Scene:
        paintPicture(painter, box, tile, context);
        break;
    case Tile::Kind::Heat:
        paintHeat(painter, box, tile, context);
        break;
    }
    painter.restore();
}

std::vector<TileSpot> tileSpots(const QRectF &box, const Tile &tile, const TileContext &context)
{
    switch (tile.kind) {
    case Tile::Kind::Ranking:
        return rankingSpots(box, tile, context);
    case Tile::Kind::Map:
        return mapSpots(box, tile, context);
    case Tile::Kind::Table:
        return tableSpots(box, tile, context);
    case Tile::Kind::Distribution:
        return distributionSpots(box, tile, context);
    case Tile::Kind::Alerts:
    case Tile::Kind::Problems:
        return listSpots(box, tile, context);
    case Tile::Kind::Series:
        return seriesSpots(box, tile, context);
    default:
        return {};
    }
}

QString tileWords(const Tile &tile, const TileContext &context)
{
    if (tile.kind == Tile::Kind::Text) {
        return tile.text.in(context.language);
    }
    QStringList words{tileTitle(tile, context)};
    const QString told = tile.kind == Tile::Kind::States ? statesWords(tile, context)
                         : tile.kind == Tile::Kind::Heat ? heatWords(tile, context)
                         : !tile.stream.isEmpty()        ? streamWords(tile, context)
                                                         : listWordsOf(tile, context);
    if (!told.isEmpty()) {
        words << told;
    }
    const Definition *definition = context.outcome.results->definition(tile.code);
    const Calculated *value = context.outcome.results->latest(tile.code, context.area);
    if (definition != nullptr && value != nullptr) {
        words << (shownNumber(*definition, value->value, QLocale()) + QLatin1Char(' ') +
                  (value->value ? shownUnit(definition->unit) : QString()))
                     .trimmed();
        const ValueStatus status = statusOf(context, tile.code);
        if (!status.word.isEmpty()) {
            words << status.word;
        }
        for (const TargetState &target : context.outcome.targetsOf(tile.code, context.area)) {
            words << target.sentence;
        }
        if (!value->reason.isEmpty()) {
            words << value->reason;
        }
    }
    return words.join(QStringLiteral(", "));
}

} // namespace loci::widgets
