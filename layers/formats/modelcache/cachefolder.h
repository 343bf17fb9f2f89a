// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/modelcache/sourcestate.h"

#include <QString>
#include <optional>

namespace loci::formats {

/// Where models that were read are kept for quick opening. Everything in it is disposable: it may vanish at any time,
/// be damaged or come from a stranger with the workspace. A value; any thread.
///
/// Files in it: `city-<bytes>-<hash>-<tag>` a model by the content of its source; `stamp-<path>-<tag>` the hash of a
/// source with the state of the file, so that it need not be read to know that it is the same.
class CacheFolder
{
public:
    static constexpr qint64 kUsualLimit = qint64(8) << 30;

    CacheFolder() = default; ///< keeps nothing
    /// `key` is this user's own number: what was written with another one is no cache.
    CacheFolder(QString path, std::uint64_t key, qint64 limitBytes = kUsualLimit);
    /// `<workspace>.loci-cache` beside the workspace, or `usersFolder` when there is no workspace or nothing can be
    /// written beside it.
    static CacheFolder forWorkspace(const QString &workspacePath, const QString &usersFolder, std::uint64_t key);

    bool isUsable() const { return !m_path.isEmpty(); }
    const QString &path() const { return m_path; }
    std::uint64_t key() const { return m_key; }

    QString fileFor(const modelcache::ContentHash &hash, std::uint64_t bytes) const;
    bool hasFileFor(std::uint64_t bytes) const; ///< a model of some source of this length
    bool make() const;                          ///< false when it cannot be there

    /// The hash that a source had in this very state.
    std::optional<modelcache::ContentHash> knownHash(const QString &source, const modelcache::FileStamp &stamp) const;
    void remember(const QString &source, const modelcache::FileStamp &stamp, const modelcache::ContentHash &hash) const;

    void touch(const QString &file) const; ///< used now
    /// Removes what was used longest ago until the limit is kept; never `except`. Leftovers of a crash go after a day.
    void tidy(const QString &except) const;

private:
    QString stampFile(const QString &source) const;

    QString m_path;
    std::uint64_t m_key = 0;
    qint64 m_limit = kUsualLimit;
    QString m_tag; ///< keeps apart what several users write into one folder
};

} // namespace loci::formats
