// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace loci::formats {

/// Reads nested arrays of integers and nulls (boundaries, semantic values, texture values) from JSON text. Strict: what
/// is no JSON array of that kind makes the calls fail. Never reads behind the text.
class NestedArray
{
public:
    explicit NestedArray(std::string_view text) : m_position(text.data()), m_end(text.data() + text.size()) {}

    /// `[item, item, ...]`; `item` reads one and returns false when it is not what it should be.
    template <class Item>
    bool list(Item item)
    {
        if (!take('[')) {
            return false;
        }
        if (take(']')) {
            return true;
        }
        do {
            if (!item()) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    bool integer(std::int64_t &number)
    {
        skipBlanks();
        const char *p = m_position;
        const bool negative = p < m_end && *p == '-';
        p += negative ? 1 : 0;
        const char *first = p;
        std::int64_t value = 0;
        for (; p < m_end && *p >= '0' && *p <= '9'; ++p) {
            if (p - first == 18) { // more digits do not fit
                return false;
            }
            value = value * 10 + (*p - '0');
        }
        if (p == first || (p < m_end && (*p == '.' || *p == 'e' || *p == 'E'))) {
            return false;
        }
        m_position = p;
        number = negative ? -value : value;
        return true;
    }

    bool null()
    {
        skipBlanks();
        if (m_end - m_position >= 4 && std::string_view(m_position, 4) == "null") {
            m_position += 4;
            return true;
        }
        return false;
    }

    bool startsList()
    {
        skipBlanks();
        return m_position < m_end && *m_position == '[';
    }

    bool take(char c)
    {
        skipBlanks();
        if (m_position < m_end && *m_position == c) {
            ++m_position;
            return true;
        }
        return false;
    }

    bool atEnd()
    {
        skipBlanks();
        return m_position == m_end;
    }

private:
    void skipBlanks()
    {
        while (m_position < m_end &&
               (*m_position == ' ' || *m_position == '\n' || *m_position == '\t' || *m_position == '\r')) {
            ++m_position;
        }
    }

    const char *m_position;
    const char *m_end;
};

} // namespace loci::formats
