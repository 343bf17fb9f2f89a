// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roles/rolesheet.h"

#include "widgets/common/icons.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"
#include "widgets/roles/memberlist.h"
#include "widgets/roles/rolegrid.h"
#include "widgets/roles/ruleform.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using roles::RoleMatrix;

namespace {
constexpr int kRuleWidth = 296;
constexpr int kMatrixHeight = 392;

QString partsWhere(const roles::RoleRights &rights, bool write)
{
    QStringList words;
    for (const QString &part : roles::parts()) {
        if (write ? rights.mayWrite(part) : rights.mayRead(part) && !rights.mayWrite(part)) {
            words << partWord(part);
        }
    }
    return words.join(QStringLiteral(", "));
}
} // namespace

RoleSheet::RoleSheet(QWidget *parent) : Panel(parent)
{
    setObjectName(QStringLiteral("roleSheet"));
    build();
}

void RoleSheet::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(t.padding * 2, t.padding, t.padding * 2, t.padding);
    column->setSpacing(t.gap);
    column->addWidget(buildHead());
    auto *rows = new QSplitter(Qt::Vertical, this);
    rows->setChildrenCollapsible(false);
    auto *top = new QWidget(rows);
    auto *columns = new QHBoxLayout(top);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(t.gap);
    m_grid = new RoleGrid(top);
    columns->addWidget(m_grid, 1);
    m_rule = new RuleForm(top);
    m_ruleRoom = new QScrollArea(top);
    m_ruleRoom->setWidgetResizable(true);
    m_ruleRoom->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_ruleRoom->setFrameShape(QFrame::NoFrame);
    m_ruleRoom->setFixedWidth(kRuleWidth);
    m_ruleRoom->setWidget(m_rule);
    columns->addWidget(m_ruleRoom);
    rows->addWidget(top);
    rows->addWidget(buildMembers());
    rows->setStretchFactor(0, 0);
    rows->setStretchFactor(1, 1);
    rows->setSizes({kMatrixHeight, kMatrixHeight / 2});
    column->addWidget(rows, 1);
    m_problem = makeLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(buildFoot());
    connect(m_grid, &RoleGrid::chosen, this,
            [this](const QString &role, const QString &part) { m_rule->showRule(m_draft, role, part); });
    connect(m_grid, &RoleGrid::turned, this, &RoleSheet::turn);
    connect(m_rule, &RuleForm::edited, this, &RoleSheet::setDraft);
    connect(m_rule, &RuleForm::removeRoleRequested, this, &RoleSheet::removeRole);
    connect(m_members, &MemberList::edited, this, &RoleSheet::refresh);
    connect(m_members, &MemberList::refused, this, &RoleSheet::showProblem);
    onLanguage([this] { refresh(); });
    onTheme([this] {
        QPalette palette = m_problem->palette();
        palette.setColor(QPalette::WindowText, tokens().bad);
        m_problem->setPalette(palette);
    });
}

