// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bagpaths.h"

#include <algorithm>

namespace loci::formats {

QString encodedBagPath(const QString &path)
{
    return QString(path)
        .replace(QLatin1Char('%'), QLatin1String("%25"))
        .replace(QLatin1Char('\n'), QLatin1String("%0A"))
        .replace(QLatin1Char('\r'), QLatin1String("%0D"));
}

QString decodedBagPath(const QString &path)
{
    return QString(path)
        .replace(QLatin1String("%0A"), QLatin1String("\n"), Qt::CaseInsensitive)
        .replace(QLatin1String("%0D"), QLatin1String("\r"), Qt::CaseInsensitive)
        .replace(QLatin1String("%25"), QLatin1String("%"));
}

bool isSafeBagPath(const QString &path)
{
    if (path.isEmpty() || path.startsWith(QLatin1Char('/')) || path.startsWith(QLatin1Char('~')) ||
        path.contains(QLatin1Char('\\')) || path.contains(QChar(0)) ||
        (path.size() > 1 && path[1] == QLatin1Char(':'))) {
        return false;
    }
    const QStringList parts = path.split(QLatin1Char('/'));
    return std::none_of(parts.begin(), parts.end(), [](const QString &part) {
        return part.isEmpty() || part == QLatin1String(".") || part == QLatin1String("..");
    });
}

BagManifest BagManifest::parse(const QByteArray &bytes)
{
    BagManifest manifest;
    const QList<QByteArray> lines = bytes.split('\n');
    for (const QByteArray &raw : lines) {
        const QByteArray line = raw.endsWith('\r') ? raw.chopped(1) : raw;
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const qsizetype blank = line.indexOf(' ') < 0 ? line.indexOf('\t') : line.indexOf(' ');
        const QByteArray checksum = line.left(std::max<qsizetype>(blank, 0)).toLower();
        QByteArray path = blank < 0 ? QByteArray() : line.mid(blank);
        while (path.startsWith(' ') || path.startsWith('\t')) {
            path.remove(0, 1);
        }
        if (path.startsWith('*')) { // as sha256sum marks binary files
            path.remove(0, 1);
        }
        if (path.startsWith("./")) {
            path.remove(0, 2);
        }
        if (checksum.isEmpty() || path.isEmpty() || QByteArray::fromHex(checksum).toHex() != checksum) {
            manifest.wrongLines << QString::fromUtf8(line);
            continue;
        }
        manifest.checksums.insert(decodedBagPath(QString::fromUtf8(path)), checksum);
    }
    return manifest;
}

QByteArray BagManifest::line(const QByteArray &checksum, const QString &path)
{
    return checksum + "  " + encodedBagPath(path).toUtf8() + '\n';
}

} // namespace loci::formats
