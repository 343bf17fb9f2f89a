// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/plyheader.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace loci::formats {

namespace {

std::optional<PlyHeader::Type> typeOf(std::string_view name)
{
    using Type = PlyHeader::Type;
    static constexpr std::array<std::pair<std::string_view, Type>, 16> kTypes{{{"char", Type::Int8},
                                                                               {"int8", Type::Int8},
                                                                               {"uchar", Type::UInt8},
                                                                               {"uint8", Type::UInt8},
                                                                               {"short", Type::Int16},
                                                                               {"int16", Type::Int16},
                                                                               {"ushort", Type::UInt16},
                                                                               {"uint16", Type::UInt16},
                                                                               {"int", Type::Int32},
                                                                               {"int32", Type::Int32},
                                                                               {"uint", Type::UInt32},
                                                                               {"uint32", Type::UInt32},
                                                                               {"float", Type::Float32},
                                                                               {"float32", Type::Float32},
                                                                               {"double", Type::Float64},
                                                                               {"float64", Type::Float64}}};
    const auto found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const auto &entry) { return entry.first == name; });
    return found == kTypes.end() ? std::nullopt : std::optional(found->second);
}

template <class T>
bool take(std::string_view &rest, bool isBig, double &value)
{
    if (rest.size() < sizeof(T)) {
        return false;
    }
    T raw;
    std::memcpy(&raw, rest.data(), sizeof(T));
    if constexpr (sizeof(T) > 1) {
        raw = isBig ? qFromBigEndian(raw) : qFromLittleEndian(raw);
    }
    rest.remove_prefix(sizeof(T));
    value = static_cast<double>(raw);
    return true;
}

} // namespace

Result<PlyHeader> PlyHeader::read(std::string_view bytes, const QString &path)
{
    const auto broken = [&] {
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("loci::formats", "The header of the PLY file %1 cannot be understood.")
                        .arg(path));
    };
    PlyHeader header;
    WordScanner scanner(bytes);
    std::string_view line;
    scanner.nextLine(line);
    bool hasFormat = false;
    while (scanner.nextLine(line)) {
        const std::string_view key = WordScanner::word(line);
        if (key == "end_header") {
            header.end = bytes.size() - scanner.rest().size();
            return hasFormat ? Result<PlyHeader>(header) : broken();
        }
        if (key == "format") {
            const std::string_view name = WordScanner::word(line);
            hasFormat = name == "ascii" || name == "binary_little_endian" || name == "binary_big_endian";
            header.encoding = name == "ascii"                  ? Encoding::Text
                              : name == "binary_little_endian" ? Encoding::Little
                                                               : Encoding::Big;
        } else if (key == "element") {
            Element element;
            element.name = WordScanner::word(line);
            if (!WordScanner::nextNumber(line, element.count)) {
                return broken();
            }
            header.elements.push_back(std::move(element));
        } else if (key == "property") {
            Property property;
            std::string_view word = WordScanner::word(line);
            property.isList = word == "list";
            if (property.isList) {
                const auto countType = typeOf(WordScanner::word(line));
                if (!countType) {
                    return broken();
                }
                property.countType = *countType;
                word = WordScanner::word(line);
            }
            const auto type = typeOf(word);
            if (!type || header.elements.empty()) {
                return broken();
            }
            property.type = *type;
            property.name = WordScanner::word(line);
            header.elements.back().properties.push_back(std::move(property));
        } else if (key == "comment" && WordScanner::word(line) == "TextureFile") {
            header.images.emplace_back(WordScanner::trimmed(line));
        }
    }
    return broken();
}

bool PlyValues::next(PlyHeader::Type type, double &value)
{
    if (m_encoding == PlyHeader::Encoding::Text) {
        return WordScanner::nextNumber(m_rest, value);
    }
    const bool isBig = m_encoding == PlyHeader::Encoding::Big;
    switch (type) {
    case PlyHeader::Type::Int8:
        return take<std::int8_t>(m_rest, isBig, value);
    case PlyHeader::Type::UInt8:
        return take<std::uint8_t>(m_rest, isBig, value);
    case PlyHeader::Type::Int16:
        return take<std::int16_t>(m_rest, isBig, value);
    case PlyHeader::Type::UInt16:
        return take<std::uint16_t>(m_rest, isBig, value);
    case PlyHeader::Type::Int32:
        return take<std::int32_t>(m_rest, isBig, value);
    case PlyHeader::Type::UInt32:
        return take<std::uint32_t>(m_rest, isBig, value);
    case PlyHeader::Type::Float32:
        return take<float>(m_rest, isBig, value);
    case PlyHeader::Type::Float64:
        return take<double>(m_rest, isBig, value);
    }
    return false;
}

} // namespace loci::formats
