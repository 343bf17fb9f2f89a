// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/boardstreams.h"

#include "layers/domain/feeds/streamstate.h"
#include "widgets/feeds/feedsession.h"

namespace loci::app {

std::shared_ptr<const widgets::Readings> readingsOf(const widgets::FeedSession &session)
{
    auto readings = std::make_shared<widgets::Readings>();
    for (const feeds::StreamStatus &status : session.streams()) {
        const feeds::StreamDescription &description = status.tally.description;
        indicators::StreamNow now;
        if (status.tally.last) {
            const double *number = std::get_if<double>(&status.tally.last->value);
            now.value = number != nullptr ? std::optional(*number) : std::nullopt;
            now.time = QDateTime::fromMSecsSinceEpoch(status.tally.last->phenomenon, Qt::UTC);
        }
        now.unit = description.unit;
        now.nameEn = description.name(false);
        now.nameZh = description.name(true);
        now.state = feeds::stateCode(status.state);
        now.stateName = feeds::stateName(status.state);
        now.age = status.ageMs ? feeds::ageText(*status.ageMs) : QString();
        now.simulated = status.simulated;
        readings->emplace(description.id, std::move(now));
    }
    return readings;
}

} // namespace loci::app
