// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rays and viewsheds beside Embree itself, VTK's tree and GDAL.
//   bench_sight E3|E3b|E3v|E5 [SIDE]      E5: a terrain of SIDE x SIDE cells, 1000 unless said
#include "layers/analysis/rays/modelfaces.h"
#include "layers/analysis/view/sight.h"
#include "tests/bench/planningtown.h"

#include <vtkCellArray.h>
#include <vtkNew.h>
#include <vtkOBBTree.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>

#include <QCoreApplication>
#include <embree3/rtcore.h>
#include <gdal.h>
#include <gdal_alg.h>
#include <limits>
#include <memory>

using namespace loci;
using namespace loci::analysis;
using namespace loci::bench;

namespace {

constexpr int kTimes = 7, kBuildings = 50'000, kRays = 1'000'000;

struct Ray
{
    Vec3 from, direction;
};

std::vector<Ray> raysOf(int count)
{
    std::mt19937 random(7);
    const auto dice = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / 4294967296.0;
    };
    std::vector<Ray> rays;
    rays.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double turn = dice(0, 2 * M_PI), up = dice(-0.05, 0.3), flat = std::sqrt(1 - up * up);
        rays.push_back(
            {{dice(0, kSide), dice(0, kSide), dice(1, 40)}, {flat * std::sin(turn), flat * std::cos(turn), up}});
    }
    return rays;
}

/// Embree as its manual shows it: one triangle geometry, default flags.
class BareEmbree
{
public:
    explicit BareEmbree(const OwnedFaces &faces, const Vec3 &origin) : m_origin(origin)
    {
        m_device = rtcNewDevice("threads=1,set_affinity=0");
        m_scene = rtcNewScene(m_device);
        RTCGeometry geometry = rtcNewGeometry(m_device, RTC_GEOMETRY_TYPE_TRIANGLE);
        auto *points = static_cast<float *>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, 3 * sizeof(float), 3 * faces.triangles.size()));
        auto *corners = static_cast<unsigned *>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, 3 * sizeof(unsigned), faces.triangles.size()));
        unsigned next = 0;
        for (const Triangle3 &t : faces.triangles) {
            for (const Vec3 &p : t) {
                *points++ = static_cast<float>(p.x - origin.x);
                *points++ = static_cast<float>(p.y - origin.y);
                *points++ = static_cast<float>(p.z - origin.z);
                *corners++ = next++;
            }
        }
        rtcCommitGeometry(geometry);
        rtcAttachGeometry(m_scene, geometry);
        rtcReleaseGeometry(geometry);
    }
    BareEmbree(const BareEmbree &) = delete;
    BareEmbree &operator=(const BareEmbree &) = delete;
    ~BareEmbree()
    {
        rtcReleaseScene(m_scene);
        rtcReleaseDevice(m_device);
    }
    void commit() { rtcCommitScene(m_scene); }
    bool isBlocked(const Ray &ray) const
    {
        RTCIntersectContext context{};
        rtcInitIntersectContext(&context);
        RTCRay made{};
        made.org_x = static_cast<float>(ray.from.x - m_origin.x);
        made.org_y = static_cast<float>(ray.from.y - m_origin.y);
        made.org_z = static_cast<float>(ray.from.z - m_origin.z);
        made.dir_x = static_cast<float>(ray.direction.x);
        made.dir_y = static_cast<float>(ray.direction.y);
        made.dir_z = static_cast<float>(ray.direction.z);
        made.tnear = static_cast<float>(RayScene::kNearest);
        made.tfar = std::numeric_limits<float>::infinity();
        made.mask = ~0U;
        rtcOccluded1(m_scene, &context, &made);
        return made.tfar < 0;
    }

private:
    RTCDevice m_device = nullptr;
    RTCScene m_scene = nullptr;
    Vec3 m_origin;
};

int measureRays()
{
    const OwnedFaces faces = facesOfModel(*town(kBuildings));
    const auto scene = RayScene::build(faces);
    BareEmbree bare(faces, scene->bounds().centre());
    bare.commit();
    const std::vector<Ray> rays = raysOf(kRays);
    const double far = std::numeric_limits<double>::infinity();
    int same = 0, blocked = 0;
    for (const Ray &ray : rays) {
        const bool ours = scene->isBlocked(ray.from, ray.direction, far);
        same += ours == bare.isBlocked(ray) ? 1 : 0;
        blocked += ours ? 1 : 0;
    }
    std::fprintf(stderr, "%d of %d rays agree, %d blocked\n", same, kRays, blocked);
    if (same < kRays * 0.9999) {
        return 1;
    }
    for (int i = 0; i < kTimes; ++i) {
        int hits = 0;
        const Took ours = timed([&] {
            for (const Ray &ray : rays) {
                hits += scene->isBlocked(ray.from, ray.direction, far) ? 1 : 0;
            }
        });
        const Took peer = timed([&] {
            for (const Ray &ray : rays) {
                hits -= bare.isBlocked(ray) ? 1 : 0;
            }
        });
        row("E3", ours.worked * 1e9 / kRays, peer.worked * 1e9 / kRays, "ns", "rtcOccluded1", kRays);
        if (std::abs(hits) > kRays / 10000) {
            return 1;
        }
    }
    return 0;
}

