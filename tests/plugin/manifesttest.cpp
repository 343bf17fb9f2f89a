// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/packs/packdocuments.h"
#include "plugins/host/packfolders.h"
#include "tests/plugin/packfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::packs;

class PackManifestTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAndRefuses()
    {
        const auto good = Manifest::read(
            PackFixture::manifest(QStringLiteral("org.test.a"), R"(,"permissions":["read:board/"],"colour":"red")"));
        LOCI_VERIFY_RESULT(good);
        QCOMPARE(good->value.version.text(), QStringLiteral("1.2.0"));
        QVERIFY(good->value.mayRead(QStringLiteral("board/x")));
        QVERIFY(!good->value.mayRead(QStringLiteral("heritage/asset/x")));
        QCOMPARE(good->findings.size(), std::size_t(1)); // the colour
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("[]"), QByteArray("{"), PackFixture::manifest(QStringLiteral("plain")),
              PackFixture::manifest(QStringLiteral("../x.y")),
              PackFixture::manifest(QStringLiteral("org.test.a"), R"(,"library":"../../evil")"),
              PackFixture::manifest(QStringLiteral("org.test.a"), R"(,"requires":["!"])"),
              PackFixture::manifest(QStringLiteral("org.test.a"), R"(,"contributes":{"boards":["../x.json"]})"),
              PackFixture::manifest(QStringLiteral("org.test.a"), R"(,"contributes":{"boards":["/etc/passwd"]})")}) {
            const auto read = Manifest::read(bad);
            QVERIFY2(!read && !read.error().message.isEmpty(), bad.constData());
        }
    }

    void staysInsideItsFolder()
    {
        for (const char *good : {"a.json", "a/b.json", "a.b/c"}) {
            QVERIFY2(isInside(QLatin1String(good)), good);
        }
        for (const char *bad : {"", "/a", "../a", "a/../b", "a//b", "./a", "a\\b", "C:/a", "a\nb"}) {
            QVERIFY2(!isInside(QLatin1String(bad)), bad);
        }
        const PackFixture packs;
        QVERIFY(packs.add(QStringLiteral("p"), R"(,"contributes":{"boards":["b.json"]})"));
        QVERIFY(QFile::link(QStringLiteral("/etc/hostname"), packs.of(QStringLiteral("p/b.json"))));
        const Contents contents = contentsOf(lookAt(packs.of(QStringLiteral("p")), true, {}, {}));
        QVERIFY(contents.documents.empty());
        QCOMPARE(contents.findings.size(), std::size_t(1));
    }

    void bringsDocumentsAndSaysWhatIsWrong()
    {
        const PackFixture packs;
        QVERIFY(packs.add(
            QStringLiteral("p"),
            R"(,"contributes":{"boards":["b.json"],"indicators":["i.json"],"layers":["l.json"],"scenes":["s.json"],"rules":["r.json"]})"));
        QVERIFY(packs.write(QStringLiteral("p"), QStringLiteral("b.json"),
                            R"({"boards":{"x":{"name":"X"},"../y":{"a":1},"z":3}})"));
        QVERIFY(packs.write(QStringLiteral("p"), QStringLiteral("i.json"), R"({"indicators":[
            {"code":"A-1","name":"A","formula":"a","unit":"1","level":"city","inputs":[{"name":"a","title":"A","unit":"1"}]},
            {"code":"A-2","formula":"b +"}]})"));
        QVERIFY(packs.write(QStringLiteral("p"), QStringLiteral("l.json"),
                            R"({"layers":{"s":{"title":"S","file":"s.geojson"},"t":{"file":"../t"}}})"));
        QVERIFY(packs.write(QStringLiteral("p"), QStringLiteral("s.json"),
                            R"({"scenes":{"talk":{"name":"T","scenes":[{"id":"one","title":"1"}]}}})"));
        QVERIFY(
            packs.write(QStringLiteral("p"), QStringLiteral("r.json"), R"({"rules":{"town":{"builtIn":"qingdao"}}})"));
        const Contents contents = contentsOf(lookAt(packs.of(QStringLiteral("p")), true, {}, {}));
        QVERIFY(contents.documents.contains(QStringLiteral("briefing/set/talk")));
        QVERIFY(contents.documents.contains(QStringLiteral("briefing/scene/talk/one")));
        QVERIFY(contents.documents.contains(QStringLiteral("planning/pack/town")));
        QCOMPARE(contents.count(Kind::Boards), 1);
        QCOMPARE(contents.count(Kind::Indicators), 1);
        QCOMPARE(contents.layers.size(), std::size_t(1));
        QVERIFY(contents.documents.contains(QStringLiteral("indicator/def/A-1")));
        QVERIFY(contents.documents.contains(QStringLiteral("board/x")));
        QCOMPARE(contents.findings.size(), std::size_t(4));
    }

    void bringsDeliveryContracts()
    {
        const PackFixture packs;
        QVERIFY(packs.add(QStringLiteral("p"), R"(,"contributes":{"contracts":["c.json"]})"));
        QVERIFY(packs.write(QStringLiteral("p"), QStringLiteral("c.json"),
                            R"({"contracts":{"wells":{"fields":[{"name":"code"}],"keys":["code"]},
                                "bad":{"fields":[{"name":"a","type":"money"}]}}})"));
        const Contents contents = contentsOf(lookAt(packs.of(QStringLiteral("p")), true, {}, {}));
        QCOMPARE(contents.count(Kind::Contracts), 1);
        QVERIFY(contents.documents.at(QStringLiteral("contract/wells")).contains("\"id\":\"wells\""));
        QCOMPARE(contents.findings.size(), std::size_t(1));
    }

    void theShippedPacksAreInOrder()
    {
        const auto found = findPacks({{QStringLiteral(LOCI_PACKS), true}}, {}, {});
        QCOMPARE(found.size(), std::size_t(7));
        for (const FoundPack &pack : found) {
            QVERIFY2(pack.manifest, qPrintable(pack.folder + pack.problem));
            QVERIFY(pack.findings.empty());
            const Contents contents = contentsOf(pack);
            QVERIFY2(contents.findings.empty(),
                     contents.findings.empty() ? "" : qPrintable(contents.findings.front().message));
            QVERIFY(contents.count(Kind::Indicators) >= 3);
            QCOMPARE(contents.count(Kind::Boards), 1);
            QVERIFY(!pack.manifest->name.zh.isEmpty() && !pack.manifest->summary.zh.isEmpty());
        }
    }
};

LOCI_TEST_CLASS(PackManifestTest)
#include "manifesttest.moc"
