// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/mesh.h"
#include "layers/map/mapdocument.h"

#include <QImage>
#include <QJsonArray>
#include <QSize>
#include <QString>
#include <memory>
#include <optional>

namespace loci::map {

/// A picture of files without a window: sources are opened, quietly styled, stacked (points over lines over polygons
/// over rasters) and drawn. Blocks; for the command line. Needs a QgisRuntime and an application that may draw.
class MapImage
{
public:
    MapImage();
    ~MapImage();

    Result<Findings> addFile(const QString &path, const CancelToken &cancel = {}); ///< map files and QGIS projects
    Result<Findings> addSource(const SourceSpec &source, const CancelToken &cancel = {}); ///< also a service
    /// The shown layers of a workspace's documents (see MapDocument) with their styles, in the order of its tree, and
    /// its coordinate system when none was set. `baseFolder`: that of the workspace.
    Findings addDocuments(const QString &baseFolder, const MapDocument::Reader &reader);
    void addCity(const QString &name, const city::CityModel &model, const std::vector<city::Footprint> &footprints);
    Result<> setCrs(const QString &text); ///< "EPSG:n"; default: that of the first layer that states one
    void setExtent(const Box3 &extent);   ///< in that CRS; default: everything with a margin
    void setDark(bool dark);

    Result<QImage> draw(const QSize &size);
    QJsonArray layers() const; ///< [{name, geometry, features, crs}], top first

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace loci::map
