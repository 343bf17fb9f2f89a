// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>

class QLabel;
class QToolButton;
class QWidget;

namespace loci::widgets {

class FloatingBar;
class SceneLegend;

/// The few things that float on the 3D picture: level of detail, sun and colours at the top left, home, zoom and north
/// at the top right, the legend at the bottom left. Knows nothing about the scene: it shows choices and says which was
/// made.
class SceneControls final : public QObject
{
    Q_OBJECT
public:
    explicit SceneControls(QWidget *view);

    void setLods(const QStringList &lods, const QString &current);
    void setColours(const QStringList &attributes, bool textures, const QString &current);
    void setSun(const QDateTime &utc);                 ///< invalid: the light of the studio
    void setScaled(bool scaled) { m_scaled = scaled; } ///< coloured by numbers: ramp and classes can be chosen
    bool isScaled() const { return m_scaled; }
    void setEdges(bool shown) { m_edges = shown; }
    void setCutting(bool cutting); ///< something is cut away: the button says so
    void setNorth(double azimuth); ///< direction of sight
    void setEnabled(bool enabled);
    void retranslate();
    void retint();
    void layOut(); ///< after the view changed its size
    SceneLegend *legend() const { return m_legend; }
    QToolButton *sunButton() const { return m_sun; }
    QToolButton *cutButton() const { return m_cut; }
    QToolButton *colourButton() const { return m_colour; }

signals:
    void lodChosen(const QString &lod);
    void coloursChosen(const QString &colourBy);
    void sunWanted();
    void cutWanted();
    void scaleWanted();
    void edgesChosen(bool shown);
    void homeWanted();
    void zoomWanted(double factor);
    void northWanted();

private:
    void fillLodMenu();
    void fillColourMenu();
    void updateTexts();

    QWidget *m_view;
    FloatingBar *m_top, *m_side;
    QToolButton *m_lod, *m_sun, *m_colour, *m_cut, *m_home, *m_in, *m_out, *m_north;
    SceneLegend *m_legend;
    QStringList m_lods, m_attributes;
    QString m_currentLod, m_currentColour;
    bool m_textures = false, m_cutting = false, m_edges = true, m_scaled = false;
    QDateTime m_sunTime;
    double m_azimuth = 0;
};

} // namespace loci::widgets
