// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "app/cli/heritagecapture.h"
#include "layers/domain/heritage/recordmerge.h"
#include "layers/formats/heritage/capturebundle.h"
#include "layers/workspace/heritage/capture.h"
#include "tests/storage/heritage_fixture.h"

#include <QDirIterator>
#include <QImage>
#include <QJsonArray>
#include <QTest>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

using namespace loci;
using namespace loci::test;
using workspace::mergeBundle;
using workspace::MergeReport;
using workspace::pendingConflicts;
using workspace::TakeSide;
using workspace::writeBundle;

namespace {
/// What a field tool does to the file; ":id" is the garden's.
bool edit(const QString &bundle, const QList<QByteArray> &statements, const QByteArray &id = {})
{
    GDALAllRegister();
    auto *data = static_cast<GDALDataset *>(
        GDALOpenEx(bundle.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
    if (!data) {
        return false;
    }
    CPLErrorReset();
    for (QByteArray sql : statements) {
        sql.replace(":id", id);
        data->ReleaseResultSet(data->ExecuteSQL(sql.constData(), nullptr, nullptr));
    }
    const bool isDone = CPLGetLastErrorType() < CE_Failure;
    GDALClose(data);
    return isDone;
}

bool overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class TestHeritageBundle : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void mergesByField();
    void keepsBothSidesOfAList();
    void bringsBackWhatWasDoneInTheField();
    void changesNothingTheSecondTime();
    void conflictsWaitForAPerson();
    void undoTakesBackADecision();
    void takesASideWhenTold();
    void mediaGoOnlyWhenConfirmed();
    void refusesWhatIsNoBundle();
    void readsNothingOutsideItsFolder();
    void opensWithFormsElsewhere();
    void commandsSayWhatHappened();

private:
    bool bundleOut();
    MergeReport merged(TakeSide side = TakeSide::Ask);
    std::unique_ptr<HeritageFixture> m_town;
    heritage::Asset m_garden;
    QString m_bundle, m_photograph;
};

void TestHeritageBundle::init()
{
    m_town = std::make_unique<HeritageFixture>();
    QVERIFY(m_town->open());
    m_bundle = m_town->folder.filePath(QStringLiteral("out/B.gpkg"));
    QVERIFY(QDir(m_town->folder.path()).mkpath(QStringLiteral("out")));
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    const QString file = m_town->folder.filePath(QStringLiteral("gate.png"));
    QVERIFY(picture.save(file));
    const auto medium = m_town->catalogue->media().import(file);
    LOCI_VERIFY_RESULT(medium);
    m_photograph = medium->sha256;
    m_garden = place(QStringLiteral("拙政园"), 120.63, 31.325);
    m_garden.set(QStringLiteral("/address"), QStringLiteral("东北街178号"));
    m_garden.set(QStringLiteral("/surveys/0"), QJsonObject{{QStringLiteral("id"), heritage::newId()},
                                                           {QStringLiteral("date"), QStringLiteral("2020")},
                                                           {QStringLiteral("condition"), QStringLiteral("good")}});
    heritage::MediaUse use;
    use.sha256 = medium->sha256;
    use.role = QStringLiteral("photograph");
    m_garden.setParts<heritage::MediaUse>({use});
    LOCI_VERIFY_RESULT(m_town->catalogue->putAll({m_garden}, {square(m_garden.id(), 120.6, 31.3, 0.05)}, {*medium}, {},
                                                 QStringLiteral("New")));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(place(QStringLiteral("北寺塔"), 120.61, 31.32), {}));
    m_garden = *m_town->catalogue->asset(m_garden.id());
}

bool TestHeritageBundle::bundleOut()
{
    const auto report = writeBundle(*m_town->catalogue, *m_town->workspace, {}, {}, m_bundle);
    if (!report) {
        qWarning("%s %s", qPrintable(report.error().message), qPrintable(report.error().detail));
    }
    return report && report->records == 2 && report->zones == 1 && report->media == 1 && report->withheld == 0;
}

MergeReport TestHeritageBundle::merged(TakeSide side)
{
    auto report = mergeBundle(*m_town->catalogue, *m_town->workspace, m_bundle, side, QStringLiteral("back"));
    if (!report) {
        qWarning("%s %s", qPrintable(report.error().message), qPrintable(report.error().detail));
        MergeReport nothing;
        nothing.unchanged = -1;
        return nothing;
    }
    for (const Finding &finding : report->findings) {
        qInfo("%s %s", qPrintable(finding.code), qPrintable(finding.message));
    }
    return std::move(*report);
}

void TestHeritageBundle::mergesByField()
{
    const QJsonObject base{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}, {QStringLiteral("c"), 1}};
    const QJsonObject mine{{QStringLiteral("a"), 2}, {QStringLiteral("b"), 1}, {QStringLiteral("c"), 2}};
    const QJsonObject theirs{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 3}, {QStringLiteral("c"), 4}};
    const auto outcome = heritage::mergedRecord(base, mine, theirs);
    QCOMPARE(outcome.merged.value(QLatin1String("a")).toInt(), 2);
    QCOMPARE(outcome.merged.value(QLatin1String("b")).toInt(), 3);
    QCOMPARE(outcome.merged.value(QLatin1String("c")).toInt(), 2);
    QCOMPARE(outcome.conflicts.size(), std::size_t(1));
    QCOMPARE(outcome.conflicts.front().path, QStringLiteral("/c"));
    QCOMPARE(outcome.conflicts.front().theirs.toInt(), 4);
    const auto taken = heritage::withMergeField(outcome.merged, QStringLiteral("/c"), 4).toObject();
    QCOMPARE(taken.value(QLatin1String("c")).toInt(), 4);
    // Gone on one side and changed on the other is a conflict, too.
    const auto gone =
        heritage::mergedRecord(base, {{QStringLiteral("b"), 1}, {QStringLiteral("c"), 1}},
                               {{QStringLiteral("a"), 5}, {QStringLiteral("b"), 1}, {QStringLiteral("c"), 1}});
    QCOMPARE(gone.conflicts.size(), std::size_t(1));
    QVERIFY(gone.conflicts.front().mine.isUndefined());
}

