// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goals B1 (batching), B2 (a million buildings), B3 (orbit), B4 (pick), B5 (recolour), B6 (memory) of the quality
// goals, each as a ratio or a figure of one run on one computer. Needs an X display.
//   bench_scene [B1 | B2 | B2s | B3 | B3p | B4 | B5 | B5r | B5s | B6 | B6c | buildings of the orbit]
#include "layers/scene/drawcost.h"
#include "layers/scene/levelchooser.h"
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
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <malloc.h>
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

/// Frames of an orbit as the window draws them, in milliseconds, and whether they came to be coarse.
class Orbit
{
public:
    explicit Orbit(Stage &stage) : m_stage(stage), m_pivot(stage.city.extent().centre())
    {
        m_budget.calibrate(measureDrawCost(stage.window, stage.city.renderer()));
        std::fprintf(stderr, "a frame %.1f ms, at half resolution %.1f ms, %.0f ns a triangle: %zu triangles\n",
                     m_budget.cost().fine * 1e3, m_budget.cost().coarse * 1e3, m_budget.cost().perTriangle * 1e9,
                     m_budget.triangles());
        m_camera = zoomed(stage.city.camera(), m_pivot, 0.35);
    }
    void setCamera(const Camera &camera, const Vec3 &pivot)
    {
        m_camera = camera;
        m_pivot = pivot;
    }
    double frame()
    {
        m_camera = orbited(m_camera, m_pivot, 4, 0);
        const double ms = timed([&] {
            m_stage.city.setCamera(m_camera);
            draw();
        });
        m_budget.measured(m_stage.city.drawn().triangles, ms / 1000);
        return ms;
    }
    void draw()
    {
        m_stage.city.prepareFrame(kWidth, kHeight, m_budget.isCoarse() ? Quality::Coarse : Quality::Moving,
                                  m_budget.triangles());
        m_stage.window->Render();
        m_stage.window->WaitForCompletion();
    }
    std::vector<double> frames(int count)
    {
        std::vector<double> times;
        times.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            times.push_back(frame());
        }
        return times;
    }
    double still()
    {
        const auto once = [this] {
            m_stage.city.prepareFrame(kWidth, kHeight, Quality::Still);
            m_stage.window->Render();
            m_stage.window->WaitForCompletion();
        };
        once();
        return timed(once);
    }
    const FrameBudget &budget() const { return m_budget; }

private:
    Stage &m_stage;
    Vec3 m_pivot;
    Camera m_camera;
    FrameBudget m_budget;
};

constexpr int kRounds = 7, kTurn = 90; ///< frames of a full turn

void say(const char *goal, double ours, double peer, const char *unit, const char *peerName)
{
    std::printf(R"({"goal":"%s","ours":%.4f,"peer":%.4f,"unit":"%s","peerName":"%s"})"
                "\n",
                goal, ours, peer, unit, peerName);
}

void orbiting(std::uint32_t buildings)
{
    const test::GridCity grid{.buildings = buildings};
    const auto model = test::gridCity(grid);
    Stage stage(grid, model);
    Orbit orbit(stage);
    orbit.frames(15); // the window's first second is not an orbit
    for (int round = 0; round < kRounds; ++round) {
        const std::vector<double> frames = orbit.frames(kTurn);
        say("B3", quantile(frames, 0.5), 1000.0 / 15, "ms", "15 frames a second");
        say("B3p", quantile(frames, 0.99), 150, "ms", "150 ms");
        std::fprintf(stderr, "orbit: worst %.1f ms, %zu triangles, budget %zu%s\n", quantile(frames, 1),
                     stage.city.drawn().triangles, orbit.budget().triangles(),
                     orbit.budget().isCoarse() ? ", half resolution" : "");
    }
    std::fprintf(stderr, "still picture %.0f ms of %zu triangles\n", orbit.still(), stage.city.drawn().triangles);
}

