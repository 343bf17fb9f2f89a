// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelreader.h"

#include <vector>

namespace loci::formats {

/// glTF 2.0: .glb, and .gltf with its buffers in it or beside it. Axes turn from y-up to z-up.
class GltfReader : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    bool claims(const QString &suffix) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
};

/// 3D Tiles 1.0 and 1.1: a tileset.json with everything below its folder, or one b3dm, i3dm, cmpt or pnts.
class TilesReader : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
};

/// Wavefront OBJ with MTL materials and textures; an object for each group. Coordinates stay as they are written.
class ObjReader : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    bool claims(const QString &suffix) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
};

/// PLY, text and binary of both byte orders: a mesh, or points where it has no faces.
class PlyReader : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
};

/// STL, text and binary.
class StlReader : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    bool claims(const QString &suffix) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
};

/// LAS 1.0 to 1.4, not compressed: an object for each class of points. LAZ is refused with one sentence.
class LasReader : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
};

/// IFC 2x3 and 4 in STEP files: the faces of the products, below their building and storey.
class IfcReader : public ModelReader
{
public:
    bool recognises(const QByteArray &head) const override;
    Result<LoadedModel> read(const QString &path, const CancelToken &cancel,
                             const ProgressFunction &progress) const override;
};

/// One of each, for the list of formats.
std::vector<const ModelReader *> meshReaders();

/// Bytes of a file that is opened as a whole. Fails with one sentence.
Result<QByteArray> wholeFile(const QString &path);

} // namespace loci::formats
