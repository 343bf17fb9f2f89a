// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/objectindex.h"
#include "layers/formats/modelcache/cachefile.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loci::formats::modelcache {

/// Which part of a kept model is wanted. What is left empty does not restrict.
struct WindowQuery
{
    /// Objects whose family touches it, seen from above. A family is an object without parent and all below it; a
    /// CityObjectGroup is no parent here, its members are families of their own.
    std::optional<Box3> window;
    std::vector<std::string> types; ///< object types; what such an object is a part of comes with it
    std::vector<std::string> lods;  ///< geometries of other LoDs are left out, their objects stay
    std::optional<std::vector<std::string>> attributes; ///< columns
};

/// A model of its own of the wanted part, objects in the order of the whole; costs what it holds, not what the file
/// holds (with a window or an id). It has only the vertices, semantic surfaces, templates, materials and textures that
/// its geometries use. Every row is checked; nothing when one is damaged. Any thread.
std::optional<city::CityModelPtr> readWindow(const CacheFile &file, const WindowQuery &query);

/// The family of one object by its id, a model without objects when there is no such id.
std::optional<city::CityModelPtr> readObject(const CacheFile &file, std::string_view id);

/// The tree of object places as it was kept; nothing when it is damaged.
std::optional<city::ObjectIndexTree> readTree(const CacheFile &file);

} // namespace loci::formats::modelcache
