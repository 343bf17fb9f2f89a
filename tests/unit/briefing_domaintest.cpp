// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/briefing/briefingjson.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace loci;
using namespace loci::briefing;

namespace {

Scene fullScene()
{
    Scene scene;
    scene.id = QStringLiteral("a");
    scene.title = {QStringLiteral("标题"), QStringLiteral("Title")};
    scene.text = {QStringLiteral("文字"), QStringLiteral("Text")};
    scene.notes = {QStringLiteral("备注"), QStringLiteral("Notes")};
    scene.rule = {QStringLiteral("限高9米"), QStringLiteral("9 m allowed")};
    scene.layout = Layout::Grid;
    scene.grid = {PaneKind::Map, PaneKind::City, PaneKind::Board, PaneKind::Picture};
    scene.map.extent.include(Vec3{1, 2, 0});
    scene.map.extent.include(Vec3{3, 4, 0});
    scene.map.crs = EpsgCode(4548);
    scene.map.layers = QStringList{QStringLiteral("water")};
    scene.camera = CameraView{{1, 2, 3}, {4, 5, 6}};
    scene.path = {CameraView{{7, 8, 9}, {1, 1, 1}}};
    scene.time = QDateTime({2026, 11, 20}, {3, 0}, Qt::UTC);
    scene.highlighted = QStringList{QStringLiteral("LJ-1")};
    scene.hidden = QStringList{QStringLiteral("LJ-2")};
    scene.proposal = {{QStringLiteral("id"), QStringLiteral("p")}};
    scene.labels = {{{QStringLiteral("桥"), QStringLiteral("Bridge")}, QStringLiteral("LJ-3"), {}}};
    scene.board = QStringLiteral("livable");
    scene.pictures = QStringList{QStringLiteral("a.png")};
    scene.captions = {{QStringLiteral("前"), QStringLiteral("Before")}};
    Figure figure;
    figure.code = QStringLiteral("LV-01");
    figure.frozen = Snapshot{84.25,
                             QStringLiteral("%"),
                             1,
                             QStringLiteral("2026"),
                             {QStringLiteral("源"), QStringLiteral("source")},
                             QStringLiteral("calc-1"),
                             Light::Watch,
                             true,
                             QDate(2026, 11, 20)};
    scene.figures = {figure};
    scene.seconds = 12;
    scene.transition = Transition::Flight;
    scene.key = QStringLiteral("n");
    return scene;
}

Briefing threeScenes()
{
    Briefing briefing;
    briefing.id = QStringLiteral("b");
    for (const char *id : {"one", "extra", "two", "three"}) {
        Scene scene;
        scene.id = QLatin1String(id);
        scene.key = scene.id == QLatin1String("extra") ? QStringLiteral("x") : QString();
        briefing.scenes.push_back(scene);
    }
    return briefing;
}

bool has(const Findings &findings, const char *code)
{
    return std::any_of(findings.begin(), findings.end(),
                       [code](const Finding &finding) { return finding.code == QLatin1String(code); });
}

/// Everything computed from one number.
indicators::Outcome outcomeOf(double value)
{
    const QJsonObject json{
        {QStringLiteral("code"), QStringLiteral("T-1")},
        {QStringLiteral("name"),
         QJsonObject{{QStringLiteral("zh"), QStringLiteral("甲")}, {QStringLiteral("en"), QStringLiteral("Test")}}},
        {QStringLiteral("formula"), QStringLiteral("a")},
        {QStringLiteral("unit"), QStringLiteral("%")},
        {QStringLiteral("inputs"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("a")},
                                                          {QStringLiteral("unit"), QStringLiteral("%")}}}}};
    const auto definition = indicators::Definition::fromJson(json);
    Q_ASSERT(definition);
    auto results = std::make_shared<indicators::Results>(std::make_shared<const indicators::AreaTree>());
    results->addDefinition(std::make_shared<const indicators::Definition>(*definition));
    indicators::Calculated calculated;
    calculated.code = QStringLiteral("T-1");
    calculated.area = results->areas().city();
    calculated.value = value;
    calculated.id = QStringLiteral("calc-") + QString::number(value);
    results->add(calculated);
    indicators::Outcome outcome;
    outcome.results = results;
    return outcome;
}

} // namespace

/// Scenes, figures and walls as values.
class TestBriefingDomain : public QObject
{
    Q_OBJECT
private slots:
    void aSceneComesBackFromItsDocument()
    {
        const Scene scene = fullScene();
        const QJsonObject json = toJson(scene);
        const Loaded<Scene> read = sceneFrom(scene.id, json);
        QVERIFY2(read.findings.empty(), read.findings.empty() ? "" : qPrintable(read.findings.front().message));
        QCOMPARE(toJson(read.value), json);
        QCOMPARE(read.value.figures.front().frozen->value, Quantity(84.25));
        QCOMPARE(read.value.grid.size(), std::size_t(4));
        QCOMPARE(panesOf(read.value).size(), std::size_t(4));
    }

    void unknownThingsAreFindingsAndTheRestIsRead()
    {
        QJsonObject json = toJson(fullScene());
        json.insert(QStringLiteral("hologram"), true);
        json.insert(QStringLiteral("layout"), QStringLiteral("sphere"));
        json.insert(QStringLiteral("time"), QStringLiteral("yesterday"));
        const Loaded<Scene> read = sceneFrom(QStringLiteral("a"), json);
        QVERIFY(has(read.findings, "unknown_member"));
        QVERIFY(has(read.findings, "unknown_value"));
        QVERIFY(has(read.findings, "bad_time"));
        QCOMPARE(read.value.title.en, QStringLiteral("Title"));
        QCOMPARE(read.value.layout, Layout::City);
    }

