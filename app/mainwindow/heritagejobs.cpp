// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/heritagejobs.h"

#include "app/heritagepapers.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/domain/heritage/wkt.h"
#include "layers/map/reprojection.h"
#include "layers/workspace/heritage/exporting.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/heritage/heritagepanel.h"
#include "widgets/heritage/importpanel.h"
#include "widgets/heritage/recordsheet.h"
#include "widgets/heritage/recordspanel.h"
#include "widgets/heritage/workpanel.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/sheetmaps.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace loci::app {

using namespace widgets; // assembly only

namespace {

constexpr char kContext[] = "Heritage";
constexpr EpsgCode kLonLat{4326};

QString fileName(QString name)
{
    for (QChar &each : name) {
        if (!each.isLetterOrNumber() && each != QLatin1Char(' ') && each != QLatin1Char('-')) {
            each = QLatin1Char('_');
        }
    }
    return name.trimmed();
}

void include(Box3 &box, const QString &wkt, int crs)
{
    if (const auto own = heritage::boxOfWkt(wkt)) {
        const Box3 there = map::reprojectBox(*own, EpsgCode(crs), kLonLat);
        if (!there.isEmpty()) {
            box.include(there.min);
            box.include(there.max);
        }
    }
}

} // namespace

HeritageJobs::HeritageJobs(MainWindow &window, const Services &services, const Parts &parts, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_parts(parts)
    , m_maps(new SheetMaps(services.session.document(), this))
{
    addCommands(actions);
    connect(&parts.panel, &HeritagePanel::importRequested, this, [this] { importer().chooseFile(); });
    connect(&parts.panel, &HeritagePanel::workRequested, this, [this](const QString &page) { work(page); });
    connect(&parts.panel, &HeritagePanel::printRequested, this, &HeritageJobs::printList);
    connect(&parts.panel, &HeritagePanel::thesaurusRequested, this, &HeritageJobs::loadThesauri);
    connect(&parts.records, &RecordsPanel::printRequested, this,
            [this](const QString &id, const QString &kind) { print({id}, kind); });
}

HeritageJobs::~HeritageJobs() = default;

void HeritageJobs::addCommands(ActionRegistry &actions)
{
    const auto open = [this] { return m_parts.desk.isOpen(); };
    ActionSpec sheets{"heritage.print", kContext, QT_TRANSLATE_NOOP("Heritage", "Print the sheets of the open records"),
                      "print"};
    sheets.run = [this] { print(m_parts.records.openIds(), QStringLiteral("sheet")); };
    sheets.enabled = [this] { return !m_parts.records.openIds().isEmpty(); };
    actions.add(std::move(sheets));
    ActionSpec list{"heritage.printList", kContext, QT_TRANSLATE_NOOP("Heritage", "Print the list of heritage records"),
                    "list"};
    list.run = [this] { printList(); };
    list.enabled = open;
    actions.add(std::move(list));
    const auto page = [this, &actions, &open](const char *id, const char *name, const char *iconName,
                                              const char *shown) {
        ActionSpec spec{id, kContext, name, iconName};
        spec.run = [this, shown] { work(QLatin1String(shown)); };
        spec.enabled = open;
        actions.add(std::move(spec));
    };
    page("heritage.tasks", QT_TRANSLATE_NOOP("Heritage", "Show what is missing in the heritage records"), "task",
         "tasks");
    page("heritage.approveAll", QT_TRANSLATE_NOOP("Heritage", "Approve all records of the list"), "check-circle",
         "approve");
    page("heritage.editAll", QT_TRANSLATE_NOOP("Heritage", "Change a field of all records of the list"), "edit",
         "edit");
    page("heritage.doubles", QT_TRANSLATE_NOOP("Heritage", "Find heritage records that are there twice"), "compare",
         "doubles");
    ActionSpec years{"heritage.years", kContext, QT_TRANSLATE_NOOP("Heritage", "Show what stood in a year"), "history"};
    years.run = [this] {
        m_window.setWorkplace(QStringLiteral("heritage"));
        m_parts.panel.showYears(true);
    };
    years.enabled = open;
    actions.add(std::move(years));
    ActionSpec import{"heritage.import", kContext, QT_TRANSLATE_NOOP("Heritage", "Import heritage records"),
                      "download"};
    import.run = [this] { importer().chooseFile(); };
    import.enabled = [this] { return !m_parts.desk.isReadOnly(); };
    actions.add(std::move(import));
    ActionSpec thesaurus{"heritage.thesaurus", kContext, QT_TRANSLATE_NOOP("Heritage", "Load a thesaurus (SKOS)"),
                         "tree"};
    thesaurus.run = [this] { loadThesauri(); };
    thesaurus.enabled = [this] { return !m_parts.desk.isReadOnly(); };
    actions.add(std::move(thesaurus));
}

ImportPanel &HeritageJobs::importer()
{
    if (m_import == nullptr) {
        const QString mappings =
            QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/heritage-mappings");
        m_import = new ImportPanel(m_parts.desk, m_services.files, mappings, &m_window);
        connect(m_import, &ImportPanel::closed, this, [this] { m_window.showBeside(nullptr); });
        connect(m_import, &ImportPanel::failed, &m_window, &MainWindow::sayProblem);
        connect(m_import, &ImportPanel::findingsReported, &m_window.workplaces(), &Workplaces::addFindings);
        connect(m_import, &ImportPanel::imported, this,
                [this](int records) { m_window.say(tr("%n records were imported", nullptr, records)); });
    }
    m_window.setWorkplace(QStringLiteral("heritage"));
    m_window.showBeside(m_import);
    return *m_import;
}

WorkPanel &HeritageJobs::work(const QString &page)
{
    if (m_work == nullptr) {
        m_work = new WorkPanel(m_parts.desk, &m_window);
        connect(m_work, &WorkPanel::closed, this, [this] { m_window.showBeside(nullptr); });
        connect(m_work, &WorkPanel::said, &m_window, &MainWindow::say);
        connect(m_work, &WorkPanel::recordChosen, &m_parts.panel, &HeritagePanel::recordChosen);
    }
    m_window.setWorkplace(QStringLiteral("heritage"));
    m_window.showBeside(m_work);
    m_work->setQuery(m_parts.panel.model().query());
    m_work->showPage(page);
    return *m_work;
}

bool HeritageJobs::isIdle() const
{
    return m_printing == 0 && m_maps->isIdle() && (m_import == nullptr || !m_import->isBusy()) &&
           (m_work == nullptr || !m_work->isBusy());
}

std::pair<Box3, std::optional<Vec2>> HeritageJobs::placeOf(const QString &id) const
{
    Box3 box;
    const auto asset = m_parts.desk.asset(id);
    if (!asset) {
        return {box, std::nullopt};
    }
    for (const heritage::Geometry &shape : asset->parts<heritage::Geometry>()) {
        include(box, shape.wkt, shape.crs);
    }
    if (box.isEmpty()) {
        for (const heritage::Binding &binding : asset->parts<heritage::Binding>()) {
            include(box, binding.footprint, binding.crs);
        }
    }
    const std::optional<Vec2> mark =
        box.isEmpty() ? std::nullopt : std::optional<Vec2>({(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2});
    for (const heritage::Zone &zone : m_parts.desk.zonesOf(id)) {
        const auto versions = zone.parts<heritage::ZoneVersion>();
        if (!versions.empty()) {
            include(box, versions.back().wkt, versions.back().crs);
        }
    }
    return {box, mark};
}

void HeritageJobs::print(const QStringList &ids, const QString &kind)
{
    if (ids.isEmpty() || !m_parts.desk.isOpen()) {
        return;
    }
    const bool list = kind == QLatin1String("list");
    const auto first = m_parts.desk.asset(ids.front());
    const QString name = list || ids.size() > 1 || !first ? tr("Heritage records") : m_parts.desk.nameOf(*first);
    const auto path =
        m_services.files.saveFile(&m_window, tr("Print to a file"), fileName(name) + QStringLiteral(".pdf"),
                                  tr("PDF (*.pdf);;Text document (*.odt)"));
    if (!path) {
        return;
    }
    if (list) {
        write(ids, kind, *path, {});
        return;
    }
    std::vector<SheetMaps::Request> requests;
    requests.reserve(static_cast<std::size_t>(ids.size()));
    for (const QString &id : ids) {
        const auto [box, mark] = placeOf(id);
        requests.push_back({id, box, mark});
    }
    m_maps->draw(std::move(requests),
                 [this, ids, kind, to = *path](const QHash<QString, SheetMaps::Picture> &pictures) {
                     QHash<QString, std::pair<QImage, QString>> maps;
                     for (auto it = pictures.cbegin(); it != pictures.cend(); ++it) {
                         maps.insert(it.key(), {it->image, it->caption});
                     }
                     write(ids, kind, to, maps);
                 });
}

void HeritageJobs::write(const QStringList &ids, const QString &kind, const QString &path,
                         const QHash<QString, std::pair<QImage, QString>> &maps)
{
    if (!m_parts.desk.isOpen()) {
        return; // closed while the maps were drawn
    }
    PaperRequest request;
    request.kind = kind;
    request.ids = ids;
    request.language = dataLanguage();
    request.heading = m_services.host.current()->name();
    request.printed = m_services.clock.nowUtc();
    request.maps = maps;
    auto input = collectPaper(m_parts.desk.catalogue(), request);
    if (!input) {
        m_window.sayProblem(input.error().message);
        return;
    }
    ++m_printing;
    m_services.tasks.run(
        this, tr("Print %1").arg(QFileInfo(path).fileName()),
        [input = std::move(*input), path](const CancelToken &cancel, const ProgressFunction &) {
            return writePaper(input, path, cancel);
        },
        [this, path](const Result<PaperOutcome> &outcome) {
            --m_printing;
            if (!outcome) {
                m_window.sayProblem(outcome.error().message);
                return;
            }
            m_window.workplaces().addFindings(outcome->findings);
            m_window.say(tr("Written: %1, %n pages", nullptr, outcome->pages).arg(path));
        });
}

void HeritageJobs::printList()
{
    if (!m_parts.desk.isOpen()) {
        return;
    }
    const auto ids = m_parts.desk.catalogue().store().ids(m_parts.panel.model().query());
    if (!ids) {
        m_window.sayProblem(ids.error().message);
        return;
    }
    print(*ids, QStringLiteral("list"));
}

void HeritageJobs::loadThesauri()
{
    workspace::Workspace *workspace = m_services.host.current();
    const QStringList files = m_services.files.openFiles(&m_window, tr("Load thesauri"),
                                                         tr("Thesauri in SKOS (*.xml *.rdf *.skos);;All files (*)"));
    if (workspace == nullptr || files.isEmpty()) {
        return;
    }
    int terms = 0;
    int loaded = 0;
    Findings findings;
    for (const QString &file : files) {
        const auto count = workspace::importThesaurus(*workspace, file, {}, findings);
        if (!count) {
            m_window.sayProblem(count.error().message);
            continue;
        }
        terms += *count;
        ++loaded;
    }
    m_window.workplaces().addFindings(findings);
    if (loaded > 0) {
        m_window.say(tr("%1 thesauri with %n terms can be chosen from now.", nullptr, terms).arg(loaded));
    }
}

} // namespace loci::app
