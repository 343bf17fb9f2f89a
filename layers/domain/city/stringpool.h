// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/textindex.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace loci::city {

/// Interned UTF-8 strings with stable 32-bit numbers: type names, LoD names, attribute keys, repeated values. Views of
/// them stay valid as long as the pool does, also when it grows or is moved.
class StringPool
{
public:
    std::uint32_t intern(std::string_view text)
    {
        const auto number = static_cast<std::uint32_t>(m_strings.size());
        const std::uint32_t found = m_index.insert(text, number, [this](std::uint32_t n) { return m_strings[n]; });
        if (found == number) {
            m_strings.push_back(keep(text));
        }
        return found;
    }
    /// Number of a string that is already there, or kNotFound.
    std::uint32_t find(std::string_view text) const
    {
        return m_index.find(text, [this](std::uint32_t n) { return m_strings[n]; });
    }
    std::string_view at(std::uint32_t number) const { return m_strings[number]; }
    std::size_t size() const { return m_strings.size(); }

    /// Fills an empty pool with the texts of one block: text n ends at ends[n] and begins where the one before ends.
    /// Of equal texts the first is found. `ends` ascends and stays inside the block.
    void adopt(std::unique_ptr<char[]> block, std::span<const std::uint32_t> ends)
    {
        m_strings.reserve(ends.size());
        m_index.reserve(ends.size());
        std::uint32_t begin = 0;
        for (const std::uint32_t end : ends) {
            const auto number = static_cast<std::uint32_t>(m_strings.size());
            m_strings.emplace_back(block.get() + begin, end - begin);
            m_index.insert(m_strings.back(), number, [this](std::uint32_t n) { return m_strings[n]; });
            begin = end;
        }
        m_bytes += begin;
        m_blocks.push_back(std::move(block));
    }
    std::size_t memoryBytes() const
    {
        return m_bytes + m_left + m_strings.capacity() * sizeof(std::string_view) + m_index.memoryBytes();
    }

    StringPool() = default;
    StringPool(StringPool &&other) noexcept { swap(other); }
    StringPool &operator=(StringPool &&other) noexcept
    {
        swap(other);
        return *this;
    }
    StringPool(const StringPool &other) : m_index(other.m_index) // the same numbers, texts of its own
    {
        m_strings.reserve(other.m_strings.size());
        for (const std::string_view text : other.m_strings) {
            m_strings.push_back(keep(text));
        }
    }
    StringPool &operator=(const StringPool &) = delete;
    ~StringPool() = default;

    static constexpr std::uint32_t kNotFound = TextIndex::kNotFound;

private:
    static constexpr std::size_t kBlock = 16 * 1024;

    void swap(StringPool &other) noexcept
    {
        m_blocks.swap(other.m_blocks);
        std::swap(m_free, other.m_free);
        std::swap(m_left, other.m_left);
        std::swap(m_bytes, other.m_bytes);
        m_strings.swap(other.m_strings);
        std::swap(m_index, other.m_index);
    }

    std::string_view keep(std::string_view text)
    {
        if (text.empty()) {
            return std::string_view("");
        }
        if (text.size() > m_left) {
            m_left = std::max(text.size(), m_strings.size() < 64 ? kBlock / 16 : kBlock);
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_left));
            m_free = m_blocks.back().get();
        }
        std::memcpy(m_free, text.data(), text.size());
        const std::string_view kept(m_free, text.size());
        m_free += text.size();
        m_left -= text.size();
        m_bytes += text.size();
        return kept;
    }

    std::vector<std::unique_ptr<char[]>> m_blocks; // never moved: the views stay valid
    char *m_free = nullptr;
    std::size_t m_left = 0, m_bytes = 0;
    std::vector<std::string_view> m_strings;
    TextIndex m_index;
};

} // namespace loci::city
