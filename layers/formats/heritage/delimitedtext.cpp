// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/delimitedtext.h"

#include "layers/formats/heritage/columnnames.h"

#include <QCoreApplication>
#include <array>

namespace loci::formats {

using heritage::RowTable;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::RowReader)
};

constexpr std::array<QChar, 4> kDelimiters{QLatin1Char(','), QLatin1Char(';'), QLatin1Char('\t'), QLatin1Char('|')};

/// Cuts a text into records of fields, one call a record.
class Cutter
{
public:
    Cutter(QStringView text, QChar delimiter) : m_text(text), m_delimiter(delimiter) {}
    bool atEnd() const { return m_at >= m_text.size(); }
    bool endedInQuotes() const { return m_openQuote; }

    /// A null text for a field with nothing in it, an empty one for "".
    std::vector<QString> next()
    {
        std::vector<QString> fields;
        bool more = true;
        while (more) {
            fields.push_back(field());
            more = m_at < m_text.size() && m_text[m_at] == m_delimiter;
            m_at += more ? 1 : 0;
        }
        skipLineEnd();
        return fields;
    }

private:
    bool isLineEnd(QChar c) const { return c == QLatin1Char('\n') || c == QLatin1Char('\r'); }
    void skipLineEnd()
    {
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('\r')) {
            ++m_at;
        }
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('\n')) {
            ++m_at;
        }
    }
    QString field()
    {
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('"')) {
            return quoted();
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && !isLineEnd(m_text[m_at])) {
            ++m_at;
        }
        return m_at == start ? QString() : m_text.mid(start, m_at - start).toString();
    }
    QString quoted()
    {
        QString text = QLatin1String("");
        ++m_at;
        for (;;) {
            const qsizetype quote = m_text.indexOf(QLatin1Char('"'), m_at);
            if (quote < 0) {
                text += m_text.mid(m_at);
                m_at = m_text.size();
                m_openQuote = true;
                return text;
            }
            text += m_text.mid(m_at, quote - m_at);
            m_at = quote + 1;
            if (m_at >= m_text.size() || m_text[m_at] != QLatin1Char('"')) {
                break;
            }
            text += QLatin1Char('"');
            ++m_at;
        }
        // What stands after the closing quote belongs to the field: nothing is lost.
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && !isLineEnd(m_text[m_at])) {
            text += m_text[m_at++];
        }
        return text;
    }

    QStringView m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
    bool m_openQuote = false;
};

bool isBlank(const std::vector<QString> &fields)
{
    return fields.size() == 1 && fields.front().trimmed().isEmpty();
}

Finding finding(const char *code, const QString &source, qint64 row, const QString &message)
{
    Finding found;
    found.severity = Severity::Warning;
    found.code = QString::fromLatin1(code);
    found.where = row > 0 ? Texts::tr("row %1").arg(row) : QString();
    found.message = message;
    found.source = source;
    return found;
}

void fitRow(RowTable::Row &row, std::size_t columns, const QString &source, FindingList &findings)
{
    const std::size_t fields = row.values.size();
    if (fields > columns) {
        findings.add(finding(
            "row_too_long", source, row.number,
            Texts::tr("The row has %1 values, the header %2; the last ones were left out.").arg(fields).arg(columns)));
    } else if (fields < columns) {
        findings.add(finding(
            "row_too_short", source, row.number,
            Texts::tr("The row has %1 values, the header %2; the last columns are empty.").arg(fields).arg(columns)));
    }
    row.values.resize(columns);
}

} // namespace

QChar guessDelimiter(const QString &text)
{
    constexpr int kLooked = 20;
    QChar best = kDelimiters.front();
    std::size_t bestScore = 0;
    for (const QChar delimiter : kDelimiters) {
        Cutter cutter(text, delimiter);
        const std::size_t columns = cutter.atEnd() ? 0 : cutter.next().size();
        std::size_t same = 1;
        for (int i = 0; i < kLooked && !cutter.atEnd(); ++i) {
            same += cutter.next().size() == columns ? 1 : 0;
        }
        const std::size_t score = columns < 2 ? 0 : columns * same;
        if (score > bestScore) {
            best = delimiter;
            bestScore = score;
        }
    }
    return best;
}

Result<Loaded<RowTable>> parseDelimited(const QString &text, QChar delimiter, const QString &source,
                                        const CancelToken &cancel)
{
    Cutter cutter(text, delimiter);
    std::vector<QString> header;
    while (header.empty() && !cutter.atEnd()) {
        header = cutter.next();
        if (isBlank(header)) {
            header.clear();
        }
    }
    if (header.empty()) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 holds no table: it has no line with columns.").arg(source));
    }
    RowTable table;
    FindingList findings;
    table.delimiter = delimiter;
    table.columns = uniqueColumnNames(header, source, findings);
    for (qint64 number = 1; !cutter.atEnd(); ++number) {
        if (number % 256 == 0 && cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Reading was cancelled."));
        }
        RowTable::Row row{number, cutter.next(), {}};
        if (isBlank(row.values)) {
            continue;
        }
        fitRow(row, header.size(), source, findings);
        table.rows.push_back(std::move(row));
    }
    if (cutter.endedInQuotes()) {
        findings.add(finding("open_quote", source, table.rows.empty() ? 0 : table.rows.back().number,
                             Texts::tr("A quoted text does not end; everything after it was taken as part of it.")));
    }
    return Loaded<RowTable>{std::move(table), findings.take()};
}

QString csvLine(const QStringList &values)
{
    QStringList fields;
    fields.reserve(values.size());
    for (const QString &value : values) {
        const bool needsQuotes = value.contains(QLatin1Char(',')) || value.contains(QLatin1Char('"')) ||
                                 value.contains(QLatin1Char('\n')) || value.contains(QLatin1Char('\r'));
        fields << (needsQuotes ? QLatin1Char('"') + QString(value).replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                                     QLatin1Char('"')
                               : value);
    }
    return fields.join(QLatin1Char(',')) + QLatin1String("\r\n");
}

} // namespace loci::formats