    void aMissingSceneIsNamedAndOthersKeepTheirOrder()
    {
        const Briefing briefing = threeScenes();
        QStringList keys;
        QHash<QString, QJsonObject> documents{{setKey(briefing.id), setToJson(briefing)}};
        for (const Scene &scene : briefing.scenes) {
            if (scene.id != QLatin1String("two")) {
                keys << sceneKey(briefing.id, scene.id);
                documents.insert(keys.back(), toJson(scene));
            }
        }
        const auto loaded =
            briefingFrom(briefing.id, keys, [&documents](const QString &key) { return documents.value(key); });
        QVERIFY(has(loaded.findings, "scene_missing"));
        QCOMPARE(loaded.value.scenes.size(), std::size_t(3));
        QCOMPARE(loaded.value.scenes.back().id, QStringLiteral("three"));
    }

    void theLineLeavesTheAppendixOut()
    {
        const Briefing briefing = threeScenes();
        QCOMPARE(briefing.line(), (std::vector<int>{0, 2, 3}));
        QCOMPARE(briefing.next(0), 2);
        QCOMPARE(briefing.next(1), 2); // back from the appendix
        QCOMPARE(briefing.next(3), 3);
        QCOMPARE(briefing.previous(2), 0);
        QCOMPARE(briefing.previous(0), 0);
        QCOMPARE(briefing.appendix(QStringLiteral("X")), 1);
        QCOMPARE(briefing.appendix(QStringLiteral("y")), -1);
        QCOMPARE(briefing.appendix({}), -1);
    }

    void frozenNumbersStayAndFreezingAnewTellsWhatChanged()
    {
        Briefing briefing = threeScenes();
        Figure figure;
        figure.code = QStringLiteral("T-1");
        briefing.scenes.front().figures = {figure};
        const QDate first(2026, 11, 1), second(2026, 11, 20);
        QVERIFY(!briefing.isFrozen());
        QVERIFY(freeze(briefing, outcomeOf(10), first).empty()); // nothing was frozen before
        QVERIFY(briefing.isFrozen());
        QCOMPARE(briefing.frozenOn(), first);
        const indicators::Outcome later = outcomeOf(12);
        const Shown stays = shown(briefing.scenes.front().figures.front(), &later, second);
        QCOMPARE(stays.snapshot.value, Quantity(10));
        QCOMPARE(stays.snapshot.date, first);
        const auto changes = freeze(briefing, later, second);
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes.front().before.value, Quantity(10));
        QCOMPARE(changes.front().after.value, Quantity(12));
        QVERIFY(freeze(briefing, later, second).empty());
        thaw(briefing);
        QCOMPARE(shown(briefing.scenes.front().figures.front(), &later, second).snapshot.value, Quantity(12));
    }

    void aGoneIndicatorIsSaidAndNoZero()
    {
        Figure figure;
        figure.code = QStringLiteral("T-9");
        const indicators::Outcome outcome = outcomeOf(1);
        const Shown gone = shown(figure, &outcome, {2026, 1, 1});
        QVERIFY(gone.isGone);
        QVERIFY(!gone.snapshot.value);
        QVERIFY(shown(figure, nullptr, {2026, 1, 1}).isGone);
        const Snapshot unknown = snapshotFrom(toJson(Snapshot()));
        QVERIFY(!unknown.value);
    }

    void wallsAreReadAndWrongOnesRefused()
    {
        const auto wall = Wall::fromText(QStringLiteral("3x3 bezel 8mm height 2.1 distance 8"));
        LOCI_VERIFY_RESULT(wall);
        QCOMPARE(wall->columns, 3);
        QCOMPARE(wall->bezelX, 0.008);
        QCOMPARE(wall->distance, 8.0);
        for (const char *wrong : {"three", "0x3", "3x99", "3x3 bezel 5000mm", "1x1 height 0", "1x1 distance 9000"}) {
            const auto refused = Wall::fromText(QLatin1String(wrong));
            QVERIFY2(!refused && refused.error().message.size() > 20, wrong);
        }
        const auto kept = Wall::fromJson(wall->toJson());
        LOCI_VERIFY_RESULT(kept);
        QVERIFY(*kept == *wall);
    }

    void tilesLeaveOutWhatLiesBehindTheFrames()
    {
        const auto wall = Wall::fromText(QStringLiteral("3x3 bezel 8mm height 2.116"));
        LOCI_VERIFY_RESULT(wall);
        const WallTiles tiles = wallTiles(*wall, {2560, 1440});
        QCOMPARE(tiles.tiles.size(), std::size_t(9));
        // 2.1 m shine over 4320 pixels: 8 mm are 16.46 pixels
        QCOMPARE(tiles.canvas, QSize(3 * 2560 + 2 * 16, 3 * 1440 + 2 * 16));
        QCOMPARE(tiles.tiles.at(4), QRect(2560 + 16, 1440 + 16, 2560, 1440));
        QCOMPARE(tiles.tiles.back().bottomRight(), QPoint(tiles.canvas.width() - 1, tiles.canvas.height() - 1));
    }

    void lettersFollowTheDistance()
    {
        Wall wall; // 1.7 m high, read from 6 m
        const LetterSizes near = letterSizes(wall, 1080);
        // a capital of 30 mm on 1.7 m of 1080 pixels
        QVERIFY(std::abs(near.text * 0.72 - 0.03 / 1.7 * 1080) < 0.01);
        QVERIFY(std::abs(near.number - 2 * near.text) < 0.01);
        wall.distance = 12;
        QVERIFY(std::abs(letterSizes(wall, 1080).text - 2 * near.text) < 0.01);
        QVERIFY(std::abs(letterSizes(wall, 2160).text - 4 * near.text) < 0.01);
    }
};

LOCI_TEST_CLASS(TestBriefingDomain)
#include "briefing_domaintest.moc"
