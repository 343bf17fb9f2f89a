// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/domain/city/columnstatistics.h"

#include <QString>
#include <QVariant>
#include <optional>
#include <vector>

namespace loci::city {

/// All objects of a model as a table: what is known of each by itself, then the attributes in the order of the file.
/// Row n is object n. Holds the model; immutable; any thread.
class ObjectTable
{
public:
    enum Column { Id, Type, Parent, Lods, LowestPoint, Height, FirstAttribute };

    explicit ObjectTable(CityModelPtr model); ///< one pass over the geometries

    const CityModelPtr &model() const { return m_model; }
    int columnCount() const;
    std::uint32_t rowCount() const { return m_model->objectCount(); }
    /// As expressions name it: "id", "type", "parent", "lods", "lowest_point", "measured_height", or the attribute's
    /// name (with a trailing underscore when it is one of these).
    QString name(int column) const;
    int columnOf(const QString &name) const; ///< -1 when there is none
    bool isNumeric(int column) const;
    /// Invalid when there is none.
    QVariant value(std::uint32_t row, int column) const;
    std::optional<double> number(std::uint32_t row, int column) const;
    /// Text for reading and for searching; null when there is none.
    QString text(std::uint32_t row, int column) const;

    /// `rows` by that column: numbers by value, texts as people sort them (digits by value), missing ones last either
    /// way. Equal ones keep their order.
    void sort(std::vector<std::uint32_t> &rows, int column, bool descending) const;
    ColumnStatistics statistics(std::span<const std::uint32_t> rows, int column) const;
    /// Rows with every word of `words` somewhere in them, whatever the case.
    std::vector<std::uint32_t> search(const QString &words) const;

private:
    CityModelPtr m_model;
    std::vector<double> m_lowest, m_highest; ///< by object with its descendants; NaN: no geometry
    std::vector<QString> m_lods;             ///< few distinct texts, shared
};

} // namespace loci::city
