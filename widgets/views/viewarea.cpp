// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/viewarea.h"

#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kInsetMargin = 12;
constexpr int kInsetTop = 60; // below the floating controls of the 3D view
} // namespace

ViewArea::ViewArea(MapView *map, SceneView *scene, QWidget *parent)
    : QWidget(parent)
    , m_map(map)
    , m_scene(scene)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_splitter->setObjectName(QStringLiteral("viewSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(6);
    m_splitter->addWidget(m_map);
    m_splitter->addWidget(m_scene);
    m_splitter->setSizes({1000, 1000});
    m_map->setMinimumWidth(220);
    m_scene->setMinimumWidth(220);
}

void ViewArea::setLayoutMode(Layout layout)
{
    if (layout == m_layout) {
        return;
    }
    if (m_layout == Layout::Inset) {
        m_map->setMinimumSize(220, 0);
        m_map->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
        m_splitter->insertWidget(0, m_map);
        m_map->setProperty("inset", false);
        m_splitter->setSizes({1000, 1000});
    }
    m_layout = layout;
    m_scene->setVisible(layout != Layout::Map);
    if (layout == Layout::Inset) {
        m_map->setParent(this);
        m_map->setProperty("inset", true);
        placeInset();
        m_map->show();
        m_map->raise();
    } else {
        m_map->setVisible(layout != Layout::Scene);
    }
    emit layoutModeChanged(layout);
}

void ViewArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_layout == Layout::Inset) {
        placeInset();
    }
}

void ViewArea::placeInset()
{
    const int insetWidth = std::clamp(width() / 4, 240, 520);
    const int insetHeight = insetWidth * 3 / 4;
    m_map->setMinimumSize(insetWidth, insetHeight);
    m_map->setMaximumSize(insetWidth, insetHeight);
    m_map->setGeometry(width() - insetWidth - kInsetMargin - 48, kInsetTop, insetWidth, insetHeight);
}

QString ViewArea::layoutName(Layout layout)
{
    switch (layout) {
    case Layout::Map:
        return QStringLiteral("map");
    case Layout::Scene:
        return QStringLiteral("3d");
    case Layout::Split:
        return QStringLiteral("split");
    case Layout::Inset:
        return QStringLiteral("inset");
    }
    return {};
}

ViewArea::Layout ViewArea::layoutFromName(const QString &name, Layout fallback)
{
    for (const Layout layout : {Layout::Map, Layout::Scene, Layout::Split, Layout::Inset}) {
        if (layoutName(layout) == name) {
            return layout;
        }
    }
    return fallback;
}

QByteArray ViewArea::saveState() const
{
    return layoutName(m_layout).toUtf8() + '\n' + m_splitter->saveState().toBase64();
}

void ViewArea::restoreState(const QByteArray &state)
{
    // A template names only the layout; a stored state carries the splitter on a second line.
    const qsizetype newline = state.indexOf('\n');
    setLayoutMode(layoutFromName(QString::fromUtf8(newline < 0 ? state : state.left(newline)), m_layout));
    if (newline >= 0) {
        m_splitter->restoreState(QByteArray::fromBase64(state.mid(newline + 1)));
    }
}

} // namespace loci::widgets