int measureBuild()
{
    const OwnedFaces faces = facesOfModel(*town(kBuildings));
    Box3 box;
    for (const Triangle3 &t : faces.triangles) {
        std::for_each(t.begin(), t.end(), [&box](const Vec3 &p) { box.include(p); });
    }
    for (int i = 0; i < kTimes; ++i) {
        const Took ours = timed([&] { (void)RayScene::build(faces).has_value(); });
        BareEmbree bare(faces, box.centre());
        const Took peer = timed([&] { bare.commit(); });
        row("E3b", ours.worked, peer.worked, "s", "rtcCommitScene", kBuildings);
    }
    return 0;
}

int measureAgainstVtk()
{
    const OwnedFaces faces = facesOfModel(*town(kBuildings));
    const auto scene = RayScene::build(faces);
    vtkNew<vtkPoints> points;
    points->SetDataTypeToDouble();
    vtkNew<vtkCellArray> cells;
    for (const Triangle3 &t : faces.triangles) {
        cells->InsertNextCell(3);
        for (const Vec3 &p : t) {
            cells->InsertCellPoint(points->InsertNextPoint(p.x, p.y, p.z));
        }
    }
    vtkNew<vtkPolyData> mesh;
    mesh->SetPoints(points);
    mesh->SetPolys(cells);
    vtkNew<vtkOBBTree> tree;
    tree->SetDataSet(mesh);
    tree->BuildLocator();
    const std::vector<Ray> rays = raysOf(2000);
    constexpr double kLength = 1500;
    for (int i = 0; i < kTimes; ++i) {
        int ours = 0, theirs = 0, same = 0;
        std::vector<bool> blocked;
        const Took mine = timed([&] {
            for (int round = 0; round < 100; ++round) {
                blocked.clear();
                for (const Ray &ray : rays) {
                    blocked.push_back(scene->isBlocked(ray.from, ray.direction, kLength));
                    ours += blocked.back() ? 1 : 0;
                }
            }
        });
        std::size_t next = 0;
        const Took peer = timed([&] {
            for (const Ray &ray : rays) {
                const double from[] = {ray.from.x + RayScene::kNearest * ray.direction.x,
                                       ray.from.y + RayScene::kNearest * ray.direction.y,
                                       ray.from.z + RayScene::kNearest * ray.direction.z};
                const double to[] = {ray.from.x + kLength * ray.direction.x, ray.from.y + kLength * ray.direction.y,
                                     ray.from.z + kLength * ray.direction.z};
                const bool hit = tree->IntersectWithLine(from, to, nullptr, nullptr) != 0;
                theirs += hit ? 1 : 0;
                same += hit == blocked[next++] ? 1 : 0;
            }
        });
        std::fprintf(stderr, "%d of %zu rays agree\n", same, rays.size());
        if (same < 0.999 * static_cast<double>(rays.size()) || ours == 0 || theirs == 0) {
            return 1;
        }
        row("E3v", mine.worked * 1e9 / (100.0 * static_cast<double>(rays.size())),
            peer.worked * 1e9 / static_cast<double>(rays.size()), "ns", "vtkOBBTree", kBuildings);
    }
    return 0;
}

double groundAt(double x, double y)
{
    return 40 + 25 * std::sin(x / 470) * std::cos(y / 330) + 15 * std::sin((x + y) / 190) + 6 * std::sin(x / 37) +
           4 * std::cos(y / 29);
}

OwnedFaces terrainOf(int side, double cell)
{
    OwnedFaces faces;
    std::vector<Triangle3> row(2 * static_cast<std::size_t>(side - 1));
    const auto at = [cell](int column, int line) {
        return Vec3{column * cell, line * cell, groundAt(column * cell, line * cell)};
    };
    for (int line = 0; line + 1 < side; ++line) {
        for (int column = 0; column + 1 < side; ++column) {
            const Vec3 a = at(column, line), b = at(column + 1, line), c = at(column + 1, line + 1),
                       d = at(column, line + 1);
            row[2 * static_cast<std::size_t>(column)] = {a, b, c};
            row[2 * static_cast<std::size_t>(column) + 1] = {a, c, d};
        }
        faces.add(row, 0);
    }
    return faces;
}

