// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/scenelibraries.h"

#include <vtkVersion.h>

namespace loci::scene {

LibraryVersions libraries()
{
    return {{QStringLiteral("VTK"), QString::fromUtf8(vtkVersion::GetVTKVersion())}};
}

} // namespace loci::scene
