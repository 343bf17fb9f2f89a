// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/shareserver.h"
#include "app/mainwindow/catalogueroom.h"
#include "app/mainwindow/deliveryroom.h"
#include "app/mainwindow/locationroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/formats/samplewriter.h"
#include "layers/map/mapdocument.h"
#include "layers/workspace/catalogue/datacatalogue.h"
#include "tests/support/testmain.h"
#include "widgets/catalogue/cataloguepanel.h"
#include "widgets/catalogue/deliveriespage.h"
#include "widgets/catalogue/descriptionform.h"
#include "widgets/catalogue/entrydetails.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/location/locationpage.h"
#include "widgets/map/mapsession.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTreeWidget>
#include <algorithm>

using namespace loci;
using namespace loci::widgets;

namespace {
constexpr int kPatience = 120'000;
QString g_path;        // what the file prompts answer
QStringList g_answers; // what the person types, in order

struct OnePath final : FilePrompt
{
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {g_path}; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return g_path;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return g_path; }
};

struct TypedWords final : MessagePrompt
{
    int ask(QWidget *, const QString &, const QString &, const QStringList &) override { return 0; }
    std::optional<QString> text(QWidget *, const QString &, const QString &, const QString &) override
    {
        return g_answers.isEmpty() ? std::nullopt : std::optional(g_answers.takeFirst());
    }
    std::optional<QString> secret(QWidget *, const QString &, const QString &) override { return {}; }
};
} // namespace

