// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rendermapverb.h"

#include "app/cli/drawinputs.h"
#include "app/cli/numbers.h"
#include "layers/domain/city/mesh.h"
#include "layers/formats/modelreader.h"
#include "layers/map/mapimage.h"
#include "layers/map/qgisruntime.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>

namespace loci::cli {

namespace {

constexpr int kLargest = 16384; // pixels a side

QString text(const char *source)
{
    return QCoreApplication::translate("Cli", source);
}

Result<QSize> readSize(const QString &value)
{
    const QStringList parts = value.toLower().split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 16 || size.height() < 16 || size.width() > kLargest ||
        size.height() > kLargest) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--size wants WIDTHxHEIGHT in pixels, for example "
                                                                    "1600x1000; \"%1\" is not that."))
                                          .arg(value));
    }
    return size;
}

Result<Box3> readExtent(const QString &value)
{
    const std::vector<double> numbers = readNumbers(value, 4);
    if (numbers.empty() || numbers[0] >= numbers[2] || numbers[1] >= numbers[3]) {
        return fail(ErrorCode::Usage, text(QT_TRANSLATE_NOOP("Cli", "--extent wants four numbers, xmin,ymin,xmax,ymax; "
                                                                    "\"%1\" is not that."))
                                          .arg(value));
    }
    Box3 box;
    box.include(Vec3{numbers[0], numbers[1], 0});
    box.include(Vec3{numbers[2], numbers[3], 0});
    return box;
}

Result<> addOutlines(map::MapImage &image, const DrawnModel &drawn, const CancelToken &cancel)
{
    LOCI_TRY(const std::vector<city::Footprint> outlines, city::footprints(*drawn.model, cancel));
    image.addCity(drawn.name, *drawn.model, outlines);
    return {};
}

/// What a workspace shows: its layers with their styles, and the outlines of its city models.
Result<> addWorkspace(map::MapImage &image, const QString &path, const Call &call, Findings &findings)
{
    LOCI_TRY(const auto opened, openForDrawing(path));
    const Findings closed = image.addDocuments(QFileInfo(opened->path()).absolutePath(),
                                               [&opened](const QString &key) { return opened->document(key); });
    findings.insert(findings.end(), closed.begin(), closed.end());
    LOCI_TRY(const std::vector<DrawnModel> models, shownModels(*opened, call, findings));
    for (const DrawnModel &model : models) {
        LOCI_CHECK(addOutlines(image, model, call.cancel));
    }
    return {};
}

/// One input onto the map: a workspace, a city model by its outlines, everything else as map layers.
Result<> addInput(map::MapImage &image, const QString &input, const Call &call, Findings &findings)
{
    if (isWorkspaceFile(input)) {
        return addWorkspace(image, input, call, findings);
    }
    if (formats::isCityModel(input)) {
        LOCI_TRY(const DrawnModel drawn, readDrawn(input, call, findings));
        return addOutlines(image, drawn, call.cancel);
    }
    LOCI_TRY(const Findings found, image.addFile(input, call.cancel));
    findings.insert(findings.end(), found.begin(), found.end());
    return {};
}

Result<Answer> run(const Call &call)
{
    QElapsedTimer clock;
    clock.start();
    LOCI_TRY(const QSize size, readSize(call.options.value(QStringLiteral("size"), QStringLiteral("1600x1000"))));
    const QString theme = call.options.value(QStringLiteral("theme"), QStringLiteral("light"));
    if (theme != QLatin1String("light") && theme != QLatin1String("dark")) {
        return fail(ErrorCode::Usage,
                    text(QT_TRANSLATE_NOOP("Cli", "--theme is light or dark, not \"%1\".")).arg(theme));
    }
    LOCI_TRY(const auto runtime,
             map::QgisRuntime::start(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                     QStringLiteral("/qgis")));
    Answer answer;
    map::MapImage image;
    image.setDark(theme == QLatin1String("dark"));
    if (call.options.contains(QStringLiteral("crs"))) {
        LOCI_CHECK(image.setCrs(call.options[QStringLiteral("crs")]));
    }
    if (call.options.contains(QStringLiteral("extent"))) {
        LOCI_TRY(const Box3 extent, readExtent(call.options[QStringLiteral("extent")]));
        image.setExtent(extent);
    }
    for (const QString &input : call.arguments.first(call.arguments.size() - 1)) {
        if (call.note) {
            call.note(text(QT_TRANSLATE_NOOP("Cli", "Read %1...")).arg(input));
        }
        LOCI_CHECK(addInput(image, input, call, answer.findings));
    }
    LOCI_TRY(const QImage picture, image.draw(size));
    const QString out = call.arguments.last();
    if (!picture.save(out, "PNG")) {
        return fail(ErrorCode::NotWritable, text(QT_TRANSLATE_NOOP("Cli", "%1 cannot be written.")).arg(out));
    }
    const double seconds = static_cast<double>(clock.elapsed()) / 1000;
    answer.json = {{QStringLiteral("width"), size.width()},
                   {QStringLiteral("height"), size.height()},
                   {QStringLiteral("seconds"), seconds},
                   {QStringLiteral("layers"), image.layers()}};
    answer.text = text(QT_TRANSLATE_NOOP("Cli", "%1: %2 layers, %3 s"))
                      .arg(out)
                      .arg(image.layers().size())
                      .arg(seconds, 0, 'f', 1);
    return answer;
}

} // namespace

VerbSpec renderMapVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("render-map");
    verb.usage = QStringLiteral(
        "render-map INPUT... OUT.png [--size WxH] [--extent a,b,c,d] [--crs EPSG:n] [--theme light|dark]");
    verb.summary =
        text(QT_TRANSLATE_NOOP("Cli", "Draws the map of workspaces, layers and city models into a PNG file."));
    verb.valueOptions = {QStringLiteral("size"), QStringLiteral("extent"), QStringLiteral("crs"),
                         QStringLiteral("theme")};
    verb.minArguments = 2;
    verb.maxArguments = -1;
    verb.needsDisplay = true;
    verb.run = run;
    return verb;
}

} // namespace loci::cli
