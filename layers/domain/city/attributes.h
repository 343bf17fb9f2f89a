// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/stringpool.h"

#include <QString>
#include <QVariant>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace loci::city {

/// One attribute of the city objects as a typed, sparse column: values in ascending row order. Mixed or nested values
/// (objects, arrays) make a Json column, which keeps their JSON text: nothing is lost.
class AttributeColumn
{
public:
    enum class Kind : std::uint8_t { Integer, Real, Boolean, Text, Json };

    /// The arrays of a column as they are, for what stores models. By kind one of the three is in use, one value a row.
    struct Values
    {
        std::vector<std::uint32_t> rows; ///< ascending
        std::vector<std::int64_t> integers;
        std::vector<double> reals;
        std::vector<std::uint32_t> texts; ///< Text, Json: number in the pool; Boolean: 0 or 1
    };

    AttributeColumn(std::string name, std::shared_ptr<StringPool> texts);
    AttributeColumn(std::string name, std::shared_ptr<StringPool> texts, Kind kind, Values values);

    const std::string &name() const { return m_name; }
    Kind kind() const { return m_kind; }
    std::size_t count() const
    {
        return m_values.rows.size();
    } ///< rows that have a value (JSON null counts as no value)
    const std::vector<std::uint32_t> &rows() const { return m_values.rows; }
    const Values &values() const { return m_values; }

    /// Rows must come in ascending order. A value of another kind widens the column: Integer to Real, else to Json.
    void append(std::uint32_t row, std::int64_t value);
    void append(std::uint32_t row, double value);
    void append(std::uint32_t row, bool value);
    void appendText(std::uint32_t row, std::string_view value);
    void appendJson(std::uint32_t row, std::string_view json);

    /// Invalid QVariant when the row has none. Json values come as their JSON text.
    QVariant value(std::uint32_t row) const;
    /// Number for colour ramps and sorting; empty when there is none or it is no number.
    std::optional<double> number(std::uint32_t row) const;
    /// The value as JSON text ("3", "\"brick\"", "[1,2]"), empty when the row has none. Writers use it.
    std::string json(std::uint32_t row) const;
    /// The same by position in rows(), appended; a Real without a fraction keeps its point ("3.0").
    void appendJsonTo(std::string &text, std::size_t position) const;
    /// Appends a value of another column of the same name: copies keep kind and value.
    void appendFrom(const AttributeColumn &other, std::size_t position, std::uint32_t row);
    std::size_t memoryBytes() const;

private:
    bool accepts(std::uint32_t row) const;
    bool becomes(Kind kind);
    std::string jsonAt(std::size_t position) const;
    std::size_t position(std::uint32_t row) const; // count() when absent
    void widenTo(Kind kind);
    QVariant valueAt(std::size_t position) const;

    std::string m_name;
    Kind m_kind = Kind::Integer;
    std::shared_ptr<StringPool> m_texts; // shared by all columns of a model
    Values m_values;
};

/// All attributes of a model's objects (row = ObjectIndex), columns in order of first appearance.
class AttributeTable
{
public:
    AttributeTable() : m_texts(std::make_shared<StringPool>()) {}
    AttributeColumn &column(std::string_view name); ///< found or made
    const AttributeColumn *find(std::string_view name) const;
    const std::vector<std::shared_ptr<AttributeColumn>> &columns() const { return m_columns; }
    const StringPool &texts() const { return *m_texts; }
    /// For what reads stored models: the pool is filled first, then each column is put in. False when its name is
    /// there.
    std::shared_ptr<StringPool> sharedTexts() { return m_texts; }
    bool add(AttributeColumn column);

private:
    std::shared_ptr<StringPool> m_texts;
    StringPool m_names;
    std::vector<std::shared_ptr<AttributeColumn>> m_columns; // index = number in m_names; copies of a model share them
};

} // namespace loci::city
