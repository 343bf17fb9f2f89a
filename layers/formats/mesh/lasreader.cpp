// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/bytes.h"
#include "layers/formats/mesh/colourpalette.h"
#include "layers/formats/mesh/meshassembler.h"
#include "layers/formats/mesh/meshreaders.h"

#include <QFileInfo>
#include <algorithm>
#include <map>
#include <proj.h>

namespace loci::formats {

namespace {

constexpr std::uint64_t kHeader12 = 227, kHeader14 = 375, kRecordHeader = 54;
constexpr std::uint64_t kMostPoints = 2'000'000; ///< more are thinned: points of a MultiPoint take 40 bytes each

struct LasHeader
{
    int major = 1, minor = 2;
    std::uint64_t headerSize = 0, firstPoint = 0, records = 0, points = 0, pointSize = 0;
    int format = 0;
    bool isPacked = false;
    std::array<double, 3> scale{}, offset{};
};

Result<LasHeader> headerOf(const QByteArray &bytes, const QString &path)
{
    const auto broken = [&] {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("loci::formats", "The header of the LAS file %1 cannot be understood.")
                        .arg(path));
    };
    const auto size = static_cast<std::uint64_t>(bytes.size());
    if (size < kHeader12) {
        return broken();
    }
    LasHeader header;
    header.major = littleEndian<std::uint8_t>(bytes, 24);
    header.minor = littleEndian<std::uint8_t>(bytes, 25);
    header.headerSize = littleEndian<std::uint16_t>(bytes, 94);
    header.firstPoint = littleEndian<std::uint32_t>(bytes, 96);
    header.records = littleEndian<std::uint32_t>(bytes, 100);
    const auto format = littleEndian<std::uint8_t>(bytes, 104);
    header.isPacked = (format & 0xC0U) != 0;
    header.format = format & 0x3FU;
    header.pointSize = littleEndian<std::uint16_t>(bytes, 105);
    header.points = littleEndian<std::uint32_t>(bytes, 107);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        header.scale[axis] = littleEndian<double>(bytes, 131 + 8 * axis);
        header.offset[axis] = littleEndian<double>(bytes, 155 + 8 * axis);
    }
    if (header.major == 1 && header.minor >= 4) {
        if (size < kHeader14) {
            return broken();
        }
        header.points = std::max<std::uint64_t>(header.points, littleEndian<std::uint64_t>(bytes, 247));
    }
    constexpr std::array<std::uint64_t, 11> kSizes{20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67};
    const bool isKnown = header.major == 1 && static_cast<std::size_t>(header.format) < kSizes.size();
    if (!isKnown || header.pointSize < kSizes[static_cast<std::size_t>(header.format)] ||
        header.headerSize < kHeader12 || header.firstPoint < header.headerSize) {
        return broken();
    }
    return header;
}

/// "EPSG:n" of a definition that PROJ understands; 0 when it names none.
int epsgOf(const QByteArray &definition)
{
    PJ_CONTEXT *context = proj_context_create();
    proj_context_set_enable_network(context, 0);
    proj_log_level(context, PJ_LOG_NONE);
    int code = 0;
    if (PJ *crs = proj_create(context, definition.constData())) {
        PJ *horizontal = proj_get_type(crs) == PJ_TYPE_COMPOUND_CRS ? proj_crs_get_sub_crs(context, crs, 0) : nullptr;
        const char *text = proj_get_id_code(horizontal ? horizontal : crs, 0);
        code = text ? QByteArray(text).toInt() : 0;
        proj_destroy(horizontal);
        proj_destroy(crs);
    }
    proj_context_destroy(context);
    return code;
}

/// The CRS in the records behind the header: WKT, or the keys of GeoTIFF.
void readCrs(const QByteArray &bytes, const LasHeader &header, MeshSource &source)
{
    constexpr std::uint16_t kWkt = 2112, kKeys = 34735, kProjected = 3072, kGeographic = 2048, kLasOwn = 32767;
    const auto end = std::min<std::uint64_t>(static_cast<std::uint64_t>(bytes.size()), header.firstPoint);
    std::uint64_t at = header.headerSize;
    for (std::uint64_t i = 0; i < header.records && at + kRecordHeader <= end; ++i) {
        const auto record = littleEndian<std::uint16_t>(bytes, at + 18);
        const std::uint64_t length = littleEndian<std::uint16_t>(bytes, at + 20), body = at + kRecordHeader;
        if (length > end - body) {
            return;
        }
        if (record == kWkt) {
            const QByteArray wkt =
                bytes.mid(static_cast<qsizetype>(body), static_cast<qsizetype>(length)).split('\0').first();
            source.crsText = QString::fromUtf8(wkt);
            source.crs = EpsgCode(epsgOf(wkt));
        } else if (record == kKeys && !source.crs.isKnown()) {
            for (std::uint64_t key = body + 8; key + 8 <= body + length; key += 8) {
                const auto id = littleEndian<std::uint16_t>(bytes, key),
                           place = littleEndian<std::uint16_t>(bytes, key + 2);
                const auto value = littleEndian<std::uint16_t>(bytes, key + 6);
                if ((id == kProjected || (id == kGeographic && !source.crs.isKnown())) && place == 0 && value != 0 &&
                    value != kLasOwn) {
                    source.crs = EpsgCode(value);
                    source.crsText = QStringLiteral("EPSG:%1").arg(value);
                }
            }
        }
        at = body + length;
    }
}

