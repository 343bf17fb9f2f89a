// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/packs/packdocuments.h"
#include "layers/formats/seal.h"

#include <QStringList>

namespace loci::packs {

/// Where packs are looked for: each sub-folder with a pack.json is one. `builtIn` folders came with the program and are
/// trusted as the program is.
struct PackRoot
{
    QString folder;
    bool builtIn = false;
};

/// Why a pack may or may not be used, besides what its manifest says.
enum class Trust {
    BuiltIn,
    Signed, ///< by a trusted key
    Agreed, ///< not signed by a trusted key; a person agreed to exactly these files
    Ask,    ///< not signed by a trusted key: ask once
    Refused ///< altered, wrongly signed, linked, or writable by everybody
};
QString toText(Trust trust); ///< "builtIn" ... "refused": stable, for JSON

/// A folder that was looked at.
struct FoundPack
{
    QString folder;
    std::optional<Manifest> manifest;
    Trust trust = Trust::Ask;
    QString problem;  ///< translated: why it cannot be read or is refused
    QString signer;   ///< of a signed one
    QByteArray files; ///< hash of its content; empty for a built-in one
    Findings findings;
};

/// Looks through the folders, stable order. `agreed` are hashes of contents that a person agreed to. No code of a pack
/// runs.
std::vector<FoundPack> findPacks(const std::vector<PackRoot> &roots, const std::map<QString, QByteArray> &trustedKeys,
                                 const QList<QByteArray> &agreed);
FoundPack lookAt(const QString &folder, bool builtIn, const std::map<QString, QByteArray> &trustedKeys,
                 const QList<QByteArray> &agreed);

/// Contents of the data files of a pack; never leaves its folder and follows no link out of it.
Contents contentsOf(const FoundPack &pack);
/// Full path of the pack's library; empty for a pack without code.
QString libraryPath(const FoundPack &pack);

} // namespace loci::packs
