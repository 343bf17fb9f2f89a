// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vtkSSAOPass.h>

namespace loci::scene {

/// VTK's ambient shade without its grain on far ground. VTK keeps positions in half floats, which step by metres a few
/// kilometres away: here they are in single precision. And where a surface is seen so flatly that it goes on for
/// metres within one pixel, its neighbours in the picture say nothing about its shade: it gets none.
class ShadePass : public vtkSSAOPass
{
public:
    static ShadePass *New();
    vtkTypeMacro(ShadePass, vtkSSAOPass);
    void Render(const vtkRenderState *state) override;
    bool PostReplaceShaderValues(std::string &vertexShader, std::string &geometryShader, std::string &fragmentShader,
                                 vtkAbstractMapper *mapper, vtkProp *prop) override;
    bool SetShaderParameters(vtkShaderProgram *program, vtkAbstractMapper *mapper, vtkProp *prop,
                             vtkOpenGLVertexArrayObject *arrays) override;
    void setPixel(double angle) { m_pixel = angle; } ///< that a pixel of the picture opens, radians

protected:
    ShadePass() = default;
    ~ShadePass() override = default;

private:
    ShadePass(const ShadePass &) = delete;
    void operator=(const ShadePass &) = delete;
    double m_pixel = 0.001;
};

} // namespace loci::scene
