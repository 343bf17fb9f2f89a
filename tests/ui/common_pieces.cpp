// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/propertylist.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/status.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/toast.h"
#include "widgets/models/recents.h"
#include "widgets/models/selection.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace loci::widgets;

class TestPieces : public QObject
{
    Q_OBJECT
private slots:
    void everyStatusHasItsOwnShape();
    void segmentsAreChosenByMouseAndArrows();
    void toastOffersUndoAndGoes();
    void propertyListCopiesAsText();
    void emptyStateOffersTheFirstStep();
    void searchFieldClearsOnEscape();
    void sidePanelSwapsItsContent();
    void selectionHoldsEachThingOnce();
    void selectionOfManyThingsIsQuick();
    void recentsKeepNewestFirstAndTwelve();
};

void TestPieces::everyStatusHasItsOwnShape()
{
    QSet<QByteArray> shapes;
    QSet<QString> words;
    for (int i = 0; i < 6; ++i) {
        QImage image(16, 16, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawStatus(painter, static_cast<Status>(i), QRectF(0, 0, 16, 16));
        painter.end();
        // Only the shape counts here, not the colour: greyscale print must tell them apart.
        const QImage alpha = image.convertToFormat(QImage::Format_Alpha8);
        shapes.insert(QByteArray(reinterpret_cast<const char *>(alpha.constBits()), alpha.sizeInBytes()));
        words.insert(statusWord(static_cast<Status>(i)));
    }
    QCOMPARE(shapes.size(), 6);
    QCOMPARE(words.size(), 6);
}

void TestPieces::segmentsAreChosenByMouseAndArrows()
{
    SegmentedControl control;
    control.addSegment(QStringLiteral("map"), QStringLiteral("Map"));
    control.addSegment(QStringLiteral("split"), QStringLiteral("Split"));
    control.addSegment(QStringLiteral("3d"), QStringLiteral("3D"));
    control.show();
    QVERIFY(QTest::qWaitForWindowExposed(&control));
    QSignalSpy chosen(&control, &SegmentedControl::chosen);
    QCOMPARE(control.current(), QStringLiteral("map"));
    control.setCurrent(QStringLiteral("split"));
    QCOMPARE(chosen.size(), 0);
    QTest::mouseClick(control.findChild<QToolButton *>(QStringLiteral("3d")), Qt::LeftButton);
    QCOMPARE(chosen.takeFirst().at(0).toString(), QStringLiteral("3d"));
    control.findChild<QToolButton *>(QStringLiteral("3d"))->setFocus(Qt::TabFocusReason);
    QTest::keyClick(control.findChild<QToolButton *>(QStringLiteral("3d")), Qt::Key_Left);
    QCOMPARE(control.current(), QStringLiteral("split"));
    QCOMPARE(chosen.size(), 1);
}

void TestPieces::toastOffersUndoAndGoes()
{
    QWidget window;
    window.resize(800, 600);
    Toast toast(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    int undone = 0;
    toast.showMessage(QStringLiteral("Layer removed"), QStringLiteral("Undo"), [&] { ++undone; });
    QVERIFY(toast.isVisible());
    QVERIFY(window.rect().contains(toast.geometry().center()));
    for (QToolButton *button : toast.findChildren<QToolButton *>()) {
        if (button->text() == u"Undo") {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QCOMPARE(undone, 1);
    QVERIFY(!toast.isVisible());
    toast.showProblem(QStringLiteral("A very long sentence about a file that is gone. ").repeated(6));
    QVERIFY(toast.width() <= window.width());
}

void TestPieces::propertyListCopiesAsText()
{
    PropertyList list;
    list.setRows({{QStringLiteral("Height"), QStringLiteral("64.3"), QStringLiteral("m")},
                  {QStringLiteral("Name"), QStringLiteral("a<b")}});
    QCOMPARE(list.asText(), QStringLiteral("Height\t64.3 m\nName\ta<b"));
    list.setRows({});
    QCOMPARE(list.count(), 0);
}

void TestPieces::emptyStateOffersTheFirstStep()
{
    EmptyState state(QStringLiteral("layers"));
    state.setTexts(QStringLiteral("Layers appear here."), QStringLiteral("Open a file"));
    state.resize(300, 300);
    state.show();
    QVERIFY(QTest::qWaitForWindowExposed(&state));
    QSignalSpy step(&state, &EmptyState::stepRequested);
    QTest::mouseClick(state.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(step.size(), 1);
    state.setTexts(QStringLiteral("Nothing to do."));
    QVERIFY(!state.findChild<QPushButton *>()->isVisible());
}

void TestPieces::searchFieldClearsOnEscape()
{
    SearchField field;
    field.show();
    QTest::keyClicks(&field, QStringLiteral("tower"));
    QCOMPARE(field.text(), QStringLiteral("tower"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
}

void TestPieces::sidePanelSwapsItsContent()
{
    SidePanel panel(QStringLiteral("Layers"));
    QPointer<QWidget> first = new QWidget;
    auto *second = new QWidget;
    panel.setContent(first);
    panel.setContent(second);
    QTRY_VERIFY(first.isNull());
    QCOMPARE(second->parentWidget(), &panel);
    QCOMPARE(panel.title(), QStringLiteral("Layers"));
}

void TestPieces::selectionHoldsEachThingOnce()
{
    Selection selection;
    QSignalSpy changed(&selection, &Selection::changed);
    const SelectedThing a = CityObjectRef{QStringLiteral("m"), 1, 2};
    const SelectedThing b = FeatureRef{QStringLiteral("l"), 7};
    selection.set({a, b, a});
    QCOMPARE(selection.things().size(), std::size_t(2));
    selection.set({a, b});
    QCOMPARE(changed.size(), 1);
    selection.toggle(a);
    QVERIFY(!selection.contains(a));
    selection.add({a, b});
    QCOMPARE(selection.things(), (std::vector<SelectedThing>{b, a}));
    selection.clear();
    QVERIFY(selection.isEmpty());
    QCOMPARE(changed.size(), 4);
}

void TestPieces::selectionOfManyThingsIsQuick()
{
    Selection selection;
    std::vector<SelectedThing> many;
    for (std::uint32_t i = 0; i < 200000; ++i) {
        many.push_back(CityObjectRef{QStringLiteral("m"), i % 100000});
    }
    QElapsedTimer timer;
    timer.start();
    selection.set(many);
    QCOMPARE(selection.things().size(), std::size_t(100000));
    QVERIFY2(timer.elapsed() < 3000, "a selection must not take quadratic time");
}

void TestPieces::recentsKeepNewestFirstAndTwelve()
{
    QTemporaryDir folder;
    Recents recents;
    recents.clear();
    QSignalSpy changed(&recents, &Recents::changed);
    for (int i = 0; i < 15; ++i) {
        recents.add(folder.filePath(QStringLiteral("w%1.loci").arg(i)), QStringLiteral("W\t%1").arg(i));
    }
    QCOMPARE(changed.size(), 15);
    QCOMPARE(recents.entries().size(), std::size_t(Recents::kMost));
    QCOMPARE(recents.entries().front().name, QStringLiteral("W 14"));
    QVERIFY(recents.entries().front().missing);
    QFile file(folder.filePath(QStringLiteral("w5.loci")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    recents.add(file.fileName(), QStringLiteral("W5"));
    QCOMPARE(recents.entries().size(), std::size_t(Recents::kMost));
    QVERIFY(!recents.entries().front().missing);
    QImage picture(960, 540, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    recents.setThumbnail(file.fileName(), picture);
    QCOMPARE(recents.thumbnail(file.fileName()).width(), 480);
    recents.remove(file.fileName());
    QVERIFY(recents.thumbnail(file.fileName()).isNull());
}

LOCI_TEST_CLASS(TestPieces)
#include "common_pieces.moc"
