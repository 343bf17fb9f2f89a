// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "tests/support/testmain.h"
#include "tests/unit/meshfixtures.h"

#include <QTest>

using namespace loci;
using namespace loci::city;
using namespace loci::test;

namespace {

QJsonObject tileset(const QJsonObject &root)
{
    return {{"asset", QJsonObject{{"version", "1.1"}}}, {"geometricError", 100}, {"root", root}};
}

QJsonObject tileWith(const char *uri)
{
    return {{"geometricError", 1}, {"content", QJsonObject{{"uri", uri}}}};
}

Result<formats::LoadedModel> readRoot(const ModelFolder &folder, const QJsonObject &root)
{
    return folder.read(QStringLiteral("tileset.json"), QJsonDocument(tileset(root)).toJson());
}

QByteArray withBatchIds()
{
    Square square;
    square.changePrimitive([](QJsonObject &primitive) {
        primitive["attributes"] = QJsonObject{{"POSITION", 0}, {"_BATCHID", 3}};
    });
    return square.glb();
}

} // namespace

/// Tilesets and tiles made here.
class MeshTilesTest : public QObject
{
    Q_OBJECT

private slots:
    void replaceTakesTheFinerAndAddTakesBoth()
    {
        const ModelFolder folder;
        folder.write(QStringLiteral("coarse.glb"), Square().glb());
        folder.write(QStringLiteral("fine.glb"), Square().glb());
        for (const char *refine : {"REPLACE", "ADD"}) {
            QJsonObject root = tileWith("coarse.glb");
            root["refine"] = refine;
            root["children"] = QJsonArray{tileWith("fine.glb")};
            const auto loaded = readRoot(folder, root);
            LOCI_VERIFY_RESULT(loaded);
            const bool replaces = QByteArray(refine) == "REPLACE";
            QCOMPARE(loaded->value->objectCount(), replaces ? 1U : 2U);
            QVERIFY(loaded->value->find("fine.glb/square") != kNone);
            QCOMPARE(loaded->value->find("coarse.glb/square") == kNone, replaces);
        }
    }

