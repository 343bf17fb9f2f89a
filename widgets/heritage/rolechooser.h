// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagedesk.h"

#include <QFrame>

class QVBoxLayout;

namespace loci::widgets {

/// Who sits at the desk: the people that the review policy names, each with role and level; one is chosen for as long
/// as the program runs. Somebody with the right to can add a person here. It goes away by itself.
class RoleChooser final : public QFrame
{
    Q_OBJECT
public:
    RoleChooser(HeritageDesk &desk, QWidget *parent);
    void openAbove(QWidget *anchor);
    /// Adds a person to the policy; the first one turns a workspace of one person into one with roles, and whoever sits
    /// here stays its manager.
    void addPerson(const QString &person, const QString &role, const QString &level);
    /// "Lin Lan · Reviewer · county", or the person alone when nobody has a role.
    static QString titleOf(const HeritageDesk &desk);

private:
    void rebuild();
    void addPeople(QVBoxLayout &column, const heritage::ReviewPolicy &policy);
    void addForm(QVBoxLayout &column, const heritage::ReviewPolicy &policy);

    HeritageDesk &m_desk;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column;
};

} // namespace loci::widgets
