// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <QStringList>

namespace loci::city {

/// Tolerances of val3dity, with its defaults.
struct ValidationOptions
{
    double snapTolerance = 0.001;    ///< metres: points closer than this are the same
    double planarityDistance = 0.01; ///< metres from the plane of the polygon (203)
    double planarityAngle = 20;      ///< degrees between the plane and a triangle of the polygon (204)
};

/// Checks a model that was read: what the reader itself reports (syntax, indices, links) is not repeated.
/// - cjval's: `schema`, `extensions`, and the warnings `duplicate_vertices` and `unused_vertices` (schemacheck.h);
/// - val3dity's: rings and polygons 101 to 208, shells 301 to 307, solids 401 to 405, composites 501 to 503, parts of
///   a building 601, as far as uncheckedCodes() and partlyCheckedCodes() do not say otherwise. A level is skipped for
///   what failed on a lower one. Templates are checked once, not once an instance.
/// Each finding names object, geometry and surface and has a place. Pure; any thread; time grows with n log n for
/// the model and with the square of the triangles of one solid. Fails only when cancelled.
Result<Findings> validate(const CityModel &model, const ValidationOptions &options = {}, const CancelToken &cancel = {},
                          const ProgressFunction &progress = {});

/// val3dity's checks that validate() does not make; the interface says so. 300 is what val3dity reports when it
/// cannot tell why; 103 and 701 to 704 cannot occur here.
QStringList uncheckedCodes();
/// Found when an edge goes through a face or a body lies within another, exactly on the integers of the file; other
/// cases (faces that only touch) are not decided.
QStringList partlyCheckedCodes();
/// One translated sentence with both.
QString uncheckedSentence();

} // namespace loci::city
