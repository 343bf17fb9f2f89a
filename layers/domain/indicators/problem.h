// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace loci::indicators {

/// One entry of the problem ledger: what was found where, what is done about it, by whom, until when, and when it is
/// looked at again. Stored as a document "problem/<id>".
struct Problem
{
    enum class Stage {
        Found,   ///< nothing is done yet
        Working, ///< a measure is under way
        Done,    ///< the measure is finished; the re-check is still to come
        Closed   ///< checked again and good
    };
    QString id;
    QString finding, measure, responsible; ///< in people's own words
    QString indicator, area;               ///< codes; may be empty
    std::optional<Vec2> place;             ///< longitude and latitude, degrees; none: the area stands for it
    QDate found, deadline, recheck;        ///< invalid: not said
    Stage stage = Stage::Found;

    bool operator==(const Problem &other) const { return id == other.id && toJson() == other.toJson(); }
    QJsonObject toJson() const;
    static Problem fromJson(const QString &id, const QJsonObject &json);
    /// The day that counts next: the deadline, or the re-check once the measure is done; invalid when closed or unsaid.
    QDate due() const;
    bool isOverdue(QDate today) const;
    int daysOverdue(QDate today) const; ///< 0 when it is not
};

QString toText(Problem::Stage stage);    ///< stable: "found", "working", "done", "closed"
QString stageWord(Problem::Stage stage); ///< translated
Problem::Stage stageFrom(const QString &text);

/// Overdue ones first (longest first), then by the day that counts next; closed ones last.
void sortByUrgency(std::vector<Problem> &problems, QDate today);

} // namespace loci::indicators
