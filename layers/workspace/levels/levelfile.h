// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/levels/levelpackage.h"
#include "layers/formats/seal.h"

namespace loci::workspace {

/// A level package as one file: a zip with manifest.json, data.gpkg (opens in any GIS) and, with a key, the seal over
/// both. Written beside and renamed, so a half one is never there.
Result<> writeLevelPackage(const levels::LevelPackage &package, const QString &path, const QByteArray &secretPem = {});

struct ReadLevelPackage
{
    levels::LevelPackage package;
    formats::SealReport seal;
};
/// Checks seal, hashes and rows before anything is believed. Refuses an altered or wrongly sealed one; an unsealed one
/// or one of a stranger is for the caller to judge (`seal`).
Result<ReadLevelPackage> readLevelPackage(const QString &path, const std::map<QString, QByteArray> &trustedKeys);

} // namespace loci::workspace
