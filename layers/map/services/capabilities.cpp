// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/capabilities.h"

#include <qgsdatasourceuri.h>

#include <QCoreApplication>
#include <QDomDocument>
#include <QHash>
#include <QRegularExpression>
#include <QUrlQuery>
#include <functional>

namespace loci::map {

namespace {
QDomElement child(const QDomElement &parent, const QString &name)
{
    for (QDomElement e = parent.firstChildElement(); !e.isNull(); e = e.nextSiblingElement()) {
        if (e.localName() == name) {
            return e;
        }
    }
    return {};
}

QString childText(const QDomElement &parent, const QString &name)
{
    return child(parent, name).text().trimmed();
}

void forEachNamed(const QDomElement &root, const QString &name, const std::function<void(const QDomElement &)> &visit)
{
    for (QDomElement e = root.firstChildElement(); !e.isNull(); e = e.nextSiblingElement()) {
        if (e.localName() == name) {
            visit(e);
        }
        forEachNamed(e, name, visit);
    }
}

/// The address without the parameters that belong to one request.
QString baseAddress(const QString &address)
{
    QUrl url = QUrl::fromUserInput(address.trimmed());
    QUrlQuery query(url);
    QUrlQuery kept;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (!QStringList{"service", "request", "version"}.contains(key.toLower())) {
            kept.addQueryItem(key, value);
        }
    }
    url.setQuery(kept);
    return url.toString();
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// "EPSG:n" of what services write: "EPSG:n", urn:ogc:def:crs:EPSG::n, http://www.opengis.net/def/crs/EPSG/0/n; empty
/// for other authorities.
QString epsgName(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("epsg.*?(\\d+)$"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = code.match(text.trimmed());
    return match.hasMatch() ? QStringLiteral("EPSG:") + match.captured(1) : QString();
}

QString chosenCrs(const QStringList &offered)
{
    for (const char *wished : {"EPSG:3857", "EPSG:4490", "EPSG:4326", "CRS:84"}) {
        if (offered.contains(QLatin1String(wished))) {
            return QLatin1String(wished);
        }
    }
    return offered.value(0, QStringLiteral("EPSG:4326"));
}

void readWmsLayer(const QDomElement &element, QStringList crs, const QString &base, const QString &format,
                  std::vector<ServiceLayer> &layers)
{
    for (QDomElement e = element.firstChildElement(); !e.isNull(); e = e.nextSiblingElement()) {
        if (e.localName() == QLatin1String("CRS") || e.localName() == QLatin1String("SRS")) {
            crs += e.text().split(QLatin1Char(' '), Qt::SkipEmptyParts); // 1.1.1 may list several in one
        }
    }
    const QString name = childText(element, QStringLiteral("Name"));
    if (!name.isEmpty()) {
        ServiceLayer layer;
        layer.name = name;
        layer.title = childText(element, QStringLiteral("Title"));
        layer.abstract = childText(element, QStringLiteral("Abstract"));
        layer.source = {{},
                        QStringLiteral("wms"),
                        QStringLiteral("crs=%1&format=%2&layers=%3&styles=&url=%4")
                            .arg(chosenCrs(crs), format, encoded(name), encoded(base)),
                        layer.title.isEmpty() ? name : layer.title};
        layers.push_back(std::move(layer));
    }
    for (QDomElement e = element.firstChildElement(); !e.isNull(); e = e.nextSiblingElement()) {
        if (e.localName() == QLatin1String("Layer")) {
            readWmsLayer(e, crs, base, format, layers);
        }
    }
}

QString wmsFormat(const QDomElement &root)
{
    const QDomElement getMap = child(child(child(root, "Capability"), "Request"), "GetMap");
    QStringList formats;
    forEachNamed(getMap, QStringLiteral("Format"), [&](const QDomElement &e) { formats.append(e.text().trimmed()); });
    for (const char *wished : {"image/png", "image/png; mode=8bit", "image/jpeg"}) {
        if (formats.contains(QLatin1String(wished))) {
            return QLatin1String(wished);
        }
    }
    return formats.value(0, QStringLiteral("image/png"));
}

std::vector<ServiceLayer> readWms(const QDomElement &root, const QString &address)
{
    std::vector<ServiceLayer> layers;
    const QDomElement capability = child(root, QStringLiteral("Capability"));
    readWmsLayer(child(capability, QStringLiteral("Layer")), {}, baseAddress(address), wmsFormat(root), layers);
    return layers;
}

/// Coordinate systems of the tile matrix sets, by their names.
QHash<QString, QString> matrixSystems(const QDomElement &contents)
{
    QHash<QString, QString> systems;
    for (QDomElement e = contents.firstChildElement(); !e.isNull(); e = e.nextSiblingElement()) {
        if (e.localName() == QLatin1String("TileMatrixSet")) {
            const QString crs = epsgName(childText(e, QStringLiteral("SupportedCRS")));
            systems.insert(childText(e, QStringLiteral("Identifier")),
                           crs.isEmpty() ? QStringLiteral("EPSG:4326") : crs); // CRS84
        }
    }
    return systems;
}

/// Of the matrix sets of a layer the one in the system that most maps are in; else the first.
std::pair<QString, QString> chosenMatrix(const QDomElement &layer, const QHash<QString, QString> &systems)
{
    QStringList names;
    QStringList offered;
    forEachNamed(layer, QStringLiteral("TileMatrixSetLink"), [&](const QDomElement &link) {
        names << childText(link, QStringLiteral("TileMatrixSet"));
        offered << systems.value(names.last(), QStringLiteral("EPSG:3857"));
    });
    const QString crs = chosenCrs(offered);
    return {names.value(std::max<qsizetype>(offered.indexOf(crs), 0)), crs};
}

std::vector<ServiceLayer> readWmts(const QDomElement &root, const QString &address)
{
    std::vector<ServiceLayer> layers;
    const QString url = capabilitiesUrl(address, ServiceKind::Wmts).toString();
    const QDomElement contents = child(root, QStringLiteral("Contents"));
    const QHash<QString, QString> systems = matrixSystems(contents);
    forEachNamed(contents, QStringLiteral("Layer"), [&](const QDomElement &e) {
        ServiceLayer layer;
        layer.name = childText(e, QStringLiteral("Identifier"));
        layer.title = childText(e, QStringLiteral("Title"));
        layer.abstract = childText(e, QStringLiteral("Abstract"));
        const auto [matrix, crs] = chosenMatrix(e, systems);
        const QString style = childText(child(e, QStringLiteral("Style")), QStringLiteral("Identifier"));
        const QString format = childText(e, QStringLiteral("Format"));
        layer.source = {{},
                        QStringLiteral("wms"),
                        QStringLiteral("crs=%1&format=%2&layers=%3&styles=%4&tileMatrixSet=%5&url=%6")
                            .arg(crs, format, encoded(layer.name), encoded(style), encoded(matrix), encoded(url)),
                        layer.title.isEmpty() ? layer.name : layer.title};
        if (!layer.name.isEmpty()) {
            layers.push_back(std::move(layer));
        }
    });
    return layers;
}

std::vector<ServiceLayer> readWfs(const QDomElement &root, const QString &address)
{
    std::vector<ServiceLayer> layers;
    forEachNamed(root, QStringLiteral("FeatureType"), [&](const QDomElement &e) {
        ServiceLayer layer;
        layer.name = childText(e, QStringLiteral("Name"));
        layer.title = childText(e, QStringLiteral("Title"));
        layer.abstract = childText(e, QStringLiteral("Abstract"));
        QgsDataSourceUri uri;
        uri.setParam(QStringLiteral("url"), baseAddress(address));
        uri.setParam(QStringLiteral("typename"), layer.name);
        uri.setParam(QStringLiteral("version"), QStringLiteral("auto"));
        uri.setParam(QStringLiteral("pagingEnabled"), QStringLiteral("true"));
        for (const char *tag : {"DefaultCRS", "DefaultSRS", "SRS"}) {
            if (const QString crs = epsgName(childText(e, QLatin1String(tag))); !crs.isEmpty()) {
                uri.setParam(QStringLiteral("srsname"), crs);
                break;
            }
        }
        layer.source = {{}, QStringLiteral("WFS"), uri.uri(false), layer.title.isEmpty() ? layer.name : layer.title};
        if (!layer.name.isEmpty()) {
            layers.push_back(std::move(layer));
        }
    });
    return layers;
}
} // namespace

ServiceKind guessKind(const QString &address)
{
    if (address.contains(QLatin1String("{z}"), Qt::CaseInsensitive)) {
        return ServiceKind::Xyz;
    }
    const QString lower = address.toLower();
    if (lower.contains(QLatin1String("service=wfs")) || lower.contains(QLatin1String("/wfs"))) {
        return ServiceKind::Wfs;
    }
    if (lower.contains(QLatin1String("wmts"))) {
        return ServiceKind::Wmts;
    }
    return ServiceKind::Wms;
}

QUrl capabilitiesUrl(const QString &address, ServiceKind kind)
{
    if (kind == ServiceKind::Xyz) {
        return {};
    }
    if (kind == ServiceKind::Wmts && address.contains(QLatin1String(".xml"), Qt::CaseInsensitive)) {
        return QUrl::fromUserInput(address.trimmed()); // the RESTful form is the document itself
    }
    QUrl url(baseAddress(address));
    QUrlQuery query(url);
    const char *service = kind == ServiceKind::Wfs ? "WFS" : kind == ServiceKind::Wmts ? "WMTS" : "WMS";
    query.addQueryItem(QStringLiteral("SERVICE"), QLatin1String(service));
    query.addQueryItem(QStringLiteral("REQUEST"), QStringLiteral("GetCapabilities"));
    url.setQuery(query);
    return url;
}

Result<std::vector<ServiceLayer>> readCapabilities(const QByteArray &bytes, const QString &address, ServiceKind kind)
{
    QDomDocument document;
    QString problem;
    if (!document.setContent(bytes, true, &problem)) {
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate(
                "Services", "The server answered, but not with the description of a map service. Check the address."),
            problem);
    }
    const QDomElement root = document.documentElement();
    const QString tag = root.localName();
    if (tag == QLatin1String("ServiceExceptionReport") || tag == QLatin1String("ExceptionReport")) {
        return fail(ErrorCode::Invalid, QCoreApplication::translate("Services", "The service refuses the request: %1")
                                            .arg(root.text().simplified()));
    }
    std::vector<ServiceLayer> layers;
    if (tag == QLatin1String("WMS_Capabilities") || tag == QLatin1String("WMT_MS_Capabilities")) {
        layers = readWms(root, address);
    } else if (tag == QLatin1String("WFS_Capabilities")) {
        layers = readWfs(root, address);
    } else if (tag == QLatin1String("Capabilities") && kind == ServiceKind::Wmts) {
        layers = readWmts(root, address);
    } else {
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate(
                "Services", "The server answered, but not with the description of a map service. Check the address."),
            tag);
    }
    if (layers.empty()) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("Services", "The service is there, but offers no layers."));
    }
    return layers;
}

Result<SourceSpec> xyzSource(const QString &address, const QString &name, int zoomMax)
{
    const QString clean = address.trimmed();
    const bool hasRow = clean.contains(QLatin1String("{y}")) || clean.contains(QLatin1String("{-y}"));
    if (!clean.contains(QLatin1String("{x}")) || !hasRow || !clean.contains(QLatin1String("{z}"))) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("Services", "The address of map tiles must contain {x}, {y} and {z}."));
    }
    // QGIS takes this address as it stands in the source, but for braces and what separates parameters.
    const QString url = QString::fromLatin1(QUrl::toPercentEncoding(clean, "/:?@!$'()*,;[]%"));
    return SourceSpec{{},
                      QStringLiteral("wms"),
                      QStringLiteral("type=xyz&zmin=0&zmax=%1&url=%2").arg(QString::number(zoomMax), url),
                      name};
}

} // namespace loci::map
