// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/scene/scenecolours.h"

#include <QString>
#include <vector>

namespace loci::scene {

/// How the numbers of an attribute become classes and these become colours.
struct ColourScale
{
    enum class Cut { EqualCounts, EqualSteps };
    static constexpr int kFewest = 2, kMost = 9;

    Ramp ramp = Ramp::Viridis;
    bool reversed = false;
    int classes = 7;
    Cut cut = Cut::EqualCounts;
    bool operator==(const ColourScale &) const = default;

    /// "magma,reversed,5,steps", as the workspace stores it; empty for the usual one.
    QString text() const;
    static ColourScale fromText(const QString &text); ///< what it does not know is as usual

    /// Upper ends of the classes of these values: every value of few, else equal counts or steps without repeats.
    std::vector<double> ends(std::vector<double> values) const;
    Rgb colourOf(std::size_t number, std::size_t count) const;
};

/// The numbers that objects state themselves in an attribute; empty for one of texts. Parts that inherit are not here.
std::vector<double> statedNumbers(const city::CityModel &model, const QString &attribute);

/// For the ramp's choice: stored and never translated.
QString rampKey(Ramp ramp);
std::vector<Ramp> allRamps();

} // namespace loci::scene
