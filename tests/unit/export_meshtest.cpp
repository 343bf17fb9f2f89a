// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/formats/export/exportmodel.h"
#include "layers/formats/export/geoplacer.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/export_meshfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <numbers>

using namespace loci;
using namespace loci::city;
using loci::formats::ExportFormat;

namespace {

constexpr const char *kModels[] = {"denhaag/denhaag_v11.city.json",
                                   "delft/delft_v20.city.json",
                                   "delft/delft_subset.city.jsonl",
                                   "rotterdam/3-20-DELFSHAVEN.city.json",
                                   "zurich/zurich_subset_lod2.city.json",
                                   "misc/building_with_innerring.city.json",
                                   "misc/cjio_dummy.json",
                                   "misc/geom_temp.city.jsonl",
                                   "misc/val3dity_torus.city.json",
                                   "misc/cjval_texture5.city.json"};

Result<formats::ExportReport> write(const CityModel &model, ExportFormat format, const QString &path)
{
    formats::ExportRequest request;
    request.format = format;
    request.path = path;
    return formats::exportModel(model, request);
}

/// Two cubes in the Netherlands, one with attributes.
CityModelPtr cubes(int count, double step)
{
    CityModelBuilder b({0.001, 0.001, 0.001}, {85000, 447000, 0});
    for (int i = 0; i < count; ++i) {
        const double x = 85000 + step * (i % 100), y = 447000 + step * (i / 100), s = 10;
        b.beginObject("cube" + std::to_string(i), "Building");
        b.attribute("storeys", i);
        if (i % 2 == 0) {
            b.attribute("name", "House \"" + std::to_string(i) + "\"");
            b.attribute("height", i + 0.5);
        }
        b.attribute("listed", i % 3 == 0);
        b.beginGeometry(GeometryType::Solid, "2");
        b.beginShell();
        const Vec3 p{x, y, 0}, q{x + s, y, 0}, r{x + s, y + s, 0}, t{x, y + s, 0};
        const auto up = [s](Vec3 v) { return Vec3{v.x, v.y, v.z + s}; };
        b.surface({{p, t, r, q}}, "GroundSurface");
        b.surface({{up(p), up(q), up(r), up(t)}}, "RoofSurface");
        b.surface({{p, q, up(q), up(p)}}, "WallSurface");
        b.surface({{q, r, up(r), up(q)}}, "WallSurface");
        b.surface({{r, t, up(t), up(r)}}, "WallSurface");
        b.surface({{t, p, up(p), up(t)}}, "WallSurface");
    }
    b.model().crs = EpsgCode(28992);
    return b.finish();
}

bool near(double a, double b, double share)
{
    return std::abs(a - b) <= share * std::max(std::abs(a), std::abs(b));
}

} // namespace

