// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rendersceneverb.h"

#include "layers/formats/modelreader.h"
#include "layers/scene/sceneimage.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimeZone>

namespace loci::cli {

namespace {

constexpr int kLargest = 16384; // pixels a side

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
    std::vector<double> numbers;
    for (const QString &part : value.split(QLatin1Char(','))) {
        bool ok = false;
        numbers.push_back(part.trimmed().toDouble(&ok));
        if (!ok || !std::isfinite(numbers.back())) {
            numbers.clear();
            break;
        }
    }
    if (numbers.size() != 6) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--camera wants six numbers: the position and the "
                                                                    "focus, px,py,pz,fx,fy,fz; \"%1\" is not that."))
                                          .arg(value));
    }
    request.camera = scene::Camera{{numbers[0], numbers[1], numbers[2]}, {numbers[3], numbers[4], numbers[5]}};
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

Result<Answer> run(const Call &call)
{
    QElapsedTimer clock;
    clock.start();
    LOCI_TRY(scene::ImageRequest request, readRequest(call));
    const QString out = call.arguments.last();
    Answer answer;
    bool hasColours = request.colourBy.isEmpty() || request.colourBy == QLatin1String(scene::Colouring::kTexture);
    for (const QString &input : call.arguments.first(call.arguments.size() - 1)) {
        if (call.note) {
            call.note(text(QT_TRANSLATE_NOOP("Cli", "Read %1...")).arg(input));
        }
        LOCI_TRY(formats::LoadedModel loaded, formats::readModel(input, call.cancel));
        hasColours = hasColours || loaded.value->attributes.find(request.colourBy.toStdString()) != nullptr;
        request.models.push_back(std::move(loaded.value));
        answer.findings.insert(answer.findings.end(), loaded.findings.begin(), loaded.findings.end());
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
                                "[--camera px,py,pz,fx,fy,fz] [--sun ISO-time] [--theme light|dark]");
    verb.summary = text(QT_TRANSLATE_NOOP("Cli", "Draws city models in 3D into a PNG file."));
    verb.valueOptions = {QStringLiteral("size"),   QStringLiteral("lod"), QStringLiteral("colour-by"),
                         QStringLiteral("camera"), QStringLiteral("sun"), QStringLiteral("theme")};
    verb.minArguments = 2;
    verb.maxArguments = -1;
    verb.needsDisplay = true;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
