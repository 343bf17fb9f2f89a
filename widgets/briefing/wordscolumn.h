// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/briefing/walllayout.h"
#include "widgets/briefing/wallwords.h"

class QPainter;

namespace loci::widgets {

/// What the words of a scene are made from.
struct WallWordsInput
{
    const briefing::Briefing &briefing;
    const briefing::Scene &scene;
    const std::vector<briefing::Shown> &figures; ///< of the scene, in its order
    QString language;                            ///< that comes first where both are spoken
};

/// Title, key number, further numbers, text and rule, one under the other. Letters become smaller until all of it fits,
/// but never smaller than the distance allows; then the text in the second language goes, then the text itself.
/// Returns false when something had to go or does not fit.
bool paintWords(QPainter &painter, const WallLayout &layout, const WallColours &colours, const WallWordsInput &input);

/// Languages in the order in which the wall speaks them.
QStringList spoken(const briefing::Briefing &briefing, const QString &first);

} // namespace loci::widgets
