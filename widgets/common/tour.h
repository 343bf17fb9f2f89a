// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QWidget>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace loci::widgets {

/// One step: the widget of that object name is lit, the rest is dimmed. Texts are translated with context "Tour".
struct TourStep
{
    QString objectName;
    const char *title;
    const char *text;
};

/// A walk over named widgets of a window. Arrow keys or buttons go on and back; Esc or "Leave" ends it at any point.
/// Steps whose widget is not in sight are passed over.
class Tour final : public QWidget
{
    Q_OBJECT
public:
    explicit Tour(QWidget *window);
    void setSteps(std::vector<TourStep> steps);
    void start();
    void leave();
    int currentStep() const { return m_current; } ///< -1 when it does not run
    /// The six steps of the main window.
    static std::vector<TourStep> mainWindowSteps();

signals:
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *target(int step) const;
    int neighbour(int from, int by) const; ///< -1: none
    void go(int step);
    void layOut();
    void retranslate();
    std::vector<TourStep> m_steps;
    int m_current = -1;
    QRectF m_hole;
    QWidget *m_card;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_place;
    QPushButton *m_next;
    QToolButton *m_back;
    QToolButton *m_leave;
};

} // namespace loci::widgets
