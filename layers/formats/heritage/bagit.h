// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::formats {

/// A file of a package's payload: bytes, or a file that is copied.
struct BagFile
{
    QString path; ///< below data/, with slashes: "records/<id>.jsonld"
    QByteArray bytes;
    QString source; ///< a file; empty: the bytes
};

/// Lines of bag-info.txt, in order; labels may repeat.
using BagInfo = std::vector<std::pair<QString, QString>>;

/// Writes a package after BagIt 1.0 (RFC 8493) into a folder that must be absent or empty: payload, manifests in
/// SHA-256 of payload and tags, bag-info.txt with Payload-Oxum. It appears under its name only when it is whole.
Result<> writeBag(const QString &folder, const std::vector<BagFile> &files, const BagInfo &info,
                  const CancelToken &cancel = {}, const ProgressFunction &progress = {});

struct BagReport
{
    QString version;
    qint64 files = 0, bytes = 0; ///< of the payload
    bool isValid = false;
    /// Codes: bag_altered, bag_missing, bag_extra, bag_unsafe_path, bag_no_manifest, bag_declaration, bag_oxum,
    /// bag_unreadable; `object` is the file's path in the package.
    Findings findings;
    QStringList payload; ///< paths below the package: "data/..."
};

/// Reads every file of a package and holds it against the manifests (SHA-256, SHA-512, SHA-1, MD5). Never leaves the
/// folder: links and paths that would are findings. Fails when the folder cannot be read or when it is cancelled.
Result<BagReport> verifyBag(const QString &folder, const CancelToken &cancel = {},
                            const ProgressFunction &progress = {});

/// Lower-case hexadecimal SHA-256 of a file, read in pieces.
Result<QByteArray> sha256OfFile(const QString &path, const CancelToken &cancel = {});

} // namespace loci::formats