    void coarserTileStaysWhereOneFinerIsMissing()
    {
        const ModelFolder folder;
        for (const char *name : {"root.glb", "west.glb", "east.glb", "west1.glb"}) {
            folder.write(QLatin1String(name), Square().glb());
        }
        QJsonObject west = tileWith("west.glb"), east = tileWith("east.glb"), root = tileWith("root.glb");
        west["children"] = QJsonArray{tileWith("west1.glb"), tileWith("west2.glb")};
        root["refine"] = "REPLACE";
        root["children"] = QJsonArray{west, east};
        const auto loaded = readRoot(folder, root);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.objectCount(), 2U); // one level up in the west only
        QVERIFY(model.find("west.glb/square") != kNone && model.find("east.glb/square") != kNone);
        QCOMPARE(codesOf(loaded->findings), (QStringList{"coarser_level", "missing_content", "no_crs"}));
    }

    void damagedFinerTileLeavesTheCoarser()
    {
        const ModelFolder folder;
        folder.write(QStringLiteral("coarse.glb"), Square().glb());
        folder.write(QStringLiteral("fine.glb"), Square().glb().left(40));
        QJsonObject root = tileWith("coarse.glb");
        root["refine"] = "REPLACE";
        root["children"] = QJsonArray{tileWith("fine.glb")};
        const auto loaded = readRoot(folder, root);
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(loaded->value->find("coarse.glb/square") != kNone);
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("damaged")));
    }

    void batchTableInJsonAndInTheBody()
    {
        const QByteArray body = padded(littleEndianBytes<float>({1.5F, 2.5F}), '\0');
        const QJsonObject batch{
            {"gml_id", QJsonArray{"A", "B"}},
            {"height", QJsonObject{{"byteOffset", 0}, {"componentType", "FLOAT"}, {"type", "SCALAR"}}},
            {"note", QJsonArray{QJsonValue(), QJsonObject{{"k", 1}}}}};
        const QByteArray b3dm = tile("b3dm", {{"BATCH_LENGTH", 2}, {"RTC_CENTER", QJsonArray{100, 200, 300}}}, {},
                                     batch, body, withBatchIds());
        const auto loaded = ModelFolder().read(QStringLiteral("a.b3dm"), b3dm);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.objectCount(), 2U);
        const ObjectIndex second = model.find("B");
        QVERIFY(model.find("A") != kNone && second != kNone);
        QCOMPARE(attribute(model, "height", second).toDouble(), 2.5);
        QCOMPARE(attribute(model, "note", second).toString(), QStringLiteral("{\"k\":1}"));
        QVERIFY(!attribute(model, "note", model.find("A")).isValid());
        QVERIFY(std::abs(model.extent.min.x - 100) < 1e-3 && std::abs(model.extent.max.y - 201) < 1e-3);
    }

    void compositeAndInstancedTiles()
    {
        const QByteArray positions = littleEndianBytes<float>({0, 0, 0, 10, 0, 0, 0, 20, 0});
        const QByteArray scales = littleEndianBytes<float>({1, 2, 1});
        const QByteArray body = padded(positions + scales, '\0');
        const QByteArray i3dm = tile("i3dm",
                                     {{"INSTANCES_LENGTH", 3},
                                      {"POSITION", QJsonObject{{"byteOffset", 0}}},
                                      {"SCALE", QJsonObject{{"byteOffset", 36}}}},
                                     body, {{"name", QJsonArray{"oak", "elm", "ash"}}}, {}, Square().glb(),
                                     littleEndianBytes<std::uint32_t>({1}));
        const QByteArray b3dm = tile("b3dm", {{"BATCH_LENGTH", 0}}, {}, {}, {}, Square().glb());
        QByteArray composite =
            "cmpt" +
            littleEndianBytes<std::uint32_t>({1, static_cast<std::uint32_t>(16 + i3dm.size() + b3dm.size()), 2}) +
            i3dm + b3dm;
        const auto loaded = ModelFolder().read(QStringLiteral("a.cmpt"), composite);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.objectCount(), 4U);
        QCOMPARE(model.instances.size(), std::size_t{3});
        QCOMPARE(model.templates.geometries.size(), std::size_t{1});
        QCOMPARE(attribute(model, "name", 1).toString(), QStringLiteral("elm"));
        const auto mesh = triangulate(model, {});
        LOCI_VERIFY_RESULT(mesh);
        QCOMPARE(mesh->triangleCount(), std::size_t{8});
        float east = 0;
        for (std::size_t i = 0; i < mesh->positions.size(); i += 3) {
            east = std::max(east, mesh->positions[i] + static_cast<float>(mesh->origin.x));
        }
        QVERIFY(std::abs(east - 12) < 1e-3F); // at 10, twice as large
    }

    void instancesOnTheGlobeStandUpright()
    {
        // 121.5 E 31.2 N at height 0; EAST_NORTH_UP turns each instance to its own horizon.
        constexpr double kX = -2853093.6, kY = 4655834.4, kZ = 3284912.7;
        const QByteArray i3dm = tile("i3dm",
                                     {{"INSTANCES_LENGTH", 1},
                                      {"POSITION", QJsonObject{{"byteOffset", 0}}},
                                      {"RTC_CENTER", QJsonArray{kX, kY, kZ}},
                                      {"EAST_NORTH_UP", true}},
                                     padded(littleEndianBytes<float>({0, 0, 0}), '\0'), {}, {}, Square().glb(),
                                     littleEndianBytes<std::uint32_t>({1}));
        const auto loaded = ModelFolder().read(QStringLiteral("a.i3dm"), i3dm);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.crs.value(), 32651);
        const auto mesh = triangulate(model, {});
        LOCI_VERIFY_RESULT(mesh);
        Box3 box;
        for (std::size_t i = 0; i + 2 < mesh->positions.size(); i += 3) {
            box.include(Vec3{mesh->positions[i], mesh->positions[i + 1], mesh->positions[i + 2]});
        }
        QVERIFY2(box.max.z - box.min.z < 1e-3, "a horizontal square is not horizontal on the map");
        QVERIFY(std::abs(box.max.x - box.min.x - 1) < 0.05 && std::abs(box.max.y - box.min.y - 1) < 0.05);
    }

    void circlesAndWaysOutEnd()
    {
        const ModelFolder folder;
        folder.write(QStringLiteral("b.json"), QJsonDocument(tileset(tileWith("tileset.json"))).toJson());
        folder.write(QStringLiteral("ok.glb"), Square().glb());
        QJsonObject root{{"geometricError", 1}, {"refine", "ADD"}};
        root["children"] = QJsonArray{tileWith("b.json"), tileWith("tileset.json"), tileWith("../x.b3dm"),
                                      tileWith("https://example.org/x.b3dm"), tileWith("ok.glb")};
        const auto loaded = readRoot(folder, root);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->objectCount(), 1U);
        QCOMPARE(codesOf(loaded->findings), (QStringList{"circular_tileset", "circular_tileset", "no_crs",
                                                         "outside_reference", "remote_reference"}));
    }

    void nestedTilesetKeepsItsFolderAndTransform()
    {
        const ModelFolder folder;
        folder.write(QStringLiteral("sub/tile.glb"), Square().glb());
        folder.write(QStringLiteral("sub/tileset.json"), QJsonDocument(tileset(tileWith("tile.glb"))).toJson());
        QJsonObject root = tileWith("sub/tileset.json");
        root["transform"] = QJsonArray{2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 10, 0, 0, 1};
        const auto loaded = readRoot(folder, root);
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(loaded->value->find("sub/tile.glb/square") != kNone);
        QVERIFY(std::abs(loaded->value->extent.max.x - 12) < 1e-4);
    }

    void implicitTreeOfTooManyTilesStops()
    {
        const ModelFolder folder;
        folder.write(QStringLiteral("0.0.0.subtree"),
                     R"({"tileAvailability":{"constant":1},"contentAvailability":[{"constant":0}],
            "childSubtreeAvailability":{"constant":0}})");
        QJsonObject root{{"geometricError", 1}};
        root["implicitTiling"] = QJsonObject{{"subdivisionScheme", "QUADTREE"},
                                             {"subtreeLevels", 25},
                                             {"availableLevels", 25},
                                             {"subtrees", QJsonObject{{"uri", "{level}.{x}.{y}.subtree"}}}};
        const auto loaded = readRoot(folder, root);
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("too_large")));
    }

    void octreeFindsItsContent()
    {
        const ModelFolder folder;
        folder.write(QStringLiteral("c/1.1.0.1.glb"), Square().glb());
        // Tile 0 is the root; its child 5 (x 1, y 0, z 1) has number 6.
        folder.write(
            QStringLiteral("s/0.0.0.0.subtree"), "subt" + littleEndianBytes<std::uint32_t>({1}) + [] {
                const QByteArray json = jsonBytes(
                    {{"buffers", QJsonArray{QJsonObject{{"byteLength", 8}}}},
                     {"bufferViews", QJsonArray{QJsonObject{{"buffer", 0}, {"byteOffset", 0}, {"byteLength", 2}}}},
                     {"tileAvailability", QJsonObject{{"constant", 1}}},
                     {"contentAvailability", QJsonArray{QJsonObject{{"bitstream", 0}}}},
                     {"childSubtreeAvailability", QJsonObject{{"constant", 0}}}});
                return littleEndianBytes<std::uint64_t>({static_cast<std::uint64_t>(json.size()), 8}) + json +
                       padded(QByteArray("\x40\x00", 2), '\0');
            }());
        QJsonObject root = tileWith("c/{level}.{x}.{y}.{z}.glb");
        root["implicitTiling"] = QJsonObject{{"subdivisionScheme", "OCTREE"},
                                             {"subtreeLevels", 2},
                                             {"availableLevels", 2},
                                             {"subtrees", QJsonObject{{"uri", "s/{level}.{x}.{y}.{z}.subtree"}}}};
        const auto loaded = readRoot(folder, root);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(codesOf(loaded->findings), QStringList{"no_crs"});
        QVERIFY(loaded->value->find("c/1.1.0.1.glb/square") != kNone);
    }
};

LOCI_TEST_CLASS(MeshTilesTest)
#include "meshtilestest.moc"
