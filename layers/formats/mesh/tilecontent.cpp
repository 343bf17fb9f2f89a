// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/tilecontent.h"

#include "layers/formats/mesh/batchtable.h"
#include "layers/formats/mesh/bytes.h"
#include "layers/formats/mesh/gltfscene.h"
#include "layers/formats/mesh/meshcontext.h"

namespace loci::formats {

namespace {

constexpr std::uint64_t kHeader = 28, kInstanceHeader = 32, kCompositeHeader = 16;
constexpr int kDeepest = 8; // composites in composites

tl::unexpected<Error> broken(const TilePlace &place)
{
    return fail(
        ErrorCode::Invalid,
        QCoreApplication::translate("loci::formats", "The tile %1 ends too early or is damaged.").arg(place.path));
}

struct Sections
{
    TileTable features, batch;
    QByteArray body;
};

Result<Sections> sectionsOf(const QByteArray &bytes, std::uint64_t header, const TilePlace &place)
{
    const auto size = static_cast<std::uint64_t>(bytes.size());
    if (size < header) {
        return broken(place);
    }
    if (littleEndian<std::uint32_t>(bytes, 4) != 1) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate("loci::formats", "The tile %1 is of a version that Loci does not read.")
                        .arg(place.path));
    }
    std::array<QByteArray, 4> parts;
    std::uint64_t at = header;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::uint64_t length = littleEndian<std::uint32_t>(bytes, 12 + 4 * i);
        if (length > size - at) {
            return broken(place);
        }
        parts[i] = bytes.mid(static_cast<qsizetype>(at), static_cast<qsizetype>(length));
        at += length;
    }
    return Sections{TileTable(parts[0], parts[1]), TileTable(parts[2], parts[3]),
                    bytes.mid(static_cast<qsizetype>(at))};
}

Result<MeshPart> readGltf(const QByteArray &bytes, const TilePlace &place, const FeatureRows *batch,
                          MeshContext &context)
{
    LOCI_TRY(const GltfDocument document, openGltf(bytes, place.path, place.folder.at(place.path), context));
    return readGltfScene(document, {place.transform, place.isZUp, batch, place.path, false}, context);
}

Result<MeshPart> readBatched(const QByteArray &bytes, const TilePlace &place, MeshContext &context)
{
    LOCI_TRY(const Sections sections, sectionsOf(bytes, kHeader, place));
    const qint64 length = sections.features.number("BATCH_LENGTH");
    const BatchTable batch(sections.batch, length > 0 ? static_cast<std::uint64_t>(length) : 0, place.path, context);
    TilePlace moved = place;
    if (const std::vector<double> centre = sections.features.numbers(QStringLiteral("RTC_CENTER"), 1, 3, "FLOAT");
        centre.size() == 3) {
        moved.transform = place.transform * Affine::translation({centre[0], centre[1], centre[2]});
    }
    return readGltf(sections.body, moved, length > 0 ? &batch : nullptr, context);
}

Result<std::vector<MeshPart>> readAny(const QByteArray &bytes, const TilePlace &place, MeshContext &context, int depth);

Result<std::vector<MeshPart>> readComposite(const QByteArray &bytes, const TilePlace &place, MeshContext &context,
                                            int depth)
{
    const auto size = static_cast<std::uint64_t>(bytes.size());
    if (size < kCompositeHeader || depth >= kDeepest) {
        return broken(place);
    }
    std::vector<MeshPart> parts;
    const auto tiles = littleEndian<std::uint32_t>(bytes, 12);
    std::uint64_t at = kCompositeHeader;
    bool isWhole = true;
    for (std::uint32_t i = 0; i < tiles && isWhole; ++i) {
        isWhole = at + 12 <= size;
        const std::uint64_t length = isWhole ? littleEndian<std::uint32_t>(bytes, at + 8) : 0;
        isWhole = length >= 12 && length <= size - at;
        if (isWhole) {
            auto inner = readAny(bytes.mid(static_cast<qsizetype>(at), static_cast<qsizetype>(length)), place, context,
                                 depth + 1);
            if (inner) {
                std::move(inner->begin(), inner->end(), std::back_inserter(parts));
            } else {
                context.report(Severity::Error, "damaged", inner.error().message, place.path);
            }
            at += length;
        }
    }
    if (!isWhole) {
        if (parts.empty()) {
            return broken(place);
        }
        context.report(Severity::Error, "damaged", broken(place).value().message, place.path);
    }
    return parts;
}

Result<std::vector<MeshPart>> readAny(const QByteArray &bytes, const TilePlace &place, MeshContext &context, int depth)
{
    const auto one = [](Result<MeshPart> part) -> Result<std::vector<MeshPart>> {
        if (!part) {
            return fail(std::move(part.error()));
        }
        std::vector<MeshPart> parts;
        parts.push_back(std::move(*part));
        return parts;
    };
    if (bytes.startsWith("b3dm")) {
        return one(readBatched(bytes, place, context));
    }
    if (bytes.startsWith("cmpt")) {
        return readComposite(bytes, place, context, depth);
    }
    if (bytes.startsWith("i3dm")) {
        LOCI_TRY(const Sections sections, sectionsOf(bytes, kInstanceHeader, place));
        QByteArray gltf = sections.body;
        TilePlace source = place;
        if (littleEndian<std::uint32_t>(bytes, kHeader) == 0) { // the body is an address
            const QString uri = QString::fromUtf8(gltf).section(QChar(0), 0, 0).trimmed();
            const std::optional<QString> path = place.folder.at(place.path).resolve(uri, context);
            const std::optional<QByteArray> read =
                path ? place.folder.readFile(*path, context, "missing_content") : std::nullopt;
            if (!read) {
                return broken(place);
            }
            gltf = *read;
            source.folder = place.folder.at(*path);
        } else {
            source.folder = place.folder.at(place.path);
        }
        return one(readInstances(sections.features, sections.batch, gltf, source, context));
    }
    if (bytes.startsWith("pnts")) {
        LOCI_TRY(const Sections sections, sectionsOf(bytes, kHeader, place));
        return one(readPoints(sections.features, sections.batch, place, context));
    }
    if (bytes.startsWith("glTF") || bytes.trimmed().startsWith('{')) {
        return one(readGltf(bytes, place, nullptr, context));
    }
    return fail(ErrorCode::Unsupported,
                QCoreApplication::translate("loci::formats", "The tile %1 is of a kind that is not supported here.")
                    .arg(place.path));
}

} // namespace

Result<std::vector<MeshPart>> readTileContent(const QByteArray &bytes, const TilePlace &place, MeshContext &context)
{
    return readAny(bytes, place, context, 0);
}

} // namespace loci::formats
