// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/levels/levelpackage.h"
#include "layers/workspace/workspace.h"

namespace loci::workspace {

/// What of a workspace goes up. Empty lists: nothing of that kind.
struct LevelChoice
{
    QString sender;
    indicators::Words senderName;
    QString level;
    QStringList codes;                                ///< of indicators: their values and definitions
    std::optional<QString> areaPrefix = std::nullopt; ///< only areas whose code begins with it
    bool records = false;                             ///< heritage records; restricted and withheld ones stay at home
};
/// Version and previous follow what this workspace sent before ("level/sent/<sender>").
levels::LevelPackage collect(const Workspace &workspace, const LevelChoice &choice);
/// Remembers that the package was sent. Nothing when the same content was the last one.
Result<> rememberSent(Workspace &workspace, const levels::LevelPackage &package);

/// What came in, by sender: the last version, with its values and documents below its own area.
struct Received
{
    levels::LevelPackage package;
    std::vector<levels::Remark> remarks; ///< of this workspace on it, not sent back yet or not answered
};
std::vector<Received> received(const Workspace &workspace);
std::optional<Received> receivedFrom(const Workspace &workspace, const QString &sender);

struct ReceiveReport
{
    bool changed = false; ///< false: this content is here already
    std::vector<levels::Difference> differences;
};
/// Takes a package in one step that can be undone. An older version than the one that is here is refused. Nothing of
/// the receiver's own documents is touched. Remarks on values that have changed since count as answered.
Result<ReceiveReport> receive(Workspace &workspace, const levels::LevelPackage &package);

/// Puts a remark on a value or document that was received.
Result<> remark(Workspace &workspace, const QString &sender, levels::Remark remark);
/// The remarks for a sender as a file's text, and at the sender: what came back, kept once.
QByteArray remarksText(const Workspace &workspace, const QString &sender);
Result<int> takeRemarks(Workspace &workspace, const QByteArray &text);
std::vector<levels::Remark> returnedRemarks(const Workspace &workspace);

} // namespace loci::workspace
