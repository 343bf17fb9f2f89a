// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/mapimage.h"
#include "layers/map/quietstyle.h"
#include "layers/map/services/databaselayers.h"
#include "layers/map/services/sessionpasswords.h"
#include "layers/workspace/workspace.h"
#include "tests/map/maptestbase.h"
#include "tests/map/postgisserver.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>

using namespace loci;
using namespace loci::test;
using map::SessionPasswords;

namespace {

constexpr char kTables[] = R"SQL(
CREATE TABLE trees (gid serial PRIMARY KEY, species text, planted date, geom geometry(Point, 28992));
INSERT INTO trees (species, planted, geom)
  SELECT CASE WHEN i % 2 = 0 THEN 'oak' ELSE 'lime' END, date '2000-01-01' + i,
         ST_SetSRID(ST_MakePoint(80000 + i % 50 * 20, 455000 + i / 50 * 20), 28992) FROM generate_series(0, 2499) i;
CREATE INDEX ON trees USING gist (geom);
COMMENT ON TABLE trees IS 'Trees of the town';
CREATE TABLE "历史建筑" (id serial PRIMARY KEY, "名称" text, "轮廓" geometry(Polygon, 4490));
INSERT INTO "历史建筑" ("名称", "轮廓") VALUES
  ('白马寺', ST_MakeEnvelope(112.59, 34.71, 112.61, 34.73, 4490)),
  ('龙门石窟', ST_MakeEnvelope(112.46, 34.54, 112.48, 34.56, 4490));
CREATE TABLE parcel (code text PRIMARY KEY, footprint geometry(MultiPolygon, 3857), entrance geometry(Point, 3857));
INSERT INTO parcel VALUES
  ('A', ST_Multi(ST_MakeEnvelope(0, 0, 1000, 1000, 3857)), ST_SetSRID(ST_MakePoint(500, 0), 3857)),
  ('B', ST_Multi(ST_MakeEnvelope(2000, 0, 3000, 1000, 3857)), NULL);
CREATE SCHEMA heritage;
CREATE TABLE heritage."city ""wall"" 1" (a int, b int, geom geometry(LineString, 4326), PRIMARY KEY (a, b));
INSERT INTO heritage."city ""wall"" 1" VALUES
  (1, 1, 'SRID=4326;LINESTRING(4.3 52, 4.4 52.1)'), (1, 2, 'SRID=4326;LINESTRING(4.3 52, 4.2 52.1)');
CREATE TABLE mixed (id serial PRIMARY KEY, geom geometry(Geometry, 4326));
INSERT INTO mixed (geom) VALUES ('SRID=4326;POINT(4 52)'), ('SRID=4326;POINT(5 52)'),
  ('SRID=4326;POLYGON((4 52, 5 52, 5 53, 4 52))');
CREATE VIEW oaks AS SELECT species, geom FROM trees WHERE species = 'oak';
CREATE VIEW doubles AS SELECT gid % 10 AS gid, geom FROM trees;
CREATE TABLE without_geometry (id serial PRIMARY KEY, name text);
)SQL";

/// Files below a folder that hold these bytes.
QStringList filesWith(const QString &folder, const QByteArray &needle)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle)) {
            found << file.fileName();
        }
    }
    return found;
}

} // namespace

class TestPostgis : public QObject
{
    Q_OBJECT
private:
    PostgisServer m_server;

    map::DatabaseSpec spec() const
    {
        map::DatabaseSpec spec;
        spec.host = m_server.host();
        spec.port = m_server.port();
        spec.database = PostgisServer::database();
        spec.user = PostgisServer::user();
        spec.password = PostgisServer::password();
        return spec;
    }
    /// The layer that the database lists under a title.
    map::SourceSpec source(const QString &title) const
    {
        const auto layers = map::databaseLayers(spec(), {});
        if (layers) {
            for (const map::ServiceLayer &layer : *layers) {
                if (layer.title == title) {
                    return layer.source;
                }
            }
        }
        return {};
    }

private slots:
    void initTestCase();
    void init() { QVERIFY(!m_server.process().isRunning() || SessionPasswords::current() != nullptr); }
    void listsTablesColumnsAndViews();
    void opensAndCounts_data();
    void opensAndCounts();
    void readsChineseNames();
    void drawsWhatIsThere();
    void refusesAWrongPassword();
    void saysThatTheServerIsStopped();
    void doesNotHangOnASilentServer();
    void staysInTheWorkspaceWithoutItsPassword();
    void cleanupTestCase() { m_server.stop(); }
};

