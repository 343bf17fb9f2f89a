// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "layers/formats/mesh/gltfscene.h"
#include "layers/formats/mesh/meshcontext.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/meshfixtures.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loci;
using namespace loci::city;
using namespace loci::test;

namespace {

/// Whatever comes out must be whole: every index in range, and it can be drawn.
void verifyWhole(const Result<formats::LoadedModel> &loaded)
{
    if (!loaded) {
        QVERIFY(!loaded.error().message.isEmpty());
        return;
    }
    const CityModel &model = *loaded->value;
    for (const std::uint32_t id : model.geometry.vertexIds) {
        QVERIFY(id < model.vertices.size());
    }
    for (const MaterialTheme &theme : model.geometry.materialThemes) {
        for (const std::uint32_t material : theme.surface) {
            QVERIFY(material == kNone || material < model.materials.size());
        }
    }
    MeshOptions options;
    options.textureTheme = model.defaultTextureTheme;
    LOCI_VERIFY_RESULT(triangulate(model, options));
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    return file.readAll();
}

} // namespace

/// Damaged, hostile and impossible files: findings or one sentence, never a crash, never more memory than the file.
class MeshBadInputTest : public QObject
{
    Q_OBJECT

private slots:
    void cutOffAnywhere()
    {
        const ModelFolder folder;
        Square square;
        square.changePrimitive([](QJsonObject &p) { p["attributes"] = QJsonObject{{"POSITION", 0}, {"_BATCHID", 3}}; });
        const QByteArray b3dm = tile("b3dm", {{"BATCH_LENGTH", 2}}, {}, {{"a", QJsonArray{1, 2}}}, {}, square.glb());
        const QByteArray i3dm = tile("i3dm", {{"INSTANCES_LENGTH", 1}, {"POSITION", QJsonObject{{"byteOffset", 0}}}},
                                     padded(littleEndianBytes<float>({0, 0, 0}), '\0'), {}, {}, square.glb(),
                                     littleEndianBytes<std::uint32_t>({1}));
        const QByteArray pnts = tile("pnts", {{"POINTS_LENGTH", 2}, {"POSITION", QJsonObject{{"byteOffset", 0}}}},
                                     littleEndianBytes<float>({0, 0, 0, 1, 1, 1}), {}, {}, {});
        for (const QByteArray &whole : {square.glb(), b3dm, i3dm, pnts}) {
            for (qsizetype length = 0; length < whole.size(); ++length) {
                verifyWhole(folder.read(QStringLiteral("a"), whole.left(length)));
            }
        }
    }

