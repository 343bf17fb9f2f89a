// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vtkImageProcessingPass.h>
#include <vtkSmartPointer.h>

class vtkOpenGLFramebufferObject;

namespace loci::scene {

/// Draws its delegate at half the width and height and stretches that over the picture: a quarter of the pixels to
/// shade, for frames that are gone at once.
class CoarsePass final : public vtkImageProcessingPass
{
public:
    static CoarsePass *New();
    vtkTypeMacro(CoarsePass, vtkImageProcessingPass);
    CoarsePass(const CoarsePass &) = delete;
    CoarsePass &operator=(const CoarsePass &) = delete;

    void Render(const vtkRenderState *state) override;
    void ReleaseGraphicsResources(vtkWindow *window) override;

protected:
    CoarsePass();
    ~CoarsePass() override;

private:
    vtkSmartPointer<vtkOpenGLFramebufferObject> m_buffer;
};

} // namespace loci::scene
