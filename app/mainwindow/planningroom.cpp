// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/planningroom.h"

#include "app/mainwindow/compareroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/photoroom.h"
#include "app/mainwindow/workplaces.h"
#include "app/planning/dossier.h"
#include "app/workspacehost.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/detailscard.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/map/mapview.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/planscene.h"
#include "widgets/planning/planwords.h"
#include "widgets/planning/proposalcard.h"
#include "widgets/planning/studiescard.h"
#include "widgets/planning/verdictdesk.h"
#include "widgets/planning/verdictpanel.h"
#include "widgets/planning/vieweditor.h"
#include "widgets/scene/sceneview.h"

#include <QCursor>
#include <QMenu>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStackedWidget>
#include <cmath>

namespace loci::app {

using namespace widgets; // assembly only

const QString PlanningRoom::kWorkplace = QStringLiteral("planning");

namespace {
constexpr char kContext[] = "Planning";
constexpr int kRailOrder = 7; // after the indicators
} // namespace

PlanningRoom::PlanningRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_desk(new PlanDesk(services.cities, services.tasks, services.clock, this))
    , m_verdicts(new VerdictDesk(*m_desk, services.tasks, this))
    , m_panel(new PlanningPanel(*m_desk, &window.workplaces()))
    , m_card(new ProposalCard(*m_desk, window.details().parentWidget()))
    , m_map(new PlanMap(*m_desk, *m_verdicts, window.map(), this))
    , m_scene(new PlanScene(*m_desk, *m_verdicts, window.scene(), this))
    , m_studies(new StudiesCard(window.details().parentWidget()))
    , m_viewEditor(new ViewEditor(*m_desk, window.details().parentWidget()))
    , m_verdictPanel(new VerdictPanel(*m_desk, *m_verdicts, window.details().parentWidget()))
    , m_photo(new PhotoRoom(window, services, *m_desk, *m_panel, this))
    , m_compare(new CompareRoom(window, services, *m_desk, *m_map, *m_panel, this))
{
    window.workplaces().add(kWorkplace, "planning", QT_TRANSLATE_NOOP("Workplaces", "Planning"), m_panel, false,
                            kRailOrder);
    if (auto *right = qobject_cast<QStackedWidget *>(window.details().parentWidget())) {
        right->addWidget(m_card);
        right->addWidget(m_studies);
        right->addWidget(m_viewEditor);
        right->addWidget(m_verdictPanel);
    }
    addCommands(actions);
    connectParts();
    connectVerdicts();
    connectImports();
    m_desk->setWorkspace(services.host.current());
}

PlanningRoom::~PlanningRoom() = default;

bool PlanningRoom::isIdle() const
{
    return m_desk->isIdle() && m_compare->isIdle();
}

void PlanningRoom::connectParts()
{
    connect(&m_window.workplaces(), &Workplaces::currentChangedTo, this, &PlanningRoom::onWorkplace);
    connect(&m_services.host, &WorkspaceHost::aboutToChange, this, [this] { m_desk->setWorkspace(nullptr); });
    connect(&m_services.host, &WorkspaceHost::workspaceChanged, this, [this] {
        m_seen = false;
        m_desk->setWorkspace(m_services.host.current());
    });
    connect(m_desk, &PlanDesk::outcomeChanged, this, &PlanningRoom::lookFirst);
    connect(m_desk, &PlanDesk::failed, &m_window, &MainWindow::sayProblem);
    connect(m_desk, &PlanDesk::findingsReported, &m_window.workplaces(), &Workplaces::addFindings);
    connect(m_panel, &PlanningPanel::scenarioChosen, m_desk, &PlanDesk::setCurrent);
    connect(m_panel, &PlanningPanel::drawRequested, m_map, &PlanMap::startDrawing);
    connect(m_panel, &PlanningPanel::coordinatesRequested, this, &PlanningRoom::askNumbers);
    connect(m_panel, &PlanningPanel::ceilingToggled, this, &PlanningRoom::setCeilingShown);
    connect(m_panel, &PlanningPanel::overshootsRequested, this, &PlanningRoom::showOvershoots);
    connect(m_panel, &PlanningPanel::viewChosen, this, &PlanningRoom::lookAtView);
    connect(m_panel, &PlanningPanel::packRequested, this, &PlanningRoom::choosePacks);
    connect(m_panel, &PlanningPanel::branchRequested, m_desk, &PlanDesk::branch);
    connect(m_card, &ProposalCard::closeRequested, this, [this] { m_window.showBeside(nullptr); });
    connect(m_card, &ProposalCard::csvRequested, this, &PlanningRoom::saveCsv);
    connect(m_card, &ProposalCard::studiesRequested, this, &PlanningRoom::study);
    connect(m_card, &ProposalCard::dossierRequested, this, &PlanningRoom::dossier);
    connect(m_panel, &PlanningPanel::viewsRequested, this, [this] {
        m_viewEditor->edit(m_desk->basis().views.views.empty() ? QString() : m_desk->basis().views.views.front().id);
        m_window.showBeside(m_viewEditor);
    });
    connect(m_viewEditor, &ViewEditor::closeRequested, this, [this] { m_window.showBeside(m_card); });
    connect(m_viewEditor, &ViewEditor::eyeRequested, this, &PlanningRoom::pickEye);
    connect(m_viewEditor, &ViewEditor::landmarkRequested, this, &PlanningRoom::takeLandmark);
    connect(m_studies, &StudiesCard::closeRequested, this, [this] { m_window.showBeside(m_card); });
    connect(m_card, &ProposalCard::moreRequested, this, &PlanningRoom::showMore);
    connect(m_card, &ProposalCard::areaChosen, m_map, &PlanMap::setMarkedArea);
}

void PlanningRoom::addCommands(ActionRegistry &actions)
{
    struct Row
    {
        const char *id, *name, *icon;
        void (PlanningRoom::*run)();
    };
    ActionSpec open{"planning.open", kContext, QT_TRANSLATE_NOOP("Planning", "Show planning"), "planning"};
    open.run = [this] { m_window.setWorkplace(kWorkplace); };
    actions.add(std::move(open));
    ActionSpec draw{"planning.draw", kContext, QT_TRANSLATE_NOOP("Planning", "Propose a building on the map"),
                    "geometry-polygon"};
    draw.run = [this] {
        m_window.setWorkplace(kWorkplace);
        m_map->startDrawing();
    };
    draw.enabled = [this] { return !m_desk->isReadOnly(); };
    actions.add(std::move(draw));
    ActionSpec ceiling{"planning.ceiling", kContext, QT_TRANSLATE_NOOP("Planning", "Show the ceiling of the views"),
                       "opacity"};
    ceiling.run = [this] { m_panel->setCeilingShown(!m_map->isCeilingShown()); };
    actions.add(std::move(ceiling));
    ActionSpec verdicts{"planning.verdicts", kContext,
                        QT_TRANSLATE_NOOP("Planning", "Colour buildings and parcels by their verdicts"),
                        "check-circle"};
    verdicts.run = [this] {
        m_window.setWorkplace(kWorkplace);
        m_panel->setVerdictsShown(!m_verdicts->isShown());
    };
    actions.add(std::move(verdicts));
    ActionSpec photo{"planning.photo", kContext,
                     QT_TRANSLATE_NOOP("Planning", "Put the proposal into a site photograph"), "camera"};
    photo.run = [this] {
        m_window.setWorkplace(kWorkplace);
        m_photo->setShown(!m_photo->isShown());
    };
    actions.add(std::move(photo));
    ActionSpec compare{"planning.compare", kContext, QT_TRANSLATE_NOOP("Planning", "Compare two scenarios"), "compare"};
    compare.run = [this] {
        m_window.setWorkplace(kWorkplace);
        m_compare->setShown(!m_compare->isShown());
    };
    actions.add(std::move(compare));
    ActionSpec cut{"planning.cut", kContext, QT_TRANSLATE_NOOP("Planning", "Cut the proposal to the ceiling"),
                   "section"};
    cut.run = [this] { m_desk->cutToCeiling(); };
    cut.enabled = [this] { return !m_desk->isFrozen(); };
    actions.add(std::move(cut));
    constexpr Row kRows[] = {
        {"planning.numbers", QT_TRANSLATE_NOOP("Planning", "Propose a building by numbers"), "place",
         &PlanningRoom::askNumbers},
        {"planning.import", QT_TRANSLATE_NOOP("Planning", "Propose a building from a model file"), "cube-3d",
         &PlanningRoom::chooseModel},
        {"planning.reshape", QT_TRANSLATE_NOOP("Planning", "Reshape the selected building"), "building",
         &PlanningRoom::askReshape},
        {"planning.csv", QT_TRANSLATE_NOOP("Planning", "Save the table of rules as CSV"), "table",
         &PlanningRoom::saveCsv},
        {"planning.packs", QT_TRANSLATE_NOOP("Planning", "Choose rule packs"), "pack", &PlanningRoom::choosePacks},
        {"planning.overshoots", QT_TRANSLATE_NOOP("Planning", "List buildings above the ceiling"), "sort",
         &PlanningRoom::showOvershoots},
        {"planning.show", QT_TRANSLATE_NOOP("Planning", "Show the proposal on the map and in 3D"), "target",
         &PlanningRoom::showProposal},
        {"planning.study", QT_TRANSLATE_NOOP("Planning", "Study sunlight and skyline"), "sun", &PlanningRoom::study},
        {"planning.dossier", QT_TRANSLATE_NOOP("Planning", "Write the evidence dossier"), "file",
         &PlanningRoom::dossier},
        {"planning.approve", QT_TRANSLATE_NOOP("Planning", "Approve the scenario"), "check-circle",
         &PlanningRoom::approve}};
    for (const Row &row : kRows) {
        ActionSpec spec{row.id, kContext, row.name, row.icon};
        spec.run = [this, run = row.run] { (this->*run)(); };
        actions.add(std::move(spec));
    }
}

void PlanningRoom::onWorkplace(const QString &id)
{
    const bool shown = id == kWorkplace;
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    m_desk->setActive(shown);
    m_map->setShown(shown);
    m_scene->setShown(shown);
    m_photo->setWorkplaceShown(shown);
    m_compare->setWorkplaceShown(shown);
    m_window.showBeside(shown ? besideWidget() : nullptr);
    lookFirst();
}

/// Once a workspace: a program that starts in this workplace has nothing to look at before the rules have answered.
void PlanningRoom::lookFirst()
{
    if (m_shown && !m_seen && m_desk->block() != nullptr && m_desk->outcome() != nullptr) {
        m_seen = true;
        showProposal();
    }
}

void PlanningRoom::setCeilingShown(bool shown)
{
    m_map->setCeilingShown(shown);
    m_scene->setCeilingShown(shown);
}

bool PlanningRoom::proposeByNumbers(const QString &text)
{
    static const QRegularExpression kBetween(QStringLiteral("[,;\\s]+"));
    std::vector<double> numbers;
    for (const QString &part : text.split(kBetween, Qt::SkipEmptyParts)) {
        bool ok = false;
        numbers.push_back(part.toDouble(&ok));
        if (!ok) {
            return false;
        }
    }
    constexpr double kStoreyHeight = 3.3;
    constexpr double kDegrees = M_PI / 180;
    if (numbers.size() == 6 && numbers[2] > 0 && numbers[3] > 0 && numbers[5] >= 1) {
        const double c = std::cos(numbers[4] * kDegrees), s = std::sin(numbers[4] * kDegrees);
        planning::Ring ring;
        for (const auto &[u, v] : {std::pair{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}}) {
            const double along = u * numbers[2], across = v * numbers[3];
            ring.push_back({numbers[0] + c * along - s * across, numbers[1] + s * along + c * across});
        }
        m_desk->propose(ring, numbers[5], kStoreyHeight);
        return true;
    }
    if (numbers.size() < 8 || numbers.size() % 2 != 0) {
        return false;
    }
    planning::Ring ring;
    for (std::size_t i = 0; i < numbers.size(); i += 2) {
        ring.push_back({numbers[i], numbers[i + 1]});
    }
    constexpr double kStoreys = 6;
    m_desk->propose(ring, kStoreys, kStoreyHeight);
    return true;
}

void PlanningRoom::askNumbers()
{
    const auto text = m_services.messages.text(
        &m_window, tr("Propose a building"),
        tr("Middle east, north, length, width, direction in degrees, storeys; or four and more corners"), {});
    if (text && !text->trimmed().isEmpty() && !proposeByNumbers(*text)) {
        m_window.sayProblem(
            tr("“%1” does not say where a building stands: six numbers, or four and more corners.").arg(*text));
    }
}

void PlanningRoom::saveCsv()
{
    const PlanDesk::Outcome outcome = m_desk->outcome();
    if (!outcome) {
        return;
    }
    const auto path =
        m_services.files.saveFile(&m_window, tr("Save the table of rules"),
                                  m_desk->scenario()->id + QStringLiteral("-rules.csv"), tr("Table (*.csv)"));
    if (!path) {
        return;
    }
    QSaveFile file(*path);
    const QByteArray bytes = planCsv(*outcome, m_desk->basis().rules).toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_window.sayProblem(tr("%1 cannot be written: %2.").arg(*path, file.errorString()));
        return;
    }
    m_window.say(tr("Written: %1").arg(*path));
}

