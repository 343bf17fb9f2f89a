// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "tests/support/testmain.h"
#include "tests/unit/meshfixtures.h"

#include <QTest>
#include <draco/compression/encode.h>
#include <draco/mesh/triangle_soup_mesh_builder.h>

using namespace loci;
using namespace loci::city;
using namespace loci::test;

namespace {

// A PNG of one pixel.
const QByteArray kPng = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

bool isAt(const Vec3 &found, const Vec3 &wanted)
{
    return std::abs(found.x - wanted.x) < 1e-5 && std::abs(found.y - wanted.y) < 1e-5 &&
           std::abs(found.z - wanted.z) < 1e-5;
}

QJsonObject withFeatures(Square &square, const QJsonObject &set)
{
    square.changePrimitive([&](QJsonObject &primitive) {
        primitive["attributes"] = QJsonObject{{"POSITION", 0}, {"_FEATURE_ID_0", 3}};
        primitive["extensions"] = QJsonObject{{"EXT_mesh_features", QJsonObject{{"featureIds", QJsonArray{set}}}}};
    });
    return square.json;
}

} // namespace

/// glTF made here: what becomes of nodes, materials, images, features and metadata.
class MeshGltfTest : public QObject
{
    Q_OBJECT

private slots:
    void axesTurnAndSmallThingsStayFine()
    {
        Square square;
        QJsonArray nodes = square.json["nodes"].toArray();
        QJsonObject node = nodes[0].toObject();
        node["extras"] = QJsonObject{{"storeys", 3}, {"use", "home"}};
        nodes[0] = node;
        square.json["nodes"] = nodes;
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.objectCount(), 1U);
        QCOMPARE(model.idOf(0), QStringLiteral("square"));
        QCOMPARE(model.vertices.size(), 4U);
        QVERIFY(isAt(model.vertices.at(2), {1, 1, 0})); // (1, 0, -1) of glTF
        QVERIFY(model.vertices.scale[0] <= 1e-6);
        QCOMPARE(attribute(model, "storeys", 0).toInt(), 3);
        QCOMPARE(attribute(model, "use", 0).toString(), QStringLiteral("home"));
        QCOMPARE(codesOf(loaded->findings), QStringList{"no_crs"});
    }

    void hugeAndTinyCoordinatesFitIntegers()
    {
        for (const double size : {1e-4, 1.0, 1e3, 1e9}) {
            Square square;
            square.json["nodes"] = QJsonArray{QJsonObject{{"mesh", 0}, {"scale", QJsonArray{size, size, size}}}};
            const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
            LOCI_VERIFY_RESULT(loaded);
            const Vec3 corner = loaded->value->vertices.at(2);
            QVERIFY2(std::abs(corner.x - size) < 2e-6 * size && std::abs(corner.y - size) < 2e-6 * size,
                     qPrintable(QString::number(size)));
        }
    }

    void imageInsideTheFileIsATexture()
    {
        Square square;
        QJsonArray views = square.json["bufferViews"].toArray();
        views.append(QJsonObject{{"buffer", 0}, {"byteOffset", square.binary.size()}, {"byteLength", kPng.size()}});
        square.json["bufferViews"] = views;
        square.binary += kPng;
        square.json["buffers"] = QJsonArray{QJsonObject{{"byteLength", square.binary.size()}}};
        square.json["images"] = QJsonArray{QJsonObject{{"bufferView", 4}, {"mimeType", "image/png"}}};
        square.json["textures"] = QJsonArray{QJsonObject{{"source", 0}}};
        square.json["materials"] = QJsonArray{QJsonObject{
            {"name", "brick"}, {"pbrMetallicRoughness", QJsonObject{{"baseColorTexture", QJsonObject{{"index", 0}}}}}}};
        square.changePrimitive([](QJsonObject &primitive) {
            primitive["attributes"] = QJsonObject{{"POSITION", 0}, {"TEXCOORD_0", 2}};
            primitive["material"] = 0;
        });
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.textures.size(), std::size_t{1});
        QVERIFY(model.textures[0].bytes != nullptr);
        QCOMPARE(model.textures[0].bytes->size(), static_cast<std::size_t>(kPng.size()));
        QCOMPARE(model.materials[0].name, std::string("brick"));
        MeshOptions options;
        options.textureTheme = model.defaultTextureTheme;
        const auto mesh = triangulate(model, options);
        LOCI_VERIFY_RESULT(mesh);
        QCOMPARE(mesh->triangleTexture, (std::vector<std::uint32_t>{0, 0}));
        QCOMPARE(mesh->uv[1], 0.0F); // the upper-left origin of glTF became a lower-left one
    }

    void colourIsShownAsItIsMeant()
    {
        Square square;
        square.json["materials"] = QJsonArray{
            QJsonObject{{"alphaMode", "BLEND"},
                        {"pbrMetallicRoughness", QJsonObject{{"baseColorFactor", QJsonArray{1, 0, 0.2140, 0.25}}}}}};
        square.changePrimitive([](QJsonObject &primitive) { primitive["material"] = 0; });
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        const Material &material = loaded->value->materials.at(0);
        QVERIFY(std::abs((*material.diffuse)[2] - 0.5) < 0.01); // linear light to sRGB
        QCOMPARE(material.transparency, 0.75);
        QCOMPARE(loaded->value->geometry.materialThemes.at(0).surface, (std::vector<std::uint32_t>{0, 0}));
    }

    void featuresTakeRowsOfThePropertyTable()
    {
        Square square;
        withFeatures(square, {{"featureCount", 2}, {"attribute", 0}, {"propertyTable", 0}});
        const QByteArray names = "Kiosk"
                                 "Haus";
        const QByteArray tables = padded(names, '\0') + padded(littleEndianBytes<std::uint32_t>({0, 5, 9}), '\0') +
                                  padded(littleEndianBytes<std::uint8_t>({7, 255}), '\0') +
                                  padded(QByteArray("\x02", 1), '\0') +
                                  padded(littleEndianBytes<std::uint16_t>({1, 2, 3, 4}), '\0') +
                                  padded(littleEndianBytes<std::uint16_t>({10, 20}), '\0');
        const int at = static_cast<int>(square.binary.size());
        QJsonArray views = square.json["bufferViews"].toArray();
        for (const auto &[offset, length] :
             std::initializer_list<std::pair<int, int>>{{0, 9}, {16, 12}, {32, 2}, {40, 1}, {48, 8}, {56, 4}}) {
            views.append(QJsonObject{{"buffer", 0}, {"byteOffset", at + offset}, {"byteLength", length}});
        }
        square.json["bufferViews"] = views;
        square.binary += tables;
        square.json["buffers"] = QJsonArray{QJsonObject{{"byteLength", square.binary.size()}}};
        const QJsonObject properties{
            {"name", QJsonObject{{"type", "STRING"}}},
            {"storeys", QJsonObject{{"type", "SCALAR"}, {"componentType", "UINT8"}, {"noData", 255}}},
            {"listed", QJsonObject{{"type", "BOOLEAN"}}},
            {"years", QJsonObject{{"type", "SCALAR"}, {"componentType", "UINT16"}, {"array", true}, {"count", 2}}},
            {"roof", QJsonObject{{"type", "ENUM"}, {"enumType", "roofs"}}}};
        square.json["extensions"] = QJsonObject{
            {"EXT_structural_metadata",
             QJsonObject{
                 {"schema",
                  QJsonObject{
                      {"classes", QJsonObject{{"house", QJsonObject{{"properties", properties}}}}},
                      {"enums",
                       QJsonObject{
                           {"roofs",
                            QJsonObject{{"values", QJsonArray{QJsonObject{{"name", "flat"}, {"value", 10}},
                                                              QJsonObject{{"name", "gable"}, {"value", 20}}}}}}}}}},
                 {"propertyTables",
                  QJsonArray{
                      QJsonObject{{"class", "house"},
                                  {"count", 2},
                                  {"properties", QJsonObject{{"name", QJsonObject{{"values", 4}, {"stringOffsets", 5}}},
                                                             {"storeys", QJsonObject{{"values", 6}}},
                                                             {"listed", QJsonObject{{"values", 7}}},
                                                             {"years", QJsonObject{{"values", 8}}},
                                                             {"roof", QJsonObject{{"values", 9}}}}}}}}}}};
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(codesOf(loaded->findings), QStringList{"no_crs"});
        QCOMPARE(model.objectCount(), 2U);
        QCOMPARE(attribute(model, "name", 0).toString(), QStringLiteral("Kiosk"));
        QCOMPARE(attribute(model, "name", 1).toString(), QStringLiteral("Haus"));
        QCOMPARE(attribute(model, "storeys", 0).toInt(), 7);
        QVERIFY(!attribute(model, "storeys", 1).isValid()); // no data is no zero
        QCOMPARE(attribute(model, "listed", 0).toBool(), false);
        QCOMPARE(attribute(model, "listed", 1).toBool(), true);
        QCOMPARE(attribute(model, "years", 1).toString(), QStringLiteral("[3,4]"));
        QCOMPARE(attribute(model, "roof", 1).toString(), QStringLiteral("gable"));
    }

    void dracoIsUnpacked()
    {
        draco::TriangleSoupMeshBuilder builder;
        builder.Start(2);
        const int position = builder.AddAttribute(draco::GeometryAttribute::POSITION, 3, draco::DT_FLOAT32);
        const float a[]{0, 0, 0}, b[]{1, 0, 0}, c[]{1, 0, -1}, d[]{0, 0, -1};
        builder.SetAttributeValuesForFace(position, draco::FaceIndex(0), a, b, c);
        builder.SetAttributeValuesForFace(position, draco::FaceIndex(1), c, d, a);
        const std::unique_ptr<draco::Mesh> mesh = builder.Finalize();
        QVERIFY(mesh != nullptr);
        draco::Encoder encoder;
        draco::EncoderBuffer packed;
        QVERIFY(encoder.EncodeMeshToBuffer(*mesh, &packed).ok());
        Square square;
        const int at = static_cast<int>(square.binary.size());
        square.binary.append(packed.data(), static_cast<qsizetype>(packed.size()));
        QJsonArray views = square.json["bufferViews"].toArray();
        views.append(QJsonObject{{"buffer", 0}, {"byteOffset", at}, {"byteLength", static_cast<int>(packed.size())}});
        square.json["bufferViews"] = views;
        square.json["buffers"] = QJsonArray{QJsonObject{{"byteLength", square.binary.size()}}};
        const int id = static_cast<int>(mesh->attribute(0)->unique_id());
        square.changePrimitive([&](QJsonObject &primitive) {
            primitive["extensions"] =
                QJsonObject{{"KHR_draco_mesh_compression",
                             QJsonObject{{"bufferView", 4}, {"attributes", QJsonObject{{"POSITION", id}}}}}};
        });
        square.json["accessors"] = QJsonArray{QJsonObject{{"componentType", 5126}, {"count", 4}, {"type", "VEC3"}},
                                              QJsonObject{{"componentType", 5123}, {"count", 6}, {"type", "SCALAR"}}};
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->geometry.surfaceCount(), 2U);
        QVERIFY(isAt(loaded->value->extent.max, {1, 1, 0}));
    }

    void instancesStayInstances()
    {
        Square square;
        const int at = static_cast<int>(square.binary.size());
        square.binary += littleEndianBytes<float>({0, 0, 0, 5, 0, -7});
        QJsonArray views = square.json["bufferViews"].toArray(), accessors = square.json["accessors"].toArray();
        views.append(QJsonObject{{"buffer", 0}, {"byteOffset", at}, {"byteLength", 24}});
        accessors.append(QJsonObject{{"bufferView", 4}, {"componentType", 5126}, {"count", 2}, {"type", "VEC3"}});
        square.json["bufferViews"] = views;
        square.json["accessors"] = accessors;
        square.json["buffers"] = QJsonArray{QJsonObject{{"byteLength", square.binary.size()}}};
        square.json["nodes"] = QJsonArray{QJsonObject{
            {"mesh", 0},
            {"name", "tree"},
            {"extensions",
             QJsonObject{{"EXT_mesh_gpu_instancing", QJsonObject{{"attributes", QJsonObject{{"TRANSLATION", 4}}}}}}}}};
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.objectCount(), 2U);
        QCOMPARE(model.templates.geometries.size(), std::size_t{1});
        QCOMPARE(model.instances.size(), std::size_t{2});
        const auto mesh = triangulate(model, {});
        LOCI_VERIFY_RESULT(mesh);
        QCOMPARE(mesh->triangleCount(), std::size_t{4});
        float east = 0, north = 0;
        for (std::size_t i = 0; i < mesh->positions.size(); i += 3) {
            east = std::max(east, mesh->positions[i] + static_cast<float>(mesh->origin.x));
            north = std::max(north, mesh->positions[i + 1] + static_cast<float>(mesh->origin.y));
        }
        QVERIFY(std::abs(east - 6) < 1e-4F && std::abs(north - 8) < 1e-4F);
    }

    void bufferBesideTheFileIsReadAndOutsideIsNot()
    {
        const ModelFolder folder;
        Square square;
        folder.write(QStringLiteral("inner/a b.bin"), square.binary);
        folder.write(QStringLiteral("secret.bin"), square.binary);
        const auto readWith = [&](const char *uri) {
            square.json["buffers"] = QJsonArray{QJsonObject{{"byteLength", square.binary.size()}, {"uri", uri}}};
            return folder.read(QStringLiteral("inner/a.gltf"), QJsonDocument(square.json).toJson());
        };
        const auto beside = readWith("a%20b.bin");
        LOCI_VERIFY_RESULT(beside);
        QCOMPARE(beside->value->objectCount(), 1U);
        for (const auto &[uri, code] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"../secret.bin", "outside_reference"},
                 {"%2e%2e/secret.bin", "outside_reference"},
                 {"/etc/hostname", "outside_reference"},
                 {"http://localhost:9/a.bin", "remote_reference"},
                 {"file:///etc/hostname", "remote_reference"},
                 {"missing.bin", "missing_buffer"}}) {
            const auto refused = readWith(uri);
            LOCI_VERIFY_RESULT(refused);
            QCOMPARE(refused->value->objectCount(), 0U);
            QVERIFY2(codesOf(refused->findings).contains(QLatin1String(code)), uri);
        }
        QFile::link(folder.path(QStringLiteral("secret.bin")), folder.path(QStringLiteral("inner/link.bin")));
        QVERIFY(codesOf(readWith("link.bin")->findings).contains(QStringLiteral("outside_reference")));
    }

    void recognisedByContentNotByName()
    {
        const ModelFolder folder;
        Square square;
        LOCI_VERIFY_RESULT(folder.read(QStringLiteral("a.bin"), square.glb()));
        const QString json = folder.write(QStringLiteral("b.dat"), QJsonDocument(square.json).toJson());
        QVERIFY(formats::isCityModel(json));
        const QString geo = folder.write(QStringLiteral("c.json"), R"({"type":"FeatureCollection","features":[]})");
        QVERIFY(!formats::isCityModel(geo));
        const QString table = folder.write(QStringLiteral("d.csv"), "v,x\n1,2\n");
        QVERIFY(!formats::isCityModel(table));
    }

    void oldVersionIsNamed()
    {
        const auto loaded =
            ModelFolder().read(QStringLiteral("a.gltf"), R"({"asset":{"version":"1.0"},"meshes":{},"nodes":{}})");
        QVERIFY(!loaded.has_value());
        QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
        QVERIFY(loaded.error().message.contains(QStringLiteral("glTF 1.0")));
    }
};

LOCI_TEST_CLASS(MeshGltfTest)
#include "meshgltftest.moc"
