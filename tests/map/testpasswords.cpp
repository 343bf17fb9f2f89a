// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/services/sessionpasswords.h"
#include "tests/map/maptestbase.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

using namespace loci;
using namespace loci::test;
using map::SessionPasswords;

/// No source that a layer keeps holds a password, however it came in.
class TestPasswords : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { ensureQgis(); }
    void takesThemOutOfSources_data();
    void takesThemOutOfSources();
    void leavesOtherSourcesAsTheyAre_data();
    void leavesOtherSourcesAsTheyAre();
    void answersOnlyItsServerAndOnlyOnce();
    void cleansDocumentsFromElsewhere();
};

void TestPasswords::takesThemOutOfSources_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("kept"); // a piece that has to survive
    QTest::newRow("database") << "postgres"
                              << R"(dbname='city' host=db.example port=5432 user='ann' password='p@ss:"word' )"
                                 R"(key='id' table="public"."trees" (geom) sql="kind" = 'oak')"
                              << R"("kind" = 'oak')";
    QTest::newRow("address of a map") << "wms"
                                      << "crs=EPSG:3857&format=image/png&layers=a%20b&styles=&url=https://"
                                         "ann:p%40ss:%22word@maps.example/wms?map%3Dx"
                                      << "layers=a%20b";
    QTest::newRow("encoded address") << "wms"
                                     << "type=xyz&zmin=0&zmax=19&url=https%3A%2F%2Fann%3Ap%2540ss%253A%2522word%40t."
                                        "example%2F%7Bz%7D%2F%7Bx%7D%2F%7By%7D.png"
                                     << "%7Bz%7D%2F%7Bx%7D%2F%7By%7D.png";
    QTest::newRow("named login") << "wms"
                                 << "layers=a&password=p%40ss%3A%22word&username=ann&url=https://maps.example/wms"
                                 << "layers=a";
    QTest::newRow("features") << "WFS"
                              << R"(url='https://f.example/wfs' typename='a:b' username='ann' password='p@ss:"word')"
                              << "typename='a:b'";
}

void TestPasswords::takesThemOutOfSources()
{
    QFETCH(QString, provider);
    QFETCH(QString, uri);
    QFETCH(QString, kept);
    SessionPasswords *passwords = SessionPasswords::current();
    QVERIFY(passwords != nullptr);
    passwords->forgetAll();
    const QString clean = passwords->takeSecrets(provider, uri);
    QVERIFY2(!clean.contains(QLatin1String("word\"")) && !clean.contains(QLatin1String("word'")) &&
                 !clean.contains(QLatin1String("%22word")) && !clean.contains(QLatin1String("%2522word")) &&
                 !clean.contains(QLatin1String(":\"word")) && !clean.contains(QLatin1String("ann:")),
             qPrintable(clean));
    QVERIFY2(clean.contains(kept), qPrintable(clean));
    QCOMPARE(passwords->takeSecrets(provider, clean), clean);
    QCOMPARE(SessionPasswords::withoutSecrets(provider, uri), clean);
}

void TestPasswords::leavesOtherSourcesAsTheyAre_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("uri");
    QTest::newRow("file") << "ogr"
                          << "/data/a password=x.gpkg|layername=b";
    QTest::newRow("database") << "postgres"
                              << R"(dbname='city' host=h port=1 user='ann' key='id' table="a" (geom))";
    QTest::newRow("service file") << "postgres"
                                  << R"(service='city' authcfg=a1b2c3d table="a" (geom))";
    QTest::newRow("map") << "wms"
                         << "crs=EPSG:3857&format=image/png&layers=a&styles=&url=https%3A%2F%2Fm.example%2Fwms";
    QTest::newRow("local tiles") << "wms"
                                 << "type=mbtiles&url=file:///data/a%20b.mbtiles";
    QTest::newRow("features") << "WFS"
                              << "url='https://f.example/wfs' typename='a:b' version='auto'";
}

void TestPasswords::leavesOtherSourcesAsTheyAre()
{
    QFETCH(QString, provider);
    QFETCH(QString, uri);
    QCOMPARE(SessionPasswords::current()->takeSecrets(provider, uri), uri);
}

void TestPasswords::answersOnlyItsServerAndOnlyOnce()
{
    SessionPasswords *passwords = SessionPasswords::current();
    passwords->forgetAll();
    const QString provider = QStringLiteral("WFS");
    const QString source = passwords->takeSecrets(
        provider, QStringLiteral("url='http://127.0.0.1:8080/wfs' typename='t' username='ann' password='x'"));
    QString user;
    QString password;
    QVERIFY(!passwords->answerChallenge(QStringLiteral("web 127.0.0.1:8081"), user, password));
    QVERIFY(!passwords->isWanted(provider, source));
    QVERIFY(passwords->answerChallenge(QStringLiteral("web 127.0.0.1:8080"), user, password));
    QCOMPARE(user + password, QStringLiteral("annx"));
    QVERIFY(!passwords->answerChallenge(QStringLiteral("web 127.0.0.1:8080"), user, password));
    QVERIFY(passwords->isWanted(provider, source));
    passwords->remember(provider, source, QStringLiteral("ann"), QStringLiteral("y"));
    QVERIFY(!passwords->isWanted(provider, source));
    QVERIFY(passwords->answerChallenge(QStringLiteral("web 127.0.0.1:8080"), user, password));
    QCOMPARE(password, QStringLiteral("y"));
}

void TestPasswords::cleansDocumentsFromElsewhere()
{
    DocumentShelf shelf;
    shelf.documents.insert(QStringLiteral("map/layer/trees"),
                           "<maplayer type=\"vector\"><id>trees</id><layername>Trees</layername>"
                           "<provider>postgres</provider><datasource>dbname='city' host=127.0.0.1 port=9 user='ann' "
                           "password='verysecret' key='id' table=\"a\" (geom)</datasource></maplayer>");
    map::MapDocument document;
    document.load(shelf.keys(), shelf.reader());
    QTRY_VERIFY_WITH_TIMEOUT(document.isIdle(), 20'000);
    QVERIFY(!document.project().mapLayer(QStringLiteral("trees"))->source().contains(QLatin1String("verysecret")));
    document.project().mapLayer(QStringLiteral("trees"))->setName(QStringLiteral("Old trees"));
    shelf.take(document);
    const QByteArray bytes = shelf.documents.value(QStringLiteral("map/layer/trees"));
    QVERIFY(bytes.contains("Old trees"));
    QVERIFY(!bytes.contains("verysecret"));
}

LOCI_TEST_CLASS(TestPasswords)
#include "testpasswords.moc"
