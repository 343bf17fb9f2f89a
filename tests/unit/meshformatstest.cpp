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

const QByteArray kObj = R"(# projected coordinates, far from zero
mtllib looks.mtl
o House
g walls
v 85000.125 446000.250 0
v 85010.125 446000.250 0
v 85010.125 446000.250 3.5
v 85000.125 446000.250 3.5
vt 0 0
vt 1 0
vt 1 1
vt 0 1
usemtl brick
f 1/1 2/2 3/3 4/4
g roof
usemtl red
f -4//1 -3//1 \
  -2//1
g
l 1 2 3
)";

QByteArray lasFile(int format, std::uint64_t points, std::uint64_t stated)
{
    const std::uint16_t size = format == 2 ? 26 : 20;
    QByteArray header(227, '\0');
    const auto put = [&header](qsizetype at, const QByteArray &bytes) { header.replace(at, bytes.size(), bytes); };
    put(0, "LASF");
    header[24] = 1;
    header[25] = 2;
    put(94, littleEndianBytes<std::uint16_t>({227}));
    put(96, littleEndianBytes<std::uint32_t>({227 + 54 + 16, 1}));
    header[104] = static_cast<char>(format);
    put(105, littleEndianBytes<std::uint16_t>({size}));
    put(107, littleEndianBytes<std::uint32_t>({static_cast<std::uint32_t>(stated)}));
    put(131, littleEndianBytes<double>({0.01, 0.01, 0.01, 500000, 4000000, 0}));
    QByteArray keys = QByteArray(18, '\0') + littleEndianBytes<std::uint16_t>({34735, 16}) + QByteArray(32, '\0') +
                      littleEndianBytes<std::uint16_t>({1, 1, 0, 1, 3072, 0, 1, 32633});
    QByteArray body;
    for (std::uint64_t i = 0; i < points; ++i) {
        QByteArray point =
            littleEndianBytes<std::int32_t>({static_cast<std::int32_t>(i * 100), 0, 250}) + QByteArray(8, '\0');
        point[15] = static_cast<char>(i % 2 == 0 ? 2 : 6);
        if (format == 2) {
            point += littleEndianBytes<std::uint16_t>({65535, 0, 0});
        }
        body += point;
    }
    return header + keys + body;
}

} // namespace

