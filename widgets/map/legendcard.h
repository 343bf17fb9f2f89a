// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>
#include <vector>

class QToolButton;

namespace loci::widgets {

/// Bottom left of the map: what the symbols mean, from the visible layers. Folds to its title.
class LegendCard final : public QWidget
{
    Q_OBJECT
public:
    explicit LegendCard(map::MapDocument &document, QWidget *parent = nullptr);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    int rowCount() const { return static_cast<int>(m_rows.size()); }
    void setMostHeight(int height); ///< what its place allows; silent, for the one who places it

signals:
    void resized(); ///< its rows or its fold changed: place it anew, and show it only when it has rows

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    enum class Swatch { Symbol, Hatch, None };
    struct Row
    {
        QString text;
        QPixmap symbol;
        Swatch swatch = Swatch::Symbol;
        bool child = false;
    };
    void rebuild();
    void fit();
    void takeHeight();

    map::MapDocument &m_document;
    std::vector<Row> m_rows;
    QTimer m_rebuild;
    bool m_folded = false;
    int m_mostHeight = 320;
    int m_scroll = 0;
    int m_contentHeight = 0;
};

} // namespace loci::widgets
