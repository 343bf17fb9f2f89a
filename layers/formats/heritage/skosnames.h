// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

/// Namespaces of the RDF vocabularies that a thesaurus is written in.
namespace loci::formats::skos {

inline constexpr QLatin1String kRdf("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
inline constexpr QLatin1String kSkos("http://www.w3.org/2004/02/skos/core#");
inline constexpr QLatin1String kDcTerms("http://purl.org/dc/terms/");
inline constexpr QLatin1String kDc("http://purl.org/dc/elements/1.1/");
inline constexpr QLatin1String kOwl("http://www.w3.org/2002/07/owl#");

} // namespace loci::formats::skos
