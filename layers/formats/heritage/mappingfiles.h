// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/importmapping.h"

namespace loci::formats {

/// Ids of the mappings that come with the program ("china_guobao", "eamena", ...).
QStringList bundledMappings();
/// One of them by its id, or a document that a person saved by its path.
Result<heritage::ImportMapping> loadMapping(const QString &idOrPath);
Result<> saveMapping(const heritage::ImportMapping &mapping, const QString &path);

} // namespace loci::formats
