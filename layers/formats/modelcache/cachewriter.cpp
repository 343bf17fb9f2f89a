// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachewriter.h"

#include <QCoreApplication>
#include <cstring>
#include <xxhash.h>

namespace loci::formats::modelcache {

CacheWriter::CacheWriter(const QString &path, std::uint64_t key) : m_file(path), m_key(key)
{
    m_block.reserve(kBlock);
}

tl::unexpected<Error> CacheWriter::failed() const
{
    return fail(ErrorCode::NotWritable,
                QCoreApplication::translate("loci::formats", "The model could not be kept for quick opening: %1.")
                    .arg(m_file.errorString()),
                m_file.fileName());
}

Result<> CacheWriter::open()
{
    if (!m_file.open(QIODevice::WriteOnly) || !m_file.seek(kDataStart)) {
        return failed();
    }
    return {};
}

void CacheWriter::begin(Section section, std::uint32_t number)
{
    static constexpr std::array<char, kAlign> kZeros{};
    put(kZeros.data(), (kAlign - m_position % kAlign) % kAlign);
    m_entries.push_back({section, number, m_position, 0});
}

void CacheWriter::put(const void *data, std::size_t bytes)
{
    const char *from = static_cast<const char *>(data);
    while (bytes > 0) {
        const std::size_t part = std::min(bytes, kBlock - m_block.size());
        m_block.insert(m_block.end(), from, from + part);
        from += part;
        bytes -= part;
        m_position += part;
        if (m_block.size() == kBlock) {
            flush();
        }
    }
}

void CacheWriter::end()
{
    m_entries.back().bytes = m_position - m_entries.back().offset;
}

void CacheWriter::bytes(Section section, std::string_view text, std::uint32_t number)
{
    begin(section, number);
    put(text.data(), text.size());
    end();
}

void CacheWriter::flush()
{
    m_checks.push_back(XXH3_64bits_withSeed(m_block.data(), m_block.size(), m_key));
    const auto size = static_cast<qint64>(m_block.size());
    m_good = m_good && m_file.write(m_block.data(), size) == size;
    m_block.clear();
}

Result<> CacheWriter::commit(const ContentHash &source, std::uint64_t sourceBytes)
{
    if (!m_block.empty()) {
        flush();
    }
    Header header;
    header.entries = static_cast<std::uint32_t>(m_entries.size());
    header.source = source;
    header.sourceBytes = sourceBytes;
    header.dataBytes = m_position;
    header.blocks = m_checks.size();
    const std::size_t entryBytes = m_entries.size() * sizeof(Entry), checkBytes = m_checks.size() * sizeof(m_checks[0]);
    std::vector<char> tables(entryBytes + checkBytes);
    std::memcpy(tables.data(), m_entries.data(), entryBytes);
    std::memcpy(tables.data() + entryBytes, m_checks.data(), checkBytes);
    header.tablesCheck = XXH3_64bits_withSeed(tables.data(), tables.size(), m_key);
    std::array<char, kDataStart> start{};
    std::memcpy(start.data(), &header, sizeof header);
    header.headerCheck = XXH3_64bits_withSeed(start.data(), offsetof(Header, headerCheck), m_key);
    std::memcpy(start.data(), &header, sizeof header);
    const auto tableSize = static_cast<qint64>(tables.size());
    m_good = m_good && m_file.write(tables.data(), tableSize) == tableSize && m_file.seek(0) &&
             m_file.write(start.data(), kDataStart) == static_cast<qint64>(kDataStart);
    if (!m_good || !m_file.commit()) {
        return failed();
    }
    return {};
}

} // namespace loci::formats::modelcache
