// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"

#include <QString>
#include <vector>

namespace loci::map {

/// A field of a record in words.
struct FieldText
{
    QString label;
    QString value;
};
struct SectionText
{
    QString id, title;
    std::vector<std::vector<FieldText>> entries; ///< one, but for repeated sections; fields without a value are absent
};

/// What a record says, in the order and the words of a profile: codes become labels, shapes become their kind and the
/// coordinates of a point, texts are taken in the language (else in one they have). Media and bindings are left to
/// pictures. Sections without a value are absent.
std::vector<SectionText> sectionsOf(const heritage::Asset &asset, const heritage::Profile &profile,
                                    const QString &language);
/// One value of a record in words, by its path ("/ownership/user", "/surveys/0/condition"); empty when unknown.
QString valueText(const heritage::Asset &asset, const heritage::Profile &profile, const QString &path,
                  const QString &language);
/// Labels of the required fields that have no value, with their section: "Dating: date as written".
QStringList missingFields(const heritage::Asset &asset, const heritage::Profile &profile, const QString &language);

} // namespace loci::map
