// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "app/cli/heritagecapture.h"
#include "layers/formats/modelreader.h"
#include "layers/workspace/heritage/preservation.h"
#include "layers/workspace/heritage/rebinding.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/support/testenvironment.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace loci;
using namespace loci::test;
using heritage::Binding;

namespace {
const QString kModel = QStringLiteral("hague");

QString hague()
{
    return sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
}

/// The file with other ids for everything, and without the objects of one building.
bool rename(const QString &to, const QString &without)
{
    QFile in(hague());
    QFile out(to);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly)) {
        return false;
    }
    QJsonObject json = QJsonDocument::fromJson(in.readAll()).object();
    const QJsonObject objects = json.value(QLatin1String("CityObjects")).toObject();
    QJsonObject renamed;
    const auto other = [](const QString &id) { return QStringLiteral("new-") + id; };
    for (auto it = objects.begin(); it != objects.end(); ++it) {
        QJsonObject object = it->toObject();
        const bool isGone =
            it.key() == without || object.value(QLatin1String("parents")).toArray().contains(QJsonValue(without));
        for (const char *relation : {"children", "parents"}) {
            QJsonArray ids;
            for (const auto &id : object.value(QLatin1String(relation)).toArray()) {
                ids.append(other(id.toString()));
            }
            if (!ids.isEmpty()) {
                object.insert(QLatin1String(relation), ids);
            }
        }
        if (!isGone) {
            renamed.insert(other(it.key()), object);
        }
    }
    json.insert(QStringLiteral("CityObjects"), renamed);
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return out.write(bytes) == bytes.size();
}

Binding bindingTo(const workspace::BindableModel &model, const city::Footprint &footprint)
{
    Binding binding;
    binding.model = kModel;
    binding.object = model.model->idOf(footprint.object);
    binding.state = QStringLiteral("bound");
    QStringList points;
    for (const Vec2 &point : footprint.polygons.front().front()) {
        points << QStringLiteral("%1 %2").arg(point.x, 0, 'f', 3).arg(point.y, 0, 'f', 3);
    }
    points << points.front();
    binding.footprint = QStringLiteral("POLYGON((%1))").arg(points.join(QLatin1Char(',')));
    binding.crs = model.model->crs.value();
    return binding;
}
} // namespace

class TestHeritageRebind : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void keepsByIdThenByGroundElseFlags();
    void commandBindsAgain();
    void fixityIsReportedAndKept();
    void trashKeepsForItsTime();

private:
    std::unique_ptr<HeritageFixture> m_town;
};

void TestHeritageRebind::init()
{
    m_town = std::make_unique<HeritageFixture>();
    QVERIFY(m_town->open());
}

