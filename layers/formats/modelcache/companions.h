// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelcache/sourcestate.h"

#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loci::formats::modelcache {

/// A file beside the source, in its folder or below, that the model may have come from as well: a code list, a buffer,
/// a tile.
struct Companion
{
    QString name; ///< seen from the source's folder
    FileStamp stamp;
    bool operator==(const Companion &) const = default;
};

/// Files beside a source and the state they are in, by name; what Loci itself writes there is none of them. Nothing
/// when there are so many that looking at them takes longer than reading.
std::optional<std::vector<Companion>> companionsOf(const QString &source);
/// Whether none of them was changed since `moment` (nanoseconds of the Unix time), as far as the clocks of files tell.
bool areOlder(const std::vector<Companion> &companions, std::int64_t moment);

std::string toBytes(const std::vector<Companion> &companions);
std::optional<std::vector<Companion>> companionsFromBytes(std::string_view bytes);

} // namespace loci::formats::modelcache
