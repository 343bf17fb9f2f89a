// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/packplaces.h"

#include "layers/base/installplaces.h"
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace loci::app {

namespace {

class Documents final : public plugin::Snapshot
{
public:
    std::map<QString, QByteArray> documents;

    QStringList keys(const QString &prefix) const override
    {
        QStringList found;
        for (auto one = documents.lower_bound(prefix); one != documents.end() && one->first.startsWith(prefix); ++one) {
            found << one->first;
        }
        return found;
    }
    QByteArray document(const QString &key) const override
    {
        const auto found = documents.find(key);
        return found == documents.end() ? QByteArray() : found->second;
    }
};

} // namespace

packs::PackHost::Options packOptions(const QString &language, const QStringList &more, bool safe)
{
    packs::PackHost::Options options;
    const QDir bin(QCoreApplication::applicationDirPath());
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    options.roots.push_back({installedPart(QStringLiteral("packs")), true});
    options.roots.push_back({data.filePath(QStringLiteral("packs")), false});
    for (const QString &folder : more) {
        options.roots.push_back({QDir(folder).absolutePath(), false});
    }
    options.memoryFolder = data.filePath(QStringLiteral("pack-memory"));
    options.program = QDir::cleanPath(bin.filePath(QStringLiteral("../bin/loci")));
    options.language = language;
    options.trustedKeys = packs::trustedKeysOf(data.filePath(QStringLiteral("pack-keys")));
    options.safe = safe;
    return options;
}

plugin::SnapshotPtr packSnapshot(const workspace::Workspace *workspace, const packs::Manifest &manifest)
{
    if (workspace == nullptr) {
        return nullptr;
    }
    auto snapshot = std::make_shared<Documents>();
    for (const QString &permission : manifest.permissions) {
        if (!permission.startsWith(QLatin1String("read:"))) {
            continue;
        }
        const QStringList keys = workspace->keys(permission.mid(5));
        for (const QString &key : keys) {
            if (manifest.mayRead(key)) {
                snapshot->documents.insert({key, workspace->document(key).value_or(QByteArray())});
            }
        }
    }
    return snapshot;
}

} // namespace loci::app
