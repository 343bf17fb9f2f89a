// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/map/footprintpackage.h"
#include "tests/map/maptestbase.h"

#include <qgsfeatureiterator.h>
#include <qgsvectorlayer.h>

#include <QDir>

using namespace loci;
using namespace loci::city;

namespace {

/// A closed block, an open shed, and a terrain.
CityModelPtr village()
{
    CityModelBuilder b({0.001, 0.001, 0.001}, {85000, 446000, 0});
    const Vec3 a{85000, 446000, 1}, c{85010, 446000, 1}, d{85010, 446020, 1}, e{85000, 446020, 1};
    const auto up = [](Vec3 v) { return Vec3{v.x, v.y, v.z + 5}; };
    b.beginObject("block", "Building");
    b.attribute("storeys", 2);
    b.attribute("name", "市场 \"A\"");
    b.attribute("Height", 4.5); // collides with our own field
    b.beginGeometry(GeometryType::Solid, "2");
    b.beginShell();
    b.surface({{a, e, d, c}}, "GroundSurface");
    b.surface({{up(a), up(c), up(d), up(e)}}, "RoofSurface");
    b.surface({{a, c, up(c), up(a)}}, "WallSurface");
    b.surface({{c, d, up(d), up(c)}}, "WallSurface");
    b.surface({{d, e, up(e), up(d)}}, "WallSurface");
    b.surface({{e, a, up(a), up(e)}}, "WallSurface");
    for (const char *part : {"block-1", "block-2"}) {
        b.beginObject(part, "BuildingPart", 0);
        b.attribute("roof", "flat");
        b.attribute("year", part[6] == '1' ? 1900 : 2000);
    }
    b.beginObject("shed", "Building");
    b.attribute("listed", true);
    b.beginGeometry(GeometryType::MultiSurface, "1");
    b.surface({{{85100, 446000, 0}, {85104, 446000, 0}, {85104, 446004, 0}, {85100, 446004, 0}}});
    b.beginObject("ground", "TINRelief");
    b.beginGeometry(GeometryType::CompositeSurface, "1");
    b.surface({{{85000, 446000, 0}, {85200, 446000, 0}, {85100, 446100, 0}}});
    b.model().crs = EpsgCode(7415);
    return b.finish();
}

QVariant valueOf(const QgsFeature &feature, const char *field)
{
    return feature.attribute(QLatin1String(field));
}

} // namespace

class TestFootprintPackage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::ensureQgis(); }

    void measuresAndAttributesComeBack()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("f.gpkg"));
        const auto done = map::writeFootprintPackage(*village(), path);
        LOCI_VERIFY_RESULT(done);
        QCOMPARE(done->features, 2);
        QCOMPARE(done->withoutOutline, 1);
        QCOMPARE(done->parts, 2);
        const QgsVectorLayer layer(path + QStringLiteral("|layername=footprints"), QStringLiteral("f"),
                                   QStringLiteral("ogr"));
        QVERIFY(layer.isValid());
        QCOMPARE(layer.featureCount(), 2LL);
        QCOMPARE(layer.crs().authid(), QStringLiteral("EPSG:28992")); // the plane of 7415
        QgsFeature block, shed;
        QgsFeatureIterator rows = layer.getFeatures();
        QVERIFY(rows.nextFeature(block) && rows.nextFeature(shed));
        QCOMPARE(valueOf(block, "id").toString(), QStringLiteral("block"));
        QCOMPARE(valueOf(block, "type").toString(), QStringLiteral("Building"));
        QCOMPARE(valueOf(block, "height").toDouble(), 5.0);
        QCOMPARE(valueOf(block, "ground_height").toDouble(), 1.0);
        QCOMPARE(valueOf(block, "volume").toDouble(), 1000.0);
        QCOMPARE(valueOf(block, "roof_area").toDouble(), 200.0);
        QCOMPARE(valueOf(block, "storeys").toInt(), 2);
        QCOMPARE(valueOf(block, "parts").toInt(), 2);
        QCOMPARE(valueOf(block, "roof").toString(), QStringLiteral("flat")); // the parts agree
        QVERIFY(valueOf(block, "year").isNull());                            // and here they do not
        QCOMPARE(valueOf(block, "name").toString(), QString::fromUtf8("市场 \"A\""));
        QCOMPARE(valueOf(block, "Height_").toDouble(), 4.5);
        QCOMPARE(block.geometry().area(), 200.0);
        QVERIFY(valueOf(block, "listed").isNull());
        QCOMPARE(valueOf(shed, "listed").toBool(), true);
        QVERIFY(valueOf(shed, "volume").isNull()); // unknown is never zero
        QVERIFY(valueOf(shed, "roof_area").isNull());
        QVERIFY(valueOf(shed, "name").isNull());
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }

    void aFolderThatTakesNothingIsSaid()
    {
        const auto all = map::writeFootprintPackage(*village(), QStringLiteral("/proc/f.gpkg"));
        QVERIFY(!all);
        QCOMPARE(all.error().code, ErrorCode::NotWritable);
        QVERIFY(!all.error().message.isEmpty());
    }

    void cancelLeavesNothing()
    {
        QTemporaryDir folder;
        const CancelToken cancel;
        cancel.cancel();
        const auto done = map::writeFootprintPackage(*village(), folder.filePath(QStringLiteral("f.gpkg")), cancel);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void anOldFileIsReplaced()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("f.gpkg"));
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("something else");
        old.close();
        LOCI_VERIFY_RESULT(map::writeFootprintPackage(*village(), path));
        QVERIFY(QgsVectorLayer(path, QStringLiteral("f"), QStringLiteral("ogr")).isValid());
    }
};

LOCI_TEST_CLASS(TestFootprintPackage)
#include "testfootprintpackage.moc"
