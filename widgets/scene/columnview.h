// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/sceneview.h"

#include <QObject>

namespace loci::scene {
class CityScene;
}

namespace loci::widgets {

class MarkerLayer;
class SceneCanvas;

/// Columns of the scene with their labels, which follow the ground and the size of the picture. Main thread.
class ColumnView final : public QObject
{
    Q_OBJECT
public:
    ColumnView(scene::CityScene &stage, SceneCanvas &canvas, QObject *parent);
    void show(const std::vector<SceneColumn> &columns);
    void mark(const QString &id);
    QString marked() const { return m_marked; }
    void settle(); ///< the ground changed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    scene::CityScene &m_stage;
    SceneCanvas &m_canvas;
    MarkerLayer *m_labels;
    std::vector<SceneColumn> m_columns;
    QString m_marked;
};

} // namespace loci::widgets
