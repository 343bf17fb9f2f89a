// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace loci::city {

/// A text that mostly is empty: eight bytes then, where std::string takes 32. For columns of millions of rows.
/// Built whole; to grow one, use a std::string and assign it.
class CompactText
{
public:
    CompactText() = default;
    template <class T>
        requires std::convertible_to<const T &, std::string_view>
    CompactText(const T &text) // NOLINT(google-explicit-constructor): it stands where a std::string stood
    {
        assign(text);
    }
    CompactText(const CompactText &other) { assign(other); }
    CompactText(CompactText &&) noexcept = default;
    CompactText &operator=(const CompactText &other)
    {
        if (this != &other) {
            assign(other);
        }
        return *this;
    }
    CompactText &operator=(CompactText &&) noexcept = default;
    ~CompactText() = default;

    bool empty() const { return m_text == nullptr; }
    std::size_t size() const
    {
        std::uint32_t length = 0;
        if (m_text) {
            std::memcpy(&length, m_text.get(), sizeof length);
        }
        return length;
    }
    const char *c_str() const { return m_text ? m_text.get() + sizeof(std::uint32_t) : ""; }
    const char *data() const { return c_str(); }
    operator std::string_view() const { return {c_str(), size()}; } // NOLINT(google-explicit-constructor)
    std::size_t memoryBytes() const { return m_text ? size() + sizeof(std::uint32_t) + 1 : 0; }

    friend bool operator==(const CompactText &a, const CompactText &b)
    {
        return std::string_view(a) == std::string_view(b);
    }

private:
    void assign(std::string_view text)
    {
        const auto length = static_cast<std::uint32_t>(text.size());
        if (length == 0) {
            m_text.reset();
            return;
        }
        auto made = std::make_unique<char[]>(sizeof length + length + 1); // the last one stays 0
        std::memcpy(made.get(), &length, sizeof length);
        std::memcpy(made.get() + sizeof length, text.data(), length);
        m_text = std::move(made);
    }

    std::unique_ptr<char[]> m_text; // length, bytes, 0
};

} // namespace loci::city
