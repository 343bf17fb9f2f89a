// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/heritage/capturebundle.h"

namespace loci::formats {

inline constexpr int kBundleVersion = 1;
inline constexpr char kBundleTable[] = "loci_bundle"; ///< one row: what the bundle is
inline constexpr char kBaseTable[] = "loci_base";     ///< the states that went out
inline constexpr char kRowColumn[] = "loci_row";      ///< place of an item in its record
inline constexpr char kOwnerColumn[] = "place";       ///< id of the record of an item

/// SHA-256 over what must come back as it went out.
QString bundleDigest(const CaptureBundle &bundle);

} // namespace loci::formats
