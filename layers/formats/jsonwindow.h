// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/inputfile.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace loci::formats {

/// Walks through JSON text of any size with little memory: a file is read through a buffer that slides, and one value
/// after the other (a "piece") is handed out whole. Finds the end of a piece 64 bytes at a time, without parsing it.
/// Behind every piece at least kPadding bytes may be read, as simdjson wants it.
/// A file that shrinks while it is read simply ends early; nothing is mapped.
class JsonWindow
{
public:
    static constexpr std::size_t kPadding = 64;

    /// The file's bytes, unpacked when it is a gzip file. A UTF-8 byte order mark is skipped.
    static Result<JsonWindow> openFile(const QString &path);
    /// A part of memory that has kPadding readable bytes behind it and outlives the window.
    JsonWindow(const char *data, std::size_t size);

    char peek();       ///< next character that is not blank; 0 at the end
    bool take(char c); ///< consumes `c` when it is next
    /// The value here, whole and without blanks around; valid until the next call. Empty when it does not end.
    std::optional<std::string_view> piece();
    std::optional<std::string> key(); ///< a string, unescaped, with the colon behind it
    /// The text up to the next line end (which is consumed); nothing at the end of the data. Valid until the next call.
    std::optional<std::string_view> line();

    /// Raw reading for long number arrays: at least `bytes` are between cursor() and end(), or all that is left.
    void ensure(std::size_t bytes);
    const char *cursor() const { return m_position; }
    const char *end() const { return m_end; }
    void moveTo(const char *position) { m_position = position; }

    std::uint64_t offset() const { return m_base + static_cast<std::uint64_t>(m_position - m_start); }
    double progress() const; ///< 0 to 1
    bool readFailed() const { return m_readFailed; }
    QString readError() const { return m_file ? m_file->errorString() : QString(); }

private:
    bool refill(); ///< more bytes behind m_end, keeping those from m_position on; false at the end of the data
    std::optional<std::size_t> containerLength();
    std::optional<std::size_t> stringLength();
    std::size_t scalarLength();

    std::optional<InputFile> m_file;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_capacity = 0;
    std::uint64_t m_base = 0; ///< place of m_start in the data
    std::uint64_t m_total = 0;
    const char *m_start = nullptr;
    const char *m_position = nullptr;
    const char *m_end = nullptr;
    bool m_readFailed = false;
};

/// Text of a JSON string without its quotes, escapes resolved.
std::string unescaped(std::string_view raw);

} // namespace loci::formats
