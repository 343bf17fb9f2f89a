// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/standing.h"

#include "layers/domain/heritage/edtf.h"

#include <algorithm>

namespace loci::heritage {

namespace {

std::optional<int> yearOf(const QString &date, bool last)
{
    const auto parsed = Edtf::parse(date);
    const auto day = !parsed ? std::nullopt : (last ? parsed->last() : parsed->first());
    return day ? std::optional<int>(day->year) : std::nullopt;
}

} // namespace

Lifetime lifetimeOf(const Asset &asset)
{
    Lifetime lifetime;
    for (const Phase &phase : asset.parts<Phase>()) {
        if (phase.kind == QLatin1String("construction")) {
            const auto year = yearOf(phase.date, false);
            lifetime.first = year && lifetime.first ? std::min(*lifetime.first, *year) : (year ? year : lifetime.first);
        } else if (phase.kind == QLatin1String("loss")) {
            lifetime.last = yearOf(phase.date, true);
        }
    }
    if (!lifetime.first) {
        lifetime.first = factsOf(asset).yearFrom;
    }
    return lifetime;
}

Standing standingIn(const Lifetime &lifetime, int year)
{
    if (!lifetime.first) {
        return Standing::Unknown;
    }
    if (year < *lifetime.first) {
        return Standing::NotYet;
    }
    return lifetime.last && year > *lifetime.last ? Standing::Gone : Standing::Stood;
}

} // namespace loci::heritage
