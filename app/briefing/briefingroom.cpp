// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/briefingroom.h"

#include "app/briefing/briefingviews.h"
#include "app/indicators/indicatorrun.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/paletteproviders.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/briefing/briefingpanel.h"
#include "widgets/briefing/briefingshow.h"
#include "widgets/briefing/operatorconsole.h"
#include "widgets/briefing/sceneeditor.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/detailscard.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"

#include <QFileInfo>
#include <QScreen>
#include <QStackedWidget>

namespace loci::app {

using namespace widgets; // assembly only

const QString BriefingRoom::kWorkplace = QStringLiteral("briefing");

namespace {
constexpr QSize kPreview(960, 540);
constexpr int kComputeEvery = 60000; // ms, while live numbers are on the wall
} // namespace

BriefingRoom::BriefingRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_panel(new BriefingPanel(m_desk, &window.workplaces()))
    , m_editor(new SceneEditor(m_desk, window.details().parentWidget()))
{
    window.workplaces().add(kWorkplace, "briefing", QT_TRANSLATE_NOOP("Workplaces", "Briefing"), m_panel, false, 7);
    if (auto *right = qobject_cast<QStackedWidget *>(window.details().parentWidget())) {
        right->addWidget(m_editor);
    }
    addActions(actions);
    connectPanel();
    connect(&window.workplaces(), &Workplaces::currentChangedTo, this, &BriefingRoom::onWorkplace);
    connect(&services.host, &WorkspaceHost::aboutToChange, this, [this] {
        if (m_show) {
            m_show->stop();
        }
        m_desk.setWorkspace(nullptr);
    });
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, &BriefingRoom::onWorkspace);
    connect(&services.selection, &Selection::changed, this, &BriefingRoom::showCard);
    connect(&services.translator, &Translator::languageChanged, this, [this](const QString &language) {
        m_panel->setLanguage(language);
        if (m_console != nullptr) {
            m_console->setLanguage(language);
        }
    });
    m_again.setInterval(kComputeEvery);
    connect(&m_again, &QTimer::timeout, this, &BriefingRoom::refreshNumbers);
}

BriefingRoom::~BriefingRoom()
{
    m_show.reset();
    delete m_console;
}

void BriefingRoom::addActions(ActionRegistry &actions)
{
    const auto writable = [this] { return m_desk.workspace() != nullptr && !m_desk.workspace()->isReadOnly(); };
    ActionSpec open{"briefing.open", "Briefing", QT_TRANSLATE_NOOP("Briefing", "Prepare a briefing"), "briefing"};
    open.run = [this] { m_window.setWorkplace(kWorkplace); };
    actions.add(std::move(open));
    ActionSpec keep{"briefing.keep", "Briefing", QT_TRANSLATE_NOOP("Briefing", "Keep this view as a scene"), "camera",
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)};
    keep.run = [this] { keepView(); };
    keep.enabled = writable;
    actions.add(std::move(keep));
    ActionSpec show{"briefing.show", "Briefing", QT_TRANSLATE_NOOP("Briefing", "Show the briefing"), "play",
                    QKeySequence(Qt::SHIFT | Qt::Key_F5)};
    show.run = [this] { report(start(m_panel->briefing().id)); };
    show.enabled = [this] { return !m_panel->briefing().scenes.empty(); };
    actions.add(std::move(show));
    ActionSpec freezeNow{"briefing.freeze", "Briefing",
                         QT_TRANSLATE_NOOP("Briefing", "Freeze the numbers of the briefing"), "lock"};
    freezeNow.run = [this] { freeze(); };
    freezeNow.enabled = writable;
    actions.add(std::move(freezeNow));
}

