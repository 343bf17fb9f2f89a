// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/jsontext.h"

#include <charconv>
#include <cmath>

namespace loci::city {

std::string jsonString(std::string_view utf8)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    text.reserve(utf8.size() + 2);
    text += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else if (byte < 0x20) {
            text += "\\u00";
            text += kHex[byte >> 4];
            text += kHex[byte & 15];
        } else {
            text += c;
        }
    }
    text += '"';
    return text;
}

std::string jsonNumber(std::int64_t value)
{
    return std::to_string(value);
}

std::string jsonNumber(double value)
{
    if (!std::isfinite(value)) {
        return "null";
    }
    char buffer[40];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    return std::string(buffer, result.ptr);
}

void appendJsonMember(std::string &object, std::string_view key, std::string_view json)
{
    object += object.empty() ? '{' : ',';
    object += jsonString(key);
    object += ':';
    object += json;
}

void closeJsonObject(std::string &object)
{
    if (!object.empty()) {
        object += '}';
    }
}

} // namespace loci::city
