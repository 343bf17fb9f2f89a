// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/plandesk.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace loci::widgets {

class SidePanel;

/// Protected views, one at a time: eye points, the edge of the landmark that must stay visible, its sector and wider
/// area. Coordinates are those of the city model. Nothing is kept before it is saved. Main thread.
class ViewEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit ViewEditor(PlanDesk &desk, QWidget *parent = nullptr);

    void edit(const QString &viewId); ///< empty: a new one
    /// An eye point, at a height above the ground that is taken from the model.
    void addEye(const Vec2 &place);
    /// A landmark: its edge is the width that the first eye sees, at half of its height.
    void setLandmark(const QString &objectId, const Box3 &bounds);
    planning::ProtectedView shown() const; ///< as the fields say
    void save();

signals:
    void closeRequested();
    void eyeRequested();
    void landmarkRequested(); ///< take the selected object

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillChoice();
    void retranslate();

    PlanDesk &m_desk;
    SidePanel *m_panel;
    QComboBox *m_choice;
    QLineEdit *m_id, *m_name, *m_landmark, *m_clause;
    QPlainTextEdit *m_eyes, *m_edge;
    QDoubleSpinBox *m_consultation, *m_background;
    QPushButton *m_pickEye, *m_takeLandmark, *m_save, *m_remove;
    QLabel *m_labels[8] = {};
};

} // namespace loci::widgets
