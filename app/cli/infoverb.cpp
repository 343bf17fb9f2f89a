// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cityverbs.h"
#include "layers/domain/city/mesh.h"
#include "layers/formats/modelreader.h"
#include "layers/formats/texturepath.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>
#include <map>
#include <numeric>
#include <sys/resource.h>

namespace loci::cli {

namespace {

using namespace loci::city;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

double peakMemoryMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

QJsonObject counted(const std::map<QString, int> &counts)
{
    QJsonObject json;
    for (const auto &[name, count] : counts) {
        json.insert(name, count);
    }
    return json;
}

QString lodOf(const CityModel &model, const Geometry &geometry)
{
    const std::uint32_t shape =
        geometry.instance == kNone ? kNone : model.instances[geometry.instance].templateGeometry;
    const std::uint32_t lod =
        shape < model.templates.geometries.size() ? model.templates.geometries[shape].lod : geometry.lod;
    return lod == kNone ? QString() : text(model.lodNames.at(lod));
}

QJsonObject countTextures(const CityModel &model)
{
    int found = 0;
    for (const Texture &texture : model.textures) {
        const QString path = formats::texturePath(model.sourcePath, text(texture.image));
        found += texture.bytes || (!path.isEmpty() && QFileInfo::exists(path)) ? 1 : 0;
    }
    return {{QStringLiteral("referenced"), static_cast<int>(model.textures.size())}, {QStringLiteral("found"), found}};
}

QJsonObject describe(const CityModel &model)
{
    std::map<QString, int> types, lods, semantics;
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        ++types[text(model.typeOf(o))];
    }
    for (const Geometry &geometry : model.geometry.geometries) {
        if (const QString lod = lodOf(model, geometry); !lod.isEmpty()) {
            ++lods[lod];
        }
    }
    for (const SemanticSurface &surface : model.geometry.semantics) {
        ++semantics[surface.type == kNone ? QString() : text(model.typeNames.at(surface.type))];
    }
    const Box3 &box = model.extent;
    const QJsonValue bbox =
        box.isEmpty() ? QJsonValue()
                      : QJsonValue(QJsonArray{box.min.x, box.min.y, box.min.z, box.max.x, box.max.y, box.max.z});
    return {{QStringLiteral("format"), model.format},
            {QStringLiteral("version"), model.version},
            {QStringLiteral("crs"), model.crs.isKnown() ? QJsonValue(QStringLiteral("EPSG:%1").arg(model.crs.value()))
                                    : model.crsText.isEmpty() ? QJsonValue()
                                                              : QJsonValue(model.crsText)},
            {QStringLiteral("bbox"), bbox},
            {QStringLiteral("objects"), static_cast<qint64>(model.objectCount())},
            {QStringLiteral("byType"), counted(types)},
            {QStringLiteral("lods"), counted(lods)},
            {QStringLiteral("geometries"), static_cast<qint64>(model.geometry.geometries.size())},
            {QStringLiteral("surfaces"), static_cast<qint64>(model.geometry.surfaceCount())},
            {QStringLiteral("semanticSurfaces"), counted(semantics)},
            {QStringLiteral("vertices"), static_cast<qint64>(model.vertices.size())},
            {QStringLiteral("attributes"), static_cast<qint64>(model.attributes.columns().size())},
            {QStringLiteral("materials"), static_cast<qint64>(model.materials.size())},
            {QStringLiteral("templates"), static_cast<qint64>(model.templates.geometries.size())},
            {QStringLiteral("textures"), countTextures(model)}};
}

QString summary(const QJsonObject &json)
{
    QStringList types;
    const QJsonObject byType = json[QStringLiteral("byType")].toObject();
    for (auto it = byType.begin(); it != byType.end(); ++it) {
        types << QStringLiteral("%1 %2").arg(it.value().toInt()).arg(it.key());
    }
    const QString crs = json[QStringLiteral("crs")].toString();
    return QCoreApplication::translate(
               "loci::cli", "%1 %2, %3\n%4 objects: %5\n%6 geometries, %7 surfaces, %8 vertices, %9 triangles")
        .arg(json[QStringLiteral("format")].toString(), json[QStringLiteral("version")].toString(),
             crs.isEmpty() ? QCoreApplication::translate("loci::cli", "no coordinate reference system") : crs)
        .arg(json[QStringLiteral("objects")].toInt())
        .arg(types.join(QStringLiteral(", ")))
        .arg(json[QStringLiteral("geometries")].toInt())
        .arg(json[QStringLiteral("surfaces")].toInt())
        .arg(json[QStringLiteral("vertices")].toInt())
        .arg(json[QStringLiteral("triangles")].toInt());
}

/// Triangles of all objects, some objects at a time: only their number is kept.
Result<std::size_t> countTriangles(const CityModel &model, const CancelToken &cancel)
{
    constexpr std::uint32_t kAtOnce = 1024;
    std::vector<ObjectIndex> some;
    std::size_t count = 0;
    for (ObjectIndex first = 0; first < model.objectCount(); first += kAtOnce) {
        some.resize(std::min(kAtOnce, model.objectCount() - first));
        std::iota(some.begin(), some.end(), first);
        MeshOptions options;
        options.objects = some;
        options.all = false;
        LOCI_TRY(const TriangleMesh mesh, triangulate(model, options, cancel));
        count += mesh.triangleCount();
    }
    return count;
}

Result<Answer> runInfo(const Call &call)
{
    QElapsedTimer timer;
    timer.start();
    LOCI_TRY(formats::LoadedModel loaded, formats::readModel(call.arguments.value(0), call.cancel));
    LOCI_TRY(const std::size_t triangles, countTriangles(*loaded.value, call.cancel));
    Answer answer;
    answer.json = describe(*loaded.value);
    answer.json.insert(QStringLiteral("triangles"), static_cast<qint64>(triangles));
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(timer.nsecsElapsed()) / 1e9);
    answer.json.insert(QStringLiteral("peakMemoryMiB"), peakMemoryMiB());
    answer.text = summary(answer.json);
    answer.findings = std::move(loaded.findings);
    return answer;
}

} // namespace

VerbSpec infoVerb()
{
    VerbSpec verb;
    verb.name = QStringLiteral("info");
    verb.usage = QStringLiteral("info FILE");
    verb.takesServer = false;
    verb.summary = QCoreApplication::translate(
        "loci::cli", "Describe a file: format, coordinate reference system, objects and problems");
    verb.run = runInfo;
    return verb;
}

} // namespace loci::cli
