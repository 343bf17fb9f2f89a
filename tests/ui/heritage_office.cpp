// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/heritageactions.h"
#include "app/mainwindow/heritagejobs.h"
#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "app/sampleworkspace.h"
#include "app/workspacehost.h"
#include "layers/formats/samplewriter.h"
#include "layers/map/qgisruntime.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "tests/ui/heritage_fixture.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/heritage/beforeafter.h"
#include "widgets/heritage/choicefield.h"
#include "widgets/heritage/conceptpicker.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/heritagemap.h"
#include "widgets/heritage/heritagepanel.h"
#include "widgets/heritage/importpanel.h"
#include "widgets/heritage/linesmodel.h"
#include "widgets/heritage/mediagallery.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/recordsheet.h"
#include "widgets/heritage/recordspanel.h"
#include "widgets/heritage/workpanel.h"
#include "widgets/heritage/yearbar.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// An office at work in the sample city: photographs, papers, a list that comes in, many records at once, the years.
class TestHeritageOffice : public QObject
{
    Q_OBJECT
private:
    static constexpr int kPatience = 120000;
    QTemporaryDir m_folder;
    std::shared_ptr<map::QgisRuntime> m_qgis;
    Choices m_choices;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    QString m_record;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    app::HeritageActions &heritage() const { return m_window->heritage(); }
    RecordSheet *sheet() const { return heritage().records().current(); }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience); }
    void trigger(const char *id)
    {
        m_window->actions().updateEnabled();
        QVERIFY2(m_window->actions().action(id)->isEnabled(), id);
        m_window->actions().action(id)->trigger();
    }
    /// In both sizes, themes and languages, for eyes.
    void pictures(const QString &name)
    {
        const QString folder = qEnvironmentVariable("LOCI_SCREENS");
        if (folder.isEmpty()) {
            return;
        }
        for (const auto &[language, dark, size] : {std::tuple{"en", false, QSize(1280, 800)},
                                                   {"zh_CN", true, QSize(1280, 800)},
                                                   {"zh_CN", false, QSize(1920, 1080)}}) {
            m_rooms->services().translator.setLanguage(QLatin1String(language));
            applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
            m_window->resize(size);
            settle();
            QApplication::sendPostedEvents();
            settle();
            m_window->grab().save(
                QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, QLatin1String(language)).arg(size.width()));
        }
        m_rooms->services().translator.setLanguage(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
        settle();
    }

