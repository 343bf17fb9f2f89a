// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/layerinfo.h"

#include "layers/map/layerxml.h"
#include "layers/map/projectimport.h"
#include "layers/map/sourceopener.h"

#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>
#include <qgswkbtypes.h>

#include <QDomDocument>
#include <QFileInfo>
#include <QJsonArray>

namespace loci::map {

namespace {

QJsonArray boxOf(const QgsRectangle &extent)
{
    if (extent.isNull() || !extent.isFinite()) {
        return {};
    }
    return {extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()};
}

QJsonObject describe(const QgsMapLayer &layer)
{
    QJsonObject object{{QStringLiteral("name"), layer.name()},
                       {QStringLiteral("crs"), layer.crs().isValid() ? QJsonValue(layer.crs().authid()) : QJsonValue()},
                       {QStringLiteral("bbox"), boxOf(layer.extent())}};
    if (const auto *vector = qobject_cast<const QgsVectorLayer *>(&layer)) {
        object.insert(QStringLiteral("geometry"),
                      vector->isSpatial() ? QgsWkbTypes::displayString(vector->wkbType()) : QStringLiteral("None"));
        object.insert(QStringLiteral("features"), static_cast<qint64>(vector->featureCount()));
        QJsonArray fields;
        const QgsFields list = vector->fields();
        for (const QgsField &field : list) {
            fields.append(field.name());
        }
        object.insert(QStringLiteral("fields"), fields);
    } else if (const auto *raster = qobject_cast<const QgsRasterLayer *>(&layer)) {
        object.insert(QStringLiteral("geometry"), QStringLiteral("Raster"));
        object.insert(QStringLiteral("features"), 0);
        object.insert(QStringLiteral("size"), QJsonArray{raster->width(), raster->height()});
        object.insert(QStringLiteral("bands"), raster->bandCount());
    }
    return object;
}

Result<Loaded<QJsonObject>> describeProject(const QString &path)
{
    LOCI_TRY(const Loaded<ImportedProject> project, readProject(path));
    QJsonArray layers;
    for (const QByteArray &bytes : project.value.layers) {
        const Result<QDomDocument> document = parseXml(bytes);
        if (!document) {
            continue;
        }
        const QDomElement layer = document->documentElement();
        const QDomElement srs =
            layer.firstChildElement(QStringLiteral("srs")).firstChildElement(QStringLiteral("spatialrefsys"));
        const bool raster = layer.attribute(QStringLiteral("type")) == QLatin1String("raster");
        layers.append(QJsonObject{
            {QStringLiteral("name"), childText(layer, QStringLiteral("layername"))},
            {QStringLiteral("geometry"),
             raster ? QStringLiteral("Raster")
                    : layer.attribute(QStringLiteral("wkbType"), layer.attribute(QStringLiteral("geometry")))},
            {QStringLiteral("features"), QJsonValue()},
            {QStringLiteral("crs"), childText(srs, QStringLiteral("authid"))},
            {QStringLiteral("source"), childText(layer, QStringLiteral("provider"))}});
    }
    return Loaded<QJsonObject>{{{QStringLiteral("format"), QStringLiteral("QGIS project")},
                                {QStringLiteral("crs"), project.value.crs},
                                {QStringLiteral("layers"), layers}},
                               project.findings};
}

} // namespace

Result<Loaded<QJsonObject>> inspectLayers(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("qgs") || suffix == QLatin1String("qgz")) {
        return describeProject(path);
    }
    SourceSpec source;
    source.path = path;
    LOCI_TRY(Loaded<OpenedSource> opened, openSource(source, {}, {}));
    QJsonArray layers;
    QgsRectangle box;
    QString crs;
    for (const auto &layer : opened.value.layers) {
        layers.append(describe(*layer));
        crs = crs.isEmpty() ? layer->crs().authid() : crs;
        if (layer->crs().authid() == crs && !layer->extent().isNull()) {
            box.combineExtentWith(layer->extent());
        }
    }
    const QString storage = [&] {
        const auto *vector = qobject_cast<const QgsVectorLayer *>(opened.value.layers.front().get());
        return vector != nullptr ? vector->storageType() : QStringLiteral("Raster");
    }();
    return Loaded<QJsonObject>{{{QStringLiteral("format"), storage},
                                {QStringLiteral("crs"), crs.isEmpty() ? QJsonValue() : QJsonValue(crs)},
                                {QStringLiteral("bbox"), boxOf(box)},
                                {QStringLiteral("layers"), layers}},
                               std::move(opened.findings)};
}

Result<QJsonObject> describeLayers(const QString &path)
{
    LOCI_TRY(const Loaded<QJsonObject> described, inspectLayers(path));
    QJsonObject object = described.value;
    QJsonArray findings;
    for (const Finding &finding : described.findings) {
        findings.append(toJson(finding));
    }
    object.insert(QStringLiteral("findings"), findings);
    return object;
}

} // namespace loci::map
