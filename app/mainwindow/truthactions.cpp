// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/truthactions.h"

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "layers/domain/city/validation.h"
#include "layers/map/mapdocument.h"
#include "layers/map/reprojection.h"
#include "layers/map/webdatum/webdatum.h"
#include "widgets/city/modelcheck.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/findingspanel.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/layertreepanel.h"
#include "widgets/map/crschooser.h"
#include "widgets/map/mapsession.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace loci::app {

using namespace widgets; // assembly only

namespace {
constexpr char kContext[] = "Truth";
}

TruthActions::TruthActions(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_checks(new ModelCheck(
          services.cities, services.tasks,
          [&window]() -> std::optional<Vec2> {
              const Box3 view = window.map().viewExtent();
              if (view.isEmpty() || !window.map().viewCrs().isKnown()) {
                  return std::nullopt;
              }
              const Vec3 middle = view.centre();
              return map::reprojectPoint({middle.x, middle.y}, window.map().viewCrs(), EpsgCode(4326));
          },
          this))
{
    connect(m_checks, &ModelCheck::failed, &window, &MainWindow::sayProblem);
    connect(m_checks, &ModelCheck::checked, this, &TruthActions::showFindings);
    connect(m_checks, &ModelCheck::written, this,
            [this](const QString &path) { m_window.say(tr("Written: %1").arg(path)); });
    addChecks(actions);
    addHeights(actions);
    addSystems(actions);
    addWebDatums(actions);
    addModelDatums(actions);
}

QString TruthActions::currentModel() const
{
    for (const SelectedThing &thing : m_services.selection.things()) {
        if (const auto *object = std::get_if<CityObjectRef>(&thing)) {
            return object->modelId;
        }
    }
    const std::vector<CityEntry> entries = m_services.cities.entries();
    return entries.empty() ? QString() : entries.front().id;
}

void TruthActions::showFindings(const QString &modelId, const Findings &findings)
{
    const CityEntry *entry = m_services.cities.entry(modelId);
    if (entry == nullptr) {
        return;
    }
    FindingsPanel &panel = m_window.workplaces().findings();
    panel.model().removeSource(ModelCheck::sourceName(entry->name)); // of an earlier check
    m_window.workplaces().addFindings(findings);
    panel.setNote(city::uncheckedSentence());
    m_window.setWorkplace(QStringLiteral("findings"));
}

void TruthActions::addChecks(ActionRegistry &actions)
{
    ActionSpec check{"city.check", kContext, QT_TRANSLATE_NOOP("Truth", "Check the city models"), "check-circle"};
    check.run = [this] { m_checks->checkAll(); };
    check.enabled = [this] { return !m_services.cities.entries().empty(); };
    actions.add(std::move(check));
}

void TruthActions::addHeights(ActionRegistry &actions)
{
    struct Row
    {
        const char *id, *name;
        city::HeightReference reference;
    };
    static constexpr Row kRows[] = {
        {"city.heightsSea", QT_TRANSLATE_NOOP("Truth", "Heights of the model count from sea level"),
         city::HeightReference::Orthometric},
        {"city.heightsEllipsoid", QT_TRANSLATE_NOOP("Truth", "Heights of the model count from the ellipsoid"),
         city::HeightReference::Ellipsoidal},
        {"city.heightsGround", QT_TRANSLATE_NOOP("Truth", "Heights of the model count from the ground"),
         city::HeightReference::AboveGround},
        {"city.heightsUnknown", QT_TRANSLATE_NOOP("Truth", "It is not known what the model's heights count from"),
         city::HeightReference::Unknown}};
    for (const Row &row : kRows) {
        ActionSpec spec{row.id, kContext, row.name, "measure-height"};
        spec.run = [this, reference = row.reference] {
            m_services.cities.setHeightReference(currentModel(), reference);
        };
        spec.enabled = [this] { return !currentModel().isEmpty(); };
        actions.add(std::move(spec));
    }
    ActionSpec mend{"city.mendHeights", kContext, QT_TRANSLATE_NOOP("Truth", "Apply the proposed height correction"),
                    "measure-height"};
    mend.run = [this] { m_checks->mendHeights(currentModel()); };
    mend.enabled = [this] { return m_checks->canMendHeights(currentModel()); };
    actions.add(std::move(mend));
    ActionSpec copy{"city.writeCorrected", kContext, QT_TRANSLATE_NOOP("Truth", "Write a corrected copy of the model…"),
                    "save"};
    copy.run = [this] { writeCorrected(); };
    copy.enabled = [this] { return m_checks->canWriteCorrected(currentModel()); };
    actions.add(std::move(copy));
    ActionSpec plain{"city.fileHeights", kContext, QT_TRANSLATE_NOOP("Truth", "Show the heights of the file"), "undo"};
    plain.run = [this] {
        const CityEntry *entry = m_services.cities.entry(currentModel());
        city::ModelAdjustment adjustment = entry->adjustment;
        adjustment.dz = 0;
        m_services.cities.adjust(entry->id, tr("Show the heights of the file"), adjustment);
    };
    plain.enabled = [this] {
        const CityEntry *entry = m_services.cities.entry(currentModel());
        return entry != nullptr && entry->adjustment.dz != 0;
    };
    actions.add(std::move(plain));
}

void TruthActions::writeCorrected()
{
    const CityEntry *entry = m_services.cities.entry(currentModel());
    const QFileInfo file(entry->path);
    const QString suggested =
        file.dir().filePath(tr("%1 corrected.city.json").arg(file.fileName().section(QLatin1Char('.'), 0, 0)));
    const auto path = m_services.files.saveFile(&m_window, tr("Write a corrected copy"), suggested,
                                                tr("CityJSON (*.city.json *.json);;CityJSON sequence (*.city.jsonl)"));
    if (path) {
        m_checks->writeCorrected(entry->id, *path);
    }
}

void TruthActions::addSystems(ActionRegistry &actions)
{
    ActionSpec take{"city.takeSystem", kContext, QT_TRANSLATE_NOOP("Truth", "Take the proposed coordinate system"),
                    "map"};
    take.run = [this] { m_checks->takeCandidate(currentModel()); };
    take.enabled = [this] { return m_checks->canTakeCandidate(currentModel()); };
    actions.add(std::move(take));
    ActionSpec choose{"city.chooseSystem", kContext,
                      QT_TRANSLATE_NOOP("Truth", "Choose the coordinate system of the city model"), "map"};
    choose.run = [this] { chooseSystem(); };
    choose.enabled = [this] { return !currentModel().isEmpty(); };
    actions.add(std::move(choose));
}

void TruthActions::chooseSystem()
{
    if (m_chooser == nullptr) {
        m_chooser = new CrsChooser(&m_window);
        connect(m_chooser, &CrsChooser::chosen, this, &TruthActions::takeSystem);
    }
    m_chooser->openAt(m_window.mapToGlobal(m_window.rect().center()) +
                      QPoint(m_chooser->width() / 2, m_chooser->height() / 2));
}

void TruthActions::takeSystem(const QString &authId)
{
    const CityEntry *entry = m_services.cities.entry(currentModel());
    const QString prefix = QStringLiteral("EPSG:");
    if (entry == nullptr) {
        return;
    }
    if (!authId.startsWith(prefix)) {
        m_window.sayProblem(tr("City models take coordinate systems of the EPSG register only."));
        return;
    }
    city::ModelAdjustment adjustment = entry->adjustment;
    adjustment.crs = EpsgCode(authId.mid(prefix.size()).toInt());
    m_services.cities.adjust(entry->id, tr("Take %1 to be in %2").arg(entry->name, authId), adjustment);
}

void TruthActions::addWebDatums(ActionRegistry &actions)
{
    struct Row
    {
        const char *id, *name;
        geodesy::WebDatum datum;
    };
    static constexpr Row kRows[] = {
        {"layers.gcj02", QT_TRANSLATE_NOOP("Truth", "Mark the layer as GCJ-02 (Amap, Tencent)"),
         geodesy::WebDatum::Gcj02},
        {"layers.bd09", QT_TRANSLATE_NOOP("Truth", "Mark the layer as BD-09 (Baidu)"), geodesy::WebDatum::Bd09},
        {"layers.noWebDatum", QT_TRANSLATE_NOOP("Truth", "Take the layer's coordinates as they are"),
         geodesy::WebDatum::None}};
    for (const Row &row : kRows) {
        ActionSpec spec{row.id, kContext, row.name, "place"};
        spec.run = [this, datum = row.datum, name = row.name] {
            map::MapDocument &document = m_services.session.document();
            const Result<> done = map::setWebDatum(document, m_window.workplaces().layers().currentLayerId(), datum);
            if (!done) {
                m_window.sayProblem(done.error().message);
                return;
            }
            m_services.session.commit(QCoreApplication::translate(kContext, name));
        };
        spec.enabled = [this, datum = row.datum] {
            return map::canSetWebDatum(m_services.session.document(), m_window.workplaces().layers().currentLayerId(),
                                       datum);
        };
        actions.add(std::move(spec));
    }
}

void TruthActions::addModelDatums(ActionRegistry &actions)
{
    struct Row
    {
        const char *id, *name;
        geodesy::WebDatum datum;
    };
    static constexpr Row kRows[] = {
        {"city.gcj02", QT_TRANSLATE_NOOP("Truth", "Mark the city model as GCJ-02 (Amap, Tencent)"),
         geodesy::WebDatum::Gcj02},
        {"city.bd09", QT_TRANSLATE_NOOP("Truth", "Mark the city model as BD-09 (Baidu)"), geodesy::WebDatum::Bd09},
        {"city.noWebDatum", QT_TRANSLATE_NOOP("Truth", "Take the city model's coordinates as they are"),
         geodesy::WebDatum::None}};
    for (const Row &row : kRows) {
        ActionSpec spec{row.id, kContext, row.name, "place"};
        spec.run = [this, datum = row.datum, name = row.name] {
            const CityEntry *entry = m_services.cities.entry(currentModel());
            city::ModelAdjustment adjustment = entry->adjustment;
            adjustment.webDatum = datum;
            m_services.cities.adjust(entry->id, QCoreApplication::translate(kContext, name), adjustment);
        };
        spec.enabled = [this, datum = row.datum] {
            const CityEntry *entry = m_services.cities.entry(currentModel());
            return entry != nullptr && entry->adjustment.webDatum != datum && entry->source != nullptr &&
                   entry->source->crs.isKnown();
        };
        actions.add(std::move(spec));
    }
}

} // namespace loci::app
