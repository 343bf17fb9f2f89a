// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

namespace loci::app {

/// What the window was started with. Unknown options are refused with a sentence (exit 2).
struct StartOptions
{
    QStringList files;  ///< workspaces, models, layers, projects
    QString language;   ///< "en", "zh_CN" or empty: as remembered
    QString theme;      ///< "light", "dark" or empty: as remembered
    QString layout;     ///< "map", "3d", "split", "inset" or empty: as the workspace has it
    QString workplace;  ///< id of a workplace, or empty
    QString screenshot; ///< PNG to write when everything is drawn; the program ends then
    QString briefing;   ///< id or name of a briefing to show at once
    QString screen;     ///< of its audience; empty: chosen
    QString select;     ///< id of a city object to select and show, for pictures and scripts
    QSize size;         ///< of the window, logical pixels
    bool exitAfterStartup = false;
    bool exitAfterFirstPaint = false;
    bool kiosk = false;    ///< the briefing runs in a loop
    bool untitled = false; ///< --new: an empty untitled workspace instead of the last one
};

Result<StartOptions> parseStartOptions(const QStringList &arguments);

} // namespace loci::app
