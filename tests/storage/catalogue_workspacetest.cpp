// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/clock.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/indicatorstore.h"
#include "layers/workspace/catalogue/datacatalogue.h"
#include "layers/workspace/contracts/deliverystore.h"
#include "layers/workspace/sidefiles.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace loci;
using namespace loci::catalogue;
using workspace::DataCatalogue;

namespace {

const QString kWells = QStringLiteral("map/layer/wells");
const QString kTaps = QStringLiteral("map/layer/taps");
const QString kRain = QStringLiteral("feed/rain");
const QString kIndicator = QStringLiteral("indicator/def/LV-01");

const Entry *find(const std::vector<Entry> &entries, const QString &id)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&id](const Entry &one) { return one.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

QByteArray layerXml(const char *name, const char *file, const char *geometry)
{
    return QByteArray(R"(<maplayer type="vector" geometry=")") + geometry + R"("><id>x</id><datasource>)" + file +
           R"(|layername=main</datasource><layername>)" + name +
           R"(</layername><srs><spatialrefsys><authid>EPSG:4548</authid></spatialrefsys></srs><provider encoding="UTF-8">ogr</provider>
           <resourceMetadata><abstract>Old wells</abstract></resourceMetadata></maplayer>)";
}

Description said(const char *department, Sharing sharing)
{
    Description made;
    made.department = {QString(), QString::fromUtf8(department)};
    made.sharing = sharing;
    made.basis = sharing == Sharing::NotShared ? QStringLiteral("State secrets law") : QString();
    return made;
}

} // namespace

class TestCatalogueWorkspace : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void listsWhatTheWorkspaceHolds();
    void readsUpdatesOfFilesStreamsAndIndicators();
    void takesWhatTheOwnerSays();
    void letsOnlyTheOwnerDescribe();
    void withholdsFromOthers();
    void showsNobodyMoreThanTheShowingPersonSees();
    void recordsRequestAndGrantInTheAudit();
    void keepsARevokedGrantRevoked();
    void refusesRequestsThatMakeNoSense();
    void changesNothingInAReadOnlyWorkspace();
    void takesADeliveryInOneStep();
    void changesNothingWhenADeliveryCannotBeTaken();

private:
    DataCatalogue as(const char *person)
    {
        DataCatalogue catalogue(*m_workspace);
        catalogue.setPerson(QString::fromUtf8(person));
        return catalogue;
    }
    void put(const QString &key, const QByteArray &bytes)
    {
        LOCI_VERIFY_RESULT(m_workspace->commit({QStringLiteral("Put"), {{key, {}, bytes}}}));
    }
    void assign();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
};

void TestCatalogueWorkspace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = workspace::Workspace::create(m_folder->filePath(QStringLiteral("city.loci")));
    LOCI_VERIFY_RESULT(made);
    m_workspace = std::move(*made);
    put(kWells, layerXml("Wells", "wells.gpkg", "Point"));
    put(kTaps, layerXml("Taps", "taps.gpkg", "No geometry"));
    put(QStringLiteral("city/model/town"), R"({"id":"town","name":"Town","path":"town.city.json"})");
    put(kRain, R"({"id":"rain","names":{"zh":"雨量","en":"Rain"},"transport":"http","format":"json",
        "address":"http://example.org/rain?key=abc","cadenceSeconds":600,"mapping":{"value":"/v"},"sharing":"public"})");
    put(kIndicator, R"({"code":"LV-01","name":{"zh":"覆盖率","en":"Coverage"},"formula":"a","unit":"person",
        "department":{"zh":"园林局","en":"Parks"},"cadence":"P1Y","inputs":[{"name":"a","unit":"person",
        "from":{"kind":"table","source":"census.csv","measure":"sum","field":"people"}}]})");
}

void TestCatalogueWorkspace::cleanup()
{
    m_workspace.reset();
    m_folder.reset();
}

void TestCatalogueWorkspace::assign()
{
    Offices offices;
    offices.departments = {{QStringLiteral("lin"), QStringLiteral("Health")},
                           {QStringLiteral("wu"), QStringLiteral("Water")}};
    offices.stewards = QStringList{QStringLiteral("anna")};
    DataCatalogue steward = as("anna");
    LOCI_VERIFY_RESULT(steward.describe(kWells, said("Water", Sharing::Conditional), QStringLiteral("Agreed")));
    LOCI_VERIFY_RESULT(steward.describe(kTaps, said("Water", Sharing::NotShared), QStringLiteral("Agreed")));
    LOCI_VERIFY_RESULT(steward.setOffices(offices, QStringLiteral("New year")));
}

