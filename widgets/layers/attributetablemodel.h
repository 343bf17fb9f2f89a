// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/featurescan.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QPointer>
#include <QSet>

namespace loci::widgets {

/// The rows of a vector layer, a million or more: only their ids are kept, attributes are read in blocks by a worker
/// when they come into sight, and forgotten again. Which rows and in which order is decided outside (queryTable()).
class AttributeTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { FeatureIdRole = Qt::UserRole, ValueRole, IsMissingRole };
    static constexpr int kBlockRows = 256;

    explicit AttributeTableModel(QObject *parent = nullptr);
    ~AttributeTableModel() override;
    /// Another layer or other rows: everything read so far is forgotten.
    void setRows(const ScanSource &source, std::vector<QgsFeatureId> ids);
    void clear();
    const ScanSource &source() const { return m_source; }
    const std::vector<QgsFeatureId> &ids() const { return m_ids; }
    int rowOf(QgsFeatureId id) const; ///< -1 when filtered out

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// As the table shows a value: numbers in the user's manner with up to six decimals, dates readable.
    static QString displayText(const QVariant &value);

signals:
    void blockRead(int firstRow); ///< for tests

private:
    using Block = std::vector<QList<QVariant>>;
    const QList<QVariant> *row(int row) const;
    void request(int block) const;
    void take(int block, quint64 generation, const std::shared_ptr<Block> &rows);

    ScanSource m_source;
    std::vector<QgsFeatureId> m_ids;
    mutable QHash<QgsFeatureId, int> m_rowOf; ///< made when first asked
    mutable QCache<int, Block> m_blocks;
    mutable QSet<int> m_wanted;
    quint64 m_generation = 0;
};

} // namespace loci::widgets
