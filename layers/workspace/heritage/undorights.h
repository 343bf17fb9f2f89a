// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/historystore.h"

namespace loci::workspace {

/// Whether a person may undo or redo a step: one of their own always; another person's when they could have made the
/// changes in it themselves (edit, and approve where it changes a review; manage roles for settings).
Result<> mayStep(const storage::heritage::HeritageStore &store, const QString &person,
                 const storage::StoredEntry &entry, const std::vector<storage::StoredChange> &changes);

} // namespace loci::workspace
