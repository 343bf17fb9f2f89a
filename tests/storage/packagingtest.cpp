// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it:
// clang-format off
#include "tests/support/testmain.h"
// clang-format on

#include "layers/workspace/packaging.h"

#include "app/cli/workspaceverb.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/references.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <archive.h>
#include <archive_entry.h>

using namespace loci;
using namespace loci::workspace;

namespace {
void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

QByteArray layerXml(const QString &provider, const QString &source)
{
    return QStringLiteral(
               "<maplayer type=\"vector\"><id>x</id><datasource>%1</datasource><provider encoding=\"UTF-8\">%2"
               "</provider></maplayer>")
        .arg(source.toHtmlEscaped(), provider)
        .toUtf8();
}

struct Entry
{
    QByteArray name;
    QByteArray content;
    unsigned type = AE_IFREG;
};

void writeZip(const QString &path, const std::vector<Entry> &entries)
{
    archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_filename(zip, QFile::encodeName(path).constData());
    for (const Entry &entry : entries) {
        archive_entry *header = archive_entry_new();
        archive_entry_set_pathname(header, entry.name.constData());
        archive_entry_set_filetype(header, entry.type);
        archive_entry_set_perm(header, 0644);
        if (entry.type == AE_IFLNK) {
            archive_entry_set_symlink(header, entry.content.constData());
        } else {
            archive_entry_set_size(header, entry.content.size());
        }
        archive_write_header(zip, header);
        if (entry.type == AE_IFREG) {
            archive_write_data(zip, entry.content.constData(), std::size_t(entry.content.size()));
        }
        archive_entry_free(header);
    }
    archive_write_close(zip);
    archive_write_free(zip);
}
} // namespace

class TestPackaging : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void storesPathsBesideTheWorkspaceRelative_data();
    void storesPathsBesideTheWorkspaceRelative();
    void findsThePathInADataSource_data();
    void findsThePathInADataSource();
    void rewritesTheLayerTree();
    void hidesSecretsOfRemoteSources();
    void packsWithSideFilesAndTextures();
    void packsWhileInUse();
    void packsRealData();
    void cancelLeavesNothing();
    void refusesHostilePackages_data();
    void refusesHostilePackages();
    void refusesBombs();
    void refusesWhatIsNoPackage();
    void unpacksIntoEmptyFoldersOnly();
    void backsUpWhileInUse();
    void verbAnswersInTheWordsOfTheManual();
    void verbRefusesWrongUse();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QTemporaryDir m_seed; // one fresh workspace, copied for each test
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestPackaging::initTestCase()
{
    LOCI_VERIFY_RESULT(Workspace::create(m_seed.filePath(QStringLiteral("seed.loci"))));
}

void TestPackaging::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir().mkpath(file(QStringLiteral("work")));
    m_path = file(QStringLiteral("work/city.loci"));
    QVERIFY(QFile::copy(m_seed.filePath(QStringLiteral("seed.loci")), m_path));
}

void TestPackaging::storesPathsBesideTheWorkspaceRelative_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *path, const char *stored) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(stored);
    };
    row("/archive/anna/town/x.json", "x.json");
    row("/archive/anna/town/data/老城.json", "data/老城.json");
    row("/archive/anna/models/x.json", "../models/x.json");
    row("/archive/anna/x.json", "../x.json");
    row("/archive/bert/x.json", "/archive/bert/x.json");
    row("/elsewhere/share/x.json", "/elsewhere/share/x.json");
}

void TestPackaging::storesPathsBesideTheWorkspaceRelative()
{
    QFETCH(QString, path);
    QFETCH(QString, stored);
    const QString workspace = QStringLiteral("/archive/anna/town/town.loci");
    QCOMPARE(storedPath(workspace, path), stored);
    QCOMPARE(resolvedPath(workspace, stored), path);
    QCOMPARE(storedPath(workspace, stored), stored);
    QCOMPARE(storedPath(QStringLiteral("/data/x.loci"), QStringLiteral("/etc/y")), QStringLiteral("/etc/y"));
}

