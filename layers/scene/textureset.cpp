// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/tilemesh.h"

#include <vtkImageReader2.h>
#include <vtkImageReader2Factory.h>
#include <vtkNew.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace loci::scene {

namespace {

constexpr qint64 kMostBytes = 256LL << 20; // an image file larger than this is no facade

/// The file below the model's folder; empty for addresses of a network, other folders and for what is not there.
QString localFile(const QString &folder, const QString &image)
{
    if (image.isEmpty() || image.contains(QLatin1String("://"))) {
        return {};
    }
    const QString clean = QDir::cleanPath(QString(image).replace(QLatin1Char('\\'), QLatin1Char('/')));
    if (QDir::isAbsolutePath(clean) || clean == QLatin1String("..") || clean.startsWith(QLatin1String("../"))) {
        return {};
    }
    const QFileInfo file(QDir(folder), clean);
    return file.isFile() && file.size() <= kMostBytes ? file.absoluteFilePath() : QString();
}

vtkSmartPointer<vtkImageData> readImage(const QString &path)
{
    const QByteArray name = path.toLocal8Bit();
    const vtkSmartPointer<vtkImageReader2> reader =
        vtkSmartPointer<vtkImageReader2>::Take(vtkImageReader2Factory::CreateImageReader2(name.constData()));
    if (!reader) {
        return nullptr;
    }
    reader->SetFileName(name.constData());
    reader->Update();
    vtkImageData *image = reader->GetOutput();
    int size[3];
    image->GetDimensions(size);
    const bool usable =
        reader->GetErrorCode() == 0 && size[0] > 1 && size[1] > 1 && image->GetScalarType() == VTK_UNSIGNED_CHAR;
    return usable ? vtkSmartPointer<vtkImageData>(image) : nullptr;
}

} // namespace

std::shared_ptr<const TextureSet> loadTextures(const city::CityModel &model, const CancelToken &cancel)
{
    auto set = std::make_shared<TextureSet>();
    set->images.resize(model.textures.size());
    const QString folder = QFileInfo(model.sourcePath).absolutePath();
    FindingList findings;
    for (std::size_t i = 0; i < model.textures.size() && !cancel.isCancelled(); ++i) {
        const QString image = QString::fromStdString(model.textures[i].image);
        const QString path = localFile(folder, image);
        if (!path.isEmpty()) {
            set->images[i] = readImage(path);
        }
        if (!set->images[i]) {
            findings.add({.severity = Severity::Warning,
                          .code = QStringLiteral("missing_texture"),
                          .object = {},
                          .where = QStringLiteral("/appearance/textures/%1/image").arg(i),
                          .message = QCoreApplication::translate(
                                         "Scene", "The texture image \"%1\" is not there or cannot be read; the "
                                                  "surfaces that use it are drawn plain.")
                                         .arg(image),
                          .source = model.sourcePath});
        }
    }
    set->findings = findings.take();
    return set;
}

} // namespace loci::scene
