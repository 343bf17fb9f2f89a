// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/crstext.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace loci::formats {

constexpr int kCodeEnd = 1000000; // the register and the common private ranges stay below

EpsgCode epsgFromText(std::string_view text)
{
    std::string upper(text);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const std::size_t at = upper.find("EPSG");
    if (at == std::string::npos) {
        return {};
    }
    // Behind the authority come a version, which may be empty or "6.12", and the code: the last number of this part.
    std::string_view rest = std::string_view(upper).substr(at + 4);
    rest = rest.substr(0, rest.find(','));
    const std::size_t last = rest.find_last_of(":/");
    if (last == std::string_view::npos) {
        return {};
    }
    rest.remove_prefix(last + 1);
    int code = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), code);
    if (error != std::errc() || end != rest.data() + rest.size() || code <= 0 || code >= kCodeEnd) {
        return {};
    }
    return EpsgCode(code);
}

} // namespace loci::formats
