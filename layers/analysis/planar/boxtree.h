// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/shape.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace loci::analysis {

/// Boxes of the plan in GEOS' packed R-tree, by their number. Immutable; of the thread of its context, as shapes are.
class BoxTree
{
public:
    BoxTree() = default;
    BoxTree(const Shape::Context &context, const std::vector<Box3> &boxes); ///< empty boxes are never found

    /// Numbers of the boxes that meet the box, ascending.
    std::vector<std::uint32_t> meeting(const Box3 &box) const;

private:
    struct Private;
    std::shared_ptr<const Private> m_d;
};

} // namespace loci::analysis
