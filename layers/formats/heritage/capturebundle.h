// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/heritage/profile.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace loci::formats {

/// A record as it goes out or comes back.
struct BundleDocument
{
    QString key;           ///< "heritage/asset/<id>"
    QByteArray base;       ///< the state that went out; empty: it was added in the bundle
    QByteArray theirs;     ///< reading: with what was edited in the bundle; empty: its row was removed there
    QStringList ancestors; ///< hashes of the states that it came from, see mergestate.h
    bool isCoarse = false; ///< its exact place was withheld: it cannot come back
};

/// Chosen records for work away from the office: a GeoPackage with a layer for each kind of shape, tables of surveys
/// and photographs, zones, forms for QGIS, QField and Mergin Maps, and the state in which each record went out. Files
/// of photographs lie beside it in "<name>_media".
struct CaptureBundle
{
    QString id, catalogue; ///< of the bundle; of the catalogue that it was made from
    QString person, created;
    std::vector<BundleDocument> documents;
    QHash<QString, QString> files; ///< SHA-256 -> file: to copy when writing, lying beside the bundle when read
    QStringList mapFiles;          ///< writing: vector files whose layers come along to be looked at
    Findings findings;             ///< reading
};

/// Replaces what is there under this name only when all of it is written.
Result<> writeCaptureBundle(const CaptureBundle &bundle, const heritage::Profile &profile, const QString &language,
                            const QString &path, const CancelToken &cancel = {});

/// Refuses in one sentence what is no bundle, is damaged, or whose outgoing states were altered. Findings:
/// bundle_row_removed, bundle_file_missing, bundle_file_outside.
Result<CaptureBundle> readCaptureBundle(const QString &path, const CancelToken &cancel = {});

QString bundleMediaFolder(const QString &bundlePath); ///< "<folder>/<name>_media"

} // namespace loci::formats
