// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/layerxml.h"

#include <qgslayertree.h>
#include <qgsmaplayer.h>
#include <qgsmaplayerfactory.h>
#include <qgspathresolver.h>
#include <qgsproviderregistry.h>
#include <qgsrasterlayer.h>
#include <qgsreadwritecontext.h>
#include <qgsvectorlayer.h>
#include <qgsvectortilelayer.h>

#include <QCoreApplication>
#include <QDomDocument>
#include <QXmlStreamWriter>
#include <algorithm>

namespace loci::map {

namespace {

bool isDerived(const QString &name)
{
    return name == QLatin1String("extent") || name == QLatin1String("extent3D") || name == QLatin1String("wgs84extent");
}

void writeElement(QXmlStreamWriter &writer, const QDomElement &element, int depth)
{
    writer.writeStartElement(element.tagName());
    const QDomNamedNodeMap map = element.attributes();
    std::vector<std::pair<QString, QString>> attributes;
    attributes.reserve(static_cast<std::size_t>(map.count()));
    for (int i = 0; i < map.count(); ++i) {
        const QDomAttr attribute = map.item(i).toAttr();
        attributes.emplace_back(attribute.name(), attribute.value());
    }
    std::sort(attributes.begin(), attributes.end());
    for (const auto &[name, value] : attributes) {
        writer.writeAttribute(name, value);
    }
    for (QDomNode node = element.firstChild(); !node.isNull(); node = node.nextSibling()) {
        if (node.isElement()) {
            if (depth > 0 || !isDerived(node.nodeName())) {
                writeElement(writer, node.toElement(), depth + 1);
            }
        } else if (node.isText() || node.isCDATASection()) {
            writer.writeCharacters(node.nodeValue());
        }
    }
    writer.writeEndElement();
}

/// The source written without a base folder, so with an absolute path.
QString absoluteSource(const QgsMapLayer &layer)
{
    QDomDocument document;
    QDomElement element = document.createElement(QStringLiteral("maplayer"));
    layer.writeLayerXml(element, document, QgsReadWriteContext());
    return childText(element, QStringLiteral("datasource"));
}

void keepOutsideSourcesAbsolute(QDomElement &mapLayer, const QgsMapLayer &layer)
{
    const QString source = childText(mapLayer, QStringLiteral("datasource"));
    if (source.contains(QLatin1String("../"))) {
        setChildText(mapLayer, QStringLiteral("datasource"), absoluteSource(layer));
    }
}

void dropNodes(QDomElement group, const std::function<bool(const QString &)> &isStored)
{
    QDomElement child = group.firstChildElement();
    while (!child.isNull()) {
        const QDomElement next = child.nextSiblingElement();
        if (child.tagName() == QLatin1String("layer-tree-layer") && !isStored(child.attribute(QStringLiteral("id")))) {
            group.removeChild(child);
        } else if (child.tagName() == QLatin1String("layer-tree-group")) {
            dropNodes(child, isStored);
        }
        child = next;
    }
}

} // namespace

QByteArray canonicalXml(const QDomElement &element)
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(1);
    writeElement(writer, element, 0);
    return bytes.trimmed();
}

QByteArray layerDocument(const QgsMapLayer &layer, const QgsReadWriteContext &context)
{
    QDomDocument document;
    QDomElement element = document.createElement(QStringLiteral("maplayer"));
    document.appendChild(element);
    layer.writeLayerXml(element, document, context);
    keepOutsideSourcesAbsolute(element, layer);
    return canonicalXml(element);
}

QByteArray brokenLayerDocument(const QByteArray &stored, const QgsMapLayer &layer, const QgsReadWriteContext &context)
{
    Result<QDomDocument> document = parseXml(stored);
    if (!document) {
        return stored;
    }
    QDomElement element = document->documentElement();
    if (childText(element, QStringLiteral("layername")) != layer.name()) {
        setChildText(element, QStringLiteral("layername"), layer.name());
    }
    QDomElement now = document->createElement(QStringLiteral("maplayer"));
    layer.writeLayerXml(now, *document, context);
    keepOutsideSourcesAbsolute(now, layer);
    const QString source = childText(now, QStringLiteral("datasource"));
    if (!source.isEmpty() && source != childText(element, QStringLiteral("datasource"))) {
        setChildText(element, QStringLiteral("datasource"), source);
    }
    return canonicalXml(element);
}

QByteArray treeDocument(const QgsLayerTreeGroup &root, const std::function<bool(const QString &layerId)> &isStored)
{
    QDomDocument document;
    QDomElement holder = document.createElement(QStringLiteral("tree"));
    document.appendChild(holder);
    QgsReadWriteContext context;
    // The QGIS method is not const, but changes nothing.
    const_cast<QgsLayerTreeGroup &>(root).writeXml(holder, context); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    QDomElement tree = holder.firstChildElement(QStringLiteral("layer-tree-group"));
    dropNodes(tree, isStored);
    // Names and sources stand in the layers' own documents; a copy here would make a rename an edit of the tree too.
    const QDomNodeList layers = tree.elementsByTagName(QStringLiteral("layer-tree-layer"));
    for (int i = 0; i < layers.count(); ++i) {
        QDomElement layer = layers.at(i).toElement();
        layer.removeAttribute(QStringLiteral("name"));
        layer.removeAttribute(QStringLiteral("source"));
        layer.removeAttribute(QStringLiteral("providerKey"));
    }
    QDomElement order = tree.firstChildElement(QStringLiteral("custom-order"));
    while (!order.isNull()) {
        const QDomElement next = order.nextSiblingElement(QStringLiteral("custom-order"));
        if (order.attribute(QStringLiteral("enabled")) != QLatin1String("1")) {
            tree.removeChild(order);
        }
        order = next;
    }
    return canonicalXml(tree);
}

Result<QDomDocument> parseXml(const QByteArray &bytes)
{
    QDomDocument document;
    QString error;
    if (bytes.contains("<!ENTITY") || !document.setContent(bytes, false, &error)) {
        return fail(ErrorCode::Invalid, QCoreApplication::translate("Map", "The layer description is damaged."), error);
    }
    return document;
}

std::unique_ptr<QgsMapLayer> emptyLayer(const QDomElement &mapLayer)
{
    bool known = false;
    const Qgis::LayerType type = QgsMapLayerFactory::typeFromString(mapLayer.attribute(QStringLiteral("type")), known);
    if (!known) {
        return nullptr;
    }
    switch (type) {
    case Qgis::LayerType::Vector:
        return std::make_unique<QgsVectorLayer>();
    case Qgis::LayerType::Raster:
        return std::make_unique<QgsRasterLayer>();
    case Qgis::LayerType::VectorTile:
        return std::make_unique<QgsVectorTileLayer>();
    default:
        return nullptr;
    }
}

QString childText(const QDomElement &element, const QString &name)
{
    return element.firstChildElement(name).text();
}

void setChildText(QDomElement &element, const QString &name, const QString &text)
{
    QDomDocument document = element.ownerDocument();
    QDomElement child = document.createElement(name);
    const QDomElement old = element.firstChildElement(name);
    child.appendChild(document.createTextNode(text));
    if (old.isNull()) {
        element.appendChild(child);
        return;
    }
    const QDomNamedNodeMap attributes = old.attributes();
    for (int i = 0; i < attributes.count(); ++i) {
        const QDomAttr attribute = attributes.item(i).toAttr();
        child.setAttribute(attribute.name(), attribute.value());
    }
    element.replaceChild(child, old);
}

} // namespace loci::map
