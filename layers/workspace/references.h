// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

namespace loci::workspace {

/// What a document refers to outside of the workspace.
struct Reference
{
    QString path;   ///< local file or folder, as stored (absolute or relative to the workspace's folder)
    QString remote; ///< a service or database instead, without passwords
    bool isEmpty() const { return path.isEmpty() && remote.isEmpty(); }
};

/// The reference of a document: the source of a map layer ("map/layer/"), the file of a city model ("city/model/") or
/// of a photograph of the site ("planning/photo/"). Documents of indicators and boards have several files: jsonPaths().
Reference referenceOf(const QString &key, const QByteArray &document);

/// A document with every local path in it replaced by `rewrite(path)`. Knows map layers, the layer tree, city
/// models, indicators and boards; others, and everything around the paths, come back unchanged.
QByteArray rewritePaths(const QString &key, const QByteArray &document,
                        const std::function<QString(const QString &path)> &rewrite);

/// A document as it goes into the file, and back: paths relative where storedPath() says so, absolute outside. For
/// rooms whose documents hold data source strings.
QByteArray storedDocument(const QString &workspacePath, const QString &key, const QByteArray &document);
QByteArray resolvedDocument(const QString &workspacePath, const QString &key, const QByteArray &document);

} // namespace loci::workspace
