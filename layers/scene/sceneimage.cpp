// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/sceneimage.h"

#include "layers/scene/sceneplace.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>
#include <vtkPointData.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <QCoreApplication>
#include <QFile>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentMap>

namespace loci::scene {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Scene", source);
}

Result<> writePng(vtkRenderWindow *window, const QString &path)
{
    const int *size = window->GetSize();
    vtkNew<vtkUnsignedCharArray> pixels;
    vtkNew<vtkImageData> image;
    image->SetDimensions(size[0], size[1], 1);
    const vtkIdType count = static_cast<vtkIdType>(size[0]) * size[1];
    if (window->GetPixelData(0, 0, size[0] - 1, size[1] - 1, 0, pixels) == 0 ||
        pixels->GetNumberOfValues() != 3 * count) {
        return fail(
            ErrorCode::Internal, text(QT_TRANSLATE_NOOP("Scene", "The 3D picture could not be drawn.")),
            QStringLiteral("GetPixelData gave %1 values for %2 pixels").arg(pixels->GetNumberOfValues()).arg(count));
    }
    pixels->SetNumberOfComponents(3);
    image->GetPointData()->SetScalars(pixels);
    vtkNew<vtkPNGWriter> writer;
    writer->SetInputData(image);
    writer->WriteToMemoryOn();
    writer->Write();
    vtkUnsignedCharArray *bytes = writer->GetResult();
    QFile file(path);
    if (!bytes || !file.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::NotWritable,
                    text(QT_TRANSLATE_NOOP("Scene", "The picture \"%1\" cannot be written: %2."))
                        .arg(path, file.errorString()));
    }
    const qint64 length = bytes->GetNumberOfValues();
    if (file.write(reinterpret_cast<const char *>(bytes->GetPointer(0)), length) != length || !file.flush()) {
        return fail(ErrorCode::NotWritable,
                    text(QT_TRANSLATE_NOOP("Scene", "The picture \"%1\" could not be written completely: %2."))
                        .arg(path, file.errorString()));
    }
    return {};
}

} // namespace

Result<> addModelNow(CityScene &scene, const QString &id, city::CityModelPtr model, const ModelStyle &style,
                     const QString &lod, Findings *findings, const CancelToken &cancel)
{
    scene.addModel(id, model, style);
    TileOptions options;
    options.lod = lod;
    std::shared_ptr<const TextureSet> textures;
    if (style.colourBy == QLatin1String(Colouring::kTexture) && !model->geometry.textureThemes.empty()) {
        options.textureTheme = model->geometry.textureThemes.front().name;
        textures = loadTextures(*model, cancel);
        if (findings) {
            findings->insert(findings->end(), textures->findings.begin(), textures->findings.end());
        }
    }
    using Built = Result<std::shared_ptr<const TileMesh>>;
    const std::vector<TilePlan> plans = planTiles(*model, options, cancel);
    const auto built = QtConcurrent::blockingMapped<std::vector<std::shared_ptr<Built>>>(
        plans, [&](const TilePlan &plan) { return std::make_shared<Built>(buildTile(*model, plan, options, cancel)); });
    for (const auto &tile : built) {
        if (!*tile) {
            return fail(tile->error());
        }
        scene.addTile(id, **tile, textures);
    }
    scene.updateGround();
    return {};
}

bool applySun(CityScene &scene, EpsgCode crs, const QDateTime &when)
{
    const Box3 box = scene.extent();
    const auto reference = geoReference(crs, box.isEmpty() ? scene.origin() : box.centre());
    if (!reference) {
        return false;
    }
    const sun::SolarPosition position = sun::solarPosition(when, reference->place);
    scene.setSun(position.elevation, position.azimuth + reference->trueNorth);
    return true;
}

Result<ImageAnswer> renderImage(const ImageRequest &request, const QString &pngPath, const CancelToken &cancel)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY")) {
        return fail(
            ErrorCode::NotReadable,
            text(QT_TRANSLATE_NOOP("Scene", "Drawing the 3D view needs an X display, and there is none. Run the "
                                            "command with xvfb-run.")));
    }
    ImageAnswer answer;
    CityScene scene;
    vtkNew<vtkRenderWindow> window;
    window->SetOffScreenRendering(1);
    window->SetMultiSamples(0);
    window->SetSize(request.width, request.height);
    window->AddRenderer(scene.renderer());
    scene.setTheme(request.theme, request.accent);
    for (std::size_t i = 0; i < request.models.size(); ++i) {
        LOCI_CHECK(addModelNow(scene, QString::number(i), request.models[i],
                               {.visible = true, .opacity = 1, .colourBy = request.colourBy}, request.lod,
                               &answer.findings, cancel));
    }
    if (request.sun && !request.models.empty() && !applySun(scene, request.models.front()->crs, *request.sun)) {
        answer.findings.push_back({.severity = Severity::Warning,
                                   .code = QStringLiteral("unknown_place"),
                                   .object = {},
                                   .where = QStringLiteral("/metadata/referenceSystem"),
                                   .message = text(QT_TRANSLATE_NOOP(
                                       "Scene", "The model does not say where on the earth it lies, so the sun of that "
                                                "time cannot be computed."))});
    }
    std::vector<ObjectKey> selected;
    for (const auto &[model, object] : request.selected) {
        selected.push_back({QString::number(model), object, city::kNone});
    }
    scene.setSelected(selected);
    scene.setCamera(
        request.camera.value_or(scene.homeCamera(static_cast<double>(request.width) / std::max(1, request.height))));
    scene.prepareFrame(request.width, request.height, Quality::Picture);
    window->Render();
    answer.drawn = scene.drawn();
    answer.camera = scene.camera();
    const Result<> written = writePng(window, pngPath);
    window->RemoveRenderer(scene.renderer());
    LOCI_CHECK(written);
    return answer;
}

} // namespace loci::scene
