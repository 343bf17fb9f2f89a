// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/entry.h"

#include <vector>

namespace loci::catalogue {

/// Where a request stands (domain.md 6.4).
enum class State { Requested, Approved, Refused, Returned, Delivered, Revoked };
QString toText(State state); ///< "requested", ...: stable
std::optional<State> stateFrom(const QString &text);
QString word(State state); ///< translated

/// A department asks for an entry, and what its owner answers. JSON in the workspace, below the prefix of the audit.
struct Request
{
    struct Step
    {
        State state = State::Requested;
        QString by;
        QDateTime at;   ///< UTC
        QString reason; ///< purpose of a request, conditions or reasons of an answer
    };
    QString id, entry;
    QString department; ///< that asks
    QString person;
    QDate until; ///< last day of a grant; invalid: none yet
    std::vector<Step> steps;

    State state() const;
    bool isGrant(const QDate &day) const; ///< approved or delivered, and not expired
    QString purpose() const;
    QJsonObject toJson() const;
    static Result<Request> fromJson(const QString &id, const QJsonObject &json);
};

/// The request one step further. Fails with a sentence where the step does not fit its state, where an answer has no
/// reason, or a grant no day on which it ends.
Result<Request> stepped(Request request, State state, const QString &by, const QString &reason, const QDate &until,
                        const QDateTime &now);

} // namespace loci::catalogue
