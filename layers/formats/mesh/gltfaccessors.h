// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/gltfdocument.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace loci::formats {

/// Component types of glTF, batch tables and property tables, by the numbers of glTF (64-bit ones are of ours).
enum class ComponentType : int {
    Int8 = 5120,
    UInt8 = 5121,
    Int16 = 5122,
    UInt16 = 5123,
    Int32 = 5124,
    UInt32 = 5125,
    Float32 = 5126,
    Float64 = 5130,
    Int64 = 5134,
    UInt64 = 5135
};
std::optional<ComponentType> componentType(const QString &name); ///< "UINT16", "UNSIGNED_SHORT", ...
std::uint32_t componentSize(ComponentType type);                 ///< 0 for none
double componentAt(ComponentType type, const std::byte *at);
double normalised(ComponentType type, double value); ///< whole numbers to 0..1 or -1..1
std::uint32_t componentsOf(const QString &type);     ///< "VEC3" is 3, "MAT4" 16; 0 for what is none

/// Reads accessors into plain arrays. What is out of range gives nothing; the caller reports it.
class GltfAccessors
{
public:
    explicit GltfAccessors(const GltfDocument &document) : m_document(document) {}

    /// `components` numbers an element, normalised where the accessor says so.
    std::optional<std::vector<float>> floats(qint64 accessor, std::uint32_t components) const;
    std::optional<std::vector<std::uint32_t>> indices(qint64 accessor) const;
    std::uint32_t componentsOfAccessor(qint64 accessor) const;

private:
    template <class Out, class Convert>
    std::optional<std::vector<Out>> read(qint64 accessor, std::uint32_t components, const Convert &convert) const;
    template <class Out, class Convert>
    bool readSparse(const QJsonObject &sparse, ComponentType type, std::uint32_t components, std::uint64_t count,
                    std::vector<Out> &values, const Convert &convert) const;

    const GltfDocument &m_document;
};

} // namespace loci::formats
