// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/briefing/figure.h"
#include "layers/domain/briefing/wall.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <optional>
#include <vector>

namespace loci::briefing {

/// What fills one part of a scene's picture.
enum class PaneKind { Map, City, Board, Picture };
/// How a scene is laid out. Grid lists its panes itself; the others follow from the scene.
enum class Layout { Map, City, MapAndCity, Board, Picture, Strip, BeforeAfter, Grid, Words };
enum class Transition { Cut, Fade, Flight };
enum class Show { Dark, Light };
enum class Tongue { Chinese, English, Both };

struct CameraView
{
    Vec3 position, focus;
    bool operator==(const CameraView &) const = default;
};

struct MapView
{
    Box3 extent; ///< empty: everything
    EpsgCode crs;
    QStringList layers; ///< ids, the theme of the scene; empty: those that are shown
};

/// Words at a place of the 3D view.
struct PlaceLabel
{
    Words text;
    QString object; ///< city object whose roof it stands on; empty: `place`
    Vec3 place;
};

/// One statement with a picture.
struct Scene
{
    QString id;
    Words title, text, notes, rule; ///< rule: the governing fact with document and clause, one line
    Layout layout = Layout::City;
    std::vector<PaneKind> grid; ///< of Layout::Grid, row by row
    MapView map;
    std::optional<CameraView> camera;
    std::vector<CameraView> path;    ///< further stops: the camera goes through them in the scene's time
    std::optional<QDateTime> time;   ///< UTC: sun of the 3D view
    QStringList highlighted, hidden; ///< ids of city objects
    QJsonObject proposal;            ///< scenario, as planning::Proposal reads it; empty: the city as it is
    std::vector<PlaceLabel> labels;
    QString board;        ///< id
    QStringList pictures; ///< paths as workspaces store them
    std::vector<Words> captions;
    std::vector<Figure> figures; ///< the first one is the key number
    Words source;                ///< of what the picture shows
    double seconds = 20;         ///< in a loop
    Transition transition = Transition::Fade;
    QString key; ///< not empty: an appendix that this key opens, outside the line of scenes
    bool isAppendix() const { return !key.isEmpty(); }
};

/// An ordered set of scenes.
struct Briefing
{
    QString id;
    Words name;
    Show show = Show::Dark;
    Tongue tongue = Tongue::Both;
    Wall wall;
    std::vector<Scene> scenes;

    int find(const QString &sceneId) const; ///< -1: none
    std::vector<int> line() const;          ///< scenes without the appendix
    int next(int scene) const;              ///< in the line; the last one again at its end
    int previous(int scene) const;
    int appendix(const QString &key) const; ///< -1: none
    bool isFrozen() const;                  ///< every figure is
    QDate frozenOn() const;                 ///< newest date of a snapshot; invalid: nothing is frozen
};

/// The parts of a scene's picture, left to right and top to bottom; `after` is false for the left half of before/after.
struct Pane
{
    PaneKind kind = PaneKind::City;
    int column = 0, row = 0, columns = 1, rows = 1; ///< cell, and cells of the whole
    bool withProposal = true;
    int picture = 0; ///< of the scene's pictures
};
std::vector<Pane> panesOf(const Scene &scene);

/// Figures set to what they are now; those whose indicator is gone stay. What changes is told, by label.
std::vector<FigureChange> freeze(Briefing &briefing, const indicators::Outcome &outcome, const QDate &today);
void thaw(Briefing &briefing); ///< figures of indicators live again

} // namespace loci::briefing
