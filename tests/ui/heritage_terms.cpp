// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplevocabularies.h"
#include "layers/workspace/heritage/exporting.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "widgets/common/searchfield.h"
#include "widgets/heritage/choicefield.h"
#include "widgets/heritage/conceptpicker.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/sectionbox.h"

#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace loci;
using namespace loci::widgets;

/// Thesauri of the workspace in the pickers of a record's form.
class TestHeritageTerms : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    workspace::TaskRunner m_tasks;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<HeritageDesk> m_desk;
    std::unique_ptr<RecordForm> m_form;

    ConceptField *field(const QString &path)
    {
        FieldRow *row = m_form->row(path);
        return row != nullptr ? qobject_cast<ConceptField *>(&row->editor()) : nullptr;
    }
    void openForm(const QJsonObject &component)
    {
        heritage::Asset asset = heritage::Asset::make(QStringLiteral("望江楼"), QStringLiteral("zh"));
        asset.set(QStringLiteral("/components"), QJsonArray{component});
        m_form = std::make_unique<RecordForm>();
        m_form->setContext(m_desk->formContext());
        m_form->setRecord(asset);
    }
    static void choose(ConceptField &field, const QString &typed)
    {
        auto *search = field.picker().findChild<SearchField *>();
        search->setText(typed);
        QTest::keyClick(search, Qt::Key_Return);
    }

