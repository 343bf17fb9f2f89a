// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read the concepts header behind these
#include "layers/workspace/taskrunner.h"
#endif
#include "widgets/common/statusbuttons.h"

#include <vector>

class QVBoxLayout;

namespace loci::widgets {

/// The list over the task button: each task with its progress and a cross that cancels it. Takes values; see
/// bindTasks().
class TaskPopover final : public QWidget
{
    Q_OBJECT
public:
    explicit TaskPopover(QWidget *window);
    void setTasks(const std::vector<loci::workspace::TaskInfo> &tasks);
    void openAbove(const QWidget &button);
    int count() const { return m_count; }

signals:
    void cancelRequested(quint64 id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Row;
    void place();
    QVBoxLayout *m_rows;
    QWidget *m_anchor = nullptr;
    int m_count = 0;
};

/// "Tasks 2" with a turning ring while something runs, and the title and progress of the foremost beside it.
class TaskButton final : public StatusButton
{
    Q_OBJECT
public:
    /// `window` is what the popover floats over.
    TaskButton(QWidget *window, QWidget *parent = nullptr);
    void setTasks(const std::vector<loci::workspace::TaskInfo> &tasks);
    TaskPopover &popover() const { return *m_popover; }

signals:
    void cancelRequested(quint64 id);

protected:
    void paintMark(QPainter &painter, const QRectF &box) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    TaskPopover *m_popover;
    int m_running = 0;
    double m_progress = -1; ///< of all that run, -1 unknown
};

/// Keeps a button in step with a runner, in both directions. (In taskbinding.cpp: the button itself needs no runner.)
void bindTasks(TaskButton &button, loci::workspace::TaskRunner &runner);

} // namespace loci::widgets
