// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/canceltoken.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/gmltext.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <random>
#include <zlib.h>

using namespace loci;
using namespace loci::city;
using namespace loci::test;

namespace {

QByteArray changed(const char *from, const char *to)
{
    QByteArray text = gmlDocument(gmlHouse());
    Q_ASSERT(text.contains(from));
    return text.replace(from, to);
}

QByteArray packed(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    QByteArray in = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QString written(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QLatin1String(name)));
    [[maybe_unused]] const bool open = file.open(QIODevice::WriteOnly);
    file.write(bytes);
    return file.fileName();
}

} // namespace

class CityGmlBadInputTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const QByteArray &text, const char *code, const char *where) {
            QTest::newRow(name) << text << QString::fromLatin1(code) << QString::fromLatin1(where);
        };
        row("missing target", changed("xlink:href='#face3'", "xlink:href='#face9'"), "xlink", "line 5");
        row("open ring", changed("691010 5336000 15 691010 5336000 5</", "691010 5336000 15</"), "103 RING_NOT_CLOSED",
            "line 9");
        row("word for a number", changed("691010 5336010 15 691000", "691010 high 15 691000"), "coordinates", "line 7");
        row("NaN", changed("691010 5336010 15 691000", "691010 NaN 15 691000"), "coordinates", "line 7");
        row("endless number", changed("691010 5336010 15 691000", "691010 1e999 15 691000"), "coordinates", "line 7");
        row("number missing", changed("691010 5336010 15 691000", "691010 5336010 691000"), "coordinates", "line 7");
        row("beyond every map", changed("691010 5336010 15 691000", "691010 1e12 15 691000"), "coordinates", "line 7");
        row("polygon without rings",
            changed("<gml:exterior><gml:LinearRing gml:id='face4_ring'>", "<gml:x><gml:LinearRing>")
                .replace("</gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></"
                         "bldg:lod2MultiSurface></bldg:WallSurface></"
                         "bldg:boundedBy>\n<bldg:boundedBy><bldg:WallSurface><bldg:lod2MultiSurface><gml:MultiSurface><"
                         "gml:surfaceMember><gml:Polygon gml:id='face5'",
                         "</gml:LinearRing></gml:x></gml:Polygon></gml:surfaceMember></gml:MultiSurface></"
                         "bldg:lod2MultiSurface></bldg:WallSurface></"
                         "bldg:boundedBy>\n<bldg:boundedBy><bldg:WallSurface><bldg:lod2MultiSurface><gml:MultiSurface><"
                         "gml:surfaceMember><gml:Polygon gml:id='face5'"),
            "coordinates", "line 10");
        row("height that is no number", changed(">10</bldg:measuredHeight>", ">tall</bldg:measuredHeight>"),
            "attribute", "line 4");
        row("same id twice", gmlDocument(gmlHouse() + gmlHouse()), "duplicate_id", "");
        row("unknown system", gmlDocument(gmlHouse(), "urn:x:y"), "missing_crs", "");
        row("system that PROJ does not know", gmlDocument(gmlHouse(), "EPSG:999998"), "unknown_crs", "");
        row("empty solid", changed("<bldg:lod2Solid>", "<bldg:lod1Solid><gml:Solid/></bldg:lod1Solid><bldg:lod2Solid>"),
            "empty_geometry", "line 5");
        row("not well-formed", changed("</core:CityModel>", "</core:Citymodel>"), "xml_syntax", "line 13");
        row("circle of links",
            gmlDocument(gmlHouse() + gmlObject("<bldg:Building><bldg:lod2MultiSurface>" + gmlMulti(gmlLink("m"), "m") +
                                               "</bldg:lod2MultiSurface></bldg:Building>")),
            "xlink", "");
        row("part by itself", gmlDocument(gmlHouse() + gmlObject("<bldg:BuildingPart gml:id='p'/>")), "schema", "");
    }

    void findsTheReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFETCH(QString, where);
        const auto loaded = readGml(text);
        LOCI_VERIFY_RESULT(loaded);
        const QStringList codes = codesOf(loaded->findings);
        QVERIFY2(codes.contains(code), qPrintable(codes.join(QLatin1Char(' '))));
        bool located = false;
        for (const Finding &finding : loaded->findings) {
            QVERIFY(!finding.message.isEmpty());
            located = located || (finding.code == code && (where.isEmpty() || finding.where == where));
        }
        QVERIFY2(located, qPrintable(loaded->findings.front().where));
        QVERIFY(loaded->value->objectCount() >= 1);
        QVERIFY(loaded->value->geometry.surfaceCount() >= 5); // the rest is kept
        useModel(*loaded->value);
    }

    void refusesEntities_data()
    {
        QTest::addColumn<QByteArray>("doctype");
        QTest::addColumn<QByteArray>("use");
        QByteArray laughs = "<!DOCTYPE x [<!ENTITY l0 'ha'>";
        for (int i = 1; i < 12; ++i) {
            const QByteArray ten = QByteArray("&l" + QByteArray::number(i - 1) + ";").repeated(10);
            laughs += "<!ENTITY l" + QByteArray::number(i) + " '" + ten + "'>";
        }
        QTest::newRow("file") << QByteArray("<!DOCTYPE x [<!ENTITY e SYSTEM 'file://%1'>]>") << QByteArray("&e;");
        QTest::newRow("network") << QByteArray("<!DOCTYPE x [<!ENTITY e SYSTEM 'http://127.0.0.1:%2/'>]>")
                                 << QByteArray("&e;");
        QTest::newRow("parameter entity")
            << QByteArray("<!DOCTYPE x [<!ENTITY % e SYSTEM 'http://127.0.0.1:%2/'> %e;]>") << QByteArray();
        QTest::newRow("billion laughs") << laughs + "]>" << QByteArray("&l11;");
    }

    void refusesEntities()
    {
        QFETCH(QByteArray, doctype);
        QFETCH(QByteArray, use);
        const QTemporaryDir folder;
        const QString secret = written(folder, "secret.txt", "the secret of the house");
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        doctype.replace("%1", secret.toUtf8()).replace("%2", QByteArray::number(server.serverPort()));
        QByteArray text =
            changed("<gml:boundedBy><gml:Envelope", "<gml:name>" + use + "</gml:name><gml:boundedBy><gml:Envelope");
        text.insert(text.indexOf("?>") + 2, doctype);
        QElapsedTimer timer;
        timer.start();
        const auto loaded = readGml(text);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Invalid);
        QVERIFY(loaded.error().message.contains(QStringLiteral("entities")));
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(!server.waitForNewConnection(0));
    }

    void fetchesNoDocumentTypeAndNoSchema()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/x";
        QByteArray text = changed("<gml:boundedBy><gml:Envelope", "<core:cityObjectMember xlink:href='" + address +
                                                                      "#a'/><gml:boundedBy><gml:Envelope");
        text.insert(text.indexOf("?>") + 2, "<!DOCTYPE x SYSTEM '" + address + "'>");
        const auto loaded = readGml(text);
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(!server.waitForNewConnection(0));
        const QStringList codes = codesOf(loaded->findings, Severity::Info);
        QVERIFY(codes.contains(QStringLiteral("doctype")) && codes.contains(QStringLiteral("not_carried")));
        QCOMPARE(loaded->value->geometry.surfaceCount(), 6U);
    }

    void linksThatMultiplyStopAtALimit()
    {
        QByteArray levels = gmlMember(gmlPolygon(kCubeFaces[0], "c0"));
        for (int i = 1; i < 30; ++i) {
            const QByteArray below = "c" + QByteArray::number(i - 1);
            const QByteArray own = "c" + QByteArray::number(i);
            levels += gmlMember("<gml:CompositeSurface gml:id='" + own + "'>" +
                                gmlLink(below.constData()).repeated(10) + "</gml:CompositeSurface>");
        }
        QElapsedTimer timer;
        timer.start();
        const auto loaded = readGml(gmlDocument(gmlObject("<bldg:Building><bldg:lod2MultiSurface>" + gmlMulti(levels) +
                                                          "</bldg:lod2MultiSurface></bldg:Building>")));
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("xlink")));
        QVERIFY(timer.elapsed() < 10000);
    }

    void survivesDeepNesting()
    {
        const QByteArray deep = QByteArray("<gml:x>").repeated(200000) + QByteArray("</gml:x>").repeated(200000);
        const auto loaded = readGml(changed("<bldg:lod2Solid>", deep + "<bldg:lod2Solid>"));
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY(codesOf(loaded->findings).contains(QStringLiteral("xml_depth")));
        QCOMPARE(loaded->value->geometry.surfaceCount(), 6U);
        const auto open = readGml(gmlDocument(gmlHouse()).chopped(20) + QByteArray("<gml:x>").repeated(200000));
        QVERIFY(open && hasErrors(open->findings));
    }

    void survivesTruncationAtEveryByte()
    {
        const QByteArray text = gmlDocument(gmlHouse(), "local"); // without the time of a reference system
        for (qsizetype length = 0; length < text.size() - 2; ++length) {
            const auto loaded = readGml(text.left(length));
            QVERIFY2(!loaded || hasErrors(loaded->findings), qPrintable(QString::number(length)));
            if (loaded && length % 7 == 0) {
                useModel(*loaded->value);
            }
        }
        QVERIFY(readGml(text).has_value());
    }

    void survivesMutations_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("house") << QString();
        QTest::newRow("textures") << QStringLiteral("citygml/ingolstadt/4018142/4018142.xml");
        QTest::newRow("version 3") << QStringLiteral("citygml/ogc_examples/v3_Dynamizer_inline_Timeseries.gml");
    }

    void survivesMutations()
    {
        QFETCH(QString, file);
        QByteArray text = gmlDocument(gmlHouse(), "local");
        if (!file.isEmpty()) {
            QFile source(sharedData(file));
            if (!source.open(QIODevice::ReadOnly)) {
                QSKIP("shared data is absent");
            }
            text = source.readAll();
        }
        // Pieces that matter to the reader are exchanged, doubled and dropped: tags, ids, numbers.
        static const QByteArrayList kPieces{"gml:Solid",
                                            "gml:Polygon",
                                            "bldg:Building",
                                            "bldg:WallSurface",
                                            "gml:exterior",
                                            "gml:interior",
                                            "xlink:href=",
                                            "gml:id=",
                                            "#face1",
                                            "gml:posList",
                                            "gml:pos",
                                            "1e308",
                                            "-0",
                                            "NaN",
                                            "\xC3\xA9",
                                            "<gml:Ring>",
                                            "</gml:Ring>",
                                            "srsDimension='2'",
                                            "orientation='-'",
                                            "gml:baseSurface",
                                            "app:target",
                                            "srsName='EPSG:4326'",
                                            "<!--",
                                            "<![CDATA[",
                                            "&#0;",
                                            "gml:MultiSurface",
                                            "gml:CompositeSolid",
                                            "core:ImplicitGeometry",
                                            ">",
                                            "<"};
        std::mt19937 random(7);
        const auto below = [&random](qsizetype n) {
            return static_cast<qsizetype>(random() % static_cast<unsigned>(std::max<qsizetype>(n, 1)));
        };
        for (int round = 0; round < (file.isEmpty() ? 3000 : 300); ++round) {
            QByteArray broken = text;
            for (int i = 0; i <= round % 3; ++i) {
                const QByteArray &piece = kPieces[below(kPieces.size())];
                const qsizetype at = below(broken.size());
                const qsizetype known = broken.indexOf(piece, at);
                switch (below(5)) {
                case 0:
                    broken.insert(at, piece);
                    break;
                case 1:
                    broken.replace(known < 0 ? at : known, piece.size(), kPieces[below(kPieces.size())]);
                    break;
                case 2:
                    broken.remove(at, below(200));
                    break;
                case 3:
                    broken.insert(at, broken.mid(below(broken.size()), below(600)));
                    break;
                default:
                    broken[at] = static_cast<char>(below(256));
                    break;
                }
            }
            if (const auto loaded = readGml(broken); loaded && round % 3 == 0) {
                useModel(*loaded->value);
            }
        }
    }

    void readsPackedFiles()
    {
        const QTemporaryDir folder;
        const QByteArray text = gmlDocument(gmlHouse());
        const QString path = written(folder, "house.gml.gz", packed(text));
        QVERIFY(formats::isCityModel(path));
        const auto loaded = formats::readModel(path);
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value->geometry.surfaceCount(), 6U);
        const auto half = formats::readModel(written(folder, "half.gz", packed(text).chopped(40)));
        QVERIFY(!half || hasErrors(half->findings));
        const auto two = formats::readModel(written(folder, "two.gz", packed(text.left(900)) + packed(text.mid(900))));
        LOCI_VERIFY_RESULT(two);
        QCOMPARE(two->value->geometry.surfaceCount(), 6U);
        const auto json = formats::readModel(
            written(folder, "c.gz",
                    packed("{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":{\"scale\":[1,1,1],"
                           "\"translate\":[0,0,0]},\"CityObjects\":{\"a\":{\"type\":\"Building\"}},"
                           "\"vertices\":[]}")));
        LOCI_VERIFY_RESULT(json);
        QCOMPARE(json->value->objectCount(), 1U);
        QVERIFY(!formats::readModel(written(folder, "noise.gz", QByteArray("\x1f\x8b\x08\0\0\0\0\0noise", 13))));
    }

    void refusesWhatIsNoCityGml()
    {
        for (const QByteArray &text : {QByteArray(), QByteArray("hello"), QByteArray("<a/>"), QByteArray("<"),
                                       QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>")}) {
            const auto loaded = readGml(text);
            QVERIFY2(!loaded, text.constData());
            QVERIFY(loaded.error().message.contains(QStringLiteral("test.gml")));
        }
        QVERIFY(!formats::CityGmlReader().recognises("<html><body/></html>"));
    }

    void stopsWhenCancelled()
    {
        CancelToken cancel;
        cancel.cancel();
        const auto loaded = formats::CityGmlReader().read(gmlDocument(gmlHouse()), QStringLiteral("test.gml"), cancel);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Cancelled);
    }
};

LOCI_TEST_CLASS(CityGmlBadInputTest)

#include "citygmlbadinputtest.moc"
