// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/workspace/heritage/catalogue.h"

namespace loci::workspace {

enum class ExportFormat { Csv, GeoPackage, GeoJson, JsonLd, Skos, BagIt };
std::optional<ExportFormat>
exportFormatOf(const QString &name); ///< "csv", "gpkg", "geojson", "jsonld", "skos", "bagit"

struct ExportReport
{
    int records = 0;
    int withheld = 0;  ///< left out or coarsened, as the person has no right to exact places
    int media = 0;     ///< of a package
    int terms = 0;     ///< of thesauri
    Findings findings; ///< medium_missing: a file that a record names and that is not there
};

/// Writes the catalogue as the person may see it, records in the order of their ids. SKOS and BagIt make a folder. A
/// package holds each record as JSON-LD, the context, zones, thesauri, media that are there, and manifests. Main
/// thread.
Result<ExportReport> exportCatalogue(const Catalogue &catalogue, const Workspace &workspace, const QString &path,
                                     ExportFormat format, const QString &softwareVersion,
                                     const CancelToken &cancel = {}, const ProgressFunction &progress = {});

/// Records and media of a package of ours, after it was verified: fails, with the file's name, when anything in it was
/// altered, is missing or does not belong there. One step of undo. Gives the number of records written; records that
/// are there already with the same content are left alone.
Result<ExportReport> importPackage(Catalogue &catalogue, const QString &folder, const QString &reason,
                                   const CancelToken &cancel = {}, const ProgressFunction &progress = {});

/// Keeps a thesaurus in the workspace ("heritage/thesaurus/<id>", SKOS) for the pickers; the number of its terms.
Result<int> importThesaurus(Workspace &workspace, const QString &path, const QString &reason, Findings &findings,
                            const CancelToken &cancel = {});

} // namespace loci::workspace
