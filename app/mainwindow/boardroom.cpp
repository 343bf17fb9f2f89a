// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/boardroom.h"

#include "app/indicators/indicatorrun.h"
#include "app/mainwindow/boardstreams.h"
#include "app/mainwindow/feedroom.h"
#include "app/mainwindow/ledgerroom.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/map/featurefacts.h"
#include "layers/map/mapdocument.h"
#include "layers/map/reprojection.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/board/boardexport.h"
#include "widgets/board/boardpanel.h"
#include "widgets/board/boardview.h"
#include "widgets/board/compositecard.h"
#include "widgets/board/explaincard.h"
#include "widgets/board/indicatormap.h"
#include "widgets/city/detailscard.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"

#include <QCursor>
#include <QJsonDocument>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QUuid>
#include <map>

namespace loci::app {

using namespace widgets; // assembly only
using indicators::Outcome;

namespace {
constexpr int kStreamsMs = 2000, kLongestMs = 20'000;
constexpr int kComputeShare = 8;
} // namespace

const QString BoardRoom::kWorkplace = QStringLiteral("indicators");

BoardRoom::BoardRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_panel(new BoardPanel(&window.workplaces()))
    , m_view(new BoardView(window.views().parentWidget()))
    , m_card(new ExplainCard(window.details().parentWidget()))
    , m_composite(new CompositeCard(window.details().parentWidget()))
    , m_map(new IndicatorMap({services.session.document(), services.cities, window.scene(), services.selection}, this))
    , m_ledger(new LedgerRoom(window, services, actions))
{
    window.workplaces().add(kWorkplace, "indicators", QT_TRANSLATE_NOOP("Workplaces", "Indicators"), m_panel, false, 5);
    if (auto *rows = qobject_cast<QSplitter *>(window.views().parentWidget())) {
        rows->addWidget(m_view);
    }
    if (auto *right = qobject_cast<QStackedWidget *>(window.details().parentWidget())) {
        right->addWidget(m_card);
        right->addWidget(m_composite);
    }
    m_view->hide();
    m_streamsSoon.setSingleShot(true);
    m_streamsSoon.setInterval(kStreamsMs);
    connect(&m_streamsSoon, &QTimer::timeout, this, [this] {
        if (m_shown && !m_computing) {
            compute();
        }
    });
    addActions(actions);
    connectParts();
    connectMap();
}

void BoardRoom::addActions(ActionRegistry &actions)
{
    const auto has = [this] { return m_outcome != nullptr && !m_boards.empty(); };
    ActionSpec open{"indicator.open", "Indicator", QT_TRANSLATE_NOOP("Indicator", "Show the indicator boards"),
                    "indicators"};
    open.run = [this] { m_window.setWorkplace(kWorkplace); };
    actions.add(std::move(open));
    ActionSpec again{"indicator.compute", "Indicator", QT_TRANSLATE_NOOP("Indicator", "Compute all indicators"),
                     "refresh"};
    again.run = [this] { compute(); };
    actions.add(std::move(again));
    ActionSpec pack{"indicator.addPack", "Indicator", QT_TRANSLATE_NOOP("Indicator", "Add a pack of indicators"),
                    "pack"};
    pack.run = [this] { offerPacks(); };
    actions.add(std::move(pack));
    ActionSpec onMap{"indicator.onMap", "Indicator", QT_TRANSLATE_NOOP("Indicator", "Show the indicator on the map"),
                     "map"};
    onMap.run = [this] { putOnMap(m_code); };
    onMap.enabled = has;
    actions.add(std::move(onMap));
    ActionSpec joined{"indicator.composite", "Indicator",
                      QT_TRANSLATE_NOOP("Indicator", "Join indicators to a composite"), "compare"};
    joined.run = [this] { m_window.showBeside(m_composite); };
    joined.enabled = has;
    actions.add(std::move(joined));
    ActionSpec offMap{"indicator.offMap", "Indicator", QT_TRANSLATE_NOOP("Indicator", "Take the indicator off the map"),
                      "eye-off"};
    offMap.run = [this] { putOnMap({}); };
    const auto mapped = [this] { return !m_map->choice().code.isEmpty(); };
    offMap.enabled = mapped;
    actions.add(std::move(offMap));
    ActionSpec columns{"indicator.columns", "Indicator",
                       QT_TRANSLATE_NOOP("Indicator", "Columns of the indicator in 3D"), "indicators"};
    columns.run = [this] {
        MapChoice choice = m_map->choice();
        choice.columns = !choice.columns;
        storeChoice(choice.columns ? tr("Show columns in 3D") : tr("Hide columns in 3D"), choice.toJson());
    };
    columns.enabled = mapped;
    actions.add(std::move(columns));
    struct Row
    {
        const char *format, *id, *name;
    };
    static constexpr Row kRows[] = {
        {"pdf", "indicator.exportPdf", QT_TRANSLATE_NOOP("Indicator", "Export the board as PDF")},
        {"png", "indicator.exportPng", QT_TRANSLATE_NOOP("Indicator", "Export the board as a picture")},
        {"csv", "indicator.exportCsv", QT_TRANSLATE_NOOP("Indicator", "Export the numbers of the board as a table")}};
    for (const Row &row : kRows) {
        ActionSpec spec{row.id, "Indicator", row.name, "download"};
        spec.run = [this, format = row.format] { exportBoard(QLatin1String(format)); };
        spec.enabled = has;
        actions.add(std::move(spec));
    }
}

void BoardRoom::connectParts()
{
    connect(&m_window.workplaces(), &Workplaces::currentChangedTo, this, &BoardRoom::onWorkplace);
    connect(&m_services.host, &WorkspaceHost::workspaceChanged, this, &BoardRoom::onWorkspace);
    connect(&m_services.translator, &Translator::languageChanged, this, [this](const QString &language) {
        m_panel->setLanguage(language);
        m_view->canvas().setLanguage(language);
        m_view->refreshHead();
        m_composite->setLanguage(language);
        m_map->setLanguage(language);
        m_ledger->retint();
        refreshData();
        explainCode(m_code);
    });
    connect(m_panel, &BoardPanel::boardChosen, this, [this](const QString &id) {
        m_current = id;
        loadBoards();
    });
    connect(m_panel, &BoardPanel::indicatorChosen, this, &BoardRoom::onIndicator);
    connect(m_panel, &BoardPanel::areaChosen, this, &BoardRoom::lookAt);
    connect(m_panel, &BoardPanel::refreshRequested, this, &BoardRoom::compute);
    connect(m_panel, &BoardPanel::newBoardRequested, this, &BoardRoom::newBoard);
    connect(m_panel, &BoardPanel::packRequested, this, &BoardRoom::offerPacks);
    BoardCanvas &canvas = m_view->canvas();
    connect(&canvas, &BoardCanvas::tileChosen, this, [this](int, const QString &code) { explainCode(code); });
    connect(&canvas, &BoardCanvas::areaEntered, this,
            [this](const QString &code) { lookAt(m_outcome ? m_outcome->results->areas().findAny(code) : 0); });
    connect(&canvas, &BoardCanvas::edited, this, &BoardRoom::storeBoard);
    connect(m_view, &BoardView::areaReset, this, [this] { lookAt(0); });
    connect(m_view, &BoardView::exportRequested, this, &BoardRoom::exportBoard);
    connect(m_card, &ExplainCard::closeRequested, this, [this] { m_card->hide(); });
    connect(m_card, &ExplainCard::showOnMapRequested, this, &BoardRoom::showOnMap);
    connect(&m_window, &MainWindow::partWanted, this, [this](const QString &workplace, const QString &board) {
        if (workplace == kWorkplace) {
            emit m_panel->boardChosen(board);
        }
    });
}

void BoardRoom::onWorkplace(const QString &id)
{
    const bool shown = id == kWorkplace;
    auto *right = qobject_cast<QStackedWidget *>(m_card->parentWidget());
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    if (shown) {
        takeScene();
        showReadings();
    }
    m_window.views().setVisible(!shown || m_beside);
    m_view->setVisible(shown);
    if (right != nullptr) {
        right->setCurrentWidget(shown ? static_cast<QWidget *>(m_card) : &m_window.details());
    }
    if (shown && m_stale) {
        loadBoards();
        compute();
    }
}

void BoardRoom::onWorkspace()
{
    m_outcome.reset();
    m_stale = true;
    m_current.clear();
    m_code.clear();
    m_view->canvas().setOutcome(nullptr);
    m_panel->setOutcome(nullptr);
    m_map->setOutcome(nullptr);
    m_composite->setOutcome(nullptr);
    m_ledger->onWorkspace();
    const QString language = m_services.translator.language();
    m_panel->setLanguage(language);
    m_view->canvas().setLanguage(language);
    if (workspace::Workspace *workspace = m_services.host.current()) {
        connect(workspace, &workspace::Workspace::changed, this, &BoardRoom::onDocuments,
                Qt::UniqueConnection); // the same one again after “save as”
    }
    m_map->setLanguage(language);
    m_composite->setLanguage(language);
    readChoice();
    loadBoards();
    if (m_shown || !m_map->choice().code.isEmpty()) {
        compute();
    }
}

void BoardRoom::onDocuments(const QStringList &keys)
{
    bool boards = false, inputs = false;
    for (const QString &key : keys) {
        boards = boards || key.startsWith(QLatin1String(workspace::key::kBoardPrefix));
        if (key == QLatin1String(workspace::key::kIndicatorMap)) {
            readChoice();
            continue;
        }
        inputs = inputs || key.startsWith(QLatin1String("indicator/")) ||
                 key.startsWith(QLatin1String(workspace::key::kCityModelPrefix));
    }
    m_ledger->onDocuments(keys);
    if (boards) {
        loadBoards();
    }
    const bool mapped = !m_map->choice().code.isEmpty();
    m_stale = m_stale || inputs;
    if ((inputs && (m_shown || mapped)) || (mapped && !m_outcome)) {
        compute();
    }
}

void BoardRoom::showReadings()
{
    const auto readings = readingsOf(m_window.feeds().session());
    m_view->canvas().setReadings(readings);
    m_panel->setReadings(readings);
}

void BoardRoom::onStreams()
{
    if (m_shown) {
        showReadings();
    }
    if (m_shown && m_outcome && !m_computing && !m_streamsSoon.isActive()) {
        m_streamsSoon.start();
    }
}

void BoardRoom::loadBoards()
{
    m_boards.clear();
    const workspace::Workspace *workspace = m_services.host.current();
    const QString prefix = QLatin1String(workspace::key::kBoardPrefix);
    for (const QString &key : workspace != nullptr ? workspace->keys(prefix) : QStringList()) {
        m_boards.push_back(Board::fromJson(key.mid(prefix.size()), workspace->json(key)));
    }
    const auto current =
        std::find_if(m_boards.begin(), m_boards.end(), [this](const Board &board) { return board.id == m_current; });
    const Board *shown = current != m_boards.end() ? &*current : m_boards.empty() ? nullptr : &m_boards.back();
    m_current = shown != nullptr ? shown->id : QString();
    m_view->canvas().setBoard(shown != nullptr ? *shown : Board());
    m_view->refreshHead();
    m_panel->setBoards(m_boards, m_current);
    refreshData();
}

void BoardRoom::compute()
{
    const workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || m_computing) {
        m_stale = m_stale || m_computing;
        return;
    }
    m_stale = false;
    m_computing = true;
    m_computeTime.start();
    m_services.tasks.run(
        this, tr("Compute indicators"),
        [snapshot = indicatorSnapshot(*workspace), now = m_services.clock.nowUtc()](
            const CancelToken &cancel, const ProgressFunction &progress) -> Result<Outcome> {
            return runIndicators(snapshot, now, cancel, progress);
        },
        [this](Result<Outcome> outcome) {
            m_computing = false;
            m_streamsSoon.setInterval(
                std::clamp(kComputeShare * static_cast<int>(m_computeTime.elapsed()), kStreamsMs, kLongestMs));
            if (outcome) {
                take(std::move(*outcome));
            } else if (outcome.error().code != ErrorCode::Cancelled) {
                m_window.sayProblem(outcome.error().message);
            }
            emit computed();
            if (m_stale && m_shown) {
                compute(); // something changed meanwhile
            }
        });
}

