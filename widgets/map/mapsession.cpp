// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapsession.h"

#include "layers/base/logging.h"

#include <QFileInfo>
#include <QScopedValueRollback>

namespace loci::widgets {

namespace {

bool isMapKey(const QString &key)
{
    return key.startsWith(QLatin1String("map/"));
}

map::MapDocument::Reader readerOf(const workspace::Workspace *workspace)
{
    return [workspace](const QString &key) -> std::optional<QByteArray> {
        return workspace != nullptr ? workspace->document(key) : std::nullopt;
    };
}

} // namespace

MapSession::MapSession(map::MapDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&m_document, &map::MapDocument::findingsReported, this, &MapSession::findingsReported);
}

void MapSession::setWorkspace(workspace::Workspace *workspace)
{
    if (m_workspace != nullptr) {
        m_workspace->disconnect(this);
    }
    m_workspace = workspace;
    QStringList keys;
    QString folder;
    if (workspace != nullptr) {
        connect(workspace, &workspace::Workspace::changed, this, &MapSession::onWorkspaceChanged);
        connect(workspace, &QObject::destroyed, this, [this] { m_workspace = nullptr; });
        keys = workspace->keys(QStringLiteral("map/"));
        // An untitled workspace has no folder that would move together with its data.
        folder = workspace->isUntitled() ? QString() : QFileInfo(workspace->path()).absolutePath();
    }
    const QScopedValueRollback<bool> guard(m_applying, true);
    m_document.setBaseFolder(folder);
    const Findings findings = m_document.load(keys, readerOf(workspace));
    if (!findings.empty()) {
        emit findingsReported(findings);
    }
}

void MapSession::commit(const QString &title)
{
    const std::vector<map::MapDocument::DocumentChange> changes = m_document.takeChanges();
    if (changes.empty() || m_workspace == nullptr) {
        return;
    }
    workspace::Command command;
    command.title = title;
    QStringList keys;
    for (const auto &change : changes) {
        command.changes.push_back({change.key, std::nullopt, change.value});
        keys << change.key;
    }
    Result<> stored;
    {
        const QScopedValueRollback<bool> guard(m_applying, true);
        stored = m_workspace->commit(std::move(command));
    }
    if (!stored) {
        qCWarning(logMap, "Map changes were not stored: %s", qPrintable(stored.error().detail));
        m_document.apply(keys, readerOf(m_workspace));
        emit failed(stored.error().message);
    }
}

void MapSession::onWorkspaceChanged(const QStringList &keys)
{
    if (m_applying) {
        return; // our own commit: the project has it already
    }
    QStringList ours;
    for (const QString &key : keys) {
        if (isMapKey(key)) {
            ours << key;
        }
    }
    if (!ours.isEmpty()) {
        const QScopedValueRollback<bool> guard(m_applying, true);
        m_document.apply(ours, readerOf(m_workspace));
    }
}

} // namespace loci::widgets
