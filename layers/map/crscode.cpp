// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/crscode.h"

#include <qgsprojutils.h>

#include <cmath>
#include <memory>
#include <proj.h>

namespace loci::map {

namespace {

constexpr int kSure = 90; ///< PROJ: equivalent, only the name differs
using Match = std::unique_ptr<PJ, decltype(&proj_destroy)>;
using Matches = std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)>;
using Confidence = std::unique_ptr<int, decltype(&proj_int_list_destroy)>;

} // namespace

QgsCoordinateReferenceSystem withEpsgCode(const QgsCoordinateReferenceSystem &crs)
{
    const PJ *known = crs.isValid() ? crs.projObject() : nullptr;
    if (known == nullptr || crs.authid().startsWith(QLatin1String("EPSG:")) || !std::isnan(crs.coordinateEpoch())) {
        return crs;
    }
    PJ_CONTEXT *context = QgsProjContext::get();
    int *levels = nullptr;
    const Matches matches(proj_identify(context, known, "EPSG", nullptr, &levels), &proj_list_destroy);
    const Confidence confidence(levels, &proj_int_list_destroy);
    const int count = matches ? proj_list_get_count(matches.get()) : 0;
    for (int i = 0; i < count; ++i) {
        const Match match(proj_list_get(context, matches.get(), i), &proj_destroy);
        if (levels[i] >= kSure &&
            proj_is_equivalent_to(known, match.get(), PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0) {
            const QgsCoordinateReferenceSystem coded(QLatin1String("EPSG:") +
                                                     QLatin1String(proj_get_id_code(match.get(), 0)));
            return coded.isValid() ? coded : crs;
        }
    }
    return crs;
}

} // namespace loci::map
