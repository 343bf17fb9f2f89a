// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/canceltoken.h"
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/mesh.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::city;

namespace {

constexpr double kX = 4.0e6, kY = 3.0e7; // far from zero, as Chinese zone coordinates are

/// A box as a closed solid, faces outward.
void addBox(CityModelBuilder &builder, double x, double y, double z, double size, double height)
{
    const Vec3 a{x, y, z}, b{x + size, y, z}, c{x + size, y + size, z}, d{x, y + size, z};
    const double t = z + height;
    const Vec3 e{x, y, t}, f{x + size, y, t}, g{x + size, y + size, t}, h{x, y + size, t};
    builder.beginShell();
    builder.surface({{a, d, c, b}}, "GroundSurface");
    builder.surface({{e, f, g, h}}, "RoofSurface");
    builder.surface({{a, b, f, e}}, "WallSurface");
    builder.surface({{b, c, g, f}}, "WallSurface");
    builder.surface({{c, d, h, g}}, "WallSurface");
    builder.surface({{d, a, e, h}}, "WallSurface");
}

CityModelPtr twoPartBuilding()
{
    CityModelBuilder b({0.001, 0.001, 0.001}, {kX, kY, 0});
    const ObjectIndex house = b.beginObject("house", "Building");
    b.attribute("storeys", 3);
    b.attribute("name", "Town hall");
    b.beginObject("part1", "BuildingPart", house);
    b.beginGeometry(GeometryType::Solid, "1");
    addBox(b, kX, kY, 5, 10, 10);
    b.beginGeometry(GeometryType::Solid, "2.2");
    addBox(b, kX, kY, 5, 10, 12);
    b.beginObject("part2", "BuildingPart", house);
    b.beginGeometry(GeometryType::Solid, "1");
    addBox(b, kX + 10, kY, 4, 10, 6);
    return b.finish();
}

} // namespace

class CityModelTest : public QObject
{
    Q_OBJECT

private slots:
    void linksParentsAndChildren()
    {
        const CityModelPtr model = twoPartBuilding();
        QCOMPARE(model->objectCount(), 3U);
        QCOMPARE(model->find("part2"), 2U);
        QCOMPARE(model->find("nobody"), kNone);
        QCOMPARE(model->rootOf(2), 0U);
        QCOMPARE(model->childrenOf(0).size(), std::size_t(2));
        QCOMPARE(model->withDescendants(0).size(), std::size_t(3));
    }

    void endsOnCirclesOfParents()
    {
        CityModelBuilder b;
        b.beginObject("a", "Building", 1);
        b.beginObject("b", "BuildingPart", 0);
        const CityModelPtr model = b.finish();
        QCOMPARE(model->withDescendants(0).size(), std::size_t(2));
        QVERIFY(model->rootOf(0) < 2);
    }

    void knowsBounds()
    {
        const CityModelPtr model = twoPartBuilding();
        QVERIFY(model->boundsOf(0).isEmpty());
        const Box3 box = model->boundsWithDescendants(0);
        QCOMPARE(box.min, (Vec3{kX, kY, 4}));
        QCOMPARE(box.max, (Vec3{kX + 20, kY + 10, 17}));
        QCOMPARE(model->extent, box);
    }

    void keepsAttributesTyped()
    {
        const CityModelPtr model = twoPartBuilding();
        QCOMPARE(model->attributes.find("storeys")->value(0).toInt(), 3);
        QVERIFY(!model->attributes.find("storeys")->value(1).isValid());
        QCOMPARE(model->attributes.find("name")->value(0).toString(), QStringLiteral("Town hall"));
        QVERIFY(model->attributes.find("nothing") == nullptr);
    }

    void widensColumnsWithoutLoss()
    {
        AttributeTable table;
        AttributeColumn &column = table.column("mixed");
        column.append(0, std::int64_t(7));
        QCOMPARE(column.kind(), AttributeColumn::Kind::Integer);
        column.append(2, 1.5);
        QCOMPARE(column.kind(), AttributeColumn::Kind::Real);
        column.append(3, std::int64_t(8));
        column.appendText(5, "a \"b\"");
        QCOMPARE(column.kind(), AttributeColumn::Kind::Json);
        column.append(6, true);
        column.appendJson(7, "[1,2]");
        QCOMPARE(column.json(0), std::string("7"));
        QCOMPARE(column.json(2), std::string("1.5"));
        QCOMPARE(column.json(3), std::string("8"));
        QCOMPARE(column.json(5), std::string("\"a \\\"b\\\"\""));
        QCOMPARE(column.json(6), std::string("true"));
        QCOMPARE(column.json(7), std::string("[1,2]"));
        QCOMPARE(*column.number(2), 1.5);
        QVERIFY(!column.number(5).has_value());
        QVERIFY(!column.value(1).isValid());
        column.append(7, std::int64_t(9)); // the same row again: the first value stays
        QCOMPARE(column.count(), std::size_t(6));
    }

