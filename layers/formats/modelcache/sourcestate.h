// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/formats/modelcache/cachelayout.h"

#include <QString>
#include <optional>

namespace loci::formats::modelcache {

/// The clock of some file systems ticks as coarsely as this: nanoseconds.
inline constexpr std::int64_t kCoarsestTick = 2'000'000'000; // FAT

/// What the file system says of a file: when none of it has changed, neither has the content.
struct FileStamp
{
    std::uint64_t bytes = 0;
    std::int64_t modified = 0, changed = 0; ///< nanoseconds of the Unix time
    std::uint64_t inode = 0;
    bool operator==(const FileStamp &) const = default;

    /// Changed so recently that a further change could go unseen: the clock of files ticks coarsely.
    bool isFresh() const;
};

std::optional<FileStamp> stampOf(const QString &path); ///< nothing when it is no file that can be asked
/// Reads the whole file; nothing when it cannot be read or on cancel.
std::optional<ContentHash> hashOf(const QString &path, const CancelToken &cancel = {});

} // namespace loci::formats::modelcache
