// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rendersceneverb.h"

#include "app/cli/drawinputs.h"
#include "app/cli/numbers.h"
#include "layers/scene/sceneimage.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimeZone>

namespace loci::cli {

namespace {

constexpr int kLargest = 32768; // pixels a side; larger than the graphics card allows is drawn in parts

QString text(const char *source)
{
    return QCoreApplication::translate("Cli", source);
}

Result<> readSize(const QString &value, scene::ImageRequest &request)
{
    const QStringList parts = value.toLower().split(QLatin1Char('x'));
    bool wideOk = false;
    bool highOk = false;
    const int wide = parts.value(0).toInt(&wideOk);
    const int high = parts.value(1).toInt(&highOk);
    if (parts.size() != 2 || !wideOk || !highOk || wide < 16 || high < 16 || wide > kLargest || high > kLargest) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--size wants WIDTHxHEIGHT in pixels, for example "
                                                                    "1600x1000; \"%1\" is not that."))
                                          .arg(value));
    }
    request.width = wide;
    request.height = high;
    return {};
}

Result<> readCamera(const QString &value, scene::ImageRequest &request)
{
    const std::vector<double> numbers = readNumbers(value, 6);
    if (numbers.empty()) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--camera wants six numbers: the position and the "
                                                                    "focus, px,py,pz,fx,fy,fz; \"%1\" is not that."))
                                          .arg(value));
    }
    request.camera = scene::Camera{{numbers[0], numbers[1], numbers[2]}, {numbers[3], numbers[4], numbers[5]}};
    return {};
}

Result<int> readFrames(const Call &call, const QString &option)
{
    constexpr int kMost = 10000;
    bool ok = false;
    const int frames = call.options.value(option).toInt(&ok);
    if (!ok || frames < 2 || frames > kMost) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--%1 wants a number of pictures from 2 to %2; "
                                                                    "\"%3\" is not one."))
                                          .arg(option)
                                          .arg(kMost)
                                          .arg(call.options.value(option)));
    }
    return frames;
}

Result<> readPath(const Call &call, scene::ImageRequest &request)
{
    if (call.options.contains(QStringLiteral("orbit"))) {
        LOCI_TRY(request.orbit, readFrames(call, QStringLiteral("orbit")));
    }
    if (!call.options.contains(QStringLiteral("path"))) {
        return {};
    }
    for (const QString &stop : call.options[QStringLiteral("path")].split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        scene::ImageRequest one;
        LOCI_CHECK(readCamera(stop, one));
        request.stops.push_back(*one.camera);
    }
    if (request.stops.size() < 2 || request.orbit > 0) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--path wants two or more cameras between "
                                                                    "semicolons, and no --orbit.")));
    }
    request.frames = 120;
    if (call.options.contains(QStringLiteral("frames"))) {
        LOCI_TRY(request.frames, readFrames(call, QStringLiteral("frames")));
    }
    return {};
}

Result<> readHeights(const QString &value, scene::SceneCut &cut)
{
    const std::vector<double> numbers = readNumbers(value, 2);
    if (numbers.empty() || numbers[0] >= numbers[1]) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--heights wants two heights, the lower one first, "
                                                                    "for example 0,12.5; \"%1\" is not that."))
                                          .arg(value));
    }
    cut.lowest = numbers[0];
    cut.highest = numbers[1];
    return {};
}

Result<> readSection(const QString &value, scene::SceneCut &cut)
{
    const std::vector<double> numbers = readNumbers(value, 3);
    if (numbers.empty()) {
        return fail(ErrorCode::Usage,
                    text(QT_TRANSLATE_NOOP("Cli", "--section wants a place and the direction in which "
                                                  "one looks, x,y,degrees; \"%1\" is not that."))
                        .arg(value));
    }
    cut.section = scene::SectionPlane{{numbers[0], numbers[1], 0}, numbers[2]};
    return {};
}

