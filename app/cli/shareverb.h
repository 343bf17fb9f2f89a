// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `share`: a read-only end point on this computer (OGC API - Features, SensorThings) until it is interrupted.
VerbSpec shareVerb();

} // namespace loci::cli