void PlanningRoom::showMore(const QPoint &at)
{
    const planning::Scenario *scenario = m_desk->scenario();
    if (scenario == nullptr) {
        return;
    }
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Branch"), m_desk, &PlanDesk::branch);
    if (!scenario->approval) {
        menu->addAction(scenario->locked ? tr("Unlock") : tr("Lock"), this,
                        [this, locked = !scenario->locked] { m_desk->setLocked(locked); });
        menu->addAction(tr("Approve…"), this, &PlanningRoom::approve);
    }
    auto *merge = menu->addMenu(tr("Merge into"));
    for (const planning::Scenario &other : m_desk->planCase().scenarios) {
        if (other.id != scenario->id && !other.isFrozen()) {
            merge->addAction(PlanWords::name(other.name), this, [this, id = other.id] { m_desk->mergeInto(id); });
        }
    }
    merge->setEnabled(!merge->isEmpty());
    menu->addAction(tr("Show on the map and in 3D"), this, &PlanningRoom::showProposal);
    menu->addSeparator();
    menu->addAction(tr("Remove"), m_desk, &PlanDesk::removeCurrent);
    menu->popup(at);
}

void PlanningRoom::approve()
{
    if (m_desk->scenario() == nullptr || m_desk->isReadOnly()) {
        return;
    }
    const auto by = m_services.messages.text(&m_window, tr("Approve “%1”").arg(m_desk->scenario()->name),
                                             tr("Name of the person who approves"), {});
    if (!by) {
        return;
    }
    const auto reason =
        m_services.messages.text(&m_window, tr("Approve “%1”").arg(m_desk->scenario()->name), tr("Reason"), {});
    m_desk->approve(*by, reason.value_or(QString()));
}

