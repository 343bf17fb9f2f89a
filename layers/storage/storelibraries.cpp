// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/storelibraries.h"

// spatialite.h leans on sqlite3.h:
// clang-format off
#include <sqlite3.h>
#include <spatialite.h>
// clang-format on

namespace loci::storage {

LibraryVersions libraries()
{
    return {{QStringLiteral("SQLite"), QString::fromUtf8(sqlite3_libversion())},
            {QStringLiteral("SpatiaLite"), QString::fromUtf8(spatialite_version())}};
}

} // namespace loci::storage
