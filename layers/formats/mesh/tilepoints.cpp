// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/batchtable.h"
#include "layers/formats/mesh/colourpalette.h"
#include "layers/formats/mesh/gltfscene.h"
#include "layers/formats/mesh/meshcontext.h"
#include "layers/formats/mesh/meshgatherer.h"
#include "layers/formats/mesh/tilecontent.h"

#include <algorithm>
#include <cmath>

namespace loci::formats {

namespace {

constexpr double kQuantised = 65535;

Vec3 vectorAt(const std::vector<double> &numbers, std::size_t i)
{
    return {numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]};
}

Vec3 cross(const Vec3 &a, const Vec3 &b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

Vec3 unit(const Vec3 &v)
{
    const double length = std::sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
    return length > 0 ? Vec3{v.x / length, v.y / length, v.z / length} : v;
}

Vec3 octahedral(double u, double v)
{
    const double x = u / kQuantised * 2 - 1, y = v / kQuantised * 2 - 1;
    Vec3 n{x, y, 1 - std::abs(x) - std::abs(y)};
    if (n.z < 0) {
        n.x = (1 - std::abs(y)) * (x < 0 ? -1 : 1);
        n.y = (1 - std::abs(x)) * (y < 0 ? -1 : 1);
    }
    return unit(n);
}

/// POSITION, or POSITION_QUANTIZED in its volume, with RTC_CENTER added. Empty when damaged.
std::vector<Vec3> positionsOf(const TileTable &features, std::uint64_t count)
{
    std::vector<double> numbers = features.numbers(QStringLiteral("POSITION"), count, 3, "FLOAT");
    if (numbers.empty()) {
        numbers = features.numbers(QStringLiteral("POSITION_QUANTIZED"), count, 3, "UNSIGNED_SHORT");
        const std::vector<double> offset = features.numbers(QStringLiteral("QUANTIZED_VOLUME_OFFSET"), 1, 3, "FLOAT");
        const std::vector<double> scale = features.numbers(QStringLiteral("QUANTIZED_VOLUME_SCALE"), 1, 3, "FLOAT");
        if (offset.size() != 3 || scale.size() != 3) {
            return {};
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            numbers[i] = numbers[i] / kQuantised * scale[i % 3] + offset[i % 3];
        }
    }
    const std::vector<double> stated = features.numbers(QStringLiteral("RTC_CENTER"), 1, 3, "FLOAT");
    const Vec3 centre = stated.size() == 3 ? vectorAt(stated, 0) : Vec3{};
    std::vector<Vec3> positions;
    positions.reserve(numbers.size() / 3);
    for (std::size_t i = 0; 3 * i + 2 < numbers.size(); ++i) {
        const Vec3 p = vectorAt(numbers, i);
        positions.push_back({p.x + centre.x, p.y + centre.y, p.z + centre.z});
    }
    return positions;
}

std::vector<Vec3> directionsOf(const TileTable &features, const char *name, std::uint64_t count)
{
    std::vector<Vec3> directions;
    const QString plain = QLatin1String(name);
    const std::vector<double> numbers = features.numbers(plain, count, 3, "FLOAT");
    for (std::size_t i = 0; 3 * i + 2 < numbers.size(); ++i) {
        directions.push_back(unit(vectorAt(numbers, i)));
    }
    if (directions.empty()) {
        const std::vector<double> packed =
            features.numbers(plain + QStringLiteral("_OCT32P"), count, 2, "UNSIGNED_SHORT");
        for (std::size_t i = 0; i + 1 < packed.size(); i += 2) {
            directions.push_back(octahedral(packed[i], packed[i + 1]));
        }
    }
    return directions;
}

Affine eastNorthUp(const Vec3 &at)
{
    constexpr double kEquator = 6378137.0, kPole = 6356752.314245;
    const Vec3 up = unit({at.x / (kEquator * kEquator), at.y / (kEquator * kEquator), at.z / (kPole * kPole)});
    Vec3 east = unit({-at.y, at.x, 0});
    if (east.x == 0 && east.y == 0) {
        east = {0, 1, 0};
    }
    return Affine::columns(east, cross(up, east), up);
}

std::array<double, 3> colourAt(const TileTable &features, const std::vector<double> &colours, std::size_t channels,
                               std::size_t i)
{
    constexpr double kByte = 255, kFive = 31, kSix = 63;
    if (channels == 1) { // RGB565
        const auto bits = static_cast<unsigned>(colours[i]);
        return {((bits >> 11) & 31U) / kFive, ((bits >> 5) & 63U) / kSix, (bits & 31U) / kFive};
    }
    if (channels == 0) {
        const std::vector<double> constant = features.numbers(QStringLiteral("CONSTANT_RGBA"), 1, 4, "UNSIGNED_BYTE");
        return {constant[0] / kByte, constant[1] / kByte, constant[2] / kByte};
    }
    return {colours[channels * i] / kByte, colours[channels * i + 1] / kByte, colours[channels * i + 2] / kByte};
}

tl::unexpected<Error> broken(const TilePlace &place)
{
    return fail(
        ErrorCode::Invalid,
        QCoreApplication::translate("loci::formats", "The tile %1 ends too early or is damaged.").arg(place.path));
}

} // namespace

Result<MeshPart> readInstances(const TileTable &features, const TileTable &batchJson, const QByteArray &gltf,
                               const TilePlace &place, MeshContext &context)
{
    const qint64 stated = features.number("INSTANCES_LENGTH");
    const std::uint64_t count = stated < 0 ? 0 : static_cast<std::uint64_t>(stated);
    const std::vector<Vec3> positions = positionsOf(features, count);
    if (positions.size() != count || !context.spend(count * 4)) {
        return broken(place);
    }
    LOCI_TRY(const GltfDocument document, openGltf(gltf, place.path, place.folder, context));
    auto shape = std::make_shared<const MeshPart>(
        readGltfScene(document, {{}, place.isZUp, nullptr, place.path, true}, context));
    const std::vector<Vec3> ups = directionsOf(features, "NORMAL_UP", count);
    const std::vector<Vec3> rights = directionsOf(features, "NORMAL_RIGHT", count);
    const bool eastNorth = features.json().value(QLatin1String("EAST_NORTH_UP")).toBool();
    const std::vector<double> scales = features.numbers(QStringLiteral("SCALE"), count, 1, "FLOAT");
    const std::vector<double> uneven = features.numbers(QStringLiteral("SCALE_NON_UNIFORM"), count, 3, "FLOAT");
    const std::vector<double> batches = features.numbers(QStringLiteral("BATCH_ID"), count, 1, "UNSIGNED_SHORT");
    const double last = batches.empty() ? 0 : *std::max_element(batches.begin(), batches.end());
    const std::uint64_t rows = batches.empty() ? count : static_cast<std::uint64_t>(std::max(0.0, last)) + 1;
    const BatchTable batch(batchJson, rows, place.path, context);
    MeshPart part;
    part.shapes.push_back(std::move(shape));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        Affine own = Affine::translation(positions[i]);
        if (i < ups.size() && i < rights.size()) {
            own = own * Affine::columns(rights[i], ups[i], cross(rights[i], ups[i]));
        } else if (eastNorth) {
            own = own * eastNorthUp(place.transform(positions[i]));
        }
        const double even = i < scales.size() ? scales[i] : 1;
        const Vec3 each = 3 * i + 2 < uneven.size() ? vectorAt(uneven, i) : Vec3{1, 1, 1};
        own = own * Affine::scaling({each.x * even, each.y * even, each.z * even});
        const std::uint64_t id = i < batches.size() && batches[i] >= 0 ? static_cast<std::uint64_t>(batches[i]) : i;
        MeshObject object = MeshGatherer::featureObject(batch.isEmpty() ? nullptr : &batch, id, place.path, context);
        object.shape = 0;
        object.placement = place.transform * own;
        part.objects.push_back(std::move(object));
    }
    return part;
}

