// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace loci::widgets {

/// The levels of a review as a chain: what is done has a tick, what waits a ring, what is to come is pale.
class ReviewChain final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewChain(QWidget *parent = nullptr);
    /// `done`: number of steps from the left that are behind; the next one waits when `waits`, or was sent back.
    void setSteps(const QStringList &steps, int done, bool waits, bool sentBack);
    QSize sizeHint() const override { return {280, 48}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_steps;
    int m_done = 0;
    bool m_waits = false, m_sentBack = false;
};

} // namespace loci::widgets
