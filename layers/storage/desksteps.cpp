// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/desksteps.h"

namespace loci::storage {

Result<bool> DeskSteps::contains(const QString &id) const
{
    bool isThere = false;
    LOCI_CHECK(m_database.run("SELECT 1 FROM desk_step WHERE id = ?1", {id},
                              [&isThere](const Statement &) { isThere = true; }));
    return isThere;
}

Result<> DeskSteps::add(const QString &id, const QString &desk, const QString &author, const QDateTime &made)
{
    return m_database.run("INSERT INTO desk_step (id, desk, author, made) VALUES (?1, ?2, ?3, ?4)",
                          {id, desk, author, made.toUTC().toString(Qt::ISODateWithMs)});
}

} // namespace loci::storage