void TestHeritageRebind::keepsByIdThenByGroundElseFlags()
{
    if (hague().isEmpty()) {
        QSKIP("the shared data is not here");
    }
    const auto loaded = formats::readModel(hague());
    LOCI_VERIFY_RESULT(loaded);
    workspace::BindableModel model{kModel, loaded->value, *city::footprints(*loaded->value)};
    std::vector<const city::Footprint *> simple;
    for (const city::Footprint &one : model.footprints) {
        if (one.polygons.size() == 1) {
            simple.push_back(&one);
        }
    }
    QVERIFY(simple.size() > 20);
    std::vector<heritage::Asset> assets;
    for (std::size_t i = 0; i < 10; ++i) {
        heritage::Asset asset = place(QStringLiteral("Pand %1").arg(i), 4.3, 52.07);
        asset.setParts<Binding>({bindingTo(model, *simple[i])});
        assets.push_back(asset);
    }
    Binding part = bindingTo(model, *simple[10]);
    part.surface = QStringLiteral("0/99999");
    heritage::Asset ofPart = place(QStringLiteral("Gevel"), 4.3, 52.07);
    ofPart.setParts<Binding>({part});
    assets.push_back(ofPart);
    const QDateTime now = QDateTime::currentDateTimeUtc();

    const auto same = workspace::planRebinding(assets, model, now);
    QCOMPARE(same.kept, 11);
    QCOMPARE(same.changed.size(), std::size_t(1)); // the surface that is not there
    QCOMPARE(same.findings.size(), std::size_t(1));
    QCOMPARE(same.findings[0].code, QStringLiteral("binding_surface_lost"));

    const QString gone = model.model->idOf(simple[0]->object);
    const QString file = m_town->folder.filePath(QStringLiteral("renamed.city.json"));
    QVERIFY(rename(file, gone));
    const auto other = formats::readModel(file);
    LOCI_VERIFY_RESULT(other);
    const workspace::BindableModel replaced{kModel, other->value, *city::footprints(*other->value)};
    const auto plan = workspace::planRebinding(assets, replaced, now);
    QCOMPARE(plan.kept, 0);
    QCOMPARE(plan.rebound, 10);
    QCOMPARE(plan.lost, 1);
    QCOMPARE(plan.changed.size(), std::size_t(11));
    QCOMPARE(plan.findings.size(), std::size_t(11));
    for (const heritage::Asset &changed : plan.changed) {
        const auto bindings = changed.parts<Binding>();
        QCOMPARE(bindings.size(), std::size_t(1)); // never dropped
        const auto before = std::find_if(assets.begin(), assets.end(),
                                         [&changed](const auto &one) { return one.id() == changed.id(); });
        const QString was = before->parts<Binding>().front().object;
        if (was == gone) {
            QCOMPARE(bindings[0].state, QStringLiteral("lost"));
            QCOMPARE(bindings[0].object, gone);
            QCOMPARE(bindings[0].rest.value(QLatin1String("unboundSince")).toString(),
                     now.date().toString(Qt::ISODate));
        } else {
            QCOMPARE(bindings[0].state, QStringLiteral("rebound"));
            QCOMPARE(bindings[0].object, QStringLiteral("new-") + was);
        }
    }
    // The old model comes back: what was lost is found by its id; what was bound again stays by its ground.
    const auto back = workspace::planRebinding(plan.changed, model, now.addDays(3));
    QCOMPARE(back.kept, 1);
    QCOMPARE(back.rebound, 10);
    QCOMPARE(back.lost, 0);
    // Nothing is lost twice, and the day stays.
    const auto again = workspace::planRebinding(plan.changed, replaced, now.addDays(3));
    QVERIFY(again.changed.empty());
    QCOMPARE(again.lost, 1);
    // Too strict a share flags instead of guessing.
    workspace::BindableModel shifted = replaced;
    for (city::Footprint &footprint : shifted.footprints) {
        for (auto &polygon : footprint.polygons) {
            for (auto &ring : polygon) {
                for (Vec2 &point : ring) {
                    point.x += 1'000;
                }
            }
        }
    }
    QCOMPARE(workspace::planRebinding(assets, shifted, now, 0.9).rebound, 0);
}

void TestHeritageRebind::commandBindsAgain()
{
    if (hague().isEmpty()) {
        QSKIP("the shared data is not here");
    }
    const auto loaded = formats::readModel(hague());
    LOCI_VERIFY_RESULT(loaded);
    const workspace::BindableModel model{kModel, loaded->value, *city::footprints(*loaded->value)};
    const auto chosen = std::find_if(model.footprints.begin(), model.footprints.end(),
                                     [](const city::Footprint &one) { return one.polygons.size() == 1; });
    heritage::Asset asset = place(QStringLiteral("Pand"), 4.3, 52.07);
    asset.setParts<Binding>({bindingTo(model, *chosen)});
    LOCI_VERIFY_RESULT(m_town->catalogue->put(asset, {}));
    const QString file = m_town->folder.filePath(QStringLiteral("renamed.city.json"));
    QVERIFY(rename(file, QString()));
    const QByteArray reference =
        QJsonDocument(QJsonObject{{QStringLiteral("id"), kModel}, {QStringLiteral("path"), file}}).toJson();
    LOCI_VERIFY_RESULT(m_town->workspace->commit(
        {QStringLiteral("Model"), {{QStringLiteral("city/model/") + kModel, {}, reference}}}));
    m_town->close();
    cli::Call call;
    call.arguments = {m_town->path};
    call.options.insert(QStringLiteral("model"), kModel);
    call.options.insert(QStringLiteral("dry-run"), {});
    const auto dry = cli::heritageRebindCommand().run(call);
    LOCI_VERIFY_RESULT(dry);
    QCOMPARE(dry->json.value(QLatin1String("rebound")).toInt(), 1);
    QCOMPARE(dry->json.value(QLatin1String("written")).toInt(), 0);
    call.options.remove(QStringLiteral("dry-run"));
    const auto done = cli::heritageRebindCommand().run(call);
    LOCI_VERIFY_RESULT(done);
    QCOMPARE(done->json.value(QLatin1String("written")).toInt(), 1);
    QVERIFY(m_town->open());
    QCOMPARE(m_town->catalogue->asset(asset.id())->parts<Binding>().front().state, QStringLiteral("rebound"));
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QCOMPARE(m_town->catalogue->asset(asset.id())->parts<Binding>().front().state, QStringLiteral("bound"));
    call.options.insert(QStringLiteral("model"), QStringLiteral("nowhere"));
    QVERIFY(!cli::heritageRebindCommand().run(call));
}

