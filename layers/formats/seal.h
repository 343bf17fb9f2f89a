// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QString>
#include <map>

/// Folders that somebody answers for: a list of their files with hashes, signed. Packs and level packages are such.
namespace loci::formats {

/// SHA-256 by path inside the folder, of every file but the signature itself. Fails on a link, on anything that is
/// neither file nor folder, and on more than 10,000 files.
Result<std::map<QString, QByteArray>> fileHashes(const QString &folder);
/// One hash for the whole of it: what a person agrees to, and what a trial is remembered by.
QByteArray contentHash(const std::map<QString, QByteArray> &files);

enum class Seal {
    None,    ///< no signature
    Good,    ///< signed by a key that is trusted
    Unknown, ///< signed well, by a key that is not trusted here
    Wrong,   ///< the signature does not fit the list of files
    Altered  ///< the list is signed, and a file is not what it was
};

struct SealReport
{
    Seal seal = Seal::None;
    QString signer; ///< name of the trusted key, or the fingerprint of an unknown one
    QString file;   ///< the first altered, missing or added one
};

/// An Ed25519 key pair (RFC 8032) as PEM; the fingerprint is the SHA-256 of the raw public key.
struct KeyPair
{
    QByteArray secretPem, publicPem;
    static Result<KeyPair> make();
};

/// Writes the seal file: the list of files with their SHA-256, the public key and the Ed25519 signature over the list.
Result<> sealFolder(const QString &folder, const QByteArray &secretPem);
/// `trusted`: name -> public key as PEM.
Result<SealReport> checkSeal(const QString &folder, const std::map<QString, QByteArray> &trusted);

inline constexpr char kSealFile[] = "pack.sig";

} // namespace loci::formats
