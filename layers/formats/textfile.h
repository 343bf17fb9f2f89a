// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QSaveFile>
#include <QString>
#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace loci::formats {

/// Text appended to a buffer without locale or rounding surprises.
class TextBuffer
{
public:
    TextBuffer &operator<<(std::string_view text)
    {
        m_text.append(text);
        return *this;
    }
    TextBuffer &operator<<(char c)
    {
        m_text.push_back(c);
        return *this;
    }
    template <std::integral T>
    TextBuffer &operator<<(T value)
    {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        m_text.append(digits, end);
        return *this;
    }
    /// A number with `decimals` digits after the point, rounded half away from nought.
    TextBuffer &fixed(double value, int decimals);
    TextBuffer &quoted(std::string_view text); ///< a JSON string
    TextBuffer &member(std::string_view key);  ///< `,"key":` (without the comma after an opening brace)

    std::string &text() { return m_text; }
    char last() const { return m_text.empty() ? m_last : m_text.back(); } ///< also after a flush

protected:
    char m_last = 0;

private:
    std::string m_text;
};

/// A file that appears under its name only when commit() succeeds.
class TextFile : public TextBuffer
{
public:
    explicit TextFile(const QString &path) : m_file(path) {}
    Result<> open();
    Result<> flush(std::size_t keep = 1 << 20); ///< writes when more than `keep` bytes wait
    Result<> commit();

private:
    QSaveFile m_file;
};

} // namespace loci::formats
