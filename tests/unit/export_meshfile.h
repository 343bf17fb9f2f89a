// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/city/mesh.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <array>
#include <vector>

namespace loci::test {

/// What a written mesh holds, read back by the letters of the formats and with nothing of the writers.
struct MeshFile
{
    QString problem; ///< what does not fit the format; empty when it is well
    QJsonObject json;
    QByteArray binary;
    std::vector<std::array<Vec3, 3>> triangles; ///< as the file has them
    std::vector<int> features;                  ///< by triangle
    int textured = 0;                           ///< triangles of parts with an image

    double area() const;
    QStringList texts(const QString &property) const; ///< a text property of the first property table
    std::vector<double> numbers(const QString &property) const;
};

MeshFile readGlb(const QString &path);
MeshFile readGltf(const QString &path);
MeshFile readObj(const QString &path);
double areaOf(const city::TriangleMesh &mesh);

} // namespace loci::test
