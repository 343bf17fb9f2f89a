// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/attributetablemodel.h"

#include "widgets/common/tokens.h"

#include <qgsvariantutils.h>
#include <qgsvectorlayerfeatureiterator.h>

#include <QDateTime>
#include <QFutureWatcher>
#include <QLocale>
#include <QtConcurrent/QtConcurrentRun>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr int kBlocksKept = 64;

} // namespace

AttributeTableModel::AttributeTableModel(QObject *parent) : QAbstractTableModel(parent), m_blocks(kBlocksKept) {}

AttributeTableModel::~AttributeTableModel() = default;

void AttributeTableModel::setRows(const ScanSource &source, std::vector<QgsFeatureId> ids)
{
    beginResetModel();
    ++m_generation; // what is still being read belongs to the past
    m_source = source;
    m_ids = std::move(ids);
    m_rowOf.clear();
    m_blocks.clear();
    m_wanted.clear();
    endResetModel();
}

void AttributeTableModel::clear()
{
    setRows({}, {});
}

int AttributeTableModel::rowOf(QgsFeatureId id) const
{
    if (m_rowOf.isEmpty() && !m_ids.empty()) {
        m_rowOf.reserve(qsizetype(m_ids.size()));
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            m_rowOf.insert(m_ids[i], int(i));
        }
    }
    return m_rowOf.value(id, -1);
}

int AttributeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int AttributeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_source.fields.size();
}

const QList<QVariant> *AttributeTableModel::row(int row) const
{
    const int block = row / kBlockRows;
    const Block *rows = m_blocks.object(block);
    if (!rows) {
        request(block);
        return nullptr;
    }
    return &(*rows)[std::size_t(row - block * kBlockRows)];
}

void AttributeTableModel::request(int block) const
{
    if (m_wanted.contains(block)) {
        return;
    }
    m_wanted.insert(block);
    const auto first = m_ids.begin() + block * kBlockRows;
    const auto last = m_ids.begin() + std::min<qsizetype>((block + 1) * kBlockRows, qsizetype(m_ids.size()));
    const std::vector<QgsFeatureId> ids(first, last);
    auto *self = const_cast<AttributeTableModel *>(this); // the cache is filled behind a const face
    auto *watcher = new QFutureWatcher<std::shared_ptr<Block>>(self);
    connect(watcher, &QFutureWatcherBase::finished, self, [self, watcher, block, generation = m_generation] {
        watcher->deleteLater();
        self->take(block, generation, watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([source = m_source, ids] { return std::make_shared<Block>(fetchRows(source, ids)); }));
}

void AttributeTableModel::take(int block, quint64 generation, const std::shared_ptr<Block> &rows)
{
    if (generation != m_generation) {
        return;
    }
    m_wanted.remove(block);
    const int first = block * kBlockRows;
    const int last = first + int(rows->size()) - 1;
    m_blocks.insert(block, new Block(std::move(*rows)));
    emit dataChanged(index(first, 0), index(last, columnCount() - 1));
    emit blockRead(first);
}

QString AttributeTableModel::displayText(const QVariant &value)
{
    const QLocale locale;
    switch (value.userType()) {
    case QMetaType::Double:
    case QMetaType::Float: {
        const double number = value.toDouble();
        QString text = locale.toString(number, 'f', std::abs(number) >= 1e15 ? 0 : 6);
        if (text.contains(locale.decimalPoint())) {
            while (text.endsWith(QLatin1Char('0'))) {
                text.chop(1);
            }
            if (text.endsWith(locale.decimalPoint())) {
                text.chop(locale.decimalPoint().size());
            }
        }
        return text;
    }
    case QMetaType::Bool:
        return value.toBool() ? tr("yes") : tr("no");
    case QMetaType::QDate:
        return locale.toString(value.toDate(), QLocale::ShortFormat);
    case QMetaType::QDateTime:
        return locale.toString(value.toDateTime(), QLocale::ShortFormat);
    case QMetaType::QStringList:
        return value.toStringList().join(QStringLiteral(", "));
    default:
        return value.toString().simplified(); // whole numbers may be keys: no grouping
    }
}

QVariant AttributeTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_ids.size())) {
        return {};
    }
    if (role == FeatureIdRole) {
        return m_ids[std::size_t(index.row())];
    }
    if (role == Qt::FontRole) {
        static QFont font = tokenFont(tokens().fontBody);
        return font;
    }
    if (role == Qt::TextAlignmentRole) {
        const bool right = m_source.fields.at(index.column()).isNumeric();
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != ValueRole && role != IsMissingRole &&
        role != Qt::ForegroundRole) {
        return {};
    }
    const QList<QVariant> *attributes = row(index.row());
    if (!attributes) {
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    const QVariant value = attributes->value(index.column());
    const bool missing = QgsVariantUtils::isNull(value);
    switch (role) {
    case IsMissingRole:
        return missing;
    case Qt::ForegroundRole:
        return missing ? QVariant(tokens().textFaint) : QVariant();
    case ValueRole:
        return value;
    case Qt::ToolTipRole:
        return missing ? tr("No value") : value.toString();
    default:
        return missing ? QStringLiteral("–") : displayText(value);
    }
}

QVariant AttributeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    if (section < 0 || section >= m_source.fields.size()) {
        return {};
    }
    const QgsField field = m_source.fields.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return field.displayName();
    case Qt::ToolTipRole:
        return QStringLiteral("%1 · %2").arg(field.name(), field.friendlyTypeString());
    case Qt::TextAlignmentRole:
        return int((field.isNumeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace loci::widgets
