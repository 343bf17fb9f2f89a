// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/print/mapexporter.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/layers_fixture.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/layers/addsourcepanel.h"
#include "widgets/layers/attributetablepanel.h"
#include "widgets/layers/bookmarkspanel.h"
#include "widgets/layers/frameoverlay.h"
#include "widgets/layers/layerpropertiespanel.h"
#include "widgets/layers/layertreepanel.h"
#include "widgets/layers/printpanel.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace loci;
using namespace loci::widgets;

/// Draws every panel with real data in both themes and languages. With LOCI_SCREENS=<folder> the pictures are kept.
class TestLayerScreens : public QObject
{
    Q_OBJECT

private slots:
    void everyPanelDrawsInBothThemesAndLanguages_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("language");
        QTest::newRow("light-en") << int(ThemeMode::Light) << "en";
        QTest::newRow("dark-zh") << int(ThemeMode::Dark) << "zh_CN";
        QTest::newRow("light-zh") << int(ThemeMode::Light) << "zh_CN";
        QTest::newRow("dark-en") << int(ThemeMode::Dark) << "en";
    }
    void everyPanelDrawsInBothThemesAndLanguages()
    {
        QFETCH(int, mode);
        QFETCH(QString, language);
        const QString lots = test::sharedData(QStringLiteral("base/nyc_brooklyn/Gowanus-Rezoning-Lots.geojson"));
        if (lots.isEmpty()) {
            QSKIP("shared data is absent");
        }
        test::LayersFixture fixture;
        applyTheme(*qApp, ThemeMode(mode));
        Translator translator;
        translator.use(language);
        fixture.open(test::sharedData(QStringLiteral("base/delft/tudcampus_influRegion.geojson")),
                     QStringLiteral("Study area"));
        const QString zoning = fixture.open(test::sharedData(QStringLiteral("base/nyc_brooklyn/cb6-zoning.geojson")),
                                            QStringLiteral("Zoning districts"));
        fixture.open(test::sharedData(QStringLiteral("base/nyc_brooklyn/cb6-bike-routes.geojson")),
                     QStringLiteral("Bike routes"));
        const QString lotsId = fixture.open(lots, QStringLiteral("Gowanus lots"));
        QVERIFY(!zoning.isEmpty() && !lotsId.isEmpty());

        const auto keep = [&](QWidget &widget, const char *name, QSize size) {
            widget.resize(size);
            widget.show();
            QVERIFY(QTest::qWaitForWindowExposed(&widget));
            const QImage picture = widget.grab().toImage();
            QVERIFY(!picture.isNull());
            if (const QString folder = qEnvironmentVariable("LOCI_SCREENS"); !folder.isEmpty()) {
                picture.save(QStringLiteral("%1/%2-%3.png")
                                 .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag())));
            }
        };
        LayerPropertiesPanel properties(*fixture.session, fixture.tasks, fixture.files);
        properties.setLayer(zoning);
        QTest::mouseClick(properties.findChild<QAbstractButton *>(QStringLiteral("kind1")), Qt::LeftButton);
        QTRY_VERIFY(properties.isEdited());
        keep(properties, "properties", {340, 820});
        properties.store();

        LayerTreePanel tree(*fixture.session, fixture.selection, fixture.files);
        tree.setCityModels({{QStringLiteral("a"), QStringLiteral("The Hague centre"), true, 1, false, 2498},
                            {QStringLiteral("b"), QStringLiteral("Delft campus"), false, 1, false, 862}});
        tree.setCurrentLayer(lotsId);
        keep(tree, "tree", {280, 620});

        AttributeTablePanel table(*fixture.session, fixture.selection, fixture.tasks, fixture.files);
        QSignalSpy shown(&table, &AttributeTablePanel::rowsShown);
        table.setLayer(lotsId);
        QVERIFY(shown.wait(20000));
        table.resize(1000, 320);
        table.show();
        table.grab();
        QTRY_VERIFY(!fixture.tasks.tasks().empty());
        QTRY_VERIFY((table.grab(), table.findChild<QAbstractItemView *>()->model()->index(0, 0).data().toString() !=
                                       QStringLiteral("…")));
        keep(table, "table", {1000, 320});

        AddSourcePanel add(*fixture.session, fixture.tasks, fixture.files);
        keep(add, "add", {360, 520});
        add.setTab(AddSourcePanel::Tab::Database);
        keep(add, "database", {360, 520});

        const auto *layer = fixture.project().mapLayer(lotsId);
        const QgsRectangle e = layer->extent();
        const Box3 view{{e.xMinimum(), e.yMinimum(), 0}, {e.xMaximum(), e.yMaximum(), 0}};
        BookmarksPanel bookmarks(*fixture.session, {[&] { return view; }, {}, {}, {}, {}});
        keep(bookmarks, "bookmarks-empty", {280, 320});
        bookmarks.addCurrentView();
        bookmarks.addCurrentView();
        keep(bookmarks, "bookmarks", {280, 320});

        QWidget map;
        map.resize(900, 640);
        map.show();
        PrintPanel print(*fixture.session, fixture.files);
        print.attach(&map, {[&] { return view; }, {}, {}, {}, {}});
        keep(print, "print", {340, 760});
        keep(map, "frame", {900, 640});
        if (const QString folder = qEnvironmentVariable("LOCI_SCREENS"); !folder.isEmpty()) {
            map::PrintRequest request = print.request();
            request.dpi = 110;
            request.texts = {QStringLiteral("Gowanus rezoning"),
                             QStringLiteral("Zoning districts and lots, Brooklyn Community District 6"),
                             QStringLiteral("Planning bureau"),
                             QStringLiteral("M. de Vries"),
                             QStringLiteral("NYC Open Data"),
                             {}};
            LOCI_VERIFY_RESULT(map::exportMap(
                request, QStringLiteral("%1/sheet-%2.png").arg(folder, QLatin1String(QTest::currentDataTag()))));
        }
        translator.use(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
    }
};

LOCI_TEST_CLASS(TestLayerScreens)
#include "layers_screens.moc"
