// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands of the map.
#include "widgets/common/actionregistry.h"
#include "widgets/common/tokens.h"
#include "widgets/map/mapview_p.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QToolButton>
#include <array>

namespace loci::widgets {

namespace {

constexpr std::array kTools = {"map.pan",           "map.select",        "map.selectRectangle",
                               "map.selectPolygon", "map.measureLength", "map.measureArea"};

} // namespace

void MapView::Private::chooseTool(const QString &id)
{
    activeTool = id;
    draw.cancel();
    if (id == QLatin1String("map.pan")) {
        canvas->setTool(nullptr);
    } else if (id == QLatin1String("map.measureLength") || id == QLatin1String("map.measureArea")) {
        measure.setMode(id == QLatin1String("map.measureLength") ? MeasureTool::Mode::Length : MeasureTool::Mode::Area);
        canvas->setTool(&measure);
    } else {
        select.setMode(id == QLatin1String("map.selectRectangle") ? SelectTool::Mode::Rectangle
                       : id == QLatin1String("map.selectPolygon") ? SelectTool::Mode::Polygon
                                                                  : SelectTool::Mode::Click);
        canvas->setTool(&select);
    }
    if (actions != nullptr) {
        for (const char *tool : kTools) {
            if (QAction *action = actions->action(tool)) {
                const QSignalBlocker quiet(action);
                action->setChecked(id == QLatin1String(tool));
            }
        }
    }
    showDrawBar();
    canvas->setFocus();
}

void MapView::Private::buildDrawBar()
{
    drawHint = new QLabel(drawBar);
    drawHint->setTextFormat(Qt::PlainText);
    drawHint->setContentsMargins(tokens().padding, 7, tokens().padding, 7);
    drawBar->addWidget(drawHint);
    drawStop = drawBar->addButton(QStringLiteral("close"), {});
    QObject::connect(drawStop, &QToolButton::clicked, q, [this] { draw.cancel(); });
    drawBar->hide();
}

void MapView::Private::showDrawBar()
{
    drawBar->setVisible(draw.isActive());
    if (draw.isActive()) {
        drawHint->setText(draw.hint());
        drawBar->adjustSize();
        drawBar->move(std::max(0, (q->width() - drawBar->width()) / 2), 56);
        drawBar->raise();
    }
}

void MapView::startDrawing(MapDrawing drawing)
{
    d->draw.start(std::move(drawing));
    d->canvas->setTool(&d->draw);
    d->showDrawBar();
    d->canvas->setFocus();
}

void MapView::cancelDrawing()
{
    d->draw.cancel();
}

bool MapView::isDrawing() const
{
    return d->draw.isActive();
}

void MapView::registerActions(ActionRegistry &actions)
{
    d->actions = &actions;
    const auto add = [&actions](const char *id, const char *name, const char *icon, const QKeySequence &shortcut,
                                std::function<void()> run) {
        ActionSpec spec;
        spec.id = id;
        spec.context = "Map";
        spec.name = name;
        spec.icon = icon;
        spec.shortcut = shortcut;
        spec.run = std::move(run);
        actions.add(std::move(spec));
    };
    MapCanvas *canvas = d->canvas;
    add("map.zoomIn", QT_TRANSLATE_NOOP("Map", "Zoom in"), "plus", {}, [canvas] { canvas->zoomBy(2.0); });
    add("map.zoomOut", QT_TRANSLATE_NOOP("Map", "Zoom out"), "minus", {}, [canvas] { canvas->zoomBy(0.5); });
    add("map.zoomFull", QT_TRANSLATE_NOOP("Map", "Show the whole map"), "full-view", QKeySequence(Qt::CTRL | Qt::Key_0),
        [this] { zoomToFull(); });
    add("map.zoomSelection", QT_TRANSLATE_NOOP("Map", "Zoom to the selection"), "target",
        QKeySequence(Qt::CTRL | Qt::Key_J), [this] {
            Box3 box;
            for (const SelectedThing &thing : d->selection.things()) {
                box.include(d->overlay->boundsOf(thing));
            }
            d->flyToBox(box, 1.6);
        });
    add("map.copyPicture", QT_TRANSLATE_NOOP("Map", "Copy the map as a picture"), "copy",
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { QApplication::clipboard()->setImage(picture()); });
    add("map.clearSelection", QT_TRANSLATE_NOOP("Map", "Clear the selection"), "close", {},
        [this] { d->selection.clear(); });
    add("map.chooseCrs", QT_TRANSLATE_NOOP("Map", "Choose the coordinate system of the map"), "map", {},
        [this] { emit d->scale->crsClicked(); });
    const auto addTool = [this, &actions](const char *id, const char *name, const char *icon,
                                          const QKeySequence &shortcut) {
        ActionSpec spec;
        spec.id = id;
        spec.context = "Map";
        spec.name = name;
        spec.icon = icon;
        spec.shortcut = shortcut;
        spec.checkable = true;
        // A tool that is on goes back to selecting when it is chosen again.
        spec.toggled = [this, id](bool on) {
            d->chooseTool(on ? QString::fromLatin1(id) : QStringLiteral("map.select"));
        };
        actions.add(std::move(spec));
    };
    addTool("map.pan", QT_TRANSLATE_NOOP("Map", "Move the map"), "hand", {});
    addTool("map.select", QT_TRANSLATE_NOOP("Map", "Select by a click"), "select-click", {});
    addTool("map.selectRectangle", QT_TRANSLATE_NOOP("Map", "Select by a rectangle"), "select-rectangle", {});
    addTool("map.selectPolygon", QT_TRANSLATE_NOOP("Map", "Select by a polygon"), "select-polygon", {});
    addTool("map.measureLength", QT_TRANSLATE_NOOP("Map", "Measure a length"), "measure-length",
            QKeySequence(Qt::CTRL | Qt::Key_L));
    addTool("map.measureArea", QT_TRANSLATE_NOOP("Map", "Measure an area"), "measure-area",
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    d->chooseTool(d->activeTool);
}

} // namespace loci::widgets
