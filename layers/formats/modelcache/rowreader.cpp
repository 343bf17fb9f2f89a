// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/rowreader.h"

namespace loci::formats::modelcache {

const char *RowReader::block(std::uint64_t number, std::size_t &bytes)
{
    if (number == m_lastNumber) {
        bytes = m_lastBlock->size;
        return m_lastBlock->bytes.get();
    }
    const auto [found, isNew] = m_blocks.try_emplace(number);
    Block &block = found->second;
    if (isNew) {
        block.bytes = std::make_unique_for_overwrite<char[]>(kBlock);
        if (!m_file.readBlocks(number, 1, block.bytes.get(), block.size)) {
            block.size = 0;
        }
    }
    m_lastNumber = number;
    m_lastBlock = &block;
    bytes = block.size;
    return block.bytes.get();
}

void RowReader::copy(std::uint64_t offset, std::size_t bytes, char *to)
{
    while (bytes > 0) {
        const auto skip = static_cast<std::size_t>(offset % kBlock);
        std::size_t size = 0;
        const char *from = block(offset / kBlock, size);
        if (size <= skip) {
            m_good = false; // damaged
            std::memset(to, 0, bytes);
            return;
        }
        const std::size_t part = std::min(bytes, size - skip);
        std::memcpy(to, from + skip, part);
        to += part;
        offset += part;
        bytes -= part;
    }
}

std::string RowReader::text(Section ends, Section bytes, std::uint64_t row, std::uint32_t number)
{
    const std::uint32_t begin = row == 0 ? 0 : at<std::uint32_t>(ends, number, row - 1);
    const std::uint32_t end = at<std::uint32_t>(ends, number, row);
    const Entry *entry = entryOf(bytes, number);
    m_good = m_good && begin <= end && (begin == end || (entry != nullptr && end <= entry->bytes));
    std::string text;
    if (m_good && begin < end) {
        text.resize(end - begin);
        copy(entry->offset + begin, text.size(), text.data());
    }
    return text;
}

std::uint64_t RowReader::lowerBound(Section section, std::uint32_t number, std::uint64_t from, std::uint32_t wanted)
{
    std::uint64_t low = from, high = count<std::uint32_t>(section, number);
    // The next ones asked for are near: look there first.
    for (std::uint64_t step = 1; low < high; step *= 4) {
        const std::uint64_t probe = low + step - 1;
        if (probe >= high) {
            break;
        }
        if (at<std::uint32_t>(section, number, probe) >= wanted) {
            high = probe;
            break;
        }
        low = probe + 1;
    }
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (at<std::uint32_t>(section, number, middle) < wanted) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

} // namespace loci::formats::modelcache
