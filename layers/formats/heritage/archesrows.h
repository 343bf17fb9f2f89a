// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/heritage/rowreader.h"

#include <QJsonObject>

namespace loci::formats {

/// Whether a JSON document is Arches' business data.
bool isArchesBusinessData(const QJsonObject &document);

/// One row a resource; columns are the names of the nodes in their resource model ("Monument Name"), which may stand
/// in the document, beside it, or in the files that the source names. Several tiles of a node are joined with "; ".
/// Labels of concepts come from the thesauri that the source names; without them the label's id stays and a finding
/// says so. Geometry: all features of the first node that has some. Resources of another model than the one that is
/// asked for (RowSource::layer, else the first) are left out; RowTable::layers names the models.
Result<Loaded<heritage::RowTable>> readArchesRows(const RowSource &source, const QJsonObject &document,
                                                  const CancelToken &cancel);

} // namespace loci::formats