class ExportMeshTest : public QObject
{
    Q_OBJECT

private:
    static CityModelPtr fetchModel()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/") + QString::fromUtf8(QTest::currentDataTag()));
        if (file.isEmpty()) {
            return nullptr;
        }
        const auto loaded = formats::readModel(file);
        return loaded ? loaded->value : nullptr;
    }

    /// Corners by the tile's transform, as a viewer has them: glTF's y up turned to z up first.
    static bool standsInItsRegion(const test::MeshFile &content, const QJsonArray &m, const QJsonArray &region)
    {
        constexpr double kEccentricity2 = 0.00669437999014, kHair = 1e-8;
        for (std::size_t i = 0; i < content.triangles.size(); i += 50) {
            const Vec3 &p = content.triangles[i][0];
            const auto row = [&](int r) {
                return m[r].toDouble() * p.x - m[4 + r].toDouble() * p.z + m[8 + r].toDouble() * p.y +
                       m[12 + r].toDouble();
            };
            const double x = row(0), y = row(1), z = row(2);
            const double longitude = std::atan2(y, x);
            const double latitude = std::atan2(z, std::hypot(x, y) * (1 - kEccentricity2)); // at height nought
            if (longitude < region[0].toDouble() - kHair || longitude > region[2].toDouble() + kHair ||
                latitude < region[1].toDouble() - kHair || latitude > region[3].toDouble() + kHair) {
                return false;
            }
        }
        return true;
    }

    /// Checks a tile against its children and adds up the triangles below it.
    static QString walkTiles(const QJsonObject &tile, const QString &folder, std::vector<test::MeshFile> &contents)
    {
        const QJsonArray region = tile["boundingVolume"].toObject()["region"].toArray();
        if (region.size() != 6 || region[0].toDouble() > region[2].toDouble() ||
            region[1].toDouble() > region[3].toDouble() || region[4].toDouble() > region[5].toDouble()) {
            return QStringLiteral("a region is wrong");
        }
        if (tile.contains("content")) {
            contents.push_back(test::readGlb(folder + QLatin1Char('/') + tile["content"].toObject()["uri"].toString()));
            if (!contents.back().problem.isEmpty() || tile["transform"].toArray().size() != 16 ||
                tile["geometricError"].toDouble() != 0) {
                return QStringLiteral("a leaf is wrong: ") + contents.back().problem;
            }
            if (!standsInItsRegion(contents.back(), tile["transform"].toArray(), region)) {
                return QStringLiteral("a leaf's content is not where its region is");
            }
        }
        for (const auto &item : tile["children"].toArray()) {
            const QJsonObject child = item.toObject();
            const QJsonArray inner = child["boundingVolume"].toObject()["region"].toArray();
            for (int i : {0, 1, 4}) {
                if (inner[i].toDouble() < region[i].toDouble() - 1e-8 ||
                    inner[i == 4 ? 5 : i + 2].toDouble() > region[i == 4 ? 5 : i + 2].toDouble() + 1e-8) {
                    return QStringLiteral("a child leaves its parent");
                }
            }
            if (child["geometricError"].toDouble() > tile["geometricError"].toDouble()) {
                return QStringLiteral("the geometric error grows downwards");
            }
            if (const QString problem = walkTiles(child, folder, contents); !problem.isEmpty()) {
                return problem;
            }
        }
        return {};
    }

