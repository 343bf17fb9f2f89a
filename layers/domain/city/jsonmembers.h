// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace loci::city {

/// Steps through JSON texts that the model keeps (address, metadata, materials), without building a tree: what is not
/// looked at stays byte by byte. The texts are expected to be valid; at damage a walk ends and returns false.
using JsonMemberVisit = std::function<void(std::string_view key, std::string_view value)>; ///< key as written, unquoted
using JsonItemVisit = std::function<void(std::string_view value)>;
bool eachJsonMember(std::string_view object, const JsonMemberVisit &visit);
bool eachJsonItem(std::string_view array, const JsonItemVisit &visit);

/// Value of a member, empty when there is none.
std::string_view jsonMember(std::string_view object, std::string_view key);

/// The object with one member's value replaced; an empty new value takes the member out. Unchanged when absent.
using JsonChange = std::function<std::string(std::string_view value)>;
std::string changedJsonMember(std::string_view object, std::string_view key, const JsonChange &change);
/// The array with every item changed; anything else is changed itself.
std::string changedJsonItems(std::string_view arrayOrValue, const JsonChange &change);

} // namespace loci::city
