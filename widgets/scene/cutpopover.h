// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/scenecut.h"
#endif

#include <QFrame>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;
class QVBoxLayout;

namespace loci::widgets {

class RangeSlider;
class SegmentedControl;

/// What of the models is shown: a band of heights, a section plane or a box, and how far one sees through the terrain.
/// Closes at a click elsewhere; what was set stays.
class CutPopover final : public QFrame
{
    Q_OBJECT
public:
    /// What the choices are about, in world coordinates.
    struct Place
    {
        Box3 extent;        ///< of the visible models
        Vec3 focus;         ///< what the camera looks at
        double azimuth = 0; ///< of the camera, degrees
        Box3 selection;     ///< empty when nothing is selected
    };
    explicit CutPopover(QWidget *parent);

    void open(const QPoint &globalTopLeft, const scene::SceneCut &cut, const Place &place);
    const scene::SceneCut &cut() const { return m_cut; }
    void retranslate();

signals:
    void changed(const loci::scene::SceneCut &cut);

private:
    QDoubleSpinBox *makeSpin(const char *suffix, int decimals);
    void buildHeights(QVBoxLayout *column);
    void buildShape(QVBoxLayout *column);
    void show(const scene::SceneCut &cut);
    void chooseShape(const QString &shape);
    void readControls();
    void boxAround(const Box3 &box);
    double reachAlong(double azimuth) const; ///< half the extent in that direction, metres
    void showShape();

    scene::SceneCut m_cut;
    Place m_place;
    Vec3 m_boxMiddle;
    RangeSlider *m_band;
    QDoubleSpinBox *m_from, *m_to, *m_azimuth, *m_offset, *m_width, *m_depth;
    SegmentedControl *m_shape;
    QSlider *m_terrain;
    QLabel *m_heightsLabel, *m_fromLabel, *m_toLabel, *m_shapeLabel, *m_azimuthLabel, *m_offsetLabel, *m_widthLabel,
        *m_depthLabel, *m_terrainLabel, *m_terrainText;
    QPushButton *m_aroundSelection, *m_aroundView, *m_reset;
    QWidget *m_section, *m_box;
    bool m_showing = false; ///< values come from outside: nothing is told
};

} // namespace loci::widgets