void TestPostgis::initTestCase()
{
    ensureQgis();
    if (!PostgisServer::isInstalled()) {
        QSKIP("postgresql and postgis are not installed");
    }
    QString problem = m_server.create();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_server.run(kTables);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestPostgis::listsTablesColumnsAndViews()
{
    const auto layers = map::databaseLayers(spec(), {});
    LOCI_VERIFY_RESULT(layers);
    QStringList titles;
    for (const map::ServiceLayer &layer : *layers) {
        titles << layer.title;
        QVERIFY2(!layer.source.uri.contains(QLatin1String("password")), qPrintable(layer.source.uri));
        if (layer.title == QLatin1String("trees")) {
            QCOMPARE(layer.name, QStringLiteral("public.trees"));
            QCOMPARE(layer.abstract, QStringLiteral("Trees of the town"));
        }
    }
    titles.sort();
    QStringList wanted{QStringLiteral("trees"),
                       QStringLiteral("历史建筑"),
                       QStringLiteral("parcel (footprint)"),
                       QStringLiteral("parcel (entrance)"),
                       QStringLiteral("city \"wall\" 1"),
                       QStringLiteral("mixed (Point)"),
                       QStringLiteral("mixed (Polygon)"),
                       QStringLiteral("oaks"),
                       QStringLiteral("doubles")};
    wanted.sort();
    QCOMPARE(titles, wanted);
}

void TestPostgis::opensAndCounts_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("features");
    QTest::addColumn<int>("geometry");
    QTest::addColumn<QString>("crs");
    const auto row = [](const char *title, int features, Qgis::GeometryType geometry, const char *crs) {
        QTest::newRow(title) << QString::fromUtf8(title) << features << static_cast<int>(geometry)
                             << QString::fromLatin1(crs);
    };
    row("trees", 2500, Qgis::GeometryType::Point, "EPSG:28992");
    row("历史建筑", 2, Qgis::GeometryType::Polygon, "EPSG:4490");
    row("parcel (footprint)", 2, Qgis::GeometryType::Polygon, "EPSG:3857");
    row("parcel (entrance)", 2, Qgis::GeometryType::Point, "EPSG:3857");
    row("city \"wall\" 1", 2, Qgis::GeometryType::Line, "EPSG:4326");
    row("mixed (Point)", 2, Qgis::GeometryType::Point, "EPSG:4326");
    row("mixed (Polygon)", 1, Qgis::GeometryType::Polygon, "EPSG:4326");
    row("oaks", 1250, Qgis::GeometryType::Point, "EPSG:28992");    // a view without any key
    row("doubles", 2500, Qgis::GeometryType::Point, "EPSG:28992"); // what looks like its key is none
}

void TestPostgis::opensAndCounts()
{
    QFETCH(QString, title);
    QFETCH(int, features);
    QFETCH(int, geometry);
    QFETCH(QString, crs);
    map::MapDocument document;
    const auto added = addAndWait(document, source(title));
    LOCI_VERIFY_RESULT(added);
    QCOMPARE(added->value.size(), 1);
    const auto *layer = qobject_cast<QgsVectorLayer *>(document.project().mapLayer(added->value.first()));
    QVERIFY(layer != nullptr);
    QCOMPARE(layer->name(), title);
    QCOMPARE(static_cast<int>(layer->geometryType()), geometry);
    QCOMPARE(layer->crs().authid(), crs);
    int read = 0;
    QSet<QgsFeatureId> ids;
    QgsFeatureIterator iterator = layer->getFeatures();
    for (QgsFeature feature; iterator.nextFeature(feature); ++read) {
        ids.insert(feature.id());
    }
    QCOMPARE(read, features);
    QCOMPARE(ids.size(), features); // every feature can be told from every other
    QCOMPARE(layer->featureCount(), features);
}

