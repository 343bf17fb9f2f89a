// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/jsonmembers.h"
#include "layers/formats/cityjsonreader.h"
#include "layers/formats/export/cityjsonwriter.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::city;

namespace {

constexpr const char *kOld =
    "{\"type\":\"CityJSON\",\"version\":\"1.0\",\n"
    "\"metadata\":{\"referenceSystem\":\"urn:ogc:def:crs:EPSG::28992\",\"datasetTitle\":\"Town\","
    "\"citymodelIdentifier\":\"t-1\"},\n"
    "\"+note\":{\"a\":[1, 2]},\n"
    "\"CityObjects\":{\n"
    "\"b\":{\"type\":\"Building\",\"address\":{\"CountryName\":\"NL\",\"location\":{\"type\":\"MultiPoint\",\"lod\":1,"
    "\"boundaries\":[3]}},\n"
    "\"attributes\":{\"n\":{\"deep\":[1,{\"x\":\"y\"}]},\"r\":3.0,\"i\":3,\"t\":\"a\\\"b\\\\c\\n\",\"yes\":true},\n"
    "\"geometry\":[{\"type\":\"MultiSurface\",\"lod\":2,\"boundaries\":[[[0,1,2]]]}]},\n"
    "\"g\":{\"type\":\"CityObjectGroup\",\"members\":[\"b\"]},\n"
    "\"e\":{\"type\":\"BridgeConstructionElement\",\"parents\":[\"br\"]},\n"
    "\"br\":{\"type\":\"Bridge\",\"children\":[\"e\"]}},\n"
    "\"vertices\":[[1.5,2,3],[2,2,3],[2,3,3],[9,9,9]]}\n";

QJsonObject fileJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ExportUpgradeTest : public QObject
{
    Q_OBJECT

private slots:
    void oldContentBecomesNew()
    {
        const auto loaded = formats::CityJsonReader().read(QByteArray(kOld), QStringLiteral("old.json"), {});
        LOCI_VERIFY_RESULT(loaded);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new.city.json"));
        LOCI_VERIFY_RESULT(formats::writeCityJson(*loaded->value, path));
        const QJsonObject json = fileJson(path);
        QCOMPARE(json["version"].toString(), QStringLiteral("2.0"));
        const QJsonObject metadata = json["metadata"].toObject();
        QCOMPARE(metadata["referenceSystem"].toString(),
                 QStringLiteral("https://www.opengis.net/def/crs/EPSG/0/28992"));
        QCOMPARE(metadata["title"].toString(), QStringLiteral("Town"));
        QCOMPARE(metadata["identifier"].toString(), QStringLiteral("t-1"));
        QCOMPARE(json["+note"].toObject()["a"].toArray().size(), 2);
        const QJsonObject objects = json["CityObjects"].toObject();
        const QJsonObject building = objects["b"].toObject();
        QCOMPARE(building["parents"].toArray(), QJsonArray{"g"});
        QCOMPARE(objects["g"].toObject()["children"].toArray(), QJsonArray{"b"});
        QCOMPARE(objects["e"].toObject()["type"].toString(), QStringLiteral("BridgeConstructiveElement"));
        QCOMPARE(building["geometry"].toArray()[0].toObject()["lod"].toString(), QStringLiteral("2"));
        const QJsonObject attributes = building["attributes"].toObject();
        QCOMPARE(attributes["n"].toObject()["deep"].toArray()[1].toObject()["x"].toString(), QStringLiteral("y"));
        QCOMPARE(attributes["t"].toString(), QStringLiteral("a\"b\\c\n"));
        QVERIFY(bytesOf(path).contains("\"r\":3.0,\"i\":3,"));
        const QJsonArray addresses = building["address"].toArray();
        QCOMPARE(addresses.size(), 1);
        const int point = addresses[0].toObject()["location"].toObject()["boundaries"].toArray()[0].toInt(-1);
        const QJsonArray scale = json["transform"].toObject()["scale"].toArray();
        const QJsonArray shift = json["transform"].toObject()["translate"].toArray();
        const QJsonArray vertex = json["vertices"].toArray()[point].toArray();
        QCOMPARE(vertex[0].toDouble() * scale[0].toDouble() + shift[0].toDouble(), 9.0);
    }

    void linesOfASequenceStayLines()
    {
        const auto loaded = formats::CityJsonReader().read(QByteArray(kOld), QStringLiteral("old.json"), {});
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new.city.jsonl"));
        LOCI_VERIFY_RESULT(formats::writeCityJsonSeq(*loaded->value, path));
        const QList<QByteArray> lines = bytesOf(path).trimmed().split('\n');
        QCOMPARE(lines.size(), 3); // head, the group with its member, the bridge
        for (const QByteArray &line : lines) {
            QVERIFY(QJsonDocument::fromJson(line).isObject());
        }
        const QJsonObject feature = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(feature["id"].toString(), QStringLiteral("g"));
        QCOMPARE(feature["vertices"].toArray().size(), 4); // the address brings its point along
    }

    void modelsOfOtherFormatsAreWritten()
    {
        CityModelBuilder b;
        b.beginObject("a", "Building");
        b.beginGeometry(GeometryType::MultiSurface, "2");
        b.surface({{{0, 0, 0}, {1, 0, 0}, {1, 1, 0}}}, "RoofSurface");
        b.beginObject("a", "Building"); // an id twice
        b.model().crs = EpsgCode(4547);
        b.model().materials.push_back({"brick", std::array<double, 3>{0.5, 0.25, 0.125}, 0.5, {}});
        b.model().geometry.materialThemes.push_back({"visual", {0}});
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.city.json"));
        LOCI_VERIFY_RESULT(formats::writeCityJson(*b.finish(), path));
        const auto loaded = formats::readModel(path);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->objectCount(), 2U);
        QCOMPARE(loaded->value->crs.value(), 4547);
        QVERIFY(!hasErrors(loaded->findings));
        QCOMPARE(loaded->value->materials.at(0).name, std::string("brick"));
        QCOMPARE(loaded->value->materials[0].transparency, 0.5);
    }

