// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/tileswriter.h"

#include "layers/domain/city/jsontext.h"
#include "layers/formats/export/geoplacer.h"
#include "layers/formats/export/gltfmesh.h"
#include "layers/formats/export/newfolder.h"
#include "layers/formats/export/tilequadtree.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace loci::formats {

using namespace loci::city;

namespace {

/// Longitude and latitude in radians and height, as "region" wants them.
std::string regionJson(const Box3 &box)
{
    constexpr double kHair = 1e-9; // radians, some millimetres: rounding must not put a corner outside
    std::string text = "{\"region\":[";
    for (const double part :
         {box.min.x - kHair, box.min.y - kHair, box.max.x + kHair, box.max.y + kHair, box.min.z - 0.01}) {
        text += jsonNumber(part) + ',';
    }
    return text + jsonNumber(box.max.z + 0.01) + "]}";
}

QString translated(const char *text)
{
    return QCoreApplication::translate("loci::formats", text);
}

class TilesWriter
{
public:
    TilesWriter(const CityModel &model, const ExportOptions &options, const GeoPlacer &placer, NewFolder &folder)
        : m_model(model)
        , m_options(options)
        , m_placer(placer)
        , m_folder(folder)
        , m_images(imagesOf(model, m_dropped))
        , m_units(tileUnits(model, options.lod))
        , m_walk(model, options.lod)
        , m_written(model.objectCount(), false)
    {
        for (const ImageFile &image : m_images) {
            m_usable.push_back(!image.path.isEmpty());
        }
    }

    Result<ExportReport> run()
    {
        if (m_units.empty()) {
            return fail(
                ErrorCode::Invalid,
                translated(QT_TRANSLATE_NOOP("loci::formats", "The model has no surfaces that 3D Tiles could show.")));
        }
        const std::unique_ptr<TileNode> tree = tileTree(m_units);
        LOCI_TRY(const Tile root, tile(*tree));
        const double whole = std::max(root.error, diagonalOf(m_model.extent));
        LOCI_CHECK(m_folder.write(QStringLiteral("tileset.json"),
                                  R"({"asset":{"version":"1.1","generator":"Loci"},"geometricError":)" +
                                      jsonNumber(whole) + ",\"root\":" + root.json + "}\n"));
        LOCI_CHECK(m_folder.commit(m_options.cancel));
        return report();
    }

private:
    struct Tile
    {
        std::string json;
        Box3 region;
        double error = 0; ///< its own geometric error
    };

    double diagonalOf(const Box3 &box) const
    {
        const double metres = m_placer.isGeographic() ? 111320 : 1; // of a degree, roughly
        return std::hypot((box.max.x - box.min.x) * metres, (box.max.y - box.min.y) * metres, box.max.z - box.min.z);
    }

    Result<Tile> tile(const TileNode &node)
    {
        if (node.isLeaf()) {
            return leaf(node);
        }
        Tile inner;
        std::string children;
        for (const auto &child : node.children) {
            if (child == nullptr) {
                continue;
            }
            LOCI_TRY(const Tile below, tile(*child));
            inner.region.include(below.region);
            inner.error = std::max(inner.error, below.error);
            children += children.empty() ? "" : ",";
            children += below.json;
        }
        for (const Box3 &box : boundsBelow(node)) {
            inner.error = std::max(inner.error, diagonalOf(box)); // what is not shown while this tile is
        }
        inner.json = "{\"boundingVolume\":" + regionJson(inner.region) +
                     ",\"geometricError\":" + jsonNumber(inner.error) + R"(,"refine":"ADD","children":[)" + children +
                     "]}";
        return inner;
    }

    std::vector<Box3> boundsBelow(const TileNode &node) const
    {
        std::vector<Box3> found;
        for (const std::size_t unit : node.units) {
            found.push_back(m_units[unit].bounds);
        }
        for (const auto &child : node.children) {
            if (child != nullptr) {
                const std::vector<Box3> below = boundsBelow(*child);
                found.insert(found.end(), below.begin(), below.end());
            }
        }
        return found;
    }

