// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/objectmeasures.h"
#include "layers/domain/city/subset.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::city;

namespace {

CityModelPtr model(const char *name)
{
    const QString file = test::sharedData(QStringLiteral("cityjson/") + QLatin1String(name));
    if (file.isEmpty()) {
        return nullptr;
    }
    const auto loaded = formats::readModel(file);
    return loaded ? loaded->value : nullptr;
}

/// A building with two parts in two LoDs, a tree in a group with it, and a house far away.
CityModelPtr town()
{
    CityModelBuilder b;
    const auto square = [&b](double x, double z) {
        b.surface({{{x, 0, z}, {x + 5, 0, z}, {x + 5, 5, z}, {x, 5, z}}}, "RoofSurface");
    };
    const ObjectIndex group = b.beginObject("group", "CityObjectGroup");
    const ObjectIndex hall = b.beginObject("hall", "Building", group);
    b.attribute("name", "Hall");
    b.beginGeometry(GeometryType::MultiSurface, "0");
    square(0, 0);
    for (const char *part : {"east", "west"}) {
        b.beginObject(part, "BuildingPart", hall);
        b.attribute("storeys", 2);
        for (const char *lod : {"1.2", "2.2"}) {
            b.beginGeometry(GeometryType::MultiSurface, lod);
            square(part[0] == 'e' ? 10 : 0, lod[0] == '1' ? 3 : 4);
        }
    }
    b.beginObject("tree", "SolitaryVegetationObject", group);
    b.beginGeometry(GeometryType::MultiSurface, "2.2");
    square(2000, 1);
    b.beginObject("far", "Building");
    b.attribute("name", "Far");
    b.beginGeometry(GeometryType::MultiSurface, "2.2");
    square(1000, 1);
    b.model().objectExtra = {{group, R"({"children_roles":["main","green"]})"}};
    return b.finish();
}

QStringList idsOf(const CityModel &m)
{
    QStringList ids;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        ids << m.idOf(o);
    }
    return ids;
}

} // namespace

class ExportSubsetTest : public QObject
{
    Q_OBJECT

private slots:
    void aWindowTakesWholeBuildings()
    {
        SubsetCriteria criteria;
        criteria.window.emplace();
        criteria.window->include(Vec3{11, 1, 0}); // over the eastern part only
        criteria.window->include(Vec3{12, 2, 0});
        const auto part = subset(*town(), criteria);
        LOCI_VERIFY_RESULT(part);
        QCOMPARE(idsOf(**part), (QStringList{"group", "hall", "east", "west"}));
        QCOMPARE((*part)->geometry.geometries.size(), std::size_t(5));
        QCOMPARE((*part)->objectExtra[0].second, std::string(R"({"children_roles":["main"]})"));
        QCOMPARE((*part)->childrenOf(0).size(), std::size_t(1));
        QCOMPARE((*part)->attributes.find("name")->count(), std::size_t(1));
    }

    void typesBringDescendantsAndBareParents()
    {
        SubsetCriteria criteria;
        criteria.types = {"BuildingPart"};
        const auto part = subset(*town(), criteria);
        LOCI_VERIFY_RESULT(part);
        QCOMPARE(idsOf(**part), (QStringList{"group", "hall", "east", "west"}));
        QCOMPARE((*part)->geometry.geometries.size(), std::size_t(4)); // the hall's own is not asked for
        QVERIFY((*part)->objectGeometries[1].isEmpty());
        criteria.types = {"Building"};
        const auto buildings = subset(*town(), criteria);
        QCOMPARE((*buildings)->geometry.geometries.size(), std::size_t(6));
        QVERIFY((*buildings)->find("tree") == kNone);
    }

    void lodsAreChosenByName()
    {
        SubsetCriteria criteria;
        criteria.lod = "2";
        const auto two = subset(*town(), criteria);
        LOCI_VERIFY_RESULT(two);
        QCOMPARE((*two)->objectCount(), 6U);
        QCOMPARE((*two)->geometry.geometries.size(), std::size_t(4));
        criteria.lod = "1.2";
        QCOMPARE((*subset(*town(), criteria))->geometry.geometries.size(), std::size_t(2));
        criteria.lod = "3";
        QVERIFY((*subset(*town(), criteria))->geometry.geometries.empty());
    }

    void criteriaHoldTogether()
    {
        SubsetCriteria criteria;
        const CityModelPtr all = town();
        criteria.objects = {{all->find("far"), all->find("tree")}};
        criteria.types = {"Building"};
        const auto part = subset(*all, criteria);
        LOCI_VERIFY_RESULT(part);
        QCOMPARE(idsOf(**part), QStringList{"far"});
        QCOMPARE((*part)->vertices.size(), 4U);
        QCOMPARE((*part)->extent.min.x, 1000.0);
    }

    void appearanceAndTemplatesAreThinnedOut()
    {
        const CityModelPtr all = model("rotterdam/rotterdam_subset.city.json");
        if (all == nullptr) {
            QSKIP("shared data is absent");
        }
        SubsetCriteria criteria;
        criteria.objects = {{3}};
        const auto part = subset(*all, criteria);
        LOCI_VERIFY_RESULT(part);
        QVERIFY((*part)->textures.size() > 0);
        QVERIFY((*part)->textures.size() < all->textures.size());
        const TextureTheme &theme = (*part)->geometry.textureThemes.at(0);
        for (std::size_t r = 0; r < theme.ringTexture.size(); ++r) {
            QVERIFY(theme.ringTexture[r] == kNone || theme.ringTexture[r] < (*part)->textures.size());
        }
        for (const std::uint32_t uv : theme.uv) {
            QVERIFY(uv < (*part)->textureVertices.size());
        }
        const CityModelPtr trees = model("misc/geom_temp.city.jsonl");
        criteria.objects.reset();
        criteria.types = {"Bridge"};
        QVERIFY((*subset(*trees, criteria))->templates.geometries.empty());
    }

    void cancelEndsIt()
    {
        const CancelToken cancel;
        cancel.cancel();
        const auto part = subset(*town(), {}, cancel);
        QVERIFY(!part);
        QCOMPARE(part.error().code, ErrorCode::Cancelled);
    }

    void measuresAreKnownOrAbsent()
    {
        CityModelBuilder b;
        b.beginObject("cube", "Building");
        b.beginGeometry(GeometryType::Solid, "2");
        b.beginShell();
        const Vec3 a{0, 0, 0}, c{2, 0, 0}, d{2, 3, 0}, e{0, 3, 0};
        const auto up = [](Vec3 v) { return Vec3{v.x, v.y, v.z + 4}; };
        b.surface({{a, e, d, c}}, "GroundSurface");
        b.surface({{up(a), up(c), up(d), up(e)}}, "RoofSurface");
        b.surface({{a, c, up(c), up(a)}}, "WallSurface");
        b.surface({{c, d, up(d), up(c)}}, "WallSurface");
        b.surface({{d, e, up(e), up(d)}}, "WallSurface");
        b.surface({{e, a, up(a), up(e)}}, "WallSurface");
        b.beginObject("open", "Building");
        b.beginGeometry(GeometryType::Solid, "2");
        b.beginShell();
        b.surface({{a, e, d, c}});
        const CityModelPtr m = b.finish();
        QCOMPARE(*measuresOf(*m, 0).volume, 24.0);
        QCOMPARE(*measuresOf(*m, 0).roofArea, 6.0);
        QVERIFY(!measuresOf(*m, 1).volume);
        QVERIFY(!measuresOf(*m, 1).roofArea);
    }
};

LOCI_TEST_CLASS(ExportSubsetTest)
#include "export_subsettest.moc"
