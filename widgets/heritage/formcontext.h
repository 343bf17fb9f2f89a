// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"
#include "layers/domain/heritage/reigns.h"

#include <QString>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace loci::widgets {

/// What the fields of a record form may ask. Outlives the form.
struct FormContext
{
    std::shared_ptr<const heritage::Profile> profile;
    std::shared_ptr<const heritage::ReignTable> reigns; ///< null: dates are read as EDTF only
    QString language;                                   ///< "zh" or "en": of labels
    /// Terms of thesauri (SKOS) by what the profile names as their scheme; null when the workspace has none.
    std::function<std::shared_ptr<const std::vector<heritage::Choice>>(const QString &scheme)> concepts;
    /// Other records by a search text: id and name.
    std::function<std::vector<std::pair<QString, QString>>(const QString &text)> records;
    std::function<QString(const QString &id)> recordName;
};

/// The language of data for the language that the program speaks.
QString dataLanguage();

} // namespace loci::widgets
