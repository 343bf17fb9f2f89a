// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roles/memberlist.h"

#include "widgets/common/tokens.h"
#include "widgets/roles/rolewords.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace loci::widgets {

using roles::RoleMember;

namespace {
constexpr int kRow = 32;

/// Role and level are chosen, not typed.
class MemberEditor final : public QStyledItemDelegate
{
public:
    explicit MemberEditor(MemberList &list) : QStyledItemDelegate(&list), m_list(list) {}
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() != MemberList::Role && index.column() != MemberList::Level) {
            return QStyledItemDelegate::createEditor(parent, option, index);
        }
        auto *box = new QComboBox(parent);
        if (index.column() == MemberList::Role) {
            for (const roles::RoleKind &kind : m_list.kinds()) {
                box->addItem(roleWord(kind), kind.role);
            }
        } else {
            box->addItem(MemberList::tr("all"), QString());
            for (const QString &level : roles::levels()) {
                box->addItem(levelWord(level), level);
            }
        }
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor)) {
            box->setCurrentIndex(std::max(0, box->findData(index.data(Qt::UserRole))));
            return;
        }
        QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor)) {
            model->setData(index, box->currentData(), Qt::UserRole);
            return;
        }
        QStyledItemDelegate::setModelData(editor, model, index);
    }

private:
    MemberList &m_list;
};
} // namespace

MemberList::MemberList(QWidget *parent) : QTableWidget(0, ColumnCount, parent)
{
    setObjectName(QStringLiteral("memberList"));
    setItemDelegate(new MemberEditor(*this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    setEditable(false);
    connect(this, &QTableWidget::itemChanged, this, &MemberList::take);
    fill();
}

void MemberList::setMembers(const std::vector<RoleMember> &members, const std::vector<roles::RoleKind> &kinds,
                            const QString &own)
{
    m_members = members;
    m_kinds = kinds;
    m_own = own;
    fill();
}

void MemberList::setEditable(bool editable)
{
    setEditTriggers(editable ? QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                   QAbstractItemView::SelectedClicked | QAbstractItemView::AnyKeyPressed
                             : QAbstractItemView::NoEditTriggers);
}

QString MemberList::shown(const RoleMember &member, int column) const
{
    switch (column) {
    case Login:
        return member.login;
    case Role:
        return roleWord(m_kinds, member.role);
    case Department:
        return member.department;
    case Level:
        return member.level.isEmpty() ? QString() : levelWord(member.level);
    case Areas:
        return member.areas.join(QStringLiteral(", "));
    default:
        return member.until.isValid() ? member.until.toString(Qt::ISODate) : QString();
    }
}

void MemberList::fill()
{
    m_isFilling = true;
    setHorizontalHeaderLabels(
        {tr("Login"), tr("Role"), tr("Department"), tr("Level"), tr("Only these areas"), tr("Until (year-month-day)")});
    setAccessibleName(tr("Members"));
    setRowCount(int(m_members.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const RoleMember &member = m_members[std::size_t(row)];
        const bool isOwn = !m_own.isEmpty() && member.login == m_own;
        for (int column = 0; column < ColumnCount; ++column) {
            auto *cell = new QTableWidgetItem(shown(member, column));
            cell->setFont(tokenFont(tokens().fontBody, isOwn ? QFont::DemiBold : QFont::Normal));
            cell->setData(Qt::UserRole, column == Role ? member.role : column == Level ? member.level : QString());
            if (isOwn) {
                cell->setToolTip(tr("This is you."));
            }
            setItem(row, column, cell);
        }
    }
    m_isFilling = false;
}

void MemberList::take(QTableWidgetItem *item)
{
    if (m_isFilling) {
        return;
    }
    RoleMember &member = m_members[std::size_t(item->row())];
    const RoleMember before = member;
    const QString text = item->text().trimmed();
    switch (item->column()) {
    case Login:
        member.login = text;
        break;
    case Role:
        member.role = item->data(Qt::UserRole).toString();
        break;
    case Department:
        member.department = text;
        break;
    case Level:
        member.level = item->data(Qt::UserRole).toString();
        break;
    case Areas:
        member.areas = listFrom(text);
        break;
    default:
        member.until = QDate::fromString(text, Qt::ISODate);
        if (!text.isEmpty() && !member.until.isValid()) {
            member.until = before.until;
            emit refused(tr("“%1” is no day; write it as 2027-12-31, or nothing for without end.").arg(text));
        }
        break;
    }
    const bool isChanged = !(member == before);
    m_isFilling = true;
    item->setText(shown(member, item->column()));
    m_isFilling = false;
    if (isChanged) {
        emit edited();
    }
}

void MemberList::addMember()
{
    RoleMember member;
    member.role = m_kinds.empty() ? QString() : m_kinds.back().role; // the least, as they stand
    m_members.push_back(member);
    fill();
    setCurrentCell(rowCount() - 1, Login);
    editItem(item(rowCount() - 1, Login));
    emit edited();
}

void MemberList::removeCurrent()
{
    if (currentRow() < 0 || currentRow() >= rowCount()) {
        return;
    }
    m_members.erase(m_members.begin() + currentRow());
    fill();
    emit edited();
}

void MemberList::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

} // namespace loci::widgets
