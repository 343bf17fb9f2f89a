// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/briefing/briefingstage.h"

#include <QByteArray>

namespace loci::widgets {

/// One HTML file that needs nothing else and no network: the scenes as the wall shows them, their words for those who
/// cannot see the pictures, notes, sources; keys and taps go from scene to scene. HTML 5, UTF-8.
QByteArray webPage(const briefing::Briefing &briefing, const std::vector<WallPicturePtr> &scenes,
                   const QString &language, const QDate &today);

} // namespace loci::widgets