void TestPackaging::findsThePathInADataSource_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("rewritten"); // with path NEW
    const auto row = [](const char *provider, const char *source, const char *path, const char *rewritten) {
        QTest::newRow(source) << QString::fromUtf8(provider) << QString::fromUtf8(source) << QString::fromUtf8(path)
                              << QString::fromUtf8(rewritten);
    };
    row("ogr", "/d/a.shp", "/d/a.shp", "new/a b");
    row("ogr", "/d/a.gpkg|layername=x & y|subset=\"a\" < 3", "/d/a.gpkg", "new/a b|layername=x & y|subset=\"a\" < 3");
    row("ogr", "./rel/a.geojson", "./rel/a.geojson", "new/a b");
    row("ogr", "/vsizip//d/a.zip/in.shp", "/d/a.zip", "/vsizip/new/a b/in.shp");
    row("gdal", "/d/a.tif", "/d/a.tif", "new/a b");
    row("gdal", "GPKG:/d/a.gpkg:tiles", "/d/a.gpkg", "GPKG:new/a b:tiles");
    row("gdal", "NETCDF:\"/d/a.nc\":t", "/d/a.nc", "NETCDF:\"new/a b\":t");
    row("delimitedtext", "file:///d/a%20b.csv?type=csv&xField=x", "/d/a b.csv", "file:new/a%20b?type=csv&xField=x");
    row("spatialite", "dbname='/d/a.sqlite' table=\"t\" (geom) sql=", "/d/a.sqlite",
        "dbname='new/a b' table=\"t\" (geom) sql=");
    row("wms", "type=mbtiles&url=file:///d/a.mbtiles", "/d/a.mbtiles", "type=mbtiles&url=file:new/a%20b");
    row("wms", "crs=EPSG:3857&url=https://x.example/wms&layers=a", "", "");
    row("ogr", "https://x.example/a.geojson", "", "");
    row("gdal", "/vsicurl/https://x.example/a.tif", "", "");
    row("ogr", "PG:dbname=x", "", "");
    row("postgres", "dbname='x' host=db table=\"t\"", "", "");
    row("memory", "Point?crs=EPSG:4326", "", "");
}

void TestPackaging::findsThePathInADataSource()
{
    QFETCH(QString, provider);
    QFETCH(QString, source);
    QFETCH(QString, path);
    QFETCH(QString, rewritten);
    const QString key = QStringLiteral("map/layer/x");
    const QByteArray xml = layerXml(provider, source);
    QCOMPARE(referenceOf(key, xml).path, path);
    const QByteArray changed = rewritePaths(key, xml, [](const QString &) { return QStringLiteral("new/a b"); });
    QCOMPARE(QString::fromUtf8(changed), QString::fromUtf8(path.isEmpty() ? xml : layerXml(provider, rewritten)));
    QCOMPARE(rewritePaths(key, xml, [](const QString &same) { return same; }), xml);
}

void TestPackaging::rewritesTheLayerTree()
{
    const QByteArray tree =
        "<layer-tree-group><layer-tree-layer id=\"a\" source=\"/d/a.shp\" providerKey=\"ogr\"/>"
        "<layer-tree-layer providerKey=\"wms\" source=\"url=https://x&amp;y\"/>"
        "<layer-tree-layer providerKey=\"ogr\" source=\"/d/b.gpkg|layername=b\"><x/></layer-tree-layer>"
        "</layer-tree-group>";
    const QByteArray expected = QByteArray(tree).replace("/d/a.shp", "N").replace("/d/b.gpkg", "N");
    QCOMPARE(rewritePaths(QStringLiteral("map/tree"), tree, [](const QString &) { return QStringLiteral("N"); }),
             expected);
}

void TestPackaging::hidesSecretsOfRemoteSources()
{
    const Reference reference =
        referenceOf(QStringLiteral("map/layer/x"),
                    layerXml(QStringLiteral("postgres"), QStringLiteral("host=db user='a' password='secret'")));
    QVERIFY(reference.path.isEmpty());
    QVERIFY(reference.remote.contains(QStringLiteral("host=db")));
    QVERIFY(!reference.remote.contains(QStringLiteral("secret")));
}

