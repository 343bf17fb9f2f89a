// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/mappingfiles.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "widgets/common/prompts.h"
#include "widgets/heritage/choicefield.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/importpanel.h"
#include "widgets/heritage/linesmodel.h"
#include "widgets/heritage/planmodel.h"
#include "widgets/heritage/workpanel.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using Fate = heritage::PlannedRow::Fate;

namespace {

constexpr int kPatience = 30000;

class OneFile final : public FilePrompt
{
public:
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {path}; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return path;
    }
    std::optional<QString> folder(QWidget *, const QString &) override { return std::nullopt; }
    QString path;
};

/// Chinese as spreadsheets there write it: 编号,名称,保护级别,经度,纬度 with four rows, the last without a name, in
/// GB18030.
QByteArray chineseList()
{
    return QByteArray::fromHex("b1e0bac52cc3fbb3c62cb1a3bba4bcb6b1f02cbeadb6c82cceb3b6c80a") +
           QByteArray::fromHex("4c4a2d312ccdfbbdadc2a52c322c3131382e352c32392e370a") +
           QByteArray::fromHex("4c4a2d322ccec4b2fdb8f32c332c3131382e362c32392e380a") +
           QByteArray::fromHex("4c4a2d332cd3c0bcc3c7c52c342c3131382e372c32392e390a") +
           QByteArray::fromHex("4c4a2d342c2c342c3131382e372c32392e390a");
}

} // namespace

/// The import assistant and the work on many records, against a real catalogue.
class TestHeritageWork : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    workspace::TaskRunner m_tasks;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<HeritageDesk> m_desk;
    OneFile m_files;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    qint64 count() const { return m_desk->catalogue().store().assetCount().value_or(-1); }
    static heritage::Asset named(const QString &name, const QString &level, double longitude)
    {
        heritage::Asset asset = heritage::Asset::make(name, QStringLiteral("zh"));
        asset.set(QStringLiteral("/level"), level);
        heritage::Geometry place;
        place.wkt = QStringLiteral("POINT(%1 29.7)").arg(longitude, 0, 'f', 5);
        place.role = QStringLiteral("point");
        asset.setParts<heritage::Geometry>({place});
        return asset;
    }
    void fill()
    {
        LOCI_VERIFY_RESULT(m_desk->catalogue().putAll({named(QStringLiteral("望江楼"), QStringLiteral("2"), 118.41270),
                                                       named(QStringLiteral("望江楼"), QStringLiteral("3"), 118.41275),
                                                       named(QStringLiteral("文昌阁"), QStringLiteral("2"), 118.5),
                                                       named(QStringLiteral("永济桥"), QStringLiteral("4"), 118.6)},
                                                      {}, {}, {}, QStringLiteral("Test")));
    }

