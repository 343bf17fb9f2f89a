// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/jsonwindow.h"

#include <bit>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace loci::formats {

namespace {

constexpr std::size_t kBufferBytes = std::size_t(1) << 20;

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Which of 64 bytes are quotes, backslashes, opening and closing brackets: one bit a byte.
struct BlockMasks
{
    std::uint64_t quote = 0, backslash = 0, open = 0, close = 0;

    explicit BlockMasks(const char *p)
    {
#if defined(__SSE2__)
        const __m128i space = _mm_set1_epi8(0x20);
        for (int part = 0; part < 4; ++part) {
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p + 16 * part));
            const __m128i folded = _mm_or_si128(v, space); // '[' and '{', ']' and '}' differ in this bit only
            const auto bits = [part](__m128i equal) {
                return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(equal))) << (16 * part);
            };
            quote |= bits(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')));
            backslash |= bits(_mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
            open |= bits(_mm_cmpeq_epi8(folded, _mm_set1_epi8('{')));
            close |= bits(_mm_cmpeq_epi8(folded, _mm_set1_epi8('}')));
        }
#else
        for (int i = 0; i < 64; ++i) {
            const std::uint64_t bit = std::uint64_t(1) << i;
            quote |= p[i] == '"' ? bit : 0;
            backslash |= p[i] == '\\' ? bit : 0;
            open |= p[i] == '{' || p[i] == '[' ? bit : 0;
            close |= p[i] == '}' || p[i] == ']' ? bit : 0;
        }
#endif
    }
};

/// Bit i is set when an odd number of bits up to i is: inside a string, for a mask of quotes.
std::uint64_t prefixXor(std::uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2) {
        bits ^= bits << shift;
    }
    return bits;
}

/// Where in its container a scan stands.
struct ContainerScan
{
    std::int64_t depth = 0;
    bool inString = false, escaped = false;

    /// Takes 64 bytes at once when the container cannot end in them. False: go byte by byte.
    bool skipBlock(const char *p)
    {
        const BlockMasks masks(p);
        if (masks.backslash != 0 || escaped) {
            return false;
        }
        const std::uint64_t strings = prefixXor(masks.quote) ^ (inString ? ~std::uint64_t(0) : 0);
        const int closing = std::popcount(masks.close & ~strings);
        if (depth <= closing) {
            return false;
        }
        depth += std::popcount(masks.open & ~strings) - closing;
        inString = (strings >> 63) != 0;
        return true;
    }

    /// True when `c` ends the container.
    bool step(char c)
    {
        if (escaped) {
            escaped = false;
        } else if (inString) {
            escaped = c == '\\';
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            return --depth == 0;
        }
        return false;
    }
};

void appendUtf8(std::string &text, std::uint32_t code)
{
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | (code >> 12));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (code >> 18));
        text += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::uint32_t hex4(std::string_view raw, std::size_t at)
{
    std::uint32_t code = 0;
    for (std::size_t i = at; i < at + 4 && i < raw.size(); ++i) {
        const char c = raw[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : 0;
        code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    return code;
}

} // namespace

std::string unescaped(std::string_view raw)
{
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 == raw.size()) {
            text += raw[i];
            continue;
        }
        static constexpr std::string_view kShort = "bfnrt";
        static constexpr std::string_view kMeaning = "\b\f\n\r\t";
        const char c = raw[++i];
        if (c == 'u') {
            std::uint32_t code = hex4(raw, i + 1);
            i += 4;
            if (code >= 0xD800 && code < 0xDC00 && i + 6 < raw.size() + 1 && raw.substr(i + 1, 2) == "\\u") {
                code = 0x10000 + ((code - 0xD800) << 10) + (hex4(raw, i + 3) - 0xDC00);
                i += 6;
            }
            appendUtf8(text, code < 0x110000 ? code : 0xFFFD);
        } else {
            const std::size_t found = kShort.find(c);
            text += found == std::string_view::npos ? c : kMeaning[found];
        }
    }
    return text;
}

Result<JsonWindow> JsonWindow::openFile(const QString &path)
{
    LOCI_TRY(InputFile file, InputFile::open(path));
    JsonWindow window(nullptr, 0);
    window.m_file.emplace(std::move(file));
    window.m_capacity = kBufferBytes;
    window.m_buffer = std::make_unique<char[]>(kBufferBytes + kPadding);
    window.m_start = window.m_position = window.m_end = window.m_buffer.get();
    window.ensure(4);
    if (window.m_end - window.m_position >= 3 && std::memcmp(window.m_position, "\xEF\xBB\xBF", 3) == 0) {
        window.m_position += 3;
    }
    return window;
}

JsonWindow::JsonWindow(const char *data, std::size_t size)
    : m_total(size)
    , m_start(data)
    , m_position(data)
    , m_end(data + size)
{
    if (size >= 3 && std::memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        m_position += 3;
    }
}

