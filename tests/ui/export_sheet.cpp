// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/formats/export/cityjsonwriter.h"
#include "layers/formats/modelreader.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "tests/map/maptestbase.h"
#include "tests/support/testmain.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/exportsheet.h"
#include "widgets/common/prompts.h"
#include "widgets/common/resources.h"
#include "widgets/common/theme.h"
#include "widgets/models/selection.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <deque>

using namespace loci;
using namespace loci::widgets;
using formats::ExportFormat;

namespace {

constexpr int kPatience = 30000;

city::CityModelPtr street()
{
    city::CityModelBuilder b;
    for (int i = 0; i < 3; ++i) {
        const double x = 100.0 * i;
        b.beginObject("house" + std::to_string(i), i == 2 ? "Bridge" : "Building");
        b.attribute("number", i);
        for (const char *lod : {"1", "2"}) {
            b.beginGeometry(city::GeometryType::MultiSurface, lod);
            b.surface({{{x, 0, 0}, {x + 10, 0, 0}, {x + 10, 10, 0}, {x, 10, 0}}}, "RoofSurface");
        }
    }
    b.model().crs = EpsgCode(28992);
    return b.finish();
}

/// Answers that a test has prepared, in turn.
class ScriptedFiles final : public FilePrompt
{
public:
    std::deque<QString> saves;
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return {}; }
    std::optional<QString> folder(QWidget *, const QString &) override { return std::nullopt; }
    std::optional<QString> saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        if (saves.empty()) {
            return std::nullopt;
        }
        QString answer = saves.front();
        saves.pop_front();
        return answer;
    }
};

/// A workspace in a temporary folder with what the sheet is lent.
struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<workspace::Workspace> space;
    Selection selection;
    workspace::TaskRunner tasks;
    ScriptedFiles files;
};

} // namespace

class TestExportSheet : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<CityLibrary> m_cities;
    std::unique_ptr<ExportSheet> m_sheet;
    Box3 m_view;
    QString m_model;

    QComboBox *box(const char *name) const { return m_sheet->findChild<QComboBox *>(QLatin1String(name)); }
    void choose(const char *name, const QVariant &data)
    {
        const int index = box(name)->findData(data);
        QVERIFY2(index >= 0, name);
        box(name)->setCurrentIndex(index);
    }
    city::CityModelPtr exportTo(const QString &file)
    {
        const QString path = m_desk->folder.filePath(file);
        m_desk->files.saves.push_back(path);
        QSignalSpy done(m_sheet.get(), &ExportSheet::exported);
        QSignalSpy failed(m_sheet.get(), &ExportSheet::failed);
        m_sheet->findChild<QPushButton *>(QStringLiteral("export"))->click();
        if (!QTest::qWaitFor([&] { return done.count() + failed.count() > 0; }, kPatience) || done.isEmpty()) {
            return nullptr;
        }
        const auto loaded = formats::readModel(path);
        return loaded ? loaded->value : nullptr;
    }

