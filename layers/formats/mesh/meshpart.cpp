// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/meshpart.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace loci::formats {

std::string identifierIn(const NamedValues &values)
{
    static constexpr std::array<std::string_view, 8> kNames{"gml_id", "gml:id", "gmlid",    "id",
                                                            "guid",   "uuid",   "globalid", "ifc_guid"};
    for (const std::string_view wanted : kNames) {
        for (const auto &[name, value] : values) {
            const std::string *text = std::get_if<std::string>(&value);
            const bool same = std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](char a, char b) {
                return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
            });
            if (same && text && !text->empty()) {
                return *text;
            }
        }
    }
    return {};
}

} // namespace loci::formats
