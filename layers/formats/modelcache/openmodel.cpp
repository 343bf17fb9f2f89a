// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/openmodel.h"

#include "layers/base/logging.h"
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/modelstore.h"

#include <QCoreApplication>

namespace loci::formats {

using namespace loci::formats::modelcache;

namespace {

/// Formats whose models come from the bytes of one file alone.
bool isKept(const QString &format)
{
    return format.startsWith(QLatin1String("CityJSON"));
}

} // namespace

std::unique_ptr<CacheFile> openCache(const QString &path, const CacheFolder &folder, const CancelToken &cancel)
{
    const auto stamp = folder.isUsable() ? stampOf(path) : std::nullopt;
    if (!stamp || !folder.hasFileFor(stamp->bytes)) {
        return nullptr;
    }
    const auto known = folder.knownHash(path, *stamp);
    const auto hash = known ? known : hashOf(path, cancel);
    if (!hash || (!known && stampOf(path) != stamp)) {
        return nullptr;
    }
    const QString name = folder.fileFor(*hash, stamp->bytes);
    auto file = CacheFile::open(name, folder.key());
    if (!file || file->header().source != *hash || file->header().sourceBytes != stamp->bytes) {
        return nullptr;
    }
    if (!known) {
        folder.remember(path, *stamp, *hash);
    }
    folder.touch(name);
    return file;
}

Result<OpenedModel> openModel(const QString &path, const CacheFolder &folder, const CancelToken &cancel,
                              const ProgressFunction &progress)
{
    if (const auto file = openCache(path, folder, cancel)) {
        if (auto loaded = loadModel(*file, path)) {
            qCDebug(logFormats) << "Opened" << path << "as it was kept";
            if (progress) {
                progress(1);
            }
            return OpenedModel{std::move(*loaded), true, {}};
        }
        qCInfo(logFormats) << "What was kept of" << path << "is damaged or of another language; reading it anew";
    }
    const auto stamp = folder.isUsable() ? stampOf(path) : std::nullopt;
    LOCI_TRY(LoadedModel loaded, readModel(path, cancel, progress));
    const bool keep = stamp && isKept(loaded.value->format);
    return OpenedModel{std::move(loaded), false, keep ? stamp : std::nullopt};
}

Result<> keepModel(const OpenedModel &opened, const CacheFolder &folder, const CancelToken &cancel)
{
    if (opened.fromCache || !opened.readFrom || !folder.isUsable()) {
        return {};
    }
    const QString source = opened.loaded.value->sourcePath;
    qCDebug(logFormats) << "Keeping" << source << "in" << folder.path();
    const auto hash = hashOf(source, cancel);
    if (!hash || stampOf(source) != opened.readFrom) {
        qCInfo(logFormats) << source << "changed while it was read; it is not kept";
        return {};
    }
    Result<> kept;
    const QString name = folder.fileFor(*hash, opened.readFrom->bytes);
    if (!folder.make()) {
        kept =
            fail(ErrorCode::NotWritable,
                 QCoreApplication::translate("loci::formats", "The folder %1 cannot be written.").arg(folder.path()));
    } else {
        kept = writeModel(name, folder.key(), opened.loaded, *hash, opened.readFrom->bytes, cancel);
    }
    if (!kept) {
        qCInfo(logFormats).noquote() << "Not kept:" << kept.error().message << kept.error().detail;
        return kept;
    }
    folder.remember(source, *opened.readFrom, *hash);
    folder.tidy(name);
    return {};
}

} // namespace loci::formats
