// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/calmflight.h"
#include "widgets/briefing/briefingstage.h"
#include "widgets/briefing/filmwriter.h"

#include <QObject>
#include <deque>
#include <optional>

namespace loci::widgets {

/// The scenes of a briefing as a film, as an audience sees them one after the other: transition, camera path, and each
/// for its time. Draws one frame a turn of the event loop, so that the window goes on. Main thread.
class BriefingFilm final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<>)>;
    BriefingFilm(SceneStage &city, std::unique_ptr<FilmWriter> file, QObject *parent);

    /// `picture` is what the stage drew last.
    void add(const WallPicturePtr &picture, Done done);
    Result<> finish() { return m_file->finish(); }

private:
    struct Shot
    {
        std::optional<scene::CalmFlight> flight; ///< nothing: the picture stands
        int frames = 0;
        bool fades = false; ///< out of the picture before
    };
    QRect cityPlace(const WallPicturePtr &picture) const;
    void plan(const WallPicture &picture);
    void step();
    Result<> drawn(const Shot &shot, double share);

    SceneStage &m_city;
    std::unique_ptr<FilmWriter> m_file;
    WallPicturePtr m_before, m_picture;
    std::deque<Shot> m_shots;
    int m_frame = 0; ///< of the first shot
    Done m_done;
};

} // namespace loci::widgets
