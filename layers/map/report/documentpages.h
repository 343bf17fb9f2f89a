// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QTextDocument>

namespace loci::map {

/// What stands on every page around the text.
struct PageTexts
{
    QString head; ///< name of the record or list
    QString foot; ///< office, date
};

/// Fonts of printed documents, with Chinese; embedded into PDF.
QFont documentFont(double points);

/// A4, with head, foot and page numbers; the file appears when it is whole. The document is laid out for the page.
Result<> writePdf(QTextDocument &document, const PageTexts &texts, const QString &path);
/// The same text and pictures for a word processor (ODT); head and foot become its first and last lines.
Result<> writeOdt(const QTextDocument &document, const QString &path);

} // namespace loci::map
