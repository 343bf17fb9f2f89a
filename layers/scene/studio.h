// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/picture.h"

#include <vtkSmartPointer.h>

#include <memory>

namespace loci::scene {

/// A copy of a scene in a window that nobody sees, for pictures that take long: the scene itself may change meanwhile.
/// Main thread, step by step.
class Studio
{
public:
    /// Fails with a sentence where there is no X display.
    static Result<std::unique_ptr<Studio>> open(const CityScene &scene);
    ~Studio();
    Studio(const Studio &) = delete;
    Studio &operator=(const Studio &) = delete;

    void begin(const Camera &camera, const PictureOptions &options); ///< the next picture
    Result<bool> step();                                             ///< as PictureDrawer::step()
    double progress() const { return m_drawer ? m_drawer->progress() : 0; }
    Picture take() { return m_drawer->take(); }
    std::optional<ShadowRequest> shadows() const { return m_drawer->shadows(); }

private:
    Studio();

    CityScene m_scene;
    vtkSmartPointer<vtkRenderWindow> m_window;
    std::unique_ptr<PictureDrawer> m_drawer;
};

} // namespace loci::scene
