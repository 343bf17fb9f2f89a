// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace loci::city {

/// What CityModel::objectExtra keeps as text points into the model in two places: the location of an address names
/// vertices, and the roles of a group stand in the order of its children.

/// Appends the vertices that the locations of the addresses use.
void collectAddressVertices(std::string_view extra, std::vector<std::uint32_t> &vertices);
/// The same text with other vertex numbers.
using VertexChange = std::function<std::uint32_t(std::uint32_t)>;
std::string withAddressVertices(std::string_view extra, const VertexChange &change);
/// The same text without the locations; `removed` counts them.
std::string withoutAddressLocations(std::string_view extra, int &removed);
/// The same text with the roles of those children only that stay.
std::string withRolesOf(std::string_view extra, const std::vector<bool> &stays);

} // namespace loci::city
