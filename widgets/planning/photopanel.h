// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/photodesk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QTableWidget;
class QToolButton;

namespace loci::widgets {

class SidePanel;
class StatusBadge;

/// A photograph of the site at the side: which one, its control points with their errors, how well the camera is known,
/// and the slider between photograph, now and proposal. Main thread.
class PhotoPanel final : public QWidget
{
    Q_OBJECT
public:
    PhotoPanel(PlanDesk &desk, PhotoDesk &photos, QWidget *parent = nullptr);

    QTableWidget &points() const { return *m_points; }
    QSlider &slider() const { return *m_slider; }
    QString stateText() const;
    QString viewId() const; ///< stored view that a new photograph belongs to

signals:
    void closeRequested();
    void openRequested();
    void exportRequested();
    void standRequested(); ///< the 3D camera where the photograph was taken

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildFade();
    void refresh();
    void fillChoices();
    void fillPoints();
    void showState();
    void takeCell(int row);
    void retranslate();

    PlanDesk &m_desk;
    PhotoDesk &m_photos;
    SidePanel *m_panel;
    QComboBox *m_choice, *m_view;
    QPushButton *m_open, *m_remove, *m_stand, *m_export;
    QToolButton *m_close = nullptr;
    QLabel *m_viewLabel, *m_advice, *m_pointsHead, *m_fadeHead, *m_ends[3] = {};
    StatusBadge *m_badge;
    QTableWidget *m_points;
    QSlider *m_slider;
    bool m_viewChosen = false; ///< by the person
};

} // namespace loci::widgets
