// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/map/mapdocument.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <vector>

namespace loci::map {

enum class ServiceKind { Wms, Wmts, Wfs, Xyz };

/// A layer that a service offers, ready for MapDocument::addSource().
struct ServiceLayer
{
    QString name;  ///< as the service calls it
    QString title; ///< as people call it
    QString abstract;
    SourceSpec source;
};

/// What an address looks like: {x} and {z} make tiles, else by its query ("service=WFS"); WMS when it does not say.
ServiceKind guessKind(const QString &address);
/// The request for the description of a service. Xyz has none (empty).
QUrl capabilitiesUrl(const QString &address, ServiceKind kind);
/// Layers of a capabilities document (WMS 1.1.1 and 1.3.0, WMTS 1.0.0, WFS 1.0 to 2.0). A service exception, a web page
/// or anything else is an error with one sentence.
Result<std::vector<ServiceLayer>> readCapabilities(const QByteArray &document, const QString &address,
                                                   ServiceKind kind);
/// A layer of tiles from an address with {x}, {y} or {-y}, and {z}.
Result<SourceSpec> xyzSource(const QString &address, const QString &name, int zoomMax = 19);

} // namespace loci::map
