// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/sourcestate.h"

#include "layers/base/clock.h"

#include <QFile>
#include <memory>
#include <sys/stat.h>
#include <vector>
#include <xxhash.h>

namespace loci::formats::modelcache {

namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;

std::int64_t nanoseconds(const timespec &time)
{
    return time.tv_sec * kNanoseconds + time.tv_nsec;
}

} // namespace

bool FileStamp::isFresh() const
{
    const std::int64_t now = SystemClock().nowUtc().toMSecsSinceEpoch() * 1'000'000;
    return std::max(modified, changed) > now - kCoarsestTick;
}

std::optional<FileStamp> stampOf(const QString &path)
{
    struct stat state = {};
    if (::stat(QFile::encodeName(path).constData(), &state) != 0 || !S_ISREG(state.st_mode)) {
        return std::nullopt;
    }
    return FileStamp{static_cast<std::uint64_t>(state.st_size), nanoseconds(state.st_mtim), nanoseconds(state.st_ctim),
                     static_cast<std::uint64_t>(state.st_ino)};
}

std::optional<ContentHash> hashOf(const QString &path, const CancelToken &cancel)
{
    constexpr qint64 kPart = 1 << 20;
    QFile file(path);
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    if (!state || XXH3_128bits_reset(state.get()) != XXH_OK ||
        !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return std::nullopt;
    }
    std::vector<char> part(kPart);
    for (;;) {
        const qint64 got = file.read(part.data(), kPart);
        if (got < 0 || cancel.isCancelled()) {
            return std::nullopt;
        }
        if (got == 0) {
            const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
            return ContentHash{hash.low64, hash.high64};
        }
        XXH3_128bits_update(state.get(), part.data(), static_cast<std::size_t>(got));
    }
}

} // namespace loci::formats::modelcache