private slots:
    void init()
    {
        auto made = workspace::Workspace::create(
            m_folder.filePath(QLatin1String(QTest::currentTestFunction()) + QStringLiteral(".loci")));
        LOCI_VERIFY_RESULT(made);
        m_workspace = std::move(*made);
        m_desk = std::make_unique<HeritageDesk>(m_tasks);
        m_desk->setWorkspace(m_workspace.get());
    }
    void cleanup()
    {
        m_form.reset();
        m_desk.reset();
        m_workspace.reset();
    }

    void withoutThesauriATermIsTyped()
    {
        openForm({{QStringLiteral("name"), QStringLiteral("正殿")}});
        ConceptField *material = field(QStringLiteral("/components/0/material"));
        QVERIFY(material != nullptr);
        QVERIFY(material->picker().shownCount() == 0);
    }

    void ownVocabulariesAreFoundInBothLanguagesAndByInitials()
    {
        LOCI_VERIFY_RESULT(app::addSampleVocabularies(*m_workspace));
        openForm({{QStringLiteral("name"), QStringLiteral("正殿")}});
        ConceptField *material = field(QStringLiteral("/components/0/material"));
        QVERIFY(material != nullptr);
        const int all = material->picker().shownCount();
        QVERIFY(all > 30);
        for (const QString &typed : {QStringLiteral("青砖"), QStringLiteral("qz"), QStringLiteral("grey brick")}) {
            material->setValue(QJsonValue());
            choose(*material, typed);
            const QJsonObject chosen = material->value().toObject();
            QCOMPARE(chosen.value(QLatin1String("concept")).toString(),
                     QStringLiteral("urn:loci:sample:materials:grey-brick"));
            QCOMPARE(chosen.value(QLatin1String("scheme")).toString(), QStringLiteral("urn:loci:sample:materials"));
            const QJsonObject label = chosen.value(QLatin1String("label")).toObject();
            QCOMPARE(label.value(QLatin1String("zh")).toString(), QStringLiteral("青砖"));
            QCOMPARE(label.value(QLatin1String("en")).toString(), QStringLiteral("Grey brick"));
        }
        choose(*material, QStringLiteral("汉白玉")); // another name of marble
        QCOMPARE(material->value().toObject().value(QLatin1String("concept")).toString(),
                 QStringLiteral("urn:loci:sample:materials:marble"));
        // What is wanted is the term, not the thesaurus above it.
        choose(*material, QStringLiteral("建筑材料"));
        QCOMPARE(material->value().toObject().value(QLatin1String("concept")).toString(),
                 QStringLiteral("urn:loci:sample:materials:marble"));
    }

    void anOldTermStaysReadableAndIsMarked()
    {
        LOCI_VERIFY_RESULT(app::addSampleVocabularies(*m_workspace));
        const QJsonObject old{{QStringLiteral("scheme"), QStringLiteral("urn:loci:sample:materials")},
                              {QStringLiteral("concept"), QStringLiteral("urn:loci:sample:materials:deal")},
                              {QStringLiteral("label"), QJsonObject{{QStringLiteral("zh"), QStringLiteral("杂木")},
                                                                    {QStringLiteral("en"), QStringLiteral("Deal")}}}};
        openForm({{QStringLiteral("name"), QStringLiteral("正殿")}, {QStringLiteral("material"), old}});
        ConceptField *material = field(QStringLiteral("/components/0/material"));
        QVERIFY(material != nullptr);
        QCOMPARE(material->value().toObject(), old);
        const auto *remark = material->findChild<QLabel *>();
        QVERIFY(remark != nullptr && !remark->isHidden());
        QVERIFY(!remark->text().isEmpty());
        const auto terms = m_desk->formContext().concepts(QStringLiteral("urn:loci:sample:materials"));
        QVERIFY(terms != nullptr);
        const auto deal = std::find_if(terms->begin(), terms->end(), [](const heritage::Choice &term) {
            return term.code.endsWith(QLatin1String(":deal"));
        });
        QVERIFY(deal != terms->end() && deal->isDeprecated);
        QCOMPARE(deal->help.in(QStringLiteral("zh")), QStringLiteral("木"));
        // Last among its neighbours.
        QVERIFY(std::next(deal) == terms->end() || std::next(deal)->parent != deal->parent);
        choose(*material, QStringLiteral("shan mu"));
        choose(*material, QStringLiteral("杉木"));
        QVERIFY(remark->isHidden());
    }

    void theNineThesauriOfArchesFeedThePickers()
    {
        const QString folder = test::sharedData(QStringLiteral("heritage/arches_her/concepts"));
        if (folder.isEmpty()) {
            QSKIP("the shared real data is absent");
        }
        QSignalSpy changed(m_desk.get(), &HeritageDesk::conceptsChanged);
        Findings findings;
        const QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 9);
        for (const QFileInfo &file : files) {
            const auto terms = workspace::importThesaurus(*m_workspace, file.filePath(), {}, findings);
            LOCI_VERIFY_RESULT(terms);
            QVERIFY2(*terms > 3, qPrintable(file.fileName()));
        }
        QCOMPARE(changed.count(), 9);
        const auto all = m_desk->formContext().concepts(QStringLiteral("*"));
        QVERIFY(all != nullptr);
        QCOMPARE(std::count_if(all->begin(), all->end(), [](const heritage::Choice &each) { return each.isGroup; }), 9);
        // A field asks for its own thesaurus.
        const auto materials = m_desk->formContext().concepts(QStringLiteral("*material*"));
        QVERIFY(materials != nullptr && materials->size() > 100 && materials->size() < all->size() / 2);
        openForm({{QStringLiteral("name"), QStringLiteral("Hall")}});
        ConceptField *material = field(QStringLiteral("/components/0/material"));
        QVERIFY(material != nullptr);
        QCOMPARE(material->picker().shownCount(), static_cast<int>(materials->size()));
        choose(*material, QStringLiteral("granite"));
        const QJsonObject chosen = material->value().toObject();
        QCOMPARE(chosen.value(QLatin1String("label")).toObject().value(QLatin1String("en")).toString().toLower(),
                 QStringLiteral("granite"));
        QCOMPARE(chosen.value(QLatin1String("scheme")).toString(), materials->front().code);
        QVERIFY(m_form->isChanged());
        // Undone, they are gone again.
        for (int i = 0; i < 9; ++i) {
            LOCI_VERIFY_RESULT(m_workspace->undo());
        }
        QVERIFY(m_desk->formContext().concepts(QStringLiteral("*")) == nullptr);
    }
};

LOCI_TEST_CLASS(TestHeritageTerms)
#include "heritage_terms.moc"