void TestCatalogueWorkspace::listsWhatTheWorkspaceHolds()
{
    const auto entries = as("anna").entries();
    QCOMPARE(entries.size(), std::size_t(6)); // with the table that the indicator stands on
    const Entry *wells = find(entries, kWells);
    QVERIFY(wells != nullptr);
    QCOMPARE(wells->kind, Kind::Layer);
    QCOMPARE(wells->said.title.en, QStringLiteral("Wells"));
    QCOMPARE(wells->said.text.en, QStringLiteral("Old wells"));
    QCOMPARE(wells->crs, QStringLiteral("EPSG:4548"));
    QCOMPARE(wells->table, QStringLiteral("main"));
    QCOMPARE(find(entries, kTaps)->kind, Kind::Table);
    QCOMPARE(find(entries, QStringLiteral("city/model/town"))->kind, Kind::Model);
    const Entry *indicator = find(entries, kIndicator);
    QVERIFY(indicator != nullptr);
    QCOMPARE(indicator->said.department.en, QStringLiteral("Parks"));
    QCOMPARE(indicator->madeFrom, QStringList{QStringLiteral("table/census.csv")});
    QVERIFY(find(entries, QStringLiteral("table/census.csv")) != nullptr);
    const Entry *rain = find(entries, kRain);
    QVERIFY(rain != nullptr);
    QCOMPARE(rain->said.sharing, Sharing::Unconditional);
    QVERIFY(!rain->source.contains(QStringLiteral("abc"))); // keys of addresses stay at home
}