void BriefingRoom::connectPanel()
{
    connect(m_panel, &BriefingPanel::sceneChosen, this, &BriefingRoom::chooseScene);
    connect(m_panel, &BriefingPanel::sceneOpened, this, [this](int scene) {
        goToScene(m_panel->briefing().scenes.at(static_cast<std::size_t>(scene)), m_window, m_services);
    });
    connect(m_panel, &BriefingPanel::keepRequested, this, &BriefingRoom::keepView);
    connect(m_panel, &BriefingPanel::showRequested, this, [this] {
        const int scene = m_panel->current();
        report(start(m_panel->briefing().id,
                     scene >= 0 ? m_panel->briefing().scenes[static_cast<std::size_t>(scene)].id : QString()));
    });
    connect(m_panel, &BriefingPanel::freezeRequested, this, &BriefingRoom::freeze);
    connect(m_panel, &BriefingPanel::thawRequested, this, [this] {
        briefing::Briefing briefing = m_panel->briefing();
        briefing::thaw(briefing);
        report(m_desk.store(briefing, tr("Make the numbers of the briefing live")));
    });
    connect(m_panel, &BriefingPanel::newRequested, this, [this] {
        const auto name =
            m_services.messages.text(&m_window, tr("New briefing"), tr("Name of the briefing"), tr("Briefing"));
        if (name && !name->isEmpty()) {
            const Result<QString> made = m_desk.add({*name, *name});
            made ? m_panel->chooseBriefing(*made) : m_window.sayProblem(made.error().message);
        }
    });
    connect(m_panel, &BriefingPanel::exportRequested, this, [this](const QString &format) {
        const QString suffix = format == QLatin1String("web") ? QStringLiteral("html") : format;
        const auto path = m_services.files.saveFile(&m_window, tr("Export the briefing"),
                                                    m_panel->briefing().id + QLatin1Char('.') + suffix,
                                                    suffix.toUpper() + QStringLiteral(" (*.%1)").arg(suffix));
        if (path) {
            exportTo(format, *path);
        }
    });
    connect(m_panel, &BriefingPanel::failed, &m_window, &MainWindow::sayProblem);
    connect(m_editor, &SceneEditor::failed, &m_window, &MainWindow::sayProblem);
    connect(m_editor, &SceneEditor::takeViewRequested, this, [this] {
        const briefing::Briefing &briefing = m_panel->briefing();
        const int at = briefing.find(m_editor->sceneId());
        if (at >= 0) {
            briefing::Scene scene = briefing.scenes[static_cast<std::size_t>(at)];
            takeView(scene, m_window, m_services);
            report(m_desk.storeScene(briefing.id, scene, tr("Take the view into a scene")));
        }
    });
    connect(&m_desk, &BriefingDesk::changed, this, &BriefingRoom::onDesk);
}

QString BriefingRoom::language() const
{
    return m_services.translator.language();
}

QString BriefingRoom::wallLanguage() const
{
    return spoken(m_show && m_show->isRunning() ? m_show->briefing() : m_panel->briefing(), language()).first();
}

void BriefingRoom::report(const Result<> &result)
{
    if (!result) {
        m_window.sayProblem(result.error().message);
    }
}

BriefingStage &BriefingRoom::stage()
{
    if (!m_stage) {
        m_stage = std::make_unique<BriefingStage>(m_services.session, m_services.cities);
    }
    return *m_stage;
}

BriefingShow &BriefingRoom::show()
{
    if (!m_show) {
        m_show = std::make_unique<BriefingShow>(stage(), m_services.clock);
        m_console = new OperatorConsole(*m_show);
        m_console->setLanguage(language());
        m_console->setProviders(makePaletteProviders(m_services, m_window.map(), [](const QString &) {}));
        connect(m_show.get(), &BriefingShow::ended, this, [this] {
            m_again.stop();
            emit endedShow();
        });
    }
    return *m_show;
}

bool BriefingRoom::isIdle() const
{
    return !m_computing && (!m_stage || m_stage->isIdle());
}

void BriefingRoom::onWorkplace(const QString &id)
{
    const bool shown = id == kWorkplace;
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    if (auto *right = qobject_cast<QStackedWidget *>(m_editor->parentWidget())) {
        right->setCurrentWidget(shown ? static_cast<QWidget *>(m_editor) : &m_window.details());
    }
    if (shown) {
        m_panel->refresh();
        compute([this] { chooseScene(std::max(0, m_panel->current())); });
    }
}

void BriefingRoom::onWorkspace()
{
    m_stale = true;
    if (m_stage) {
        m_stage->setOutcome(nullptr);
    }
    m_desk.setWorkspace(m_services.host.current());
    m_panel->setLanguage(language());
}

