// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/shadepass.h"

#include <vtkObjectFactory.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkRenderState.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>
#include <vtkTextureObject.h>
#include <vtk_glew.h>

#include <array>

namespace loci::scene {

namespace {
constexpr double kFlat = 1.2; // times the bias: half of it is how far a sample may be beside its pixel
} // namespace

vtkStandardNewMacro(ShadePass);

void ShadePass::Render(const vtkRenderState *state)
{
    auto *window = vtkOpenGLRenderWindow::SafeDownCast(state->GetRenderer()->GetRenderWindow());
    if (PositionTexture == nullptr && window != nullptr) {
        // The pass makes only what is not there yet, and gives every texture its size later.
        constexpr int kAnySize = 16;
        InitializeGraphicsResources(window, kAnySize, kAnySize);
        PositionTexture->SetFormat(GL_RGBA);
        PositionTexture->SetInternalFormat(GL_RGBA32F);
        PositionTexture->Allocate2D(kAnySize, kAnySize, 4, VTK_FLOAT);
    }
    vtkSSAOPass::Render(state);
}

bool ShadePass::PostReplaceShaderValues(std::string &vertexShader, std::string &geometryShader,
                                        std::string &fragmentShader, vtkAbstractMapper *mapper, vtkProp *prop)
{
    const bool done = vtkSSAOPass::PostReplaceShaderValues(vertexShader, geometryShader, fragmentShader, mapper, prop);
    // What lies that far shades nothing, and without a normal nothing that is nearer is searched around it.
    const bool found =
        vtkShaderProgram::Substitute(fragmentShader, "gl_FragData[1] = vec4(vertexVC.xyz, 1.0);",
                                     "float lociSpan = length(vertexVC.xyz) * lociShade.x /\n"
                                     "    max(0.001, abs(dot(normalVCVSOutput, normalize(vertexVC.xyz))));\n"
                                     "  bool lociFlat = lociSpan > lociShade.y;\n"
                                     "  gl_FragData[1] = vec4(lociFlat ? vec3(0.0, 0.0, -1.0e6) : vertexVC.xyz, 1.0);",
                                     false);
    vtkShaderProgram::Substitute(fragmentShader, "gl_FragData[2] = vec4(normalVCVSOutput, 1.0);",
                                 "gl_FragData[2] = vec4(lociFlat ? vec3(0.0) : normalVCVSOutput, 1.0);", false);
    if (found) {
        vtkShaderProgram::Substitute(fragmentShader, "void main()", "uniform vec2 lociShade;\nvoid main()", false);
    }
    return done;
}

bool ShadePass::SetShaderParameters(vtkShaderProgram *program, vtkAbstractMapper *mapper, vtkProp *prop,
                                    vtkOpenGLVertexArrayObject *arrays)
{
    if (program->IsUniformUsed("lociShade")) {
        const std::array<float, 2> shade{static_cast<float>(m_pixel), static_cast<float>(kFlat * GetBias())};
        program->SetUniform2f("lociShade", shade.data());
    }
    return vtkSSAOPass::SetShaderParameters(program, mapper, prop, arrays);
}

} // namespace loci::scene
