// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/vtkfactories.h"

#include <vtkAutoInit.h>

// By hand and not by vtk_module_autoinit alone: that works only in sources that include a header of the right module.
VTK_MODULE_INIT(vtkRenderingOpenGL2)
VTK_MODULE_INIT(vtkRenderingUI)
VTK_MODULE_INIT(vtkRenderingFreeType)
VTK_MODULE_INIT(vtkInteractionStyle)

namespace loci::scene {

void registerVtkFactories() {}

} // namespace loci::scene