void BriefingRoom::onDesk()
{
    if (m_show && m_show->isRunning()) {
        m_show->update(m_desk.load(m_show->briefing().id).value);
    }
    if (m_shown) {
        preview();
    }
}

void BriefingRoom::chooseScene(int scene)
{
    const briefing::Briefing &briefing = m_panel->briefing();
    if (scene < 0 || scene >= static_cast<int>(briefing.scenes.size())) {
        m_editor->show({}, {});
        return;
    }
    m_editor->show(briefing.id, briefing.scenes[static_cast<std::size_t>(scene)].id);
    preview();
}

void BriefingRoom::preview()
{
    const briefing::Briefing &briefing = m_panel->briefing();
    const int scene = briefing.find(m_editor->sceneId());
    if (scene < 0 || (m_show && m_show->isRunning())) {
        return; // the stage belongs to the wall
    }
    stage().forgetOrders();
    stage().compose({briefing, scene, kPreview, language(), m_services.clock.nowUtc().toLocalTime().date()},
                    [this](const WallPicturePtr &picture) {
                        m_panel->setThumbnail(picture->scene.id, picture->image);
                        if (m_editor->sceneId() == picture->scene.id) {
                            m_editor->setPreview(picture->image, picture->problems);
                        }
                    });
}

void BriefingRoom::compute(std::function<void()> then)
{
    const workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || !m_stale) {
        then();
        return;
    }
    m_waiting.push_back(std::move(then));
    if (m_computing) {
        return;
    }
    m_computing = true;
    m_services.tasks.run(
        this, tr("Compute the numbers of the briefing"),
        [snapshot = indicatorSnapshot(*workspace), now = m_services.clock.nowUtc()](
            const CancelToken &cancel, const ProgressFunction &progress) -> Result<indicators::Outcome> {
            return runIndicators(snapshot, now, cancel, progress);
        },
        [this](Result<indicators::Outcome> outcome) {
            m_computing = false;
            m_stale = !outcome;
            if (outcome) {
                std::vector<std::pair<QString, QString>> names;
                for (const auto &definition : outcome->results->definitions()) {
                    names.emplace_back(definition->code,
                                       definition->code + QStringLiteral("  ") + definition->name.in(language()));
                }
                m_editor->setIndicators(names);
                stage().setOutcome(std::make_shared<const indicators::Outcome>(std::move(*outcome)));
            }
            for (const auto &waiting : std::exchange(m_waiting, {})) {
                waiting(); // also without numbers: the rest of a scene is shown
            }
        });
}

/// The wall is painted anew only when a number on it is another one.
void BriefingRoom::refreshNumbers()
{
    if (m_computing || !m_show || !m_show->isRunning() || m_show->briefing().isFrozen()) {
        return;
    }
    const auto numbers = [this] {
        std::vector<briefing::Snapshot> all;
        for (const briefing::Scene &scene : m_show->briefing().scenes) {
            for (const briefing::Figure &figure : scene.figures) {
                all.push_back(briefing::shown(figure, stage().outcome(), QDate()).snapshot);
            }
        }
        return all;
    };
    m_stale = true;
    compute([this, numbers, before = numbers()] {
        if (m_show->isRunning() && numbers() != before) {
            m_show->update(m_show->briefing());
        }
    });
}

Result<> BriefingRoom::start(const QString &name, const QString &scene, bool kiosk, const QString &screen)
{
    if (m_desk.workspace() == nullptr) {
        return fail(ErrorCode::Usage, tr("No workspace is open."));
    }
    LOCI_TRY(const QString id, BriefingDesk::find(*m_desk.workspace(), name));
    if (m_desk.load(id).value.scenes.empty()) {
        return fail(ErrorCode::Usage, tr("The briefing has no scenes yet."));
    }
    compute([this, id, scene, kiosk, screen] { begin(id, scene, kiosk, screen); });
    return {};
}

