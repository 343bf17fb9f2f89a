// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/gltfbuffer.h"

namespace loci::formats {

void GltfBuffer::finish()
{
    constexpr std::size_t kBorder = 8;
    m_bytes.resize((m_bytes.size() + kBorder - 1) / kBorder * kBorder, '\0');
}

std::size_t GltfBuffer::addView(std::string_view bytes, Target target)
{
    finish();
    m_views += m_count > 0 ? "," : "";
    m_views += R"({"buffer":0,"byteOffset":)" + std::to_string(m_bytes.size()) +
               ",\"byteLength\":" + std::to_string(bytes.size());
    if (target != None) {
        m_views += ",\"target\":" + std::to_string(static_cast<int>(target));
    }
    m_views += '}';
    m_bytes += bytes;
    return m_count++;
}

} // namespace loci::formats
