// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace loci::formats {

/// The rows of a table as RFC 4180 has it, with comma, semicolon or tab, whichever the first line has most of.
class CsvRows
{
public:
    explicit CsvRows(const QString &text);
    bool next(QStringList &row); ///< false at the end; empty lines are passed over
    int line() const { return m_rowLine; }

private:
    QString cell(bool &rowEnds);

    QString m_text;
    qsizetype m_at = 0;
    QChar m_separator = QLatin1Char(',');
    int m_line = 1;
    int m_rowLine = 1;
};

} // namespace loci::formats
