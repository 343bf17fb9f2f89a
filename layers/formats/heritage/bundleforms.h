// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"
#include "layers/formats/heritage/bundlerows.h"

namespace loci::formats {

/// What a form shows of a column: its label in the person's language, and codes with their words.
struct BundleFormField
{
    QByteArray name;
    QString label;
    const heritage::Vocabulary *choices = nullptr;
    bool isHidden = false, isFile = false, isLong = false, isDate = false;
    QString defaultExpression; ///< of QGIS
};
std::vector<BundleFormField> bundleFormOf(const BundleTable &table, const heritage::Profile &profile,
                                          const QString &language);

/// The part of a QGIS layer style (QML) that says how a form looks; QGIS, QField and Mergin Maps read it from the table
/// layer_styles of a GeoPackage.
QByteArray bundleStyle(const std::vector<BundleFormField> &fields, const QString &language);

} // namespace loci::formats
