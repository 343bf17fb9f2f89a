// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/vtkimage.h"

#include <vtkImageData.h>

#include <cstring>

namespace loci::widgets {

vtkSmartPointer<vtkImageData> toVtk(const QImage &image)
{
    if (image.isNull()) {
        return nullptr;
    }
    const QImage rows = image.convertToFormat(QImage::Format_RGB888);
    auto result = vtkSmartPointer<vtkImageData>::New();
    result->SetDimensions(rows.width(), rows.height(), 1);
    result->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
    for (int y = 0; y < rows.height(); ++y) { // VTK counts rows from the bottom
        std::memcpy(result->GetScalarPointer(0, rows.height() - 1 - y, 0), rows.constScanLine(y),
                    static_cast<std::size_t>(rows.width()) * 3);
    }
    return result;
}

} // namespace loci::widgets
