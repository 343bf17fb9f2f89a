// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/map/qgisruntime.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/theme.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"
#include "widgets/scene/surfaceformat.h"
#endif

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <vector>

// Opens a city model in the real window, looks straight down on buildings all over it and clicks each: what the click
// selects must be what stands there by the outlines. Usage: bench_window MODEL [CLICKS]. Needs a display.

using namespace loci;

namespace {

constexpr int kPatience = 1'800'000; // ms: a gigabyte of JSON on a busy computer

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

Vec2 middleOf(const city::Footprint &outline)
{
    Vec2 sum{0, 0};
    const auto &ring = outline.polygons.front().front();
    for (const Vec2 &corner : ring) {
        sum.x += corner.x / static_cast<double>(ring.size());
        sum.y += corner.y / static_cast<double>(ring.size());
    }
    return sum;
}

/// A building with a simple outline whose middle lies inside it, from the `share` of the list on.
const city::Footprint *buildingFrom(const std::vector<city::Footprint> &outlines, const city::CityModel &model,
                                    double share)
{
    const auto from = static_cast<std::size_t>(share * static_cast<double>(outlines.size()));
    for (std::size_t i = from; i < outlines.size(); ++i) {
        const auto &polygons = outlines[i].polygons;
        if (model.typeOf(outlines[i].object) == "Building" && polygons.size() == 1 && polygons.front().size() == 1 &&
            polygons.front().front().size() == 4) {
            return &outlines[i];
        }
    }
    return nullptr;
}

struct Clicks
{
    std::vector<double> milliseconds;
    int right = 0, wrong = 0, none = 0;
};

bool isUnder(const city::CityModel &model, std::uint32_t object, std::uint32_t building)
{
    while (object != building && model.objectParent[object] != city::kNone) {
        object = model.objectParent[object];
    }
    return object == building;
}

Clicks clickAll(app::MainWindow &window, const app::Services &services, int count)
{
    Clicks clicks;
    const auto entry = services.cities.entries().front();
    widgets::SceneView &scene = window.scene();
    for (int i = 0; i < count; ++i) {
        const city::Footprint *building = buildingFrom(entry.footprints, *entry.model, (i + 0.5) / count);
        if (building == nullptr) {
            continue;
        }
        const Vec2 middle = middleOf(*building);
        const Vec3 focus{middle.x, middle.y, building->groundHeight};
        scene.setCamera({{focus.x, focus.y - 1, building->roofHeight + 60}, focus}, false);
        (void)QTest::qWaitFor([&] { return scene.isIdle(); }, kPatience);
        services.selection.clear();
        const QPoint at = scene.rect().center();
        QWidget *canvas = scene.childAt(at);
        QElapsedTimer clock;
        clock.start();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->mapFrom(&scene, at));
        (void)QTest::qWaitFor([&] { return !services.selection.things().empty(); }, 10'000);
        clicks.milliseconds.push_back(double(clock.nsecsElapsed()) / 1e6);
        const auto picked = scene.pick(at);
        if (services.selection.things().empty() || !picked) {
            ++clicks.none;
        } else {
            ++(isUnder(*entry.model, picked->object, building->object) ? clicks.right : clicks.wrong);
        }
    }
    return clicks;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::printf("usage: bench_window MODEL [CLICKS]\n");
        return 2;
    }
    widgets::prepareSceneSurfaces();
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    auto qgis = map::QgisRuntime::start(folder.filePath(QStringLiteral("profile")));
    auto rooms = app::Rooms::start(folder.filePath(QStringLiteral("profile")));
    if (!qgis || !rooms) {
        return 3;
    }
    widgets::applyTheme(*qApp, widgets::ThemeMode::Light);
    const app::Services &services = (*rooms)->services();
    app::MainWindow window((*rooms)->services());
    window.resize(1280, 800);
    if (!services.host.openUntitled(true)) {
        return 3;
    }
    window.showWelcome(false);
    window.show();
    QElapsedTimer clock;
    clock.start();
    services.cities.addModel(QString::fromLocal8Bit(argv[1]));
    const bool opened = QTest::qWaitFor(
        [&] {
            const auto entries = services.cities.entries();
            return !entries.empty() && entries.front().model != nullptr && window.isSettled();
        },
        kPatience);
    if (!opened) {
        std::printf("not opened\n");
        return 3;
    }
    std::printf("opened and settled: %.1f s, %u objects\n", double(clock.elapsed()) / 1000,
                services.cities.entries().front().model->objectCount());
    const Clicks clicks = clickAll(window, services, argc > 2 ? std::atoi(argv[2]) : 40);
    std::printf(
        "clicks: %d right, %d wrong, %d nothing; median %.1f ms, slowest %.1f ms\n", clicks.right, clicks.wrong,
        clicks.none, median(clicks.milliseconds),
        clicks.milliseconds.empty() ? 0.0 : *std::max_element(clicks.milliseconds.begin(), clicks.milliseconds.end()));
    window.close();
    return clicks.wrong + clicks.none == 0 ? 0 : 1;
}
