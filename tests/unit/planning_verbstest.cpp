// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planverb.h"
#include "layers/domain/planning/proposal.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace loci;

namespace {

// A town near Beijing: a row of houses south of a dwelling, on UTM zone 50.
constexpr double kX = 450000, kY = 4417000;

city::CityModelPtr town()
{
    return test::boxTown(
        {{QStringLiteral("home"), kX - 10, kY, kX + 10, kY + 12, 0, 18, {{"function", "residential"}}, 6},
         {QStringLiteral("shop"), kX + 60, kY, kX + 80, kY + 20, 0, 8, {{"function", "commercial"}}, 2}},
        32650);
}

const QByteArray kTower = R"({"id": "p", "name": "tower", "changes": [
    {"op": "add", "id": "tower", "footprint": [[449970, 4416925], [450030, 4416925], [450030, 4416940], [449970, 4416940]],
     "base": 0, "floors": 12, "floorHeight": 3, "attributes": {"function": "residential"}},
    {"op": "reshape", "id": "shop", "floors": 5, "floorHeight": 4}]})";

} // namespace

class PlanningVerbsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString put(const char *name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static Result<cli::Answer> plan(const QString &verb, const QHash<QString, QString> &options)
    {
        const cli::ModelOpener open = [](const QString &, const CancelToken &) {
            return Result<formats::LoadedModel>(formats::LoadedModel{town(), {}});
        };
        return cli::planVerb({open, {}}).run({{verb, "model"}, options, {}, {}});
    }

private slots:
    void proposalsComeAndGo()
    {
        const city::CityModelPtr base = town();
        const auto proposal = planning::Proposal::fromJson(kTower);
        LOCI_VERIFY_RESULT(proposal);
        const QByteArray before = planning::contentHash(*base);
        const auto changed = planning::applied(base, *proposal);
        LOCI_VERIFY_RESULT(changed);
        QCOMPARE(planning::contentHash(*base), before);
        QVERIFY(planning::contentHash(**changed) != before);
        QCOMPARE((*changed)->objectCount(), 3U);
        QCOMPARE((*changed)->boundsOf((*changed)->find("shop")).max.z, 20.0);
        const auto back = planning::reverted(*changed, base, *proposal);
        LOCI_VERIFY_RESULT(back);
        QCOMPARE(planning::contentHash(**back).toHex(), before.toHex());
        const auto again = planning::applied(*back, *proposal);
        LOCI_VERIFY_RESULT(again);
        QCOMPARE(planning::contentHash(**again), planning::contentHash(**changed));
        QVERIFY2(!planning::applied(*changed, *proposal), "what is there cannot be added");
    }

    void realBuildingsComeBackAfterRemoval()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        const auto proposal = planning::Proposal::fromJson(
            R"({"changes": [{"op": "remove", "id": "GUID_6A5D61C3-4FE8-4425-A301-06208F6B6E99"},
                            {"op": "reshape", "id": "GUID_23C0293A-E3DE-402B-803E-AF294C8FEC45", "floors": 9}]})");
        LOCI_VERIFY_RESULT(proposal);
        const auto changed = planning::applied(loaded->value, *proposal);
        LOCI_VERIFY_RESULT(changed);
        QCOMPARE((*changed)->objectCount(), loaded->value->objectCount() - 9);
        const auto back = planning::reverted(*changed, loaded->value, *proposal);
        LOCI_VERIFY_RESULT(back);
        QCOMPARE((*back)->objectCount(), loaded->value->objectCount());
        QCOMPARE(planning::contentHash(**back).toHex(), planning::contentHash(*loaded->value).toHex());
    }

    void badProposalsAreOneSentence()
    {
        for (const char *bad :
             {"", "{}", R"({"changes": [{"op": "grow", "id": "a"}]})",
              R"({"changes": [{"op": "add", "id": "a", "floors": 3, "base": 0, "footprint": [[0, 0], [1, 1]]}]})",
              R"({"changes": [{"op": "reshape", "id": "a", "floors": -1}]})"}) {
            QVERIFY2(!planning::Proposal::fromJson(bad), bad);
        }
        const auto unknown = planning::Proposal::fromJson(R"({"changes": [{"op": "remove", "id": "nobody"}]})");
        LOCI_VERIFY_RESULT(unknown);
        QVERIFY(planning::applied(town(), *unknown).error().message.contains(QLatin1String("nobody")));
    }

    void ceilingsAreTold()
    {
        const QString views = put("views.json", R"({"crs": "EPSG:32650", "views": [{"id": "v",
            "eyes": [[450000, 4416500, 11.6]], "edge": [[449900, 4417500, 20], [450100, 4417500, 20]]}]})");
        const auto at = plan("ceiling", {{"views", views}, {"at", "450000,4417000"}});
        LOCI_VERIFY_RESULT(at);
        QVERIFY(std::abs(at->json["at"]["ceiling"].toDouble() - 15.8) < 1e-9);
        const auto all = plan("ceiling", {{"views", views}});
        LOCI_VERIFY_RESULT(all);
        const QJsonArray rows = all->json["objects"].toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0]["object"].toString(), QStringLiteral("home"));
        QVERIFY(std::abs(rows[0]["headroom"].toDouble() + 2.2) < 1e-6 && rows[0]["verdict"] == "fail");
        const auto nowhere = plan("ceiling", {{"views", views}, {"at", "0,0"}});
        LOCI_VERIFY_RESULT(nowhere);
        QVERIFY(nowhere->json["at"]["ceiling"].isNull());
    }

    void viewsAreTold()
    {
        const auto blocked = plan("view", {{"eye", "450000,4416900,2"}, {"target", "450000,4417100,2"}});
        LOCI_VERIFY_RESULT(blocked);
        QVERIFY(!blocked->json["visible"].toBool() && blocked->json["blocker"] == "home");
        QVERIFY(std::abs(blocked->json["neededHeight"].toDouble() - (2 + 16.0 / 100 * 200)) < 0.1);
        const auto seen = plan("view", {{"eye", "450000,4416900,2"}, {"grid", "5"}});
        LOCI_VERIFY_RESULT(seen);
        QVERIFY(seen->json["noSurface"].toInt() > 0);
        const auto sky = plan("view", {{"eye", "450000,4416900,2"}});
        LOCI_VERIFY_RESULT(sky);
        QVERIFY(sky->json["skyViewFactor"].toDouble() > 0.9 && sky->json["skyViewFactor"].toDouble() < 1);
    }

    void sunlightIsJudgedByTheDatedRule()
    {
        const QHash<QString, QString> options{
            {"object", "home"},
            {"rules", QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/planning/gb50180-sunlight.json")},
            {"climate-zone", "II"},
            {"city-size", "large"},
            {"date", "2026-01-20"}};
        const auto free = plan("sunlight", options);
        LOCI_VERIFY_RESULT(free);
        QVERIFY(std::abs(free->json["latitude"].toDouble() - 39.9) < 0.1);
        QCOMPARE(free->json["day"].toString(), QStringLiteral("2001-01-20"));
        auto withTower = options;
        withTower["proposal"] = put("tower.json", kTower);
        const auto shaded = plan("sunlight", withTower);
        LOCI_VERIFY_RESULT(shaded);
        int lost = 0;
        for (const QJsonValue &row : shaded->json["receivers"].toArray()) {
            QCOMPARE(row["clause"].toString(), QStringLiteral("4.0.9"));
            QVERIFY(row["minutes"].toDouble() <= row["minutesBefore"].toDouble());
            for (const QJsonValue &loss : row["lostTo"].toArray()) {
                lost += loss["object"] == "tower" && loss["minutes"].toDouble() > 60 ? 1 : 0;
            }
        }
        QVERIFY2(lost >= 10, "the tower takes more than an hour from the south front");
        auto before = options;
        before["date"] = QStringLiteral("2017-01-01");
        QVERIFY(!plan("sunlight", before));
        auto noRule = options;
        noRule["climate-zone"] = QStringLiteral("IX");
        QVERIFY(plan("sunlight", noRule).error().code == ErrorCode::Usage);
        const QString windows =
            put("w.geojson", test::collection({test::feature({{"id", "w1"}, {"z", 0.9}, {"facing", 180}}, "Point",
                                                             QJsonArray{kX, kY - 0.1})},
                                              32650));
        const auto one = plan("sunlight", {{"receivers", windows}, {"day", "2026-01-20"}, {"window", "8,16"}});
        LOCI_VERIFY_RESULT(one);
        QCOMPARE(one->json["receivers"].toArray().at(0)["minutes"].toDouble(), 480.0);
    }

    void skylinesAreCompared()
    {
        const auto line = plan("skyline", {{"eye", "450000,4416800,2"},
                                           {"bins", "720"},
                                           {"landmark", "home"},
                                           {"proposal", put("tower.json", kTower)}});
        LOCI_VERIFY_RESULT(line);
        QVERIFY(line->json["changedShare"].toDouble() > 0.01);
        QVERIFY(line->json["shares"].toObject().contains("tower"));
        QVERIFY(line->json["landmarkVisibleBefore"].toDouble() > 0.999);
        QCOMPARE(line->json["landmarkVisible"].toDouble(), 0.0);
        QVERIFY(!plan("skyline", {{"eye", "450000,4416800,2"}, {"landmark", "nobody"}}));
        QVERIFY(!plan("skyline", {{"eye", "450000,4416800,2"}, {"bins", "2"}}));
    }

    void metricsAndComparison()
    {
        const QString assumptions =
            put("a.json", R"({"dwellingUses": ["residential"], "areaPerDwelling": 90, "peoplePerDwelling": 2.5})");
        const auto metrics = plan("metrics", {{"assumptions", assumptions}});
        LOCI_VERIFY_RESULT(metrics);
        const QJsonObject now = metrics->json["town"].toObject();
        QCOMPARE(now["floorArea"].toDouble(), 240.0 * 6 + 400 * 2);
        QCOMPARE(now["population"].toDouble(), 240.0 * 6 / 90 * 2.5);
        const auto bare = plan("metrics", {});
        LOCI_VERIFY_RESULT(bare);
        QVERIFY(bare->json["town"]["population"].isNull());
        const QString zones = put(
            "z.geojson",
            test::collection({test::boxFeature({{"id", "z"}}, kX - 500, kY - 500, kX + 500, kY + 500),
                              test::boxFeature({{"id", "p"}, {"kind", "parcel"}}, kX + 50, kY - 10, kX + 90, kY + 30)},
                             32650));
        const QString rules =
            put("r.json",
                test::packOf({QJsonObject{
                    {"id", "h"}, {"kind", "height"}, {"limit", 18}, {"unit", "m"}, {"areas", QJsonArray{"zone"}}}}));
        const auto compared = plan("compare", {{"proposal", put("tower.json", kTower)},
                                               {"zones", zones},
                                               {"rules", rules},
                                               {"assumptions", assumptions},
                                               {"date", "2026-01-01"}});
        LOCI_VERIFY_RESULT(compared);
        QCOMPARE(compared->json["delta"]["floorArea"].toDouble(), 900.0 * 12 + 400 * 3);
        QCOMPARE(compared->json["delta"]["buildings"].toDouble(), 1.0);
        QCOMPARE(compared->json["parcelsAfter"].toArray().at(0)["floorAreaRatio"].toDouble(), 400.0 * 5 / 1600);
        const QJsonArray changes = compared->json["verdictsChanged"].toArray();
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0]["object"].toString(), QStringLiteral("shop"));
        QVERIFY(changes[0]["before"] == "pass" && changes[0]["after"] == "fail");
        QVERIFY(changes[1]["before"].isNull() && changes[1]["after"] == "fail");
        QVERIFY(plan("compare", {}).error().code == ErrorCode::Usage);
    }
};

LOCI_TEST_CLASS(PlanningVerbsTest)
#include "planning_verbstest.moc"
