// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/conceptpicker.h"

#include "layers/base/pinyin.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/tokens.h"

#include <QHash>
#include <QKeyEvent>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {

enum Role { CodeRole = Qt::UserRole + 1, KeysRole };
constexpr int kHeight = 320;
constexpr int kWidth = 300;
constexpr int kOpenTerms = 60; // a small vocabulary is shown open
constexpr int kMostOpened = 800;
constexpr int kWorst = 3; // whole key, beginning, inside

QString tipOf(const heritage::Choice &term, const QString &language)
{
    QStringList lines;
    for (const QString &label : term.label.byLanguage) {
        if (label != term.label.in(language)) {
            lines << label; // in the other languages
        }
    }
    const QString help = term.help.in(language);
    if (!help.isEmpty()) {
        lines << (term.isDeprecated ? ConceptPicker::tr("Instead: %1").arg(help) : help);
    }
    return lines.join(QLatin1Char('\n'));
}

QStandardItem *itemFor(const heritage::Choice &term, const QString &language, bool several)
{
    const QString label = term.label.in(language);
    auto *item = new QStandardItem(term.isDeprecated ? ConceptPicker::tr("%1 (no longer used)").arg(label) : label);
    item->setEditable(false);
    item->setData(term.code, CodeRole);
    item->setData(term.isGroup ? QString() : searchKeysOf(term), KeysRole);
    item->setToolTip(tipOf(term, language));
    if (term.isDeprecated) {
        item->setForeground(tokens().textMuted);
    }
    if (term.isGroup) {
        item->setFlags(item->flags() & ~Qt::ItemIsSelectable);
        QFont font;
        font.setWeight(QFont::DemiBold);
        item->setFont(font);
    } else if (several) {
        item->setCheckable(true);
    }
    return item;
}

void collect(const QStandardItem &item, QStringList &codes)
{
    for (int row = 0; row < item.rowCount(); ++row) {
        const QStandardItem *child = item.child(row);
        if (child->checkState() == Qt::Checked) {
            codes << child->data(CodeRole).toString();
        }
        collect(*child, codes);
    }
}

int countRows(const QAbstractItemModel &model, const QModelIndex &parent)
{
    int count = model.rowCount(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        count += countRows(model, model.index(row, 0, parent));
    }
    return count;
}

} // namespace

QString searchKeysOf(const heritage::Choice &term)
{
    QStringList keys{term.code};
    for (const QString &label : term.label.byLanguage) {
        keys << label.toLower();
        keys << pinyinKeys(label);
    }
    for (const QString &name : term.otherNames) {
        keys << name.toLower();
        keys << pinyinKeys(name);
    }
    return keys.join(QLatin1Char('\n'));
}

ConceptPicker::ConceptPicker(bool several, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_several(several)
    , m_search(new SearchField(this))
    , m_tree(new QTreeView(this))
    , m_model(new QStandardItemModel(this))
    , m_filter(new QSortFilterProxyModel(this))
{
    setProperty("role", "floating");
    m_filter->setSourceModel(m_model);
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setFilterRole(KeysRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(m_filter);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_search->setPlaceholderText(tr("Search, also by pinyin initials"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens().gap, tokens().gap, tokens().gap, tokens().gap);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ConceptPicker::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { take(bestMatch()); });
    connect(m_tree, &QTreeView::clicked, this, &ConceptPicker::take);
    connect(m_tree, &QTreeView::activated, this, &ConceptPicker::take);
    connect(m_model, &QStandardItemModel::itemChanged, this, [this](const QStandardItem *item) {
        if (!m_filling && m_several) {
            emit picked(item->data(CodeRole).toString());
        }
    });
}

void ConceptPicker::setTerms(const std::vector<heritage::Choice> &terms, const QString &language)
{
    m_filling = true;
    m_model->clear();
    QHash<QString, QStandardItem *> byCode;
    for (const heritage::Choice &term : terms) {
        byCode.insert(term.code, itemFor(term, language, m_several));
    }
    for (const heritage::Choice &term : terms) {
        QStandardItem *item = byCode.value(term.code);
        QStandardItem *above = byCode.value(term.parent);
        (above != nullptr && above != item ? above : m_model->invisibleRootItem())->appendRow(item);
    }
    if (terms.size() <= kOpenTerms) {
        m_tree->expandAll();
    } else if (std::count_if(terms.begin(), terms.end(), [](const auto &term) { return term.isGroup; }) == 1) {
        m_tree->expandToDepth(0);
    }
    m_filling = false;
}

void ConceptPicker::setChosen(const QStringList &codes)
{
    m_filling = true;
    const QModelIndexList all =
        m_model->match(m_model->index(0, 0), CodeRole, QStringLiteral("*"), -1, Qt::MatchWildcard | Qt::MatchRecursive);
    for (const QModelIndex &index : all) {
        const bool on = codes.contains(index.data(CodeRole).toString());
        if (m_several) {
            m_model->itemFromIndex(index)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
        } else if (on) {
            const QModelIndex shown = m_filter->mapFromSource(index);
            m_tree->setCurrentIndex(shown);
            m_tree->scrollTo(shown);
        }
    }
    m_filling = false;
}

QStringList ConceptPicker::chosen() const
{
    QStringList codes;
    collect(*m_model->invisibleRootItem(), codes);
    return codes;
}

void ConceptPicker::openBelow(QWidget *anchor)
{
    resize(std::max(kWidth, anchor->width()), kHeight);
    move(anchor->mapToGlobal(QPoint(0, anchor->height() + 2)));
    show();
    m_search->setFocus();
}

void ConceptPicker::search(const QString &text)
{
    m_filter->setFilterFixedString(text.trimmed());
    if (!text.trimmed().isEmpty() && shownCount() <= kMostOpened) {
        m_tree->expandAll();
    }
    emit searchChanged(text);
}

int ConceptPicker::shownCount() const
{
    return countRows(*m_filter, {});
}

/// The term whose words are nearest to what was typed, not the broader one that leads to it.
QModelIndex ConceptPicker::bestMatch() const
{
    const QString text = m_search->text().trimmed().toLower();
    const QModelIndexList found =
        m_filter->match(m_filter->index(0, 0), KeysRole, text, -1, Qt::MatchContains | Qt::MatchRecursive);
    QModelIndex best;
    int rank = kWorst;
    for (const QModelIndex &index : found) {
        const QStringList keys = index.data(KeysRole).toString().split(QLatin1Char('\n'));
        int own = kWorst - 1;
        for (const QString &key : keys) {
            own = std::min(own, key == text ? 0 : (key.startsWith(text) ? 1 : kWorst - 1));
        }
        if (own < rank && m_filter->flags(index).testFlag(Qt::ItemIsSelectable)) {
            rank = own;
            best = index;
        }
    }
    return best;
}

void ConceptPicker::take(const QModelIndex &index)
{
    if (!m_several && index.isValid()) {
        if (!m_filter->flags(index).testFlag(Qt::ItemIsSelectable)) {
            m_tree->setExpanded(index, !m_tree->isExpanded(index)); // a thesaurus, no term
            return;
        }
        hide();
        emit picked(index.data(CodeRole).toString());
    }
}

void ConceptPicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_search->hasFocus()) {
        m_tree->setFocus();
        m_tree->setCurrentIndex(m_filter->index(0, 0));
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace loci::widgets
