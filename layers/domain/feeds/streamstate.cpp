// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/streamstate.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::StreamState)
};

constexpr std::array kCodes = {"waiting", "live", "late", "stale", "broken", "paused"}; // by StreamState
constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kUnknownCadence = 5 * kMinute;
constexpr qint64 kLongestCadence = 3650 * kDay; // so that its multiples stay numbers

struct Limits
{
    qint64 live;
    qint64 late;
    qint64 stale;
};

Limits limitsOf(qint64 cadenceMs)
{
    if (cadenceMs <= 0) {
        return {2 * kUnknownCadence, kHour, kDay};
    }
    const qint64 cadence = std::min(cadenceMs, kLongestCadence);
    return {2 * cadence, 5 * cadence, std::max(kDay, 20 * cadence)};
}
} // namespace

QString stateCode(StreamState state)
{
    return QLatin1String(kCodes.at(static_cast<std::size_t>(state)));
}

StreamState stateFrom(const QString &code)
{
    const auto found =
        std::find_if(kCodes.begin(), kCodes.end(), [&](const char *known) { return code == QLatin1String(known); });
    return found == kCodes.end() ? StreamState::Waiting : static_cast<StreamState>(found - kCodes.begin());
}

QString stateName(StreamState state)
{
    switch (state) {
    case StreamState::Waiting:
        return Texts::tr("waiting");
    case StreamState::Live:
        return Texts::tr("live");
    case StreamState::Late:
        return Texts::tr("late");
    case StreamState::Stale:
        return Texts::tr("stale");
    case StreamState::Broken:
        return Texts::tr("broken");
    case StreamState::Paused:
        return Texts::tr("paused");
    }
    return {};
}

std::optional<qint64> ageOf(const StreamFacts &facts, qint64 now)
{
    if (!facts.last) {
        return std::nullopt;
    }
    return std::max<qint64>(0, now - *facts.last + facts.skewMs);
}

StreamState stateOf(const StreamFacts &facts, qint64 now)
{
    if (facts.paused) {
        return StreamState::Paused;
    }
    if (facts.refused) {
        return StreamState::Broken;
    }
    const std::optional<qint64> age = ageOf(facts, now);
    if (!age) {
        return StreamState::Waiting;
    }
    const Limits limits = limitsOf(facts.cadenceMs);
    if (*age <= limits.live) {
        return StreamState::Live;
    }
    if (*age <= limits.late) {
        return StreamState::Late;
    }
    return *age <= limits.stale ? StreamState::Stale : StreamState::Broken;
}

std::optional<qint64> nextChange(const StreamFacts &facts, qint64 now)
{
    const std::optional<qint64> age = ageOf(facts, now);
    if (!age || facts.paused || facts.refused) {
        return std::nullopt;
    }
    const Limits limits = limitsOf(facts.cadenceMs);
    for (const qint64 limit : {limits.live, limits.late, limits.stale}) {
        if (*age <= limit) {
            return *facts.last - facts.skewMs + limit + 1;
        }
    }
    return std::nullopt;
}

QString ageText(qint64 milliseconds)
{
    const qint64 ms = std::max<qint64>(0, milliseconds);
    if (ms < kMinute) {
        return Texts::tr("%1 s").arg(ms / 1000);
    }
    if (ms < kHour) {
        return Texts::tr("%1 min").arg(ms / kMinute);
    }
    if (ms < 2 * kDay) {
        return Texts::tr("%1 h").arg(ms / kHour);
    }
    return Texts::tr("%1 days").arg(ms / kDay);
}

} // namespace loci::feeds
