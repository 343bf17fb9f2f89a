// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/map/mapdocument.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsrectangle.h>

#include <QString>
#include <memory>
#include <vector>

namespace loci::map {

/// What is known of the map that a source is opened for; used when a source states no CRS.
struct OpenContext
{
    QgsCoordinateReferenceSystem mapCrs;
    QgsRectangle mapExtent; ///< in mapCrs
    QgsCoordinateTransformContext transforms;
};

struct OpenedSource
{
    QString name;                                     ///< of the group, when there are several layers
    std::vector<std::unique_ptr<QgsMapLayer>> layers; ///< all valid; they live in the main thread afterwards
};

/// Opens a file or a service. Blocks as long as that takes: for workers and the command line. What is wrong with a
/// readable source becomes a finding; what cannot be shown at all is one sentence.
Result<Loaded<OpenedSource>> openSource(const SourceSpec &source, const OpenContext &context,
                                        const CancelToken &cancel);

/// True for providers and URIs that need a server.
bool isRemote(const QString &provider, const QString &uri);

} // namespace loci::map
