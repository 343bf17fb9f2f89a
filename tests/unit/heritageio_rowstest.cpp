// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/rowreader.h"
#include "layers/formats/heritage/textencoding.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

using namespace loci;
using namespace loci::formats;
using heritage::RowTable;

class TestHeritageRows : public QObject
{
    Q_OBJECT
private slots:
    void recognisesEncodings_data();
    void recognisesEncodings();
    void readsQuotedFields();
    void guessesDelimiters();
    void tellsOfUnevenRows();
    void readsChineseText();
    void refusesWhatIsNoTable();
    void readsWhatGdalWrites_data();
    void readsWhatGdalWrites();
    void readsArchesBusinessData();
    void recognisesSharedFiles_data();
    void recognisesSharedFiles();
    void stopsWhenCancelled();

private:
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            return {};
        }
        return path;
    }
    QTemporaryDir m_folder;
};

void TestHeritageRows::recognisesEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    QTest::newRow("ascii") << QByteArray("abc") << "UTF-8"
                           << "abc";
    QTest::newRow("utf-8") << QByteArray("\xE6\x95\x85\xE5\xAE\xAB") << "UTF-8"
                           << "故宫";
    QTest::newRow("marked") << QByteArray("\xEF\xBB\xBF\xE6\x95\x85") << "UTF-8 with BOM"
                            << "故";
    QTest::newRow("utf-16") << QByteArray("\xFF\xFE\x45\x65", 4) << "UTF-16"
                            << "故";
    QTest::newRow("chinese") << QByteArray("\xB9\xCA\xB9\xAC\xA3\xAC\xB1\xB1\xBE\xA9") << "GB18030"
                             << "故宫，北京";
    QTest::newRow("latin") << QByteArray("\xE9glise Saint-\xC9tienne, \x93vieille\x94") << "Latin-1 (Windows-1252)"
                           << "église Saint-Étienne, “vieille”";
    QTest::newRow("latin capitals") << QByteArray("CH\xC2TEAU D'\xC9TAT \xC0 NO\xCBL") << "Latin-1 (Windows-1252)"
                                    << "CHÂTEAU D'ÉTAT À NOËL";
}

void TestHeritageRows::recognisesEncodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, text);
    QCOMPARE(recognisedEncoding(bytes), encoding);
    const auto decoded = decodeText(bytes);
    LOCI_VERIFY_RESULT(decoded);
    QCOMPARE(decoded->text, text);
    QCOMPARE(decoded->encoding, encoding);
    QVERIFY(!decodeText(bytes, QStringLiteral("no such thing")));
}

void TestHeritageRows::readsQuotedFields()
{
    const auto loaded =
        readRows({file(QStringLiteral("a.csv"), "id,text,note\r\n1,\"two\r\nlines, \"\"quoted\"\"\",\r\n"
                                                "\r\n2,\"\",x\n3,last,y"),
                  {}});
    LOCI_VERIFY_RESULT(loaded);
    const RowTable &table = loaded->value;
    QCOMPARE(table.columns, (QStringList{QStringLiteral("id"), QStringLiteral("text"), QStringLiteral("note")}));
    QCOMPARE(table.rows.size(), std::size_t(3));
    QCOMPARE(table.rows[0].values[1], QStringLiteral("two\r\nlines, \"quoted\""));
    QVERIFY(table.rows[0].values[2].isNull());
    QVERIFY(table.rows[1].values[1].isEmpty() && !table.rows[1].values[1].isNull());
    QCOMPARE(table.rows[2].values[2], QStringLiteral("y"));
    QVERIFY(loaded->findings.empty());
}

void TestHeritageRows::guessesDelimiters()
{
    const char *const texts[] = {"a;b;c\n1,5;2;3\n", "a\tb\tc\n1,5\t2\t3\n", "a|b|c\n1,5|2|3\n"};
    for (const char *text : texts) {
        const auto loaded = readRows({file(QStringLiteral("d.csv"), text), {}});
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value.columns.size(), 3);
        QCOMPARE(loaded->value.rows[0].values[0], QStringLiteral("1,5"));
    }
}

void TestHeritageRows::tellsOfUnevenRows()
{
    const auto loaded = readRows({file(QStringLiteral("u.csv"), "a,b,,b\n1\n1,2,3,4,5\n1,2,3,\"open\n"), {}});
    LOCI_VERIFY_RESULT(loaded);
    QCOMPARE(loaded->value.columns, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("column 3"),
                                                 QStringLiteral("b (2)")}));
    QStringList codes;
    for (const Finding &finding : loaded->findings) {
        codes << finding.code;
    }
    codes.sort();
    QCOMPARE(codes,
             (QStringList{QStringLiteral("column_name"), QStringLiteral("column_name"), QStringLiteral("open_quote"),
                          QStringLiteral("row_too_long"), QStringLiteral("row_too_short")}));
    for (const RowTable::Row &row : loaded->value.rows) {
        QCOMPARE(row.values.size(), std::size_t(4));
    }
}

