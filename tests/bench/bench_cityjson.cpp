// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal A1: parse to the typed model against document parsers, on one core, side by side on the same file.
//   bench_cityjson A1 MODEL [N]               a line of JSON a round: against simdjson's DOM
//   bench_cityjson A2 MODEL N [FIRST]         a line of JSON: file to triangles; the model FIRST is read untimed before
//   bench_cityjson FILE [ROUNDS]              times simdjson's DOM, RapidJSON (when installed) and ours
//   bench_cityjson --all-lods FILE            file to the triangles of every LoD, and how many
//   bench_cityjson --rss ours|dom FILE        peak memory of one reading
//   bench_cityjson --replicate FILE OUT N ID  writes a file of N copies; ID is what the object ids begin with
#include "layers/domain/city/mesh.h"
#include "layers/formats/cityjsonreader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <simdjson.h>
#include <sys/resource.h>
#if __has_include(<rapidjson/document.h>)
#include <rapidjson/document.h>
#define LOCI_HAS_RAPIDJSON
#endif

namespace {

double secondsOf(const std::function<void()> &work)
{
    // Processor time of this program: other programs on the computer do not count.
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

std::size_t readOurs(const QString &path)
{
    const auto loaded = loci::formats::CityJsonReader().read(path, {}, {});
    if (!loaded) {
        std::fprintf(stderr, "%s\n", qPrintable(loaded.error().message));
        std::exit(3);
    }
    return loaded->value->memoryBytes();
}

std::size_t readDom(const QString &path)
{
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    if (const auto error = parser.load(path.toStdString()).get(element)) {
        std::fprintf(stderr, "%s\n", simdjson::error_message(error));
        std::exit(3);
    }
    return element.is_object() ? 1 : 0;
}

#ifdef LOCI_HAS_RAPIDJSON
std::size_t readRapid(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::exit(3);
    }
    QByteArray bytes = file.readAll();
    rapidjson::Document document;
    document.ParseInsitu(bytes.data());
    return document.MemberCount();
}
#endif

void replicate(const QString &from, const QString &to, int copies, const QByteArray &id)
{
    QFile in(from), out(to);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly)) {
        std::exit(3);
    }
    const QByteArray bytes = in.readAll();
    const auto bodyOf = [&](const QByteArray &member, char open, char close) {
        const qsizetype begin = bytes.indexOf(open, bytes.indexOf(member)) + 1;
        qsizetype end = begin;
        for (int depth = 1; depth > 0; ++end) {
            depth += bytes[end] == open ? 1 : bytes[end] == close ? -1 : 0;
        }
        return bytes.mid(begin, end - 1 - begin);
    };
    const QByteArray objects = bodyOf("\"CityObjects\"", '{', '}'), vertices = bodyOf("\"vertices\"", '[', ']');
    QByteArray rest = bytes;
    rest.replace(vertices, "@V");
    rest.replace(objects, "@O");
    const qsizetype o = rest.indexOf("@O"), v = rest.indexOf("@V");
    const auto write = [&](const QByteArray &body, bool rename) {
        for (int copy = 0; copy < copies; ++copy) {
            QByteArray text = body;
            if (rename) {
                text.replace("\"" + id, "\"c" + QByteArray::number(copy) + "_" + id);
            }
            out.write(copy > 0 ? "," + text : text);
        }
    };
    out.write(rest.left(std::min(o, v)));
    write(o < v ? objects : vertices, o < v);
    out.write(rest.mid(std::min(o, v) + 2, std::max(o, v) - std::min(o, v) - 2));
    write(o < v ? vertices : objects, o > v);
    out.write(rest.mid(std::max(o, v) + 2));
}