void TestHeritageBundle::keepsBothSidesOfAList()
{
    const auto item = [](const char *id, int value) {
        return QJsonObject{{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("v"), value}};
    };
    const auto list = [](const QJsonArray &items) { return QJsonObject{{QStringLiteral("surveys"), items}}; };
    const auto base = list({item("a", 1), item("b", 1)});
    const auto mine = list({item("a", 2), item("b", 1), item("m", 1)});
    const auto theirs = list({item("a", 1), item("t", 1)});
    const auto one = heritage::mergedRecord(base, mine, theirs);
    const auto other = heritage::mergedRecord(base, theirs, mine);
    QVERIFY(one.conflicts.empty());
    QCOMPARE(one.merged, other.merged);
    QCOMPARE(one.merged, list({item("a", 2), item("m", 1), item("t", 1)}));
    const auto clash =
        heritage::mergedRecord(base, list({item("a", 2), item("b", 1)}), list({item("a", 3), item("b", 1)}));
    QCOMPARE(clash.conflicts.size(), std::size_t(1));
    QCOMPARE(clash.conflicts.front().path, QStringLiteral("/surveys/id=a/v"));
    QCOMPARE(heritage::withMergeField(clash.merged, clash.conflicts.front().path, 3).toObject(),
             list({item("a", 3), item("b", 1)}));
    const QJsonObject shapes{{QStringLiteral("geometries"), QJsonArray{QJsonObject{{QStringLiteral("wkt"), 1}}}}};
    const QJsonObject moved{{QStringLiteral("geometries"), QJsonArray{QJsonObject{{QStringLiteral("wkt"), 2}}}}};
    const QJsonObject shifted{{QStringLiteral("geometries"), QJsonArray{QJsonObject{{QStringLiteral("wkt"), 3}}}}};
    QCOMPARE(heritage::mergedRecord(shapes, moved, shifted).conflicts.size(), std::size_t(1));
}

