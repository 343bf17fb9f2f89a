// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/modelcache/cachelayout.h"

#include <QSaveFile>
#include <QString>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace loci::formats::modelcache {

/// Writes a cache file section by section; it appears under its name when commit() succeeds, and not at all otherwise.
class CacheWriter
{
public:
    CacheWriter(const QString &path, std::uint64_t key);

    Result<> open();
    void begin(Section section, std::uint32_t number = 0);
    void put(const void *data, std::size_t bytes);
    void end();

    /// A section of plain values in one go. For types without padding: padding would carry what lay in memory.
    template <class T>
    void array(Section section, std::span<const T> values, std::uint32_t number = 0)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        begin(section, number);
        put(values.data(), values.size_bytes());
        end();
    }
    template <class T>
    void array(Section section, const std::vector<T> &values, std::uint32_t number = 0)
    {
        array(section, std::span<const T>(values), number);
    }
    void bytes(Section section, std::string_view text, std::uint32_t number = 0);

    bool good() const { return m_good; } ///< false after a write that failed
    Result<> commit(const ContentHash &source, std::uint64_t sourceBytes);

private:
    void flush();
    tl::unexpected<Error> failed() const;

    QSaveFile m_file;
    std::uint64_t m_key;
    std::vector<char> m_block;
    std::uint64_t m_position = 0; // in the data
    std::vector<Entry> m_entries;
    std::vector<std::uint64_t> m_checks;
    bool m_good = true;
};

} // namespace loci::formats::modelcache
