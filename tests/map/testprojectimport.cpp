// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/layerxml.h"
#include "layers/map/projectimport.h"
#include "tests/map/maptestbase.h"

#include <qgslayertree.h>
#include <qgsproject.h>

#include <QDomDocument>
#include <archive.h>
#include <archive_entry.h>

using namespace loci;
using namespace loci::test;

class TestProjectImport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { ensureQgis(); }
    void takesCodeOut();
    void refusesHostileArchives_data();
    void refusesHostileArchives();
    void refusesEntities();
    void opensMontpellierWithItsBrokenLayers();
    void opensTheKadasTemplate();

private:
    static QString archive(const QTemporaryDir &folder, const std::vector<std::pair<QByteArray, QByteArray>> &entries,
                           bool link = false);
};

QString TestProjectImport::archive(const QTemporaryDir &folder,
                                   const std::vector<std::pair<QByteArray, QByteArray>> &entries, bool link)
{
    const QString path = folder.filePath(QStringLiteral("p.qgz"));
    auto *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_open_filename(zip, QFile::encodeName(path).constData());
    for (const auto &[name, bytes] : entries) {
        auto *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_size(entry, link ? 0 : bytes.size());
        archive_entry_set_filetype(entry, link ? AE_IFLNK : AE_IFREG);
        if (link) {
            archive_entry_set_symlink(entry, "/etc/passwd");
        }
        archive_entry_set_perm(entry, 0644);
        archive_write_header(zip, entry);
        if (!link) {
            archive_write_data(zip, bytes.constData(), static_cast<std::size_t>(bytes.size()));
        }
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    return path;
}

void TestProjectImport::takesCodeOut()
{
    auto document = map::parseXml(R"(<qgis><properties><Macros><pythonCode>import os</pythonCode></Macros></properties>
        <ExpressionFunctions>def f(): pass</ExpressionFunctions>
        <projectlayers><maplayer type="vector"><id>a</id><attributeactions><actionsetting action="rm -rf"/></attributeactions>
        <editforminit>formOpen</editforminit><editforminitcode>evil()</editforminitcode><mapTip>script</mapTip>
        <renderer-v2><symbols><symbol><layer class="SvgMarker"><Option type="Map">
        <Option name="name" type="QString" value="http://127.0.0.1/a.svg"/><Option name="size" value="3"/></Option>
        <prop k="name" v="file:///etc/passwd"/></layer></symbol></symbols></renderer-v2></maplayer></projectlayers></qgis>)");
    LOCI_VERIFY_RESULT(document);
    const Findings findings = map::sanitiseProject(*document);
    const QByteArray clean = document->toByteArray();
    for (const char *word : {"import os", "def f", "rm -rf", "formOpen", "evil", "script", "http:", "file:"}) {
        QVERIFY2(!clean.contains(word), word);
    }
    QVERIFY(clean.contains("size"));
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << finding.code;
    }
    codes.sort();
    QVERIFY(codes.contains(QStringLiteral("project_macros")) && codes.contains(QStringLiteral("layer_actions")) &&
            codes.contains(QStringLiteral("form_code")) && codes.contains(QStringLiteral("remote_pictures")));
}

void TestProjectImport::refusesHostileArchives_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("megabytes");
    QTest::addColumn<bool>("link");
    QTest::newRow("climbs out") << QByteArray("../x.qgs") << 0 << false;
    QTest::newRow("climbs deep") << QByteArray("a/../../x.qgs") << 0 << false;
    QTest::newRow("absolute") << QByteArray("/tmp/x.qgs") << 0 << false;
    QTest::newRow("drive") << QByteArray("C:/x.qgs") << 0 << false;
    QTest::newRow("backslash") << QByteArray("..\\x.qgs") << 0 << false;
    QTest::newRow("bomb") << QByteArray("x.qgs") << 100 << false;
    QTest::newRow("symlink") << QByteArray("x.qgs") << 0 << true;
    QTest::newRow("no project") << QByteArray("x.txt") << 0 << false;
}

void TestProjectImport::refusesHostileArchives()
{
    QFETCH(QByteArray, name);
    QFETCH(int, megabytes);
    QFETCH(bool, link);
    const QTemporaryDir folder;
    QByteArray bytes = "<qgis/>";
    bytes += QByteArray(megabytes * 1024 * 1024, ' ');
    QElapsedTimer timer;
    timer.start();
    const auto read = map::readProject(archive(folder, {{name, bytes}}, link));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
}

void TestProjectImport::refusesEntities()
{
    const QTemporaryDir folder;
    const QString path =
        writeFile(folder, QStringLiteral("x.qgs"),
                  "<!DOCTYPE qgis [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><qgis><title>&a;</title></qgis>");
    QVERIFY(!map::readProject(path));
}

void TestProjectImport::opensMontpellierWithItsBrokenLayers()
{
    const QString path = sharedData(QStringLiteral("qgis/montpellier/demoqgis/montpellier.qgs"));
    if (path.isEmpty()) {
        QSKIP("shared data is absent");
    }
    map::MapDocument document;
    const auto added = addAndWait(document, path);
    LOCI_VERIFY_RESULT(added);
    QCOMPARE(added->value.size(), 17);
    QCOMPARE(document.project().mapLayers().size(), 17);
    int valid = 0;
    int missing = 0;
    for (const Finding &finding : added->findings) {
        missing += finding.code == QLatin1String("layer_missing") ? 1 : 0;
    }
    const QMap<QString, QgsMapLayer *> layers = document.project().mapLayers();
    for (const QgsMapLayer *layer : layers) {
        valid += layer->isValid() ? 1 : 0;
    }
    QCOMPARE(missing, 10);
    QVERIFY2(valid >= 5, qPrintable(QString::number(valid)));
    QCOMPARE(document.project().crs().authid(), QStringLiteral("EPSG:3857"));
    QCOMPARE(document.project().layerTreeRoot()->children().size(), 1);
    // A second look at what would be stored: nothing in it that could run. The project has form code; QGIS writes
    // the elements for it always, so they have to be empty.
    QFile project(path);
    QVERIFY(project.open(QIODevice::ReadOnly));
    QVERIFY(project.readAll().contains("<editforminitcode><![CDATA["));
    const auto changes = document.takeChanges();
    QCOMPARE(changes.size(), std::size_t(17 + 2));
    for (const auto &change : changes) {
        QVERIFY(change.value.has_value());
        QVERIFY(!change.value->contains("actionsetting"));
        if (const auto stored = map::parseXml(*change.value)) {
            for (const char *tag : {"editforminit", "editforminitcode", "editforminitfilepath", "editform"}) {
                const QDomNodeList nodes = stored->elementsByTagName(QLatin1String(tag));
                for (int i = 0; i < nodes.count(); ++i) {
                    QCOMPARE(nodes.at(i).toElement().text().trimmed(), QString());
                }
            }
        }
    }
}

void TestProjectImport::opensTheKadasTemplate()
{
    const QString path = sharedData(QStringLiteral("qgis/kadas/Empty.qgz"));
    if (path.isEmpty()) {
        QSKIP("shared data is absent");
    }
    LOCI_VERIFY_RESULT(map::readProject(path));
}

LOCI_TEST_CLASS(TestProjectImport)
#include "testprojectimport.moc"
