// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace loci::test {

/// What a map server at an address says of itself: a WMS 1.3.0 with the layer "historic map" in EPSG:3857.
QByteArray wmsCapabilities(const QByteArray &address);
/// A WMTS with the layer "world" in EPSG:3857 and the layer "town" in EPSG:28992, matrices 0 to 2 of both.
QByteArray wmtsCapabilities(const QByteArray &address);
/// A WFS 2.0.0 with the type town:parcel in EPSG:28992, its schema, and its three squares.
QByteArray wfsCapabilities(const QByteArray &address);
QByteArray wfsTypes();
QByteArray wfsFeatures();

} // namespace loci::test
