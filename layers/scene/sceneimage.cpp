// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/sceneimage.h"

#include "layers/scene/camerapath.h"
#include "layers/scene/sceneplace.h"

#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentMap>

namespace loci::scene {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Scene", source);
}

std::vector<Camera> camerasOf(const CityScene &scene, const ImageRequest &request)
{
    if (request.orbit > 0) {
        const Camera start = scene.camera();
        return orbitPath(
            start, scene.placeUnder({start.position, normalised(start.focus - start.position)}).value_or(start.focus),
            request.orbit);
    }
    return request.frames > 0 ? pathThrough(request.stops, request.frames) : std::vector<Camera>{scene.camera()};
}

QString frameName(const QString &pngPath, std::size_t number)
{
    const QFileInfo file(pngPath);
    return file.dir().filePath(
        QStringLiteral("%1-%2.png").arg(file.completeBaseName()).arg(number, 4, 10, QLatin1Char('0')));
}

Result<> drawFrames(CityScene &scene, vtkRenderWindow *window, const ImageRequest &request, const QString &pngPath,
                    ImageAnswer &answer, const CancelToken &cancel)
{
    const std::vector<Camera> cameras = camerasOf(scene, request);
    const bool many = request.orbit > 0 || request.frames > 0;
    const PictureOptions options{.width = request.width, .height = request.height, .shadows = request.shadows};
    for (std::size_t i = 0; i < cameras.size(); ++i) {
        scene.setCamera(cameras[i]);
        LOCI_TRY(const Picture picture, drawPicture(scene, window, options, cancel));
        answer.files.append(many ? frameName(pngPath, i + 1) : pngPath);
        LOCI_CHECK(writePng(picture, answer.files.last()));
        if (i == 0) {
            answer.drawn = scene.drawn();
            answer.camera = scene.camera();
        }
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
    window->SetSize(64, 64); // drawPicture() makes it as large as it must be
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
    scene.setCut(request.cut);
    scene.setEdgesShown(request.edges);
    const Result<> drawn = drawFrames(scene, window, request, pngPath, answer, cancel);
    window->RemoveRenderer(scene.renderer());
    LOCI_CHECK(drawn);
    return answer;
}

} // namespace loci::scene
