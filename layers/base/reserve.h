// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace loci {

/// Room for `count` values in all, by an upper bound or an estimate: what is never written to costs no memory. Where
/// there is no room for that many, the vector grows as it would without.
template <class T>
void reserveIfPossible(std::vector<T> &values, std::size_t count)
{
    try {
        values.reserve(count);
    } catch (const std::bad_alloc &) {
        return;
    }
}

} // namespace loci