void BoardRoom::take(Outcome outcome)
{
    const bool news = !m_outcome || m_outcome->results->findings.size() != outcome.results->findings.size();
    m_outcome = std::make_shared<const Outcome>(std::move(outcome));
    m_view->canvas().setOutcome(m_outcome);
    m_panel->setOutcome(m_outcome);
    m_map->setOutcome(m_outcome);
    m_composite->setOutcome(m_outcome);
    m_ledger->setOutcome(m_outcome);
    refreshData();
    m_panel->setArea(m_view->canvas().area());
    m_view->refreshHead();
    if (m_code.isEmpty() && !m_view->canvas().board().tiles.empty()) {
        m_code = m_view->canvas().board().tiles.front().code;
    }
    explainCode(m_code);
    if (news && !m_outcome->results->findings.empty()) {
        m_window.workplaces().addFindings(m_outcome->results->findings);
    }
    keepValues();
}

void BoardRoom::keepValues()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || workspace->isReadOnly()) {
        return;
    }
    std::map<QString, QString> known;
    for (const storage::IndicatorRow &row : workspace->indicatorValues()) {
        known[row.code + QLatin1Char('\n') + row.area + QLatin1Char('\n') + row.period] = row.calculation;
    }
    std::vector<storage::IndicatorRow> rows = indicatorRows(*m_outcome->results);
    std::erase_if(rows, [&known](const storage::IndicatorRow &row) {
        const auto found = known.find(row.code + QLatin1Char('\n') + row.area + QLatin1Char('\n') + row.period);
        return found != known.end() && found->second == row.calculation;
    });
    if (!rows.empty()) {
        const Result<> kept = workspace->keepIndicatorValues(rows);
        if (!kept) {
            m_window.sayProblem(kept.error().message);
        }
    }
}

