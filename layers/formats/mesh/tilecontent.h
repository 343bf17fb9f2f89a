// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/mesh/contentfolder.h"
#include "layers/formats/mesh/meshpart.h"

#include <vector>

namespace loci::formats {

struct MeshContext;

/// Where the content of a tile is and how the tile places it.
struct TilePlace
{
    QString path; ///< below the opened file's folder; the prefix of the objects' ids
    ContentFolder folder;
    Affine transform = {};
    bool isZUp = false; ///< of its glTF
};

/// Reads b3dm, i3dm, cmpt, pnts, GLB and glTF by their content. Fails with one sentence when nothing of it can be read;
/// parts of it that are damaged are findings.
Result<std::vector<MeshPart>> readTileContent(const QByteArray &bytes, const TilePlace &place, MeshContext &context);

/// i3dm and pnts, behind their header; used by readTileContent().
class TileTable;
Result<MeshPart> readInstances(const TileTable &features, const TileTable &batch, const QByteArray &gltf,
                               const TilePlace &place, MeshContext &context);
Result<MeshPart> readPoints(const TileTable &features, const TileTable &batch, const TilePlace &place,
                            MeshContext &context);

} // namespace loci::formats
