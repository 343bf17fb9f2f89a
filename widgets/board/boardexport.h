// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "widgets/board/tilepaint.h"

#include <QByteArray>

namespace loci::widgets {

class BoardCanvas;

/// The board as it is on the screen, at twice its size.
Result<> writeBoardPng(BoardCanvas &canvas, const QString &path);
/// The same on one page, with title, time and the calculation of every number below.
Result<> writeBoardPdf(BoardCanvas &canvas, const QString &path);
/// Every number of the board with area, period, unit, quality, coverage, calculation id, inputs and sources.
QByteArray boardCsv(const BoardCanvas &canvas);
Result<> writeBoardCsv(const BoardCanvas &canvas, const QString &path);

} // namespace loci::widgets
