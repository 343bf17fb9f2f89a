// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/scene/cityscene.h"

class vtkRenderWindow;

namespace loci::scene {

/// RGB bytes, rows from the top.
struct Picture
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
    bool isEmpty() const { return rgb.empty(); }
};

struct PictureOptions
{
    int width = 1600, height = 1000;
    bool shadows = false; ///< of the sun
    /// Larger pictures are drawn in parts of at most so many pixels a side and joined: neither the graphics card's
    /// limit nor its memory bounds them.
    int mostPart = 2048;
};
inline constexpr qint64 kMostPixels = 256LL << 20; ///< of one picture: what a computer of 2 GB can hold

/// Draws the scene as its camera sees it, at picture quality, into the window's buffers (whose size it changes and sets
/// back). The window's context is current. A part has a margin, so that shade and smoothing at its borders know what
/// lies beyond. Main thread; fails when cancelled, too large, or when the window gives no pixels.
Result<Picture> drawPicture(CityScene &scene, vtkRenderWindow *window, const PictureOptions &options,
                            const CancelToken &cancel = {}, const ProgressFunction &progress = {});

/// The same part by part, for those who must not wait: between two steps others may do something, but not to the scene
/// and the window. Borrows both.
class PictureDrawer
{
public:
    PictureDrawer(CityScene &scene, vtkRenderWindow *window, const PictureOptions &options);
    /// Draws the next part; true when it was the last one. The window keeps the size of the part.
    Result<bool> step();
    double progress() const;
    Picture take(); ///< after the last step; without shadows
    /// What castShadows() needs for this picture, when shadows are wished and the sun is up.
    std::optional<ShadowRequest> shadows() const;

private:
    Result<> begin();

    CityScene &m_scene;
    vtkRenderWindow *m_window;
    PictureOptions m_options;
    Picture m_picture;
    std::vector<PicturePart> m_parts; ///< that are kept
    std::size_t m_done = 0;
    int m_margin = 0;
    bool m_begun = false, m_whole = true;
};

/// One frame at once and at the quality of something that moves, with at most so many triangles; the window keeps the
/// size.
Result<Picture> drawFrame(CityScene &scene, vtkRenderWindow *window, int width, int height, std::size_t triangles);

/// Darkens the pixels from (left, top) on by the mask.
void applyShadows(Picture &picture, const ShadowMask &mask, int left = 0, int top = 0);

/// Any thread.
Result<> writePng(const Picture &picture, const QString &path);

} // namespace loci::scene
