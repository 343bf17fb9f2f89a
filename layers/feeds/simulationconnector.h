// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/connector.h"

#include <QTimer>

namespace loci::feeds {

/// The sensors of the sample city without a server: what Simulation says of each moment goes the way of any payload.
/// After a start it first hands over, in small portions, what the sensors kept since the newest stored value.
class SimulationConnector final : public Connector
{
    Q_OBJECT
public:
    explicit SimulationConnector(ConnectorContext context);
    void start() override;
    void stop() override;

private:
    void handOver();

    QTimer m_timer;
    qint64 m_last = 0; ///< the moment that was handed over last
};

} // namespace loci::feeds
