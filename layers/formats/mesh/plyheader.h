// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/formats/mesh/wordscanner.h"

#include <string>
#include <vector>

namespace loci::formats {

/// Header of a PLY file: its elements and their properties.
struct PlyHeader
{
    enum class Encoding { Text, Little, Big };
    enum class Type { Int8, UInt8, Int16, UInt16, Int32, UInt32, Float32, Float64 };
    struct Property
    {
        std::string name;
        Type type = Type::Float32;
        bool isList = false;
        Type countType = Type::UInt8;
    };
    struct Element
    {
        std::string name;
        std::uint64_t count = 0;
        std::vector<Property> properties;
    };
    Encoding encoding = Encoding::Text;
    std::vector<Element> elements;
    std::vector<std::string> images; ///< of "comment TextureFile"
    std::size_t end = 0;             ///< where the values begin

    static Result<PlyHeader> read(std::string_view bytes, const QString &path);
};

/// Reads the values behind a header, one after the other.
class PlyValues
{
public:
    PlyValues(std::string_view bytes, PlyHeader::Encoding encoding) : m_rest(bytes), m_encoding(encoding) {}
    bool next(PlyHeader::Type type, double &value); ///< false at the end, and for what is no number
    double left() const { return static_cast<double>(m_rest.size()); }

private:
    std::string_view m_rest;
    PlyHeader::Encoding m_encoding;
};

} // namespace loci::formats
