// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/canceltoken.h"
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/validation.h"
#include "layers/formats/cityjsonreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace loci;
using namespace loci::city;
using formats::CityJsonReader;
using formats::LoadedModel;

namespace {

/// JSON with single quotes, which are easier to read here.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray kCube = json(
    "{'type':'CityJSON','version':'2.0','transform':{'scale':[0.001,0.001,0.001],'translate':[10,20,30]},"
    "'CityObjects':{'house':{'type':'Building','attributes':{'storeys':2,'name':'a\\'b','nested':{'x':[1]}},"
    "'geometry':[{'type':'Solid','lod':'1','boundaries':[[[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],"
    "[[3,0,4,7]]]],'semantics':{'surfaces':[{'type':'GroundSurface'},{'type':'RoofSurface'}],"
    "'values':[[0,1,null,null,null,null]]}}]}},'vertices':[[0,0,0],[1000,0,0],[1000,1000,0],[0,1000,0],[0,0,1000],"
    "[1000,0,1000],[1000,1000,1000],[0,1000,1000]],'metadata':{'referenceSystem':'https://www.opengis.net/def/crs/EPSG/"
    "0/7415'}}");

Result<LoadedModel> readBytes(const QByteArray &bytes)
{
    return CityJsonReader().read(bytes, QStringLiteral("test.city.json"));
}

QStringList codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << finding.code;
    }
    return codes;
}

QByteArray changed(const char *from, const char *to)
{
    QByteArray bytes = kCube;
    Q_ASSERT(bytes.contains(from));
    return bytes.replace(from, to);
}

/// Everything that a viewer does with a model: must stand whatever was read.
void useModel(const CityModel &model)
{
    QVERIFY(triangulate(model, {}).has_value());
    QVERIFY(footprints(model).has_value());
    QVERIFY(validate(model).has_value());
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        model.boundsWithDescendants(o);
        model.rootOf(o);
        for (const auto &column : model.attributes.columns()) {
            column->value(o);
        }
    }
}

} // namespace

class CityJsonBadInputTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTheCubeWithoutFindings()
    {
        const auto loaded = readBytes(kCube);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(codesOf(loaded->findings), QStringList());
        const CityModel &m = *loaded->value;
        QCOMPARE(m.extent.min, (Vec3{10, 20, 30}));
        QCOMPARE(m.extent.max, (Vec3{11, 21, 31}));
        QCOMPARE(m.attributes.find("name")->value(0).toString(), QStringLiteral("a\"b"));
        QCOMPARE(m.attributes.find("nested")->json(0), std::string("{\"x\":[1]}"));
        const auto checked = validate(m);
        QCOMPARE(codesOf(*checked), QStringList());
    }

    void findsTheReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown version") << changed("\"2.0\"", "\"7.5\"") << "schema";
        QTest::newRow("version as number") << changed("\"2.0\"", "2.0") << "schema";
        QTest::newRow("missing transform")
            << changed("\"transform\":{\"scale\":[0.001,0.001,0.001],\"translate\":[10,20,30]},", "") << "schema";
        QTest::newRow("transform of infinite scale")
            << changed("[0.001,0.001,0.001]", "[1e300,1e300,1e300]") << "schema";
        QTest::newRow("index out of range") << changed("[0,3,2,1]", "[0,3,2,8]") << "wrong_vertex_index";
        QTest::newRow("negative index") << changed("[0,3,2,1]", "[0,3,2,-1]") << "wrong_vertex_index";
        QTest::newRow("huge index") << changed("[0,3,2,1]", "[0,3,2,99999999999]") << "wrong_vertex_index";
        QTest::newRow("index with a fraction") << changed("[0,3,2,1]", "[0,3,2,1.5]") << "schema";
        QTest::newRow("boundaries too flat") << changed("[[[[0,3,2,1]]", "[[[0,3,2,1]") << "schema";
        QTest::newRow("unknown geometry type") << changed("\"Solid\"", "\"Blob\"") << "schema";
        QTest::newRow("no lod") << changed("\"lod\":\"1\",", "") << "schema";
        QTest::newRow("too few semantic values")
            << changed("[[0,1,null,null,null,null]]", "[[0,1,null]]") << "semantics_arrays";
        QTest::newRow("semantic value out of range") << changed("[[0,1,null", "[[0,2,null") << "semantics_arrays";
        QTest::newRow("vertex that is no number") << changed("[1000,0,0]", "[NaN,0,0]") << "schema";
        QTest::newRow("vertex of two numbers") << changed("[1000,0,0]", "[1000,0]") << "schema";
        QTest::newRow("vertex beyond every map") << changed("[1000,0,0]", "[1e308,0,0]") << "schema";
        QTest::newRow("own parent") << changed("\"type\":\"Building\",",
                                               "\"type\":\"Building\",\"parents\":[\"house\"],")
                                    << "parents_children_consistency";
        QTest::newRow("child that is missing")
            << changed("\"type\":\"Building\",", "\"type\":\"Building\",\"children\":[\"x\"],")
            << "parents_children_consistency";
        QTest::newRow("circle of parents")
            << changed("\"house\":{\"type\":\"Building\",",
                       "\"a\":{\"type\":\"BuildingPart\",\"parents\":[\"house\"],\"children\":[\"house\"]},"
                       "\"house\":{\"type\":\"Building\",\"parents\":[\"a\"],\"children\":[\"a\"],")
            << "parents_children_consistency";
        QTest::newRow("unknown object type") << changed("\"Building\"", "\"Bilding\"") << "schema";
        QTest::newRow("part without a parent") << changed("\"Building\"", "\"BuildingPart\"") << "schema";
        QTest::newRow("same id twice") << changed("\"house\":{", "\"house\":{\"type\":\"Building\"},\"house\":{")
                                       << "schema";
        QTest::newRow("unknown root member")
            << changed("\"version\"", "\"hello\":[1,2],\"version\"") << "extra_root_properties";
        QTest::newRow("no reference system") << changed("referenceSystem", "referenceSistem") << "missing_crs";
        QTest::newRow("text behind the end") << kCube + " x"
                                             << "json_syntax";
        QTest::newRow("missing value") << changed("\"storeys\":2", "\"storeys\":") << "json_syntax";
        QTest::newRow("bad word in nested attribute") << changed("{\"x\":[1]}", "{\"x\":[tru]}") << "json_syntax";
        QTest::newRow("material that is missing")
            << changed("\"lod\":\"1\"", "\"lod\":\"1\",\"material\":{\"t\":{\"value\":3}}") << "materials";
        QTest::newRow("texture that is missing")
            << changed("\"lod\":\"1\"",
                       "\"lod\":\"1\",\"texture\":{\"t\":{\"values\":[[[[0,1,1,1,1]],null,null,null,null,null]]}}")
            << "textures";
        QTest::newRow("texture of wrong shape")
            << changed("\"lod\":\"1\"", "\"lod\":\"1\",\"texture\":{\"t\":{\"values\":[0]}}") << "textures";
    }

    void findsTheReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const auto loaded = readBytes(bytes);
        LOCI_VERIFY_RESULT(loaded);
        const QStringList codes = codesOf(loaded->findings);
        QVERIFY2(codes.contains(code), qPrintable(codes.join(QLatin1Char(' '))));
        QVERIFY(loaded->value->objectCount() >= 1);
        for (const Finding &finding : loaded->findings) {
            QVERIFY(!finding.message.isEmpty());
        }
        useModel(*loaded->value);
    }

    void refusesWhatIsNoCityJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blanks") << QByteArray("  \n ");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("number") << QByteArray("42");
        QTest::newRow("array") << QByteArray("[1,2,3]");
        QTest::newRow("GeoJSON") << (json("{'type':'FeatureCollection','features':[]}"));
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("brace") << QByteArray("{");
        QTest::newRow("noise") << QByteArray("{\x00\x01\x02\xff\xfe", 6);
    }

    void refusesWhatIsNoCityJson()
    {
        QFETCH(QByteArray, bytes);
        const auto loaded = readBytes(bytes);
        QVERIFY(!loaded);
        QVERIFY(loaded.error().message.contains(QStringLiteral("test.city.json")));
        QVERIFY(exitStatus(loaded.error().code) == 1 || exitStatus(loaded.error().code) == 3);
    }

    void refusesOtherEncodingsAndMissingFiles()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("wide.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\xFF\xFE{\0\"\0", 6));
        file.close();
        QCOMPARE(formats::readModel(path).error().code, ErrorCode::Unsupported);
        QVERIFY(formats::readModel(path).error().message.contains(QStringLiteral("UTF-16")));
        QCOMPARE(formats::readModel(folder.filePath(QStringLiteral("none"))).error().code, ErrorCode::NotReadable);
        QCOMPARE(formats::readModel(folder.path()).error().code, ErrorCode::NotReadable);
    }

    void readsMembersInAnyOrder()
    {
        QByteArray bytes = kCube;
        const QByteArray transform = json("'transform':{'scale':[0.001,0.001,0.001],'translate':[10,20,30]},");
        bytes.remove(bytes.indexOf(transform), transform.size());
        const qsizetype vertices = bytes.indexOf("\"vertices\"");
        const qsizetype metadata = bytes.indexOf("\"metadata\"");
        const QByteArray list = bytes.mid(vertices, metadata - vertices);
        bytes.remove(vertices, list.size());
        bytes.insert(1, list);
        bytes.insert(bytes.size() - 1, "," + transform.chopped(1));
        const auto loaded = readBytes(bytes);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(codesOf(loaded->findings), QStringList());
        QCOMPARE(loaded->value->extent.max, (Vec3{11, 21, 31}));
    }

    void keepsRealCoordinatesOfVersionOne()
    {
        QByteArray bytes = changed("\"2.0\"", "\"1.0\"");
        bytes.replace(json("'transform':{'scale':[0.001,0.001,0.001],'translate':[10,20,30]},"), "");
        bytes.replace("[0,0,0],[1000,0,0]", "[84616.4635,447422.9875,-5.25],[84617.123,447422.5,1e1]");
        bytes.replace(
            "[1000,1000,0],[0,1000,0],[0,0,1000],[1000,0,1000],[1000,1000,1000],[0,1000,1000]",
            "[84618,447422,0],[84618,447423,0],[84618,447424,0],[84618,447425,0],[84618,447426,0],[84618,447427,0]");
        const auto loaded = readBytes(bytes);
        LOCI_VERIFY_RESULT(loaded);
        const Vec3 first = loaded->value->vertices.at(0), second = loaded->value->vertices.at(1);
        QVERIFY(std::abs(first.x - 84616.4635) < 1e-8 && std::abs(first.y - 447422.9875) < 1e-8 && first.z == -5.25);
        QCOMPARE(second.z, 10.0);
    }

    void rebasesHugeIntegers()
    {
        const auto loaded = readBytes(changed("[0,0,0],[1000,0,0]", "[5000000000,0,0],[5000001000,0,0]"));
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(std::abs(loaded->value->vertices.at(0).x - 5000010.0) < 0.01);
    }

    void survivesDeepNesting()
    {
        const QByteArray deep = QByteArray(100000, '[') + QByteArray(100000, ']');
        for (const char *place :
             {"{\"x\":[1]}", "[[[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]]"}) {
            const auto loaded = readBytes(changed(place, deep.constData()));
            LOCI_VERIFY_RESULT(loaded);
            QVERIFY(hasErrors(loaded->findings));
            useModel(*loaded->value);
        }
        const auto root = readBytes(changed("\"version\"", ("\"deep\":" + deep + ",\"version\"").constData()));
        LOCI_VERIFY_RESULT(root);
        const auto open = readBytes((json("{'type':'CityJSON','CityObjects':")) + QByteArray(100000, '{'));
        QVERIFY(!open || hasErrors(open->findings));
    }

    void survivesTruncationAtEveryByte_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("whole file") << "cityjson/misc/val3dity_several_lods_valid.json";
        QTest::newRow("sequence") << "cityjson/delft/3dbag_b2.city.jsonl";
        QTest::newRow("appearance") << "cityjson/misc/cjio_dummy.json";
    }

    void survivesTruncationAtEveryByte()
    {
        QFETCH(QString, file);
        const QByteArray bytes = sharedBytes(file);
        if (bytes.isEmpty()) {
            QSKIP("shared data is absent");
        }
        for (qsizetype length = 0; length < bytes.size() - 2; ++length) {
            const auto loaded = readBytes(bytes.left(length));
            if (loaded && length % 7 == 0) {
                useModel(*loaded->value);
            }
            const bool whole = length > 0 && bytes[length - 1] == '\n'; // a sequence that ends with a line is whole
            const bool lineEnd = bytes[length] == '\n';
            QVERIFY2(whole || lineEnd || !loaded || hasErrors(loaded->findings), qPrintable(QString::number(length)));
        }
    }

    void survivesFlippedBytes_data() { survivesTruncationAtEveryByte_data(); }

    void survivesFlippedBytes()
    {
        QFETCH(QString, file);
        const QByteArray bytes = sharedBytes(file);
        if (bytes.isEmpty()) {
            QSKIP("shared data is absent");
        }
        std::mt19937 random(1);
        const QByteArray marks("[]{},:\"\\0-.eE \n\x00\xff", 18);
        for (int round = 0; round < 6000; ++round) {
            QByteArray broken = bytes;
            for (int i = 0; i < 1 + round % 4; ++i) {
                const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
                broken[at] =
                    round % 2 == 0 ? marks[static_cast<qsizetype>(random() % 18)] : static_cast<char>(random() % 256);
            }
            if (const auto loaded = readBytes(broken)) {
                useModel(*loaded->value);
            }
        }
    }

    void readsOnBehindADamagedLine()
    {
        const QByteArray bytes = sharedBytes(QStringLiteral("cityjson/delft/delft_subset.city.jsonl"));
        if (bytes.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QList<QByteArray> lines = bytes.split('\n');
        lines[4].truncate(lines[4].size() / 2);
        const auto loaded = readBytes(lines.join('\n'));
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(loaded->value->objectCount() >= 18);
        bool told = false;
        for (const Finding &finding : loaded->findings) {
            told = told ||
                   (finding.code == QLatin1String("json_syntax") && finding.where.contains(QStringLiteral("line 5")));
        }
        QVERIFY(told);
    }

    void stopsWhenCancelled()
    {
        CancelToken cancel;
        cancel.cancel();
        const QString path = test::sharedData(QStringLiteral("cityjson/delft/delft_v20.city.json"));
        if (path.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QCOMPARE(formats::readModel(path, cancel).error().code, ErrorCode::Cancelled);
    }

    void foldsAMillionFindingsInLinearTime()
    {
        QByteArray bytes = json("{'type':'CityJSON','version':'2.0','transform':{'scale':[1,1,1],'translate':[0,0,0]},'"
                                "vertices':[],'CityObjects':{");
        for (int i = 0; i < 100000; ++i) {
            bytes += (i > 0 ? ",\"" : "\"") + QByteArray::number(i) +
                     json("':{'type':'X','parents':['y'],'geometry':[{'type':'MultiSurface','lod':'1','boundaries':[[["
                          "0,1,2]]]}]}");
        }
        bytes += "}}";
        QElapsedTimer timer;
        timer.start();
        const auto loaded = readBytes(bytes);
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(loaded->findings.size() < 2000);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    static QByteArray sharedBytes(const QString &name)
    {
        QFile file(test::sharedData(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

LOCI_TEST_CLASS(CityJsonBadInputTest)
#include "cityjsonbadinputtest.moc"