    void anotherImageOfThatNameStays()
    {
        QTemporaryDir source, target;
        CityModelBuilder b;
        b.beginObject("a", "Building");
        for (const char *image : {"pictures/wall.png", "pictures/wall.png", "roof.png", "../secret.png"}) {
            b.model().textures.push_back({image, {}});
        }
        b.model().sourcePath = source.filePath(QStringLiteral("m.city.json"));
        const auto write = [](const QString &path, const char *bytes) {
            QDir().mkpath(QFileInfo(path).absolutePath());
            QFile image(path);
            image.open(QIODevice::WriteOnly);
            image.write(bytes);
        };
        write(source.filePath(QStringLiteral("pictures/wall.png")), "wall");
        write(source.filePath(QStringLiteral("roof.png")), "roof");
        write(target.filePath(QStringLiteral("roof.png")), "mine");
        const QString path = target.filePath(QStringLiteral("m.city.json"));
        const auto report = formats::writeCityJson(*b.finish(), path);
        LOCI_VERIFY_RESULT(report);
        QCOMPARE(bytesOf(target.filePath(QStringLiteral("roof.png"))), QByteArray("mine"));
        QCOMPARE(bytesOf(target.filePath(QStringLiteral("roof-2.png"))), QByteArray("roof"));
        QCOMPARE(bytesOf(target.filePath(QStringLiteral("pictures/wall.png"))), QByteArray("wall"));
        const QJsonArray textures = fileJson(path)["appearance"].toObject()["textures"].toArray();
        QCOMPARE(textures[2].toObject()["image"].toString(), QStringLiteral("roof-2.png"));
        QCOMPARE(textures[3].toObject()["image"].toString(), QStringLiteral("../secret.png")); // as it was, not opened
        QCOMPARE(report->files.size(), 3);
        LOCI_VERIFY_RESULT(formats::writeCityJson(*formats::readModel(path)->value, target.filePath("again.json")));
    }

    void membersAreFoundInTexts()
    {
        const std::string text = "{ \"a\" : {\"b,}\":\"]\\\"}\"} , \"c\":[1, {\"d\":2}] ,\"e\": null}";
        QCOMPARE(jsonMember(text, "c"), std::string_view("[1, {\"d\":2}]"));
        QCOMPARE(jsonMember(text, "e"), std::string_view("null"));
        QVERIFY(jsonMember(text, "d").empty());
        const auto gone = changedJsonMember(text, "c", [](std::string_view) { return std::string(); });
        QCOMPARE(gone, std::string("{\"a\":{\"b,}\":\"]\\\"}\"},\"e\":null}"));
        QVERIFY(!eachJsonMember("{\"a\":[1,2}", [](std::string_view, std::string_view) {}));
        QVERIFY(!eachJsonMember("", [](std::string_view, std::string_view) {}));
        QVERIFY(!eachJsonItem("[1,", [](std::string_view) {}));
    }
};

LOCI_TEST_CLASS(ExportUpgradeTest)
#include "export_upgradetest.moc"