void BoardRoom::explainCode(const QString &code)
{
    if (code.isEmpty() || !m_outcome) {
        return;
    }
    m_code = code;
    m_panel->setCurrentCode(code);
    m_card->show(m_outcome, code, m_view->canvas().area(), m_services.translator.language());
    if (auto *right = qobject_cast<QStackedWidget *>(m_card->parentWidget()); right != nullptr && m_shown) {
        right->setCurrentWidget(m_card);
        m_card->QWidget::show();
    }
}

void BoardRoom::lookAt(int area)
{
    if (!m_outcome || area < 0) {
        return;
    }
    m_view->canvas().setArea(area);
    m_panel->setArea(area);
    m_view->refreshHead();
    if (area != m_outcome->results->areas().city()) {
        m_view->canvas().setMarked(m_outcome->results->areas().at(area).code);
    }
    explainCode(m_code);
}

void BoardRoom::storeBoard()
{
    workspace::Workspace *workspace = m_services.host.current();
    const Board &board = m_view->canvas().board();
    if (workspace == nullptr || board.id.isEmpty()) {
        return;
    }
    const Result<> stored =
        workspace->commit({tr("Arrange the board “%1”").arg(board.name.in(m_services.translator.language())),
                           {{QLatin1String(workspace::key::kBoardPrefix) + board.id,
                             {},
                             QJsonDocument(board.toJson()).toJson(QJsonDocument::Compact)}}});
    if (!stored) {
        m_window.sayProblem(stored.error().message);
        loadBoards();
    }
}

