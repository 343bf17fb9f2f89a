// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/gltfdocument.h"
#include "layers/formats/mesh/meshpart.h"

namespace loci::formats {

/// How a document is placed and named.
struct GltfUse
{
    Affine toWorld = {};                ///< applied to z-up coordinates
    bool isZUp = false;                 ///< a tileset may say that its glTF needs no turning
    const FeatureRows *batch = nullptr; ///< what _BATCHID counts
    QString prefix = {};                ///< of the objects' ids, the tile's path; empty for a file of its own
    bool trianglesOnly = false;         ///< for shapes of instances
};

/// The default scene of a document: an object for each feature id, and for each node with a mesh that has none. What
/// is damaged is left out and reported.
MeshPart readGltfScene(const GltfDocument &document, const GltfUse &use, MeshContext &context);

} // namespace loci::formats
