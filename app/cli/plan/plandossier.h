// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/plan/planverb.h"

namespace loci::cli {

class PlanInput;

/// Writes the evidence dossier of a scenario. Without a display it has no 3D pictures, and says so.
Result<Answer> planDossier(const PlanInput &input);

} // namespace loci::cli
