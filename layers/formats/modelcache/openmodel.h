// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/mesh.h"
#include "layers/formats/modelcache/cachefolder.h"
#include "layers/formats/modelcache/companions.h"
#include "layers/formats/modelreader.h"

#include <memory>
#include <optional>
#include <vector>

namespace loci::formats {

namespace modelcache {
class CacheFile;
}

/// A model, and what is to be known to keep it.
struct OpenedModel
{
    LoadedModel loaded;
    bool fromCache = false;
    /// State of the source before it was read; empty when the model is not to be kept.
    std::optional<modelcache::FileStamp> readFrom;
    /// With readFrom: other files the model may have come from; empty for formats that stand in one file.
    std::optional<std::vector<modelcache::Companion>> companions;
    /// Outlines that were kept with the model; or, before keepModel(), those to keep with it. Null: none.
    std::shared_ptr<const std::vector<city::Footprint>> footprints;
};

/// What readModel() gives, the quick way when the folder has it: model and findings are equal in everything. A source
/// that has changed, a cache that is damaged, of another version, user or language: the source is read.
/// Fails exactly when readModel() does.
Result<OpenedModel> openModel(const QString &path, const CacheFolder &folder, const CancelToken &cancel = {},
                              const ProgressFunction &progress = {});

/// Keeps a model that was read from its source, so that the next openModel() is quick; does nothing for one that came
/// from the folder and for a source, or a file beside it that it may name, that changed meanwhile.
/// Meant for a task of its own after the model is shown. A folder that cannot be written, or a full disk, is an error
/// for the log, not for the person.
Result<> keepModel(const OpenedModel &opened, const CacheFolder &folder, const CancelToken &cancel = {});

/// The kept model of a source as a file to read parts from (modelcache/modelwindow.h); null when there is none that is
/// up to date.
std::unique_ptr<modelcache::CacheFile> openCache(const QString &path, const CacheFolder &folder,
                                                 const CancelToken &cancel = {});

} // namespace loci::formats