/// File to triangles, wall time; the triangles are counted so that nothing is left out.
double secondsToTriangles(const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    const auto loaded = loci::formats::CityJsonReader().read(path, {}, {});
    const auto mesh = loaded ? loci::city::triangulate(*loaded->value, {}) : loci::Result<loci::city::TriangleMesh>();
    if (!mesh || mesh->triangleCount() == 0) {
        std::exit(3);
    }
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

/// The same with the triangles of every LoD, as the web viewer makes them; one line of JSON.
void printAllLods(const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    const auto loaded = loci::formats::CityJsonReader().read(path, {}, {});
    if (!loaded) {
        std::exit(3);
    }
    std::size_t triangles = 0;
    for (const QString &lod : loci::city::lodsOf(*loaded->value)) {
        loci::city::MeshOptions options;
        options.lod = {lod};
        const auto mesh = loci::city::triangulate(*loaded->value, options);
        triangles += mesh ? mesh->triangleCount() : 0;
    }
    std::printf("{\"seconds\":%.4f,\"triangles\":%zu}\n", static_cast<double>(clock.nsecsElapsed()) / 1e9, triangles);
}

void printGoal(const QString &goal, const QString &path, int n)
{
    const double megabytes = static_cast<double>(QFileInfo(path).size()) / 1e6;
    for (int round = 0; round < 7; ++round) {
        if (goal == QLatin1String("A1")) {
            const double ours = secondsOf([&] { readOurs(path); }), dom = secondsOf([&] { readDom(path); });
            std::printf("{\"goal\":\"A1\",\"ours\":%.1f,\"peer\":%.1f,\"unit\":\"MB/s\",\"peerName\":\"simdjson DOM\","
                        "\"n\":%d}\n",
                        megabytes / ours, megabytes / dom, n);
        } else {
            std::printf("{\"goal\":\"A2\",\"ours\":%.4f,\"unit\":\"s\",\"n\":%d}\n", secondsToTriangles(path), n);
            return; // once a process: small models would find the memory of the round before, large ones not
        }
    }
}

void printTimes(const QString &path, int rounds)
{
    const double megabytes = static_cast<double>(QFileInfo(path).size()) / 1e6;
    std::vector<double> dom, rapid, ours;
    for (int round = 0; round < rounds; ++round) { // one after the other: all see the same weather
        dom.push_back(secondsOf([&] { readDom(path); }));
#ifdef LOCI_HAS_RAPIDJSON
        rapid.push_back(secondsOf([&] { readRapid(path); }));
#endif
        ours.push_back(secondsOf([&] { readOurs(path); }));
    }
    const auto median = [](std::vector<double> &times) {
        std::sort(times.begin(), times.end());
        return times.empty() ? 0.0 : times[times.size() / 2];
    };
    const double domTime = median(dom), rapidTime = median(rapid), ourTime = median(ours);
    std::printf("%s: %.1f MB, kernel %s, median of %d\n", qPrintable(QFileInfo(path).fileName()), megabytes,
                simdjson::get_active_implementation()->name().c_str(), rounds);
    std::printf("simdjson DOM  %8.1f MB/s\n", megabytes / domTime);
    if (rapidTime > 0) {
        std::printf("RapidJSON     %8.1f MB/s\n", megabytes / rapidTime);
    }
    std::printf("Loci model    %8.1f MB/s   %.2f of the DOM (goal 0.5)", megabytes / ourTime, domTime / ourTime);
    std::printf(rapidTime > 0 ? ", %.2f of RapidJSON (goal 2)\n" : "\n", rapidTime / ourTime);
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = [&] {
        QStringList list;
        for (int i = 1; i < argc; ++i) {
            list << QString::fromLocal8Bit(argv[i]);
        }
        return list;
    }();
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false"));
    if (arguments.value(0) == QLatin1String("A1") || arguments.value(0) == QLatin1String("A2")) {
        if (arguments.size() > 3) {
            secondsToTriangles(arguments[3]); // the program itself is in memory then
        }
        printGoal(arguments[0], arguments.value(1), arguments.value(2).toInt());
        return 0;
    }
    if (arguments.value(0) == QLatin1String("--all-lods") && arguments.size() == 2) {
        printAllLods(arguments[1]);
        return 0;
    }
    if (arguments.value(0) == QLatin1String("--replicate") && arguments.size() == 5) {
        replicate(arguments[1], arguments[2], arguments[3].toInt(), arguments[4].toUtf8());
        return 0;
    }
    if (arguments.value(0) == QLatin1String("--rss") && arguments.size() == 3) {
        const std::size_t model =
            arguments[1] == QLatin1String("ours") ? readOurs(arguments[2]) : readDom(arguments[2]);
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const double bytes = static_cast<double>(QFileInfo(arguments[2]).size());
        std::printf("file %.1f MB, peak %.1f MB, %.2f times the file, model %.1f MB\n", bytes / 1e6,
                    static_cast<double>(usage.ru_maxrss) / 1e3, static_cast<double>(usage.ru_maxrss) * 1024 / bytes,
                    static_cast<double>(model) / 1e6);
        return 0;
    }
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "usage: bench_cityjson FILE [ROUNDS] | --rss ours|dom FILE | --replicate FILE OUT N ID\n");
        return 2;
    }
    printTimes(arguments[0], std::max(1, arguments.value(1, QStringLiteral("5")).toInt()));
    return 0;
}
