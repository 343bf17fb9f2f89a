// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loci::city {

/// JSON text of single values, for what the model keeps as JSON.
std::string jsonString(std::string_view utf8); ///< quoted and escaped
std::string jsonNumber(std::int64_t value);
std::string jsonNumber(double value); ///< shortest text that reads back the same; "null" for NaN and infinities

/// Adds `"key":json` to an object text that grows from empty: `{"a":1` ... The last call is `closeJsonObject`.
void appendJsonMember(std::string &object, std::string_view key, std::string_view json);
void closeJsonObject(std::string &object); ///< leaves an empty text empty

} // namespace loci::city
