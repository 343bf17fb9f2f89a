// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/panel.h"
#include "widgets/roles/rolesshown.h"

class QScrollArea;

namespace loci::widgets {

class MemberList;
class RoleGrid;
class RuleForm;
class StatusBadge;

/// Roles of a workspace on a server: who signs in as what and may do what, the matrix of roles and parts, and the
/// members. Who may change it changes a draft, which is kept in one step; others read, with their own rows marked.
class RoleSheet final : public Panel
{
    Q_OBJECT
public:
    explicit RoleSheet(QWidget *parent = nullptr);
    void setRoles(const RolesShown &shown); ///< the draft is given up
    bool isEdited() const;
    void setBusy(bool busy);
    void showProblem(const QString &sentence); ///< empty: none
    RoleGrid &grid() const { return *m_grid; }
    RuleForm &rule() const { return *m_rule; }
    MemberList &memberList() const { return *m_members; }
    QString sentence() const; ///< who signs in as what

signals:
    void keepRequested(const loci::roles::RoleMatrix &matrix, const std::vector<loci::roles::RoleMember> &members);
    void turnOnRequested();
    void auditRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildMembers();
    QWidget *buildFoot();
    void setDraft(const roles::RoleMatrix &matrix);
    void turn(const QString &role, const QString &part);
    void addRole();
    void removeRole(const QString &role);
    void revert();
    void refresh();
    QString ownSentence() const;
    roles::RoleMatrix ownMatrix() const; ///< for who may not read the whole

    RolesShown m_shown;
    roles::RoleMatrix m_draft;
    bool m_isBusy = false;
    QLabel *m_title = nullptr, *m_sentence = nullptr, *m_problem = nullptr, *m_state = nullptr;
    StatusBadge *m_badge = nullptr;
    RoleGrid *m_grid = nullptr;
    RuleForm *m_rule = nullptr;
    QScrollArea *m_ruleRoom = nullptr;
    MemberList *m_members = nullptr;
    QWidget *m_memberPart = nullptr, *m_foot = nullptr;
    QPushButton *m_turnOn = nullptr, *m_audit = nullptr, *m_addRole = nullptr, *m_addMember = nullptr;
    QPushButton *m_removeMember = nullptr, *m_revert = nullptr, *m_keep = nullptr;
};

} // namespace loci::widgets
