// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/roles/rolematrix.h"

#include <QTableWidget>

namespace loci::widgets {

/// Who has which role: login, role, department, level, areas and the last day, one row each.
class MemberList final : public QTableWidget
{
    Q_OBJECT
public:
    enum Column { Login, Role, Department, Level, Areas, Until, ColumnCount };

    explicit MemberList(QWidget *parent = nullptr);
    /// `own`: the login of who looks; its rows stand out.
    void setMembers(const std::vector<roles::RoleMember> &members, const std::vector<roles::RoleKind> &kinds,
                    const QString &own);
    const std::vector<roles::RoleMember> &members() const { return m_members; }
    void setEditable(bool editable);
    void addMember();
    void removeCurrent();
    const std::vector<roles::RoleKind> &kinds() const { return m_kinds; }

signals:
    void edited();
    void refused(const QString &sentence); ///< what was typed is no value

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void take(QTableWidgetItem *item);
    QString shown(const roles::RoleMember &member, int column) const;

    std::vector<roles::RoleMember> m_members;
    std::vector<roles::RoleKind> m_kinds;
    QString m_own;
    bool m_isFilling = false;
};

} // namespace loci::widgets