void TestHeritageBundle::bringsBackWhatWasDoneInTheField()
{
    QVERIFY(bundleOut());
    QImage picture(30, 40, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(picture.save(m_town->folder.filePath(QStringLiteral("out/new.png"))));
    QVERIFY(edit(m_bundle,
                 {"UPDATE places_point SET level = '1' WHERE uuid = ':id'",
                  "UPDATE places_point SET geom = (SELECT geom FROM places_point WHERE uuid <> ':id') "
                  "WHERE uuid = ':id'",
                  "INSERT INTO surveys (place, date, condition) VALUES (':id', '2026-05', 'poor')",
                  "INSERT INTO photographs (place, file, caption) VALUES (':id', 'new.png', '西墙')",
                  "INSERT INTO places_point (name_zh, geom) SELECT '井', geom FROM places_point LIMIT 1",
                  "UPDATE zones SET maxHeight = '18' WHERE loci_row = '1'"},
                 m_garden.id().toUtf8()));
    // Meanwhile in the office:
    heritage::Asset office = m_garden;
    office.set(QStringLiteral("/address"), QStringLiteral("东北街 178 号"));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(office, {}));

    const MergeReport report = merged();
    QCOMPARE(report.conflicts, 0);
    QCOMPARE(report.created, 1);
    QCOMPARE(report.merged, 1);
    QCOMPARE(report.taken, 1); // the zone
    QCOMPARE(report.unchanged, 1);
    QCOMPARE(report.media, 1);
    const auto now = m_town->catalogue->asset(m_garden.id());
    QVERIFY(now);
    QCOMPARE(now->text(QStringLiteral("/level")), QStringLiteral("1"));
    QCOMPARE(now->text(QStringLiteral("/address")), QStringLiteral("东北街 178 号"));
    QCOMPARE(now->text(QStringLiteral("/geometries/0/wkt")), QStringLiteral("POINT (120.61 31.32)"));
    const auto surveys = now->parts<heritage::Survey>();
    QCOMPARE(surveys.size(), std::size_t(2));
    QVERIFY(!surveys[0].id.isEmpty() && !surveys[1].id.isEmpty());
    const auto media = now->parts<heritage::MediaUse>();
    QCOMPARE(media.size(), std::size_t(2));
    QVERIFY(m_town->catalogue->media().contains(media[0].sha256) &&
            m_town->catalogue->media().contains(media[1].sha256));
    const auto zones = m_town->workspace->keys(QStringLiteral("heritage/zone/"));
    const auto zone = m_town->catalogue->zone(zones.value(0).section(QLatin1Char('/'), -1));
    QVERIFY(zone);
    QCOMPARE(zone->parts<heritage::ZoneVersion>()[1].maxHeight.value_or(0), 18.0);
    QCOMPARE(m_town->catalogue->store().assetCount().value_or(0), 3);
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QCOMPARE(m_town->catalogue->asset(m_garden.id())->json(), m_town->catalogue->asset(office.id())->json());
    QCOMPARE(m_town->catalogue->store().assetCount().value_or(0), 2);
}

void TestHeritageBundle::changesNothingTheSecondTime()
{
    QVERIFY(bundleOut());
    QCOMPARE(merged().unchanged, 3); // as it went out
    QVERIFY(edit(m_bundle, {"UPDATE places_point SET address = '院内' WHERE name_zh = '拙政园'",
                            "INSERT INTO places_point (name_zh) VALUES ('井')"}));
    heritage::Asset office = m_garden;
    office.set(QStringLiteral("/address"), QStringLiteral("东北街"));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(office, {}));
    QCOMPARE(merged().conflicts, 1);
    const auto entries = m_town->workspace->heritage().verifyChain()->entries;
    const MergeReport again = merged();
    QCOMPARE(again.conflicts, 0);
    QCOMPARE(again.created + again.taken + again.merged, 0);
    QCOMPARE(m_town->workspace->heritage().verifyChain()->entries, entries);
    QCOMPARE(pendingConflicts(*m_town->catalogue, *m_town->workspace).size(), std::size_t(1));
}

void TestHeritageBundle::conflictsWaitForAPerson()
{
    QVERIFY(bundleOut());
    QVERIFY(edit(m_bundle, {"UPDATE places_point SET address = '院内', grade = 'I' WHERE name_zh = '拙政园'"}));
    heritage::Asset office = m_garden;
    office.set(QStringLiteral("/address"), QStringLiteral("东北街"));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(office, {}));
    QCOMPARE(merged().conflicts, 1);
    QCOMPARE(m_town->catalogue->asset(m_garden.id())->text(QStringLiteral("/address")), QStringLiteral("东北街"));
    QCOMPARE(m_town->catalogue->asset(m_garden.id())->text(QStringLiteral("/grade")), QStringLiteral("I"));
    QVERIFY(m_town->open()); // they outlive the program
    const auto waiting = pendingConflicts(*m_town->catalogue, *m_town->workspace);
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0].field.path, QStringLiteral("/address"));
    QCOMPARE(waiting[0].field.base.toString(), QStringLiteral("东北街178号"));
    QCOMPARE(waiting[0].field.mine.toString(), QStringLiteral("东北街"));
    QCOMPARE(waiting[0].field.theirs.toString(), QStringLiteral("院内"));
    LOCI_VERIFY_RESULT(workspace::decideConflict(*m_town->catalogue, *m_town->workspace, waiting[0], TakeSide::Theirs,
                                                 QStringLiteral("seen")));
    QCOMPARE(m_town->catalogue->asset(m_garden.id())->text(QStringLiteral("/address")), QStringLiteral("院内"));
    QVERIFY(pendingConflicts(*m_town->catalogue, *m_town->workspace).empty());
    QVERIFY(!workspace::decideConflict(*m_town->catalogue, *m_town->workspace, waiting[0], TakeSide::Ours, {}));
    QCOMPARE(merged().unchanged, 3);
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
}

