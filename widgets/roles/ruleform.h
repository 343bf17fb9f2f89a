// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/panel.h"
#include "widgets/roles/rolewords.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace loci::widgets {

class SegmentedControl;

/// The rules of one role in one part, and the role's names: what it may do there and what limits it. Several rules add
/// up; the form shows one of them.
class RuleForm final : public Panel
{
    Q_OBJECT
public:
    explicit RuleForm(QWidget *parent = nullptr);
    void showRule(const roles::RoleMatrix &matrix, const QString &role, const QString &part);
    void setEditable(bool editable);

signals:
    void edited(const loci::roles::RoleMatrix &matrix); ///< with the change
    void removeRoleRequested(const QString &role);

private:
    void build();
    QLineEdit *addLine(const char *name, std::function<QString()> label);
    void fill();
    void store(const std::function<void(roles::RoleRule &)> &change);
    void storeKind();
    void addRule();
    void setAccess(const QString &access);
    std::vector<std::size_t> rules() const; ///< of the cell, places in the matrix

    roles::RoleMatrix m_matrix;
    QString m_role, m_part;
    int m_shown = 0; ///< which of the cell's rules
    bool m_isEditable = false;
    QLabel *m_title = nullptr, *m_note = nullptr;
    QLineEdit *m_nameEn = nullptr, *m_nameZh = nullptr, *m_areas = nullptr, *m_departments = nullptr;
    QComboBox *m_which = nullptr, *m_sensitivity = nullptr;
    QWidget *m_sensitivityPart = nullptr, *m_limits = nullptr;
    SegmentedControl *m_access = nullptr;
    std::vector<QCheckBox *> m_levels;
    QPushButton *m_more = nullptr, *m_remove = nullptr;
};

} // namespace loci::widgets
