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
/// - cjval's: geometry type of the object, types of semantic surfaces (`schema`), `extensions`, and the warnings
///   `duplicate_vertices` and `unused_vertices`;
/// - val3dity's: 101, 102, 104, 203, 204, 301, 302, 303, 307, 405, from ring to shell; a level is skipped for what
///   failed on a lower one.
/// Pure; any thread; time grows with n log n. Fails only when cancelled.
Result<Findings> validate(const CityModel &model, const ValidationOptions &options = {},
                          const CancelToken &cancel = {});

/// val3dity's checks that validate() does not make; the interface says so.
QStringList uncheckedCodes();

} // namespace loci::city