void TestPostgis::readsChineseNames()
{
    map::MapDocument document;
    const auto added = addAndWait(document, source(QStringLiteral("历史建筑")));
    LOCI_VERIFY_RESULT(added);
    const auto *layer = qobject_cast<QgsVectorLayer *>(document.project().mapLayer(added->value.first()));
    QStringList names;
    QgsFeatureIterator iterator = layer->getFeatures();
    for (QgsFeature feature; iterator.nextFeature(feature);) {
        names << feature.attribute(QStringLiteral("名称")).toString();
    }
    names.sort();
    QStringList wanted{QStringLiteral("白马寺"), QStringLiteral("龙门石窟")};
    wanted.sort();
    QCOMPARE(names, wanted);
}

void TestPostgis::drawsWhatIsThere()
{
    map::MapImage image;
    LOCI_VERIFY_RESULT(image.addSource(source(QStringLiteral("parcel (footprint)"))));
    Box3 extent;
    extent.include(Vec3{-1000, -1500, 0});
    extent.include(Vec3{4000, 2500, 0});
    image.setExtent(extent);
    const auto picture = image.draw({500, 400});
    LOCI_VERIFY_RESULT(picture);
    const QColor ground = map::quietPalette(false).ground;
    QVERIFY(picture->pixelColor(150, 200) != ground); // inside A
    QCOMPARE(picture->pixelColor(150, 200), picture->pixelColor(350, 200));
    QCOMPARE(picture->pixelColor(250, 200), ground); // between A and B
    QCOMPARE(picture->pixelColor(150, 50), ground);
}

