// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QByteArray>
#include <QString>
#include <vector>

class QDomDocument;

namespace loci::map {

/// What is taken from a foreign project: nothing in it runs, nothing of it reaches for the network.
struct ImportedProject
{
    std::vector<QByteArray> layers; ///< `<maplayer>` documents with new ids and absolute sources
    QByteArray tree;                ///< `<layer-tree-group>` with the same ids
    QString crs;                    ///< "EPSG:n" or WKT; empty when the project states none
};

/// Reads a .qgs or .qgz. The archive of a .qgz is looked through before anything of it is unpacked (number and size of
/// entries, ratio, names that leave the folder, links); only the project text is taken out, into memory. Any thread.
Result<Loaded<ImportedProject>> readProject(const QString &path, const CancelToken &cancel = {});

/// The text of the project: of the file itself or out of the archive.
Result<QByteArray> projectText(const QString &path);
/// Takes everything out of a project document that could run or fetch; returns a finding for each kind.
Findings sanitiseProject(QDomDocument &document);

} // namespace loci::map