private slots:
    void initTestCase()
    {
        auto qgis = map::QgisRuntime::start(at(QStringLiteral("profile")));
        LOCI_VERIFY_RESULT(qgis);
        m_qgis = std::move(*qgis);
        const auto report = formats::writeSample(at(QStringLiteral("city")), {});
        LOCI_VERIFY_RESULT(report);
        auto rooms = app::Rooms::start(at(QStringLiteral("profile")), std::make_unique<ChosenFiles>(m_choices));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        LOCI_VERIFY_RESULT(
            m_rooms->services().host.create(at(QStringLiteral("city/linjiang.loci")), QStringLiteral("planning")));
        bool filled = false;
        app::SampleWorkspace::fill(m_rooms->services(), report->files, [&filled](const Result<> &done) {
            LOCI_VERIFY_RESULT(done);
            filled = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(filled, kPatience);
        m_window->showWelcome(false);
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->views().setLayoutMode(ViewArea::Layout::Split);
        m_window->setWorkplace(QStringLiteral("heritage"));
        settle();
    }
    void cleanupTestCase()
    {
        if (m_window) {
            m_window->close();
        }
        m_window.reset();
        m_rooms.reset();
    }

    void photographsLieOverOneAnother()
    {
        const auto ids = heritage().desk().catalogue().store().ids({});
        LOCI_VERIFY_RESULT(ids);
        for (const QString &id : *ids) {
            const auto asset = heritage().desk().asset(id);
            if (asset->json().contains(QLatin1String("management")) &&
                asset->text(QStringLiteral("/level")) == QLatin1String("2")) {
                m_record = id;
            }
        }
        QVERIFY(!m_record.isEmpty());
        heritage().openRecord(m_record, true);
        settle();
        pictures(QStringLiteral("record"));
        sheet()->showPage(QStringLiteral("media"));
        settle();
        QVERIFY(sheet()->media().count() >= 3);
        sheet()->media().choose({0, 1});
        QVERIFY(sheet()->media().isComparing());
        auto *overlay = sheet()->media().findChild<QPushButton *>(QStringLiteral("overlay"));
        QVERIFY(overlay != nullptr && overlay->isVisible());
        pictures(QStringLiteral("slider"));
        overlay = sheet()->media().findChild<QPushButton *>(QStringLiteral("overlay"));
        overlay->click();
        QVERIFY(sheet()->media().comparison().isOverlay());
        overlay->click();
        QVERIFY(!sheet()->media().comparison().isOverlay());
    }

    void termsComeFromTheVocabulariesOfTheCity()
    {
        sheet()->showPage(QStringLiteral("form"));
        FieldRow *row = sheet()->form().row(QStringLiteral("/phases/0/materials"));
        QVERIFY(row != nullptr);
        auto *field = qobject_cast<ConceptField *>(&row->editor());
        QVERIFY(field != nullptr);
        QVERIFY(!field->value().toObject().value(QLatin1String("concept")).toString().isEmpty());
        QVERIFY(field->picker().shownCount() > 30);
        sheet()->form().goTo(QStringLiteral("/phases/0/materials"));
        pictures(QStringLiteral("form"));
        sheet()->showPage(QStringLiteral("card"));
    }

    void papersShowMapZonesAndPictures()
    {
        for (const auto &[kind, name] : {std::pair{"sheet", "sheet"},
                                         {"four-haves", "four-haves"},
                                         {"condition", "condition"},
                                         {"letter-notice", "notice"}}) {
            m_choices.save = at(QLatin1String(name) + QStringLiteral("-sample.pdf"));
            heritage().jobs().print({m_record}, QLatin1String(kind));
            settle();
            const QByteArray bytes = keptBytes(*m_choices.save);
            QVERIFY2(bytes.startsWith("%PDF"), kind);
        }
        m_rooms->services().translator.setLanguage(QStringLiteral("zh_CN"));
        settle();
        m_choices.save = at(QStringLiteral("sheet-zh.pdf"));
        trigger("heritage.print");
        settle();
        QVERIFY(keptBytes(*m_choices.save).count("/Subtype /Image") >= 4);
        m_choices.save = at(QStringLiteral("list-zh.pdf"));
        trigger("heritage.printList");
        settle();
        QVERIFY(keptBytes(*m_choices.save).startsWith("%PDF"));
        m_rooms->services().translator.setLanguage(QStringLiteral("en"));
        settle();
    }

    void aListComesIn()
    {
        QFile file(at(QStringLiteral("new.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "编号,名称,保护级别,类别,年代,经度,纬度,地址\nN-1,南薰门,4,0300,清同治,120.01,30.01,南街\n"
            "N-2,疏浚清江碑,县级文物保护单位,0400,清雍正,120.02,30.02,滨江街道\nN-3,,4,0300,明,120.02,30.02,北街\n");
        file.close();
        m_choices.open = QStringList{file.fileName()};
        const int before = heritage().panel().model().total();
        trigger("heritage.import");
        ImportPanel &panel = heritage().jobs().importer();
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() && panel.preview() != nullptr, kPatience);
        QCOMPARE(panel.preview()->plan.count(heritage::PlannedRow::Fate::Create), 2);
        pictures(QStringLiteral("import"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() && panel.preview() != nullptr, kPatience);
        panel.apply();
        settle();
        QCOMPARE(heritage().panel().model().total(), before + 2);
        trigger("edit.undo");
        settle();
        QCOMPARE(heritage().panel().model().total(), before);
    }

    void manyRecordsAtOnce()
    {
        trigger("heritage.tasks");
        WorkPanel &work = heritage().jobs().work(QStringLiteral("tasks"));
        QVERIFY(work.lines().rowCount() > 10);
        pictures(QStringLiteral("tasks"));
        trigger("heritage.editAll");
        work.setField(QStringLiteral("/ownership/kind"));
        work.fieldRow()->editor().setValue(QStringLiteral("state"));
        emit work.fieldRow()->edited();
        QVERIFY(work.lines().rowCount() > 10);
        pictures(QStringLiteral("edit"));
        trigger("heritage.approveAll");
        QCOMPARE(work.lines().rowCount(), heritage().panel().model().total());
        pictures(QStringLiteral("approve"));
        trigger("heritage.doubles");
        QTRY_VERIFY_WITH_TIMEOUT(!work.isBusy(), kPatience);
        pictures(QStringLiteral("doubles"));
        QTRY_VERIFY_WITH_TIMEOUT(!work.isBusy(), kPatience);
    }

    void theYearsShowWhatStood()
    {
        heritage().openRecord(m_record, true);
        settle();
        const int all = heritage().map().shownCount();
        trigger("heritage.years");
        YearBar &years = heritage().panel().years();
        QVERIFY(years.isVisible());
        years.setYear(1600);
        settle();
        const int then = heritage().map().shownCount();
        QVERIFY(then > 0 && then < all);
        QCOMPARE(heritage().panel().model().total(), then);
        pictures(QStringLiteral("years"));
        years.setYear(1850);
        settle();
        QVERIFY(heritage().map().shownCount() > then);
        heritage().panel().showYears(false);
        settle();
        QCOMPARE(heritage().map().shownCount(), all);
    }
};

LOCI_TEST_CLASS(TestHeritageOffice)
#include "heritage_office.moc"
