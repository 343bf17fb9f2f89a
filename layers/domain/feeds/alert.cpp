// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/alert.h"

#include <QCoreApplication>
#include <array>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::Alert)
};

constexpr std::array kCodes = {"unknown", "minor", "moderate", "severe", "extreme"};
} // namespace

QString alertLevelCode(AlertLevel level)
{
    return QLatin1String(kCodes.at(static_cast<std::size_t>(level)));
}

QString alertLevelName(AlertLevel level)
{
    switch (level) {
    case AlertLevel::Unknown:
        return Texts::tr("unknown severity");
    case AlertLevel::Minor:
        return Texts::tr("minor");
    case AlertLevel::Moderate:
        return Texts::tr("moderate");
    case AlertLevel::Severe:
        return Texts::tr("severe");
    case AlertLevel::Extreme:
        return Texts::tr("extreme");
    }
    return {};
}

AlertLevel alertLevelFrom(const QString &word)
{
    for (std::size_t i = 0; i < kCodes.size(); ++i) {
        if (word.compare(QLatin1String(kCodes[i]), Qt::CaseInsensitive) == 0) {
            return static_cast<AlertLevel>(i);
        }
    }
    return AlertLevel::Unknown;
}

void LimitWatch::remember(const Alerts &active)
{
    for (const Alert &alert : active) {
        if (!alert.stream.isEmpty() && !alert.until) {
            m_active.insert(alert.id.section(QLatin1Char('@'), 0, 0), alert);
        }
    }
}

Alerts LimitWatch::judge(const AlertLimits &limits, const QString &own, const StreamDescription &stream,
                         const Observation &observation)
{
    Alerts changed;
    const double *value = std::get_if<double>(&observation.value);
    qint64 &judged = m_judged[stream.id];
    if (value == nullptr || (observation.flags & Quality::Future) || observation.phenomenon < judged) {
        return changed;
    }
    judged = observation.phenomenon;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const AlertLimit &limit = limits[i];
        const QString key = QStringLiteral("limit:%1:%2").arg(stream.id).arg(i);
        const auto active = m_active.find(key);
        const bool passed = limit.names(own) && limit.isPassedBy(*value);
        if (passed && active == m_active.end()) {
            Alert alert;
            alert.id = QStringLiteral("%1@%2").arg(key).arg(observation.phenomenon);
            alert.feed = stream.feed;
            alert.stream = stream.id;
            alert.level = limit.level;
            alert.place = stream.place;
            alert.from = observation.phenomenon;
            alert.value = *value;
            alert.limit = limit.above && *value > *limit.above ? limit.above : limit.below;
            alert.unit = stream.unit;
            alert.simulated = observation.flags.testFlag(Quality::Simulated);
            m_active.insert(key, alert);
            changed.push_back(std::move(alert));
        } else if (passed) {
            m_within.remove(key);
        } else if (active != m_active.end() && ++m_within[key] >= kCalm) {
            m_within.remove(key);
            active->until = observation.phenomenon;
            changed.push_back(*active);
            m_active.erase(active);
        }
    }
    return changed;
}

} // namespace loci::feeds
