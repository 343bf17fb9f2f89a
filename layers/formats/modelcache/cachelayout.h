// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace loci::formats::modelcache {

/// The bytes of a cache file, in the order of this computer:
///   Header (kDataStart bytes) · data: sections, each beginning at a multiple of kAlign · Entry per section ·
///   one check a block of kBlock bytes of the data.
/// A check is XXH3 with the folder's key as its seed. The header checks itself and the tables behind the data; a block
/// is checked whenever something of it is read. Who knows the key can still write what he likes: readers check every
/// number that they use as an index.

/// Raise when the bytes of a section change their meaning.
inline constexpr std::uint32_t kLayoutVersion = 2;
/// Raise when a reader makes another model, or other findings, of the same file.
inline constexpr std::uint32_t kContentVersion = 1;

inline constexpr std::array<char, 8> kMagic{'L', 'o', 'c', 'i', 'C', 'i', 't', 'y'};
inline constexpr std::uint32_t kByteOrder = 0x01020304;
inline constexpr std::size_t kBlock = 64 * 1024;
inline constexpr std::size_t kAlign = 64;
inline constexpr std::size_t kDataStart = 128;

/// Content hash of a source file: XXH3, 128 bits.
struct ContentHash
{
    std::uint64_t low = 0, high = 0;
    bool operator==(const ContentHash &) const = default;
};

struct Header
{
    std::array<char, 8> magic = kMagic;
    std::uint32_t layout = kLayoutVersion;
    std::uint32_t content = kContentVersion;
    std::uint32_t byteOrder = kByteOrder;
    std::uint32_t entries = 0;
    ContentHash source;
    std::uint64_t sourceBytes = 0;
    std::uint64_t dataBytes = 0;
    std::uint64_t blocks = 0;
    std::uint64_t tablesCheck = 0;
    std::uint64_t headerCheck = 0; ///< of all before it
};
static_assert(sizeof(Header) == 80);

enum class Section : std::uint32_t {
    Head,     ///< small things: names, pools, the list of columns and themes
    Findings, ///< of the reader

    ObjectIdEnds,
    ObjectIdBytes,
    ObjectsById, ///< all rows, by id and then row
    ObjectType,
    ObjectGeometries,
    ObjectChildren,
    ObjectParent,
    Children,
    ExtraObjects,
    ExtraEnds,
    ExtraBytes,

    TextEnds, ///< the pool of attribute texts
    TextBytes,
    ColumnRows, ///< `number` is that of the column
    ColumnIntegers,
    ColumnReals,
    ColumnTexts,

    Vertices,
    TemplateVertices,
    Instances,
    // `number`: 0 the model's store, 1 the templates'
    Geometries,
    Shells,
    SurfaceRings,
    RingVertices,
    VertexIds,
    SurfaceSemantic,
    SurfaceGeometry,
    Semantics,
    SemanticTextRows,
    SemanticTextEnds,
    SemanticTextBytes,
    // `number`: that of the theme times 2, plus 0 or 1 as above
    ThemeMaterials,
    ThemeRingTexture,
    ThemeRingUv,
    ThemeUv,

    Materials,
    MaterialEnds, ///< name, json, name, json ...
    MaterialBytes,
    TextureEnds, ///< image, json, image, json ...
    TextureBytes,
    TextureVertices,

    TreeBoxes, ///< ObjectIndexTree
    TreeObjects,

    Companions,    ///< other files of the model and the state they were in
    TextureImages, ///< `number` is that of the texture: an image inside the model's file

    FootprintRows, ///< object, polygons; heights
    FootprintEnds, ///< rings of each polygon, then points of each ring
    FootprintPoints
};

struct Entry
{
    Section section = Section::Head;
    std::uint32_t number = 0;
    std::uint64_t offset = 0; ///< in the data
    std::uint64_t bytes = 0;
};
static_assert(sizeof(Entry) == 24);

} // namespace loci::formats::modelcache