    void choosesLevelsOfDetail()
    {
        const CityModelPtr model = twoPartBuilding();
        QCOMPARE(lodsOf(*model), (std::vector<QString>{QStringLiteral("1"), QStringLiteral("2.2")}));
        const auto lodOf = [&](ObjectIndex o, const QString &wanted) {
            const auto chosen = chooseGeometries(*model, o, {wanted});
            return chosen.empty() ? std::string_view() : model->lodNames.at(model->geometry.geometries[chosen[0]].lod);
        };
        QCOMPARE(lodOf(1, {}), std::string_view("2.2"));
        QCOMPARE(lodOf(1, QStringLiteral("2")), std::string_view("1"));
        QCOMPARE(lodOf(2, QStringLiteral("2.2")), std::string_view("1"));
        QCOMPARE(lodOf(1, QStringLiteral("0")), std::string_view());
    }

    void makesTrianglesNearTheOrigin()
    {
        const CityModelPtr model = twoPartBuilding();
        const auto mesh = triangulate(*model, {});
        LOCI_VERIFY_RESULT(mesh);
        QCOMPARE(mesh->triangleCount(), std::size_t(24));
        QCOMPARE(mesh->origin, (Vec3{kX + 10, kY + 5, 4}));
        for (const float coordinate : mesh->positions) {
            QVERIFY(std::abs(coordinate) <= 13.0F);
        }
        QCOMPARE(mesh->triangleObject.front(), 1U);
        QCOMPARE(model->typeNames.at(mesh->triangleSemantic.front()), std::string_view("GroundSurface"));
        CancelToken cancel;
        cancel.cancel();
        QCOMPARE(triangulate(*model, {}, cancel).error().code, ErrorCode::Cancelled);
    }

    void placesInstances()
    {
        CityModelBuilder b;
        b.beginObject("tree", "SolitaryVegetationObject");
        CityModel &m = b.model();
        m.templateVertices = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
        m.templates.geometries.push_back(
            {kNone, GeometryType::MultiSurface, m.lodNames.intern("2"), {0, 1}, {}, kNone});
        m.templates.vertexIds = {0, 1, 2};
        m.templates.ringVertices = {0, 3};
        m.templates.surfaceRings = {0, 1};
        m.templates.surfaceSemantic = {kNone};
        m.templates.surfaceGeometry = {0};
        const GeometryIndex g = b.beginGeometry(GeometryType::GeometryInstance, {});
        Instance instance;
        instance.templateGeometry = 0;
        instance.referenceVertex = b.vertex({100, 200, 3});
        instance.matrix = {2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1};
        m.instances.push_back(instance);
        m.geometry.geometries[g].instance = 0;
        const CityModelPtr model = b.finish();
        const auto mesh = triangulate(*model, {});
        LOCI_VERIFY_RESULT(mesh);
        QCOMPARE(mesh->triangleCount(), std::size_t(1));
        QCOMPARE(mesh->triangleSurface[0], kNone);
        QCOMPARE(mesh->positions, (std::vector<float>{0, 0, 0, 2, 0, 0, 0, 2, 0}));
        QCOMPARE(lodsOf(*model), (std::vector<QString>{QStringLiteral("2")}));
    }

    void findsFootprintOfTheParts()
    {
        const CityModelPtr model = twoPartBuilding();
        const auto found = footprints(*model);
        LOCI_VERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        const Footprint &footprint = found->front();
        QCOMPARE(footprint.object, 0U);
        QCOMPARE(footprint.polygons.size(), std::size_t(2));
        QCOMPARE(footprint.groundHeight, 4.0);
        QCOMPARE(footprint.roofHeight, 17.0);
    }
};

LOCI_TEST_CLASS(CityModelTest)
#include "citymodeltest.moc"
