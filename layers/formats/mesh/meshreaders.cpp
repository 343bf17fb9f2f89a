// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshreaders.h"

#include <QCoreApplication>
#include <QFile>

namespace loci::formats {

std::vector<const ModelReader *> meshReaders()
{
    static const GltfReader gltf;
    static const TilesReader tiles;
    static const PlyReader ply;
    static const LasReader las;
    static const IfcReader ifc;
    static const StlReader stl;
    static const ObjReader obj;
    return {&gltf, &tiles, &ply, &las, &ifc, &stl, &obj};
}

Result<QByteArray> wholeFile(const QString &path)
{
    constexpr qint64 kMostBytes = 16LL << 30;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable,
                    QCoreApplication::translate("loci::formats", "The file %1 cannot be read: %2.")
                        .arg(path, file.errorString()));
    }
    if (file.size() > kMostBytes) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate("loci::formats", "The file %1 is larger than Loci can open at once.")
                        .arg(path));
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorCode::NotReadable,
                    QCoreApplication::translate("loci::formats", "The file %1 cannot be read: %2.")
                        .arg(path, file.errorString()));
    }
    return bytes;
}

} // namespace loci::formats
