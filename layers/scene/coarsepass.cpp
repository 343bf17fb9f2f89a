// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/coarsepass.h"

#include <vtkObjectFactory.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>
#include <vtkRenderState.h>
#include <vtkRenderer.h>
#include <vtk_glew.h>

#include <algorithm>

namespace loci::scene {

vtkStandardNewMacro(CoarsePass);

CoarsePass::CoarsePass() = default;
CoarsePass::~CoarsePass() = default;

void CoarsePass::Render(const vtkRenderState *state)
{
    vtkRenderer *renderer = state->GetRenderer();
    auto *window = vtkOpenGLRenderWindow::SafeDownCast(renderer->GetRenderWindow());
    if (!window || !DelegatePass) {
        return;
    }
    int width = 0, height = 0, left = 0, bottom = 0;
    renderer->GetTiledSizeAndOrigin(&width, &height, &left, &bottom);
    const int halfWidth = std::max(1, width / 2);
    const int halfHeight = std::max(1, height / 2);
    vtkOpenGLState *gl = window->GetState();
    gl->PushFramebufferBindings();
    if (!m_buffer) {
        m_buffer = vtkSmartPointer<vtkOpenGLFramebufferObject>::New();
        m_buffer->SetContext(window);
        m_buffer->PopulateFramebuffer(halfWidth, halfHeight, true, 1, VTK_UNSIGNED_CHAR, true, 24, 0);
    } else {
        m_buffer->Resize(halfWidth, halfHeight);
    }
    m_buffer->Bind();
    m_buffer->ActivateDrawBuffers(1);
    m_buffer->StartNonOrtho(halfWidth, halfHeight);
    vtkRenderState half(renderer);
    half.SetPropArrayAndCount(state->GetPropArray(), state->GetPropArrayCount());
    half.SetFrameBuffer(m_buffer);
    DelegatePass->Render(&half);
    NumberOfRenderedProps = DelegatePass->GetNumberOfRenderedProps();
    gl->PopFramebufferBindings();

    gl->PushReadFramebufferBinding();
    m_buffer->Bind(vtkOpenGLFramebufferObject::GetReadMode());
    m_buffer->ActivateReadBuffer(0);
    gl->vtkglViewport(left, bottom, width, height);
    gl->vtkglScissor(left, bottom, width, height);
    const int from[4]{0, halfWidth, 0, halfHeight};
    const int to[4]{left, left + width, bottom, bottom + height};
    vtkOpenGLFramebufferObject::Blit(from, to, GL_COLOR_BUFFER_BIT, GL_LINEAR);
    gl->PopReadFramebufferBinding();
}

void CoarsePass::ReleaseGraphicsResources(vtkWindow *window)
{
    if (m_buffer) {
        m_buffer->ReleaseGraphicsResources(window);
        m_buffer = nullptr;
    }
    vtkImageProcessingPass::ReleaseGraphicsResources(window);
}

} // namespace loci::scene