    void bytesChangedAnywhere_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"3dtiles/1.0/TilesetWithRequestVolume/city/ll.b3dm",
                                 "3dtiles/1.1/BoundingBoxTests/0_0_0-1_1_2/0_0_0-1_1_2.glb",
                                 "3dtiles/glTF/EXT_structural_metadata/SharedPropertyTable/SharedPropertyTable.gltf",
                                 "pointcloud/laspy_simple.las", "ifc/SimpleWall.ifc"}) {
            QTest::newRow(file) << QString::fromLatin1(file);
        }
    }

    void bytesChangedAnywhere()
    {
        QFETCH(QString, file);
        const QString path = sharedData(file);
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const QByteArray whole = fileBytes(path);
        const ModelFolder folder;
        QRandomGenerator random(20261125);
        const bool isSlow = file.endsWith(QLatin1String(".ifc"));
        for (int round = 0; round < (isSlow ? 20 : 120); ++round) {
            QByteArray changed = whole;
            const int changes = 1 + static_cast<int>(random.bounded(4));
            for (int i = 0; i < changes; ++i) {
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(changed.size())));
                switch (random.bounded(4)) {
                case 0:
                    changed[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    changed[at] = static_cast<char>('0' + random.bounded(10));
                    break;
                case 2:
                    changed.remove(at, 1 + static_cast<qsizetype>(random.bounded(8)));
                    break;
                default:
                    changed.truncate(at + 1);
                }
            }
            verifyWhole(folder.read(QStringLiteral("a"), changed));
        }
    }

    void countsThatNoFileCouldHold()
    {
        const ModelFolder folder;
        for (const double count : {-1.0, 4294967295.0, 9007199254740992.0, 1e300}) {
            Square square;
            QJsonArray accessors = square.json["accessors"].toArray();
            QJsonObject positions = accessors[0].toObject();
            positions["count"] = count;
            accessors[0] = positions;
            square.json["accessors"] = accessors;
            const auto loaded = folder.read(QStringLiteral("a.glb"), square.glb());
            LOCI_VERIFY_RESULT(loaded);
            QCOMPARE(loaded->value->objectCount(), 0U);
            QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("damaged")));
            positions.remove("bufferView"); // zeros that take no bytes
            accessors[0] = positions;
            square.json["accessors"] = accessors;
            verifyWhole(folder.read(QStringLiteral("a.glb"), square.glb()));
            verifyWhole(
                folder.read(QStringLiteral("a.pnts"),
                            tile("pnts", {{"POINTS_LENGTH", count}, {"POSITION", QJsonObject{{"byteOffset", 0}}}}, {},
                                 {}, {}, {})));
            verifyWhole(folder.read(QStringLiteral("a.ply"), "ply\nformat ascii 1.0\nelement vertex " +
                                                                 QByteArray::number(count, 'f', 0) +
                                                                 "\nproperty float x\nend_header\n1\n"));
            verifyWhole(folder.read(QStringLiteral("b.ply"), "ply\nformat ascii 1.0\nelement thing " +
                                                                 QByteArray::number(count, 'f', 0) +
                                                                 "\nend_header\n1\n"));
        }
    }

    void indicesBeyondThePointsAreLeftOut()
    {
        Square square;
        square.binary.replace(48, 2, littleEndianBytes<std::uint16_t>({4}));
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->geometry.surfaceCount(), 1U);
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("damaged")));
    }

    void nodesInACircleEnd()
    {
        Square square;
        square.json["nodes"] = QJsonArray{QJsonObject{{"mesh", 0}, {"children", QJsonArray{1}}},
                                          QJsonObject{{"children", QJsonArray{0, 1, 99}}}};
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->objectCount(), 1U);
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("damaged")));
    }

    void oneMeshInManyNodesStaysInTheBudget()
    {
        Square square;
        QJsonArray nodes, roots;
        for (int i = 0; i < 1000; ++i) {
            nodes.append(QJsonObject{{"mesh", 0}});
            roots.append(i);
        }
        square.json["nodes"] = nodes;
        square.json["scenes"] = QJsonArray{QJsonObject{{"nodes", roots}}};
        formats::MeshContext context(QStringLiteral("a.glb"), {}, {});
        context.budget = 105; // a square costs four points and six corners
        const auto document = formats::openGltf(square.glb(), QStringLiteral("a.glb"),
                                                formats::ContentFolder(QStringLiteral("a.glb")), context);
        LOCI_VERIFY_RESULT(document);
        const formats::MeshPart part = formats::readGltfScene(*document, {}, context);
        QCOMPARE(part.objects.size(), std::size_t{10});
        QCOMPARE(codesOf(context.findings.findings()), QStringList{"too_large"});
    }

    void notANumberIsLeftOut()
    {
        Square square;
        square.binary.replace(0, 4, littleEndianBytes<float>({std::numeric_limits<float>::quiet_NaN()}));
        const auto loaded = ModelFolder().read(QStringLiteral("a.glb"), square.glb());
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->geometry.surfaceCount(), 0U); // both triangles use that point
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("damaged")));
        QVERIFY(!loaded->value->extent.isEmpty() || loaded->value->geometry.surfaceCount() == 0);
    }

    void cancelledIsCancelled()
    {
        const ModelFolder folder;
        const CancelToken cancel;
        cancel.cancel();
        const QString glb = folder.write(QStringLiteral("a.glb"), Square().glb());
        const QString obj = folder.write(QStringLiteral("a.obj"), "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
        for (const QString &path : {glb, obj}) {
            const auto loaded = formats::readModel(path, cancel);
            QVERIFY(!loaded.has_value());
            QCOMPARE(loaded.error().code, ErrorCode::Cancelled);
        }
    }
};

LOCI_TEST_CLASS(MeshBadInputTest)
#include "meshbadinputtest.moc"
