// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/report/papertemplate.h"
#include "layers/map/report/recordsheet.h"

namespace loci::map {

/// A report or letter for each of the records, each on a page of its own. Braces in the texts of the template name
/// values: {name}, {identity}, {dating}, {condition}, {surveyed}, {office}, {person}, {today}, or a path of the record
/// ({/ownership/user}), where "last" is the newest entry
/// of a repeated section ({/consultations/last/from}). What is not known leaves a line to write on. Any thread.
std::unique_ptr<QTextDocument> paperOf(const std::vector<SheetRecord> &records, const heritage::Profile &profile,
                                       const PaperTemplate &paper);

/// The text with its values in place; what paperOf() writes.
QString filledIn(const QString &text, const SheetRecord &record, const heritage::Profile &profile);

} // namespace loci::map
