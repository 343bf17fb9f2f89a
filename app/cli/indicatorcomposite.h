// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/domain/indicators/outcome.h"

namespace loci::cli {

/// loci indicator composite WORKSPACE CODE,CODE,... : method and weights by options, "--judgements 1,3;1/3,1" for AHP.
Result<Answer> indicatorComposite(const Call &call, const indicators::Outcome &outcome, const QString &language);

} // namespace loci::cli
