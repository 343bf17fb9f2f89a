// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/heritage/heritagelook.h"
#include "layers/map/mapdocument.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>
#include <utility>

class QgsFeature;
class QgsGeometry;
class QgsVectorLayer;

namespace loci::map {

/// The heritage catalogue on the map: three layers in project and tree, made from what the store says and kept out of
/// the stored documents as the outlines of city models are: records as symbols that gather into counted clusters at
/// small scales, their outlines, and zones patterned by kind. Shapes in any system are brought to WGS 84; what is no
/// shape is left out. Main thread.
class HeritageLayers final : public QObject
{
    Q_OBJECT
public:
    static constexpr char kPlaces[] = "heritage/places";
    static constexpr char kAreas[] = "heritage/areas";
    static constexpr char kZones[] = "heritage/zones";

    HeritageLayers(MapDocument &document, QObject *parent = nullptr);
    ~HeritageLayers() override;

    void setLook(HeritageLook look);
    /// All of them; a layer appears with its first feature.
    void setPlaces(const std::vector<HeritagePlace> &places);
    void setZones(const std::vector<HeritageZone> &zones);
    /// One record after an edit; without a value it is gone.
    void update(const QString &id, const std::optional<HeritagePlace> &place);
    void clear(); ///< takes the layers off the map

    using Feature = std::pair<QString, std::int64_t>;                       ///< layer and feature
    std::optional<Feature> featureOf(const QString &id) const;              ///< its outline, else its symbol
    QString recordOf(const QString &layerId, std::int64_t featureId) const; ///< empty: none of ours
    Box3 boundsOf(const QString &id) const; ///< WGS 84 degrees; empty when it is not on the map

private:
    struct Part;
    QgsVectorLayer *layer(Part &part);
    QgsGeometry geometryOf(const HeritageShape &shape) const; ///< in the layers' CRS; null when it is no shape
    QList<QgsFeature> featuresOf(const HeritagePlace &place, bool body) const;
    QList<QgsFeature> featuresOf(const HeritageZone &zone) const;
    void write(Part &part, const QList<QgsFeature> &features);
    void drop(Part &part, const QString &owner);
    void empty(Part &part);
    void restyle(Part &part);
    std::vector<Part *> parts() const;
    static Part *partOf(const std::vector<Part *> &parts, const QString &layerId);

    MapDocument &m_document;
    HeritageLook m_look;
    std::unique_ptr<Part> m_places, m_areas, m_zones;
};

} // namespace loci::map
