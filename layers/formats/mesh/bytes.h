// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>
#include <cstdint>
#include <cstring>
#include <span>

namespace loci::formats {

/// The number at `at`, stored least significant byte first. The caller has checked that it is wholly inside.
template <class T>
T littleEndian(const std::byte *at)
{
    T value;
    std::memcpy(&value, at, sizeof(T));
    if constexpr (sizeof(T) > 1) {
        value = qFromLittleEndian(value);
    }
    return value;
}
template <class T>
T littleEndian(const QByteArray &bytes, std::uint64_t at)
{
    return littleEndian<T>(reinterpret_cast<const std::byte *>(bytes.constData()) + at);
}

/// Whether `count` elements of `size` bytes, `stride` apart from `offset`, are wholly inside `total` bytes.
inline bool fits(std::uint64_t total, std::uint64_t offset, std::uint64_t count, std::uint64_t stride,
                 std::uint64_t size)
{
    if (count == 0) {
        return true;
    }
    if (offset > total || size > total - offset) {
        return false;
    }
    return stride == 0 || (count - 1) <= (total - offset - size) / stride;
}

} // namespace loci::formats
