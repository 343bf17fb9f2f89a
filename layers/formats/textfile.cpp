// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/textfile.h"

#include <QCoreApplication>
#include <cmath>

namespace loci::formats {

namespace {
tl::unexpected<Error> cannotWrite(const QSaveFile &file)
{
    return fail(
        ErrorCode::NotWritable,
        QCoreApplication::translate("TextFile", "%1 cannot be written: %2").arg(file.fileName(), file.errorString()));
}
} // namespace

TextBuffer &TextBuffer::fixed(double value, int decimals)
{
    long long factor = 1;
    for (int i = 0; i < decimals; ++i) {
        factor *= 10;
    }
    const long long scaled = std::llround(value * static_cast<double>(factor));
    const long long magnitude = scaled < 0 ? -scaled : scaled;
    if (scaled < 0) {
        *this << '-';
    }
    *this << magnitude / factor;
    if (decimals > 0) {
        const std::string fraction = std::to_string(magnitude % factor);
        *this << '.' << std::string(static_cast<std::size_t>(decimals) - fraction.size(), '0') << fraction;
    }
    return *this;
}

TextBuffer &TextBuffer::quoted(std::string_view text)
{
    m_text.push_back('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            m_text.push_back('\\');
        }
        m_text.push_back(c);
    }
    m_text.push_back('"');
    return *this;
}

TextBuffer &TextBuffer::member(std::string_view key)
{
    if (last() != 0 && last() != '{') {
        m_text.push_back(',');
    }
    quoted(key);
    m_text.push_back(':');
    return *this;
}

Result<> TextFile::open()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        return cannotWrite(m_file);
    }
    return {};
}

Result<> TextFile::flush(std::size_t keep)
{
    if (text().size() > keep) {
        if (m_file.write(text().data(), static_cast<qint64>(text().size())) != static_cast<qint64>(text().size())) {
            return cannotWrite(m_file);
        }
        m_last = last();
        text().clear();
    }
    return {};
}

Result<> TextFile::commit()
{
    LOCI_CHECK(flush(0));
    if (!m_file.commit()) {
        return cannotWrite(m_file);
    }
    return {};
}

} // namespace loci::formats
