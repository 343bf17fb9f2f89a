// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roles/rolegrid.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace loci::widgets {

namespace {
enum Role { AccessRole = Qt::UserRole + 1, LimitRole };

constexpr int kRow = 42;
constexpr int kHeader = 44;
constexpr int kNames = 176;
constexpr int kLeastColumn = 72;
constexpr int kPill = 22;
constexpr int kIcon = 14;
} // namespace

class RoleGrid::Model final : public QAbstractTableModel
{
public:
    void set(const roles::RoleMatrix &matrix, const QStringList &own)
    {
        beginResetModel();
        m_matrix = matrix;
        m_own = own;
        endResetModel();
    }
    const roles::RoleMatrix &matrix() const { return m_matrix; }
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : int(m_matrix.kinds.size()); }
    int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(roles::parts().size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal) {
            return role == Qt::DisplayRole ? QVariant(partWord(roles::parts().at(section))) : QVariant();
        }
        const roles::RoleKind &kind = m_matrix.kinds[std::size_t(section)];
        const bool isOwn = m_own.contains(kind.role);
        if (role == Qt::DisplayRole) {
            return isOwn ? RoleGrid::tr("%1 · yours").arg(roleWord(kind)) : roleWord(kind);
        }
        if (role == Qt::FontRole) {
            return tokenFont(tokens().fontBody, isOwn ? QFont::DemiBold : QFont::Normal);
        }
        return {};
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const roles::RoleKind &kind = m_matrix.kinds[std::size_t(index.row())];
        const QString part = roles::parts().at(index.column());
        const Access access = accessOf(m_matrix.rules, kind.role, part);
        switch (role) {
        case AccessRole:
            return int(access);
        case LimitRole:
            return limits(kind.role, part);
        case Qt::DisplayRole:
            return accessWord(access);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: {
            const QString limit = limits(kind.role, part);
            const QString told = RoleGrid::tr("%1, %2: %3").arg(roleWord(kind), partWord(part), accessWord(access));
            return limit.isEmpty() ? told : told + QStringLiteral(" (") + limit + QLatin1Char(')');
        }
        default:
            return {};
        }
    }

private:
    QString limits(const QString &role, const QString &part) const
    {
        QStringList words;
        for (const roles::RoleRule &rule : m_matrix.rules) {
            const QString limit = rule.role == role && rule.part == part ? limitWord(rule) : QString();
            if (!limit.isEmpty()) {
                words << limit;
            }
        }
        return words.join(QStringLiteral(" | "));
    }
    roles::RoleMatrix m_matrix;
    QStringList m_own;
};

class RoleGrid::Painter final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const auto access = Access(index.data(AccessRole).toInt());
        const QString limit = index.data(LimitRole).toString();
        const QRect box = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->fillRect(box, t.selected);
        }
        painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.hairline);
        if (access == Access::None) {
            painter->setPen(QPen(t.textFaint, 1.5));
            painter->drawLine(box.center() - QPoint(5, 0), box.center() + QPoint(5, 0));
        } else {
            paintPill(*painter, box, access == Access::Write, index.data().toString(), !limit.isEmpty());
        }
        if (!limit.isEmpty() && access != Access::None) {
            painter->setFont(tokenFont(t.fontCaption - 1));
            painter->setPen(t.textMuted);
            const QRect line(box.left() + 2, box.top() + kPill + 4, box.width() - 4, box.height() - kPill - 4);
            painter->drawText(line, Qt::AlignCenter,
                              painter->fontMetrics().elidedText(limit, Qt::ElideRight, line.width()));
        }
        if ((option.state & QStyle::State_HasFocus) != 0) {
            paintFocus(*painter, QRectF(box).adjusted(1, 1, -1, -1), t.radius);
        }
        painter->restore();
    }

