// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QDateTime>
#include <QImage>
#include <QString>
#include <optional>
#include <vector>

namespace loci::storage::heritage {

/// What a file says about itself; what it does not say is absent.
struct MediumFacts
{
    QString sha256, name, mime; ///< name: of the file it came from, without folders
    qint64 size = 0;
    QString taken;                                                  ///< ISO 8601 local time of the camera
    std::optional<double> longitude, latitude, altitude, direction; ///< WGS 84 degrees, metres, degrees from north
    int width = 0, height = 0;                                      ///< pixels of a picture, turned upright
    QByteArray json() const;                                        ///< the document "heritage/media/<sha256>"
    static MediumFacts fromJson(const QByteArray &json);
};

/// The files of photographs and documents beside a workspace: "<name>.media/ab/abcdef...", named by their content, so
/// that the same file is there once. Files are never changed. Any thread; it holds no state but the path.
class MediaFolder
{
public:
    explicit MediaFolder(QString folder) : m_folder(std::move(folder)) {}
    static MediaFolder besideWorkspace(const QString &workspacePath);

    QString path() const { return m_folder; }
    QString pathOf(const QString &sha256) const; ///< empty for what is no hash
    bool contains(const QString &sha256) const;

    /// Copies a file in, reads the copy back and compares its hash. Refuses folders, links out of nowhere, empty files.
    Result<MediumFacts> import(const QString &file, const CancelToken &cancel = {}) const;
    Result<MediumFacts> importBytes(const QByteArray &bytes, const QString &name) const;
    /// Each of the hashes: medium_missing, medium_altered, medium_unreadable (errors).
    Findings checkFixity(const QStringList &hashes, const CancelToken &cancel = {},
                         const ProgressFunction &progress = {}) const;
    /// Hashes of the files that are there.
    QStringList stored() const;
    /// A picture no larger than `edge`, upright, kept in "thumbs"; null for what is no picture or too large to decode.
    /// In a worker.
    QImage thumbnail(const QString &sha256, int edge = 256) const;

    /// Moves a file aside into "trash", with the time; restore() brings it back; purge() removes what is older.
    Result<> trash(const QString &sha256, const QDateTime &now) const;
    Result<> restore(const QString &sha256) const;
    Result<int> purge(const QDateTime &before) const; ///< how many files went

private:
    QString m_folder;
};

} // namespace loci::storage::heritage
