// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/status.h"

#include <QAbstractButton>

namespace loci::widgets {

/// A small button with a status shape, a word and a count: chips that filter, "Findings 3" in the time bar.
class StatusButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatusButton(QWidget *parent = nullptr);
    void setStatus(Status status);
    Status status() const { return m_status; }
    void setCount(int count); ///< below 0: no figure
    int count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    /// The mark at the left; 12 px. The base draws the status' shape.
    virtual void paintMark(QPainter &painter, const QRectF &box);

private:
    Status m_status = Status::Good;
    int m_count = -1;
};

/// "Findings 3" with the shape of the worst; a tick shape and no figure when there are none.
class FindingsButton final : public StatusButton
{
    Q_OBJECT
public:
    explicit FindingsButton(QWidget *parent = nullptr);
    void setCounts(int errors, int warnings, int notes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    int m_errors = 0, m_warnings = 0, m_notes = 0;
};

} // namespace loci::widgets
