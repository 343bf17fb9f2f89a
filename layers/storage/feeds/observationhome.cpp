// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationhome.h"

#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/schema.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::ObservationHome)
};
} // namespace

Result<std::unique_ptr<Database>> ObservationHome::connect(bool readOnly) const
{
    LOCI_EXPECT(m_address.has_value(), return std::unique_ptr<Database>());
    LOCI_TRY(auto database,
             PostGisDatabase::open(*m_address, m_password,
                                   readOnly ? PostGisDatabase::Mode::ReadOnly : PostGisDatabase::Mode::ReadWrite,
                                   PostGisDatabase::Part::Observations));
    return std::unique_ptr<Database>(std::move(database));
}

Result<std::optional<ObservationQueries>> ObservationHome::openToRead() const
{
    using Opened = std::optional<ObservationQueries>;
    if (!isShared()) {
        if (!QFileInfo::exists(m_file)) {
            return Opened();
        }
        LOCI_TRY(ObservationQueries queries, ObservationQueries::open(m_file));
        return Opened(std::move(queries));
    }
    LOCI_TRY(auto database, connect(true));
    LOCI_TRY(const bool isThere, hasTable(*database, QStringLiteral("observation")));
    if (!isThere) {
        return Opened();
    }
    LOCI_TRY(ObservationQueries queries, ObservationQueries::open(std::move(database), m_address->place()));
    return Opened(std::move(queries));
}

Result<std::unique_ptr<ObservationStore>> ObservationHome::openToWrite(const QString &desk) const
{
    if (!isShared()) {
        return ObservationStore::open(m_file);
    }
    LOCI_TRY(auto database, connect(false));
    if (database->capabilities().readOnly) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("%1 is a copy for reading; it records no feeds.").arg(m_address->place()));
    }
    LOCI_TRY(auto store, ObservationStore::open(std::move(database), m_address->place()));
    store->setDesk(desk);
    return store;
}

} // namespace loci::storage