/// OBJ, PLY, STL and LAS made here.
class MeshFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void objKeepsGroupsMaterialsAndDigits()
    {
        const ModelFolder folder;
        folder.write(QStringLiteral("looks.mtl"),
                     "newmtl brick\nKd 0.5 0.25 0\nmap_Kd -s 1 1 1 skins/wall 1.png\nnewmtl red\nKd 1 0 0\nd 0.5\n");
        const auto loaded = folder.read(QStringLiteral("a.obj"), kObj);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(codesOf(loaded->findings), QStringList{"no_crs"});
        QCOMPARE(model.objectCount(), 3U);
        const ObjectIndex walls = model.find("House/walls");
        QVERIFY(walls != kNone && model.find("House/roof") != kNone && model.find("House") != kNone);
        const Box3 box = model.boundsOf(walls);
        QVERIFY(std::abs(box.min.x - 85000.125) < 1e-3 && std::abs(box.min.y - 446000.25) < 1e-3);
        QCOMPARE(box.max.z, 3.5);
        QCOMPARE(model.materials.size(), std::size_t{2});
        QCOMPARE(model.materials[1].transparency, 0.5);
        QCOMPARE(model.textures.size(), std::size_t{1});
        QCOMPARE(model.textures[0].image, std::string("skins/wall 1.png"));
        MeshOptions options;
        options.textureTheme = model.defaultTextureTheme;
        const auto mesh = triangulate(model, options);
        LOCI_VERIFY_RESULT(mesh);
        QCOMPARE(mesh->triangleTexture, (std::vector<std::uint32_t>{0, 0, kNone}));
        QCOMPARE(model.geometry.geometries[model.objectGeometries[model.find("House")].begin].type,
                 GeometryType::MultiLineString);
    }

    void objWithoutItsMaterialsStillOpens()
    {
        const auto loaded = ModelFolder().read(QStringLiteral("a.obj"), kObj);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->objectCount(), 3U);
        QCOMPARE(codesOf(loaded->findings),
                 (QStringList{"missing_material", "missing_material", "missing_material", "no_crs"}));
    }

    void objFacesThatNameNothingAreLeftOut()
    {
        const auto loaded =
            ModelFolder().read(QStringLiteral("a.obj"), "v 0 0 0\nv 1 0 0\nv nan 1 0\nv 0 1 0\nf 1 2 9\nf 1 2 -9\n"
                                                        "f 1 2 3\nf 1 2 4\nf 0 1 2\nf 1 2 99999999999999999999\n");
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->geometry.surfaceCount(), 1U);
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("damaged")));
    }

    void plyOfEachEncodingIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("text") << QByteArray("ascii");
        QTest::newRow("little") << QByteArray("binary_little_endian");
        QTest::newRow("big") << QByteArray("binary_big_endian");
    }

    void plyOfEachEncodingIsTheSame()
    {
        QFETCH(QByteArray, encoding);
        QByteArray ply =
            "ply\nformat " + encoding +
            " 1.0\ncomment made here\nelement vertex 4\nproperty double x\nproperty double y\n"
            "property double z\nproperty uchar red\nproperty uchar green\nproperty uchar blue\nelement face 1\n"
            "property list uchar int vertex_indices\nend_header\n";
        const std::array<std::array<double, 3>, 4> points{
            {{400000.123, 0, 0}, {400001.123, 0, 0}, {400001.123, 1, 0}, {400000.123, 1, 0}}};
        const auto put = [&](auto value) {
            if (encoding == "ascii") {
                ply += QByteArray::number(static_cast<double>(value), 'f', 3) + ' ';
            } else {
                const auto stored = encoding.contains("big") ? qToBigEndian(value) : qToLittleEndian(value);
                ply.append(reinterpret_cast<const char *>(&stored), sizeof(stored));
            }
        };
        for (const auto &point : points) {
            for (const double value : point) {
                put(value);
            }
            for (const int channel : {255, 0, 0}) {
                put(static_cast<std::uint8_t>(channel));
            }
        }
        put(std::uint8_t{4});
        for (const std::int32_t corner : {0, 1, 2, 3}) {
            put(corner);
        }
        const auto loaded = ModelFolder().read(QStringLiteral("a.ply"), ply);
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.geometry.surfaceCount(), 1U);
        QCOMPARE(model.vertices.size(), 4U);
        QVERIFY(std::abs(model.extent.min.x - 400000.123) < 1e-5);
        QCOMPARE((*model.materials.at(0).diffuse)[0], 1.0);
        QCOMPARE((*model.materials.at(0).diffuse)[1], 0.0);
        const auto cut = ModelFolder().read(QStringLiteral("a.ply"), ply.left(ply.size() - 6));
        LOCI_VERIFY_RESULT(cut);
        QVERIFY(codesOf(cut->findings).contains(QStringLiteral("damaged")));
    }

    void plyWithoutFacesIsPoints()
    {
        const auto loaded = ModelFolder().read(QStringLiteral("a.ply"),
                                               "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\n"
                                               "property float y\nproperty float z\nend_header\n0 0 0\n1 2 3\n4 5 6\n");
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->geometry.geometries.at(0).type, GeometryType::MultiPoint);
        QCOMPARE(loaded->value->geometry.surfaceCount(), 3U);
    }

    void stlTextAndBinary()
    {
        const QByteArray text =
            "solid left part\n facet normal 0 0 1\n  outer loop\n   vertex 0 0 0\n   vertex 1 0 0\n   vertex 0 1 0\n"
            "  endloop\n endfacet\nendsolid left part\nsolid right\n facet normal 0 0 1\n  outer loop\n   vertex 1 0 "
            "0\n"
            "   vertex 1 1 0\n   vertex 0 1 0\n  endloop\n endfacet\nendsolid right\n";
        const auto fromText = ModelFolder().read(QStringLiteral("a.stl"), text);
        LOCI_VERIFY_RESULT(fromText);
        QCOMPARE(fromText->value->objectCount(), 2U);
        QVERIFY(fromText->value->find("left part") != kNone);
        QByteArray binary =
            QByteArray("solid of a careless writer").leftJustified(80, ' ') + littleEndianBytes<std::uint32_t>({2});
        binary += littleEndianBytes<float>({0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0}) + QByteArray(2, '\0');
        binary += littleEndianBytes<float>({0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0}) + QByteArray(2, '\0');
        const auto fromBinary = ModelFolder().read(QStringLiteral("b.stl"), binary);
        LOCI_VERIFY_RESULT(fromBinary);
        QCOMPARE(fromBinary->value->geometry.surfaceCount(), 2U);
        QCOMPARE(fromBinary->value->vertices.size(), 4U); // shared corners are one
        QCOMPARE(fromBinary->value->idOf(0), QStringLiteral("b"));
        const auto cut = ModelFolder().read(QStringLiteral("b.stl"), binary.left(binary.size() - 20));
        LOCI_VERIFY_RESULT(cut);
        QCOMPARE(cut->value->geometry.surfaceCount(), 1U);
        QVERIFY(codesOf(cut->findings).contains(QStringLiteral("damaged")));
    }

    void lasHasAnObjectForEachClass()
    {
        const auto loaded = ModelFolder().read(QStringLiteral("a.las"), lasFile(2, 5, 5));
        LOCI_VERIFY_RESULT(loaded);
        const CityModel &model = *loaded->value;
        QCOMPARE(model.crs.value(), 32633);
        QCOMPARE(model.objectCount(), 2U);
        const ObjectIndex ground = model.find("a/ground");
        QVERIFY(ground != kNone);
        QCOMPARE(attribute(model, "classification", ground).toInt(), 2);
        QCOMPARE(attribute(model, "points", ground).toInt(), 3);
        QVERIFY(std::abs(model.extent.max.x - 500004) < 1e-6 && std::abs(model.extent.max.z - 2.5) < 1e-6);
        QCOMPARE((*model.materials.at(0).diffuse)[0], 1.0);
        QVERIFY(loaded->findings.empty());
    }

    void lasOfTooManyPointsIsThinnedAndSaysSo()
    {
        constexpr std::uint64_t kMany = 2'000'001;
        const auto loaded = ModelFolder().read(QStringLiteral("a.las"), lasFile(0, kMany, kMany));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->geometry.surfaceCount(), 1'000'001U);
        QCOMPARE(codesOf(loaded->findings), QStringList{"thinned"});
        const auto short_ = ModelFolder().read(QStringLiteral("a.las"), lasFile(0, 4, 4'000'000'000));
        LOCI_VERIFY_RESULT(short_);
        QCOMPARE(short_->value->geometry.surfaceCount(), 4U);
        QCOMPARE(codesOf(short_->findings), QStringList{"damaged"});
    }
};

LOCI_TEST_CLASS(MeshFormatsTest)
#include "meshformatstest.moc"
