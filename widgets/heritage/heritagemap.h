// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/standing.h"
#include "layers/map/heritage/heritagelayers.h"
#include "widgets/city/citylibrary.h"
#include "widgets/heritage/heritagewords.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace loci::widgets {

/// The catalogue on map and in 3D: layers of records and zones, bound buildings tinted and labelled, and the way from a
/// selected thing to its record and back. Reads the records in slices, so that the window never waits. Main thread.
class HeritageMap final : public QObject
{
    Q_OBJECT
public:
    struct Views
    {
        MapSession &session;
        CityLibrary &cities;
        MapView &map;
        SceneView &scene;
        Selection &selection;
    };
    HeritageMap(HeritageDesk &desk, const Views &views, QObject *parent = nullptr);
    ~HeritageMap() override;

    void setTheme(HeritageTheme theme);
    HeritageTheme theme() const { return m_theme; }
    /// Shows what is known to have stood in a year and the zones of its last day. Nothing: as it is today.
    void setYear(std::optional<int> year);
    int shownCount() const; ///< records on the map
    void refreshLook();     ///< colours or language changed
    bool isIdle() const;
    QString recordOf(const SelectedThing &thing) const; ///< empty: no record of ours
    /// Selects the record's building or its symbol and flies there in both views. False when it has no place.
    bool show(const QString &id);
    bool showBinding(const QString &id, int index);
    int boundCount() const; ///< buildings that are tinted

private:
    struct Entry
    {
        map::HeritagePlace place;
        std::vector<heritage::Binding> bindings;
        heritage::Lifetime lifetime;
    };
    bool isShown(const Entry &entry) const;
    void start();
    void readSlice();
    void finish();
    std::optional<Entry> entryOf(const QString &id) const;
    void onAssets(const QStringList &ids);
    void indexBindings(const QString &id, const Entry &entry);
    void readZones();
    void tint();
    std::vector<SceneClasses> classes(std::vector<SceneMarker> &markers);
    std::optional<CityObjectRef> objectOf(const heritage::Binding &binding) const;
    void select(const SelectedThing &thing);

    HeritageDesk &m_desk;
    Views m_views;
    HeritageWords m_words;
    map::HeritageLayers m_layers;
    HeritageTheme m_theme = HeritageTheme::Class;
    QHash<QString, Entry> m_entries;
    QHash<QString, QString> m_recordOfObject; ///< "model\nobject" -> record
    std::optional<int> m_year;
    QStringList m_waiting;
    QTimer m_slice, m_tintSoon;
    std::vector<SceneClasses> m_shown;
    int m_bound = 0;
};

/// Names a surface of an object by its place in the object's geometries, "0/12"; empty for no surface.
QString surfaceIdOf(const city::CityModel &model, city::ObjectIndex object, city::SurfaceIndex surface);
city::SurfaceIndex surfaceOf(const city::CityModel &model, city::ObjectIndex object, const QString &id);

} // namespace loci::widgets