    Result<Tile> leaf(const TileNode &node)
    {
        Tile made;
        Box3 world;
        for (const std::size_t unit : node.units) {
            world.include(m_units[unit].bounds);
        }
        Vec3 origin = world.centre();
        if (!m_placer.toGeographic({&origin, 1})) {
            return fail(ErrorCode::Invalid,
                        translated(QT_TRANSLATE_NOOP(
                            "loci::formats", "The coordinates do not lie within their coordinate reference system.")));
        }
        const TangentFrame frame(origin);
        GltfMesh mesh(m_model, m_usable, [&](std::span<Vec3> points) {
            if (!m_placer.toGeographic(points)) {
                return false;
            }
            for (Vec3 &p : points) {
                made.region.include(p);
                p = frame.local(earthCentred(p));
            }
            return true;
        });
        for (const std::size_t unit : node.units) {
            if (m_options.cancel.isCancelled()) {
                return exportCancelled(m_folder.path());
            }
            for (const ObjectIndex o : m_units[unit].objects) {
                m_walk.object(o, [&mesh](const WalkedSurface &surface) { mesh.add(surface); });
            }
        }
        m_done += node.units.size();
        if (m_options.progress) {
            m_options.progress(static_cast<double>(m_done) / static_cast<double>(m_units.size()));
        }
        m_outside += mesh.outside();
        made.region.include(origin);
        std::string transform = "[";
        for (const double part : frame.columnMajor()) {
            transform += (transform.size() > 1 ? "," : "") + jsonNumber(part);
        }
        made.json = "{\"transform\":" + transform + "],\"boundingVolume\":" + regionJson(made.region) +
                    R"(,"geometricError":0,"refine":"ADD")";
        if (mesh.triangleCount() > 0) {
            LOCI_CHECK(writeContent(node, mesh));
            for (const ObjectIndex o : mesh.objects()) {
                m_written[o] = true;
            }
            made.json += R"(,"content":{"uri":"tiles/)" + node.name + ".glb\"}";
        }
        made.json += '}';
        return made;
    }

    Result<> writeContent(const TileNode &node, GltfMesh &mesh)
    {
        GltfBuffer buffer;
        const std::string json = mesh.write(
            buffer, [this](std::uint32_t t, GltfBuffer &into) { return embeddedImage(m_images[t], into); }, {}, {});
        const std::string bytes = glbBytes(json, buffer.bytes());
        const QString name = QStringLiteral("tiles/%1.glb").arg(QString::fromStdString(node.name));
        if (bytes.empty()) {
            return cannotWrite(name, translated(QT_TRANSLATE_NOOP("loci::formats", "one object is larger than 4 GiB")));
        }
        return m_folder.write(name, bytes);
    }

    ExportReport report()
    {
        const auto objects = static_cast<qint64>(std::count(m_written.begin(), m_written.end(), true));
        m_walk.report(m_dropped);
        m_dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "surfaces")),
                      translated(QT_TRANSLATE_NOOP("loci::formats", "it lies outside of the reference system")),
                      m_outside);
        m_dropped.add(translated(QT_TRANSLATE_NOOP("loci::formats", "objects")),
                      translated(QT_TRANSLATE_NOOP("loci::formats", "an object without faces, with its attributes")),
                      static_cast<int>(m_model.objectCount() - objects));
        ExportReport report;
        if (!m_placer.hasHeights()) {
            report.findings.push_back(
                {Severity::Warning,
                 QStringLiteral("heights_as_ellipsoidal"),
                 {},
                 {},
                 translated(QT_TRANSLATE_NOOP(
                     "loci::formats", "Heights are written as if they stood on the ellipsoid: the reference system has "
                                      "none, or its geoid is not on this computer. The city may float or sink.")),
                 m_model.sourcePath});
        }
        report.objects = objects;
        report.dropped = m_dropped.take();
        report.files = m_folder.files();
        return report;
    }

    const CityModel &m_model;
    const ExportOptions &m_options;
    const GeoPlacer &m_placer;
    NewFolder &m_folder;
    DroppedList m_dropped;
    std::vector<ImageFile> m_images;
    std::vector<bool> m_usable;
    std::vector<TileUnit> m_units;
    SurfaceWalk m_walk;
    std::size_t m_done = 0;
    std::vector<bool> m_written; ///< by object
    int m_outside = 0;
};

} // namespace

Result<ExportReport> writeTiles(const CityModel &model, const QString &path, const ExportOptions &options)
{
    const std::unique_ptr<GeoPlacer> placer = GeoPlacer::create(model.crs);
    if (placer == nullptr) {
        return fail(
            ErrorCode::Unsupported,
            translated(QT_TRANSLATE_NOOP("loci::formats", "3D Tiles stand on the globe, but the model states no known "
                                                          "coordinate reference system.")));
    }
    NewFolder folder(path, QStringLiteral("tileset.json"));
    LOCI_CHECK(folder.open());
    return TilesWriter(model, options, *placer, folder).run();
}

} // namespace loci::formats
