// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>

namespace loci::planning {

/// A colour in Munsell's notation, as colour rules name facades: "5YR 7/4", "N 8". The Chinese building colour
/// standard GB/T 15608 writes the same way.
struct MunsellColour
{
    double hue = 0;    ///< 0 to 100 around the circle, 10 a letter from R on: 5R is 5, 5YR 15; no meaning for greys
    double value = 0;  ///< 0 black to 10 white
    double chroma = 0; ///< 0 for greys
    bool isNeutral() const { return chroma == 0; }
    static std::optional<MunsellColour> fromText(const QString &text);
};

/// A range of colours: {"hue": ["10R", "5Y"], "value": [6, 9], "chroma": [0, 4]}. Hues go up from the first to the
/// second, over the end of the circle when need be; greys are in when the chroma range begins with 0. Members that are
/// missing do not bound.
class MunsellRange
{
public:
    static std::optional<MunsellRange> fromJson(const QJsonObject &object);
    bool contains(const MunsellColour &colour) const;

private:
    std::optional<double> m_firstHue, m_lastHue;
    double m_value[2] = {0, 10};
    double m_chroma[2] = {0, 100};
};

} // namespace loci::planning
