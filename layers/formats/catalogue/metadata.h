// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/entry.h"

#include <QDateTime>

namespace loci::formats {

/// What a catalogue says about itself in an export.
struct CatalogueHead
{
    catalogue::Words title, publisher;
    QDateTime made;                             ///< UTC
    QString language = QStringLiteral("zh_CN"); ///< of records that hold one language only
};

/// "urn:loci:map%2Flayer%2Fwater": the same for the same entry, whoever exports it.
QString entryUrn(const catalogue::Entry &entry);
/// A name for a file of the entry's own: letters, digits, - and _ only, never empty, different for different ids.
QString entryFileName(const catalogue::Entry &entry);
/// Where the data lie, as others may know it: a relative path or an address; of an absolute path the file's name only.
QString publicSource(const catalogue::Entry &entry);
/// "http://www.opengis.net/def/crs/EPSG/0/4548"; empty when it is no code.
QString crsUri(const QString &crs);

} // namespace loci::formats
