// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goals C1 (the canvas's painter against a bare QGIS job) and C2 (second drawing, nothing changed, against the first)
// of the quality goals, with 1, 5 and 20 layers of the sample city at 1920 x 1080.   bench_map C1|C2 [folder for the
// data]
#include "layers/formats/samplewriter.h"
#include "layers/map/mapdocument.h"
#include "layers/map/qgisruntime.h"
#include "tests/support/testenvironment.h"
#include "widgets/map/mappainter.h"

#include <qgsmaplayer.h>
#include <qgsmaprendererparalleljob.h>
#include <qgsmapsettings.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace loci;
using widgets::MapPainter;
using widgets::MapViewport;

namespace {

constexpr int kRepetitions = 7;
const QSize kSize(1920, 1080);

/// The base layers of the sample city in front of everything, repeated with other styles' draw order until there are
/// as many as wanted: clones of a layer share nothing that is drawn.
QList<QgsMapLayer *> layersOf(const map::MapDocument &document, int count)
{
    const QList<QgsMapLayer *> originals = document.visibleLayers();
    QList<QgsMapLayer *> layers;
    for (int i = 0; i < count && !originals.isEmpty(); ++i) {
        QgsMapLayer *original = originals.at(i % originals.size());
        layers << (i < originals.size() ? original : original->clone());
    }
    return layers;
}

bool open(map::MapDocument &document, const QStringList &files)
{
    QEventLoop loop;
    int left = 0;
    for (const QString &file : files) {
        ++left;
        map::SourceSpec source;
        source.path = file;
        document.addSource(source, [&](const Result<Loaded<QStringList>> &result) {
            if (!result) {
                std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
            }
            if (--left == 0) {
                loop.quit();
            }
        });
    }
    if (left > 0) {
        loop.exec();
    }
    return !document.visibleLayers().isEmpty();
}

/// Milliseconds until the last picture of a view is there.
double paint(MapPainter &painter, const MapViewport &view, const QList<QgsMapLayer *> &layers)
{
    QEventLoop loop;
    QObject::connect(&painter, &MapPainter::finished, &loop, &QEventLoop::quit);
    QElapsedTimer clock;
    clock.start();
    painter.paint(view, 1.0, layers);
    loop.exec();
    const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    painter.cancel(); // no picture of the surroundings while the other is measured
    return ms;
}

/// The same by QGIS alone.
double bare(const QgsMapSettings &settings, QImage &image)
{
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    QgsMapRendererParallelJob job(settings);
    QObject::connect(&job, &QgsMapRendererJob::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    image = job.renderedImage();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// The same picture: no pixel differs by more than rounding where half-covered edges are composed in another order.
bool agree(const QImage &a, const QImage &b, const char *what)
{
    constexpr int kRounding = 3;
    if (a.size() != b.size() || a.isNull()) {
        std::fprintf(stderr, "%s: %dx%d and %dx%d\n", what, a.width(), a.height(), b.width(), b.height());
        return false;
    }
    int different = 0;
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int d =
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
            different += d > kRounding ? 1 : 0;
            most = std::max(most, d);
        }
    }
    if (different > 0) {
        std::fprintf(stderr, "%s: %d pixels differ, by up to %d\n", what, different, most);
    }
    return different == 0;
}

void print(const char *goal, double ours, double peer, const char *peerName, qsizetype layers)
{
    std::printf("{\"goal\":\"%s\",\"ours\":%.3f,\"peer\":%.3f,\"unit\":\"ms\",\"peerName\":\"%s\",\"n\":%d}\n", goal,
                ours, peer, peerName, static_cast<int>(layers));
    std::fflush(stdout);
}

int measure(const QString &goal, map::MapDocument &document)
{
    const QgsRectangle full = document.fullExtent();
    Box3 box;
    box.include(Vec3{full.xMinimum(), full.yMinimum(), 0});
    box.include(Vec3{full.xMaximum(), full.yMaximum(), 0});
    MapViewport view;
    view.size = kSize;
    view = view.showing(box);
    for (const int count : {1, 5, 20}) {
        const QList<QgsMapLayer *> layers = layersOf(document, count);
        MapPainter painter(document.project());
        painter.setGround(Qt::white);
        const QgsMapSettings settings = MapPainter::settingsFor(document.project(), view.extent(), kSize, 1.0, layers,
                                                                Qt::white, document.project().crs());
        QImage image;
        paint(painter, view, layers); // files into the page cache, threads started
        bare(settings, image);
        if (!agree(painter.picture().image, image, "first picture")) {
            painter.picture().image.save(QDir::temp().filePath(QStringLiteral("bench_map_ours.png")));
            image.save(QDir::temp().filePath(QStringLiteral("bench_map_bare.png")));
            return 1;
        }
        for (int i = 0; i < kRepetitions; ++i) {
            painter.forget(nullptr);
            if (goal == QLatin1String("C1")) {
                const double ours = paint(painter, view, layers);
                print("C1", ours, bare(settings, image), "bare QgsMapRendererParallelJob", layers.size());
            } else {
                const double first = paint(painter, view, layers);
                print("C2", paint(painter, view, layers), first, "first drawing", layers.size());
                if (!agree(painter.picture().image, image, "second picture")) {
                    return 1;
                }
            }
        }
        qDeleteAll(layers.mid(document.visibleLayers().size()));
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const test::TestEnvironment environment;
    QApplication application(argc, argv);
    const QString goal = application.arguments().value(1);
    if (goal != QLatin1String("C1") && goal != QLatin1String("C2")) {
        std::fprintf(stderr, "bench_map C1|C2 [folder for the data]\n");
        return 2;
    }
    const QTemporaryDir temporary;
    const QString folder = application.arguments().value(2, temporary.path());
    const auto sample = formats::writeSample(folder, {});
    auto runtime = map::QgisRuntime::start(temporary.filePath(QStringLiteral("profile")));
    if (!sample || !runtime) {
        std::fprintf(stderr, "%s\n", qPrintable(sample ? runtime.error().message : sample.error().message));
        return 1;
    }
    QStringList files;
    for (const QString &file : sample->files.mid(1)) {
        if (file.endsWith(QLatin1String(".gpkg")) || file.endsWith(QLatin1String(".geojson"))) {
            files << file;
        }
    }
    map::MapDocument document;
    if (!open(document, files)) {
        std::fprintf(stderr, "the sample city has no layers\n");
        return 1;
    }
    std::fprintf(stderr, "%d layers of %d files\n", static_cast<int>(document.visibleLayers().size()),
                 static_cast<int>(files.size()));
    return measure(goal, document);
}
