// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QString>

namespace loci::geodesy {

/// Coordinates of Chinese web maps: longitude and latitude moved by 100 to 700 m in a way that is no map projection and
/// has no EPSG code. GCJ-02: Amap, Tencent, Google in China; BD-09: Baidu, moved once more.
enum class WebDatum { None, Gcj02, Bd09 };

QString webDatumKey(WebDatum datum); ///< "", "gcj02", "bd09": stored, never translated
WebDatum webDatumFromKey(const QString &key);
QString webDatumName(WebDatum datum); ///< "GCJ-02"

/// The box within which these coordinates are moved; it also covers some of the neighbours.
bool isInChinaBox(const Vec2 &lonLat);

/// Degrees to degrees; what lies outside the box stays as it is. The formula that is known is an approximation of one
/// that is not public: 5 m of the truth is what can be stated.
Vec2 toWebDatum(WebDatum datum, const Vec2 &wgs84);
/// The inverse, iterated until it no longer changes: there and back again is exact to less than a millimetre.
Vec2 fromWebDatum(WebDatum datum, const Vec2 &shifted);

inline constexpr double kWebDatumAccuracy = 5; ///< metres, of the approximation

} // namespace loci::geodesy
