// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/assetlistmodel.h"

#include "widgets/heritage/heritagewords.h"

#include <limits>

namespace loci::widgets {

namespace sh = storage::heritage;

namespace {
constexpr qsizetype kKeptPages = 12;
}

AssetListModel::AssetListModel(HeritageDesk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void AssetListModel::refresh()
{
    beginResetModel();
    m_pages.clear();
    m_order.clear();
    m_total = 0;
    if (m_desk.isOpen()) {
        auto first = m_desk.catalogue().search(m_query, 0, kPage);
        if (first) {
            m_total = std::min<qint64>(first->total, std::numeric_limits<int>::max());
            m_pages.insert(0, std::move(*first));
            m_order << 0;
        } else {
            emit m_desk.failed(first.error().message);
        }
    }
    endResetModel();
}

const sh::AssetPage *AssetListModel::page(int number) const
{
    const auto known = m_pages.constFind(number);
    if (known != m_pages.constEnd()) {
        m_order.removeOne(number);
        m_order << number;
        return &*known;
    }
    if (!m_desk.isOpen()) {
        return nullptr;
    }
    auto read = m_desk.catalogue().search(m_query, number * kPage, kPage);
    if (!read) {
        return nullptr;
    }
    while (m_order.size() >= kKeptPages) {
        m_pages.remove(m_order.takeFirst());
    }
    m_order << number;
    return &*m_pages.insert(number, std::move(*read));
}

const sh::AssetRow *AssetListModel::row(int row) const
{
    if (row < 0 || row >= m_total) {
        return nullptr;
    }
    const sh::AssetPage *in = page(row / kPage);
    const auto place = static_cast<std::size_t>(row % kPage);
    return in != nullptr && place < in->rows.size() ? &in->rows[place] : nullptr;
}

int AssetListModel::rowOf(const QString &id) const
{
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        for (std::size_t i = 0; i < it->rows.size(); ++i) {
            if (it->rows[i].facts.id == id) {
                return it.key() * kPage + static_cast<int>(i);
            }
        }
    }
    return -1;
}

int AssetListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_total);
}

QVariant AssetListModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) {
        return {};
    }
    const sh::AssetRow *found = row(index.row());
    if (found == nullptr) {
        return {};
    }
    const heritage::AssetFacts &facts = found->facts;
    if (role == Qt::DisplayRole) {
        return facts.name;
    }
    const HeritageWords words(m_desk);
    return QStringList{facts.name, words.kindWord(facts), words.classMark(words.classCode(facts)).label,
                       words.conditionWord(facts.condition), HeritageWords::reviewWord(facts.review)}
        .join(QStringLiteral(" · "));
}

} // namespace loci::widgets
