// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "widgets/common/prompts.h"
#include "widgets/heritage/assetlistmodel.h"
#include "widgets/heritage/conceptpicker.h"
#include "widgets/heritage/datefield.h"
#include "widgets/heritage/facetbar.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/heritagepanel.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/sectionbox.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::widgets;
namespace sh = loci::storage::heritage;

/// The form, the list and the facets against a real catalogue.
class TestHeritageForm : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    workspace::TaskRunner m_tasks;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<HeritageDesk> m_desk;

    static heritage::Asset named(const QString &name, const QString &level, const QString &category)
    {
        heritage::Asset asset = heritage::Asset::make(name, QStringLiteral("zh"));
        asset.set(QStringLiteral("/level"), level);
        asset.set(QStringLiteral("/category"), category);
        return asset;
    }

private slots:
    void init()
    {
        auto made = workspace::Workspace::create(
            m_folder.filePath(QStringLiteral("%1 %2.loci")
                                  .arg(QLatin1String(QTest::currentTestFunction()),
                                       QLatin1String(QTest::currentDataTag() ? QTest::currentDataTag() : ""))));
        LOCI_VERIFY_RESULT(made);
        m_workspace = std::move(*made);
        m_desk = std::make_unique<HeritageDesk>(m_tasks);
        m_desk->setWorkspace(m_workspace.get());
        QVERIFY(m_desk->profile() != nullptr);
    }
    void cleanup()
    {
        m_desk.reset();
        m_workspace.reset();
    }

    void repeatsGroupsAndKeepsWhatItDoesNotKnow()
    {
        heritage::Asset asset = named(QStringLiteral("文昌阁"), QStringLiteral("1"), QStringLiteral("0300"));
        asset.set(QStringLiteral("/ours/only"), 7);
        RecordForm form;
        form.setContext(m_desk->formContext());
        form.setRecord(asset);
        QVERIFY(!form.isChanged());
        SectionBox *names = form.section(QStringLiteral("names"));
        QVERIFY(names != nullptr);
        QCOMPARE(names->entryCount(), 1);
        names->addEntry();
        FieldRow *second = form.row(QStringLiteral("/names/1/text"));
        QVERIFY(second != nullptr);
        QTest::keyClicks(second->editor().findChild<QLineEdit *>(), QStringLiteral("Wenchang Pavilion"));
        names->moveEntry(1, -1);
        QCOMPARE(form.record().text(QStringLiteral("/names/0/text")), QStringLiteral("Wenchang Pavilion"));
        QCOMPARE(form.record().text(QStringLiteral("/names/1/text")), QStringLiteral("文昌阁"));
        names->removeEntry(0);
        QCOMPARE(names->entryCount(), 1);
        QCOMPARE(form.record().value(QStringLiteral("/ours/only")).toInt(), 7);
        QVERIFY(!form.isChanged()); // as it was
    }

    void saysUnderTheFieldWhatIsWrong()
    {
        RecordForm form;
        form.setContext(m_desk->formContext());
        form.setRecord(named(QStringLiteral("永济桥"), QStringLiteral("3"), QStringLiteral("0300")));
        SectionBox *surveys = form.section(QStringLiteral("surveys"));
        QVERIFY(surveys != nullptr);
        surveys->addEntry();
        FieldRow *date = form.row(QStringLiteral("/surveys/0/date"));
        QVERIFY(date != nullptr);
        auto *edit = date->editor().findChild<QLineEdit *>();
        QTest::keyClicks(edit, QStringLiteral("some day"));
        QTRY_VERIFY(!date->problem().isEmpty());
        QVERIFY(form.hasErrors());
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("2024-10-18"));
        QTRY_VERIFY(date->problem().isEmpty());
        QCOMPARE(form.record().text(QStringLiteral("/surveys/0/date")), QStringLiteral("2024-10-18"));
    }

    void keepsEditsWhenTheRecordChangesElsewhere()
    {
        heritage::Asset asset = named(QStringLiteral("义仓"), QStringLiteral("4"), QStringLiteral("0300"));
        RecordForm form;
        form.setContext(m_desk->formContext());
        form.setRecord(asset);
        FieldRow *address = form.row(QStringLiteral("/address"));
        QVERIFY(address != nullptr);
        QTest::keyClicks(address->editor().findChild<QLineEdit *>(), QStringLiteral("Drum street 12"));
        asset.set(QStringLiteral("/district"), QStringLiteral("330100"));
        form.rebase(asset);
        QCOMPARE(form.record().text(QStringLiteral("/district")), QStringLiteral("330100"));
        QCOMPARE(form.record().text(QStringLiteral("/address")), QStringLiteral("Drum street 12"));
        QVERIFY(form.isChanged());
    }

    void readsDates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("edtf");
        QTest::newRow("reign") << QStringLiteral("清乾隆") << QStringLiteral("1736/1795");
        QTest::newRow("decade") << QStringLiteral("20世纪50年代") << QStringLiteral("195X");
        QTest::newRow("edtf") << QStringLiteral("1420~") << QStringLiteral("1420~");
        QTest::newRow("nonsense") << QStringLiteral("whenever") << QStringLiteral("whenever");
    }
    void readsDates()
    {
        QFETCH(QString, typed);
        QFETCH(QString, edtf);
        DateField field(m_desk->formContext().reigns);
        auto *edit = field.findChild<QLineEdit *>();
        edit->setText(typed);
        emit edit->textEdited(typed);
        QCOMPARE(field.value().toString(), edtf);
        QVERIFY(!field.understood().isEmpty());
    }

    void findsTermsInBothLanguagesAndByInitials()
    {
        const heritage::Vocabulary *categories = m_desk->profile()->vocabulary(QStringLiteral("category"));
        QVERIFY(categories != nullptr);
        QWidget parent;
        ConceptPicker picker(false, &parent);
        picker.setTerms(categories->choices, QStringLiteral("zh"));
        QCOMPARE(picker.shownCount(), static_cast<int>(categories->choices.size()));
        for (const char *words : {"古墓葬", "gmz", "tomb"}) {
            picker.search(QString::fromUtf8(words));
            QCOMPARE(picker.shownCount(), 1);
        }
    }

    void scrollsThroughManyAndNarrowsByFacets()
    {
        constexpr int kMany = 1500;
        std::vector<heritage::Asset> assets;
        assets.reserve(kMany);
        for (int i = 0; i < kMany; ++i) {
            assets.push_back(named(QStringLiteral("遗址 %1").arg(i), QString::number(1 + i % 5),
                                   i % 3 == 0 ? QStringLiteral("0100") : QStringLiteral("0300")));
        }
        LOCI_VERIFY_RESULT(m_desk->catalogue().putAll(assets, {}, {}, {}, QStringLiteral("Many")));
        DialogMessagePrompt messages;
        HeritagePanel panel(*m_desk, messages);
        panel.resize(304, 700);
        panel.show();
        QTRY_COMPARE(panel.model().total(), qint64(kMany));
        auto *list = panel.findChild<QListView *>(QStringLiteral("heritage.list"));
        QVERIFY(list != nullptr);
        for (int row = 0; row < kMany; row += 60) {
            list->scrollTo(panel.model().index(row));
            QVERIFY(!panel.model().index(row).data().toString().isEmpty());
            QVERIFY(panel.model().keptPages() <= 12);
        }
        QWidget *ruins = panel.facets().chip(sh::Facet::Category, QStringLiteral("0100"));
        QVERIFY(ruins != nullptr);
        static_cast<QToolButton *>(ruins)->click();
        QCOMPARE(panel.model().total(), qint64(kMany / 3));
        static_cast<QToolButton *>(panel.facets().chip(sh::Facet::Category, QStringLiteral("0100")))->click();
        QCOMPARE(panel.model().total(), qint64(kMany));
    }
};

LOCI_TEST_CLASS(TestHeritageForm)
#include "heritage_form.moc"