void BoardRoom::addStream(const QString &stream)
{
    Board board = m_view->canvas().board();
    if (board.id.isEmpty()) {
        board.id = QStringLiteral("live");
        board.name = {tr("Live"), tr("Live")};
    }
    Tile tile;
    tile.stream = stream;
    tile.place = board.freePlace(QSize(3, 3));
    board.tiles.push_back(std::move(tile));
    m_view->canvas().setBoard(board);
    storeBoard();
    m_window.say(tr("On the board “%1” now.").arg(board.name.in(m_services.translator.language())));
}

void BoardRoom::newBoard()
{
    workspace::Workspace *workspace = m_services.host.current();
    const auto name = m_services.messages.text(&m_window, tr("New board"), tr("Name of the board"), tr("Board"));
    if (!name || name->isEmpty() || workspace == nullptr) {
        return;
    }
    Board board;
    board.id = QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
    board.name = {*name, *name};
    Tile table;
    table.kind = Tile::Kind::Table;
    table.place = {0, 0, 6, 6};
    table.text = board.name;
    board.tiles.push_back(std::move(table));
    m_current = board.id;
    const Result<> made = workspace->commit({tr("Make the board “%1”").arg(*name),
                                             {{QLatin1String(workspace::key::kBoardPrefix) + board.id,
                                               {},
                                               QJsonDocument(board.toJson()).toJson(QJsonDocument::Compact)}}});
    if (!made) {
        m_window.sayProblem(made.error().message);
    }
}

void BoardRoom::offerPacks()
{
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &pack : shippedPacks()) {
        const auto text = packText(pack);
        const QString title =
            text ? indicators::wordsFrom(QJsonDocument::fromJson(*text).object().value(QStringLiteral("title")))
                       .in(m_services.translator.language())
                 : pack;
        menu->addAction(title, this, [this, pack] {
            workspace::Workspace *workspace = m_services.host.current();
            const Result<int> added = workspace != nullptr ? addPack(*workspace, pack) : Result<int>(0);
            added ? m_window.say(tr("%n indicators added.", nullptr, *added))
                  : m_window.sayProblem(added.error().message);
        });
    }
    menu->popup(QCursor::pos());
}

void BoardRoom::exportBoard(const QString &format)
{
    BoardCanvas &canvas = m_view->canvas();
    const auto path =
        m_services.files.saveFile(&m_window, tr("Export the board"), canvas.board().id + QLatin1Char('.') + format,
                                  format.toUpper() + QStringLiteral(" (*.%1)").arg(format));
    if (!path) {
        return;
    }
    const Result<> written = format == QLatin1String("pdf")   ? writeBoardPdf(canvas, *path)
                             : format == QLatin1String("png") ? writeBoardPng(canvas, *path)
                                                              : writeBoardCsv(canvas, *path);
    written ? m_window.say(tr("Written: %1").arg(*path)) : m_window.sayProblem(written.error().message);
}

} // namespace loci::app
