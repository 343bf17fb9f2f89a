// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachefile.h"

#include <algorithm>
#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>
#include <xxhash.h>

namespace loci::formats::modelcache {

namespace {
bool comesBefore(const Entry &a, const Entry &b)
{
    return a.section != b.section ? a.section < b.section : a.number < b.number;
}
} // namespace

std::unique_ptr<CacheFile> CacheFile::open(const QString &path, std::uint64_t key)
{
    std::unique_ptr<CacheFile> cache(new CacheFile);
    cache->m_key = key;
    cache->m_file.setFileName(path);
    if (!cache->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !cache->readTables()) {
        return nullptr;
    }
    return cache;
}

bool CacheFile::readAt(std::uint64_t position, char *to, std::size_t bytes) const
{
    while (bytes > 0) {
        const ssize_t got = ::pread(m_file.handle(), to, bytes, static_cast<off_t>(position));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        to += got;
        position += static_cast<std::uint64_t>(got);
        bytes -= static_cast<std::size_t>(got);
    }
    return true;
}

bool CacheFile::readTables()
{
    std::array<char, kDataStart> start{};
    const auto size = static_cast<std::uint64_t>(m_file.size());
    if (size < kDataStart || !readAt(0, start.data(), start.size())) {
        return false;
    }
    std::memcpy(&m_header, start.data(), sizeof m_header);
    const Header &h = m_header;
    if (h.magic != kMagic || h.layout != kLayoutVersion || h.content != kContentVersion || h.byteOrder != kByteOrder ||
        h.headerCheck != XXH3_64bits_withSeed(start.data(), offsetof(Header, headerCheck), m_key)) {
        return false;
    }
    const std::uint64_t room = size - kDataStart;
    if (h.dataBytes > room || h.blocks != (h.dataBytes + kBlock - 1) / kBlock ||
        h.blocks > room / sizeof(m_checks[0]) ||
        h.dataBytes + h.entries * sizeof(Entry) + h.blocks * sizeof(m_checks[0]) != room) {
        return false;
    }
    const std::size_t entryBytes = h.entries * sizeof(Entry);
    std::vector<char> tables(static_cast<std::size_t>(room - h.dataBytes));
    if (!readAt(kDataStart + h.dataBytes, tables.data(), tables.size()) ||
        h.tablesCheck != XXH3_64bits_withSeed(tables.data(), tables.size(), m_key)) {
        return false;
    }
    m_entries.resize(h.entries);
    std::memcpy(m_entries.data(), tables.data(), entryBytes);
    m_checks.resize(static_cast<std::size_t>(h.blocks));
    std::memcpy(m_checks.data(), tables.data() + entryBytes, tables.size() - entryBytes);
    std::stable_sort(m_entries.begin(), m_entries.end(), comesBefore);
    return std::all_of(m_entries.begin(), m_entries.end(), [&h](const Entry &e) {
        return e.offset % kAlign == 0 && e.offset <= h.dataBytes && e.bytes <= h.dataBytes - e.offset;
    });
}

const Entry *CacheFile::find(Section section, std::uint32_t number) const
{
    const Entry wanted{section, number, 0, 0};
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), wanted, comesBefore);
    return found == m_entries.end() || comesBefore(wanted, *found) ? nullptr : &*found;
}

std::uint64_t CacheFile::bytes(Section section, std::uint32_t number) const
{
    const Entry *entry = find(section, number);
    return entry == nullptr ? 0 : entry->bytes;
}

bool CacheFile::readBlocks(std::uint64_t first, std::size_t blocks, char *to, std::size_t &bytes) const
{
    bytes = 0;
    if (first >= m_checks.size() || blocks > m_checks.size() - first) {
        return false;
    }
    const std::uint64_t begin = first * kBlock;
    bytes = static_cast<std::size_t>(std::min<std::uint64_t>(blocks * kBlock, m_header.dataBytes - begin));
    if (!readAt(kDataStart + begin, to, bytes)) {
        return false;
    }
    for (std::size_t b = 0; b < blocks; ++b) {
        const std::size_t length = std::min(kBlock, bytes - b * kBlock);
        if (XXH3_64bits_withSeed(to + b * kBlock, length, m_key) != m_checks[static_cast<std::size_t>(first) + b]) {
            return false;
        }
    }
    return true;
}

std::unique_ptr<char[]> CacheFile::readBytes(Section section, std::uint32_t number) const
{
    const Entry *entry = find(section, number);
    if (entry == nullptr || entry->bytes == 0) {
        return std::make_unique<char[]>(1);
    }
    auto all = std::make_unique_for_overwrite<char[]>(static_cast<std::size_t>(entry->bytes));
    char *to = all.get();
    const bool good = eachPart(entry->offset, entry->bytes, 1, [&to](const char *data, std::size_t bytes) {
        std::memcpy(to, data, bytes);
        to += bytes;
        return true;
    });
    return good ? std::move(all) : nullptr;
}

bool CacheFile::readRange(Section section, std::uint32_t number, std::uint64_t offset, std::uint64_t bytes,
                          char *to) const
{
    const Entry *entry = find(section, number);
    if (entry == nullptr || offset > entry->bytes || bytes > entry->bytes - offset) {
        return bytes == 0;
    }
    return eachPart(entry->offset + offset, bytes, 1, [&to](const char *data, std::size_t part) {
        std::memcpy(to, data, part);
        to += part; // cppcheck-suppress uselessAssignmentPtrArg // the next part goes behind it
        return true;
    });
}

void CacheFile::preferLargePages(void *data, std::size_t bytes)
{
    constexpr std::uintptr_t kLargePage = std::uintptr_t(2) << 20;
    const auto begin = (reinterpret_cast<std::uintptr_t>(data) + kLargePage - 1) & ~(kLargePage - 1);
    const auto end = (reinterpret_cast<std::uintptr_t>(data) + bytes) & ~(kLargePage - 1);
    if (end > begin) {
        // A fifth of the page faults; only a wish, so its result does not matter.
        ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
    }
}

} // namespace loci::formats::modelcache
