// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/mesh/contentfolder.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <span>
#include <vector>

namespace loci::formats {

/// A glTF 2.0 document: its JSON and the bytes its buffers name. Views into it live as long as it does.
struct GltfDocument
{
    QString name;         ///< path below the opened file's folder, for findings
    ContentFolder folder; ///< where it lies
    QJsonObject json;
    std::vector<QByteArray> buffers = {}; ///< empty where one could not be had

    /// Element `index` of the array `name` of the root; empty when there is none.
    QJsonObject element(const char *array, qint64 index) const;
    /// Empty when the view is not wholly inside its buffer.
    std::span<const std::byte> bufferView(qint64 index) const;
};

/// Reads .gltf (JSON) and .glb. Fails with one sentence when it is neither, of another version, or cut off before the
/// end of its JSON; buffers that are missing or too short are findings.
Result<GltfDocument> openGltf(const QByteArray &bytes, const QString &name, const ContentFolder &folder,
                              MeshContext &context);

/// A whole number that is not negative; -1 for everything else.
qint64 indexOf(const QJsonValue &value);
qint64 indexOf(const QJsonObject &object, const char *member);

} // namespace loci::formats
