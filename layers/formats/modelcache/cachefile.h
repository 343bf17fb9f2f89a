// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelcache/cachelayout.h"

#include <QFile>
#include <QString>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace loci::formats::modelcache {

/// An open cache file. Gives no byte that was not checked against its block; what it says of itself is within the file.
/// Read by position, not mapped: a file that is cut off meanwhile gives an error, not a crash. Any number of threads
/// may read one CacheFile.
class CacheFile
{
public:
    /// Nothing when there is no file, or it is of another version or key, cut off or damaged in its tables.
    static std::unique_ptr<CacheFile> open(const QString &path, std::uint64_t key);

    const Header &header() const { return m_header; }
    /// Length of a section; 0 when it is not there.
    std::uint64_t bytes(Section section, std::uint32_t number = 0) const;
    template <class T>
    std::size_t count(Section section, std::uint32_t number = 0) const
    {
        return static_cast<std::size_t>(bytes(section, number) / sizeof(T));
    }

    /// Shows all values of a section to `use(values)`, part by part in order, until it says no. False then, and when
    /// the section is damaged or no whole number of values.
    template <class T, class Use>
    bool each(Section section, std::uint32_t number, const Use &use) const
    {
        static_assert(std::is_trivially_copyable_v<T> && kHeadroom % alignof(T) == 0 && sizeof(T) <= kHeadroom);
        const Entry *entry = find(section, number);
        if (entry == nullptr || entry->bytes == 0) {
            return true;
        }
        return entry->bytes % sizeof(T) == 0 &&
               eachPart(entry->offset, entry->bytes, sizeof(T), [&](const char *data, std::size_t bytes) {
                   return use(std::span<const T>(reinterpret_cast<const T *>(data), bytes / sizeof(T)));
               });
    }

    /// Appends all values of a section; `check` is asked for each part before it is taken.
    template <class T, class Check>
    bool read(Section section, std::uint32_t number, std::vector<T> &values, const Check &check) const
    {
        reserveFor(values, count<T>(section, number));
        return each<T>(section, number, [&](std::span<const T> part) {
            if (!check(part)) {
                return false;
            }
            values.insert(values.end(), part.begin(), part.end());
            return true;
        });
    }
    /// Room for so many more values, in large pages when they are many.
    template <class T>
    static void reserveFor(std::vector<T> &values, std::size_t count)
    {
        values.reserve(values.size() + count);
        preferLargePages(values.data(), values.capacity() * sizeof(T));
    }
    template <class T>
    bool read(Section section, std::uint32_t number, std::vector<T> &values) const
    {
        return read(section, number, values, [](std::span<const T>) { return true; });
    }
    /// All bytes of a section; null when it is damaged. The length is bytes(section).
    std::unique_ptr<char[]> readBytes(Section section, std::uint32_t number = 0) const;
    /// Some bytes of a section. False when they are damaged or not all inside.
    bool readRange(Section section, std::uint32_t number, std::uint64_t offset, std::uint64_t bytes, char *to) const;

    /// The data from `offset` on, whole blocks, read and checked: block `first` and those after it, `blocks` of them.
    bool readBlocks(std::uint64_t first, std::size_t blocks, char *to, std::size_t &bytes) const;
    const Entry *find(Section section, std::uint32_t number = 0) const;

private:
    static constexpr std::size_t kHeadroom = 256; ///< longer than any value
    static constexpr std::size_t kAtOnce = 4;     ///< blocks

    CacheFile() = default;
    bool readTables();
    bool readAt(std::uint64_t position, char *to, std::size_t bytes) const;
    template <class Take>
    bool eachPart(std::uint64_t offset, std::uint64_t bytes, std::size_t unit, const Take &take) const
    {
        // A value that ends in the next block waits in the headroom before it. Everything keeps its alignment, as
        // sections and blocks begin at multiples of kAlign.
        struct alignas(kAlign) Staging
        {
            char headroom[kHeadroom];
            char blocks[kAtOnce * kBlock];
        };
        const auto staging = std::make_unique_for_overwrite<Staging>();
        std::size_t waiting = 0;
        for (std::uint64_t done = 0; done < bytes;) {
            const std::uint64_t block = (offset + done) / kBlock;
            const std::size_t skip = static_cast<std::size_t>((offset + done) % kBlock);
            const std::uint64_t lastBlock = (offset + bytes - 1) / kBlock;
            const std::size_t blocks =
                static_cast<std::size_t>(std::min<std::uint64_t>(kAtOnce, lastBlock - block + 1));
            std::size_t got = 0;
            if (!readBlocks(block, blocks, staging->blocks, got) || got <= skip) {
                return false;
            }
            const std::size_t part = static_cast<std::size_t>(std::min<std::uint64_t>(got - skip, bytes - done));
            const char *data = staging->blocks + skip - waiting; // waiting > 0 only when skip == 0
            const std::size_t whole = (waiting + part) / unit * unit;
            if (!take(data, whole)) {
                return false;
            }
            waiting = waiting + part - whole;
            std::memmove(staging->blocks - waiting, data + whole, waiting);
            done += part;
        }
        return waiting == 0;
    }
    static void preferLargePages(void *data, std::size_t bytes);

    QFile m_file;
    std::uint64_t m_key = 0;
    Header m_header;
    std::vector<Entry> m_entries; // by section and number
    std::vector<std::uint64_t> m_checks;
};

} // namespace loci::formats::modelcache
