// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

namespace loci::city {

/// How the geometries of two objects agree, whatever the order of geometries, surfaces and vertices.
struct GeometryAgreement
{
    bool geometry = true;
    bool semantics = true;
};
/// `tolerance` in metres. Instances are compared where they stand.
GeometryAgreement compareGeometry(const CityModel &before, ObjectIndex a, const CityModel &after, ObjectIndex b,
                                  double tolerance);

} // namespace loci::city
