// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace loci::formats::modelcache {

template <class T>
concept PlainNumber = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Small mixed values one after the other, in the order of this computer.
class ByteWriter
{
public:
    template <PlainNumber T>
    ByteWriter &operator<<(T value)
    {
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
        return *this;
    }
    ByteWriter &operator<<(std::string_view text)
    {
        *this << static_cast<std::uint32_t>(text.size());
        m_bytes.append(text);
        return *this;
    }
    ByteWriter &operator<<(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        return *this << std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    }
    const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// Reads what ByteWriter wrote. Past the end, or when a length does not fit, everything reads as nothing and good() is
/// false.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes) : m_rest(bytes) {}

    template <PlainNumber T>
    ByteReader &operator>>(T &value)
    {
        value = T{};
        if (const char *from = take(sizeof value)) {
            std::memcpy(&value, from, sizeof value);
        }
        return *this;
    }
    ByteReader &operator>>(std::string_view &text)
    {
        std::uint32_t length = 0;
        *this >> length;
        const char *from = take(length);
        text = from == nullptr ? std::string_view() : std::string_view(from, length);
        return *this;
    }
    ByteReader &operator>>(std::string &text)
    {
        std::string_view view;
        *this >> view;
        text = view;
        return *this;
    }
    ByteReader &operator>>(QString &text)
    {
        std::string_view view;
        *this >> view;
        text = QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
        return *this;
    }
    /// A number of things to come, each of at least one byte: 0 when so many cannot be there.
    std::uint32_t count()
    {
        std::uint32_t number = 0;
        *this >> number;
        m_good = m_good && number <= m_rest.size();
        return m_good ? number : 0;
    }
    bool good() const { return m_good; }
    bool atEnd() const { return m_rest.empty(); }

private:
    const char *take(std::size_t bytes)
    {
        m_good = m_good && bytes <= m_rest.size();
        if (!m_good) {
            return nullptr;
        }
        const char *from = m_rest.data();
        m_rest.remove_prefix(bytes);
        return from;
    }

    std::string_view m_rest;
    bool m_good = true;
};

} // namespace loci::formats::modelcache
