// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/modelfindings.h"

namespace loci::city {

/// What cjval's groups ask of a model beyond what its reader has seen: `schema` (types of objects, geometries and
/// semantic surfaces for the stated version, levels of detail, groups, reference system, metadata, materials,
/// textures), `extensions`, and the warnings `duplicate_vertices` and `unused_vertices`.
class SchemaCheck
{
public:
    SchemaCheck(const CityModel &model, ModelFindings &findings);
    void run();

private:
    void checkObjects();
    void checkGeometries(const GeometryStore &store);
    void checkSemantics(const GeometryStore &store);
    void checkMetadata();
    void checkAppearance();
    void checkExtensions();
    void checkVertices();
    void schema(const QString &message, ObjectIndex object = kNone, const QString &where = {});

    const CityModel &m_model;
    ModelFindings &m_findings;
    bool m_isCityJson = false; ///< rules of CityJSON; other formats have their own
    bool m_since11 = false;
};

} // namespace loci::city