/// The catalogue workplace of the real program over the sample city.
class CatalogueWindowTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    app::CatalogueRoom &room() const { return *m_window->findChild<app::CatalogueRoom *>(); }
    CataloguePanel &panel() const { return room().panel(); }
    workspace::Workspace &workspace() const { return *m_rooms->services().host.current(); }
    template <class Widget>
    Widget *part(const char *name) const
    {
        return panel().findChild<Widget *>(QLatin1String(name));
    }
    void press(const char *name)
    {
        auto *button = part<QPushButton>(name);
        QVERIFY2(button != nullptr && !button->isHidden() && button->isEnabled(), name);
        button->click();
    }
    int shownEntries() const
    {
        const auto *tree = part<QTreeWidget>("catalogue.tree");
        int count = 0;
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            count += tree->topLevelItem(i)->childCount();
        }
        return count;
    }
    QString layerId() const
    {
        const QStringList layers = workspace().keys(QLatin1String(workspace::key::kMapLayerPrefix));
        return layers.value(0);
    }
    QString details() const { return panel().findChild<EntryDetails *>()->asText(); }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        if (!folder.isEmpty()) {
            for (int i = 0; i < 10; ++i) { // labels that wrap settle in steps
                QCoreApplication::processEvents();
            }
            QVERIFY(m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
        }
    }

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light);
        LOCI_VERIFY_RESULT(formats::writeSample(m_folder.path(), {}));
        auto rooms = app::Rooms::start(at(QStringLiteral("profile")), std::make_unique<OnePath>(),
                                       std::make_unique<TypedWords>());
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        m_window->resize(1440, 900);
        m_window->show();
        LOCI_VERIFY_RESULT(
            m_rooms->services().host.create(app::sampleWorkspacePath(m_folder.path()), QStringLiteral("planning")));
        bool filled = false;
        app::SampleWorkspace::fill(m_rooms->services(),
                                   {at(QStringLiteral("districts.geojson")), at(QStringLiteral("linjiang.city.json"))},
                                   [&filled](const Result<> &done) {
                                       LOCI_VERIFY_RESULT(done);
                                       filled = true;
                                   });
        QTRY_VERIFY_WITH_TIMEOUT(filled, kPatience);
        m_window->setWorkplace(app::CatalogueRoom::kWorkplace);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_rooms.reset();
    }

    void listsEverythingWithExtents()
    {
        QVERIFY(shownEntries() > 20);
        panel().choose(layerId());
        QVERIFY(panel().chosen() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(details().contains(QStringLiteral(" east, ")), kPatience); // read in the background
        QVERIFY(details().contains(QStringLiteral("EPSG:")));
        panel().choose(QLatin1String(workspace::key::kCityModelPrefix) + QStringLiteral("linjiang"));
        picture("catalogue");
    }

    void findsInBothLanguages()
    {
        auto *search = part<QLineEdit>("catalogue.search");
        const int all = shownEntries();
        search->setText(QStringLiteral("公园"));
        const int chinese = shownEntries();
        QVERIFY(chinese > 0 && chinese < all);
        search->setText(QStringLiteral("gongyuan"));
        QCOMPARE(shownEntries(), chinese);
        search->setText(QStringLiteral("green space"));
        QVERIFY(shownEntries() > 0 && shownEntries() < all);
        search->setText(QStringLiteral("nothing of the kind"));
        QCOMPARE(shownEntries(), 0);
        search->clear();
        QCOMPARE(shownEntries(), all);
    }

    void editsADescription()
    {
        panel().choose(layerId());
        press("catalogue.describe");
        part<QLineEdit>("catalogue.department.en")->setText(QStringLiteral("Surveying"));
        part<QLineEdit>("catalogue.department.zh")->setText(QStringLiteral("测绘院"));
        part<QLineEdit>("catalogue.cadence")->setText(QStringLiteral("PT1S"));
        auto *sharing = part<QComboBox>("catalogue.sharing");
        sharing->setCurrentIndex(sharing->findData(static_cast<int>(catalogue::Sharing::Conditional)));
        picture("catalogue-form");
        press("catalogue.save");
        QCOMPARE(panel().chosen()->said.department.zh, QStringLiteral("测绘院"));
        QVERIFY2(details().contains(QStringLiteral("late")), qPrintable(details()));
    }

    void asksAndGrants()
    {
        const QString me = panel().findChild<QComboBox *>(QStringLiteral("catalogue.viewer"))->currentData().toString();
        g_answers = QStringList{QStringLiteral("lin"), QStringLiteral("Health")};
        press("catalogue.people");
        room().look(QStringLiteral("lin"));
        panel().choose(layerId());
        QVERIFY(panel().chosen() != nullptr && panel().chosen()->withheld);
        QVERIFY(!details().contains(QStringLiteral("districts.geojson")));
        QVERIFY(part<QPushButton>("catalogue.describe")->isHidden());
        g_answers = QStringList{QStringLiteral("Planning of clinics")};
        press("catalogue.ask");
        auto *requests = part<QTreeWidget>("catalogue.requestTree");
        QCOMPARE(requests->topLevelItemCount(), 1);
        picture("catalogue-ask");
        room().look(me);
        requests->topLevelItem(0)->setSelected(true);
        g_answers = QStringList{QStringLiteral("2999-12-31"), QStringLiteral("Internal use only")};
        press("catalogue.grant");
        QVERIFY(part<QLabel>("catalogue.report")->text().contains(QStringLiteral("approved")));
        room().look(QStringLiteral("lin"));
        panel().choose(layerId());
        QVERIFY(!panel().chosen()->withheld);
        room().look({});
        panel().choose(layerId());
        QVERIFY(panel().chosen()->withheld); // the grant is not for the public
        room().look(me);
        LOCI_VERIFY_RESULT(workspace().heritage().verifyChain());
        QVERIFY(workspace().heritage().verifyChain()->isIntact);
    }

    void exportsWhatTheReceiverMaySee()
    {
        g_path = at(QStringLiteral("out.jsonld"));
        press("catalogue.dcat");
        QFile file(g_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QJsonArray datasets = QJsonDocument::fromJson(bytes).object()["dcat:dataset"].toArray();
        QVERIFY(!datasets.isEmpty());
        QVERIFY(!bytes.contains("districts.geojson")); // withheld from the public
        QVERIFY(datasets.size() < shownEntries());     // what nobody decided on stays
        g_path = at(QStringLiteral("iso"));
        press("catalogue.iso");
        QCOMPARE(QDir(g_path).entryList({QStringLiteral("*.xml")}).size(), datasets.size());
    }

    void stopsADeliveryThatBreaksItsContract()
    {
        panel().showPart(QStringLiteral("deliveries"));
        const auto write = [this](const char *name, const QByteArray &bytes) {
            QFile file(at(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        write("wells.json", R"({"id":"wells","title":{"zh":"水井","en":"Wells"},"geometry":"point","crs":"EPSG:4548",
            "place":{"x":"x","y":"y"},"fields":[{"name":"code","required":true},
            {"name":"depth","type":"number","unit":"m","min":0,"max":80}],"keys":[["code"]]})");
        write("bad.csv", "code,depth,x,y\nW1,12,635000,3287000\n,95,635100,3287100\n");
        write("good.csv", "code,depth [m],x,y\nW1,12,635000,3287000\nW2,,635100,3287100\n");
        g_path = at(QStringLiteral("wells.json"));
        press("delivery.add");
        QCOMPARE(panel().deliveries().chosen(), QStringLiteral("wells"));
        const qsizetype layers = workspace().keys(QLatin1String(workspace::key::kMapLayerPrefix)).size();
        auto *room = m_window->findChild<app::DeliveryRoom *>();
        g_path = at(QStringLiteral("bad.csv"));
        press("delivery.take");
        QTRY_VERIFY_WITH_TIMEOUT(!room->isChecking(), kPatience);
        QCOMPARE(panel().deliveries().report().breaches.size(), std::size_t(3)); // no code, no key, too deep
        QCOMPARE(workspace().keys(QLatin1String(workspace::key::kMapLayerPrefix)).size(), layers);
        picture("catalogue-delivery");
        g_path = at(QStringLiteral("report.csv"));
        press("delivery.report");
        QFile report(g_path);
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().contains("out_of_range"));
        g_path = at(QStringLiteral("good.csv"));
        press("delivery.take");
        QTRY_VERIFY_WITH_TIMEOUT(!room->isChecking(), kPatience);
        QVERIFY(panel().deliveries().report().keeps());
        QCOMPARE(workspace().keys(QLatin1String(workspace::key::kMapLayerPrefix)).size(), layers + 1);
        const auto *document = &m_rooms->services().session.document();
        QTRY_VERIFY_WITH_TIMEOUT(document->files().contains(QStringLiteral("delivery_wells")), kPatience);
        press("delivery.take"); // the same again changes nothing
        QTRY_VERIFY_WITH_TIMEOUT(!room->isChecking(), kPatience);
        QVERIFY(part<QLabel>("delivery.sentence")->text().contains(QStringLiteral("nothing was changed")));
        panel().showPart(QStringLiteral("data"));
        panel().choose(QStringLiteral("map/layer/delivery_wells"));
        QVERIFY(panel().chosen() != nullptr);
    }

    void answersProgramsOnlyWhileItIsOn()
    {
        panel().showPart(QStringLiteral("data"));
        QVERIFY(!room().server().isListening()); // off by default
        press("catalogue.share");
        QVERIFY(room().server().isListening());
        const QString report = part<QLabel>("catalogue.report")->text();
        QVERIFY2(report.contains(QStringLiteral("http://127.0.0.1:")), qPrintable(report));
        QVERIFY(report.contains(room().server().token()));
        press("catalogue.share");
        QVERIFY(!room().server().isListening());
    }

    void findsWhereTheNextOneGoes()
    {
        panel().showPart(QStringLiteral("location"));
        LocationPage &page = panel().location();
        LocationAsk ask;
        ask.demand = QStringLiteral("table/buildings.geojson");
        ask.people = QStringLiteral("residents");
        ask.sites = QStringLiteral("table/landuse.geojson");
        ask.sitesWhere = QStringLiteral("kind=field|belt|precinct");
        ask.existing = ask.sites;
        ask.existingWhere = QStringLiteral("kind=park|square");
        ask.reach = 300;
        ask.count = 2;
        page.setAsk(ask);
        QCOMPARE(page.ask().people, ask.people);
        const qsizetype layers = workspace().keys(QLatin1String(workspace::key::kMapLayerPrefix)).size();
        auto *room = m_window->findChild<app::LocationRoom *>();
        press("location.find");
        QTRY_VERIFY_WITH_TIMEOUT(!room->isBusy(), kPatience);
        const QString answer = part<QLabel>("location.answer")->text();
        QVERIFY2(answer.startsWith(QStringLiteral("2 new places.")), qPrintable(answer));
        QVERIFY2(answer.contains(QStringLiteral("nobody knows how many")), qPrintable(answer));
        QCOMPARE(workspace().keys(QLatin1String(workspace::key::kMapLayerPrefix)).size(), layers + 1);
        const QStringList plans = workspace().keys(QStringLiteral("location/"));
        QCOMPARE(plans.size(), 1);
        const QJsonObject plan = workspace().json(plans.front());
        QVERIFY(plan[QStringLiteral("peopleCovered")].toDouble() > plan[QStringLiteral("peopleBefore")].toDouble());
        picture("catalogue-location");
        LOCI_VERIFY_RESULT(workspace().undo());
        QCOMPARE(workspace().keys(QLatin1String(workspace::key::kMapLayerPrefix)).size(), layers);
        QVERIFY(workspace().keys(QStringLiteral("location/")).isEmpty());
        panel().showPart(QStringLiteral("data"));
    }

    void speaksChinese()
    {
        m_rooms->services().translator.use(QStringLiteral("zh_CN"));
        applyTheme(*qApp, ThemeMode::Dark);
        panel().choose(layerId());
        QVERIFY(details().contains(QStringLiteral("测绘院")));
        picture("catalogue-zh-dark");
        m_rooms->services().translator.use(QStringLiteral("en"));
    }
};

LOCI_TEST_CLASS(CatalogueWindowTest)
#include "catalogue_window.moc"
