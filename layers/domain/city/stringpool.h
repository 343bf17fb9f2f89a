// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace loci::city {

/// Interned UTF-8 strings with stable 32-bit numbers: type names, LoD names, attribute keys, repeated values.
class StringPool
{
public:
    std::uint32_t intern(std::string_view text)
    {
        if (const auto found = m_index.find(text); found != m_index.end()) {
            return found->second;
        }
        const auto number = static_cast<std::uint32_t>(m_strings.size());
        m_index.emplace(m_strings.emplace_back(text), number);
        return number;
    }
    /// Number of a string that is already there, or kNotFound.
    std::uint32_t find(std::string_view text) const
    {
        const auto found = m_index.find(text);
        return found == m_index.end() ? kNotFound : found->second;
    }
    std::string_view at(std::uint32_t number) const { return m_strings[number]; }
    std::size_t size() const { return m_strings.size(); }

    StringPool() = default;
    StringPool(StringPool &&) noexcept = default;
    StringPool &operator=(StringPool &&) noexcept = default;
    StringPool(const StringPool &other) : m_strings(other.m_strings) // the same numbers, views of its own
    {
        for (std::uint32_t number = 0; number < m_strings.size(); ++number) {
            m_index.emplace(m_strings[number], number);
        }
    }
    StringPool &operator=(const StringPool &) = delete;

    static constexpr std::uint32_t kNotFound = 0xffffffffU;

private:
    std::deque<std::string> m_strings; // a deque never moves its elements: the views below stay valid
    std::unordered_map<std::string_view, std::uint32_t> m_index;
};

} // namespace loci::city
