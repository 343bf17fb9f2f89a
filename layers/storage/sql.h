// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <array>
#include <cstddef>
#include <variant>

namespace loci::storage {

/// SQL that was made of a literal while Loci was compiled (dialect.h); only as a constexpr variable.
struct RenderedSql
{
    static constexpr std::size_t kRoom = 8192;
    std::array<char, kRoom> text{};
    int size = 0;
};

/// SQL text that was written by us: the constructor takes a literal, at compile time only. Text that comes from a
/// person or a file cannot become SQL here; it is bound as a value.
class Sql
{
public:
    template <std::size_t N>
    consteval Sql(const char (&text)[N]) : m_text(text)
                                         , m_size(static_cast<int>(N) - 1)
    {}
    consteval Sql(const RenderedSql &rendered) : m_text(rendered.text.data()), m_size(rendered.size) {}
    constexpr const char *text() const { return m_text; }
    constexpr int size() const { return m_size; }

private:
    const char *m_text;
    int m_size;
};

/// A value bound to a statement or read from a row; monostate is NULL.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

} // namespace loci::storage
