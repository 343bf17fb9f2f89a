// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/planstudy.h"
#include "layers/domain/planning/planbody.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::test;
using planning::PlanBody;
using planning::PlanChange;
using planning::Verdict;

namespace {

/// A wedge over 10 by 20 m: 6 m high at one side, 12 m at the other; open below, nothing said of its faces.
QByteArray wedge()
{
    return "v 0 0 0\nv 10 0 0\nv 10 20 0\nv 0 20 0\nv 0 0 6\nv 10 0 12\nv 10 20 12\nv 0 20 6\n"
           "f 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\nf 4 1 5 8\nf 5 6 7 8\n";
}

Result<planning::PlacedBody> read(const QByteArray &bytes, const QString &name)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        return fail(ErrorCode::NotWritable, name);
    }
    file.close();
    LOCI_TRY(const formats::LoadedModel loaded, formats::readModel(file.fileName()));
    return planning::bodyOf(*loaded.value, name);
}

PlanChange standing(const PlanBody &body, const Vec2 &at, double base, double turn = 0)
{
    PlanChange change;
    change.id = QStringLiteral("new");
    change.bodyId = body.id();
    change.at = at;
    change.base = base;
    change.turn = turn;
    change.attach(std::make_shared<const PlanBody>(body));
    return change;
}

city::CityModelPtr twoHouses()
{
    return boxTown({{QStringLiteral("a"), -60, 0, -50, 10, 3, 9}, {QStringLiteral("b"), 60, 0, 70, 10, 3, 11}});
}

Result<analysis::PlanOutcome> judged(const PlanChange &change, const char *reference, double limit)
{
    planning::PlanBasis basis;
    basis.areas = planning::PlanLayer::fromGeoJson(collection({boxFeature({{"id", "zone"}}, -100, -100, 100, 100)}),
                                                   QStringLiteral("zones"))
                      ->value;
    basis.rules = *planning::RulePack::fromJson(packOf({{{"id", "h"},
                                                         {"kind", "height"},
                                                         {"limit", limit},
                                                         {"unit", "m"},
                                                         {"reference", reference},
                                                         {"areas", QJsonArray{"zone"}}}}));
    LOCI_TRY(const auto study, analysis::PlanStudy::make(twoHouses(), basis, QDate(2026, 1, 1), QStringLiteral("x")));
    planning::Proposal proposal;
    proposal.changes = {change};
    return study->check(proposal);
}

} // namespace

/// Buildings from model files as proposals: what the rules see is the real geometry.
class PlanningBodyTest : public QObject
{
    Q_OBJECT
private slots:
    void aFileBecomesAShapeAroundItsMiddle();
    void theShapeSurvivesJsonAndItsIdFollowsItsContent();
    void rulesSeeTheRealHeightAndGround();
    void whatTheFileDoesNotSayStaysUnknown();
    void turningAndMovingKeepTheShape();
    void applyingAndRevertingGivesTheSameTown();
    void unfitFilesGiveOneSentence();
};

void PlanningBodyTest::aFileBecomesAShapeAroundItsMiddle()
{
    const auto placed = read(wedge(), QStringLiteral("wedge.obj"));
    LOCI_VERIFY_RESULT(placed);
    QCOMPARE(placed->body.surfaces.size(), std::size_t(5));
    QCOMPARE(placed->body.height, 12.0);
    QVERIFY(!placed->crs.isKnown());
    Box3 box;
    for (const PlanBody::Surface &surface : placed->body.surfaces) {
        for (const Vec3 &p : surface.rings.front()) {
            box.include(p);
        }
    }
    QCOMPARE(box.centre().x, 0.0);
    QCOMPARE(box.centre().y, 0.0);
    QCOMPARE(box.min.z, 0.0);
}

void PlanningBodyTest::theShapeSurvivesJsonAndItsIdFollowsItsContent()
{
    const PlanBody body = read(wedge(), QStringLiteral("wedge.obj"))->body;
    const auto back = PlanBody::fromJson(body.toJson());
    LOCI_VERIFY_RESULT(back);
    QVERIFY(**back == body);
    QCOMPARE((*back)->id(), body.id());
    PlanBody other = body;
    other.surfaces.front().rings.front().front().z += 0.5;
    QVERIFY(other.id() != body.id());
    QJsonObject broken = body.toJson();
    broken.remove(QStringLiteral("surfaces"));
    QVERIFY(!PlanBody::fromJson(broken));
    const PlanChange change = standing(body, {5, 5}, 3, 30);
    const auto read = PlanChange::fromJson(change.toJson());
    QVERIFY(read && *read == change);
    QVERIFY(read->body == nullptr);
    planning::Proposal proposal;
    proposal.changes = {*read};
    QVERIFY(!planning::applied(twoHouses(), proposal)); // its shape is not at hand, and it says so
}