Result<MeshPart> readPoints(const TileTable &features, const TileTable &batchJson, const TilePlace &place,
                            MeshContext &context)
{
    if (features.json()
            .value(QLatin1String("extensions"))
            .toObject()
            .contains(QLatin1String("3DTILES_draco_point_compression"))) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate(
                        "loci::formats", "The tile %1 is a point cloud packed with Draco, which is not supported "
                                         "here.")
                        .arg(place.path));
    }
    const qint64 stated = features.number("POINTS_LENGTH");
    const std::uint64_t count = stated < 0 ? 0 : static_cast<std::uint64_t>(stated);
    MeshPart part;
    part.points = positionsOf(features, count);
    if (part.points.size() != count || !context.spend(count * 2)) {
        return broken(place);
    }
    for (Vec3 &point : part.points) {
        point = place.transform(point);
    }
    std::size_t channels = 0;
    std::vector<double> colours;
    for (const auto &[name, wide, type] :
         {std::tuple("RGB", 3U, "UNSIGNED_BYTE"), std::tuple("RGBA", 4U, "UNSIGNED_BYTE"),
          std::tuple("RGB565", 1U, "UINT16")}) {
        if (colours.empty()) {
            colours = features.numbers(QLatin1String(name), count, wide, type);
            channels = wide;
        }
    }
    const bool constant =
        colours.empty() && features.numbers(QStringLiteral("CONSTANT_RGBA"), 1, 4, "UNSIGNED_BYTE").size() == 4;
    ColourPalette palette(part);
    const std::vector<double> batches = features.numbers(QStringLiteral("BATCH_ID"), count, 1, "UNSIGNED_SHORT");
    const qint64 length = features.number("BATCH_LENGTH");
    const BatchTable batch(batchJson, length > 0 ? static_cast<std::uint64_t>(length) : 0, place.path, context);
    std::map<std::uint64_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < part.points.size(); ++i) {
        groups[i < batches.size() && batches[i] >= 0 ? static_cast<std::uint64_t>(batches[i]) : 0].push_back(i);
    }
    for (const auto &[id, points] : groups) {
        MeshObject object;
        if (batches.empty()) {
            object.id = place.path.toStdString();
        } else {
            object = MeshGatherer::featureObject(batch.isEmpty() ? nullptr : &batch, id, place.path, context);
        }
        const std::uint32_t first = part.faceCount();
        for (const std::uint32_t point : points) {
            part.corners.push_back(point);
            part.endFace(constant || !colours.empty()
                             ? palette.material(colourAt(features, colours, constant ? 0 : channels, point))
                             : city::kNone);
        }
        object.geometries.push_back({city::GeometryType::MultiPoint, {first, part.faceCount()}});
        part.objects.push_back(std::move(object));
    }
    if (batches.empty() && !batch.isEmpty()) {
        context.unsupported(QCoreApplication::translate("loci::formats", "Attributes of each point of a point cloud"),
                            place.path);
    }
    return part;
}

} // namespace loci::formats