private slots:
    void meshesHaveTheTrianglesOfTheView_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < static_cast<int>(std::size(kModels)); ++i) {
            QTest::newRow(kModels[i]) << i;
        }
    }

    void meshesHaveTheTrianglesOfTheView()
    {
        const CityModelPtr model = fetchModel();
        if (model == nullptr) {
            QSKIP("shared data is absent");
        }
        const auto mesh = triangulate(*model, {});
        LOCI_VERIFY_RESULT(mesh);
        QSet<ObjectIndex> drawn(mesh->triangleObject.begin(), mesh->triangleObject.end());
        const double area = test::areaOf(*mesh);
        QTemporaryDir folder;
        const QString glb = folder.filePath(QStringLiteral("a.glb"));
        const auto report = write(*model, ExportFormat::Glb, glb);
        LOCI_VERIFY_RESULT(report);
        QSet<ObjectIndex> wanted = drawn; // and what they are part of, for its attributes
        for (const ObjectIndex o : drawn) {
            for (ObjectIndex parent = model->objectParent[o]; parent != kNone; parent = model->objectParent[parent]) {
                wanted.insert(parent);
            }
        }
        QCOMPARE(report->objects, static_cast<qint64>(wanted.size()));
        const test::MeshFile one = test::readGlb(glb);
        QCOMPARE(one.problem, QString());
        QCOMPARE(one.triangles.size(), mesh->triangleCount());
        QVERIFY(near(one.area(), area, 1e-5));
        QCOMPARE(one.texts(QStringLiteral("id")).size(), wanted.size());
        for (std::size_t i = 0; i < one.triangles.size(); i += 97) {
            const QString id = one.texts(QStringLiteral("id")).value(one.features[i]);
            QVERIFY(drawn.contains(model->find(id.toStdString())));
        }

        const QString gltf = folder.filePath(QStringLiteral("b c.gltf"));
        LOCI_VERIFY_RESULT(write(*model, ExportFormat::Gltf, gltf));
        const test::MeshFile two = test::readGltf(gltf);
        QCOMPARE(two.problem, QString());
        QCOMPARE(two.triangles.size(), mesh->triangleCount());
        QCOMPARE(two.textured, one.textured);

        const QString obj = folder.filePath(QStringLiteral("c.obj"));
        LOCI_VERIFY_RESULT(write(*model, ExportFormat::Obj, obj));
        const test::MeshFile three = test::readObj(obj);
        QCOMPARE(three.problem, QString());
        QCOMPARE(three.triangles.size(), mesh->triangleCount());
        QVERIFY(near(three.area(), area, 1e-5));
        QCOMPARE(three.features.empty() ? 0 : three.features.back() + 1, static_cast<int>(drawn.size()));
    }

    void texturesTravelAlong()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/rotterdam/3-20-DELFSHAVEN.city.json"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        QTemporaryDir folder;
        const QString glb = folder.filePath(QStringLiteral("a.glb"));
        LOCI_VERIFY_RESULT(write(*loaded->value, ExportFormat::Glb, glb));
        const test::MeshFile one = test::readGlb(glb);
        QCOMPARE(one.json["images"].toArray().size(), 4); // of 148; the others are not beside the file
        QVERIFY(one.textured > 0);
        for (const auto &image : one.json["images"].toArray()) {
            QVERIFY(image.toObject().contains("bufferView"));
        }
        const QString gltf = folder.filePath(QStringLiteral("b.gltf"));
        const auto report = write(*loaded->value, ExportFormat::Gltf, gltf);
        LOCI_VERIFY_RESULT(report);
        const test::MeshFile two = test::readGltf(gltf);
        for (const auto &image : two.json["images"].toArray()) {
            QVERIFY(QFile::exists(folder.filePath(image.toObject()["uri"].toString())));
        }
    }

    void equalMaterialsAreOnePart()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->materials.size(), std::size_t(5970)); // a name each, but few colours
        QTemporaryDir folder;
        LOCI_VERIFY_RESULT(write(*loaded->value, ExportFormat::Glb, folder.filePath(QStringLiteral("a.glb"))));
        const test::MeshFile one = test::readGlb(folder.filePath(QStringLiteral("a.glb")));
        QVERIFY(one.json["materials"].toArray().size() < 20);
    }

    void attributesKeepKindAndAbsence()
    {
        QTemporaryDir folder;
        const QString glb = folder.filePath(QStringLiteral("a.glb"));
        LOCI_VERIFY_RESULT(write(*cubes(3, 20), ExportFormat::Glb, glb));
        const test::MeshFile file = test::readGlb(glb);
        QCOMPARE(file.problem, QString());
        QCOMPARE(file.triangles.size(), std::size_t(36));
        QCOMPARE(file.texts("id"), (QStringList{"cube0", "cube1", "cube2"}));
        QCOMPARE(file.texts("name"), (QStringList{"House \"0\"", "", "House \"2\""}));
        QCOMPARE(file.numbers("height"), (std::vector<double>{0.5, -9999, 2.5}));
        const QJsonObject classes = file.json["extensions"]
                                        .toObject()["EXT_structural_metadata"]
                                        .toObject()["schema"]
                                        .toObject()["classes"]
                                        .toObject();
        const QJsonObject properties = classes["cityObject"].toObject()["properties"].toObject();
        QCOMPARE(properties["height"].toObject()["noData"].toDouble(), -9999.0);
        QCOMPARE(properties["storeys"].toObject()["componentType"].toString(), QStringLiteral("INT32"));
        QCOMPARE(properties["listed"].toObject()["type"].toString(), QStringLiteral("BOOLEAN"));
        // y up: the roof is 10 m above the ground, and north is -z.
        double top = 0;
        for (const auto &triangle : file.triangles) {
            top = std::max(top, triangle[0].y);
        }
        QCOMPARE(top, 10.0);
    }

    void tilesStandOnTheGlobe()
    {
        QTemporaryDir folder;
        const CityModelPtr model = cubes(6000, 40);
        const QString path = folder.filePath(QStringLiteral("tiles"));
        const auto report = write(*model, ExportFormat::Tiles3d, path);
        LOCI_VERIFY_RESULT(report);
        QCOMPARE(report->objects, 6000);
        QFile file(path + QStringLiteral("/tileset.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject tileset = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(tileset["asset"].toObject()["version"].toString(), QStringLiteral("1.1"));
        std::vector<test::MeshFile> contents;
        QCOMPARE(walkTiles(tileset["root"].toObject(), path, contents), QString());
        QVERIFY(contents.size() > 1);
        std::size_t triangles = 0;
        QSet<QString> ids;
        double area = 0;
        for (const test::MeshFile &content : contents) {
            triangles += content.triangles.size();
            area += content.area();
            const QStringList here = content.texts(QStringLiteral("id"));
            ids += QSet<QString>(here.begin(), here.end());
        }
        QCOMPARE(triangles, std::size_t(6000 * 12));
        QCOMPARE(ids.size(), 6000);
        QVERIFY(near(area, 6000 * 600, 1e-3)); // the projection stretches by less than that
        const QJsonArray region = tileset["root"].toObject()["boundingVolume"].toObject()["region"].toArray();
        constexpr double kDegrees = 180 / std::numbers::pi;
        QVERIFY(std::abs(region[0].toDouble() * kDegrees - 4.36768) < 1e-3); // grid north is not true north
        QVERIFY(std::abs(region[1].toDouble() * kDegrees - 52.00695) < 1e-3);
    }

    void theTransformLeadsToEarthCentredMetres()
    {
        const auto placer = formats::GeoPlacer::create(EpsgCode(28992));
        QVERIFY(placer != nullptr);
        Vec3 p{85000, 447000, 12};
        QVERIFY(placer->toGeographic({&p, 1}));
        QVERIFY(std::abs(p.x * 180 / std::numbers::pi - 4.36768342) < 1e-7); // what PROJ's own program says
        QVERIFY(std::abs(p.y * 180 / std::numbers::pi - 52.00694910) < 1e-7);
        const Vec3 e = formats::earthCentred(p);
        const formats::TangentFrame frame(p);
        const auto m = frame.columnMajor();
        const Vec3 local{3, 4, 5};
        const Vec3 world{m[0] * local.x + m[4] * local.y + m[8] * local.z + m[12],
                         m[1] * local.x + m[5] * local.y + m[9] * local.z + m[13],
                         m[2] * local.x + m[6] * local.y + m[10] * local.z + m[14]};
        const Vec3 back = frame.local(world);
        QVERIFY(std::abs(back.x - 3) < 1e-6 && std::abs(back.y - 4) < 1e-6 && std::abs(back.z - 5) < 1e-6);
        QVERIFY(std::abs(std::hypot(e.x, e.y, e.z) - 6364900) < 3000); // the Earth's radius at 52 degrees
        QVERIFY(formats::GeoPlacer::create(EpsgCode()) == nullptr);
    }

    void degreesBecomeMetres()
    {
        CityModelBuilder b({1e-8, 1e-8, 0.001}, {4, 52, 0});
        b.beginObject("field", "LandUse");
        b.beginGeometry(GeometryType::MultiSurface, "1");
        b.surface({{{4, 52, 0}, {4.001, 52, 0}, {4.001, 52.001, 0}, {4, 52.001, 0}}});
        b.model().crs = EpsgCode(4326);
        const CityModelPtr model = b.finish();
        QTemporaryDir folder;
        LOCI_VERIFY_RESULT(write(*model, ExportFormat::Glb, folder.filePath(QStringLiteral("a.glb"))));
        const test::MeshFile file = test::readGlb(folder.filePath(QStringLiteral("a.glb")));
        // A thousandth of a degree at 52 degrees north: 68.67 m by 111.27 m.
        QVERIFY2(near(file.area(), 68.67 * 111.27, 1e-3), qPrintable(QString::number(file.area())));
    }

    void aModelWithoutCrsIsNotPlaced()
    {
        CityModelBuilder b;
        b.beginObject("a", "Building");
        QTemporaryDir folder;
        const auto report = write(*b.finish(), ExportFormat::Tiles3d, folder.filePath(QStringLiteral("t")));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Unsupported);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

LOCI_TEST_CLASS(ExportMeshTest)
#include "export_meshtest.moc"
