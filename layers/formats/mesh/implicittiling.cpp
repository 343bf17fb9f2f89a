// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/implicittiling.h"

#include "layers/formats/mesh/bytes.h"
#include "layers/formats/mesh/gltfdocument.h"
#include "layers/formats/mesh/meshcontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace loci::formats {

namespace {

constexpr std::uint64_t kHeader = 24;
constexpr qsizetype kMostViews = 65536;

std::vector<QByteArray> viewsOf(const QJsonObject &json, const QByteArray &own, const ContentFolder &folder,
                                MeshContext &context)
{
    std::vector<QByteArray> buffers, views;
    const QJsonArray bufferList = json.value(QLatin1String("buffers")).toArray();
    for (qsizetype i = 0; i < std::min(bufferList.size(), kMostViews); ++i) {
        const QString uri = bufferList[i].toObject().value(QLatin1String("uri")).toString();
        buffers.push_back(uri.isEmpty() ? own : folder.read(uri, context, "missing_buffer").value_or(QByteArray()));
    }
    const QJsonArray viewList = json.value(QLatin1String("bufferViews")).toArray();
    for (qsizetype i = 0; i < std::min(viewList.size(), kMostViews); ++i) {
        const QJsonObject view = viewList[i].toObject();
        const qint64 buffer = indexOf(view, "buffer"), offset = indexOf(view, "byteOffset"),
                     length = indexOf(view, "byteLength");
        const bool isKnown = buffer >= 0 && buffer < static_cast<qint64>(buffers.size()) && offset >= 0 && length >= 0;
        const QByteArray bytes = isKnown ? buffers[static_cast<std::size_t>(buffer)] : QByteArray();
        views.push_back(isKnown && offset <= bytes.size() && length <= bytes.size() - offset ? bytes.mid(offset, length)
                                                                                             : QByteArray());
    }
    return views;
}

} // namespace

std::optional<ImplicitTiling> ImplicitTiling::from(const QJsonObject &json)
{
    constexpr qint64 kMostLevels = 60;
    ImplicitTiling tiling;
    const QString scheme = json.value(QLatin1String("subdivisionScheme")).toString();
    tiling.fanOut = scheme == QLatin1String("OCTREE") ? 8 : 4;
    const qint64 subtreeLevels = indexOf(json, "subtreeLevels");
    const qint64 levels = json.contains(QLatin1String("availableLevels")) ? indexOf(json, "availableLevels")
                                                                          : indexOf(json, "maximumLevel") + 1;
    const unsigned bitsOfLevel = tiling.fanOut == 8 ? 3 : 2;
    tiling.subtreeTemplate = json.value(QLatin1String("subtrees")).toObject().value(QLatin1String("uri")).toString();
    if ((tiling.fanOut == 4 && scheme != QLatin1String("QUADTREE")) || subtreeLevels < 1 || levels < 1 ||
        levels > kMostLevels || (subtreeLevels + 1) * bitsOfLevel > 62 || tiling.subtreeTemplate.isEmpty()) {
        return std::nullopt;
    }
    tiling.subtreeLevels = static_cast<std::uint32_t>(subtreeLevels);
    tiling.availableLevels = static_cast<std::uint32_t>(levels);
    return tiling;
}

QString ImplicitTiling::expand(const QString &addressTemplate, const TileCoordinate &at)
{
    QString address = addressTemplate;
    address.replace(QLatin1String("{level}"), QString::number(at.level));
    address.replace(QLatin1String("{x}"), QString::number(at.x));
    address.replace(QLatin1String("{y}"), QString::number(at.y));
    address.replace(QLatin1String("{z}"), QString::number(at.z));
    return address;
}

bool Subtree::Availability::has(std::uint64_t index) const
{
    constexpr std::uint64_t kBits = 8;
    if (bits.isEmpty()) {
        return constant;
    }
    const std::uint64_t byte = index / kBits;
    return byte < static_cast<std::uint64_t>(bits.size()) &&
           ((static_cast<unsigned char>(bits[static_cast<qsizetype>(byte)]) >> (index % kBits)) & 1U) != 0;
}

Subtree::Availability Subtree::availability(const QJsonObject &from, const std::vector<QByteArray> &views)
{
    Availability made;
    made.constant = from.value(QLatin1String("constant")).toInt() == 1;
    const qint64 view = std::max(indexOf(from, "bitstream"), indexOf(from, "bufferView"));
    if (view >= 0 && view < static_cast<qint64>(views.size())) {
        made.bits = views[static_cast<std::size_t>(view)];
    }
    return made;
}

bool Subtree::hasContent(std::size_t content, std::uint64_t index) const
{
    return content < m_contents.size() && m_contents[content].has(index);
}

Result<Subtree> Subtree::read(const QByteArray &bytes, const QString &name, const ContentFolder &folder,
                              MeshContext &context)
{
    const auto broken = [&] {
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate("loci::formats", "The tile %1 ends too early or is damaged.").arg(name));
    };
    QByteArray text = bytes, binary;
    if (bytes.startsWith("subt")) {
        const auto size = static_cast<std::uint64_t>(bytes.size());
        if (size < kHeader) {
            return broken();
        }
        const auto jsonLength = littleEndian<std::uint64_t>(bytes, 8),
                   binaryLength = littleEndian<std::uint64_t>(bytes, 16);
        if (jsonLength > size - kHeader || binaryLength > size - kHeader - jsonLength) {
            return broken();
        }
        text = bytes.mid(static_cast<qsizetype>(kHeader), static_cast<qsizetype>(jsonLength));
        binary = bytes.mid(static_cast<qsizetype>(kHeader + jsonLength), static_cast<qsizetype>(binaryLength));
    }
    const QJsonDocument parsed = QJsonDocument::fromJson(text);
    if (!parsed.isObject()) {
        return broken();
    }
    const QJsonObject json = parsed.object();
    const std::vector<QByteArray> views = viewsOf(json, binary, folder, context);
    Subtree subtree;
    subtree.m_tiles = availability(json.value(QLatin1String("tileAvailability")).toObject(), views);
    subtree.m_subtrees = availability(json.value(QLatin1String("childSubtreeAvailability")).toObject(), views);
    const QJsonValue contents = json.value(QLatin1String("contentAvailability"));
    if (contents.isObject()) { // the extension of 1.0 has one only
        subtree.m_contents.push_back(availability(contents.toObject(), views));
    }
    for (const QJsonValue &content : contents.toArray()) {
        subtree.m_contents.push_back(availability(content.toObject(), views));
    }
    return subtree;
}

} // namespace loci::formats
