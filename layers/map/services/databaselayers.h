// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/map/services/capabilities.h"

namespace loci::map {

struct DatabaseSpec
{
    bool postgis = true; ///< else SpatiaLite
    QString host;
    int port = 5432;
    QString database;
    QString user;
    QString password;
    QString file; ///< SpatiaLite
};

/// The spatial tables and views of a database, one layer for each geometry column and kind of geometry. Their sources
/// hold no password: it is remembered for the session. Any thread; waits for the database.
Result<std::vector<ServiceLayer>> databaseLayers(const DatabaseSpec &spec, const CancelToken &cancel);
/// A PostGIS source that makes its own key: for views that have none.
QString withRowNumbers(const QString &uri);

} // namespace loci::map
