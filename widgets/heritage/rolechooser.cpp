// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/rolechooser.h"

#include "widgets/common/tokens.h"
#include "widgets/heritage/heritagewords.h"
#include "widgets/layers/panel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr int kWidth = 300;

QString roleText(const heritage::Assignment &assignment)
{
    QString text = HeritageWords::roleWord(assignment.role);
    if (!assignment.level.isEmpty()) {
        text += QStringLiteral(" · ") + HeritageWords::levelWord(assignment.level);
    }
    return text;
}

QString rolesOf(const heritage::ReviewPolicy &policy, const QString &person)
{
    QStringList roles;
    for (const heritage::Assignment &assignment : policy.assignments) {
        if (assignment.person == person) {
            roles << roleText(assignment);
        }
    }
    return roles.join(QStringLiteral(", "));
}

} // namespace

RoleChooser::RoleChooser(HeritageDesk &desk, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_desk(desk)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("roleChooser"));
    setProperty("role", "floating");
    setFixedWidth(kWidth);
    const int padding = tokens().padding;
    m_column->setContentsMargins(padding, padding, padding, padding);
    m_column->setSizeConstraint(QLayout::SetMinAndMaxSize);
}

QString RoleChooser::titleOf(const HeritageDesk &desk)
{
    if (!desk.isOpen()) {
        return {};
    }
    const QString roles = rolesOf(desk.catalogue().policy(), desk.person());
    return roles.isEmpty() ? desk.person() : QStringLiteral("%1 · %2").arg(desk.person(), roles);
}

void RoleChooser::openAbove(QWidget *anchor)
{
    rebuild();
    adjustSize();
    move(anchor->mapToGlobal(QPoint(0, -height() - 4)));
    show();
}

void RoleChooser::rebuild()
{
    delete m_body;
    m_body = new QWidget(this);
    m_column->addWidget(m_body);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap);
    QLabel *title = makeLabel(m_body, "title");
    title->setText(tr("Who works here now"));
    column->addWidget(title);
    QLabel *hint = makeLabel(m_body, "caption");
    hint->setWordWrap(true);
    column->addWidget(hint);
    const heritage::ReviewPolicy policy = m_desk.catalogue().policy();
    hint->setText(policy.assignments.empty()
                      ? tr("Nobody has a role yet: whoever sits here may do everything. Add people, and each may do "
                           "what the role allows.")
                      : tr("What you edit and approve is written down under this name."));
    addPeople(*column, policy);
    if (policy.allows(m_desk.person(), heritage::Action::ManageRoles) && !m_desk.isReadOnly()) {
        column->addWidget(makeRule(m_body));
        addForm(*column, policy);
    }
}

void RoleChooser::addPeople(QVBoxLayout &column, const heritage::ReviewPolicy &policy)
{
    QStringList people{m_desk.person()};
    for (const heritage::Assignment &assignment : policy.assignments) {
        if (!people.contains(assignment.person)) {
            people << assignment.person;
        }
    }
    for (const QString &person : std::as_const(people)) {
        const QString roles = rolesOf(policy, person);
        auto *choice =
            new QRadioButton(roles.isEmpty() ? person : QStringLiteral("%1 · %2").arg(person, roles), m_body);
        choice->setObjectName(QStringLiteral("person.") + person);
        choice->setChecked(person == m_desk.person());
        connect(choice, &QRadioButton::clicked, this, [this, person] {
            hide();
            m_desk.setPerson(person);
        });
        column.addWidget(choice);
    }
}

void RoleChooser::addForm(QVBoxLayout &column, const heritage::ReviewPolicy &policy)
{
    auto *name = new QLineEdit(m_body);
    name->setPlaceholderText(tr("Name of a person"));
    auto *role = new QComboBox(m_body);
    for (const heritage::ReviewPolicy::Role &each : policy.roles) {
        role->addItem(HeritageWords::roleWord(each.id), each.id);
    }
    auto *level = new QComboBox(m_body);
    level->addItem(tr("every level"), QString());
    for (const QString &each : policy.levels) {
        level->addItem(HeritageWords::levelWord(each), each);
    }
    auto *row = new QHBoxLayout;
    row->addWidget(role, 1);
    row->addWidget(level, 1);
    auto *add = makeButton(m_body);
    add->setText(tr("Add this person"));
    add->setEnabled(false);
    connect(name, &QLineEdit::textChanged, add,
            [add](const QString &text) { add->setEnabled(!text.trimmed().isEmpty()); });
    connect(add, &QPushButton::clicked, this, [this, name, role, level] {
        hide();
        addPerson(name->text().trimmed(), role->currentData().toString(), level->currentData().toString());
    });
    column.addWidget(name);
    column.addLayout(row);
    column.addWidget(add);
}

void RoleChooser::addPerson(const QString &person, const QString &role, const QString &level)
{
    heritage::ReviewPolicy policy = m_desk.catalogue().policy();
    if (policy.assignments.empty()) {
        policy.assignments.push_back({m_desk.person(), QStringLiteral("manager"), {}, {}});
    }
    policy.assignments.push_back({person, role, level, {}});
    m_desk.attempt(
        m_desk.catalogue().setPolicy(policy, tr("%1 takes part as %2").arg(person, roleText({{}, role, level, {}}))));
}

} // namespace loci::widgets
