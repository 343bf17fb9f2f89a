// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace loci::planning {

/// What a rule says of an object. Unknown is an answer of its own: it never counts as passed.
enum class Verdict { Pass, Fail, Unknown };
QString verdictKey(Verdict verdict); ///< "pass", "fail", "unknown"

/// One rule applied to one object in one area.
struct RuleResult
{
    QString subject; ///< id of the building or parcel
    QString rule;    ///< id in the pack
    QString area;    ///< id of the area; empty when the rule holds everywhere
    std::optional<double> value, limit;
    std::optional<double> margin; ///< what is left up to the limit; below zero: by how much it fails
    QString found;                ///< for rules on forms, uses and colours: what the object has
    QString unit;
    Verdict verdict = Verdict::Unknown;
    QString missing;        ///< code of what is missing when unknown: "height", "eaves", "storeys", ...
    QString note;           ///< translated: what is missing, what was assumed, which exception holds
    bool marginal = false;  ///< |margin| is within the accuracy of the value
    bool estimated = false; ///< the value stands on an assumption that `note` names
    bool governing = false; ///< the one that decides about the subject
    std::optional<double> excessArea, excessVolume; ///< of the part above the limit, m2 and m3
};

} // namespace loci::planning
