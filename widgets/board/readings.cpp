// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/readings.h"

#include "widgets/feeds/streamstatus.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

/// Worse is higher; a resting stream is told, but is no fault.
int rank(const QString &state)
{
    static const QStringList order{QStringLiteral("live"),  QStringLiteral("paused"),  QStringLiteral("late"),
                                   QStringLiteral("stale"), QStringLiteral("waiting"), QStringLiteral("broken")};
    return static_cast<int>(order.indexOf(state));
}

bool liesIn(const TileContext &context, const QString &stream)
{
    const AreaTree &areas = context.outcome.results->areas();
    if (context.area == areas.city()) {
        return true;
    }
    const auto station = context.outcome.stations.find(stream.section(QLatin1Char('/'), 0, 0));
    return station != context.outcome.stations.end() &&
           areas.areaAt(areas.at(context.area).level, station->second) == context.area;
}

} // namespace

Readings readingsOf(const Outcome &outcome, const QDateTime &moment)
{
    Readings readings;
    for (const QString &stream : outcome.streams ? outcome.streams->streams() : QStringList()) {
        if (auto now = outcome.streams->at(stream, moment)) {
            readings.emplace(stream, std::move(*now));
        }
    }
    return readings;
}

const StreamNow *readingOf(const TileContext &context, const QString &stream)
{
    if (context.readings == nullptr || stream.isEmpty()) {
        return nullptr;
    }
    const auto found = context.readings->find(stream);
    return found != context.readings->end() ? &found->second : nullptr;
}

QString readingName(const TileContext &context, const QString &stream)
{
    const StreamNow *reading = readingOf(context, stream);
    if (reading == nullptr) {
        return {};
    }
    return context.language.startsWith(QLatin1String("zh")) ? reading->nameZh : reading->nameEn;
}

ValueStatus readingStatus(const StreamNow &reading)
{
    return {statusOf(feeds::stateFrom(reading.state)),
            reading.age.isEmpty() ? reading.stateName : reading.stateName + QStringLiteral(" · ") + reading.age, true};
}

std::optional<ValueStatus> inputStatus(const TileContext &context, const Definition &definition)
{
    const StreamNow *worst = nullptr;
    int all = 0, behind = 0;
    for (const Input &input : definition.inputs) {
        if (input.from.kind != Binding::Kind::Stream || context.readings == nullptr) {
            continue;
        }
        for (const auto &[stream, reading] : *context.readings) {
            if (!namesStream(input.from.source, stream) || !liesIn(context, stream)) {
                continue;
            }
            ++all;
            behind += rank(reading.state) > 0 ? 1 : 0;
            worst = worst == nullptr || rank(reading.state) > rank(worst->state) ? &reading : worst;
        }
    }
    if (behind == 0) {
        return std::nullopt;
    }
    ValueStatus status = readingStatus(*worst);
    if (all > 1) {
        status.word = Texts::tr("%1 of %2 streams not live").arg(behind).arg(all);
    }
    return status;
}

QRectF paintIndicatorHead(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context,
                          const QString &remark)
{
    const Definition *definition = context.outcome.results->definition(tile.code);
    const auto late = definition != nullptr ? inputStatus(context, *definition) : std::nullopt;
    return paintTileHead(painter, box, tileTitle(tile, context), remark, late ? &*late : nullptr);
}

ValueStatus statusOf(const TileContext &context, const QString &code)
{
    const Definition *definition = context.outcome.results->definition(code);
    const auto late = definition != nullptr ? inputStatus(context, *definition) : std::nullopt;
    return late ? *late : statusOf(context.outcome, code, context.area);
}

bool showsStreams(const Tile &tile, const Outcome &outcome)
{
    if (!tile.stream.isEmpty() || tile.kind == Tile::Kind::States) {
        return true;
    }
    const Definition *definition = outcome.results->definition(tile.code);
    return definition != nullptr &&
           std::any_of(definition->inputs.begin(), definition->inputs.end(),
                       [](const Input &input) { return input.from.kind == Binding::Kind::Stream; });
}

} // namespace loci::widgets
