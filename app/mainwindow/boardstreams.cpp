// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/boardstreams.h"

#include "layers/domain/indicators/streamnow.h"
#include "widgets/feeds/feedsession.h"

namespace loci::app {

std::shared_ptr<const widgets::Readings> readingsOf(const widgets::FeedSession &session)
{
    auto readings = std::make_shared<widgets::Readings>();
    for (const feeds::StreamStatus &status : session.streams()) {
        indicators::StreamNow now =
            indicators::streamNow(status.tally.description, status.tally.last, status.state, status.ageMs);
        now.simulated = status.simulated;
        readings->emplace(status.tally.description.id, std::move(now));
    }
    return readings;
}

} // namespace loci::app
