// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/meshcontext.h"
#include "layers/formats/mesh/meshpart.h"
#include "layers/formats/modelreader.h"

namespace loci::formats {

/// How the coordinates of a file are meant.
enum class MeshPlacement {
    Local,           ///< metres of their own
    MaybeGeocentric, ///< EPSG:4978 when they lie near the surface of the earth, else local
    Stated           ///< as `crsText` and `crs` of MeshSource say
};
struct MeshSource
{
    QString format, version;
    MeshPlacement placement = MeshPlacement::Local;
    QString crsText = {};
    EpsgCode crs = {};
};

/// Makes a CityModel of parts: moves geocentric points to a map projection, chooses how fine the integer vertices are
/// (1 mm, finer for what is smaller than a kilometre), makes ids unique, and merges equal materials and textures.
class MeshAssembler
{
public:
    explicit MeshAssembler(MeshContext &context) : m_context(context) {}
    void add(MeshPart part) { m_parts.push_back(std::move(part)); }
    Result<LoadedModel> finish(const MeshSource &source);

private:
    MeshContext &m_context;
    std::vector<MeshPart> m_parts;
};

/// Name of the theme that materials and textures of meshes are in.
inline constexpr char kMeshTheme[] = "visual";

} // namespace loci::formats