private slots:
    void initTestCase()
    {
        test::ensureQgis();
        initLociResources();
        applyTheme(*qApp, ThemeMode::Light);
    }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        auto created = workspace::Workspace::create(m_desk->folder.filePath(QStringLiteral("city.loci")));
        LOCI_VERIFY_RESULT(created);
        m_desk->space = std::move(*created);
        const QString source = m_desk->folder.filePath(QStringLiteral("street.city.json"));
        LOCI_VERIFY_RESULT(formats::writeCityJson(*street(), source));
        m_cities = std::make_unique<CityLibrary>(m_desk->tasks);
        m_cities->setWorkspace(m_desk->space.get());
        m_cities->addModel(source);
        QTRY_VERIFY_WITH_TIMEOUT(m_cities->entries().size() == 1 && m_cities->entries().front().model, kPatience);
        m_model = m_cities->entries().front().id;
        m_view = {};
        m_view.include(Vec3{95, -5, 0});
        m_view.include(Vec3{120, 20, 0});
        const ViewAccess view{[this] { return m_view; }, [] { return EpsgCode(28992); }, {}, {}, {}};
        m_sheet = std::make_unique<ExportSheet>(*m_cities, m_desk->selection, m_desk->tasks, m_desk->files, view,
                                                formats::FootprintWriter());
        m_sheet->setModel(m_model);
    }
    void cleanup()
    {
        m_sheet.reset();
        m_cities.reset();
        m_desk.reset();
    }

    void offersWhatTheModelHas()
    {
        QCOMPARE(box("City model")->count(), 1);
        QCOMPARE(box("Format")->count(), static_cast<int>(formats::exportFormats().size()));
        QCOMPARE(box("Level of detail")->count(), 3);
        QCOMPARE(box("Kind of object")->count(), 3);
        QCOMPARE(box("Area")->count(), 2); // nothing is selected
        m_desk->selection.set({CityObjectRef{m_model, 0}, CityObjectRef{QStringLiteral("other"), 1}});
        QCOMPARE(box("Area")->count(), 3);
        QVERIFY(box("Area")->itemText(2).contains(QLatin1Char('1')));
    }

    void writesTheWholeModel()
    {
        const city::CityModelPtr written = exportTo(QStringLiteral("all.city.json"));
        QVERIFY(written != nullptr);
        QCOMPARE(written->objectCount(), 3U);
        QCOMPARE(written->geometry.geometries.size(), std::size_t(6));
        QVERIFY(!m_sheet->isRunning());
    }

    void writesWhatTheMapShows()
    {
        choose("Area", 1);
        choose("Level of detail", QStringLiteral("2"));
        const city::CityModelPtr written = exportTo(QStringLiteral("window.city.json"));
        QVERIFY(written != nullptr);
        QCOMPARE(written->objectIds, std::vector<std::string>{"house1"});
        QCOMPARE(written->geometry.geometries.size(), std::size_t(1));
    }

    void writesTheSelectionOfAType()
    {
        m_desk->selection.set({CityObjectRef{m_model, 0}, CityObjectRef{m_model, 2}});
        choose("Area", 2);
        choose("Kind of object", QStringLiteral("Bridge"));
        choose("Format", static_cast<int>(ExportFormat::CityJsonSeq));
        const city::CityModelPtr written = exportTo(QStringLiteral("picked.city.jsonl"));
        QVERIFY(written != nullptr);
        QCOMPARE(written->objectIds, std::vector<std::string>{"house2"});
    }

    void namesWhatIsLost()
    {
        choose("Format", static_cast<int>(ExportFormat::Obj));
        QSignalSpy findings(m_sheet.get(), &ExportSheet::findingsReported);
        exportTo(QStringLiteral("street.obj"));
        QTRY_COMPARE_WITH_TIMEOUT(findings.count(), 1, kPatience);
        const auto reported = findings.front().front().value<Findings>();
        QVERIFY(reported.size() > 1);
        for (const Finding &finding : reported) {
            QCOMPARE(finding.code, QStringLiteral("not_written"));
            QCOMPARE(severityName(finding.severity), QStringLiteral("info"));
        }
        QVERIFY(QFile::exists(m_desk->folder.filePath(QStringLiteral("street.mtl"))));
    }

    void aFailureIsOneSentence()
    {
        m_desk->files.saves.push_back(m_desk->folder.filePath(QStringLiteral("missing/a.city.json")));
        QSignalSpy failed(m_sheet.get(), &ExportSheet::failed);
        m_sheet->start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatience);
        QVERIFY(!failed.front().front().toString().isEmpty());
        QVERIFY(!m_sheet->isRunning());
    }

    void dismissedDialogDoesNothing()
    {
        m_sheet->start(); // no answer is prepared
        QVERIFY(!m_sheet->isRunning());
    }
};

LOCI_TEST_CLASS(TestExportSheet)
#include "export_sheet.moc"
