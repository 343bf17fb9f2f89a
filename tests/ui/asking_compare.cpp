// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/asking_fixture.h"
#include "widgets/city/comparemodel.h"
#include "widgets/city/comparepanel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::widgets;

/// Two versions of a model: the list, the colours for the 3D view, and the way to each object.
class TestComparePanel : public QObject
{
    Q_OBJECT

    struct Shown
    {
        test::AskingFixture fixture;
        ComparePanel panel{fixture.cities, fixture.selection, fixture.tasks};
        QString before, after;
        std::optional<SceneComparison> scene;

        Shown()
        {
            before = fixture.addBoxes(QStringLiteral("Before"), {6, 12, 9, 15});
            after = fixture.addBoxes(QStringLiteral("After"), {6, 0, 10, 15, 8}); // b2 gone, b3 higher, b5 new
            QObject::connect(&panel, &ComparePanel::comparisonShown, &panel,
                             [this](const std::optional<SceneComparison> &shown) { scene = shown; });
            panel.resize(380, 420);
            panel.show();
            panel.compare(before, after);
        }
        QTableView *view() const { return panel.findChild<QTableView *>(QStringLiteral("changes")); }
        QString cell(int row, int column) const { return view()->model()->index(row, column).data().toString(); }
    };

private slots:
    void listsWhatChanged()
    {
        Shown s;
        QTRY_COMPARE(s.view()->model()->rowCount(), 3);
        QCOMPARE(s.cell(0, CompareModel::Object), QStringLiteral("b5"));
        QCOMPARE(s.cell(0, CompareModel::Change), QStringLiteral("Added"));
        QCOMPARE(s.cell(1, CompareModel::Object), QStringLiteral("b2"));
        QCOMPARE(s.cell(2, CompareModel::Object), QStringLiteral("b3"));
        QVERIFY(s.cell(2, CompareModel::What).contains(QStringLiteral("geometry")));
        auto *kinds = s.panel.findChild<SegmentedControl *>();
        QTest::mouseClick(kinds->findChild<QToolButton *>(QStringLiteral("removed")), Qt::LeftButton);
        QCOMPARE(s.view()->model()->rowCount(), 1);
        QCOMPARE(s.cell(0, CompareModel::Object), QStringLiteral("b2"));
    }

    void coloursBothVersions()
    {
        Shown s;
        QTRY_VERIFY(s.scene.has_value());
        QCOMPARE(s.scene->after, s.after);
        const auto &after = *s.scene->afterClasses;
        QCOMPARE(after.ofObject.size(), std::size_t(4));
        QCOMPARE(after.ofObject, (std::vector<std::uint8_t>{0, 3, 0, 1})); // b1, b3, b4, b5
        QCOMPARE(after.legend.entries.size(), std::size_t(5));
        QCOMPARE(after.legend.entries[1].count, std::size_t(1));
        QCOMPARE(s.scene->gone, (std::vector<std::uint8_t>{0, 1, 0, 0}));
        s.panel.close();
        QVERIFY(!s.scene.has_value());
    }

    void aClickLeadsToTheObject()
    {
        Shown s;
        QTRY_COMPARE(s.view()->model()->rowCount(), 3);
        const QSignalSpy zoom(&s.fixture.selection, &Selection::zoomRequested);
        const QRect row = s.view()->visualRect(s.view()->model()->index(1, 1));
        QTest::mouseClick(s.view()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(zoom.count(), 1);
        QVERIFY(s.fixture.selection.contains(CityObjectRef{s.before, 1})); // removed: it is in the earlier one
    }

    void closesWhenAVersionGoes()
    {
        Shown s;
        QTRY_VERIFY(s.scene.has_value());
        const QSignalSpy closed(&s.panel, &ComparePanel::closed);
        s.fixture.cities.removeModel(s.before);
        QTRY_COMPARE(closed.count(), 1);
        QVERIFY(!s.scene.has_value());
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
        Shown s;
        QTRY_COMPARE(s.view()->model()->rowCount(), 3);
        const QPixmap picture = s.panel.grab();
        QVERIFY(!picture.isNull());
        if (const QString folder = qEnvironmentVariable("LOCI_SCREENS"); !folder.isEmpty()) {
            picture.save(QStringLiteral("%1/compare-%2.png").arg(folder, QLatin1String(QTest::currentDataTag())));
        }
        translator.use(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
    }
};

LOCI_TEST_CLASS(TestComparePanel)
#include "asking_compare.moc"
