// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/meshpart.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <optional>
#include <vector>

namespace loci::formats {

struct MeshContext;

/// JSON with numbers in a binary body behind it: the feature table and the batch table of 3D Tiles 1.0.
class TileTable
{
public:
    TileTable() = default;
    TileTable(const QByteArray &json, const QByteArray &binary);

    const QJsonObject &json() const { return m_json; }
    bool has(const char *name) const { return m_json.contains(QLatin1String(name)); }
    /// The whole number `name`, in the JSON or in the body; -1 when there is none.
    qint64 number(const char *name) const;
    /// `count` values of `components` numbers each. In the body they have the type the value states, else `otherwise`
    /// (a name of ComponentType). Empty when damaged or missing.
    std::vector<double> numbers(const QString &name, std::uint64_t count, std::uint32_t components,
                                const char *otherwise) const;

private:
    QJsonObject m_json;
    QByteArray m_binary;
};

/// The batch table: a row of attributes for each feature.
class BatchTable : public FeatureRows
{
public:
    BatchTable(const TileTable &table, std::uint64_t length, const QString &where, MeshContext &context);
    std::uint64_t count() const override { return m_length; }
    NamedValues row(std::uint64_t number) const override;
    bool isEmpty() const { return m_columns.empty(); }

private:
    struct Column
    {
        std::string name;
        QJsonArray values;
        std::vector<double> numbers; ///< when they are in the body
        std::uint32_t components = 1;
    };
    std::uint64_t m_length;
    std::vector<Column> m_columns;
};

} // namespace loci::formats
