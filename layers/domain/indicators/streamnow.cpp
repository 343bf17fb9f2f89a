// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/streamnow.h"

namespace loci::indicators {

StreamNow streamNow(const feeds::StreamDescription &description, const std::optional<feeds::Observation> &last,
                    feeds::StreamState state, std::optional<qint64> ageMs)
{
    StreamNow now;
    if (const double *number = last ? std::get_if<double>(&last->value) : nullptr) {
        now.value = *number;
    }
    now.unit = description.unit;
    now.nameEn = description.name(false);
    now.nameZh = description.name(true);
    now.time = last ? QDateTime::fromMSecsSinceEpoch(last->phenomenon, Qt::UTC) : QDateTime();
    now.state = feeds::stateCode(state);
    now.stateName = feeds::stateName(state);
    now.age = ageMs ? feeds::ageText(*ageMs) : QString();
    return now;
}

} // namespace loci::indicators
