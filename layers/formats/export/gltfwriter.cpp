// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/gltfwriter.h"

#include "layers/domain/city/jsontext.h"
#include "layers/formats/export/gltfmesh.h"
#include "layers/formats/export/imagecopies.h"
#include "layers/formats/export/meshframe.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace loci::formats {

using namespace loci::city;

namespace {

Result<> writeBytes(QSaveFile &file, const std::string &bytes, const CancelToken &cancel)
{
    constexpr std::size_t kBlock = 4 << 20;
    if (!file.open(QIODevice::WriteOnly)) {
        return cannotWrite(file.fileName(), file.errorString());
    }
    for (std::size_t at = 0; at < bytes.size(); at += kBlock) {
        if (cancel.isCancelled()) {
            return exportCancelled(file.fileName());
        }
        const auto size = static_cast<qint64>(std::min(kBlock, bytes.size() - at));
        if (file.write(bytes.data() + at, size) != size) {
            return cannotWrite(file.fileName(), file.errorString());
        }
    }
    return {};
}

/// The scene of a whole model, however it is written then.
class SceneOfModel
{
public:
    SceneOfModel(const CityModel &model, const ExportOptions &options, const QString &path)
        : m_model(model)
        , m_options(options)
        , m_path(path)
        , m_images(imagesOf(model, m_dropped))
        , m_frame(model)
        , m_walk(model, options.lod)
        , m_mesh(model, usable(m_images), [this](std::span<Vec3> points) { return m_frame.place(points); })
    {}

    Result<> fill()
    {
        constexpr ObjectIndex kLookEvery = 256;
        constexpr double kShare = 0.8; // of the work; the rest is writing
        for (ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
            if (o % kLookEvery == 0) {
                if (m_options.cancel.isCancelled()) {
                    return exportCancelled(m_path);
                }
                if (m_options.progress) {
                    m_options.progress(kShare * o / m_model.objectCount());
                }
            }
            m_walk.object(o, [this](const WalkedSurface &surface) { m_mesh.add(surface); });
        }
        return {};
    }

    std::string json(GltfBuffer &buffer, const GltfMesh::ImageJson &image, const std::string &uri)
    {
        const Vec3 &o = m_frame.origin();
        std::string extras = R"(,"extras":{"origin":[)" + jsonNumber(o.x) + ',' + jsonNumber(o.y) + ',' +
                             jsonNumber(o.z) + "],\"referenceSystem\":" + jsonString(m_frame.crs()) +
                             R"(,"axes":"x east, y up, z south; metres from the origin"})";
        return m_mesh.write(buffer, image, extras, uri);
    }

    ExportReport report(const QStringList &files)
    {
        m_walk.report(m_dropped);
        m_dropped.add(QCoreApplication::translate("loci::formats", "surfaces"),
                      QCoreApplication::translate("loci::formats", "it lies outside of the reference system"),
                      m_mesh.outside());
        const auto shapeless = static_cast<int>(m_model.objectCount() - m_mesh.objects().size());
        m_dropped.add(QCoreApplication::translate("loci::formats", "objects"),
                      QCoreApplication::translate("loci::formats", "an object without faces, with its attributes"),
                      shapeless);
        ExportReport report;
        report.objects = static_cast<qint64>(m_mesh.objects().size());
        report.dropped = m_dropped.take();
        report.files = files;
        if (m_options.progress) {
            m_options.progress(1);
        }
        return report;
    }

    const std::vector<ImageFile> &images() const { return m_images; }
    DroppedList &dropped() { return m_dropped; }

private:
    static std::vector<bool> usable(const std::vector<ImageFile> &images)
    {
        std::vector<bool> found;
        for (const ImageFile &image : images) {
            found.push_back(!image.path.isEmpty());
        }
        return found;
    }

    const CityModel &m_model;
    const ExportOptions &m_options;
    QString m_path;
    DroppedList m_dropped;
    std::vector<ImageFile> m_images;
    MeshFrame m_frame;
    SurfaceWalk m_walk;
    GltfMesh m_mesh;
};

} // namespace

Result<ExportReport> writeGlb(const CityModel &model, const QString &path, const ExportOptions &options)
{
    SceneOfModel scene(model, options, path);
    LOCI_CHECK(scene.fill());
    GltfBuffer buffer;
    const std::string json = scene.json(
        buffer,
        [&scene](std::uint32_t texture, GltfBuffer &into) { return embeddedImage(scene.images()[texture], into); }, {});
    const std::string bytes = glbBytes(json, buffer.bytes());
    if (bytes.empty()) {
        return cannotWrite(path, QCoreApplication::translate(
                                     "loci::formats", "a GLB file ends at 4 GiB; choose a smaller part or 3D Tiles"));
    }
    QSaveFile file(path);
    LOCI_CHECK(writeBytes(file, bytes, options.cancel));
    if (!file.commit()) {
        return cannotWrite(path, file.errorString());
    }
    return scene.report({path});
}

Result<ExportReport> writeGltf(const CityModel &model, const QString &path, const ExportOptions &options)
{
    SceneOfModel scene(model, options, path);
    LOCI_CHECK(scene.fill());
    DroppedList ofCopies; // the scene has said which images are missing
    ImageCopies copies(model, path, ofCopies);
    const QFileInfo info(path);
    const QString binary = info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".bin");
    GltfBuffer buffer;
    const std::string json = scene.json(
        buffer,
        [&copies](std::uint32_t texture, GltfBuffer &) {
            const QByteArray uri = QUrl::toPercentEncoding(QString::fromStdString(copies.pathOf(texture)), "/");
            return "{\"uri\":" + jsonString(uri.toStdString()) + '}';
        },
        QUrl::toPercentEncoding(QFileInfo(binary).fileName()).toStdString());
    QSaveFile bin(binary), file(path);
    LOCI_CHECK(writeBytes(bin, buffer.bytes(), options.cancel));
    LOCI_CHECK(writeBytes(file, json, options.cancel));
    LOCI_CHECK(copies.copy(options.cancel));
    const bool hadBinary = QFileInfo::exists(binary);
    if (!bin.commit()) {
        return cannotWrite(binary, bin.errorString());
    }
    if (!file.commit()) {
        if (!hadBinary) {
            QFile::remove(binary);
        }
        return cannotWrite(path, file.errorString());
    }
    return scene.report(QStringList{path, binary} + copies.keep());
}

} // namespace loci::formats
