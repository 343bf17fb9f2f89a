// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/city/citymodel.h"

namespace loci::city {

/// Where a surface stands: "/geometry/1, surface 7" (of its object), or "/geometry-templates/templates/0, surface 7".
/// `surface` kNone: the geometry alone.
QString geometryWhere(const CityModel &model, const GeometryStore &store, GeometryIndex geometry,
                      SurfaceIndex surface = kNone);
/// Bounds of one surface; of a template's surface: the places of its instances.
Box3 surfaceBounds(const CityModel &model, const GeometryStore &store, SurfaceIndex surface);
/// Gives a finding that names an object and no place the bounds of that object, so that one can zoom to it.
void placeFinding(const CityModel &model, Finding &finding);

/// Collects findings of one model, each with object, geometry, surface and place as far as they are known.
class ModelFindings
{
public:
    explicit ModelFindings(const CityModel &model) : m_model(model) {}

    void add(Severity severity, const char *code, const QString &message, ObjectIndex object = kNone,
             const QString &where = {}, const Box3 &place = {});
    /// A fault of val3dity's list at a surface.
    void add(int code, const GeometryStore &store, SurfaceIndex surface);
    Findings take() { return m_findings.take(); }

private:
    const CityModel &m_model;
    FindingList m_findings;
};

} // namespace loci::city
