// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/postgisdatabase.h"

namespace loci::storage {

class ObservationStore;

/// Where the observations of a workspace are kept: a file beside it, or the schema of its server. A value that any
/// thread may open.
class ObservationHome
{
public:
    ObservationHome() = default; ///< nowhere
    ObservationHome(const QString &file) : m_file(file) {}
    ObservationHome(PostGisAddress address, QString password)
        : m_address(std::move(address))
        , m_password(std::move(password))
    {}

    bool isNone() const { return m_file.isEmpty() && !m_address; }
    bool isShared() const { return m_address.has_value(); }
    QString text() const { return m_address ? m_address->text() : m_file; } ///< tells homes apart
    bool operator==(const ObservationHome &) const = default;

    /// Nothing: no feed has stored anything there yet.
    Result<std::optional<ObservationQueries>> openToRead() const;
    /// Makes what is missing. On a server the store refuses once another desk than `desk` records.
    Result<std::unique_ptr<ObservationStore>> openToWrite(const QString &desk = {}) const;
    /// A connection to a server, for lease and news.
    Result<std::unique_ptr<Database>> connect(bool readOnly) const;

private:
    QString m_file;
    std::optional<PostGisAddress> m_address;
    QString m_password;
};

} // namespace loci::storage
