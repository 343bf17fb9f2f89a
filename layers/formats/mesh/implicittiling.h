// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/mesh/contentfolder.h"

#include <QJsonObject>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace loci::formats {

/// Place of a tile in an implicit tree.
struct TileCoordinate
{
    std::uint32_t level = 0;
    std::uint64_t x = 0, y = 0, z = 0;
    TileCoordinate child(unsigned number) const
    {
        return {level + 1, 2 * x + (number & 1U), 2 * y + ((number >> 1U) & 1U), 2 * z + ((number >> 2U) & 1U)};
    }
};

/// The description of an implicit quadtree or octree in a tile.
struct ImplicitTiling
{
    unsigned fanOut = 4; ///< children of a tile: 4 or 8
    std::uint32_t subtreeLevels = 0, availableLevels = 0;
    QString subtreeTemplate;

    /// From `implicitTiling` of 1.1 or the extension of 1.0; empty when its numbers make no sense.
    static std::optional<ImplicitTiling> from(const QJsonObject &json);
    static QString expand(const QString &addressTemplate, const TileCoordinate &at);
};

/// One .subtree file: which tiles, contents and further subtrees there are.
class Subtree
{
public:
    static Result<Subtree> read(const QByteArray &bytes, const QString &name, const ContentFolder &folder,
                                MeshContext &context);

    /// `index` counts the tiles of the subtree level by level, in Morton order within a level.
    bool hasTile(std::uint64_t index) const { return m_tiles.has(index); }
    bool hasContent(std::size_t content, std::uint64_t index) const;
    bool hasChildSubtree(std::uint64_t morton) const { return m_subtrees.has(morton); }

private:
    struct Availability
    {
        bool constant = false;
        QByteArray bits;
        bool has(std::uint64_t index) const;
    };
    static Availability availability(const QJsonObject &from, const std::vector<QByteArray> &views);

    Availability m_tiles, m_subtrees;
    std::vector<Availability> m_contents;
};

} // namespace loci::formats
