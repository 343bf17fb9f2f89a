// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/openmodel.h"
#include "layers/formats/modelreader.h"

#include <optional>

namespace loci::formats::modelcache {

/// Rows of a cache file that differ from the model's own.
struct SemanticRow
{
    std::uint32_t type, parent;
};
struct MaterialRow
{
    double red, green, blue, transparency, hasDiffuse;
};

/// Writes a model and the findings of its reading to `path`, with an index of ids, a tree of places and its outlines,
/// under the hash of the file it was read from. The file appears whole or not at all.
Result<> writeModel(const QString &path, std::uint64_t key, const OpenedModel &opened, const ContentHash &source,
                    std::uint64_t sourceBytes, const CancelToken &cancel = {});

/// The whole model again. Every number that serves as an index is checked, so that no content of the file can make a
/// later use of the model go astray; nothing when one is wrong, or when
/// there are findings in another language than today's. `sourcePath` becomes the model's.
std::optional<LoadedModel> loadModel(const CacheFile &file, const QString &sourcePath);

} // namespace loci::formats::modelcache
