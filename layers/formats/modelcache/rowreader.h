// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelcache/cachefile.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace loci::formats::modelcache {

/// Single rows and short ranges of a cache file. Blocks that were read stay for the time of one question, so that its
/// cost grows with what it touches. One thread. Whatever the file says, no row outside a section is given: once
/// something was wrong, good() is false and everything reads as nothing.
class RowReader
{
public:
    explicit RowReader(const CacheFile &file) : m_file(file) {}

    bool good() const { return m_good; }
    void fail() { m_good = false; }
    template <class T>
    std::size_t count(Section section, std::uint32_t number = 0)
    {
        const Entry *entry = entryOf(section, number);
        return entry == nullptr ? 0 : static_cast<std::size_t>(entry->bytes / sizeof(T));
    }

    /// Rows [first, first + count), appended.
    template <class T>
    void append(Section section, std::uint32_t number, std::uint64_t first, std::uint64_t count, std::vector<T> &rows)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const Entry *entry = entryOf(section, number);
        const std::uint64_t all = entry == nullptr ? 0 : entry->bytes / sizeof(T);
        m_good = m_good && first <= all && count <= all - first;
        if (!m_good || count == 0) {
            return;
        }
        const std::size_t before = rows.size();
        rows.resize(before + static_cast<std::size_t>(count));
        copy(entry->offset + first * sizeof(T), static_cast<std::size_t>(count) * sizeof(T),
             reinterpret_cast<char *>(rows.data() + before));
    }
    template <class T>
    T at(Section section, std::uint32_t number, std::uint64_t row)
    {
        const Entry *entry = entryOf(section, number);
        T value{};
        m_good = m_good && entry != nullptr && row < entry->bytes / sizeof(T);
        if (m_good) {
            copy(entry->offset + row * sizeof(T), sizeof(T), reinterpret_cast<char *>(&value));
        }
        return value;
    }
    /// Text `row` of a section of texts.
    std::string text(Section ends, Section bytes, std::uint64_t row, std::uint32_t number = 0);
    /// First row in [from, all) whose value is not below `wanted`, in a section of ascending numbers.
    std::uint64_t lowerBound(Section section, std::uint32_t number, std::uint64_t from, std::uint32_t wanted);

private:
    const Entry *entryOf(Section section, std::uint32_t number)
    {
        const Entry *&known = m_known[static_cast<std::size_t>(section) % m_known.size()];
        if (known == nullptr || known->section != section || known->number != number) {
            known = m_file.find(section, number);
        }
        return known;
    }
    void copy(std::uint64_t offset, std::size_t bytes, char *to);
    const char *block(std::uint64_t number, std::size_t &bytes);

    struct Block
    {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    const CacheFile &m_file;
    std::array<const Entry *, 64> m_known{}; // asked for last, by section
    std::unordered_map<std::uint64_t, Block> m_blocks;
    std::uint64_t m_lastNumber = ~std::uint64_t(0);
    const Block *m_lastBlock = nullptr; // the map never moves its values
    bool m_good = true;
};

} // namespace loci::formats::modelcache