QWidget *RoleSheet::buildHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens().padding);
    m_title = makeLabel(head, "heading");
    m_badge = new StatusBadge(Status::Unknown, head);
    m_turnOn = makeButton(head, "primary");
    m_turnOn->setObjectName(QStringLiteral("turnOn"));
    m_audit = makeButton(head);
    m_audit->setObjectName(QStringLiteral("audit"));
    auto *close = makeIconButton(head);
    row->addWidget(m_title);
    row->addWidget(m_badge);
    row->addStretch(1);
    row->addWidget(m_turnOn);
    row->addWidget(m_audit);
    row->addWidget(close);
    column->addLayout(row);
    m_sentence = makeLabel(head);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    connect(m_turnOn, &QPushButton::clicked, this, &RoleSheet::turnOnRequested);
    connect(m_audit, &QPushButton::clicked, this, &RoleSheet::auditRequested);
    connect(close, &QToolButton::clicked, this, &RoleSheet::closed);
    onLanguage([this, close] {
        m_turnOn->setText(tr("Turn roles on…"));
        m_audit->setText(tr("Show the audit"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
    return head;
}

QWidget *RoleSheet::buildMembers()
{
    m_memberPart = new QWidget(this);
    auto *column = new QVBoxLayout(m_memberPart);
    column->setContentsMargins(0, tokens().gap, 0, 0);
    column->setSpacing(tokens().gap / 2);
    auto *row = new QHBoxLayout;
    auto *title = makeLabel(m_memberPart, "title");
    m_addMember = makeButton(m_memberPart, "link");
    m_addMember->setObjectName(QStringLiteral("addMember"));
    m_removeMember = makeButton(m_memberPart, "link");
    m_removeMember->setObjectName(QStringLiteral("removeMember"));
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_addMember);
    row->addWidget(m_removeMember);
    column->addLayout(row);
    m_members = new MemberList(m_memberPart);
    column->addWidget(m_members, 1);
    connect(m_addMember, &QPushButton::clicked, m_members, &MemberList::addMember);
    connect(m_removeMember, &QPushButton::clicked, m_members, &MemberList::removeCurrent);
    onLanguage([this, title] {
        title->setText(tr("Members"));
        m_addMember->setText(tr("Add a member"));
        m_removeMember->setText(tr("Remove the member"));
    });
    return m_memberPart;
}

QWidget *RoleSheet::buildFoot()
{
    m_foot = new QWidget(this);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(0, 0, 0, 0);
    m_addRole = makeButton(m_foot);
    m_addRole->setObjectName(QStringLiteral("addRole"));
    m_state = makeLabel(m_foot, "muted");
    m_revert = makeButton(m_foot);
    m_revert->setObjectName(QStringLiteral("revert"));
    m_keep = makeButton(m_foot, "primary");
    m_keep->setObjectName(QStringLiteral("keep"));
    row->addWidget(m_addRole);
    row->addStretch(1);
    row->addWidget(m_state);
    row->addWidget(m_revert);
    row->addWidget(m_keep);
    connect(m_addRole, &QPushButton::clicked, this, &RoleSheet::addRole);
    connect(m_revert, &QPushButton::clicked, this, &RoleSheet::revert);
    connect(m_keep, &QPushButton::clicked, this, [this] { emit keepRequested(m_draft, m_members->members()); });
    onLanguage([this] {
        m_addRole->setText(tr("Add a role"));
        m_revert->setText(tr("Revert"));
        m_keep->setText(tr("Keep the changes"));
    });
    return m_foot;
}

void RoleSheet::setRoles(const RolesShown &shown)
{
    m_shown = shown;
    revert();
}

void RoleSheet::revert()
{
    showProblem({});
    m_members->setMembers(m_shown.members, m_shown.isReadable() ? m_shown.matrix.kinds : m_shown.names,
                          m_shown.own.login);
    setDraft(m_shown.isReadable() ? m_shown.matrix : ownMatrix());
}

RoleMatrix RoleSheet::ownMatrix() const
{
    RoleMatrix own;
    const QString yours = QStringLiteral("yours");
    own.kinds.push_back({yours, QStringLiteral("您的权限"), QStringLiteral("Your rights")});
    for (const QString &part : roles::parts()) {
        if (m_shown.own.rights.mayRead(part)) {
            own.rules.push_back(readingRule(yours, part));
            own.rules.back().mayWrite = m_shown.own.rights.mayWrite(part);
        }
    }
    return own;
}

void RoleSheet::setDraft(const RoleMatrix &matrix)
{
    m_draft = matrix;
    QStringList own;
    for (const roles::RoleMember &member : m_shown.own.memberships) {
        own << member.role;
    }
    m_grid->setMatrix(m_draft, own);
    m_rule->showRule(m_draft, m_grid->currentRole(), m_grid->currentPart());
    const bool hasNewRole = m_members->kinds() != m_draft.kinds && m_shown.isReadable();
    if (hasNewRole) {
        m_members->setMembers(std::vector<roles::RoleMember>(m_members->members()), m_draft.kinds, m_shown.own.login);
    }
    refresh();
}

bool RoleSheet::isEdited() const
{
    return m_shown.mayEdit() && m_shown.isReadable() &&
           (!(m_draft == m_shown.matrix) || m_members->members() != m_shown.members);
}

/// Nothing, reads, writes, nothing, ...
void RoleSheet::turn(const QString &role, const QString &part)
{
    if (!m_shown.mayEdit() || role.isEmpty()) {
        return;
    }
    const Access access = accessOf(m_draft.rules, role, part);
    RoleMatrix matrix = m_draft;
    const auto isHere = [&](const roles::RoleRule &rule) { return rule.role == role && rule.part == part; };
    if (access == Access::None) {
        std::erase_if(matrix.rules, isHere);
        matrix.rules.push_back(readingRule(role, part));
    } else if (access == Access::Read) {
        const auto first = std::find_if(matrix.rules.begin(), matrix.rules.end(), isHere);
        first->mayWrite = true;
    } else {
        std::erase_if(matrix.rules, isHere);
    }
    setDraft(matrix);
}

void RoleSheet::addRole()
{
    RoleMatrix matrix = m_draft;
    int number = int(matrix.kinds.size()) + 1;
    const auto isTaken = [&matrix](const QString &id) {
        return std::any_of(matrix.kinds.begin(), matrix.kinds.end(),
                           [&id](const roles::RoleKind &kind) { return kind.role == id; });
    };
    while (isTaken(QStringLiteral("role-%1").arg(number))) {
        ++number;
    }
    const QString id = QStringLiteral("role-%1").arg(number);
    matrix.kinds.push_back({id, QStringLiteral("新角色"), QStringLiteral("New role")});
    matrix.rules.push_back(readingRule(id, QStringLiteral("map")));
    setDraft(matrix);
    m_grid->choose(id, QStringLiteral("map"));
}

void RoleSheet::removeRole(const QString &role)
{
    const auto &members = m_members->members();
    if (std::any_of(members.begin(), members.end(),
                    [&role](const roles::RoleMember &member) { return member.role == role; })) {
        showProblem(tr("%1 has members; take them out first.").arg(roleWord(m_draft.kinds, role)));
        return;
    }
    RoleMatrix matrix = m_draft;
    std::erase_if(matrix.kinds, [&role](const roles::RoleKind &kind) { return kind.role == role; });
    std::erase_if(matrix.rules, [&role](const roles::RoleRule &rule) { return rule.role == role; });
    setDraft(matrix);
}

QString RoleSheet::ownSentence() const
{
    const storage::OwnRoles &own = m_shown.own;
    if (!own.isEnforced) {
        return own.isOwner
                   ? tr("Roles are off: whoever may sign in to the database may do everything here. You sign in "
                        "as %1, who owns the workspace, and can turn them on.")
                         .arg(own.login)
                   : tr("Roles are off: whoever may sign in to the database may do everything here. Only its "
                        "owner can turn them on.");
    }
    if (own.isOwner) {
        return tr("You sign in as %1, who owns the workspace: you may do everything.").arg(own.login);
    }
    QStringList names;
    for (const roles::RoleMember &member : own.memberships) {
        QString name = roleWord(m_shown.isReadable() ? m_shown.matrix.kinds : m_shown.names, member.role);
        if (!member.areas.isEmpty()) {
            name = tr("%1 in %2").arg(name, member.areas.join(QStringLiteral(", ")));
        }
        names << name;
    }
    const QString writes = partsWhere(own.rights, true);
    const QString reads = partsWhere(own.rights, false);
    const QString none = tr("nothing");
    return tr("You sign in as %1: %2. You may change: %3. You may only read: %4.")
        .arg(own.login, names.isEmpty() ? tr("no role") : names.join(QStringLiteral(" + ")),
             writes.isEmpty() ? none : writes, reads.isEmpty() ? none : reads);
}

QString RoleSheet::sentence() const
{
    return m_sentence->text();
}

void RoleSheet::refresh()
{
    if (m_keep == nullptr || m_grid == nullptr) {
        return; // still being built
    }
    const bool mayEdit = m_shown.mayEdit() && m_shown.isReadable() && !m_isBusy;
    m_title->setText(tr("Roles of %1").arg(placeWord(m_shown.address)));
    m_badge->setStatus(m_shown.own.isEnforced ? Status::Good : Status::Unknown);
    m_badge->setText(m_shown.own.isEnforced ? tr("on") : tr("off"));
    m_sentence->setText(ownSentence());
    m_turnOn->setVisible(m_shown.mayTurnOn());
    m_turnOn->setEnabled(!m_isBusy);
    m_audit->setVisible(m_shown.own.rights.mayRead(QStringLiteral("audit")));
    m_rule->setEditable(mayEdit);
    m_ruleRoom->setVisible(m_shown.isReadable()); // one's own rights are in the row
    m_members->setEditable(mayEdit);
    m_memberPart->setVisible(m_shown.isReadable() && m_shown.own.isEnforced);
    for (QWidget *part : std::initializer_list<QWidget *>{m_addMember, m_removeMember, m_foot}) {
        part->setVisible(m_shown.mayEdit() && m_shown.isReadable());
    }
    const bool isChanged = isEdited();
    m_keep->setEnabled(isChanged && mayEdit);
    m_revert->setEnabled(isChanged && mayEdit);
    m_state->setText(isChanged ? tr("Changes hold for everybody when you keep them.") : QString());
}

void RoleSheet::setBusy(bool busy)
{
    m_isBusy = busy;
    refresh();
}

void RoleSheet::showProblem(const QString &sentence)
{
    showSentence(m_problem, sentence);
}

void RoleSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !isEdited()) {
        emit closed();
        return;
    }
    Panel::keyPressEvent(event);
}

} // namespace loci::widgets
