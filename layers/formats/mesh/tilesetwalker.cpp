// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/tilesetwalker.h"

#include "layers/formats/mesh/meshcontext.h"
#include "layers/formats/mesh/tilecontent.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace loci::formats {

namespace {

constexpr int kDeepest = 192; // tiles in tiles, over all tilesets
constexpr std::uint64_t kMostTiles = 1'000'000;

QString addressOf(const QJsonObject &content)
{
    const QString uri = content.value(QLatin1String("uri")).toString();
    return uri.isEmpty() ? content.value(QLatin1String("url")).toString() : uri; // "url" before 1.0
}

QStringList contentsOf(const QJsonObject &tile)
{
    QStringList contents;
    QJsonArray several = tile.value(QLatin1String("contents")).toArray();
    if (several.isEmpty()) {
        several = tile.value(QLatin1String("extensions"))
                      .toObject()
                      .value(QLatin1String("3DTILES_multiple_contents"))
                      .toObject()
                      .value(QLatin1String("contents"))
                      .toArray();
    }
    if (const QString one = addressOf(tile.value(QLatin1String("content")).toObject()); !one.isEmpty()) {
        contents << one;
    }
    for (const QJsonValue &content : several) {
        if (const QString address = addressOf(content.toObject()); !address.isEmpty()) {
            contents << address;
        }
    }
    return contents;
}

QJsonObject implicitOf(const QJsonObject &tile)
{
    const QJsonObject own = tile.value(QLatin1String("implicitTiling")).toObject();
    return !own.isEmpty() ? own
                          : tile.value(QLatin1String("extensions"))
                                .toObject()
                                .value(QLatin1String("3DTILES_implicit_tiling"))
                                .toObject();
}

Affine transformOf(const QJsonObject &tile)
{
    constexpr qsizetype kMatrix = 16;
    const QJsonArray matrix = tile.value(QLatin1String("transform")).toArray();
    std::array<double, kMatrix> columns{};
    for (qsizetype i = 0; i < kMatrix && matrix.size() == kMatrix; ++i) {
        columns[static_cast<std::size_t>(i)] = matrix[i].toDouble();
    }
    return matrix.size() == kMatrix ? Affine::columnMajor(columns) : Affine();
}

bool isTileset(const QJsonObject &json)
{
    return json.contains(QLatin1String("root")) && json.contains(QLatin1String("asset"));
}

} // namespace

TilesetWalker::TilesetWalker(const QString &path, MeshContext &context)
    : m_context(context)
    , m_folder(path)
    , m_name(QFileInfo(path).fileName())
{}

Result<std::vector<MeshPart>> TilesetWalker::run(const QByteArray &bytes)
{
    LOCI_TRY(TileRead read, readTileset(bytes, {m_name, {}, true, false, 0}));
    return std::move(read.parts);
}

bool TilesetWalker::mayGoOn(int depth)
{
    if (m_context.cancel.isCancelled() || m_context.isFull() || m_stopped) {
        return false;
    }
    if (depth > kDeepest || ++m_tiles > kMostTiles) {
        m_stopped = m_tiles > kMostTiles;
        m_context.report(Severity::Error, "too_large",
                         QCoreApplication::translate("loci::formats",
                                                     "The tileset has too many tiles or levels; the rest "
                                                     "of it is left out."));
        return false;
    }
    return true;
}

Result<TilesetWalker::TileRead> TilesetWalker::readTileset(const QByteArray &bytes, const Inherited &from)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(bytes, &error);
    if (!parsed.isObject() || !isTileset(parsed.object())) {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("loci::formats", "The tileset %1 cannot be understood: %2.")
                        .arg(from.tileset, error.error == QJsonParseError::NoError
                                               ? QCoreApplication::translate("loci::formats", "it has no root tile")
                                               : error.errorString()));
    }
    const QJsonObject json = parsed.object();
    const QJsonObject asset = json.value(QLatin1String("asset")).toObject();
    const QString version = asset.value(QLatin1String("version")).toString();
    if (m_version.isEmpty()) {
        m_version = version;
    }
    if (!version.startsWith(QLatin1String("1.")) && !version.startsWith(QLatin1String("0."))) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate("loci::formats",
                                                "The tileset %1 is of version %2; Loci reads 3D Tiles 1.0 and 1.1.")
                        .arg(from.tileset, version.isEmpty() ? QStringLiteral("?") : version.left(20)));
    }
    Inherited root = from;
    root.isZUp = asset.value(QLatin1String("gltfUpAxis")).toString() == QLatin1String("Z");
    m_open << from.tileset;
    TileRead read = readTile(json.value(QLatin1String("root")).toObject(), root);
    m_open.removeLast();
    return read;
}

