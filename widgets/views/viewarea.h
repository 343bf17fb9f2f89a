// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSplitter;
class QStackedLayout;

namespace loci::widgets {

class MapView;
class SceneView;

/// The middle of the window: map, 3D, both side by side, or 3D with the map as an inset. The views stay alive in every
/// layout; what is not shown is not drawn.
class ViewArea final : public QWidget
{
    Q_OBJECT
public:
    enum class Layout { Map, Scene, Split, Inset };
    Q_ENUM(Layout)

    /// Takes the views over.
    ViewArea(MapView *map, SceneView *scene, QWidget *parent = nullptr);

    Layout layoutMode() const { return m_layout; }
    void setLayoutMode(Layout layout);
    static QString layoutName(Layout layout);                           ///< stable: "map", "3d", "split", "inset"
    static Layout layoutFromName(const QString &name, Layout fallback); ///< the other way
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void layoutModeChanged(loci::widgets::ViewArea::Layout layout);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeInset();

    QWidget *m_map;
    QWidget *m_scene;
    QSplitter *m_splitter;
    Layout m_layout = Layout::Split;
};

} // namespace loci::widgets
