// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/keptfootprints.h"
#include "tests/support/samemodel.h"
#include "tests/support/testmain.h"
#include "tests/unit/cache_fixture.h"
#include "tests/unit/gmltext.h"

#include <QTest>

using namespace loci;
using namespace loci::formats;
using namespace loci::test;

namespace {

QByteArray codeList(const char *text)
{
    return QByteArray("<gml:Dictionary xmlns:gml='http://www.opengis.net/gml'><gml:dictionaryEntry><gml:Definition>"
                      "<gml:description>") +
           text + "</gml:description><gml:name>7</gml:name></gml:Definition></gml:dictionaryEntry></gml:Dictionary>";
}

/// A CityGML document that asks for a code list beside it.
struct WithCodeList
{
    QTemporaryDir temporary, other;
    QString model = temporary.filePath(QStringLiteral("a.gml"));
    QString list = temporary.filePath(QStringLiteral("codelists/usage.xml"));
    CacheFolder folder{other.path(), kKey};

    WithCodeList()
    {
        QDir(temporary.path()).mkpath(QStringLiteral("codelists"));
        const QByteArray object =
            "<bldg:Building gml:id='b'><bldg:usage codeSpace='codelists/usage.xml'>7</bldg:usage></bldg:Building>";
        QVERIFY(writeBytes(model, gmlDocument(gmlObject(object))));
        QVERIFY(makeOld(model));
    }
    /// Reads and keeps it as if its files were old.
    void keep() const
    {
        auto opened = openModel(model, folder);
        LOCI_VERIFY_RESULT(opened);
        opened->readFrom = modelcache::stampOf(model);
        opened->companions = modelcache::companionsOf(model);
        LOCI_VERIFY_RESULT(keepModel(*opened, folder));
    }
    QString usage() const
    {
        const auto opened = openModel(model, folder);
        const city::AttributeColumn *column = opened ? opened->loaded.value->attributes.find("usage_text") : nullptr;
        return (opened && opened->fromCache ? QStringLiteral("kept ") : QStringLiteral("read ")) +
               (column ? QString::fromStdString(column->json(0)) : QString());
    }
};

bool sameFootprints(const std::vector<city::Footprint> &a, const std::vector<city::Footprint> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const city::Footprint &x, const city::Footprint &y) {
        return x.object == y.object && x.polygons == y.polygons && x.groundHeight == y.groundHeight &&
               x.roofHeight == y.roofHeight;
    });
}

} // namespace

/// What is kept of models that come from more than one file, and beside the model.
class TestCacheCompanions : public QObject
{
    Q_OBJECT
private slots:
    void everyOtherFormatComesBackEqual_data()
    {
        QTest::addColumn<QString>("root");
        QTest::newRow("CityGML") << QStringLiteral("citygml");
        QTest::newRow("3D Tiles") << QStringLiteral("3dtiles");
    }

    void everyOtherFormatComesBackEqual()
    {
        QFETCH(const QString, root);
        const QString data = sharedData(root);
        if (data.isEmpty()) {
            QSKIP("the shared data is absent");
        }
        constexpr qint64 kMostBytes = 4 << 20; // of one file, for the time of the test
        const QTemporaryDir temporary;
        const CacheFolder folder(temporary.filePath(QStringLiteral("kept")), kKey);
        int kept = 0;
        for (QDirIterator it(data, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString path = it.next();
            if (it.fileInfo().size() > kMostBytes || !isCityModel(path)) {
                continue;
            }
            const auto first = openModel(path, folder);
            if (!first || !keepModel(*first, folder) || !first->readFrom) {
                continue; // unreadable, or changed a moment ago
            }
            const auto second = openModel(path, folder);
            QVERIFY(second);
            QVERIFY2(second->fromCache, qPrintable(path));
            const QString difference = differenceOf(first->loaded, second->loaded);
            QVERIFY2(difference.isEmpty(), qPrintable(path + ": " + difference));
            ++kept;
        }
        QVERIFY2(kept >= 10, qPrintable(QString::number(kept)));
    }

    void aChangedCodeListIsReadAnew()
    {
        const WithCodeList f;
        QVERIFY(writeBytes(f.list, codeList("School")));
        QCOMPARE(f.usage(), QStringLiteral("read \"School\""));
        f.keep();
        QCOMPARE(f.usage(), QStringLiteral("kept \"School\""));
        QVERIFY(writeBytes(f.list, codeList("Temple")));
        QCOMPARE(f.usage(), QStringLiteral("read \"Temple\""));
        f.keep();
        QVERIFY(QFile::remove(f.list));
        QCOMPARE(f.usage(), QStringLiteral("read "));
    }

    void aCodeListThatComesLaterIsRead()
    {
        const WithCodeList f;
        f.keep();
        QCOMPARE(f.usage(), QStringLiteral("kept "));
        QVERIFY(writeBytes(f.temporary.filePath(QStringLiteral("area.loci")), "a workspace")); // is no part of a model
        QCOMPARE(f.usage(), QStringLiteral("kept "));
        QVERIFY(writeBytes(f.list, codeList("School")));
        QCOMPARE(f.usage(), QStringLiteral("read \"School\""));
    }

    void whatChangedAMomentAgoIsNotKept()
    {
        const WithCodeList f;
        QVERIFY(writeBytes(f.list, codeList("School")));
        const auto opened = openModel(f.model, f.folder);
        LOCI_VERIFY_RESULT(opened);
        QVERIFY(!opened->readFrom); // it may change again without a trace
    }

    void moreFilesThanCanBeWatchedAreNotKept()
    {
        const WithCodeList f;
        for (int i = 0; i <= 2000; ++i) {
            QVERIFY(writeBytes(f.temporary.filePath(QString::number(i)), {}));
        }
        QVERIFY(!modelcache::companionsOf(f.model));
    }

    void outlinesAreKeptWithTheModel()
    {
        const CacheFixture f(80);
        auto opened = openModel(f.model, f.folder);
        LOCI_VERIFY_RESULT(opened);
        QVERIFY(!opened->footprints);
        const auto outlines = city::footprints(*opened->loaded.value);
        LOCI_VERIFY_RESULT(outlines);
        QCOMPARE(outlines->size(), std::size_t(80));
        opened->footprints = std::make_shared<const std::vector<city::Footprint>>(*outlines);
        LOCI_VERIFY_RESULT(keepModel(*opened, f.folder));
        const auto again = openModel(f.model, f.folder);
        QVERIFY(again && again->fromCache && again->footprints);
        QVERIFY(sameFootprints(*again->footprints, *outlines));
        // They are of this model: with fewer objects they are refused.
        const auto file = openCache(f.model, f.folder);
        QVERIFY(file);
        QVERIFY(!modelcache::readFootprints(*file, city::CityModel()));
    }
};

LOCI_TEST_CLASS(TestCacheCompanions)
#include "cache_companiontest.moc"
