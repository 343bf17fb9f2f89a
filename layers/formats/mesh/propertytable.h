// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/gltfaccessors.h"
#include "layers/formats/mesh/meshpart.h"

#include <optional>
#include <string>
#include <vector>

namespace loci::formats {

/// One property table of EXT_structural_metadata: its columns point into the document's buffers.
class PropertyTable : public FeatureRows
{
public:
    /// Columns that are damaged or of a type that is not known are left out and reported.
    PropertyTable(const GltfDocument &document, const QJsonObject &table, const QJsonObject &schema,
                  const QString &where, MeshContext &context);

    std::uint64_t count() const override { return m_count; }
    NamedValues row(std::uint64_t number) const override;
    const std::string &className() const { return m_class; }

private:
    enum class Kind { Number, Boolean, String, Enum };
    struct Column
    {
        std::string name;
        Kind kind = Kind::Number;
        ComponentType component = ComponentType::Float32;
        std::uint32_t components = 1; ///< of one value: 3 for VEC3
        bool isArray = false;
        std::uint64_t fixedLength = 0; ///< of an array; 0 when `arrayOffsets` tells
        bool isNormalised = false;
        std::vector<double> offset, scale;
        QJsonValue noData, fallback;
        std::vector<std::pair<std::int64_t, std::string>> enumNames;
        std::span<const std::byte> values, arrayOffsets, stringOffsets;
        ComponentType arrayOffsetType = ComponentType::UInt32, stringOffsetType = ComponentType::UInt32;
    };
    bool describe(Column &column, const QJsonObject &property, const QJsonObject &schema) const;
    bool locate(Column &column, const GltfDocument &document, const QJsonObject &from) const;
    std::pair<std::uint64_t, std::uint64_t> elementsOf(const Column &column, std::uint64_t row) const;
    std::optional<QJsonValue> element(const Column &column, std::uint64_t at) const;
    std::optional<QJsonValue> value(const Column &column, std::uint64_t row) const;

    std::string m_class;
    std::uint64_t m_count = 0;
    std::vector<Column> m_columns;
};

/// All property tables of a document; empty where it has none. A schema beside the file is read too.
std::vector<PropertyTable> propertyTables(const GltfDocument &document, MeshContext &context);

/// Text, numbers and true/false as they are, everything else as JSON; empty for null.
std::optional<MeshValue> meshValue(const QJsonValue &value);

} // namespace loci::formats
