// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <vector>

namespace loci::widgets {

/// A colour scale for data; all are safe for colour-blind readers.
struct ColourRamp
{
    enum class Kind { Sequential, Diverging, Qualitative };
    QString id;   ///< stable: "viridis"
    QString name; ///< proper name, not translated
    Kind kind = Kind::Sequential;
};

const std::vector<ColourRamp> &colourRamps();
/// `count` colours of a ramp, low to high (inverted: high to low). Unknown ids give viridis.
QList<QColor> rampColours(const QString &id, int count, bool inverted = false);

} // namespace loci::widgets
