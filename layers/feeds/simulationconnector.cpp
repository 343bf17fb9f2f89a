// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/simulationconnector.h"

#include "layers/feeds/simulation.h"

namespace loci::feeds {

namespace {
constexpr int kLookMs = 250;
constexpr int kPortion = 4;
constexpr int kPortionMs = 20; // the window goes on between two portions
} // namespace

SimulationConnector::SimulationConnector(ConnectorContext context) : Connector(std::move(context))
{
    connect(&m_timer, &QTimer::timeout, this, &SimulationConnector::handOver);
}

void SimulationConnector::start()
{
    const qint64 past = now() - Simulation::kPastMs;
    m_last = std::max({m_last, past, std::min(this->context().newest.value_or(past), now())});
    emit contactChanged(Contact::Connected, {});
    m_timer.start(kPortionMs);
}

void SimulationConnector::stop()
{
    m_timer.stop();
}

void SimulationConnector::handOver()
{
    const qint64 moment = now();
    m_last = std::min(m_last, moment); // a clock that was set back
    for (int i = 0; i < kPortion; ++i) {
        const qint64 next = Simulation::momentAfter(m_last, moment);
        if (next > moment) {
            m_timer.setInterval(kLookMs);
            return;
        }
        Payload payload;
        payload.bytes = Simulation::round(next);
        payload.topic = feed().address.path();
        payload.arrival = moment;
        hand(std::move(payload), false);
        m_last = next;
    }
    m_timer.setInterval(kPortionMs);
}

} // namespace loci::feeds
