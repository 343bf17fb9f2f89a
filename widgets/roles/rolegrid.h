// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/roles/rolewords.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace loci::widgets {

/// Roles by parts of a workspace: what each may do there, in a word, a shape and a colour, and what limits it.
class RoleGrid final : public QTableView
{
    Q_OBJECT
public:
    explicit RoleGrid(QWidget *parent = nullptr);
    ~RoleGrid() override;
    /// `own`: the roles of who looks; their rows say so.
    void setMatrix(const roles::RoleMatrix &matrix, const QStringList &own);
    QString currentRole() const;
    QString currentPart() const;
    void choose(const QString &role, const QString &part);
    int rowOf(const QString &role) const;
    int columnOf(const QString &part) const;

signals:
    void chosen(const QString &role, const QString &part);
    void turned(const QString &role, const QString &part); ///< by space, return or a double click: the next access

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Model;
    class Painter;
    void spread();
    std::unique_ptr<Model> m_model;
    std::unique_ptr<Painter> m_painter;
};

} // namespace loci::widgets
