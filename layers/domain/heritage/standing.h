// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/asset.h"

namespace loci::heritage {

enum class Standing { NotYet, Stood, Gone, Unknown };

/// Between which years a record is known to have stood. Absent: unknown when it was built; not known to be lost.
struct Lifetime
{
    std::optional<int> first, last;
    bool operator==(const Lifetime &) const = default;
};
/// By its phases of construction and loss, else by its dating.
Lifetime lifetimeOf(const Asset &asset);
Standing standingIn(const Lifetime &lifetime, int year);

} // namespace loci::heritage
