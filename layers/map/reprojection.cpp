// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/reprojection.h"

#include "layers/base/logging.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsexception.h>
#include <qgsrectangle.h>

namespace loci::map {

namespace {

QgsCoordinateTransform transformBetween(EpsgCode from, EpsgCode to)
{
    const auto horizontal = [](EpsgCode code) {
        const auto crs = QgsCoordinateReferenceSystem::fromEpsgId(code.value());
        const QgsCoordinateReferenceSystem flat = crs.horizontalCrs();
        return flat.isValid() ? flat : crs;
    };
    return QgsCoordinateTransform(horizontal(from), horizontal(to), QgsCoordinateTransformContext());
}

bool isSame(EpsgCode from, EpsgCode to)
{
    return from == to || !from.isKnown() || !to.isKnown();
}

} // namespace

Vec2 reprojectPoint(const Vec2 &point, EpsgCode from, EpsgCode to)
{
    if (isSame(from, to)) {
        return point;
    }
    try {
        const QgsPointXY result = transformBetween(from, to).transform(point.x, point.y);
        return {result.x(), result.y()};
    } catch (const QgsCsException &error) {
        qCDebug(logMap).noquote() << "A point could not be reprojected:" << error.what();
        return point;
    }
}

Box3 reprojectBox(const Box3 &box, EpsgCode from, EpsgCode to)
{
    if (box.isEmpty() || isSame(from, to)) {
        return box;
    }
    try {
        const QgsRectangle result =
            transformBetween(from, to).transformBoundingBox(QgsRectangle(box.min.x, box.min.y, box.max.x, box.max.y));
        Box3 reprojected;
        reprojected.include(Vec3{result.xMinimum(), result.yMinimum(), box.min.z});
        reprojected.include(Vec3{result.xMaximum(), result.yMaximum(), box.max.z});
        return reprojected;
    } catch (const QgsCsException &error) {
        qCDebug(logMap).noquote() << "An extent could not be reprojected:" << error.what();
        return {};
    }
}

} // namespace loci::map
