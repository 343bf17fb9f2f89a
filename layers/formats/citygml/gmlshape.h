// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/citygml/gmltree.h"

#include <deque>
#include <utility>

namespace loci::formats {

std::uint64_t gmlIdHash(std::string_view id);

/// One use of a polygon by a geometry: an element of a tree, or a surface that the model has already.
struct GmlSurfaceUse
{
    const GmlTree *tree = nullptr;
    GmlNode polygon = kNoNode;
    city::SurfaceIndex copyOf = city::kNone; ///< when `tree` is null
    std::uint32_t shell = city::kNone;       ///< in GmlShape::shellSolids
    bool reversed = false;
    bool linked = false; ///< reached through an xlink
};

/// What a geometry property holds, with all xlinks followed.
struct GmlShape
{
    struct Aggregate ///< surfaces below an element with an id
    {
        std::uint64_t id;
        std::uint32_t begin, end; ///< in `surfaces`
    };
    struct Place
    {
        const GmlTree *tree;
        GmlNode node;
    };
    GmlTag outer = GmlTag::Other; ///< of the outermost geometry
    std::vector<GmlSurfaceUse> surfaces;
    std::vector<Place> lines, points;
    std::vector<std::uint32_t> shellSolids; ///< by shell: ordinal of its solid
    std::vector<Aggregate> aggregates;

    void clear();
    bool isEmpty() const { return surfaces.empty() && lines.empty() && points.empty(); }
};

/// Ids of the surfaces in the model and of the members that wait: what xlinks and appearances name. Only hashes are
/// kept.
class GmlIds
{
public:
    struct Entry
    {
        std::uint64_t id;
        std::uint32_t index; ///< of a surface or ring
        bool isTemplate, reversed, isAggregate;
        bool operator<(const Entry &other) const { return id < other.id; }
    };
    std::vector<Entry> surfaces, rings;
    std::deque<GmlTree> waiting;    ///< members with xlinks into other members
    std::size_t sortedSurfaces = 0; ///< as many from the start are in order

    void sortFrom(std::size_t firstSurface, std::size_t firstRing);
};

/// Collects shapes. Circles of xlinks and links that multiply without end stop at a limit.
class GmlShapeCollector
{
public:
    explicit GmlShapeCollector(GmlIds &ids) : m_ids(ids) {}

    /// Links that `tree` itself cannot resolve are looked up in `ids`, which must be sorted then.
    bool useModel(bool use) { return std::exchange(m_useModel, use); } ///< as it was before
    void collect(GmlTree &tree, GmlNode property, GmlShape &shape);
    /// Ids that collect() did not find, since the last call; the line of the link with each.
    std::vector<std::pair<std::string, std::uint32_t>> takeMissing() { return std::exchange(m_missing, {}); }
    bool takeOverflow() { return std::exchange(m_overflow, false); }

private:
    void member(GmlTree &tree, GmlNode property, bool reversed, bool linked, int depth);
    void follow(GmlTree &tree, GmlNode property, bool reversed, int depth);
    void visit(GmlTree &tree, GmlNode node, bool reversed, bool linked, int depth);
    void visitSolid(GmlTree &tree, GmlNode node, bool reversed, bool linked, int depth);
    bool copyFromModel(std::string_view id, bool reversed);

    GmlIds &m_ids;
    GmlShape *m_shape = nullptr;
    std::uint32_t m_shell = city::kNone;
    std::uint32_t m_solids = 0;
    std::uint64_t m_budget = 0;
    bool m_useModel = false;
    bool m_overflow = false;
    std::vector<std::pair<std::string, std::uint32_t>> m_missing;
};

bool isGmlGeometry(GmlTag tag);

} // namespace loci::formats
