// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmlgeometrywriter.h"

#include <unordered_map>

namespace loci::formats {

/// Implicit geometry: the relative geometry becomes a template, each use an instance. Uses may come before the
/// template.
class GmlInstances
{
public:
    GmlInstances(ReadContext &context, GmlShapeCollector &collector, GmlGeometryWriter &writer)
        : m_context(context)
        , m_collector(collector)
        , m_writer(writer)
    {}

    void add(GmlTree &tree, GmlNode implicit, city::ObjectIndex object, std::uint32_t lod);
    void finish(); ///< links the uses; templates that are missing or in another file become findings

private:
    std::uint32_t templateOf(GmlTree &tree, GmlNode property, std::uint32_t lod);
    void readMatrix(const GmlTree &tree, GmlNode implicit, city::Instance &instance);

    struct Waiting
    {
        std::uint32_t instance;
        std::uint64_t id;
        std::uint32_t line;
    };
    ReadContext &m_context;
    GmlShapeCollector &m_collector;
    GmlGeometryWriter &m_writer;
    std::unordered_map<std::uint64_t, std::uint32_t> m_templates; ///< by hash of the id
    std::vector<Waiting> m_waiting;
    GmlShape m_shape;
};

} // namespace loci::formats
