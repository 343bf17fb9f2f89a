// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/heritage/asset.h"

#include <QByteArray>
#include <QJsonObject>
#include <vector>

namespace loci::formats {

/// The context that the records refer to (resources/heritage/context.jsonld): CIDOC CRM, GeoSPARQL, PROV and ours.
QByteArray jsonLdContext();

/// A record as a node of JSON-LD in the terms of CIDOC CRM (E22 or E27, E41 names, E42 numbers, E17 designations, E12
/// and E11 phases with E52 time-spans, E14 condition assessments, E53 places as WKT). The whole record stands in it as
/// a JSON literal too ("record"), so that nothing is lost. `context`: with the @context, for a file of its own.
QJsonObject jsonLdOf(const heritage::Asset &asset, bool withContext);
/// {"@context": ..., "@graph": [...]}
QJsonObject jsonLdOf(const std::vector<heritage::Asset> &assets);

/// Records of a document that jsonLdOf() made, exactly as they were. Fails for any other document.
Result<std::vector<heritage::Asset>> assetsOfJsonLd(const QByteArray &json, const QString &source);

} // namespace loci::formats
