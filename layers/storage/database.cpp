// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/database.h"

#include <utility>

namespace loci::storage {

Result<> Database::run(Sql sql, std::initializer_list<Value> values, const RowFunction &row)
{
    LOCI_TRY(const auto statement, prepare(sql));
    int position = 0;
    for (const Value &value : values) {
        LOCI_CHECK(statement->bind(++position, value));
    }
    for (;;) {
        LOCI_TRY(const bool hasRow, statement->step());
        if (!hasRow) {
            return {};
        }
        if (row) {
            row(*statement);
        }
    }
}

Result<Transaction> Transaction::begin(Database &database)
{
    LOCI_CHECK(database.begin());
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (m_database) {
        m_database->rollback();
    }
}

Result<> Transaction::commit()
{
    LOCI_CHECK(m_database->commit());
    m_database = nullptr;
    return {};
}

} // namespace loci::storage
