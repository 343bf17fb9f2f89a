// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/columnview.h"

#include "widgets/scene/markerlayer.h"
#include "widgets/scene/scenecanvas.h"
#include "widgets/scene/scenecontrols.h"
#include "widgets/scene/sceneviewprivate.h"

#include <QEvent>

namespace loci::widgets {

ColumnView::ColumnView(scene::CityScene &stage, SceneCanvas &canvas, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_canvas(canvas)
    , m_labels(new MarkerLayer(stage, &canvas))
{
    m_labels->setGeometry(canvas.rect());
    canvas.installEventFilter(this);
    connect(&canvas, &SceneCanvas::drawn, m_labels, qOverload<>(&QWidget::update));
}

bool ColumnView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        m_labels->setGeometry(m_canvas.rect());
    }
    return QObject::eventFilter(watched, event);
}

void ColumnView::show(const std::vector<SceneColumn> &columns)
{
    if (columns != m_columns) {
        m_columns = columns;
        apply();
    }
}

void ColumnView::mark(const QString &id)
{
    if (id != m_marked) {
        m_marked = id;
        apply();
    }
}

void ColumnView::apply()
{
    std::vector<scene::Column> columns;
    columns.reserve(m_columns.size());
    for (const SceneColumn &each : m_columns) {
        columns.push_back(each.column);
    }
    m_stage.setColumns(std::move(columns), m_marked);
    settle();
    m_canvas.requestFrame();
}

void ColumnView::settle()
{
    std::vector<SceneMarker> labels;
    labels.reserve(m_columns.size());
    for (const SceneColumn &each : m_columns) {
        if (const auto top = m_stage.columns().topOf(each.column.id)) {
            labels.push_back({each.column.id, each.text, *top, false});
        }
    }
    m_labels->setMarkers(labels);
}

void SceneView::setColumns(const std::vector<SceneColumn> &columns, const scene::Legend &legend)
{
    if (d->canvas == nullptr || (columns.empty() && d->columns == nullptr)) {
        return;
    }
    if (d->columns == nullptr) {
        d->columns = new ColumnView(d->stage, *d->canvas, d.get());
        connect(this, &SceneView::modelsReady, d->columns, &ColumnView::settle);
        connect(d->canvas, &SceneCanvas::columnClicked, this, &SceneView::columnClicked);
    }
    d->columns->show(columns);
    d->columnLegend = columns.empty() ? scene::Legend() : legend;
    d->updateControls();
}

void SceneView::markColumn(const QString &id)
{
    if (d->columns != nullptr) {
        d->columns->mark(id);
    }
}

QString SceneView::markedColumn() const
{
    return d->columns != nullptr ? d->columns->marked() : QString();
}

} // namespace loci::widgets
