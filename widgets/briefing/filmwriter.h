// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QImage>
#include <QString>
#include <memory>

namespace loci::widgets {

/// A film file: H.264 in MP4 or VP9 in WebM, by the suffix, through the libraries of FFmpeg. 25 frames a second, sides
/// made even. The file has its name only once it is finished. One thread.
class FilmWriter
{
public:
    static constexpr int kRate = 25;
    struct Facts
    {
        QString title;
        QString comment; ///< date, sources, versions
    };
    static Result<std::unique_ptr<FilmWriter>> create(const QString &path, QSize size, const Facts &facts);
    static bool isFilm(const QString &path); ///< by its suffix
    ~FilmWriter();
    FilmWriter(const FilmWriter &) = delete;
    FilmWriter &operator=(const FilmWriter &) = delete;

    /// `times` frames of it, scaled to the film's size.
    Result<> add(const QImage &picture, int times = 1);
    Result<> finish();
    qint64 frames() const;

private:
    class Private;
    explicit FilmWriter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace loci::widgets
