// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/attributes.h"

#include "layers/domain/city/jsontext.h"

#include <algorithm>
#include <charconv>

namespace loci::city {

AttributeColumn::AttributeColumn(std::string name, std::shared_ptr<StringPool> texts)
    : m_name(std::move(name))
    , m_texts(std::move(texts))
{}

AttributeColumn::AttributeColumn(std::string name, std::shared_ptr<StringPool> texts, Kind kind, Values values)
    : m_name(std::move(name))
    , m_kind(kind)
    , m_texts(std::move(texts))
    , m_values(std::move(values))
{}

bool AttributeColumn::accepts(std::uint32_t row) const
{
    return m_values.rows.empty() || m_values.rows.back() < row; // a repeated key of one object: the first value stays
}

bool AttributeColumn::becomes(Kind kind)
{
    if (m_values.rows.empty()) {
        m_kind = kind;
    }
    return m_kind == kind;
}

void AttributeColumn::append(std::uint32_t row, std::int64_t value)
{
    if (!accepts(row)) {
        return;
    }
    if (becomes(Kind::Integer)) {
        m_values.integers.push_back(value);
    } else if (m_kind == Kind::Real) {
        m_values.reals.push_back(static_cast<double>(value));
    } else {
        widenTo(Kind::Json);
        m_values.texts.push_back(m_texts->intern(jsonNumber(value)));
    }
    m_values.rows.push_back(row);
}

void AttributeColumn::append(std::uint32_t row, double value)
{
    if (!accepts(row)) {
        return;
    }
    if (!becomes(Kind::Real)) {
        widenTo(m_kind == Kind::Integer ? Kind::Real : Kind::Json);
    }
    if (m_kind == Kind::Real) {
        m_values.reals.push_back(value);
    } else {
        m_values.texts.push_back(m_texts->intern(jsonNumber(value)));
    }
    m_values.rows.push_back(row);
}

void AttributeColumn::append(std::uint32_t row, bool value)
{
    if (!accepts(row)) {
        return;
    }
    if (becomes(Kind::Boolean)) {
        m_values.texts.push_back(value ? 1 : 0);
    } else {
        widenTo(Kind::Json);
        m_values.texts.push_back(m_texts->intern(value ? "true" : "false"));
    }
    m_values.rows.push_back(row);
}

void AttributeColumn::appendText(std::uint32_t row, std::string_view value)
{
    if (!accepts(row)) {
        return;
    }
    if (becomes(Kind::Text)) {
        m_values.texts.push_back(m_texts->intern(value));
    } else {
        widenTo(Kind::Json);
        m_values.texts.push_back(m_texts->intern(jsonString(value)));
    }
    m_values.rows.push_back(row);
}

void AttributeColumn::appendJson(std::uint32_t row, std::string_view json)
{
    if (!accepts(row)) {
        return;
    }
    if (!becomes(Kind::Json)) {
        widenTo(Kind::Json);
    }
    m_values.texts.push_back(m_texts->intern(json));
    m_values.rows.push_back(row);
}

void AttributeColumn::widenTo(Kind kind)
{
    if (m_kind == kind) {
        return;
    }
    if (kind == Kind::Real) {
        m_values.reals.assign(m_values.integers.begin(), m_values.integers.end());
        m_values.integers = {};
        m_kind = kind;
        return;
    }
    std::vector<std::uint32_t> texts;
    texts.reserve(m_values.rows.size() + 1);
    for (std::size_t i = 0; i < m_values.rows.size(); ++i) {
        texts.push_back(m_texts->intern(jsonAt(i)));
    }
    m_values.texts = std::move(texts);
    m_values.integers = {};
    m_values.reals = {};
    m_kind = Kind::Json;
}

std::string AttributeColumn::jsonAt(std::size_t position) const
{
    switch (m_kind) {
    case Kind::Integer:
        return jsonNumber(m_values.integers[position]);
    case Kind::Real:
        return jsonNumber(m_values.reals[position]);
    case Kind::Boolean:
        return m_values.texts[position] != 0 ? "true" : "false";
    case Kind::Text:
        return jsonString(m_texts->at(m_values.texts[position]));
    case Kind::Json:
        break;
    }
    return std::string(m_texts->at(m_values.texts[position]));
}

std::string AttributeColumn::json(std::uint32_t row) const
{
    const std::size_t at = position(row);
    return at == m_values.rows.size() ? std::string() : jsonAt(at);
}

void AttributeColumn::appendJsonTo(std::string &text, std::size_t position) const
{
    if (m_kind != Kind::Real) {
        text += jsonAt(position);
        return;
    }
    const std::string number = jsonNumber(m_values.reals[position]);
    text += number;
    if (number.find_first_of(".en") == std::string::npos) {
        text += ".0";
    }
}

void AttributeColumn::appendFrom(const AttributeColumn &other, std::size_t position, std::uint32_t row)
{
    switch (other.m_kind) {
    case Kind::Integer:
        append(row, other.m_values.integers[position]);
        break;
    case Kind::Real:
        append(row, other.m_values.reals[position]);
        break;
    case Kind::Boolean:
        append(row, other.m_values.texts[position] != 0);
        break;
    case Kind::Text:
        appendText(row, other.m_texts->at(other.m_values.texts[position]));
        break;
    case Kind::Json:
        appendJson(row, other.m_texts->at(other.m_values.texts[position]));
        break;
    }
}

std::size_t AttributeColumn::position(std::uint32_t row) const
{
    const auto found = std::lower_bound(m_values.rows.begin(), m_values.rows.end(), row);
    return found != m_values.rows.end() && *found == row ? static_cast<std::size_t>(found - m_values.rows.begin())
                                                         : m_values.rows.size();
}

QVariant AttributeColumn::valueAt(std::size_t position) const
{
    switch (m_kind) {
    case Kind::Integer:
        return QVariant::fromValue<qlonglong>(m_values.integers[position]);
    case Kind::Real:
        return m_values.reals[position];
    case Kind::Boolean:
        return m_values.texts[position] != 0;
    case Kind::Text:
    case Kind::Json:
        break;
    }
    const std::string_view text = m_texts->at(m_values.texts[position]);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QVariant AttributeColumn::value(std::uint32_t row) const
{
    const std::size_t at = position(row);
    return at == m_values.rows.size() ? QVariant() : valueAt(at);
}

std::optional<double> AttributeColumn::number(std::uint32_t row) const
{
    const std::size_t at = position(row);
    if (at == m_values.rows.size()) {
        return std::nullopt;
    }
    switch (m_kind) {
    case Kind::Integer:
        return static_cast<double>(m_values.integers[at]);
    case Kind::Real:
        return m_values.reals[at];
    case Kind::Boolean:
        return m_values.texts[at] != 0 ? 1.0 : 0.0;
    case Kind::Text:
    case Kind::Json:
        break;
    }
    const std::string_view text = m_texts->at(m_values.texts[at]);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

std::size_t AttributeColumn::memoryBytes() const
{
    return m_values.rows.capacity() * 4 + m_values.integers.capacity() * 8 + m_values.reals.capacity() * 8 +
           m_values.texts.capacity() * 4;
}

AttributeColumn &AttributeTable::column(std::string_view name)
{
    const std::uint32_t number = m_names.intern(name);
    if (number == m_columns.size()) {
        m_columns.push_back(std::make_shared<AttributeColumn>(std::string(name), m_texts));
    }
    return *m_columns[number];
}

bool AttributeTable::add(AttributeColumn column)
{
    if (m_names.intern(column.name()) != m_columns.size()) {
        return false;
    }
    m_columns.push_back(std::make_shared<AttributeColumn>(std::move(column)));
    return true;
}

const AttributeColumn *AttributeTable::find(std::string_view name) const
{
    const std::uint32_t number = m_names.find(name);
    return number == StringPool::kNotFound ? nullptr : m_columns[number].get();
}

} // namespace loci::city
