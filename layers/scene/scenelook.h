// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sun/solarposition.h"
#include "layers/scene/scenecolours.h"

#include <vtkSmartPointer.h>

#include <array>

class vtkLight;
class vtkProperty;
class vtkRenderPass;
class vtkRenderer;

namespace loci::scene {

class ShadePass;

/// How finely a frame is drawn: occlusion costs fill rate, so it is left out while something moves; where that is still
/// too slow, Coarse has half the resolution.
enum class Quality { Coarse, Moving, Still, Picture };
inline bool isMoving(Quality quality)
{
    return quality < Quality::Still;
}

/// The light as the shader sums it up, for what is computed beside it: shares of a white surface.
struct SunLight
{
    Vec3 direction{0, 0, 1}; ///< to the sun
    Vec3 skyDirection{0, 0, 1};
    double sun = 0, sky = 0; ///< when it falls straight on
    double ambient = 1;
};

/// Light, sky and render passes of a renderer: one warm sun, a little cool light from the sky, soft ambient shade.
class SceneLook
{
public:
    explicit SceneLook(vtkRenderer *renderer);
    ~SceneLook();

    void setTheme(Theme theme);
    Theme theme() const { return m_theme; }
    /// Elevation and azimuth in degrees; below the horizon the scene turns to dim bluish ambient light.
    void setSun(double elevation, double azimuth);
    double sunElevation() const { return m_elevation; }
    double sunAzimuth() const { return m_azimuth; }

    /// Ambient and diffuse shares of a material under the present light.
    void applyTo(vtkProperty *material) const;
    /// What a matt surface of `colour` and `normal` looks like: for the ground, which is lit beforehand.
    Rgb lit(const Rgb &colour, const Vec3 &normal) const;
    SunLight light() const;
    Rgb horizon() const { return m_horizon; }

    /// Gradient such that its horizon colour lies at `horizonHeight` (0 bottom, 1 top of the picture); `from` and `to`
    /// when only a part of the picture's height is drawn.
    void drawSky(double horizonHeight, double from = 0, double to = 1);
    void setQuality(Quality quality);
    /// How far shade reaches, and what is too little to throw one, by the distance of what is looked at.
    void setViewDistance(double distance, double pixelAngle); ///< metres; radians that a pixel opens
    Quality quality() const { return m_quality; }

private:
    void update();

    vtkRenderer *m_renderer;
    Theme m_theme = Theme::Light;
    double m_elevation = 42, m_azimuth = 262; ///< from the side of the usual view: form needs a lit and a shaded wall
    double m_ambient = 0.35, m_diffuse = 0.75;
    std::array<double, 3> m_sunColour{1, 1, 1}, m_skyColour{1, 1, 1};
    Vec3 m_sunDirection{0, 0, 1};
    double m_sunIntensity = 1, m_skyIntensity = 0.2;
    Rgb m_horizon, m_zenith;
    vtkSmartPointer<vtkLight> m_sun, m_sky;
    std::array<vtkSmartPointer<vtkRenderPass>, 4> m_passes; ///< by quality, made when first needed
    std::array<vtkSmartPointer<ShadePass>, 4> m_occlusion;  ///< by quality
    Quality m_quality = Quality::Still;
};

} // namespace loci::scene