std::string className(unsigned number)
{
    static constexpr std::array<const char *, 19> kNames{
        "never classified",  "unassigned",      "ground",         "low vegetation",
        "medium vegetation", "high vegetation", "building",       "noise",
        "model key",         "water",           "rail",           "road",
        "overlap",           "wire guard",      "wire conductor", "tower",
        "wire connector",    "bridge deck",     "high noise"};
    return number < kNames.size() ? kNames[number] : "class " + std::to_string(number);
}

/// Offset of the colours in a point; 0 for formats without.
std::uint64_t coloursAt(int format)
{
    switch (format) {
    case 2:
        return 20;
    case 3:
    case 5:
        return 28;
    case 7:
    case 8:
    case 10:
        return 30;
    default:
        return 0;
    }
}

MeshPart readPoints(const QByteArray &bytes, const LasHeader &header, const std::string &stem, MeshContext &context)
{
    constexpr std::uint64_t kLook = 65536;
    const auto size = static_cast<std::uint64_t>(bytes.size());
    const std::uint64_t there = size > header.firstPoint ? (size - header.firstPoint) / header.pointSize : 0;
    const std::uint64_t count = std::min(header.points, there);
    if (there < header.points) {
        context.damaged(QCoreApplication::translate("loci::formats", "the file ends at %1 %2 of %3")
                            .arg(QStringLiteral("point"))
                            .arg(there)
                            .arg(header.points),
                        {});
    }
    const std::uint64_t step = (count + kMostPoints - 1) / kMostPoints;
    MeshPart part;
    ColourPalette palette(part);
    std::map<unsigned, std::pair<std::vector<std::uint32_t>, std::uint64_t>> classes; // kept points, all points
    std::vector<std::uint32_t> materials;
    const std::uint64_t colours = coloursAt(header.format);
    double mostColour = 255;
    for (std::uint64_t i = 0; colours > 0 && i < count; i += std::max<std::uint64_t>(1, step)) {
        const std::uint64_t at = header.firstPoint + i * header.pointSize + colours;
        for (std::uint64_t c = 0; c < 3; ++c) {
            mostColour = littleEndian<std::uint16_t>(bytes, at + 2 * c) > 255 ? 65535 : mostColour;
        }
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        if (i % kLook == 0 && context.cancel.isCancelled()) {
            break;
        }
        const std::uint64_t at = header.firstPoint + i * header.pointSize;
        const unsigned number = header.format >= 6 ? littleEndian<std::uint8_t>(bytes, at + 16)
                                                   : littleEndian<std::uint8_t>(bytes, at + 15) & 0x1FU;
        auto &[kept, all] = classes[number];
        ++all;
        if (i % step != 0) {
            continue;
        }
        kept.push_back(static_cast<std::uint32_t>(part.points.size()));
        const auto value = [&](std::size_t axis) {
            return littleEndian<std::int32_t>(bytes, at + 4 * axis) * header.scale[axis] + header.offset[axis];
        };
        part.points.push_back({value(0), value(1), value(2)});
        const auto channel = [&](std::uint64_t c) {
            return littleEndian<std::uint16_t>(bytes, at + colours + 2 * c) / mostColour;
        };
        materials.push_back(colours > 0 ? palette.material({channel(0), channel(1), channel(2)}) : city::kNone);
    }
    for (const auto &[number, points] : classes) {
        const auto &[kept, all] = points;
        MeshObject object;
        object.id = stem + "/" + className(number);
        object.attributes = {{"classification", static_cast<std::int64_t>(number)},
                             {"className", className(number)},
                             {"points", static_cast<std::int64_t>(all)}};
        const std::uint32_t first = part.faceCount();
        for (const std::uint32_t point : kept) {
            part.corners.push_back(point);
            part.endFace(materials[point]);
        }
        object.geometries.push_back({city::GeometryType::MultiPoint, {first, part.faceCount()}});
        part.objects.push_back(std::move(object));
    }
    if (step > 1) {
        context.report(Severity::Warning, "thinned",
                       QCoreApplication::translate("loci::formats", "%1 of %2 points are kept: one of %3.")
                           .arg(part.points.size())
                           .arg(count)
                           .arg(step));
    }
    return part;
}

} // namespace

bool LasReader::recognises(const QByteArray &head) const
{
    return head.startsWith("LASF");
}

Result<LoadedModel> LasReader::read(const QString &path, const CancelToken &cancel,
                                    const ProgressFunction &progress) const
{
    MeshContext context(path, cancel, progress);
    LOCI_TRY(const QByteArray bytes, wholeFile(path));
    LOCI_TRY(const LasHeader header, headerOf(bytes, path));
    if (header.isPacked) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate(
                        "loci::formats", "The file %1 is a LAZ point cloud; compressed point clouds are not supported "
                                         "here. Please unpack it to LAS.")
                        .arg(path));
    }
    MeshSource source{QStringLiteral("LAS"), QStringLiteral("%1.%2").arg(header.major).arg(header.minor),
                      MeshPlacement::Stated};
    readCrs(bytes, header, source);
    MeshAssembler assembler(context);
    assembler.add(readPoints(bytes, header, QFileInfo(path).completeBaseName().toStdString(), context));
    if (cancel.isCancelled()) {
        return context.cancelled();
    }
    return assembler.finish(source);
}

} // namespace loci::formats
