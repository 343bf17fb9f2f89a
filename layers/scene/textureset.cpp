// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/tilemesh.h"

#include <vtkImageReader2.h>
#include <vtkImageReader2Factory.h>
#include <vtkJPEGReader.h>
#include <vtkNew.h>
#include <vtkPNGReader.h>

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

vtkSmartPointer<vtkImageData> readImage(vtkImageReader2 *reader)
{
    reader->Update();
    vtkImageData *image = reader->GetOutput();
    int size[3];
    image->GetDimensions(size);
    const bool usable =
        reader->GetErrorCode() == 0 && size[0] > 0 && size[1] > 0 && image->GetScalarType() == VTK_UNSIGNED_CHAR;
    return usable ? vtkSmartPointer<vtkImageData>(image) : nullptr;
}

vtkSmartPointer<vtkImageData> readFile(const QString &path)
{
    const QByteArray name = path.toLocal8Bit();
    const vtkSmartPointer<vtkImageReader2> reader =
        vtkSmartPointer<vtkImageReader2>::Take(vtkImageReader2Factory::CreateImageReader2(name.constData()));
    if (!reader) {
        return nullptr;
    }
    reader->SetFileName(name.constData());
    return readImage(reader);
}

/// An image inside the model's file: PNG or JPEG, by its first bytes.
vtkSmartPointer<vtkImageData> readBytes(const std::vector<std::byte> &bytes)
{
    constexpr std::size_t kSignature = 4;
    vtkSmartPointer<vtkImageReader2> reader;
    if (bytes.size() > kSignature && std::memcmp(bytes.data(), "\x89PNG", kSignature) == 0) {
        reader = vtkSmartPointer<vtkPNGReader>::New();
    } else if (bytes.size() > kSignature && std::memcmp(bytes.data(), "\xFF\xD8\xFF", kSignature - 1) == 0) {
        reader = vtkSmartPointer<vtkJPEGReader>::New();
    } else {
        return nullptr;
    }
    reader->SetMemoryBuffer(bytes.data());
    reader->SetMemoryBufferLength(static_cast<vtkIdType>(bytes.size()));
    return readImage(reader);
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
        if (const auto &bytes = model.textures[i].bytes) {
            set->images[i] = readBytes(*bytes);
        } else if (const QString path = localFile(folder, image); !path.isEmpty()) {
            set->images[i] = readFile(path);
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