void TestHeritageBundle::undoTakesBackADecision()
{
    QVERIFY(bundleOut());
    QVERIFY(edit(m_bundle, {"UPDATE places_point SET address = '院内' WHERE name_zh = '拙政园'"}));
    heritage::Asset office = m_garden;
    office.set(QStringLiteral("/address"), QStringLiteral("东北街"));
    LOCI_VERIFY_RESULT(m_town->catalogue->put(office, {}));
    QCOMPARE(merged().conflicts, 1);
    const auto waiting = pendingConflicts(*m_town->catalogue, *m_town->workspace);
    LOCI_VERIFY_RESULT(
        workspace::decideConflict(*m_town->catalogue, *m_town->workspace, waiting.at(0), TakeSide::Ours, {}));
    QVERIFY(pendingConflicts(*m_town->catalogue, *m_town->workspace).empty());
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QCOMPARE(pendingConflicts(*m_town->catalogue, *m_town->workspace).size(), std::size_t(1));
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QVERIFY(pendingConflicts(*m_town->catalogue, *m_town->workspace).empty());
    QCOMPARE(merged().conflicts, 1); // an undone merge can be done again
}

void TestHeritageBundle::takesASideWhenTold()
{
    for (const TakeSide side : {TakeSide::Theirs, TakeSide::Ours}) {
        init();
        QVERIFY(bundleOut());
        QVERIFY(edit(m_bundle, {"UPDATE places_point SET address = '院内' WHERE name_zh = '拙政园'"}));
        heritage::Asset office = m_garden;
        office.set(QStringLiteral("/address"), QStringLiteral("东北街"));
        LOCI_VERIFY_RESULT(m_town->catalogue->put(office, {}));
        const MergeReport report = merged(side);
        QCOMPARE(report.decided, 1);
        QCOMPARE(report.conflicts, 0);
        QCOMPARE(m_town->catalogue->asset(m_garden.id())->text(QStringLiteral("/address")),
                 side == TakeSide::Theirs ? QStringLiteral("院内") : QStringLiteral("东北街"));
        QVERIFY(pendingConflicts(*m_town->catalogue, *m_town->workspace).empty());
    }
}

