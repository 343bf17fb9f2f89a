// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"
#include "layers/map/indicators/arealayer.h"
#include "widgets/city/citylibrary.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"

#include <QJsonObject>
#include <QObject>
#include <memory>

namespace loci::map {
class MapDocument;
}

namespace loci::widgets {

/// Which indicator the main map and the 3D view show; stored as the document "indicator/map".
struct MapChoice
{
    QString code;  ///< empty: none
    QString level; ///< of the areas; empty: below the city
    bool columns = true;
    bool operator==(const MapChoice &) const = default;
    QJsonObject toJson() const;
    static MapChoice fromJson(const QJsonObject &json);
};

/// An indicator by area on the main map (choropleth) and in 3D (columns), with the same classes as the boards. A click
/// on an area or a column says which one; marking an area lights it up in both. Main thread.
class IndicatorMap final : public QObject
{
    Q_OBJECT
public:
    struct Views
    {
        map::MapDocument &document;
        CityLibrary &cities;
        SceneView &scene;
        Selection &selection;
    };
    explicit IndicatorMap(const Views &views, QObject *parent = nullptr);

    void setOutcome(std::shared_ptr<const indicators::Outcome> outcome);
    void setChoice(const MapChoice &choice);
    const MapChoice &choice() const { return m_choice; }
    void setLanguage(const QString &language);
    void refresh(); ///< colours or language changed
    void mark(const QString &areaCode);
    QString marked() const { return m_marked; }
    /// The area that is selected on the map; empty: none of ours.
    QString selectedArea() const;
    const map::AreaLayer &layer() const { return m_layer; }

signals:
    void areaChosen(const QString &areaCode); ///< by a click on map or column

private:
    void onSelection();
    void choose(const QString &areaCode);
    std::vector<SceneColumn> columns(const struct Ranking &ranking) const;

    Views m_views;
    map::AreaLayer m_layer;
    std::shared_ptr<const indicators::Outcome> m_outcome;
    MapChoice m_choice;
    QString m_language = QStringLiteral("en"), m_marked;
    bool m_selecting = false;
};

} // namespace loci::widgets
