// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprintwriter.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "layers/map/reprojection.h"
#include "widgets/city/citylibrary.h"
#include "widgets/city/comparepanel.h"
#include "widgets/city/detailscard.h"
#include "widgets/city/exportsheet.h"
#include "widgets/city/objecttablepanel.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/addsourcepanel.h"
#include "widgets/layers/attributetablepanel.h"
#include "widgets/layers/layerpropertiespanel.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"

#include <QSplitter>
#include <QStackedWidget>

// What opens beside the views: layer properties and new sources in place of the details, the table below, and the place
// of a finding.
namespace loci::app {

using namespace widgets; // assembly only

void MainWindow::addBeside(QWidget *panel)
{
    m_right->addWidget(panel);
}

QWidget *MainWindow::beside() const
{
    return m_right->currentWidget();
}

void MainWindow::showBeside(QWidget *panel)
{
    if (panel != nullptr && m_right->indexOf(panel) < 0) {
        m_right->addWidget(panel);
    }
    m_right->setCurrentWidget(panel != nullptr ? panel : m_details);
}

void MainWindow::addWhole(QWidget *page)
{
    m_middle->addWidget(page);
}

void MainWindow::showWhole(QWidget *page)
{
    if (page != nullptr) {
        m_middle->setCurrentWidget(page);
        page->setFocus();
    } else if (m_middle->currentIndex() > 1) { // behind the work and the welcome page
        showWelcome(false);
    }
}

void MainWindow::showProperties(const QString &layerId)
{
    if (m_properties == nullptr) {
        m_properties = new LayerPropertiesPanel(m_services.session, m_services.tasks, m_services.files, m_right);
        m_right->addWidget(m_properties);
        connect(m_properties, &LayerPropertiesPanel::failed, this, &MainWindow::sayProblem);
        connect(m_properties, &LayerPropertiesPanel::closed, this, [this] { m_right->setCurrentWidget(m_details); });
    }
    m_properties->setLayer(layerId);
    m_right->setCurrentWidget(m_properties);
}

void MainWindow::showTable(const QString &layerId)
{
    if (m_table == nullptr) {
        m_table = new AttributeTablePanel(m_services.session, m_services.selection, m_services.tasks, m_services.files,
                                          m_rows);
        m_table->registerActions(*m_actions);
        m_rows->addWidget(m_table);
        m_rows->setSizes({3 * height() / 5, 2 * height() / 5});
        connect(m_table, &AttributeTablePanel::failed, this, &MainWindow::sayProblem);
        connect(m_table, &AttributeTablePanel::closed, m_table, &QWidget::hide);
    }
    if (m_objects != nullptr) {
        m_objects->hide();
    }
    m_table->setLayer(layerId);
    m_table->show();
}

void MainWindow::showAddSource()
{
    if (m_addSource == nullptr) {
        m_addSource = new AddSourcePanel(m_services.session, m_services.tasks, m_services.files, m_right);
        m_right->addWidget(m_addSource);
        connect(m_addSource, &AddSourcePanel::failed, this, &MainWindow::sayProblem);
        connect(m_addSource, &AddSourcePanel::closed, this, [this] { m_right->setCurrentWidget(m_details); });
        connect(m_addSource, &AddSourcePanel::filesChosen, this, &MainWindow::openFiles);
        connect(m_addSource, &AddSourcePanel::findingsReported, m_workplaces, &Workplaces::addFindings);
    }
    m_addSource->refresh();
    m_right->setCurrentWidget(m_addSource);
}

void MainWindow::showExport(const QString &modelId)
{
    if (m_export == nullptr) {
        const ViewAccess view{[this] { return m_map->viewExtent(); }, [this] { return m_map->viewCrs(); }, {}, {}, {}};
        m_export = new ExportSheet(m_services.cities, m_services.selection, m_services.tasks, m_services.files, view,
                                   footprintWriter(), m_right);
        m_right->addWidget(m_export);
        connect(m_export, &ExportSheet::failed, this, &MainWindow::sayProblem);
        connect(m_export, &ExportSheet::findingsReported, m_workplaces, &Workplaces::addFindings);
        connect(m_export, &ExportSheet::exported, this,
                [this](const QString &path) { say(tr("Written: %1").arg(path)); });
        connect(m_export, &ExportSheet::closed, this, [this] { m_right->setCurrentWidget(m_details); });
    }
    m_export->setModel(modelId);
    m_right->setCurrentWidget(m_export);
}

void MainWindow::exportModel()
{
    for (const SelectedThing &thing : m_services.selection.things()) {
        if (const auto *object = std::get_if<CityObjectRef>(&thing)) {
            showExport(object->modelId);
            return;
        }
    }
    showExport({});
}

void MainWindow::showObjectTable(const QString &cityId)
{
    if (m_objects == nullptr) {
        m_objects = new ObjectTablePanel(m_services.cities, m_services.selection, m_services.tasks, m_rows);
        m_rows->addWidget(m_objects);
        m_rows->setSizes({3 * height() / 5, 2 * height() / 5, 2 * height() / 5});
        connect(m_objects, &ObjectTablePanel::closed, m_objects, &QWidget::hide);
    }
    if (m_table != nullptr) {
        m_table->hide();
    }
    m_objects->setModel(cityId);
    m_objects->show();
}

void MainWindow::saveScenePicture(int width)
{
    const auto path =
        m_services.files.saveFile(this, tr("Save the 3D picture"), tr("3D view.png"), tr("Pictures (*.png)"));
    if (!path) {
        return;
    }
    const Result<> started = m_scene->record(m_services.tasks, {.path = *path, .width = width});
    if (!started) {
        sayProblem(started.error().message);
    }
}

void MainWindow::saveSceneFilm(bool flight)
{
    constexpr int kMostFrames = 10000;
    SceneView::Recording recording;
    recording.kind = flight ? SceneView::Recording::Kind::Flight : SceneView::Recording::Kind::Orbit;
    recording.stops = flight ? m_workplaces->bookmarkedCameras() : std::vector<CameraPose>();
    if (flight && recording.stops.size() < 2) {
        sayProblem(tr("A flight needs two bookmarks or more; it goes through them in the order of the list."));
        return;
    }
    const auto frames = m_services.messages.text(this, flight ? tr("Save a flight") : tr("Save an orbit"),
                                                 tr("Number of pictures"), QStringLiteral("120"));
    if (!frames) {
        return;
    }
    recording.frames = frames->toInt();
    if (recording.frames < 2 || recording.frames > kMostFrames) {
        sayProblem(tr("The number of pictures is between 2 and %1, not \"%2\".").arg(kMostFrames).arg(*frames));
        return;
    }
    const auto path = m_services.files.saveFile(this, flight ? tr("Save a flight") : tr("Save an orbit"),
                                                flight ? tr("Flight.png") : tr("Orbit.png"), tr("Pictures (*.png)"));
    if (!path) {
        return;
    }
    recording.path = *path;
    const Result<> started = m_scene->record(m_services.tasks, recording);
    if (!started) {
        sayProblem(started.error().message);
    }
}

void MainWindow::showComparison(const QString &before, const QString &after)
{
    if (m_compare == nullptr) {
        m_compare = new ComparePanel(m_services.cities, m_services.selection, m_services.tasks, m_right);
        m_right->addWidget(m_compare);
        connect(m_compare, &ComparePanel::comparisonShown, m_scene, &SceneView::setComparison);
        connect(m_compare, &ComparePanel::closed, this, [this] { m_right->setCurrentWidget(m_details); });
    }
    m_compare->compare(before, after);
    m_right->setCurrentWidget(m_compare);
}

void MainWindow::showFinding(const Finding &finding)
{
    if (!finding.object.isEmpty()) {
        for (const CityEntry &entry : m_services.cities.entries()) {
            const city::ObjectIndex object =
                entry.model != nullptr ? entry.model->find(finding.object.toStdString()) : city::kNone;
            if (object != city::kNone) {
                const CityObjectRef ref{entry.id, object};
                m_services.selection.set({ref});
                emit m_services.selection.zoomRequested(ref);
                return;
            }
        }
    }
    if (finding.place) {
        m_map->setViewExtent(map::reprojectBox(*finding.place, finding.placeCrs, m_map->viewCrs()));
    } else {
        say(tr("This finding concerns the whole file and has no place."));
    }
}

} // namespace loci::app