TilesetWalker::TileRead TilesetWalker::readTile(const QJsonObject &tile, Inherited from)
{
    if (!mayGoOn(from.depth)) {
        return {{}, false};
    }
    from.transform = from.transform * transformOf(tile);
    if (const QString stated = tile.value(QLatin1String("refine")).toString(); !stated.isEmpty()) {
        from.replaces = stated.compare(QLatin1String("ADD"), Qt::CaseInsensitive) != 0;
    }
    const QStringList contents = contentsOf(tile);
    if (const QJsonObject implicit = implicitOf(tile); !implicit.isEmpty()) {
        const std::optional<ImplicitTiling> tiling = ImplicitTiling::from(implicit);
        if (!tiling) {
            m_context.damaged(QCoreApplication::translate("loci::formats", "the numbers of an implicit tiling"),
                              from.tileset);
            return {{}, false};
        }
        return readSubtree({*tiling, {contents.begin(), contents.end()}, from}, {}, from.depth + 1);
    }
    const QJsonArray children = tile.value(QLatin1String("children")).toArray();
    const ChildReader child = [&](std::size_t i) {
        Inherited below = from;
        ++below.depth;
        return readTile(children[static_cast<qsizetype>(i)].toObject(), below);
    };
    return refine(from, static_cast<std::size_t>(children.size()), child, contents);
}

TilesetWalker::TileRead TilesetWalker::refine(const Inherited &from, std::size_t children, const ChildReader &child,
                                              const QStringList &contents)
{
    const std::uint64_t budget = m_context.budget;
    TileRead finer;
    std::size_t there = 0;
    for (std::size_t i = 0; i < children && !m_context.cancel.isCancelled(); ++i) {
        TileRead read = child(i);
        there += read.isThere ? 1 : 0;
        std::move(read.parts.begin(), read.parts.end(), std::back_inserter(finer.parts));
    }
    finer.isThere = there > 0 || (children == 0 && contents.isEmpty());
    if (contents.isEmpty() || (from.replaces && children > 0 && there == children)) {
        return finer;
    }
    if (!from.replaces) {
        TileRead own = readContents(contents, from);
        finer.isThere = finer.isThere || own.isThere;
        std::move(own.parts.begin(), own.parts.end(), std::back_inserter(finer.parts));
        return finer;
    }
    const std::uint64_t spent = m_context.budget;
    m_context.budget = budget; // what was read of the finer level goes when this one can be read
    TileRead own = readContents(contents, from);
    if (!own.isThere) {
        m_context.budget = spent;
        return finer;
    }
    if (children > 0) {
        m_context.report(Severity::Info, "coarser_level",
                         QCoreApplication::translate("loci::formats",
                                                     "A finer level is not complete; the coarser tile %1 "
                                                     "stays in its place.")
                             .arg(contents.front().left(200)),
                         from.tileset);
    }
    return own;
}

TilesetWalker::TileRead TilesetWalker::readContents(const QStringList &contents, const Inherited &from)
{
    TileRead read;
    bool any = false;
    for (const QString &uri : contents) {
        any = readContent(uri, from, read.parts) || any;
    }
    read.isThere = any;
    return read;
}

