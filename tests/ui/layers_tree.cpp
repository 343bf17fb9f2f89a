// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/layers_fixture.h"
#include "widgets/layers/bookmarkspanel.h"
#include "widgets/layers/layertreedelegate.h"
#include "widgets/layers/layertreefilter.h"
#include "widgets/layers/layertreepanel.h"
#include "widgets/layers/layertreeview.h"

#include <qgslayertree.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace loci;
using namespace loci::widgets;

class TestLayerTree : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::LayersFixture> m_fixture;
    std::unique_ptr<LayerTreePanel> m_panel;
    QgsVectorLayer *m_low = nullptr;
    QgsVectorLayer *m_high = nullptr;

    LayerTreeView *tree() const { return m_panel->findChild<LayerTreeView *>(); }
    QModelIndex row(const QString &name) const
    {
        const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                             Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
    QStringList order() const { return m_fixture->project().layerTreeRoot()->findLayerIds(); }
    void clickEye(const QString &name)
    {
        QStyleOptionViewItem option;
        option.rect = tree()->visualRect(row(name));
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, LayerTreeDelegate::eyeRect(option).center());
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<test::LayersFixture>();
        m_low = m_fixture->addSquares(QStringLiteral("Low"));
        m_high = m_fixture->addSquares(QStringLiteral("High"));
        QVERIFY(m_low && m_high);
        m_panel = std::make_unique<LayerTreePanel>(*m_fixture->session, m_fixture->selection, m_fixture->files);
        m_panel->resize(280, 600);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_fixture.reset();
    }

    void hidesALayerByTheEyeAndUndoShowsItAgain()
    {
        QVERIFY(row(QStringLiteral("High")).isValid());
        clickEye(QStringLiteral("High"));
        const QgsLayerTreeLayer *node = m_fixture->project().layerTreeRoot()->findLayer(m_high->id());
        QVERIFY(!node->itemVisibilityChecked());
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Hide layer High"));
        QVERIFY(m_fixture->space->undo());
        QVERIFY(m_fixture->project().layerTreeRoot()->findLayer(m_high->id())->itemVisibilityChecked());
        QCOMPARE(m_fixture->document->visibleLayers().size(), 2);
    }

    void togglesByTheSpaceBar()
    {
        m_panel->setCurrentLayer(m_low->id());
        QTest::keyClick(tree(), Qt::Key_Space);
        QVERIFY(!m_fixture->project().layerTreeRoot()->findLayer(m_low->id())->itemVisibilityChecked());
    }

    void renamesInPlaceWithTheKeyboard()
    {
        m_panel->setCurrentLayer(m_low->id());
        tree()->setFocus();
        m_panel->renameCurrent();
        auto *editor = tree()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("Houses"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_low->name(), QStringLiteral("Houses"));
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Rename layer Low"));
    }

    void movesWithAltAndArrow()
    {
        const QStringList before = order();
        m_panel->setCurrentLayer(before.first());
        QTest::keyClick(tree(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(order(), QStringList({before[1], before[0]}));
        QCOMPARE(m_panel->currentLayerId(), before[0]);
        QVERIFY(m_fixture->space->undo());
        QCOMPARE(order(), before);
        QCOMPARE(m_fixture->project().mapLayers().size(), 2);
    }

    void reordersByDragAndDrop()
    {
        const QStringList before = order();
        QAbstractItemModel *model = tree()->model();
        m_panel->setCurrentLayer(before.last());
        std::unique_ptr<QMimeData> data(model->mimeData({tree()->currentIndex()}));
        QVERIFY(model->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
        // The view takes the dragged rows away once the drop has been accepted.
        model->removeRow(model->rowCount() - 1);
        emit tree()->dragFinished();
        QCOMPARE(order(), QStringList({before[1], before[0]}));
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Reorder layers"));
        QTRY_COMPARE(m_fixture->project().mapLayers().size(), 2);
    }

    void groupsAndUngroupsByUndo()
    {
        m_panel->setCurrentLayer(m_low->id());
        m_panel->addGroup();
        QgsLayerTree *root = m_fixture->project().layerTreeRoot();
        QCOMPARE(root->findGroups().size(), 1);
        QCOMPARE(root->findLayer(m_low->id())->parent(), root->findGroups().first());
        QVERIFY(m_fixture->space->undo());
        QCOMPARE(root->findGroups().size(), 0);
    }

    void duplicatesAndRemoves()
    {
        m_panel->setCurrentLayer(m_low->id());
        m_panel->duplicateCurrent();
        QCOMPARE(m_fixture->project().mapLayers().size(), 3);
        QVERIFY(row(QStringLiteral("Low copy")).isValid());
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Delete);
        QTRY_COMPARE(m_fixture->project().mapLayers().size(), 2);
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Remove layer Low copy"));
        QVERIFY(m_fixture->space->undo());
        QTRY_COMPARE(m_fixture->project().mapLayers().size(), 3);
    }

    void findsByName()
    {
        auto *filter = m_panel->findChild<QLineEdit *>(QStringLiteral("filter"));
        QTest::keyClicks(filter, QStringLiteral("hig"));
        QTRY_VERIFY(!row(QStringLiteral("Low")).isValid());
        QVERIFY(row(QStringLiteral("High")).isValid());
        filter->clear();
        QTRY_VERIFY(row(QStringLiteral("Low")).isValid());
    }

    void changesOpacityInOneStep()
    {
        m_panel->setCurrentLayer(m_low->id());
        const auto steps = m_fixture->space->history().size();
        m_panel->showOpacity();
        auto *popover = m_panel->findChild<QWidget *>(QStringLiteral("opacityPopover"));
        QVERIFY(popover);
        auto *slider = popover->findChild<QSlider *>();
        slider->setValue(60);
        slider->setValue(40);
        QCOMPARE(m_low->opacity(), 0.4);
        popover->close();
        QCOMPARE(m_fixture->space->history().size(), steps + 1);
        QVERIFY(m_fixture->space->undo());
        QCOMPARE(qobject_cast<QgsVectorLayer *>(m_fixture->project().mapLayer(m_panel->currentLayerId()))->opacity(),
                 1.0);
    }

    void zoomsInTheCoordinatesOfTheMap()
    {
        QSignalSpy spy(m_panel.get(), &LayerTreePanel::zoomRequested);
        m_panel->setCurrentLayer(m_low->id());
        m_panel->zoomToCurrent();
        QCOMPARE(spy.count(), 1);
        const Box3 box = spy.first().first().value<Box3>();
        QVERIFY(box.min.x < box.max.x);
    }

    void listsCityModelsAndAsksForChanges()
    {
        QSignalSpy spy(m_panel.get(), &LayerTreePanel::cityVisibilityChanged);
        m_panel->setCityModels({{QStringLiteral("m1"), QStringLiteral("Delft"), true, 1, false, 862}});
        auto *cities = m_panel->findChild<QListView *>(QStringLiteral("cityModels"));
        QTRY_VERIFY(cities->isVisible());
        QStyleOptionViewItem option;
        option.rect = cities->visualRect(cities->model()->index(0, 0));
        QTest::mouseClick(cities->viewport(), Qt::LeftButton, {}, LayerTreeDelegate::eyeRect(option).center());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().at(1).toBool(), false);
    }

    void saysWhatBelongsThereWhenEmpty()
    {
        m_fixture->project().removeAllMapLayers();
        auto *add = m_panel->findChild<QPushButton *>(QStringLiteral("addLayer"));
        QTRY_VERIFY(!add->isVisible());
        QSignalSpy spy(m_panel.get(), &LayerTreePanel::addRequested);
        const QList<QPushButton *> buttons = m_panel->findChildren<QPushButton *>();
        const auto shown =
            std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) { return b->isVisible(); });
        QVERIFY(shown != buttons.end());
        QTest::mouseClick(*shown, Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
    }

    void keepsBookmarksAsUndoableDocuments()
    {
        Box3 shown;
        const Box3 here{{1, 2, 0}, {3, 4, 0}};
        BookmarksPanel bookmarks(*m_fixture->session, {[&] { return here; },
                                                       [] { return EpsgCode(28992); },
                                                       [&](const Box3 &box, EpsgCode) { shown = box; },
                                                       {},
                                                       {}});
        bookmarks.addCurrentView();
        auto *list = bookmarks.findChild<QListWidget *>(QStringLiteral("bookmarks"));
        QCOMPARE(list->count(), 1);
        const QString id = list->item(0)->data(Qt::UserRole).toString();
        bookmarks.goTo(id);
        QCOMPARE(shown.min.x, here.min.x);
        QCOMPARE(shown.max.y, here.max.y);
        bookmarks.rename(id, QStringLiteral("Market"));
        QCOMPARE(list->item(0)->text(), QStringLiteral("Market"));
        bookmarks.remove(id);
        QCOMPARE(list->count(), 0);
        QVERIFY(m_fixture->space->undo());
        QCOMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), QStringLiteral("Market"));
    }
};

LOCI_TEST_CLASS(TestLayerTree)
#include "layers_tree.moc"
