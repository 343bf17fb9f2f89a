// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/datasource.h"

#include <QDir>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace loci::workspace {

namespace {
/// `pattern` has three groups: before, path, after.
std::optional<DataSource> matched(const QString &source, const QRegularExpression &pattern, bool isUrl = false)
{
    const QRegularExpressionMatch match = pattern.match(source);
    if (!match.hasMatch() || match.captured(2).isEmpty()) {
        return std::nullopt;
    }
    const QString path = match.captured(2);
    return DataSource{match.captured(1), isUrl ? QUrl::fromPercentEncoding(path.toUtf8()) : path, match.captured(3),
                      isUrl};
}

std::optional<DataSource> splitFile(const QString &source)
{
    // Archives: /vsizip//data/x.zip/inner.shp; subdatasets: GPKG:/data/x.gpkg:table, NETCDF:"/data/x.nc":var
    static const QRegularExpression archive(
        QStringLiteral(R"(^(/vsi(?:zip|tar|gzip|7z)/\{?)(.+?\.(?:zip|tgz|tar|tar\.gz|gz|kmz|7z))(\}?(?:/.*|\|.*)?)$)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quoted(QStringLiteral(R"(^([A-Z0-9_]{3,}:")([^"]+)(".*)$)"));
    static const QRegularExpression subdataset(
        QStringLiteral(R"(^((?:GPKG|SQLITE|NETCDF|HDF5|HDF4|MBTILES|GTIFF_DIR:\d+):)(/?[^:|]+)(.*)$)"));
    static const QRegularExpression plain(QStringLiteral(R"(^()([^|]+)(.*)$)"),
                                          QRegularExpression::DotMatchesEverythingOption);
    for (const QRegularExpression *pattern : {&archive, &quoted, &subdataset}) {
        if (auto found = matched(source, *pattern)) {
            return found;
        }
    }
    static const QRegularExpression elsewhere(QStringLiteral(R"(^(?:[A-Za-z][A-Za-z0-9+.-]+:|/vsi|<|\{))"));
    if (elsewhere.match(source).hasMatch()) { // http://, PG:, WFS:, /vsicurl/, inline XML
        return std::nullopt;
    }
    return matched(source, plain);
}
} // namespace

QString DataSource::joined(const QString &newPath) const
{
    if (!isUrl) {
        return before + newPath + after;
    }
    const bool absolute = QDir::isAbsolutePath(newPath);
    QString head = before;
    if (head.endsWith(QStringLiteral("file:")) || head.endsWith(QStringLiteral("file://"))) {
        head = head.left(head.lastIndexOf(QStringLiteral("file:"))) +
               (absolute ? QStringLiteral("file://") : QStringLiteral("file:"));
    }
    return head + QString::fromLatin1(QUrl::toPercentEncoding(newPath, "/")) + after;
}

std::optional<DataSource> splitDataSource(const QString &provider, const QString &source)
{
    static const QStringList fileProviders = {QStringLiteral("ogr"),  QStringLiteral("gdal"), QStringLiteral("mdal"),
                                              QStringLiteral("pdal"), QStringLiteral("copc"), QStringLiteral("ept")};
    if (source.isEmpty()) {
        return std::nullopt;
    }
    if (provider == QStringLiteral("spatialite")) {
        static const QRegularExpression name(QStringLiteral(R"(^(.*?dbname=')([^']+)('.*)$)"),
                                             QRegularExpression::DotMatchesEverythingOption);
        return matched(source, name);
    }
    if (provider == QStringLiteral("delimitedtext") || provider == QStringLiteral("gpx")) {
        static const QRegularExpression url(QStringLiteral(R"(^(file:(?://)?|)([^?]+)(\?.*|)$)"),
                                            QRegularExpression::DotMatchesEverythingOption);
        return matched(source, url, source.startsWith(QStringLiteral("file:")));
    }
    if (fileProviders.contains(provider)) {
        return splitFile(source);
    }
    static const QRegularExpression tiles(QStringLiteral(R"(^((?:.*&)?url=file:(?://)?)([^&]+)(.*)$)"));
    return matched(source, tiles, true);
}

} // namespace loci::workspace
