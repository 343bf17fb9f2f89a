// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `loci workspace roles ADDRESS`: shows, turns on and sets the roles of a workspace on a server.
Result<Answer> runRoles(const Call &call);
QStringList roleValueOptions();
QStringList roleFlags();
bool hasRoleOptions(const Call &call);

} // namespace loci::cli