void TestPostgis::refusesAWrongPassword()
{
    map::DatabaseSpec wrong = spec();
    wrong.password = QStringLiteral("not-the-one");
    QElapsedTimer clock;
    clock.start();
    const auto layers = map::databaseLayers(wrong, {});
    QVERIFY(!layers);
    QVERIFY(layers.error().message.contains(QStringLiteral("password")));
    QVERIFY(layers.error().message.endsWith(QLatin1Char('.')));
    QVERIFY(!(layers.error().message + layers.error().detail).contains(wrong.password));
    QVERIFY(clock.elapsed() < 10'000);
    // A layer with a wrong one, as a project of somebody else may bring it.
    SessionPasswords::current()->forgetAll();
    map::MapDocument document;
    map::SourceSpec trees = source(QStringLiteral("trees"));
    SessionPasswords::current()->forgetAll();
    trees.uri.replace(QStringLiteral("user='mapmaker'"), QStringLiteral("user='mapmaker' password='not-the-one'"));
    const auto added = addAndWait(document, trees);
    QVERIFY(!added);
    QVERIFY2(added.error().message.contains(QStringLiteral("refuses")), qPrintable(added.error().message));
    QVERIFY(document.project().mapLayers().isEmpty());
}

void TestPostgis::saysThatTheServerIsStopped()
{
    const map::SourceSpec trees = source(QStringLiteral("trees"));
    QVERIFY(!trees.uri.isEmpty());
    m_server.stop();
    QElapsedTimer clock;
    clock.start();
    const auto layers = map::databaseLayers(spec(), {});
    QVERIFY(!layers);
    QVERIFY(layers.error().message.contains(QStringLiteral("cannot be opened")));
    map::MapDocument document;
    const auto added = addAndWait(document, trees);
    QVERIFY(!added);
    QVERIFY(added.error().message.contains(QStringLiteral("does not answer")));
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    const QString problem = m_server.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    LOCI_VERIFY_RESULT(addAndWait(document, trees)); // and it is there again
}

void TestPostgis::doesNotHangOnASilentServer()
{
    const map::SourceSpec trees = source(QStringLiteral("trees"));
    SessionPasswords::current()->forgetAll(); // so that a connection is made anew
    m_server.process().suspend(true);
    map::MapDocument document;
    QElapsedTimer clock;
    clock.start();
    std::optional<Result<Loaded<QStringList>>> answer;
    document.addSource(trees, [&answer](Result<Loaded<QStringList>> result) { answer = std::move(result); });
    QVERIFY(clock.elapsed() < 100); // the window goes on
    const bool answered = QTest::qWaitFor([&answer] { return answer.has_value(); }, 15'000);
    m_server.process().suspend(false);
    QVERIFY(answered);
    QVERIFY(!*answer);
    QVERIFY(answer->error().message.endsWith(QLatin1Char('.')));
}

void TestPostgis::staysInTheWorkspaceWithoutItsPassword()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("town.loci"));
    {
        auto made = workspace::Workspace::create(path);
        LOCI_VERIFY_RESULT(made);
        map::MapDocument document;
        LOCI_VERIFY_RESULT(addAndWait(document, source(QStringLiteral("trees"))));
        LOCI_VERIFY_RESULT(addAndWait(document, source(QStringLiteral("oaks"))));
        workspace::Command command;
        command.title = QStringLiteral("Add layers");
        for (const auto &change : document.takeChanges()) {
            command.changes.push_back({change.key, std::nullopt, change.value});
        }
        LOCI_VERIFY_RESULT((*made)->commit(command));
        // Neither there nor in the profile of the program.
        for (const QString &place : {folder.path(), QDir::homePath()}) {
            for (const QByteArray &form : {PostgisServer::password().toUtf8(),
                                           QUrl::toPercentEncoding(PostgisServer::password()), QByteArray("s3cret")}) {
                QCOMPARE(filesWith(place, form), QStringList());
            }
        }
    }
    auto space = workspace::Workspace::open(path);
    LOCI_VERIFY_RESULT(space);
    const auto reader = [&space](const QString &key) { return (*space)->document(key); };
    const auto opened = [](map::MapDocument &document) {
        const QMap<QString, QgsMapLayer *> layers = document.project().mapLayers();
        return std::count_if(layers.cbegin(), layers.cend(), [](const QgsMapLayer *l) { return l->isValid(); });
    };
    {
        map::MapDocument again; // in the same session nobody is asked
        QVERIFY(again.load((*space)->keys(), reader).empty());
        QTRY_VERIFY_WITH_TIMEOUT(again.isIdle(), 20'000);
        QCOMPARE(opened(again), 2);
        QVERIFY(again.takeChanges().empty());
    }
    SessionPasswords::current()->forgetAll();
    map::MapDocument later; // as after a restart
    QSignalSpy findings(&later, &map::MapDocument::findingsReported);
    later.load((*space)->keys(), reader);
    QTRY_VERIFY_WITH_TIMEOUT(later.isIdle(), 20'000);
    QCOMPARE(opened(later), 0);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings.first().first().value<Findings>().front().code, QStringLiteral("password_needed"));
    const QString first = later.project().mapLayers().firstKey();
    QVERIFY(later.needsPassword(first));
    QCOMPARE(later.userOf(first), PostgisServer::user());
    later.setPassword(first, PostgisServer::user(), QStringLiteral("wrong again"));
    QTRY_VERIFY_WITH_TIMEOUT(later.isIdle(), 20'000);
    QCOMPARE(opened(later), 0);
    QVERIFY(later.needsPassword(first));
    later.setPassword(first, PostgisServer::user(), PostgisServer::password());
    QTRY_VERIFY_WITH_TIMEOUT(later.isIdle(), 20'000);
    QCOMPARE(opened(later), 2); // both of that server
    QVERIFY(later.takeChanges().empty());
}

LOCI_TEST_CLASS(TestPostgis)
#include "testpostgis.moc"