double JsonWindow::progress() const
{
    if (m_file) {
        return m_file->progress();
    }
    return m_total == 0 ? 1 : std::min(1.0, static_cast<double>(offset()) / static_cast<double>(m_total));
}

bool JsonWindow::refill()
{
    if (!m_file) {
        return false;
    }
    const auto kept = static_cast<std::size_t>(m_end - m_position);
    m_base += static_cast<std::uint64_t>(m_position - m_start);
    if (kept > m_capacity / 2) {
        auto larger = std::make_unique<char[]>(m_capacity * 2 + kPadding);
        std::memcpy(larger.get(), m_position, kept);
        m_buffer = std::move(larger);
        m_capacity *= 2;
    } else if (kept > 0) {
        std::memmove(m_buffer.get(), m_position, kept);
    }
    m_start = m_position = m_buffer.get();
    const qint64 got = m_file->read(m_buffer.get() + kept, static_cast<qint64>(m_capacity - kept));
    m_readFailed = m_readFailed || got < 0;
    const std::size_t size = kept + static_cast<std::size_t>(std::max<qint64>(got, 0));
    m_end = m_start + size;
    std::memset(m_buffer.get() + size, 0, kPadding);
    return got > 0;
}

void JsonWindow::ensure(std::size_t bytes)
{
    while (static_cast<std::size_t>(m_end - m_position) < bytes && refill()) {
    }
}

char JsonWindow::peek()
{
    for (;;) {
        while (m_position < m_end && isBlank(*m_position)) {
            ++m_position;
        }
        if (m_position < m_end) {
            return *m_position;
        }
        if (!refill()) {
            return 0;
        }
    }
}

bool JsonWindow::take(char c)
{
    if (peek() != c) {
        return false;
    }
    ++m_position;
    return true;
}

std::optional<std::size_t> JsonWindow::containerLength()
{
    ContainerScan scan;
    std::size_t i = 0;
    for (;;) {
        const auto available = static_cast<std::size_t>(m_end - m_position);
        while (i + 64 <= available) {
            if (i > 0 && scan.skipBlock(m_position + i)) {
                i += 64;
                continue;
            }
            for (const std::size_t stop = i + 64; i < stop; ++i) {
                if (scan.step(m_position[i])) {
                    return i + 1;
                }
            }
        }
        if (!refill()) {
            break;
        }
    }
    for (const auto available = static_cast<std::size_t>(m_end - m_position); i < available; ++i) {
        if (scan.step(m_position[i])) {
            return i + 1;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> JsonWindow::stringLength()
{
    std::size_t i = 1;
    for (;;) {
        for (const auto available = static_cast<std::size_t>(m_end - m_position); i < available; ++i) {
            if (m_position[i] == '"') {
                return i + 1;
            }
            if (m_position[i] == '\\') {
                if (i + 1 >= available) {
                    break;
                }
                ++i;
            }
        }
        if (!refill()) {
            return std::nullopt;
        }
    }
}

std::size_t JsonWindow::scalarLength()
{
    std::size_t i = 0;
    for (;;) {
        for (const auto available = static_cast<std::size_t>(m_end - m_position); i < available; ++i) {
            const char c = m_position[i];
            if (isBlank(c) || c == ',' || c == ']' || c == '}' || c == ':' || c == '"' || c == '[' || c == '{') {
                return i;
            }
        }
        if (!refill()) {
            return i;
        }
    }
}

std::optional<std::string_view> JsonWindow::piece()
{
    const char c = peek();
    std::optional<std::size_t> length;
    if (c == '{' || c == '[') {
        length = containerLength();
    } else if (c == '"') {
        length = stringLength();
    } else {
        length = scalarLength();
    }
    if (!length || *length == 0) {
        return std::nullopt;
    }
    const std::string_view text(m_position, *length);
    m_position += *length;
    return text;
}

std::optional<std::string> JsonWindow::key()
{
    if (peek() != '"') {
        return std::nullopt;
    }
    const auto raw = piece();
    if (!raw) {
        return std::nullopt;
    }
    const std::string_view inner = raw->substr(1, raw->size() - 2);
    std::string text = inner.find('\\') == std::string_view::npos ? std::string(inner) : unescaped(inner);
    if (!take(':')) {
        return std::nullopt;
    }
    return text;
}

std::optional<std::string_view> JsonWindow::line()
{
    std::size_t from = 0;
    for (;;) {
        const auto available = static_cast<std::size_t>(m_end - m_position);
        const void *found = available > from ? std::memchr(m_position + from, '\n', available - from) : nullptr;
        if (found != nullptr) {
            const auto length = static_cast<std::size_t>(static_cast<const char *>(found) - m_position);
            const std::string_view text(m_position, length);
            m_position += length + 1;
            return text;
        }
        from = available;
        if (!refill()) {
            break;
        }
    }
    if (m_position == m_end) {
        return std::nullopt;
    }
    const std::string_view text(m_position, static_cast<std::size_t>(m_end - m_position));
    m_position = m_end;
    return text;
}

} // namespace loci::formats
