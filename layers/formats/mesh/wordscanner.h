// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <charconv>
#include <string_view>

namespace loci::formats {

/// Lines and words of a text in memory; nothing is copied.
class WordScanner
{
public:
    explicit WordScanner(std::string_view text) : m_rest(text) {}

    /// The next line without its end; false at the end of the text.
    bool nextLine(std::string_view &line)
    {
        if (m_rest.empty()) {
            return false;
        }
        const std::size_t end = m_rest.find('\n');
        line = m_rest.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        return true;
    }
    std::string_view rest() const { return m_rest; }

    static std::string_view trimmed(std::string_view text)
    {
        constexpr std::string_view kBlanks = " \t\v\f\r\n";
        const std::size_t first = text.find_first_not_of(kBlanks);
        return first == std::string_view::npos ? std::string_view()
                                               : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
    }
    /// Takes the first word off a line; empty when there is none.
    static std::string_view word(std::string_view &line)
    {
        constexpr std::string_view kBlanks = " \t\v\f\r\n";
        const std::size_t first = line.find_first_not_of(kBlanks);
        if (first == std::string_view::npos) {
            line = {};
            return {};
        }
        const std::size_t end = line.find_first_of(kBlanks, first);
        const std::string_view found = line.substr(first, end - first);
        line.remove_prefix(end == std::string_view::npos ? line.size() : end);
        return found;
    }
    template <class T>
    static bool number(std::string_view text, T &value)
    {
        if (!text.empty() && text.front() == '+') {
            text.remove_prefix(1);
        }
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() && end == text.data() + text.size();
    }
    template <class T>
    static bool nextNumber(std::string_view &line, T &value)
    {
        return number(word(line), value);
    }
    static std::string_view of(const QByteArray &bytes)
    {
        return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
    }

private:
    std::string_view m_rest;
};

} // namespace loci::formats
