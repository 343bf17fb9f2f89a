// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QButtonGroup;
class QToolButton;

namespace loci::widgets {

/// A few choices of which one holds: Map | Split | 3D. Arrow keys move the choice.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    /// `id` is what current() answers; text and icon may be empty, but not both.
    void addSegment(const QString &id, const QString &text, const QString &icon = {}, const QString &tip = {});
    void setSegmentText(const QString &id, const QString &text,
                        const QString &tip = {}); ///< after a change of language
    void setCurrent(const QString &id);           ///< does not emit
    QString current() const;

signals:
    void chosen(const QString &id); ///< by the person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *button(const QString &id) const;
    void step(int by);
    QButtonGroup *m_group;
    std::vector<QToolButton *> m_buttons;
};

} // namespace loci::widgets
