// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace loci::workspace {

/// A QGIS data source string taken apart around its local path: `before` + path + `after`. Written down here because
/// this room does not know QGIS; only the shape of the strings matters.
struct DataSource
{
    QString before;
    QString path;
    QString after;
    bool isUrl = false; ///< the path stands percent-encoded in a file: URL

    QString joined(const QString &newPath) const;
};

/// Empty when the source is not a local file (a service, a database server, memory).
std::optional<DataSource> splitDataSource(const QString &provider, const QString &source);

} // namespace loci::workspace
