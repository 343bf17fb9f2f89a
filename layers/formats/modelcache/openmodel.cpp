// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/openmodel.h"

#include "layers/base/clock.h"
#include "layers/base/logging.h"
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/keptfootprints.h"
#include "layers/formats/modelcache/modelstore.h"

#include <QCoreApplication>

namespace loci::formats {

using namespace loci::formats::modelcache;

namespace {

std::int64_t now()
{
    return SystemClock().nowUtc().toMSecsSinceEpoch() * 1'000'000;
}

/// Whether a model comes from the bytes of its one file alone.
bool standsAlone(const city::CityModel &model)
{
    return model.format.startsWith(QLatin1String("CityJSON"));
}

/// Whether the files beside the source of the kept model are what they were.
bool fitsCompanions(const CacheFile &file, const QString &path)
{
    if (file.find(Section::Companions) == nullptr) {
        return true;
    }
    const auto bytes = file.readBytes(Section::Companions);
    const auto size = static_cast<std::size_t>(file.bytes(Section::Companions));
    const auto companions = bytes ? companionsFromBytes({bytes.get(), size}) : std::nullopt;
    return companions && companionsOf(path) == companions;
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
    if (!file || file->header().source != *hash || file->header().sourceBytes != stamp->bytes ||
        !fitsCompanions(*file, path)) {
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
            OpenedModel opened{std::move(*loaded), true, {}, {}, nullptr};
            opened.footprints = readFootprints(*file, *opened.loaded.value);
            return opened;
        }
        qCInfo(logFormats) << "What was kept of" << path << "is damaged or of another language; reading it anew";
    }
    const auto stamp = folder.isUsable() ? stampOf(path) : std::nullopt;
    const std::int64_t start = now();
    LOCI_TRY(LoadedModel loaded, readModel(path, cancel, progress));
    OpenedModel opened{std::move(loaded), false, {}, {}, nullptr};
    if (standsAlone(*opened.loaded.value)) {
        opened.readFrom = stamp;
    } else if (auto companions = stamp ? companionsOf(path) : std::nullopt;
               companions && areOlder(*companions, start)) {
        opened.readFrom = stamp;
        opened.companions = std::move(companions);
    }
    return opened;
}

Result<> keepModel(const OpenedModel &opened, const CacheFolder &folder, const CancelToken &cancel)
{
    if (opened.fromCache || !opened.readFrom || !folder.isUsable()) {
        return {};
    }
    const QString source = opened.loaded.value->sourcePath;
    qCDebug(logFormats) << "Keeping" << source << "in" << folder.path();
    const auto hash = hashOf(source, cancel);
    if (!hash || stampOf(source) != opened.readFrom ||
        (opened.companions && companionsOf(source) != opened.companions)) {
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
        kept = writeModel(name, folder.key(), opened, *hash, opened.readFrom->bytes, cancel);
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
