// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "tests/support/qgis.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

namespace loci::test {

/// A workspace's documents without a workspace.
struct DocumentShelf
{
    QHash<QString, QByteArray> documents;

    QStringList keys() const { return documents.keys(); }
    map::MapDocument::Reader reader() const
    {
        return [this](const QString &key) -> std::optional<QByteArray> {
            const auto found = documents.constFind(key);
            return found == documents.cend() ? std::nullopt : std::optional<QByteArray>(*found);
        };
    }
    /// Stores what changed; returns the documents from before, for an undo.
    QHash<QString, QByteArray> take(map::MapDocument &document)
    {
        const QHash<QString, QByteArray> before = documents;
        for (const auto &change : document.takeChanges()) {
            if (change.value) {
                documents.insert(change.key, *change.value);
            } else {
                documents.remove(change.key);
            }
        }
        return before;
    }
};

/// Adds a file and waits until it is there; ids of its layers, or the error.
inline Result<Loaded<QStringList>> addAndWait(map::MapDocument &document, const map::SourceSpec &source)
{
    std::optional<Result<Loaded<QStringList>>> answer;
    document.addSource(source, [&answer](Result<Loaded<QStringList>> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000)) {
        return fail(ErrorCode::Internal, QStringLiteral("no answer"));
    }
    if (!QTest::qWaitFor([&document] { return document.isIdle(); }, 20'000)) {
        return fail(ErrorCode::Internal, QStringLiteral("still opening"));
    }
    return std::move(*answer);
}
inline Result<Loaded<QStringList>> addAndWait(map::MapDocument &document, const QString &path)
{
    map::SourceSpec source;
    source.path = path;
    return addAndWait(document, source);
}

inline QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName();
}

} // namespace loci::test
