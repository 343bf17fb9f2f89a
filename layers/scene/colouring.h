// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/scene/colourscale.h"
#include "layers/scene/scenecolours.h"

#include <QString>
#include <QStringList>

namespace loci::scene {

/// Classes of objects that somebody else found (what changed between two versions), with their colours.
struct ObjectClasses
{
    static constexpr std::uint8_t kNone = 255; ///< drawn quietly
    std::vector<std::uint8_t> ofObject;        ///< number of the legend's entry, by object
    Legend legend;
    bool restKeepsLook = false; ///< objects of no class look as without classes, instead of "no data"
};

/// How one model is coloured: by surface type, by texture (plain where there is none), or by an attribute. Made anew
/// when theme or attribute change; geometry is never touched.
class Colouring
{
public:
    static constexpr char kTexture[] = "texture";
    static constexpr char kPlain[] = "plain"; ///< one quiet colour for all that is built

    Colouring() = default;
    /// `by`: empty, kTexture, or an attribute's name. An object without a value takes that of its nearest ancestor.
    /// Numbers get the classes and colours of `scale`; texts at most seven categories, the most frequent first. Any
    /// thread.
    Colouring(const city::CityModel &model, Theme theme, const QString &by, const ColourScale &scale = {});

    Colouring(Theme theme, const ObjectClasses &classes);

    Rgb of(city::ObjectIndex object, SurfaceClass surface) const
    {
        const Rgb &quiet = (*m_palette)[m_plain && isBuilt(surface) ? SurfaceClass::Wall : surface];
        if (m_class.empty()) {
            return quiet;
        }
        const std::uint8_t number = m_class[object];
        if (number == kNoValue) {
            return isBuilt(surface) && !m_restKeepsLook ? m_noData : quiet;
        }
        return surface == SurfaceClass::Wall ? m_wall[number] : m_colours[number];
    }
    /// Of a line: dark enough to be seen on the ground.
    Rgb ofLine(city::ObjectIndex object, SurfaceClass surface) const
    {
        const bool valued = !m_class.empty() && m_class[object] != kNoValue;
        return valued ? m_colours[m_class[object]] : mix(of(object, surface), m_palette->edge, 0.55);
    }
    bool showsTextures() const { return m_textures; } ///< and the colours of materials
    bool isByAttribute() const { return !m_class.empty(); }
    const Legend &legend() const { return m_legend; }

private:
    static constexpr std::uint8_t kNoValue = 255;

    void classifyNumbers(const std::vector<double> &values, const std::vector<double> &stated,
                         const ColourScale &scale);
    void classifyTexts(const std::vector<QString> &values, Theme theme);
    void finish();

    const Palette *m_palette = &palette(Theme::Light);
    Rgb m_noData;
    bool m_textures = false, m_plain = false, m_restKeepsLook = false;
    std::vector<std::uint8_t> m_class;  ///< by object
    std::vector<Rgb> m_colours, m_wall; ///< by class
    Legend m_legend;
};

/// Attributes worth colouring by, in the order of the model: more than one value, not one for every object as ids are.
QStringList colourableAttributes(const city::CityModel &model);

} // namespace loci::scene
