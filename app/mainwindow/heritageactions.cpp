// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/heritageactions.h"

#include "app/mainwindow/heritagefieldwork.h"
#include "app/mainwindow/heritagejobs.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/paletteprovider.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/heritage/heritagemap.h"
#include "widgets/heritage/heritagepanel.h"
#include "widgets/heritage/recordplacing.h"
#include "widgets/heritage/recordsheet.h"
#include "widgets/heritage/recordspanel.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopedValueRollback>

namespace loci::app {

using namespace widgets; // assembly only

namespace {

constexpr char kContext[] = "Heritage";
constexpr char kStateKey[] = "heritage/window";
constexpr int kRailOrder = 5; // after map and layers

/// Records by name, number or pinyin initials.
class RecordProvider final : public PaletteProvider
{
public:
    RecordProvider(const HeritageDesk &desk, std::function<void(const QString &)> open)
        : m_desk(desk)
        , m_open(std::move(open))
    {}
    QString heading() const override { return QCoreApplication::translate("Heritage", "Heritage records"); }
    void query(const QString &text, int limit, PaletteAnswer answer) override
    {
        constexpr double kBest = 0.9; // an exact command still goes before
        constexpr double kStep = 0.01;
        std::vector<PaletteItem> items;
        storage::heritage::AssetQuery query;
        query.text = text;
        const auto page =
            m_desk.isOpen() ? m_desk.catalogue().search(query, 0, limit) : Result<storage::heritage::AssetPage>();
        if (page) {
            const HeritageWords words(m_desk);
            items.reserve(page->rows.size());
            for (const storage::heritage::AssetRow &row : page->rows) {
                PaletteItem item;
                item.title = row.facts.name;
                item.place = words.kindWord(row.facts);
                item.icon = HeritageWords::categoryIcon(row.facts.category);
                item.score = kBest - kStep * static_cast<double>(items.size());
                item.run = [open = m_open, id = row.facts.id] { open(id); };
                items.push_back(std::move(item));
            }
        }
        answer(std::move(items));
    }

private:
    const HeritageDesk &m_desk;
    std::function<void(const QString &)> m_open;
};

} // namespace

HeritageActions::HeritageActions(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_desk(new HeritageDesk(services.tasks, this))
{
    build();
    connectParts();
    addCommands(actions);
    m_jobs = new HeritageJobs(m_window, m_services, {*m_desk, *m_panel, *m_records}, actions);
    auto *fieldwork = new HeritageFieldwork(m_window, services, *m_desk, actions, this);
    connect(fieldwork, &HeritageFieldwork::recordWanted, this, [this](const QString &id) { openRecord(id, true); });
    m_window.commandPalette().addProvider(
        std::make_unique<RecordProvider>(*m_desk, [this](const QString &id) { openRecord(id, true); }));
    onWorkspace();
}

HeritageActions::~HeritageActions() = default;

void HeritageActions::build()
{
    const HeritageMap::Views views{m_services.session, m_services.cities, m_window.map(), m_window.scene(),
                                   m_services.selection};
    m_map = new HeritageMap(*m_desk, views, this);
    m_placing = new RecordPlacing(*m_desk, *m_map, views, this);
    m_panel = new HeritagePanel(*m_desk, m_services.messages, &m_window.workplaces());
    m_window.workplaces().add(QStringLiteral("heritage"), "heritage", QT_TRANSLATE_NOOP("Workplaces", "Heritage"),
                              m_panel, false, kRailOrder);
    m_records = new RecordsPanel(*m_desk, m_services.files, m_services.messages, &m_window);
    m_records->hide();
}

void HeritageActions::connectParts()
{
    connect(&m_services.host, &WorkspaceHost::aboutToChange, this, [this] {
        storeState();
        m_desk->setWorkspace(nullptr);
    });
    connect(&m_services.host, &WorkspaceHost::workspaceChanged, this, &HeritageActions::onWorkspace);
    connect(m_desk, &HeritageDesk::failed, &m_window, &MainWindow::sayProblem);
    connect(m_desk, &HeritageDesk::mediaAdded, this,
            [this](const QString &, int count) { m_window.say(tr("%n photographs added", nullptr, count)); });
    connect(m_panel, &HeritagePanel::recordChosen, this, [this](const QString &id) { openRecord(id, true); });
    connect(m_panel, &HeritagePanel::newRequested, this, &HeritageActions::newRecord);
    connect(m_panel, &HeritagePanel::yearChanged, m_map, &HeritageMap::setYear);
    connect(m_records, &RecordsPanel::sheetOpened, m_placing, &RecordPlacing::attach);
    connect(m_records, &RecordsPanel::currentChanged, m_panel, &HeritagePanel::setCurrent);
    connect(m_records, &RecordsPanel::closed, this, [this] { m_window.showBeside(nullptr); });
    connect(m_placing, &RecordPlacing::said, &m_window, &MainWindow::say);
    connect(m_placing, &RecordPlacing::mapWanted, this, [this] {
        if (m_window.views().layoutMode() != ViewArea::Layout::Map) {
            m_window.views().setLayoutMode(ViewArea::Layout::Split);
        }
    });
    connect(m_placing, &RecordPlacing::sceneWanted, this, [this] {
        if (m_window.views().layoutMode() == ViewArea::Layout::Map) {
            m_window.views().setLayoutMode(ViewArea::Layout::Split);
        }
    });
    connect(&m_services.selection, &Selection::changed, this, &HeritageActions::onSelection);
}

void HeritageActions::addCommands(ActionRegistry &actions)
{
    const auto open = [this] { return m_desk->isOpen(); };
    ActionSpec make{"heritage.new", kContext, QT_TRANSLATE_NOOP("Heritage", "New heritage record"), "plus"};
    make.run = [this] { newRecord(); };
    make.enabled = [this] { return !m_desk->isReadOnly(); };
    actions.add(std::move(make));
    ActionSpec find{"heritage.find", kContext, QT_TRANSLATE_NOOP("Heritage", "Search the heritage records"),
                    "heritage"};
    find.run = [this] { m_window.setWorkplace(QStringLiteral("heritage")); };
    find.enabled = open;
    actions.add(std::move(find));
    ActionSpec theme{"heritage.condition", kContext,
                     QT_TRANSLATE_NOOP("Heritage", "Colour heritage by condition or by protection"), "palette"};
    theme.run = [this] {
        m_map->setTheme(m_map->theme() == HeritageTheme::Class ? HeritageTheme::Condition : HeritageTheme::Class);
    };
    theme.enabled = open;
    actions.add(std::move(theme));
    ActionSpec check{"heritage.verify", kContext, QT_TRANSLATE_NOOP("Heritage", "Verify the heritage audit"),
                     "check-circle"};
    check.run = [this] { verify(); };
    check.enabled = open;
    actions.add(std::move(check));
}

void HeritageActions::onWorkspace()
{
    m_desk->setWorkspace(m_services.host.current());
    restoreState();
}

bool HeritageActions::isIdle() const
{
    return m_map->isIdle() && m_panel->isUpToDate() && !m_desk->isImporting() && m_jobs->isIdle();
}

void HeritageActions::retranslate()
{
    m_desk->retranslate();
}

void HeritageActions::retint()
{
    m_map->refreshLook();
}

void HeritageActions::openRecord(const QString &id, bool flies)
{
    const QScopedValueRollback<bool> guard(m_opening, true);
    if (m_records->open(id) == nullptr) {
        return;
    }
    m_window.showBeside(m_records);
    if (flies) {
        m_map->show(id);
    }
}

void HeritageActions::newRecord()
{
    if (m_desk->isReadOnly()) {
        return;
    }
    m_window.setWorkplace(QStringLiteral("heritage"));
    m_records->openNew();
    m_window.showBeside(m_records);
}

void HeritageActions::onSelection()
{
    const std::vector<SelectedThing> &things = m_services.selection.things();
    if (m_opening || m_placing->isBinding() || things.empty()) {
        return;
    }
    const QString id = things.size() == 1 ? m_map->recordOf(things.front()) : QString();
    if (id.isEmpty()) {
        m_window.showBeside(nullptr); // a thing without a record: its details
    } else {
        openRecord(id, false);
    }
}

void HeritageActions::verify()
{
    const auto report = m_desk->catalogue().store().verifyChain();
    if (!report) {
        m_window.sayProblem(report.error().message);
        return;
    }
    if (!report->findings.empty()) {
        m_window.workplaces().addFindings(report->findings);
        m_window.setWorkplace(QStringLiteral("findings"));
    }
    report->isIntact && report->findings.empty()
        ? m_window.say(tr("The audit chain is intact: %n entries.", nullptr, static_cast<int>(report->entries)))
        : m_window.sayProblem(tr("The audit chain is broken: something changed the records beside the program."));
}

void HeritageActions::storeState()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr) {
        return;
    }
    const RecordSheet *now = m_records->current();
    const QJsonObject json{{QStringLiteral("open"), QJsonArray::fromStringList(m_records->openIds())},
                           {QStringLiteral("current"), now != nullptr ? now->id() : QString()},
                           {QStringLiteral("shown"), m_records->isVisibleTo(&m_window)},
                           {QStringLiteral("theme"), m_map->theme() == HeritageTheme::Condition
                                                         ? QStringLiteral("condition")
                                                         : QStringLiteral("class")}};
    workspace->setViewState(QLatin1String(kStateKey), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void HeritageActions::restoreState()
{
    const workspace::Workspace *workspace = m_services.host.current();
    const auto stored = workspace != nullptr ? workspace->viewState(QLatin1String(kStateKey)) : std::nullopt;
    if (!stored) {
        if (workspace != nullptr && workspace->templateId() == QLatin1String("heritage")) {
            m_window.workplaces().show(QStringLiteral("heritage")); // made for this work
        }
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(*stored).object();
    m_map->setTheme(json.value(QLatin1String("theme")).toString() == QLatin1String("condition")
                        ? HeritageTheme::Condition
                        : HeritageTheme::Class);
    for (const QJsonValue &id : json.value(QLatin1String("open")).toArray()) {
        m_records->open(id.toString());
    }
    m_records->open(json.value(QLatin1String("current")).toString());
    if (m_records->count() > 0 && json.value(QLatin1String("shown")).toBool()) {
        m_window.showBeside(m_records);
    }
}

} // namespace loci::app
