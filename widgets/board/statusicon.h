// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/status.h"

#include <QIcon>

namespace loci::widgets {

/// The shape of a status as an icon for lists, as sharp as the widget's screen.
QIcon statusIcon(Status status, const QWidget &widget);

} // namespace loci::widgets