private slots:
    void init()
    {
        auto made =
            workspace::Workspace::create(at(QLatin1String(QTest::currentTestFunction()) + QStringLiteral(".loci")));
        LOCI_VERIFY_RESULT(made);
        m_workspace = std::move(*made);
        m_desk = std::make_unique<HeritageDesk>(m_tasks);
        m_desk->setWorkspace(m_workspace.get());
    }
    void cleanup()
    {
        m_desk.reset();
        m_workspace.reset();
    }

    void importShowsEveryRowBeforeItWrites()
    {
        QFile file(at(QStringLiteral("list.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(chineseList());
        file.close();
        ImportPanel panel(*m_desk, m_files, at(QStringLiteral("mappings")));
        m_files.path = file.fileName();
        panel.chooseFile();
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() && panel.preview() != nullptr, kPatience);
        QCOMPARE(panel.preview()->encoding, QStringLiteral("GB18030"));
        QCOMPARE(panel.preview()->plan.count(Fate::Create), 3);
        QCOMPARE(panel.preview()->plan.count(Fate::Reject), 1);
        QCOMPARE(panel.model().rowCount(), 4);
        panel.model().setFate(Fate::Reject);
        QCOMPARE(panel.model().rowCount(), 1);
        QVERIFY(panel.model()
                    .index(0, PlanModel::RemarkColumn)
                    .data()
                    .toString()
                    .contains(QStringLiteral("名称"))); // the field that is wrong
        QCOMPARE(count(), 0);                           // nothing is written yet
        panel.findChild<QPushButton *>(QStringLiteral("apply"))->click();
        QCOMPARE(count(), 3);
        const auto ids = m_desk->catalogue().store().ids({});
        LOCI_VERIFY_RESULT(ids);
        QStringList names;
        for (const QString &id : *ids) {
            names << m_desk->asset(id)->name();
            QCOMPARE(m_desk->asset(id)->parts<heritage::Geometry>().size(), std::size_t{1});
        }
        QVERIFY(names.contains(QStringLiteral("望江楼")));
        // The same again changes nothing; one step takes all of it back.
        panel.setFiles({file.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() && panel.preview() != nullptr, kPatience);
        QCOMPARE(panel.preview()->plan.count(Fate::Unchanged), 3);
        QVERIFY(!panel.findChild<QPushButton *>(QStringLiteral("apply"))->isEnabled());
        LOCI_VERIFY_RESULT(m_workspace->undo());
        QCOMPARE(count(), 0);
    }

    void aMappingIsMadeSavedAndTakenAgain()
    {
        QFile file(at(QStringLiteral("plain.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("code,what it is called,lon,lat\nA1,Old mill,4.3,52.1\n");
        file.close();
        ImportPanel panel(*m_desk, m_files, at(QStringLiteral("own")));
        panel.setFiles({file.fileName()});
        auto *message = panel.findChild<QLabel *>(QStringLiteral("message"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() &&
                                     panel.findChild<QComboBox *>(QStringLiteral("encoding"))->count() > 1 &&
                                     !message->text().isEmpty(),
                                 kPatience);
        QVERIFY(panel.preview() == nullptr); // no column says "name"
        panel.setColumn(QStringLiteral("/names/0/text"), QStringLiteral("what it is called"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() && panel.preview() != nullptr, kPatience);
        QCOMPARE(panel.preview()->plan.count(Fate::Create), 1);
        m_files.path = at(QStringLiteral("own/mills.json"));
        panel.saveMapping();
        LOCI_VERIFY_RESULT(formats::loadMapping(m_files.path));
        // Who opens such a file again gets the mapping by itself.
        ImportPanel again(*m_desk, m_files, at(QStringLiteral("own")));
        again.setFiles({file.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(!again.isBusy() && again.preview() != nullptr, kPatience);
        QCOMPARE(again.findChild<QComboBox *>(QStringLiteral("mapping"))->currentData().toString(), m_files.path);
        QCOMPARE(again.preview()->plan.count(Fate::Create), 1);
    }

    void theNationalListComesWithItsMapping()
    {
        const QString file = test::sharedData(QStringLiteral("heritage/china_guobao/guobao_sites_gcj02.csv"));
        if (file.isEmpty()) {
            QSKIP("the shared real data is absent");
        }
        ImportPanel panel(*m_desk, m_files, at(QStringLiteral("none")));
        panel.setFiles({file});
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy() && panel.preview() != nullptr, 120000);
        QCOMPARE(panel.findChild<QComboBox *>(QStringLiteral("mapping"))->currentData().toString(),
                 QStringLiteral("china_guobao"));
        QCOMPARE(panel.model().rowCount(), 4305);
        QCOMPARE(panel.preview()->crs, QStringLiteral("GCJ-02"));
    }

    void approvesWhatTheListShows()
    {
        fill();
        m_desk->setPerson(QStringLiteral("Lin"));
        const auto ids = m_desk->catalogue().store().ids({});
        LOCI_VERIFY_RESULT(ids);
        LOCI_VERIFY_RESULT(m_desk->catalogue().submit(ids->mid(0, 3), {}));
        WorkPanel panel(*m_desk);
        panel.showPage(QStringLiteral("approve"));
        QCOMPARE(panel.lines().rowCount(), 4);
        QCOMPARE(panel.lines().refusedCount(), 4); // four eyes: Lin submitted three, one is a draft
        QVERIFY(!panel.findChild<QPushButton *>(QStringLiteral("applyWork"))->isEnabled());
        m_desk->setPerson(QStringLiteral("Zhou"));
        QCOMPARE(panel.lines().refusedCount(), 1);
        panel.findChild<QPushButton *>(QStringLiteral("applyWork"))->click();
        int approved = 0;
        for (const QString &id : *ids) {
            approved += m_desk->asset(id)->text(QStringLiteral("/review/state")) == QLatin1String("approved") ? 1 : 0;
        }
        QCOMPARE(approved, 3);
        LOCI_VERIFY_RESULT(m_workspace->undo()); // one step
        QCOMPARE(m_desk->asset(ids->front())->text(QStringLiteral("/review/state")), QStringLiteral("submitted"));
    }

    void changesOneFieldOfTheList()
    {
        fill();
        WorkPanel panel(*m_desk);
        storage::heritage::AssetQuery query;
        query.facets.insert(storage::heritage::Facet::Level, {QStringLiteral("2")});
        panel.setQuery(query);
        panel.showPage(QStringLiteral("edit"));
        panel.setField(QStringLiteral("/ownership/kind"));
        QVERIFY(panel.fieldRow() != nullptr);
        QCOMPARE(panel.lines().rowCount(), 0); // nothing is said yet
        panel.fieldRow()->editor().setValue(QStringLiteral("state"));
        emit panel.fieldRow()->edited();
        QCOMPARE(panel.lines().rowCount(), 2);
        QCOMPARE(panel.lines().refusedCount(), 0);
        panel.apply();
        const auto ids = m_desk->catalogue().store().ids({});
        LOCI_VERIFY_RESULT(ids);
        int changed = 0;
        for (const QString &id : *ids) {
            const auto asset = m_desk->asset(id);
            changed += asset->text(QStringLiteral("/ownership/kind")) == QLatin1String("state") ? 1 : 0;
            QCOMPARE(asset->text(QStringLiteral("/ownership/kind")).isEmpty(),
                     asset->text(QStringLiteral("/level")) != QLatin1String("2"));
        }
        QCOMPARE(changed, 2);
        LOCI_VERIFY_RESULT(m_workspace->undo());
        QVERIFY(m_desk->asset(ids->front())->text(QStringLiteral("/ownership/kind")).isEmpty());
    }

    void findsDoublesAndWhatIsMissing()
    {
        fill();
        WorkPanel panel(*m_desk);
        panel.showPage(QStringLiteral("doubles"));
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isBusy(), kPatience);
        QCOMPARE(panel.lines().rowCount(), 1);
        const WorkLine pair = panel.lines().line(0); // the list is filled anew
        QVERIFY(pair.id != pair.other && !pair.other.isEmpty());
        panel.showPage(QStringLiteral("tasks"));
        QCOMPARE(panel.lines().rowCount(), 4); // none has a photograph
        heritage::Asset asset = *m_desk->asset(pair.id);
        asset.setParts<heritage::MediaUse>(
            {{QString(64, QLatin1Char('a')), QStringLiteral("photograph"), {}, {}, {}, {}, {}}});
        LOCI_VERIFY_RESULT(m_desk->catalogue().put(asset, {}));
        panel.showPage(QStringLiteral("tasks"));
        const int rows = panel.lines().rowCount();
        bool found = false;
        for (int row = 0; row < rows; ++row) {
            const WorkLine &line = panel.lines().line(row);
            found = found || line.id == pair.id;
            QVERIFY(line.words.size() == 2 && !line.words.last().isEmpty());
            if (line.id == pair.id) {
                QVERIFY(line.words.last().size() < panel.lines().line(0).words.last().size());
            }
        }
        QVERIFY(found); // it still lacks a survey and its four haves
    }
};

LOCI_TEST_CLASS(TestHeritageWork)
#include "heritage_work.moc"
