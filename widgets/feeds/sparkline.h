// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/feeds/feedsession.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace loci::widgets {

/// A small line of recent values. Where more than two and a half cadences lie between two, or a value is missing, the
/// line breaks: a gap is a gap.
void paintSparkline(QPainter &painter, const QRectF &box, const StreamPoints &points, qint64 cadenceMs,
                    const QColor &colour);
/// The unbroken pieces of the line, within a box of one by one, y up.
std::vector<std::vector<QPointF>> sparklinePieces(const StreamPoints &points, qint64 cadenceMs);

} // namespace loci::widgets