void BriefingRoom::begin(const QString &id, const QString &scene, bool kiosk, const QString &screen)
{
    const Loaded<briefing::Briefing> loaded = m_desk.load(id);
    if (!loaded.findings.empty()) {
        m_window.workplaces().addFindings(loaded.findings);
    }
    BriefingShow &running = show();
    m_console->setLanguage(language());
    const QRect desk = m_window.screen()->availableGeometry();
    m_console->resize(m_console->size().boundedTo(desk.size()));
    m_console->move(desk.topLeft());
    m_console->show();
    m_console->raise();
    m_services.selection.clear();
    running.start(loaded.value, scene,
                  {language(), m_services.host.current()->path(), screen, kiosk, ShowState::defaultPath()}, m_console);
    for (const Finding &finding : loaded.findings) {
        m_console->tell(finding.message);
    }
    m_again.start();
    emit startedShow();
}

void BriefingRoom::keepView()
{
    if (m_desk.ids().isEmpty()) {
        const Result<QString> made = m_desk.add({tr("Briefing"), tr("Briefing")});
        if (!made) {
            m_window.sayProblem(made.error().message);
            return;
        }
    }
    m_panel->refresh();
    const briefing::Briefing &briefing = m_panel->briefing();
    briefing::Scene scene;
    takeView(scene, m_window, m_services);
    scene.transition = briefing::Transition::Flight;
    const QString name = tr("Scene %1").arg(briefing.scenes.size() + 1);
    scene.title = {name, name};
    const Result<QString> added = m_desk.addScene(briefing.id, scene, m_panel->current());
    if (!added) {
        m_window.sayProblem(added.error().message);
        return;
    }
    m_panel->choose(*added);
    m_window.say(tr("Kept as a scene of “%1”.").arg(briefing.name.in(language())));
}

void BriefingRoom::freeze()
{
    m_stale = true;
    compute([this] {
        if (stage().outcome() == nullptr) {
            m_window.sayProblem(tr("The numbers could not be computed, so nothing was frozen."));
            return;
        }
        briefing::Briefing briefing = m_panel->briefing();
        const auto changes =
            briefing::freeze(briefing, *stage().outcome(), m_services.clock.nowUtc().toLocalTime().date());
        const Result<> stored = m_desk.store(briefing, tr("Freeze the numbers of the briefing"));
        if (!stored) {
            m_window.sayProblem(stored.error().message);
            return;
        }
        const WallWords words(language());
        QStringList told;
        for (const briefing::FigureChange &change : changes) {
            told << tr("%1: %2 was %3")
                        .arg(change.label.in(language()), words.number(change.after), words.number(change.before));
        }
        m_window.say(told.isEmpty() ? tr("The numbers are frozen.")
                                    : tr("The numbers are frozen. Changed: %1").arg(told.join(QStringLiteral("; "))));
    });
}

void BriefingRoom::exportTo(const QString &format, const QString &path)
{
    compute([this, format, path] {
        BriefingExport::Request request;
        request.briefing = m_panel->briefing();
        request.format = format == QLatin1String("pdf")   ? BriefingExport::Format::Pdf
                         : format == QLatin1String("web") ? BriefingExport::Format::Web
                         : format == QLatin1String("mp4") || format == QLatin1String("webm")
                             ? BriefingExport::Format::Film
                             : BriefingExport::Format::Png;
        request.path = path;
        request.tiles = request.briefing.wall.isTiled();
        request.language = language();
        request.today = m_services.clock.nowUtc().toLocalTime().date();
        if (request.format == BriefingExport::Format::Film) {
            m_window.say(tr("The film is being made; you can go on working."));
        }
        BriefingExport::run(stage(), std::move(request), [this](const Result<BriefingExport::Report> &report) {
            if (report) {
                m_window.say(tr("Written: %1").arg(report->files.value(0)));
                m_window.workplaces().addFindings(report->findings);
            } else {
                m_window.sayProblem(report.error().message);
            }
        });
    });
}

void BriefingRoom::showCard()
{
    if (!m_show || !m_show->isRunning()) {
        return;
    }
    const auto &things = m_services.selection.things();
    m_show->setCard(things.size() == 1 ? cardOf(things.front(), m_services, wallLanguage()) : AskCard());
}

} // namespace loci::app
