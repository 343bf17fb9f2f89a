// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/alerts.h"
#include "layers/domain/indicators/problem.h"

#include <QDate>
#include <QHash>
#include <QImage>
#include <vector>

namespace loci::widgets {

/// What tiles show beside the indicators.
struct BoardData
{
    std::vector<indicators::Alert> alerts;
    std::vector<indicators::Problem> problems; ///< by urgency
    QHash<QString, QImage> pictures;           ///< by path as the tile stores it; a null image: not readable
    QImage scene;                              ///< the 3D view as it was drawn last; null: not drawn yet
    QDate today;
};

} // namespace loci::widgets
