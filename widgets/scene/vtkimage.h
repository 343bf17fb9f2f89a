// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vtkSmartPointer.h>

#include <QImage>

class vtkImageData;

namespace loci::widgets {

/// The pixels for a texture, RGB; null for an empty picture.
vtkSmartPointer<vtkImageData> toVtk(const QImage &image);

} // namespace loci::widgets
