// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal A5: triangulation of all polygons of a model, against another library, in turns.
//   bench_triangles A5 MODEL N PEERNAME COMMAND...   the command gets a file of polygons and prints "seconds area"
// The file holds doubles: for each polygon the number of rings, the length of each, then x and y of all points, as they
// lie on the coordinate plane nearest to the polygon's own.
#include "layers/domain/city/polygontriangulator.h"
#include "layers/formats/modelreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>
#include <cmath>
#include <cstdio>

namespace {

using namespace loci;
using namespace loci::city;

struct Polygons
{
    std::vector<Vec3> points; ///< of all
    std::vector<std::uint32_t> ringEnds;
    struct One
    {
        std::size_t firstPoint, points, firstRing, rings;
    };
    std::vector<One> list;

    std::span<const Vec3> pointsOf(const One &p) const { return std::span(points).subspan(p.firstPoint, p.points); }
    std::span<const std::uint32_t> ringsOf(const One &p) const
    {
        return std::span(ringEnds).subspan(p.firstRing, p.rings);
    }
};

Polygons polygonsOf(const CityModel &model)
{
    Polygons all;
    const GeometryStore &store = model.geometry;
    for (SurfaceIndex s = 0; s < store.surfaceCount(); ++s) {
        Polygons::One one{all.points.size(), 0, all.ringEnds.size(), 0};
        for (std::uint32_t r = store.rings(s).begin; r < store.rings(s).end; ++r) {
            for (const std::uint32_t v : store.ring(r)) {
                all.points.push_back(model.vertices.at(v));
                ++one.points;
            }
            all.ringEnds.push_back(static_cast<std::uint32_t>(one.points));
            ++one.rings;
        }
        all.list.push_back(one);
    }
    return all;
}

/// The two coordinates that the plane of a polygon keeps best.
std::array<double Vec3::*, 2> axesOf(std::span<const Vec3> ring)
{
    const Vec3 n = newellNormal(ring);
    const double x = std::abs(n.x), y = std::abs(n.y), z = std::abs(n.z);
    if (z >= x && z >= y) {
        return {&Vec3::x, &Vec3::y};
    }
    return x >= y ? std::array{&Vec3::y, &Vec3::z} : std::array{&Vec3::z, &Vec3::x};
}

bool dump(const Polygons &all, const QString &path)
{
    QFile file(path);
    std::vector<double> numbers;
    for (const Polygons::One &p : all.list) {
        const auto points = all.pointsOf(p);
        const auto ends = all.ringsOf(p);
        if (ends.empty()) {
            continue;
        }
        const auto axes = axesOf(points.first(ends[0]));
        numbers.push_back(static_cast<double>(ends.size()));
        for (std::size_t r = 0; r < ends.size(); ++r) {
            numbers.push_back(ends[r] - (r == 0 ? 0 : ends[r - 1]));
        }
        for (const Vec3 &v : points) { // as ours does it: from the first point, so that nothing is lost to rounding
            numbers.push_back(v.*axes[0] - points[0].*axes[0]);
            numbers.push_back(v.*axes[1] - points[0].*axes[1]);
        }
    }
    const auto bytes = static_cast<qint64>(numbers.size() * sizeof(double));
    return file.open(QIODevice::WriteOnly) &&
           file.write(reinterpret_cast<const char *>(numbers.data()), bytes) == bytes;
}

double secondsOfOurs(const Polygons &all, double *area)
{
    PolygonTriangulator triangulator;
    std::vector<std::uint32_t> triangles;
    QElapsedTimer clock;
    clock.start();
    std::int64_t nanoseconds = 0;
    for (const Polygons::One &p : all.list) {
        triangles.clear();
        triangulator.triangulate(all.pointsOf(p), all.ringsOf(p), triangles);
        if (area == nullptr) {
            continue;
        }
        const auto points = all.pointsOf(p);
        const auto axes = axesOf(points.first(p.rings > 0 ? all.ringsOf(p)[0] : 0));
        for (std::size_t t = 0; t + 2 < triangles.size(); t += 3) {
            const Vec3 &a = points[triangles[t]], &b = points[triangles[t + 1]], &c = points[triangles[t + 2]];
            const auto along = [&](const Vec3 &v, int axis) { return v.*axes[static_cast<std::size_t>(axis)]; };
            *area += std::abs((along(b, 0) - along(a, 0)) * (along(c, 1) - along(a, 1)) -
                              (along(b, 1) - along(a, 1)) * (along(c, 0) - along(a, 0))) /
                     2;
        }
    }
    nanoseconds = clock.nsecsElapsed();
    return static_cast<double>(nanoseconds) / 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false"));
    const QStringList arguments = QCoreApplication::arguments();
    const auto loaded = formats::readModel(arguments.value(2));
    if (arguments.value(1) != QLatin1String("A5") || !loaded) {
        std::fprintf(stderr, "usage: bench_triangles A5 MODEL N [PEERNAME COMMAND...]\n");
        return 2;
    }
    const Polygons polygons = polygonsOf(*loaded->value);
    const QTemporaryDir temporary;
    const QString file = temporary.filePath(QStringLiteral("polygons"));
    double area = 0;
    secondsOfOurs(polygons, &area);
    const QStringList peer = arguments.mid(5);
    if (!dump(polygons, file)) {
        return 3;
    }
    for (int round = 0; round < 7; ++round) {
        const double ours = secondsOfOurs(polygons, nullptr);
        QByteArray figures;
        if (!peer.isEmpty()) {
            QProcess process;
            process.start(peer.first(), peer.mid(1) << file);
            process.waitForFinished(600000);
            const QList<QByteArray> said = process.readAllStandardOutput().trimmed().split(' ');
            const double peerArea = said.value(1).toDouble();
            if (said.size() != 2 || std::abs(peerArea - area) > 1e-9 * area) {
                std::fprintf(stderr, "another area: ours %.6f, peer %.6f\n", area, peerArea);
            }
            figures = ",\"peer\":" + QByteArray::number(said.value(0).toDouble() * 1e3);
        }
        std::printf("{\"goal\":\"A5\",\"ours\":%.3f%s,\"unit\":\"ms\",\"peerName\":\"%s\",\"polygons\":%zu}\n",
                    ours * 1e3, figures.constData(), qPrintable(arguments.value(4)), polygons.list.size());
    }
    return 0;
}