int measureViewshed(int side)
{
    constexpr double kCell = 5, kTarget = 0.5, kEye = 10;
    GDALAllRegister();
    GDALDatasetH ground = GDALCreate(GDALGetDriverByName("MEM"), "", side, side, 1, GDT_Float32, nullptr);
    std::vector<float> heights(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int line = 0; line < side; ++line) {
        for (int column = 0; column < side; ++column) {
            heights[static_cast<std::size_t>(side - 1 - line) * static_cast<std::size_t>(side) +
                    static_cast<std::size_t>(column)] = static_cast<float>(groundAt(column * kCell, line * kCell));
        }
    }
    double north[] = {-kCell / 2, kCell, 0, (side - 0.5) * kCell, 0, -kCell};
    GDALSetGeoTransform(ground, north);
    GDALRasterBandH band = GDALGetRasterBand(ground, 1);
    if (GDALRasterIO(band, GF_Write, 0, 0, side, side, heights.data(), side, side, GDT_Float32, 0, 0) != CE_None) {
        return 1;
    }
    const int middle = side / 2;
    const OwnedFaces faces = terrainOf(side, kCell);
    std::optional<Result<RayScene>> scene;
    const Took built = timed([&] { scene = RayScene::build(faces); });
    if (!*scene) {
        return 1;
    }
    std::fprintf(stderr, "mesh ready in %.2f s\n", built.wall);
    const Vec3 eye{middle * kCell, middle * kCell, groundAt(middle * kCell, middle * kCell) + kEye};
    const double half = kCell / 2, end = side * kCell - half;
    for (int i = 0; i < kTimes; ++i) {
        Result<Viewshed> ours = fail(ErrorCode::Internal, {});
        const Took mine = timed([&] {
            ours = viewshed(**scene, {eye, {-half, -half}, {end, end}, kCell, kTarget, 1e6});
        });
        GDALDatasetH theirs = nullptr;
        const Took peer = timed([&] {
            theirs = GDALViewshedGenerate(band, "MEM", "", nullptr, eye.x, eye.y, kEye, kTarget, 1, 0, 0, -1, 0,
                                          GVM_Edge, 0, nullptr, nullptr, GVOT_NORMAL, nullptr);
        });
        std::vector<unsigned char> cells(heights.size());
        if (!ours || theirs == nullptr || ours->cells.size() != cells.size() ||
            GDALRasterIO(GDALGetRasterBand(theirs, 1), GF_Read, 0, 0, side, side, cells.data(), side, side, GDT_Byte, 0,
                         0) != CE_None) {
            return 1;
        }
        GDALClose(theirs);
        std::size_t same = 0;
        for (int line = 0; line < side; ++line) {
            for (int column = 0; column < side; ++column) {
                const auto stride = static_cast<std::size_t>(side);
                const bool seen =
                    ours->cells[static_cast<std::size_t>(line) * stride + static_cast<std::size_t>(column)] ==
                    Viewshed::Seen::Yes;
                same +=
                    seen ==
                    (cells[static_cast<std::size_t>(side - 1 - line) * stride + static_cast<std::size_t>(column)] != 0);
            }
        }
        std::mt19937 random(3);
        int exact = 0, gdalExact = 0;
        constexpr int kAsked = 200;
        for (int k = 0; k < kAsked && i == 0; ++k) {
            const int column = static_cast<int>(random() % static_cast<unsigned>(side)),
                      line = static_cast<int>(random() % static_cast<unsigned>(side));
            const Vec3 target{column * kCell, line * kCell, groundAt(column * kCell, line * kCell) + kTarget};
            const bool truth = lineOfSight(faces, eye, target).isVisible;
            const auto stride = static_cast<std::size_t>(side);
            exact +=
                truth == (ours->cells[static_cast<std::size_t>(line) * stride + static_cast<std::size_t>(column)] ==
                          Viewshed::Seen::Yes);
            gdalExact +=
                truth ==
                (cells[static_cast<std::size_t>(side - 1 - line) * stride + static_cast<std::size_t>(column)] != 0);
        }
        if (i == 0) {
            std::fprintf(stderr, "of %d cells ours %d and GDAL %d agree with the exact line; ", kAsked, exact,
                         gdalExact);
        }
        std::fprintf(stderr, "%.3f %% of all cells agree\n",
                     100.0 * static_cast<double>(same) / static_cast<double>(cells.size()));
        row("E5", mine.worked, peer.worked, "s", "GDALViewshedGenerate", side);
    }
    GDALClose(ground);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const std::string goal = argc > 1 ? argv[1] : "";
    constexpr int kUsual = 1000;
    return goal == "E3"    ? measureRays()
           : goal == "E3b" ? measureBuild()
           : goal == "E3v" ? measureAgainstVtk()
           : goal == "E5"  ? measureViewshed(argc > 2 ? std::atoi(argv[2]) : kUsual)
                           : 2;
}
