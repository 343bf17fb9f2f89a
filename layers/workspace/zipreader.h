// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"

#include <QString>
#include <functional>

struct archive;
struct archive_entry;

namespace loci::workspace {

/// What a package from somebody else may do to this computer.
struct ZipLimits
{
    qint64 entries = 50'000;
    qint64 totalBytes = qint64(64) << 30;
    qint64 ratio = 250; ///< unpacked to packed, for the whole, beyond `ratioFreeBytes`
    qint64 ratioFreeBytes = 64 << 20;
};

/// Looks through a zip without unpacking; refuses names that leave the folder (absolute, "..", drive letters, control
/// characters), links and other special entries, encryption, names that differ in case only, and everything beyond
/// the limits. Declared sizes can lie, so extraction counts again.
Result<> inspectZip(const QString &path, const ZipLimits &limits, const CancelToken &cancel);
/// Unpacks an inspected zip below an existing folder.
Result<> extractZip(const QString &path, const QString &folder, const ZipLimits &limits, const CancelToken &cancel);

} // namespace loci::workspace
