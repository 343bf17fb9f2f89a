// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goals B1 (batching), B3 (orbit), B4 (pick), B5 (recolour) of the quality goals, each as a ratio or a figure of one
// run on one computer. Needs an X display.   bench_scene [B1 | B4 | buildings of the orbit, default 100000]
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkCellPicker.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <random>

using namespace loci;
using namespace loci::scene;

namespace {

constexpr int kWidth = 1280, kHeight = 720;

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

double timed(const auto &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

vtkSmartPointer<vtkActor> mergedActor(const CityScene &city)
{
    vtkNew<vtkPoints> points;
    points->SetDataTypeToFloat();
    vtkNew<vtkCellArray> cells;
    cells->Use32BitStorage();
    vtkNew<vtkUnsignedCharArray> colours;
    colours->SetNumberOfComponents(4);
    for (const CityTile *tile : city.tiles()) {
        const TileMesh &mesh = tile->mesh();
        const vtkIdType first = points->GetNumberOfPoints();
        const Vec3 offset = mesh.origin - city.origin();
        for (vtkIdType i = 0; i < mesh.positions->GetNumberOfTuples(); ++i) {
            const float *p = mesh.positions->GetPointer(3 * i);
            points->InsertNextPoint(p[0] + offset.x, p[1] + offset.y, p[2] + offset.z);
        }
        for (vtkIdType t = 0; t < static_cast<vtkIdType>(mesh.triangleCount()); ++t) {
            const std::int32_t *c = mesh.triangles->GetPointer(3 * t);
            const vtkIdType corners[3]{first + c[0], first + c[1], first + c[2]};
            cells->InsertNextCell(3, corners);
            const Rgb colour = palette(Theme::Light)[mesh.surfaceClass[static_cast<std::size_t>(t)]];
            const unsigned char rgba[4]{colour.r, colour.g, colour.b, 255};
            colours->InsertNextTypedTuple(rgba);
        }
    }
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    data->SetPolys(cells);
    data->GetCellData()->SetScalars(colours);
    vtkNew<vtkPolyDataMapper> mapper;
    mapper->SetInputData(data);
    mapper->SetScalarModeToUseCellData();
    mapper->SetColorModeToDirectScalars();
    mapper->StaticOn();
    auto actor = vtkSmartPointer<vtkActor>::New();
    actor->SetMapper(mapper);
    return actor;
}

struct Stage
{
    vtkNew<vtkRenderWindow> window;
    CityScene city;

    explicit Stage(const test::GridCity &grid, const city::CityModelPtr &model)
    {
        Q_UNUSED(grid)
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(kWidth, kHeight);
        window->AddRenderer(city.renderer());
        const auto added = addModelNow(city, QStringLiteral("m"), model, {}, {});
        if (!added) {
            std::printf("cannot build: %s\n", qPrintable(added.error().detail));
        }
        city.setCamera(city.homeCamera(double(kWidth) / kHeight));
    }
    ~Stage() { window->RemoveRenderer(city.renderer()); }
};

void batching()
{
    const test::GridCity grid{.buildings = 10000};
    Stage stage(grid, test::gridCity(grid));
    stage.city.prepareFrame(kWidth, kHeight, Quality::Moving, 100'000'000);
    stage.city.renderer()->SetPass(nullptr); // the same plain frame on both sides
    const vtkSmartPointer<vtkActor> merged = mergedActor(stage.city);
    stage.city.renderer()->AddActor(merged);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < 9; ++round) {
        for (const bool mine : {true, false}) {
            merged->SetVisibility(mine ? 0 : 1);
            for (const CityTile *tile : stage.city.tiles()) {
                tile->fullActor()->SetVisibility(mine ? 1 : 0);
            }
            stage.window->Render();
            const double ms = timed([&] { stage.window->Render(); });
            (mine ? ours : theirs).push_back(ms);
        }
    }
    stage.city.renderer()->RemoveActor(merged);
    std::printf("B1 %zu triangles in %zu tiles: %.1f ms; one merged mesh: %.1f ms; ratio %.3f (goal <= 1.10)\n",
                stage.city.drawn().triangles, stage.city.drawn().tiles, quantile(ours, 0.5), quantile(theirs, 0.5),
                quantile(ours, 0.5) / quantile(theirs, 0.5));
}

void orbit(std::uint32_t buildings)
{
    const test::GridCity grid{.buildings = buildings};
    const auto model = test::gridCity(grid);
    QElapsedTimer clock;
    clock.start();
    Stage stage(grid, model);
    std::printf("B3 tiles of %u buildings built in %.1f s\n", buildings, static_cast<double>(clock.elapsed()) / 1000);
    FrameBudget budget;
    Camera camera = stage.city.camera();
    const Vec3 pivot = stage.city.extent().centre();
    camera = zoomed(camera, pivot, 0.35);
    std::vector<double> frames;
    for (int i = 0; i < 90; ++i) {
        camera = orbited(camera, pivot, 4, 0);
        const double ms = timed([&] {
            stage.city.setCamera(camera);
            stage.city.prepareFrame(kWidth, kHeight, Quality::Moving, budget.triangles());
            stage.window->Render();
        });
        budget.measured(stage.city.drawn().triangles, ms / 1000);
        if (i >= 15) { // calibrated by then, and every level has been made once
            frames.push_back(ms);
        }
    }
    const std::size_t moving = stage.city.drawn().triangles;
    stage.city.prepareFrame(kWidth, kHeight, Quality::Still);
    stage.window->Render();
    const double still = timed([&] { stage.window->Render(); });
    std::printf("B3 orbit: median %.1f ms (%.1f frames a second, goal >= 15), p99 %.1f ms (goal <= 150), %zu of %zu "
                "triangles; still picture %.0f ms, ratio %.3f (goal <= 0.25)\n",
                quantile(frames, 0.5), 1000 / quantile(frames, 0.5), quantile(frames, 0.99), moving,
                stage.city.drawn().triangles, still, quantile(frames, 0.5) / still);

    const double recolour = timed([&] {
        stage.city.setStyle(QStringLiteral("m"), {.colourBy = QStringLiteral("number")});
        stage.city.prepareFrame(kWidth, kHeight, Quality::Moving, budget.triangles());
        stage.window->Render();
    });
    std::printf("B5 recolour by an attribute and draw: %.1f ms (goal: a frame + 30 ms)\n", recolour);
}

void picking()
{
    const test::GridCity grid{.buildings = 32000, .storeys = 8};
    Stage stage(grid, test::gridCity(grid));
    std::size_t triangles = 0;
    std::size_t bytes = 0;
    for (const CityTile *tile : stage.city.tiles()) {
        triangles += tile->mesh().triangleCount();
        bytes += tile->mesh().memoryBytes();
    }
    stage.city.setCamera(zoomed(stage.city.camera(), stage.city.extent().centre(), 0.4));
    std::mt19937 random(3);
    std::vector<double> times;
    int hits = 0;
    for (int i = 0; i < 10000; ++i) {
        const Ray ray = stage.city.rayAt(random() % kWidth, random() % kHeight, kWidth, kHeight);
        times.push_back(timed([&] { hits += stage.city.pick(ray) ? 1 : 0; }));
    }
    std::printf("B4 pick in %zu triangles: median %.4f ms, p99 %.4f ms (goal <= 5 ms), %d of 10000 met; %.0f bytes a "
                "triangle\n",
                triangles, quantile(times, 0.5), quantile(times, 0.99), hits,
                static_cast<double>(bytes) / static_cast<double>(triangles));
}

/// The same rays by a bare vtkCellPicker on one merged mesh of the same triangles; the places must agree first.
void pickingAgainstPeer()
{
    const test::GridCity grid{.buildings = 32000, .storeys = 8};
    Stage stage(grid, test::gridCity(grid));
    stage.city.setCamera(zoomed(stage.city.camera(), stage.city.extent().centre(), 0.4));
    stage.city.prepareFrame(kWidth, kHeight, Quality::Moving, 1);
    vtkNew<vtkRenderer> bare;
    bare->AddActor(mergedActor(stage.city));
    bare->SetActiveCamera(stage.city.renderer()->GetActiveCamera());
    stage.window->AddRenderer(bare);
    stage.window->Render();
    vtkNew<vtkCellPicker> picker;
    picker->SetTolerance(0);
    std::mt19937 random(5);
    constexpr int kRounds = 7, kPicks = 4;
    int agreed = 0, met = 0;
    for (int round = 0; round < kRounds; ++round) {
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < kPicks; ++i) {
            const int x = static_cast<int>(random() % kWidth);
            const int y = static_cast<int>(random() % kHeight);
            std::optional<Hit> hit;
            ours += timed([&] { hit = stage.city.pick(stage.city.rayAt(x, y, kWidth, kHeight)); });
            bool found = false;
            theirs += timed([&] { found = picker->Pick(x, kHeight - y, 0, bare) != 0; });
            met += hit ? 1 : 0;
            if (hit && found) {
                const double *p = picker->GetPickPosition();
                const Vec3 place = stage.city.origin() + Vec3{p[0], p[1], p[2]};
                agreed += length(place - hit->place) < 0.5 ? 1 : 0;
            }
        }
        std::printf(R"({"goal":"B4","ours":%.6f,"peer":%.3f,"unit":"ms","peerName":"bare vtkCellPicker"})"
                    "\n",
                    ours / kPicks, theirs / kPicks);
    }
    stage.window->RemoveRenderer(bare);
    std::fprintf(stderr, "B4: %d of %d places that we met agree within half a metre\n", agreed, met);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QByteArray first = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (first == "B1") {
        batching();
    } else if (first == "B4") {
        pickingAgainstPeer();
    } else {
        batching();
        picking();
        orbit(first.isEmpty() ? 100000 : first.toUInt());
    }
    return 0;
}
