// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace loci::heritage {

/// Ranks of a condition code, 0 best to 4 worst, so that scales can be compared and coloured; nullopt: unknown code or
/// a code that means unknown. Scales: "cn5" (good, fairly-good, fair, fairly-poor, poor), "har-building" (good, fair,
/// poor, very-bad), "har-archaeology", "arches" (domain.md 2.3).
std::optional<int> conditionRank(const QString &scale, const QString &code);
QStringList conditionCodes(const QString &scale);

enum class AtRisk { No, Vulnerable, Yes, Unknown };
/// Historic England's rule: very bad or poor is at risk; fair and (partly) vacant is vulnerable.
AtRisk atRisk(const QString &condition, const QString &occupancy);
/// The priority A to F by the decision table of domain.md 2.3; empty when an input is unknown.
/// solution: "none", "agreed", "in-progress"; use: "ok", "none"; trend: "declining", "stable", "improving", "unknown".
QString priority(const QString &condition, const QString &trend, const QString &solution, const QString &use,
                 bool underRepair = false);

} // namespace loci::heritage
