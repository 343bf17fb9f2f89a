// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/heritage/rowtable.h"

#include <QString>
#include <QStringList>

namespace loci::formats {

/// What is to be read, and what the person knows better than we can see.
struct RowSource
{
    QString path;
    QString layer;             ///< sheet, layer or resource model; empty: the first one with rows
    QString encoding = {};     ///< as in textencoding.h; empty: recognised
    QChar delimiter = {};      ///< of text files; null: recognised
    QStringList graphs = {};   ///< Arches' resource models, for business data that do not bring them
    QStringList thesauri = {}; ///< SKOS files that hold the labels which business data refer to
};

/// Reads a table of CSV, XLSX, ODS, GeoPackage, Shapefile, GeoJSON, or Arches' business data (JSON), known by its
/// content. Any thread; nothing is fetched from elsewhere. One sentence when it cannot be read at all; what is wrong
/// within comes as findings.
Result<Loaded<heritage::RowTable>> readRows(const RowSource &source, const CancelToken &cancel = {},
                                            const ProgressFunction &progress = {});

} // namespace loci::formats
