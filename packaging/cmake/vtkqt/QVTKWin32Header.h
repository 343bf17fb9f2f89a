// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// VTK's own file of this name only turns off warnings of another compiler; the prefix may lack it.
#include <vtkGUISupportQtModule.h>
