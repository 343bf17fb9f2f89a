// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace loci::formats {

/// RFC 8493, 2.1.3: line breaks and the percent sign of a path are written as %0A, %0D and %25.
QString encodedBagPath(const QString &path);
QString decodedBagPath(const QString &path);
/// Stays below the folder that it is taken from: relative, without "..", "~", drives or backslashes.
bool isSafeBagPath(const QString &path);

/// Lines "checksum  path". What is no such line comes out in `wrongLines`.
struct BagManifest
{
    QHash<QString, QByteArray> checksums; ///< by path, lower case
    QStringList wrongLines;
    static BagManifest parse(const QByteArray &bytes);
    static QByteArray line(const QByteArray &checksum, const QString &path);
};

} // namespace loci::formats
