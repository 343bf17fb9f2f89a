// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/observationgate.h"

#include <algorithm>
#include <bit>

namespace loci::feeds {

namespace {
constexpr std::size_t kSamples = 20;
constexpr qint64 kDefaultCadence = 5 * 60'000;

/// Time and value in one number: the same id with another value is a correction and no repetition.
quint64 contentOf(const Observation &observation)
{
    constexpr quint64 kSpread = 0x9E3779B97F4A7C15;
    const double *number = std::get_if<double>(&observation.value);
    const QString *text = std::get_if<QString>(&observation.value);
    const quint64 value = number ? std::bit_cast<quint64>(*number) : text ? qHash(*text) + 1 : 0;
    return (static_cast<quint64>(observation.phenomenon) * kSpread) ^ (value + kSpread);
}
} // namespace

void ClockSkew::add(qint64 sourceTime, qint64 ourTime)
{
    m_samples.push_back(sourceTime - ourTime);
    if (m_samples.size() > kSamples) {
        m_samples.pop_front();
    }
}

qint64 ClockSkew::milliseconds() const
{
    if (m_samples.empty()) {
        return 0;
    }
    std::vector<qint64> sorted(m_samples.begin(), m_samples.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

bool ObservationGate::isRepeated(Memory &memory, const Observation &observation)
{
    if (observation.id.isEmpty()) {
        return false;
    }
    const std::pair<QString, quint64> key(observation.id, contentOf(observation));
    if (memory.ids.contains(key)) {
        return true;
    }
    memory.ids.insert(key);
    memory.order.push_back(key);
    if (memory.order.size() > kRememberedIds) {
        memory.ids.remove(memory.order.front());
        memory.order.pop_front();
    }
    return false;
}

ObservationGate::Verdict ObservationGate::judge(Observation &observation, qint64 cadenceMs, const ClockSkew *skew)
{
    Memory &memory = m_streams[observation.stream];
    if (isRepeated(memory, observation)) {
        return Verdict::Duplicate;
    }
    const qint64 ahead = skew ? skew->milliseconds() : 0;
    const bool wrongClock = skew && skew->isWrong();
    observation.flags.setFlag(Quality::ClockSkew, wrongClock);
    const qint64 age = observation.arrival - observation.phenomenon + (wrongClock ? 0 : ahead);
    if (age < -kFutureMs) {
        observation.flags |= Quality::Future;
        return Verdict::Accepted;
    }
    const qint64 cadence = cadenceMs > 0 ? cadenceMs : kDefaultCadence;
    observation.flags.setFlag(Quality::Late, age > 2 * cadence);
    observation.flags.setFlag(Quality::OutOfOrder, memory.newest && observation.phenomenon < *memory.newest);
    memory.newest = std::max(memory.newest.value_or(observation.phenomenon), observation.phenomenon);
    return Verdict::Accepted;
}

void ObservationGate::remember(const QString &stream, qint64 newest)
{
    Memory &memory = m_streams[stream];
    memory.newest = std::max(memory.newest.value_or(newest), newest);
}

std::optional<qint64> ObservationGate::newest(const QString &stream) const
{
    const auto found = m_streams.constFind(stream);
    return found == m_streams.constEnd() ? std::nullopt : found->newest;
}

} // namespace loci::feeds
