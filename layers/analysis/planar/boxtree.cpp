// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planar/boxtree.h"

#include <algorithm>
#include <geos_c.h>

namespace loci::analysis {

namespace {

constexpr std::size_t kNodeCapacity = 10;

struct Freer
{
    GEOSContextHandle_t geos;
    void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(geos, geometry); }
    void operator()(GEOSSTRtree *tree) const { GEOSSTRtree_destroy_r(geos, tree); }
};
using Rectangle = std::unique_ptr<GEOSGeometry, Freer>;

Rectangle rectangleOf(GEOSContextHandle_t geos, const Box3 &box)
{
    return Rectangle(GEOSGeom_createRectangle_r(geos, box.min.x, box.min.y, box.max.x, box.max.y), Freer{geos});
}

} // namespace

struct BoxTree::Private
{
    Shape::Context context;
    std::unique_ptr<GEOSSTRtree, Freer> tree;
    std::vector<std::uint32_t> numbers; ///< what the tree points at
};

BoxTree::BoxTree(const Shape::Context &context, const std::vector<Box3> &boxes)
{
    GEOSContextHandle_t geos = context.handle();
    auto made = std::make_shared<Private>(
        Private{context, std::unique_ptr<GEOSSTRtree, Freer>(GEOSSTRtree_create_r(geos, kNodeCapacity), Freer{geos}),
                std::vector<std::uint32_t>(boxes.size())});
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        made->numbers[i] = i;
        const Rectangle rectangle = boxes[i].isEmpty() ? Rectangle(nullptr, Freer{geos}) : rectangleOf(geos, boxes[i]);
        if (rectangle) {
            GEOSSTRtree_insert_r(geos, made->tree.get(), rectangle.get(), &made->numbers[i]);
        }
    }
    m_d = std::move(made);
}

std::vector<std::uint32_t> BoxTree::meeting(const Box3 &box) const
{
    std::vector<std::uint32_t> found;
    if (!m_d || box.isEmpty()) {
        return found;
    }
    GEOSContextHandle_t geos = m_d->context.handle();
    const Rectangle asked = rectangleOf(geos, box);
    GEOSSTRtree_query_r(
        geos, m_d->tree.get(), asked.get(),
        [](void *item, void *list) {
            static_cast<std::vector<std::uint32_t> *>(list)->push_back(*static_cast<const std::uint32_t *>(item));
        },
        &found);
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace loci::analysis
