// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace loci::widgets {

/// A small sheet to choose a coordinate system by EPSG code or by words of its name. Closes by itself.
class CrsChooser final : public QFrame
{
    Q_OBJECT
public:
    explicit CrsChooser(QWidget *parent = nullptr);
    void openAt(const QPoint &globalBottomRight);

signals:
    void chosen(const QString &authId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void take();

    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace loci::widgets
