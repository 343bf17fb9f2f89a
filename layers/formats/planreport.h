// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/planning/rule.h"
#include "layers/domain/planning/verdict.h"

#include <QString>
#include <vector>

namespace loci::formats {

/// Every row with its clause as comma separated values, one header line; codes are never translated.
QString planCsv(const std::vector<planning::RuleResult> &rows, const planning::RulePack &pack);

/// Text of a cell: quoted when it needs to be.
QString csvCell(const QString &text);
QString csvNumber(const std::optional<double> &value); ///< empty when absent

} // namespace loci::formats
