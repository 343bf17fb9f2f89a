// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/csvrows.h"

namespace loci::formats {

CsvRows::CsvRows(const QString &text) : m_text(text)
{
    if (m_text.startsWith(QChar(0xFEFF))) {
        m_text.remove(0, 1);
    }
    const QString first = m_text.section(QLatin1Char('\n'), 0, 0);
    for (const QChar candidate : {QLatin1Char(';'), QLatin1Char('\t')}) {
        if (first.count(candidate) > first.count(m_separator)) {
            m_separator = candidate;
        }
    }
}

bool CsvRows::next(QStringList &row)
{
    while (m_at < m_text.size()) {
        row.clear();
        m_rowLine = m_line;
        bool rowEnds = false;
        while (!rowEnds) {
            row << cell(rowEnds);
        }
        if (row.size() > 1 || !row.first().isEmpty()) {
            return true;
        }
    }
    return false;
}

QString CsvRows::cell(bool &rowEnds)
{
    QString value;
    bool quoted = m_at < m_text.size() && m_text.at(m_at) == QLatin1Char('"');
    m_at += quoted ? 1 : 0;
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text.at(m_at);
        m_line += c == QLatin1Char('\n') ? 1 : 0;
        if (quoted && c == QLatin1Char('"')) {
            const bool doubled = m_at + 1 < m_text.size() && m_text.at(m_at + 1) == c;
            if (doubled) {
                value += c;
                ++m_at;
            } else {
                quoted = false;
            }
        } else if (!quoted && (c == m_separator || c == QLatin1Char('\n'))) {
            ++m_at;
            rowEnds = c != m_separator;
            return value;
        } else if (quoted || c != QLatin1Char('\r')) {
            value += c;
        }
    }
    rowEnds = true;
    return value;
}

} // namespace loci::formats