Result<> readBox(const QString &value, scene::SceneCut &cut)
{
    const std::vector<double> n = readNumbers(value, 6);
    if (n.empty() || n[0] >= n[3] || n[1] >= n[4] || n[2] >= n[5]) {
        return fail(ErrorCode::Usage,
                    text(QT_TRANSLATE_NOOP("Cli", "--clip-box wants six numbers, "
                                                  "xmin,ymin,zmin,xmax,ymax,zmax; \"%1\" is not that."))
                        .arg(value));
    }
    Box3 box;
    box.include(Vec3{n[0], n[1], n[2]});
    box.include(Vec3{n[3], n[4], n[5]});
    cut.box = box;
    return {};
}

Result<> readCut(const Call &call, scene::SceneCut &cut)
{
    if (call.options.contains(QStringLiteral("heights"))) {
        LOCI_CHECK(readHeights(call.options[QStringLiteral("heights")], cut));
    }
    if (call.options.contains(QStringLiteral("section"))) {
        LOCI_CHECK(readSection(call.options[QStringLiteral("section")], cut));
    }
    if (call.options.contains(QStringLiteral("clip-box"))) {
        LOCI_CHECK(readBox(call.options[QStringLiteral("clip-box")], cut));
    }
    if (cut.section && cut.box) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "Give either --section or --clip-box, not both.")));
    }
    if (call.options.contains(QStringLiteral("terrain-opacity"))) {
        const QString value = call.options[QStringLiteral("terrain-opacity")];
        const std::vector<double> numbers = readNumbers(value, 1);
        if (numbers.empty() || numbers[0] < 0 || numbers[0] > 1) {
            return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--terrain-opacity wants a number from 0 to 1; "
                                                                        "\"%1\" is not one."))
                                              .arg(value));
        }
        cut.terrainOpacity = numbers[0];
    }
    return {};
}

Result<scene::ImageRequest> readRequest(const Call &call)
{
    scene::ImageRequest request;
    if (call.options.contains(QStringLiteral("size"))) {
        LOCI_CHECK(readSize(call.options[QStringLiteral("size")], request));
    }
    if (call.options.contains(QStringLiteral("camera"))) {
        LOCI_CHECK(readCamera(call.options[QStringLiteral("camera")], request));
    }
    LOCI_CHECK(readCut(call, request.cut));
    LOCI_CHECK(readPath(call, request));
    request.shadows = call.options.contains(QStringLiteral("shadows"));
    request.edges = !call.options.contains(QStringLiteral("no-edges"));
    request.lod = call.options.value(QStringLiteral("lod"));
    request.colourBy = call.options.value(QStringLiteral("colour-by"));
    if (const QString sun = call.options.value(QStringLiteral("sun")); !sun.isEmpty()) {
        QDateTime when = QDateTime::fromString(sun, Qt::ISODate);
        if (!when.isValid()) {
            return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--sun wants a time such as "
                                                                        "2026-03-21T12:00:00Z; \"%1\" is not one."))
                                              .arg(sun));
        }
        if (when.timeSpec() == Qt::LocalTime) {
            when.setTimeSpec(Qt::UTC); // times of the command line are UTC unless they say otherwise
        }
        request.sun = when;
    }
    const QString theme = call.options.value(QStringLiteral("theme"), QStringLiteral("light"));
    if (theme == QLatin1String("dark")) {
        request.theme = scene::Theme::Dark;
        request.accent = {45, 212, 191};
    } else if (theme != QLatin1String("light")) {
        return fail(ErrorCode::Usage,
                    text(QT_TRANSLATE_NOOP("Cli", "--theme is light or dark, not \"%1\".")).arg(theme));
    }
    return request;
}

QJsonArray toJson(const Vec3 &v)
{
    return {v.x, v.y, v.z};
}

/// A city model, or those that a workspace shows.
Result<std::vector<DrawnModel>> readInput(const QString &input, const Call &call, Findings &findings)
{
    if (isWorkspaceFile(input)) {
        LOCI_TRY(const auto opened, openForDrawing(input));
        return shownModels(*opened, call, findings);
    }
    std::vector<DrawnModel> one;
    LOCI_TRY(DrawnModel drawn, readDrawn(input, call, findings));
    one.push_back(std::move(drawn));
    return one;
}

