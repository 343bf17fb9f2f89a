// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/scenelook.h"

#include "layers/scene/coarsepass.h"
#include "layers/scene/shadepass.h"

#include <vtkLight.h>
#include <vtkNew.h>
#include <vtkOpenGLFXAAPass.h>
#include <vtkProperty.h>
#include <vtkRenderStepsPass.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <numbers>

namespace loci::scene {

namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr std::array<double, 3> kNoon{1, 0.965, 0.90};
constexpr std::array<double, 3> kLow{1, 0.72, 0.46};

double smooth(double from, double to, double value)
{
    const double t = std::clamp((value - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

std::array<double, 3> blend(const std::array<double, 3> &a, const std::array<double, 3> &b, double share)
{
    return {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share};
}

vtkSmartPointer<vtkLight> directed(vtkRenderer *renderer)
{
    auto light = vtkSmartPointer<vtkLight>::New();
    light->SetLightTypeToSceneLight();
    light->PositionalOff();
    light->SetFocalPoint(0, 0, 0);
    renderer->AddLight(light);
    return light;
}

} // namespace

SceneLook::SceneLook(vtkRenderer *renderer) : m_renderer(renderer)
{
    renderer->AutomaticLightCreationOff();
    renderer->GradientBackgroundOn();
    m_sun = directed(renderer);
    m_sky = directed(renderer);
    update();
}

SceneLook::~SceneLook()
{
    m_renderer->SetPass(nullptr);
    for (const auto &pass : m_passes) {
        if (pass && m_renderer->GetRenderWindow()) {
            pass->ReleaseGraphicsResources(m_renderer->GetRenderWindow());
        }
    }
}

void SceneLook::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void SceneLook::setSun(double elevation, double azimuth)
{
    m_elevation = elevation;
    m_azimuth = azimuth;
    update();
}

void SceneLook::update()
{
    const double day = smooth(-6, 5, m_elevation);
    const double high = smooth(2, 28, m_elevation);
    const double dusk = smooth(-9, -1, m_elevation) * (1 - smooth(3, 14, m_elevation));
    const Palette &colours = palette(m_theme);
    m_horizon = mix(mix(colours.horizonNight, colours.horizonDay, day), colours.horizonDusk, 0.75 * dusk);
    m_zenith = mix(mix(colours.zenithNight, colours.zenithDay, day), colours.horizonDusk, 0.12 * dusk);

    const double flat = std::cos(m_elevation * kDegree);
    m_sunDirection = {flat * std::sin(m_azimuth * kDegree), flat * std::cos(m_azimuth * kDegree),
                      std::sin(m_elevation * kDegree)};
    m_sunColour = blend(kLow, kNoon, high);
    m_sunIntensity = 1.0 * smooth(-1.5, 10, m_elevation);
    m_skyColour = blend({0.52, 0.62, 0.95}, {0.86, 0.93, 1.0}, day);
    m_skyIntensity = 0.30 - 0.08 * day;
    m_ambient = 0.15 + 0.21 * day;
    m_diffuse = 0.74;
    m_sun->SetPosition(m_sunDirection.x * 1000, m_sunDirection.y * 1000, m_sunDirection.z * 1000);
    m_sun->SetColor(m_sunColour.data());
    m_sun->SetIntensity(m_sunIntensity);
    // From above and a little against the sun, so that walls in the shade keep their form.
    m_sky->SetPosition(-m_sunDirection.x * 400, -m_sunDirection.y * 400, 700);
    m_sky->SetColor(m_skyColour.data());
    m_sky->SetIntensity(m_skyIntensity);
}

void SceneLook::applyTo(vtkProperty *material) const
{
    material->SetInterpolationToFlat(); // meshes have no shared normals: the shader takes each facet's own
    material->SetAmbient(m_ambient);
    material->SetDiffuse(m_diffuse);
    material->SetSpecular(0);
}

Rgb SceneLook::lit(const Rgb &colour, const Vec3 &normal) const
{
    const Vec3 sky = normalised({-m_sunDirection.x * 400, -m_sunDirection.y * 400, 700});
    const double sun = m_diffuse * m_sunIntensity * std::max(0.0, dot(normal, m_sunDirection));
    const double fill = m_diffuse * m_skyIntensity * std::max(0.0, dot(normal, sky));
    const auto channel = [&](std::uint8_t value, std::size_t i) {
        const double light = m_ambient + sun * m_sunColour[i] + fill * m_skyColour[i];
        return static_cast<std::uint8_t>(std::clamp(std::lround(value * light), 0L, 255L));
    };
    return {channel(colour.r, 0), channel(colour.g, 1), channel(colour.b, 2)};
}

SunLight SceneLook::light() const
{
    return {m_sunDirection, normalised({-m_sunDirection.x * 400, -m_sunDirection.y * 400, 700}),
            m_diffuse * m_sunIntensity, m_diffuse * m_skyIntensity, m_ambient};
}

void SceneLook::drawSky(double horizonHeight, double from, double to)
{
    // VTK's gradient runs over the whole height; its lower colour is chosen so that the horizon's falls on the horizon.
    const double h = std::clamp(horizonHeight, 0.0, 0.95);
    const Rgb top = horizonHeight >= 1 ? m_horizon : m_zenith; // looking down there is haze at most, no sky
    const auto at = [&](std::uint8_t horizon, std::uint8_t zenith, double height) {
        const double lower = std::clamp((horizon - zenith * h) / (1 - h), 0.0, 255.0);
        return (lower + (zenith - lower) * height) / 255;
    };
    m_renderer->SetBackground(at(m_horizon.r, top.r, from), at(m_horizon.g, top.g, from), at(m_horizon.b, top.b, from));
    m_renderer->SetBackground2(at(m_horizon.r, top.r, to), at(m_horizon.g, top.g, to), at(m_horizon.b, top.b, to));
}

void SceneLook::setViewDistance(double distance, double pixelAngle)
{
    for (const auto &occlusion : m_occlusion) {
        if (occlusion) {
            occlusion->setPixel(pixelAngle);
            occlusion->SetBias(std::clamp(0.0008 * distance, 0.3, 4.0));
            occlusion->SetRadius(std::clamp(0.014 * distance, 6.0, 60.0));
        }
    }
}

void SceneLook::setQuality(Quality quality)
{
    m_quality = quality;
    auto &pass = m_passes[static_cast<std::size_t>(quality)];
    if (!pass && quality == Quality::Coarse) {
        vtkNew<vtkRenderStepsPass> steps;
        vtkNew<CoarsePass> coarse; // stretching smooths enough
        coarse->SetDelegatePass(steps);
        pass = coarse.Get();
    } else if (!pass) {
        vtkNew<vtkRenderStepsPass> steps;
        vtkNew<vtkOpenGLFXAAPass> smoothing;
        if (quality == Quality::Moving) {
            smoothing->SetDelegatePass(steps);
        } else {
            vtkNew<ShadePass> occlusion;
            occlusion->SetDelegatePass(steps);
            occlusion->SetRadius(14);
            occlusion->SetBias(0.3);
            occlusion->SetKernelSize(quality == Quality::Picture ? 96 : 32);
            occlusion->BlurOn();
            smoothing->SetDelegatePass(occlusion);
            m_occlusion[static_cast<std::size_t>(quality)] = occlusion.Get();
        }
        pass = smoothing.Get();
    }
    m_renderer->SetPass(pass);
}

} // namespace loci::scene
