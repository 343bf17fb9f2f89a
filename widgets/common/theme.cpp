// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <QApplication>
#include <QPalette>

namespace loci::widgets {

namespace {

void apply(ThemeMode mode)
{
    applyTheme(*static_cast<QApplication *>(QCoreApplication::instance()), mode);
}

} // namespace

void restoreTheme()
{
    const QString chosen = kTheme.value();
    if (chosen.isEmpty()) {
        // Before our own palette is set, the desktop's says which way it leans.
        const QPalette desktop = QApplication::palette();
        const bool dark = desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
        apply(dark ? ThemeMode::Dark : ThemeMode::Light);
        return;
    }
    apply(chosen == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::Light);
}

void chooseTheme(ThemeMode mode)
{
    kTheme.set(mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    apply(mode);
}

} // namespace loci::widgets
