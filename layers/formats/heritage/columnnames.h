// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"

#include <QStringList>
#include <vector>

namespace loci::formats {

/// Names of columns as they are used from then on: as written (blanks at the ends too), "column 3" for one without,
/// "name (2)" for one that is taken already, each with a finding.
QStringList uniqueColumnNames(const std::vector<QString> &written, const QString &source, FindingList &findings);

} // namespace loci::formats
