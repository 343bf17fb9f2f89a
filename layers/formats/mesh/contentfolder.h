// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace loci::formats {

struct MeshContext;

/// The folder of the file that was opened, and a place in it. What files refer to is looked for here and nowhere else:
/// no address of a network, no absolute path, no way out by ".." or by a link of the file system.
class ContentFolder
{
public:
    explicit ContentFolder(const QString &openedFile);

    /// Path below the opened file's folder of what `uri` names, seen from this place. Reports and returns nothing when
    /// it is refused. Whether the file exists is another question.
    std::optional<QString> resolve(const QString &uri, MeshContext &context) const;
    /// Bytes of such a file; reports a missing or unreadable one as `missingCode`.
    std::optional<QByteArray> read(const QString &uri, MeshContext &context, const char *missingCode) const;
    /// The same for a path that resolve() gave.
    std::optional<QByteArray> readFile(const QString &relative, MeshContext &context, const char *missingCode) const;
    QString absolute(const QString &relative) const;
    /// The same folder, seen from the place of the file `relative`.
    ContentFolder at(const QString &relative) const;

private:
    QString m_root;     // absolute
    QString m_realRoot; // with its links followed
    QString m_place;    // relative to the root, "" or "a/b"
};

/// The bytes of a "data:" address; empty for other addresses and damaged ones.
std::optional<QByteArray> dataUri(const QString &uri);

} // namespace loci::formats