void TestPackaging::packsWithSideFilesAndTextures()
{
    const QByteArray model =
        R"({"type":"CityJSON","appearance":{"textures":[{"type":"PNG","image":"tex/r\u00f6mer.png"},)"
        R"({"image" : "tex/gone.jpg"},{"image":"../../../far.png"}]}})";
    write(file(QStringLiteral("work/models/town.city.json")), model);
    write(file(QStringLiteral("work/models/tex/römer.png")), "png");
    const QString gis = file(QStringLiteral("elsewhere/gis/"));
    for (const char *name : {"Walls.shp", "Walls.shx", "walls.DBF", "Walls.prj", "Walls.shp.xml", "wallsother.shp",
                             "map.tif", "map.tfw", "map.tif.aux.xml", "map.tif.ovr"}) {
        write(gis + QLatin1String(name), name);
    }
    {
        auto workspace = Workspace::open(m_path);
        LOCI_VERIFY_RESULT(workspace);
        LOCI_VERIFY_RESULT(
            (*workspace)
                ->commit({QStringLiteral("Add"),
                          {{QStringLiteral("city/model/1"), {}, R"({"id":"1","path":"models/town.city.json"})"},
                           {QStringLiteral("city/model/2"), {}, R"({"id":"2","path":"/absent/y.city.json"})"},
                           {QStringLiteral("map/layer/w"),
                            {},
                            layerXml(QStringLiteral("ogr"), gis + QStringLiteral("Walls.shp|layerid=0"))},
                           {QStringLiteral("map/layer/r"),
                            {},
                            layerXml(QStringLiteral("gdal"), gis + QStringLiteral("map.tif"))},
                           {QStringLiteral("map/layer/s"),
                            {},
                            layerXml(QStringLiteral("wms"), QStringLiteral("url=https://x.example/"))}}}));
    }
    const QString package = file(QStringLiteral("out/city.locipack"));
    QDir().mkpath(file(QStringLiteral("out")));
    const auto report = pack(m_path, package);
    LOCI_VERIFY_RESULT(report);
    QStringList codes;
    for (const Finding &finding : report->findings) {
        codes << finding.code;
    }
    codes.sort();
    QCOMPARE(codes, (QStringList{"file_missing", "file_missing", "remote_source", "texture_outside"}));
    QCOMPARE(report->bytes, QFileInfo(package).size());
    QCOMPARE(report->files.size(), 12); // workspace, model, texture, 5 of the shape, 4 of the raster
    QCOMPARE(QDir(file(QStringLiteral("out"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
             1);

    QVERIFY(QDir(file(QStringLiteral("elsewhere"))).removeRecursively());
    QVERIFY(QDir(file(QStringLiteral("work"))).removeRecursively());
    const auto unpacked = unpack(package, file(QStringLiteral("new home")));
    LOCI_VERIFY_RESULT(unpacked);
    const auto workspace = Workspace::open(*unpacked);
    LOCI_VERIFY_RESULT(workspace);
    QVERIFY((*workspace)->check().empty());
    const auto resolved = [&](const char *key) {
        const QString name = QLatin1String(key);
        return referenceOf(name, resolvedDocument(*unpacked, name, (*workspace)->document(name).value())).path;
    };
    const QString modelPath = resolved("city/model/1");
    QCOMPARE(contentOf(modelPath), model);
    QCOMPARE(contentOf(QFileInfo(modelPath).absolutePath() + QStringLiteral("/tex/römer.png")), QByteArray("png"));
    const QString walls = resolved("map/layer/w");
    QCOMPARE(contentOf(walls), QByteArray("Walls.shp"));
    QCOMPARE(contentOf(QFileInfo(walls).absolutePath() + QStringLiteral("/walls.DBF")), QByteArray("walls.DBF"));
    QCOMPARE(contentOf(resolved("map/layer/r")), QByteArray("map.tif"));
    QCOMPARE(resolved("city/model/2"), QStringLiteral("/absent/y.city.json"));
    LOCI_VERIFY_RESULT((*workspace)->undo());
    LOCI_VERIFY_RESULT((*workspace)->redo()); // the history was rewritten with the documents
    QCOMPARE(contentOf(resolved("map/layer/w")), QByteArray("Walls.shp"));
}

void TestPackaging::packsWhileInUse()
{
    const auto workspace = Workspace::open(m_path);
    LOCI_VERIFY_RESULT(workspace);
    LOCI_VERIFY_RESULT((*workspace)->commit({QStringLiteral("A"), {{QStringLiteral("test/a"), {}, "in the log"}}}));
    LOCI_VERIFY_RESULT(pack(m_path, file(QStringLiteral("p.locipack"))));
    const auto unpacked = unpack(file(QStringLiteral("p.locipack")), file(QStringLiteral("u")));
    LOCI_VERIFY_RESULT(unpacked);
    const auto copy = Workspace::open(*unpacked);
    LOCI_VERIFY_RESULT(copy);
    QCOMPARE((*copy)->document(QStringLiteral("test/a")).value(), QByteArray("in the log"));
    LOCI_VERIFY_RESULT((*workspace)->commit({QStringLiteral("B"), {{QStringLiteral("test/a"), {}, "on"}}}));
}

void TestPackaging::packsRealData()
{
    const QString model = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
    if (model.isEmpty() || !QFileInfo::exists(model)) {
        QSKIP("shared data is absent");
    }
    {
        const auto workspace = Workspace::open(m_path);
        LOCI_VERIFY_RESULT(workspace);
        const QJsonObject json{{QStringLiteral("id"), QStringLiteral("1")}, {QStringLiteral("path"), model}};
        LOCI_VERIFY_RESULT(
            (*workspace)
                ->commit({QStringLiteral("Add"),
                          {{QStringLiteral("city/model/1"), {}, QJsonDocument(json).toJson(QJsonDocument::Compact)}}}));
    }
    LOCI_VERIFY_RESULT(pack(m_path, file(QStringLiteral("p.locipack"))));
    const auto unpacked = unpack(file(QStringLiteral("p.locipack")), file(QStringLiteral("u")));
    LOCI_VERIFY_RESULT(unpacked);
    const auto workspace = Workspace::open(*unpacked);
    LOCI_VERIFY_RESULT(workspace);
    const QString path = resolvedPath(
        *unpacked, (*workspace)->json(QStringLiteral("city/model/1")).value(QStringLiteral("path")).toString());
    QVERIFY(path.startsWith(file(QStringLiteral("u"))));
    QVERIFY(contentOf(path) == contentOf(model));
}

void TestPackaging::cancelLeavesNothing()
{
    const CancelToken token;
    token.cancel();
    const auto packed = pack(m_path, file(QStringLiteral("p.locipack")), token);
    QVERIFY(!packed);
    QCOMPARE(packed.error().code, ErrorCode::Cancelled);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{"work"});
    LOCI_VERIFY_RESULT(pack(m_path, file(QStringLiteral("p.locipack"))));
    QCOMPARE(unpack(file(QStringLiteral("p.locipack")), file(QStringLiteral("u")), token).error().code,
             ErrorCode::Cancelled);
    QVERIFY(!QFileInfo::exists(file(QStringLiteral("u"))));
}

void TestPackaging::refusesHostilePackages_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<unsigned>("type");
    for (const char *name : {"../evil", "a/../../evil", "/etc/evil", "C:/evil", "a\\..\\evil", "a//b", "./a", "a/./b",
                             "a\nb", "..", "a/..", "..\\evil", "//host/share", "file:///x", "LOCIPACK.JSON"}) {
        QTest::newRow(name) << QByteArray(name) << unsigned(AE_IFREG);
    }
    QTest::newRow("link") << QByteArray("link") << unsigned(AE_IFLNK);
}

void TestPackaging::refusesHostilePackages()
{
    QFETCH(QByteArray, name);
    QFETCH(unsigned, type);
    const QString zip = file(QStringLiteral("evil.locipack"));
    writeZip(zip, {{"locipack.json", R"({"format":"loci-package","version":1,"workspace":"city.loci"})"},
                   {"city.loci", contentOf(m_path)},
                   {name, "/etc/passwd", type}});
    const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden);
    const auto unpacked = unpack(zip, file(QStringLiteral("u")));
    QVERIFY(!unpacked);
    QCOMPARE(unpacked.error().code, ErrorCode::Invalid);
    QVERIFY2(unpacked.error().message.contains(QStringLiteral("refused")), qPrintable(unpacked.error().message));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

void TestPackaging::refusesBombs()
{
    const QString zip = file(QStringLiteral("bomb.locipack"));
    writeZip(zip, {{"locipack.json", R"({"format":"loci-package","version":1,"workspace":"city.loci"})"},
                   {"zeros", QByteArray(200 << 20, '\0')}});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!unpack(zip, file(QStringLiteral("u"))));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    std::vector<Entry> many;
    for (int i = 0; i < 50'002; ++i) {
        many.push_back({QByteArray::number(i), {}});
    }
    writeZip(zip, many);
    timer.start();
    QVERIFY(!unpack(zip, file(QStringLiteral("u"))));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!QFileInfo::exists(file(QStringLiteral("u"))));
}

