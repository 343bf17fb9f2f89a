// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace loci::widgets {

/// An icon of the one family: resources/icons/<name>.svg (our own), tinted with the theme's text colour (accent when
/// checked, faint when disabled), crisp at every scale. Unknown names log once and give an empty icon.
QIcon icon(const QString &name);
/// The same in one fixed colour.
QIcon icon(const QString &name, const QColor &colour);
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

} // namespace loci::widgets
