// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace loci::city {

/// From a text to its number, for texts that somebody else keeps: one flat table, eight bytes a slot, no allocation a
/// text. `at(number)` gives the text of a number that was put in.
class TextIndex
{
public:
    static constexpr std::uint32_t kNotFound = 0xffffffffU;

    template <class At>
    std::uint32_t find(std::string_view text, const At &at) const
    {
        return m_slots.empty() ? kNotFound : m_slots[slotOf(text, tagOf(text), at)].number;
    }

    /// The number that the text has; when it is new, it gets `number`.
    template <class At>
    std::uint32_t insert(std::string_view text, std::uint32_t number, const At &at)
    {
        if ((m_count + 1) * 4 > m_slots.size() * 3) {
            resize(m_slots.empty() ? 16 : m_slots.size() * 2);
        }
        const std::uint32_t tag = tagOf(text);
        Slot &slot = m_slots[slotOf(text, tag, at)];
        if (slot.number == kNotFound) {
            slot = {tag, number};
            ++m_count;
        }
        return slot.number;
    }

    void reserve(std::size_t texts)
    {
        std::size_t size = 16;
        while (texts * 4 > size * 3) {
            size *= 2;
        }
        if (size > m_slots.size()) {
            resize(size);
        }
    }
    void clear()
    {
        m_slots.clear();
        m_count = 0;
    }
    std::size_t memoryBytes() const { return m_slots.capacity() * sizeof(Slot); }

private:
    struct Slot
    {
        std::uint32_t tag = 0;
        std::uint32_t number = kNotFound;
    };

    static std::uint32_t tagOf(std::string_view text)
    {
        const std::uint64_t hash = std::hash<std::string_view>()(text);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32));
    }

    template <class At>
    std::size_t slotOf(std::string_view text, std::uint32_t tag, const At &at) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t i = tag & mask;
        while (m_slots[i].number != kNotFound && (m_slots[i].tag != tag || at(m_slots[i].number) != text)) {
            i = (i + 1) & mask;
        }
        return i;
    }

    void resize(std::size_t size)
    {
        std::vector<Slot> old(size);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.number == kNotFound) {
                continue;
            }
            std::size_t i = slot.tag & (size - 1);
            while (m_slots[i].number != kNotFound) {
                i = (i + 1) & (size - 1);
            }
            m_slots[i] = slot;
        }
    }

    std::vector<Slot> m_slots; // a power of two, at most three quarters full
    std::size_t m_count = 0;
};

} // namespace loci::city
