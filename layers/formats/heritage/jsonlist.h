// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/heritage/rowreader.h"

#include <QJsonArray>

namespace loci::formats {

/// A JSON list of flat objects: columns are the members in the order in which they first appear; lists within become
/// texts joined with ", ", objects stay as JSON. What is no object is a finding.
Result<Loaded<heritage::RowTable>> readJsonList(const RowSource &source, const QJsonArray &list,
                                                const CancelToken &cancel);

} // namespace loci::formats
