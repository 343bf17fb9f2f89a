// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rendermapverb.h"
#include "app/cli/rendersceneverb.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/formats/samplewriter.h"
#include "layers/map/mapdocument.h"
#include "layers/map/qgisruntime.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/detailscard.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/findingspanel.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"

#include <qgslayertree.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace loci;
using app::MainWindow;
using app::Rooms;

namespace {

constexpr int kPatience = 60000;

/// A model of the real kind, small enough to write here: four houses in a row, EPSG:28992, with semantics.
QByteArray smallCity()
{
    QByteArray objects;
    QByteArray vertices;
    for (int i = 0; i < 4; ++i) {
        const int x = i * 20000;
        const int b = i * 8;
        for (const int z : {0, 9000 + i * 3000}) {
            for (const auto &[dx, dy] : {std::pair{0, 0}, {10000, 0}, {10000, 12000}, {0, 12000}}) {
                vertices += QStringLiteral("%1[%2,%3,%4]")
                                .arg(vertices.isEmpty() ? "" : ",")
                                .arg(x + dx)
                                .arg(dy)
                                .arg(z)
                                .toUtf8();
            }
        }
        const auto face = [b](int p, int q, int r, int s) {
            return QStringLiteral("[[%1,%2,%3,%4]]").arg(b + p).arg(b + q).arg(b + r).arg(b + s);
        };
        const QString shell = QStringList{face(3, 2, 1, 0), face(4, 5, 6, 7), face(0, 1, 5, 4),
                                          face(1, 2, 6, 5), face(2, 3, 7, 6), face(3, 0, 4, 7)}
                                  .join(QLatin1Char(','));
        objects +=
            QStringLiteral(R"(%1"house-%2":{"type":"Building","attributes":{"name":"House %2","storeys":%3},)"
                           R"("geometry":[{"type":"Solid","lod":"2","boundaries":[[%4]],"semantics":{"surfaces":[)"
                           R"({"type":"GroundSurface"},{"type":"RoofSurface"},{"type":"WallSurface"}],)"
                           R"("values":[[0,1,2,2,2,2]]}}]})")
                .arg(i == 0 ? "" : ",")
                .arg(i)
                .arg(3 + i)
                .arg(shell)
                .toUtf8();
    }
    return R"({"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[80000,455000,0]},)"
           R"("metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/7415"},"CityObjects":{)" +
           objects + "},\"vertices\":[" + vertices + "]}";
}

QByteArray smallLayer()
{
    return R"({"type":"FeatureCollection","name":"trees","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},)"
           R"("features":[{"type":"Feature","properties":{"name":"Oak"},"geometry":{"type":"Point","coordinates":[80005,455020]}},)"
           R"({"type":"Feature","properties":{"name":"Lime"},"geometry":{"type":"Point","coordinates":[80045,455020]}}]})";
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

void drop(QWidget &target, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls << QUrl::fromLocalFile(path);
    }
    data.setUrls(urls);
    const QPoint middle = target.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QDropEvent event(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

} // namespace

