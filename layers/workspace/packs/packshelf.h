// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/packs/packdocuments.h"
#include "layers/workspace/workspace.h"

namespace loci::workspace {

/// How a pack stands in a workspace: the document "pack/<id>". What it put there are ordinary documents, so every room
/// works with them, history and undo hold for them, and they stay when the pack's folder is gone.
struct PackEntry
{
    QString id;
    packs::Version version;
    bool on = false;
    /// Key -> SHA-256 of the document as the pack brought it; of a map layer made from its file: "layer:<its id>".
    std::map<QString, QString> owned;
};

/// What happens to one document when a pack is turned on, off or replaced by another version.
enum class Fate {
    Add,         ///< new in the workspace
    Return,      ///< back from the shelf, with the person's changes
    Replace,     ///< the pack brings it differently and nobody had changed it
    KeepChanged, ///< the pack brings it differently, but somebody changed it: theirs stays
    KeepForeign, ///< the workspace had it before: the pack does not touch it
    Shelve       ///< out of sight, kept on the shelf
};
QString toText(Fate fate); ///< "add", "return" ...: stable, for JSON

/// A change to look at before it is made. `command` is empty when nothing would change.
struct PackChange
{
    Command command;
    std::vector<std::pair<QString, Fate>> fates; ///< by key, sorted
};

/// Packs of a workspace, turned on or off, by id.
std::vector<PackEntry> packEntries(const Workspace &workspace);
PackEntry packEntry(const Workspace &workspace, const QString &id);

/// `title` names the step in the history. Documents of the shelf come back; the pack's own are added or replaced.
PackChange turnOn(const Workspace &workspace, const packs::Manifest &pack, const packs::Contents &contents,
                  const QString &title);
/// Everything that the pack put there goes to the shelf, as it is now.
PackChange turnOff(const Workspace &workspace, const QString &id, const QString &title);
/// Says that the pack owns these documents, too: the map layers that were made from its layer `layer`.
Command ownLayer(const Workspace &workspace, const QString &id, const QString &layer, const QStringList &keys,
                 const QString &title);
/// Layers of the pack that this workspace has or keeps on the shelf.
QStringList ownedLayers(const PackEntry &entry);

} // namespace loci::workspace