Result<Answer> run(const Call &call)
{
    QElapsedTimer clock;
    clock.start();
    LOCI_TRY(scene::ImageRequest request, readRequest(call));
    const QString out = call.arguments.last();
    Answer answer;
    bool hasColours = request.colourBy.isEmpty() || request.colourBy == QLatin1String(scene::Colouring::kTexture) ||
                      request.colourBy == QLatin1String(scene::Colouring::kPlain);
    for (const QString &input : call.arguments.first(call.arguments.size() - 1)) {
        if (call.note) {
            call.note(text(QT_TRANSLATE_NOOP("Cli", "Read %1...")).arg(input));
        }
        LOCI_TRY(const std::vector<DrawnModel> models, readInput(input, call, answer.findings));
        for (const DrawnModel &drawn : models) {
            hasColours = hasColours || drawn.model->attributes.find(request.colourBy.toStdString()) != nullptr;
            request.models.push_back(drawn.model);
        }
    }
    if (!hasColours) {
        return fail(
            ErrorCode::Usage,
            text(QT_TRANSLATE_NOOP("Cli", "No object has an attribute \"%1\" to colour by.")).arg(request.colourBy));
    }
    LOCI_TRY(const scene::ImageAnswer drawn, scene::renderImage(request, out, call.cancel));
    answer.findings.insert(answer.findings.end(), drawn.findings.begin(), drawn.findings.end());
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    answer.json = {{QStringLiteral("width"), request.width},
                   {QStringLiteral("height"), request.height},
                   {QStringLiteral("seconds"), seconds},
                   {QStringLiteral("drawn"), QJsonObject{{QStringLiteral("objects"), qint64(drawn.drawn.objects)},
                                                         {QStringLiteral("triangles"), qint64(drawn.drawn.triangles)}}},
                   {QStringLiteral("camera"), QJsonObject{{QStringLiteral("position"), toJson(drawn.camera.position)},
                                                          {QStringLiteral("focus"), toJson(drawn.camera.focus)}}}};
    answer.text = text(QT_TRANSLATE_NOOP("Cli", "%1: %2 objects, %3 triangles, %4 s"))
                      .arg(out)
                      .arg(drawn.drawn.objects)
                      .arg(drawn.drawn.triangles)
                      .arg(seconds, 0, 'f', 1);
    return answer;
}

} // namespace

VerbSpec renderSceneVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("render-scene");
    verb.usage = QStringLiteral("render-scene INPUT... OUT.png [--size WxH] [--lod L] [--colour-by FIELD] "
                                "[--camera px,py,pz,fx,fy,fz] [--sun ISO-time] [--shadows] "
                                "[--no-edges] [--orbit FRAMES] [--path CAMERA;CAMERA... [--frames N]] [--heights "
                                "z1,z2] [--section x,y,degrees] "
                                "[--clip-box x1,y1,z1,x2,y2,z2] [--terrain-opacity 0..1] [--theme light|dark]");
    verb.summary = text(QT_TRANSLATE_NOOP("Cli", "Draws workspaces and city models in 3D into a PNG file."));
    verb.valueOptions = {QStringLiteral("size"),    QStringLiteral("lod"),      QStringLiteral("colour-by"),
                         QStringLiteral("camera"),  QStringLiteral("sun"),      QStringLiteral("heights"),
                         QStringLiteral("section"), QStringLiteral("clip-box"), QStringLiteral("terrain-opacity"),
                         QStringLiteral("theme"),   QStringLiteral("orbit"),    QStringLiteral("path"),
                         QStringLiteral("frames")};
    verb.flags = {QStringLiteral("shadows"), QStringLiteral("no-edges")};
    verb.minArguments = 2;
    verb.maxArguments = -1;
    verb.needsDisplay = true;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