void TestPackaging::refusesWhatIsNoPackage()
{
    const QString zip = file(QStringLiteral("x.locipack"));
    for (const QByteArray &content :
         {QByteArray(), QByteArray("text"), QByteArray("PK\x03\x04 and noise"), contentOf(m_path)}) {
        write(zip, content);
        const auto unpacked = unpack(zip, file(QStringLiteral("u")));
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, ErrorCode::Invalid);
    }
    writeZip(zip, {{"locipack.json", R"({"format":"loci-package","version":1,"workspace":"../outside/city.loci"})"}});
    QCOMPARE(unpack(zip, file(QStringLiteral("u"))).error().code, ErrorCode::Invalid);
    writeZip(zip, {{"locipack.json", R"({"format":"loci-package","version":1,"workspace":"x.loci"})"},
                   {"x.loci", "no database"}});
    QCOMPARE(unpack(zip, file(QStringLiteral("u"))).error().code, ErrorCode::Invalid);
    LOCI_VERIFY_RESULT(pack(m_path, zip));
    const QByteArray whole = contentOf(zip);
    for (int part = 1; part < 20; ++part) {
        write(zip, whole.left(whole.size() * part / 20));
        QVERIFY(!unpack(zip, file(QStringLiteral("u"))));
    }
    QVERIFY(!QFileInfo::exists(file(QStringLiteral("u"))));
    QCOMPARE(unpack(file(QStringLiteral("absent")), file(QStringLiteral("u"))).error().code, ErrorCode::NotReadable);
}