void TestHeritageRebind::fixityIsReportedAndKept()
{
    QVERIFY(!workspace::isFixityDue(*m_town->workspace));
    std::vector<storage::heritage::MediumFacts> media;
    for (const char *content : {"one", "two", "three"}) {
        media.push_back(*m_town->catalogue->media().importBytes(content, QStringLiteral("a.txt")));
    }
    LOCI_VERIFY_RESULT(m_town->catalogue->putAll({}, {}, media, {}, QStringLiteral("Add")));
    QVERIFY(workspace::isFixityDue(*m_town->workspace));
    const auto folder = m_town->catalogue->media();
    QVERIFY(QFile::setPermissions(folder.pathOf(media[0].sha256), QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QFile file(folder.pathOf(media[0].sha256));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("eno") == 3);
    file.close();
    QVERIFY(QFile::remove(folder.pathOf(media[1].sha256)));
    LOCI_VERIFY_RESULT(folder.trash(media[2].sha256, QDateTime::currentDateTimeUtc()));
    const auto report =
        workspace::checkFixity(folder, workspace::mediaHashes(*m_town->workspace), QDateTime::currentDateTimeUtc());
    QCOMPARE(report.files, 3);
    QCOMPARE(report.restored, 1);
    QCOMPARE(report.findings.size(), std::size_t(2));
    workspace::keepFixityReport(*m_town->workspace, report);
    QVERIFY(m_town->open());
    const auto kept = workspace::lastFixityReport(*m_town->workspace);
    QVERIFY(kept);
    QCOMPARE(kept->json(), report.json());
    QVERIFY(!workspace::isFixityDue(*m_town->workspace));
}

void TestHeritageRebind::trashKeepsForItsTime()
{
    const auto medium = m_town->catalogue->media().importBytes("picture", QStringLiteral("a.txt"));
    LOCI_VERIFY_RESULT(medium);
    heritage::MediaUse use;
    use.sha256 = medium->sha256;
    heritage::Asset old = place(QStringLiteral("旧"), 120, 31);
    old.setParts<heritage::MediaUse>({use});
    const heritage::Asset young = place(QStringLiteral("新"), 120, 31);
    LOCI_VERIFY_RESULT(m_town->catalogue->putAll({old, young}, {}, {*medium}, {}, QStringLiteral("Add")));
    LOCI_VERIFY_RESULT(m_town->catalogue->trash({old.id()}, {}));
    QCOMPARE(workspace::trashDays(*m_town->workspace), 365);
    LOCI_VERIFY_RESULT(workspace::setTrashDays(*m_town->catalogue, *m_town->workspace, 30));
    QVERIFY(!workspace::setTrashDays(*m_town->catalogue, *m_town->workspace, 0));
    m_town->close();

    class Later final : public Clock
    {
    public:
        QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addDays(days); }
        int days = 20;
    } later;
    const auto open = [&] {
        auto opened = workspace::Workspace::open(m_town->path, workspace::Access::ReadWrite, &later);
        m_town->workspace = std::move(*opened);
        m_town->catalogue = std::make_unique<workspace::Catalogue>(*m_town->workspace);
        m_town->catalogue->setPerson(QStringLiteral("anna"));
    };
    open();
    LOCI_VERIFY_RESULT(m_town->catalogue->trash({young.id()}, {}));
    auto report = workspace::emptyTrash(*m_town->catalogue, *m_town->workspace);
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->records, 0);
    QCOMPARE(report->waiting, 2);
    later.days = 40;
    report = workspace::emptyTrash(*m_town->catalogue, *m_town->workspace);
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->records, 1);
    QCOMPARE(report->waiting, 1);
    QCOMPARE(report->files, 1);
    QCOMPARE(report->purged, 0);
    QVERIFY(!m_town->catalogue->asset(old.id()));
    QVERIFY(!m_town->catalogue->media().contains(medium->sha256));
    QVERIFY(m_town->workspace->heritage().verifyChain()->isIntact);
    // Undo brings the record back, and the next check its file.
    LOCI_VERIFY_RESULT(m_town->workspace->undo());
    QVERIFY(m_town->catalogue->asset(old.id()));
    const auto mended =
        workspace::checkFixity(m_town->catalogue->media(), workspace::mediaHashes(*m_town->workspace), later.nowUtc());
    QCOMPARE(mended.restored, 1);
    QVERIFY(mended.findings.empty());
    LOCI_VERIFY_RESULT(workspace::emptyTrash(*m_town->catalogue, *m_town->workspace));
    later.days = 80; // the file was in the trash for the whole time, too
    report = workspace::emptyTrash(*m_town->catalogue, *m_town->workspace);
    LOCI_VERIFY_RESULT(report);
    QCOMPARE(report->purged, 1);
    m_town->close(); // before the clock goes
}

LOCI_TEST_CLASS(TestHeritageRebind)
#include "heritage_rebindtest.moc"
