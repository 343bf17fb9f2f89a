// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/workspace/servermodels.h"

namespace loci::cli {

inline constexpr char kStoreModels[] = "store";
inline constexpr char kForgetModels[] = "forget";

/// `loci workspace models`: which city models a workspace has and where they are; puts them onto its server, or off it.
Result<Answer> runModels(const Call &call, const QString &home);
/// What was put onto the server, in an answer about something larger.
void addStored(Answer &answer, const workspace::StoreReport &stored);

} // namespace loci::cli
