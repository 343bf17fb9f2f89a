// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <QWidget>

class QPainter;

namespace loci {
enum class Severity;
}

namespace loci::widgets {

/// The status language of the whole program: always a colour, a shape and a word.
enum class Status {
    Good,    ///< circle
    Watch,   ///< triangle
    Bad,     ///< square
    Unknown, ///< dashed ring
    Stale,   ///< clock
    Partial  ///< half ring
};

QColor statusColour(Status status);
QString statusWord(Status status); ///< translated, lower case as it stands behind its shape: "good"
/// Draws the shape into the middle of `rect`, with the theme's colour.
void drawStatus(QPainter &painter, Status status, const QRectF &rect);
Status statusOf(Severity severity);                 ///< error: bad, warning: watch, info: partial
QString severityWord(Severity severity, int count); ///< translated with plural: "2 errors"

/// Shape and word in one line. The word is the status' own unless setText() gives a better one ("4 of 22 late").
class StatusBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBadge(Status status = Status::Unknown, QWidget *parent = nullptr);
    void setStatus(Status status);
    Status status() const { return m_status; }
    void setText(const QString &text);
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    Status m_status;
    QString m_text;
};

} // namespace loci::widgets