bool TilesetWalker::readContent(const QString &uri, const Inherited &from, std::vector<MeshPart> &parts)
{
    const std::optional<QString> path = m_folder.at(from.tileset).resolve(uri, m_context);
    if (!path || m_context.isFull() || m_context.cancel.isCancelled()) {
        return false;
    }
    if (m_open.contains(*path)) {
        m_context.report(Severity::Error, "circular_tileset",
                         QCoreApplication::translate("loci::formats", "The tileset \"%1\" contains itself.").arg(*path),
                         from.tileset);
        return false;
    }
    const std::optional<QByteArray> bytes = m_folder.readFile(*path, m_context, "missing_content");
    if (!bytes) {
        return false;
    }
    if (bytes->left(64).trimmed().startsWith('{')) {
        if (isTileset(QJsonDocument::fromJson(*bytes).object())) {
            Inherited below = from;
            below.tileset = *path;
            ++below.depth;
            Result<TileRead> read = readTileset(*bytes, below);
            if (!read) {
                m_context.report(Severity::Error, "damaged", read.error().message, *path);
                return false;
            }
            std::move(read->parts.begin(), read->parts.end(), std::back_inserter(parts));
            return read->isThere;
        }
    }
    Result<std::vector<MeshPart>> read =
        readTileContent(*bytes, {*path, m_folder, from.transform, from.isZUp}, m_context);
    if (!read) {
        const bool isUnsupported = read.error().code == ErrorCode::Unsupported;
        m_context.report(isUnsupported ? Severity::Warning : Severity::Error, isUnsupported ? "unsupported" : "damaged",
                         read.error().message, *path);
        return false;
    }
    std::move(read->begin(), read->end(), std::back_inserter(parts));
    if (m_context.progress) {
        constexpr double kSome = 100; // how many there will be is not known before the end
        const auto done = static_cast<double>(++m_contents);
        m_context.progress(done / (done + kSome));
    }
    return true;
}

TilesetWalker::TileRead TilesetWalker::readSubtree(const ImplicitRoot &root, const TileCoordinate &at, int depth)
{
    const ContentFolder here = m_folder.at(root.from.tileset);
    const QString uri = ImplicitTiling::expand(root.tiling.subtreeTemplate, at);
    const std::optional<QString> path = here.resolve(uri, m_context);
    const std::optional<QByteArray> bytes =
        path ? m_folder.readFile(*path, m_context, "missing_subtree") : std::nullopt;
    if (!bytes) {
        return {{}, false};
    }
    Result<Subtree> subtree = Subtree::read(*bytes, *path, m_folder.at(*path), m_context);
    if (!subtree) {
        m_context.report(Severity::Error, "damaged", subtree.error().message, *path);
        return {{}, false};
    }
    return readImplicit(root, std::make_shared<const Subtree>(std::move(*subtree)), at, 0, 0, depth);
}

TilesetWalker::TileRead TilesetWalker::readImplicit(const ImplicitRoot &root,
                                                    const std::shared_ptr<const Subtree> &subtree,
                                                    const TileCoordinate &at, std::uint32_t level, std::uint64_t morton,
                                                    int depth)
{
    if (!mayGoOn(depth)) {
        return {{}, false};
    }
    const unsigned fanOut = root.tiling.fanOut, bitsOfLevel = fanOut == 8 ? 3 : 2;
    const auto indexAt = [&](std::uint32_t ofLevel, std::uint64_t place) {
        return ((std::uint64_t{1} << (bitsOfLevel * ofLevel)) - 1) / (fanOut - 1) + place;
    };
    const std::uint64_t index = indexAt(level, morton);
    if (!subtree->hasTile(index)) {
        return {};
    }
    QStringList contents;
    for (std::size_t i = 0; i < root.contents.size(); ++i) {
        if (subtree->hasContent(i, index)) {
            contents << ImplicitTiling::expand(root.contents[i], at);
        }
    }
    struct Child
    {
        TileCoordinate at;
        std::uint64_t morton;
        bool isSubtree;
    };
    std::vector<Child> children;
    const bool atBottom = level + 1 >= root.tiling.subtreeLevels;
    for (unsigned i = 0; i < fanOut && at.level + 1 < root.tiling.availableLevels; ++i) {
        const std::uint64_t below = morton * fanOut + i;
        if (atBottom ? subtree->hasChildSubtree(below) : subtree->hasTile(indexAt(level + 1, below))) {
            children.push_back({at.child(i), below, atBottom});
        }
    }
    const ChildReader child = [&](std::size_t i) {
        const Child &next = children[i];
        return next.isSubtree ? readSubtree(root, next.at, depth + 1)
                              : readImplicit(root, subtree, next.at, level + 1, next.morton, depth + 1);
    };
    return refine(root.from, children.size(), child, contents);
}

} // namespace loci::formats