private:
    /// Writing is a filled pill with a pencil, reading an empty one with an eye: told apart without colour.
    static void paintPill(QPainter &painter, const QRect &box, bool writes, const QString &word, bool isLimited)
    {
        const Tokens &t = tokens();
        painter.setFont(tokenFont(t.fontCaption, writes ? QFont::DemiBold : QFont::Normal));
        const int width = std::min(box.width() - 4, painter.fontMetrics().horizontalAdvance(word) + kIcon + 16);
        const int top = isLimited ? box.top() + 3 : box.center().y() - kPill / 2;
        const QRectF pill(box.center().x() - width / 2.0, top, width, kPill);
        painter.setPen(QPen(writes ? t.accent : t.outline, 1));
        painter.setBrush(writes ? t.accentSoft : t.surface);
        painter.drawRoundedRect(pill, kPill / 2.0, kPill / 2.0);
        const QColor ink = writes ? t.accent : t.text;
        const double ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(QPointF(pill.left() + 6, pill.center().y() - kIcon / 2.0),
                           iconPixmap(writes ? QStringLiteral("edit") : QStringLiteral("eye"), ink, kIcon, ratio));
        painter.setPen(ink);
        painter.drawText(pill.adjusted(kIcon + 9, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    }
};

RoleGrid::RoleGrid(QWidget *parent)
    : QTableView(parent)
    , m_model(std::make_unique<Model>())
    , m_painter(std::make_unique<Painter>())
{
    setObjectName(QStringLiteral("roleGrid"));
    setModel(m_model.get());
    setItemDelegate(m_painter.get());
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignCenter | Qt::Alignment(Qt::TextWordWrap));
    horizontalHeader()->setFixedHeight(kHeader);
    horizontalHeader()->setStyleSheet(QStringLiteral("QHeaderView::section { padding: 0; }")); // narrow columns
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRow);
    verticalHeader()->setFixedWidth(kNames);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setHighlightSections(false);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { emit chosen(currentRole(), currentPart()); });
    connect(this, &QTableView::doubleClicked, this, [this] { emit turned(currentRole(), currentPart()); });
    connect(verticalHeader(), &QHeaderView::sectionClicked, this,
            [this](int row) { setCurrentIndex(m_model->index(row, std::max(0, currentIndex().column()))); });
}

RoleGrid::~RoleGrid()
{
    setModel(nullptr);
}

void RoleGrid::setMatrix(const roles::RoleMatrix &matrix, const QStringList &own)
{
    const QString role = currentRole();
    const QString part = currentPart();
    m_model->set(matrix, own);
    choose(role, part);
}

int RoleGrid::rowOf(const QString &role) const
{
    const auto &kinds = m_model->matrix().kinds;
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&role](const roles::RoleKind &kind) { return kind.role == role; });
    return found != kinds.end() ? int(found - kinds.begin()) : -1;
}

int RoleGrid::columnOf(const QString &part) const
{
    return int(roles::parts().indexOf(part));
}

void RoleGrid::choose(const QString &role, const QString &part)
{
    const int row = std::max(0, rowOf(role));
    setCurrentIndex(m_model->index(row, std::max(0, columnOf(part))));
}

QString RoleGrid::currentRole() const
{
    const int row = currentIndex().row();
    const auto &kinds = m_model->matrix().kinds;
    return row >= 0 && row < int(kinds.size()) ? kinds[std::size_t(row)].role : QString();
}

QString RoleGrid::currentPart() const
{
    return currentIndex().isValid() ? roles::parts().at(currentIndex().column()) : QString();
}

void RoleGrid::spread()
{
    const int columns = int(roles::parts().size());
    horizontalHeader()->setDefaultSectionSize(std::max(kLeastColumn, viewport()->width() / columns));
}

void RoleGrid::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Space || event->key() == Qt::Key_Return) && currentIndex().isValid()) {
        emit turned(currentRole(), currentPart());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RoleGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_model) {
        emit m_model->headerDataChanged(Qt::Horizontal, 0, int(roles::parts().size()) - 1);
        if (!m_model->matrix().kinds.empty()) {
            emit m_model->headerDataChanged(Qt::Vertical, 0, int(m_model->matrix().kinds.size()) - 1);
        }
        viewport()->update();
    }
}

void RoleGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    spread();
}

} // namespace loci::widgets
