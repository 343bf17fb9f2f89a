// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/character/buildingtraits.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QFile>
#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::analysis;
using namespace loci::test;

namespace {

bool isNear(const std::optional<double> &value, double wanted, double tolerance = 1e-9)
{
    return value && std::abs(*value - wanted) <= tolerance;
}

CharacterRule ownRule()
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/character.json"));
    return file.open(QIODevice::ReadOnly) ? CharacterRule::fromJson(file.readAll()).value_or(CharacterRule())
                                          : CharacterRule();
}

/// Five houses of 10 x 10 m, 2 m apart, and a slab at the end of the row.
std::vector<BoxHouse> row()
{
    const double heights[] = {6, 6, 7, 8, 9};
    const char *materials[] = {"brick", "brick", "brick", "timber", ""};
    const char *years[] = {"1835", "1895", "1895", "1960", ""};
    std::vector<BoxHouse> houses;
    for (int i = 0; i < 5; ++i) {
        BoxHouse house{QStringLiteral("h%1").arg(i), 12.0 * i, 0, 12.0 * i + 10, 10, 0, heights[i]};
        house.texts = {{"roofType", i < 4 ? "gable" : "flat"}};
        if (*materials[i] != '\0') {
            house.texts["material"] = QLatin1String(materials[i]);
        }
        if (*years[i] != '\0') {
            house.texts["yearOfConstruction"] = QLatin1String(years[i]);
        }
        house.storeys = 2;
        houses.push_back(house);
    }
    return houses;
}

struct Town
{
    Shape::Context context;
    BuildingSet set;
    planning::PlanLayer layer;
    AreaIndex areas;
    explicit Town(const std::vector<BoxHouse> &houses)
        : set(std::move(BuildingSet::of(boxTown(houses), context, {}, {})->value))
        , layer(planning::PlanLayer::fromGeoJson(
                    collection({boxFeature({{"id", "row"}, {"name", "Row"}}, -5, -5, 63, 15)}), QStringLiteral("a"))
                    ->value)
        , areas(layer, context)
    {}
    const PlacedArea &area() const { return areas.areas().front(); }
};

} // namespace

/// The character of an area by hand-made houses.
class PlanningCharacterTest : public QObject
{
    Q_OBJECT

private slots:
    void measuresWhatIsThere()
    {
        const Town town(row());
        const auto profile = profileOf(town.area(), town.set, ownRule(), QDate(2026, 1, 1));
        LOCI_VERIFY_RESULT(profile);
        QCOMPARE(profile->buildings, std::size_t(5));
        QVERIFY(isNear(profile->height.at(0.5), 7) && isNear(profile->height.at(0.1), 6));
        QVERIFY(isNear(profile->height.at(0.9), 8.6)); // between the 4th and the 5th
        QVERIFY(isNear(profile->footprint.at(0.5), 100));
        QVERIFY(isNear(profile->gap.at(0.5), 2));
        QVERIFY(isNear(profile->coverage, 500.0 / (68 * 20)));
        QVERIFY(isNear(profile->floorAreaRatio, 1000.0 / (68 * 20)));
        QVERIFY(isNear(profile->roof.share(QStringLiteral("gable")), 0.8));
        QVERIFY(isNear(profile->material.share(QStringLiteral("brick")), 0.75)); // of the four that are known
        QCOMPARE(profile->material.unknown, std::size_t(1));
        QCOMPARE(profile->age.counts.at(QStringLiteral("<1840")), std::size_t(1));
        QCOMPARE(profile->age.counts.at(QStringLiteral("1840-1911")), std::size_t(2));
        QCOMPARE(profile->age.counts.at(QStringLiteral("1949-1977")), std::size_t(1));
        QCOMPARE(profile->age.unknown, std::size_t(1));
        QVERIFY(isNear(profile->regularity, 1));
        QVERIFY(std::abs(std::remainder(*profile->direction, 90)) < 1e-6);
        QVERIFY(profile->pitch.values.empty()); // boxes have flat roofs
        const CharacterProfile again = CharacterProfile::fromJson(profile->toJson());
        QCOMPARE(again.toJson(), profile->toJson());
    }

