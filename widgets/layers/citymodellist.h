// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

namespace loci::widgets {

/// A city model as the layer panel shows it.
struct CityModelRow
{
    QString id;
    QString name;
    bool visible = true;
    double opacity = 1;
    bool broken = false; ///< its file could not be read
    qint64 count = -1;   ///< city objects; -1 while loading
    bool operator==(const CityModelRow &) const = default;
};

/// Rows for LayerTreeDelegate. Edits are wishes: the owner of the models changes them and sets the rows again.
class CityModelList final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<CityModelRow> rows);
    const std::vector<CityModelRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void visibilityWanted(const QString &id, bool visible);
    void nameWanted(const QString &id, const QString &name);

private:
    std::vector<CityModelRow> m_rows;
};

} // namespace loci::widgets
