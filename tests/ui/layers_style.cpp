// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/layers_fixture.h"
#include "widgets/layers/colourramps.h"
#include "widgets/layers/layerclasses.h"
#include "widgets/layers/layerpropertiespanel.h"
#include "widgets/layers/layerstyle.h"

#include <qgsproject.h>
#include <qgsrulebasedrenderer.h>
#include <qgsvectorlayer.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace loci;
using namespace loci::widgets;

class TestLayerStyle : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::LayersFixture> m_fixture;
    std::unique_ptr<LayerPropertiesPanel> m_panel;
    QgsVectorLayer *m_layer = nullptr;

    QStringList labels() const
    {
        QStringList texts;
        const auto *renderer = dynamic_cast<QgsRuleBasedRenderer *>(m_layer->renderer());
        if (renderer) {
            for (const auto *rule : const_cast<QgsRuleBasedRenderer *>(renderer)->rootRule()->children()) {
                texts.append(rule->label());
            }
        }
        return texts;
    }
    void choose(const QString &combo, const QString &data)
    {
        auto *box = m_panel->findChild<QComboBox *>(combo);
        box->setCurrentIndex(box->findData(data));
        emit box->activated(box->currentIndex());
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<test::LayersFixture>();
        m_layer = m_fixture->addSquares();
        QVERIFY(m_layer);
        m_panel = std::make_unique<LayerPropertiesPanel>(*m_fixture->session, m_fixture->tasks, m_fixture->files);
        m_panel->resize(340, 700);
        m_panel->show();
        m_panel->setLayer(m_layer->id());
    }
    void cleanup()
    {
        m_panel.reset();
        m_fixture.reset();
    }

    void categorisesWithNoDataAndOtherValues()
    {
        QTest::mouseClick(m_panel->findChild<QAbstractButton *>(QStringLiteral("kind1")), Qt::LeftButton);
        choose(QStringLiteral("field"), QStringLiteral("kind"));
        QTRY_COMPARE(labels(), QStringList({"house", "tower", "No data", "Other values"}));
    }

    void graduatesAndStoresOneStep()
    {
        const auto steps = m_fixture->space->history().size();
        QTest::mouseClick(m_panel->findChild<QAbstractButton *>(QStringLiteral("kind2")), Qt::LeftButton);
        QTRY_VERIFY(labels().contains(QStringLiteral("No data")));
        m_panel->findChild<QSpinBox *>(QStringLiteral("classCount"))->setValue(2);
        choose(QStringLiteral("ramp"), QStringLiteral("cividis"));
        QVERIFY(m_panel->isEdited());
        QCOMPARE(m_fixture->space->history().size(), steps); // a preview is no step
        QTest::mouseClick(m_panel->findChild<QAbstractButton *>(QStringLiteral("done")), Qt::LeftButton);
        QCOMPARE(m_fixture->space->history().size(), steps + 1);
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Change style of Squares"));
        const LayerStyle style = readStyle(*m_layer);
        QCOMPARE(style.kind, StyleKind::Graduated);
        QCOMPARE(style.ramp, QStringLiteral("cividis"));
        QCOMPARE(int(style.classes.size()), 2);
        QVERIFY(m_fixture->space->undo());
        const auto *after = qobject_cast<QgsVectorLayer *>(m_fixture->project().mapLayer(m_panel->layerId()));
        QCOMPARE(readStyle(*after).kind, StyleKind::Single);
    }

    void revertsToWhatWasThere()
    {
        const QString before = m_layer->renderer()->type();
        QTest::mouseClick(m_panel->findChild<QAbstractButton *>(QStringLiteral("kind2")), Qt::LeftButton);
        QTRY_COMPARE(m_layer->renderer()->type(), QStringLiteral("RuleRenderer"));
        QTest::mouseClick(m_panel->findChild<QAbstractButton *>(QStringLiteral("revert")), Qt::LeftButton);
        QCOMPARE(m_layer->renderer()->type(), before);
        QVERIFY(!m_panel->isEdited());
    }

    void savesAndLoadsQml()
    {
        const QString path = m_fixture->folder.filePath(QStringLiteral("style.qml"));
        QTest::mouseClick(m_panel->findChild<QAbstractButton *>(QStringLiteral("kind2")), Qt::LeftButton);
        QTRY_VERIFY(!labels().isEmpty());
        const QStringList wished = labels();
        m_fixture->files.saves.push_back(path);
        m_panel->saveStyle();
        QVERIFY(QFile::exists(path));
        m_panel->revert();
        QVERIFY(labels().isEmpty());
        m_fixture->files.opens.push_back({path});
        m_panel->loadStyle();
        QCOMPARE(labels(), wished);
        QCOMPARE(readStyle(*m_layer).kind, StyleKind::Graduated);
    }

    void refusesAFileThatIsNoStyle()
    {
        const QString path = m_fixture->folder.filePath(QStringLiteral("bad.qml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<html/>");
        file.close();
        const QString before = m_layer->renderer()->type();
        m_fixture->files.opens.push_back({path});
        m_panel->loadStyle();
        QVERIFY(!m_panel->isEdited());
        QCOMPARE(m_layer->renderer()->type(), before);
    }

    void renamesTheLayer()
    {
        auto *name = m_panel->findChild<QLineEdit *>(QStringLiteral("name"));
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Plots"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_layer->name(), QStringLiteral("Plots"));
        QCOMPARE(m_fixture->space->undoTitle(), QStringLiteral("Rename layer Squares"));
    }

    void neverMakesMoreThanSevenClasses()
    {
        FieldSummary summary;
        for (int i = 0; i < 1000; ++i) {
            summary.numbers.append(i * i);
        }
        for (const ClassMode mode : {ClassMode::Equal, ClassMode::Quantile, ClassMode::Natural, ClassMode::Pretty}) {
            LayerStyle style;
            style.kind = StyleKind::Graduated;
            style.mode = mode;
            style.classCount = 7;
            const std::vector<StyleClass> classes = classesOf(summary, style);
            QVERIFY(classes.size() >= 4 && classes.size() <= 7);
            QVERIFY(classes.front().lower <= 0 && classes.back().upper >= 999.0 * 999.0);
            for (std::size_t i = 1; i < classes.size(); ++i) {
                QCOMPARE(classes[i].lower, classes[i - 1].upper); // no value falls between two classes
                QVERIFY(classes[i].colour != classes[i - 1].colour);
            }
        }
    }

    void hasColoursForEveryRamp()
    {
        for (const ColourRamp &ramp : colourRamps()) {
            for (int count = 1; count <= kMostClasses; ++count) {
                QCOMPARE(rampColours(ramp.id, count).size(), count);
            }
        }
    }
};

LOCI_TEST_CLASS(TestLayerStyle)
#include "layers_style.moc"
