// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace loci::test {

/// A film as a player decodes it.
struct FilmRead
{
    QString problem; ///< empty: it could be read to its end
    QString format, title, comment;
    int frames = 0;
    double seconds = 0;
    QImage first, last;
};
FilmRead readFilm(const QString &path);

} // namespace loci::test
