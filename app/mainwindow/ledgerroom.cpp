// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/ledgerroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/base/clock.h"
#include "layers/map/indicators/problemlayer.h"
#include "layers/map/reprojection.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/workspace.h"
#include "widgets/board/board.h"
#include "widgets/board/ledgercard.h"
#include "widgets/city/detailscard.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/mapview.h"

#include <QJsonDocument>
#include <QStackedWidget>
#include <QUuid>

namespace loci::app {

using namespace widgets; // assembly only
using indicators::Problem;

namespace {

const EpsgCode kLonLat(4326);

QString problemKey(const QString &id)
{
    return QLatin1String(workspace::key::kProblemPrefix) + id;
}

map::MappedProblem::Look lookOf(const Problem &problem, QDate today)
{
    using Look = map::MappedProblem::Look;
    if (problem.stage == Problem::Stage::Closed) {
        return Look::Closed;
    }
    return problem.isOverdue(today)                ? Look::Overdue
           : problem.stage == Problem::Stage::Done ? Look::Checking
                                                   : Look::Open;
}

} // namespace

LedgerRoom::LedgerRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_card(new LedgerCard(window.details().parentWidget()))
    , m_layer(new map::ProblemLayer(services.session.document(), this))
{
    if (auto *right = qobject_cast<QStackedWidget *>(window.details().parentWidget())) {
        right->addWidget(m_card);
    }
    ActionSpec ledger{"indicator.ledger", "Indicator", QT_TRANSLATE_NOOP("Indicator", "Open the problem ledger"),
                      "list"};
    ledger.run = [this] { open(); };
    actions.add(std::move(ledger));
    ActionSpec entry{"indicator.newProblem", "Indicator", QT_TRANSLATE_NOOP("Indicator", "Record a problem"), "plus"};
    entry.run = [this] {
        open();
        m_card->choose({});
    };
    actions.add(std::move(entry));
    connect(m_card, &LedgerCard::saveRequested, this, &LedgerRoom::save);
    connect(m_card, &LedgerCard::removeRequested, this, &LedgerRoom::remove);
    connect(m_card, &LedgerCard::placeRequested, this, &LedgerRoom::drawPlace);
    connect(m_card, &LedgerCard::showRequested, this, &LedgerRoom::goTo);
    connect(m_card, &LedgerCard::closeRequested, this, [this] { m_window.showBeside(nullptr); });
    connect(&services.selection, &Selection::changed, this, [this] {
        if (const QString id = selectedProblem(); !id.isEmpty()) {
            open(id);
        }
    });
}

LedgerRoom::~LedgerRoom() = default;

QDate LedgerRoom::today() const
{
    return m_services.clock.nowUtc().toLocalTime().date();
}

void LedgerRoom::onWorkspace()
{
    m_outcome.reset();
    m_card->setOutcome(nullptr);
    read();
}

bool LedgerRoom::onDocuments(const QStringList &keys)
{
    const bool ours = std::any_of(keys.begin(), keys.end(), [](const QString &key) {
        return key.startsWith(QLatin1String(workspace::key::kProblemPrefix)) ||
               key.startsWith(QLatin1String(workspace::key::kAlertPrefix));
    });
    if (ours) {
        read();
        emit changed();
    }
    return ours;
}

void LedgerRoom::read()
{
    m_problems.clear();
    m_seen.clear();
    const workspace::Workspace *workspace = m_services.host.current();
    const QString problems = QLatin1String(workspace::key::kProblemPrefix);
    for (const QString &key : workspace != nullptr ? workspace->keys(problems) : QStringList()) {
        m_problems.push_back(Problem::fromJson(key.mid(problems.size()), workspace->json(key)));
    }
    indicators::sortByUrgency(m_problems, today());
    const QString alerts = QLatin1String(workspace::key::kAlertPrefix);
    for (const QString &key : workspace != nullptr ? workspace->keys(alerts) : QStringList()) {
        const QJsonObject json = workspace->json(key);
        m_seen[key.mid(alerts.size())] = {
            QDateTime::fromString(json.value(QStringLiteral("at")).toString(), Qt::ISODate),
            json.value(QStringLiteral("by")).toString()};
    }
    m_card->setProblems(m_problems, today());
    showOnMap();
}

std::optional<Vec2> LedgerRoom::placeOf(const Problem &problem) const
{
    if (problem.place || !m_outcome || problem.area.isEmpty()) {
        return problem.place;
    }
    const indicators::AreaTree &areas = m_outcome->results->areas();
    const int area = areas.findAny(problem.area);
    const auto inside = area >= 0 ? indicators::innermost(areas.at(area).polygons) : std::nullopt;
    if (!inside) {
        return std::nullopt;
    }
    Box3 box;
    box.include(Vec3{inside->x, inside->y, 0});
    const Box3 there = map::reprojectBox(box, EpsgCode(areas.crs().section(QLatin1Char(':'), 1).toInt()), kLonLat);
    return there.isEmpty() ? std::nullopt : std::optional(Vec2{there.centre().x, there.centre().y});
}

void LedgerRoom::showOnMap()
{
    const Tokens &t = tokens();
    std::vector<map::MappedProblem> mapped;
    mapped.reserve(m_problems.size());
    for (const Problem &problem : m_problems) {
        if (const auto place = placeOf(problem)) {
            mapped.push_back({problem.id, problem.finding, *place, lookOf(problem, today())});
        }
    }
    m_layer->show(mapped, {tr("Problem ledger"), tr("open"), tr("overdue"), tr("done, to be checked"), tr("closed"),
                           t.watch, t.bad, t.partial, t.good, t.surface, t.text});
}

void LedgerRoom::setOutcome(std::shared_ptr<const indicators::Outcome> outcome)
{
    m_outcome = std::move(outcome);
    m_card->setOutcome(m_outcome);
    showOnMap();
}

void LedgerRoom::retint()
{
    m_card->setLanguage(m_services.translator.language());
    showOnMap();
}

std::shared_ptr<const BoardData> LedgerRoom::data(const indicators::Outcome &outcome, const Board &board,
                                                  const QImage &scene) const
{
    auto data = std::make_shared<BoardData>();
    data->today = today();
    data->problems = m_problems;
    data->scene = scene;
    data->alerts = indicators::alertsOf(outcome, m_problems, m_seen, data->today, m_services.translator.language());
    const workspace::Workspace *workspace = m_services.host.current();
    for (const Tile &tile : board.tiles) {
        if (!tile.picture.isEmpty() && workspace != nullptr && !data->pictures.contains(tile.picture)) {
            data->pictures.insert(tile.picture, QImage(workspace::resolvedPath(workspace->path(), tile.picture)));
        }
    }
    return data;
}

void LedgerRoom::open(const QString &id)
{
    if (!id.isEmpty()) {
        m_card->choose(id);
    }
    m_window.showBeside(m_card);
}

QString LedgerRoom::selectedProblem() const
{
    if (m_services.selection.things().size() != 1) {
        return {};
    }
    const auto *feature = std::get_if<FeatureRef>(&m_services.selection.things().front());
    return feature != nullptr ? m_layer->problemOf(feature->layerId, feature->featureId) : QString();
}

void LedgerRoom::commit(const QString &title, const QString &key, const std::optional<QByteArray> &value)
{
    workspace::Workspace *workspace = m_services.host.current();
    const Result<> stored = workspace != nullptr ? workspace->commit({title, {{key, {}, value}}}) : Result<>();
    if (!stored) {
        m_window.sayProblem(stored.error().message);
    }
}

void LedgerRoom::save(const Problem &problem)
{
    Problem kept = problem;
    if (kept.id.isEmpty()) {
        kept.id = QUuid::createUuid().toString(QUuid::WithoutBraces).left(12);
    }
    const QString title = (problem.id.isEmpty() ? tr("Record the problem “%1”") : tr("Change the problem “%1”"))
                              .arg(kept.finding.left(40));
    commit(title, problemKey(kept.id), QJsonDocument(kept.toJson()).toJson(QJsonDocument::Compact));
    m_card->choose(kept.id);
}

void LedgerRoom::remove(const QString &id)
{
    const auto found =
        std::find_if(m_problems.begin(), m_problems.end(), [&id](const Problem &problem) { return problem.id == id; });
    if (found != m_problems.end()) {
        commit(tr("Delete the problem “%1”").arg(found->finding.left(40)), problemKey(id), std::nullopt);
    }
}

void LedgerRoom::acknowledge(const QString &alertId)
{
    const QString key = QLatin1String(workspace::key::kAlertPrefix) + alertId;
    if (m_seen.contains(alertId)) {
        commit(tr("Take back that an alert was seen"), key, std::nullopt);
        return;
    }
    const QJsonObject seen{{QStringLiteral("at"), m_services.clock.nowUtc().toString(Qt::ISODate)},
                           {QStringLiteral("by"), qEnvironmentVariable("USER")}};
    commit(tr("Acknowledge an alert"), key, QJsonDocument(seen).toJson(QJsonDocument::Compact));
}

void LedgerRoom::drawPlace()
{
    m_window.setWorkplace(QStringLiteral("layers"));
    m_window.showBeside(m_card);
    MapDrawing drawing;
    drawing.hint = tr("Click where the problem is.");
    drawing.done = [this](const std::vector<Vec2> &points) {
        Box3 box;
        box.include(Vec3{points.front().x, points.front().y, 0});
        const Box3 there = map::reprojectBox(box, m_window.map().viewCrs(), kLonLat);
        if (!there.isEmpty()) {
            m_card->setPlace({there.centre().x, there.centre().y});
        }
    };
    m_window.map().startDrawing(std::move(drawing));
}

void LedgerRoom::goTo(const QString &id)
{
    const auto feature = m_layer->featureOf(id);
    if (!feature) {
        m_window.sayProblem(tr("The problem has no place and no area with an outline."));
        return;
    }
    if (!m_window.views().isVisible()) {
        m_window.setWorkplace(QStringLiteral("layers"));
    }
    const FeatureRef thing{QLatin1String(map::ProblemLayer::kId), *feature};
    m_services.selection.set({thing});
    emit m_services.selection.zoomRequested(thing);
    open(id);
}

} // namespace loci::app
