// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/heritage/thesaurus.h"

#include <QByteArray>
#include <QString>

namespace loci::formats {

/// Reads a thesaurus in SKOS as RDF/XML: typed nodes and rdf:Description, nested or by reference. Labels that Arches
/// keeps as JSON inside the literal ({"id":..., "value":...}) become the value. Nothing outside the bytes is touched:
/// a document with a document type that declares entities is refused. Findings: terms without a label, references to
/// terms that are not there, more than one scheme.
Result<Loaded<heritage::Thesaurus>> readSkos(const QString &path, const CancelToken &cancel = {});
Result<Loaded<heritage::Thesaurus>> readSkosBytes(const QByteArray &bytes, const QString &source,
                                                  const CancelToken &cancel = {});

} // namespace loci::formats