    void aTowerIsForeignAndAHouseIsAtHome()
    {
        const Town before(row());
        const auto usual = profileOf(before.area(), before.set, ownRule(), QDate(2026, 1, 1));
        LOCI_VERIFY_RESULT(usual);
        std::vector<BoxHouse> houses = row();
        BoxHouse tower{QStringLiteral("tower"), 0, 12, 20, 14.5, 0, 30};
        tower.y1 = 32; // its middle lies outside of the area
        houses.push_back(tower);
        tower.id = QStringLiteral("slab");
        tower.y0 = -3;
        tower.y1 = 17; // over the houses: 20 x 20 m
        tower.texts = {{"roofType", "flat"}, {"material", "concrete"}};
        houses.push_back(tower);
        const Town now(houses);
        const auto buildings = conformityOf(now.area(), now.set, *usual, ownRule());
        LOCI_VERIFY_RESULT(buildings);
        QCOMPARE(buildings->size(), std::size_t(6));
        const Conformity &worst = buildings->front();
        QCOMPARE(worst.id, QStringLiteral("slab"));
        QVERIFY(isNear(worst.parts.at(QStringLiteral("height")), 0));  // 21.4 m beyond the usual, 3 m are borne
        QVERIFY(isNear(worst.parts.at(QStringLiteral("roof")), 0.25)); // 0.2 against 0.8
        QVERIFY(isNear(worst.parts.at(QStringLiteral("material")), 0));
        QVERIFY(isNear(worst.parts.at(QStringLiteral("grain")), 0)); // four times the usual size
        QVERIFY(isNear(worst.parts.at(QStringLiteral("enclosure")), 1 - 2.0 / 3));
        QVERIFY(isNear(worst.index, (0 * 3 + 0.25 * 2 + 0 + 0 + (1.0 / 3) * 1) / 10));
        QVERIFY(buildings->back().index > 0.9);
    }

    void whatIsUnknownStaysUnknown()
    {
        std::vector<BoxHouse> bare;
        for (BoxHouse house : row()) {
            house.texts.clear();
            bare.push_back(house);
        }
        const Town town(bare);
        CharacterRule rule = ownRule();
        rule.leastKnown = 4; // height, grain and enclosure are three
        const auto profile = profileOf(town.area(), town.set, rule, QDate(2026, 1, 1));
        LOCI_VERIFY_RESULT(profile);
        QCOMPARE(profile->material.unknown, std::size_t(5));
        QVERIFY(!profile->material.share(QStringLiteral("brick")));
        QCOMPARE(profile->roof.most(), QString());
        const auto buildings = conformityOf(town.area(), town.set, *profile, rule);
        LOCI_VERIFY_RESULT(buildings);
        QVERIFY(!buildings->front().index && !meanIndex(*buildings));
    }

    void roofsLean()
    {
        // A gable over 10 x 10 m, 3.5 m high: both sides lean by atan(0.7).
        const Vec3 a{0, 0, 6}, b{10, 0, 6}, c{10, 10, 6}, d{0, 10, 6}, e{0, 5, 9.5}, f{10, 5, 9.5};
        const std::vector<Triangle3> gable{{a, b, f}, {a, f, e}, {d, e, f}, {d, f, c}};
        bool isFlat = true;
        QVERIFY(isNear(roofPitch(gable, isFlat), std::atan(0.7) * 180 / M_PI, 1e-9));
        QVERIFY(!isFlat);
        QVERIFY(!roofPitch({{a, b, c}, {a, c, d}}, isFlat) && isFlat);
        QVERIFY(!roofPitch({}, isFlat) && !isFlat);
    }

    void badRulesAndAreasAreOneSentence()
    {
        QVERIFY(!CharacterRule::fromJson("{}"));
        QVERIFY(!CharacterRule::fromJson(R"({"weights": {"height": 1}, "source": "s", "ageBounds": [2000, 1900]})"));
        const Town town(row());
        PlacedArea crossed = town.area();
        crossed.shape.reset();
        const auto profile = profileOf(crossed, town.set, ownRule(), QDate(2026, 1, 1));
        QVERIFY(!profile && profile.error().message.contains(QLatin1String("Row")));
        CancelToken cancel;
        cancel.cancel();
        QVERIFY(profileOf(town.area(), town.set, ownRule(), QDate(2026, 1, 1), cancel).error().code ==
                ErrorCode::Cancelled);
    }
};

LOCI_TEST_CLASS(PlanningCharacterTest)
#include "planning_charactertest.moc"