/// The real program under a real (virtual) display: what issue "Foundation" calls the window test.
class TestWindow : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::shared_ptr<map::QgisRuntime> m_qgis; // the window is closed and opened again within one process
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<MainWindow> m_window;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    void start()
    {
        auto rooms = Rooms::start(at(QStringLiteral("profile")));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<MainWindow>(m_rooms->services());
        m_window->resize(1280, 800);
    }
    void show()
    {
        m_window->showWelcome(false);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
    }
    void stop()
    {
        m_window->close();
        m_window.reset();
        m_rooms.reset();
    }
    const app::Services &services() const { return m_rooms->services(); }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        auto qgis = map::QgisRuntime::start(at(QStringLiteral("profile")));
        LOCI_VERIFY_RESULT(qgis);
        m_qgis = std::move(*qgis);
        widgets::applyTheme(*qApp, widgets::ThemeMode::Light);
        QVERIFY(!writeFile(at(QStringLiteral("row.city.json")), smallCity()).isEmpty());
        QVERIFY(!writeFile(at(QStringLiteral("trees.geojson")), smallLayer()).isEmpty());
    }

    void cleanup()
    {
        if (m_window) {
            stop();
        }
    }

    void dropsPicksHidesUndoesAndComesBackTheSame()
    {
        start();
        LOCI_VERIFY_RESULT(services().host.create(at(QStringLiteral("town.loci")), QStringLiteral("planning")));
        show();
        drop(*m_window, {at(QStringLiteral("row.city.json")), at(QStringLiteral("trees.geojson"))});
        QTRY_COMPARE_WITH_TIMEOUT(services().cities.entries().size(), std::size_t{1}, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(services().cities.entries().front().model != nullptr, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        QCOMPARE(services().cities.entries().front().model->objectCount(), 4U);

        // Pick a house in 3D: look straight down on the third one, click in the middle of the view.
        const QString modelId = services().cities.entries().front().id;
        m_window->scene().setCamera({{80045, 455006 - 1, 80}, {80045, 455006, 0}}, false);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        const QPoint middle = m_window->scene().rect().center();
        const auto picked = m_window->scene().pick(middle);
        QVERIFY(picked.has_value());
        QCOMPARE(services().cities.entry(modelId)->model->idOf(picked->object), QStringLiteral("house-2"));
        QWidget *canvas = m_window->scene().childAt(middle);
        QVERIFY(canvas != nullptr);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->mapFrom(&m_window->scene(), middle));
        QTRY_COMPARE(services().selection.things().size(), std::size_t{1});

        // The map and the card show it.
        QCOMPARE(m_window->details().heading(), QStringLiteral("House 2"));
        auto *outlines = qobject_cast<QgsVectorLayer *>(
            services().session.document().project().mapLayer(QStringLiteral("city/") + modelId));
        QVERIFY(outlines != nullptr);
        QCOMPARE(outlines->featureCount(), 4LL);

        // Hide the layer of trees, undo, redo.
        QgsProject &project = services().session.document().project();
        const QList<QgsMapLayer *> trees = project.mapLayersByName(QStringLiteral("trees"));
        QCOMPARE(trees.size(), 1);
        QgsLayerTreeLayer *node = project.layerTreeRoot()->findLayer(trees.first()->id());
        QVERIFY(node->itemVisibilityChecked());
        node->setItemVisibilityChecked(false);
        services().session.commit(QStringLiteral("Hide trees"));
        QVERIFY(services().host.current()->canUndo());
        m_window->actions().action("edit.undo")->trigger();
        node = project.layerTreeRoot()->findLayer(trees.first()->id());
        QVERIFY(node->itemVisibilityChecked());
        m_window->actions().action("edit.redo")->trigger();
        node = project.layerTreeRoot()->findLayer(trees.first()->id());
        QVERIFY(!node->itemVisibilityChecked());

        // Close and come back.
        m_window->views().setLayoutMode(widgets::ViewArea::Layout::Inset);
        m_window->setWorkplace(QStringLiteral("history"));
        const Box3 extent = m_window->map().viewExtent();
        stop();
        start();
        LOCI_VERIFY_RESULT(services().host.open(at(QStringLiteral("town.loci"))));
        show();
        QTRY_VERIFY_WITH_TIMEOUT(services().cities.entry(modelId) != nullptr &&
                                     services().cities.entry(modelId)->model != nullptr,
                                 kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        QCOMPARE(m_window->views().layoutMode(), widgets::ViewArea::Layout::Inset);
        QCOMPARE(m_window->workplaces().current(), QStringLiteral("history"));
        QgsProject &again = services().session.document().project();
        const QList<QgsMapLayer *> treesAgain = again.mapLayersByName(QStringLiteral("trees"));
        QCOMPARE(treesAgain.size(), 1);
        QVERIFY(!again.layerTreeRoot()->findLayer(treesAgain.first()->id())->itemVisibilityChecked());
        // The inset is narrower than the map was: the middle stays.
        QVERIFY(std::abs(m_window->map().viewExtent().centre().x - extent.centre().x) < 1);
        QVERIFY(services().host.current()->canUndo());
        m_window->actions().action("edit.undo")->trigger();
        QVERIFY(again.layerTreeRoot()->findLayer(treesAgain.first()->id())->itemVisibilityChecked());
    }

    void drawsFromTheCommandLineWhatAWorkspaceShows()
    {
        start();
        const QString path = at(QStringLiteral("drawn.loci"));
        LOCI_VERIFY_RESULT(services().host.create(path, QStringLiteral("planning")));
        show();
        drop(*m_window, {at(QStringLiteral("row.city.json")), at(QStringLiteral("trees.geojson"))});
        QTRY_COMPARE_WITH_TIMEOUT(services().cities.entries().size(), std::size_t{1}, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(services().cities.entries().front().model != nullptr, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        QCOMPARE(services().session.document().project().mapLayersByName(QStringLiteral("trees")).size(), 1);

        cli::Call call;
        call.arguments = {path, at(QStringLiteral("drawn.png"))};
        const auto names = [](const QJsonObject &json) {
            QStringList list;
            for (const auto &layer : json.value(QLatin1String("layers")).toArray()) {
                list << layer[QLatin1String("name")].toString();
            }
            return list;
        };
        const auto both = cli::renderMapVerb().run(call); // while the window holds the workspace
        LOCI_VERIFY_RESULT(both);
        QCOMPARE(names(both->json), (QStringList{QStringLiteral("trees"), QStringLiteral("row")}));
        QVERIFY(!QImage(call.arguments.last()).isNull());
        const auto scene = cli::renderSceneVerb().run(call);
        LOCI_VERIFY_RESULT(scene);
        QCOMPARE(scene->json.value(QLatin1String("drawn"))[QLatin1String("objects")].toInt(), 4);

        QgsProject &project = services().session.document().project();
        const QString trees = project.mapLayersByName(QStringLiteral("trees")).first()->id();
        project.layerTreeRoot()->findLayer(trees)->setItemVisibilityChecked(false);
        services().session.commit(QStringLiteral("Hide trees"));
        const auto one = cli::renderMapVerb().run(call);
        LOCI_VERIFY_RESULT(one);
        QCOMPARE(names(one->json), QStringList{QStringLiteral("row")});
    }

    void tellsInOneSentenceWhatCannotBeOpened()
    {
        start();
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        show();
        QVERIFY(!writeFile(at(QStringLiteral("broken.city.json")), smallCity().left(700)).isEmpty());
        QVERIFY(!writeFile(at(QStringLiteral("empty.geojson")), {}).isEmpty());
        drop(*m_window, {at(QStringLiteral("broken.city.json")), at(QStringLiteral("empty.geojson")),
                         at(QStringLiteral("nowhere.gpkg"))});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->workplaces().hasNoFindings(), kPatience);
    }

    void opensAFolderAndManyFilesAtOnce()
    {
        start();
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        show();
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder")));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("nothing")));
        QVERIFY(!writeFile(at(QStringLiteral("nothing/notes.doc")), "notes").isEmpty());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!writeFile(at(QStringLiteral("folder/trees %1.geojson").arg(i)), smallLayer()).isEmpty());
        }
        drop(*m_window, {at(QStringLiteral("folder"))});
        QgsProject &project = services().session.document().project();
        QTRY_COMPARE_WITH_TIMEOUT(project.mapLayers().size(), 20, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        QVERIFY(m_window->workplaces().hasNoFindings());
        // All at once, by their names, and again what cannot be opened: one sentence each.
        QStringList paths{at(QStringLiteral("nothing")), at(QStringLiteral("nothing/notes.doc"))};
        for (int i = 0; i < 20; ++i) {
            paths << at(QStringLiteral("folder/trees %1.geojson").arg(i));
        }
        drop(*m_window, paths);
        QTRY_COMPARE_WITH_TIMEOUT(project.mapLayers().size(), 40, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->workplaces().findings().model().findings().size(), std::size_t{2},
                                  kPatience);
        // Models too, but no .xml that is none.
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("models")));
        QVERIFY(!writeFile(at(QStringLiteral("models/roof.obj")), "v 0 0 3\nv 4 0 3\nv 0 4 5\nf 1 2 3\n").isEmpty());
        QVERIFY(!writeFile(at(QStringLiteral("models/notes.xml")), "<notes/>").isEmpty());
        drop(*m_window, {at(QStringLiteral("models"))});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled() && services().cities.entries().size() == 1, kPatience);
        QVERIFY(services().cities.entries().front().model != nullptr);
        QCOMPARE(services().cities.entries().front().path, at(QStringLiteral("models/roof.obj")));
    }

    void tellsWhenAFileChangesOrVanishesAndReloadsIt()
    {
        start();
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        show();
        QVERIFY(!writeFile(at(QStringLiteral("live.city.json")), smallCity()).isEmpty());
        QVERIFY(!writeFile(at(QStringLiteral("live.geojson")), smallLayer()).isEmpty());
        drop(*m_window, {at(QStringLiteral("live.city.json")), at(QStringLiteral("live.geojson"))});
        QTRY_VERIFY_WITH_TIMEOUT(
            !services().cities.entries().empty() && services().cities.entries().front().model != nullptr, kPatience);
        QgsProject &project = services().session.document().project();
        QTRY_COMPARE_WITH_TIMEOUT(project.mapLayersByName(QStringLiteral("live")).size(), 2, kPatience); // and outlines
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        const auto countOf = [this](const char *code) {
            const Findings &all = m_window->workplaces().findings().model().findings();
            return std::count_if(all.begin(), all.end(),
                                 [code](const Finding &f) { return f.code == QLatin1String(code); });
        };
        const auto layer = [&project]() -> QgsVectorLayer * {
            for (QgsMapLayer *each : project.mapLayers()) {
                if (!each->id().startsWith(QLatin1String("city/"))) {
                    return qobject_cast<QgsVectorLayer *>(each);
                }
            }
            return nullptr;
        };
        QVERIFY(layer() != nullptr);
        QCOMPARE(layer()->featureCount(), 2LL);

        // Replaced as careful programs do it: written beside and renamed.
        QVERIFY(!writeFile(at(QStringLiteral("new")), QByteArray(smallCity()).replace("house-3", "tower")).isEmpty());
        QVERIFY(QFile::remove(at(QStringLiteral("live.city.json"))) &&
                QFile::rename(at(QStringLiteral("new")), at(QStringLiteral("live.city.json"))));
        QTRY_COMPARE_WITH_TIMEOUT(countOf("source_changed"), 1, kPatience);
        const QString modelId = services().cities.entries().front().id;
        QVERIFY(services().cities.entry(modelId)->model->find("tower") == city::kNone);
        auto *reload = m_window->findChild<QToolButton *>(QStringLiteral("toastAction"));
        QVERIFY(reload != nullptr && reload->isVisible());
        QTest::mouseClick(reload, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(services().cities.entry(modelId)->model->find("tower") != city::kNone, kPatience);

        // Changed in place.
        QVERIFY(!writeFile(at(QStringLiteral("live.geojson")),
                           QByteArray(smallLayer())
                               .replace(R"(,{"type":"Feature","properties":{"name":"Lime"})",
                                        R"(,{"type":"Feature","properties":{"name":"Elm"},"geometry":null})"
                                        R"(,{"type":"Feature","properties":{"name":"Lime"})"))
                     .isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(countOf("source_changed"), 2, kPatience);
        QTest::mouseClick(reload, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(layer()->featureCount(), 3LL, kPatience);

        // Gone: told once, and what was read stays.
        QVERIFY(QFile::remove(at(QStringLiteral("live.city.json"))));
        QTRY_COMPARE_WITH_TIMEOUT(countOf("source_vanished"), 1, kPatience);
        QVERIFY(services().cities.entry(modelId)->model != nullptr);
    }

    void switchesLanguageAndThemeWithoutARestart()
    {
        start();
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        show();
        services().translator.use(QStringLiteral("zh_CN"));
        QTRY_COMPARE(m_window->actions().action("edit.undo")->text(), QStringLiteral("撤销"));
        widgets::applyTheme(*qApp, widgets::ThemeMode::Dark);
        QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 80);
        services().translator.use(QStringLiteral("en"));
        QTRY_COMPARE(m_window->actions().action("edit.undo")->text(), QStringLiteral("Undo"));
        widgets::applyTheme(*qApp, widgets::ThemeMode::Light);
    }

    void stopsReadingAModelWithinATenthOfASecond()
    {
        formats::SampleOptions options;
        options.buildings = 20'000;
        const auto sample = formats::writeSample(at(QStringLiteral("large")), options);
        LOCI_VERIFY_RESULT(sample);
        start();
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        show();
        m_window->openFiles({sample->files.first()});
        const auto isReading = [this] {
            const auto tasks = services().tasks.tasks();
            return std::any_of(tasks.begin(), tasks.end(), [](const workspace::TaskInfo &task) {
                return task.state == workspace::TaskInfo::State::Running && task.progress > 0;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isReading(), kPatience);
        QElapsedTimer clock;
        clock.start();
        for (const workspace::TaskInfo &task : services().tasks.tasks()) {
            services().tasks.cancel(task.id);
        }
        QTRY_VERIFY_WITH_TIMEOUT(services().tasks.isIdle(), kPatience);
        // A busy computer may be late; reading it all would take many times as long even there.
        QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));
        qInfo("stopped after %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(services().cities.entries().empty());
        QVERIFY(m_window->workplaces().hasNoFindings()); // who stops something needs no report of it
    }

    void opensTheRealHagueModelInBothViews()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("the shared real data is absent");
        }
        start();
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        show();
        m_window->openFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(
            !services().cities.entries().empty() && services().cities.entries().front().model != nullptr, kPatience);
        QCOMPARE(services().cities.entries().front().model->objectCount(), 2498U);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        QCOMPARE(m_window->map().viewCrs().value(), 28992);
        const QImage picture = m_window->grab().toImage();
        QVERIFY(!picture.isNull());
    }
};

LOCI_TEST_CLASS(TestWindow)
#include "window_test.moc"
