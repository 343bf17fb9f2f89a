// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QColor>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

class QgsGeometry;
class QgsVectorLayer;

namespace loci::map {

class MapDocument;

/// One area of a choropleth, as it is drawn and told.
struct MappedArea
{
    QString code, name, text; ///< text: the number with its unit, or why there is none
    int colour = -1;          ///< class; -1: unknown
    bool partial = false;
    std::vector<std::vector<std::vector<Vec2>>> polygons; ///< polygon, ring
    bool operator==(const MappedArea &) const = default;
};

/// What a choropleth looks like. Colour is never alone: partial data are hatched, unknown ones crossed on grey, and
/// each area carries its number.
struct AreaLook
{
    struct Class
    {
        QString label;
        QColor colour;
        bool operator==(const Class &) const = default;
    };
    QString name;               ///< of the layer: the indicator
    std::vector<Class> classes; ///< ascending
    QString partialLabel, unknownLabel;
    QColor edge, unknown, unknownGround, hatch, text, halo;
    bool operator==(const AreaLook &) const = default;
};

/// An indicator by area on the map: a layer of project and tree that is kept out of the stored documents, as the
/// heritage layers are. Main thread.
class AreaLayer final : public QObject
{
    Q_OBJECT
public:
    static constexpr char kId[] = "indicator/areas";

    explicit AreaLayer(MapDocument &document, QObject *parent = nullptr);
    ~AreaLayer() override;

    /// `crs` of the polygons, as PROJ reads it. Nothing is drawn anew when nothing differs.
    void show(const std::vector<MappedArea> &areas, const QString &crs, const AreaLook &look);
    void clear(); ///< takes the layer off the map
    bool isShown() const { return !m_layer.isNull(); }
    QString areaOf(const QString &layerId, std::int64_t featureId) const; ///< empty: none of ours
    std::optional<std::int64_t> featureOf(const QString &areaCode) const;

private:
    void fill(const std::vector<MappedArea> &areas, const QString &crs);

    MapDocument &m_document;
    QPointer<QgsVectorLayer> m_layer;
    std::vector<MappedArea> m_areas;
    AreaLook m_look;
    QString m_crs;
    QHash<QString, std::int64_t> m_features;
};

} // namespace loci::map
