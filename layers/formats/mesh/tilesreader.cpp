// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/gltfscene.h"
#include "layers/formats/mesh/meshassembler.h"
#include "layers/formats/mesh/meshreaders.h"
#include "layers/formats/mesh/tilecontent.h"
#include "layers/formats/mesh/tilesetwalker.h"

#include <QFileInfo>

namespace loci::formats {

namespace {

QByteArray textStart(const QByteArray &head)
{
    return (head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head).trimmed();
}

bool isForeign(const QByteArray &head)
{
    return !textStart(head).startsWith('{') || head.contains("\"CityJSON") || head.contains("\"CityObjects\"") ||
           head.contains("\"FeatureCollection\"");
}

bool isTilesetText(const QByteArray &head)
{
    return !isForeign(head) && head.contains("\"geometricError\"") &&
           (head.contains("\"root\"") || head.contains("\"asset\"") || head.contains("\"boundingVolume\""));
}

} // namespace

bool GltfReader::recognises(const QByteArray &head) const
{
    if (head.startsWith("glTF")) {
        return true;
    }
    if (isForeign(head) || isTilesetText(head)) {
        return false;
    }
    int members = 0;
    for (const char *member : {"\"asset\"", "\"accessors\"", "\"bufferViews\"", "\"buffers\"", "\"meshes\"",
                               "\"nodes\"", "\"scenes\"", "\"materials\"", "data:application/"}) {
        members += head.contains(member) ? 1 : 0;
    }
    return members >= 2;
}

bool GltfReader::claims(const QString &suffix) const
{
    return suffix == QLatin1String("gltf") || suffix == QLatin1String("glb");
}

Result<LoadedModel> GltfReader::read(const QString &path, const CancelToken &cancel,
                                     const ProgressFunction &progress) const
{
    MeshContext context(path, cancel, progress);
    LOCI_TRY(const QByteArray bytes, wholeFile(path));
    LOCI_TRY(const GltfDocument document, openGltf(bytes, QFileInfo(path).fileName(), ContentFolder(path), context));
    MeshAssembler assembler(context);
    assembler.add(readGltfScene(document, {}, context));
    if (cancel.isCancelled()) {
        return context.cancelled();
    }
    return assembler.finish(
        {QStringLiteral("glTF"),
         document.json.value(QLatin1String("asset")).toObject().value(QLatin1String("version")).toString()});
}

bool TilesReader::recognises(const QByteArray &head) const
{
    return head.startsWith("b3dm") || head.startsWith("i3dm") || head.startsWith("cmpt") || head.startsWith("pnts") ||
           isTilesetText(head);
}

Result<LoadedModel> TilesReader::read(const QString &path, const CancelToken &cancel,
                                      const ProgressFunction &progress) const
{
    MeshContext context(path, cancel, progress);
    LOCI_TRY(const QByteArray bytes, wholeFile(path));
    MeshSource source{QStringLiteral("3D Tiles"), QStringLiteral("1.0"), MeshPlacement::MaybeGeocentric};
    std::vector<MeshPart> parts;
    if (textStart(bytes.left(kHeadBytes)).startsWith('{')) {
        TilesetWalker walker(path, context);
        LOCI_TRY(parts, walker.run(bytes));
        source.version = walker.version();
    } else {
        LOCI_TRY(parts, readTileContent(bytes, {QFileInfo(path).fileName(), ContentFolder(path)}, context));
    }
    if (cancel.isCancelled()) {
        return context.cancelled();
    }
    MeshAssembler assembler(context);
    for (MeshPart &part : parts) {
        assembler.add(std::move(part));
    }
    return assembler.finish(source);
}

} // namespace loci::formats
