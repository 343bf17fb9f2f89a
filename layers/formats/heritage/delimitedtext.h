// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/heritage/rowtable.h"

namespace loci::formats {

/// The sign between the columns of a text: comma, semicolon, tab or bar, by what its first lines have in common.
QChar guessDelimiter(const QString &text);

/// Text with a header as RFC 4180 describes it: quotes around fields with delimiters and line breaks, doubled inside.
/// Findings: rows that are too long or too short, a quote that never ends, columns without a name or with one that is
/// taken (they get another one). Fails when it is cancelled or has no header.
Result<Loaded<heritage::RowTable>> parseDelimited(const QString &text, QChar delimiter, const QString &source,
                                                  const CancelToken &cancel = {});

/// One row as CSV, quoted where it must be, with CR LF.
QString csvLine(const QStringList &values);

} // namespace loci::formats
