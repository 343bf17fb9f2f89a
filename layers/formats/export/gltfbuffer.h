// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace loci::formats {

/// The binary part of a glTF and the views into it, every view on a border of eight bytes.
class GltfBuffer
{
public:
    enum Target { None = 0, Vertices = 34962, Indices = 34963 };

    std::size_t addView(std::string_view bytes, Target target = None);
    template <class T>
    std::size_t addView(const std::vector<T> &items, Target target = None)
    {
        return addView({reinterpret_cast<const char *>(items.data()), items.size() * sizeof(T)}, target);
    }
    void finish(); ///< fills up to a whole number of eight bytes
    const std::string &bytes() const { return m_bytes; }
    const std::string &views() const { return m_views; } ///< items of "bufferViews"

private:
    std::string m_bytes;
    std::string m_views;
    std::size_t m_count = 0;
};

} // namespace loci::formats
