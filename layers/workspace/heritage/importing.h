// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/domain/heritage/importplan.h"
#include "layers/formats/heritage/rowreader.h"
#include "layers/workspace/heritage/catalogue.h"

namespace loci::workspace {

/// What is to be imported, and what into.
struct ImportRequest
{
    QString workspacePath; ///< of the workspace that is open, or will be; unless `reader` is set
    formats::RowSource source;
    loci::heritage::ImportMapping mapping;
    Workspace::Reader reader = {}; ///< of the workspace that is open, in whatever home
};

/// What an import would do, and what was read for it.
struct ImportPreview
{
    loci::heritage::ImportPlan plan;
    QString format, layer, encoding, delimiter, crs; ///< of the file
    QStringList layers, columns;
    Findings findings; ///< of reading, placing and planning
};

/// Reads the file and computes every row's fate against the records of the workspace, without writing anything. Any
/// thread: it reads the workspace through a connection of its own.
Result<ImportPreview> previewImport(const ImportRequest &request, const CancelToken &cancel = {},
                                    const ProgressFunction &progress = {});

/// Writes what a preview showed, as one step of undo with audit entries: all of it or nothing. Refused when a record
/// was changed since the preview. Gives the number of records that were written. Main thread.
Result<int> applyImport(Catalogue &catalogue, const loci::heritage::ImportPlan &plan, const QString &reason);

/// Records of a store by the numbers that they carry, those in the trash too.
Result<loci::heritage::KnownAssets> knownAssets(const storage::heritage::HeritageStore &store,
                                                const CancelToken &cancel = {});

} // namespace loci::workspace