void PlanningRoom::choosePacks()
{
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : workspace::PlanStore::builtInPacks()) {
        const auto pack = workspace::PlanStore::builtInPack(name);
        workspace::Workspace *workspace = m_services.host.current();
        if (!pack || workspace == nullptr) {
            continue;
        }
        const QString key = QLatin1String(workspace::key::kPlanPack) + name;
        const QString title = pack->title.in(PlanWords::language());
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(workspace->document(key).has_value());
        action->setEnabled(!m_desk->isReadOnly());
        connect(action, &QAction::triggered, this, [this, workspace, name, key, title](bool chosen) {
            workspace::PlanStore store(*workspace);
            m_desk->report(chosen ? store.putPack(name, "{\"builtIn\":\"" + name.toUtf8() + "\"}",
                                                  tr("Choose the rules “%1”").arg(title))
                                  : store.removeDocument(key, tr("Leave the rules “%1”").arg(title)));
        });
    }
    menu->popup(QCursor::pos());
}

void PlanningRoom::showOvershoots()
{
    if (!m_desk->study()) {
        return;
    }
    using Found = Result<std::vector<analysis::PlanStudy::Overshoot>>;
    m_services.tasks.run(
        this, tr("Compare the city with the ceiling"),
        [study = m_desk->study()](const CancelToken &cancel, const ProgressFunction &progress) -> Found {
            return study->overshoots(cancel, progress);
        },
        [this](Found found) {
            if (!found) {
                m_window.sayProblem(found.error().message);
                return;
            }
            Findings findings;
            for (const auto &one : *found) {
                Finding finding;
                finding.severity = Severity::Warning;
                finding.code = QStringLiteral("above_view_ceiling");
                finding.object = one.building;
                finding.where = one.view;
                finding.message = tr("%1 rises %2 above the ceiling of view %3 (%4).")
                                      .arg(one.building, PlanWords::number(one.over, QStringLiteral("m"), 2), one.view,
                                           PlanWords::number(one.limit, QStringLiteral("m"), 2));
                const city::ObjectIndex object = m_desk->city()->model->find(one.building.toStdString());
                finding.place = m_desk->city()->model->boundsWithDescendants(object);
                finding.placeCrs = m_desk->city()->model->crs;
                findings.push_back(std::move(finding));
            }
            m_window.say(tr("%n buildings rise above the ceiling.", nullptr, static_cast<int>(findings.size())));
            if (!findings.empty()) {
                m_window.workplaces().addFindings(findings);
                m_window.setWorkplace(QStringLiteral("findings"));
            }
        });
}

void PlanningRoom::lookAtView(const QString &id)
{
    m_map->setMarkedArea(id);
    for (const planning::ProtectedView &view : m_desk->basis().views.views) {
        if (view.id == id) {
            m_scene->standAt(view);
        }
    }
}

} // namespace loci::app
