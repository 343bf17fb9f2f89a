// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/objectextra.h"

#include "layers/domain/city/jsonmembers.h"

#include <charconv>

namespace loci::city {

namespace {

std::string changedLocations(std::string_view extra, const JsonChange &change)
{
    return changedJsonMember(extra, "address", [&](std::string_view addresses) {
        return changedJsonItems(
            addresses, [&](std::string_view address) { return changedJsonMember(address, "location", change); });
    });
}

/// Every whole number of a nested array changed.
std::string changedNumbers(std::string_view array, const VertexChange &change)
{
    std::string text;
    const char *p = array.data();
    const char *end = p + array.size();
    while (p < end) {
        std::uint32_t number = 0;
        const auto [stop, error] = std::from_chars(p, end, number);
        if (error == std::errc() && stop > p) {
            text += std::to_string(change(number));
            p = stop;
        } else {
            text += *p++;
        }
    }
    return text;
}

} // namespace

void collectAddressVertices(std::string_view extra, std::vector<std::uint32_t> &vertices)
{
    if (extra.find("\"location\"") == std::string_view::npos) {
        return;
    }
    withAddressVertices(extra, [&](std::uint32_t vertex) {
        vertices.push_back(vertex);
        return vertex;
    });
}

std::string withAddressVertices(std::string_view extra, const VertexChange &change)
{
    if (extra.find("\"location\"") == std::string_view::npos) {
        return std::string(extra);
    }
    return changedLocations(extra, [&](std::string_view location) {
        return changedJsonMember(location, "boundaries",
                                 [&](std::string_view boundaries) { return changedNumbers(boundaries, change); });
    });
}

std::string withoutAddressLocations(std::string_view extra, int &removed)
{
    if (extra.find("\"location\"") == std::string_view::npos) {
        return std::string(extra);
    }
    return changedLocations(extra, [&](std::string_view) {
        ++removed;
        return std::string();
    });
}

std::string withRolesOf(std::string_view extra, const std::vector<bool> &stays)
{
    return changedJsonMember(extra, "children_roles", [&](std::string_view roles) {
        std::size_t number = 0;
        return changedJsonItems(roles, [&](std::string_view role) {
            const bool kept = number >= stays.size() || stays[number];
            ++number;
            return kept ? std::string(role) : std::string();
        });
    });
}

} // namespace loci::city