void TestPackaging::unpacksIntoEmptyFoldersOnly()
{
    const QString zip = file(QStringLiteral("x.locipack"));
    LOCI_VERIFY_RESULT(pack(m_path, zip));
    QVERIFY(!unpack(zip, file(QStringLiteral("work"))));
    QVERIFY(!unpack(zip, m_path));
    QDir().mkpath(file(QStringLiteral("empty")));
    LOCI_VERIFY_RESULT(unpack(zip, file(QStringLiteral("empty"))));
}

void TestPackaging::backsUpWhileInUse()
{
    const auto workspace = Workspace::open(m_path);
    LOCI_VERIFY_RESULT(workspace);
    LOCI_VERIFY_RESULT((*workspace)->commit({QStringLiteral("A"), {{QStringLiteral("test/a"), {}, "1"}}}));
    const QString copy = file(QStringLiteral("copy.loci"));
    LOCI_VERIFY_RESULT(backup(m_path, copy));
    QVERIFY(!backup(m_path, copy)); // never over another file
    const auto opened = Workspace::open(copy);
    LOCI_VERIFY_RESULT(opened);
    QCOMPARE((*opened)->document(QStringLiteral("test/a")).value(), QByteArray("1"));
}

void TestPackaging::verbAnswersInTheWordsOfTheManual()
{
    const cli::VerbSpec verb = cli::workspaceVerb();
    const auto run = [&verb](const QStringList &arguments, const QHash<QString, QString> &options = {}) {
        return verb.run({arguments, options, {}, {}});
    };
    const QString path = file(QStringLiteral("new.loci"));
    const auto made = run({QStringLiteral("new"), path}, {{QStringLiteral("template"), QStringLiteral("heritage")}});
    LOCI_VERIFY_RESULT(made);
    for (const char *member : {"schemaVersion", "layers", "assets", "indicators", "scenes", "integrity"}) {
        QVERIFY2(made->json.contains(QLatin1String(member)), member);
    }
    QCOMPARE(made->json.value(QStringLiteral("integrity")).toString(), QStringLiteral("ok"));
    const auto packed = run({QStringLiteral("pack"), path, file(QStringLiteral("p.locipack"))});
    LOCI_VERIFY_RESULT(packed);
    QVERIFY(packed->json.value(QStringLiteral("bytes")).toInteger() > 0);
    QCOMPARE(packed->json.value(QStringLiteral("files")).toArray().size(), 1);
    LOCI_VERIFY_RESULT(run({QStringLiteral("unpack"), file(QStringLiteral("p.locipack")), file(QStringLiteral("u"))}));
    LOCI_VERIFY_RESULT(run({QStringLiteral("backup"), path, file(QStringLiteral("b.loci"))}));
    const auto info = run({QStringLiteral("info"), file(QStringLiteral("u/new.loci"))});
    LOCI_VERIFY_RESULT(info);
    QCOMPARE(info->json.value(QStringLiteral("template")).toString(), QStringLiteral("heritage"));
    LOCI_VERIFY_RESULT(run({QStringLiteral("check"), path}));
}

void TestPackaging::verbRefusesWrongUse()
{
    const cli::VerbSpec verb = cli::workspaceVerb();
    const std::vector<QStringList> wrong = {{QStringLiteral("move"), m_path, QStringLiteral("postgres://x")},
                                            {QStringLiteral("polish"), m_path},
                                            {QStringLiteral("info")},
                                            {QStringLiteral("pack"), m_path},
                                            {QStringLiteral("info"), m_path, QStringLiteral("more")}};
    for (const QStringList &arguments : wrong) {
        const auto answer = verb.run({arguments, {}, {}, {}});
        QVERIFY(!answer);
        QCOMPARE(exitStatus(answer.error().code), 2);
        QVERIFY(!answer.error().message.isEmpty());
    }
    const auto absent = verb.run({{QStringLiteral("info"), file(QStringLiteral("absent.loci"))}, {}, {}, {}});
    QVERIFY(!absent);
    QCOMPARE(exitStatus(absent.error().code), 3);
}

LOCI_TEST_CLASS(TestPackaging)
#include "packagingtest.moc"
