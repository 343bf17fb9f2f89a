// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"
#include "layers/storage/database.h"

namespace loci::storage {

/// The two columns of a reading: its number or its text; neither when the source gave it as missing.
inline Value numberOf(const feeds::Reading &reading)
{
    const auto *number = std::get_if<double>(&reading);
    return number ? Value(*number) : Value(std::monostate());
}

inline Value textOf(const feeds::Reading &reading)
{
    const auto *text = std::get_if<QString>(&reading);
    return text ? Value(*text) : Value(std::monostate());
}

inline Result<> bindAll(Statement &statement, const std::initializer_list<Value> &values)
{
    int position = 0;
    for (const Value &value : values) {
        LOCI_CHECK(statement.bind(++position, value));
    }
    return {};
}

} // namespace loci::storage
