// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/catalogue/metadata.h"

#include "layers/domain/heritage/canonicaljson.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace loci::formats {

QString entryUrn(const catalogue::Entry &entry)
{
    return QStringLiteral("urn:loci:") + QString::fromLatin1(QUrl::toPercentEncoding(entry.id));
}

QString entryFileName(const catalogue::Entry &entry)
{
    QString name = entry.id;
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9_-]+"));
    name.replace(others, QStringLiteral("-"));
    return name.left(60) + QLatin1Char('-') + heritage::sha256(entry.id.toUtf8()).left(8);
}

QString publicSource(const catalogue::Entry &entry)
{
    return QFileInfo(entry.source).isAbsolute() ? QFileInfo(entry.source).fileName() : entry.source;
}

QString crsUri(const QString &crs)
{
    bool good = false;
    const int code = crs.startsWith(QLatin1String("EPSG:")) ? crs.mid(5).toInt(&good) : 0;
    return good && code > 0 ? QStringLiteral("http://www.opengis.net/def/crs/EPSG/0/%1").arg(code) : QString();
}

} // namespace loci::formats
