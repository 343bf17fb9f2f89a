// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"
#include "layers/domain/indicators/problem.h"

#include <map>

namespace loci::indicators {

/// When and by whom an alert was seen.
struct Acknowledgement
{
    QDateTime at; ///< UTC
    QString by;
};

/// Something that asks for a person: a target that cannot be met at the present pace, data that did not come, a
/// problem past its day. Made anew from what is known; only the acknowledgement is kept.
struct Alert
{
    enum class Kind { Target, Data, Stream, Problem };
    QString id; ///< stable for as long as its reason is the same
    Kind kind = Kind::Target;
    bool bad = false;                         ///< else: to be watched
    QString what, where;                      ///< translated; names in the language asked for
    QString indicator, area, stream, problem; ///< codes and ids; what it is about
    QDate since;                              ///< invalid: not known
    std::optional<Acknowledgement> seen;
};

/// Worst first, the ones that nobody has seen before those that somebody has. Streams: those whose last `staleHours`
/// hours are empty.
std::vector<Alert> alertsOf(const Outcome &outcome, const std::vector<Problem> &problems,
                            const std::map<QString, Acknowledgement> &seen, QDate today, const QString &language,
                            int staleHours = 6);

} // namespace loci::indicators
