// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"

#include <QFrame>
#include <QSet>
#include <QString>
#include <vector>

class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace loci::widgets {

class SearchField;

/// The terms of a vocabulary in a small window that goes away by itself: a tree by broader and narrower terms, searched
/// in Chinese, English and by pinyin initials. With `several` each term has a box.
class ConceptPicker final : public QFrame
{
    Q_OBJECT
public:
    explicit ConceptPicker(bool several, QWidget *parent);
    void setTerms(const std::vector<heritage::Choice> &terms, const QString &language);
    void setChosen(const QStringList &codes);
    QStringList chosen() const;       ///< of several, in the order of the vocabulary
    void openBelow(QWidget *anchor);  ///< at least as wide as it
    void search(const QString &text); ///< as typed in its field
    int shownCount() const;           ///< terms that the search lets through

signals:
    void picked(const QString &code); ///< one term, or a box that was changed
    void searchChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(const QModelIndex &index);
    QModelIndex bestMatch() const;

    bool m_several;
    SearchField *m_search;
    QTreeView *m_tree;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filter;
    bool m_filling = false;
};

/// What a term is found by: its labels and the pinyin of the Chinese one.
QString searchKeysOf(const heritage::Choice &term);

} // namespace loci::widgets
