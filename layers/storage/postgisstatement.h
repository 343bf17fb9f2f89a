// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/postgisdatabase.h"

#include <vector>

namespace loci::storage {

/// A statement on a server: sent at the first step, all rows of its answer held until it is reset.
class PostGisStatement final : public Statement
{
public:
    PostGisStatement(PostGisDatabase &database, const PostGisPrepared &prepared);

    Result<> bind(int position, const Value &value) override;
    Result<bool> step() override;
    Result<> reset() override;
    qint64 changedRows() const override;
    bool isNull(int column) const override;
    qint64 integer(int column) const override;
    double real(int column) const override;
    QString text(int column) const override;
    QByteArray blob(int column) const override;

private:
    struct Parameter
    {
        QByteArray bytes;
        bool isNull = true;
        bool isBinary = false;
    };
    Result<> send();
    Result<> sendOnce();
    bool onlyReads() const;
    QByteArrayView cell(int column) const;

    PostGisDatabase &m_database;
    const PostGisPrepared &m_prepared;
    std::vector<Parameter> m_parameters;
    PostGisAnswer m_answer;
    int m_row = -1;
};

} // namespace loci::storage
