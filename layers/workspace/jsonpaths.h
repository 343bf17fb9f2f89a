// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <functional>

namespace loci::workspace {

/// Files that a JSON document of indicators or boards stands on, as stored: tables of a definition, areas, files with
/// observations and the places of their stations, pictures of a board. Empty for every other document.
QStringList jsonPaths(const QString &key, const QByteArray &document);
/// The document with each of them replaced; unchanged (byte for byte) when none is.
QByteArray rewriteJsonPaths(const QString &key, const QByteArray &document,
                            const std::function<QString(const QString &path)> &rewrite);

} // namespace loci::workspace