void TestHeritageRows::readsChineseText()
{
    const auto loaded = readRows(
        {file(QStringLiteral("g.csv"), "\xC3\xFB\xB3\xC6,\xB5\xD8\xD6\xB7\n\xB9\xCA\xB9\xAC,\xB1\xB1\xBE\xA9\n"), {}});
    LOCI_VERIFY_RESULT(loaded);
    QCOMPARE(loaded->value.encoding, QStringLiteral("GB18030"));
    QCOMPARE(loaded->value.columns.first(), QStringLiteral("名称"));
    QCOMPARE(loaded->value.rows[0].values[0], QStringLiteral("故宫"));
}

void TestHeritageRows::refusesWhatIsNoTable()
{
    QCOMPARE(readRows({QStringLiteral("/nowhere/x.csv"), {}}).error().code, ErrorCode::NotReadable);
    QVERIFY(!readRows({file(QStringLiteral("e.csv"), {}), {}}));
    QVERIFY(!readRows({file(QStringLiteral("n.csv"), QByteArray("a\0b", 3)), {}}));
    QVERIFY(!readRows({file(QStringLiteral("j.json"), "{\"a\": "), {}}));
    QVERIFY(!readRows({file(QStringLiteral("x.xlsx"), "PK\x03\x04 no"), {}}));
    QVERIFY(!readRows({file(QStringLiteral("s.gpkg"), "SQLite format 3"), {}}));
    QVERIFY(!readRows({m_folder.path(), {}}));
}

void TestHeritageRows::readsWhatGdalWrites_data()
{
    QTest::addColumn<QByteArray>("driver");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("hasShapes");
    QTest::newRow("xlsx") << QByteArray("XLSX") << "t.xlsx"
                          << "XLSX" << false;
    QTest::newRow("ods") << QByteArray("ODS") << "t.ods"
                         << "ODS" << false;
    QTest::newRow("gpkg") << QByteArray("GPKG") << "t.gpkg"
                          << "GeoPackage" << true;
    QTest::newRow("shp") << QByteArray("ESRI Shapefile") << "t.shp"
                         << "Shapefile" << true;
    QTest::newRow("geojson") << QByteArray("GeoJSON") << "t.geojson"
                             << "GeoJSON" << true;
}

void TestHeritageRows::readsWhatGdalWrites()
{
    QFETCH(QByteArray, driver);
    QFETCH(QString, name);
    QFETCH(QString, format);
    QFETCH(bool, hasShapes);
    GDALAllRegister();
    const QString path = m_folder.filePath(name);
    {
        GDALDriver *writer = GetGDALDriverManager()->GetDriverByName(driver.constData());
        QVERIFY2(writer != nullptr, driver.constData());
        GDALDataset *data = writer->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr);
        QVERIFY(data != nullptr);
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const char *utf8[] = {"ENCODING=UTF-8", nullptr};
        OGRLayer *layer = data->CreateLayer("t", hasShapes ? &wgs84 : nullptr, hasShapes ? wkbPoint : wkbNone,
                                            driver == "ESRI Shapefile" ? const_cast<char **>(utf8) : nullptr);
        OGRFieldDefn text("name", OFTString);
        OGRFieldDefn number("height", OFTReal);
        QVERIFY(layer->CreateField(&text) == OGRERR_NONE && layer->CreateField(&number) == OGRERR_NONE);
        for (int i = 0; i < 2; ++i) {
            OGRFeature feature(layer->GetLayerDefn());
            feature.SetField(0, i == 0 ? "望江楼" : "Tower");
            if (i == 0) {
                feature.SetField(1, 27.5);
            }
            if (hasShapes) {
                OGRPoint point(104.08 + i, 30.63);
                feature.SetGeometry(&point);
            }
            QVERIFY(layer->CreateFeature(&feature) == OGRERR_NONE);
        }
        GDALClose(data);
    }
    const auto loaded = readRows({path, {}});
    LOCI_VERIFY_RESULT(loaded);
    const RowTable &table = loaded->value;
    QCOMPARE(table.format, format);
    QCOMPARE(table.rows.size(), std::size_t(2));
    const int nameColumn = table.column(QStringLiteral("name"));
    const int heightColumn = table.column(QStringLiteral("height"));
    QCOMPARE(table.value(table.rows[0], nameColumn), QStringLiteral("望江楼"));
    QCOMPARE(table.value(table.rows[0], heightColumn).toDouble(), 27.5);
    QVERIFY(table.value(table.rows[1], heightColumn).isNull());
    QCOMPARE(table.rows[0].wkb.isEmpty(), !hasShapes);
    QCOMPARE(table.crs, hasShapes ? QStringLiteral("EPSG:4326") : QString());
    const auto gone = readRows({path, QStringLiteral("no such layer")});
    QVERIFY(!gone);
}

