// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/mesh/contentfolder.h"
#include "layers/formats/mesh/implicittiling.h"
#include "layers/formats/mesh/meshpart.h"

#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

namespace loci::formats {

struct MeshContext;

/// Walks a tileset and reads the finest content there is: where a finer one is missing, the coarser one stays.
class TilesetWalker
{
public:
    TilesetWalker(const QString &path, MeshContext &context);

    /// Fails with one sentence when the tileset itself cannot be understood.
    Result<std::vector<MeshPart>> run(const QByteArray &bytes);
    QString version() const { return m_version; }

private:
    struct Inherited
    {
        QString tileset; ///< path of its JSON below the opened file's folder
        Affine transform;
        bool replaces = true; ///< refine: REPLACE, not ADD
        bool isZUp = false;
        int depth = 0;
    };
    struct TileRead
    {
        std::vector<MeshPart> parts;
        bool isThere = true; ///< the tile or what refines it could be read, or there is nothing to read
    };
    struct ImplicitRoot
    {
        ImplicitTiling tiling;
        std::vector<QString> contents; ///< templates
        Inherited from;
    };
    using ChildReader = std::function<TileRead(std::size_t)>;

    Result<TileRead> readTileset(const QByteArray &bytes, const Inherited &from);
    TileRead readTile(const QJsonObject &tile, Inherited from);
    /// The rule of refinement, for explicit and implicit tiles alike.
    TileRead refine(const Inherited &from, std::size_t children, const ChildReader &child, const QStringList &contents);
    TileRead readContents(const QStringList &contents, const Inherited &from);
    bool readContent(const QString &uri, const Inherited &from, std::vector<MeshPart> &parts);
    TileRead readSubtree(const ImplicitRoot &root, const TileCoordinate &at, int depth);
    TileRead readImplicit(const ImplicitRoot &root, const std::shared_ptr<const Subtree> &subtree,
                          const TileCoordinate &at, std::uint32_t level, std::uint64_t morton, int depth);
    bool mayGoOn(int depth);

    MeshContext &m_context;
    ContentFolder m_folder;
    QString m_name, m_version;
    QStringList m_open; ///< tilesets that are being read, to notice circles
    std::uint64_t m_tiles = 0, m_contents = 0;
    bool m_stopped = false;
};

} // namespace loci::formats
