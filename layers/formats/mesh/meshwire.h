// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/meshpart.h"

#include <QByteArray>
#include <optional>

namespace loci::formats {

/// A part as bytes, between the program that imports and the one that asked for it. Without textures and shapes.
QByteArray toWire(const MeshPart &part);
/// Empty unless the bytes are whole and every number in them is in range.
std::optional<MeshPart> fromWire(const QByteArray &bytes);

} // namespace loci::formats
