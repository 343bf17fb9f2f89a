// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/briefing/panepaint.h"
#include "widgets/briefing/wordscolumn.h"

#include <QDate>
#include <QStringList>

namespace loci::widgets {

/// All that one scene shows, ready to be painted: for the audience window, PNG, PDF, web page and thumbnails alike.
struct WallContent
{
    briefing::Briefing briefing; ///< name, look, wall; its scenes for the progress
    briefing::Scene scene;
    std::vector<PanePicture> panes;
    std::vector<briefing::Shown> figures;
    QString language;
    QDate today;
};

/// The card that answers "ask the city".
struct AskCard
{
    QString title, subtitle;
    std::vector<std::pair<QString, QString>> facts;
    bool isEmpty() const { return title.isEmpty(); }
};

/// Paints the whole canvas. What the console should know (a text that does not fit) is returned.
QStringList paintWall(QPainter &painter, const WallLayout &layout, const WallContent &content);
/// Over the picture, at its lower left.
void paintAskCard(QPainter &painter, const WallLayout &layout, const briefing::Briefing &briefing, const AskCard &card);

} // namespace loci::widgets
