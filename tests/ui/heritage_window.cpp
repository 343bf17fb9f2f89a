// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/heritageactions.h"
#include "app/mainwindow/heritagejobs.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/domain/heritage/zone.h"
#include "layers/map/heritage/heritagelayers.h"
#include "layers/map/qgisruntime.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/heritage_fixture.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/theme.h"
#include "widgets/heritage/choicefield.h"
#include "widgets/heritage/conceptpicker.h"
#include "widgets/heritage/datefield.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/heritagemap.h"
#include "widgets/heritage/heritagepanel.h"
#include "widgets/heritage/historyview.h"
#include "widgets/heritage/mediagallery.h"
#include "widgets/heritage/recordcard.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/recordplacing.h"
#include "widgets/heritage/recordsheet.h"
#include "widgets/heritage/recordspanel.h"
#include "widgets/heritage/rolechooser.h"
#include "widgets/heritage/zoneform.h"
#include "widgets/map/mapcanvas.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

namespace {

constexpr int kPatience = 60000;

} // namespace

/// The day of a heritage officer in the real window: what issue "Heritage" calls the window test.
class TestHeritageWindow : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::shared_ptr<map::QgisRuntime> m_qgis; // the window is closed and opened again within one process
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    Choices m_choices; // the photographs, unless a test says otherwise
    QString m_record;
    CameraPose m_above;  // straight over the building that is bound
    CameraPose m_before; // in front of one of its walls

    QString at(const QString &name) const { return m_folder.filePath(name); }
    const app::Services &services() const { return m_rooms->services(); }
    app::HeritageActions &heritage() const { return m_window->heritage(); }
    RecordSheet *sheet() const { return heritage().records().current(); }
    heritage::Asset asset() const { return heritage().desk().asset(m_record).value_or(heritage::Asset()); }
    QgsVectorLayer *layer(const char *id) const
    {
        return qobject_cast<QgsVectorLayer *>(services().session.document().project().mapLayer(QLatin1String(id)));
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience); }
    void trigger(const char *id)
    {
        m_window->actions().updateEnabled();
        QVERIFY2(m_window->actions().action(id)->isEnabled(), id);
        m_window->actions().action(id)->trigger();
    }
    template <class Button>
    void press(QWidget &in, const char *name)
    {
        auto *button = in.findChild<Button *>(QLatin1String(name));
        QVERIFY2(button != nullptr && !button->isHidden() && button->isEnabled(), name);
        button->click();
    }
    void clickMap(double x, double y, bool twice = false)
    {
        auto *canvas = m_window->map().findChild<MapCanvas *>();
        QVERIFY(canvas != nullptr);
        const QPoint place(static_cast<int>(x * canvas->width()), static_cast<int>(y * canvas->height()));
        twice ? QTest::mouseDClick(canvas, Qt::LeftButton, {}, place)
              : QTest::mouseClick(canvas, Qt::LeftButton, {}, place);
    }
    void clickScene()
    {
        const QPoint middle = m_window->scene().rect().center();
        QWidget *canvas = m_window->scene().childAt(middle);
        QVERIFY(canvas != nullptr);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->mapFrom(&m_window->scene(), middle));
    }
    /// By its terms' initials, as a person who types them.
    void pick(const QString &path, const QString &initials)
    {
        FieldRow *row = sheet()->form().row(path);
        QVERIFY2(row != nullptr, qPrintable(path));
        auto *field = qobject_cast<ChoiceField *>(&row->editor());
        QVERIFY(field != nullptr);
        row->editor().findChild<QPushButton *>()->click();
        auto *search = field->picker().findChild<SearchField *>();
        QTest::keyClicks(search, initials);
        QVERIFY(field->picker().shownCount() > 0);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!row->editor().value().isUndefined());
    }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("LOCI_SCREENS");
        if (!folder.isEmpty()) {
            QApplication::sendPostedEvents(); // layouts that wait
            settle();
            m_window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
        }
    }
    void start()
    {
        auto rooms = app::Rooms::start(at(QStringLiteral("profile")), std::make_unique<ChosenFiles>(m_choices));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<app::MainWindow>(services());
        m_window->resize(1280, 800);
    }
    void show()
    {
        m_window->showWelcome(false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        settle();
    }
    void stop()
    {
        m_window->close();
        m_window.reset();
        m_rooms.reset();
    }
    void lookAtABuilding()
    {
        const CityEntry entry = services().cities.entries().front();
        // A large one whose middle is its own roof and no courtyard.
        const city::Footprint *largest = nullptr;
        Outline best;
        for (const city::Footprint &each : entry.footprints) {
            if (each.polygons.size() != 1 || each.polygons.front().size() != 1 ||
                entry.model->typeOf(each.object) != "Building") {
                continue;
            }
            const Outline outline = outlineOf(each.polygons.front().front());
            if (outline.holdsMiddle && outline.area > best.area) {
                best = outline;
                largest = &each;
            }
        }
        QVERIFY(largest != nullptr);
        const Box3 box = entry.model->boundsWithDescendants(largest->object);
        const Vec3 middle{best.middle.x, best.middle.y, 0};
        m_above = {{middle.x, middle.y - 1, box.max.z + 60}, {middle.x, middle.y, box.max.z}};
        m_window->scene().setCamera(m_above, false);
        m_window->map().setViewExtent(box);
        settle();
        QVERIFY(m_window->scene().pick(m_window->scene().rect().center()).has_value());
        lookAtItsWall(largest->polygons.front().front(), largest->object, box);
    }
    /// In front of a wall that nothing hides, as a person goes round a house.
    void lookAtItsWall(const std::vector<Vec2> &ring, city::ObjectIndex object, const Box3 &box)
    {
        const CityEntry entry = services().cities.entries().front();
        const double height = box.min.z + (box.max.z - box.min.z) * 0.6;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vec2 a = ring[i];
            const Vec2 b = ring[(i + 1) % ring.size()];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            for (const double side : {1.0, -1.0}) {
                if (length < 4) {
                    continue;
                }
                const Vec2 out{side * (b.y - a.y) / length, -side * (b.x - a.x) / length};
                const Vec3 wall{(a.x + b.x) / 2, (a.y + b.y) / 2, height};
                m_before = {{wall.x + out.x * 25, wall.y + out.y * 25, height + 14}, wall};
                m_window->scene().setCamera(m_before, false);
                settle();
                const auto hit = m_window->scene().pick(m_window->scene().rect().center());
                const auto family = [&](city::ObjectIndex each) {
                    return each == object || entry.model->idOf(each).startsWith(entry.model->idOf(object));
                };
                if (hit && family(hit->object) && entry.model->semanticOf(hit->surface) == "WallSurface") {
                    return;
                }
            }
        }
        QFAIL("no wall of the building can be seen");
    }
    /// Prints by a button or command and waits for the file.
    QByteArray printed(const QString &name, const std::function<void()> &print)
    {
        m_choices.save = at(name);
        print();
        settle();
        return keptBytes(at(name));
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        auto qgis = map::QgisRuntime::start(at(QStringLiteral("profile")));
        LOCI_VERIFY_RESULT(qgis);
        m_qgis = std::move(*qgis);
        applyTheme(*qApp, ThemeMode::Light);
        for (const auto &[name, colour] : {std::pair{"earlier", Qt::darkRed}, std::pair{"later", Qt::darkGreen}}) {
            QImage image(320, 240, QImage::Format_RGB32);
            image.fill(colour);
            m_choices.open << at(QLatin1String(name) + QStringLiteral(".png"));
            QVERIFY(image.save(m_choices.open.last()));
        }
    }
    void cleanupTestCase()
    {
        if (m_window) {
            stop();
        }
    }

    void opensTheCity()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("the shared real data is absent");
        }
        start();
        LOCI_VERIFY_RESULT(services().host.create(at(QStringLiteral("town.loci")), QStringLiteral("heritage")));
        show();
        m_window->views().setLayoutMode(ViewArea::Layout::Split);
        m_window->openFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(
            !services().cities.entries().empty() && services().cities.entries().front().model != nullptr, kPatience);
        settle();
        m_window->setWorkplace(QStringLiteral("heritage"));
        QCOMPARE(heritage().panel().model().total(), 0);
        picture(QStringLiteral("01-empty"));
    }

    void createsARecordInTheForm()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        trigger("heritage.new");
        QVERIFY(sheet() != nullptr && sheet()->isNew());
        m_record = sheet()->id();
        RecordForm &form = sheet()->form();
        QVERIFY(form.hasErrors());
        FieldRow *name = form.row(QStringLiteral("/names/0/text"));
        QVERIFY(name != nullptr);
        QVERIFY(name->problem().isEmpty()); // a new form does not scold
        press<QPushButton>(*sheet(), "save");
        QVERIFY(sheet()->isNew());
        QVERIFY(!name->problem().isEmpty()); // said under the field
        compose(name->editor().findChild<QLineEdit *>(), QStringLiteral("望江楼"));
        QTRY_VERIFY(name->problem().isEmpty());
        pick(QStringLiteral("/level"), QStringLiteral("sj"));
        pick(QStringLiteral("/category"), QStringLiteral("gjz"));
        QCOMPARE(form.record().text(QStringLiteral("/category")), QStringLiteral("0300"));
        FieldRow *date = form.row(QStringLiteral("/dating/edtf"));
        QVERIFY(date != nullptr);
        compose(date->editor().findChild<QLineEdit *>(), QStringLiteral("清乾隆三十年"));
        QCOMPARE(form.record().text(QStringLiteral("/dating/edtf")), QStringLiteral("1765"));
        QCOMPARE(form.record().text(QStringLiteral("/dating/text")), QStringLiteral("清乾隆三十年"));
        QVERIFY(qobject_cast<DateField *>(&date->editor())->understood().contains(QStringLiteral("1765")));
        picture(QStringLiteral("02-form"));
        sheet()->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QStringLiteral("First survey"));
        press<QPushButton>(*sheet(), "save");
        QVERIFY(!sheet()->isNew());
        settle();
        QCOMPARE(heritage().panel().model().total(), 1);
        QCOMPARE(asset().name(), QStringLiteral("望江楼"));
        const auto history = heritage().desk().catalogue().history(m_record);
        LOCI_VERIFY_RESULT(history);
        QCOMPARE(history->back().reason, QStringLiteral("First survey"));
    }

    void placesItAndDrawsItsZone()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        lookAtABuilding();
        press<QPushButton>(sheet()->card(), "placeOnMap");
        QVERIFY(m_window->map().isDrawing());
        clickMap(0.5, 0.5);
        QVERIFY(!m_window->map().isDrawing());
        QCOMPARE(asset().parts<heritage::Geometry>().size(), std::size_t{1});
        settle();
        QVERIFY(layer(map::HeritageLayers::kPlaces) != nullptr);
        QCOMPARE(layer(map::HeritageLayers::kPlaces)->featureCount(), 1LL);

        press<QToolButton>(sheet()->card(), "drawZone");
        auto *menu = sheet()->card().findChild<QMenu *>();
        QVERIFY(menu != nullptr && menu->actions().size() > 4);
        menu->actions().front()->trigger();
        menu->close();
        clickMap(0.3, 0.3);
        clickMap(0.7, 0.3);
        clickMap(0.7, 0.7);
        clickMap(0.3, 0.7);
        auto *canvas = m_window->map().findChild<MapCanvas *>();
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(sheet()->page(), QStringLiteral("zone"));
        sheet()->zoneForm().fromField()->setText(QStringLiteral("2006/07/01"));
        press<QPushButton>(sheet()->zoneForm(), "saveZone");
        QVERIFY(heritage().desk().zonesOf(m_record).empty()); // what is no day is not kept
        sheet()->zoneForm().fromField()->setText(QStringLiteral("2006-07-01"));
        press<QPushButton>(sheet()->zoneForm(), "saveZone");
        settle();
        const std::vector<heritage::Zone> zones = heritage().desk().zonesOf(m_record);
        QCOMPARE(zones.size(), std::size_t{1});
        QCOMPARE(zones.front().kind(), QStringLiteral("protection"));
        QVERIFY(zones.front().on(QDate(2020, 1, 1)).has_value());
        QVERIFY(!zones.front().on(QDate(2006, 6, 30)).has_value());
        QVERIFY(layer(map::HeritageLayers::kZones) != nullptr);
        QCOMPARE(layer(map::HeritageLayers::kZones)->featureCount(), 1LL);
    }

    void bindsItToTheBuildingThatIsPicked()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        press<QPushButton>(sheet()->card(), "bindBuilding");
        QVERIFY(heritage().placing().isBinding());
        m_window->scene().setCamera(m_before, false);
        settle();
        const auto picked = m_window->scene().pick(m_window->scene().rect().center());
        QVERIFY(picked.has_value());
        clickScene();
        QTRY_VERIFY(!heritage().placing().isBinding());
        const std::vector<heritage::Binding> bindings = asset().parts<heritage::Binding>();
        QCOMPARE(bindings.size(), std::size_t{1});
        const CityEntry *entry = services().cities.entry(picked->modelId);
        QCOMPARE(bindings.front().object, entry->model->idOf(picked->object));
        QCOMPARE(entry->model->semanticOf(picked->surface), std::string_view("WallSurface"));
        QCOMPARE(surfaceOf(*entry->model, picked->object, bindings.front().surface), picked->surface);
        QVERIFY(bindings.front().footprint.startsWith(QStringLiteral("MULTIPOLYGON")));
        settle();
        QCOMPARE(heritage().map().boundCount(), 1);
        picture(QStringLiteral("03-bound"));
    }

    void addsTwoPhotographs()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        sheet()->showPage(QStringLiteral("media"));
        sheet()->media().addByDialog();
        QTRY_VERIFY_WITH_TIMEOUT(!heritage().desk().isImporting(), kPatience);
        QCOMPARE(sheet()->media().count(), 2);
        sheet()->media().choose({0, 1});
        QVERIFY(sheet()->media().isComparing());
        picture(QStringLiteral("04-photographs"));
        sheet()->media().addByDialog(); // the same files again
        QTRY_VERIFY_WITH_TIMEOUT(!heritage().desk().isImporting(), kPatience);
        QCOMPARE(asset().parts<heritage::MediaUse>().size(), std::size_t{2});
        QVERIFY(heritage().desk().catalogue().checkMedia().empty());
    }

    void isApprovedByFourEyes()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        RoleChooser &roles = heritage().panel().roles();
        roles.addPerson(QStringLiteral("Lin"), QStringLiteral("reviewer"), QStringLiteral("county"));
        roles.addPerson(QStringLiteral("Zhou"), QStringLiteral("reviewer"), QStringLiteral("county"));
        roles.addPerson(QStringLiteral("Lin"), QStringLiteral("editor"), QStringLiteral("county"));
        heritage().desk().setPerson(QStringLiteral("Lin"));
        sheet()->showPage(QStringLiteral("card"));
        press<QPushButton>(*sheet(), "submit");
        QCOMPARE(asset().text(QStringLiteral("/review/state")), QStringLiteral("submitted"));
        QVERIFY(sheet()->findChild<QPushButton *>(QStringLiteral("approve"))->isHidden()); // her own
        heritage().desk().setPerson(QStringLiteral("Zhou"));
        press<QPushButton>(*sheet(), "approve");
        QCOMPARE(asset().text(QStringLiteral("/review/state")), QStringLiteral("approved"));
        picture(QStringLiteral("05-approved"));
    }

    void isFoundByPinyinInitialsAndByItsBuilding()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        SearchField &search = heritage().panel().search();
        QTest::keyClicks(&search, QStringLiteral("xyz"));
        settle();
        QCOMPARE(heritage().panel().model().total(), 0);
        search.clear();
        QTest::keyClicks(&search, QStringLiteral("wjl"));
        settle();
        QCOMPARE(heritage().panel().model().total(), 1);
        QCOMPARE(heritage().panel().model().row(0)->facts.id, m_record);

        services().selection.clear();
        m_window->showBeside(nullptr);
        m_window->scene().setCamera(m_above, false);
        settle();
        clickScene();
        QTRY_VERIFY(heritage().records().isVisible());
        QCOMPARE(sheet()->id(), m_record);
    }

    void printsItsSheetAListAndALetter()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        const QByteArray sheetBytes =
            printed(QStringLiteral("sheet.pdf"), [this] { press<QPushButton>(*sheet(), "print"); });
        QVERIFY(sheetBytes.startsWith("%PDF"));
        QVERIFY2(sheetBytes.count("/Subtype /Image") >= 3, "map and two photographs");
        QVERIFY2(sheetBytes.contains("/FontFile"), "fonts are embedded");
        const QByteArray text = printed(QStringLiteral("sheet.odt"), [this] { press<QPushButton>(*sheet(), "print"); });
        QVERIFY(text.startsWith("PK"));
        QVERIFY(text.contains("opendocument.text"));
        QVERIFY(printed(QStringLiteral("list.pdf"), [this] { trigger("heritage.printList"); }).startsWith("%PDF"));
        for (const char *kind : {"four-haves", "condition", "letter-notice"}) {
            const QByteArray paper = printed(QLatin1String(kind) + QStringLiteral(".pdf"), [this, kind] {
                heritage().jobs().print({m_record}, QLatin1String(kind));
            });
            QVERIFY2(paper.startsWith("%PDF"), kind);
        }
    }

    void undoesAndRedoes()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        trigger("edit.undo");
        QCOMPARE(asset().text(QStringLiteral("/review/state")), QStringLiteral("submitted"));
        trigger("edit.redo");
        QCOMPARE(asset().text(QStringLiteral("/review/state")), QStringLiteral("approved"));
        sheet()->showPage(QStringLiteral("history"));
        QVERIFY(sheet()->history().stateCount() >= 6);
        sheet()->history().choose(0, sheet()->history().stateCount() - 1);
        QVERIFY(sheet()->history().differenceCount() > 3);
        picture(QStringLiteral("06-history"));
        const auto chain = heritage().desk().catalogue().store().verifyChain();
        LOCI_VERIFY_RESULT(chain);
        QVERIFY(chain->isIntact);
    }

    void comesBackTheSame()
    {
        if (!m_window) {
            QSKIP("the shared real data is absent");
        }
        const QByteArray before = asset().bytes();
        stop();
        start();
        LOCI_VERIFY_RESULT(services().host.open(at(QStringLiteral("town.loci"))));
        show();
        QTRY_VERIFY_WITH_TIMEOUT(
            !services().cities.entries().empty() && services().cities.entries().front().model != nullptr, kPatience);
        settle();
        QCOMPARE(m_window->workplaces().current(), QStringLiteral("heritage"));
        QCOMPARE(asset().bytes(), before);
        QVERIFY(sheet() != nullptr);
        QCOMPARE(sheet()->id(), m_record);
        QVERIFY(heritage().records().isVisible());
        QCOMPARE(layer(map::HeritageLayers::kPlaces)->featureCount(), 1LL);
        QCOMPARE(layer(map::HeritageLayers::kZones)->featureCount(), 1LL);
        QTRY_COMPARE(heritage().map().boundCount(), 1);
        QVERIFY(services().host.current()->canUndo());
    }
};

LOCI_TEST_CLASS(TestHeritageWindow)
#include "heritage_window.moc"