void TestCatalogueWorkspace::readsUpdatesOfFilesStreamsAndIndicators()
{
    QVERIFY(!find(as("anna").entries(), kWells)->updated.isValid()); // the file is not there
    QFile file(m_folder->filePath(QStringLiteral("wells.gpkg")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QDateTime moment(QDate(2026, 11, 20), QTime(6, 0), Qt::UTC);
    {
        auto store = storage::ObservationStore::open(workspace::observationsFile(m_workspace->path()));
        LOCI_VERIFY_RESULT(store);
        feeds::StreamDescription stream;
        stream.id = QStringLiteral("rain/1");
        stream.feed = QStringLiteral("rain");
        LOCI_VERIFY_RESULT((*store)->describe({stream}));
        feeds::Observation seen;
        seen.stream = stream.id;
        seen.phenomenon = moment.toMSecsSinceEpoch();
        seen.arrival = seen.phenomenon;
        seen.value = 3.5;
        LOCI_VERIFY_RESULT((*store)->append({seen}));
    }
    storage::IndicatorRow row;
    row.code = QStringLiteral("LV-01");
    row.area = QStringLiteral("1");
    row.quality = QStringLiteral("unknown");
    row.computed = moment;
    row.calculation = QStringLiteral("c");
    row.provenance = "{}";
    LOCI_VERIFY_RESULT(m_workspace->keepIndicatorValues({row}));
    const auto entries = as("anna").entries();
    QVERIFY(find(entries, kWells)->updated.isValid());
    QCOMPARE(find(entries, kRain)->updated, moment);
    QCOMPARE(find(entries, kIndicator)->updated, moment);
    QVERIFY(!find(entries, QStringLiteral("table/census.csv"))->updated.isValid());
}

void TestCatalogueWorkspace::takesWhatTheOwnerSays()
{
    Description words = said("Water", Sharing::Conditional);
    words.title = {QStringLiteral("水井"), {}};
    words.cadence = QStringLiteral("P1Y");
    LOCI_VERIFY_RESULT(as("anna").describe(kWells, words, QStringLiteral("First entry")));
    const auto shown = as("anna").entry(kWells);
    QVERIFY(shown.has_value());
    QCOMPARE(shown->said.title.zh, QStringLiteral("水井"));
    QCOMPARE(shown->said.title.en, QStringLiteral("Wells")); // what was not said stays
    QCOMPARE(shown->said.sharing, Sharing::Conditional);
    words.cadence = QStringLiteral("sometimes");
    QVERIFY(!as("anna").describe(kWells, words, {}));
    m_workspace->setPerson(QStringLiteral("anna"));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    QCOMPARE(as("anna").entry(kWells)->said.sharing, Sharing::Undecided);
}

void TestCatalogueWorkspace::letsOnlyTheOwnerDescribe()
{
    assign();
    QVERIFY(!as("lin").describe(kWells, said("Health", Sharing::Unconditional), QStringLiteral("Mine")));
    QVERIFY(!as("lin").setOffices({}, QStringLiteral("Free")));
    LOCI_VERIFY_RESULT(as("wu").describe(kWells, said("Water", Sharing::Unconditional), QStringLiteral("Open")));
    QVERIFY(!as("stranger").describe(kWells, said("Water", Sharing::NotShared), QStringLiteral("Mine")));
}

void TestCatalogueWorkspace::withholdsFromOthers()
{
    assign();
    const auto mine = as("wu").entries();
    QVERIFY(find(mine, kTaps) != nullptr && !find(mine, kWells)->withheld);
    const auto theirs = as("lin").entries();
    QVERIFY(find(theirs, kTaps) == nullptr);
    QVERIFY(find(theirs, kWells) != nullptr && find(theirs, kWells)->withheld);
    QVERIFY(find(theirs, kWells)->source.isEmpty());
    QVERIFY(!as("lin").describe(kTaps, said("Health", Sharing::Unconditional), {})); // as if it were not there
    QVERIFY(as("lin").describe(kTaps, {}, {}).error().message ==
            as("lin")
                .describe(QStringLiteral("map/layer/none"), {}, {})
                .error()
                .message.replace(QStringLiteral("map/layer/none"), kTaps));
}

void TestCatalogueWorkspace::showsNobodyMoreThanTheShowingPersonSees()
{
    assign();
    QCOMPARE(find(as("anna").entriesFor(QStringLiteral("Water")), kTaps) != nullptr, true);
    QVERIFY(find(as("lin").entriesFor(QStringLiteral("Water")), kTaps) == nullptr);
    QVERIFY(find(as("wu").entriesFor({}), kTaps) == nullptr); // not for the public, whoever exports
    QVERIFY(find(as("wu").entriesFor({}), kWells)->withheld);
}

void TestCatalogueWorkspace::recordsRequestAndGrantInTheAudit()
{
    assign();
    const auto id = as("lin").ask(kWells, QStringLiteral("Shelter planning"));
    LOCI_VERIFY_RESULT(id);
    QVERIFY(!as("lin").answer(*id, State::Approved, QStringLiteral("ok"), QDate(2999, 1, 1))); // not by oneself
    QVERIFY(as("stranger").requests().empty());
    QCOMPARE(as("wu").requests().size(), std::size_t(1));
    LOCI_VERIFY_RESULT(as("wu").answer(*id, State::Approved, QStringLiteral("Internal use"), QDate(2999, 1, 1)));
    QVERIFY(!find(as("lin").entries(), kWells)->withheld);
    QVERIFY(find(as("lin").entriesFor({}), kWells)->withheld); // a grant is for one department
    const auto states = as("wu").history(QLatin1String(workspace::key::kSharedRequest) + *id);
    LOCI_VERIFY_RESULT(states);
    QCOMPARE(states->size(), std::size_t(2));
    QCOMPARE(states->at(0).author, QStringLiteral("lin"));
    QCOMPARE(states->at(0).reason, QStringLiteral("Shelter planning"));
    QCOMPARE(states->at(1).author, QStringLiteral("wu"));
    const auto chain = m_workspace->heritage().verifyChain();
    LOCI_VERIFY_RESULT(chain);
    QVERIFY(chain->isIntact);
}

void TestCatalogueWorkspace::keepsARevokedGrantRevoked()
{
    assign();
    const QString id = as("lin").ask(kWells, QStringLiteral("Shelter planning")).value();
    LOCI_VERIFY_RESULT(as("wu").answer(id, State::Approved, QStringLiteral("Yes"), QDate(2999, 1, 1)));
    LOCI_VERIFY_RESULT(as("wu").answer(id, State::Revoked, QStringLiteral("Misused")));
    QVERIFY(find(as("lin").entries(), kWells)->withheld);
    m_workspace->setPerson(QStringLiteral("lin"));
    QVERIFY(!m_workspace->undo()); // would bring the grant back
    QVERIFY(find(as("lin").entries(), kWells)->withheld);
    m_workspace->setPerson(QStringLiteral("wu"));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    QVERIFY(!find(as("lin").entries(), kWells)->withheld);
}

void TestCatalogueWorkspace::refusesRequestsThatMakeNoSense()
{
    assign();
    QVERIFY(!as("lin").ask(kTaps, QStringLiteral("Why not"))); // not there for lin
    QVERIFY(!as("lin").ask(kRain, QStringLiteral("Open already")));
    QVERIFY(!as("wu").ask(kWells, QStringLiteral("Mine already")));
    QVERIFY(!as("stranger").ask(kWells, QStringLiteral("Curious"))); // of no department
    QVERIFY(!as("lin").ask(kWells, {}));                             // for nothing
    QVERIFY(!as("wu").answer(QStringLiteral("none"), State::Refused, QStringLiteral("No")));
}

void TestCatalogueWorkspace::changesNothingInAReadOnlyWorkspace()
{
    const QString path = m_workspace->path();
    m_workspace.reset();
    auto opened = workspace::Workspace::open(path, workspace::Access::ReadOnly);
    LOCI_VERIFY_RESULT(opened);
    m_workspace = std::move(*opened);
    QCOMPARE(as("anna").entries().size(), std::size_t(6));
    QVERIFY(!as("anna").describe(kWells, said("Water", Sharing::Conditional), {}));
}

void TestCatalogueWorkspace::takesADeliveryInOneStep()
{
    const auto contract = contracts::Contract::read(R"({"id":"trees","version":"1","fields":[{"name":"code"}]})");
    LOCI_VERIFY_RESULT(contract);
    int made = 0;
    const auto maker = [&made](const QString &path, const QString &id, const QString &, const QString &) {
        ++made;
        return Result<QByteArray>(
            layerXml("Trees", path.toUtf8().constData(), "Point").replace("<id>x", "<id>" + id.toUtf8()));
    };
    const QString layer = QLatin1String(workspace::key::kMapLayerPrefix) + QStringLiteral("delivery_trees");
    QStringList paths;
    for (int delivery = 1; delivery <= 2; ++delivery) {
        const auto path = workspace::deliveryPath(*m_workspace, QStringLiteral("trees"));
        LOCI_VERIFY_RESULT(path);
        QFile file(*path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        paths << *path;
        workspace::LoadedDelivery facts;
        facts.rows = 10 * delivery;
        facts.sha256 = QString::number(delivery);
        LOCI_VERIFY_RESULT(workspace::takeDelivery(*m_workspace, contract->value, facts, *path, maker));
    }
    QCOMPARE(made, 1); // the second one keeps the layer with its style
    QVERIFY(paths[0] != paths[1]);
    QCOMPARE(workspace::loadedDelivery(*m_workspace, QStringLiteral("trees")).number, 2);
    QCOMPARE(workspace::contractsOf(*m_workspace).size(), std::size_t(1));
    QVERIFY(m_workspace->document(layer)->contains("trees-2.gpkg"));
    LOCI_VERIFY_RESULT(m_workspace->undo()); // one step back to the first one, whose file is still there
    QVERIFY(m_workspace->document(layer)->contains("trees-1.gpkg"));
    QCOMPARE(workspace::loadedDelivery(*m_workspace, QStringLiteral("trees")).rows, qint64(10));
    LOCI_VERIFY_RESULT(m_workspace->undo());
    QVERIFY(!m_workspace->document(layer));
    QVERIFY(workspace::contractsOf(*m_workspace).empty());
}

void TestCatalogueWorkspace::changesNothingWhenADeliveryCannotBeTaken()
{
    const auto contract = contracts::Contract::read(R"({"id":"trees","fields":[{"name":"code"}]})");
    LOCI_VERIFY_RESULT(contract);
    const auto steps = m_workspace->history().size();
    const auto maker = [](const QString &, const QString &, const QString &, const QString &) {
        return Result<QByteArray>(fail(ErrorCode::NotReadable, QStringLiteral("no layer")));
    };
    QVERIFY(!workspace::takeDelivery(*m_workspace, contract->value, {}, QStringLiteral("x.gpkg"), maker));
    QCOMPARE(m_workspace->history().size(), steps);
    QVERIFY(workspace::contractsOf(*m_workspace).empty());
}

LOCI_TEST_CLASS(TestCatalogueWorkspace)
#include "catalogue_workspacetest.moc"
