// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/workspace/heritage/catalogue.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace loci::workspace {

/// What a check of all files against their hashes found.
struct FixityReport
{
    QDateTime checked; ///< UTC
    int files = 0;     ///< that the catalogue names
    int restored = 0;  ///< that were in the trash though a record names them, and were brought back
    int strangers = 0; ///< files in the media folder that no record names
    Findings findings; ///< medium_missing, medium_altered, medium_unreadable
    QJsonObject json() const;
    static FixityReport fromJson(const QJsonObject &json);
};

constexpr int kFixityDays = 7; ///< the window checks by itself when the last check is older

QStringList mediaHashes(const Workspace &workspace);
/// In a worker: it sees the folder and the hashes only.
FixityReport checkFixity(const storage::heritage::MediaFolder &folder, const QStringList &hashes, const QDateTime &now,
                         const CancelToken &cancel = {}, const ProgressFunction &progress = {});
/// The last report stays with the workspace, outside of its history.
void keepFixityReport(Workspace &workspace, const FixityReport &report);
std::optional<FixityReport> lastFixityReport(const Workspace &workspace);
bool isFixityDue(const Workspace &workspace);

/// How long the trash keeps: 365 days unless the workspace says otherwise ("heritage/setting/trash").
int trashDays(const Workspace &workspace);
Result<> setTrashDays(const Catalogue &catalogue, Workspace &workspace, int days);

struct TrashReport
{
    int records = 0; ///< that went now, as one step of undo with audit entries
    int waiting = 0; ///< in the trash, not long enough
    int files = 0;   ///< that no record names any more and that moved into the trash of the media folder
    int purged = 0;  ///< files that were in that trash for the whole time and are gone
};
/// Takes what was in the trash for longer than the set time out of the catalogue. Files first move into the media
/// folder's own trash and are removed only after the set time there, too: an undo finds them. Needs the right to
/// trash each record. Main thread.
Result<TrashReport> emptyTrash(const Catalogue &catalogue, Workspace &workspace, const CancelToken &cancel = {});

} // namespace loci::workspace
