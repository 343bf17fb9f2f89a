// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/asking_fixture.h"
#include "widgets/city/columncard.h"
#include "widgets/city/objecttablemodel.h"
#include "widgets/city/objecttablepanel.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::widgets;

/// The table of all objects of a city model: filter, sort, statistics, one selection.
class TestObjectTablePanel : public QObject
{
    Q_OBJECT

    struct Shown
    {
        test::AskingFixture fixture;
        ObjectTablePanel panel{fixture.cities, fixture.selection, fixture.tasks};
        QString id;

        explicit Shown(const std::vector<int> &heights)
        {
            id = fixture.addBoxes(QStringLiteral("Boxes"), heights);
            panel.resize(900, 300);
            panel.show();
            panel.setModel(id);
        }
        QTableView *view() const { return panel.findChild<QTableView *>(QStringLiteral("objects")); }
        QLineEdit *filter() const { return panel.findChild<QLineEdit *>(QStringLiteral("filter")); }
        QString cell(int row, int column) const { return view()->model()->index(row, column).data().toString(); }
        bool isReady() const { return !panel.isBusy() && view()->model()->columnCount() > 0; }
    };

private slots:
    void showsAllObjectsWithTheirHeights()
    {
        Shown s({6, 12, 9});
        QTRY_VERIFY(s.isReady());
        QCOMPARE(s.view()->model()->rowCount(), 3);
        QCOMPARE(s.cell(1, city::ObjectTable::Id), QStringLiteral("b2"));
        QCOMPARE(s.cell(1, city::ObjectTable::Type), QStringLiteral("Building"));
        QCOMPARE(s.cell(1, city::ObjectTable::Height), QStringLiteral("12.00"));
        QCOMPARE(s.cell(1, city::ObjectTable::Lods), QStringLiteral("1"));
    }

    void sortsByAColumn()
    {
        Shown s({6, 12, 9});
        QTRY_VERIFY(s.isReady());
        s.panel.sortBy(city::ObjectTable::Height, true);
        QTRY_VERIFY(s.isReady());
        QCOMPARE(s.cell(0, city::ObjectTable::Id), QStringLiteral("b2"));
        QCOMPARE(s.cell(2, city::ObjectTable::Id), QStringLiteral("b1"));
    }

    void filtersByWordsAndByExpression()
    {
        Shown s({6, 12, 9, 15});
        QTRY_VERIFY(s.isReady());
        const QSignalSpy rows(&s.panel, &ObjectTablePanel::rowsShown);
        s.filter()->setText(QStringLiteral("home"));
        QTRY_COMPARE(s.view()->model()->rowCount(), 2);
        auto *asExpression = s.panel.findChild<QToolButton *>(QStringLiteral("asExpression"));
        asExpression->setChecked(true);
        s.filter()->setText(QStringLiteral("measured_height > 8 AND \"use\" = 'shop'"));
        QTRY_COMPARE(s.view()->model()->rowCount(), 1);
        QCOMPARE(s.cell(0, city::ObjectTable::Id), QStringLiteral("b3"));
        QVERIFY(rows.count() >= 2);
        auto *problem = s.panel.findChild<QLabel *>(QStringLiteral("problem"));
        s.filter()->setText(QStringLiteral("no_such_column > 1"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QLatin1String("no_such_column")));
        s.filter()->setText(QStringLiteral("storeys >"));
        QTRY_VERIFY(!s.panel.isBusy() && !problem->text().contains(QLatin1String("no_such_column")));
        QVERIFY(problem->isVisible());
        s.filter()->setText(QStringLiteral("storeys = 5"));
        QTRY_COMPARE(s.cell(0, city::ObjectTable::Id), QStringLiteral("b4"));
        QVERIFY(!problem->isVisible());
    }

    void selectsWhatTheFilterFound()
    {
        Shown s({6, 12, 9, 15});
        QTRY_VERIFY(s.isReady());
        s.filter()->setText(QStringLiteral("shop"));
        QTRY_COMPARE(s.view()->model()->rowCount(), 2);
        s.panel.findChild<QToolButton *>(QStringLiteral("selectShown"))->click();
        QCOMPARE(s.fixture.selection.things().size(), std::size_t(2));
        QVERIFY(s.fixture.selection.contains(CityObjectRef{s.id, 2}));
        QCOMPARE(s.view()->selectionModel()->selectedRows().size(), 2);
        // And the other way round.
        s.fixture.selection.set({CityObjectRef{s.id, 0}});
        QCOMPARE(s.view()->selectionModel()->selectedRows().size(), 1);
        s.view()->selectRow(1);
        QVERIFY(s.fixture.selection.contains(CityObjectRef{s.id, 2}));
        QCOMPARE(s.fixture.selection.things().size(), std::size_t(1));
    }

    void sumsUpAColumn()
    {
        Shown s({6, 12, 9});
        QTRY_VERIFY(s.isReady());
        s.panel.showStatistics(city::ObjectTable::Height);
        auto *card = s.panel.findChild<ColumnCard *>();
        QVERIFY(card->isVisible());
        const auto figure = [card](const QString &name) {
            for (const auto &[key, value] : card->figures()) {
                if (key == name) {
                    return value;
                }
            }
            return QString();
        };
        QCOMPARE(figure(QStringLiteral("Mean")), QStringLiteral("9"));
        QCOMPARE(figure(QStringLiteral("Largest")), QStringLiteral("12"));
        card->hide();
        s.panel.showStatistics(s.view()->model()->columnCount() - 1); // "use"
        QCOMPARE(figure(QStringLiteral("Different values")), QStringLiteral("2"));
        card->hide();
    }

    void followsTheLibrary()
    {
        Shown s({6, 12});
        QTRY_VERIFY(s.isReady());
        s.fixture.cities.removeModel(s.id);
        QTRY_COMPARE(s.view()->model()->rowCount(), 0);
    }

    void drawsInBothThemesAndLanguages_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("language");
        QTest::newRow("light-en") << int(ThemeMode::Light) << "en";
        QTest::newRow("dark-zh") << int(ThemeMode::Dark) << "zh_CN";
    }
    void drawsInBothThemesAndLanguages()
    {
        QFETCH(int, mode);
        QFETCH(QString, language);
        applyTheme(*qApp, ThemeMode(mode));
        Translator translator;
        translator.use(language);
        Shown s({6, 12, 9, 15, 21, 8, 7, 12});
        QTRY_VERIFY(s.isReady());
        const auto keep = [](QWidget &widget, const char *name) {
            const QPixmap picture = widget.grab();
            QVERIFY(!picture.isNull());
            if (const QString folder = qEnvironmentVariable("LOCI_SCREENS"); !folder.isEmpty()) {
                picture.save(QStringLiteral("%1/%2-%3.png")
                                 .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag())));
            }
        };
        keep(s.panel, "table");
        auto *card = s.panel.findChild<ColumnCard *>();
        s.panel.showStatistics(city::ObjectTable::Height);
        keep(*card, "numbers");
        s.panel.showStatistics(s.view()->model()->columnCount() - 1);
        keep(*card, "classes");
        card->hide();
        translator.use(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
    }
};

LOCI_TEST_CLASS(TestObjectTablePanel)
#include "asking_table.moc"
