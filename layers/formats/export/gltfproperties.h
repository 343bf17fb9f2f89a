// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/gltfbuffer.h"

#include <span>
#include <string>

namespace loci::formats {

/// Ids, types, parents and attributes of city objects as the extension EXT_structural_metadata wants them: one class,
/// one table, a row for each object. Numbers stay numbers, truth stays truth where every object has it; other values
/// are texts. A missing value is a stated "no data" that no object has as its value, never nought.
class GltfProperties
{
public:
    GltfProperties(const city::CityModel &model, std::span<const city::ObjectIndex> objects, GltfBuffer &buffer);
    const std::string &json() const { return m_json; } ///< value of the extension

private:
    struct Property
    {
        std::string name, schema, table;
    };
    void addTexts(const std::string &name, const std::vector<std::string> &texts, const std::vector<bool> &has);
    void addColumn(const city::AttributeColumn &column);
    void addNumbers(const std::string &name, const std::vector<double> &values, const std::vector<bool> &has,
                    bool integers);
    void addTruth(const std::string &name, const std::vector<bool> &values);
    void add(const std::string &name, const std::string &schema, const std::string &table);
    std::string idFor(const std::string &name) const;

    const city::CityModel &m_model;
    std::span<const city::ObjectIndex> m_objects;
    GltfBuffer &m_buffer;
    std::vector<Property> m_properties;
    std::string m_json;
};

} // namespace loci::formats
