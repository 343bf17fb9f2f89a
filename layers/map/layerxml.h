// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <memory>

class QDomElement;
class QDomDocument;
class QgsLayerTreeGroup;
class QgsMapLayer;
class QgsReadWriteContext;

namespace loci::map {

/// The same bytes for the same content: attributes sorted, one element a line, what QGIS derives from the data
/// (extents) left out. Two documents are equal when nothing was edited between them, also after a restart.
QByteArray canonicalXml(const QDomElement &element);

/// The `<maplayer>` document of a live layer. Sources below the base folder of `context` are written relative to it,
/// all others absolute.
QByteArray layerDocument(const QgsMapLayer &layer, const QgsReadWriteContext &context);
/// The stored document of a layer that could not be opened, with the name and source it has now.
QByteArray brokenLayerDocument(const QByteArray &stored, const QgsMapLayer &layer, const QgsReadWriteContext &context);
/// The tree without the layers that `isStored` refuses, and without what the layers' own documents say (names,
/// sources).
QByteArray treeDocument(const QgsLayerTreeGroup &root, const std::function<bool(const QString &layerId)> &isStored);

/// Parses a document of ours; entities are never expanded.
Result<QDomDocument> parseXml(const QByteArray &bytes);
/// An empty layer of the type a `<maplayer>` names; nullptr for a type that Loci does not show.
std::unique_ptr<QgsMapLayer> emptyLayer(const QDomElement &mapLayer);
/// Text of a direct child element, empty when absent.
QString childText(const QDomElement &element, const QString &name);
/// Replaces the text of a direct child element (made when absent).
void setChildText(QDomElement &element, const QString &name, const QString &text);

} // namespace loci::map