void TestHeritageBundle::mediaGoOnlyWhenConfirmed()
{
    QVERIFY(bundleOut());
    const QString folder = formats::bundleMediaFolder(m_bundle);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
    const QString kept = m_town->catalogue->media().pathOf(m_photograph);
    QVERIFY(QFile::setPermissions(kept, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QVERIFY(overwrite(kept, "rubbish"));
    QCOMPARE(*workspace::releaseMedia(*m_town->catalogue, m_bundle), 0);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
    // The bundle's copy mends the damaged one when something about the record came back.
    QVERIFY(edit(m_bundle, {"UPDATE photographs SET caption = '门'"}));
    const MergeReport report = merged();
    QCOMPARE(report.media, 1);
    QCOMPARE(report.confirmed, QStringList(m_photograph));
    QCOMPARE(*workspace::releaseMedia(*m_town->catalogue, m_bundle), 1);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 0);
    QVERIFY(m_town->catalogue->checkMedia().empty());
}

void TestHeritageBundle::refusesWhatIsNoBundle()
{
    QVERIFY(bundleOut());
    const QByteArray good = bytesOf(m_bundle);
    const auto refused = [this] {
        const auto result = mergeBundle(*m_town->catalogue, *m_town->workspace, m_bundle, TakeSide::Ask, {});
        return !result && !result.error().message.isEmpty();
    };
    QVERIFY(overwrite(m_bundle, "no GeoPackage"));
    QVERIFY(refused());
    QVERIFY(overwrite(m_bundle, good.left(good.size() / 2)));
    QVERIFY(refused());
    for (const qsizetype at : {good.size() / 5, good.size() / 3, good.size() / 2}) {
        QByteArray bad = good;
        std::fill_n(bad.begin() + at, 4096, 'x');
        QVERIFY(overwrite(m_bundle, bad));
        (void)mergeBundle(*m_town->catalogue, *m_town->workspace, m_bundle, TakeSide::Ask, {}); // no crash
    }
    QVERIFY(overwrite(m_bundle, good));
    QVERIFY(edit(m_bundle, {"UPDATE loci_base SET document = replace(document, '拙', '捉')"}));
    QVERIFY(refused());
    QVERIFY(overwrite(m_bundle, good));
    QVERIFY(edit(m_bundle, {"DROP TABLE loci_base"}));
    QVERIFY(refused());
    HeritageFixture other;
    QVERIFY(other.open());
    LOCI_VERIFY_RESULT(other.catalogue->put(place(QStringLiteral("塔"), 1, 1), {}));
    QVERIFY(overwrite(m_bundle, good));
    const auto foreign = mergeBundle(*other.catalogue, *other.workspace, m_bundle, TakeSide::Theirs, {});
    QVERIFY(!foreign && foreign.error().message.contains(QStringLiteral("another catalogue")));
    QVERIFY(!mergeBundle(*m_town->catalogue, *m_town->workspace, QStringLiteral("/nowhere.gpkg"), TakeSide::Ask, {}));
    QCOMPARE(merged().unchanged, 3);
}

void TestHeritageBundle::readsNothingOutsideItsFolder()
{
    QVERIFY(bundleOut());
    QVERIFY(QFile::link(m_town->folder.filePath(QStringLiteral("gate.png")),
                        m_town->folder.filePath(QStringLiteral("out/link.png"))));
    QList<QByteArray> statements;
    for (const char *path : {"../gate.png", "/etc/hostname", "link.png", "file:///etc/hostname", "..\\gate.png"}) {
        QByteArray statement("INSERT INTO photographs (place, file) VALUES (':id', ':path')");
        statements << statement.replace(":path", path);
    }
    QVERIFY(edit(m_bundle, statements, m_garden.id().toUtf8()));
    const MergeReport report = merged();
    QCOMPARE(report.unchanged, 3);
    QCOMPARE(report.media, 0);
    QCOMPARE(m_town->catalogue->asset(m_garden.id())->parts<heritage::MediaUse>().size(), std::size_t(1));
    QVERIFY(std::any_of(report.findings.begin(), report.findings.end(),
                        [](const Finding &finding) { return finding.code == QLatin1String("bundle_file_outside"); }));
}

void TestHeritageBundle::opensWithFormsElsewhere()
{
    QVERIFY(bundleOut());
    auto *data = static_cast<GDALDataset *>(
        GDALOpenEx(m_bundle.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    QVERIFY(data);
    OGRLayer *places = data->GetLayerByName("places_point");
    QVERIFY(places && places->GetFeatureCount() == 2 && places->GetGeomType() == wkbPoint);
    const OGRFieldDefn *level = places->GetLayerDefn()->GetFieldDefn(places->GetLayerDefn()->GetFieldIndex("level"));
    QVERIFY(level);
    const OGRFieldDomain *domain = data->GetFieldDomain(level->GetDomainName());
    QVERIFY(domain && domain->GetDomainType() == OFDT_CODED);
    OGRLayer *styles = data->GetLayerByName("layer_styles");
    QVERIFY(styles && styles->GetFeatureCount() == 6);
    bool hasForm = false;
    bool hasLabel = false;
    for (const auto &style : styles) {
        const QByteArray qml = style->GetFieldAsString("styleQML");
        hasForm = hasForm || qml.contains("ExternalResource");
        hasLabel = hasLabel || qml.contains("<alias field=\"level\" name=\"Protection level\"/>");
    }
    QVERIFY(hasForm && hasLabel);
    GDALClose(data);
}

void TestHeritageBundle::commandsSayWhatHappened()
{
    m_town->close();
    cli::Call call;
    call.arguments = {m_town->path};
    call.options.insert(QStringLiteral("out"), m_bundle);
    const auto out = cli::heritageBundleCommand().run(call);
    LOCI_VERIFY_RESULT(out);
    QCOMPARE(out->json.value(QLatin1String("records")).toInt(), 2);
    QVERIFY(edit(m_bundle, {"UPDATE places_point SET address = '院内' WHERE name_zh = '拙政园'"}));
    cli::Call merge;
    merge.arguments = {m_town->path, m_bundle};
    merge.options.insert(QStringLiteral("release"), {});
    const auto done = cli::heritageMergeCommand().run(merge);
    LOCI_VERIFY_RESULT(done);
    QCOMPARE(done->json.value(QLatin1String("taken")).toInt(), 1);
    QCOMPARE(done->json.value(QLatin1String("released")).toInt(), 1);
    QVERIFY(done->json.value(QLatin1String("conflicts")).toArray().isEmpty());
    merge.options.insert(QStringLiteral("take"), QStringLiteral("both"));
    QVERIFY(!cli::heritageMergeCommand().run(merge));
    cli::Call conflicts;
    conflicts.arguments = {m_town->path};
    QVERIFY(cli::heritageConflictsCommand().run(conflicts));
}

LOCI_TEST_CLASS(TestHeritageBundle)
#include "heritage_bundletest.moc"