void PlanningBodyTest::rulesSeeTheRealHeightAndGround()
{
    const PlanBody body = read(wedge(), QStringLiteral("wedge.obj"))->body;
    const auto outcome = judged(standing(body, {0, 50}, 3), "ground", 10);
    LOCI_VERIFY_RESULT(outcome);
    QCOMPARE(outcome->results.size(), std::size_t(1));
    QVERIFY(std::abs(*outcome->results.front().value - 12) < 1e-6);
    QVERIFY(std::abs(*outcome->results.front().margin + 2) < 1e-6);
    const analysis::ProposedBlock *block = outcome->block(QStringLiteral("new"));
    QVERIFY(block != nullptr);
    QVERIFY(std::abs(block->footprintArea - 200) < 1e-3);
    QVERIFY(std::abs(*block->foot - 3) < 1e-6 && std::abs(*block->top - 15) < 1e-6);
    QVERIFY(std::abs(*block->ceiling - 13) < 1e-6);
}

void PlanningBodyTest::whatTheFileDoesNotSayStaysUnknown()
{
    const PlanBody body = read(wedge(), QStringLiteral("wedge.obj"))->body;
    const auto silent = judged(standing(body, {0, 50}, 3), "eaves", 10);
    LOCI_VERIFY_RESULT(silent);
    QCOMPARE(silent->results.front().verdict, Verdict::Unknown);
    QVERIFY(!silent->results.front().note.isEmpty());
    PlanBody said = body;
    said.surfaces.back().semantic = "RoofSurface";
    const auto known = judged(standing(said, {0, 50}, 3), "eaves", 10);
    LOCI_VERIFY_RESULT(known);
    QCOMPARE(known->results.front().verdict, Verdict::Pass);
    QVERIFY(std::abs(*known->results.front().value - 6) < 1e-6);
}

void PlanningBodyTest::turningAndMovingKeepTheShape()
{
    const PlanBody body = read(wedge(), QStringLiteral("wedge.obj"))->body;
    const auto outcome = judged(standing(body, {0, 50}, 3, 37), "ground", 10);
    LOCI_VERIFY_RESULT(outcome);
    QVERIFY(std::abs(outcome->block(QStringLiteral("new"))->footprintArea - 200) < 0.1);
    PlanChange quarter = standing(body, {0, 0}, 0, 90);
    QVERIFY(std::abs(quarter.footprint.front().front().x - 10) < 1e-9); // the long side lies east now
    QVERIFY(std::abs(quarter.footprint.front().front().y + 5) < 1e-9);
    planning::moveBy(quarter, 7, -2);
    QCOMPARE(quarter.at.x, 7.0);
    QVERIFY(std::abs(quarter.footprint.front().front().x - 17) < 1e-9);
    QCOMPARE(quarter.height(), 12.0);
}

void PlanningBodyTest::applyingAndRevertingGivesTheSameTown()
{
    const auto base = twoHouses();
    planning::Proposal proposal;
    proposal.changes = {standing(read(wedge(), QStringLiteral("wedge.obj"))->body, {0, 50}, 3, 20)};
    PlanChange gone;
    gone.kind = PlanChange::Kind::Remove;
    gone.id = QStringLiteral("a");
    proposal.changes.push_back(gone);
    const auto changed = planning::applied(base, proposal);
    LOCI_VERIFY_RESULT(changed);
    QVERIFY(planning::contentHash(**changed) != planning::contentHash(*base));
    const auto back = planning::reverted(*changed, base, proposal);
    LOCI_VERIFY_RESULT(back);
    QCOMPARE(planning::contentHash(**back), planning::contentHash(*base));
}

void PlanningBodyTest::unfitFilesGiveOneSentence()
{
    QVERIFY(!read("v 0 0 0\nv 10 0 0\nv 10 20 0\nf 1 2 3\n", QStringLiteral("flat.obj")));
    const auto large = read("v 0 0 0\nv 10000 0 0\nv 10000 0 9000\nf 1 2 3\n", QStringLiteral("millimetres.obj"));
    QVERIFY(!large);
    QVERIFY(large.error().message.contains(QLatin1String("millimetres.obj")));
    QVERIFY(!read("this is no model", QStringLiteral("words.obj")));
    QVERIFY(!read("{\"asset\":{\"version\":\"2.0\"}}", QStringLiteral("empty.gltf")));
}

LOCI_TEST_CLASS(PlanningBodyTest)
#include "planning_bodytest.moc"
