// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `loci feed test|run|status|replay ...`
VerbSpec feedVerb();
/// `feed replay sample|MESSAGES.jsonl --to mqtt://host[:port]|FILE.jsonl`
Result<Answer> replayFeed(const Call &call);

} // namespace loci::cli
