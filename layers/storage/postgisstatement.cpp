// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/postgisstatement.h"

#include "layers/storage/kepttext.h"
#include "layers/storage/postgiserror.h"

#include <QCoreApplication>
#include <cmath>
#include <libpq-fe.h>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::PostGisStatement)
};

constexpr Oid kBoolean = 16; // numbers of types, as the server's catalogue has had them since its beginning
constexpr Oid kBytes = 17;
constexpr int kExactDigits = 17;

/// A value as the server reads it; nullopt is NULL.
struct Writer
{
    std::optional<QByteArray> operator()(std::monostate) const { return std::nullopt; }
    std::optional<QByteArray> operator()(qint64 value) const { return QByteArray::number(value); }
    std::optional<QByteArray> operator()(double value) const
    {
        if (std::isnan(value)) { // SQLite keeps NULL for it
            return std::nullopt;
        }
        return std::isinf(value) ? QByteArray(value > 0 ? "Infinity" : "-Infinity")
                                 : QByteArray::number(value, 'g', kExactDigits);
    }
    std::optional<QByteArray> operator()(const QString &value) const
    {
        return value.isNull() ? QByteArray("") : value.toUtf8();
    }
    std::optional<QByteArray> operator()(const QByteArray &value) const
    {
        return value.isNull() ? QByteArray("") : value;
    }
};
} // namespace

PostGisStatement::PostGisStatement(PostGisDatabase &database, const PostGisPrepared &prepared)
    : m_database(database)
    , m_prepared(prepared)
    , m_parameters(std::size_t(prepared.parameters))
{}

Result<> PostGisStatement::bind(int position, const Value &value)
{
    LOCI_EXPECT(position >= 1 && std::size_t(position) <= m_parameters.size(),
                return fail(ErrorCode::Internal, Texts::tr("The database refused an operation."), "bind position"));
    const auto *text = std::get_if<QString>(&value);
    if (text && text->contains(QChar(u'\0'))) {
        return fail(ErrorCode::Invalid, Texts::tr("A text holds the character NUL, which a server cannot keep."));
    }
    auto bytes = std::visit(Writer{}, value);
    Parameter &parameter = m_parameters[std::size_t(position - 1)];
    parameter.isNull = !bytes;
    parameter.isBinary = std::holds_alternative<QByteArray>(value);
    parameter.bytes = std::move(bytes).value_or(QByteArray());
    return {};
}

bool PostGisStatement::onlyReads() const
{
    return m_prepared.sql.startsWith("SELECT ");
}

/// What only reads may be asked twice.
Result<> PostGisStatement::send()
{
    auto sent = sendOnce();
    if (!sent && onlyReads() && m_database.canTryAgain()) {
        sent = sendOnce();
    }
    return sent;
}

Result<> PostGisStatement::sendOnce()
{
    LOCI_CHECK(m_database.ensurePrepared(m_prepared));
    const std::size_t count = m_parameters.size();
    std::vector<const char *> values;
    std::vector<int> lengths, formats;
    values.reserve(count);
    lengths.reserve(count);
    formats.reserve(count);
    for (const Parameter &parameter : m_parameters) {
        values.push_back(parameter.isNull ? nullptr : parameter.bytes.constData());
        lengths.push_back(int(parameter.bytes.size()));
        formats.push_back(parameter.isBinary ? 1 : 0);
    }
    m_answer = m_database.link().runPrepared(m_prepared.name.constData(), values, lengths, formats);
    const ExecStatusType status = PQresultStatus(m_answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        Error error = m_database.error(m_answer.get());
        m_answer.reset();
        return fail(std::move(error));
    }
    return {};
}

Result<bool> PostGisStatement::step()
{
    if (!m_answer) {
        LOCI_CHECK(send());
        m_row = -1;
        const QByteArray changed = PQcmdTuples(m_answer.get());
        m_database.setChangedRows(changed.toLongLong());
    }
    ++m_row;
    return m_row < PQntuples(m_answer.get());
}

Result<> PostGisStatement::reset()
{
    m_answer.reset();
    return {};
}

qint64 PostGisStatement::changedRows() const
{
    return m_database.changedRows();
}

QByteArrayView PostGisStatement::cell(int column) const
{
    return {PQgetvalue(m_answer.get(), m_row, column), PQgetlength(m_answer.get(), m_row, column)};
}

bool PostGisStatement::isNull(int column) const
{
    return PQgetisnull(m_answer.get(), m_row, column) != 0;
}

qint64 PostGisStatement::integer(int column) const
{
    const QByteArrayView text = cell(column);
    if (PQftype(m_answer.get(), column) == kBoolean) {
        return text == "t" ? 1 : 0;
    }
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return isWhole ? whole : qint64(text.toDouble());
}

double PostGisStatement::real(int column) const
{
    const QByteArrayView text = cell(column);
    if (text == "Infinity" || text == "-Infinity") {
        return text.front() == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    }
    return text.toDouble();
}

QString PostGisStatement::text(int column) const
{
    return keptText(cell(column));
}

QByteArray PostGisStatement::blob(int column) const
{
    const QByteArrayView text = cell(column);
    if (PQftype(m_answer.get(), column) != kBytes) {
        return text.toByteArray();
    }
    return QByteArray::fromHex(QByteArray::fromRawData(text.data(), text.size()).mid(2)); // \x...
}

} // namespace loci::storage
