// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/heritage/thesaurus.h"

#include <QByteArray>

namespace loci::formats {

/// A thesaurus as SKOS in RDF/XML, terms in their order: the same thesaurus gives the same bytes. Deprecated terms are
/// written with owl:deprecated and dcterms:isReplacedBy. Reading it back gives an equal thesaurus.
QByteArray skosBytes(const heritage::Thesaurus &thesaurus);
Result<> writeSkos(const heritage::Thesaurus &thesaurus, const QString &path);

} // namespace loci::formats
