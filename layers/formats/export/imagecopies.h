// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/exportformat.h"

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

namespace loci::formats {

/// The images of a model's textures on their way beside another file. Until keep() is called, the destructor takes
/// back what was copied. Nothing that is there is overwritten: a different image of the same name gets another name.
class ImageCopies
{
public:
    ImageCopies(const city::CityModel &model, const QString &target, DroppedList &dropped);
    ~ImageCopies();
    ImageCopies(const ImageCopies &) = delete;
    ImageCopies &operator=(const ImageCopies &) = delete;

    /// The path a texture is written with, relative to the target where the image could be found.
    const std::string &pathOf(std::uint32_t texture) const { return m_paths[texture]; }
    Result<> copy(const CancelToken &cancel);
    QStringList keep(); ///< the copies stay; returns them

private:
    struct Copy
    {
        QString from, to;
    };
    void plan(const QString &image, std::size_t texture);

    const city::CityModel &m_model;
    QString m_folder;
    QString m_target;
    std::vector<std::string> m_paths;
    std::vector<Copy> m_plan;
    QStringList m_made, m_madeFolders;
};

} // namespace loci::formats
