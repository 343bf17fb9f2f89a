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

    AttributeColumn(std::string name, std::shared_ptr<StringPool> texts);

    const std::string &name() const { return m_name; }
    Kind kind() const { return m_kind; }
    std::size_t count() const { return m_rows.size(); } ///< rows that have a value (JSON null counts as no value)
    const std::vector<std::uint32_t> &rows() const { return m_rows; }

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
    std::size_t memoryBytes() const;

private:
    bool accepts(std::uint32_t row) const;
    bool becomes(Kind kind);
    std::string jsonAt(std::size_t position) const;
    std::size_t position(std::uint32_t row) const; // m_rows.size() when absent
    void widenTo(Kind kind);
    QVariant valueAt(std::size_t position) const;

    std::string m_name;
    Kind m_kind = Kind::Integer;
    std::shared_ptr<StringPool> m_texts; // shared by all columns of a model
    std::vector<std::uint32_t> m_rows;
    std::vector<std::int64_t> m_integers;
    std::vector<double> m_reals;
    std::vector<std::uint32_t> m_textNumbers; // Text, Json, and Boolean as 0/1
};

/// All attributes of a model's objects (row = ObjectIndex), columns in order of first appearance.
class AttributeTable
{
public:
    AttributeTable() : m_texts(std::make_shared<StringPool>()) {}
    AttributeColumn &column(std::string_view name); ///< found or made
    const AttributeColumn *find(std::string_view name) const;
    const std::vector<std::shared_ptr<AttributeColumn>> &columns() const { return m_columns; }

private:
    std::shared_ptr<StringPool> m_texts;
    StringPool m_names;
    std::vector<std::shared_ptr<AttributeColumn>> m_columns; // index = number in m_names; copies of a model share them
};

} // namespace loci::city
