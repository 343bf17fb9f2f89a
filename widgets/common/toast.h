// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QTimer;
class QToolButton;

namespace loci::widgets {

/// A message that goes away by itself and never asks: what was done, and "Undo". It floats above the bottom edge of its
/// parent; a new message replaces the old one. While the mouse is on it, it stays.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(QWidget *parent);
    /// `action` empty: only the words. A failure stays longer.
    void showMessage(const QString &text, const QString &action = {}, std::function<void()> run = {});
    void showProblem(const QString &text);
    QString text() const;
    /// Distance of its lower edge from the parent's; the default clears the time bar.
    void setBottomMargin(int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void open(const QString &text, const QString &action, int milliseconds);
    void place();
    QLabel *m_text;
    QToolButton *m_action;
    QToolButton *m_close;
    QTimer *m_timer;
    std::function<void()> m_run;
    bool m_problem = false;
    int m_bottomMargin;
};

} // namespace loci::widgets