/// A million buildings beside a tenth of them, the eye in the same place over their middle.
void manyBuildings()
{
    const test::GridCity large{.buildings = 1000000}, small{.buildings = 100000};
    Stage many(large, test::gridCity(large)), few(small, test::gridCity(small));
    Orbit a(many), b(few);
    const Vec3 pivot = few.city.extent().centre();
    const Vec3 otherPivot = many.city.extent().centre();
    const Camera near = zoomed(few.city.camera(), pivot, 0.35);
    a.setCamera({near.position - pivot + otherPivot, near.focus - pivot + otherPivot}, otherPivot);
    b.setCamera(near, pivot);
    for (int round = 0; round <= kRounds; ++round) {
        const double ours = quantile(a.frames(kTurn / 3), 0.5);
        const double theirs = quantile(b.frames(kTurn / 3), 0.5);
        const double still = a.still();
        const double otherStill = b.still();
        if (round > 0) {
            say("B2", ours, theirs, "ms", "100k buildings");
            say("B2s", still, otherStill, "ms", "100k buildings");
        }
    }
}

void colouring()
{
    const test::GridCity grid{.buildings = 100000};
    const auto model = test::gridCity(grid);
    QElapsedTimer clock;
    clock.start();
    Stage stage(grid, model);
    const double build = static_cast<double>(clock.elapsed());
    Orbit orbit(stage);
    orbit.frames(kTurn);
    for (int round = 0; round < kRounds; ++round) {
        const double plain = quantile(orbit.frames(9), 0.5);
        const double recolour = timed([&] {
            stage.city.setStyle(QStringLiteral("m"),
                                {.colourBy = round % 2 == 0 ? QStringLiteral("number") : QStringLiteral("kind")});
            orbit.draw();
        });
        const double select = timed([&] {
            stage.city.setSelected({{QStringLiteral("m"), static_cast<city::ObjectIndex>(round * 1000), city::kNone}});
            orbit.draw();
        });
        say("B5", recolour, plain + 30, "ms", "a frame + 30 ms");
        say("B5r", recolour, build, "ms", "building the meshes");
        say("B5s", select, 2 * plain, "ms", "two frames");
    }
}

/// Megabytes of this process that no other shares.
double proportionalMegabytes()
{
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:")) {
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

/// Once a process: what a city before it left in the heap would hide what this one takes.
void memory()
{
    {
        const test::GridCity small{.buildings = 2000};
        Stage stage(small, test::gridCity(small)); // what VTK and Mesa load once is not the city's
        Orbit(stage).frames(3);
    }
    const test::GridCity grid{.buildings = 100000};
    const auto model = test::gridCity(grid);
    malloc_trim(0);
    const double before = proportionalMegabytes();
    Stage stage(grid, model);
    Orbit orbit(stage);
    orbit.frames(kTurn);
    malloc_trim(0);
    std::size_t bytes = 0;
    for (const CityTile *tile : stage.city.tiles()) {
        bytes += tile->mesh().memoryBytes();
    }
    say("B6", proportionalMegabytes() - before, static_cast<double>(bytes) / (1 << 20), "MB", "bytes of the arrays");
}

void openingAndClosing()
{
    const test::GridCity grid{.buildings = 5000};
    for (int round = 0; round < kRounds; ++round) {
        double after5 = 0;
        for (int i = 1; i <= 50; ++i) {
            Stage stage(grid, test::gridCity(grid));
            stage.city.prepareFrame(kWidth, kHeight, Quality::Moving, 250000);
            stage.window->Render();
            if (i == 5) {
                malloc_trim(0);
                after5 = proportionalMegabytes();
            }
        }
        malloc_trim(0);
        say("B6c", proportionalMegabytes(), after5, "MB", "after 5 times");
    }
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
    constexpr int kPicks = 4;
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
    const QByteArray goal = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (goal == "B1") {
        batching();
    } else if (goal == "B2" || goal == "B2s") {
        manyBuildings();
    } else if (goal == "B3" || goal == "B3p") {
        orbiting(100000);
    } else if (goal == "B4") {
        pickingAgainstPeer();
    } else if (goal.startsWith("B5")) {
        colouring();
    } else if (goal == "B6") {
        memory();
    } else if (goal == "B6c") {
        openingAndClosing();
    } else {
        batching();
        picking();
        orbiting(goal.isEmpty() ? 100000 : goal.toUInt());
    }
    return 0;
}
