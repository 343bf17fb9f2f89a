// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace loci::widgets {

/// A line edit with a magnifier, a clear button and, while it is empty, a hint at its right end (a shortcut).
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);
    void setHint(const QString &hint);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; ///< Esc clears first, then leaves the field

private:
    QString m_hint;
};

} // namespace loci::widgets
