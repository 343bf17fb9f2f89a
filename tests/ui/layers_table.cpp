// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/layers_fixture.h"
#include "widgets/layers/attributetablemodel.h"
#include "widgets/layers/attributetablepanel.h"

#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::widgets;

class TestAttributeTable : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::LayersFixture> m_fixture;
    std::unique_ptr<AttributeTablePanel> m_panel;
    QgsVectorLayer *m_layer = nullptr;

    QTableView *table() const { return m_panel->findChild<QTableView *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int column(const QString &name) const { return m_layer->fields().lookupField(name); }
    void type(const QString &text)
    {
        auto *filter = m_panel->findChild<QLineEdit *>(QStringLiteral("filter"));
        filter->clear();
        QTest::keyClicks(filter, text);
        QTest::keyClick(filter, Qt::Key_Return);
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<test::LayersFixture>();
        m_layer = m_fixture->addSquares();
        QVERIFY(m_layer);
        m_panel = std::make_unique<AttributeTablePanel>(*m_fixture->session, m_fixture->selection, m_fixture->tasks,
                                                        m_fixture->files);
        m_panel->resize(900, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QSignalSpy shown(m_panel.get(), &AttributeTablePanel::rowsShown);
        m_panel->setLayer(m_layer->id());
        QVERIFY(shown.wait());
    }
    void cleanup()
    {
        m_panel.reset();
        m_fixture.reset();
    }

    void showsValuesAndMissingOnes()
    {
        QCOMPARE(table()->model()->rowCount(), 3);
        QTRY_COMPARE(cell(0, column("name")), QStringLiteral("Square 1"));
        QCOMPARE(cell(1, column("height")), QStringLiteral("21"));
        QCOMPARE(cell(2, column("height")), QStringLiteral("–"));
    }

    void sortsByAClickOnTheHeader()
    {
        QHeaderView *header = table()->horizontalHeader();
        const int height = column("height");
        const QPoint at(header->sectionViewportPosition(height) + 20, header->height() / 2);
        QSignalSpy shown(m_panel.get(), &AttributeTablePanel::rowsShown);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(m_panel->query().descending);
        QTRY_COMPARE(cell(0, height), QStringLiteral("21"));
        QTRY_COMPARE(cell(2, height), QStringLiteral("–")); // unknown comes last either way
    }

    void filtersByTextAndByExpression()
    {
        type(QStringLiteral("tower"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QTest::mouseClick(m_panel->findChild<QToolButton *>(QStringLiteral("asExpression")), Qt::LeftButton);
        type(QStringLiteral("\"height\" > 5"));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
    }

    void saysWhatIsWrongWithAnExpression()
    {
        QTest::mouseClick(m_panel->findChild<QToolButton *>(QStringLiteral("asExpression")), Qt::LeftButton);
        type(QStringLiteral("\"height\" >"));
        auto *problem = m_panel->findChild<QLabel *>(QStringLiteral("problem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().startsWith(QStringLiteral("This expression cannot be read")));
        QCOMPARE(table()->model()->rowCount(), 3); // the rows of before stay
        type(QStringLiteral("\"heigth\" > 5"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("heigth")));
    }

    void sharesTheSelectionBothWays()
    {
        table()->selectRow(1);
        QTRY_COMPARE(m_fixture->selection.things().size(), std::size_t(1));
        const auto feature = std::get<FeatureRef>(m_fixture->selection.things().front());
        QCOMPARE(feature.layerId, m_layer->id());
        const auto &ids = static_cast<AttributeTableModel *>(table()->model())->ids();
        QCOMPARE(feature.featureId, std::int64_t(ids[1]));
        m_fixture->selection.set({FeatureRef{m_layer->id(), ids[2]}});
        QVERIFY(table()->selectionModel()->isRowSelected(2));
        QVERIFY(!table()->selectionModel()->isRowSelected(1));
    }

    void copiesRowsAsText()
    {
        table()->selectRow(0);
        m_panel->copyRows();
        QTRY_VERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Square 1")));
        QCOMPARE(QApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 2);
    }

    void exportsWhatIsShown()
    {
        const QString path = m_fixture->folder.filePath(QStringLiteral("out.csv"));
        type(QStringLiteral("house"));
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        m_panel->setColumnShown(QStringLiteral("kind"), false);
        m_fixture->files.saves.push_back(path);
        m_panel->exportCsv();
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.contains("kind"));
        QVERIFY(!text.contains("house"));
        QVERIFY(text.contains("Square 1,10.5\r\n"));
        QCOMPARE(text.count("\r\n"), 3);
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Choose columns of Squares"));
    }

    void staysFluentWithManyRows()
    {
        const int rows = 200000;
        auto *big = new QgsVectorLayer(QStringLiteral("None?field=n:integer&field=text:string"), QStringLiteral("Big"),
                                       QStringLiteral("memory"));
        QgsFeatureList features;
        features.reserve(rows);
        for (int i = 0; i < rows; ++i) {
            QgsFeature feature(big->fields());
            feature.setAttribute(0, rows - i); // not as a list in braces: two values are also "size, value"
            feature.setAttribute(1, QStringLiteral("row %1").arg(i));
            features.append(feature);
        }
        big->dataProvider()->addFeatures(features);
        features.clear();
        m_fixture->project().addMapLayer(big, false);
        QSignalSpy shown(m_panel.get(), &AttributeTablePanel::rowsShown);
        QElapsedTimer timer;
        timer.start();
        m_panel->setLayer(big->id());
        const qint64 blocked = timer.elapsed();
        QVERIFY(shown.wait(30000));
        QCOMPARE(table()->model()->rowCount(), rows);
        // A jump to the end asks for one block there, and the window does not wait for it.
        timer.restart();
        table()->scrollToBottom();
        table()->grab();
        const qint64 jump = timer.elapsed();
        QTRY_COMPARE(cell(rows - 1, 0), QStringLiteral("1"));
        qInfo("200 000 rows: opening holds the window %lld ms, a jump to the end %lld ms", blocked, jump);
        QVERIFY(blocked < 1000);
        QVERIFY(jump < 2000);
    }
};

LOCI_TEST_CLASS(TestAttributeTable)
#include "layers_table.moc"
