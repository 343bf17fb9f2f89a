// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachefile.h"
#include "layers/formats/modelcache/modelstore.h"
#include "layers/formats/modelcache/modelwindow.h"
#include "tests/fuzz/fuzzfile.h"
#include "tests/fuzz/usemodel.h"

#include <cstddef>
#include <cstdint>
#include <xxhash.h>

namespace {

using namespace loci::formats::modelcache;

/// Makes the checks right, as somebody could who knows the key; else nothing behind them would be tried. False when
/// the file's own numbers say that it is not whole.
bool seal(QByteArray &bytes, std::uint64_t key)
{
    Header header;
    const auto size = static_cast<std::uint64_t>(bytes.size());
    if (size < kDataStart) {
        return false;
    }
    std::memcpy(static_cast<void *>(&header), bytes.constData(), sizeof header);
    if (header.dataBytes > size || header.blocks != (header.dataBytes + kBlock - 1) / kBlock ||
        kDataStart + header.dataBytes + header.entries * sizeof(Entry) + header.blocks * sizeof(std::uint64_t) > size) {
        return false;
    }
    char *data = bytes.data() + kDataStart;
    char *tables = data + header.dataBytes;
    for (std::uint64_t b = 0; b < header.blocks; ++b) {
        const std::size_t length = std::min<std::uint64_t>(kBlock, header.dataBytes - b * kBlock);
        const std::uint64_t check = XXH3_64bits_withSeed(data + b * kBlock, length, key);
        std::memcpy(tables + header.entries * sizeof(Entry) + b * sizeof check, &check, sizeof check);
    }
    header.tablesCheck =
        XXH3_64bits_withSeed(tables, header.entries * sizeof(Entry) + header.blocks * sizeof(std::uint64_t), key);
    header.headerCheck = XXH3_64bits_withSeed(&header, offsetof(Header, headerCheck), key);
    std::memcpy(bytes.data(), &header, sizeof header);
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const loci::fuzz::FuzzFile file;
    constexpr std::uint64_t kKey = 1;
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    seal(bytes, kKey);
    file.write(bytes);
    const auto cache = CacheFile::open(file.path(), kKey);
    if (!cache) {
        return 0;
    }
    if (const auto loaded = loadModel(*cache, QStringLiteral("source"))) {
        loci::fuzz::useModel(*loaded->value);
    }
    WindowQuery query;
    query.window = loci::Box3{{0, 0, 0}, {1e7, 1e7, 0}};
    if (const auto part = readWindow(*cache, query)) {
        loci::fuzz::useModel(**part);
    }
    return 0;
}