void TestHeritageRows::readsArchesBusinessData()
{
    const QString base = loci::test::sharedData(QStringLiteral("heritage/arches_her/"));
    if (base.isEmpty()) {
        QSKIP("shared data is absent");
    }
    // Nodes and graph of Arches for HERs; the condition's label is one of its thesaurus.
    const QString data = file(QStringLiteral("business.json"), R"({"business_data": {"resources": [
        {"resourceinstance": {"resourceinstanceid": "r1", "graph_id": "076f9381-7b00-11e9-8d6b-80000b44d1d9", "legacyid": "L1"},
         "tiles": [{"data": {"676d47ff-9c1c-11ea-b07f-f875a44e0e11": {"en": {"value": "Old mill", "direction": "ltr"}}}},
                   {"data": {"no such node": 1}}]},
        {"resourceinstance": {"resourceinstanceid": "r2", "graph_id": "unknown"}, "tiles": []}]}})");
    QVERIFY(!readRows({data, {}}));
    RowSource source{data, {}};
    source.graphs = {base + QStringLiteral("resource_models/Monument.json"),
                     base + QStringLiteral("resource_models/Area.json")};
    const auto loaded = readRows(source);
    LOCI_VERIFY_RESULT(loaded);
    const RowTable &table = loaded->value;
    QCOMPARE(table.format, QStringLiteral("Arches JSON"));
    QCOMPARE(table.layer, QStringLiteral("Monument"));
    QCOMPARE(table.rows.size(), std::size_t(1));
    QVERIFY(table.columns.contains(QStringLiteral("Designation or Protection Type")));
    QCOMPARE(table.value(table.rows[0], table.column(QStringLiteral("resourceinstanceid"))), QStringLiteral("r1"));
    QCOMPARE(table.value(table.rows[0], table.column(QStringLiteral("Monument Name"))), QStringLiteral("Old mill"));
    QCOMPARE(loaded->findings.size(), std::size_t(1));
    QCOMPARE(loaded->findings.front().code, QStringLiteral("arches_node"));
}

void TestHeritageRows::recognisesSharedFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("guobao csv") << "heritage/china_guobao/guobao_sites_gcj02.csv" << 4305 << 20 << "UTF-8 with BOM";
    QTest::newRow("guobao json") << "heritage/china_guobao/guobao_sites_gcj02.json" << 4305 << 0 << "UTF-8";
    QTest::newRow("unesco") << "heritage/unesco/whc-sites-2019.csv" << 1121 << 37 << "Latin-1 (Windows-1252)";
    QTest::newRow("eamena") << "heritage/eamena/sistan_sample.geojson" << 356 << 100 << "UTF-8";
    QTest::newRow("brooklyn") << "heritage/nyc/brooklyn_historic_districts.geojson" << 46 << 18 << "UTF-8";
    QTest::newRow("queens") << "heritage/nyc/queens_historic_districts.geojson" << 14 << 18 << "UTF-8";
    QTest::newRow("huntingdon") << "heritage/uk/conservation-area_huntingdon.geojson" << 1 << 15 << "UTF-8";
    QTest::newRow("montpellier") << "qgis/montpellier/demoqgis_intranet/data/Monuments_Historiques.shp" << 105 << 5
                                 << "Latin-1 (Windows-1252)";
}

void TestHeritageRows::recognisesSharedFiles()
{
    QFETCH(QString, path);
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(QString, encoding);
    const QString whole = loci::test::sharedData(path);
    if (whole.isEmpty()) {
        QSKIP("shared data is absent");
    }
    const auto loaded = readRows({whole, {}});
    LOCI_VERIFY_RESULT(loaded);
    QCOMPARE(static_cast<int>(loaded->value.rows.size()), rows);
    if (columns > 0) {
        QCOMPARE(static_cast<int>(loaded->value.columns.size()), columns);
    }
    QCOMPARE(loaded->value.encoding, encoding);
}

void TestHeritageRows::stopsWhenCancelled()
{
    QByteArray text = "a,b\n";
    for (int i = 0; i < 2000; ++i) {
        text += "1,2\n";
    }
    const CancelToken cancel;
    cancel.cancel();
    const auto loaded = readRows({file(QStringLiteral("c.csv"), text), {}}, cancel);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Cancelled);
}

LOCI_TEST_CLASS(TestHeritageRows)
#include "heritageio_rowstest.moc"
